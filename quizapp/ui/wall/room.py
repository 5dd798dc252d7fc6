"""Who in the room has answered, as the wall shows it: a number with dots, or team by team."""

from dataclasses import dataclass, field
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from quizapp.domain.round import Phase
from quizapp.domain.wall_view import Sign, WallView
from quizapp.ui.overriding import override
from quizapp.ui.painting import paint_box
from quizapp.ui.wall.parts import Box, Group, Paper, Piece, advance, at, beside, one_line, stacked, words
from quizapp.ui.wall.words import WallWords

ROOM_WIDTH = 300.0
"""The px beside the answers that the room takes; a way to join will need a part of them."""

_TEAMS_WIDTH, _MOST_TEAMS = 440.0, 9
_MOST_DOTS, _DOTS_A_ROW, _DOT, _PITCH = 60, 15, 10.0, 15.0


@dataclass(frozen=True, slots=True)
class Dots(Piece):
    """One dot for everybody, filled for those who have answered."""

    number: int = field(kw_only=True)
    of: int = field(kw_only=True)

    @override
    def paint(self, painter: QPainter, paper: Paper) -> None:
        leftwards = paper.direction == Qt.LayoutDirection.RightToLeft
        for index in range(self.of):
            x, y = (index % _DOTS_A_ROW + 0.5) * _PITCH, (index // _DOTS_A_ROW + 0.5) * _PITCH
            x = self.rect.right() - x if leftwards else self.rect.left() + x
            box = QRectF(x - _DOT / 2, self.rect.top() + y - _DOT / 2, _DOT, _DOT)
            fill = paper.colour("ink") if index < self.number else None
            paint_box(painter, box, _DOT / 2, fill, paper.colour("ink"), 1.5)


@dataclass(frozen=True, slots=True)
class SignMark(Piece):
    """A filled circle with a tick for a team that is in, an open one for a team that is not."""

    is_in: bool = field(kw_only=True)

    @override
    def paint(self, painter: QPainter, paper: Paper) -> None:
        size, ink = self.rect.height(), paper.colour("ink")
        paint_box(painter, self.rect, size / 2, ink if self.is_in else None, ink, 2)
        if self.is_in:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            painter.setPen(QPen(paper.colour("on_ink"), 0.12 * size, Qt.PenStyle.SolidLine, cap, join))
            steps = ((-0.2, 0.02), (-0.06, 0.16), (0.21, -0.15))
            painter.drawPolyline([self.rect.center() + QPointF(x, y) * size for x, y in steps])


class RoomGroups:
    """Makes what stands beside the answers, or nothing before the vote is open.

    Args:
        paper: what it is made for.
        words_: the wall's words.
        view: what is shown.
    """

    def __init__(self, paper: Paper, words_: WallWords, view: WallView) -> None:
        self._paper, self._words, self._view = paper, words_, view

    @property
    def width(self) -> float:
        """The px it takes."""
        return _TEAMS_WIDTH if 0 < len(self._view.teams) <= _MOST_TEAMS else ROOM_WIDTH

    def room(self, height: float) -> Group:
        """What is to be said of the room now, in a height in px."""
        if self._view.phase is Phase.LOCKED:
            return stacked(self._line(self._words.locked(), 44, 700), self._count_in_words(), gap=2)
        if self._view.turn:
            name = words(self._paper, self._view.turn, 40, self.width, weight=700, step=46)
            return stacked(self._line(self._words.turn(), 24), name, gap=2)
        if self._view.teams:
            signs = self._signs(height)
            return signs or self._count(height)
        if self._view.number_of is None:
            return self._line(self._words.answer_now(self._view), 30, 600)
        return self._count(height)

    def _line(self, text: str, size: int, weight: int = 500) -> Group:
        step = round(1.25 * size)
        return words(self._paper, text, size, self.width, weight=weight, step=step)

    def _count_in_words(self) -> Group:
        if not self._view.number_of:
            return Group()
        return self._line(self._words.have_answered(self._view.number_in or 0, self._view.number_of), 22)

    def _count(self, height: float) -> Group:
        """The number, large where there is room for it, and the dots."""
        number, of = self._view.number_in or 0, self._view.number_of or 0
        dots = self._dots(number, of)
        of_all, answered = self._words.out_of(of), self._words.answered()
        bold = one_line(self._paper, str(number), 64, 700, step=66)
        large = stacked(bold, self._line(of_all, 28, 600), self._line(answered, 20), dots, gap=2)
        if large.height <= height:
            return large
        low = beside(
            one_line(self._paper, str(number), 44, 700, step=48), self._line(of_all, 28, 600), gap=10
        )
        return stacked(low, self._line(answered, 20), dots, gap=2)

    def _dots(self, number: int, of: int) -> Group:
        """The dots, or a bar where there would be too many of them."""
        if of > _MOST_DOTS:
            done = Box(QRectF(0, 0, max(12.0, self.width * number / of), 12), radius=6, fill="ink")
            edge = Box(QRectF(0, 0, self.width, 12), radius=6, edge="ink", width=1.5)
            return Group((edge, done) if number else (edge,), self.width, 12)
        rows = ceil(of / _DOTS_A_ROW)
        rect = QRectF(0, 0, _DOTS_A_ROW * _PITCH, rows * _PITCH)
        return Group((Dots(rect, number=number, of=of),), rect.width(), rect.height()) if of else Group()

    def _signs(self, height: float) -> Group | None:
        """Every team by its name, in as few columns as fit; None where they do not."""
        teams = self._view.teams
        if len(teams) > _MOST_TEAMS:
            return None
        for columns in (1, 2, 3):
            for size in (26, 22, 20):
                rows = ceil(len(teams) / columns)
                made = self._grid(teams, columns, rows, size)
                if made.height <= height and made.width <= self.width:
                    return made
        return None

    def _grid(self, teams: tuple[Sign, ...], columns: int, rows: int, size: int) -> Group:
        step, column = round(1.6 * size), self.width / columns
        pieces: list[Piece] = []
        widest = 0.0
        for index, team in enumerate(teams):
            x, y = index // rows * column, index % rows * step
            circle = QRectF(0, step / 2 - 0.45 * size, 0.9 * size, 0.9 * size)
            sign = SignMark(circle, self._words.sign(is_in=team.is_in), is_in=team.is_in)
            name = words(self._paper, team.name, size, column - 1.9 * size, step=step)
            pieces += at(x, y, Group((*at(1.4 * size, 0, name), sign)))
            widest = max(widest, advance(self._paper, team.name, size) + 1.9 * size)
        # A name that would wrap needs fewer columns, or smaller letters.
        return Group(tuple(pieces), self.width if widest <= column else self.width + 1, rows * step)
