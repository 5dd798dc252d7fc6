"""How large a text stands on the wall, and where it is cut when it takes several pages."""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

from quizapp.ui.wall.parts import Group

MOST_WORDS = 90
"""Words beyond which a text takes more than one page."""

SIZES = range(51, 33, -1)
"""The sizes of a scenario in design px, the best first."""

_SENTENCE_END = re.compile(r"[.!?…][”’\")]*\s+")
_BLANKS = re.compile(r"\s+")
_REACH = 0.35  # of a page: how far a cut may lie from where it would be even
_PATIENCE = 20
_NEAR = 6  # px by which a text may be smaller so that no word stands alone on its last line


def fitted(make: Callable[[int], Group], room: float, sizes: Iterable[int] = SIZES) -> Group | None:
    """The largest group that fits.

    Args:
        make: makes it in a size.
        room: the px it may be high.
        sizes: from the best to the least.

    Returns:
        The group, a little smaller where that leaves no single word on the last line; None if none fits.
    """
    best: Group | None = None
    largest = 0
    for size in sizes:
        group = make(size)
        if group.height > room:
            continue
        if best is None:
            best, largest = group, size
        if not group.is_lonely:
            return group
        if largest - size >= _NEAR:
            break
    return best


def in_parts(text: str, fits: Callable[[int, int], bool]) -> list[tuple[int, int]]:
    """Cut a text into as few parts as fit on a page each.

    Args:
        text: the text.
        fits: whether the part between two places does.

    Returns:
        Half-open ranges of code points. A text that fits in no way is cut all the same.
    """
    count = max(1, -(-len(text.split()) // MOST_WORDS))
    ranges: list[tuple[int, int]] = []
    for _ in range(_PATIENCE):
        ranges = list(pairwise([0, *_cuts(text, count), len(text)]))
        if all(fits(start, end) for start, end in ranges):
            break
        count += 1 + count // 4
    return ranges


def _cuts(text: str, count: int) -> list[int]:
    """Where a text is cut into parts of about one length: after a sentence, a word, or anywhere."""
    share = len(text) / count
    sentences = [found.end() for found in _SENTENCE_END.finditer(text)]
    blanks = [found.end() for found in _BLANKS.finditer(text)]
    cuts: list[int] = []
    for index in range(1, count):
        even = round(index * share)
        near = (
            [place for place in places if abs(place - even) <= _REACH * share]
            for places in (sentences, blanks)
        )
        places = next((found for found in near if found), [even])
        cuts.append(min(places, key=lambda place: abs(place - even)))
    return sorted({cut for cut in cuts if 0 < cut < len(text)})
