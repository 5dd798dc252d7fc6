"""Carries wishes from the pages of a session to the quiz, and its new values back to the pages."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject, Signal

from quizapp.domain.attempt import KeptSession
from quizapp.domain.errors import QuizError
from quizapp.domain.selection import Selection
from quizapp.domain.session import Session
from quizapp.domain.summary import summarise
from quizapp.quiz import Quiz
from quizapp.ui.look import Look
from quizapp.ui.session_page import SessionPage
from quizapp.ui.summary_page import SummaryPage


class SessionFlow(QObject):
    """Runs one session after the other, on pages of its own.

    Signals:
        session_shown: the session's page should stand in front; carries it.
        summary_shown: the summary's page should; carries it.
        left: the session is over for now; Today should.
        shortcuts_requested: show the overview of keys.
        troubled: something expected went wrong; carries a sentence. The step was not taken.
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
        self._looks_back = False

    @cached_property
    def page(self) -> SessionPage:
        """The page of the questions, built when the first one is due."""
        page = SessionPage(self._look)
        page.answer_requested.connect(self._answer)
        page.reason_requested.connect(self._give_reason)
        page.next_requested.connect(self._go_on)
        page.leave_requested.connect(self._leave)
        page.shortcuts_requested.connect(self.shortcuts_requested)
        return page

    @cached_property
    def summary(self) -> SummaryPage:
        """The page of the summary, built when the first one is due."""
        summary = SummaryPage(self._look)
        summary.done_requested.connect(self.left)
        summary.practise_requested.connect(self._practise)
        summary.explanation_requested.connect(self._look_back)
        return summary

    # -- beginning -----------------------------------------------------------------------------

    def start(self, selection: Selection | None = None) -> None:
        """Begin a set: this one, or the one the quiz suggests."""
        self._take(lambda: self._quiz.start(selection or self._quiz.suggestion()))

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
        if self._looks_back:
            self._show_summary()
        elif session is not None:
            self._take(lambda: self._quiz.move_on(session))

    def _take(self, step: Callable[[], Session]) -> None:
        """Take a step and show what it leads to; when it fails, all stays as it was."""
        try:
            self._session = step()
        except QuizError as error:
            self.troubled.emit(str(error))
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
        self._looks_back = False
        self.session_shown.emit(self.page)
        self.page.show_session(session)

    def _show_summary(self) -> None:
        if self._session is not None:
            self._looks_back = False
            self.summary.show_summary(self._session, summarise(self._session))
            self.summary_shown.emit(self.summary)
            self.summary.take_focus()

    def _look_back(self, position: object) -> None:
        session = self._session
        if session is not None and isinstance(position, int):
            self._looks_back = True
            self.session_shown.emit(self.page)
            self.page.show_again(session, position)

    def _leave(self) -> None:
        if self._looks_back:
            self._show_summary()
        else:
            self.left.emit()
