"""Readings and banks as JSON and back, without any loss: how a checked bank is kept ready."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, get_origin

from quizapp.domain.bank import Bank, Cue, Definition, Misconception, Source, Vocabulary
from quizapp.domain.problem import Problem, Reading, Severity
from quizapp.domain.question import (
    Choice,
    ChoiceStyle,
    Option,
    Question,
    Reason,
    Side,
    Strength,
    Verdict,
)

Plain = dict[str, Any]

_SIDES = {str(side): side for side in Side}
_FIRST_DEFAULT = "Product or service?"


def to_json(reading: Reading) -> str:
    """A reading as JSON; each value becomes an object with its fields."""
    return json.dumps(reading, default=_plain, separators=(",", ":"))


def from_json(text: str, path: str) -> Reading:
    """The reading in a text that `to_json` made.

    Args:
        text: the JSON.
        path: where the file lies now; it may have been moved since.

    Raises:
        ValueError, LookupError, TypeError, AttributeError: when the text is anything else.
    """
    plain = json.loads(text)
    return Reading(
        path=path,
        bank=_bank(plain["bank"]) if plain["bank"] else None,
        problems=tuple(_problem(problem, path) for problem in plain["problems"]),
        vocabulary=_vocabulary(plain["vocabulary"]) if plain["vocabulary"] else None,
        digest=plain["digest"],
        faulty=frozenset(plain["faulty"]),
        unread=tuple((first, last) for first, last in plain["unread"]),
    )


def bank_to_json(bank: Bank) -> str:
    """A bank as JSON; each value becomes an object with its fields."""
    return json.dumps(bank, default=_plain, separators=(",", ":"))


def bank_from_json(text: str) -> Bank:
    """The bank in a text that `bank_to_json` made, whose texts are seen to be texts.

    Raises:
        ValueError, LookupError, TypeError, AttributeError: when the text is anything else.
    """
    bank = _bank(json.loads(text))
    see_to_values(bank)
    return bank


def see_to_reading(reading: Reading) -> None:
    """See that all values of a reading are of their kinds, and that its bank can be asked and marked.

    Raises:
        ValueError, TypeError: when they are anything else.
    """
    for problem in reading.problems:
        _see_to_kinds(problem)
    if reading.vocabulary is not None:
        _see_to_kinds(reading.vocabulary)
    if not all(isinstance(name, str) for name in reading.faulty):
        raise TypeError("The name of a question is no text.")
    if any(type(line) is not int for lines in reading.unread for line in lines):
        raise TypeError("A line has no number.")
    if reading.bank is not None:
        see_to_values(reading.bank)


def see_to_values(bank: Bank) -> None:
    """See that the values of a bank are of their kinds, and that its questions can be asked and marked.

    Raises:
        ValueError, TypeError: when they are anything else.
    """
    _see_to_kinds(bank)
    ids = [question.id for question in bank.questions]
    if len(set(ids)) != len(ids):
        raise ValueError("A question stands there twice.")
    for question in bank.questions:
        if isinstance(question, Choice) and [option.correct for option in question.options].count(True) != 1:
            raise ValueError(f"The question {question.id} has no right option.")


def _see_to_kinds(value: Any) -> None:
    """See that each field holds what its type says, in a value and in all that it holds."""
    for name, kind, has_parts in _kinds(value.__class__):
        held = getattr(value, name)
        # True is a figure to Python
        if not isinstance(held, kind) or (isinstance(held, bool) and kind is not bool):
            raise TypeError(f"{name} cannot be {held}.")
        if not has_parts:
            if _kinds(held.__class__):
                _see_to_kinds(held)
            continue
        for part in held.values() if isinstance(held, Mapping) else held:
            if isinstance(part, str):
                continue
            if not _kinds(part.__class__):
                raise TypeError(f"{part} is no text.")
            _see_to_kinds(part)


@cache
def _kinds(cls: type) -> tuple[tuple[str, Any, bool], ...]:
    """Name and type of each field of a dataclass, and whether it holds others; none of any other class."""
    kinds: list[tuple[str, Any, bool]] = []
    for field in fields(cls) if is_dataclass(cls) else ():
        is_plain = isinstance(field.type, type | UnionType)
        kinds.append((field.name, field.type if is_plain else get_origin(field.type) or tuple, not is_plain))
    return tuple(kinds)


def _plain(value: Any) -> Plain | list[str]:
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, frozenset):
        return sorted(value)
    return {name: getattr(value, name) for name in value.__slots__}


# The functions below turn the objects of a text into fields where they stand: nobody else has them.


def _problem(plain: Plain, path: str) -> Problem:
    plain["path"] = path
    plain["severity"] = Severity(plain["severity"])
    return Problem(**plain)


def _bank(plain: Plain) -> Bank:
    plain["questions"] = tuple([_question(question) for question in plain["questions"]])
    plain["vocabulary"] = _vocabulary(plain["vocabulary"])
    return Bank(**plain)


def _vocabulary(plain: Plain) -> Vocabulary:
    for entry in (*plain["cues"].values(), *plain["misconceptions"].values()):
        entry["claims"] = tuple(entry["claims"])
    for definition in plain["definitions"]:
        definition["exams"] = tuple(definition["exams"])
    return Vocabulary(
        cues={key: Cue(**cue) for key, cue in plain["cues"].items()},
        misconceptions={key: Misconception(**each) for key, each in plain["misconceptions"].items()},
        claims=plain["claims"],
        source=Source(**plain["source"]),
        definitions=tuple([Definition(**definition) for definition in plain["definitions"]]),
    )


def _question(plain: Plain) -> Question:
    plain["claims"] = tuple(plain["claims"])
    plain["topics"] = tuple(plain["topics"])
    return _choice(plain) if "options" in plain else _verdict(plain)


def _verdict(plain: Plain) -> Verdict:
    if "evidence" in plain:
        _renew(plain)
    plain["answer"] = _SIDES[plain["answer"]]
    plain["strength"] = Strength(plain["strength"])
    plain["reasons"] = tuple([_reason(reason) for reason in plain["reasons"]])
    return Verdict(**plain)


def _reason(plain: Plain) -> Reason:
    plain["side"] = _SIDES[plain["side"]] if plain["side"] else None
    plain["quotes"] = tuple(plain["quotes"])
    return Reason(**plain)


def _renew(plain: Plain) -> None:
    """Gives a verdict of before 0.2, as the rounds of that time hold them, the fields it has now.

    Its words stand for the facts: what was quoted decides, and what tempted is told with its id.
    """
    prompt = plain.pop("prompt")
    plain["own_prompt"] = "" if prompt == _FIRST_DEFAULT else prompt
    deciding = [
        {
            "text": each["quote"],
            "why": "",
            "side": each["side"],
            "cue": each["cue"],
            "quotes": [each["quote"]],
        }
        for each in plain.pop("evidence")
    ]
    tempting = [
        {
            "text": each["misconception"],
            "why": each["why"],
            "side": None,
            "cue": each["misconception"],
            "quotes": [],
        }
        for each in plain.pop("tempting")
    ]
    plain.pop("not_deciding")
    plain["reasons"] = deciding + tempting


def _choice(plain: Plain) -> Choice:
    plain["style"] = ChoiceStyle(plain["style"])
    plain["statements"] = tuple(plain["statements"])
    plain["options"] = tuple([Option(**option) for option in plain["options"]])
    return Choice(**plain)
