"""Start, answer, certainty, reason, undo, next, flag, copy, note."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from quizapp.domain.attempt import KeptSession, QuestionRef, Step
from quizapp.domain.directions import isolated
from quizapp.domain.errors import QuizError
from quizapp.domain.selection import USUAL_LENGTH, Selection
from quizapp.domain.session import Session, SessionItem
from quizapp.quiz import Quiz
from quizapp.ui.errors import ErrorPresenter
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.session.page import SessionPage
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.text import announce

if TYPE_CHECKING:
    from quizapp.domain.summary import Summary
    from quizapp.ui.session.notes import Draft, QuestionNoteDialog, QuestionText
    from quizapp.ui.session.summary import SummaryPage


class QuestionController(QObject):
    """Serves one page of questions; the first question does not wait for what few wish for."""

    def __init__(self, quiz: Quiz, page: SessionPage, errors: ErrorPresenter) -> None:
        super().__init__(page)
        self._quiz, self._page, self._errors = quiz, page, errors
        self._asked: SessionItem | None = None
        self._step = Step.ANSWER
        self._dialog: QuestionNoteDialog | None = None
        self._noted: QuestionRef | None = None
        self._drafts: dict[QuestionRef, Draft] = {}  # of notes whose window was closed
        page.copy_requested.connect(self._copy)
        page.flag_requested.connect(self._toggle_flag)
        page.note_requested.connect(self._ask_note)

    @cached_property
    def _text(self) -> "QuestionText":
        from quizapp.ui.session.notes import QuestionText  # noqa: PLC0415 - see the class

        return QuestionText(self)

    def set_question(self, session: Session, position: int) -> None:
        """Take the question that is shown now, and show whether it is flagged."""
        self._asked = session.asked[position]
        is_told = session.is_finished or session.outcome(position) is not None
        self._step = Step.EXPLANATION if is_told else session.step
        self._page.show_flag(flagged=self._is_flagged(self._asked))

    def flagged(self, session: Session) -> frozenset[int]:
        """The positions of the flagged questions of a session."""
        flags = {bank: self._flags(bank) for bank in {asked.ref.bank_id for asked in session.asked}}
        return frozenset(
            position
            for position, asked in enumerate(session.asked)
            if asked.ref.question_id in flags[asked.ref.bank_id]
        )

    def _flags(self, bank_id: str) -> frozenset[str]:
        """The flagged questions of a bank; none where they cannot be read."""
        with self._errors.shown():
            return self._quiz.flags(bank_id)
        return frozenset()

    def _is_flagged(self, asked: SessionItem) -> bool:
        return asked.ref.question_id in self._flags(asked.ref.bank_id)

    def _bank_title(self, asked: SessionItem) -> str:
        titles = {bank.id: bank.title for bank in self._quiz.banks}
        return titles.get(asked.ref.bank_id, asked.ref.bank_id)

    def _copy(self) -> None:
        asked = self._asked
        if asked is not None:
            text = self._text.write(asked, self._bank_title(asked), self._step)
            QGuiApplication.clipboard().setText(text)
            self._page.show_message(self.tr("Copied."))

    def _toggle_flag(self) -> None:
        asked = self._asked
        if asked is None:
            return
        flagged = not self._is_flagged(asked)
        with self._errors.shown():
            self._quiz.set_flag(asked.ref, flagged=flagged)
            self._page.show_message(self.tr("Flagged.") if flagged else self.tr("Flag removed."))
        self._page.show_flag(flagged=self._is_flagged(asked))

    def _ask_note(self) -> None:
        from quizapp.ui.session.notes import QuestionNoteDialog  # noqa: PLC0415 - see the class

        asked = self._asked
        if asked is not None:
            about = self.tr("{title}, question {id}").format(
                title=isolated(self._bank_title(asked)), id=asked.question.id
            )
            draft = self._drafts.get(asked.ref)
            self._dialog = QuestionNoteDialog(about, self._page.window(), draft)
            self._dialog.rejected.connect(self._keep_draft)
            self._noted = asked.ref  # the wording on the screen: its bank may change meanwhile
            self._dialog.note_written.connect(self._keep_note)
            self._dialog.open()

    def _keep_draft(self) -> None:
        """A slip of Esc costs no words: they stand there again at the next time."""
        if self._noted is not None and self._dialog is not None:
            self._drafts[self._noted] = self._dialog.draft

    def _keep_note(self, text: object) -> None:
        """Keep a note; its window stays open, and the text with it, where that fails."""
        noted, dialog = self._noted, self._dialog
        if noted is None or dialog is None:
            return
        with self._errors.shown():
            self._quiz.add_note(noted, str(text), dialog.draft.kind)
            self._drafts.pop(noted, None)
            dialog.accept()
            self._page.show_message(self.tr("Noted. You find your notes in the Library."))


class Beside(NamedTuple):
    """The positions to go to from a question that is looked at again; None for none."""

    previous: int | None
    following: int | None


def _beside(session: Session, position: int) -> Beside:
    """In a session the question before; from its summary the missed ones before and after a missed one."""
    if not session.is_finished:
        return Beside(position - 1 if position > 0 else None, None)
    missed = _summary_of(session).missed
    if position not in missed:
        return Beside(None, None)
    place = missed.index(position)
    return Beside(missed[place - 1] if place else None, next(iter(missed[place + 1 :]), None))


def _summary_of(session: Session) -> "Summary":
    from quizapp.domain.summary import summarise  # noqa: PLC0415 - the first question comes first

    return summarise(session)


def _twin_of(session: Session, position: int) -> int | None:
    from quizapp.ui.question.answer_view import twin_at  # noqa: PLC0415 - as above

    return twin_at(session, position)


class SessionController(QObject):
    """Runs one session after the other, on pages of its own.

    Signals:
        session_shown: the session's page should stand in front; carries it.
        summary_shown: the summary's page should; carries it.
        left: the session is over for now; Today should.
        keys_requested: show the overview of keys.
    """

    session_shown = Signal(object)
    summary_shown = Signal(object)
    left = Signal()
    keys_requested = Signal()

    def __init__(
        self,
        quiz: Quiz,
        appearance: Appearance,
        errors: ErrorPresenter,
        parent: QObject | None = None,
        preferences: PreferencesFile | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._quiz = quiz
        self._appearance = appearance
        self._errors = errors
        self._session: Session | None = None
        self._looked_at: int | None = None  # the position of a question that is looked at again

    @cached_property
    def page(self) -> SessionPage:
        """The page of the questions, built when the first one is due."""
        page = SessionPage(self._appearance)
        page.answer_requested.connect(self._answer)
        page.certainty_requested.connect(self._give_certainty)
        page.reason_requested.connect(self._give_reason)
        page.next_requested.connect(self._go_on)
        page.undo_requested.connect(self._undo)
        page.leave_requested.connect(self._leave)
        page.previous_requested.connect(self._look_at_previous)
        page.twin_requested.connect(self._look_at_twin)
        page.shortcuts_requested.connect(self.keys_requested)
        if self._preferences is not None:
            page.set_folds(self._preferences.now.open_folds)
            page.folds_changed.connect(self._remember_folds)
        return page

    def _remember_folds(self, keys: object) -> None:
        if self._preferences is not None:
            self._preferences.change(open_folds=keys)

    @cached_property
    def question(self) -> QuestionController:
        """What can be done with the question on the page."""
        return QuestionController(self._quiz, self.page, self._errors)

    @cached_property
    def summary(self) -> "SummaryPage":
        """The page of the summary, loaded and built when the first one is due."""
        from quizapp.ui.session.summary import SummaryPage  # noqa: PLC0415 - the first question comes first

        summary = SummaryPage(self._appearance)
        summary.done_requested.connect(self.left)
        summary.practise_requested.connect(self._practise)
        summary.explanation_requested.connect(self._look_back)
        return summary

    # -- beginning -----------------------------------------------------------------------------

    def start(
        self,
        selection: Selection | None = None,
        *,
        reason_step: bool = True,
        certainty: bool = False,
        length: int = USUAL_LENGTH,
    ) -> None:
        """Begin a set: this one, or one that the quiz suggests, so long and with these steps."""

        def suggested() -> Selection:
            return replace(self._quiz.suggestion(length), reason_step=reason_step, certainty=certainty)

        self._advance(lambda: self._quiz.start(selection or suggested()))

    def begin(self, start: Callable[[], Session]) -> None:
        """Begin a session that something else makes."""
        self._advance(start)

    def start_on(self, ref: QuestionRef, *, reason_step: bool = True, certainty: bool = False) -> None:
        """Begin a session on a single question."""
        self._advance(lambda: self._quiz.start_on(ref, reason_step=reason_step, certainty=certainty))

    def resume(self, kept: KeptSession) -> None:
        """Go on with a session left in the middle."""
        self._advance(lambda: self._quiz.resume(kept))

    def practise(
        self,
        session: Session,
        positions: tuple[int, ...],
        *,
        reason_step: bool = True,
        certainty: bool = False,
    ) -> None:
        """Begin a session on some questions of one that is over, such as a paper."""
        self._advance(
            lambda: self._quiz.practise(session, positions, reason_step=reason_step, certainty=certainty)
        )

    def _practise(self) -> None:
        session = self._session
        if session is not None:
            missed = _summary_of(session).missed
            self._advance(lambda: self._quiz.practise(session, missed))

    # -- steps ---------------------------------------------------------------------------------

    def _answer(self, response: object) -> None:
        session = self._session
        if session is not None:
            self._advance(lambda: self._quiz.answer(session, str(response)))

    def _give_certainty(self, response: object) -> None:
        session = self._session
        if session is not None:
            self._advance(lambda: self._quiz.give_certainty(session, str(response)))

    def _give_reason(self, response: object) -> None:
        session = self._session
        if session is not None:
            self._advance(lambda: self._quiz.give_reason(session, str(response)))

    def _go_on(self) -> None:
        session = self._session
        if session is None:
            return
        if self._looked_at is None:
            self._advance(lambda: self._quiz.move_on(session))
        elif (following := _beside(session, self._looked_at).following) is not None:
            self._look_back(following)
        else:
            self._show()

    def _undo(self) -> None:
        session = self._session
        if session is not None and session.can_undo and self._looked_at is None:
            self._advance(lambda: self._quiz.undo(session))
            if self._session is not session:
                announce(self.page, self.tr("Taken back."))

    def refresh(self) -> None:
        """Take over what the open banks say by now; the place and what was answered stay."""
        old = self._session
        if old is None:
            return
        self._session = self._quiz.refreshed(old)
        is_shown = self.page.isVisible() and self._looked_at is None and not old.is_finished
        if is_shown and self._session.current != old.current:
            self._show()

    def _advance(self, step: Callable[[], Session]) -> None:
        """Take a step and show what it leads to; when it fails, all stays as it was."""
        try:
            self._session = step()
        except QuizError as error:
            if self._session is not None and not self._session.is_finished and self._looked_at is None:
                self.page.show_session(self._session)  # nothing looks chosen that is not kept
            self._errors.show(error)
            return
        self._show()

    # -- showing -------------------------------------------------------------------------------

    def _show(self) -> None:
        session = self._session
        if session is None:
            return
        if session.is_finished:
            self._show_summary()
            return
        self._looked_at = None
        self._quiz.go_on()
        self.session_shown.emit(self.page)
        self.page.show_session(session)
        self.question.set_question(session, session.position)

    def _show_summary(self) -> None:
        session = self._session
        if session is not None:
            looked_at, self._looked_at = self._looked_at, None
            self.summary.show_summary(session, _summary_of(session), self.question.flagged(session))
            self.summary_shown.emit(self.summary)
            self.summary.take_focus(looked_at)

    def _look_back(self, position: object) -> None:
        session = self._session
        if session is not None and isinstance(position, int):
            self._looked_at = position
            self._quiz.pause()
            self.session_shown.emit(self.page)
            twin = _twin_of(session, position)
            has_twin = twin is not None and twin < session.position  # an open question gives nothing away
            beside = _beside(session, position)
            self.page.show_again(
                session,
                position,
                has_twin=has_twin,
                previous=beside.previous is not None,
                following=beside.following is not None,
            )
            self.question.set_question(session, position)

    def _look_at_previous(self) -> None:
        """Look back at the question before the one that is shown."""
        session = self._session
        if session is not None:
            shown = session.position if self._looked_at is None else self._looked_at
            self._look_back(_beside(session, shown).previous)

    def _look_at_twin(self) -> None:
        if self._session is not None and self._looked_at is not None:
            self._look_back(_twin_of(self._session, self._looked_at))

    def _leave(self) -> None:
        if self._looked_at is not None:
            self._show()
        else:
            self.left.emit()
