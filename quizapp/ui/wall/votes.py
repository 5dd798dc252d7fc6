"""Votes and verdict as the wall shows them: bars for a split, the scale with its marker."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from quizapp.domain.question import Side, Strength
from quizapp.domain.wall_view import Split, Told, WallView
from quizapp.ui.marks import paint_mark
from quizapp.ui.overriding import override
from quizapp.ui.painting import paint_box
from quizapp.ui.verdict_scale import stop
from quizapp.ui.wall.parts import (
    Box,
    Group,
    Paper,
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
from quizapp.ui.wall.words import WallWords

_GAP, _STOPS, _ENDS, _SCALE_HEIGHT = 9.0, 5, 45.0, 34.0


@dataclass(frozen=True, slots=True)
class Scale(Piece):
    """◆ ┼ ┼ ┼ ● with the marker at a verdict's place."""

    side: Side = field(kw_only=True)
    strength: Strength = field(kw_only=True)

    @override
    def paint(self, painter: QPainter, paper: Paper) -> None:
        leftwards = paper.direction == Qt.LayoutDirection.RightToLeft
        for side, place in ((Side.PRODUCT, -1), (Side.SERVICE, _STOPS)):
            x = 16 if place < 0 else self.rect.width() - 16
            centre = QPointF(self._mirrored(x, leftwards=leftwards), self.rect.center().y())
            paint_mark(painter, side, centre, 26, paper.theme.mark(side))
        self._paint_line(painter, paper, leftwards=leftwards)
        x = self._mirrored(place_of(self.side, self.strength, self.rect.width()), leftwards=leftwards)
        box = QRectF(x - 10, self.rect.center().y() - 16, 20, 32)
        paint_box(painter, box, 6, paper.colour(colour_of(self.side, self.strength)))

    def _paint_line(self, painter: QPainter, paper: Paper, *, leftwards: bool) -> None:
        """The line and its ticks, open around the marker."""
        painter.setPen(QPen(paper.colour("border"), 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        y, marker = self.rect.center().y(), stop(self.side, self.strength)
        step = (self.rect.width() - 2 * _ENDS) / (_STOPS - 1)
        for place in range(_STOPS):
            x = self._mirrored(_ENDS + place * step, leftwards=leftwards)
            if place != marker:
                painter.drawLine(QPointF(x, y - 7), QPointF(x, y + 7))
        for place in range(_STOPS - 1):
            first = _ENDS + place * step + (16 if place == marker else 0)
            last = _ENDS + (place + 1) * step - (16 if place + 1 == marker else 0)
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


def verdict(paper: Paper, words_: WallWords, view: WallView, told: Told, width: float, size: int) -> Group:
    """Mark and word of the verdict of a scenario, and the scale below them."""
    side, strength = told.side or Side.PRODUCT, told.strength or Strength.CLEAR
    text, colour = words_.verdict(view, told), colour_of(side, strength)
    marks = [mark(each, 1.06 * size) for each in _marked(side, strength)]
    size = min(size, round(size * (width - 2.6 * size) / advance(paper, text, size, 700)))
    step = round(1.2 * size)
    row = beside(*marks, one_line(paper, text, size, 700, colour, step=step), gap=0.3 * size)
    return stacked(row, scale(paper, words_, side, strength, min(width, 420)), gap=6)


def _marked(side: Side, strength: Strength) -> list[Side]:
    return list(Side) if strength is Strength.ARGUABLE else [side]


def scale(paper: Paper, words_: WallWords, side: Side, strength: Strength, width: float) -> Group:
    """The scale, and the word for the strength under the marker."""
    word = one_line(paper, words_.strength(strength), 20, 600, colour_of(side, strength), step=26)
    x = place_of(side, strength, width) - word.width / 2
    x = min(max(x, 0), width - word.width)
    piece = Scale(QRectF(0, 0, width, _SCALE_HEIGHT), side=side, strength=strength)
    return Group((piece, *at(x, _SCALE_HEIGHT + 2, word)), width, _SCALE_HEIGHT + 2 + word.height)


def bar(
    paper: Paper, words_: WallWords, split: Split, width: float, height: float, *, is_filled: bool = False
) -> Group:
    """A split of a verdict: two boxes as wide as their shares, each with its number."""
    contents = [
        _number(paper, words_, side, number, height, is_filled=is_filled)
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
    paper: Paper, words_: WallWords, side: Side, number: int, height: float, *, is_filled: bool
) -> Group:
    """A mark and a number, in the colours of their ground."""
    size = min(36, round(0.58 * height))
    on, ground = (f"on_{side}", side.value) if is_filled else ("ink", f"{side}_soft")
    sign = mark(side, 0.8 * size, on if is_filled else "", words_.side(side))
    return beside(sign, one_line(paper, str(number), size, 700, on, ground), gap=0.3 * size)


def labelled(paper: Paper, text: str, group: Group, *, is_above: bool = True, room: float = 170) -> Group:
    """A group with its name above it, or before it in a room of px."""
    if is_above:
        return stacked(words(paper, text, 24, group.width, weight=600, step=32), group, gap=2)
    name = words(paper, text, 22, room, weight=600, step=28)
    top = (group.height - name.height) / 2
    return Group((*at(0, top, name), *at(room, 0, group)), room + group.width, group.height)


def votes(
    paper: Paper, words_: WallWords, view: WallView, told: Told, width: float, *, is_roomy: bool
) -> Group:
    """The first vote, the one after talking, and what has moved; empty where nobody voted."""
    first, second = words_.votes() if told.after else (words_.only_vote(), "")
    room, height, gap = (0.0, 84.0, 18.0) if is_roomy else (170.0, 42.0, 8.0)
    rows = []
    for name, split, is_after in ((first, told.before, False), (second, told.after, True)):
        if split is not None:
            made = bar(paper, words_, split, width - room, height, is_filled=is_after)
            rows.append(labelled(paper, name, made, is_above=is_roomy, room=room))
    moved = words(paper, words_.movement(view, told), 24 if is_roomy else 22, width, weight=600, step=32)
    return stacked(*rows, moved, gap=gap)
