"""Which questions a session asks, and in which order: a pure function of bank and seed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from quizapp.domain.question import Question, Side, Verdict

LONGEST_RUN = 5
"""Answers of one side in a row. Stricter balance would make "the other one" a winning strategy."""

SEEDS = range(1000, 100_000)
"""Seeds short enough to be read out in a class."""

FIRST_SEEDS = range(100, 1000)
"""Seeds that draw from the first questions of a bank: what its author wants a newcomer to meet."""

BY_HAND = -1
"""The seed of a set that was not drawn; it is not printed."""

_SHUFFLES = 200


@dataclass(frozen=True, slots=True)
class Selection:
    """What to ask. The same selection from the same bank is the same set, on every machine."""

    seed: int
    length: int = 10


def draw(questions: Sequence[Question], selection: Selection) -> list[Question]:
    """The questions of a set, in the order asked.

    Returns:
        `selection.length` questions, or all when there are fewer, each once, with at most
        `LONGEST_RUN` verdicts of one side in a row wherever their mixture allows it.
    """
    chance = Random(selection.seed)
    if selection.seed in FIRST_SEEDS:
        chosen = list(questions[: selection.length])
    else:
        chosen = chance.sample(questions, min(selection.length, len(questions)))
    for _ in range(_SHUFFLES):
        chance.shuffle(chosen)
        if longest_run(chosen) <= LONGEST_RUN:
            return chosen
    return _spread(chosen)


def side_of(question: Question) -> Side | None:
    """The side of a verdict's key; None for a choice, which ends a run."""
    return question.answer if isinstance(question, Verdict) else None


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
    return [question for _, _, question in sorted(placed, key=lambda place: place[:2])]


def best_seed(
    questions: Sequence[Question], length: int, worth: Callable[[Question], float], chance: Random
) -> int:
    """A seed whose set is worth most to this person, among fifty drawn at random.

    So the set stays a function of its printed seed, and still prefers what has not been met.
    """
    seeds = [chance.choice(SEEDS) for _ in range(50)]
    return max(seeds, key=lambda seed: sum(map(worth, draw(questions, Selection(seed, length)))))
