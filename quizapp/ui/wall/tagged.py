"""The scenario on the wall once the verdict is out: its deciding words marked, and what they speak of."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from quizapp.domain.question import Side
from quizapp.ui.cue_legend import paint_tag, tag_centre
from quizapp.ui.look import TYPE, Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import paint_box
from quizapp.ui.tagged_lines import TaggedLines
from quizapp.ui.tagged_text import Highlight, TaggedText
from quizapp.ui.wall.parts import Group, Paper, Piece, advance, at, beside, stacked, words

Entry = tuple[int, Side, str]
"""A cue in the legend: its number, the side its words speak for, its name."""

_UNDERLINE = 3  # px
_TAG_SIZE = TYPE["scenario"].size  # the size of text that a tag is drawn for


class _LargeLook(Look):
    """The look in which a scenario is as large as the wall wants it."""

    def __init__(self, paper: Paper, size: int, step: int = 0) -> None:
        super().__init__(paper.look.family)
        self.theme = paper.theme
        self.scale = size / _TAG_SIZE
        self._step = step

    @override
    def line_step(self, use: str) -> int:
        return self._step if use == "scenario" else super().line_step(use)


@dataclass(frozen=True, slots=True)
class Tagged(Piece):
    """A text with tags, tints and underlines."""

    lines: TaggedLines = field(kw_only=True)
    look: Look = field(kw_only=True)

    @override
    def paint(self, painter: QPainter, paper: Paper) -> None:
        painter.save()
        painter.translate(self.rect.topLeft())
        for index in range(len(self.lines.tagged.highlights)):
            self._paint_tint(painter, paper, index)
        painter.setPen(paper.colour("ink"))
        self.lines.layout.draw(painter, QPointF(0, 0))
        for index in range(len(self.lines.tagged.highlights)):
            self._paint_signs(painter, paper, index)
        painter.restore()

    def _paint_tint(self, painter: QPainter, paper: Paper, index: int) -> None:
        side = self.lines.tagged.highlights[index].side
        for piece in self.lines.pieces(index):
            paint_box(painter, self._area(piece).adjusted(-3, 0, 3, 0), 6, paper.theme.soft(side))

    def _paint_signs(self, painter: QPainter, paper: Paper, index: int) -> None:
        """The underline, solid for Service and dashed for Product, and the tag."""
        each, lane = self.lines.tagged.highlights[index], self.lines.tagged.lanes[index]
        pen = QPen(paper.theme.mark(each.side), _UNDERLINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        if each.side is Side.PRODUCT:
            pen.setDashPattern([2.5, 1.5])
        painter.setPen(pen)
        for piece in self.lines.pieces(index):
            y = self._area(piece).bottom() + (lane - 0.5) * _UNDERLINE
            painter.drawLine(QPointF(round(piece.left()), y), QPointF(round(piece.right()), y))
        room = self.lines.tag_piece(index)
        if room.width() > 0:
            offset = tag_centre(self.look)
            leftwards = self.lines.layout.textOption().textDirection() == Qt.LayoutDirection.RightToLeft
            x = room.right() - offset if leftwards else room.left() + offset
            paint_tag(painter, each.number, each.side, QPointF(x, room.center().y()), self.look)

    def _area(self, piece: QRectF) -> QRectF:
        """Where words are tinted: as high as their letters reach, whatever the line step."""
        reach = 0.69 * self.look.font("scenario").pixelSize()
        return QRectF(piece.left(), piece.center().y() - reach, piece.width(), 2 * reach - _UNDERLINE)


@dataclass(frozen=True, slots=True)
class Tag(Piece):
    """The numbered ◆ or ● of a cue, drawn for text of a size in px."""

    number: int = field(kw_only=True)
    side: Side = field(kw_only=True)
    look: Look = field(kw_only=True)

    @override
    def paint(self, painter: QPainter, paper: Paper) -> None:
        paint_tag(painter, self.number, self.side, self.rect.center(), self.look)


def part(marked: Sequence[Highlight], start: int, end: int) -> list[Highlight]:
    """The highlights of a part of a text, as places in that part."""
    clipped = (
        replace(each, start=max(each.start, start) - start, end=min(each.end, end) - start) for each in marked
    )
    return [each for each in clipped if each.start < each.end]


def tagged(paper: Paper, text: str, marked: Sequence[Highlight], size: int, step: int, width: float) -> Group:
    """A text with its deciding words marked, in a size and line step in design px."""
    look = _LargeLook(paper, size, step)
    lines = TaggedLines(TaggedText(text, marked), width, look, paper.direction)
    piece = Tagged(QRectF(0, 0, width, lines.height), text, lines=lines, look=look)
    return Group((piece,), width, lines.height)


def legend(paper: Paper, entries: Sequence[Entry], width: float, size: int = 22) -> Group:
    """The names of the cues with the numbers their words carry, in rows of a width in px."""
    rows: list[list[Group]] = [[]]
    used, gap = 0.0, 24
    for number, side, name in entries:
        entry = _entry(paper, number, side, name, width, size, side.value)
        if rows[-1] and used + gap + entry.width > width:
            rows.append([])
            used = 0.0
        used += entry.width + (gap if rows[-1] else 0)
        rows[-1].append(entry)
    return stacked(*(beside(*row, gap=gap) for row in rows if row), gap=2)


def quoted(paper: Paper, text: str, marked: Sequence[Highlight], width: float, size: int) -> Group:
    """The deciding words themselves, one below the other, with their numbers."""
    quotes = (
        _entry(paper, each.number, each.side, f"“{text[each.start : each.end]}”", width, size, "ink")
        for each in marked
    )
    return stacked(*quotes, gap=8)


def _entry(paper: Paper, number: int, side: Side, name: str, width: float, size: int, colour: str) -> Group:
    """A tag and a name, which wraps where it is too long for a row."""
    look = _LargeLook(paper, size + 2)
    room, step = round(1.7 * size), round(1.36 * size)
    rest = min(width - room, advance(paper, name, size))
    named = words(paper, name, size, rest, step=step, colour=colour)
    tag = Tag(QRectF(0, 0, 0.7 * room, step), str(number), number=number, side=side, look=look)
    return Group((tag, *at(room, 0, named)), room + rest, named.height)
