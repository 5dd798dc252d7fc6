"""What Today told in figures, as plain values of a file; what makes no sense is a ValueError or KeyError."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from quizapp.ui.today.view import TodayView

if TYPE_CHECKING:
    from quizapp.domain.cue_score import CueScore
    from quizapp.domain.goal import GoalDay, GoalStatus
    from quizapp.domain.study_plan import ReviewOverview, StudyPlan

_Made = TypeVar("_Made")

# Classes are imported where one of them is wanted: most starts remember few of them, and all of them wait.


def told(view: TodayView) -> dict[str, object]:
    """What a file says of a view, without what another file or the clock tells."""
    return {
        "bank": view.bank,
        "questions": view.questions,
        "met": view.met,
        "errors": view.errors,
        "scenarios": view.scenarios,
        "first": view.first,
        "weakest": [asdict(score) for score in view.weakest],
        "study": None if view.study is None else _told_study(view.study),
        "goal": None if view.goal is None else _told_goal(view.goal),
    }


def _told_study(study: "ReviewOverview") -> dict[str, object]:
    values = asdict(study)
    if study.plan is not None and study.plan.once_by is not None:
        values["plan"]["once_by"] = study.plan.once_by.isoformat()
    return values


def _told_goal(goal: "GoalStatus") -> dict[str, object]:
    wanted = {"kind": goal.goal.kind, "amount": goal.goal.amount, "days_off": sorted(goal.goal.days_off)}
    days = [asdict(each) | {"day": each.day.isoformat()} for each in (goal.today, *goal.days)]
    return {"goal": wanted, "days": days, "left": goal.left, "streak": goal.streak, "is_cut": goal.is_cut}


def view_told(values: dict[str, object]) -> TodayView:
    """The view that `told` wrote.

    Raises:
        ValueError, KeyError: when it is not as that writes it.
    """
    return TodayView(
        text(values, "bank"),
        count(values, "questions"),
        met=count(values, "met"),
        errors=count(values, "errors"),
        scenarios=truth(values, "scenarios"),
        first=count(values, "first"),
        weakest=tuple(_score(dict_(each)) for each in list_(values, "weakest")),
        study=_maybe(values, "study", _study),
        goal=_maybe(values, "goal", _goal),
    )


def _score(values: dict[str, object]) -> "CueScore":
    from quizapp.domain.cue_score import CueScore  # noqa: PLC0415 - see above

    earned, asked = count(values, "earned"), count(values, "asked")
    low, high = number(values, "low"), number(values, "high")
    return CueScore(text(values, "cue"), text(values, "name"), earned, asked, low, high)


def _study(values: dict[str, object]) -> "ReviewOverview":
    from quizapp.domain.study_plan import ReviewOverview  # noqa: PLC0415 - see above

    days = tuple(_counted(each) for each in list_(values, "days"))
    if len(days) != 7:  # noqa: PLR2004 - of a week
        raise ValueError(days)
    due, fresh, cards, met, reset, at_once = (
        count(values, name) for name in ("due", "fresh", "cards", "met", "reset", "at_once")
    )
    return ReviewOverview(due, fresh, days, cards, met, reset, _maybe(values, "plan", _plan), at_once)


def _plan(values: dict[str, object]) -> "StudyPlan":
    from quizapp.domain.study_plan import StudyPlan  # noqa: PLC0415 - see above

    days, new, once, a_day = (count(values, name) for name in ("days", "new", "once", "a_day"))
    once_by = None if values["once_by"] is None else _day(values, "once_by")
    enough = None if values["enough"] is None else count(values, "enough")
    return StudyPlan(days, new, once, a_day, once_by, truth(values, "twice"), enough)


def _goal(values: dict[str, object]) -> "GoalStatus":
    from quizapp.domain.goal import Goal, GoalKind, GoalStatus  # noqa: PLC0415 - most have no goal

    wanted = dict_(values["goal"])
    off = frozenset(_counted(each) for each in list_(wanted, "days_off"))
    goal = Goal(GoalKind(text(wanted, "kind")), count(wanted, "amount"), off)
    today, *days = (_goal_day(dict_(each)) for each in list_(values, "days"))
    left, streak = count(values, "left"), count(values, "streak")
    return GoalStatus(goal, today, tuple(days), left, streak, truth(values, "is_cut"))


def _goal_day(values: dict[str, object]) -> "GoalDay":
    from quizapp.domain.goal import DayState, GoalDay  # noqa: PLC0415 - as above

    state = DayState(text(values, "state"))
    return GoalDay(_day(values, "day"), count(values, "counted"), state, truth(values, "has_goal"))


# -- single values -------------------------------------------------------------------------------------


def _maybe(values: dict[str, object], name: str, make: Callable[[dict[str, object]], _Made]) -> _Made | None:
    return None if values[name] is None else make(dict_(values[name]))


def _day(values: dict[str, object], name: str) -> date:
    return date.fromisoformat(text(values, name))


def dict_(told_: object) -> dict[str, object]:
    """A value that has to be an object with names."""
    if isinstance(told_, dict):
        return told_
    raise ValueError(told_)


def list_(values: dict[str, object], name: str) -> list[object]:
    """A value that has to be a list."""
    value = values[name]
    if isinstance(value, list):
        return value
    raise ValueError(value)


def text(values: dict[str, object], name: str) -> str:
    """A value that has to be a text."""
    value = values[name]
    if isinstance(value, str):
        return value
    raise ValueError(value)


def truth(values: dict[str, object], name: str) -> bool:
    """A value that has to be true or false."""
    value = values[name]
    if isinstance(value, bool):
        return value
    raise ValueError(value)


def count(values: dict[str, object], name: str) -> int:
    """A value that has to be a whole number, 0 or more."""
    return _counted(values[name])


def _counted(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise ValueError(value)


def number(values: dict[str, object], name: str) -> float:
    """A value that has to be a number of 0 or more, not too large to be any."""
    value = values[name]
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < 1e12:  # noqa: PLR2004
        return float(value)
    raise ValueError(value)
