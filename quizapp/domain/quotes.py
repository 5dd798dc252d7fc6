"""Finding the deciding words of a scenario: letter by letter, with white space folded."""

import re

_BLANKS = re.compile(r"\s+")


def folded(text: str) -> str:
    """The text with every run of white space as one blank and its ends trimmed."""
    return _BLANKS.sub(" ", text).strip()


def spans(text: str, quote: str) -> list[tuple[int, int]]:
    """Where a quote stands in a text.

    Args:
        text: any text.
        quote: the words looked for; white space matches any white space.

    Returns:
        The half-open (start, end) of each occurrence, in code points of `text`; occurrences may
        overlap, as `aa` does in `aaa`. An empty quote occurs nowhere.
    """
    wanted = folded(quote)
    if not wanted:
        return []
    plain, places = _folded_with_places(text)
    found = []
    at = plain.find(wanted)
    while at >= 0:
        found.append((places[at], places[at + len(wanted) - 1] + 1))
        at = plain.find(wanted, at + 1)
    return found


def _folded_with_places(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the index it had in the text."""
    letters: list[str] = []
    places: list[int] = []
    for index, letter in enumerate(text):
        blank = letter.isspace()
        if blank and (not letters or letters[-1] == " "):
            continue
        letters.append(" " if blank else letter)
        places.append(index)
    return "".join(letters), places
