"""What can happen in a round: one small value each, and as plain data for the journal."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, get_args

from quizapp.domain.round_plan import AnsweringMode


@dataclass(frozen=True, slots=True)
class Next:
    """The trainer goes on to the next natural thing."""


@dataclass(frozen=True, slots=True)
class Unlock:
    """A locked vote is opened again, after a slip."""


@dataclass(frozen=True, slots=True)
class Discuss:
    """The room talks, and will vote again."""


@dataclass(frozen=True, slots=True)
class ReleaseSplit:
    """The wall may show the first vote while the room talks."""


@dataclass(frozen=True, slots=True)
class Reveal:
    """The verdict is shown."""


@dataclass(frozen=True, slots=True)
class ShowScores:
    """The scores are shown, or put away again."""


@dataclass(frozen=True, slots=True)
class Skip:
    """The question is left out."""


@dataclass(frozen=True, slots=True)
class Back:
    """The trainer goes back by one step; what was answered stays."""


@dataclass(frozen=True, slots=True)
class GoTo:
    """The trainer goes to a question; one that was revealed is looked back on."""

    position: int


@dataclass(frozen=True, slots=True)
class Rule:
    """What counts in a question: empty for its key, `void` for nothing, `both` for every answer."""

    position: int
    ruling: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """The room disputes a question; the note says why, an empty one takes it back."""

    position: int
    note: str


@dataclass(frozen=True, slots=True)
class Pause:
    """Nothing happens until the round is resumed."""


@dataclass(frozen=True, slots=True)
class Resume:
    """The round goes on."""


@dataclass(frozen=True, slots=True)
class Switch:
    """The room answers in another mode from now on."""

    mode: AnsweringMode


@dataclass(frozen=True, slots=True)
class Recount:
    """So many people are in the room now; 0 where nobody counts them."""

    headcount: int


@dataclass(frozen=True, slots=True)
class Join:
    """A voter takes part from here on: a team, or a person."""

    voter: str


@dataclass(frozen=True, slots=True)
class Leave:
    """A voter takes part no longer; what was answered stays."""

    voter: str


@dataclass(frozen=True, slots=True)
class Vote:
    """A voter's answer in one vote; an empty one takes it back."""

    position: int
    ballot: int
    voter: str
    answer: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many hands were up for each answer."""

    position: int
    ballot: int
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Buzz:
    """A voter wants to answer."""

    position: int
    ballot: int
    voter: str


@dataclass(frozen=True, slots=True)
class PassOn:
    """The turn goes to the next who buzzed."""

    position: int
    ballot: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """An answer from a sheet of paper that was collected when the vote was locked."""

    position: int
    voter: str
    answer: str


@dataclass(frozen=True, slots=True)
class Correct:
    """A voter's answer was entered wrongly, as was seen after the verdict; an empty one takes it back."""

    position: int
    voter: str
    answer: str


@dataclass(frozen=True, slots=True)
class CorrectCount:
    """Hands were counted wrongly, as was seen after the verdict."""

    position: int
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class MoreTime:
    """Ten seconds more."""


@dataclass(frozen=True, slots=True)
class WrapUp:
    """The round comes to its end."""


@dataclass(frozen=True, slots=True)
class Close:
    """The round is over; nothing happens in it any more."""


Event = (
    Next
    | Unlock
    | Discuss
    | ReleaseSplit
    | Reveal
    | ShowScores
    | Skip
    | Back
    | GoTo
    | Rule
    | Dispute
    | Pause
    | Resume
    | Switch
    | Recount
    | Join
    | Leave
    | Vote
    | Count
    | Buzz
    | PassOn
    | Sheet
    | Correct
    | CorrectCount
    | MoreTime
    | WrapUp
    | Close
)

_KINDS: Mapping[str, Any] = {kind.__name__: kind for kind in get_args(Event)}


def as_plain(event: Event) -> dict[str, Any]:
    """An event as plain data: its kind, and its fields by their names."""
    values = {each.name: getattr(event, each.name) for each in fields(event)}
    return {"kind": type(event).__name__} | {
        name: dict(value) if isinstance(value, Mapping) else value for name, value in values.items()
    }


def from_plain(plain: Mapping[str, Any]) -> Event:
    """The event that plain data stands for.

    Raises:
        LookupError, TypeError, ValueError: when it stands for none.
    """
    values = {name: value for name, value in plain.items() if name != "kind"}
    if "mode" in values:
        values["mode"] = AnsweringMode(values["mode"])
    event: Event = _KINDS[plain["kind"]](**values)
    for each in fields(event):
        if not _fits(getattr(event, each.name), each.type):
            raise TypeError(f"{each.name} of {plain['kind']}")
    return event


def _fits(value: object, kind: object) -> bool:
    """Whether a value is of the type of its field; True is no number here."""
    if isinstance(value, Mapping):
        is_count = all(type(name) is str and type(number) is int for name, number in value.items())
        return kind == Mapping[str, int] and is_count
    return type(value) is kind
