"""Finding texts by words: diacritics, case and composition do not matter, nor does one slip in a word."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping

LEAST_LETTERS = 4
"""Letters of a word below which a slip in it is not looked for: too many words would be like it."""

_SIGNS = {"’": "'", "\u2018": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\u00ad": ""}
_PLAIN = str.maketrans("øłđ\u0131\u0649\u0629\u0671", "oldi\u064a\u0647\u0627", "\u0640\u200c\u200d") | {
    ord("æ"): "ae",
    ord("œ"): "oe",
    ord("þ"): "th",
}
"""Letters that Unicode does not take apart and people type without their signs: dotless i, in Arabic alef
maksura, ta marbuta and alef wasla; and what only joins letters or draws them out."""
_AROUND = ".,;:!?()[]\"'-…/"


def folded_text(text: str) -> str:
    """A text as it is searched: small letters without diacritics, with plain quotation marks and dashes."""
    if not text.isascii():
        for sign, plain in _SIGNS.items():
            text = text.replace(sign, plain)
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return bare.casefold().translate(_PLAIN)


class FoldedPieces(dict[str, str]):
    """The pieces of texts between blanks, each folded once: most words come up again and again.

    What is looked for has no blanks in it, so it stands in a text where it stands in one of its pieces.
    """

    def __missing__(self, piece: str) -> str:
        folded = self[piece] = "".join(folded_text(piece).split())
        return folded

    def fold(self, text: str) -> str:
        """A text as it is searched, a single blank between its pieces."""
        return " ".join(map(self.__getitem__, text.split()))


def words_in(query: str) -> tuple[str, ...]:
    """The words that are looked for, each once, as they stand in a folded text."""
    return tuple(dict.fromkeys(folded_text(query).split()))


def by_length(pieces: Iterable[str]) -> Mapping[int, frozenset[str]]:
    """The words among some folded pieces by their length, without signs around them."""
    found: dict[int, set[str]] = {}
    for word in {piece.strip(_AROUND) for piece in pieces}:
        found.setdefault(len(word), set()).add(word)
    return {length: frozenset(words) for length, words in found.items()}


def near_words(word: str, known: Mapping[int, Collection[str]]) -> Iterator[str]:
    """The known words that differ from a word by one slip, see `is_one_slip`, in no order."""
    if len(word) < LEAST_LETTERS:
        return
    for length in (len(word), len(word) - 1, len(word) + 1):
        for other in known.get(length, ()):
            if is_one_slip(word, other):
                yield other


def is_one_slip(word: str, other: str) -> bool:
    """Whether one letter was added, left out or mistaken, or two beside each other have changed places."""
    if word == other or abs(len(word) - len(other)) > 1:
        return False
    shorter, longer = sorted((word, other), key=len)
    start = next(
        (at for at, pair in enumerate(zip(shorter, longer, strict=False)) if pair[0] != pair[1]), None
    )
    if start is None:
        return True
    rest, more = shorter[start:], longer[start:]
    if len(rest) < len(more):
        return rest == more[1:]
    return rest[1:] == more[1:] or (rest[:2] == more[1::-1] and rest[2:] == more[2:])
