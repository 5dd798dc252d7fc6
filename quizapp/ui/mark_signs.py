"""Labels with a mark, and the logo as a widget."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QWidget

from quizapp.domain.question import Side
from quizapp.ui.look import Look
from quizapp.ui.marks import DIAMOND_REACH, paint_logo, paint_mark
from quizapp.ui.overriding import override
from quizapp.ui.painted import Painted
from quizapp.ui.text import Text


class MarkLabel(QWidget):
    """A side's mark and, in the side's colour, a word beside it that wraps.

    Args:
        look: the look in force.
        side: the side that is named.
        text: the word; the side's name when empty.
        use: the use of type, see `look.TYPE`.
        parent: the owner.
    """

    def __init__(
        self, look: Look, side: Side, text: str = "", use: str = "label_strong", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._side, self._use = look, side, use
        self._words = Text(look, use, "", side.value, self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._room = QSpacerItem(0, 0)
        self._row.addItem(self._room)
        self._row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self.set_side(side, text)
        self._relook()
        look.changed.connect(self._relook)

    def set_side(self, side: Side, text: str = "") -> None:
        """Name a side, with its own name or with other words."""
        self._side = side
        name = self.tr("Product") if side is Side.PRODUCT else self.tr("Service")
        self._words.setText(text or name)
        self._words.set_colour(side.value)
        self.setAccessibleName(text or name)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark level with the first line."""
        step = self._look.line_step(self._use)
        diameter = float(self._look.font(self._use).pixelSize())
        rect = self.rect()
        middle = DIAMOND_REACH * diameter
        x = middle if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else rect.width() - middle
        centre = QPointF(x, self._words.y() + step / 2)
        with QPainter(self) as painter:
            paint_mark(painter, self._side, centre, diameter, self._look.theme.mark(self._side))

    def _relook(self) -> None:
        self._room.changeSize(round(1.5 * self._look.font(self._use).pixelSize()), 0)
        self._row.invalidate()
        self.update()


class Logo(Painted):
    """The logo, large, for the page that greets."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setAccessibleName(self.tr("Product or Service?"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @override
    def sizeHint(self) -> QSize:
        """246 px by 157 at 100 % text."""
        return QSize(self._look.px(246), self._look.px(157))

    @override
    def minimumSizeHint(self) -> QSize:
        """It shrinks to a third rather than push words away."""
        return self.sizeHint() / 3

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the logo as large as it fits."""
        with QPainter(self) as painter:
            painter.setLayoutDirection(self.layoutDirection())
            paint_logo(painter, QRectF(self.rect()), self._look)
