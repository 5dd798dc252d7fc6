"""Pages before the verdict."""

import re
from dataclasses import replace
from math import ceil

from PySide6.QtCore import QRectF

from quizapp.domain.round import Phase
from quizapp.domain.wall_view import Sign, WallView
from quizapp.ui.rounds.wall.answers import LABEL, SignMark, bar, labelled, options, statements, tiles
from quizapp.ui.rounds.wall.drawing import (
    LEAST,
    MARGIN,
    MOST_WORDS,
    SIZES,
    TOP,
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
    line_step,
    one_line,
    stacked,
    words,
)
from quizapp.ui.rounds.wall.wording import WallWords

ATTENDANCE_WIDTH = 300.0
"""The px beside the answers that the room takes; a way to join will need a part of them."""

_TEAMS_WIDTH, _MOST_TEAMS = 460.0, 9


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
            return stacked(self._line(self._words.turn(), LEAST), name, gap=2)
        if self._view.teams:
            return self._signs(height) or self._missing(height)
        if self._view.number_of is None:
            return self._line(self._words.answer_now(self._view), 30, 600)
        return self._count(height)

    def band(self, width: float) -> Group:
        """The same on a line or two across the page, below options that take its whole width."""
        bold = 600
        match self._view.phase:
            case Phase.ASK:
                return words(self._canvas, self._words.think(), 30, width, step=40)
            case Phase.LOCKED:
                said = f"{self._words.locked()} {self._counted()}".strip()
                return words(self._canvas, said, 34, width, weight=700, step=44)
        if self._view.turn:
            said = f"{self._words.turn()} {self._view.turn}"
            return words(self._canvas, said, 34, width, weight=700, step=44)
        if self._view.teams and (signs := self._signs_across(width)):
            return signs
        said = self._counted() or self._words.answer_now(self._view)
        return words(self._canvas, said, 30, width, weight=bold, step=40)

    def _signs_across(self, width: float) -> Group | None:
        """Every team by its name in at most two rows; None where they do not fit."""
        teams = self._view.teams
        for columns in range(ceil(len(teams) / 2), 6):
            rows = ceil(len(teams) / columns)
            made = self._grid(teams, columns, rows, LEAST, width)
            if made.width <= width:
                return made
        return None

    def _counted(self) -> str:
        if not self._view.number_of:
            return ""
        return self._words.have_answered(self._view.number_in or 0, self._view.number_of)

    def _line(self, text: str, size: int, weight: int = 500) -> Group:
        step = round(1.25 * size)
        return words(self._canvas, text, size, self.width, weight=weight, step=step)

    def _count_in_words(self) -> Group:
        counted = self._counted()
        return self._line(counted, LEAST) if counted else Group()

    def _count(self, height: float) -> Group:
        """How many have answered, large where there is room for it."""
        number, of = str(self._view.number_in or 0), self._words.out_of(self._view.number_of or 0)
        answered = self._line(self._words.answered(), LEAST)
        bold = one_line(self._canvas, number, 64, 700, step=66)
        large = stacked(bold, self._line(of, 30, 600), answered, gap=2)
        if large.height <= height:
            return large
        low = beside(
            one_line(self._canvas, number, 44, 700, step=48), one_line(self._canvas, of, 30, 600), gap=10
        )
        return stacked(low, answered, gap=2)

    def _missing(self, height: float) -> Group:
        """How many are in, and the names of those who are not, as far as there is room."""
        counted = self._count_in_words()
        names = ", ".join(team.name for team in self._view.teams if not team.is_in)
        missing = self._line(self._words.waiting_for(names), LEAST) if names else Group()
        both = stacked(counted, missing, gap=4)
        return both if missing.height and both.height <= height else self._count(height)

    def _signs(self, height: float) -> Group | None:
        """Every team by its name, in as few columns as fit; None where they do not."""
        teams = self._view.teams
        if len(teams) > _MOST_TEAMS:
            return None
        for columns in (1, 2, 3):
            for size in (32, 30, LEAST):
                rows = ceil(len(teams) / columns)
                made = self._grid(teams, columns, rows, size, self.width)
                if made.height <= height and made.width <= self.width:
                    return made
        return None

    def _grid(self, teams: tuple[Sign, ...], columns: int, rows: int, size: int, width: float) -> Group:
        step, column = round(1.5 * size), width / columns
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
        return Group(tuple(pieces), width if widest <= column else width + 1, rows * step)


_TILE, _LEAST_TILE, _GAP, _PROMPT_GAP = 170.0, 100.0, 18.0, 8.0
_ATTENDANCE_GAP = 44.0
_TALK, _RELEASED = 156.0, 42.0  # px for two questions to talk about and a split; for the split alone
_BAND = 88.0  # px below options for the room: two lines, in every state
_CHOICE_SIZES = ((46, 34), (44, 32), (42, 30), (40, 28), (40, LEAST))
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
        return words(self.canvas, text.strip(), size, self.width, weight=600, step=line_step(size))

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
                return one_line(self.canvas, self.words.think(), 30)
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
        heading = words(self.canvas, self.words.convince(), 28, self.width, weight=600, step=38)
        asks = [words(self.canvas, ask, 28, self.width, step=38) for ask in self.view.talk]
        return stacked(heading, *asks, self._released())

    def _released(self) -> Group:
        split = self.view.released
        if split is None:
            return Group((), 1, _RELEASED)
        made = bar(self.canvas, self.words, split, self.width - LABEL, _RELEASED - 4)
        return stacked(Group((), 1, 4), labelled(self.canvas, self.words.votes()[0], made, is_above=False))

    # -- a choice ------------------------------------------------------------------------------------

    def _choice(self) -> list[Picture]:
        texts = (self.view.stem, *self.view.statements, *self.view.answers)
        if sum(len(text.split()) for text in texts) <= MOST_WORDS:
            for stem, option in _CHOICE_SIZES:
                whole = stacked(self._asked(stem, option), self._offered(option), gap=_GAP)
                if whole.height <= self._above_band:
                    return [self._with_band(whole)]
        return self._choice_in_two()

    def _choice_in_two(self) -> list[Picture]:
        """The question on one page or more, the options on another."""
        text = self.view.stem
        parts = in_parts(
            text,
            lambda start, end: self._asked_part(text[start:end], SIZES[-1]).height <= self.available_height,
        )
        asked = [self._asked_part(text[start:end], SIZES[-1]) for start, end in parts[:-1]]
        [start, end] = parts[-1]
        sizes = (
            stacked(self._asked_part(text[start:end], stem), self._statements(option), gap=20)
            for stem, option in _CHOICE_SIZES
        )
        made = list(sizes)
        asked.append(next((group for group in made if group.height <= self.available_height), made[-1]))
        offers = [self._offered(size) for size in (38, 34, 30, LEAST)]
        offered = next((group for group in offers if group.height <= self._above_band), offers[-1])
        return [*([*self.header(), *at(MARGIN, TOP, group)] for group in asked), self._with_band(offered)]

    @property
    def _above_band(self) -> float:
        """The px above what is said of the room, the same in every state: nothing jumps."""
        return self.available_height - _BAND - _GAP

    def _with_band(self, group: Group) -> Picture:
        return [*self.header(), *at(MARGIN, TOP, group), *self.low(self._band())]

    def _band(self) -> Group:
        if self.view.phase is Phase.DISCUSS:
            return self._choice_talk()
        return self._attendance_groups.band(self.width)

    def _asked(self, stem: int, option: int) -> Group:
        return stacked(self._asked_part(self.view.stem, stem), self._statements(option), gap=16)

    def _asked_part(self, text: str, size: int) -> Group:
        return words(self.canvas, text.strip(), size, self.width, weight=600, step=round(1.3 * size))

    def _statements(self, size: int) -> Group:
        return statements(self.canvas, self.view.statements, self.width, size)

    def _offered(self, size: int) -> Group:
        """The options across the whole page."""
        return options(self.canvas, self.view, self.width, size)

    def _choice_talk(self) -> Group:
        """What to talk about below options, and the first vote once it is released."""
        asked = words(self.canvas, self.words.convince_of_one(), 30, self.width, weight=600, step=42)
        split = self.view.released
        if split is None:
            return stacked(asked, Group((), 1, 42))
        text = f"{self.words.votes()[0]}: {self.words.said(self.view, split)}"
        unbroken = re.sub(r" (?=\d)", "\u00a0", text)  # a letter is never parted from its number
        said = words(self.canvas, unbroken, 28, self.width, weight=600, step=42)
        said = replace(said, pieces=tuple(replace(piece, says=text) for piece in said.pieces))
        return stacked(asked, said)
