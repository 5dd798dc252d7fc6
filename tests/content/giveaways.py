"""How far words and lengths alone, without any understanding, lead to the answer.

A scenario is a bag of words, and so are the facts that decide nothing in it. What is left out of training
with it: its twin, which shares many of its words.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from quizapp.domain.bank import Bank
from quizapp.domain.content import key_length, verdicts_of, words_of
from quizapp.domain.question import Choice, ChoiceStyle, Side, Strength, Verdict

Bag = Mapping[str, int]

ABSOLUTES = frozenset(
    {
        "all",
        "always",
        "cannot",
        "completely",
        "entirely",
        "every",
        "everybody",
        "everyone",
        "everything",
        "exclusively",
        "fully",
        "must",
        "never",
        "nobody",
        "none",
        "nothing",
        "only",
        "solely",
        "throughout",
        "totally",
        "whenever",
        "wholly",
    }
)
"""Words that test-wise people avoid, since few things are true without an exception."""


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
        return cls.having(words_of(verdict.scenario), verdict)

    @classmethod
    def having(cls, words: Sequence[str], verdict: Verdict) -> "Scenario":
        """Some words that stand in a verdict."""
        return cls(verdict.id, Counter(words), verdict.answer, verdict.pair, len(words))


Look = Callable[[Verdict], Sequence[str]]
"""What is looked at in a verdict, as words."""


def kinds_of_others(verdict: Verdict) -> list[str]:
    """The kinds of the facts that decide nothing."""
    return [reason.cue for reason in verdict.others]


def words_of_facts(verdict: Verdict) -> list[str]:
    """The words of all facts, also of those that decide."""
    return [word for reason in verdict.reasons for word in words_of(reason.text)]


def words_of_others(verdict: Verdict) -> list[str]:
    """The words of the facts that decide nothing."""
    return [word for reason in verdict.others for word in words_of(reason.text)]


def words_and_kinds_of_others(verdict: Verdict) -> list[str]:
    """Both; a kind looks like no word."""
    return [*words_of_others(verdict), *(f"kind {kind}" for kind in kinds_of_others(verdict))]


OTHERS: Mapping[str, Look] = {
    "kinds": kinds_of_others,
    "words": words_of_others,
    "words and kinds": words_and_kinds_of_others,
}
"""What may tell a verdict before the deciding fact is known."""


def decided(bank: Bank) -> list[Scenario]:
    """The clear and leaning scenarios: those with an answer that words might give away."""
    return [Scenario.of(verdict) for verdict in verdicts_of(bank.questions) if has_answer(verdict)]


def seen(verdicts: Iterable[Verdict], look: Look) -> list[Scenario]:
    """The clear and leaning ones as somebody sees them who looks at this and nothing else."""
    return [Scenario.having(look(verdict), verdict) for verdict in verdicts if has_answer(verdict)]


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


def is_longest(choice: Choice) -> bool:
    """Whether no option is longer than the right one, and not all are of its length."""
    lengths = [len(option.text) for option in choice.options]
    return lengths[choice.key] == max(lengths) and key_length(choice) > 1


def longest_keys(choices: Iterable[Choice]) -> float:
    """The share of choices whose right option is the longest (0 to 1); lists of numbers have no length."""
    asked = [choice for choice in choices if choice.style is not ChoiceStyle.LIST]
    return sum(map(is_longest, asked)) / len(asked)


def absolutes(choices: Iterable[Choice]) -> tuple[float, float]:
    """The shares of right and of wrong options that have an absolute word (0 to 1)."""
    hits: dict[bool, list[bool]] = {True: [], False: []}
    for choice in choices:
        for option in choice.options:
            hits[option.correct].append(not ABSOLUTES.isdisjoint(words_of(option.text)))
    return sum(hits[True]) / len(hits[True]), sum(hits[False]) / len(hits[False])
