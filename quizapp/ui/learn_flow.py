"""Gives the Learn page what there is to read, with examples the person has met before new ones."""

from PySide6.QtCore import QObject, Signal

from quizapp.domain.errors import QuizError
from quizapp.domain.lessons import lessons
from quizapp.domain.selection import Selection
from quizapp.quiz import Quiz
from quizapp.ui.learn_page import LearnPage, LearnView
from quizapp.ui.preferences import Preferences


class LearnFlow(QObject):
    """Keeps Learn up to date.

    Signals:
        start_requested: begin a set on a cue; carries its `Selection`.
        troubled: something expected went wrong; carries the error.
    """

    start_requested = Signal(object)
    troubled = Signal(object)

    def __init__(
        self, quiz: Quiz, preferences: Preferences, page: LearnPage, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._quiz = quiz
        self._preferences = preferences
        self.page = page
        page.practise_cue_requested.connect(self._practise)

    def refresh(self) -> None:
        """Show what the bank in use rests on."""
        bank = self._quiz.bank
        if bank is None:
            self.page.show_lesson(None)
            return
        met: frozenset[str] = frozenset()
        try:
            met = self._quiz.met_questions(bank.id)
        except QuizError as error:
            self.troubled.emit(error)
        view = LearnView(bank.vocabulary, lessons(bank, met), self._preferences.exam)
        self.page.show_lesson(view)

    def _practise(self, cue: object) -> None:
        self.start_requested.emit(Selection(cue=str(cue), reason_step=self._preferences.reason_step))
