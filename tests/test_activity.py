"""What was done on each day, by the calendar of the place where the computer is."""

import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from quizapp.domain.goal import Activity
from quizapp.domain.selection import Selection
from tests.quiz_rig import MIXED, QuizRig, go_through
from tests.test_papers import FORTY, answer_all, forty

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone cannot be set here")

FIRST = date(2026, 11, 1)
HOUR = 3600
Place = Callable[[str], None]


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[QuizRig]:
    rig = QuizRig(tmp_path)
    rig.quiz.use_bank(MIXED)
    yield rig
    rig.quiz.close()


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    """Takes the computer to a time zone."""

    def go(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield go
    monkeypatch.undo()
    time.tzset()


def answer_three(rig: QuizRig) -> None:
    """A session of three questions, at the time it is in the rig."""
    go_through(rig.quiz, rig.quiz.start(Selection(reason_step=False)))


@pytest.mark.parametrize(
    ("zone", "hours", "day"),
    [  # from noon on 22 November, UTC
        ("UTC0", 11.9, date(2026, 11, 22)),
        ("UTC0", 12, date(2026, 11, 23)),
        ("<+0545>-5:45", 6.2, date(2026, 11, 22)),
        ("<+0545>-5:45", 6.3, date(2026, 11, 23)),
        ("CET-1CEST,M3.5.0,M10.5.0/3", 24 * 126 + 9.9, date(2027, 3, 28)),  # clocks go forward that day
        ("CET-1CEST,M3.5.0,M10.5.0/3", 24 * 126 + 10.1, date(2027, 3, 29)),
    ],
)
def test_a_day_is_that_of_the_place(rig: QuizRig, place: Place, zone: str, hours: float, day: date) -> None:
    place(zone)
    rig.seconds = HOUR * hours
    answer_three(rig)
    assert {each: done.questions for each, done in rig.quiz.activity(FIRST).items()} == {day: 3}
    assert rig.quiz.activity(day) == rig.quiz.activity(FIRST)
    rig.seconds += 48 * HOUR
    assert rig.quiz.activity(day) == rig.quiz.activity(FIRST) != {}


def test_time_counts_whose_steps_were_taken(rig: QuizRig, place: Place) -> None:
    place("UTC0")
    session = rig.quiz.start(Selection(reason_step=False))
    for used in (20, 1000):
        rig.seconds += used
        question = session.current.question
        session = rig.quiz.answer(session, "0" if not hasattr(question, "answer") else "service")
        rig.seconds += 30
        session = rig.quiz.move_on(session)
    assert rig.quiz.activity(FIRST) == {date(2026, 11, 22): Activity(2, 20 + 30 + 120 + 30)}


def test_a_clock_that_went_back_leaves_days_to_come_uncounted(rig: QuizRig, place: Place) -> None:
    place("UTC0")
    rig.seconds = 72 * HOUR
    answer_three(rig)
    rig.seconds = 0
    assert rig.quiz.activity(FIRST) == {}
    answer_three(rig)
    assert list(rig.quiz.activity(FIRST)) == [date(2026, 11, 22)]
    assert rig.quiz.activity(date(2026, 12, 1)) == {}


def test_a_paper_counts_what_was_answered_and_no_explanation_that_nobody_read(
    rig: QuizRig, place: Place
) -> None:
    place("UTC0")
    rig.quiz.use_bank(forty())
    paper = answer_all(rig, rig.quiz.papers.start(FORTY), 2, 3)
    rig.seconds += 600
    rig.quiz.papers.hand_in(paper)
    (done,) = rig.quiz.activity(FIRST).values()
    assert done.questions == 3
    assert done.seconds == sum(min(each.seconds, 120) for each in rig.kept())


def test_whether_anything_was_answered_is_known_without_a_bank(rig: QuizRig) -> None:
    assert not rig.quiz.has_answers()
    answer_three(rig)
    rig.quiz.close_bank(MIXED.id)
    assert rig.quiz.has_answers()
