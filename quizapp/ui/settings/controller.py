"""Each change in force and on disk; what is kept exported, imported, reset and deleted."""

from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from quizapp.domain.bank import Bank
from quizapp.domain.directions import isolated
from quizapp.domain.errors import QuizError
from quizapp.domain.history import Note, NoteKind
from quizapp.domain.saved import Added
from quizapp.exchange.answers import answers_csv
from quizapp.quiz import Profile, Quiz
from quizapp.ui.dates import qt_date
from quizapp.ui.dialogs import Dialogs
from quizapp.ui.errors import ErrorPresenter
from quizapp.ui.files import save_whole
from quizapp.ui.goals import change_goal, plan_off
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.settings.page import NO_NOTES, BankAnswers, NoteCounts, SettingsPage, SettingsView
from quizapp.ui.style.appearance import AppearanceController


def notes_text(notes: Iterable[Note], titles: Mapping[str, str]) -> str:
    """All notes one below the other, what is wrong with questions first, each in the order given.

    Args:
        notes: what was noted.
        titles: the title of each open bank by its id.

    Returns:
        Plain text: for each note its bank, question, revision, local date and words.
    """
    parts = [QCoreApplication.translate("Notes", "Notes on questions from “Product or Service?”")]
    kept = tuple(notes)
    for kind in NoteKind:
        told = [_note_text(note, titles) for note in kept if note.kind is kind]
        parts += [kind_heading(kind), *told] if told else []
    return "\n\n\n".join(parts) + "\n"


def kind_heading(kind: NoteKind) -> str:
    """What stands above the notes of a kind."""
    if kind is NoteKind.OWN:
        return QCoreApplication.translate("Notes", "For yourself")
    return QCoreApplication.translate("Notes", "Something is wrong with these questions")


def _note_text(note: Note, titles: Mapping[str, str]) -> str:
    """A note below its bank, question, revision and date."""
    translate = QCoreApplication.translate
    asked, title = note.question, titles.get(note.question.bank_id, "")
    if title:
        bank = translate("Notes", "Bank: {title} ({id})").format(title=isolated(title), id=asked.bank_id)
    else:
        bank = translate("Notes", "Bank: {id} (not open now)").format(id=asked.bank_id)
    question = translate("Notes", "Question: {id}, revision {revision}").format(
        id=asked.question_id, revision=asked.revision
    )
    date = translate("Notes", "Date: {date}").format(date=note.at.astimezone().strftime("%Y-%m-%d %H:%M"))
    return f"{bank}\n{question}\n{date}\n\n{note.text.strip()}"


class DataController(QObject):
    """Carries out the requests of the card "Your data".

    Signals:
        history_changed: other answers count from now on.
    """

    history_changed = Signal()

    def __init__(self, quiz: Quiz, page: SettingsPage, dialogs: Dialogs, errors: ErrorPresenter) -> None:
        super().__init__(page)
        self._quiz = quiz
        self._errors = errors
        self._page = page
        self._dialogs = dialogs
        card = page.data
        card.folder_requested.connect(self._open_folder)
        card.path_copy_requested.connect(self._copy_path)
        card.notes_requested.connect(self._show_notes)
        card.export_requested.connect(self._export_notes)
        card.notes_copy_requested.connect(self._copy_notes)
        card.reset_requested.connect(self._reset_bank)
        card.afresh_requested.connect(self._start_afresh)
        card.everything_requested.connect(self._export_everything)
        card.answers_requested.connect(self._export_answers)
        card.import_requested.connect(self._import)
        card.delete_requested.connect(self._delete)

    # -- the folder ----------------------------------------------------------------------------

    def _open_folder(self) -> None:
        folder = self._quiz.archive.folder
        if not (folder.is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))):
            self._errors.show(
                self.tr("The folder {folder} cannot be opened from here.").format(folder=folder)
            )

    def _copy_path(self) -> None:
        self._copy(str(self._quiz.archive.folder))

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._page.show_message(self.tr("Copied."))

    # -- notes ---------------------------------------------------------------------------------

    def _show_notes(self) -> None:
        text = self._notes(tuple(NoteKind))
        if text:
            title, *parts = text.rstrip().split("\n\n\n")
            self._dialogs.show_text(title, parts)

    def _copy_notes(self) -> None:
        text = self._notes()
        if text:
            self._copy(text)

    def _export_notes(self) -> None:
        text = self._notes()
        path = self._dialogs.save_file(self.tr("Notes on questions.txt")) if text else None
        if path is None:
            return
        trouble = save_whole(path, text.encode())
        if trouble:
            sentence = self.tr("The notes could not be saved as {path}: {reason}. Nothing of them is lost.")
            self._errors.show(sentence.format(path=isolated(str(path)), reason=trouble))
        else:
            self._page.show_message(self.tr("Saved as {name}.").format(name=isolated(path.name)))

    def _notes(self, kinds: Collection[NoteKind] = (NoteKind.FAULT,)) -> str:
        """Notes as a text; empty when there is none, or they cannot be read.

        Args:
            kinds: which; those for oneself are nobody else's business.
        """
        notes: tuple[Note, ...] = ()
        with self._errors.shown():
            notes = tuple(note for note in self._quiz.notes() if note.kind in kinds)
        return notes_text(notes, {bank.id: bank.title for bank in self._quiz.banks}) if notes else ""

    # -- to another computer and from it ---------------------------------------------------------

    def _export_everything(self) -> None:
        path = self._dialogs.save_file(self.tr("My answers.json"), self.tr("Everything"), "json")
        if path is not None:
            with self._errors.shown():
                self._save(path, self._quiz.archive.export())

    def _export_answers(self) -> None:
        path = self._dialogs.save_file(self.tr("My answers.csv"), self.tr("Tables"), "csv")
        if path is not None:
            with self._errors.shown():
                self._save(path, answers_csv(self._quiz.archive.saved(), self._quiz.banks).encode())

    def _save(self, path: Path, content: bytes) -> None:
        trouble = save_whole(path, content, private=True)
        if trouble:
            sentence = self.tr("Nothing could be saved as {path}: {reason}. Your answers are not touched.")
            self._errors.show(sentence.format(path=isolated(str(path)), reason=trouble))
        else:
            self._page.show_message(self.tr("Saved as {name}.").format(name=isolated(path.name)))

    def _import(self) -> None:
        title, kind = self.tr("Import what another computer exported"), self.tr("Everything")
        path = self._dialogs.open_file(title, kind, "json")
        if path is None:
            return
        try:
            content = path.read_bytes()
        except OSError as error:
            sentence = self.tr("{path} cannot be read: {reason}.")
            self._errors.show(sentence.format(path=isolated(str(path)), reason=error.strerror))
            return
        with self._errors.shown():
            added = self._quiz.archive.take_in(content)
            self._dialogs.show_error(self._told(added))
        self.history_changed.emit()

    def _told(self, added: Added) -> str:
        """What came in, and what did not."""
        counts = (
            (added.answers, self.tr("answers {n}")),
            (added.sessions, self.tr("sessions {n}")),
            (added.papers, self.tr("papers {n}")),
            (added.flags, self.tr("flags {n}")),
            (added.notes, self.tr("notes {n}")),
            (added.rounds, self.tr("rounds {n}")),
            (added.plans, self.tr("plans for rounds {n}")),
        )
        came = ", ".join(words.format(n=count) for count, words in counts if count)
        if came:
            told = self.tr("Came in: {came}. The old file of answers stays, with its date in its name.")
            told = told.format(came=came)
        else:
            told = self.tr("Nothing new came in: all that counts is here already.")
        if added.left_out:
            left = self.tr("Questions answered on both computers keep the answer given here: {count}.")
            told = f"{told} {left.format(count=added.left_out)}"
        return told

    def _delete(self) -> None:
        """Delete all of whoever practises now, once they know what that means."""
        sentence = self.tr(
            "Your answers, flags, notes, papers and rounds are deleted, with all copies of them on this "
            "computer. This cannot be undone. Settings, banks and what you have exported stay."
        )
        if not self._dialogs.confirm(
            self.tr("Delete everything?"), sentence, self.tr("Delete everything, for good")
        ):
            return
        with self._errors.shown():
            self._quiz.archive.delete_everything()
            self._page.show_message(self.tr("Everything is deleted."))
        self.history_changed.emit()

    # -- beginning anew ------------------------------------------------------------------------

    def _reset_bank(self, bank_id: object) -> None:
        bank = next((bank for bank in self._quiz.banks if bank.id == bank_id), None)
        if bank is None:
            return
        with self._errors.shown():
            count = self._quiz.answered(bank.id)
            sentence = f"{bank.title}\n\n{self._consequence(count)}"
            if self._dialogs.confirm(self.tr("Reset this bank?"), sentence, self.tr("Reset this bank")):
                self._quiz.reset_bank(bank.id)
                self._page.show_message(self.tr("All its questions count as new."))
                self.history_changed.emit()

    def _consequence(self, count: int) -> str:
        """What a reset means."""
        if count == 1:
            return self.tr(
                "1 question you have answered will count as new, and flags are taken off. "
                "Nothing is deleted; other banks stay as they are."
            )
        return self.tr(
            "{count} questions you have answered will count as new, and flags are taken off. "
            "Nothing is deleted; other banks stay as they are."
        ).format(count=count)

    def _start_afresh(self) -> None:
        sentence = self.tr(
            "You begin without any answers, flags and notes, in all banks. "
            "The old ones stay in a file of their own, with the date."
        )
        if not self._dialogs.confirm(self.tr("Start over?"), sentence, self.tr("Start over")):
            return
        with self._errors.shown():
            kept = self._quiz.archive.start_afresh()
            self._dialogs.show_error(
                self.tr("You start over. Your old answers are in {path}.").format(path=kept)
            )
        self.history_changed.emit()


class SettingsController(QObject):
    """Every change is in force, and on disk, at once.

    Attributes:
        page: the page it fills.

    Signals:
        reason_step_changed: sessions ask another way what decides it, unless something else is chosen.
        history_changed: other answers count from now on.
    """

    reason_step_changed = Signal()
    history_changed = Signal()

    def __init__(
        self,
        quiz: Quiz,
        preferences: PreferencesFile,
        appearance_controller: AppearanceController,
        page: SettingsPage,
        dialogs: Dialogs,
        errors: ErrorPresenter,
        is_reading: Callable[[], bool] = lambda: False,
    ) -> None:
        """Fill a page.

        Args:
            quiz: has what is kept.
            preferences: what is set.
            appearance_controller: changes how everything looks.
            page: the page.
            dialogs: ask over the window.
            errors: how expected trouble reaches people.
            is_reading: whether banks are still to be read.
        """
        super().__init__(page)
        self._is_reading = is_reading
        self._quiz = quiz
        self._preferences = preferences
        self._appearance_controller = appearance_controller
        self.page = page
        self._dialogs = dialogs
        self._errors = errors
        self._is_warned = False  # that settings cannot be written; once is enough
        self._data = DataController(quiz, page, dialogs, errors)
        self._connect()

    def _connect(self) -> None:
        page = self.page
        page.appearance.theme_requested.connect(self._set_theme)
        page.appearance.scale_requested.connect(self._set_scale)
        page.appearance.motion_requested.connect(self._set_motion)
        page.revision.exam_requested.connect(self._set_exam)
        page.revision.date_requested.connect(self._set_exam_date)
        page.revision.reason_step_requested.connect(self._set_reason_step)
        page.revision.certainty_requested.connect(self._set_certainty)
        page.revision.new_a_day_requested.connect(self._set_new_a_day)
        page.goal.kind_requested.connect(self._set_goal_kind)
        page.goal.amount_requested.connect(self._set_goal)
        page.goal.days_off_requested.connect(self._set_days_off)
        page.goal.planned_off_requested.connect(self._set_planned_off)
        page.people.guest_requested.connect(self._become_guest)
        page.people.own_requested.connect(self._become_owner)
        page.people.forget_requested.connect(self._forget_guest)
        self._data.history_changed.connect(self._take_history)
        self._appearance_controller.appearance.changed.connect(self._on_appearance_changed)

    def refresh(self) -> None:
        """Bring the page up to date; called when it comes to the front."""
        try:
            view = self._view()
        except QuizError as error:
            self._errors.show(error)
            view = self._bare_view()
        self.page.show_settings(view)

    def _view(self) -> SettingsView:
        quiz, backup = self._quiz, self._quiz.archive.newest_backup()
        return self._bare_view(
            backup=QDateTime.fromSecsSinceEpoch(round(backup.timestamp())) if backup else None,
            notes=self._note_counts(),
            banks=tuple(self._answers_of(bank) for bank in quiz.banks),
        )

    def _answers_of(self, bank: Bank) -> BankAnswers:
        return BankAnswers(bank.id, bank.title, self._quiz.answered(bank.id), self._quiz.outdated(bank.id))

    def _note_counts(self) -> NoteCounts:
        own = [note.kind is NoteKind.OWN for note in self._quiz.notes()]
        return NoteCounts(own.count(True), own.count(False))

    def _bare_view(
        self,
        backup: QDateTime | None = None,
        notes: NoteCounts = NO_NOTES,
        banks: tuple[BankAnswers, ...] = (),
    ) -> SettingsView:
        """What can be shown even where the answers cannot be read."""
        set_ = self._preferences.now
        return SettingsView(
            theme=set_.theme,
            scale=set_.scale,
            reduced_motion=set_.reduced_motion,
            exam=set_.exam,
            exam_date=set_.exam_date,
            today=qt_date(self._quiz.today),
            reason_step=set_.reason_step,
            certainty=set_.certainty,
            new_a_day=set_.new_a_day,
            goal_kind=set_.goal_kind,
            goal=set_.goal,
            days_off=set_.days_off,
            planned_off=set_.planned_off,
            guest=self._quiz.archive.profile is Profile.GUEST,
            folder=self._quiz.archive.folder,
            backup=backup,
            notes=notes,
            banks=banks,
            is_reading=self._is_reading(),
        )

    # -- the appearance ------------------------------------------------------------------------

    def _set_theme(self, name: object) -> None:
        self._appearance_controller.set_theme(name)
        self._keep()

    def _set_scale(self, scale: object) -> None:
        if isinstance(scale, float):
            self._appearance_controller.set_scale(scale)
            self._keep()

    def _set_motion(self, reduced: object) -> None:
        self._appearance_controller.set_reduced_motion(reduced=bool(reduced))
        self._keep()

    def _on_appearance_changed(self) -> None:
        """The menus and their keys change the appearance as well."""
        self.page.appearance.show_settings(self._bare_view())

    # -- revising ------------------------------------------------------------------------------

    def _set_exam(self, name: object) -> None:
        self._preferences.change(exam=str(name))
        self._quiz.exam = self._preferences.now.exam
        self._take_revision()

    def _set_exam_date(self, date: object) -> None:
        self._preferences.change(exam_date=date if isinstance(date, QDate) else None)
        self._take_revision()

    def _set_reason_step(self, wanted: object) -> None:
        self._preferences.change(reason_step=bool(wanted))
        self._take_revision()
        self.reason_step_changed.emit()

    def _set_certainty(self, wanted: object) -> None:
        self._preferences.change(certainty=bool(wanted))
        self._take_revision()

    def _set_new_a_day(self, count: object) -> None:
        self._preferences.change(new_a_day=count)
        self._take_revision()

    def _set_goal_kind(self, kind: object) -> None:
        change_goal(self._preferences, self._quiz.today, goal_kind=str(kind))
        self._take_revision()

    def _set_goal(self, amount: object) -> None:
        change_goal(self._preferences, self._quiz.today, goal=amount)
        self._take_revision()

    def _set_days_off(self, weekdays: object) -> None:
        change_goal(self._preferences, self._quiz.today, days_off=weekdays)
        self._take_revision()

    def _set_planned_off(self, days: object) -> None:
        if isinstance(days, tuple):
            plan_off(self._preferences, self._quiz.today, days)
        self._take_revision()

    def _take_revision(self) -> None:
        view = self._bare_view()
        self.page.revision.show_settings(view)
        self.page.goal.show_settings(view)
        self._keep()

    def _keep(self) -> None:
        """Say once when settings hold only until the program ends."""
        if not self._preferences.save() and not self._is_warned:
            self._is_warned = True
            sentence = self.tr(
                "Settings cannot be written to {folder}. "
                "They hold until you quit; your answers are not touched."
            )
            self._errors.show(sentence.format(folder=self._quiz.archive.folder))

    # -- whose answers -------------------------------------------------------------------------

    def _become_guest(self) -> None:
        self._use(Profile.GUEST)

    def _become_owner(self) -> None:
        self._use(Profile.OWN)

    def _use(self, profile: Profile) -> None:
        try:
            self._quiz.archive.use(profile)
        except QuizError as error:
            self._errors.show(str(error))  # a sentence: no other file of the present answers would help
        self._take_profile()

    def _forget_guest(self) -> None:
        sentence = self.tr("Everything saved for the guest is deleted. Your own answers are not touched.")
        if not self._dialogs.confirm(
            self.tr("Forget the guest’s answers?"), sentence, self.tr("Forget them")
        ):
            return
        with self._errors.shown():
            self._quiz.archive.forget_guest()
            self.page.show_message(self.tr("The guest’s answers are gone."))
        self._take_profile()

    def _take_profile(self) -> None:
        self._preferences.change(profile=self._quiz.archive.profile)
        self._take_history()
        self._keep()

    def _take_history(self) -> None:
        self.refresh()
        self.history_changed.emit()
