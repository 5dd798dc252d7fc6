from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.study_plan import (
    MANY_A_DAY,
    SPARE_DAYS,
    USUAL_PACE,
    Progress,
    evened,
    fresh_today,
    pace,
    study_days,
    study_plan,
)

TODAY = date(2026, 11, 22)
PROGRESS = st.builds(Progress, st.integers(0, 500), st.integers(0, 200), st.integers(0, 40))
DAYS = st.integers(1, 400)


def exam(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.mark.parametrize(("on", "days"), [(None, 0), (exam(-3), 0), (TODAY, 0), (exam(1), 1), (exam(20), 20)])
def test_study_days_end_before_the_exam(on: date | None, days: int) -> None:
    assert study_days(TODAY, on) == days


@pytest.mark.parametrize(
    ("unmet", "begun", "days", "chosen", "expected"),
    [
        (200, 0, 0, None, USUAL_PACE),
        (200, 0, 0, 3, 3),
        (200, 0, 20, 3, 3),
        (200, 0, 20, 0, 0),
        (130, 0, 20, None, 10),  # with a week to spare
        (120, 10, 20, None, 10),  # whatever was done of it today
        (130, 0, 10, None, 19),  # with less to spare, so that it is not too many a day
        (400, 0, 10, None, 45),  # all but the last day, which is for seeing them again
        (130, 0, 1, None, 130),
        (0, 0, 20, None, 0),
    ],
)
def test_the_pace(unmet: int, begun: int, days: int, chosen: int | None, expected: int) -> None:
    assert pace(Progress(unmet, begun=begun), days, chosen) == expected


@given(PROGRESS, DAYS)
def test_at_the_pace_of_the_program_all_are_seen_before_the_exam(progress: Progress, days: int) -> None:
    plan = study_plan(TODAY, exam(days), progress, None)
    assert plan is not None
    assert plan.once_by is not None
    assert plan.once_by < exam(days)
    if days > SPARE_DAYS and pace(progress, days, None) <= MANY_A_DAY // 2:
        assert plan.once_by <= exam(days - SPARE_DAYS)


@given(PROGRESS, DAYS, st.none() | st.integers(0, 60))
def test_whoever_keeps_the_pace_is_done_on_the_day_that_was_told(
    progress: Progress, days: int, chosen: int | None
) -> None:
    plan = study_plan(TODAY, exam(days), progress, chosen)
    assert plan is not None
    a_day, left = pace(progress, days, chosen), progress.unmet
    if plan.once_by is None:
        assert left
        assert not a_day
        return
    left -= fresh_today(progress, a_day)
    day = next(day for day in count() if left - day * a_day <= 0)
    assert plan.once_by == TODAY + timedelta(days=day)


@pytest.mark.parametrize(
    ("progress", "days", "chosen", "expected"),
    [
        (Progress(100), 20, 10, (10, 9, True, 6)),
        (Progress(100), 11, 10, (10, 9, True, 10)),
        (Progress(100), 10, 10, (10, 9, False, 12)),
        (Progress(100), 5, 10, (10, 9, False, 25)),
        (Progress(100), 5, 0, (0, None, False, 25)),
        (Progress(90, 10, 10), 5, 10, (10, 9, False, 25)),
        (Progress(100), 2, 10, (10, 9, False, 100)),
        (Progress(100), 1, 10, (10, 9, False, None)),
        (Progress(0, 60), 20, None, (0, 0, True, 0)),
        (Progress(0, 5, 5), 1, None, (5, 0, False, None)),  # seen today, again tomorrow at the earliest
        (Progress(0, 5, 5), 2, None, (5, 0, True, 0)),
        (Progress(0), 20, None, (0, 0, True, 0)),
    ],
)
def test_the_plan(progress: Progress, days: int, chosen: int | None, expected: tuple[object, ...]) -> None:
    plan = study_plan(TODAY, exam(days), progress, chosen)
    assert plan is not None
    once_in = None if plan.once_by is None else (plan.once_by - TODAY).days
    assert (plan.days, plan.new, plan.once) == (days, progress.unmet, progress.once)
    assert (plan.a_day, once_in, plan.twice, plan.enough) == expected


def sees_all_twice(unmet: int, begun: int, days: int, a_day: int) -> bool:
    """Whether a candidate does who takes the new ones of each day, and on any day what was new before."""
    met, again, new = 0, 0, begun
    for _ in range(days):
        again += met  # what was new on the days before
        met = min(unmet, max(0, a_day - new)) + new
        unmet -= met - new
        new = 0
    return not unmet and not met


@given(st.integers(1, 300), st.integers(0, 20), st.integers(1, 60))
def test_the_lowest_pace_lets_all_be_seen_twice_and_one_less_does_not(
    unmet: int, begun: int, days: int
) -> None:
    plan = study_plan(TODAY, exam(days), Progress(unmet, begun, begun), None)
    assert plan is not None
    if plan.enough is None:
        assert not sees_all_twice(unmet, begun, days, unmet + begun)
        return
    assert sees_all_twice(unmet, begun, days, plan.enough)
    assert not sees_all_twice(unmet, begun, days, plan.enough - 1)
    for a_day in (plan.enough, plan.enough - 1):
        chosen = study_plan(TODAY, exam(days), Progress(unmet, begun, begun), a_day)
        assert chosen is not None
        assert chosen.twice == (a_day == plan.enough)


@pytest.mark.parametrize("on", [None, TODAY, exam(-1)])
def test_there_is_no_plan_without_an_exam_to_come(on: date | None) -> None:
    assert study_plan(TODAY, on, Progress(100), None) is None


def test_a_plan_far_from_any_calendar_has_no_day() -> None:
    plan = study_plan(date(9999, 12, 1), date.max, Progress(100), 1)
    assert plan is not None
    assert plan.once_by is None


@pytest.mark.parametrize(
    ("loads", "more", "expected"),
    [
        ((), 5, ()),
        ((0, 0, 0), 0, (0, 0, 0)),
        ((0, 0, 0), 3, (1, 1, 1)),
        ((0, 0, 0), 4, (1, 1, 2)),
        ((5, 0, 2), 2, (0, 2, 0)),
        ((5, 0, 2), 4, (0, 3, 1)),
        ((5, 0, 2), 9, (0, 5, 4)),
        ((5,), 7, (7,)),
    ],
)
def test_late_days_are_filled_evenly(loads: tuple[int, ...], more: int, expected: tuple[int, ...]) -> None:
    assert evened(loads, more) == expected


@given(st.lists(st.integers(0, 30), min_size=1, max_size=7), st.integers(0, 200))
def test_no_other_way_has_a_lower_peak(loads: list[int], more: int) -> None:
    given_ = evened(loads, more)
    after = [load + part for load, part in zip(loads, given_, strict=True)]
    assert sum(given_) == more
    assert min(given_) >= 0
    lowest_peak = max(*loads, -(-(sum(loads) + more) // len(loads)))
    assert max(after) == lowest_peak or not more
