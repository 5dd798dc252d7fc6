"""The order of a set: sides mixed, twins apart, and no pattern that pays."""

from collections.abc import Callable, Sequence
from itertools import combinations
from random import Random

from quizapp.domain.question import Question, Side, Strength, Verdict, is_arguable

LONGEST_RUN = 5
"""Answers of one side in a row. Stricter balance would make "the other one" a winning strategy."""

TWIN_GAP = 3
"""Places from a scenario to its twin: side by side, one would give the other away."""

OPENING = 3
"""So many clear verdicts begin a first session."""

DECIDED_AT_FIRST = 5
"""So many questions come in a first session before one that can be argued either way."""

_SHUFFLES = 200
_LOOKED_AT = 12  # clear verdicts among which the opening is looked for: of many there are too many threes


def mixed(questions: Sequence[Question], chance: Random) -> list[Question]:
    """The same questions in a random order that keeps to both limits wherever the mixture allows it."""
    return _shuffled(questions, chance, list) or _spread(questions)


def welcoming(questions: Sequence[Question], chance: Random) -> list[Question]:
    """The same questions for somebody who is new: clear ones first, and none arguable among the first five.

    The first three are decided by different kinds of reason, and each label fits at least one of them.
    Where the mixture does not allow it, the order is that of any other session.
    """
    return _shuffled(questions, chance, _gently) or mixed(questions, chance)


def _shuffled(
    questions: Sequence[Question],
    chance: Random,
    arranged: Callable[[Sequence[Question]], list[Question]],
) -> list[Question]:
    """The best of some random orders, each arranged; empty where each of them has too long a run."""
    shuffled = list(questions)
    gap = min(TWIN_GAP, len(shuffled) // 2)
    best: tuple[bool, int] = (False, 0)
    kept: list[Question] = []
    for _ in range(_SHUFFLES):
        chance.shuffle(shuffled)
        order = arranged(shuffled)
        quality = longest_run(order) <= LONGEST_RUN, min(gap, twin_distance(order))
        if quality == (True, gap):
            return order
        if quality[0] and quality > best:
            best, kept = quality, order
    return kept


def _gently(questions: Sequence[Question]) -> list[Question]:
    """The same questions, an opening and then some that are decided brought forward."""
    opening = _opening(questions)
    rest = [question for question in questions if question not in opening]
    decided = [question for question in rest if not is_arguable(question)]
    first = [*opening, *decided[: DECIDED_AT_FIRST - len(opening)]]
    return [*first, *(question for question in questions if question not in first)]


def _opening(questions: Sequence[Question]) -> list[Question]:
    """The first clear verdicts that differ in what decides them and not all in their label, else any."""
    clear = [each for each in questions if isinstance(each, Verdict) and each.strength is Strength.CLEAR]
    for three in combinations(clear[:_LOOKED_AT], OPENING):
        if len({kind_of(each) for each in three}) == OPENING and {each.answer for each in three} == {*Side}:
            return list(three)
    return list(clear[:OPENING])


def kind_of(verdict: Verdict) -> str:
    """The kind of reason that decides a verdict; empty where none is named."""
    return next((reason.cue for reason in verdict.reasons_for(verdict.answer)), "")


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
