"""What every list that is filled anew, and every widget whose words wrap, has to ask of its layout."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, and its widgets off the page."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


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


def follow_width(widget: QWidget, event: QResizeEvent) -> None:
    """Ask for another height when a width has changed."""
    if event.size().width() != event.oldSize().width():
        widget.updateGeometry()
