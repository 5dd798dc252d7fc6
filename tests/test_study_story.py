"""One story through the whole program: a candidate studies towards a date, day by day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateEdit
from pytestqt.qtbot import QtBot

from quizapp.domain.attempt import DUE
from quizapp.domain.question import Question, Verdict
from quizapp.domain.session import Session
from quizapp.ui.dates import qt_date
from quizapp.ui.settings.page import SettingsPage
from tests.program import Program
from tests.quiz_rig import go_through
from tests.ui.screen import press, seen, to_front

pytestmark = pytest.mark.smoke

MONDAY = datetime(2026, 11, 23, 10, tzinfo=UTC)  # the same day almost everywhere


class Calendar:
    """The time, moved by hand; a moment goes by at every look, so that answers have an order."""

    def __init__(self) -> None:
        self.time = MONDAY

    def now(self) -> datetime:
        self.time += timedelta(milliseconds=1)
        return self.time

    def to_day(self, day: int) -> None:
        """Go to the forenoon of a day, counted from the first."""
        self.time = MONDAY + timedelta(days=day)


class Candidate:
    """Sits at the program, which runs on through all days but for those on which it was started anew."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, folder: Path) -> None:
        self._qtbot, self._qapp, self._folder = qtbot, qapp, folder
        self.calendar = Calendar()
        self.program = self.start()

    def start(self) -> Program:
        self.program = program = Program(self._qapp, self._folder, now=self.calendar.now)
        program.window.resize(1100, 720)
        to_front(self._qtbot, program.window)
        self._qtbot.waitUntil(lambda: bool(program.quiz.banks) and not program.navigation.banks.is_reading)
        return program

    def comes_on(self, day: int) -> None:
        """Look at Today, which has been in front all night."""
        self.calendar.to_day(day)
        for timer in self.program.navigation.today.page.findChildren(QTimer):
            timer.timeout.emit()

    def reads(self, *parts: str) -> None:
        """Wait until the window says these."""
        self._qtbot.waitUntil(lambda: [each for each in parts if each not in seen(self.program.window)] == [])

    def starts(self) -> Session:
        """Press Enter, and look at the session that has begun."""
        press(self.program.window, Qt.Key.Key_Return)
        session = self.program.navigation.sessions._session
        assert session is not None
        return session

    def answers(self, session: Session, *, missed: int = 0) -> None:
        """Answer a session, the first questions of it wrong, and go back to Today."""
        names = frozenset(asked.question.id for asked in session.asked[:missed])
        go_through(self.program.quiz, session, names)
        self.program.navigation.show_today()

    def sets_goal(self, amount: int, *parts: str) -> None:
        """Change the goal on Settings, and read on Today what has become of it."""
        page = self.program.navigation.controller("settings").page
        assert isinstance(page, SettingsPage)
        page.goal.amount_requested.emit(amount)
        self.program.navigation.show_today()
        self.reads(*parts)

    def due(self) -> int:
        quiz, set_ = self.program.quiz, self.program.preferences.now
        assert set_.exam_date is not None
        exam = date.fromisoformat(set_.exam_date.toString(Qt.DateFormat.ISODate))
        return quiz.reviews.overview(quiz.today, exam, set_.new_a_day).due


@pytest.fixture
def candidate(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Candidate]:
    candidate = Candidate(qtbot, qapp, tmp_path)
    yield candidate
    candidate.program.close()


def test_a_candidate_studies_towards_an_exam(candidate: Candidate) -> None:
    exam = MONDAY.date() + timedelta(days=12)
    candidate.reads("Start ten questions", "What you have answered comes back here")
    candidate.program.preferences.change(
        exam_date=qt_date(exam), goal_kind="questions", goal=10, days_off=(2,)
    )
    candidate.program.navigation.show_today()
    candidate.reads("Exam, Saturday 5 December", "12\ndays left", "None of six days so far this week.")

    first = candidate.starts()
    assert (first.start.rules.which != DUE, len(first.asked)) == (True, 10)
    candidate.program.preferences.change(new_a_day=20)
    candidate.answers(first, missed=3)
    candidate.reads("One of six days this week.", "Today’s goal is reached.", "All are new.")
    assert "in a row" not in seen(candidate.program.window)

    candidate.comes_on(1)
    candidate.reads("Tuesday", "11\ndays left", "Start 20 questions", "Ten questions today reach your goal.")
    due = candidate.due()
    assert due >= 3
    session = candidate.starts()
    assert (session.start.rules.which, len(session.asked)) == (DUE, 20)
    assert session.start.rules.reason_step
    again = {asked.question.id for asked in session.asked}
    for asked in first.asked[:3]:
        assert again & {asked.question.id, twin_of(asked.question)}
    candidate.answers(session)
    assert candidate.due() == 0
    candidate.reads("Two of six days this week.", "Two days in a row.")

    candidate.comes_on(2)  # Wednesday is off
    candidate.reads("Today is a day off. Two days in a row.")

    candidate.program.close()
    candidate.calendar.to_day(3)
    candidate.start()
    candidate.reads("Thursday", "9\ndays left", "Ten questions today reach your goal. Two days in a row.")
    candidate.program.preferences.change(reason_step=False)
    session = candidate.starts()
    assert (session.start.rules.which, session.start.rules.reason_step) == (DUE, False)
    candidate.answers(session)
    candidate.reads("Three of six days this week.", "Three days in a row.")
    candidate.sets_goal(100, "Two of six days this week.", "Two days in a row.")  # of this day alone
    candidate.sets_goal(10, "Three of six days this week.", "Three days in a row.")

    candidate.comes_on(5)  # nothing was done on Friday, of which nobody makes a word
    candidate.reads("Three of six days this week.", "Ten questions today reach your goal.")
    assert "in a row" not in seen(candidate.program.window)
    candidate.sets_goal(1, "Three of six days this week.", "One question today reaches your goal.")
    assert "in a row" not in seen(candidate.program.window)

    candidate.comes_on(11)
    candidate.reads(
        "1\nday left", "Today is the last day to see more of them.", "None on the six days after it."
    )
    assert candidate.due() > 0

    candidate.comes_on(12)
    candidate.reads("Exam, Saturday 5 December", "Good luck.")
    candidate.comes_on(13)
    candidate.reads("Sunday", "6 December")
    assert "Exam, " not in seen(candidate.program.window)


def test_a_date_that_is_typed_is_counted_by_the_next_page_however_it_is_reached(candidate: Candidate) -> None:
    program = candidate.program
    program.preferences.change(exam_date=qt_date(MONDAY.date() + timedelta(days=12)))
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(program.window, Qt.Key.Key_Comma, control)
    candidate.reads("In 12 days.")
    page = program.navigation.controller("settings").page
    assert isinstance(page, SettingsPage)
    day = page.revision.findChild(QDateEdit)
    assert isinstance(day, QDateEdit)
    day.setFocus()
    day.setSelectedSection(QDateEdit.Section.DaySection)
    QTest.keyClicks(day, "14")
    candidate.reads("In 21 days.")
    QTest.keyClick(day, Qt.Key.Key_1, control)
    assert "Exam, Monday 14 December" in seen(program.window)


def twin_of(question: Question) -> str:
    """The question that stands in for another; empty where none does."""
    return question.pair if isinstance(question, Verdict) else ""
