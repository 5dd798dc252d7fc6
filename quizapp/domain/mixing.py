"""The order of a set: sides mixed, twins apart, and no pattern that pays."""

from collections.abc import Sequence
from random import Random

from quizapp.domain.question import Question, Side, Verdict

LONGEST_RUN = 5
"""Answers of one side in a row. Stricter balance would make "the other one" a winning strategy."""

TWIN_GAP = 3
"""Places from a scenario to its twin: side by side, one would give the other away."""

_SHUFFLES = 200


def mixed(questions: Sequence[Question], chance: Random) -> list[Question]:
    """The same questions in a random order that keeps to both limits wherever the mixture allows it."""
    order = list(questions)
    gap = min(TWIN_GAP, len(order) // 2)
    best: tuple[bool, int] = (False, 0)
    kept: list[Question] = []
    for _ in range(_SHUFFLES):
        chance.shuffle(order)
        quality = longest_run(order) <= LONGEST_RUN, min(gap, twin_distance(order))
        if quality == (True, gap):
            return order
        if quality[0] and quality > best:
            best, kept = quality, list(order)
    return kept or _spread(order)


def side_of(question: Question) -> Side | None:
    """The side of a verdict's key; None for a choice, which ends a run."""
    return question.answer if isinstance(question, Verdict) else None


def twin_of(question: Question) -> str:
    """The id of the scenario that differs by one fact; empty where there is none."""
    return question.pair if isinstance(question, Verdict) else ""


def longest_run(questions: Sequence[Question]) -> int:
    """The length of the longest run of verdicts with one side."""
    longest = run = 0
    last: Side | None = None
    for question in questions:
        side = side_of(question)
        run = run + 1 if side is not None and side is last else int(side is not None)
        last = side
        longest = max(longest, run)
    return longest


def twin_distance(questions: Sequence[Question]) -> int:
    """The places between the nearest twins; the number of questions where none are twins."""
    positions = {question.id: position for position, question in enumerate(questions)}
    distances = [
        abs(position - positions[twin_of(question)])
        for position, question in enumerate(questions)
        if twin_of(question) in positions and twin_of(question) != question.id
    ]
    return min(distances, default=len(questions))


def _spread(questions: Sequence[Question]) -> list[Question]:
    """The same questions with the rarer kinds spread evenly between the commonest one."""
    groups: dict[Side | None, list[Question]] = {}
    for question in questions:
        groups.setdefault(side_of(question), []).append(question)
    placed = [
        ((index + 0.5) / len(group), order, question)
        for order, group in enumerate(groups.values())
        for index, question in enumerate(group)
    ]
    return [question for _, _, question in sorted(placed, key=lambda position: position[:2])]
