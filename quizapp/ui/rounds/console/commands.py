"""Commands, their keys, and when each is possible."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import Qt

from quizapp.domain import round_events as events
from quizapp.domain.round import NotNowError, Phase, Round, Ruling
from quizapp.domain.round_plan import Answering, ScoreShowing
from quizapp.domain.round_rules import applied

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


_SIMPLE: dict[Act, events.Event] = {
    Act.NEXT: events.Next(),
    Act.MORE_TIME: events.MoreTime(),
    Act.DISCUSS: events.Discuss(),
    Act.REVEAL: events.Reveal(),
    Act.UNLOCK: events.Unlock(),
    Act.RELEASE: events.ReleaseSplit(),
    Act.SKIP: events.Skip(),
    Act.SCORES: events.ShowScores(),
}


class Step(StrEnum):
    """The next natural thing."""

    RESUME = "resume"
    ASK = "ask"
    OPEN = "open"
    LOCK = "lock"
    DECIDE = "decide"
    OPEN_AGAIN = "open-again"
    EXPLAIN = "explain"
    SCORES = "scores"
    NEXT_QUESTION = "next-question"
    WRAP_UP = "wrap-up"
    OVER = "over"


def event_for(round_: Round, act: Act) -> events.Event | None:
    """What an act makes happen, if it can happen now.

    Acts that are none of the round's events (peeking, leaving, exporting), and a dispute, which needs
    its note first, give None.
    """
    event = _meant(round_, act)
    if event is None or (act is Act.RELEASE and round_.item.is_split_released):
        return None
    return None if _refused(round_, event) else event


def is_possible(round_: Round, act: Act) -> bool:
    """Whether an act makes sense as the round stands."""
    match act:
        case Act.DISPUTE:
            return not refusal(round_, act)
        case Act.EXPORT:
            return any(item.is_revealed for item in round_.items)
        case Act.LEAVE:
            return True
        case _:
            return event_for(round_, act) is not None


def next_step(round_: Round) -> Step:
    """The next natural thing as the round stands."""
    if round_.phase in {Phase.WRAP_UP, Phase.CLOSED}:
        return Step.OVER
    if round_.is_paused:
        return Step.RESUME
    follows = Step.WRAP_UP if round_.is_last else Step.NEXT_QUESTION
    shows_scores = round_.plan.scores is ScoreShowing.ALWAYS
    return {
        Phase.LOBBY: Step.ASK,
        Phase.ASK: Step.OPEN,
        Phase.OPEN: Step.LOCK,
        Phase.LOCKED: Step.DECIDE,
        Phase.DISCUSS: Step.OPEN_AGAIN,
        Phase.REVEAL: Step.EXPLAIN,
        Phase.EXPLAIN: Step.SCORES if shows_scores else follows,
        Phase.SCORES: follows,
    }[round_.phase]


def step_of(round_: Round) -> tuple[Phase, int, int, bool]:
    """What makes two moments of a round different steps: votes that come in do not."""
    return round_.phase, round_.place, len(round_.item.ballots), round_.is_paused


def _meant(round_: Round, act: Act) -> events.Event | None:
    match act:
        case Act.PAUSE:
            return events.Resume() if round_.is_paused else events.Pause()
        case Act.NEXT if round_.is_paused:
            return events.Resume()
        case Act.BACK:
            place = round_.place if round_.phase is Phase.WRAP_UP else round_.place - 1
            return events.GoTo(place)
        case Act.VOID:
            return events.Rule(round_.place, _toggled(round_, Ruling.VOID))
        case Act.BOTH:
            return events.Rule(round_.place, _toggled(round_, Ruling.BOTH))
        case _:
            return _SIMPLE.get(act)


def _toggled(round_: Round, ruling: Ruling) -> str:
    """The ruling, or none where it stands already."""
    return (Ruling.NONE if round_.item.ruling is ruling else ruling).value


def refusal(round_: Round, act: Act) -> str:
    """Why an act cannot happen now, in a sentence; empty where it can, or where nothing need be said."""
    event = events.Dispute(round_.place, "") if act is Act.DISPUTE else _meant(round_, act)
    return _refused(round_, event) if event is not None else ""


def _refused(round_: Round, event: events.Event) -> str:
    try:
        applied(round_, event)
    except NotNowError as error:
        return str(error)
    return ""
