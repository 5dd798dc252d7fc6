"""Tiles, options, bars."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from quizapp.domain.question import Side, Strength
from quizapp.domain.wall_view import Revealed, Split, WallView
from quizapp.ui.compat import override
from quizapp.ui.question.explanation import stop
from quizapp.ui.rounds.wall.drawing import (
    LEAST,
    Box,
    Canvas,
    Group,
    Piece,
    advance,
    at,
    beside,
    mark,
    middle,
    one_line,
    stacked,
    words,
)
from quizapp.ui.rounds.wall.wording import WallWords
from quizapp.ui.style.marks import paint_mark
from quizapp.ui.style.painting import paint_box
from quizapp.ui.wording import LETTERS

_TILE_GAP, _RADIUS = 22.0, 16.0
_WORD_SIZES = (44, 38, 32, 28)


def tiles(canvas: Canvas, words_: WallWords, width: float, height: float) -> Group:
    """◆ Product and ● Service, side by side."""
    each = (width - _TILE_GAP) / 2
    pieces: list[Piece] = []
    for side, x in ((Side.PRODUCT, 0.0), (Side.SERVICE, each + _TILE_GAP)):
        box = QRectF(x, 0, each, height)
        pieces.append(Box(box, radius=_RADIUS, fill=f"{side}_soft", edge=f"{side}_mark"))
        pieces += middle(box, _named(canvas, words_, side, each, height))
    return Group(tuple(pieces), width, height)


def _named(canvas: Canvas, words_: WallWords, side: Side, width: float, height: float) -> Group:
    """The mark and the word of a tile, as large as it holds."""
    sizes = (size for size in _WORD_SIZES if _fits(canvas, words_, side, width, size))
    size = next(sizes, _WORD_SIZES[-1])
    sign = mark(side, min(1.25 * size, 0.6 * height))
    return beside(sign, one_line(canvas, words_.side(side), size, 600, ground=f"{side}_soft"), gap=0.5 * size)


def _fits(canvas: Canvas, words_: WallWords, side: Side, width: float, size: int) -> bool:
    return advance(canvas, words_.side(side), size, 600) + 2 * size <= width - 32


def options(canvas: Canvas, view: WallView, width: float, size: int) -> Group:
    """The options of a choice, each with its letter: in two columns where none wraps there."""
    half = (width - 40) / 2
    longest = max(advance(canvas, text, size) for text in view.answers)
    columns = 2 if longest <= half - badge_spacing(size) else 1
    column = half if columns == 2 else width  # noqa: PLR2004 - two columns share the width
    entries = [_option(canvas, index, text, column, size) for index, text in enumerate(view.answers)]
    rows = -(-len(entries) // columns)
    parts = [stacked(*entries[start : start + rows], gap=10) for start in range(0, len(entries), rows)]
    pieces = [piece for index, part in enumerate(parts) for piece in at(index * (half + 40), 0, part)]
    return Group(tuple(pieces), width, max(part.height for part in parts))


def badge_spacing(size: int) -> float:
    """The px from the leading edge of an option to its text."""
    return 2.1 * size


def _option(canvas: Canvas, index: int, text: str, width: float, size: int) -> Group:
    said = words(canvas, text, size, width - badge_spacing(size), step=round(1.36 * size))
    lettered = badge(canvas, LETTERS[index], size)
    height = max(said.height, lettered.height)
    first = round(1.36 * size)
    top = max(0.0, (lettered.height - first) / 2)
    return Group(
        (*lettered.pieces, *at(badge_spacing(size), top, said)), width, max(height, said.height + top)
    )


def badge(canvas: Canvas, letter: str, size: int, *, is_filled: bool = False) -> Group:
    """A letter in a rounded square, filled for the right answer."""
    edge = round(1.6 * size)
    box = QRectF(0, 0, edge, edge)
    colour, ground = ("on_ink", "ink") if is_filled else ("ink", "surface")
    name = one_line(canvas, letter, size, 700, colour, ground)
    frame = Box(box, radius=0.28 * size, fill="ink" if is_filled else "", edge="ink", width=2)
    return Group((frame, *middle(box, name)), edge, edge)


def statements(canvas: Canvas, texts: Sequence[str], width: float, size: int) -> Group:
    """The statements of a choice in list style, numbered."""
    spacing = 1.5 * size
    rows = []
    for number, text in enumerate(texts, 1):
        said = words(canvas, text, size, width - spacing, step=round(1.36 * size))
        numbered = one_line(canvas, f"{number}.", size, 600, step=round(1.36 * size))
        rows.append(Group((*numbered.pieces, *at(spacing, 0, said)), width, said.height))
    return stacked(*rows, gap=4)


@dataclass(frozen=True, slots=True)
class SignMark(Piece):
    """A filled circle with a tick for a team that is in, an open one for a team that is not."""

    is_in: bool = field(kw_only=True)

    @override
    def paint(self, painter: QPainter, canvas: Canvas) -> None:
        size, ink = self.rect.height(), canvas.colour("ink")
        paint_box(painter, self.rect, size / 2, ink if self.is_in else None, ink, 2)
        if self.is_in:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            painter.setPen(QPen(canvas.colour("on_ink"), 0.12 * size, Qt.PenStyle.SolidLine, cap, join))
            steps = ((-0.2, 0.02), (-0.06, 0.16), (0.21, -0.15))
            painter.drawPolyline([self.rect.center() + QPointF(x, y) * size for x, y in steps])


_GAP, _STOPS, _ENDS, _SCALE_HEIGHT = 9.0, 5, 45.0, 34.0


@dataclass(frozen=True, slots=True)
class Scale(Piece):
    """◆ ┼ ┼ ┼ ● with the marker at a verdict's place."""

    side: Side = field(kw_only=True)
    strength: Strength = field(kw_only=True)

    @override
    def paint(self, painter: QPainter, canvas: Canvas) -> None:
        leftwards = canvas.direction == Qt.LayoutDirection.RightToLeft
        for side, position in ((Side.PRODUCT, -1), (Side.SERVICE, _STOPS)):
            x = 16 if position < 0 else self.rect.width() - 16
            centre = QPointF(self._mirrored(x, leftwards=leftwards), self.rect.center().y())
            paint_mark(painter, side, centre, 26, canvas.theme.mark(side))
        self._paint_line(painter, canvas, leftwards=leftwards)
        x = self._mirrored(place_of(self.side, self.strength, self.rect.width()), leftwards=leftwards)
        box = QRectF(x - 10, self.rect.center().y() - 16, 20, 32)
        paint_box(painter, box, 6, canvas.colour(colour_of(self.side, self.strength)))

    def _paint_line(self, painter: QPainter, canvas: Canvas, *, leftwards: bool) -> None:
        """The line and its ticks, open around the marker."""
        painter.setPen(QPen(canvas.colour("border"), 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        y, marker = self.rect.center().y(), stop(self.side, self.strength)
        step = (self.rect.width() - 2 * _ENDS) / (_STOPS - 1)
        for position in range(_STOPS):
            x = self._mirrored(_ENDS + position * step, leftwards=leftwards)
            if position != marker:
                painter.drawLine(QPointF(x, y - 7), QPointF(x, y + 7))
        for position in range(_STOPS - 1):
            first = _ENDS + position * step + (16 if position == marker else 0)
            last = _ENDS + (position + 1) * step - (16 if position + 1 == marker else 0)
            ends = (self._mirrored(x, leftwards=leftwards) for x in (first, last))
            painter.drawLine(*(QPointF(x, y) for x in ends))

    def _mirrored(self, x: float, *, leftwards: bool) -> float:
        return self.rect.right() - x if leftwards else self.rect.left() + x


def place_of(side: Side, strength: Strength, width: float) -> float:
    """How far along a scale of a width a verdict stands, in px."""
    return _ENDS + stop(side, strength) * (width - 2 * _ENDS) / (_STOPS - 1)


def colour_of(side: Side, strength: Strength) -> str:
    """The token of a verdict's colour: ink where both can be argued."""
    return "ink" if strength is Strength.ARGUABLE else side.value


def verdict(
    canvas: Canvas, words_: WallWords, view: WallView, revealed: Revealed, width: float, size: int
) -> Group:
    """Mark and word of the verdict of a scenario, how firmly it stands, and the scale below them."""
    side, strength = revealed.side or Side.PRODUCT, revealed.strength or Strength.CLEAR
    text, colour = words_.verdict(view, revealed), colour_of(side, strength)
    marks = [mark(each, 1.06 * size) for each in _marked(side, strength)]
    size = min(size, round(size * (width - 2.6 * size) / advance(canvas, text, size, 700)))
    step = round(1.2 * size)
    row = beside(*marks, one_line(canvas, text, size, 700, colour, step=step), gap=0.3 * size)
    if strength is not Strength.ARGUABLE:  # there the verdict itself says so
        firmly = one_line(canvas, words_.strength(strength), LEAST, 600, colour)
        if row.width + 24 + firmly.width <= width:
            row = beside(row, firmly, gap=24)
    return stacked(row, scale(side, strength, min(width, 420)), gap=6)


def _marked(side: Side, strength: Strength) -> list[Side]:
    return list(Side) if strength is Strength.ARGUABLE else [side]


def scale(side: Side, strength: Strength, width: float) -> Group:
    """The scale with the marker where the verdict stands."""
    piece = Scale(QRectF(0, 0, width, _SCALE_HEIGHT), side=side, strength=strength)
    return Group((piece,), width, _SCALE_HEIGHT)


def bar(
    canvas: Canvas, words_: WallWords, split: Split, width: float, height: float, *, is_filled: bool = False
) -> Group:
    """A split of a verdict: two boxes as wide as their shares, each with its number."""
    contents = [
        _number(canvas, words_, side, number, height, is_filled=is_filled)
        for side, number in zip(Side, split.numbers, strict=True)
    ]
    least = [content.width + 24 for content in contents]
    rest = width - _GAP - sum(least)
    shares = [number / (split.total or 1) for number in split.numbers]
    first = min(max((width - _GAP) * shares[0], least[0]), least[0] + max(rest, 0))
    pieces: list[Piece] = []
    boxes = (QRectF(0, 0, first, height), QRectF(first + _GAP, 0, width - first - _GAP, height))
    for side, box, content in zip(Side, boxes, contents, strict=True):
        fill, edge = (side.value, "") if is_filled else (f"{side}_soft", f"{side}_mark")
        pieces.append(Box(box, radius=min(14, height / 4), fill=fill, edge=edge, width=2.5))
        pieces += middle(box, content)
    return Group(tuple(pieces), width, height)


def _number(
    canvas: Canvas, words_: WallWords, side: Side, number: int, height: float, *, is_filled: bool
) -> Group:
    """A mark and a number, in the colours of their ground."""
    size = max(LEAST, min(36, round(0.58 * height)))
    on, ground = (f"on_{side}", side.value) if is_filled else ("ink", f"{side}_soft")
    sign = mark(side, 0.8 * size, on if is_filled else "", words_.side(side))
    return beside(sign, one_line(canvas, str(number), size, 700, on, ground), gap=0.3 * size)


LABEL = 206.0
"""The px of a column for the name of a vote."""


def labelled(
    canvas: Canvas, text: str, group: Group, *, is_above: bool = True, spacing: float = LABEL
) -> Group:
    """A group with its name above it, or before it in a column of px."""
    if is_above:
        return stacked(words(canvas, text, LEAST, group.width, weight=600, step=34), group, gap=2)
    name = words(canvas, text, LEAST, spacing, weight=600, step=32)
    top = (group.height - name.height) / 2
    return Group((*at(0, top, name), *at(spacing, 0, group)), spacing + group.width, group.height)


def votes(
    canvas: Canvas, words_: WallWords, view: WallView, revealed: Revealed, width: float, *, is_roomy: bool
) -> Group:
    """The first vote, the one after talking, and what has moved; empty where nobody voted."""
    first, second = words_.votes() if revealed.after else (words_.only_vote(), "")
    spacing, height, gap = (0.0, 84.0, 18.0) if is_roomy else (LABEL, 42.0, 8.0)
    rows = []
    for name, split, is_after in ((first, revealed.before, False), (second, revealed.after, True)):
        if split is not None:
            made = bar(canvas, words_, split, width - spacing, height, is_filled=is_after)
            rows.append(labelled(canvas, name, made, is_above=is_roomy, spacing=spacing))
    moved = words(canvas, words_.movement(view, revealed), LEAST, width, weight=600, step=34)
    winner = words(canvas, words_.winner(revealed), LEAST, width, weight=700, step=34)
    return stacked(*rows, moved, winner, gap=gap)
