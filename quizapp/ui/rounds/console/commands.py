"""Commands, their keys, and when each is possible."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import Qt

from quizapp.domain import round_events as events
from quizapp.domain.round import NotNowError, Phase, Round, Ruling
from quizapp.domain.round_plan import AnsweringMode, ScoreShowing
from quizapp.domain.round_rules import applied

Key = Qt.Key
Modifier = Qt.KeyboardModifier


class Command(StrEnum):
    """What a trainer can do in a round.

    `TURN` turns the wall’s page where a text takes several. `POINT` only points at the commands that are
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


LETTERS: Mapping[Command, str] = {
    Command.DISCUSS: "D",
    Command.REVEAL: "R",
    Command.MORE_TIME: "T",
    Command.UNLOCK: "L",
    Command.RELEASE: "G",
    Command.SKIP: "N",
    Command.VOID: "V",
    Command.BACK: "B",
    Command.BOTH: "X",
    Command.SCORES: "S",
    Command.DISPUTE: "U",
    Command.EXPORT: "E",
    Command.TURN: "W",
    Command.PEEK: "K",
}
"""The letter of each command that has one."""

ALWAYS: Mapping[int, Command] = {
    Key.Key_Space: Command.NEXT,
    Key.Key_PageDown: Command.NEXT,
    Key.Key_PageUp: Command.BACK,
    Key.Key_Pause: Command.PAUSE,
    Key.Key_Escape: Command.LEAVE,
}
"""Keys that mean the same in every mode of answering; a presenter's remote sends the two of paging."""

_BY_LETTER: Mapping[int, Command] = {ord(letter): command for command, letter in LETTERS.items()}
_NOT_MEANT = Modifier.KeypadModifier | Modifier.ShiftModifier | Modifier.GroupSwitchModifier


def letters_need_ctrl(mode: AnsweringMode, *, is_typing: bool = False) -> bool:
    """Whether letters belong to somebody else: to teams that buzz, or to what is typed."""
    return mode is AnsweringMode.BUZZ or is_typing


def command_for(
    mode: AnsweringMode, phase: Phase, key: int, modifiers: Modifier, *, is_typing: bool = False
) -> Command | None:
    """What a key means.

    Args:
        mode: how the room answers.
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
        return Command.PAUSE
    command = None if has_ctrl or (is_typing and key == Key.Key_Space) else ALWAYS.get(key)
    if command is Command.NEXT and phase is Phase.LOCKED:
        return Command.POINT
    if command is None and has_ctrl == letters_need_ctrl(mode, is_typing=is_typing):
        command = _BY_LETTER.get(key)
    return command


def key_name(command: Command, mode: AnsweringMode) -> str:
    """What a keycap says of a command's key."""
    named = {Command.NEXT: "Space", Command.PAUSE: "Ctrl+P", Command.LEAVE: "Esc"}
    if command in named:
        return named[command]
    letter = LETTERS.get(command, "")
    return f"Ctrl+{letter}" if letter and letters_need_ctrl(mode) else letter


_SIMPLE: dict[Command, events.Event] = {
    Command.NEXT: events.Next(),
    Command.MORE_TIME: events.MoreTime(),
    Command.DISCUSS: events.Discuss(),
    Command.REVEAL: events.Reveal(),
    Command.UNLOCK: events.Unlock(),
    Command.RELEASE: events.ReleaseSplit(),
    Command.SKIP: events.Skip(),
    Command.SCORES: events.ShowScores(),
}


class NextStep(StrEnum):
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


def event_for(round_: Round, command: Command) -> events.Event | None:
    """What a command makes happen, if it can happen now.

    Acts that are none of the round's events (peeking, leaving, exporting), and a dispute, which needs
    its note first, give None.
    """
    event = _meant(round_, command)
    if event is None or (command is Command.RELEASE and round_.item.is_split_released):
        return None
    return None if _refused(round_, event) else event


def is_possible(round_: Round, command: Command) -> bool:
    """Whether a command makes sense as the round stands."""
    match command:
        case Command.DISPUTE:
            return not refusal(round_, command)
        case Command.EXPORT:
            return any(item.is_revealed for item in round_.items)
        case Command.LEAVE:
            return True
        case _:
            return event_for(round_, command) is not None


def next_step(round_: Round) -> NextStep:
    """The next natural thing as the round stands."""
    if round_.phase in {Phase.WRAP_UP, Phase.CLOSED}:
        return NextStep.OVER
    if round_.is_paused:
        return NextStep.RESUME
    follows = NextStep.WRAP_UP if round_.is_last else NextStep.NEXT_QUESTION
    shows_scores = round_.plan.scores is ScoreShowing.ALWAYS
    return {
        Phase.LOBBY: NextStep.ASK,
        Phase.ASK: NextStep.OPEN,
        Phase.OPEN: NextStep.LOCK,
        Phase.LOCKED: NextStep.DECIDE,
        Phase.DISCUSS: NextStep.OPEN_AGAIN,
        Phase.REVEAL: NextStep.EXPLAIN,
        Phase.EXPLAIN: NextStep.SCORES if shows_scores else follows,
        Phase.SCORES: follows,
    }[round_.phase]


def step_of(round_: Round) -> tuple[Phase, int, int, bool]:
    """What makes two moments of a round different steps: votes that come in do not."""
    return round_.phase, round_.position, len(round_.item.ballots), round_.is_paused


def _meant(round_: Round, command: Command) -> events.Event | None:
    match command:
        case Command.PAUSE:
            return events.Resume() if round_.is_paused else events.Pause()
        case Command.NEXT if round_.is_paused:
            return events.Resume()
        case Command.BACK:
            position = round_.position if round_.phase is Phase.WRAP_UP else round_.position - 1
            return events.GoTo(position)
        case Command.VOID:
            return events.Rule(round_.position, _toggled(round_, Ruling.VOID))
        case Command.BOTH:
            return events.Rule(round_.position, _toggled(round_, Ruling.BOTH))
        case _:
            return _SIMPLE.get(command)


def _toggled(round_: Round, ruling: Ruling) -> str:
    """The ruling, or none where it stands already."""
    return (Ruling.NONE if round_.item.ruling is ruling else ruling).value


def refusal(round_: Round, command: Command) -> str:
    """Why a command cannot happen now, in a sentence; empty where it can, or where nothing need be said."""
    event = events.Dispute(round_.position, "") if command is Command.DISPUTE else _meant(round_, command)
    return _refused(round_, event) if event is not None else ""


def _refused(round_: Round, event: events.Event) -> str:
    try:
        applied(round_, event)
    except NotNowError as error:
        return str(error)
    return ""
