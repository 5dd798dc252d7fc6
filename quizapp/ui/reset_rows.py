"""The open banks, each with a button that lets its answers count no more."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.layouts import clear
from quizapp.ui.look import Look
from quizapp.ui.painting import INSET
from quizapp.ui.settings_view import BankAnswers
from quizapp.ui.text import Text


class ResetRow(QWidget):
    """One bank.

    Signals:
        requested: carries the bank's id.
    """

    requested = Signal(object)

    def __init__(self, look: Look, bank: BankAnswers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._bank = look, bank
        words = QWidget()  # both of them are read before the button beside them
        self._words = QVBoxLayout(words)
        self._words.setSpacing(0)
        self._words.addWidget(Text(look, "body_strong", bank.title, inset=INSET))
        self._words.addWidget(Text(look, "label", self._answered(), "muted", inset=INSET))
        self._words.addStretch(1)
        reset = ActionButton(look, self.tr("Reset …"), "outline")
        reset.setAccessibleName(self.tr("Reset {bank}").format(bank=bank.title))
        reset.setEnabled(bank.answered > 0)
        reset.clicked.connect(self._request)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words, 1)
        row.addWidget(reset, 0, Qt.AlignmentFlag.AlignTop)
        look.changed.connect(self._relook)
        self._relook()

    def _answered(self) -> str:
        if self._bank.answered == 0:
            return self.tr("nothing answered yet")
        if self._bank.answered == 1:
            return self.tr("1 question answered")
        return self.tr("{count} questions answered").format(count=self._bank.answered)

    def _relook(self) -> None:
        self._words.setContentsMargins(0, self._look.px(13), 0, self._look.px(4))

    def _request(self) -> None:
        self.requested.emit(self._bank.id)


class ResetRows(QWidget):
    """A row for each open bank.

    Signals:
        requested: carries the id of the bank to reset.
    """

    requested = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._banks: Sequence[BankAnswers] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_banks(self, banks: Sequence[BankAnswers]) -> None:
        """Show these banks, or that none is open; the rows stay where nothing has changed."""
        if banks == self._banks:
            return
        self._banks = banks
        clear(self._column)
        for bank in banks:
            row = ResetRow(self._look, bank)
            row.requested.connect(self.requested)
            self._column.addWidget(row)
        if not banks:
            self._column.addWidget(Text(self._look, "body", self.tr("No bank is open."), inset=INSET))
