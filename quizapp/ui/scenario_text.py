"""The scenario: text that can show its deciding words without moving what lies around it."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from quizapp.domain.question import Side
from quizapp.ui.cue_legend import paint_tag, tag_centre, tag_room
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import paint_box, painter_on

_ROOM = "\u00a0"  # stands where a tag is painted: a line never ends with it
_LINE_END = "\u2028"
_LINE_ENDS = re.compile("[\n\v\f\u0085\u2029]")
_UNSHOWABLE = re.compile("[\0\ud800-\udfff]")
_STEP = 80  # ms from one highlight to the next
_LANES = 3
_KEPT = 8  # settings of one text for different widths
_WIDTH = 640  # px at 100 % text, before a layout has spoken


@dataclass(frozen=True, slots=True)
class Highlight:
    """Deciding words: a half-open range of code points, the side they speak for, their cue's number."""

    start: int
    end: int
    side: Side
    number: int


class _Tagged:
    """A text with room for a tag before each highlight, and the way there and back.

    Places are UTF-16 units of the shown text for Qt, code points of the original for everyone else.
    """

    def __init__(self, original: str, highlights: Sequence[Highlight]) -> None:
        self.highlights = sorted(highlights, key=lambda each: each.start)
        self._starts = [each.start for each in self.highlights]
        self._tags = [start + before for before, start in enumerate(self._starts)]
        self.lanes = _lanes(self.highlights)
        cuts = [0, *self._starts, len(original)]
        shown = _ROOM.join(original[a:b] for a, b in pairwise(cuts))
        self.text = _UNSHOWABLE.sub("\ufffd", _LINE_ENDS.sub(_LINE_END, shown))
        self._units = list(accumulate((1 + (letter > "\uffff") for letter in self.text), initial=0))

    @property
    def length(self) -> int:
        """The UTF-16 units shown."""
        return self._units[-1]

    def tag(self, index: int) -> int:
        """Where the tag of one highlight stands."""
        return self._units[self._tags[index]]

    def words(self, index: int) -> tuple[int, int]:
        """Where the words of one highlight start and end, tags of others inside included."""
        each = self.highlights[index]
        start = each.start + bisect_right(self._starts, each.start)
        return self._units[start], self._units[max(start, each.end + bisect_left(self._starts, each.end))]

    def original(self, place: int) -> int:
        """The original code point at a place of the shown text."""
        point = bisect_right(self._units, place) - 1
        return point - bisect_left(self._tags, point)


def _lanes(highlights: Sequence[Highlight]) -> list[int]:
    """How far down each underline runs, so that those of overlapping highlights lie side by side."""
    lanes: list[int] = []
    for each in highlights:
        taken = {lane for other, lane in zip(highlights, lanes, strict=False) if other.end > each.start}
        lanes.append(min(set(range(_LANES)) - taken, default=_LANES - 1))
    return lanes


def _sound(highlights: Sequence[Highlight], length: int) -> list[Highlight]:
    """The highlights that hold at least one letter of a text of this length."""
    return [each for each in highlights if 0 <= each.start < each.end <= length]


def _reads_leftwards(text: str) -> bool:
    """Whether the first letter with a direction is one of Arabic, Hebrew and the like."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in {"L", "R", "AL"}:
            return kind != "L"
    return False


def _option(text: str) -> QTextOption:
    leftwards = _reads_leftwards(text)
    option = QTextOption(Qt.AlignmentFlag.AlignRight if leftwards else Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _ranges(tagged: _Tagged, look: Look) -> list[QTextLayout.FormatRange]:
    """Heavier words, and blanks exactly as wide as a tag."""
    strong, room = look.font("scenario_strong"), look.font("scenario_strong")
    spare = tag_room(look) - QFontMetricsF(look.font("scenario_strong")).horizontalAdvance(_ROOM)
    room.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spare)
    count = range(len(tagged.highlights))
    tags = {tagged.tag(index) for index in count}
    words = [tagged.words(index) for index in count]
    edges = sorted({*tags, *(tag + 1 for tag in tags), *(edge for pair in words for edge in pair)})
    return [
        _range(start, end, room if start in tags else strong)
        for start, end in pairwise(edges)
        if start in tags or any(first <= start < last for first, last in words)
    ]


def _range(start: int, end: int, font: QFont) -> QTextLayout.FormatRange:
    made, style = QTextLayout.FormatRange(), QTextCharFormat()
    style.setFont(font)
    made.start, made.length, made.format = start, end - start, style
    return made


class _Setting:
    """A tagged text set in lines of one fixed step.

    Args:
        tagged: the text.
        width: px a line may take.
        look: the look in force.
    """

    def __init__(self, tagged: _Tagged, width: float, look: Look) -> None:
        self.tagged, self.step = tagged, look.line_step("scenario")
        font = look.font("scenario")
        metrics = QFontMetricsF(font)
        self._baseline = (self.step + metrics.ascent() - metrics.descent()) / 2
        self.layout = QTextLayout(tagged.text, font)
        self.layout.setTextOption(_option(tagged.text))
        self.layout.setFormats(_ranges(tagged, look))
        self.height = self._set_lines(max(1.0, width))

    def _set_lines(self, width: float) -> int:
        """Break the lines; an empty one between paragraphs is half as high."""
        top = 0.0
        self.layout.beginLayout()
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + self._baseline - line.ascent()))
            empty = line.textLength() == 1 and not line.naturalTextWidth()
            top += self.step / 2 if empty else self.step
        self.layout.endLayout()
        return ceil(max(top, self.step))

    def top(self, line: QTextLine) -> float:
        """Where a line's step begins, in px."""
        return line.y() + line.ascent() - self._baseline

    def place(self, point: QPointF) -> int:
        """The place in the text nearest to a point, in UTF-16 units."""
        lines = [self.layout.lineAt(number) for number in range(self.layout.lineCount())]
        passed = [line for line in lines if self.top(line) <= point.y()] or lines[:1]
        return int(passed[-1].xToCursor(point.x())) if passed else 0

    def pieces(self, index: int) -> list[QRectF]:
        """The rectangles of a highlight's tag and words, one or more for each line, a step high."""
        tag, (_start, end) = self.tagged.tag(index), self.tagged.words(index)
        found = []
        top, bottom = (self.layout.lineForTextPosition(place).lineNumber() for place in (tag, end - 1))
        for line in (self.layout.lineAt(number) for number in range(top, bottom + 1)):
            first, last = max(tag, line.textStart()), min(end, line.textStart() + line.textLength())
            for left, right in self._spans(line, first, last):
                found.append(QRectF(left, self.top(line), right - left, self.step))
        return found

    def tag_piece(self, index: int) -> QRectF:
        """The room of a highlight's tag; without width where the line has none for it."""
        tag = self.tagged.tag(index)
        line = self.layout.lineForTextPosition(tag)
        left, right = next(iter(self._spans(line, tag, tag + 1)), (0.0, 0.0))
        return QRectF(left, self.top(line), right - left, self.step)

    def _spans(self, line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
        """Where a range stands in a line: several spans where reading directions mix."""
        natural = line.naturalTextRect()  # without the blanks that hang over the edge
        runs = line.glyphRuns(start, end - start) if end > start else []
        boxes = [run.boundingRect() & natural for run in runs]
        spans: list[tuple[float, float]] = []
        for left, right in sorted((box.left(), box.right()) for box in boxes if box.width() > 0):
            if spans and left - spans[-1][1] < 1:
                spans[-1] = (spans[-1][0], max(right, spans[-1][1]))
            else:
                spans.append((left, right))
        return spans


class ScenarioText(QLabel):
    """The scenario, selectable, whose deciding words can be revealed.

    The height of the tagged text is reserved from the start. Copying yields the original text.

    Args:
        look: the look in force.
        parent: the owner.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._look = look
        self._original = ""
        self._plain = self._tagged = _Tagged("", [])
        self._revealed, self._visible_marks = False, 0
        self._selection = (0, 0)  # anchor and cursor, in UTF-16 units of the shown text
        self._settings: dict[tuple[bool, int], _Setting] = {}
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._show_next)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        look.changed.connect(self._relook)

    def set_scenario(self, text: str, highlights: Sequence[Highlight] = ()) -> None:
        """Show a text, its deciding words not yet revealed.

        Args:
            text: plain text; line ends make paragraphs.
            highlights: they may overlap; one outside the text is left out.
        """
        self._original = text
        self._plain = _Tagged(text, [])
        self._tagged = _Tagged(text, _sound(highlights, len(text)))
        self.setAccessibleName(text)
        self.reveal(False)
        self._relook()

    def reveal(self, shown: bool, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - Qt's setters take booleans
        """Show or hide the deciding words; animated, they appear one after another."""
        self._timer.stop()
        self._revealed, self._selection = shown, (0, 0)
        step = self._look.duration(_STEP) if animate else 0
        self._visible_marks = 0 if step else len(self._tagged.highlights)
        if shown and step:
            self._timer.start(step)
        self.setAccessibleDescription(self._described() if shown else "")
        self.update()

    def selected_text(self) -> str:
        """The selected part of the original text."""
        start, end = sorted(self._selection)
        tagged = self._current().tagged
        return self._original[tagged.original(start) : tagged.original(end)]

    @override
    def hasHeightForWidth(self) -> bool:
        """Less width makes more lines."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """The px the text takes with or without tags, whichever is more."""
        return max(
            self._setting(tagged=False, width=width).height, self._setting(tagged=True, width=width).height
        )

    @override
    def sizeHint(self) -> QSize:
        """As high as its present width demands, or else a customary one."""
        width = self._look.px(_WIDTH)
        shown = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else width
        return QSize(width, self.heightForWidth(shown))

    @override
    def minimumSizeHint(self) -> QSize:
        """Wide enough for a few words."""
        return QSize(self._look.px(160), self._look.line_step("scenario"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the width has changed."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint tints, text, underlines and tags, in this order."""
        setting = self._current()
        marks = range(self._visible_marks if self._revealed else 0)
        with painter_on(self) as painter:
            for index in marks:
                self._paint_tint(painter, setting, index)
            painter.setPen(QColor(self._look.theme.ink))
            setting.layout.draw(painter, QPointF(0, 0), self._selected_ranges(), QRectF(event.rect()))
            for index in marks:
                self._paint_signs(painter, setting, index)

    def _paint_tint(self, painter: QPainter, setting: _Setting, index: int) -> None:
        px = self._look.px
        for piece in setting.pieces(index):
            tint = piece.adjusted(-px(2), px(3), px(2), -px(4)) & QRectF(self.rect())
            paint_box(painter, tint, px(5), self._look.theme.soft(self._tagged.highlights[index].side))

    def _paint_signs(self, painter: QPainter, setting: _Setting, index: int) -> None:
        """The underline, solid for Service and dashed for Product, and the tag."""
        px, each = self._look.px, self._tagged.highlights[index]
        pen = QPen(self._look.theme.mark(each.side), px(2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        if each.side is Side.PRODUCT:
            pen.setDashPattern([2.5, 1.5])
        painter.setPen(pen)
        for piece in setting.pieces(index):
            y = round(piece.top()) + px(32) + px(3.5) * self._tagged.lanes[index]
            painter.drawLine(QPointF(round(piece.left()), y), QPointF(round(piece.right()), y))
        room = setting.tag_piece(index)
        if room.width() > 0:
            offset = tag_centre(self._look)
            leftwards = setting.layout.textOption().textDirection() == Qt.LayoutDirection.RightToLeft
            x = room.right() - offset if leftwards else room.left() + offset
            paint_tag(painter, each.number, each.side, QPointF(x, room.center().y()), self._look)

    def _selected_ranges(self) -> list[QTextLayout.FormatRange]:
        start, end = sorted(self._selection)
        if start == end:
            return []
        made, style = QTextLayout.FormatRange(), QTextCharFormat()
        style.setBackground(QColor(self._look.theme.ink))
        style.setForeground(QColor(self._look.theme.on_ink))
        made.start, made.length, made.format = start, end - start, style
        return [made]

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Start to select."""
        if event.button() == Qt.MouseButton.LeftButton:
            place = self._current().place(event.position())
            self._select(place, place)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select up to the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._select(self._selection[0], self._current().place(event.position()))

    @override
    def event(self, event: QEvent) -> bool:
        """Claim the keys for copying before a menu does."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (
                event.matches(QKeySequence.StandardKey.Copy)
                or event.matches(QKeySequence.StandardKey.SelectAll)
            )
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the selected words, if there are any, or select all."""
        if event.matches(QKeySequence.StandardKey.Copy):
            if selected := self.selected_text():
                QGuiApplication.clipboard().setText(selected)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._select(0, self._current().tagged.length)
        else:
            super().keyPressEvent(event)

    def _select(self, anchor: int, cursor: int) -> None:
        self._selection = (anchor, cursor)
        self.update()

    def _show_next(self) -> None:
        self._visible_marks += 1
        if self._visible_marks >= len(self._tagged.highlights):
            self._timer.stop()
        self.update()

    def _described(self) -> str:
        """The deciding words, each after its cue's number."""
        words = (f"{each.number} {self._original[each.start : each.end]}" for each in self._tagged.highlights)
        listed = ", ".join(words)
        return self.tr("Deciding words: {words}").format(words=listed) if listed else ""

    def _current(self) -> _Setting:
        return self._setting(tagged=self._revealed, width=self.width())

    def _setting(self, *, tagged: bool, width: int) -> _Setting:
        """The text set for a width; the last few are kept."""
        key = (tagged, width)
        if key not in self._settings:
            if len(self._settings) >= _KEPT:
                self._settings.clear()
            self._settings[key] = _Setting(self._tagged if tagged else self._plain, width, self._look)
        return self._settings[key]

    def _relook(self) -> None:
        self._settings.clear()
        self.updateGeometry()
        self.update()
