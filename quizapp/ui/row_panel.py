"""A column of rows to choose one from, by mouse, by number or by letter."""

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from quizapp.ui.choice_row import ChoiceRow
from quizapp.ui.layouts import in_turn
from quizapp.ui.look import Look
from quizapp.ui.overriding import override

LETTERS = "ABCDEF"
NUMBERS = "123456"

_TWO_COLUMNS_FROM = 800


class RowPanel(QWidget):
    """Rows with a key each.

    Args:
        look: the look in force.
        keys: the key of each row, in order.
        paired: whether short rows may stand two and two where the width allows it.
        parent: the panel it belongs to.

    Signals:
        chosen: a row was chosen; carries its index.
    """

    chosen = Signal(object)

    def __init__(self, look: Look, keys: str, *, paired: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._keys = keys
        self._paired = paired
        self._rows = QButtonGroup(self)
        self._kept: list[ChoiceRow] = []
        self._columns = 1
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.setHorizontalSpacing(6)  # the gutter of the answer tiles
        self._layout.setColumnStretch(0, 1)
        self._rows.idClicked.connect(self._choose)
        look.changed.connect(self._arrange)

    def set_rows(self, texts: Sequence[str]) -> None:
        """Offer these words, none of them chosen yet; as many rows are seen as there are keys for."""
        shown = texts[: len(self._keys)]
        while len(self._kept) < len(shown):
            self._add_row()  # and keep it: rows take longer to make than to fill
        self._rows.setExclusive(False)  # else the chosen one could not be let go
        for row, text in zip_longest(self._kept, shown):
            row.offer(text or "")
            row.setVisible(text is not None)
        self._rows.setExclusive(True)

    def _add_row(self) -> None:
        """Make the next row, and keys that press it while it is seen."""
        place = len(self._kept)
        row = ChoiceRow(self._look, self._keys[place], "", self)
        for key in dict.fromkeys((NUMBERS[place], self._keys[place])):
            shortcut = QShortcut(QKeySequence(key), row)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(row.click)
        self._kept.append(row)
        self._rows.addButton(row, place)
        in_turn((self, *self._kept))
        self._put(place)

    def _put(self, place: int) -> None:
        self._layout.addWidget(self._kept[place], place // self._columns, place % self._columns)

    def _arrange(self) -> None:
        """Have the rows stand in one column or two."""
        columns = 2 if self._paired and self.width() >= self._look.px(_TWO_COLUMNS_FROM) else 1
        if columns == self._columns:
            return  # to put them where they are would have all laid out anew
        self._columns = columns
        for place in range(len(self._kept)):
            self._put(place)
        self._layout.setColumnStretch(1, columns - 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def take_focus(self) -> None:
        """Let the keyboard start before the first row: a second Enter must not choose it."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, place: int) -> None:
        self.chosen.emit(place)
