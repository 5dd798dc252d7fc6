"""Ids are unique in a bank, and pairs are two verdicts that name each other."""

from collections.abc import Iterator, Mapping, Sequence

from quizapp.domain.problem import Severity
from quizapp.domain.question import Side
from quizapp.storage.characters import shown, visible
from quizapp.storage.codes import Code
from quizapp.storage.findings import Fault
from quizapp.storage.likeness import did_you_mean
from quizapp.storage.tree import Fields

_BOTH = "Two questions of a pair name each other."
_SIDES = frozenset(side.value for side in Side)


def pair_faults(
    questions: Sequence[Fields], by_id: Mapping[str, Fields], *, is_whole: bool
) -> Iterator[tuple[Fields, Fault]]:
    """Everything that is wrong with the pairs of a bank; the place of each is the field `pair`.

    Args:
        questions: all questions as they stand in the file.
        by_id: the first question of each id.
        is_whole: whether the whole file was read, so that a question that is not there is nowhere.
    """
    seen: set[str] = set()
    for question in questions:
        name, pair = text_of(question, "id"), text_of(question, "pair")
        if not pair or "options" in question:
            continue
        other = by_id.get(pair)
        if other is None:
            if is_whole:
                yield question, _unknown(pair, by_id)
        elif (fault := _mismatch(name, pair, other)) is not None:
            yield question, fault
        elif pair in seen and text_of(other, "answer") == text_of(question, "answer") in _SIDES:
            yield question, _agreement(pair)
        seen.add(name)


def text_of(question: Fields, name: str) -> str:
    """The text of a field; empty when there is none."""
    value = question.get(name)
    return value if isinstance(value, str) and not value.isspace() else ""


def _unknown(pair: str, by_id: Mapping[str, Fields]) -> Fault:
    message = f"This bank has no question {shown(pair)}."
    return Fault(Code.UNKNOWN_PAIR, message, lambda: did_you_mean(pair, by_id) or _BOTH)


def _mismatch(name: str, pair: str, other: Fields) -> Fault | None:
    if name == pair:
        return Fault(Code.UNKNOWN_PAIR, "The question names itself as its pair.", _BOTH)
    if "options" in other:
        return Fault(Code.UNKNOWN_PAIR, f"{shown(pair)} is a choice; only verdicts make pairs.", _BOTH)
    if isinstance(other.get("pair", ""), str) and text_of(other, "pair") != name:
        hint = f"{_BOTH} Add “pair: {visible(name)}” there, or delete this one." if name else _BOTH
        return Fault(Code.ONE_SIDED_PAIR, f"{shown(pair)} does not name this question as its pair.", hint)
    return None


def _agreement(pair: str) -> Fault:
    message = f"This question and its pair {shown(pair)} have the same answer."
    hint = "The one fact that differs should turn the verdict."
    return Fault(Code.TWINS_AGREE, message, hint, Severity.WARNING)
