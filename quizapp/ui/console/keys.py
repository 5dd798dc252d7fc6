"""What each key does in a round: one table for the console, the single screen and a remote."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import Qt

from quizapp.domain.round import Phase
from quizapp.domain.round_plan import Answering

Key = Qt.Key
Modifier = Qt.KeyboardModifier


class Act(StrEnum):
    """What a trainer can do in a round.

    `TURN` turns the wall’s page where a text takes several. `POINT` only points at the acts that are
    natural where there are two; `PEEK` lasts as long as its key.
    """

    NEXT = "next"
    POINT = "point"
    BACK = "back"
    MORE_TIME = "more-time"
    PAUSE = "pause"
    DISCUSS = "discuss"
    REVEAL = "reveal"
    UNLOCK = "unlock"
    RELEASE = "release"
    SKIP = "skip"
    VOID = "void"
    BOTH = "both"
    SCORES = "scores"
    DISPUTE = "dispute"
    EXPORT = "export"
    TURN = "turn"
    PEEK = "peek"
    LEAVE = "leave"


LETTERS: Mapping[Act, str] = {
    Act.DISCUSS: "D",
    Act.REVEAL: "R",
    Act.MORE_TIME: "T",
    Act.UNLOCK: "L",
    Act.RELEASE: "G",
    Act.SKIP: "N",
    Act.VOID: "V",
    Act.BACK: "B",
    Act.BOTH: "X",
    Act.SCORES: "S",
    Act.DISPUTE: "U",
    Act.EXPORT: "E",
    Act.TURN: "W",
    Act.PEEK: "K",
}
"""The letter of each act that has one."""

ALWAYS: Mapping[int, Act] = {
    Key.Key_Space: Act.NEXT,
    Key.Key_PageDown: Act.NEXT,
    Key.Key_PageUp: Act.BACK,
    Key.Key_Pause: Act.PAUSE,
    Key.Key_Escape: Act.LEAVE,
}
"""Keys that mean the same in every way of answering; a presenter's remote sends the two of paging."""

_BY_LETTER: Mapping[int, Act] = {ord(letter): act for act, letter in LETTERS.items()}
_NOT_MEANT = Modifier.KeypadModifier | Modifier.ShiftModifier | Modifier.GroupSwitchModifier


def letters_need_ctrl(way: Answering, *, is_typing: bool = False) -> bool:
    """Whether letters belong to somebody else: to teams that buzz, or to what is typed."""
    return way is Answering.BUZZ or is_typing


def act_for(
    way: Answering, phase: Phase, key: int, modifiers: Modifier, *, is_typing: bool = False
) -> Act | None:
    """What a key means.

    Args:
        way: how the room answers.
        phase: where the round stands.
        key: the key's number, see `Qt.Key`.
        modifiers: what is held with it; Shift and the keypad make no difference.
        is_typing: whether letters are typed where the keyboard is.

    Returns:
        The act; None for keys that mean nothing here, and for digits, which enter answers.
    """
    held = modifiers & ~_NOT_MEANT
    if held not in {Modifier.NoModifier, Modifier.ControlModifier}:
        return None
    has_ctrl = held == Modifier.ControlModifier
    if has_ctrl and key == Key.Key_P:
        return Act.PAUSE
    act = None if has_ctrl or (is_typing and key == Key.Key_Space) else ALWAYS.get(key)
    if act is Act.NEXT and phase is Phase.LOCKED:
        return Act.POINT
    if act is None and has_ctrl == letters_need_ctrl(way, is_typing=is_typing):
        act = _BY_LETTER.get(key)
    return act


def key_name(act: Act, way: Answering) -> str:
    """What a keycap says of an act's key."""
    named = {Act.NEXT: "Space", Act.PAUSE: "Ctrl+P", Act.LEAVE: "Esc"}
    if act in named:
        return named[act]
    letter = LETTERS.get(act, "")
    return f"Ctrl+{letter}" if letter and letters_need_ctrl(way) else letter
