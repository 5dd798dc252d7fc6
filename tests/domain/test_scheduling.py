from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.scheduling import (
    GRADES,
    LEAST_SURE,
    MOST_SURE,
    Evidence,
    Grade,
    Memory,
    after_all,
    grade,
    reviewed,
)

pytestmark = pytest.mark.smoke  # on the lowest version of the library as well

NOON = datetime(2022, 11, 29, 12, 30, tzinfo=UTC)
A, H, G, E = Grade

GAPS = st.timedeltas(timedelta(days=-3), timedelta(days=900))
HISTORIES = st.lists(st.tuples(st.sampled_from(Grade), GAPS), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        (Evidence(0), A),
        (Evidence(0, reason_holds=True, certainty=1), A),
        (Evidence(0, reason_holds=False, certainty=3), A),
        (Evidence(None), H),
        (Evidence(None, reason_holds=True, certainty=3), H),
        (Evidence(1, reason_holds=False), H),
        (Evidence(1, reason_holds=False, certainty=3), H),
        (Evidence(1, reason_holds=True, certainty=1), H),
        (Evidence(1, certainty=1), H),
        (Evidence(1, reason_holds=True), G),
        (Evidence(1), G),
        (Evidence(1, reason_holds=True, certainty=2), G),
        (Evidence(1, certainty=2), G),
        (Evidence(1, reason_holds=True, certainty=3), E),
        (Evidence(1, certainty=3), E),
    ],
)
def test_grades(evidence: Evidence, expected: Grade) -> None:
    assert grade(evidence) is expected


def test_every_rule_decides_something() -> None:
    every = [
        Evidence(earned, reason, certainty)
        for earned in (0.0, 1.0, None)
        for reason in (True, False, None)
        for certainty in (None, *range(LEAST_SURE, MOST_SURE + 1))
    ]
    decided = {next(place for place, rule in enumerate(GRADES) if rule.fits(each)) for each in every}
    assert decided == set(range(len(GRADES)))


def after(grades: list[Grade], gaps: list[int]) -> Memory:
    """A card reviewed with some days before each review."""
    memory, at = None, NOON
    for given_, gap in zip(grades, gaps, strict=True):
        at += timedelta(days=gap)
        memory = reviewed(memory, given_, at)
    assert memory is not None
    return memory


def test_the_published_vector_of_states() -> None:
    """`test_memo_state` of py-fsrs (tests/test_basic.py, versions 6.2 to 6.3.1), with its own tolerance.

    Its steps within a day change when a card is due and not what is known of it, so it holds here as well.
    """
    memory = after([A, G, G, G, G, G], [0, 0, 1, 3, 8, 21])
    assert memory.stability == pytest.approx(53.62691, abs=1e-4)
    assert memory.difficulty == pytest.approx(6.3574867, abs=1e-4)


def test_the_published_vector_of_easy_answers() -> None:
    """`test_repeated_correct_reviews` of py-fsrs: ten easy reviews at once leave the least difficulty."""
    assert after([E] * 10, [0] * 10).difficulty == 1.0


def test_the_published_intervals_as_far_as_no_step_within_a_day_comes_between() -> None:
    """`test_review_card` of py-fsrs has 0, 2, 11, 46, 163, 498: its first review leads to a step of minutes.

    That step aside, the second and the following reviews are those of a card reviewed when it is due.
    """
    memory, at, days = None, NOON, []
    for _ in range(5):
        memory = reviewed(memory, G, at)
        days.append((memory.due - memory.last_at).days)
        at = memory.due
    assert days[:4] == [2, 11, 46, 163]
    assert days[4] == pytest.approx(498, abs=1)


@given(HISTORIES)
@settings(max_examples=60)
def test_laws_of_intervals(history: list[tuple[Grade, timedelta]]) -> None:
    memory: Memory | None = None
    at = NOON
    for given_, gap in history:
        at += gap
        before = memory
        others = [reviewed(before, each, at) for each in Grade]
        memory = reviewed(before, given_, at)
        wait = memory.due - memory.last_at
        assert wait >= timedelta(days=1)
        assert wait % timedelta(days=1) == timedelta()
        assert [each.due for each in others] == sorted(each.due for each in others)
        assert 1 <= memory.difficulty <= 10
        assert memory.stability > 0
        assert memory.last_at >= (before.last_at if before else at)
        assert memory.times == (before.times if before else 0) + 1


@given(HISTORIES, st.integers(0, 12))
@settings(max_examples=30)
def test_a_history_can_be_taken_up_anywhere(history: list[tuple[Grade, timedelta]], cut: int) -> None:
    moments = [(given_, NOON + gap) for given_, gap in history]
    assert after_all(after_all(None, moments[:cut]), moments[cut:]) == after_all(None, moments)


def test_days_are_counted_to_the_nearest() -> None:
    first = reviewed(None, G, NOON)
    early = reviewed(first, G, NOON + timedelta(days=2, hours=-4))
    late = reviewed(first, G, NOON + timedelta(days=2, hours=4))
    assert early.stability == late.stability == reviewed(first, G, NOON + timedelta(days=2)).stability
    assert late.due - late.last_at == early.due - early.last_at


def test_a_clock_set_back_takes_nothing_back() -> None:
    first = reviewed(None, G, NOON)
    second = reviewed(first, G, NOON - timedelta(days=400))
    assert second == reviewed(first, G, NOON)
    assert second.last_at == NOON


def test_a_clock_far_ahead_breaks_nothing() -> None:
    first = reviewed(None, G, NOON)
    for moment in (datetime(2199, 12, 31, tzinfo=UTC), datetime.max.replace(tzinfo=UTC)):
        far = reviewed(first, E, moment)
        assert far.is_sound
        assert reviewed(far, A, NOON).last_at == reviewed(far, E, moment).last_at == far.last_at


@pytest.mark.parametrize(
    "change",
    [
        {"stability": 0.0},
        {"stability": float("nan")},
        {"stability": float("inf")},
        {"difficulty": 0.5},
        {"difficulty": 11.0},
        {"times": -1},
        {"due": NOON},
        {"first_at": NOON + timedelta(days=9)},
    ],
)
def test_what_cannot_have_come_of_reviews_is_told_from_what_has(change: dict[str, object]) -> None:
    first = reviewed(None, G, NOON)
    assert first.is_sound
    assert not replace(first, **change).is_sound  # type: ignore[arg-type]


def test_a_moment_counts_whatever_zone_it_is_told_in() -> None:
    elsewhere = NOON.astimezone(timezone(timedelta(hours=13)))
    assert reviewed(None, G, elsewhere) == reviewed(None, G, NOON)
    assert reviewed(None, G, elsewhere).due.tzinfo is UTC
