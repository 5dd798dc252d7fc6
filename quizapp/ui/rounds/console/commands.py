"""Commands, their keys, and when each is possible."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import Qt

from quizapp.domain import round_events as events
from quizapp.domain.advice import planned_step
from quizapp.domain.round import NotNowError, Phase, Round, Ruling
from quizapp.domain.round_plan import AnsweringMode, ScoreShowing
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.round_rules import applied
from quizapp.domain.round_scores import standings

Key = Qt.Key
Modifier = Qt.KeyboardModifier


class Command(StrEnum):
    """What a trainer can do in a round.

    `TURN` turns the wall’s page where a text takes several; `PEEK` lasts as long as its key. `SHEETS` goes
    to the sheets of paper, `CORRECT` to the votes after a verdict, and `SWAP` has wall and console change
    screens.
    """

    NEXT = "next"
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
    CORRECT = "correct"
    FINISH = "finish"
    TURN = "turn"
    PEEK = "peek"
    BLACK = "black"
    SWAP = "swap"
    SHEETS = "sheets"
    KEYS = "keys"
    LEAVE = "leave"


LETTERS: Mapping[Command, str] = {
    Command.DISCUSS: "D",
    Command.REVEAL: "R",
    Command.MORE_TIME: "T",
    Command.UNLOCK: "L",
    Command.RELEASE: "G",
    Command.SKIP: "N",
    Command.VOID: "V",
    Command.BOTH: "X",
    Command.SCORES: "S",
    Command.DISPUTE: "U",
    Command.CORRECT: "C",
    Command.FINISH: "E",
    Command.TURN: "W",
    Command.PEEK: "K",
    Command.BLACK: "B",
    Command.SWAP: "M",
    Command.SHEETS: "H",
}
"""The letter of each command that has one."""

ALWAYS: Mapping[int, Command] = {
    Key.Key_Space: Command.NEXT,
    Key.Key_PageDown: Command.NEXT,
    Key.Key_PageUp: Command.BACK,
    Key.Key_Backspace: Command.BACK,
    Key.Key_Period: Command.BLACK,
    Key.Key_B: Command.BLACK,
    Key.Key_Pause: Command.PAUSE,
    Key.Key_F1: Command.KEYS,
    Key.Key_Question: Command.KEYS,
    Key.Key_Escape: Command.LEAVE,
}
"""Keys that mean the same in every mode of answering, those that a presenter's remote sends among them."""

_TYPED = frozenset({Key.Key_Space, Key.Key_Backspace, Key.Key_Period, Key.Key_B, Key.Key_Question})
"""Those of them that belong to a word or number while one is typed."""

_BY_LETTER: Mapping[int, Command] = {ord(letter): command for command, letter in LETTERS.items()}
_NOT_MEANT = Modifier.KeypadModifier | Modifier.ShiftModifier | Modifier.GroupSwitchModifier


def letters_need_ctrl(mode: AnsweringMode, *, is_typing: bool = False) -> bool:
    """Whether letters belong to somebody else: to teams that buzz, or to what is typed."""
    return mode is AnsweringMode.BUZZ or is_typing


def command_for(
    mode: AnsweringMode, key: int, modifiers: Modifier, *, is_typing: bool = False
) -> Command | None:
    """What a key means.

    Args:
        mode: how the room answers.
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
    command = None if has_ctrl or (is_typing and key in _TYPED) else ALWAYS.get(key)
    if command is None and has_ctrl == letters_need_ctrl(mode, is_typing=is_typing):
        command = _BY_LETTER.get(key)
    return command


def key_name(command: Command, mode: AnsweringMode) -> str:
    """What a keycap says of a command's key."""
    named = {
        Command.NEXT: "Space",
        Command.BACK: "Page Up",
        Command.PAUSE: "Ctrl+P",
        Command.BLACK: "B",
        Command.LEAVE: "Esc",
    }
    if command in named:
        return named[command]
    letter = LETTERS.get(command, "")
    return f"Ctrl+{letter}" if letter and letters_need_ctrl(mode) else letter


_SIMPLE: dict[Command, events.Event] = {
    Command.NEXT: events.Next(),
    Command.BACK: events.Back(),
    Command.MORE_TIME: events.MoreTime(),
    Command.DISCUSS: events.Discuss(),
    Command.REVEAL: events.Reveal(),
    Command.UNLOCK: events.Unlock(),
    Command.RELEASE: events.ReleaseSplit(),
    Command.SKIP: events.Skip(),
    Command.SCORES: events.ShowScores(),
}


class NextStep(StrEnum):
    """The next step; `GO_ON` keeps to itself which of two follows a lock, where the room may look."""

    RESUME = "resume"
    ASK = "ask"
    OPEN = "open"
    LOCK = "lock"
    DECIDE = "decide"
    DISCUSS = "discuss"
    REVEAL = "reveal"
    GO_ON = "go-on"
    OPEN_AGAIN = "open-again"
    EXPLAIN = "explain"
    SCORES = "scores"
    NEXT_QUESTION = "next-question"
    WRAP_UP = "wrap-up"
    OVER = "over"


def event_for(record: RoundRecord, command: Command) -> events.Event | None:
    """What a command makes happen, if it can happen now.

    Commands that are none of the round's events (peeking, leaving, finishing), and a dispute, which needs
    its note first, give None.
    """
    event = _meant(record, command)
    if event is None or (command is Command.RELEASE and record.round.item.is_split_released):
        return None
    return None if refusal(record, command) else event


_ALWAYS_POSSIBLE = frozenset({Command.LEAVE, Command.KEYS, Command.BLACK, Command.SWAP})


def is_possible(record: RoundRecord, command: Command) -> bool:
    """Whether a command makes sense as the round stands."""
    if command in _ALWAYS_POSSIBLE:
        return True
    if command in {Command.DISPUTE, Command.CORRECT, Command.FINISH}:
        return not refusal(record, command)
    return event_for(record, command) is not None


def next_step(record: RoundRecord) -> NextStep:
    """The next step as the round stands."""
    round_ = record.round
    if round_.phase in {Phase.WRAP_UP, Phase.CLOSED}:
        return NextStep.OVER
    if round_.is_paused:
        return NextStep.RESUME
    follows = NextStep.WRAP_UP if round_.is_last else NextStep.NEXT_QUESTION
    return {
        Phase.LOBBY: NextStep.ASK,
        Phase.ASK: NextStep.OPEN,
        Phase.OPEN: NextStep.LOCK,
        Phase.LOCKED: _after_lock(record),
        Phase.DISCUSS: NextStep.OPEN_AGAIN,
        Phase.REVEAL: NextStep.EXPLAIN,
        Phase.EXPLAIN: NextStep.SCORES if _has_scores(record) else follows,
        Phase.SCORES: follows,
    }[round_.phase]


def shown_step(record: RoundRecord, *, is_private: bool) -> NextStep:
    """The next step as it may be named: what follows a lock by the plan rests on the votes."""
    step = next_step(record)
    may_tell = is_private or record.round.phase is not Phase.LOCKED or step is NextStep.DECIDE
    return step if may_tell else NextStep.GO_ON


def _after_lock(record: RoundRecord) -> NextStep:
    """What follows a lock: as planned, or as the trainer decides."""
    if record.round.item.is_revealed:
        return NextStep.REVEAL
    match planned_step(record.round, record.question):
        case events.Discuss():
            return NextStep.DISCUSS
        case events.Reveal():
            return NextStep.REVEAL
        case _:
            return NextStep.DECIDE


def step_of(round_: Round) -> tuple[Phase, int, int, bool]:
    """What makes two moments of a round different steps: votes that come in do not."""
    return round_.phase, round_.position, len(round_.item.ballots), round_.is_paused


def _meant(record: RoundRecord, command: Command) -> events.Event | None:
    round_ = record.round
    match command:
        case Command.PAUSE:
            return events.Resume() if round_.is_paused else events.Pause()
        case Command.NEXT:
            return _following(record)
        case Command.BACK:
            return _preceding(record)
        case Command.VOID:
            return events.Rule(round_.position, _toggled(round_, Ruling.VOID))
        case Command.BOTH:
            return events.Rule(round_.position, _toggled(round_, Ruling.BOTH))
        case _:
            return _SIMPLE.get(command)


def _following(record: RoundRecord) -> events.Event:
    """The event of the next step."""
    round_ = record.round
    if round_.is_paused:
        return events.Resume()
    if (
        round_.phase is Phase.EXPLAIN
        and not _has_scores(record)
        and round_.plan.scores is ScoreShowing.ALWAYS
    ):
        return events.WrapUp() if round_.is_last else events.GoTo(round_.position + 1)
    return planned_step(round_, record.question) or events.Next()


def _preceding(record: RoundRecord) -> events.Event:
    """The event of one step back: past a page of scores that would be empty."""
    round_ = record.round
    leads_to_scores = (
        round_.phase not in {Phase.WRAP_UP, Phase.CLOSED}
        and not _refused(round_, events.Back())
        and applied(round_, events.Back()).phase is Phase.SCORES
    )
    if leads_to_scores and not _is_anybody_scored(record):
        return events.GoTo(round_.position - 1)
    return events.Back()


def _has_scores(record: RoundRecord) -> bool:
    """Whether a page of scores follows a reason: not while nobody could have any."""
    return record.round.plan.scores is ScoreShowing.ALWAYS and _is_anybody_scored(record)


def _is_anybody_scored(record: RoundRecord) -> bool:
    return any(each.seen for each in standings(record.round, record.bank))


def _toggled(round_: Round, ruling: Ruling) -> str:
    """The ruling, or none where it stands already."""
    return (Ruling.NONE if round_.item.ruling is ruling else ruling).value


def refusal(record: RoundRecord, command: Command) -> str:
    """Why a command cannot happen now, in a sentence; empty where it can, or where nothing need be said."""
    round_ = record.round
    match command:
        case Command.DISPUTE:
            event: events.Event | None = events.Dispute(round_.position, "")
        case Command.FINISH:
            event = events.WrapUp()
        case Command.CORRECT:
            event = _correction(round_)
        case _:
            event = _meant(record, command)
    refused = _refused(round_, event) if event is not None else ""
    asks_for_scores = command is Command.SCORES and round_.phase is not Phase.SCORES
    if not refused and asks_for_scores and not _is_anybody_scored(record):
        return "Nobody has a score yet."
    return refused


def _correction(round_: Round) -> events.Event:
    """A correction of the vote in front, to see whether one can be made."""
    ballot = round_.ballot
    if ballot is None or ballot.mode is AnsweringMode.HANDS:
        return events.CorrectCount(round_.position, {})
    is_buzz = ballot.mode is AnsweringMode.BUZZ
    first = ballot.holder if is_buzz else next((each.id for each in round_.voters), "")
    return events.Correct(round_.position, first, "")


def _refused(round_: Round, event: events.Event) -> str:
    try:
        applied(round_, event)
    except NotNowError as error:
        return str(error)
    return ""
