"""A tagged text broken into lines of one fixed step, and where its tags and words then stand."""

from itertools import pairwise
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextLine

from quizapp.ui.cue_legend import tag_room
from quizapp.ui.look import Look
from quizapp.ui.tagged_text import ROOM, TaggedText
from quizapp.ui.text_layout import wrapping_option


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
        look: the look in force.
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
        look: Look,
        direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
    ) -> None:
        self.tagged = tagged
        self._step = look.line_step("scenario")
        font = look.font("scenario")
        metrics = QFontMetricsF(font)
        self._baseline = (self._step + metrics.ascent() - metrics.descent()) / 2
        self.layout = QTextLayout(tagged.text, font)
        self.layout.setTextOption(wrapping_option(tagged.text, direction=direction))
        self.layout.setFormats(_ranges(tagged, look))
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

    def place(self, point: QPointF) -> int:
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
        top, bottom = (self.layout.lineForTextPosition(place).lineNumber() for place in (tag, end - 1))
        for line in (self.layout.lineAt(number) for number in range(top, bottom + 1)):
            first, last = max(tag, line.textStart()), min(end, line.textStart() + line.textLength())
            for left, right in _spans(line, first, last):
                found.append(QRectF(left, self._top(line), right - left, self._step))
        return found

    def tag_piece(self, index: int) -> QRectF:
        """The room of a highlight's tag; without width where the line has none for it."""
        tag = self.tagged.tag(index)
        line = self.layout.lineForTextPosition(tag)
        left, right = next(iter(_spans(line, tag, tag + 1)), (0.0, 0.0))
        return QRectF(left, self._top(line), right - left, self._step)

    def _top(self, line: QTextLine) -> float:
        """Where a line's step begins, in px."""
        return line.y() + line.ascent() - self._baseline


def _ranges(tagged: TaggedText, look: Look) -> list[QTextLayout.FormatRange]:
    """Heavier words, and blanks exactly as wide as a tag."""
    strong, room = QTextCharFormat(), QTextCharFormat()
    font = look.font("scenario_strong")
    strong.setFont(font)
    spare = tag_room(look) - QFontMetricsF(font).horizontalAdvance(ROOM)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spare)
    room.setFont(font)
    count = range(len(tagged.highlights))
    tags = {tagged.tag(index) for index in count}
    words = [tagged.words(index) for index in count]
    edges = sorted({*tags, *(tag + 1 for tag in tags), *(edge for pair in words for edge in pair)})
    return [
        styled(start, end, room if start in tags else strong)
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
