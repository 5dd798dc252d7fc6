"""The wall from the verdict on where one of several options is right."""

from PySide6.QtCore import QRectF

from quizapp.domain.round import Phase
from quizapp.domain.wall_view import Split, Told, WallView
from quizapp.ui.row_panel import LETTERS
from quizapp.ui.wall.answers import badge, badge_room, statements
from quizapp.ui.wall.page import MARGIN, TOP, Page, Picture
from quizapp.ui.wall.parts import Box, Group, Paper, at, one_line, stacked, words
from quizapp.ui.wall.text import SIZES, in_parts
from quizapp.ui.wall.words import WallWords

_SIZES = ((42, 28), (38, 26), (36, 24), (34, 24), (34, 22), (34, 20))
"""The sizes of the prompt and of the options, the best first."""

_NUMBER, _BAR = 64.0, 220.0  # px for the number of a vote, and for the longest bar


class ToldChoicePages(Page):
    """Makes the pages that follow the verdict of a choice."""

    def __init__(self, paper: Paper, words_: WallWords, view: WallView, told: Told) -> None:
        super().__init__(paper, words_, view)
        self._told = told

    def pages(self) -> list[Picture]:
        """The options with the right one marked; the reason on the same page where it fits, else before."""
        is_explained = self.view.phase is Phase.EXPLAIN
        whole = self._whole(is_explained=is_explained)
        if whole is not None:
            return [whole]
        options = self._fitting([self._below(size, is_explained=is_explained) for _stem, size in _SIZES])
        return [self._placed(options), *self._asked()]

    def _whole(self, *, is_explained: bool) -> Picture | None:
        for stem, size in _SIZES:
            asked = words(self.paper, self.view.stem, stem, self.width, weight=600, step=round(1.4 * stem))
            listed = statements(self.paper, self.view.statements, self.width, size)
            made = stacked(asked, listed, self._below(size, is_explained=is_explained), gap=18)
            if made.height <= self.room:
                return self._placed(made)
        return None

    def _asked(self) -> list[Picture]:
        """The question alone, on a page or more."""
        text = self.view.stem
        listed = statements(self.paper, self.view.statements, self.width, 24)

        def made(start: int, end: int, size: int) -> Group:
            stem = words(self.paper, text[start:end], size, self.width, weight=600, step=round(1.42 * size))
            return stacked(stem, listed if end == len(text) else Group(), gap=18)

        parts = in_parts(text, lambda start, end: made(start, end, SIZES[-1]).height <= self.room)
        return [
            self._placed(self._fitting([made(start, end, size) for size in SIZES])) for start, end in parts
        ]

    def _fitting(self, groups: list[Group]) -> Group:
        return next((group for group in groups if group.height <= self.room), groups[-1])

    def _placed(self, group: Group) -> Picture:
        return [*self.header(), *at(MARGIN, TOP, group)]

    def _below(self, size: int, *, is_explained: bool) -> Group:
        """The options, what was ruled, how the room moved, and the reason."""
        step = round(1.42 * size)
        moved = words(self.paper, self.words.movement(self.view, self._told), 24, self.width, weight=600)
        ruling = words(self.paper, self.words.ruling(self._told), 24, self.width, weight=600)
        why = self._told.why if is_explained else ""
        heading = words(
            self.paper,
            self.words.why(self.view, self._told) if why else "",
            size,
            self.width,
            weight=600,
            step=step,
        )
        reason = words(self.paper, why, size, self.width, weight=400, step=step)
        return stacked(self._options(size), moved, ruling, stacked(heading, reason), gap=14)

    def _options(self, size: int) -> Group:
        cast = [split for split in (self._told.before, self._told.after) if split is not None]
        names = self.words.votes() if self._told.after else (self.words.only_vote(),)
        column = _BAR + _NUMBER if cast else 0.0
        rows = [self._option(index, text, cast, column, size) for index, text in enumerate(self.view.answers)]
        head = words(
            self.paper, " → ".join(names[-len(cast) :]) if cast else "", 20, column, weight=600, step=26
        )
        top = Group(tuple(at(self.width - column, 0, head)), self.width, head.height)
        return stacked(top, *rows, gap=10)

    def _option(self, index: int, text: str, cast: list[Split], column: float, size: int) -> Group:
        """A row: the letter, filled if right, the option, and how many chose it, before and after."""
        is_right = index == self._told.key
        room, step = badge_room(size), round(1.36 * size)
        width = self.width - room - (column + 40 if column else 0)
        lettered = badge(self.paper, LETTERS[index], size, is_filled=is_right)
        said = words(self.paper, text, size, width, weight=700 if is_right else 500, step=step)
        if is_right:
            said = stacked(said, words(self.paper, self.words.right(), 20, width, weight=700, step=26))
        top = max(0.0, (lettered.height - step) / 2)
        pieces = [*lettered.pieces, *at(room, top, said)]
        bars = self._bars(index, cast)
        pieces += at(self.width - column, max(0.0, (lettered.height - bars.height) / 2), bars)
        return Group(tuple(pieces), self.width, max(lettered.height, said.height + top, bars.height))

    def _bars(self, index: int, cast: list[Split]) -> Group:
        """One bar for each vote, the first outlined, with its number."""
        bars = []
        for order, split in enumerate(cast):
            most = max(split.numbers)
            length = max(6.0, _BAR * split.numbers[index] / most) if split.numbers[index] else 0.0
            is_last = order == len(cast) - 1
            box = Box(QRectF(0, 3, length, 20), radius=4, fill="ink" if is_last else "", edge="ink", width=2)
            number = one_line(self.paper, str(split.numbers[index]), 22, 700, step=26)
            named = at(length + 10 if length else 0, 0, number)
            bars.append(Group((box, *named) if length else tuple(named), _BAR + _NUMBER, 26))
        return stacked(*bars, gap=2)
