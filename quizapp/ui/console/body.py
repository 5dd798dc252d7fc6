"""How the console's cards stand: two columns on a wide window, one on a narrow one; short windows scroll."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import INSET

_MARGIN, _ABOVE, _GAP = 24, 6, 2
_WIDE_FROM = 860  # px at 100 % text
_WALL, _PRIVATE, _ROOM = 150, 150, 300
"""Least heights in px at 100 % text: of the wall, of the cards below it, and of the room on its own."""


class ConsoleBody(QScrollArea):
    """A head, four cards, and what a short window has no fixed place for.

    Args:
        look: lengths.
        head: stands above the cards.
        wall: the large card.
        private: the two cards below it.
        room: the card beside them.
        parent: the page.
    """

    def __init__(
        self,
        look: Look,
        head: QWidget,
        wall: QWidget,
        private: tuple[QWidget, QWidget],
        room: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._wall, self._private, self._room = wall, private, room
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setSpacing(4)
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        self.column.addWidget(head)
        self.column.addLayout(self._grid, 1)
        self.setWidget(content)
        look.changed.connect(self._arrange)
        self._arrange()

    def _arrange(self) -> None:
        """Put the cards where they have room."""
        px, inset = self._look.px, self._look.px(INSET)
        self.column.setContentsMargins(
            _MARGIN - min(inset, _MARGIN), px(_ABOVE), _MARGIN - min(inset, _MARGIN), 0
        )
        is_wide = self.width() >= px(_WIDE_FROM)
        first, second = self._private
        if is_wide:
            self._put(self._wall, 0, 0, 1, 2)
            self._put(first, 1, 0)
            self._put(second, 1, 1)
            self._put(self._room, 0, 2, 2, 1)
        else:
            for row, card in enumerate((self._wall, first, second, self._room)):
                self._put(card, row, 0, 1, 3)
        for column, share in enumerate((5, 5, 6) if is_wide else (1, 0, 0)):
            self._grid.setColumnStretch(column, share)
        for row, share in enumerate((3, 2, 0, 0) if is_wide else (3, 2, 2, 3)):
            self._grid.setRowStretch(row, share)
        self._set_heights(_ROOM if not is_wide else 0)

    def _put(self, card: QWidget, row: int, column: int, rows: int = 1, columns: int = 1) -> None:
        self._grid.addWidget(card, row, column, rows, columns)

    def _set_heights(self, room: int) -> None:
        self._wall.setMinimumHeight(self._look.px(_WALL))
        self._room.setMinimumHeight(self._look.px(room))
        for card in self._private:
            card.setMinimumHeight(self._look.px(_PRIVATE))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
