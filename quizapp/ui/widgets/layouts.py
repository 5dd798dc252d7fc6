"""Flow and column layouts; tab order; laying a page out once."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QScrollArea, QSizePolicy, QWidget

from quizapp.ui.compat import override
from quizapp.ui.style.type import scaled


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, and its widgets off the page."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def set_tab_order(widgets: Iterable[QWidget]) -> None:
    """Have Tab go from one widget to the next; those made last would else come last.

    Any of them may be an owner that takes no focus itself: Qt would leave it out, and what comes after it.
    """
    for pair in pairwise(widgets):
        policies = [widget.focusPolicy() for widget in pair]
        for widget, policy in zip(pair, policies, strict=True):
            widget.setFocusPolicy(policy or Qt.FocusPolicy.ClickFocus)
        QWidget.setTabOrder(*pair)
        for widget, policy in zip(pair, policies, strict=True):
            widget.setFocusPolicy(policy)


def reorder_tabs(owner: QWidget, *parts: QWidget) -> None:
    """Have Tab go through these parts of an owner, after all others of it, however late they were made.

    Of buttons of which one is to be chosen Qt takes Tab from all but one; they keep their places as well.
    """

    def rank(widget: QWidget) -> int:
        return max((place for place, part in enumerate(parts, 1) if part.isAncestorOf(widget)), default=0)

    chain: list[QWidget] = []
    at = owner.nextInFocusChain()
    while at is not None and at is not owner:
        if owner.isAncestorOf(at) and at.focusPolicy():
            chain.append(at)
        at = at.nextInFocusChain()
    set_tab_order(sorted(chain, key=rank))


def scroll_to(widget: QWidget) -> None:
    """Bring a widget into view on the page that scrolls it."""
    if (area := scroll_area_of(widget)) is not None:
        area.ensureWidgetVisible(widget)


def scroll_area_of(widget: QWidget) -> QScrollArea | None:
    """The innermost area that scrolls a widget.

    It is not looked for upwards from the widget: Qt's own viewports lie on that way, and for the first
    one of them PySide6 loads all its classes of widgets, 8 ms.
    """
    window = widget.window()
    inner = (area for area in reversed(window.findChildren(QScrollArea)) if area.isAncestorOf(widget))
    outermost = window if isinstance(window, QScrollArea) and window is not widget else None
    return next(inner, outermost)


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
        layouts = [pair for pair in layouts if pair[1].isVisible()] or layouts  # showing lays out the others
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


def filled_hint(widget: QWidget, layout: QLayout) -> QSize:
    """The size hint of a widget whose layout holds words that wrap, for the width it has by now.

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
        centred: whether lines stand in the middle.
        filled: whether the items of a line share what is left of its width.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        gap: int = 4,
        row_gap: int = 0,
        *,
        spread: bool = False,
        centred: bool = False,
        filled: bool = False,
    ) -> None:
        self._heights: dict[int, int] = {}  # by width: Qt asks many times, and once before all is set
        super().__init__(parent)
        self._spread, self._centred, self._filled = spread, centred, filled
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
        self.invalidate()

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
    def invalidate(self) -> None:
        """Forget what was measured."""
        self._heights.clear()
        super().invalidate()

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
        if width not in self._heights:
            self._heights[width] = self._flow(QRect(0, 0, width, 0), place=False)
        return self._heights[width]

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
        """Set the items line by line in a rectangle; returns the height they take."""
        y = 0
        lines = self._lines(rect.width())
        for line in lines:
            height = max(size.height() for _, size in line)
            spare = rect.width() - sum(size.width() for _, size in line) - self._gap * (len(line) - 1)
            x = spare // 2 if self._centred else 0
            if self._filled and spare > 0:
                line = _stretched(line, spare)  # noqa: PLW2901
            for item, size in line:
                if self._spread and line is lines[-1] and item is line[-1][0] and item is not line[0][0]:
                    x = rect.width() - size.width()
                if place:
                    at = QRect(rect.topLeft() + QPoint(x, y + (height - size.height()) // 2), size)
                    item.setGeometry(self._mirrored(at, rect))
                x += size.width() + self._gap
            y += height + self._row_gap
        return max(0, y - self._row_gap)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The visible items with their sizes, as many on a line as fit a width."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._shown():
            size = _fitted(item, width)
            if not lines or size.width() > left:
                lines.append([])
                left = width
            lines[-1].append((item, size))
            left -= size.width() + self._gap
        return lines

    def _shown(self) -> list[QLayoutItem]:
        """The items that are not hidden."""
        return [item for item in self._items if not item.isEmpty()]

    def _mirrored(self, place: QRect, within: QRect) -> QRect:
        parent = self.parentWidget()
        if parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveRight(within.right() - (place.left() - within.left()))
        return place


def _stretched(line: list[tuple[QLayoutItem, QSize]], spare: int) -> list[tuple[QLayoutItem, QSize]]:
    """The items of a line with some px more among them."""
    each, rest = divmod(spare, len(line))
    return [(item, size + QSize(each + (place < rest), 0)) for place, (item, size) in enumerate(line)]


def _fitted(item: QLayoutItem, width: int) -> QSize:
    """An item's own width, or less where that is too much, and the height this takes."""
    hint = item.sizeHint()
    width = min(hint.width(), width)
    return QSize(width, _height(item, width))


class ColumnsLayout(FlowLayout):
    """Sets its items row by row in columns of one width; the items of a row are of one height.

    Args:
        most: the most columns there may be.
        least: the least width of a column in px at 100 % text.
        parent: the widget laid out.
        gap: px between columns and between rows.
        even: whether rows are filled alike: four go two by two where three have room abreast.
    """

    def __init__(
        self, most: int, least: int, parent: QWidget | None = None, gap: int = 0, *, even: bool = False
    ) -> None:
        super().__init__(parent, gap, gap)
        self._most, self._least, self._even = most, least, even

    def set_most(self, most: int) -> None:
        """Change how many columns there may be."""
        if most != self._most:
            self._most = most
            self.invalidate()

    @property
    def shown(self) -> int:
        """How many items are not hidden."""
        return len(self._shown())

    def abreast(self, width: int) -> int:
        """How many columns have room within a width."""
        return max(1, min(self._most, width // scaled(self._least)))

    @override
    def sizeHint(self) -> QSize:
        """One column of the widest item."""
        width = max((item.sizeHint().width() for item in self._shown()), default=0)
        return QSize(width, self.heightForWidth(width))

    @override
    def _flow(self, rect: QRect, *, place: bool) -> int:
        shown = self._shown()
        columns = max(1, min(self.abreast(rect.width()), len(shown)))
        if self._even:
            rows = max(1, -(-len(shown) // columns))
            columns = max(1, -(-len(shown) // rows))
        step = (rect.width() + self._gap) / columns
        spans = [(round(step * each), round(step * (each + 1)) - self._gap) for each in range(columns)]
        down = 0
        for start in range(0, len(shown), columns):
            row = list(zip(shown[start : start + columns], spans, strict=False))
            height = max(_height(item, right - left) for item, (left, right) in row)
            for item, (left, right) in row if place else ():
                at = QRect(rect.topLeft() + QPoint(left, down), QSize(right - left, height))
                item.setGeometry(self._mirrored(at, rect))
            down += height + self._row_gap
        return max(0, down - self._row_gap)


class TwoColumns(FlowLayout):
    """Sets two widgets beside each other, equally high, or the first above the second; one alone takes all.

    Args:
        gap: px at 100 % text between the columns.
        row_gap: px at 100 % text between the two when one stands above the other.
        shares: how the width is shared out.
        least: px at 100 % text; in less width there is one column.
    """

    def __init__(self, gap: int, row_gap: int, shares: tuple[int, int] = (1, 1), least: int = 560) -> None:
        super().__init__()
        self._shares, self._least = shares, least
        self._across, self._down = gap, row_gap

    def set_least(self, least: int) -> None:
        """Change the px at 100 % text below which there is one column."""
        self._least = least
        self.invalidate()

    @override
    def sizeHint(self) -> QSize:
        """Both beside each other."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + scaled(self._across)
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
        if width < scaled(self._least) or len(items) == 1:
            return self._stacked(items, width)
        gap = scaled(self._across)
        first = (width - gap) * self._shares[0] // sum(self._shares)
        spans = list(zip(items, ((0, first), (first + gap, width - first - gap)), strict=False))
        height = max((_height(item, across) for item, (_, across) in spans), default=0)
        return [QRect(left, 0, across, height) for _, (left, across) in spans]

    def _stacked(self, items: list[QLayoutItem], width: int) -> list[QRect]:
        places, top = [], 0
        for item in items:
            height = _height(item, width)
            places.append(QRect(QPoint(0, top), QSize(width, height)))
            top += height + scaled(self._down)
        return places


def _height(item: QLayoutItem, width: int) -> int:
    """The px an item needs within a width."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
