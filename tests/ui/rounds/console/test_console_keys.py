"""The table of keys: what each means in every way of answering and every phase."""

import pytest
from PySide6.QtCore import Qt

from quizapp.domain.round_plan import AnsweringMode
from quizapp.ui.rounds.console.commands import LETTERS, Command, command_for, key_name

Key, Modifier = Qt.Key, Qt.KeyboardModifier
PLAIN, CTRL = Modifier.NoModifier, Modifier.ControlModifier
QUIET = [mode for mode in AnsweringMode if mode is not AnsweringMode.BUZZ]


def key_of(letter: str) -> Qt.Key:
    return Key(ord(letter))


@pytest.mark.parametrize("mode", QUIET)
def test_letters_are_commands(mode: AnsweringMode) -> None:
    assert {command: command_for(mode, key_of(letter), PLAIN) for command, letter in LETTERS.items()} == {
        command: command for command in LETTERS
    }


@pytest.mark.parametrize("command", LETTERS)
def test_while_teams_buzz_letters_are_theirs_and_commands_need_ctrl(command: Command) -> None:
    key = key_of(LETTERS[command])
    is_remote = command is Command.BLACK  # a presenter's remote sends the plain letter, and no team has it
    assert command_for(AnsweringMode.BUZZ, key, PLAIN) is (command if is_remote else None)
    assert command_for(AnsweringMode.BUZZ, key, CTRL) is command


@pytest.mark.parametrize("command", LETTERS)
def test_so_it_is_while_letters_are_typed_into_sheets(command: Command) -> None:
    key = key_of(LETTERS[command])
    assert command_for(AnsweringMode.PAPER, key, PLAIN, is_typing=True) is None
    assert command_for(AnsweringMode.PAPER, key, CTRL, is_typing=True) is command


@pytest.mark.parametrize(
    ("key", "command"),
    [
        (Key.Key_Space, Command.NEXT),
        (Key.Key_PageDown, Command.NEXT),
        (Key.Key_PageUp, Command.BACK),
        (Key.Key_Backspace, Command.BACK),
        (Key.Key_Period, Command.BLACK),
        (Key.Key_B, Command.BLACK),
        (Key.Key_F1, Command.KEYS),
    ],
)
@pytest.mark.parametrize("mode", AnsweringMode)
def test_a_remote_and_help_work_in_every_mode(mode: AnsweringMode, key: Qt.Key, command: Command) -> None:
    assert command_for(mode, key, PLAIN) is command


@pytest.mark.parametrize(
    ("key", "modifiers", "command"),
    [
        (Key.Key_PageUp, PLAIN, Command.BACK),
        (Key.Key_Pause, PLAIN, Command.PAUSE),
        (Key.Key_P, CTRL, Command.PAUSE),
        (Key.Key_Escape, PLAIN, Command.LEAVE),
        (Key.Key_P, PLAIN, None),
        (Key.Key_Return, PLAIN, None),
        (Key.Key_Tab, PLAIN, None),
        (Key.Key_Space, Modifier.AltModifier, None),
        (Key.Key_PageDown, Modifier.KeypadModifier, Command.NEXT),
    ],
)
@pytest.mark.parametrize("mode", AnsweringMode)
def test_other_keys_mean_the_same_in_every_way(
    mode: AnsweringMode, key: Qt.Key, modifiers: Qt.KeyboardModifier, command: Command | None
) -> None:
    assert command_for(mode, key, modifiers) is command


@pytest.mark.parametrize("mode", AnsweringMode)
def test_digits_enter_answers(mode: AnsweringMode) -> None:
    meant = {command_for(mode, key_of(digit), PLAIN) for digit in "0123456789"}
    assert meant == {None}


def test_what_is_written_can_be_typed_into_a_name() -> None:
    for key in (Key.Key_Space, Key.Key_Backspace, Key.Key_Period, Key.Key_B, Key.Key_Question):
        assert command_for(AnsweringMode.PAPER, key, PLAIN, is_typing=True) is None


def test_shift_makes_no_difference_and_ctrl_is_left_to_the_window() -> None:
    assert command_for(AnsweringMode.HANDS, Key.Key_R, Modifier.ShiftModifier) is Command.REVEAL
    assert command_for(AnsweringMode.HANDS, Key.Key_R, CTRL) is None


def test_keycaps_say_what_has_to_be_pressed() -> None:
    named = [
        key_name(command, AnsweringMode.HANDS)
        for command in (Command.NEXT, Command.PAUSE, Command.REVEAL, Command.LEAVE, Command.BACK)
    ]
    assert named == ["Space", "Ctrl+P", "R", "Esc", "Page Up"]
    assert key_name(Command.REVEAL, AnsweringMode.BUZZ) == "Ctrl+R"


def test_no_letter_means_two_things() -> None:
    assert len(set(LETTERS.values())) == len(LETTERS)
