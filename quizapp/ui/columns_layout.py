"""A layout of equal columns: as many as the width has room for."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.look import Look
from quizapp.ui.overriding import override


class ColumnsLayout(FlowLayout):
    """Sets its items row by row in columns of one width; the items of a row are of one height.

    Args:
        look: lengths.
        most: the most columns there may be.
        least: the least width of a column in px at 100 % text.
        parent: the widget laid out.
    """

    def __init__(self, look: Look, most: int, least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._most, self._least = look, most, least

    @override
    def sizeHint(self) -> QSize:
        """One column of the widest item."""
        width = max((item.sizeHint().width() for item in self._shown()), default=0)
        return QSize(width, self.heightForWidth(width))

    @override
    def _flow(self, rect: QRect, *, place: bool) -> int:
        shown = self._shown()
        columns = max(1, min(self._most, len(shown), rect.width() // self._look.px(self._least)))
        edges, down = [rect.width() * edge // columns for edge in range(columns + 1)], 0
        for start in range(0, len(shown), columns):
            row = list(zip(shown[start : start + columns], edges, edges[1:], strict=False))
            height = max(_height(item, right - left) for item, left, right in row)
            for item, left, right in row if place else ():
                at = QRect(rect.topLeft() + QPoint(left, down), QSize(right - left, height))
                item.setGeometry(self._mirrored(at, rect))
            down += height
        return down


def _height(item: QLayoutItem, width: int) -> int:
    """The px an item needs within a width."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
