"""Which questions a session asks, and in which order: a pure function of questions and seed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from quizapp.domain.mixing import mixed, twin_of, welcoming
from quizapp.domain.question import Question

SEEDS = range(1000, 100_000)
"""Seeds short enough to be read out in a class."""

FIRST_SEEDS = range(100, 1000)
"""Seeds that draw from the first questions of a bank: what its author wants a newcomer to meet."""

ANY_SEED = 0
"""The quiz draws a seed."""

OWN_SEEDS = range(-100_000, 0)
"""Seeds of sets that depend on more than a bank, such as a person's mistakes; they are not printed."""

USUAL_LENGTH = 10
"""The length of a set unless another is chosen; whoever types in a seed gets so many."""

ALL_THAT_FIT = 10_000
"""A length that takes every question."""


class Which(StrEnum):
    """Which questions of a bank to ask."""

    ALL = "all"
    UNSEEN = "unseen"
    MISTAKES = "mistakes"
    FLAGGED = "flagged"
    WEAKEST_CUE = "weakest-cue"
    PAIRS = "pairs"


@dataclass(frozen=True, slots=True)
class Selection:
    """What to ask, and how.

    Attributes:
        seed: draws the set; `ANY_SEED` leaves it to the quiz. The same positive seed, bank and length
            give the same set on every machine.
        length: how many questions at most.
        bank_id: the bank; empty for the one in use.
        topics: only questions with one of these; all where there are none.
        which: only these.
        cue: only verdicts that this cue decides; empty for any.
        reason_step: whether "What decides it here?" is asked.
        three_answers: whether "either can be argued" stands beside the two labels.
        certainty: whether "How sure are you?" is asked after each answer.
    """

    seed: int = ANY_SEED
    length: int = USUAL_LENGTH
    bank_id: str = ""
    topics: tuple[str, ...] = ()
    which: Which = Which.ALL
    cue: str = ""
    reason_step: bool = True
    three_answers: bool = False
    certainty: bool = False

    @property
    def is_told_by_its_seed(self) -> bool:
        """Whether bank and seed alone tell the set: it has the usual length, and any question may come up."""
        takes_all = self.which is Which.ALL and not self.topics and not self.cue
        return takes_all and self.length == USUAL_LENGTH


def is_first_set(seed: int) -> bool:
    """Whether a set is what a newcomer is asked first."""
    return seed in FIRST_SEEDS


def is_printed(seed: int) -> bool:
    """Whether a seed tells others the same set."""
    return seed > 0


def draw(questions: Sequence[Question], selection: Selection) -> list[Question]:
    """The questions of a set, in the order asked.

    Args:
        questions: those that fit the selection, see `pool`.
        selection: its seed, its length, and whether it asks for pairs.

    Returns:
        `selection.length` questions, or all when there are fewer, each once, mixed. No two test the same
        fact as long as others are left. A first session begins with clear ones, see `mixing`. Pairs are
        drawn whole: an odd length gives one question less.
    """
    chance = Random(selection.seed)
    length = min(selection.length, len(questions))
    if is_first_set(selection.seed):
        return welcoming(questions[:length], chance)
    if selection.which is Which.PAIRS:
        chosen = _whole_pairs(questions, length, chance)
    else:
        chosen = _one_a_fact(questions, length, chance)
    return mixed(chosen, chance)


def _one_a_fact(questions: Sequence[Question], length: int, chance: Random) -> list[Question]:
    """A random sample in which a fact comes up twice only where no other questions are left."""
    sample = chance.sample(questions, length)
    told, again = _by_fact(sample)
    if not again:
        return sample
    taken = {question.id for question in sample}
    rest = [question for question in questions if question.id not in taken]
    told, again = _by_fact([*told, *chance.sample(rest, len(rest)), *again])
    return [*told, *again][:length]


def _by_fact(questions: Sequence[Question]) -> tuple[list[Question], list[Question]]:
    """The questions that are the first to test their fact, or test none of the named; and all others."""
    facts: set[str] = set()
    first: list[Question] = []
    again: list[Question] = []
    for question in questions:
        (again if question.fact in facts else first).append(question)
        facts |= {question.fact} - {""}
    return first, again


def _whole_pairs(questions: Sequence[Question], length: int, chance: Random) -> list[Question]:
    """Some scenarios, each with its twin."""
    by_id = {question.id: question for question in questions}
    pairs = [
        (question, by_id[twin_of(question)]) for question in questions if question.id < twin_of(question)
    ]
    return [question for pair in chance.sample(pairs, min(length // 2, len(pairs))) for question in pair]


def best_seed(
    questions: Sequence[Question], length: int, worth: Callable[[Question], float], chance: Random
) -> int:
    """A seed whose set is worth most to this person, among fifty drawn at random.

    So the set stays a function of its printed seed, and still prefers what has not been met.
    """
    seeds = [chance.choice(SEEDS) for _ in range(50)]
    return max(seeds, key=lambda seed: sum(map(worth, draw(questions, Selection(seed, length)))))
