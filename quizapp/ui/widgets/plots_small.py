"""Small plots: how sure against how right, and bars day by day."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from quizapp.ui.compat import override
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import paint_box
from quizapp.ui.style.theme import mix
from quizapp.ui.widgets.plots import INSET, Plot

_STEP = 0.2
_WINDOW, _INTERVAL = 30, 4.0  # px at 100 % text: how wide a range is, and the line of an interval


@dataclass(frozen=True, slots=True)
class LevelPoint:
    """A level, and the share right of its answers.

    Attributes:
        label: what stands below it.
        count: how many answers there are, as it is shown.
        window: the range in which the level pays best, 0 to 1.
        value: the share right, 0 to 1; None where there are no answers.
        low: the lower end of its interval, 0 to 1.
        high: the upper end.
        says: what it stands for, in words of one or two lines.
    """

    label: str
    count: str
    window: tuple[float, float]
    value: float | None
    low: float
    high: float
    says: str


class LevelPlot(Plot):
    """The share right of each level with its interval, over the range in which it should lie."""

    def __init__(self, appearance: Appearance, name: str, parent: QWidget | None = None) -> None:
        super().__init__(appearance, name, 264, parent)
        self._levels: Sequence[LevelPoint] = ()

    def show_levels(self, levels: Sequence[LevelPoint]) -> None:
        """Show other levels, the lowest first."""
        self._levels = levels
        self.draw_anew()

    @override
    def count(self) -> int:
        return len(self._levels)

    @override
    def says(self, index: int) -> str:
        return self._levels[index].says

    @override
    def spot(self, index: int) -> QPointF:
        level = self._levels[index]
        middle = sum(level.window) / 2
        return QPointF(self._x(index), self._y(middle if level.value is None else level.value))

    @override
    def find_area(self) -> QRectF:
        px, step = self.appearance.px, self.appearance.line_step("caption")
        before = INSET + self.width_of("100") + px(12)
        return QRectF(
            before, px(12), self.width() - before - px(8) - INSET, self.height() - 2 * step - px(30)
        )

    def _x(self, index: int) -> float:
        area = self.area
        return self.across(area.left() + (index + 0.5) / max(1, len(self._levels)) * area.width())

    def _y(self, share: float) -> float:
        area = self.area
        return area.bottom() - share * area.height()

    @override
    def draw(self, painter: QPainter) -> None:
        theme, px, area = self.appearance.theme, self.appearance.px, self.area
        step = self.appearance.line_step("caption")
        line = mix(theme.surface, theme.ink, 0.35) if theme.is_flat else QColor(theme.line)
        for number in range(round(1 / _STEP) + 1):
            y = self._y(number * _STEP)
            painter.setPen(QPen(line, 1))
            painter.drawLine(QPointF(self.across(area.left()), y), QPointF(self.across(area.right()), y))
            box = QRectF(0, y - step / 2, area.left() - px(12), step)
            text = str(round(100 * number * _STEP))
            self.write(painter, box, text, Qt.AlignmentFlag.AlignRight, "caption", theme.muted)
        for index, level in enumerate(self._levels):
            self._draw_level(painter, index, level)
            across = area.width() / len(self._levels)
            box = QRectF(area.left() + index * across, area.bottom() + px(12), across, step)
            centre = Qt.AlignmentFlag.AlignHCenter
            self.write(painter, box, level.label, centre, "caption", theme.ink)
            self.write(painter, box.translated(0, step), level.count, centre, "caption", theme.muted)

    def _draw_level(self, painter: QPainter, index: int, level: LevelPoint) -> None:
        theme, px, x = self.appearance.theme, self.appearance.px, self._x(index)
        low, high = (self._y(end) for end in level.window)
        window = QRectF(x - px(_WINDOW) / 2, high, px(_WINDOW), low - high)
        edge = theme.line if theme.is_flat else mix(theme.surface, theme.ink, 0.3)
        paint_box(painter, window, px(4), mix(theme.surface, theme.ink, 0.08), edge, 1, Qt.PenStyle.DashLine)
        if level.value is not None:
            painter.setPen(self.pen(mix(theme.surface, theme.ink, 0.55), _INTERVAL))
            painter.drawLine(QPointF(x, self._y(level.high)), QPointF(x, self._y(level.low)))
            self.dot(painter, QPointF(x, self._y(level.value)), theme.ink, 6)


@dataclass(frozen=True, slots=True)
class Bar:
    """A count of a day: what stands below it, how high it is, and what it says in words."""

    label: str
    value: int
    says: str


class BarPlot(Plot):
    """A bar for each day, the first in ink; counts stand above where there is room, else the highest."""

    def __init__(self, appearance: Appearance, name: str, parent: QWidget | None = None) -> None:
        super().__init__(appearance, name, 230, parent)
        self._bars: Sequence[Bar] = ()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other bars."""
        self._bars = bars
        self.draw_anew()

    @override
    def count(self) -> int:
        return len(self._bars)

    @override
    def says(self, index: int) -> str:
        return self._bars[index].says

    @override
    def spot(self, index: int) -> QPointF:
        box = self.mirrored(self._box(index))
        return QPointF(box.center().x(), box.top())

    @override
    def find_area(self) -> QRectF:
        px, step = self.appearance.px, self.appearance.line_step("caption")
        high = self.height() - 2 * step - px(18) - 2 * INSET
        return QRectF(INSET, INSET + step + px(8), self.width() - 2 * INSET, high)

    def _box(self, index: int) -> QRectF:
        """A bar, placed by where reading begins; a day with nothing is a hairline."""
        px, area = self.appearance.px, self.area
        most = max(1, *(bar.value for bar in self._bars))
        room = area.width() / len(self._bars)
        high = max(px(2), area.height() * self._bars[index].value / most)
        wide = min(px(40), max(1.0, room * 0.72))
        return QRectF(area.left() + index * room + (room - wide) / 2, area.bottom() - high, wide, high)

    @override
    def draw(self, painter: QPainter) -> None:
        if not self._bars:
            return
        theme = self.appearance.theme
        room = self.area.width() / len(self._bars)
        every = self._every([bar.label for bar in self._bars], room)
        has_room = self._every([str(bar.value) for bar in self._bars], room) == 1
        highest = max(range(len(self._bars)), key=lambda index: self._bars[index].value)
        below = self.height() - self._step() - INSET - 2
        for index, bar in enumerate(self._bars):
            box, is_first = self._box(index), index == 0
            fill = theme.ink if is_first else mix(theme.surface, theme.ink, 0.4)
            paint_box(painter, self.mirrored(box), min(3.0, box.width() / 2), fill)
            tone = theme.ink if is_first else theme.muted
            if bar.value and (has_room or index == highest):
                self._write_at(painter, box.center().x(), box.top() - self._step() - 2, str(bar.value), tone)
            if index % every == 0:
                self._write_at(painter, box.center().x(), below, bar.label, tone)

    def _every(self, words: Sequence[str], room: float) -> int:
        """How many bars a word needs the room of, where each bar has so much."""
        return max(1, ceil((max(map(self.width_of, words)) + self.appearance.px(8)) / room))

    def _step(self) -> int:
        return self.appearance.line_step("caption")

    def _write_at(self, painter: QPainter, x: float, top: float, text: str, tone: str) -> None:
        """A word in the middle of a place across, kept inside."""
        wide = self.width_of(text) + 2
        left = min(max(x - wide / 2, INSET), self.width() - wide - INSET)
        box = QRectF(left, top, wide, self._step())
        self.write(painter, box, text, Qt.AlignmentFlag.AlignHCenter, "caption", tone)
