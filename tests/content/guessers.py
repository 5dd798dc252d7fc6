"""How far patterns of the facts, without any understanding, lead to the one that decides.

Offered are one fact that decides and three that do not, as `reasons.offer` draws them. A guesser sees only
the kinds, words and lengths of facts. It learns from all other questions, and not from the twin, whose facts
are much the same.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import fsum, log
from random import Random
from statistics import fmean
from typing import Protocol

from quizapp.domain.bank import Vocabulary
from quizapp.domain.content import words_of
from quizapp.domain.question import Reason, Side, Strength, Verdict
from quizapp.domain.reasons import OFFERED, can_ask, deciding_alone

Notes = Counter[tuple[bool, Hashable]]
"""How often something was seen of facts that decide (true) and of those that do not."""

Score = Callable[["Fact"], float]
"""How much a fact looks like the one that decides; the highest of those offered is taken."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What a reader without understanding sees of a fact.

    Attributes:
        kind: the kind of reason.
        words: its words, each once.
        length: its length in characters.
        shared: how many of its words stand in the scenario.
        answer: the answer of its question, which who has answered may know.
        decides: whether it decides there.
        may_be_offered: whether it is offered as the one that decides, or as one that does not.
        place: its place among the facts, by where its words stand in the scenario; from 0.
    """

    kind: str
    words: frozenset[str]
    length: int
    shared: int
    answer: Side
    decides: bool
    may_be_offered: bool = True
    place: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """The facts of one decided question, with its id and that of its twin."""

    id: str
    facts: tuple[Fact, ...]
    pair: str = ""

    @classmethod
    def of(cls, verdict: Verdict, vocabulary: Vocabulary) -> "Step":
        """The facts of a verdict that lets one answer be right."""
        deciding, scenario = verdict.deciding, set(words_of(verdict.scenario))
        offered = (*(deciding_alone(deciding, vocabulary) or deciding), *verdict.others)
        starts = [min(map(verdict.scenario.find, reason.quotes), default=-1) for reason in verdict.reasons]

        def fact(reason: Reason) -> Fact:
            words = frozenset(words_of(reason.text))
            shared, decides = len(words & scenario), reason.side is verdict.answer
            place = sorted(starts).index(starts[verdict.reasons.index(reason)])
            return Fact(
                reason.cue, words, len(reason.text), shared, verdict.answer, decides, reason in offered, place
            )

        return cls(verdict.id, tuple(map(fact, verdict.reasons)), verdict.pair)

    def sets(self) -> Iterator[tuple[Fact, ...]]:
        """Every set that can be offered, the fact that decides first; all are as likely."""
        right = [fact for fact in self.facts if fact.decides and fact.may_be_offered]
        others = [fact for fact in self.facts if not fact.decides]
        for first in right:
            for rest in combinations(others, min(len(others), OFFERED - 1)):
                yield (first, *rest)


class Guesser(Protocol):
    """Somebody who looks for a pattern in facts that have been explained, and uses it on new ones."""

    @property
    def name(self) -> str:
        """What it goes by."""

    def notes(self, steps: Iterable[Step]) -> Notes:
        """What it counts in some questions; the counts of several add up."""

    def score(self, notes: Notes) -> Score:
        """How it looks at facts after counting so much."""


@dataclass(frozen=True, slots=True)
class Learner:
    """Naive Bayes on the features of a fact: how much more often they are those of facts that decide.

    With one feature, such as the kind, it ranks facts by how often those like it decide.
    """

    name: str
    features: Callable[[Fact], Iterable[Hashable]]

    def notes(self, steps: Iterable[Step]) -> Notes:
        """How often each feature is one of a fact that decides, and of one that does not."""
        facts = (fact for step in steps for fact in step.facts)
        return Counter((fact.decides, feature) for fact in facts for feature in self.features(fact))

    def score(self, notes: Notes) -> Score:
        """The logarithm of the odds, with one added to every count (Laplace)."""
        known = len({feature for _, feature in notes})
        deciding = sum(number for (decides, _), number in notes.items() if decides)
        bias = log((deciding + known) / (notes.total() - deciding + known)) if known else 0.0

        def odds(feature: Hashable) -> float:
            return log((notes[True, feature] + 1) / (notes[False, feature] + 1)) - bias

        return lambda fact: fsum(map(odds, self.features(fact)))


@dataclass(frozen=True, slots=True)
class Measurer:
    """Takes the fact that has most of something, whatever it has seen before."""

    name: str
    measure: Callable[[Fact], float]

    def notes(self, steps: Iterable[Step]) -> Notes:  # noqa: ARG002 - it learns nothing
        """Nothing."""
        return Counter()

    def score(self, notes: Notes) -> Score:  # noqa: ARG002
        """The measure itself."""
        return self.measure


GUESSERS: tuple[Guesser, ...] = (
    Learner("kind", lambda fact: [fact.kind]),
    Learner("kind, given the answer", lambda fact: [(fact.answer, fact.kind)]),
    Learner("words", lambda fact: fact.words),
    Learner("words, given the answer", lambda fact: [(fact.answer, word) for word in fact.words]),
    Learner("place in the scenario", lambda fact: [fact.place]),
    Measurer("longest", lambda fact: fact.length),
    Measurer("shortest", lambda fact: -fact.length),
    Measurer("most words of the scenario", lambda fact: fact.shared),
    Measurer("fewest words of the scenario", lambda fact: -fact.shared),
)
"""Everybody who tries."""


def steps_of(verdicts: Iterable[Verdict], vocabulary: Vocabulary) -> list[Step]:
    """The reason steps of the verdicts that let one answer be right and can be asked for a reason."""
    decided = (verdict for verdict in verdicts if verdict.strength is not Strength.ARGUABLE)
    return [Step.of(verdict, vocabulary) for verdict in decided if can_ask(verdict)]


def success(steps: Sequence[Step], guesser: Guesser) -> float:
    """How often a guesser takes the fact that decides (0 to 1): the mean over all sets of each question.

    Of facts that look alike to it, it takes any.
    """
    return fmean(_successes(steps, guesser))


def _successes(steps: Sequence[Step], guesser: Guesser) -> Iterator[float]:
    everything = guesser.notes(steps)
    twins = {step.pair: step for step in steps}
    for step in steps:
        apart = guesser.notes([step, *([twins[step.id]] if step.id in twins else [])])
        score = guesser.score(everything - apart)
        yield fmean(_chance([score(fact) for fact in offered]) for offered in step.sets())


def _chance(scores: Sequence[float]) -> float:
    """How likely the first is taken: not at all, or as likely as the others of its score."""
    return scores.count(scores[0]) ** -1 if scores[0] == max(scores) else 0.0


def successes(steps: Sequence[Step]) -> dict[str, float]:
    """How often each guesser takes the fact that decides."""
    return {guesser.name: success(steps, guesser) for guesser in GUESSERS}


def by_luck(steps: Sequence[Step]) -> float:
    """How often a blind choice takes the fact that decides: a quarter, where four are offered."""
    return fmean(fmean(1 / len(offered) for offered in step.sets()) for step in steps)


def best_on_random_labels(steps: Sequence[Step], times: int, chance: Random) -> list[float]:
    """What the best guesser reaches when it is random which facts decide, so often, in rising order."""
    return sorted(
        max(successes([_relabelled(step, chance) for step in steps]).values()) for _ in range(times)
    )


def _relabelled(step: Step, chance: Random) -> Step:
    labels = [fact.decides for fact in step.facts]
    chance.shuffle(labels)
    pairs = zip(step.facts, labels, strict=True)
    facts = (replace(fact, decides=label, may_be_offered=True) for fact, label in pairs)
    return replace(step, facts=tuple(facts))
