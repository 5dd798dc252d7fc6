"""Plots: a line with its band, told point by point to mouse, keyboard and screen reader."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor
from statistics import fmean

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui.compat import override
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import paint_box, painter_on
from quizapp.ui.style.theme import mix
from quizapp.ui.widgets.text import announce

MARKED_UP_TO = 60
"""Points that are marked each; of more the line alone tells."""
_COLUMN = 4  # px across that take one place each where there are very many points
_STEP = 0.2  # between the lines across, as a share
INSET = 4
"""px at all edges that are left to the focus ring."""
_RING, _RADIUS = 2.5, 12  # px of the focus ring
_DOT, _HALO, _LINE = 4.5, 2.0, 2.0  # px at 100 % text
_LABEL_GAP, _DATE = 12, 84  # px at 100 % text: beside the plot, and the least between two words below it
_NOTE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextWordWrap)


class Plot(QWidget):
    """A painted figure whose points can be gone through with the mouse or the arrow keys.

    What does not change is painted once; the point in hand is painted over it. To screen readers it is a
    chart with a name and a description, and says each point that the arrow keys come to.

    Args:
        appearance: the appearance in force.
        name: what screen readers call it.
        height: px at 100 % text.
        parent: the owner.

    Attributes:
        is_cached: whether it is painted from a kept picture; not where it is saved as a file.
    """

    def __init__(self, appearance: Appearance, name: str, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self.is_cached = True
        self._height = height
        self._picture: QPixmap | None = None
        self._current: int | None = None
        self._area: QRectF | None = None  # asked for at every point
        self.setProperty("chart", True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._restyle)

    # -- what a figure is made of ----------------------------------------------------------------

    def count(self) -> int:
        """How many points there are."""
        raise NotImplementedError

    def spot(self, index: int) -> QPointF:
        """Where a point lies in the widget."""
        raise NotImplementedError

    def says(self, index: int) -> str:
        """What a point stands for, in words."""
        raise NotImplementedError

    def find_area(self) -> QRectF:
        """Where the points lie, placed by where reading begins: figures stand around it."""
        raise NotImplementedError

    def draw(self, painter: QPainter) -> None:
        """Paint all but the point in hand."""
        raise NotImplementedError

    # -- showing ---------------------------------------------------------------------------------

    @property
    def current(self) -> int | None:
        """The point in hand; None for none."""
        return self._current

    def draw_anew(self) -> None:
        """Forget the kept picture, as after a change of what is shown."""
        self._picture = self._area = None
        if self._current is not None and self._current >= self.count():
            self._current = None
        self.update()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.draw_anew()

    @property
    def area(self) -> QRectF:
        """Where the points lie, see `find_area`."""
        if self._area is None:
            self._area = self.find_area()
        return self._area

    def is_mirrored(self) -> bool:
        """Whether reading begins at the right."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def across(self, x: float) -> float:
        """A place across, counted from where reading begins."""
        return self.width() - x if self.is_mirrored() else x

    def mirrored(self, box: QRectF) -> QRectF:
        """A box placed by where reading begins."""
        left = self.width() - box.right() if self.is_mirrored() else box.left()
        return QRectF(left, box.top(), box.width(), box.height())

    def width_of(self, text: str, use: str = "caption") -> float:
        """The px a line of text takes."""
        return QFontMetricsF(self.appearance.font(use)).horizontalAdvance(text)

    def write(
        self, painter: QPainter, box: QRectF, text: str, align: Qt.AlignmentFlag, use: str, tone: str
    ) -> None:
        """Write a line into a box placed by where reading begins; figures read from the left in any case.

        Args:
            painter: paints this widget.
            box: the place, as `mirrored` takes it.
            text: the line.
            align: where in the box it stands, left meaning where reading begins.
            use: of type.
            tone: the colour.
        """
        sides = {Qt.AlignmentFlag.AlignLeft: Qt.AlignmentFlag.AlignRight}
        sides |= {right: left for left, right in sides.items()}
        side = sides.get(align, align) if self.is_mirrored() else align
        painter.setFont(self.appearance.font(use))
        painter.setPen(QColor(tone))
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
        painter.drawText(self.mirrored(box), flags, text)

    def dot(self, painter: QPainter, at: QPointF, colour: str, size: float = _DOT) -> None:
        """A marker with a gap around it."""
        px = self.appearance.scale
        painter.setPen(Qt.PenStyle.NoPen)
        for radius, fill in ((size + _HALO, self.appearance.theme.surface), (size, colour)):
            painter.setBrush(QColor(fill))
            painter.drawEllipse(at, radius * px, radius * px)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def pen(self, colour: QColor | str, width: float, *, dotted: bool = False) -> QPen:
        """A pen whose width grows with the text."""
        pen = QPen(QColor(colour), max(1.0, width * self.appearance.scale))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if dotted else Qt.PenCapStyle.RoundCap)
        if dotted:
            pen.setDashPattern([1.6, 1.4])
        return pen

    # -- painting --------------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            if self.is_cached:
                painter.drawPixmap(0, 0, self._kept())
                self._paint_current(painter)
                self._paint_focus(painter)
            else:
                self.draw(painter)

    def _kept(self) -> QPixmap:
        if self._picture is None:
            ratio = self.devicePixelRatioF()
            made = QPixmap(self.size() * ratio)
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            with QPainter(made) as painter:
                hint = QPainter.RenderHint
                painter.setRenderHints(hint.Antialiasing | hint.TextAntialiasing)
                self.draw(painter)
            self._picture = made
        return self._picture

    def _paint_current(self, painter: QPainter) -> None:
        """The point in hand, larger, and beside it what it stands for."""
        if self._current is None:
            return
        theme, px, at = self.appearance.theme, self.appearance.px, self.spot(self._current)
        painter.setPen(self.pen(theme.border, 1))
        painter.drawLine(QPointF(at.x(), 0), QPointF(at.x(), self.height()))
        self.dot(painter, at, theme.ink, _DOT * 1.5)
        box = self.note_box(self._current)
        paint_box(painter, box, px(8), theme.surface, theme.ink, 1.5)
        painter.setFont(self.appearance.font("caption"))
        painter.setPen(QColor(theme.ink))
        painter.drawText(box.adjusted(px(10), 0, -px(10), 0), _NOTE, self.says(self._current))

    def note_box(self, index: int) -> QRectF:
        """Where it stands what a point says: beside it, inside the widget."""
        px, at = self.appearance.px, self.spot(index)
        metrics = QFontMetricsF(self.appearance.font("caption"))
        room = QRectF(0, 0, self.width() - px(20) - 2 * INSET, self.height())
        words = metrics.boundingRect(room, _NOTE, self.says(index))
        box = QRectF(0, 0, words.width() + px(20) + 1, words.height() + px(12))
        is_late = at.x() > self.width() / 2
        left = at.x() - px(14) - box.width() if is_late else at.x() + px(14)
        top = at.y() - box.height() / 2
        box.moveLeft(min(max(left, 1.0), max(1.0, self.width() - box.width() - 1)))
        box.moveTop(min(max(top, 1.0), max(1.0, self.height() - box.height() - 1)))
        return box

    def _paint_focus(self, painter: QPainter) -> None:
        if self.hasFocus():
            paint_box(painter, QRectF(self.rect()), _RADIUS, None, self.appearance.theme.focus, _RING)

    # -- going through the points ----------------------------------------------------------------

    def _take(self, index: int | None, *, aloud: bool = False) -> None:
        if index != self._current:
            self._current = index
            self.update()
            if aloud and index is not None:
                announce(self, self.says(index).replace("\n", ". "))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from point to point, Home and End to the first and the last."""
        last = self.count() - 1
        forward = Qt.Key.Key_Left if self.is_mirrored() else Qt.Key.Key_Right
        backward = Qt.Key.Key_Right if self.is_mirrored() else Qt.Key.Key_Left
        now = self._current
        targets = {
            forward: 0 if now is None else min(now + 1, last),
            backward: last if now is None else max(now - 1, 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.key() in targets and last >= 0:
            self._take(targets[Qt.Key(event.key())], aloud=True)
        elif event.key() == Qt.Key.Key_Escape and now is not None:
            self._take(None)
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._take(self._nearest(event.position()))

    def _nearest(self, at: QPointF) -> int | None:
        """The point nearest across; of evenly spaced ones none other need be looked at."""
        return min(range(self.count()), key=lambda index: abs(self.spot(index).x() - at.x()), default=None)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._take(None)
        super().leaveEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._take(None)
        super().focusOutEvent(event)
        self.update()

    # -- size ------------------------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.draw_anew()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.draw_anew()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.draw_anew()
        return super().event(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.appearance.px(420), self.appearance.px(self._height))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.appearance.px(220), self.appearance.px(self._height))


@dataclass(frozen=True, slots=True)
class LinePoint:
    """A share of a line, the ends of its interval, and what luck gives; each 0 to 1."""

    value: float
    low: float
    high: float
    luck: float


class LinePlot(Plot):
    """Shares in their order, evenly spaced: a line, its band, the luck line, and the last value in figures.

    Of very many points those that fall within a few px are painted as one: their means.
    """

    def __init__(self, appearance: Appearance, name: str, parent: QWidget | None = None) -> None:
        super().__init__(appearance, name, 280, parent)
        self._points: Sequence[LinePoint] = ()
        self._label: Callable[[int], str] = str
        self._words: Callable[[int], str] = str
        self._last = ("", "")
        self._floor = 0.0

    def show_points(
        self,
        points: Sequence[LinePoint],
        label: Callable[[int], str],
        says: Callable[[int], str],
        last: tuple[str, str],
    ) -> None:
        """Show other points.

        Args:
            points: in their order.
            label: what stands below one of them, by its index.
            says: what it stands for, in words of one or two lines.
            last: what stands beside the last one: its figure, and its doubt.
        """
        self._points, self._label, self._words, self._last = points, label, says, last
        lowest = min((min(each.low, each.luck) for each in points), default=0.0)
        self._floor = min(0.4, floor(lowest / _STEP + 1e-9) * _STEP)
        self.draw_anew()

    @override
    def count(self) -> int:
        return len(self._points)

    @override
    def says(self, index: int) -> str:
        return self._words(index)

    @override
    def spot(self, index: int) -> QPointF:
        return QPointF(self._x(index), self._y(self._points[index].value))

    @override
    def _nearest(self, at: QPointF) -> int | None:
        if not self._points:
            return None
        area = self.area
        part = (self.across(at.x()) - area.left()) / max(1.0, area.width())
        return min(max(round(part * (len(self._points) - 1)), 0), len(self._points) - 1)

    # -- places ----------------------------------------------------------------------------------

    @override
    def find_area(self) -> QRectF:
        """Beside the line stand the figures of its end, below it the days."""
        px = self.appearance.px
        before = INSET + self.width_of("100") + px(_LABEL_GAP)
        figure, doubt = self._last
        beside = max(self.width_of(figure, "section"), self.width_of(doubt), self.width_of(self.tr("luck")))
        top, below = px(12), self.appearance.line_step("caption") + px(12) + INSET
        inner = self.width() - before - beside - px(_LABEL_GAP + 8) - INSET
        return QRectF(before, top, max(1.0, inner), max(1.0, self.height() - top - below))

    def _x(self, index: int) -> float:
        area, last = self.area, len(self._points) - 1
        part = index / last if last else 0.5
        return self.across(area.left() + part * area.width())

    def _y(self, share: float) -> float:
        area = self.area
        return area.bottom() - (share - self._floor) / (1 - self._floor) * area.height()

    # -- painting --------------------------------------------------------------------------------

    @override
    def draw(self, painter: QPainter) -> None:
        area = self.area
        self._draw_grid(painter, area)
        if not self._points:
            return
        self._draw_days(painter, area)
        columns = self._columns(area)
        if len(self._points) == 1:
            self._draw_alone(painter, area)
        else:
            self._draw_line(painter, columns)
        if len(self._points) <= MARKED_UP_TO:
            for index in range(len(self._points)):
                self.dot(painter, self.spot(index), self.appearance.theme.ink)
        else:
            self.dot(painter, self.spot(len(self._points) - 1), self.appearance.theme.ink)
        self._draw_last(painter, area)

    def _draw_grid(self, painter: QPainter, area: QRectF) -> None:
        theme, px, step = self.appearance.theme, self.appearance.px, self.appearance.line_step("caption")
        line = mix(theme.surface, theme.ink, 0.35) if theme.is_flat else QColor(theme.line)
        for number in range(round(self._floor / _STEP), round(1 / _STEP) + 1):
            y = self._y(number * _STEP)
            painter.setPen(QPen(line, 1))
            painter.drawLine(QPointF(self.across(area.left()), y), QPointF(self.across(area.right()), y))
            box = QRectF(0, y - step / 2, area.left() - px(_LABEL_GAP), step)
            text = str(round(100 * number * _STEP))
            self.write(painter, box, text, Qt.AlignmentFlag.AlignRight, "caption", theme.muted)

    def _draw_days(self, painter: QPainter, area: QRectF) -> None:
        """A word below the last point, and below as many before it as there is room for."""
        last, step = len(self._points) - 1, self.appearance.line_step("caption")
        room = max(1, int(area.width() // self.appearance.px(_DATE)))
        for index in range(last, -1, -max(1, ceil(last / room))):
            text = self._label(index)
            wide = self.width_of(text) + 2
            left = min(max(self.across(self._x(index)) - wide / 2, INSET), self.width() - wide - INSET)
            box = QRectF(left, self.height() - step - INSET - 2, wide, step)
            self.write(
                painter, box, text, Qt.AlignmentFlag.AlignHCenter, "caption", self.appearance.theme.muted
            )

    def _columns(self, area: QRectF) -> list[tuple[float, list[LinePoint]]]:
        """The points by where they fall across: each for itself, or many in a column of a few px."""
        if len(self._points) <= area.width() / _COLUMN:
            return [(self._x(index), [point]) for index, point in enumerate(self._points)]
        found: dict[int, list[LinePoint]] = {}
        step = area.width() / (len(self._points) - 1)
        for index, point in enumerate(self._points):
            found.setdefault(int(index * step / _COLUMN), []).append(point)
        most = max(found)
        return [(self.across(area.left() + c / most * area.width()), points) for c, points in found.items()]

    def _draw_line(self, painter: QPainter, columns: list[tuple[float, list[LinePoint]]]) -> None:
        """The band, the luck line and the line; of columns of many points the means."""
        theme = self.appearance.theme
        upper = [QPointF(x, self._y(fmean(each.high for each in points))) for x, points in columns]
        lower = [QPointF(x, self._y(fmean(each.low for each in points))) for x, points in columns]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mix(theme.surface, theme.ink, 0.14))
        painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self.pen(mix(theme.surface, theme.ink, 0.4), 1))
        for side in (upper, lower):
            painter.drawPolyline(QPolygonF(side))
        lucks = [QPointF(x, self._y(fmean(each.luck for each in points))) for x, points in columns]
        painter.setPen(self.pen(theme.ink, 1.5, dotted=True))
        painter.drawPolyline(QPolygonF(lucks))
        painter.setPen(self.pen(theme.ink, _LINE))
        line = [QPointF(x, self._y(fmean(each.value for each in points))) for x, points in columns]
        painter.drawPolyline(QPolygonF(line))

    def _draw_alone(self, painter: QPainter, area: QRectF) -> None:
        """One point has an interval, and no line."""
        theme, point = self.appearance.theme, self._points[0]
        x, luck = self._x(0), self._y(point.luck)
        painter.setPen(self.pen(mix(theme.surface, theme.ink, 0.4), 5))
        painter.drawLine(QPointF(x, self._y(point.high)), QPointF(x, self._y(point.low)))
        painter.setPen(self.pen(theme.ink, 1.5, dotted=True))
        painter.drawLine(QPointF(self.across(area.left()), luck), QPointF(self.across(area.right()), luck))

    def _draw_last(self, painter: QPainter, area: QRectF) -> None:
        """The last value in figures beside its point, and the word for luck clear of them."""
        theme, px = self.appearance.theme, self.appearance.px
        (figure, doubt), last = self._last, self._points[-1]
        high, low = self.appearance.line_step("section"), self.appearance.line_step("caption")
        left, room = area.right() + px(_LABEL_GAP), self.width() - area.right() - px(_LABEL_GAP)
        top = min(max(self._y(last.value) - high / 2, 0.0), area.bottom() - high - low)
        begin = Qt.AlignmentFlag.AlignLeft
        self.write(painter, QRectF(left, top, room, high), figure, begin, "section", theme.ink)
        self.write(painter, QRectF(left, top + high, room, low), doubt, begin, "caption", theme.muted)
        luck = QRectF(left, self._y(last.luck) - low / 2, room, low)
        taken = QRectF(left, top, room, high + low)
        if luck.intersects(taken):
            is_below = luck.center().y() >= taken.center().y() or taken.top() < low
            luck.moveTop(taken.bottom() if is_below else taken.top() - low)
        self.write(painter, luck, self.tr("luck"), begin, "caption", theme.muted)
