"""What every list that is filled anew, and every widget whose words wrap, has to ask of its layout."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, and its widgets off the page."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def in_turn(widgets: Iterable[QWidget]) -> None:
    """Have Tab go from one widget to the next; those made last would else come last.

    The first may be an owner that takes no focus itself: Qt would leave out what comes after it.
    """
    for before, after in pairwise(widgets):
        policy = before.focusPolicy()
        before.setFocusPolicy(policy or Qt.FocusPolicy.ClickFocus)
        QWidget.setTabOrder(before, after)
        before.setFocusPolicy(policy)


@contextmanager
def held(page: QWidget) -> Iterator[None]:
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


def let_wrap(
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
