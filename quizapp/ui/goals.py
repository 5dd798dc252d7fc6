"""The goal of each day, as it is set: the one way to change it, which leaves the days before as they were."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from quizapp.domain.goal import Goal, GoalKind, Goals, PastGoal
from quizapp.ui.preferences import MOST_PAST_GOALS, KeptGoal, Preferences, PreferencesFile


def goals_of(set_: Preferences) -> Goals:
    """The goal of each day that is set."""
    past = (PastGoal(_goal(each.kind, each.amount, each.days_off), each.until) for each in set_.past_goals)
    now = _goal(set_.goal_kind, set_.goal, set_.days_off)
    return Goals(now, tuple(past), frozenset(set_.planned_off))


def change_goal(preferences: PreferencesFile, today: date, **changes: object) -> None:
    """Set `goal_kind`, `goal` or `days_off`, from today on."""
    before = preferences.now
    after = replace(before, **changes)  # type: ignore[arg-type] # a wrong name or type is a bug
    goals = goals_of(before).changed(goals_of(after).now, today)
    past = tuple(KeptGoal(each.until, *_parts(each.goal)) for each in goals.past)
    preferences.change(**changes, past_goals=past[-MOST_PAST_GOALS:])


def plan_off(preferences: PreferencesFile, today: date, days: Iterable[date]) -> None:
    """Set the single days off, those that are over as they were: a page may show them since yesterday."""
    goals = goals_of(preferences.now).planned(frozenset(days), today)
    preferences.change(planned_off=tuple(sorted(goals.planned_off)))


def _goal(kind: str, amount: int, days_off: tuple[int, ...]) -> Goal:
    return Goal(GoalKind(kind), amount, frozenset(days_off))


def _parts(goal: Goal) -> tuple[str, int, tuple[int, ...]]:
    return goal.kind.value, goal.amount, tuple(sorted(goal.days_off))
