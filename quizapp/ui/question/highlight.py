"""Text with numbered deciding words, and their legend."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise, zip_longest
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
)
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QWidget

from quizapp.domain.question import Side
from quizapp.ui.compat import override
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import paint_mark
from quizapp.ui.style.painting import paint_box, painter_on
from quizapp.ui.style.text_layout import wrapping_option
from quizapp.ui.style.type import TYPE
from quizapp.ui.widgets.layouts import FlowLayout
from quizapp.ui.widgets.text import ReadingText, Text

_TAG = 18.5  # px: the diameter of ●


def tag_spacing(appearance: Appearance) -> float:
    """The px from the leading edge of a tag to the words it stands before."""
    return appearance.px(26)


def tag_centre(appearance: Appearance) -> float:
    """The px from the leading edge of a tag's room to the middle of the tag."""
    return appearance.px(11)


def paint_tag(painter: QPainter, number: int, side: Side, centre: QPointF, appearance: Appearance) -> None:
    """A numbered ◆ or ●, filled with the word colour so that its numeral reads well."""
    paint_mark(painter, side, centre, _TAG * appearance.scale, appearance.theme.word(side))
    font = appearance.font("smallest")
    font.setWeight(QFont.Weight.Bold)
    text = str(number)
    metrics = QFontMetricsF(font)
    spacing = _TAG * appearance.scale * 0.8
    if metrics.horizontalAdvance(text) > spacing:
        font.setPixelSize(max(1, int(font.pixelSize() * spacing / metrics.horizontalAdvance(text))))
        metrics = QFontMetricsF(font)
    baseline = QPointF(-metrics.horizontalAdvance(text) / 2, metrics.capHeight() / 2)
    painter.setFont(font)
    painter.setPen(appearance.theme.on(side))
    painter.drawText(centre + baseline, text)


class _Entry(QWidget):
    """One tag and the name of its cue."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._number, self._side = 0, Side.PRODUCT
        self._words = Text("label_strong", parent=self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._spacing = QSpacerItem(0, 0)
        self._row.addItem(self._spacing)
        self._row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        appearance.changed.connect(self._apply_style)
        self._apply_style()

    def show_cue(self, number: int, side: Side, name: str) -> None:
        """Name another cue."""
        self._number, self._side = number, side
        self._words.setText(name)
        self._words.set_tone(side.value)
        sides = {Side.PRODUCT: self.tr("Product"), Side.SERVICE: self.tr("Service")}
        self.setAccessibleName(f"{number}: {name} ({sides[side]})")
        self.update()

    def _apply_style(self) -> None:
        self._spacing.changeSize(self._appearance.px(27), 0)
        self._row.invalidate()
        self.setMinimumHeight(self._appearance.px(22))  # ◆ is taller than a line
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tag level with the first line of the name."""
        x = 10.5 * self._appearance.scale
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x
        centre = QPointF(x, self._words.y() + self._appearance.line_step("label_strong") / 2)
        with QPainter(self) as painter:
            paint_tag(painter, self._number, self._side, centre, self._appearance)


class CueLegend(QWidget):
    """The names of the cues, each with the number its words carry in the scenario."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._shown: list[tuple[int, Side, str]] = []
        self._entries: list[_Entry] = []  # kept from question to question
        self._flow = FlowLayout(self)
        self.setAccessibleName(self.tr("Deciding cues"))
        appearance.changed.connect(self._apply_style)
        self._apply_style()

    def set_entries(self, entries: Sequence[tuple[int, Side, str]]) -> None:
        """Name the cues: (number, side, name) each."""
        if self._shown == list(entries):
            return
        self._shown = list(entries)
        while len(self._entries) < len(self._shown):
            self._entries.append(_Entry(self._appearance, self))
            self._flow.addWidget(self._entries[-1])
        for entry, cue in zip_longest(self._entries, self._shown):
            if cue is not None:
                entry.show_cue(*cue)
            entry.setVisible(cue is not None)
        named = self._entries[: len(self._shown)]
        self.setAccessibleDescription("; ".join(entry.accessibleName() for entry in named))

    def _apply_style(self) -> None:
        self._flow.set_gaps(self._appearance.px(24), self._appearance.px(6))


SPACING = "\u00a0"
"""Stands where a tag is painted: a line never ends with it."""

_LINE_END = "\u2028"
_LINE_ENDS = re.compile("[\n\v\f\u0085\u2029]")
_UNSHOWABLE = re.compile("[\0\ud800-\udfff]")
_LANES = 3


@dataclass(frozen=True, slots=True)
class Highlight:
    """Deciding words: a half-open range of code points, the side they speak for, their cue's number."""

    start: int
    end: int
    side: Side
    number: int


class TaggedText:
    """A text with room for a tag before each highlight, and the way there and back.

    Places are UTF-16 units of the shown text for Qt, code points of the original for everyone else.

    Args:
        original: the text.
        highlights: they may overlap; one outside the text is left out.
        breaks: where lines shall end, in code points of the original; only after a blank one can.

    Attributes:
        highlights: those that hold at least one letter of the text, in reading order.
        lanes: how far down each one's underline runs, so that those of overlapping ones lie side by side.
        text: what is shown: room for the tags, one kind of line end, nothing that cannot be shown.
    """

    def __init__(
        self, original: str, highlights: Sequence[Highlight] = (), breaks: Iterable[int] = ()
    ) -> None:
        sound = [each for each in highlights if 0 <= each.start < each.end <= len(original)]
        self.highlights = sorted(sound, key=lambda each: each.start)
        self.lanes = _lanes(self.highlights)
        self._original = original
        self._starts = [each.start for each in self.highlights]
        self._tags = [start + before for before, start in enumerate(self._starts)]
        cuts = [0, *self._starts, len(original)]
        broken = _broken(original, breaks)
        shown = SPACING.join(broken[a:b] for a, b in pairwise(cuts))
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

    def original(self, start: int, end: int) -> str:
        """The part of the original text between two places of the shown one."""
        return self._original[self._point(start) : self._point(end)]

    def _point(self, position: int) -> int:
        """The original code point at a place of the shown text."""
        point = bisect_right(self._units, position) - 1
        return point - bisect_left(self._tags, point)


def _broken(text: str, positions: Iterable[int]) -> str:
    """A text as long as before, whose lines end at these places."""
    letters = list(text)
    for position in positions:
        if position and letters[position - 1] == " ":
            letters[position - 1] = _LINE_END
    return "".join(letters)


def _lanes(highlights: Sequence[Highlight]) -> list[int]:
    lanes: list[int] = []
    for each in highlights:
        taken = {lane for other, lane in zip(highlights, lanes, strict=False) if other.end > each.start}
        lanes.append(min(set(range(_LANES)) - taken, default=_LANES - 1))
    return lanes


def styled(start: int, end: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    """A half-open range of UTF-16 units in a style of its own."""
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, style
    return made


class TaggedLines:
    """A tagged text set in lines of one fixed step.

    Args:
        tagged: the text.
        width: px a line may take.
        appearance: the appearance in force.
        direction: the reading direction around the text; it starts from the right where either does.

    Attributes:
        tagged: the text.
        layout: Qt's lines, to be painted.
        height: of all of it, in px.
    """

    def __init__(
        self,
        tagged: TaggedText,
        width: float,
        appearance: Appearance,
        direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
    ) -> None:
        self.tagged = tagged
        self._step = appearance.line_step("scenario")
        font = appearance.font("scenario")
        metrics = QFontMetricsF(font)
        self._baseline = (self._step + metrics.ascent() - metrics.descent()) / 2
        self.layout = QTextLayout(tagged.text, font)
        self.layout.setTextOption(wrapping_option(tagged.text, direction=direction))
        self.layout.setFormats(_ranges(tagged, appearance))
        self.height = self._set_lines(max(1.0, width))
        self._pieces: dict[int, list[QRectF]] = {}

    def _set_lines(self, width: float) -> int:
        """Break the lines; an empty one between paragraphs is half as high."""
        top = 0.0
        self.layout.beginLayout()
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + self._baseline - line.ascent()))
            empty = line.textLength() == 1 and not line.naturalTextWidth()
            top += self._step / 2 if empty else self._step
        self.layout.endLayout()
        return ceil(max(top, self._step))

    def ends(self) -> list[int]:
        """Where each line but the last ends, in UTF-16 units."""
        lines = (self.layout.lineAt(number) for number in range(self.layout.lineCount() - 1))
        return [line.textStart() + line.textLength() for line in lines]

    def position(self, point: QPointF) -> int:
        """The place in the text nearest to a point, in UTF-16 units."""
        lines = [self.layout.lineAt(number) for number in range(self.layout.lineCount())]
        passed = [line for line in lines if self._top(line) <= point.y()] or lines[:1]
        return int(passed[-1].xToCursor(point.x())) if passed else 0

    def pieces(self, index: int) -> list[QRectF]:
        """The rectangles of a highlight's tag and words, one or more for each line, a step high."""
        if index not in self._pieces:
            self._pieces[index] = self._find_pieces(index)
        return self._pieces[index]

    def _find_pieces(self, index: int) -> list[QRectF]:
        tag, (_start, end) = self.tagged.tag(index), self.tagged.words(index)
        found = []
        top, bottom = (self.layout.lineForTextPosition(position).lineNumber() for position in (tag, end - 1))
        for line in (self.layout.lineAt(number) for number in range(top, bottom + 1)):
            first, last = max(tag, line.textStart()), min(end, line.textStart() + line.textLength())
            for left, right in _spans(line, first, last):
                found.append(QRectF(left, self._top(line), right - left, self._step))
        return found

    def tag_piece(self, index: int) -> QRectF:
        """The space of a highlight's tag; without width where the line has none for it."""
        tag = self.tagged.tag(index)
        line = self.layout.lineForTextPosition(tag)
        left, right = next(iter(_spans(line, tag, tag + 1)), (0.0, 0.0))
        return QRectF(left, self._top(line), right - left, self._step)

    def _top(self, line: QTextLine) -> float:
        """Where a line's step begins, in px."""
        return line.y() + line.ascent() - self._baseline


def _ranges(tagged: TaggedText, appearance: Appearance) -> list[QTextLayout.FormatRange]:
    """Heavier words, and blanks exactly as wide as a tag."""
    strong, spacing = QTextCharFormat(), QTextCharFormat()
    font = appearance.font("scenario_strong")
    strong.setFont(font)
    spare = tag_spacing(appearance) - QFontMetricsF(font).horizontalAdvance(SPACING)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spare)
    spacing.setFont(font)
    count = range(len(tagged.highlights))
    tags = {tagged.tag(index) for index in count}
    words = [tagged.words(index) for index in count]
    edges = sorted({*tags, *(tag + 1 for tag in tags), *(edge for pair in words for edge in pair)})
    return [
        styled(start, end, spacing if start in tags else strong)
        for start, end in pairwise(edges)
        if start in tags or any(first <= start < last for first, last in words)
    ]


def _spans(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
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


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that are marked in a text, from `start` up to `end`, in characters.

    Attributes:
        start: where they begin.
        end: where they end.
        side: the side they speak for; None for words that decide nothing and are only outlined.
    """

    start: int
    end: int
    side: Side | None


class HighlightedText(ReadingText):
    """A document in which words are marked; nothing in it moves when marks come or go.

    Marks are painted behind the text: a tint with a line below (Service solid, Product dashed) where
    they decide, an outline where they do not.

    Args:
        appearance: colours.
        use: the use of type, see `TYPE`.
        name: what screen readers call the text.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, use: str, name: str, parent: QWidget | None = None) -> None:
        self._marks: tuple[Mark, ...] = ()
        super().__init__(use, name, parent)
        self._appearance = appearance

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is marked."""
        return self._marks

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Mark these words, and say the deciding ones to screen readers."""
        self._marks = tuple(marks)
        text = self.text()
        words = ", ".join(text[mark.start : mark.end] for mark in marks if mark.side is not None)
        told = self.tr("Deciding words: {words}").format(words=words) if words else ""
        self.setAccessibleDescription(told)
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks, then the text upon them."""
        if self._marks:
            with painter_on(self.viewport()) as painter:
                for mark in self._marks:
                    for piece in self._pieces(mark):
                        self._paint_piece(painter, mark.side, piece)
        super().paintEvent(event)

    def _pieces(self, mark: Mark) -> Iterator[QRectF]:
        """The rectangles of marked words, one for each line they stand on."""
        text = self.text()
        start, end = _units(text[: mark.start]), _units(text[: mark.end])
        layout = self.document().documentLayout()
        block = self.document().begin()
        while block.isValid():
            first, last = max(start - block.position(), 0), min(end - block.position(), block.length() - 1)
            if first < last:
                corner = layout.blockBoundingRect(block).topLeft()
                for piece in _on_lines(block.layout(), first, last):
                    yield piece.translated(corner)
            block = block.next()

    def _paint_piece(self, painter: QPainter, side: Side | None, piece: QRectF) -> None:
        theme, size = self._appearance.theme, self._appearance.px(TYPE[self._use].size)
        box = piece.adjusted(-0.16 * size, 0, 0.16 * size, 0.12 * size) & QRectF(self.viewport().rect())
        radius = 0.22 * size
        if side is None:
            paint_box(painter, box, radius, None, theme.ink, max(1.5, 0.07 * size))
            return
        paint_box(painter, box, radius, theme.soft(side))
        style = Qt.PenStyle.SolidLine if side is Side.SERVICE else Qt.PenStyle.CustomDashLine
        pen = QPen(theme.mark(side), max(2.0, 0.09 * size), style, Qt.PenCapStyle.FlatCap)
        if side is Side.PRODUCT:
            pen.setDashPattern([2.5, 1.5])
        painter.setPen(pen)
        y = box.bottom() - pen.widthF() / 2
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        painter.setPen(Qt.PenStyle.NoPen)


def _units(text: str) -> int:
    """How many UTF-16 units Qt counts in a text."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _on_lines(layout: QTextLayout, start: int, end: int) -> Iterator[QRectF]:
    """Where a range of UTF-16 units stands: a piece for each line, or more where reading directions mix."""
    metrics = QFontMetricsF(layout.font())
    for line in (layout.lineAt(number) for number in range(layout.lineCount())):
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        top = line.y() + line.ascent() - metrics.ascent()
        natural = line.naturalTextRect()  # without the blanks that hang over the edge
        for run in line.glyphRuns(first, last - first) if first < last else []:
            box = run.boundingRect() & natural
            yield QRectF(box.left(), top, box.width(), metrics.height())
