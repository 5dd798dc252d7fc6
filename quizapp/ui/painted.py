"""The base of every sign that is painted and read aloud."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from quizapp.ui.layouts import follow_width
from quizapp.ui.look import Look
from quizapp.ui.overriding import override


class Painted(QLabel):
    """A label that paints itself: to screen readers it is text, namely its accessible name.

    Args:
        look: the look in force.
        parent: the owner.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._look = look
        look.changed.connect(self._relook)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.hasHeightForWidth():
            follow_width(self, event)

    def _relook(self) -> None:
        """Take another size where it is wanted, and paint anew."""
        self.updateGeometry()
        self.update()
