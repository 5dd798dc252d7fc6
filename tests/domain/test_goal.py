"""A daily goal: tables and laws."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.goal import (
    Activity,
    DayState,
    Goal,
    GoalKind,
    GoalStatus,
    days_between,
    midnight,
    status,
    week_of,
)

SATURDAY = date(2026, 11, 28)
TEN = Goal(GoalKind.QUESTIONS, 10)


def ago(days: int) -> date:
    return SATURDAY - timedelta(days=days)


def done(told: str, today: date = SATURDAY) -> dict[date, Activity]:
    """What was done up to today, a digit or `x` for ten questions a day, the last for today."""
    figures = [10 if each == "x" else int(each) for each in reversed(told)]
    days = enumerate(figures)
    return {today - timedelta(days=index): Activity(each, 60.0 * each) for index, each in days if each}


def look(goal: Goal, told: str, today: date = SATURDAY, first_weekday: int = 0) -> GoalStatus:
    since = today - timedelta(days=max(len(told) - 1, 6))
    return status(goal, done(told, today), today, since, first_weekday)


def states(found: GoalStatus) -> str:
    """The days of the week: reached, missed, off (-), open, ahead (.)."""
    letters = {"reached": "r", "missed": "m", "off": "-", "open": "o", "ahead": "."}
    return "".join(letters[each.state] for each in found.days)


@pytest.mark.parametrize(
    ("told", "week", "reached", "left", "streak"),
    [
        ("", "mmmmmo.", 0, 10, 0),
        ("x", "mmmmmr.", 1, 0, 1),
        ("9", "mmmmmo.", 0, 1, 0),
        ("xx0xx4", "rrmrro.", 4, 6, 2),
        ("xxxxxx", "rrrrrr.", 6, 0, 6),
        ("xxxxxxx0", "rrrrro.", 5, 10, 7),  # today breaks nothing before it is over
        ("xxxx90", "rrrrmo.", 4, 10, 0),
    ],
)
def test_a_day_is_reached_missed_open_or_ahead(
    told: str, week: str, reached: int, left: int, streak: int
) -> None:
    found = look(TEN, told)
    assert states(found) == week
    assert (found.reached, found.wanted, found.left, found.streak) == (reached, 7, left, streak)


@pytest.mark.parametrize(
    ("goal", "told", "week", "reached", "wanted", "left", "streak"),
    [
        (replace(TEN, days_off=frozenset({5, 6})), "xxxxx0", "rrrrr--", 5, 5, 0, 5),
        (replace(TEN, days_off=frozenset({5, 6})), "xxxxxx", "rrrrr--", 5, 5, 0, 5),
        (replace(TEN, days_off=frozenset({2})), "xx0xx0", "rr-rro.", 4, 6, 10, 4),
        (replace(TEN, planned_off=frozenset({ago(3)})), "xx0xx0", "rr-rro.", 4, 6, 10, 4),
        (replace(TEN, planned_off=frozenset({ago(0), ago(-1)})), "xx0xx0", "rrmrr--", 4, 5, 0, 2),
        (replace(TEN, days_off=frozenset(range(7))), "xxxxxx", "-------", 0, 0, 0, 0),
        (Goal(), "xxxxxx", "-------", 0, 0, 0, 0),
    ],
)
def test_days_off_neither_break_a_streak_nor_lengthen_it(
    goal: Goal, told: str, week: str, reached: int, wanted: int, left: int, streak: int
) -> None:
    found = look(goal, told)
    assert states(found) == week
    assert (found.reached, found.wanted, found.left, found.streak) == (reached, wanted, left, streak)


@pytest.mark.parametrize(
    ("kind", "amount", "activity", "counted", "is_reached"),
    [
        (GoalKind.QUESTIONS, 3, Activity(3, 0.0), 3, True),
        (GoalKind.QUESTIONS, 3, Activity(2, 9999.0), 2, False),
        (GoalKind.MINUTES, 3, Activity(0, 180.0), 3, True),
        (GoalKind.MINUTES, 3, Activity(99, 179.9), 2, False),
        (GoalKind.OFF, 1, Activity(99, 9999.0), 99, False),
    ],
)
def test_a_goal_counts_questions_or_whole_minutes(
    kind: GoalKind,
    amount: int,
    activity: Activity,
    counted: int,
    is_reached: bool,  # noqa: FBT001
) -> None:
    goal = Goal(kind, amount)
    assert (goal.counted(activity), goal.is_reached(activity)) == (counted, is_reached)


@pytest.mark.parametrize(
    ("day", "first_weekday", "first"),
    [
        (date(2026, 11, 28), 0, date(2026, 11, 23)),
        (date(2026, 11, 28), 6, date(2026, 11, 22)),  # weeks begin on Sunday
        (date(2026, 11, 28), 5, date(2026, 11, 28)),  # on Saturday
        (date(2026, 11, 23), 0, date(2026, 11, 23)),
        (date(2028, 3, 1), 0, date(2028, 2, 28)),  # a leap day among them
        (date(2027, 1, 1), 0, date(2026, 12, 28)),
    ],
)
def test_a_week_begins_where_the_calendar_of_the_place_begins_it(
    day: date, first_weekday: int, first: date
) -> None:
    assert week_of(day, first_weekday) == days_between(first, first + timedelta(days=6))


@pytest.mark.parametrize(
    ("zone", "day", "begins", "hours"),
    [
        ("Europe/Berlin", date(2026, 11, 28), "2026-11-27T23:00", 24),
        ("Europe/Berlin", date(2027, 3, 28), "2027-03-27T23:00", 23),  # clocks go forward
        ("Europe/Berlin", date(2026, 10, 25), "2026-10-24T22:00", 25),  # and back
        ("Asia/Kathmandu", date(2028, 2, 29), "2028-02-28T18:15", 24),  # a leap day, 5:45 ahead
        ("America/Sao_Paulo", date(2018, 11, 4), "2018-11-04T03:00", 23),  # there is no midnight
        ("America/Havana", date(2026, 11, 1), "2026-11-01T04:00", 25),  # there are two: the first counts
        ("Pacific/Kiritimati", date(2026, 11, 28), "2026-11-27T10:00", 24),
    ],
)
def test_a_day_begins_at_midnight_where_the_person_is(zone: str, day: date, begins: str, hours: int) -> None:
    place = ZoneInfo(zone)
    start = midnight(day, place)
    assert start == datetime.fromisoformat(begins).replace(tzinfo=UTC)
    assert midnight(day + timedelta(days=1), place) - start == timedelta(hours=hours)


def test_a_streak_that_reaches_back_to_what_is_known_may_be_longer() -> None:
    assert [look(TEN, told).is_cut for told in ("x" * 7, "0" + "x" * 7, "0" * 7)] == [True, False, False]
    weekend = replace(TEN, days_off=frozenset({5, 6}))
    assert [look(weekend, told).streak for told in ("xxxxx00xxxxx0", "xx0xx00xxxxx0")] == [10, 7]


def test_days_to_come_are_not_counted_though_a_clock_was_wrong_there() -> None:
    tomorrow = {SATURDAY + timedelta(days=1): Activity(99, 0.0)}
    found = status(TEN, tomorrow, SATURDAY, ago(30))
    assert (found.days[6].counted, found.days[6].state, found.reached) == (0, DayState.AHEAD, 0)
    back = status(TEN, tomorrow | done("xxx"), ago(1), ago(30))  # the clock went back by a day
    assert (back.streak, back.today.state) == (2, DayState.REACHED)


DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
GOALS = st.builds(
    Goal,
    st.sampled_from(GoalKind),
    st.integers(1, 30),
    st.frozensets(st.integers(0, 6)),
    st.frozensets(st.integers(-3, 40).map(ago), max_size=6),
)
FIGURES = st.lists(st.integers(0, 40), min_size=0, max_size=40)


@given(GOALS, FIGURES, st.integers(0, 6))
def test_what_is_counted_holds_together(goal: Goal, figures: list[int], first_weekday: int) -> None:
    days = {ago(index): Activity(each, 60.0 * each) for index, each in enumerate(figures)}
    found = status(goal, days, SATURDAY, ago(60), first_weekday)
    assert 0 <= found.reached <= found.wanted <= 7
    assert found.today in found.days
    assert found.today.day == SATURDAY
    assert (found.left > 0) is (found.today.state is DayState.OPEN)
    reached = {day for day, each in days.items() if goal.is_reached(each) and not goal.is_off(day)}
    assert 0 <= found.streak <= len(reached)
    assert not found.is_cut or found.streak == len(reached)


@given(GOALS, FIGURES, st.integers(0, 40))
def test_to_plan_a_day_off_never_breaks_a_streak(goal: Goal, figures: list[int], days_ago: int) -> None:
    days = {ago(index): Activity(each, 60.0 * each) for index, each in enumerate(figures)}
    planned = replace(goal, planned_off=goal.planned_off | {ago(days_ago)})
    before, after = (status(each, days, SATURDAY, ago(60)).streak for each in (goal, planned))
    assert after >= before - 1  # the day itself counts no more


@given(DAYS, st.integers(0, 6))
def test_every_day_lies_in_a_week_of_seven(day: date, first_weekday: int) -> None:
    week = week_of(day, first_weekday)
    assert day in week
    assert [each.weekday() for each in week] == [(first_weekday + index) % 7 for index in range(7)]
    assert all(week_of(each, first_weekday) == week for each in week)


@given(DAYS, st.sampled_from(["Europe/Berlin", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kolkata", "UTC"]))
def test_days_follow_each_other_without_a_gap(day: date, zone: str) -> None:
    place = ZoneInfo(zone)
    starts = [midnight(each, place) for each in days_between(day, day + timedelta(days=2))]
    assert timedelta(hours=22) < starts[1] - starts[0] < timedelta(hours=26)
    assert starts[0].astimezone(place).date() == day
    assert (starts[1] - timedelta(microseconds=1)).astimezone(place).date() == day


def test_no_days_lie_between_a_day_and_one_before() -> None:
    assert days_between(SATURDAY, ago(1)) == ()
