"""A daily goal: what counts towards it, on which days, and what was reached of it.

Days are those of the calendar where the person is, whatever the clock does at their ends. Each is judged by
the goal that held on it, so that no change of goal mends or breaks what was.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

MOST_SECONDS = 120.0
"""What one step of a question counts for at most, in seconds: a window may be left open."""

_DAY = timedelta(days=1)
_WEEK, _MINUTE = 7, 60


class Activity(NamedTuple):
    """What was done on a day: questions answered, and seconds spent on them and their explanations."""

    questions: int = 0
    seconds: float = 0.0


NOTHING = Activity()


class GoalKind(StrEnum):
    """What a goal counts; OFF is for nobody who wants none."""

    OFF = ""
    QUESTIONS = "questions"
    MINUTES = "minutes"


@dataclass(frozen=True, slots=True)
class Goal:
    """What a person wants to do each day.

    Attributes:
        kind: what is counted.
        amount: how many questions or minutes, 1 or more.
        days_off: weekdays on which nothing is wanted, 0 for Monday to 6 for Sunday.
    """

    kind: GoalKind = GoalKind.OFF
    amount: int = 10
    days_off: frozenset[int] = frozenset()

    def is_off(self, day: date) -> bool:
        """Whether nothing is wanted on a day as on all of its weekday."""
        return self.kind is GoalKind.OFF or day.weekday() in self.days_off

    def wants_as(self, other: "Goal") -> bool:
        """Whether it wants the same as another; without a goal, other settings make no difference."""
        return self == other or self.kind is other.kind is GoalKind.OFF

    def counted(self, done: Activity) -> int:
        """What was done, in questions or whole minutes."""
        return int(done.seconds // _MINUTE) if self.kind is GoalKind.MINUTES else done.questions

    def is_reached(self, done: Activity) -> bool:
        """Whether what was done on a day is enough."""
        return self.kind is not GoalKind.OFF and self.counted(done) >= self.amount


class PastGoal(NamedTuple):
    """A goal that was given up, and the first day on which it did not hold any more."""

    goal: Goal
    until: date


_UNTIL = attrgetter("until")


@dataclass(frozen=True, slots=True)
class Goals:
    """The goal of each day.

    A change holds from the day on which it is made, that day included, as whoever makes it sees it. Days
    without any goal, before the first one or while it was switched off, are like days off: somebody who
    wants nothing misses nothing.

    Attributes:
        now: the present goal.
        past: the earlier ones in the order of their days; the first holds for all days before.
        planned_off: single days on which nothing is wanted, whatever the goal.
    """

    now: Goal = Goal()
    past: tuple[PastGoal, ...] = ()
    planned_off: frozenset[date] = frozenset()

    def on(self, day: date) -> Goal:
        """The goal that held on a day."""
        return self._past_or_now(bisect_right(self.past, day, key=_UNTIL))

    def were_before(self, day: date) -> bool:
        """Whether there was any goal on any day before this one."""
        held = (*(each.goal for each in self.past), self.now)[: bisect_left(self.past, day, key=_UNTIL) + 1]
        return any(goal.kind is not GoalKind.OFF for goal in held)

    def is_off(self, day: date) -> bool:
        """Whether nothing is wanted on a day."""
        return day in self.planned_off or self.on(day).is_off(day)

    def changed(self, goal: Goal, today: date) -> "Goals":
        """The goals once another holds from today on; all days before keep theirs.

        What was changed earlier on the same day leaves no trace, nor what was changed on days to come, by a
        clock that was wrong.
        """
        index = bisect_left(self.past, today, key=_UNTIL)
        before, past = self._past_or_now(index), self.past[:index]
        if not before.wants_as(goal):
            past = (*past, PastGoal(before, today))
        return Goals(goal, past, self.planned_off)

    def planned(self, days: frozenset[date], today: date) -> "Goals":
        """The goals with other single days off from today on; those that are over stay as they were."""
        over = {day for day in self.planned_off if day < today}
        return Goals(self.now, self.past, frozenset(over | {day for day in days if day >= today}))

    def _past_or_now(self, index: int) -> Goal:
        return self.past[index].goal if index < len(self.past) else self.now


class DayState(StrEnum):
    """What became of a goal on a day; OPEN is today while it is not reached, AHEAD a day to come."""

    REACHED = "reached"
    MISSED = "missed"
    OFF = "off"
    OPEN = "open"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class GoalDay:
    """A day and what became of its goal.

    Attributes:
        day: which.
        counted: what was done, in the unit of the present goal, so that days can be compared.
        state: what became of the goal that held on that day.
        has_goal: whether there was any.
    """

    day: date
    counted: int
    state: DayState
    has_goal: bool = True


@dataclass(frozen=True, slots=True)
class GoalStatus:
    """How far somebody has got with a goal, each day judged by the goal that it had.

    Attributes:
        goal: the goal as it is now.
        today: this day.
        days: the seven days of this week.
        left: questions or minutes that are wanted today and not done yet.
        streak: days in a row on which the goal was reached, up to today or the day before; days off
            neither break nor lengthen it.
        is_cut: whether the streak reaches back to the first day that is known, and may be longer: there
            was a goal before.
    """

    goal: Goal
    today: GoalDay
    days: tuple[GoalDay, ...]
    left: int
    streak: int
    is_cut: bool

    @property
    def reached(self) -> int:
        """On how many days of this week the goal was reached; days off do not count."""
        return sum(each.state is DayState.REACHED for each in self.days)

    @property
    def wanted(self) -> int:
        """How many days of this week are not off."""
        return sum(each.state is not DayState.OFF for each in self.days)


def midnight(day: date, zone: tzinfo | None = None) -> datetime:
    """When a day begins, in UTC; a day that begins later than at midnight, as clocks go forward, then.

    Args:
        day: the day.
        zone: where; None for where the computer is.
    """
    return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)


def days_between(first: date, last: date) -> tuple[date, ...]:
    """The days from one to another, both among them; none where the last comes before the first."""
    return tuple(first + each * _DAY for each in range((last - first).days + 1))


def week_of(day: date, first_weekday: int = 0) -> tuple[date, ...]:
    """The seven days of the week of a day.

    Args:
        day: the day.
        first_weekday: on which weekday weeks begin, 0 for Monday.
    """
    first = day - (day.weekday() - first_weekday) % _WEEK * _DAY
    return days_between(first, first + (_WEEK - 1) * _DAY)


def status(
    goals: Goals, done: Mapping[date, Activity], today: date, since: date, first_weekday: int = 0
) -> GoalStatus:
    """How far somebody has got.

    Args:
        goals: what is wanted on each day; today and on days to come what the present goal says.
        done: what was done on each day on which anything was; days to come say nothing.
        today: this day.
        since: the first day that `done` would tell of, not after this week's first.
        first_weekday: on which weekday weeks begin, 0 for Monday.
    """
    goal = goals.now
    goals = goals.changed(goal, today)  # it holds by now, though a clock was wrong when it was set

    def look(day: date) -> GoalDay:
        counted = goal.counted(done.get(day, NOTHING)) if day <= today else 0
        has_goal = goals.on(day).kind is not GoalKind.OFF
        return GoalDay(day, counted, _state(goals, done, day, today), has_goal)

    now = look(today)
    left = max(0, goal.amount - now.counted) if now.state is DayState.OPEN else 0
    days = tuple(look(day) for day in week_of(today, first_weekday))
    return GoalStatus(goal, now, days, left, *_streak(goals, done, today, since))


def _state(goals: Goals, done: Mapping[date, Activity], day: date, today: date) -> DayState:
    if goals.is_off(day):
        return DayState.OFF
    if day > today:
        return DayState.AHEAD
    if goals.on(day).is_reached(done.get(day, NOTHING)):
        return DayState.REACHED
    return DayState.OPEN if day == today else DayState.MISSED


def _streak(goals: Goals, done: Mapping[date, Activity], today: date, since: date) -> tuple[int, bool]:
    """How many days in a row the goal was reached, and whether more are beyond what is known."""
    length, day = 0, today
    while day >= since:
        state = _state(goals, done, day, today)
        if state is DayState.MISSED:
            return length, False
        length += state is DayState.REACHED
        day -= _DAY
    return length, length > 0 and goals.were_before(since)
