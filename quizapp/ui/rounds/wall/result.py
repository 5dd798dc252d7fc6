"""Pages from the verdict on."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRectF

from quizapp.domain.question import Side, Strength, Verdict
from quizapp.domain.round import Phase
from quizapp.domain.wall_view import Revealed, Split, WallView
from quizapp.ui.rounds.wall.answers import badge, badge_spacing, statements, verdict, votes
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
    at,
    in_parts,
    legend,
    mark,
    one_line,
    part,
    quoted,
    stacked,
    tagged,
    words,
)
from quizapp.ui.rounds.wall.tagged import deciding_words
from quizapp.ui.rounds.wall.wording import WallWords
from quizapp.ui.wording import LETTERS

_GAP = 48.0
_ROOMY = ((44, 70), (42, 66), (40, 63), (38, 60), (36, 57))
_CLOSE = ((40, 60), (38, 57), (36, 53), (34, 50), (34, 47))
"""Sizes and line steps of the scenario, the best first; in the second row with small bars below."""

_REASON = (24, 34)
_REASONS = ((32, 45), (30, 42), (28, 39), (26, 37), _REASON, (22, 31), (20, 28))
"""Sizes and line steps of reasons on a page of their own, the best first; beside a scenario there is one."""


class ResultPages(Page):
    """Makes the pages that follow the verdict of a scenario.

    Args:
        canvas: what they are made for.
        words_: the wall's words.
        view: what is shown.
        revealed: the part of it that the verdict has set free.
    """

    def __init__(self, canvas: Canvas, words_: WallWords, view: WallView, revealed: Revealed) -> None:
        super().__init__(canvas, words_, view)
        self._revealed = revealed
        self._side = revealed.side or Side.PRODUCT
        self._lowers: dict[bool, Group] = {}
        facts = (revealed.fact,) if revealed.fact else ()
        self._marked, self._entries = deciding_words(Verdict("", view.stem, self._side, "", reasons=facts))

    def pages(self) -> list[Picture]:
        """The verdict; with the reasons on the same page where all of it fits, else before it."""
        if self.view.phase is Phase.REVEAL:
            return self._verdict_pages()
        whole = self._whole()
        return [whole] if whole else [*self._explained(), *self._verdict_pages()]

    # -- the scenario with its deciding words --------------------------------------------------------

    def _verdict_pages(self) -> list[Picture]:
        text = self.view.stem
        parts = in_parts(
            text, lambda start, end: self._set(start, end, *_CLOSE[-1], is_roomy=False) is not None
        )
        pages = []
        for start, end in parts:
            made = self._best(start, end)
            if made is None:
                made = self._upper(start, end, *_CLOSE[-1]), self._lower(is_roomy=False)
            pages.append(self._placed(*made))
        return pages

    def _best(self, start: int, end: int) -> tuple[Group, Group] | None:
        tries = [(*size, True) for size in _ROOMY] + [(*size, False) for size in _CLOSE]
        made = (self._set(start, end, size, step, is_roomy=roomy) for size, step, roomy in tries)
        return next((each for each in made if each is not None), None)

    def _set(
        self, start: int, end: int, size: int, step: int, *, is_roomy: bool
    ) -> tuple[Group, Group] | None:
        """A part of the scenario and what stands below it; None where they do not fit."""
        upper, lower = self._upper(start, end, size, step), self._lower(is_roomy=is_roomy)
        return (upper, lower) if upper.height + lower.height + 36 <= self.available_height else None

    def _upper(self, start: int, end: int, size: int, step: int) -> Group:
        marked = part(self._marked, start, end)
        text = self.view.stem[start:end].rstrip()
        shown = {each.number for each in marked}
        entries = [entry for entry in self._entries if entry[0] in shown]
        scenario = tagged(self.canvas, text, marked, size, step, self.width)
        return stacked(
            scenario,
            legend(
                self.canvas,
                entries,
                self.width,
                24 if size > _CLOSE[0][0] else 22 if size > SIZES[-1] else 20,
            ),
            gap=6,
        )

    def _lower(self, *, is_roomy: bool) -> Group:
        """The verdict, and beside it the votes; asked for at every size that is tried."""
        if is_roomy not in self._lowers:
            self._lowers[is_roomy] = self._make_lower(is_roomy=is_roomy)
        return self._lowers[is_roomy]

    def _make_lower(self, *, is_roomy: bool) -> Group:
        left, right = self._columns(is_roomy=is_roomy)
        return Group(
            (*left.pieces, *at(self._half + _GAP, 0, right)), self.width, max(left.height, right.height)
        )

    @property
    def _half(self) -> float:
        return (self.width - _GAP) / 2

    def _columns(self, *, is_roomy: bool) -> tuple[Group, Group]:
        left = verdict(self.canvas, self.words, self.view, self._revealed, self._half, 58 if is_roomy else 44)
        ruling = words(self.canvas, self.words.ruling(self._revealed), 22, self._half, weight=600, step=30)
        right = votes(self.canvas, self.words, self.view, self._revealed, self._half, is_roomy=is_roomy)
        return stacked(left, ruling, gap=4), right

    def _placed(self, upper: Group, lower: Group) -> Picture:
        """The two parts of a page with a line between them."""
        y = TOP + upper.height + 14
        line = Box(QRectF(MARGIN, y, self.width, 1.5), radius=0, fill="line")
        return [*self.header(), *at(MARGIN, TOP, upper), line, *at(MARGIN, y + 20, lower)]

    # -- the reasons ---------------------------------------------------------------------------------

    def _whole(self) -> Picture | None:
        """Scenario, verdict, votes and reasons on one page; None where they do not fit."""
        if len(self.view.stem.split()) > MOST_WORDS or self._is_arguable:
            return None
        left, right = self._columns(is_roomy=True)
        size, step = _REASON
        left = stacked(left, *self._reasons(self._half, size, step), gap=12)
        lower = Group(
            (*left.pieces, *at(self._half + _GAP, 0, right)), self.width, max(left.height, right.height)
        )
        for size, step in _ROOMY[2:] + _CLOSE[2:4]:
            upper = self._upper(0, len(self.view.stem), size, step)
            if upper.height + lower.height + 36 <= self.available_height:
                return self._placed(upper, lower)
        return None

    @property
    def _is_arguable(self) -> bool:
        return self._revealed.strength is Strength.ARGUABLE

    def _texts(self) -> list[tuple[str, str, Side | None]]:
        """The headings, texts and sides of the reasons."""
        revealed = self._revealed
        why = (self.words.why(self.view, revealed), revealed.why, None)
        if self._is_arguable:
            cases = zip(Side, revealed.cases, strict=False)
            return [*((self.words.case(side), case, side) for side, case in cases if case), why]
        return [(revealed.fact.text, revealed.why, revealed.fact.side)] if revealed.fact else [why]

    def _reasons(self, width: float, size: int, step: int) -> list[Group]:
        return [self._reason(*each, width, size, step) for each in self._texts() if each[1]]

    def _reason(
        self, heading: str, text: str, side: Side | None, width: float, size: int, step: int
    ) -> Group:
        """One reason below its heading, which carries the mark of a side it is for."""
        named = words(self.canvas, heading, size, width, weight=600, step=step, colour=side or "ink")
        if side is not None:
            sign = mark(side, 0.9 * size)
            spacing = round(1.5 * size)
            shorter = words(self.canvas, heading, size, width - spacing, weight=600, step=step, colour=side)
            pieces = (*at(0, (step - sign.height) / 2, sign), *at(spacing, 0, shorter))
            named = Group(pieces, width, shorter.height)
        return stacked(named, words(self.canvas, text, size, width, weight=400, step=step))

    def _explained(self) -> list[Picture]:
        """The reasons on a page of their own, or on several."""
        for size, step in _REASONS:
            made = self._arguments(size, step) if self._is_arguable else self._beside_words(size, step)
            if made.height <= self.available_height:
                return [[*self.header(), *at(MARGIN, TOP, made)]]
        return list(self._reason_by_reason())

    def _beside_words(self, size: int, step: int) -> Group:
        """Verdict and reasons; at their side votes and deciding words."""
        narrow = round(0.36 * self.width)
        wide = self.width - narrow - _GAP
        head = verdict(self.canvas, self.words, self.view, self._revealed, wide, 50)
        ruling = words(self.canvas, self.words.ruling(self._revealed), 22, wide, weight=600, step=30)
        left = stacked(head, ruling, *self._reasons(wide, size, step), gap=14)
        cast = votes(self.canvas, self.words, self.view, self._revealed, narrow, is_roomy=True)
        right = stacked(cast, self._decisive(narrow), gap=24)
        if right.height > self.available_height:
            right = self._decisive(narrow) if not cast.height else cast
        return Group((*left.pieces, *at(wide + _GAP, 0, right)), self.width, max(left.height, right.height))

    def _decisive(self, width: float) -> Group:
        if not self._marked:
            return Group()
        heading = words(self.canvas, self.words.decides(), 24, width, weight=600, step=34)
        return stacked(heading, quoted(self.canvas, self.view.stem, self._marked, width, 22), gap=6)

    def _arguments(self, size: int, step: int) -> Group:
        """Both cases side by side, of one size, and below them why both can be argued."""
        *cases, why = [each for each in self._texts() if each[1]] or [("", "", None)]
        left, right = self._columns(is_roomy=False)
        head = Group(
            (*left.pieces, *at(self._half + _GAP, 0, right)), self.width, max(left.height, right.height)
        )
        made = [self._reason(*case, self._half, size, step) for case in cases]
        pieces = [
            piece for index, case in enumerate(made) for piece in at(index * (self._half + _GAP), 0, case)
        ]
        both = Group(tuple(pieces), self.width, max((case.height for case in made), default=0))
        return stacked(head, both, self._reason(*why, self.width, size, step), gap=20)

    def _reason_by_reason(self) -> Iterator[Picture]:
        """A page for each reason, or several where it is very long."""
        size, step = _REASON
        spacing = self.available_height - step
        for heading, text, side in self._texts():
            for start, end in in_parts(text, partial(self._is_short, text, spacing)) if text else []:
                made = self._reason(heading, text[start:end], side, self.width, size, step)
                yield [*self.header(), *at(MARGIN, TOP, made)]

    def _is_short(self, text: str, spacing: float, start: int, end: int) -> bool:
        size, step = _REASON
        return words(self.canvas, text[start:end], size, self.width, weight=400, step=step).height <= spacing


_SIZES = ((42, 28), (38, 26), (36, 24), (34, 24), (34, 22), (34, 20))
"""The sizes of the prompt and of the options, the best first."""

_NUMBER, _BAR = 64.0, 220.0  # px for the number of a vote, and for the longest bar


class ChoiceResultPages(Page):
    """Makes the pages that follow the verdict of a choice."""

    def __init__(self, canvas: Canvas, words_: WallWords, view: WallView, revealed: Revealed) -> None:
        super().__init__(canvas, words_, view)
        self._revealed = revealed

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
            asked = words(self.canvas, self.view.stem, stem, self.width, weight=600, step=round(1.4 * stem))
            listed = statements(self.canvas, self.view.statements, self.width, size)
            made = stacked(asked, listed, self._below(size, is_explained=is_explained), gap=18)
            if made.height <= self.available_height:
                return self._placed(made)
        return None

    def _asked(self) -> list[Picture]:
        """The question alone, on a page or more."""
        text = self.view.stem
        listed = statements(self.canvas, self.view.statements, self.width, 24)

        def made(start: int, end: int, size: int) -> Group:
            stem = words(self.canvas, text[start:end], size, self.width, weight=600, step=round(1.42 * size))
            return stacked(stem, listed if end == len(text) else Group(), gap=18)

        parts = in_parts(text, lambda start, end: made(start, end, SIZES[-1]).height <= self.available_height)
        return [
            self._placed(self._fitting([made(start, end, size) for size in SIZES])) for start, end in parts
        ]

    def _fitting(self, groups: list[Group]) -> Group:
        return next((group for group in groups if group.height <= self.available_height), groups[-1])

    def _placed(self, group: Group) -> Picture:
        return [*self.header(), *at(MARGIN, TOP, group)]

    def _below(self, size: int, *, is_explained: bool) -> Group:
        """The options, what was ruled, how the room moved, and the reason."""
        step = round(1.42 * size)
        moved = words(self.canvas, self.words.movement(self.view, self._revealed), 24, self.width, weight=600)
        ruling = words(self.canvas, self.words.ruling(self._revealed), 24, self.width, weight=600)
        why = self._revealed.why if is_explained else ""
        heading = words(
            self.canvas,
            self.words.why(self.view, self._revealed) if why else "",
            size,
            self.width,
            weight=600,
            step=step,
        )
        reason = words(self.canvas, why, size, self.width, weight=400, step=step)
        return stacked(self._options(size), moved, ruling, stacked(heading, reason), gap=14)

    def _options(self, size: int) -> Group:
        cast = [split for split in (self._revealed.before, self._revealed.after) if split is not None]
        names = self.words.votes() if self._revealed.after else (self.words.only_vote(),)
        column = _BAR + _NUMBER if cast else 0.0
        rows = [self._option(index, text, cast, column, size) for index, text in enumerate(self.view.answers)]
        head = words(
            self.canvas, " → ".join(names[-len(cast) :]) if cast else "", 20, column, weight=600, step=26
        )
        top = Group(tuple(at(self.width - column, 0, head)), self.width, head.height)
        return stacked(top, *rows, gap=10)

    def _option(self, index: int, text: str, cast: list[Split], column: float, size: int) -> Group:
        """A row: the letter, filled if right, the option, and how many chose it, before and after."""
        is_right = index == self._revealed.key
        spacing, step = badge_spacing(size), round(1.36 * size)
        width = self.width - spacing - (column + 40 if column else 0)
        lettered = badge(self.canvas, LETTERS[index], size, is_filled=is_right)
        said = words(self.canvas, text, size, width, weight=700 if is_right else 500, step=step)
        if is_right:
            said = stacked(said, words(self.canvas, self.words.right(), 20, width, weight=700, step=26))
        top = max(0.0, (lettered.height - step) / 2)
        pieces = [*lettered.pieces, *at(spacing, top, said)]
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
            number = one_line(self.canvas, str(split.numbers[index]), 22, 700, step=26)
            named = at(length + 10 if length else 0, 0, number)
            bars.append(Group((box, *named) if length else tuple(named), _BAR + _NUMBER, 26))
        return stacked(*bars, gap=2)
