"""Progress pages filled with values alone."""

from datetime import timedelta

from quizapp.domain.calibration import calibration
from quizapp.domain.certainty import Certainty, LevelTally
from quizapp.domain.progress import (
    MisconceptionRecord,
    NamedShare,
    Point,
    ReasonTally,
    Report,
    Share,
    Timeline,
)
from quizapp.ui.progress.page import ProgressView
from tests.domain.examples import NOON

TODAY = NOON.date()
LEVELS = (
    LevelTally(Certainty.LOW, 61, 34),
    LevelTally(Certainty.MIDDLE, 70, 49),
    LevelTally(Certainty.HIGH, 79, 50),
)
MISCONCEPTIONS = (
    MisconceptionRecord("If you can touch it, it is a product", "Things come with services.", 3, 7, NOON, 0),
    MisconceptionRecord("What is <b>paid</b> monthly is a service & so on", "Because.", 1, 1, NOON, 1),
    MisconceptionRecord("Software is a product", "Because.", 1, 9, NOON, 5),
)


def timeline(points: int, *, is_daily: bool = False) -> Timeline:
    """So many points, a day apart, the last of them now."""
    made = (
        Point(NOON - timedelta(days=points - 1 - number), Share(10 + number % 9, 20, 0.5), 1 + number % 2)
        for number in range(points)
    )
    return Timeline(tuple(made), is_daily=is_daily)


def shares(count: int) -> tuple[NamedShare, ...]:
    """So many shares; the last of them rests on two answers alone."""
    numbers = [20 + number for number in range(count - 1)] + [2]
    return tuple(
        NamedShare(f"kind of reason number {place}, which has a long name", Share(number // 2, number, 0.125))
        for place, number in enumerate(numbers)
    )


def full(points: int = 12, *, is_daily: bool = False) -> ProgressView:
    """Everything there can be."""
    report = Report(
        timeline(points, is_daily=is_daily),
        shares(6),
        shares(14),
        ReasonTally(62, 19, 24),
        calibration(LEVELS),
        MISCONCEPTIONS,
    )
    return ProgressView(report, has_answers=True, today=TODAY, forecast=(3, 0, 7, 1) * 4, to_exam=True)


EMPTY = ProgressView(Report(), has_answers=False, today=TODAY)
READING = ProgressView(Report(), has_answers=False, today=TODAY, is_reading=True)
NOT_LATELY = ProgressView(Report(), has_answers=True, today=TODAY)
FEW = ProgressView(Report(Timeline((Point(NOON, Share(3, 6, 0.5)),))), has_answers=True, today=TODAY)
BARE = ProgressView(Report(timeline(1)), has_answers=True, today=TODAY)
