"""A daily goal: tables and laws."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.goal import (
    Activity,
    DayState,
    Goal,
    GoalKind,
    Goals,
    GoalStatus,
    PastGoal,
    days_between,
    midnight,
    status,
    week_of,
)

SATURDAY = date(2026, 11, 28)
TEN = Goal(GoalKind.QUESTIONS, 10)
ONE, ELEVEN, MINUTES = replace(TEN, amount=1), replace(TEN, amount=11), Goal(GoalKind.MINUTES, 20)
NONE = Goal()


def ago(days: int) -> date:
    return SATURDAY - timedelta(days=days)


def done(told: str, today: date = SATURDAY) -> dict[date, Activity]:
    """What was done up to today, a digit or `x` for ten questions a day, the last for today."""
    figures = [10 if each == "x" else int(each) for each in reversed(told)]
    days = enumerate(figures)
    return {today - timedelta(days=index): Activity(each, 60.0 * each) for index, each in days if each}


def look(goals: Goal | Goals, told: str, today: date = SATURDAY, first_weekday: int = 0) -> GoalStatus:
    since = today - timedelta(days=max(len(told) - 1, 6))
    held = Goals(goals) if isinstance(goals, Goal) else goals
    return status(held, done(told, today), today, since, first_weekday)


def changed(first: Goal, *changes: tuple[int, Goal]) -> Goals:
    """A goal for ever, and then others, each made so many days ago."""
    goals = Goals(first)
    for days, goal in changes:
        goals = goals.changed(goal, ago(days))
    return goals


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
        (Goals(TEN, planned_off=frozenset({ago(3)})), "xx0xx0", "rr-rro.", 4, 6, 10, 4),
        (Goals(TEN, planned_off=frozenset({ago(0), ago(-1)})), "xx0xx0", "rrmrr--", 4, 5, 0, 2),
        (replace(TEN, days_off=frozenset(range(7))), "xxxxxx", "-------", 0, 0, 0, 0),
        (Goal(), "xxxxxx", "-------", 0, 0, 0, 0),
    ],
)
def test_days_off_neither_break_a_streak_nor_lengthen_it(
    goal: Goal | Goals, told: str, week: str, reached: int, wanted: int, left: int, streak: int
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


@pytest.mark.parametrize(
    ("goals", "is_cut"),
    [
        (changed(NONE, (1, TEN)), False),  # the second day of the first goal
        (changed(NONE, (6, TEN)), False),  # it began on the first day that is known
        (changed(NONE, (7, TEN)), True),
        (changed(NONE, (7, MINUTES), (6, TEN)), True),
        (changed(TEN, (9, NONE), (1, TEN)), True),  # days without a goal break nothing
        (Goals(TEN, (PastGoal(NONE, ago(1)),)), False),
        (Goals(NONE, (PastGoal(NONE, ago(2)), PastGoal(TEN, ago(0)))), False),
    ],
)
def test_a_streak_is_not_longer_than_there_was_a_goal(goals: Goals, *, is_cut: bool) -> None:
    found = look(goals, "x" * 7)
    assert found.streak > 0
    assert found.is_cut is is_cut


def test_days_to_come_are_not_counted_though_a_clock_was_wrong_there() -> None:
    tomorrow = {SATURDAY + timedelta(days=1): Activity(99, 0.0)}
    found = status(Goals(TEN), tomorrow, SATURDAY, ago(30))
    assert (found.days[6].counted, found.days[6].state, found.reached) == (0, DayState.AHEAD, 0)
    back = status(Goals(TEN), tomorrow | done("xxx"), ago(1), ago(30))  # the clock went back by a day
    assert (back.streak, back.today.state) == (2, DayState.REACHED)


DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
GOAL = st.builds(Goal, st.sampled_from(GoalKind), st.integers(1, 30), st.frozensets(st.integers(0, 6)))
PAST = st.dictionaries(st.integers(-3, 40).map(ago), GOAL, max_size=5).map(
    lambda told: tuple(PastGoal(told[day], day) for day in sorted(told))
)
PLANNED = st.frozensets(st.integers(-3, 40).map(ago), max_size=6)
GOALS = st.builds(Goals, GOAL, PAST, PLANNED)
FIGURES = st.lists(st.integers(0, 40), min_size=0, max_size=40)


def activities(figures: list[int]) -> dict[date, Activity]:
    """So many questions and minutes today, yesterday, and so on."""
    return {ago(index): Activity(each, 60.0 * each) for index, each in enumerate(figures)}


@given(GOALS, FIGURES, st.integers(0, 6))
def test_what_is_counted_holds_together(goals: Goals, figures: list[int], first_weekday: int) -> None:
    days = activities(figures)
    goals = goals.changed(goals.now, SATURDAY)
    found = status(goals, days, SATURDAY, ago(60), first_weekday)
    assert 0 <= found.reached <= found.wanted <= 7
    assert found.today in found.days
    assert found.today.day == SATURDAY
    assert (found.left > 0) is (found.today.state is DayState.OPEN)
    reached = {day for day, each in days.items() if goals.on(day).is_reached(each) and not goals.is_off(day)}
    assert 0 <= found.streak <= len(reached)
    assert not found.is_cut or found.streak == len(reached)


@given(GOALS, FIGURES, st.integers(-3, 0))
def test_to_plan_a_day_off_never_breaks_a_streak(goals: Goals, figures: list[int], days_ago: int) -> None:
    days = activities(figures)
    planned = goals.planned(goals.planned_off | {ago(days_ago)}, SATURDAY)
    before, after = (status(each, days, SATURDAY, ago(60)).streak for each in (goals, planned))
    assert after >= before - 1  # the day itself counts no more


# -- another goal ------------------------------------------------------------------------------

WEEKEND = frozenset({5, 6})


@pytest.mark.parametrize(
    ("goals", "told", "week", "left", "streak"),
    [
        # eight days at ten: a higher goal leaves them reached
        (changed(TEN, (0, ELEVEN)), "xxxxxxx0", "rrrrro.", 11, 7),
        (changed(TEN, (0, ELEVEN)), "xxxxxxxx", "rrrrro.", 1, 7),  # the new goal is that of today
        (changed(TEN, (0, ELEVEN)), "xxxxxxxxx", "rrrrro.", 1, 8),
        # a lower one does not make up for days that were missed, and days off neither
        (changed(TEN, (0, ONE)), "1100111", "mmmmmr.", 0, 1),
        (changed(TEN, (0, replace(ONE, days_off=frozenset({1, 2, 3, 4})))), "x001000", "mmmmmo.", 1, 0),
        (changed(TEN, (0, MINUTES)), "xxxxxx", "rrrrro.", 10, 5),  # ten minutes with them
        (changed(TEN, (2, ELEVEN)), "xxxxxx", "rrrmmo.", 1, 0),
        (changed(TEN, (5, ELEVEN), (2, ONE)), "xxx111", "mmmrrr.", 0, 3),
        # days off hold from then on as well
        (changed(replace(TEN, days_off=frozenset({0})), (2, TEN)), "0xxxxx", "-rrrrr.", 0, 5),
        (changed(TEN, (0, replace(TEN, days_off=WEEKEND))), "xxxxx0", "rrrrr--", 0, 5),
        # no goal: nothing was wanted, so that nothing was missed, and nothing reached
        (changed(NONE, (2, TEN)), "xxxxxx", "---rrr.", 0, 3),
        (changed(TEN, (4, NONE), (1, TEN)), "x00000", "r---mo.", 10, 0),
        (changed(TEN, (4, NONE), (1, TEN)), "xxxxxx", "r---rr.", 0, 3),
        (changed(TEN, (4, NONE), (1, TEN)), "x000xx", "r---rr.", 0, 3),
    ],
)
def test_each_day_is_judged_by_the_goal_that_it_had(
    goals: Goals, told: str, week: str, left: int, streak: int
) -> None:
    found = look(goals, told)
    assert (states(found), found.left, found.streak) == (week, left, streak)


def test_days_before_a_goal_have_none_and_days_off_have_one() -> None:
    found = look(changed(NONE, (2, replace(TEN, days_off=WEEKEND))), "xxxxxx")
    assert [each.has_goal for each in found.days] == [False] * 3 + [True] * 4


def test_a_week_is_counted_in_the_unit_of_the_present_goal() -> None:
    days = {ago(1): Activity(10, 7 * 60.0), SATURDAY: Activity(8, 25 * 60.0)}
    found = status(changed(TEN, (0, MINUTES)), days, SATURDAY, ago(30))
    assert [each.counted for each in found.days] == [0, 0, 0, 0, 7, 25, 0]
    assert states(found) == "mmmmrr."


@pytest.mark.parametrize(
    ("goals", "past"),
    [
        (changed(TEN), []),
        (changed(TEN, (3, TEN)), []),
        (changed(TEN, (3, ONE), (3, ELEVEN), (3, MINUTES)), [(TEN, 3)]),  # on one day
        (changed(TEN, (3, ONE), (3, TEN)), []),
        (changed(TEN, (3, ONE), (1, TEN)), [(TEN, 3), (ONE, 1)]),
        (changed(TEN, (3, ONE), (1, TEN), (1, ONE)), [(TEN, 3)]),
        (changed(NONE, (3, replace(NONE, amount=5)), (1, TEN)), [(replace(NONE, amount=5), 1)]),
        (changed(TEN, (-500, ONE), (2, ELEVEN)), [(TEN, 2)]),  # a clock was wrong by years
        (changed(TEN, (5, ONE), (-500, ELEVEN), (2, ONE)), [(TEN, 5)]),
    ],
)
def test_changes_of_a_day_are_one_and_equal_goals_stand_once(
    goals: Goals, past: list[tuple[Goal, int]]
) -> None:
    assert [(each.goal, each.until) for each in goals.past] == [(goal, ago(days)) for goal, days in past]


def test_the_present_goal_holds_today_though_a_wrong_clock_had_it_begin_later() -> None:
    found = look(changed(TEN, (-500, ELEVEN)), "xxx")
    assert (states(found), found.left, found.streak) == ("mmmrro.", 1, 2)


@given(GOALS, GOAL, FIGURES)
def test_a_change_of_goal_changes_nothing_of_the_days_before(
    goals: Goals, goal: Goal, figures: list[int]
) -> None:
    days = activities(figures)
    before, after = (status(each, days, SATURDAY, ago(60)) for each in (goals, goals.changed(goal, SATURDAY)))
    states_before, states_after = (
        [each.state for each in found.days if each.day < SATURDAY] for found in (before, after)
    )
    assert states_after == states_before
    assert after.goal == goal
    yesterday = [
        found.streak - (found.today.state is DayState.REACHED) for found in (before, after)
    ]  # without this day, which breaks none before it is over
    assert yesterday[0] == yesterday[1]


@given(GOALS, GOAL, GOAL, st.integers(0, 20))
def test_only_the_last_change_of_a_day_counts(goals: Goals, first: Goal, last: Goal, days_ago: int) -> None:
    twice = goals.changed(first, ago(days_ago)).changed(last, ago(days_ago))
    once = goals.changed(last, ago(days_ago))
    assert (twice.now, twice.planned_off) == (once.now, once.planned_off)
    for day in days_between(ago(60), ago(-60)):
        assert twice.on(day).wants_as(once.on(day))


@given(GOALS, PLANNED)
def test_no_plan_changes_days_that_are_over(goals: Goals, planned: frozenset[date]) -> None:
    after = goals.planned(planned, SATURDAY)
    assert all(after.is_off(day) == goals.is_off(day) for day in days_between(ago(60), ago(1)))
    assert {day for day in after.planned_off if day >= SATURDAY} == {
        day for day in planned if day >= SATURDAY
    }


@given(st.lists(st.tuples(st.integers(-2, 30), GOAL), max_size=20))
def test_goals_stand_in_the_order_of_their_days_each_unlike_the_next(changes: list[tuple[int, Goal]]) -> None:
    goals = changed(TEN, *changes)
    ends = [each.until for each in goals.past]
    assert ends == sorted(set(ends))
    held = [*(each.goal for each in goals.past), goals.now]
    assert not any(one.wants_as(other) for one, other in pairwise(held))


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
