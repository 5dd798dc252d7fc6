"""Pages from the verdict on."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from quizapp.domain.question import Side, Strength, Verdict
from quizapp.domain.round import Phase
from quizapp.domain.wall_view import Revealed, Split, WallView
from quizapp.ui.rounds.wall.answers import SignMark, badge, badge_spacing, statements, verdict, votes
from quizapp.ui.rounds.wall.drawing import (
    LEAST,
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
    beside,
    in_parts,
    mark,
    one_line,
    stacked,
    words,
)
from quizapp.ui.rounds.wall.marked_text import legend, part, quoted, tagged
from quizapp.ui.rounds.wall.tagged import deciding_words
from quizapp.ui.rounds.wall.wording import WallWords
from quizapp.ui.wording import LETTERS

_GAP = 48.0
_ROOMY = ((48, 72), (46, 69), (44, 66), (42, 63), (40, 60))
_CLOSE = ((44, 58), (42, 55), (40, 52), (40, 50))
"""Sizes and line steps of the scenario, the best first; in the second row with small bars below."""

_REASON = (LEAST, 37)
_REASONS = ((44, 60), (41, 56), (38, 52), (36, 50), (34, 47), (32, 44), (30, 41), _REASON)
"""Sizes and line steps of reasons on a page of their own, the best first; beside a scenario there is one."""

_HEAD, _BELOW_HEAD = 44, 24  # px: the size of the verdict above reasons, and the gap below it

REASON_WORDS = 60
"""The most words of reasons on one page: more are not read from a seat."""


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
        """Scenario, verdict and votes; where they do not fit on one page the verdict stands before it."""
        text = self.view.stem
        made = self._best(0, len(text)) if len(text.split()) <= MOST_WORDS else None
        if made is not None:
            return [self._placed(*made)]
        parts = in_parts(
            text, lambda start, end: self._upper(start, end, *_CLOSE[0]).height <= self.available_height
        )
        told = [self._upper(start, end, *_CLOSE[0]) for start, end in parts]
        return [self._decided(), *([*self.header(), *at(MARGIN, TOP, upper)] for upper in told)]

    def _decided(self) -> Picture:
        """The verdict as large as a page allows, the words that decide it, and the votes."""
        left, right = self._columns(is_roomy=True)
        for size in (34, 30, LEAST):
            made = stacked(left, self._decisive(self._half, size), gap=24)
            if made.height <= self.available_height:
                break
            made = left
        return [*self.header(), *at(MARGIN, TOP, made), *at(MARGIN + self._half + _GAP, TOP, right)]

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
            legend(self.canvas, entries, self.width),
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
        ruling = words(self.canvas, self.words.ruling(self._revealed), LEAST, self._half, weight=600, step=34)
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
        if len(self.view.stem.split()) > MOST_WORDS or self._is_arguable or self._word_count > REASON_WORDS:
            return None
        left, right = self._columns(is_roomy=True)
        size, step = _REASON
        left = stacked(left, *self._reasons(self._half, size, step), gap=12)
        lower = Group(
            (*left.pieces, *at(self._half + _GAP, 0, right)), self.width, max(left.height, right.height)
        )
        for size, step in (*_ROOMY, *_CLOSE):
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
        if self._word_count <= REASON_WORDS:
            for size, step in _REASONS:
                made = self._arguments(size, step) if self._is_arguable else self._beside_words(size, step)
                if made.height <= self.available_height:
                    return [[*self.header(), *at(MARGIN, TOP, made)]]
        return list(self._reason_by_reason())

    @property
    def _word_count(self) -> int:
        """How many words the verdict and all reasons have with their headings."""
        said = (f"{heading} {text}" for heading, text, _ in self._texts() if text)
        return self._verdict_count + sum(len(each.split()) for each in said)

    @property
    def _verdict_count(self) -> int:
        return len(self.words.verdict(self.view, self._revealed).split())

    def _beside_words(self, size: int, step: int) -> Group:
        """Verdict and reasons; at their side votes and deciding words."""
        narrow = round(0.36 * self.width)
        wide = self.width - narrow - _GAP
        head = verdict(self.canvas, self.words, self.view, self._revealed, wide, 50)
        ruling = words(self.canvas, self.words.ruling(self._revealed), LEAST, wide, weight=600, step=34)
        left = stacked(head, ruling, *self._reasons(wide, size, step), gap=14)
        cast = votes(self.canvas, self.words, self.view, self._revealed, narrow, is_roomy=True)
        decisive = self._decisive(narrow, LEAST)
        right = stacked(cast, decisive, gap=24)
        if right.height > self.available_height or self._word_count + self._quoted_count > REASON_WORDS:
            right = cast
        return Group((*left.pieces, *at(wide + _GAP, 0, right)), self.width, max(left.height, right.height))

    @property
    def _quoted_count(self) -> int:
        """How many words decide, with their heading."""
        told = (self.view.stem[each.start : each.end] for each in self._marked)
        return len(" ".join((self.words.decides(), *told)).split())

    def _decisive(self, width: float, size: int) -> Group:
        """The deciding words themselves."""
        if not self._marked:
            return Group()
        heading = words(self.canvas, self.words.decides(), LEAST, width, weight=600, step=36)
        return stacked(heading, quoted(self.canvas, self.view.stem, self._marked, width, size), gap=6)

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
        """A page for each reason below the verdict, or several where it is very long."""
        head = verdict(self.canvas, self.words, self.view, self._revealed, self.width, _HEAD)
        ruling = words(self.canvas, self.words.ruling(self._revealed), LEAST, self.width, weight=600, step=34)
        top = stacked(head, ruling, gap=4)
        available = self.available_height - top.height - _BELOW_HEAD
        shown = [part for each in self._texts() if each[1] for part in self._parts(*each, available)]
        made = [[self._reason(*each, self.width, size, step) for each in shown] for size, step in _REASONS]
        fitting = (groups for groups in made if all(group.height <= available for group in groups))
        for group in next(fitting, made[-1]):  # all of one size: no case looks better than the other
            yield [*self.header(), *at(MARGIN, TOP, stacked(top, group, gap=_BELOW_HEAD))]

    def _parts(
        self, heading: str, text: str, side: Side | None, available: float
    ) -> list[tuple[str, str, Side | None]]:
        """A reason as it is cut to pages, each with the heading."""
        most = max(1, REASON_WORDS - self._verdict_count - len(heading.split()))

        def fits(start: int, end: int) -> bool:
            return self._reason(heading, text[start:end], side, self.width, *_REASON).height <= available

        return [(heading, text[start:end], side) for start, end in in_parts(text, fits, most)]


_SIZES = ((46, 32), (44, 32), (42, 30), (40, 28), (40, LEAST))
"""The sizes of the prompt and of the options, the best first."""

_ALONE = (44, 40, 36, 32, 30, 28, LEAST)
"""The sizes of options on a page without the prompt."""

_NUMBER, _BAR = 130.0, 180.0  # px for the numbers of the votes, and for the longest bar
_VERDICT = 44  # px: the size of the verdict above the options


class ChoiceResultPages(Page):
    """Makes the pages that follow the verdict of a choice."""

    def __init__(self, canvas: Canvas, words_: WallWords, view: WallView, revealed: Revealed) -> None:
        super().__init__(canvas, words_, view)
        self._revealed = revealed

    def pages(self) -> list[Picture]:
        """The right option, all of them with their votes, and the reason, on as few pages as it takes."""
        is_explained = self.view.phase is Phase.EXPLAIN
        for explained in (is_explained, False)[: 2 if is_explained else 1]:
            for stem, size in _SIZES:
                made = stacked(self._prompt(stem, size), self._below(size, is_explained=explained), gap=14)
                if made.height <= self.available_height:
                    return [*self._explained(is_explained and not explained), self._placed(made)]
        told = self._fitting(
            [
                *(self._below(size, is_explained=False) for size in _ALONE),
                stacked(self._verdict(), self._options(LEAST), gap=12),
            ]
        )
        return [*self._explained(is_explained), self._placed(told), *self._asked()]

    def _prompt(self, stem: int, size: int) -> Group:
        asked = words(self.canvas, self.view.stem, stem, self.width, weight=600, step=round(1.3 * stem))
        return stacked(asked, statements(self.canvas, self.view.statements, self.width, size), gap=10)

    def _explained(self, is_wanted: bool) -> list[Picture]:  # noqa: FBT001 - says itself what it is
        """The verdict and the reason on a page of their own, or on several."""
        text = self._revealed.why
        if not is_wanted or not text:
            return []
        most = REASON_WORDS - len(self.words.why(self.view, self._revealed).split())

        def made(start: int, end: int, size: int, step: int) -> Group:
            why = self._reason(text[start:end], size, step)
            return stacked(self._verdict(), self._moved(), why, gap=18)

        parts = in_parts(
            text, lambda start, end: made(start, end, *_REASON).height <= self.available_height, most
        )
        groups = ([made(start, end, size, step) for size, step in _REASONS] for start, end in parts)
        return [self._placed(self._fitting(sizes)) for sizes in groups]

    def _asked(self) -> list[Picture]:
        """The question alone, on a page or more."""
        text = self.view.stem
        listed = statements(self.canvas, self.view.statements, self.width, 30)

        def made(start: int, end: int, size: int) -> Group:
            stem = words(self.canvas, text[start:end], size, self.width, weight=600, step=round(1.3 * size))
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
        """The verdict, the options, how the room moved, and the reason."""
        why = self._reason(self._revealed.why, size, round(1.36 * size)) if is_explained else Group()
        return stacked(self._verdict(), self._options(size), self._moved(), why, gap=12)

    def _verdict(self) -> Group:
        """Which option is right, large, with a tick; and what the trainer ruled."""
        letter = LETTERS[self._revealed.key]
        said = one_line(self.canvas, self.words.right(letter), _VERDICT, 700, step=round(1.2 * _VERDICT))
        tick = Group((SignMark(QRectF(0, 0, _VERDICT, _VERDICT), is_in=True),), _VERDICT, _VERDICT)
        ruling = words(self.canvas, self.words.ruling(self._revealed), LEAST, self.width, weight=600, step=34)
        return stacked(beside(tick, said, gap=16), ruling, gap=2)

    def _moved(self) -> Group:
        told = (self.words.movement(self.view, self._revealed), self.words.winner(self._revealed))
        return stacked(*(words(self.canvas, each, LEAST, self.width, weight=600, step=36) for each in told))

    def _reason(self, text: str, size: int, step: int) -> Group:
        if not text:
            return Group()
        heading = self.words.why(self.view, self._revealed)
        return stacked(
            words(self.canvas, heading, size, self.width, weight=600, step=step),
            words(self.canvas, text, size, self.width, weight=400, step=step),
        )

    def _options(self, size: int) -> Group:
        cast = [split for split in (self._revealed.before, self._revealed.after) if split is not None]
        names = self.words.votes() if self._revealed.after else (self.words.only_vote(),)
        column = _BAR + _NUMBER if cast else 0.0
        rows = [self._option(index, text, cast, column, size) for index, text in enumerate(self.view.answers)]
        text = " → ".join(names[-len(cast) :]) if cast else ""
        head = one_line(self.canvas, text, LEAST, 600, step=34) if text else Group()
        top = Group(tuple(at(self.width - max(column, head.width), 0, head)), self.width, head.height)
        return stacked(top, *rows, gap=8)

    def _option(self, index: int, text: str, cast: list[Split], column: float, size: int) -> Group:
        """A row: the letter, filled if right, the option, and how many chose it, before and after."""
        is_right = index == self._revealed.key
        spacing, step = badge_spacing(size), round(1.36 * size)
        width = self.width - spacing - (column + 40 if column else 0)
        lettered = badge(self.canvas, LETTERS[index], size, is_filled=is_right)
        said = words(self.canvas, text, size, width, weight=700 if is_right else 500, step=step)
        top = max(0.0, (lettered.height - step) / 2)
        pieces = [*lettered.pieces, *at(spacing, top, said)]
        bars = self._bars(index, cast)
        pieces += at(self.width - column, max(0.0, (lettered.height - bars.height) / 2), bars)
        return Group(tuple(pieces), self.width, max(lettered.height, said.height + top, bars.height))

    def _bars(self, index: int, cast: list[Split]) -> Group:
        """The bar of the last vote, and its number behind that of the vote before."""
        if not cast:
            return Group()
        numbers = [split.numbers[index] for split in cast]
        length = _BAR * numbers[-1] / max(1, *cast[-1].numbers)
        box = Box(QRectF(0, 4, max(6.0, length), 26), radius=4, fill="ink")
        said = one_line(self.canvas, " → ".join(map(str, numbers)), LEAST, 700, step=34)
        named = at(length + 10 if numbers[-1] else 0, 0, said)
        return Group((box, *named) if numbers[-1] else tuple(named), _BAR + _NUMBER, 34)
