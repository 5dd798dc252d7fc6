"""Fills the Library, and does what is asked for there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from quizapp.domain.attempt import QuestionRef
from quizapp.domain.bank import Bank
from quizapp.domain.directions import isolated
from quizapp.domain.errors import QuizError
from quizapp.domain.history import Note, NoteKind, PastSession
from quizapp.domain.library import Catalogue, Entry, Key, Standing, found, key_of
from quizapp.domain.mixing import twin_of
from quizapp.domain.session import Session
from quizapp.quiz import Quiz
from quizapp.ui.dates import long_moment, short_date, short_time
from quizapp.ui.dialogs import Dialogs
from quizapp.ui.errors import ErrorPresenter
from quizapp.ui.library.page import LibraryPage
from quizapp.ui.library.past import SessionRow
from quizapp.ui.library.questions import QuestionsView
from quizapp.ui.library.words import NoteView
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.question.answer_view import beginning, is_told
from quizapp.ui.widgets.dialogs import NoteDialog
from quizapp.ui.wording import SessionNames, topics_of


@dataclass(frozen=True, slots=True)
class Review:
    """A question of a past session to look back at; `flagged` are those flagged while a paper was sat."""

    session: Session
    position: int
    flagged: frozenset[int] = frozenset()


class LibraryController(QObject):
    """Keeps the Library up to date.

    Signals:
        answer_requested: answer a single question; carries its `QuestionRef`.
        review_requested: look back at a question of a past session; carries a `Review`.
        result_requested: show the result of a paper; carries its id.

    Attributes:
        page: the page it fills.
    """

    answer_requested = Signal(object)
    review_requested = Signal(object)
    result_requested = Signal(object)

    def __init__(
        self,
        quiz: Quiz,
        preferences: PreferencesFile,
        page: LibraryPage,
        dialogs: Dialogs,
        errors: ErrorPresenter,
        is_reading: Callable[[], bool] = lambda: False,
    ) -> None:
        """Fill a page.

        Args:
            quiz: has the banks and what is kept.
            preferences: tell which exam's wordings come first.
            page: the page.
            dialogs: ask over the window.
            errors: how expected trouble reaches people.
            is_reading: whether banks are still to be read.
        """
        super().__init__(page)
        self._quiz, self._preferences, self._dialogs, self._errors = quiz, preferences, dialogs, errors
        self._is_reading = is_reading
        self._names = SessionNames(self)
        self.page = page
        self._catalogue = Catalogue()
        self._standings: Mapping[Key, Standing] = {}
        self._past: dict[str, PastSession] = {}
        self._titles: Mapping[str, str] = {}  # of the papers that were handed in, by their ids
        self._review_of: Review | None = None  # at its first question
        self._dialog: NoteDialog | None = None
        self._keep: Callable[[str], None] | None = None
        self._connect()

    def _connect(self) -> None:
        questions, sessions, notes = self.page.questions, self.page.sessions, self.page.notes
        questions.wanted_changed.connect(self._find)
        questions.answer_requested.connect(self._answer)
        questions.flag_requested.connect(self._flag)
        questions.note_requested.connect(self._write_note)
        questions.twin_requested.connect(self._show_twin)
        sessions.session_wanted.connect(self._show_session)
        sessions.review_requested.connect(self._review)
        sessions.result_requested.connect(self.result_requested)
        notes.edit_requested.connect(self._edit_note)
        notes.delete_requested.connect(self._delete_note)
        notes.question_requested.connect(self._show_noted)

    # -- showing -------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what there is to look up."""
        library, banks = self._quiz.library, self._quiz.banks
        catalogue, held = library.catalogue(), self._held()
        entries = tuple(entry for entry in catalogue.entries if key_of(entry.ref) not in held)
        self._catalogue = replace(catalogue, entries=entries)
        topics = tuple(dict.fromkeys(topic for bank in banks for topic in topics_of(bank)))
        titles = tuple((bank.id, bank.title) for bank in banks)
        total, hidden = len(entries), len(catalogue.entries) - len(entries)
        self.page.questions.show_choices(QuestionsView(titles, topics, total, self._is_reading(), hidden))
        self._find_anew()
        with self._errors.shown():
            self._past = {each.id: each for each in library.sessions()}
            has_papers = any(each.is_paper for each in self._past.values())
            heads = self._quiz.papers.past() if has_papers else ()
            self._titles = {head.id: head.title for head in heads}
            self.page.sessions.show_sessions([self._session_row(each) for each in self._past.values()])
        self.page.words.show_words(library.glossary(), self._preferences.now.exam)
        self._show_notes()

    def _held(self) -> frozenset[Key]:
        """The questions of papers whose time runs: nobody looks their answers up before the end."""
        with self._errors.shown():
            running = self._quiz.papers.running()
            return frozenset(key_of(item.ref) for paper in running for item in paper.items)
        return frozenset()

    def _find(self) -> None:
        """Show what fits; what is known of the questions is not read anew at every key."""
        hits = found(self._catalogue, self.page.questions.wanted, self._standings)
        self.page.questions.show_found(hits, self._standings)

    def _find_anew(self) -> None:
        """Likewise, after something has become known."""
        with self._errors.shown():
            self._standings = self._quiz.library.standings()
        self._find()

    def _show_notes(self) -> None:
        with self._errors.shown():
            self.page.notes.show_notes([self._note_view(note) for note in self._quiz.library.notes()])

    def _bank(self, bank_id: str) -> Bank | None:
        return next((bank for bank in self._quiz.banks if bank.id == bank_id), None)

    def _entry(self, bank_id: str, question_id: str) -> Entry | None:
        wanted = (bank_id, question_id)
        return next((each for each in self._catalogue.entries if key_of(each.ref) == wanted), None)

    # -- questions -----------------------------------------------------------------------------

    def _answer(self, entry: object) -> None:
        if isinstance(entry, Entry):
            self.answer_requested.emit(entry.ref)

    def _flag(self, entry: object) -> None:
        if not isinstance(entry, Entry):
            return
        with self._errors.shown():
            flagged = entry.ref.question_id not in self._quiz.flags(entry.ref.bank_id)
            self._quiz.set_flag(entry.ref, flagged=flagged)
            self.page.show_message(self.tr("Flagged.") if flagged else self.tr("Flag removed."))
        self._find_anew()

    def _show_twin(self, entry: object) -> None:
        if isinstance(entry, Entry):
            self._show_question(entry.ref.bank_id, twin_of(entry.question))

    def _show_question(self, bank_id: str, question_id: str) -> None:
        """Show a question, whatever is looked for now."""
        entry, questions = self._entry(bank_id, question_id), self.page.questions
        if entry is None:
            return
        self.page.show_panel(questions)
        if not questions.show_entry(entry):
            questions.clear_wanted()
            self._find()
            questions.show_entry(entry)

    # -- past sessions -------------------------------------------------------------------------

    def _session_row(self, past: PastSession) -> SessionRow:
        name = self._paper_name(past) if past.id in self._titles else self._name(past)
        count = self.tr("{count} of {total}")
        answered = count.format(count=past.answered, total=past.asked)
        at = past.started_at
        when = f"{short_date(at)}\n{short_time(at)}"
        marked = past.asked if past.is_paper else past.marked  # what is left open in a paper earns nothing
        told = long_moment(at), answered, past.earned, marked
        topics = ", ".join(past.rules.topics)
        return SessionRow(past.id, name, when, *told, is_paper=past.is_paper, topics=topics)

    def _paper_name(self, past: PastSession) -> str:
        return self.tr("Paper: {title}").format(title=isolated(self._titles[past.id]))

    def _name(self, past: PastSession) -> str:
        """What was chosen, and of which banks."""
        chosen = self._names.name(past.rules, self._bank(past.bank_ids[0]))
        open_banks = [(each, self._bank(each)) for each in past.bank_ids]
        titles = [known.title if known else each for each, known in open_banks]
        return ". ".join(part for part in (chosen, " · ".join(titles)) if part)

    def _show_session(self, session_id: object) -> None:
        self._review_of = None
        past = self._past.get(str(session_id))
        if past is None:
            return
        try:
            self._review_of = self._opened(past)
        except QuizError as error:
            self.page.sessions.show_session(None, str(error))
        else:
            self.page.sessions.show_session(self._review_of.session)

    def _opened(self, past: PastSession) -> Review:
        if not past.is_paper:
            return Review(self._quiz.library.session(past), 0)
        paper = self._quiz.papers.past_paper(past.id)
        return Review(paper.session, 0, paper.flagged)

    def _review(self, position: object) -> None:
        review = self._review_of
        if review is None or not isinstance(position, int):
            return
        if is_told(review.session, position):
            self.review_requested.emit(replace(review, position=position))
        else:
            self.page.show_message(self.tr("It was left open: nothing is explained before an answer."))

    # -- notes ---------------------------------------------------------------------------------

    def _note_view(self, note: Note) -> NoteView:
        ref = note.question
        bank, entry = self._bank(ref.bank_id), self._entry(ref.bank_id, ref.question_id)
        title = bank.title if bank is not None else ref.bank_id
        where = self.tr("{title}, question {id}").format(title=title, id=ref.question_id)
        about = beginning(entry.question) if entry else self.tr("Its bank is not open.")
        return NoteView(note, about, where, entry is not None)

    def _write_note(self, entry: object) -> None:
        if isinstance(entry, Entry):
            self._ask_note(entry.ref, "", lambda text: self._quiz.add_note(entry.ref, text, NoteKind.OWN))

    def _edit_note(self, view: object) -> None:
        if isinstance(view, NoteView):
            note = view.note
            self._ask_note(note.question, note.text, lambda text: self._quiz.library.change_note(note, text))

    def _ask_note(self, ref: QuestionRef, kept: str, keep: Callable[[str], None]) -> None:
        """Ask for a note, or for other words of one."""
        bank = self._bank(ref.bank_id)
        title = bank.title if bank is not None else ref.bank_id
        about = self.tr("{title}, question {id}").format(title=title, id=ref.question_id)
        heading, question = self.tr("My note"), self.tr("What do you want to remember?")
        self._keep = keep
        self._dialog = NoteDialog(heading, question, about, self.page.window(), kept=kept.strip())
        self._dialog.note_written.connect(self._keep_note)
        self._dialog.open()

    def _keep_note(self, text: object) -> None:
        """Keep a note; its window stays open, and the text with it, where that fails."""
        keep, dialog = self._keep, self._dialog
        if keep is None or dialog is None:
            return
        with self._errors.shown():
            keep(str(text))
            dialog.accept()
            self.page.show_message(self.tr("Noted.") if text else self.tr("Deleted."))
        self._show_notes()
        self._find_anew()

    def _delete_note(self, view: object) -> None:
        if not isinstance(view, NoteView):
            return
        sentence = self.tr("“{text}” is gone then.").format(text=view.note.text.strip())
        if not self._dialogs.confirm(self.tr("Delete this note?"), sentence, self.tr("Delete it")):
            return
        with self._errors.shown():
            self._quiz.library.change_note(view.note, "")
            self.page.show_message(self.tr("Deleted."))
        self._show_notes()
        self._find_anew()

    def _show_noted(self, view: object) -> None:
        if isinstance(view, NoteView):
            self._show_question(view.note.question.bank_id, view.note.question.question_id)
