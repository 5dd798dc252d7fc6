"""What the bank of scenarios must hold: enough of them, even, varied, and explained."""

from collections import Counter
from random import Random

import pytest

from quizapp.domain.content import words_of
from quizapp.domain.question import Side, Strength, Verdict
from quizapp.domain.reasons import offer
from tests.content.shipped import SCENARIOS, bank, verdicts

LEAST = 80
LEAST_PAIRS = 16
LEAST_NOTES = 20
LEAST_PER_CUE = 6
LEAST_PER_MISCONCEPTION = 5
LEAST_MADE_TO_ORDER = 2
FIRST_SESSION = 10
MOST_TOPICS = 16
SHARES = {Strength.CLEAR: 0.60, Strength.LEANING: 0.20, Strength.ARGUABLE: 0.20}
GIVEN_AWAY = frozenset({"product", "products", "service", "services"})

VERDICTS = verdicts()
ARGUABLE = [verdict for verdict in VERDICTS if verdict.strength is Strength.ARGUABLE]
each = pytest.mark.parametrize("verdict", VERDICTS, ids=[verdict.id for verdict in VERDICTS])


def test_there_are_enough_of_them() -> None:
    assert len(VERDICTS) == len(bank(SCENARIOS).questions) >= LEAST


def test_neither_answer_pays() -> None:
    share = Counter(verdict.answer for verdict in VERDICTS)[Side.PRODUCT] / len(VERDICTS)
    assert 0.45 <= share <= 0.55


@pytest.mark.parametrize("strength", Strength)
def test_the_strengths_are_mixed_as_meant(strength: Strength) -> None:
    share = Counter(verdict.strength for verdict in VERDICTS)[strength] / len(VERDICTS)
    assert share == pytest.approx(SHARES[strength], abs=0.04)


def test_twins_turn_the_verdict() -> None:
    by_id = {verdict.id: verdict for verdict in VERDICTS}
    pairs = [(verdict, by_id[verdict.pair]) for verdict in VERDICTS if verdict.id < verdict.pair]
    assert len(pairs) >= LEAST_PAIRS
    assert all(first.answer is second.answer.other for first, second in pairs)


def test_every_cue_decides_often_enough() -> None:
    counts = Counter(cue for verdict in VERDICTS for cue in {found.cue for found in verdict.deciding})
    assert {cue: counts[cue] for cue in bank(SCENARIOS).vocabulary.cues if counts[cue] < LEAST_PER_CUE} == {}


def test_every_misconception_tempts_often_enough() -> None:
    counts = Counter(reason.cue for verdict in VERDICTS for reason in verdict.others)
    least = dict.fromkeys(bank(SCENARIOS).vocabulary.misconceptions, LEAST_PER_MISCONCEPTION)
    least["made-to-order"] = LEAST_MADE_TO_ORDER
    assert {name: counts[name] for name in least if counts[name] < least[name]} == {}


def test_trainers_find_questions_for_the_room() -> None:
    assert sum(bool(verdict.notes) for verdict in VERDICTS) >= LEAST_NOTES


def test_topics_are_few_enough_to_choose_from_and_none_is_nearly_empty() -> None:
    counts = Counter(topic for verdict in VERDICTS for topic in verdict.topics)
    assert len(counts) <= MOST_TOPICS
    assert min(counts.values()) >= 3


def test_a_newcomer_begins_with_an_even_set_without_twins() -> None:
    first = VERDICTS[:FIRST_SESSION]
    assert Counter(verdict.answer for verdict in first) == {Side.PRODUCT: 5, Side.SERVICE: 5}
    assert not {verdict.pair for verdict in first} & {verdict.id for verdict in first}


@each
def test_it_has_a_length_that_is_read_at_once(verdict: Verdict) -> None:
    assert 30 <= len(verdict.scenario.split()) <= 80


@each
def test_the_scenario_does_not_say_the_answer(verdict: Verdict) -> None:
    outside_labels = " ".join(part.rpartition("”")[2] for part in verdict.scenario.split("“"))
    assert not GIVEN_AWAY & set(words_of(outside_labels))


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
    offered = offer(verdict, bank(SCENARIOS).vocabulary, Random(1))
    assert len(offered) >= 3


@pytest.mark.parametrize("verdict", ARGUABLE, ids=[verdict.id for verdict in ARGUABLE])
def test_both_cases_are_made_at_equal_length(verdict: Verdict) -> None:
    lengths = sorted(len(verdict.case_for(side).split()) for side in Side)
    assert lengths[0] >= 20
    assert lengths[1] <= 1.6 * lengths[0]
