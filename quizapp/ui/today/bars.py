"""A bar for each of seven days, with its number above and its name below."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QDate, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui.compat import override
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import paint_box, painter_on
from quizapp.ui.style.sheet import RING
from quizapp.ui.style.theme import mix
from quizapp.ui.widgets.signs import PaintedLabel

HIGH, LOW = 108, 92
"""px at 100 % text that a plot of Today takes down the page, and where there is little room."""

_USE = "smallest"
_GAP, _BASE, _SIGN = 10, 2, 22  # px at 100 % text: between bars, of a bar for nothing, of a sign
_RADIUS = 4
_SOFT, _STRONG = 0.3, 0.55  # how much of the ink other days have, and in high contrast
_WEEKDAY_FORMATS = (QLocale.FormatType.ShortFormat, QLocale.FormatType.NarrowFormat)


class DayBar(NamedTuple):
    """A day of a plot.

    Attributes:
        day: which.
        value: what the bar counts; None where nothing is known, which has no bar.
        sign: what stands below the bar: "tick", "ring", "dash", or empty for nothing.
    """

    day: QDate
    value: int | None
    sign: str = ""


class TodayPlot(PaintedLabel):
    """A plot whose place on Today is the same whatever it shows.

    Args:
        appearance: the appearance in force.
        least: px at 100 % text that it needs across.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, least: int, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._least, self._height = least, HIGH
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_height(self, height: int) -> None:
        """Take so many px at 100 % text down the page."""
        if height != self._height:
            self._height = height
            self._apply_style()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._appearance.px(200), self._appearance.px(self._height))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._appearance.px(self._least), self.sizeHint().height())


class DayBars(TodayPlot):
    """Seven bars, today's in ink.

    Args:
        appearance: the appearance in force.
        signs: whether there is room for signs below the bars.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None, *, signs: bool = False) -> None:
        super().__init__(appearance, 140, parent)
        self._signs = signs
        self._bars: tuple[DayBar, ...] = ()
        self._today = QDate()

    def show_days(self, bars: Sequence[DayBar], today: QDate, name: str) -> None:
        """Show other days.

        Args:
            bars: the days in their order.
            today: this day.
            name: what screen readers hear in place of the plot.
        """
        self._bars, self._today = tuple(bars), today
        self.setAccessibleName(name)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._bars:
            return
        with painter_on(self) as painter:
            names = self._names()
            for index, bar in enumerate(self._bars):
                self._paint_day(painter, self._column(index), bar, names[index])

    def _column(self, index: int) -> QRectF:
        """The place of a day, all the way down."""
        gap, count = self._appearance.px(_GAP), len(self._bars)
        step = (self.width() - 2 * RING + gap) / count
        place = count - 1 - index if self.isRightToLeft() else index
        return QRectF(RING + place * step, 0, step - gap, self.height())

    def _names(self) -> list[str]:
        """The days of the week, as short as the columns are narrow."""
        metrics, room = QFontMetricsF(self._font(is_today=True)), self._column(0).width() + _GAP - 2
        names: list[str] = []
        for form in _WEEKDAY_FORMATS:
            names = [QLocale().standaloneDayName(bar.day.dayOfWeek(), form) for bar in self._bars]
            if max(map(metrics.horizontalAdvance, names)) <= room:
                break
        return names

    def _font(self, *, is_today: bool) -> QFont:
        font = QFont(self._appearance.font(_USE))
        if is_today:
            font.setWeight(QFont.Weight.Bold)
        return font

    def _paint_day(self, painter: QPainter, column: QRectF, bar: DayBar, name: str) -> None:
        theme, px, is_today = self._appearance.theme, self._appearance.px, bar.day == self._today
        line = self._appearance.line_step(_USE)
        bottom = column.bottom() - line - px(4)
        painter.setFont(self._font(is_today=is_today))
        painter.setPen(QColor(theme.ink if is_today else theme.muted))
        _draw(painter, QRectF(column.left(), column.bottom() - line, column.width(), line), name)
        if self._signs:
            sign = QRectF(0, 0, px(_SIGN), px(_SIGN))
            sign.moveCenter(QPointF(column.center().x(), bottom - px(_SIGN) / 2))
            self._paint_sign(painter, sign, bar.sign, is_today=is_today)
            bottom = sign.top() - px(6)
        if bar.value is None:
            return
        most = max((each.value or 0 for each in self._bars), default=0)
        room = bottom - line - px(4)
        high = max(px(_BASE), room * bar.value / most) if most else px(_BASE)
        share = _STRONG if theme.sunken == theme.surface else _SOFT
        ink = theme.ink if is_today else mix(theme.surface, theme.ink, share)
        box = QRectF(column.left(), bottom - high, column.width(), high)
        paint_box(painter, box, min(px(_RADIUS), high / 2), ink)
        if bar.value:
            _draw(
                painter, QRectF(column.left(), box.top() - line - px(2), column.width(), line), str(bar.value)
            )

    def _paint_sign(self, painter: QPainter, box: QRectF, sign: str, *, is_today: bool) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        painter.save()
        if sign == "tick":
            paint_box(painter, box, box.width() / 2, theme.ink)
            pen = QPen(QColor(theme.on_ink), px(2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            at = [
                box.center() + QPointF(x, y) * box.width()
                for x, y in ((-0.2, 0), (-0.05, 0.15), (0.22, -0.15))
            ]
            painter.drawPolyline(at)
        elif sign == "ring":
            paint_box(painter, box, box.width() / 2, None, theme.ink if is_today else theme.border, px(1.5))
        elif sign == "dash":
            painter.setPen(QPen(QColor(theme.border), px(1.5)))
            painter.drawLine(box.center() - QPointF(px(5), 0), box.center() + QPointF(px(5), 0))
        painter.restore()


def _draw(painter: QPainter, box: QRectF, text: str) -> None:
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
    painter.drawText(box, int(flags), text)
