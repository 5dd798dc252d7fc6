"""A text with room for tags, and the way from the places in one to those in the other and back."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from quizapp.domain.question import Side

ROOM = "\u00a0"
"""Stands where a tag is painted: a line never ends with it."""

_LINE_END = "\u2028"
_LINE_ENDS = re.compile("[\n\v\f\u0085\u2029]")
_UNSHOWABLE = re.compile("[\0\ud800-\udfff]")
_LANES = 3


@dataclass(frozen=True, slots=True)
class Highlight:
    """Deciding words: a half-open range of code points, the side they speak for, their cue's number."""

    start: int
    end: int
    side: Side
    number: int


class TaggedText:
    """A text with room for a tag before each highlight, and the way there and back.

    Places are UTF-16 units of the shown text for Qt, code points of the original for everyone else.

    Args:
        original: the text.
        highlights: they may overlap; one outside the text is left out.
        breaks: where lines shall end, in code points of the original; only after a blank one can.

    Attributes:
        highlights: those that hold at least one letter of the text, in reading order.
        lanes: how far down each one's underline runs, so that those of overlapping ones lie side by side.
        text: what is shown: room for the tags, one kind of line end, nothing that cannot be shown.
    """

    def __init__(
        self, original: str, highlights: Sequence[Highlight] = (), breaks: Iterable[int] = ()
    ) -> None:
        sound = [each for each in highlights if 0 <= each.start < each.end <= len(original)]
        self.highlights = sorted(sound, key=lambda each: each.start)
        self.lanes = _lanes(self.highlights)
        self._original = original
        self._starts = [each.start for each in self.highlights]
        self._tags = [start + before for before, start in enumerate(self._starts)]
        cuts = [0, *self._starts, len(original)]
        broken = _broken(original, breaks)
        shown = ROOM.join(broken[a:b] for a, b in pairwise(cuts))
        self.text = _UNSHOWABLE.sub("\ufffd", _LINE_ENDS.sub(_LINE_END, shown))
        self._units = list(accumulate((1 + (letter > "\uffff") for letter in self.text), initial=0))

    @property
    def length(self) -> int:
        """The UTF-16 units shown."""
        return self._units[-1]

    def tag(self, index: int) -> int:
        """Where the tag of one highlight stands."""
        return self._units[self._tags[index]]

    def words(self, index: int) -> tuple[int, int]:
        """Where the words of one highlight start and end, tags of others inside included."""
        each = self.highlights[index]
        start = each.start + bisect_right(self._starts, each.start)
        return self._units[start], self._units[max(start, each.end + bisect_left(self._starts, each.end))]

    def original(self, start: int, end: int) -> str:
        """The part of the original text between two places of the shown one."""
        return self._original[self._point(start) : self._point(end)]

    def _point(self, place: int) -> int:
        """The original code point at a place of the shown text."""
        point = bisect_right(self._units, place) - 1
        return point - bisect_left(self._tags, point)


def _broken(text: str, places: Iterable[int]) -> str:
    """A text as long as before, whose lines end at these places."""
    letters = list(text)
    for place in places:
        if place and letters[place - 1] == " ":
            letters[place - 1] = _LINE_END
    return "".join(letters)


def _lanes(highlights: Sequence[Highlight]) -> list[int]:
    lanes: list[int] = []
    for each in highlights:
        taken = {lane for other, lane in zip(highlights, lanes, strict=False) if other.end > each.start}
        lanes.append(min(set(range(_LANES)) - taken, default=_LANES - 1))
    return lanes
