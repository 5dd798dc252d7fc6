"""What the program is, and what it knows of itself for whoever reports trouble."""

from pathlib import Path

from PySide6.QtCore import QObject

from quizapp.quiz import Quiz
from quizapp.ui.asking import Asking
from quizapp.ui.bank_flow import BankFlow
from quizapp.ui.look import Look
from quizapp.ui.preferences import Preferences


class AboutFlow(QObject):
    """Shows the About window, with diagnostics that can be copied."""

    def __init__(
        self, quiz: Quiz, banks: BankFlow, look: Look, preferences: Preferences, asking: Asking
    ) -> None:
        super().__init__(asking)
        self._quiz = quiz
        self._banks = banks
        self._look = look
        self._preferences = preferences
        self._asking = asking

    def show_about(self) -> None:
        """Say what this program is, with the notice of the bank in use."""
        notice = self._quiz.bank.notice if self._quiz.bank else ""
        self._asking.show_about(notice, self._diagnostics())

    def _diagnostics(self) -> str:
        from quizapp.ui.diagnostics import BankFacts, diagnostics, gather  # noqa: PLC0415 - hardly ever asked for

        theme, folder = self._preferences.theme, self._quiz.keeping.folder
        banks = [
            BankFacts(bank.id, len(bank.questions), self._banks.problems(bank.id))
            for bank in self._quiz.banks
        ]
        facts = gather(self._look, theme, folder, self._quiz.engine, banks)
        return diagnostics(facts, Path.home())
