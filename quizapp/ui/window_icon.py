"""The icon of the window: the logo, painted."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from quizapp.ui.look import Look
from quizapp.ui.marks import paint_logo

_SIZES = (32, 128)


def window_icon(look: Look) -> QIcon:
    """The logo in the sizes that window managers ask for, in px."""
    icon = QIcon()
    for size in _SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_logo(painter, QRectF(0, size * 0.18, size, size * 0.64), look)
        icon.addPixmap(pixmap)
    return icon
