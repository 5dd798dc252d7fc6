"""The language of the banks: American spellings, and how hard the texts are to read."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from pyphen import Pyphen

from quizapp.domain.content import words_of

_BOTH = frozenset(
    {
        "practice",
        "practices",
        "program",
        "programs",
        "story",
        "stories",
        "license",
        "licensed",
        "licensing",
        "meter",
    }
)
"""British, too, in the meanings used here: the noun, the software, the tale."""

_SENTENCE = re.compile(r"[.!?][”’)]*(?:\s|$)")
_QUOTED = re.compile("“[^”]*”")


@cache
def american_words() -> dict[str, str]:
    """American spellings, each with the British one, from the table that codespell uses the other way."""
    table = files("codespell_lib").joinpath("data/dictionary_en-GB_to_en-US.txt").read_text(encoding="utf-8")
    pairs = (line.partition("->")[::2] for line in table.splitlines())
    return {word.strip(): british for british, words in pairs for word in words.split(",") if word.strip()}


def americanisms(text: str) -> set[str]:
    """The American spellings in a text; what stands in quotation marks is somebody else's."""
    words = set(words_of(_QUOTED.sub(" ", text)))
    return (words & american_words().keys()) - _BOTH


def reading_level(texts: Iterable[str]) -> tuple[float, float]:
    """Flesch's reading ease (higher is easier, 60 to 70 is plain) and the Flesch-Kincaid school grade.

    Kincaid and others, Derivation of new readability formulas (1975); syllables are places to hyphenate.
    """
    sentences = [sentence for text in texts for sentence in _SENTENCE.split(text) if sentence.strip()]
    words = [word for sentence in sentences for word in words_of(sentence)]
    syllables = sum(map(_syllables, words))
    per_sentence, per_word = len(words) / len(sentences), syllables / len(words)
    ease = 206.835 - 1.015 * per_sentence - 84.6 * per_word
    return ease, 0.39 * per_sentence + 11.8 * per_word - 15.59


def _syllables(word: str) -> int:
    return len(_hyphenation().positions(word)) + 1


@cache
def _hyphenation() -> Pyphen:
    return Pyphen(lang="en_GB", left=1, right=1)
