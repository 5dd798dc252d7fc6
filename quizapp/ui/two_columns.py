"""A layout of two columns that become one where the width is short."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem

from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.look import Look
from quizapp.ui.overriding import override


class TwoColumns(FlowLayout):
    """Sets two widgets beside each other, equally high, or the first above the second.

    Args:
        look: lengths.
        gap: px at 100 % text between the columns.
        row_gap: px at 100 % text between the two when one stands above the other.
        shares: how the width is shared out.
        least: px at 100 % text; in less width there is one column.
    """

    def __init__(
        self, look: Look, gap: int, row_gap: int, shares: tuple[int, int] = (1, 1), least: int = 560
    ) -> None:
        self._heights: dict[int, int] = {}  # by width: Qt asks many times, and once before all is set
        super().__init__()
        self._look, self._shares, self._least = look, shares, least
        self._across, self._down = gap, row_gap

    @override
    def invalidate(self) -> None:
        """Forget what was measured."""
        self._heights.clear()
        super().invalidate()

    @override
    def heightForWidth(self, width: int) -> int:
        """The px both need within a width."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    @override
    def sizeHint(self) -> QSize:
        """Both beside each other."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._look.px(self._across)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    @override
    def _flow(self, rect: QRect, *, place: bool) -> int:
        items = self._shown()
        places = self._places(items, rect.width())
        if place:
            for item, spot in zip(items, places, strict=True):
                item.setGeometry(self._mirrored(spot.translated(rect.topLeft()), rect))
        return max((spot.bottom() + 1 for spot in places), default=0)

    def _places(self, items: list[QLayoutItem], width: int) -> list[QRect]:
        """Where the items stand in a width, read from the left."""
        if width < self._look.px(self._least):
            return self._stacked(items, width)
        gap = self._look.px(self._across)
        first = (width - gap) * self._shares[0] // sum(self._shares)
        spans = list(zip(items, ((0, first), (first + gap, width - first - gap)), strict=False))
        height = max((_height(item, across) for item, (_, across) in spans), default=0)
        return [QRect(left, 0, across, height) for _, (left, across) in spans]

    def _stacked(self, items: list[QLayoutItem], width: int) -> list[QRect]:
        places, top = [], 0
        for item in items:
            height = _height(item, width)
            places.append(QRect(QPoint(0, top), QSize(width, height)))
            top += height + self._look.px(self._down)
        return places


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
