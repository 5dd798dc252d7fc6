"""A line in the smallest letters of the wall, to see from the back row before the round begins."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from quizapp.ui.look import Look
from quizapp.ui.marks import paint_logo
from quizapp.ui.overriding import override
from quizapp.ui.painted import Painted
from quizapp.ui.painting import painter_on
from quizapp.ui.text_layout import lay_out

_WIDTH, _HEIGHT = 1280, 720  # px of the picture that is scaled to the wall
_LEAST, _STEP, _LOGO = 20, 30, 120


class SightCard(Painted):
    """Fills the wall; its letters are as large there as the smallest that a round will show."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setAccessibleName(self.tr("Can the back row read this line?"))
        self.setMinimumSize(1, 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The logo, and the line below it."""
        look, scale = self._look, min(self.width() / _WIDTH, self.height() / _HEIGHT)
        font = look.font("label_strong")
        font.setPixelSize(max(1, round(_LEAST * scale)))
        middle = QPointF(self.rect().center())
        logo = _LOGO * scale
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), QColor(look.theme.surface))
            paint_logo(painter, QRectF(middle.x() - logo, middle.y() - 1.5 * logo, 2 * logo, logo), look)
            painter.setPen(QPen(QColor(look.theme.ink)))
            align = Qt.AlignmentFlag.AlignHCenter
            words = lay_out(self.accessibleName(), font, _STEP * scale, self.width(), align)
            words.draw(painter, QPointF(0, middle.y()))
