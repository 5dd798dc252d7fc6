"""Flow and column layouts; tab order."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QSizePolicy, QVBoxLayout, QWidget

from quizapp.ui.compat import override
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import INSET, side_spacing


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, and its widgets off the page."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def set_tab_order(widgets: Iterable[QWidget]) -> None:
    """Have Tab go from one widget to the next; those made last would else come last.

    The first may be an owner that takes no focus itself: Qt would leave out what comes after it.
    """
    for before, after in pairwise(widgets):
        policy = before.focusPolicy()
        before.setFocusPolicy(policy or Qt.FocusPolicy.ClickFocus)
        QWidget.setTabOrder(before, after)
        before.setFocusPolicy(policy)


@contextmanager
def suspend_layout(page: QWidget) -> Iterator[None]:
    """Lay a page out once, after all that is shown, hidden and filled on it meanwhile.

    Without it Qt lays out everything around a widget each time that one is shown.
    """
    layouts = [
        (layout, widget)
        for layout in page.findChildren(QLayout)
        if isinstance(widget := layout.parent(), QWidget)
    ]
    for layout, _ in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout, _ in layouts:
            layout.setEnabled(True)
        for layout, widget in layouts:  # inwards, for the widths
            if layout.geometry() != widget.contentsRect():
                layout.update()  # it has missed that its widget was resized
            layout.activate()
        for layout, _ in reversed(layouts):  # outwards, for the heights
            layout.activate()


def enable_height_for_width(
    widget: QWidget,
    across: QSizePolicy.Policy = QSizePolicy.Policy.Preferred,
    down: QSizePolicy.Policy = QSizePolicy.Policy.Preferred,
) -> None:
    """Have layouts ask a widget how high it must be in the width they give it."""
    policy = QSizePolicy(across, down)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


def wrapped_hint(widget: QWidget, width: int) -> QSize:
    """A size hint of a width in px, as high as the width the widget has by now demands."""
    shown = widget.width() if widget.testAttribute(Qt.WidgetAttribute.WA_Resized) else width
    return QSize(width, widget.heightForWidth(max(shown, 1)))


def filled_hint(widget: QWidget, layout: QLayout) -> QSize:
    """The size hint of a widget whose layout holds words that wrap, as `wrapped_hint` has it.

    Qt's own asks for the height in the hinted width, for which all words would be laid out in vain.
    """
    if layout.hasHeightForWidth() and widget.testAttribute(Qt.WidgetAttribute.WA_Resized):
        return QSize(layout.sizeHint().width(), layout.totalHeightForWidth(widget.width()))
    return layout.totalSizeHint()


def follow_width(widget: QWidget, event: QResizeEvent) -> None:
    """Ask for another height when a width has changed."""
    if event.size().width() != event.oldSize().width():
        widget.updateGeometry()


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


class ColumnsLayout(FlowLayout):
    """Sets its items row by row in columns of one width; the items of a row are of one height.

    Args:
        appearance: lengths.
        most: the most columns there may be.
        least: the least width of a column in px at 100 % text.
        parent: the widget laid out.
    """

    def __init__(self, appearance: Appearance, most: int, least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance, self._most, self._least = appearance, most, least

    @override
    def sizeHint(self) -> QSize:
        """One column of the widest item."""
        width = max((item.sizeHint().width() for item in self._shown()), default=0)
        return QSize(width, self.heightForWidth(width))

    @override
    def _flow(self, rect: QRect, *, place: bool) -> int:
        shown = self._shown()
        columns = max(1, min(self._most, len(shown), rect.width() // self._appearance.px(self._least)))
        edges, down = [rect.width() * edge // columns for edge in range(columns + 1)], 0
        for start in range(0, len(shown), columns):
            row = list(zip(shown[start : start + columns], edges, edges[1:], strict=False))
            height = max(_column_height(item, right - left) for item, left, right in row)
            for item, left, right in row if place else ():
                at = QRect(rect.topLeft() + QPoint(left, down), QSize(right - left, height))
                item.setGeometry(self._mirrored(at, rect))
            down += height
        return down


def _column_height(item: QLayoutItem, width: int) -> int:
    """The px an item needs within a width."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class TwoColumns(FlowLayout):
    """Sets two widgets beside each other, equally high, or the first above the second.

    Args:
        appearance: lengths.
        gap: px at 100 % text between the columns.
        row_gap: px at 100 % text between the two when one stands above the other.
        shares: how the width is shared out.
        least: px at 100 % text; in less width there is one column.
    """

    def __init__(
        self,
        appearance: Appearance,
        gap: int,
        row_gap: int,
        shares: tuple[int, int] = (1, 1),
        least: int = 560,
    ) -> None:
        self._heights: dict[int, int] = {}  # by width: Qt asks many times, and once before all is set
        super().__init__()
        self._appearance, self._shares, self._least = appearance, shares, least
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
        width = sum(hint.width() for hint in hints) + self._appearance.px(self._across)
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
        if width < self._appearance.px(self._least):
            return self._stacked(items, width)
        gap = self._appearance.px(self._across)
        first = (width - gap) * self._shares[0] // sum(self._shares)
        spans = list(zip(items, ((0, first), (first + gap, width - first - gap)), strict=False))
        height = max((_height(item, across) for item, (_, across) in spans), default=0)
        return [QRect(left, 0, across, height) for _, (left, across) in spans]

    def _stacked(self, items: list[QLayoutItem], width: int) -> list[QRect]:
        places, top = [], 0
        for item in items:
            height = _height(item, width)
            places.append(QRect(QPoint(0, top), QSize(width, height)))
            top += height + self._appearance.px(self._down)
        return places


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class HeadRow(QHBoxLayout):
    """Plain text above cards: it is indented to where their visible edges run.

    Args:
        appearance: lengths.
        above: the room above in px.
        below: the room below in px.
    """

    def __init__(self, appearance: Appearance, above: int = 12, below: int = 4) -> None:
        super().__init__()
        self._appearance, self._above, self._below = appearance, above, below
        appearance.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        inset = self._appearance.px(INSET)
        self.setContentsMargins(inset, self._above, inset, self._below)


class ReachingColumn(QVBoxLayout):
    """Controls in a card, one below the other, that reach over its text on both sides.

    Args:
        appearance: lengths.
        reach: how far, in px at 100 % text.
        sideways: whether the reach grows as padding at the sides does, and not as the text.
    """

    def __init__(self, appearance: Appearance, reach: int = INSET, *, sideways: bool = False) -> None:
        super().__init__()
        self._appearance, self._reach, self._sideways = appearance, reach, sideways

    def _reached(self) -> int:
        return (
            side_spacing(self._appearance, self._reach)
            if self._sideways
            else self._appearance.px(self._reach)
        )

    @override
    def setGeometry(self, rect: QRect) -> None:
        """Place the controls in the widened rectangle."""
        super().setGeometry(rect.adjusted(-self._reached(), 0, self._reached(), 0))

    @override
    def heightForWidth(self, width: int) -> int:
        """The px all rows need within a width."""
        return super().heightForWidth(width + 2 * self._reached())

    @override
    def minimumHeightForWidth(self, width: int) -> int:
        """The least px all rows need within a width."""
        return super().minimumHeightForWidth(width + 2 * self._reached())


_GAP = 4


class ControlRow(FlowLayout):
    """Controls side by side, on further lines where the width is short.

    It reaches over its sides by the controls' inset: use it for buttons inside a card, their focus
    rings then lie in the card's padding.
    """

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(gap=_GAP)
        self._appearance = appearance

    def _reach(self) -> int:
        """How far the row reaches over each side, in px."""
        return self._appearance.px(INSET)

    @override
    def setGeometry(self, rect: QRect) -> None:
        """Place the controls in the widened rectangle."""
        super().setGeometry(rect.adjusted(-self._reach(), 0, self._reach(), 0))

    @override
    def heightForWidth(self, width: int) -> int:
        """The px all lines need within a width."""
        return super().heightForWidth(width + 2 * self._reach())

    @override
    def sizeHint(self) -> QSize:
        """All on one line, less what reaches over."""
        return super().sizeHint() - QSize(2 * self._reach(), 0)

    @override
    def minimumSize(self) -> QSize:
        """The widest control, less what reaches over."""
        return super().minimumSize() - QSize(2 * self._reach(), 0)
