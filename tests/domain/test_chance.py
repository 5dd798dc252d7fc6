"""Interval and luck: known answers, and laws."""

from itertools import pairwise
from math import comb, isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.chance import chance_of_reaching, wilson


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [(6, 12, 0.25, 0.75), (6, 8, 0.41, 0.93), (15, 20, 0.53, 0.89), (7, 10, 0.40, 0.89), (0, 10, 0.0, 0.28)],
)
def test_wilson_gives_the_published_intervals(right: int, of: int, low: float, high: float) -> None:
    assert wilson(right, of) == pytest.approx((low, high), abs=0.006)


def test_nothing_asked_says_nothing() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


@given(st.integers(1, 200), st.floats(0, 1))
def test_the_interval_holds_the_share_and_mirrors(of: int, part: float) -> None:
    right = round(part * of)
    low, high = wilson(right, of)
    assert 0 <= low <= right / of + 1e-12
    assert right / of - 1e-12 <= high <= 1
    assert wilson(of - right, of) == pytest.approx((1 - high, 1 - low))


@pytest.mark.parametrize(
    ("marks", "chances", "expected"),
    [
        (13, [0.5] * 20, 0.1316),
        (26, [0.5] * 40, 0.0403),
        (7, [0.5] * 10, 0.1719),
        (8, [0.5] * 10, 0.0547),
        (2, [0.5, 0.25], 0.125),
        (1, [0.5, 0.25], 0.625),
        (0, [], 1.0),
        (1, [], 0.0),
    ],
)
def test_luck_has_the_known_answers(marks: int, chances: list[float], expected: float) -> None:
    assert chance_of_reaching(marks, chances) == pytest.approx(expected, abs=5e-5)


@given(st.integers(0, 40), st.integers(0, 40), st.floats(0, 1))
def test_equal_chances_are_the_binomial(marks: int, of: int, chance: float) -> None:
    exact = sum(comb(of, k) * chance**k * (1 - chance) ** (of - k) for k in range(marks, of + 1))
    assert isclose(chance_of_reaching(marks, [chance] * of), exact, abs_tol=1e-9)


@given(st.lists(st.floats(0, 1), max_size=20))
def test_the_order_of_questions_does_not_matter(chances: list[float]) -> None:
    mixed = sorted(chances)
    for marks in range(len(chances) + 1):
        assert chance_of_reaching(marks, chances) == pytest.approx(chance_of_reaching(marks, mixed))


@given(st.lists(st.floats(0, 1), max_size=20))
def test_reaching_more_is_never_likelier(chances: list[float]) -> None:
    reached = [chance_of_reaching(marks, chances) for marks in range(len(chances) + 2)]
    assert reached[0] == pytest.approx(1)
    assert all(more <= less + 1e-12 for less, more in pairwise(reached))
