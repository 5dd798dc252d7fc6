"""A column of rows to choose one from, by mouse, by number or by letter."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from quizapp.ui.choice_row import ChoiceRow
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
        self.rows: list[ChoiceRow] = []
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.setHorizontalSpacing(6)  # the gutter of the answer tiles
        for place, (number, letter) in enumerate(zip(NUMBERS, LETTERS, strict=True)):
            for key in dict.fromkeys((number, keys[place], letter if keys == LETTERS else number)):
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setObjectName(str(place))
                shortcut.setAutoRepeat(False)
                shortcut.activated.connect(self._choose_by_key)

    def set_rows(self, texts: Sequence[str]) -> None:
        """Replace all rows."""
        for row in self.rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [
            ChoiceRow(self._look, key, text, self) for key, text in zip(self._keys, texts, strict=False)
        ]
        for row in self.rows:
            row.clicked.connect(self._choose_by_click)
        self._place()

    def _place(self) -> None:
        """Lay the rows out in one column or two."""
        columns = 2 if self._paired and self.width() >= self._look.px(_TWO_COLUMNS_FROM) else 1
        for index, row in enumerate(self.rows):
            self._layout.addWidget(row, index // columns, index % columns)
        self._layout.setColumnStretch(0, 1)
        self._layout.setColumnStretch(1, columns - 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def take_focus(self) -> None:
        """Let the keyboard start before the first row: a second Enter must not choose it."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_by_click(self) -> None:
        sender = self.sender()
        self.chosen.emit(next(index for index, row in enumerate(self.rows) if row is sender))

    def _choose_by_key(self) -> None:
        place = int(self.sender().objectName())
        if place < len(self.rows) and self.rows[place].isEnabled():
            self.rows[place].click()
