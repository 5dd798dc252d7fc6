"""Which way a text runs, and how to say so to controls of Qt that do not look."""

import unicodedata

from PySide6.QtCore import Qt

_ISOLATES = {Qt.LayoutDirection.LeftToRight: "\u2066", Qt.LayoutDirection.RightToLeft: "\u2067"}
_POP_ISOLATE = "\u2069"


def directed(text: str, around: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight) -> str:
    """The text for a control of Qt that lays out all lines in the direction of what is around it.

    Each line of one that begins with letters that run the other way runs that way, so that its punctuation
    and its numbers stand where they belong; others are as they are.
    """
    direction = reading_direction(text, around)
    if direction == around:
        return text
    return "\n".join(f"{_ISOLATES[direction]}{line}{_POP_ISOLATE}" for line in text.split("\n"))


def reading_direction(paragraph: str, around: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """The direction of the first letter that has one, else that of the surroundings."""
    for letter in paragraph:
        strength = unicodedata.bidirectional(letter)
        if strength == "L":
            return Qt.LayoutDirection.LeftToRight
        if strength in ("R", "AL"):
            return Qt.LayoutDirection.RightToLeft
    return around
