"""Pages before the verdict."""

import re
from dataclasses import dataclass, field, replace
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from quizapp.domain.round import Phase
from quizapp.domain.wall_view import Sign, WallView
from quizapp.ui.compat import override
from quizapp.ui.rounds.wall.answers import bar, labelled, options, statements, tiles
from quizapp.ui.rounds.wall.drawing import (
    MARGIN,
    MOST_WORDS,
    SIZES,
    TOP,
    Box,
    Canvas,
    Group,
    Page,
    Picture,
    Piece,
    advance,
    at,
    beside,
    fitted,
    in_parts,
    one_line,
    stacked,
    words,
)
from quizapp.ui.rounds.wall.wording import WallWords
from quizapp.ui.style.painting import paint_box

ATTENDANCE_WIDTH = 300.0
"""The px beside the answers that the room takes; a way to join will need a part of them."""

_TEAMS_WIDTH, _MOST_TEAMS = 440.0, 9
_MOST_DOTS, _DOTS_A_ROW, _DOT, _PITCH = 60, 15, 10.0, 15.0


@dataclass(frozen=True, slots=True)
class Dots(Piece):
    """One dot for everybody, filled for those who have answered."""

    number: int = field(kw_only=True)
    of: int = field(kw_only=True)

    @override
    def paint(self, painter: QPainter, canvas: Canvas) -> None:
        leftwards = canvas.direction == Qt.LayoutDirection.RightToLeft
        for index in range(self.of):
            x, y = (index % _DOTS_A_ROW + 0.5) * _PITCH, (index // _DOTS_A_ROW + 0.5) * _PITCH
            x = self.rect.right() - x if leftwards else self.rect.left() + x
            box = QRectF(x - _DOT / 2, self.rect.top() + y - _DOT / 2, _DOT, _DOT)
            fill = canvas.colour("ink") if index < self.number else None
            paint_box(painter, box, _DOT / 2, fill, canvas.colour("ink"), 1.5)


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


class AttendanceGroups:
    """Makes what stands beside the answers, or nothing before the vote is open.

    Args:
        canvas: what it is made for.
        words_: the wall's words.
        view: what is shown.
    """

    def __init__(self, canvas: Canvas, words_: WallWords, view: WallView) -> None:
        self._canvas, self._words, self._view = canvas, words_, view

    @property
    def width(self) -> float:
        """The px it takes."""
        return _TEAMS_WIDTH if 0 < len(self._view.teams) <= _MOST_TEAMS else ATTENDANCE_WIDTH

    def available(self, height: float) -> Group:
        """What is to be said of the room now, in a height in px."""
        if self._view.phase is Phase.LOCKED:
            return stacked(self._line(self._words.locked(), 44, 700), self._count_in_words(), gap=2)
        if self._view.turn:
            name = words(self._canvas, self._view.turn, 40, self.width, weight=700, step=46)
            return stacked(self._line(self._words.turn(), 24), name, gap=2)
        if self._view.teams:
            signs = self._signs(height)
            return signs or self._count(height)
        if self._view.number_of is None:
            return self._line(self._words.answer_now(self._view), 30, 600)
        return self._count(height)

    def _line(self, text: str, size: int, weight: int = 500) -> Group:
        step = round(1.25 * size)
        return words(self._canvas, text, size, self.width, weight=weight, step=step)

    def _count_in_words(self) -> Group:
        if not self._view.number_of:
            return Group()
        return self._line(self._words.have_answered(self._view.number_in or 0, self._view.number_of), 22)

    def _count(self, height: float) -> Group:
        """The number, large where there is room for it, and the dots."""
        number, of = self._view.number_in or 0, self._view.number_of or 0
        dots = self._dots(number, of)
        of_all, answered = self._words.out_of(of), self._words.answered()
        bold = one_line(self._canvas, str(number), 64, 700, step=66)
        large = stacked(bold, self._line(of_all, 28, 600), self._line(answered, 20), dots, gap=2)
        if large.height <= height:
            return large
        low = beside(
            one_line(self._canvas, str(number), 44, 700, step=48), self._line(of_all, 28, 600), gap=10
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
            name = words(self._canvas, team.name, size, column - 1.9 * size, step=step)
            pieces += at(x, y, Group((*at(1.4 * size, 0, name), sign)))
            widest = max(widest, advance(self._canvas, team.name, size) + 1.9 * size)
        # A name that would wrap needs fewer columns, or smaller letters.
        return Group(tuple(pieces), self.width if widest <= column else self.width + 1, rows * step)


LINE = 76 / 51
"""The line step of a scenario, as a multiple of its size."""

_TILE, _LEAST_TILE, _GAP, _PROMPT_GAP = 170.0, 104.0, 24.0, 10.0
_ATTENDANCE_GAP = 44.0
_TALK, _RELEASED = 178.0, 54.0  # px for two questions to talk about and a split; for the split alone
_CHOICE_TALK = 178.0  # px for the same beside options
_CHOICE_SIZES = ((46, 30), (42, 28), (38, 26), (36, 24), (34, 24), (34, 22), (34, 20))
"""The sizes of a choice's prompt and of its options, the best first."""


class QuestionPages(Page):
    """Makes the pages of a question that is asked; nothing on them depends on its key."""

    def __init__(self, canvas: Canvas, words_: WallWords, view: WallView) -> None:
        super().__init__(canvas, words_, view)
        self._attendance_groups = AttendanceGroups(canvas, words_, view)

    def pages(self) -> list[Picture]:
        """One page, or several where the text is long."""
        return self._choice() if self.view.answers else self._scenario()

    # -- a scenario ----------------------------------------------------------------------------------

    def _scenario(self) -> list[Picture]:
        text = self.view.stem
        parts = in_parts(text, lambda start, end: self._fits(text[start:end], SIZES[-1]))
        if len(parts) == 1:
            made = fitted(self._stem, self._stem_height) or self._stem(SIZES[-1])
            return [self._page(made, self.canvas.height)]
        sizes = (size for size in SIZES if all(self._fits(text[start:end], size) for start, end in parts))
        size = next(sizes, SIZES[-1])
        return [self._page(self._text(text[start:end], size), _LEAST_TILE) for start, end in parts]

    def _stem(self, size: int) -> Group:
        return self._text(self.view.stem, size)

    def _text(self, text: str, size: int) -> Group:
        return words(self.canvas, text.strip(), size, self.width, weight=600, step=round(LINE * size))

    def _fits(self, text: str, size: int) -> bool:
        return self._text(text, size).height <= self._stem_height

    @property
    def _stem_height(self) -> float:
        """The px for the scenario, the same from the first reading to the verdict: nothing jumps."""
        talk = self._talk().height if self.view.phase is Phase.DISCUSS else 0.0
        answers = _LEAST_TILE + self._asked_below(self.view.prompt).height
        return self.available_height - _GAP - max(answers, talk, _TALK)

    def _prompt(self) -> Group:
        return self._asked_below("" if self.view.phase is Phase.DISCUSS else self.view.prompt)

    def _asked_below(self, text: str) -> Group:
        asked = words(self.canvas, text, 28, self.width, step=40)
        return (
            Group(tuple(at(0, _PROMPT_GAP, asked)), asked.width, asked.height + _PROMPT_GAP)
            if text
            else asked
        )

    def _page(self, stem: Group, tallest: float) -> Picture:
        """A part of the scenario, and what stands below it, no taller than so many px."""
        upper = stacked(stem, self._prompt())
        rest = min(tallest, self.available_height - upper.height - _GAP)
        return [*self.header(), *at(MARGIN, TOP, upper), *self.low(self._below(rest))]

    def _below(self, available: float) -> Group:
        """What stands below the scenario, in a height in px."""
        match self.view.phase:
            case Phase.ASK:
                return one_line(self.canvas, self.words.think(), 26)
            case Phase.DISCUSS:
                return self._talk()
            case _:
                height = min(max(available, _LEAST_TILE), _TILE * self.canvas.height / 720)
                return self._answers(height)

    def _answers(self, height: float) -> Group:
        beside_them = self._attendance_groups.available(height)
        width = self.width - self._attendance_groups.width - _ATTENDANCE_GAP
        return beside(tiles(self.canvas, self.words, width, height), beside_them, gap=_ATTENDANCE_GAP)

    def _talk(self) -> Group:
        """What to talk about, and the first vote once it is released: its place is kept for it."""
        heading = words(self.canvas, self.words.convince(), 30, self.width, weight=600, step=40)
        asks = [words(self.canvas, ask, 26, self.width, step=36) for ask in self.view.talk]
        return stacked(heading, *asks, self._released(), gap=4)

    def _released(self) -> Group:
        split = self.view.released
        if split is None:
            return Group((), 1, _RELEASED)
        made = bar(self.canvas, self.words, split, self.width - 170, 46)
        return stacked(Group((), 1, 8), labelled(self.canvas, self.words.votes()[0], made, is_above=False))

    # -- a choice ------------------------------------------------------------------------------------

    def _choice(self) -> list[Picture]:
        texts = (self.view.stem, *self.view.statements, *self.view.answers)
        if sum(len(text.split()) for text in texts) <= MOST_WORDS:
            for stem, option in _CHOICE_SIZES:
                whole = stacked(self._asked(stem, option), self._offered(option), gap=_GAP)
                if whole.height <= self.available_height:
                    return [[*self.header(), *at(MARGIN, TOP, whole)]]
        return self._choice_in_two()

    def _choice_in_two(self) -> list[Picture]:
        """The question on one page or more, the options on another."""
        text = self.view.stem
        parts = in_parts(
            text, lambda start, end: self._asked_part(text[start:end], 34).height <= self.available_height
        )
        asked = [self._asked_part(text[start:end], 34) for start, end in parts[:-1]]
        [start, end] = parts[-1]
        sizes = (
            stacked(self._asked_part(text[start:end], stem), self._statements(option), gap=20)
            for stem, option in _CHOICE_SIZES
        )
        made = list(sizes)
        asked.append(next((group for group in made if group.height <= self.available_height), made[-1]))
        offers = [self._offered(size) for size in (34, 30, 28, 26, 24, 22, 20)]
        offered = next((group for group in offers if group.height <= self.available_height), offers[-1])
        return [[*self.header(), *at(MARGIN, TOP, group)] for group in (*asked, offered)]

    def _asked(self, stem: int, option: int) -> Group:
        return stacked(self._asked_part(self.view.stem, stem), self._statements(option), gap=16)

    def _asked_part(self, text: str, size: int) -> Group:
        return words(self.canvas, text.strip(), size, self.width, weight=600, step=round(1.42 * size))

    def _statements(self, size: int) -> Group:
        return statements(self.canvas, self.view.statements, self.width, size)

    def _offered(self, size: int) -> Group:
        """The options, and what stands beside them."""
        width = self.width - self._attendance_groups.width - _ATTENDANCE_GAP
        made = options(self.canvas, self.view, width, size)
        match self.view.phase:
            case Phase.DISCUSS:
                return self._beside(made, self._choice_talk())
            case Phase.ASK:
                think = words(self.canvas, self.words.think(), 26, self._attendance_groups.width, step=36)
                return self._beside(made, think)
            case _:
                return self._beside(made, self._attendance_groups.available(max(_TILE, made.height)))

    def _choice_talk(self) -> Group:
        """What to talk about beside options, and the first vote once it is released."""
        width, split = self._attendance_groups.width, self.view.released
        asked = words(self.canvas, self.words.convince_of_one(), 26, width, weight=600, step=34)
        if split is None:
            return asked
        text = f"{self.words.votes()[0]}: {self.words.said(self.view, split)}"
        unbroken = re.sub(r" (?=\d)", "\u00a0", text)  # a letter is never parted from its number
        said = words(self.canvas, unbroken, 24, width, weight=600, step=32)
        said = replace(said, pieces=tuple(replace(piece, says=text) for piece in said.pieces))
        return stacked(asked, said, gap=12)

    def _beside(self, made: Group, available: Group) -> Group:
        """Options, and in the column at their end what there is to say; as high in every state."""
        x = self.width - self._attendance_groups.width
        return Group(
            (*made.pieces, *at(x, 0, available)), self.width, max(made.height, available.height, _CHOICE_TALK)
        )
