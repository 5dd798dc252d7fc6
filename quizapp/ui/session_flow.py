"""Carries wishes from the pages of a session to the quiz, and its new values back to the pages."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from quizapp.domain.attempt import KeptSession
from quizapp.domain.errors import QuizError
from quizapp.domain.selection import Selection
from quizapp.domain.session import Session
from quizapp.quiz import Quiz
from quizapp.ui.session_page import SessionPage
from quizapp.ui.summary_page import SummaryPage


class SessionFlow(QObject):
    """Runs one session after the other.

    Signals:
        session_shown: the session's page should stand in front.
        summary_shown: the summary's page should.
        left: the session is over for now; Today should.
        troubled: something expected went wrong; carries a sentence. The step was not taken.
    """

    session_shown = Signal()
    summary_shown = Signal()
    left = Signal()
    troubled = Signal(object)

    def __init__(
        self, quiz: Quiz, page: SessionPage, summary: SummaryPage, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._quiz = quiz
        self._page = page
        self._summary = summary
        self._session: Session | None = None
        self._looks_back = False
        self._connect_signals()

    def _connect_signals(self) -> None:
        self._page.answer_requested.connect(self._answer)
        self._page.reason_requested.connect(self._give_reason)
        self._page.next_requested.connect(self._go_on)
        self._page.leave_requested.connect(self._leave)
        self._summary.done_requested.connect(self.left)
        self._summary.practise_requested.connect(self._practise)
        self._summary.explanation_requested.connect(self._look_back)

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
            missed = self._quiz.summary(session).missed
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
        self.session_shown.emit()
        self._page.show_session(session, self._quiz.bank_of(session.current).vocabulary)

    def _show_summary(self) -> None:
        if self._session is not None:
            self._looks_back = False
            self._summary.show_summary(self._session, self._quiz.summary(self._session))
            self.summary_shown.emit()
            self._summary.take_focus()

    def _look_back(self, position: object) -> None:
        session = self._session
        if session is not None and isinstance(position, int):
            self._looks_back = True
            self.session_shown.emit()
            vocabulary = self._quiz.bank_of(session.asked[position]).vocabulary
            self._page.show_again(session, position, vocabulary)

    def _leave(self) -> None:
        if self._looks_back:
            self._show_summary()
        else:
            self.left.emit()
