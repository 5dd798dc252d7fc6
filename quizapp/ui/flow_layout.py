"""A layout that sets widgets like words: one after another, and on to the next line."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from quizapp.ui.overriding import override


class FlowLayout(QLayout):
    """Sets its items in reading direction and wraps them.

    Args:
        parent: the widget laid out.
        gap: px between neighbours on a line.
        row_gap: px between lines.
        spread: whether the very last item stands at the far end of its line.
    """

    def __init__(
        self, parent: QWidget | None = None, gap: int = 0, row_gap: int = 0, *, spread: bool = False
    ) -> None:
        super().__init__(parent)
        self._spread = spread
        self.setContentsMargins(0, 0, 0, 0)
        self._items: list[QLayoutItem] = []
        self._gap, self._row_gap = gap, row_gap

    def set_gaps(self, gap: int, row_gap: int) -> None:
        """Change the px between neighbours and between lines."""
        self._gap, self._row_gap = gap, row_gap
        self.invalidate()

    @override
    def addItem(self, item: QLayoutItem) -> None:
        """Take an item to the end."""
        self._items.append(item)

    @override
    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        """One item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one item back, or None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        """Less width makes more lines."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """The px all lines need within a width."""
        return self._flow(QRect(0, 0, width, 0), place=False)

    @override
    def sizeHint(self) -> QSize:
        """All on one line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    @override
    def minimumSize(self) -> QSize:
        """Each on a line of its own, as narrow as the widest can be."""
        hints = [item.minimumSize() for item in self._shown()]
        return QSize(
            max((hint.width() for hint in hints), default=0),
            max((hint.height() for hint in hints), default=0),
        )

    @override
    def setGeometry(self, rect: QRect) -> None:
        """Place every item."""
        super().setGeometry(rect)
        self._flow(rect, place=True)

    def _flow(self, rect: QRect, *, place: bool) -> int:
        """Walk the items through a rectangle; returns the height they take."""
        x, y, row = 0, 0, 0
        shown = self._shown()
        for item in shown:
            size = _fitted(item, rect.width())
            if x and x + size.width() > rect.width():
                x, y, row = 0, y + row + self._row_gap, 0
            if x and self._spread and item is shown[-1]:
                x = rect.width() - size.width()
            if place:
                item.setGeometry(self._mirrored(QRect(rect.topLeft() + QPoint(x, y), size), rect))
            x += size.width() + self._gap
            row = max(row, size.height())
        return y + row

    def _shown(self) -> list[QLayoutItem]:
        """The items that are not hidden."""
        return [item for item in self._items if not item.isEmpty()]

    def _mirrored(self, place: QRect, within: QRect) -> QRect:
        parent = self.parentWidget()
        if parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveRight(within.right() - (place.left() - within.left()))
        return place


def _fitted(item: QLayoutItem, width: int) -> QSize:
    """An item's own width, or less where that is too much, and the height this takes."""
    hint = item.sizeHint()
    width = min(hint.width(), width)
    return QSize(width, item.heightForWidth(width) if item.hasHeightForWidth() else hint.height())
