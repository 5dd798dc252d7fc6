"""Texts of either reading direction, and letters written in more than one way."""

import unicodedata

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_TURNING = {"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDI", "PDF"}
_FIRST_RIGHT_TO_LEFT = "\u0590"


def isolated(text: str) -> str:
    """The text so that it cannot turn what stands around it in a sentence; most texts as they are.

    Nothing is added where all letters run from left to right, so that it is copied as it was written.
    """
    if all(letter < _FIRST_RIGHT_TO_LEFT for letter in text):
        return text
    if not any(unicodedata.bidirectional(letter) in _TURNING for letter in text):
        return text
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"


def alike(text: str) -> str:
    """The text as it is searched and compared: composed, and without case.

    A letter with its mark may be one character or two; they look the same.
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
