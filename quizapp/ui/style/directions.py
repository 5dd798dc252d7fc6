"""Which way a text runs, and how to say so to controls of Qt that do not look."""

import unicodedata

from PySide6.QtCore import Qt

_RIGHT_TO_LEFT_ISOLATE, _POP_ISOLATE = "\u2067", "\u2069"


def directed(text: str) -> str:
    """The text for a control of Qt that lays out all lines from left to right.

    Each line of one that begins with letters that run the other way runs that way, so that its punctuation
    stands at its end; others are as they are.
    """
    if reading_direction(text, Qt.LayoutDirection.LeftToRight) == Qt.LayoutDirection.LeftToRight:
        return text
    return "\n".join(f"{_RIGHT_TO_LEFT_ISOLATE}{line}{_POP_ISOLATE}" for line in text.split("\n"))


def reading_direction(paragraph: str, around: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """The direction of the first letter that has one, else that of the surroundings."""
    for letter in paragraph:
        strength = unicodedata.bidirectional(letter)
        if strength == "L":
            return Qt.LayoutDirection.LeftToRight
        if strength in ("R", "AL"):
            return Qt.LayoutDirection.RightToLeft
    return around
