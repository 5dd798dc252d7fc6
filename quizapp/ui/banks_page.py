"""The open bank, what it holds, and what has to be mended in a file that was read."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.bank import Bank
from quizapp.domain.problem import Reading
from quizapp.domain.question import Verdict
from quizapp.ui.action_button import ActionButton
from quizapp.ui.card import Card
from quizapp.ui.control_row import ControlRow
from quizapp.ui.counting import Counting
from quizapp.ui.look import Look
from quizapp.ui.problems_card import ProblemsCard
from quizapp.ui.rows import HeadRow
from quizapp.ui.scroll_page import ScrollPage
from quizapp.ui.text import Text


class BanksPage(ScrollPage):
    """Shows the open bank and opens another.

    Signals:
        open_requested: choose a bank file.
        shipped_requested: go back to the bank that comes with the program.
    """

    open_requested = Signal()
    shipped_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._look = look
        self._counting = Counting(self)
        self._title = Text(look, "hero")
        self._holds = Text(look, "lead", colour="muted")
        self._credits = Text(look, "body", colour="muted")
        self._open = ActionButton(look, self.tr("Open a bank …"), "filled", key="Ctrl+O", icon="folder-open")
        self._shipped = ActionButton(look, self.tr("Use the bank that came with the program"), "quiet")
        self._reading = Text(look, "body_strong")
        self._reading.hide()
        self.problems = ProblemsCard(look)
        self._build()

    def _build(self) -> None:
        head = HeadRow(self._look)
        head.addWidget(Text(self._look, "title", self.tr("Banks")), 1)
        buttons = ControlRow(self._look)
        buttons.addWidget(self._open)
        buttons.addWidget(self._shipped)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(Text(self._look, "caption", self.tr("Open now"), "muted"))
        words.addWidget(self._title)
        words.addWidget(self._holds)
        words.addWidget(self._credits)
        words.addWidget(self._reading)
        words.addSpacing(12)
        words.addLayout(buttons)
        card = Card(self._look)
        card.body.addLayout(words)
        self.column.setSpacing(6)
        self.column.addLayout(head)
        self.column.addWidget(self.problems)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self._open.clicked.connect(self.open_requested)
        self._shipped.clicked.connect(self.shipped_requested)

    def show_bank(self, bank: Bank | None, *, shipped: bool) -> None:
        """Show what the open bank holds."""
        self._shipped.setVisible(not shipped)
        if bank is None:
            self._title.setText(self.tr("No bank is open"))
            self._holds.setText(self.tr("Open a bank to practise."))
            self._credits.setText("")
            return
        verdicts = sum(isinstance(question, Verdict) for question in bank.questions)
        choices = len(bank.questions) - verdicts
        parts = [self._counting.questions(len(bank.questions))]
        if choices and verdicts:
            parts.append(self.tr("{n} of them with options").format(n=choices))
        self._title.setText(bank.title)
        self._holds.setText(", ".join(parts))
        by = [bank.author, bank.licence, bank.reviewed, bank.notice]
        self._credits.setText("\n".join(text for text in by if text))

    def show_reading(self, part: float) -> None:
        """Say how far a file has been read, 0 to 1; nothing any more once it is read."""
        self._reading.setVisible(part < 1)
        self._reading.setText(self.tr("Reading the file, {percent} %").format(percent=round(100 * part)))

    def show_problems(self, reading: Reading | None) -> None:
        """Show what has to be mended in the file read last."""
        self.problems.show_reading(reading)
