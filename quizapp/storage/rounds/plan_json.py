"""Plans and events of rounds as JSON and back: what could not be read again is neither written nor taken."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from quizapp.domain.attempt import QuestionRef
from quizapp.domain.round_events import (
    Correct,
    CorrectCount,
    Count,
    Event,
    Sheet,
    Vote,
    as_plain,
    from_plain,
)
from quizapp.domain.round_plan import MOST_TEAMS, AfterLock, AnsweringMode, Bands, RoundPlan, ScoreShowing

Plain = dict[str, Any]

_ANSWER = re.compile(r"(product|service|[0-5])?")


def plan_json(plan: RoundPlan) -> str:
    """A plan as JSON.

    Raises:
        ValueError, TypeError: when it could not be read again.
    """
    return _written(asdict(plan), plan, plan_of)


def plan_of(text: str) -> RoundPlan:
    """The plan in a text; what a newer program put there beside ours is passed over.

    Raises:
        ValueError, TypeError: when there is none.
    """
    told = _object(text)
    return RoundPlan(**{name: read(told[name]) for name, read in _PLAN.items() if name in told})


def event_json(event: Event) -> str:
    """An event as JSON.

    Raises:
        ValueError, TypeError: when it could not be read again.
    """
    return _written(as_plain(event), event, event_of)


def event_of(text: str) -> Event:
    """The event in a text; whether it could happen, only its round can tell.

    Raises:
        ValueError, TypeError: when there is none.
    """
    try:
        event = from_plain(_object(text))
    except LookupError as error:
        raise ValueError(f"{text} is no event of a round.") from error
    if odd := [answer for answer in _answers(event) if not _ANSWER.fullmatch(answer)]:
        raise ValueError(f"{odd[0]} is no answer.")
    return event


def _answers(event: Event) -> Iterable[str]:
    match event:
        case Vote() | Sheet() | Correct():
            return (event.answer,)
        case Count() | CorrectCount():
            return event.counts
        case _:
            return ()


def _written(plain: Plain, value: object, read: Callable[[str], object]) -> str:
    text = json.dumps(plain, separators=(",", ":"))
    if read(text) != value:
        raise ValueError(f"{value} cannot be saved.")
    return text


# -- the parts, each seen to be what it should ---------------------------------------------------------


def _object(text: str) -> Plain:
    told = json.loads(text)
    if not isinstance(told, dict):
        raise TypeError(f"{text} is not a JSON object.")
    return told


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value} is no text.")
    return value


def _number(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError(f"{value} is not 0 or more.")
    return value


def _teams(value: object) -> int:
    number = _number(value)
    if number > MOST_TEAMS:
        raise ValueError(f"{value} are too many teams.")
    return number


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{value} is neither yes nor no.")
    return value


def _questions(value: object) -> tuple[QuestionRef, ...]:
    if not isinstance(value, list):
        raise TypeError(f"{value} are no questions.")
    return tuple(QuestionRef(**{name: _text(part) for name, part in dict(each).items()}) for each in value)


def _bands(value: Any) -> Bands:
    bands = Bands(**value)
    if not 0 <= bands.low <= bands.high <= 1:
        raise ValueError(f"{value} are no shares.")
    return bands


_PLAN: Mapping[str, Callable[[Any], Any]] = {
    "id": _text,
    "title": _text,
    "questions": _questions,
    "answering": AnsweringMode,
    "headcount": _number,
    "teams": _teams,
    "warm_up": _flag,
    "seconds": _number,
    "is_hard": _flag,
    "scores": ScoreShowing,
    "verdict_bands": _bands,
    "choice_bands": _bands,
    "after_lock": AfterLock,
}
