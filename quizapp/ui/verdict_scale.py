"""The one scale for verdict and strength: ◆ ┼ ┼ ┼ ●."""

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.domain.question import Side, Strength
from quizapp.ui.look import Look
from quizapp.ui.marks import paint_mark
from quizapp.ui.overriding import override
from quizapp.ui.painted import Painted
from quizapp.ui.painting import paint_box, painter_on

_SLIDE = 220  # ms
_STOPS = 5
_STEPS_FROM_MIDDLE = {Strength.CLEAR: 2, Strength.LEANING: 1, Strength.ARGUABLE: 0}
_WIDTH, _LEAST, _SCALE_HEIGHT, _GAP = 232, 156, 26, 4  # px at 100 % text
_MARK, _MARKER_WIDTH, _MARKER_HEIGHT, _TICK = 17, 12, 22, 10
_ENDS = 32  # px from the widget's edge to the first stop


def stop(side: Side, strength: Strength) -> int:
    """Where a verdict stands on the scale: 0 (clear Product) to 4 (clear Service)."""
    steps = _STEPS_FROM_MIDDLE[strength]
    return _STOPS // 2 + (steps if side is Side.SERVICE else -steps)


class VerdictScale(Painted):
    """Shows which side an answer lies on and how firmly, by place and by word.

    Args:
        look: the look in force.
        parent: the owner.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._side, self._strength = Side.PRODUCT, Strength.ARGUABLE
        self._place = float(_STOPS // 2)
        self._slide = QVariantAnimation(self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.valueChanged.connect(self._move)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_verdict(self, side: Side, strength: Strength) -> None:
        """Slide the marker to a verdict and name it."""
        self._side, self._strength = side, strength
        sides = {Side.PRODUCT: self.tr("Product"), Side.SERVICE: self.tr("Service")}
        name = self.tr("Verdict: arguable")
        if strength is not Strength.ARGUABLE:
            name = self.tr("Verdict: {side}, {strength}").format(
                side=sides[side], strength=self._word().lower()
            )
        self.setAccessibleName(name)
        self._slide.stop()
        self._slide.setStartValue(self._place)
        self._slide.setEndValue(float(stop(side, strength)))
        self._slide.setDuration(self._look.duration(_SLIDE))
        self._slide.start()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Room for the scale and one line of words."""
        height = self._look.px(_SCALE_HEIGHT + _GAP) + self._look.line_step("caption")
        return QSize(self._look.px(_WIDTH), height)

    @override
    def minimumSizeHint(self) -> QSize:
        """It moves its stops together rather than push words away."""
        return QSize(self._look.px(_LEAST), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint marks, line, stops, marker and word."""
        with painter_on(self) as painter:
            middle = self._look.px(_SCALE_HEIGHT) / 2
            self._paint_ends(painter, middle)
            self._paint_line(painter, middle)
            self._paint_marker(painter, middle)
            self._paint_word(painter)

    def _x(self, place: float) -> float:
        """Where a place between 0 and 4 lies, mirrored in right-to-left layouts."""
        ends = self._look.px(_ENDS)
        x = ends + place * (self.width() - 2 * ends) / (_STOPS - 1)
        return x if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else self.width() - x

    def _paint_ends(self, painter: QPainter, middle: float) -> None:
        out = self._look.px(_ENDS - 0.56 * _MARK) / ((self.width() - 2 * self._look.px(_ENDS)) / (_STOPS - 1))
        for side, place in ((Side.PRODUCT, -out), (Side.SERVICE, _STOPS - 1 + out)):
            centre = QPointF(self._x(place), middle)
            paint_mark(painter, side, centre, self._look.px(_MARK), self._look.theme.mark(side))

    def _paint_line(self, painter: QPainter, middle: float) -> None:
        """The line and its ticks, open around the marker."""
        pen = QPen(
            QColor(self._look.theme.border), self._look.px(1.5), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap
        )
        painter.setPen(pen)
        x, gap = self._x(self._place), self._look.px(_MARKER_WIDTH / 2 + 3)
        first, last = sorted((self._x(0), self._x(_STOPS - 1)))
        for start, end in ((first, min(x - gap, last)), (max(x + gap, first), last)):
            if end > start:
                painter.drawLine(QPointF(start, middle), QPointF(end, middle))
        half = self._look.px(_TICK) / 2
        for tick in (self._x(place) for place in range(_STOPS)):
            if abs(tick - x) >= gap:
                painter.drawLine(QPointF(tick, middle - half), QPointF(tick, middle + half))

    def _paint_marker(self, painter: QPainter, middle: float) -> None:
        width, height = self._look.px(_MARKER_WIDTH), self._look.px(_MARKER_HEIGHT)
        box = QRectF(self._x(self._place) - width / 2, middle - height / 2, width, height)
        paint_box(painter, box, self._look.px(4), self._colour())

    def _paint_word(self, painter: QPainter) -> None:
        font = self._look.font("caption")
        width = QFontMetricsF(font).horizontalAdvance(self._word())
        centre = self._x(stop(self._side, self._strength))
        left = min(max(centre - width / 2, 0), self.width() - width)
        top = self._look.px(_SCALE_HEIGHT + _GAP)
        painter.setFont(font)
        painter.setPen(self._colour())
        box = QRectF(left - 1, top, width + 2, self._look.line_step("caption"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), self._word())

    def _colour(self) -> QColor:
        if self._strength is Strength.ARGUABLE:
            return QColor(self._look.theme.ink)
        return self._look.theme.word(self._side)

    def _word(self) -> str:
        words = {
            Strength.CLEAR: self.tr("Clear"),
            Strength.LEANING: self.tr("Leaning"),
            Strength.ARGUABLE: self.tr("Arguable"),
        }
        return words[self._strength]

    def _move(self, place: float) -> None:
        self._place = place
        self.update()
