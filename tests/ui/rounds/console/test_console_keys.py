"""The table of keys: what each means in every way of answering and every phase."""

from itertools import product

import pytest
from PySide6.QtCore import Qt

from quizapp.domain.round import Phase
from quizapp.domain.round_plan import Answering
from quizapp.ui.rounds.console.commands import LETTERS, Act, act_for, key_name

Key, Modifier = Qt.Key, Qt.KeyboardModifier
PLAIN, CTRL = Modifier.NoModifier, Modifier.ControlModifier
QUIET = [way for way in Answering if way is not Answering.BUZZ]


def key_of(letter: str) -> Qt.Key:
    return Key(ord(letter))


@pytest.mark.parametrize(("way", "phase"), [*product(QUIET, Phase)])
def test_letters_are_commands(way: Answering, phase: Phase) -> None:
    assert {act: act_for(way, phase, key_of(letter), PLAIN) for act, letter in LETTERS.items()} == {
        act: act for act in LETTERS
    }


@pytest.mark.parametrize(("phase", "act"), [*product(Phase, LETTERS)])
def test_while_teams_buzz_letters_are_theirs_and_commands_need_ctrl(phase: Phase, act: Act) -> None:
    key = key_of(LETTERS[act])
    assert act_for(Answering.BUZZ, phase, key, PLAIN) is None
    assert act_for(Answering.BUZZ, phase, key, CTRL) is act


@pytest.mark.parametrize("act", LETTERS)
def test_so_it_is_while_letters_are_typed_into_sheets(act: Act) -> None:
    key = key_of(LETTERS[act])
    assert act_for(Answering.PAPER, Phase.OPEN, key, PLAIN, is_typing=True) is None
    assert act_for(Answering.PAPER, Phase.OPEN, key, CTRL, is_typing=True) is act


@pytest.mark.parametrize(
    ("way", "phase", "key"), [*product(Answering, Phase, (Key.Key_Space, Key.Key_PageDown))]
)
def test_the_next_thing_is_on_one_key_and_only_points_where_two_are_natural(
    way: Answering, phase: Phase, key: Qt.Key
) -> None:
    assert act_for(way, phase, key, PLAIN) is (Act.POINT if phase is Phase.LOCKED else Act.NEXT)


@pytest.mark.parametrize(
    ("key", "modifiers", "act"),
    [
        (Key.Key_PageUp, PLAIN, Act.BACK),
        (Key.Key_Pause, PLAIN, Act.PAUSE),
        (Key.Key_P, CTRL, Act.PAUSE),
        (Key.Key_Escape, PLAIN, Act.LEAVE),
        (Key.Key_P, PLAIN, None),
        (Key.Key_Return, PLAIN, None),
        (Key.Key_Tab, PLAIN, None),
        (Key.Key_Space, Modifier.AltModifier, None),
        (Key.Key_PageDown, Modifier.KeypadModifier, Act.NEXT),
    ],
)
@pytest.mark.parametrize("way", Answering)
def test_other_keys_mean_the_same_in_every_way(
    way: Answering, key: Qt.Key, modifiers: Qt.KeyboardModifier, act: Act | None
) -> None:
    assert act_for(way, Phase.OPEN, key, modifiers) is act


@pytest.mark.parametrize("way", Answering)
def test_digits_enter_answers(way: Answering) -> None:
    meant = {act_for(way, phase, key_of(digit), PLAIN) for phase, digit in product(Phase, "0123456789")}
    assert meant == {None}


def test_a_space_can_be_typed_into_a_name() -> None:
    assert act_for(Answering.PAPER, Phase.OPEN, Key.Key_Space, PLAIN, is_typing=True) is None


def test_shift_makes_no_difference_and_ctrl_is_left_to_the_window() -> None:
    assert act_for(Answering.HANDS, Phase.LOCKED, Key.Key_R, Modifier.ShiftModifier) is Act.REVEAL
    assert act_for(Answering.HANDS, Phase.LOCKED, Key.Key_R, CTRL) is None


def test_keycaps_say_what_has_to_be_pressed() -> None:
    named = [
        key_name(act, Answering.HANDS) for act in (Act.NEXT, Act.PAUSE, Act.REVEAL, Act.LEAVE, Act.POINT)
    ]
    assert named == ["Space", "Ctrl+P", "R", "Esc", ""]
    assert key_name(Act.REVEAL, Answering.BUZZ) == "Ctrl+R"


def test_no_letter_means_two_things() -> None:
    assert len(set(LETTERS.values())) == len(LETTERS)
