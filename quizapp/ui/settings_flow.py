"""Carries what a person sets into force, and back to the Settings page what is in force."""

from PySide6.QtCore import QDate, QDateTime, QObject, Signal

from quizapp.domain.errors import QuizError
from quizapp.quiz import Profile, Quiz
from quizapp.ui.asking import Asking
from quizapp.ui.data_flow import DataFlow
from quizapp.ui.look_flow import LookFlow
from quizapp.ui.preferences import Preferences
from quizapp.ui.settings_page import SettingsPage
from quizapp.ui.settings_view import BankAnswers, SettingsView


class SettingsFlow(QObject):
    """Every change is in force, and on disk, at once.

    Attributes:
        page: the page it fills.

    Signals:
        reason_step_changed: sessions ask another way what decides it, unless something else is chosen.
        history_changed: other answers count from now on.
        troubled: something could not be done; carries a sentence, or the `QuizError` that says it.
    """

    reason_step_changed = Signal()
    history_changed = Signal()
    troubled = Signal(object)

    def __init__(
        self, quiz: Quiz, preferences: Preferences, looks: LookFlow, page: SettingsPage, asking: Asking
    ) -> None:
        super().__init__(page)
        self._quiz = quiz
        self._preferences = preferences
        self._looks = looks
        self.page = page
        self._asking = asking
        self._is_warned = False  # that settings cannot be written; once is enough
        self._data = DataFlow(quiz, page, asking, self)
        self._connect()

    def _connect(self) -> None:
        page = self.page
        page.looks.theme_requested.connect(self._set_theme)
        page.looks.scale_requested.connect(self._set_scale)
        page.looks.motion_requested.connect(self._set_motion)
        page.revision.exam_requested.connect(self._set_exam)
        page.revision.date_requested.connect(self._set_exam_date)
        page.revision.reason_step_requested.connect(self._set_reason_step)
        page.people.guest_requested.connect(self._become_guest)
        page.people.own_requested.connect(self._become_owner)
        page.people.forget_requested.connect(self._forget_guest)
        self._data.history_changed.connect(self._take_history)
        self._data.troubled.connect(self.troubled)
        self._looks.look.changed.connect(self._follow_look)

    def refresh(self) -> None:
        """Bring the page up to date; called when it comes to the front."""
        try:
            view = self._view()
        except QuizError as error:
            self.troubled.emit(error)
            view = self._bare_view()
        self.page.show_settings(view)

    def _view(self) -> SettingsView:
        quiz, backup = self._quiz, self._quiz.keeping.newest_backup()
        return self._bare_view(
            backup=QDateTime.fromSecsSinceEpoch(round(backup.timestamp())) if backup else None,
            notes=len(quiz.notes()),
            banks=tuple(BankAnswers(bank.id, bank.title, quiz.answered(bank.id)) for bank in quiz.banks),
        )

    def _bare_view(
        self, backup: QDateTime | None = None, notes: int = 0, banks: tuple[BankAnswers, ...] = ()
    ) -> SettingsView:
        """What can be shown even where the answers cannot be read."""
        set_ = self._preferences
        return SettingsView(
            theme=set_.theme,
            scale=set_.scale,
            reduced_motion=set_.reduced_motion,
            exam=set_.exam,
            exam_date=set_.exam_date,
            today=QDate.currentDate(),
            reason_step=set_.reason_step,
            guest=self._quiz.keeping.profile is Profile.GUEST,
            folder=self._quiz.keeping.folder,
            backup=backup,
            notes=notes,
            banks=banks,
        )

    # -- the look ------------------------------------------------------------------------------

    def _set_theme(self, name: object) -> None:
        self._looks.set_theme(name)
        self._keep()

    def _set_scale(self, scale: object) -> None:
        if isinstance(scale, float):
            self._looks.set_scale(scale)
            self._keep()

    def _set_motion(self, reduced: object) -> None:
        self._looks.set_reduced_motion(reduced=bool(reduced))
        self._keep()

    def _follow_look(self) -> None:
        """The menus and their keys change the look as well."""
        self.page.looks.show_settings(self._bare_view())

    # -- revising ------------------------------------------------------------------------------

    def _set_exam(self, name: object) -> None:
        self._preferences.exam = str(name)
        self._take_revision()

    def _set_exam_date(self, date: object) -> None:
        self._preferences.exam_date = date if isinstance(date, QDate) else None
        self._take_revision()

    def _set_reason_step(self, wanted: object) -> None:
        self._preferences.reason_step = bool(wanted)
        self._take_revision()
        self.reason_step_changed.emit()

    def _take_revision(self) -> None:
        self.page.revision.show_settings(self._bare_view())
        self._keep()

    def _keep(self) -> None:
        """Say once when settings hold only until the program ends."""
        if not self._preferences.save() and not self._is_warned:
            self._is_warned = True
            sentence = self.tr(
                "Settings cannot be written to {folder}. "
                "They hold until you quit; your answers are not touched."
            )
            self.troubled.emit(sentence.format(folder=self._quiz.keeping.folder))

    # -- whose answers -------------------------------------------------------------------------

    def _become_guest(self) -> None:
        self._use(Profile.GUEST)

    def _become_owner(self) -> None:
        self._use(Profile.OWN)

    def _use(self, profile: Profile) -> None:
        try:
            self._quiz.keeping.use(profile)
        except QuizError as error:
            self.troubled.emit(str(error))  # a sentence: no other file of the present answers would help
        self._take_profile()

    def _forget_guest(self) -> None:
        sentence = self.tr("Everything kept of the guest is deleted. Your own answers are not touched.")
        if not self._asking.confirm(self.tr("Forget the guest’s answers?"), sentence, self.tr("Forget them")):
            return
        try:
            self._quiz.keeping.forget_guest()
            self.page.say(self.tr("The guest’s answers are gone."))
        except QuizError as error:
            self.troubled.emit(error)
        self._take_profile()

    def _take_profile(self) -> None:
        self._preferences.profile = self._quiz.keeping.profile
        self._take_history()
        self._keep()

    def _take_history(self) -> None:
        self.refresh()
        self.history_changed.emit()
