"""What can be taught before anything is asked: for each cue, which scenarios of a bank illustrate it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.domain.bank import Bank, Cue
from quizapp.domain.question import Reason, Side, Strength, Verdict
from quizapp.domain.reasons import cues_for


@dataclass(frozen=True, slots=True)
class Example:
    """A scenario in which a cue speaks for one side.

    Attributes:
        verdict: the question; its answer is that side, unless it is arguable.
        reasons: the facts by which the cue speaks there, at least one.
        is_met: whether the person has answered it before.
    """

    verdict: Verdict
    reasons: tuple[Reason, ...]
    is_met: bool = False


@dataclass(frozen=True, slots=True)
class Lesson:
    """One cue, with an example for each side that the bank has one for."""

    cue: Cue
    examples: Mapping[Side, Example]


def lessons(bank: Bank, met: frozenset[str] = frozenset()) -> tuple[Lesson, ...]:
    """One lesson for each cue of a bank's vocabulary, in its order.

    An example comes from a clear verdict before a leaning one, and from an arguable one only where
    there is no other. Those the person has met come before new ones, so that reading spoils little,
    and those no earlier lesson has taken before others; of what is left the shortest is taken.

    Args:
        bank: the bank.
        met: the ids of the questions that the person has answered before.
    """
    verdicts = [question for question in bank.questions if isinstance(question, Verdict)]
    taken: Counter[str] = Counter()
    made = []
    for cue in bank.vocabulary.cues.values():
        examples = {}
        for side in Side:
            fitting = [verdict for verdict in verdicts if _illustrates(verdict, cue.id, side)]
            if fitting:
                best = min(fitting, key=lambda verdict: _rank(verdict, met, taken))
                taken[best.id] += 1
                examples[side] = _example(best, cue.id, side, met)
        made.append(Lesson(cue, examples))
    return tuple(made)


def _illustrates(verdict: Verdict, cue: str, side: Side) -> bool:
    """Whether a cue speaks for a side and that side is, or may be, the answer."""
    may_be = verdict.answer is side or verdict.strength is Strength.ARGUABLE
    return may_be and cue in cues_for(verdict, side)


def _rank(verdict: Verdict, met: frozenset[str], taken: Counter[str]) -> tuple[bool, bool, bool, int, int]:
    """How a verdict stands among those that could be the example; the least is the best."""
    return (
        verdict.strength is Strength.ARGUABLE,
        verdict.id not in met,
        verdict.strength is Strength.LEANING,
        taken[verdict.id],
        len(verdict.scenario),
    )


def _example(verdict: Verdict, cue: str, side: Side, met: frozenset[str]) -> Example:
    reasons = tuple(each for each in verdict.reasons_for(side) if each.cue == cue)
    return Example(verdict, reasons, verdict.id in met)
