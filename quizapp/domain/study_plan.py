"""Studying towards a date: how many new questions a day, and on which days what was seen comes once more."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

USUAL_PACE = 10
"""New questions a day where there is no exam to be ready for."""

SPARE_DAYS = 7
"""The days before an exam that are left free of new questions where there is time for it."""

MANY_A_DAY = 20
"""New questions a day above which some of those days are used for new questions as well."""

LAST_DAYS = 7
"""The days before an exam on which everything is seen once more."""


@dataclass(frozen=True, slots=True)
class StudyPlan:
    """What the days before an exam come to.

    Attributes:
        days: days left in which to study, from today to the day before the exam.
        new: questions never seen.
        once: questions seen once.
        a_day: new questions a day: the pace chosen, by the person or the program.
        once_by: the day by which all are seen once at this pace; None at no pace at all.
        twice: whether whoever does what each day offers at this pace has seen all twice by the exam.
        enough: the lowest pace of which that holds; None where it holds of none.
    """

    days: int
    new: int
    once: int
    a_day: int
    once_by: date | None
    twice: bool
    enough: int | None


@dataclass(frozen=True, slots=True)
class ReviewOverview:
    """What is to be done, in the open banks.

    Attributes:
        due: cards due by the end of today.
        fresh: new ones offered today at the pace chosen; 0 once they are done.
        days: cards due on each of the next seven days, today first, with all that is overdue.
        cards: all cards.
        met: cards answered at least once, in a wording that still stands.
        reset: cards begun anew since this was last acknowledged, because they were reworded.
        plan: what the days before the exam come to; None without one that is still to come.
        at_once: questions of the session that would begin now.
    """

    due: int
    fresh: int
    days: tuple[int, ...]
    cards: int
    met: int
    reset: int
    plan: StudyPlan | None
    at_once: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How many cards were met.

    Attributes:
        unmet: never seen.
        once: seen once.
        begun: seen for the first time today.
    """

    unmet: int
    once: int = 0
    begun: int = 0


def study_days(today: date, exam: date | None) -> int:
    """The days from today to the day before an exam; 0 without one that is still to come."""
    return max(0, (exam - today).days) if exam is not None else 0


def pace(progress: Progress, days: int, chosen: int | None) -> int:
    """New questions a day.

    Args:
        progress: what was met.
        days: the days left in which to study; 0 without an exam.
        chosen: what the person chose; None leaves it to the program: so many that all are seen with a week
            to spare; where these would be too many a day, with fewer days to spare, and one at least.
    """
    if chosen is not None:
        return max(0, chosen)
    if days <= 0:
        return USUAL_PACE
    left = progress.unmet + progress.begun
    needed = min(ceil(left / MANY_A_DAY), days - 1)
    return ceil(left / max(days - SPARE_DAYS, needed, 1))


def fresh_today(progress: Progress, a_day: int) -> int:
    """How many new questions are still offered today."""
    return min(progress.unmet, max(0, a_day - progress.begun))


def study_plan(today: date, exam: date | None, progress: Progress, chosen: int | None) -> StudyPlan | None:
    """What the days before an exam come to; None without one that is still to come."""
    days = study_days(today, exam)
    if not days:
        return None
    a_day = pace(progress, days, chosen)
    wait = _days_to_once(progress, a_day)
    once_by = today + timedelta(days=wait) if wait is not None and wait < (date.max - today).days else None
    return StudyPlan(
        days=days,
        new=progress.unmet,
        once=progress.once,
        a_day=a_day,
        once_by=once_by,
        twice=_lets_see_twice(progress, days, a_day),
        enough=_lowest_pace(progress, days),
    )


def _days_to_once(progress: Progress, a_day: int) -> int | None:
    """In how many days all are seen once, 0 where today; None at no pace at all."""
    left = progress.unmet - fresh_today(progress, a_day)
    if not left:
        return 0
    return ceil(left / a_day) if a_day else None


def _lets_see_twice(progress: Progress, days: int, a_day: int) -> bool:
    """Whether all are seen twice in so many days, for what was seen once comes back before an exam.

    What is seen for the first time on one day comes back on the next at the earliest.
    """
    if not progress.unmet and not (progress.once and progress.begun):
        return True
    wait = _days_to_once(progress, a_day)
    return wait is not None and wait + 1 < days


def _lowest_pace(progress: Progress, days: int) -> int | None:
    """The lowest pace that lets all be seen twice: what a pace does, any higher one does as well."""
    paces = range(progress.unmet + progress.begun + 1)
    found = bisect_left(paces, True, key=lambda a_day: _lets_see_twice(progress, days, a_day))
    return found if found < len(paces) else None


def evened(loads: Sequence[int], more: int) -> tuple[int, ...]:
    """How many of some more reviews each day takes, so that the fullest day has as few as possible.

    Args:
        loads: the reviews that fall on each day without them.
        more: how many are to be spread.

    Returns:
        For each day how many of them it takes; their sum is `more` where there is a day at all. Days that
        could take one more are served from the last: what is seen shortly before an exam is fresh in it.
    """
    if not loads:
        return ()
    order = sorted(range(len(loads)), key=lambda day: (loads[day], -day))
    filled, taken = 1, more
    while filled < len(order):  # the emptiest days are filled up to the level of the next
        step = filled * (loads[order[filled]] - loads[order[filled - 1]])
        if step > taken:
            break
        taken -= step
        filled += 1
    level, rest = divmod(taken, filled)
    top = loads[order[filled - 1]] + level
    lowest = sorted(order[:filled], reverse=True)
    extra = set(lowest[:rest])
    return tuple(top + (day in extra) - load if day in lowest else 0 for day, load in enumerate(loads))
