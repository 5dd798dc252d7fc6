"""The bank in use, as Today names it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.card import Card
from quizapp.ui.control_row import ControlRow
from quizapp.ui.look import Look
from quizapp.ui.text import Text


class UsedBankCard(Card):
    """Its title and what it holds, with a way to the banks.

    Signals:
        banks_requested: show the banks.
    """

    banks_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(22, 18))
        self._title = Text(look, "section")
        self._holds = Text(look, "body", colour="muted")
        show = ActionButton(look, self.tr("Show banks"), "outline")
        buttons = ControlRow(look)
        buttons.addWidget(show)
        self.body.setSpacing(4)
        self.body.addWidget(Text(look, "caption", self.tr("Your bank"), "muted"))
        self.body.addWidget(self._title)
        self.body.addWidget(self._holds)
        self.body.addStretch(1)
        self.body.addLayout(buttons)
        show.clicked.connect(self.banks_requested)

    def show_bank(self, title: str, holds: str) -> None:
        """Show a bank's title, and what it holds in words."""
        self._title.setText(title)
        self._holds.setText(holds)

    def show_title(self, title: str) -> None:
        """Show something else in place of the title."""
        self._title.setText(title)
