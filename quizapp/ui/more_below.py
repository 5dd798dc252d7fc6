"""A quiet word that a page goes on below its foot."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QSizePolicy, QWidget

from quizapp.ui import icons
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painted import Painted
from quizapp.ui.painting import painter_on

_ICON, _GAP, _AROUND = 16, 6, 16  # px at 100 % text


class MoreBelow(Painted):
    """Says "More below" until the page is at its end; its room stays, so that nothing moves.

    Args:
        look: the look in force.
        parent: the owner.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._bar: QScrollBar | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._follow()

    def follow(self, bar: QScrollBar) -> None:
        """Say it while this scroll bar is not at its end."""
        self._bar = bar
        bar.valueChanged.connect(self._follow)
        bar.rangeChanged.connect(self._follow)

    def _follow(self) -> None:
        self.setAccessibleName(self.tr("More below") if self.is_telling() else "")
        self.update()

    def is_telling(self) -> bool:
        """Whether the page goes on."""
        return self._bar is not None and self._bar.value() < self._bar.maximum()

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self._look.font("label")).horizontalAdvance(self.tr("More below"))
        wide = round(words) + self._look.px(_ICON + _GAP + 2 * _AROUND)
        return QSize(wide, self._look.line_step("label"))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, and an arrow after them."""
        if not self.is_telling():
            return
        px, font = self._look.px, self._look.font("label")
        metrics, colour = QFontMetricsF(font), QColor(self._look.theme.muted)
        words = metrics.horizontalAdvance(self.tr("More below"))
        edge, start = px(_ICON), px(_AROUND)
        left, arrow = float(start), start + words + px(_GAP)
        if self.isRightToLeft():
            left, arrow = self.width() - left - words, self.width() - arrow - edge
        middle = self.height() / 2
        with painter_on(self) as painter:
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(QPointF(left, middle + metrics.capHeight() / 2), self.tr("More below"))
            box = QRectF(round(arrow), round(middle - edge / 2), edge, edge)
            icons.paint(painter, box, "arrow-down", colour)
