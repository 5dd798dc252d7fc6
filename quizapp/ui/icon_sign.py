"""An icon beside words that say the same: it is only for the eye."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QWidget

from quizapp.ui import icons
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import painter_on


class IconSign(QWidget):
    """A square as high as a line of its words.

    Args:
        look: the look in force.
        icon: an icon's name, see `icons.pixmap`.
        edge: the square's edge in px at 100 % text.
        parent: the owner.
    """

    def __init__(self, look: Look, icon: str, edge: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._icon, self._edge = look, icon, edge
        look.changed.connect(self._relook)
        self._relook()

    def _relook(self) -> None:
        edge = self._look.px(self._edge)
        self.setFixedSize(edge, edge)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            icons.paint(painter, QRectF(self.rect()), self._icon, QColor(self._look.theme.ink))
