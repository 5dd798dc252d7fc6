"""What the bank of scenarios must hold: enough of them, even, varied, and explained."""

import re
from collections import Counter
from random import Random

import pytest

from quizapp.domain.content import words_of
from quizapp.domain.question import Side, Strength, Verdict
from quizapp.domain.reasons import OFFERED, offer
from tests.content.habits import kinds_that_decide, pairs
from tests.content.shipped import SCENARIOS, bank, verdicts

NUMBER = range(84, 101)
PAIRS = range(20, 27)
LEAST_SINGLES = 40
LEAST_NOTES = 20
LEAST_PER_CUE = 6
LEAST_PER_MISCONCEPTION = 5
LEAST_MADE_TO_ORDER = 2
LEAST_WORDS = 30
FIRST_SESSION = 10
MOST_TOPICS = 18
LEAST_PER_TOPIC = 3
TOPICS = {
    "SaaS": 6,
    "PaaS": 5,
    "IaaS": 5,
    "several parties": 5,
    "internal": 8,
    "consumer": 6,
    "labels": 6,
    "resources": 6,
}
SHARES = {Strength.CLEAR: 0.50, Strength.LEANING: 0.30, Strength.ARGUABLE: 0.20}
GIVEN_AWAY = frozenset({"product", "products", "service", "services"})

VERDICTS = verdicts()
KNOWN = bank(SCENARIOS).vocabulary
ARGUABLE = [verdict for verdict in VERDICTS if verdict.strength is Strength.ARGUABLE]
each = pytest.mark.parametrize("verdict", VERDICTS, ids=[verdict.id for verdict in VERDICTS])


def test_there_are_enough_of_them() -> None:
    assert len(VERDICTS) == len(bank(SCENARIOS).questions)
    assert len(VERDICTS) in NUMBER


def test_neither_answer_pays() -> None:
    share = Counter(verdict.answer for verdict in VERDICTS)[Side.PRODUCT] / len(VERDICTS)
    assert 0.45 <= share <= 0.55


@pytest.mark.parametrize("strength", Strength)
def test_the_strengths_are_mixed_as_meant(strength: Strength) -> None:
    share = Counter(verdict.strength for verdict in VERDICTS)[strength] / len(VERDICTS)
    assert share == pytest.approx(SHARES[strength], abs=0.04)


def test_twins_turn_the_verdict() -> None:
    twins = pairs(VERDICTS)
    assert len(twins) in PAIRS
    assert all(first.answer is second.answer.other for first, second in twins)


def test_most_have_no_twin() -> None:
    assert sum(not verdict.pair for verdict in VERDICTS) >= LEAST_SINGLES


def test_every_cue_decides_often_enough() -> None:
    counts = Counter(kind for verdict in VERDICTS for kind in kinds_that_decide(verdict, KNOWN))
    cues = [cue.id for cue in KNOWN.cues.values() if not cue.supports_only]
    assert {cue: counts[cue] for cue in cues if counts[cue] < LEAST_PER_CUE} == {}


def test_every_misconception_tempts_often_enough() -> None:
    counts = Counter(reason.cue for verdict in VERDICTS for reason in verdict.others)
    least = dict.fromkeys(KNOWN.misconceptions, LEAST_PER_MISCONCEPTION)
    least["made-to-order"] = LEAST_MADE_TO_ORDER
    assert {name: counts[name] for name in least if counts[name] < least[name]} == {}


def test_trainers_find_questions_for_the_room() -> None:
    assert sum(bool(verdict.notes) for verdict in VERDICTS) >= LEAST_NOTES


def test_topics_are_few_enough_to_choose_from_and_none_is_nearly_empty() -> None:
    counts = Counter(topic for verdict in VERDICTS for topic in verdict.topics)
    assert len(counts) <= MOST_TOPICS
    assert min(counts.values()) >= LEAST_PER_TOPIC


@pytest.mark.parametrize(("topic", "least"), TOPICS.items())
def test_what_the_article_and_the_exam_turn_on_comes_up(topic: str, least: int) -> None:
    assert sum(topic in verdict.topics for verdict in VERDICTS) >= least


def test_every_claim_of_the_article_is_used() -> None:
    assert KNOWN.claims.keys() - {claim for verdict in VERDICTS for claim in verdict.claims} == set()


def test_a_newcomer_begins_with_an_even_set_without_twins() -> None:
    first = VERDICTS[:FIRST_SESSION]
    assert Counter(verdict.answer for verdict in first) == {Side.PRODUCT: 5, Side.SERVICE: 5}
    assert not {verdict.pair for verdict in first} & {verdict.id for verdict in first}


def outside_names(text: str) -> str:
    """A text without what it quotes, the term “service desk”, and names such as “Hill Service”."""
    unquoted = re.sub("“[^”]*”", " ", text)
    return re.sub(r"(?i:service desks?)|(?<=[^.!?:] )(Product|Service)s?\b", " ", unquoted)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The “Care Service” starts.", "The   starts."),
        ("The service desk calls Hill Services.", "The   calls Hill  ."),
        ("It ends. Service desks help.", "It ends.   help."),
        ("It ends. Service begins.", "It ends. Service begins."),
        ("A service for service desks.", "A service for  ."),
    ],
)
def test_names_say_no_answer(text: str, left: str) -> None:
    assert outside_names(text) == left


@each
def test_it_is_long_enough_to_hold_six_facts(verdict: Verdict) -> None:
    assert len(verdict.scenario.split()) >= LEAST_WORDS


@each
def test_the_scenario_does_not_say_the_answer(verdict: Verdict) -> None:
    assert not GIVEN_AWAY & set(words_of(outside_names(verdict.scenario)))


@each
def test_it_is_explained_with_reasons_claims_and_what_turns_it(verdict: Verdict) -> None:
    for side in verdict.sides:
        assert {reason.cue for reason in verdict.reasons_for(side)} - {"duration-and-charging"}
    assert all(reason.cue for reason in verdict.reasons)
    assert all(reason.quotes for reason in verdict.deciding)
    assert verdict.claims
    assert verdict.flips
    assert verdict.topics


@each
def test_what_decides_it_can_be_asked(verdict: Verdict) -> None:
    offered = offer(verdict, KNOWN, Random(1))
    assert len(offered) == OFFERED


@pytest.mark.parametrize("verdict", ARGUABLE, ids=[verdict.id for verdict in ARGUABLE])
def test_both_cases_are_made_at_equal_length(verdict: Verdict) -> None:
    lengths = sorted(len(verdict.case_for(side).split()) for side in Side)
    assert lengths[0] >= 20
    assert lengths[1] <= 1.6 * lengths[0]
