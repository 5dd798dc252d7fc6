"""What is due and how far a goal is reached, as values for pages."""

from datetime import date, timedelta

from quizapp.domain.goal import Activity, Goal, GoalKind, Goals, GoalStatus, PastGoal, status
from quizapp.domain.study_plan import StudyPlan
from quizapp.quiz.reviews import ReviewOverview

TODAY = date(2026, 11, 22)
"""A Sunday."""

PLAN = StudyPlan(18, 35, 20, 8, TODAY + timedelta(5), twice=True, enough=3)
STUDY = ReviewOverview(6, 4, (6, 9, 4, 7, 11, 5, 3), 96, 61, 0, PLAN, 10)
DONE = ReviewOverview(0, 0, (0, 9, 4, 7, 11, 5, 3), 96, 61, 3, PLAN, 0)
NEW = ReviewOverview(0, 10, (0,) * 7, 96, 0, 0, None, 10)
TEN = Goal(GoalKind.QUESTIONS, 10, days_off=frozenset({5}))


def this_week(
    *counts: int, goal: Goal = TEN, first_weekday: int = 0, past: tuple[PastGoal, ...] = ()
) -> GoalStatus:
    """How far a goal is reached when so many questions were answered today, yesterday, and so on."""
    done = {TODAY - timedelta(ago): Activity(count, 60 * count) for ago, count in enumerate(counts)}
    return status(Goals(goal, past), done, TODAY, TODAY - timedelta(100), first_weekday)
