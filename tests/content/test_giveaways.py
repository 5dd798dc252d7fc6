"""What words, lengths and places give away without any understanding; and that the meter can find it."""

import pytest

from quizapp.domain.content import key_length, verdicts_of, word_shares
from quizapp.domain.question import Choice, ChoiceStyle, Side
from tests.content.giveaways import (
    Likelihood,
    Scenario,
    accuracy,
    bernoulli,
    decided,
    has_answer,
    length_rule,
    multinomial,
)
from tests.content.shipped import SCENARIOS, bank, choices

MOST = 0.65
LONGEST_KEYS = 0.35
PLACES = (0.20, 0.30)

DECIDED = decided(bank(SCENARIOS))
each_model = pytest.mark.parametrize("likelihood", [multinomial, bernoulli])


@each_model
def test_bags_of_words_do_not_find_the_answers(likelihood: Likelihood) -> None:
    assert accuracy(DECIDED, likelihood) <= MOST


def test_lengths_do_not_find_the_answers() -> None:
    assert length_rule(DECIDED) <= MOST


def test_no_single_word_gives_an_answer_away() -> None:
    shares = word_shares(filter(has_answer, verdicts_of(bank(SCENARIOS).questions)))
    assert [share for share in shares if share.share > MOST] == []


def test_the_right_option_is_not_the_longest_too_often() -> None:
    asked = [choice for choice in choices() if choice.style is not ChoiceStyle.LIST]
    longest = [choice for choice in asked if is_longest(choice)]
    assert len(longest) / len(asked) <= LONGEST_KEYS


def test_the_right_option_stands_everywhere() -> None:
    keys = [choice.key for choice in choices()]
    shares = [keys.count(place) / len(keys) for place in range(4)]
    assert all(PLACES[0] <= share <= PLACES[1] for share in shares)


def is_longest(choice: Choice) -> bool:
    lengths = [len(option.text) for option in choice.options]
    return lengths[choice.key] == max(lengths) and key_length(choice) > 1


def scenario(name: str, words: str, side: Side, pair: str = "") -> Scenario:
    return Scenario(name, dict.fromkeys(words.split(), 1), side, pair, len(words.split()))


@each_model
def test_the_meter_finds_words_that_tell(likelihood: Likelihood) -> None:
    telling = [scenario(f"p{n}", f"sold w{n % 3}", Side.PRODUCT) for n in range(6)]
    telling += [scenario(f"s{n}", f"kept w{n % 3}", Side.SERVICE) for n in range(6)]
    assert accuracy(telling, likelihood) == 1


@each_model
def test_the_meter_does_not_learn_from_a_twin(likelihood: Likelihood) -> None:
    twins = [scenario("a", "rare sold", Side.PRODUCT, "b"), scenario("b", "rare kept", Side.SERVICE, "a")]
    others = [scenario("c", "sold", Side.SERVICE), scenario("d", "kept", Side.PRODUCT)]
    assert accuracy([*twins, *others], likelihood) == 0


def test_the_meter_finds_lengths_that_tell() -> None:
    short = [scenario(f"p{n}", "a", Side.PRODUCT) for n in range(3)]
    long = [scenario(f"s{n}", "a b c", Side.SERVICE) for n in range(3)]
    assert length_rule([*short, *long]) == 1
