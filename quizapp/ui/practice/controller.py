"""Carries requests of the Practice page to the quiz, and what can be chosen from back to the page."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from quizapp.domain.errors import QuizError
from quizapp.domain.selection import Selection
from quizapp.quiz import Quiz
from quizapp.ui.practice.page import BankChoice, PracticePage, PracticeView
from quizapp.ui.wording import topics_of


class PracticeController(QObject):
    """Answers how many questions fit, each time the page asks.

    Signals:
        start_requested: begin a set; carries its `Selection`.
        banks_requested: show the banks.
        troubled: counting ended in expected trouble; carries the error.
    """

    start_requested = Signal(object)
    banks_requested = Signal()
    troubled = Signal(object)

    def __init__(self, quiz: Quiz, page: PracticePage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._quiz = quiz
        self.page = page
        page.looked_at.connect(self._look_up)
        page.start_requested.connect(self.start_requested)
        page.banks_requested.connect(self.banks_requested)

    def refresh(self) -> None:
        """Show the page what there is now, as after a bank was opened."""
        self._look_up(self.page.selection)

    def _look_up(self, selection: object) -> None:
        if not isinstance(selection, Selection):
            return
        try:
            self.page.show_practice(self._view(selection))
        except QuizError as error:
            self.troubled.emit(error)

    def _view(self, selection: Selection) -> PracticeView:
        """What can be chosen from once this is chosen."""
        banks = {bank.id: bank for bank in self._quiz.banks if bank.questions}
        used = self._quiz.bank
        bank = banks.get(selection.bank_id) or banks.get(used.id if used else "")
        if bank is None:
            return PracticeView()
        topics = topics_of(bank)
        wanted = tuple(topic for topic in selection.topics if topic in topics)
        return PracticeView(
            tuple(BankChoice(each.id, each.title, len(each.questions)) for each in banks.values()),
            bank.id,
            topics,
            self._quiz.counts(replace(selection, bank_id=bank.id, topics=wanted)),
            self._quiz.weakest_cue(bank.id),
        )
