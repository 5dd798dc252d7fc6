"""Evidence occurs exactly once in its scenario: letter by letter, with white space folded."""

import unicodedata
from functools import partial

from quizapp.domain.quotes import folded
from quizapp.storage.characters import shown, skeleton
from quizapp.storage.codes import Code
from quizapp.storage.findings import Fault

_COPY = "Copy the words from the scenario."
_TYPEWRITER = str.maketrans("‘’‚“”„–—‑\xa0", "'''\"\"\"--- ")  # noqa: RUF001 - what word processors put in


def quote_fault(quote: str, scenario: str, prompt: str) -> Fault | None:
    """What is wrong with a quote.

    Args:
        quote: the words, as typed.
        scenario: the scenario, already folded.
        prompt: the prompt of the question, where a quote does not count.
    """
    words = folded(quote)
    first = scenario.find(words)
    if first < 0:
        message = f"The words {shown(words)} do not occur in the scenario."
        return Fault(Code.QUOTE_NOT_FOUND, message, partial(_near_match, words, scenario, prompt))
    if scenario.find(words, first + 1) >= 0:
        message = f"The words {shown(words)} occur more than once in the scenario."
        return Fault(Code.QUOTE_NOT_UNIQUE, message, "Quote some words more, so that the place is clear.")
    return None


def _near_match(words: str, scenario: str, prompt: str) -> str:
    """How the scenario differs from the quote, as far as that can be said."""
    at = scenario.translate(_TYPEWRITER).find(words.translate(_TYPEWRITER))
    if at >= 0:
        return f"There it has other quotes or dashes: {shown(scenario[at : at + len(words)])}. {_COPY}"
    if unicodedata.normalize("NFC", words) in unicodedata.normalize("NFC", scenario):
        return f"It looks the same, but the accents are stored in another way. {_COPY}"
    if _printable(words) in _printable(scenario):
        return f"It looks the same, but an invisible character stands in one of them. {_COPY}"
    if skeleton(words) in skeleton(scenario):
        return f"It nearly does: capital letters or look-alike letters differ. {_COPY}"
    if words in folded(prompt):
        return "They stand in the prompt, but evidence is taken from the scenario."
    return _where_it_leaves(words, scenario)


def _printable(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable())


def _where_it_leaves(words: str, scenario: str) -> str:
    """Names the longest beginning of the quote that does occur, in whole words."""
    pieces = words.split(" ")
    low, high = 0, len(pieces) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if " ".join(pieces[:middle]) in scenario else (low, middle - 1)
    if not low:
        return _COPY
    return f"It does as far as {shown(' '.join(pieces[:low]))}. {_COPY}"
