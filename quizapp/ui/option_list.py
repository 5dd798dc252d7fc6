"""Options of which one is chosen, each with what it means and how many it stands for."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.ui.columns_layout import ColumnsLayout
from quizapp.ui.layouts import clear, in_turn
from quizapp.ui.look import Look
from quizapp.ui.option_row import OptionRow

_COLUMN = 330


@dataclass(frozen=True, slots=True)
class Option:
    """One option: its name, a sentence below it, a figure, and whether it makes sense now."""

    title: str
    note: str = ""
    figure: str = ""
    enabled: bool = True


class OptionList(QWidget):
    """Rows in two columns where the width allows it; the arrow keys go from one to the next.

    Args:
        look: the look in force.
        name: what screen readers call the group.
        parent: the owner.

    Signals:
        chosen: somebody chose a row; carries its index.
    """

    chosen = Signal(object)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.rows: list[OptionRow] = []
        self._layout = ColumnsLayout(look, 2, _COLUMN, self)
        self.setAccessibleName(name)

    def show_options(self, options: Sequence[Option], current: int) -> None:
        """Show these options, the current one chosen; rows that are there already stay where they are."""
        if len(options) != len(self.rows):
            self._make_rows(len(options))
        for index, (row, option) in enumerate(zip(self.rows, options, strict=True)):
            row.show_option(option.title, option.note, option.figure)
            row.setChecked(index == current)
            row.setEnabled(option.enabled)

    def _make_rows(self, count: int) -> None:
        clear(self._layout)
        self.rows = [OptionRow(self._look, self, one_of=True) for _ in range(count)]
        for row in self.rows:
            row.clicked.connect(self._choose)
            self._layout.addWidget(row)
        in_turn((self, *self.rows))

    def _choose(self) -> None:
        sender = self.sender()
        self.chosen.emit(next(index for index, row in enumerate(self.rows) if row is sender))
