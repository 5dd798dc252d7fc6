"""The wall before the verdict: the question, the answers, who is in, and what to talk about."""

import re
from dataclasses import replace

from quizapp.domain.round import Phase
from quizapp.domain.wall_view import WallView
from quizapp.ui.wall.answers import options, statements, tiles
from quizapp.ui.wall.page import MARGIN, TOP, Page, Picture
from quizapp.ui.wall.parts import Group, Paper, at, beside, one_line, stacked, words
from quizapp.ui.wall.room import RoomGroups
from quizapp.ui.wall.text import MOST_WORDS, SIZES, fitted, in_parts
from quizapp.ui.wall.votes import bar, labelled
from quizapp.ui.wall.words import WallWords

LINE = 76 / 51
"""The line step of a scenario, as a multiple of its size."""

_TILE, _LEAST_TILE, _GAP, _PROMPT_GAP = 170.0, 104.0, 24.0, 10.0
_ROOM_GAP = 44.0
_TALK, _RELEASED = 178.0, 54.0  # px for two questions to talk about and a split; for the split alone
_CHOICE_TALK = 178.0  # px for the same beside options
_CHOICE_SIZES = ((46, 30), (42, 28), (38, 26), (36, 24), (34, 24), (34, 22), (34, 20))
"""The sizes of a choice's prompt and of its options, the best first."""


class AskedPages(Page):
    """Makes the pages of a question that is asked; nothing on them depends on its key."""

    def __init__(self, paper: Paper, words_: WallWords, view: WallView) -> None:
        super().__init__(paper, words_, view)
        self._room_groups = RoomGroups(paper, words_, view)

    def pages(self) -> list[Picture]:
        """One page, or several where the text is long."""
        return self._choice() if self.view.answers else self._scenario()

    # -- a scenario ----------------------------------------------------------------------------------

    def _scenario(self) -> list[Picture]:
        text = self.view.stem
        parts = in_parts(text, lambda start, end: self._fits(text[start:end], SIZES[-1]))
        if len(parts) == 1:
            made = fitted(self._stem, self._stem_room) or self._stem(SIZES[-1])
            return [self._page(made, self.paper.height)]
        sizes = (size for size in SIZES if all(self._fits(text[start:end], size) for start, end in parts))
        size = next(sizes, SIZES[-1])
        return [self._page(self._text(text[start:end], size), _LEAST_TILE) for start, end in parts]

    def _stem(self, size: int) -> Group:
        return self._text(self.view.stem, size)

    def _text(self, text: str, size: int) -> Group:
        return words(self.paper, text.strip(), size, self.width, weight=600, step=round(LINE * size))

    def _fits(self, text: str, size: int) -> bool:
        return self._text(text, size).height <= self._stem_room

    @property
    def _stem_room(self) -> float:
        """The px for the scenario, the same from the first reading to the verdict: nothing jumps."""
        talk = self._talk().height if self.view.phase is Phase.DISCUSS else 0.0
        answers = _LEAST_TILE + self._asked_below(self.view.prompt).height
        return self.room - _GAP - max(answers, talk, _TALK)

    def _prompt(self) -> Group:
        return self._asked_below("" if self.view.phase is Phase.DISCUSS else self.view.prompt)

    def _asked_below(self, text: str) -> Group:
        asked = words(self.paper, text, 28, self.width, step=40)
        return (
            Group(tuple(at(0, _PROMPT_GAP, asked)), asked.width, asked.height + _PROMPT_GAP)
            if text
            else asked
        )

    def _page(self, stem: Group, tallest: float) -> Picture:
        """A part of the scenario, and what stands below it, no taller than so many px."""
        upper = stacked(stem, self._prompt())
        rest = min(tallest, self.room - upper.height - _GAP)
        return [*self.header(), *at(MARGIN, TOP, upper), *self.low(self._below(rest))]

    def _below(self, room: float) -> Group:
        """What stands below the scenario, in a height in px."""
        match self.view.phase:
            case Phase.ASK:
                return one_line(self.paper, self.words.think(), 26)
            case Phase.DISCUSS:
                return self._talk()
            case _:
                height = min(max(room, _LEAST_TILE), _TILE * self.paper.height / 720)
                return self._answers(height)

    def _answers(self, height: float) -> Group:
        beside_them = self._room_groups.room(height)
        width = self.width - self._room_groups.width - _ROOM_GAP
        return beside(tiles(self.paper, self.words, width, height), beside_them, gap=_ROOM_GAP)

    def _talk(self) -> Group:
        """What to talk about, and the first vote once it is released: its place is kept for it."""
        heading = words(self.paper, self.words.convince(), 30, self.width, weight=600, step=40)
        asks = [words(self.paper, ask, 26, self.width, step=36) for ask in self.view.talk]
        return stacked(heading, *asks, self._released(), gap=4)

    def _released(self) -> Group:
        split = self.view.released
        if split is None:
            return Group((), 1, _RELEASED)
        made = bar(self.paper, self.words, split, self.width - 170, 46)
        return stacked(Group((), 1, 8), labelled(self.paper, self.words.votes()[0], made, is_above=False))

    # -- a choice ------------------------------------------------------------------------------------

    def _choice(self) -> list[Picture]:
        texts = (self.view.stem, *self.view.statements, *self.view.answers)
        if sum(len(text.split()) for text in texts) <= MOST_WORDS:
            for stem, option in _CHOICE_SIZES:
                whole = stacked(self._asked(stem, option), self._offered(option), gap=_GAP)
                if whole.height <= self.room:
                    return [[*self.header(), *at(MARGIN, TOP, whole)]]
        return self._choice_in_two()

    def _choice_in_two(self) -> list[Picture]:
        """The question on one page or more, the options on another."""
        text = self.view.stem
        parts = in_parts(text, lambda start, end: self._asked_part(text[start:end], 34).height <= self.room)
        asked = [self._asked_part(text[start:end], 34) for start, end in parts[:-1]]
        [start, end] = parts[-1]
        sizes = (
            stacked(self._asked_part(text[start:end], stem), self._statements(option), gap=20)
            for stem, option in _CHOICE_SIZES
        )
        made = list(sizes)
        asked.append(next((group for group in made if group.height <= self.room), made[-1]))
        offers = [self._offered(size) for size in (34, 30, 28, 26, 24, 22, 20)]
        offered = next((group for group in offers if group.height <= self.room), offers[-1])
        return [[*self.header(), *at(MARGIN, TOP, group)] for group in (*asked, offered)]

    def _asked(self, stem: int, option: int) -> Group:
        return stacked(self._asked_part(self.view.stem, stem), self._statements(option), gap=16)

    def _asked_part(self, text: str, size: int) -> Group:
        return words(self.paper, text.strip(), size, self.width, weight=600, step=round(1.42 * size))

    def _statements(self, size: int) -> Group:
        return statements(self.paper, self.view.statements, self.width, size)

    def _offered(self, size: int) -> Group:
        """The options, and what stands beside them."""
        width = self.width - self._room_groups.width - _ROOM_GAP
        made = options(self.paper, self.view, width, size)
        match self.view.phase:
            case Phase.DISCUSS:
                return self._beside(made, self._choice_talk())
            case Phase.ASK:
                think = words(self.paper, self.words.think(), 26, self._room_groups.width, step=36)
                return self._beside(made, think)
            case _:
                return self._beside(made, self._room_groups.room(max(_TILE, made.height)))

    def _choice_talk(self) -> Group:
        """What to talk about beside options, and the first vote once it is released."""
        width, split = self._room_groups.width, self.view.released
        asked = words(self.paper, self.words.convince_of_one(), 26, width, weight=600, step=34)
        if split is None:
            return asked
        text = f"{self.words.votes()[0]}: {self.words.said(self.view, split)}"
        unbroken = re.sub(r" (?=\d)", "\u00a0", text)  # a letter is never parted from its number
        said = words(self.paper, unbroken, 24, width, weight=600, step=32)
        said = replace(said, pieces=tuple(replace(piece, says=text) for piece in said.pieces))
        return stacked(asked, said, gap=12)

    def _beside(self, made: Group, room: Group) -> Group:
        """Options, and in the column at their end what there is to say; as high in every state."""
        x = self.width - self._room_groups.width
        return Group((*made.pieces, *at(x, 0, room)), self.width, max(made.height, room.height, _CHOICE_TALK))
