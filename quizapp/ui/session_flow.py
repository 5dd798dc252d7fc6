"""Carries wishes from the pages of a session to the quiz, and its new values back to the pages."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from quizapp.domain.attempt import KeptSession
from quizapp.domain.errors import QuizError
from quizapp.domain.selection import Selection
from quizapp.domain.session import Session
from quizapp.domain.summary import summarise
from quizapp.quiz import Quiz
from quizapp.ui.announce import announce
from quizapp.ui.answer_view import twin_at
from quizapp.ui.look import Look
from quizapp.ui.question_flow import QuestionFlow
from quizapp.ui.session_page import SessionPage

if TYPE_CHECKING:
    from quizapp.ui.summary_page import SummaryPage


class SessionFlow(QObject):
    """Runs one session after the other, on pages of its own.

    Signals:
        session_shown: the session's page should stand in front; carries it.
        summary_shown: the summary's page should; carries it.
        left: the session is over for now; Today should.
        shortcuts_requested: show the overview of keys.
        troubled: something expected went wrong; carries the error. The step was not taken.
    """

    session_shown = Signal(object)
    summary_shown = Signal(object)
    left = Signal()
    shortcuts_requested = Signal()
    troubled = Signal(object)

    def __init__(self, quiz: Quiz, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._quiz = quiz
        self._look = look
        self._session: Session | None = None
        self._looked_at: int | None = None  # the position of a question that is looked at again

    @cached_property
    def page(self) -> SessionPage:
        """The page of the questions, built when the first one is due."""
        page = SessionPage(self._look)
        page.answer_requested.connect(self._answer)
        page.reason_requested.connect(self._give_reason)
        page.next_requested.connect(self._go_on)
        page.undo_requested.connect(self._undo)
        page.leave_requested.connect(self._leave)
        page.twin_requested.connect(self._look_at_twin)
        page.shortcuts_requested.connect(self.shortcuts_requested)
        return page

    @cached_property
    def question(self) -> QuestionFlow:
        """What can be done with the question on the page."""
        question = QuestionFlow(self._quiz, self._look, self.page, self)
        question.troubled.connect(self.troubled)
        return question

    @cached_property
    def summary(self) -> "SummaryPage":
        """The page of the summary, loaded and built when the first one is due."""
        from quizapp.ui.summary_page import SummaryPage  # noqa: PLC0415 - the first question comes first

        summary = SummaryPage(self._look)
        summary.done_requested.connect(self.left)
        summary.practise_requested.connect(self._practise)
        summary.explanation_requested.connect(self._look_back)
        return summary

    # -- beginning -----------------------------------------------------------------------------

    def start(self, selection: Selection | None = None, *, reason_step: bool = True) -> None:
        """Begin a set: this one, or the one the quiz suggests, with or without its reason step."""
        self._take(
            lambda: self._quiz.start(selection or replace(self._quiz.suggestion(), reason_step=reason_step))
        )

    def resume(self, kept: KeptSession) -> None:
        """Go on with a session left in the middle."""
        self._take(lambda: self._quiz.resume(kept))

    def _practise(self) -> None:
        session = self._session
        if session is not None:
            missed = summarise(session).missed
            self._take(lambda: self._quiz.practise(session, missed))

    # -- steps ---------------------------------------------------------------------------------

    def _answer(self, response: object) -> None:
        session = self._session
        if session is not None:
            self._take(lambda: self._quiz.answer(session, str(response)))

    def _give_reason(self, response: object) -> None:
        session = self._session
        if session is not None:
            self._take(lambda: self._quiz.give_reason(session, str(response)))

    def _go_on(self) -> None:
        session = self._session
        if self._looked_at is not None:
            self._show_summary()
        elif session is not None:
            self._take(lambda: self._quiz.move_on(session))

    def _undo(self) -> None:
        session = self._session
        if session is not None and session.can_undo and self._looked_at is None:
            self._take(lambda: self._quiz.undo(session))
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

    def _take(self, step: Callable[[], Session]) -> None:
        """Take a step and show what it leads to; when it fails, all stays as it was."""
        try:
            self._session = step()
        except QuizError as error:
            if self._session is not None and not self._session.is_finished and self._looked_at is None:
                self.page.show_session(self._session)  # nothing looks chosen that is not kept
            self.troubled.emit(error)
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
        self.session_shown.emit(self.page)
        self.page.show_session(session)
        self.question.follow(session, session.position)

    def _show_summary(self) -> None:
        session = self._session
        if session is not None:
            self._looked_at = None
            self.summary.show_summary(session, summarise(session), self.question.flagged(session))
            self.summary_shown.emit(self.summary)
            self.summary.take_focus()

    def _look_back(self, position: object) -> None:
        session = self._session
        if session is not None and isinstance(position, int):
            self._looked_at = position
            self.session_shown.emit(self.page)
            self.page.show_again(session, position, has_twin=twin_at(session, position) is not None)
            self.question.follow(session, position)

    def _look_at_twin(self) -> None:
        if self._session is not None and self._looked_at is not None:
            self._look_back(twin_at(self._session, self._looked_at))

    def _leave(self) -> None:
        if self._looked_at is not None:
            self._show_summary()
        else:
            self.left.emit()
