"""A scenario on the wall with its deciding words marked, and the legend of the marks."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from quizapp.domain.question import Side
from quizapp.ui.compat import override
from quizapp.ui.rounds.wall.drawing import LEAST, Canvas, Group, Piece, advance, at, beside, stacked, words
from quizapp.ui.rounds.wall.tagged import Highlight, TaggedLines, TaggedText, paint_tag, tag_centre
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import paint_box
from quizapp.ui.style.type import TYPE

Entry = tuple[int, Side, str]
"""A cue in the legend: its number, the side its words speak for, its name."""

_UNDERLINE = 3  # px

_TAG_SIZE = TYPE["scenario"].size  # the size of text that a tag is drawn for


class _LargeAppearance(Appearance):
    """The appearance in which a scenario is as large as the wall wants it."""

    def __init__(self, canvas: Canvas, size: int, step: int = 0) -> None:
        super().__init__(canvas.appearance.family)
        self.theme = canvas.theme
        self.text_size = size / _TAG_SIZE
        self._step = step

    @override
    def line_step(self, use: str) -> int:
        return self._step if use == "scenario" else super().line_step(use)


@dataclass(frozen=True, slots=True)
class Tagged(Piece):
    """A text with tags, tints and underlines."""

    lines: TaggedLines = field(kw_only=True)
    appearance: Appearance = field(kw_only=True)

    @override
    def paint(self, painter: QPainter, canvas: Canvas) -> None:
        painter.save()
        painter.translate(self.rect.topLeft())
        for index in range(len(self.lines.tagged.highlights)):
            self._paint_tint(painter, canvas, index)
        painter.setPen(canvas.colour("ink"))
        self.lines.layout.draw(painter, QPointF(0, 0))
        for index in range(len(self.lines.tagged.highlights)):
            self._paint_signs(painter, canvas, index)
        painter.restore()

    def _paint_tint(self, painter: QPainter, canvas: Canvas, index: int) -> None:
        side = self.lines.tagged.highlights[index].side
        for piece in self.lines.pieces(index):
            paint_box(painter, self._area(piece).adjusted(-3, 0, 3, 0), 6, canvas.theme.soft(side))

    def _paint_signs(self, painter: QPainter, canvas: Canvas, index: int) -> None:
        """The underline, solid for Service and dashed for Product, and the tag."""
        each, lane = self.lines.tagged.highlights[index], self.lines.tagged.lanes[index]
        pen = QPen(canvas.theme.mark(each.side), _UNDERLINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        if each.side is Side.PRODUCT:
            pen.setDashPattern([2.5, 1.5])
        painter.setPen(pen)
        for piece in self.lines.pieces(index):
            y = self._area(piece).bottom() + (lane - 0.5) * _UNDERLINE
            painter.drawLine(QPointF(round(piece.left()), y), QPointF(round(piece.right()), y))
        spacing = self.lines.tag_piece(index)
        if spacing.width() > 0:
            offset = tag_centre(self.appearance)
            leftwards = self.lines.layout.textOption().textDirection() == Qt.LayoutDirection.RightToLeft
            x = spacing.right() - offset if leftwards else spacing.left() + offset
            paint_tag(painter, each.number, each.side, QPointF(x, spacing.center().y()), self.appearance)

    def _area(self, piece: QRectF) -> QRectF:
        """Where words are tinted: as high as their letters reach, whatever the line step."""
        reach = 0.69 * self.appearance.font("scenario").pixelSize()
        return QRectF(piece.left(), piece.center().y() - reach, piece.width(), 2 * reach - _UNDERLINE)


@dataclass(frozen=True, slots=True)
class Tag(Piece):
    """The numbered ◆ or ● of a cue, drawn for text of a size in px."""

    number: int = field(kw_only=True)
    side: Side = field(kw_only=True)
    appearance: Appearance = field(kw_only=True)

    @override
    def paint(self, painter: QPainter, canvas: Canvas) -> None:
        paint_tag(painter, self.number, self.side, self.rect.center(), self.appearance)


def part(marked: Sequence[Highlight], start: int, end: int) -> list[Highlight]:
    """The highlights of a part of a text, as places in that part."""
    clipped = (
        replace(each, start=max(each.start, start) - start, end=min(each.end, end) - start) for each in marked
    )
    return [each for each in clipped if each.start < each.end]


def tagged(
    canvas: Canvas, text: str, marked: Sequence[Highlight], size: int, step: int, width: float
) -> Group:
    """A text with its deciding words marked, in a size and line step in design px."""
    appearance = _LargeAppearance(canvas, size, step)
    lines = TaggedLines(TaggedText(text, marked), width, appearance, canvas.direction)
    piece = Tagged(QRectF(0, 0, width, lines.height), text, lines=lines, appearance=appearance)
    return Group((piece,), width, lines.height)


def legend(canvas: Canvas, entries: Sequence[Entry], width: float, size: int = LEAST) -> Group:
    """The names of the cues with the numbers their words carry, in rows of a width in px."""
    rows: list[list[Group]] = [[]]
    used, gap = 0.0, 24
    for number, side, name in entries:
        entry = _entry(canvas, number, side, name, width, size, side.value)
        if rows[-1] and used + gap + entry.width > width:
            rows.append([])
            used = 0.0
        used += entry.width + (gap if rows[-1] else 0)
        rows[-1].append(entry)
    return stacked(*(beside(*row, gap=gap) for row in rows if row), gap=2)


def quoted(canvas: Canvas, text: str, marked: Sequence[Highlight], width: float, size: int) -> Group:
    """The deciding words themselves, one below the other, with their numbers."""
    quotes = (
        _entry(canvas, each.number, each.side, f"“{text[each.start : each.end]}”", width, size, "ink")
        for each in marked
    )
    return stacked(*quotes, gap=8)


def _entry(canvas: Canvas, number: int, side: Side, name: str, width: float, size: int, colour: str) -> Group:
    """A tag and a name, which wraps where it is too long for a row."""
    appearance = _LargeAppearance(canvas, size + 2)
    spacing, step = round(1.7 * size), round(1.36 * size)
    rest = min(width - spacing, advance(canvas, name, size))
    named = words(canvas, name, size, rest, step=step, colour=colour)
    tag = Tag(QRectF(0, 0, 0.7 * spacing, step), str(number), number=number, side=side, appearance=appearance)
    return Group((tag, *at(spacing, 0, named)), spacing + rest, named.height)
