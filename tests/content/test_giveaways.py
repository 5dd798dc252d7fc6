"""What words, lengths and places give away without any understanding; and that the meter can find it."""

from dataclasses import replace

import pytest

from quizapp.domain.content import word_shares
from quizapp.domain.question import Choice, ChoiceStyle, Option, Reason, Side, Verdict
from tests.content.giveaways import (
    OTHERS,
    Likelihood,
    Look,
    Scenario,
    absolutes,
    accuracy,
    bernoulli,
    decided,
    has_answer,
    length_rule,
    longest_keys,
    multinomial,
    seen,
)
from tests.content.shipped import SCENARIOS, bank, choices, verdicts
from tests.domain.examples import fact, runs, verdict

MOST = 0.65
MOST_BY_OTHERS = 0.66
MOST_BY_WORD = 0.85
LEAST_SCENARIOS = 12
LONGEST_KEYS = (0.15, 0.35)
ABSOLUTES_APART = 0.08
PLACES = (0.20, 0.30)

DECIDED = decided(bank(SCENARIOS))
each_model = pytest.mark.parametrize("likelihood", [multinomial, bernoulli])
each_look = pytest.mark.parametrize("look", OTHERS.values(), ids=OTHERS)


@each_model
def test_bags_of_words_do_not_find_the_answers(likelihood: Likelihood) -> None:
    assert accuracy(DECIDED, likelihood) <= MOST


def test_lengths_do_not_find_the_answers() -> None:
    assert length_rule(DECIDED) <= MOST


def test_no_single_word_gives_an_answer_away() -> None:
    shares = word_shares(filter(has_answer, verdicts()), LEAST_SCENARIOS)
    assert [share for share in shares if share.share > MOST_BY_WORD] == []


@each_model
@each_look
def test_facts_that_decide_nothing_do_not_find_the_answers(likelihood: Likelihood, look: Look) -> None:
    assert accuracy(seen(verdicts(), look), likelihood) <= MOST_BY_OTHERS


def test_the_right_option_is_the_longest_as_often_as_others() -> None:
    assert LONGEST_KEYS[0] <= longest_keys(choices()) <= LONGEST_KEYS[1]


def test_absolute_words_do_not_give_wrong_options_away() -> None:
    right, wrong = absolutes(choices())
    assert wrong - right <= ABSOLUTES_APART


def test_the_right_option_stands_everywhere() -> None:
    keys = [choice.key for choice in choices()]
    shares = [keys.count(place) / len(keys) for place in range(4)]
    assert all(PLACES[0] <= share <= PLACES[1] for share in shares)


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


def with_others(name: str, answer: Side, *others: Reason) -> Verdict:
    return verdict(answer, name, idle=others)


@each_model
@pytest.mark.parametrize(
    ("product", "service", "finders"),
    [
        (fact("It is red."), fact("It is red."), set()),
        (fact("It is red."), fact("It calls."), {"words", "words and kinds"}),
        (fact("It is red.", None, "value"), fact("It is red.", None, "label"), {"kinds", "words and kinds"}),
    ],
)
def test_the_meter_finds_facts_that_tell(
    likelihood: Likelihood, product: Reason, service: Reason, finders: set[str]
) -> None:
    asked = [with_others(f"p{n}", Side.PRODUCT, product) for n in range(4)]
    asked += [with_others(f"s{n}", Side.SERVICE, service) for n in range(4)]
    assert {name for name, look in OTHERS.items() if accuracy(seen(asked, look), likelihood) == 1} == finders


@each_look
def test_the_fact_that_decides_is_not_looked_at(look: Look) -> None:
    asked = verdict(reasons=(runs(),), idle=(fact("It is red.", None, "value"),))
    [found] = seen([asked], look)
    assert found == seen([replace(asked, reasons=asked.reasons[1:])], look)[0]
    assert found.bag


def options(*texts: str, style: ChoiceStyle = ChoiceStyle.STANDARD) -> Choice:
    told = tuple(Option(text, "Since.", correct=number == 0) for number, text in enumerate(texts))
    return Choice("c", "Which?", told, style)


def test_the_meter_finds_right_options_that_are_the_longest() -> None:
    asked = [options("aaa", "a"), options("aa", "a"), options("a", "aa"), options("a", "a")]
    assert longest_keys([*asked, options("aaa", "a", style=ChoiceStyle.LIST)]) == 1 / 2


def test_the_meter_finds_absolute_words() -> None:
    asked = [options("It may be.", "It always is.", "It is."), options("Only it.", "Never.", "All of it.")]
    assert absolutes(asked) == (1 / 2, 3 / 4)
