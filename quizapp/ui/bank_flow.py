"""Carries wishes about banks to the quiz, and what reading them gave back to the pages."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from quizapp.domain.problem import Reading
from quizapp.quiz import Quiz
from quizapp.ui.bank_loading import BankLoading
from quizapp.ui.banks_page import BanksPage
from quizapp.ui.preferences import Preferences


class BankFlow(QObject):
    """Opens banks, remembers the one used last, and shows problems where there are any.

    Signals:
        bank_opened: another bank is in use; carries its `Reading`.
        problems_found: a file that somebody asked for has errors; carries its `Reading`.
        troubled: reading ended in expected trouble; carries a sentence.
    """

    bank_opened = Signal(object)
    problems_found = Signal(object)
    troubled = Signal(object)

    def __init__(
        self, quiz: Quiz, preferences: Preferences, page: BanksPage, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._quiz = quiz
        self._preferences = preferences
        self._page = page
        self._asked_for: set[str] = set()
        self._last: Path | None = None  # the bank of last time
        self._falls_back = False
        self.loading = BankLoading(quiz.read_bank, self)
        self.loading.loaded.connect(self._take)
        self.loading.troubled.connect(self.troubled)
        page.shipped_requested.connect(self.open_shipped)

    def begin(self, files: list[Path]) -> None:
        """Read the bank used last, or the one that came with the program, and then the files named."""
        self._last = self._preferences.bank
        if self._last is not None:
            self.loading.load(self._last)
        elif not files:
            self._load_shipped()
        for path in files:
            self.open(path)

    def open(self, path: Path) -> None:
        """Read a file that somebody asked for."""
        path = path.absolute()
        self._asked_for.add(str(path))
        self._falls_back = False
        self.loading.load(path)

    def open_shipped(self) -> None:
        """Go back to the bank that came with the program."""
        self._preferences.bank = None
        self._falls_back = False
        self._load_shipped()

    def _load_shipped(self) -> None:
        for path in self._quiz.shipped_banks()[:1]:
            self.loading.load(path)

    def _take(self, reading: object) -> None:
        if not isinstance(reading, Reading):
            return
        self._page.show_reading(1.0)
        asked_for = reading.path in self._asked_for
        self._asked_for.discard(reading.path)
        if reading.bank is not None and reading.bank.questions:
            self._use(reading, remember=asked_for)
        else:
            self._do_without(reading)
        if reading.errors or not (self._falls_back and self._is_shipped(reading)):
            # else the faulty file stays listed beside the bank that replaces it
            self._page.show_problems(reading if reading.problems else None)
        if asked_for and reading.errors:
            self.problems_found.emit(reading)

    def _do_without(self, reading: Reading) -> None:
        """A file gave nothing to ask: keep what is open, or fall back on what came with the program."""
        if self._last is not None and reading.path == str(self._last):
            sentence = self.tr("The bank {path} cannot be used now. What to mend is listed under Banks.")
            self.troubled.emit(sentence.format(path=reading.path))
        if self._quiz.bank is None and not self.loading.is_busy and not self._is_shipped(reading):
            self._falls_back = True
            self._load_shipped()

    def _use(self, reading: Reading, *, remember: bool) -> None:
        if reading.bank is None:
            return
        self._quiz.use_bank(reading.bank)
        shipped = self._is_shipped(reading)
        if remember:
            self._preferences.bank = None if shipped else Path(reading.path)
        self._page.show_bank(reading.bank, shipped=shipped)
        self.bank_opened.emit(reading)

    def _is_shipped(self, reading: Reading) -> bool:
        return Path(reading.path) in self._quiz.shipped_banks()
