"""No pattern of the facts leads to the one that decides; and the meter finds patterns that are there."""

from dataclasses import replace
from random import Random

import pytest

from quizapp.domain.content import words_of
from quizapp.domain.question import Side
from quizapp.domain.reasons import offer
from tests.content.guessers import (
    GUESSERS,
    Fact,
    Guesser,
    Learner,
    Step,
    best_on_random_labels,
    by_luck,
    steps_of,
    success,
    successes,
)
from tests.content.shipped import SCENARIOS, bank, verdicts
from tests.domain.examples import VOCABULARY, arguable, fact, runs, verdict

MOST = 0.40

STEPS = steps_of(verdicts(), bank(SCENARIOS).vocabulary)
LEARNERS = [guesser for guesser in GUESSERS if isinstance(guesser, Learner)]
OTHER = Fact("", frozenset(), length=9, shared=0, answer=Side.PRODUCT, decides=False)
RIGHT = replace(OTHER, decides=True)


@pytest.mark.parametrize("guesser", GUESSERS, ids=lambda guesser: guesser.name)
def test_no_pattern_leads_to_what_decides(guesser: Guesser) -> None:
    assert success(STEPS, guesser) <= MOST


def alike(right: Fact, other: Fact) -> list[Step]:
    """Some questions with the same facts, none of them twins."""
    return [Step(f"q{number}", (right, other, other, other)) for number in range(4)]


@pytest.mark.parametrize(
    ("right", "other", "finders"),
    [
        (RIGHT, OTHER, set()),
        (replace(RIGHT, kind="runs"), replace(OTHER, kind="owns"), {"kind", "kind, given the answer"}),
        (
            replace(RIGHT, words=frozenset({"it", "runs"})),
            replace(OTHER, words=frozenset({"it", "stands"})),
            {"words", "words, given the answer"},
        ),
        (replace(RIGHT, place=2), OTHER, {"place in the scenario"}),
        (replace(RIGHT, length=20), OTHER, {"longest"}),
        (replace(RIGHT, length=5), OTHER, {"shortest"}),
        (replace(RIGHT, shared=2), OTHER, {"most words of the scenario"}),
        (RIGHT, replace(OTHER, shared=2), {"fewest words of the scenario"}),
    ],
)
def test_a_pattern_is_found_by_who_looks_for_it(right: Fact, other: Fact, finders: set[str]) -> None:
    found = successes(alike(right, other))
    assert {name for name, share in found.items() if share == 1} == finders
    assert set(found.values()) <= {0, 1 / 4, 1}


@pytest.mark.parametrize(("name", "share"), [("kind", 0), ("kind, given the answer", 1)])
def test_kinds_that_decide_for_one_answer_are_found_by_who_knows_the_answer(name: str, share: float) -> None:
    owns, runs_it = replace(RIGHT, kind="owns"), replace(RIGHT, kind="runs", answer=Side.SERVICE)
    steps = [Step(f"p{n}", (owns, *[replace(OTHER, kind="runs")] * 3)) for n in range(3)]
    wrong = replace(OTHER, kind="owns", answer=Side.SERVICE)
    steps += [Step(f"s{n}", (runs_it, wrong, wrong, wrong)) for n in range(3)]
    assert successes(steps)[name] == share


@pytest.mark.parametrize("guesser", LEARNERS, ids=lambda guesser: guesser.name)
@pytest.mark.parametrize(("pair", "share"), [("b", 1 / 4), ("", 1)])
def test_nobody_learns_from_the_question_itself_or_its_twin(
    guesser: Guesser, pair: str, share: float
) -> None:
    right = replace(RIGHT, kind="runs", words=frozenset({"runs"}), place=2)
    other = replace(OTHER, kind="owns", words=frozenset({"owns"}))
    facts = (right, other, other, other)
    assert success([Step("a", facts, pair), Step("b", facts, "a" if pair else "")], guesser) == share


def test_of_facts_that_look_alike_any_is_taken() -> None:
    steps = [Step("a", (RIGHT, OTHER, replace(OTHER, length=5), replace(OTHER, length=5)))]
    assert successes(steps)["longest"] == 1 / 2


def test_every_set_of_three_others_counts_as_much() -> None:
    short = replace(OTHER, length=5)
    steps = [Step("a", (RIGHT, replace(OTHER, length=20), short, short, short))]
    assert len(list(steps[0].sets())) == 4
    assert successes(steps)["longest"] == 1 / 4


def test_the_sets_are_those_that_are_offered() -> None:
    asked = verdict(reasons=(runs(), fact("Somebody answers calls.", Side.SERVICE, "value")))
    drawn = {
        frozenset(frozenset(words_of(reason.text)) for reason in offer(asked, VOCABULARY, Random(seed)))
        for seed in range(200)
    }
    [step] = steps_of([asked], VOCABULARY)
    assert {frozenset(each.words for each in offered) for offered in step.sets()} == drawn


def test_what_cannot_be_asked_or_has_two_answers_is_left_out() -> None:
    asked = [arguable(), verdict(name="bare", idle=()), verdict(name="q")]
    assert [step.id for step in steps_of(asked, VOCABULARY)] == ["q"]


def test_luck_is_a_quarter_and_random_labels_show_what_more_it_can_do() -> None:
    steps = alike(replace(RIGHT, kind="runs"), replace(OTHER, kind="owns"))
    assert by_luck(steps) == 1 / 4
    found = best_on_random_labels(steps, 5, Random(1))
    assert found == sorted(found)
    assert found[0] < 1
