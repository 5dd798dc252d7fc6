"""A share with its doubt: the value, its 95 % interval as a band, and what luck alone would give."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui.compat import override
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import paint_box, painter_on
from quizapp.ui.style.theme import mix
from quizapp.ui.widgets.layouts import enable_height_for_width
from quizapp.ui.widgets.signs import PaintedLabel

_USE = "caption"
_TRACK, _MARKER, _LUCK = 13, 24, 34  # heights in px at 100 % text
_GAP = 0


class IntervalBand(PaintedLabel):
    """A track from 0 to 100 % with a band, a marker and the luck line, labelled directly.

    Args:
        appearance: the appearance in force.
        parent: the owner.
        ends: whether the ends of the interval are labelled.
        names_luck: whether the luck line is.
    """

    def __init__(
        self,
        appearance: Appearance,
        parent: QWidget | None = None,
        *,
        ends: bool = True,
        names_luck: bool = True,
    ) -> None:
        super().__init__(appearance, parent)
        self._ends, self._names_luck = ends, names_luck
        self._low, self._high, self._value = 0.0, 1.0, 0.5
        self._luck: float | None = None
        enable_height_for_width(self, QSizePolicy.Policy.Expanding)

    def show_interval(self, low: float, high: float, value: float, luck: float | None) -> None:
        """Show a share.

        Args:
            low: lower end of the interval, 0 to 1.
            high: upper end of the interval, 0 to 1.
            value: the share found, 0 to 1.
            luck: the share guessing would give, or None where that says nothing.
        """
        self._low, self._high, self._value, self._luck = low, high, value, luck
        words = self.tr("{value}, likely between {low} and {high}").format(
            value=self._percent(value), low=self._percent(low), high=self._percent(high)
        )
        if luck is not None:
            words = self.tr("{words}; luck alone gives {luck}").format(words=words, luck=self._percent(luck))
        self.setAccessibleName(words)
        self.setToolTip("" if self._ends else words)
        self._apply_style()

    @override
    def hasHeightForWidth(self) -> bool:
        """A narrow band needs a second line of labels."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """The track and its lines of labels, in px."""
        lowest = max((box.bottom() for box, _text in self.labels(width)), default=0.0)
        return round(max(lowest, self._appearance.px(_LUCK)))

    @override
    def sizeHint(self) -> QSize:
        """As wide as a card's column."""
        width = self._appearance.px(360)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        """Two labels side by side."""
        width = self._appearance.px(140)
        return QSize(width, self.heightForWidth(width))

    def labels(self, width: float) -> list[tuple[QRectF, str]]:
        """Where each label stands within a width; no two overlap.

        The ends of the interval stand under its ends, pushed apart where they would touch. The
        word for luck takes a second line where it would touch one of them.
        """
        top, step = self._appearance.px(_LUCK + _GAP), self._appearance.line_step(_USE)
        shares = tuple(dict.fromkeys((self._low, self._high))) if self._ends else ()
        boxes = [self._box(share, self._percent(share), width, top) for share in shares]
        if len(boxes) > 1:
            boxes = _apart(boxes[0], boxes[1], self._appearance.px(8), width, mirrored=self._mirrored())
        texts = [self._percent(share) for share in shares]
        if self._luck is not None and self._names_luck:
            word = self.tr("luck")
            luck = self._box(self._luck, word, width, top)
            gap = self._appearance.px(6)
            if any(luck.adjusted(-gap, 0, gap, 0).intersects(box) for box in boxes):
                luck.translate(0, step)
            boxes.append(luck)
            texts.append(word)
        return list(zip(boxes, texts, strict=True))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track, band, luck line, marker and labels."""
        with painter_on(self) as painter:
            self._paint_track(painter)
            self._paint_luck(painter)
            self._paint_marker(painter)
            self._paint_labels(painter)

    def _paint_track(self, painter: QPainter) -> None:
        theme, height = self._appearance.theme, self._appearance.px(_TRACK)
        track = QRectF(0, (self._appearance.px(_LUCK) - height) / 2, self.width(), height)
        edge = theme.line if theme.sunken == theme.surface else None
        paint_box(painter, track, height / 2, theme.sunken, edge)
        ends = self._x(self._low, self.width()), self._x(self._high, self.width())
        band = QRectF(0, track.top(), max(abs(ends[1] - ends[0]), height), height)
        band.moveCenter(QPointF(sum(ends) / 2, track.center().y()))
        paint_box(painter, band & track, height / 2, mix(theme.sunken, theme.ink, 0.5))

    def _paint_luck(self, painter: QPainter) -> None:
        if self._luck is None:
            return
        pen = QPen(
            QColor(self._appearance.theme.ink),
            self._appearance.px(1.5),
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.FlatCap,
        )
        pen.setDashPattern([1.6, 1.4])
        painter.setPen(pen)
        x = self._x(self._luck, self.width())
        painter.drawLine(QPointF(x, 0), QPointF(x, self._appearance.px(_LUCK)))

    def _paint_marker(self, painter: QPainter) -> None:
        width, height = self._appearance.px(6), self._appearance.px(_MARKER)
        box = QRectF(0, 0, width, height)
        box.moveCenter(QPointF(self._x(self._value, self.width()), self._appearance.px(_LUCK) / 2))
        halo = self._appearance.px(2)
        for colour, grown in ((self._appearance.theme.surface, halo), (self._appearance.theme.ink, 0)):
            paint_box(painter, box.adjusted(-grown, -grown, grown, grown), width / 2 + grown, colour)

    def _paint_labels(self, painter: QPainter) -> None:
        painter.setFont(self._appearance.font(_USE))
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # else "35 %" is set as "% 35"
        for box, text in self.labels(self.width()):
            is_luck = text == self.tr("luck")
            painter.setPen(QColor(self._appearance.theme.muted if is_luck else self._appearance.theme.ink))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), text)

    def _box(self, share: float, text: str, width: float, top: float) -> QRectF:
        """A label's box, centred under its share and kept inside."""
        wide = QFontMetricsF(self._appearance.font(_USE)).horizontalAdvance(text) + 2
        left = min(max(self._x(share, width) - wide / 2, 0), width - wide)
        return QRectF(left, top, wide, self._appearance.line_step(_USE))

    def _x(self, share: float, width: float) -> float:
        inner = self._appearance.px(4)  # the marker at 0 and 100 % stays inside
        x = inner + min(max(share, 0.0), 1.0) * (width - 2 * inner)
        return width - x if self._mirrored() else x

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _percent(self, share: float) -> str:
        return self.tr("{number} %").format(number=round(100 * share))


def _apart(low: QRectF, high: QRectF, gap: float, width: float, *, mirrored: bool) -> list[QRectF]:
    """Two boxes moved away from each other until a gap lies between them, both inside a width."""
    left, right = (high, low) if mirrored else (low, high)
    missing = left.right() + gap - right.left()
    if missing > 0:
        left.translate(-missing / 2, 0)
        right.translate(missing / 2, 0)
        over = max(0.0, right.right() - width) + min(0.0, left.left())
        left.translate(-over, 0)
        right.translate(-over, 0)
    return [low, high]
