"""The order of a set: runs are short, and twins stand apart."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.mixing import LONGEST_RUN, TWIN_GAP, longest_run, mixed, twin_distance
from quizapp.domain.question import Question, Side
from tests.domain.examples import choice, verdict


def twins(pairs: int) -> list[Question]:
    sides = (("a", "b", Side.PRODUCT), ("b", "a", Side.SERVICE))
    return [
        replace(verdict(side, f"{n}{own}"), pair=f"{n}{other}")
        for n in range(pairs)
        for own, other, side in sides
    ]


def by_names(names: str) -> list[Question]:
    """Twins share a letter, in either case."""
    return [replace(verdict(name=name), pair=name.swapcase()) for name in names]


@given(st.integers(1, 12), st.integers(0, 20), st.integers())
def test_nothing_is_lost_and_both_limits_are_kept(pairs: int, others: int, seed: int) -> None:
    questions = twins(pairs) + [choice(name=f"c{n}") for n in range(others)]
    order = mixed(questions, Random(seed))
    assert sorted(question.id for question in order) == sorted(question.id for question in questions)
    assert longest_run(order) <= LONGEST_RUN
    if len(questions) >= 8:
        assert twin_distance(order) >= TWIN_GAP


@pytest.mark.parametrize(
    ("names", "distance"), [("aA", 1), ("abA", 2), ("abBA", 1), ("abc", 3), ("", 0), ("abcABC", 3)]
)
def test_twins_are_measured_by_their_places(names: str, distance: int) -> None:
    assert twin_distance(by_names(names)) == distance


def test_a_scenario_named_as_its_own_twin_is_alone() -> None:
    assert twin_distance([replace(verdict(name="a"), pair="a"), choice()]) == 2


@pytest.mark.parametrize("sides", [[Side.PRODUCT] * 12, [Side.PRODUCT] * 30 + [Side.SERVICE]])
def test_a_hopeless_mixture_comes_in_some_order(sides: Sequence[Side]) -> None:
    questions = [verdict(side, f"q{n}") for n, side in enumerate(sides)]
    assert {question.id for question in mixed(questions, Random(1))} == {each.id for each in questions}
