"""A side named with its mark."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QWidget

from quizapp.domain.question import Side
from quizapp.ui.compat import override
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import DIAMOND_REACH, paint_mark
from quizapp.ui.style.sheet import RING
from quizapp.ui.widgets.text import Text


class MarkLabel(QWidget):
    """A side's mark and, in the side's colour, a word beside it that wraps.

    Args:
        appearance: the appearance in force.
        side: the side that is named.
        text: the word; the side's name when empty.
        use: the use of type, see `look.TYPE`.
        parent: the owner.
        tone: the word's colour token; the side's own when empty.
    """

    def __init__(
        self,
        appearance: Appearance,
        side: Side,
        text: str = "",
        use: str = "label_strong",
        parent: QWidget | None = None,
        *,
        tone: str = "",
    ) -> None:
        super().__init__(parent)
        self._appearance, self._side, self._use, self._tone = appearance, side, use, tone
        self._words = Text(use, "", side.value, self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._spacing = QSpacerItem(0, 0)
        self._row.addItem(self._spacing)
        self._row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self.set_side(side, text)
        self._apply_style()
        appearance.changed.connect(self._apply_style)

    def set_side(self, side: Side, text: str = "") -> None:
        """Name a side, with its own name or with other words."""
        self._side = side
        name = self.tr("Product") if side is Side.PRODUCT else self.tr("Service")
        self._words.setText(text or name)
        self._words.set_tone(self._tone or side.value)
        self.setAccessibleName(text or name)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark level with the first line."""
        step = self._words.fontMetrics().height()
        diameter = float(self._appearance.font(self._use).pixelSize())
        rect = self.rect()
        middle = RING + DIAMOND_REACH * diameter
        x = middle if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else rect.width() - middle
        centre = QPointF(x, self._words.y() + step / 2)
        with QPainter(self) as painter:
            paint_mark(painter, self._side, centre, diameter, self._appearance.theme.mark(self._side))

    def _apply_style(self) -> None:
        self._spacing.changeSize(round(1.5 * self._appearance.font(self._use).pixelSize()), 0)
        self._row.invalidate()
        self.update()
