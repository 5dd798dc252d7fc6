"""“Did you mean …?”: the nearest of some words, with differences that cannot be seen spelt out."""

import difflib
import unicodedata
from collections.abc import Collection

from quizapp.storage.banks.characters import name_of, shown, skeleton, visible

_LONGEST = 64
_MANY = 500
_LIST = 12


def did_you_mean(word: str, known: Collection[str]) -> str:
    """A question that names the nearest known word, or an empty text when none is near."""
    if len(word) > _LONGEST or len(known) > _MANY:
        return ""
    seen = skeleton(word)
    for candidate in known:
        if skeleton(candidate) == seen:
            return f"Did you mean {shown(candidate)}?{_difference(word, candidate)}"
    near = difflib.get_close_matches(seen, known, 1)
    return f"Did you mean {shown(near[0])}?" if near else ""


def nearest_or_all(word: str, known: Collection[str]) -> str:
    """The nearest word, or when none is near the whole list, if it is short."""
    near = did_you_mean(word, known)
    return near if near or len(known) > _LIST else f"Known are: {visible(', '.join(known))}."


def _difference(word: str, meant: str) -> str:
    """What tells two words apart that look the same."""
    if word.strip() != word and word.strip() == meant:
        return " A blank stands beside it."
    for place, letter in enumerate(unicodedata.normalize("NFC", word), start=1):
        if not letter.isascii():
            return f" Letter {place} is {name_of(letter)}."
    return ""
