"""How far the words of the scenarios alone, without any understanding, lead to the answer.

A scenario is a bag of words. What is left out of training with it: its twin, which shares most of its words.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from quizapp.domain.bank import Bank
from quizapp.domain.content import verdicts_of, words_of
from quizapp.domain.question import Side, Strength, Verdict

Bag = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Scenario:
    """The words of a scenario with their numbers, its key, and the id of its twin."""

    id: str
    bag: Bag
    side: Side
    pair: str
    length: int

    @classmethod
    def of(cls, verdict: Verdict) -> "Scenario":
        """What a bag-of-words reader sees of a verdict."""
        words = words_of(verdict.scenario)
        return cls(verdict.id, Counter(words), verdict.answer, verdict.pair, len(words))


def decided(bank: Bank) -> list[Scenario]:
    """The clear and leaning scenarios: those with an answer that words might give away."""
    return [Scenario.of(verdict) for verdict in verdicts_of(bank.questions) if has_answer(verdict)]


def has_answer(verdict: Verdict) -> bool:
    """Whether a verdict's strength lets one answer be right."""
    return verdict.strength is not Strength.ARGUABLE


def multinomial(bag: Bag, training: Sequence[Scenario], side: Side) -> float:
    """The log-likelihood of the words that are there, each as often as it is (Laplace smoothing)."""
    counts: Counter[str] = Counter()
    for scenario in training:
        if scenario.side is side:
            counts.update(scenario.bag)
    known = {word for scenario in training for word in scenario.bag}
    total = counts.total() + len(known)
    return sum(times * log((counts[word] + 1) / total) for word, times in bag.items() if word in known)


def bernoulli(bag: Bag, training: Sequence[Scenario], side: Side) -> float:
    """The log-likelihood of which words are there and which are not (Laplace smoothing)."""
    own = [scenario for scenario in training if scenario.side is side]
    having = Counter(word for scenario in own for word in scenario.bag)
    known = {word for scenario in training for word in scenario.bag}
    chances = ((word in bag, (having[word] + 1) / (len(own) + 2)) for word in known)
    return sum(log(chance if there else 1 - chance) for there, chance in chances)


Likelihood = Callable[[Bag, Sequence[Scenario], Side], float]


def guess(scenario: Scenario, others: Iterable[Scenario], likelihood: Likelihood) -> Side:
    """The side naive Bayes takes after training on the others, the twin left out."""
    training = [other for other in others if other.id not in {scenario.id, scenario.pair}]
    sizes = Counter(other.side for other in training)
    return max(Side, key=lambda side: log(sizes[side]) + likelihood(scenario.bag, training, side))


def accuracy(scenarios: Sequence[Scenario], likelihood: Likelihood) -> float:
    """The share of scenarios that naive Bayes gets right, each left out once (0 to 1)."""
    right = sum(guess(scenario, scenarios, likelihood) is scenario.side for scenario in scenarios)
    return right / len(scenarios)


def length_rule(scenarios: Sequence[Scenario]) -> float:
    """The best share that "longer than so many words" gets right, either way round (0 to 1)."""
    best = 0.0
    for limit in {scenario.length for scenario in scenarios}:
        right = sum((item.length > limit) == (item.side is Side.SERVICE) for item in scenarios)
        best = max(best, right / len(scenarios), 1 - right / len(scenarios))
    return best
