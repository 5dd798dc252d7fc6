"""A daily goal: what counts towards it, on which days, and what was reached of it.

Days are those of the calendar where the person is, whatever the clock does at their ends.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum
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
        planned_off: single days on which nothing is wanted.
    """

    kind: GoalKind = GoalKind.OFF
    amount: int = 10
    days_off: frozenset[int] = frozenset()
    planned_off: frozenset[date] = frozenset()

    def is_off(self, day: date) -> bool:
        """Whether nothing is wanted on a day."""
        return self.kind is GoalKind.OFF or day.weekday() in self.days_off or day in self.planned_off

    def counted(self, done: Activity) -> int:
        """What was done, in questions or whole minutes."""
        return int(done.seconds // _MINUTE) if self.kind is GoalKind.MINUTES else done.questions

    def is_reached(self, done: Activity) -> bool:
        """Whether what was done on a day is enough."""
        return self.kind is not GoalKind.OFF and self.counted(done) >= self.amount


class DayState(StrEnum):
    """What became of a goal on a day; OPEN is today while it is not reached, AHEAD a day to come."""

    REACHED = "reached"
    MISSED = "missed"
    OFF = "off"
    OPEN = "open"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class GoalDay:
    """A day: which, how many questions or minutes were counted, and what became of the goal."""

    day: date
    counted: int
    state: DayState


@dataclass(frozen=True, slots=True)
class GoalStatus:
    """How far somebody has got with a goal, judged by the goal as it is now.

    Attributes:
        goal: the goal.
        today: this day.
        days: the seven days of this week.
        left: questions or minutes that are wanted today and not done yet.
        streak: days in a row on which the goal was reached, up to today or the day before; days off
            neither break nor lengthen it.
        is_cut: whether the streak reaches back to the first day that is known, and may be longer.
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
    goal: Goal, done: Mapping[date, Activity], today: date, since: date, first_weekday: int = 0
) -> GoalStatus:
    """How far somebody has got.

    Args:
        goal: what is wanted.
        done: what was done on each day on which anything was; days to come say nothing.
        today: this day.
        since: the first day that `done` would tell of, not after this week's first.
        first_weekday: on which weekday weeks begin, 0 for Monday.
    """

    def look(day: date) -> GoalDay:
        counted = goal.counted(done.get(day, NOTHING)) if day <= today else 0
        return GoalDay(day, counted, _state(goal, done, day, today))

    now = look(today)
    left = max(0, goal.amount - now.counted) if now.state is DayState.OPEN else 0
    days = tuple(look(day) for day in week_of(today, first_weekday))
    return GoalStatus(goal, now, days, left, *_streak(goal, done, today, since))


def _state(goal: Goal, done: Mapping[date, Activity], day: date, today: date) -> DayState:
    if goal.is_off(day):
        return DayState.OFF
    if day > today:
        return DayState.AHEAD
    if goal.is_reached(done.get(day, NOTHING)):
        return DayState.REACHED
    return DayState.OPEN if day == today else DayState.MISSED


def _streak(goal: Goal, done: Mapping[date, Activity], today: date, since: date) -> tuple[int, bool]:
    """How many days in a row the goal was reached, and whether more are beyond what is known."""
    length, day = 0, today
    while day >= since:
        state = _state(goal, done, day, today)
        if state is DayState.MISSED:
            return length, False
        length += state is DayState.REACHED
        day -= _DAY
    return length, length > 0
