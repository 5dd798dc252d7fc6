"""What decides it? Four reasons to choose one from, or "not sure"."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.question import Side
from quizapp.domain.reasons import NOT_SURE, Reason
from quizapp.ui.look import Look
from quizapp.ui.mark_signs import MarkLabel
from quizapp.ui.row_panel import NUMBERS, RowPanel
from quizapp.ui.rows import HeadRow
from quizapp.ui.text import Text


class ReasonPanel(QWidget):
    """Asks for the reason of a verdict.

    Signals:
        reason_given: carries the id of the reason chosen, empty for "not sure".
    """

    reason_given = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reasons: Sequence[Reason] = ()
        self._said = MarkLabel(look, Side.PRODUCT, use="choice_strong")
        self._rows = RowPanel(look, NUMBERS, paired=True)
        self._rows.setAccessibleName(self.tr("What decides it?"))
        head = HeadRow(look, 0, 0)
        head.addWidget(Text(look, "section", self.tr("What decides it?")), 1)
        head.addWidget(Text(look, "choice", self.tr("You said"), "muted"))
        head.addWidget(self._said)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._rows)
        layout.addStretch(1)
        self._connect_signals()

    def _connect_signals(self) -> None:
        self._rows.chosen.connect(self._choose)
        shortcut = QShortcut(QKeySequence("0"), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.give_none)

    def show_reasons(self, side: Side, reasons: Sequence[Reason]) -> None:
        """Offer these reasons for the side chosen."""
        self._reasons = reasons
        self._said.set_side(side)
        self._rows.set_rows([reason.name for reason in reasons])

    def take_focus(self) -> None:
        """Let the keyboard start at the first reason."""
        self._rows.take_focus()

    def _choose(self, index: object) -> None:
        if isinstance(index, int):
            self.reason_given.emit(self._reasons[index].id)

    def give_none(self) -> None:
        """Say that one is not sure."""
        self.reason_given.emit(NOT_SURE)
