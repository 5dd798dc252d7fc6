"""Digits and team letters on keyboards of other layouts."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from quizapp.ui.keyboard import digit_of, letter_of
from quizapp.ui.rounds.entry.base import TEAM_LETTERS

PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
AMPERSAND, CYRILLIC = int(Qt.Key.Key_Ampersand), 0x424  # left of é on French keyboards; ф, where A is


def key(code: int, text: str, held: Qt.KeyboardModifier = PLAIN, scan: int = 0) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, code, held, scan, 0, 0, text)


@pytest.fixture(params=[("xcb", 8), ("windows", 0)])
def offset(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    name, offset = request.param
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: name)
    return int(offset)


def test_plain_keys_are_what_stands_on_them() -> None:
    assert digit_of(key(Qt.Key.Key_7, "7")) == 7
    assert digit_of(key(Qt.Key.Key_0, "0", KEYPAD)) == 0
    assert letter_of(key(Qt.Key.Key_S, "S", SHIFT)) == "S"


def test_commands_are_neither() -> None:
    assert digit_of(key(Qt.Key.Key_7, "7", CTRL)) is None
    assert letter_of(key(Qt.Key.Key_S, "s", CTRL)) == ""


def test_the_upper_row_gives_digits_where_they_need_shift(offset: int) -> None:
    assert digit_of(key(AMPERSAND, "&", scan=2 + offset)) == 1
    assert digit_of(key(0x00C0, "à", scan=11 + offset)) == 0
    assert digit_of(key(Qt.Key.Key_Exclam, "!", SHIFT, scan=2 + offset)) is None
    assert digit_of(key(Qt.Key.Key_Minus, "-", scan=12 + offset)) is None


def test_the_middle_row_gives_letters_where_they_are_not_latin(offset: int) -> None:
    found = [letter_of(key(CYRILLIC, "ф", scan=30 + offset + position)) for position in range(9)]
    assert "".join(found) == TEAM_LETTERS
    assert letter_of(key(CYRILLIC, "ж", scan=39 + offset)) == ""
    assert letter_of(key(Qt.Key.Key_Semicolon, ";", scan=30 + offset)) == ""


def test_a_latin_letter_counts_wherever_it_lies(offset: int) -> None:
    assert letter_of(key(Qt.Key.Key_Q, "q", scan=30 + offset)) == "Q"


def test_a_platform_that_tells_no_place_leaves_it_at_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "offscreen")
    assert digit_of(key(AMPERSAND, "&", scan=10)) is None
    assert letter_of(key(CYRILLIC, "ф", scan=38)) == ""
