"""Which digit or team letter a key is, on keyboards of any layout as far as the system tells."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

TEAM_LETTERS = "ASDFGHJKL"
"""The letters of the teams 1 to 9 in a buzz: the middle row, wide enough for many hands."""

_MODIFIERS = Qt.KeyboardModifier
_COMMANDING = _MODIFIERS.ControlModifier | _MODIFIERS.AltModifier | _MODIFIERS.MetaModifier
_LATIN = range(Qt.Key.Key_A, Qt.Key.Key_Z + 1)
_DIGITS = range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)
_FIRST_DIGIT, _FIRST_LETTER = 2, 30
"""Scan codes of the key right of the one below Escape, and of the first of the middle row."""

_OFFSETS = {"xcb": 8, "wayland": 8, "windows": 0}
"""How far the scan codes that each platform tells lie above those."""


def is_plain(event: QKeyEvent) -> bool:
    """Whether a key is pressed without Ctrl, Alt and their like, which belong to commands."""
    return not event.modifiers() & _COMMANDING


def is_word(event: QKeyEvent) -> bool:
    """Whether a key writes a letter or sign, Space included."""
    return is_plain(event) and event.text().isprintable() and bool(event.text())


def digit_of(event: QKeyEvent) -> int | None:
    """The digit a key stands for, 0 to 9; None for other keys.

    Where digits need Shift, as on French keyboards, the upper row gives them without.
    """
    if not is_plain(event):
        return None
    if event.key() in _DIGITS:
        return event.key() - _DIGITS.start
    place = _place(event, _FIRST_DIGIT)
    is_shifted = bool(event.modifiers() & _MODIFIERS.ShiftModifier)
    if place is None or is_shifted or event.key() in _LATIN:
        return None
    return (place + 1) % 10


def letter_of(event: QKeyEvent) -> str:
    """The Latin letter a key stands for, as a capital; empty for other keys.

    Where letters are not Latin, the middle row stands for that of a Latin keyboard.
    """
    if not is_plain(event):
        return ""
    if event.key() in _LATIN:
        return chr(event.key())
    place = _place(event, _FIRST_LETTER)
    is_letter = event.text().isalpha() and place is not None and place < len(TEAM_LETTERS)
    return TEAM_LETTERS[place] if is_letter and place is not None else ""


def _place(event: QKeyEvent, first: int) -> int | None:
    """How many keys of its row lie before a key, counted from a scan code; None outside the first ten."""
    offset = _OFFSETS.get(QGuiApplication.platformName())
    code = event.nativeScanCode()
    if offset is None or not 0 <= code - offset - first < len(_DIGITS):
        return None
    return code - offset - first
