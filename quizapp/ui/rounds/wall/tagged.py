"""A text set in lines with room for numbered tags, as the wall shows deciding words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextLine

from quizapp.domain.question import Side, Verdict
from quizapp.domain.quotes import spans
from quizapp.ui.question.highlight import lanes
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import paint_mark
from quizapp.ui.style.text_layout import wrapping_option

SPACING = "\u00a0"
"""Stands where a tag is painted: a line never ends with it."""

_LINE_END = "\u2028"
_LINE_ENDS = re.compile("[\n\v\f\u0085\u2029]")
_UNSHOWABLE = re.compile("[\0\ud800-\udfff]")
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


@dataclass(frozen=True, slots=True)
class Highlight:
    """Deciding words: a half-open range of code points, the side they speak for, their cue's number."""

    start: int
    end: int
    side: Side
    number: int


Legend = list[tuple[int, Side, str]]


def deciding_words(verdict: Verdict) -> tuple[list[Highlight], Legend]:
    """The words of the facts that support a label, in reading order, and the legend of those facts."""
    found = sorted(
        (position[0], side, reason.text)
        for side in Side
        for reason in verdict.reasons_for(side)
        for quote in reason.quotes
        if (position := spans(verdict.scenario, quote))
    )
    numbers: dict[tuple[str, Side], int] = {}
    highlights = []
    for (start, end), side, text in found:
        number = numbers.setdefault((text, side), len(numbers) + 1)
        highlights.append(Highlight(start, end, side, number))
    return highlights, [(number, side, text) for (text, side), number in numbers.items()]


class TaggedText:
    """A text with room for a tag before each highlight; places in it are UTF-16 units, as Qt counts.

    Args:
        original: the text.
        highlights: they may overlap; one outside the text is left out.

    Attributes:
        highlights: those that hold at least one letter of the text, in reading order.
        lanes: how far down each one's underline runs, so that those of overlapping ones lie side by side.
        text: what is shown: room for the tags, one kind of line end, nothing that cannot be shown.
    """

    def __init__(self, original: str, highlights: Sequence[Highlight] = ()) -> None:
        sound = [each for each in highlights if 0 <= each.start < each.end <= len(original)]
        self.highlights = sorted(sound, key=lambda each: each.start)
        self.lanes = lanes(self.highlights)
        self._starts = [each.start for each in self.highlights]
        self._tags = [start + before for before, start in enumerate(self._starts)]
        cuts = [0, *self._starts, len(original)]
        shown = SPACING.join(original[a:b] for a, b in pairwise(cuts))
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
