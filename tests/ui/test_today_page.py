"""Today: one button, and a session to go on with."""

import pytest
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from quizapp.ui.look import Look
from quizapp.ui.today_page import ResumeView, TodayPage, TodayView
from tests.ui.screen import press, seen, to_front


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> TodayPage:
    page = TodayPage(look)
    qtbot.addWidget(page)
    page.resize(900, 700)
    to_front(qtbot, page)
    return page


def test_enter_starts(qtbot: QtBot, page: TodayPage) -> None:
    page.take_focus()
    with qtbot.waitSignal(page.start_requested):
        press(page, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (TodayView(), ["Start ten questions", "Reading the bank …"]),
        (
            TodayView("My class", 20),
            ["Ten questions, about eight minutes", "My class", "20 questions · none met yet"],
        ),
        (TodayView("My class", 20, 3), ["New scenarios come first", "3 of them met"]),
        (TodayView("My class", 1, 0, 2), ["One question, about one minute", "2 problems to mend"]),
    ],
)
def test_today_says_what_there_is(page: TodayPage, view: TodayView, said: list[str]) -> None:
    page.show_today(view)
    assert [part for part in said if part not in seen(page)] == []


def test_a_session_left_in_the_middle_is_offered(qtbot: QtBot, page: TodayPage) -> None:
    assert "Resume" not in seen(page)
    page.show_resume(ResumeView(7, 20, QDate(2026, 11, 20)))
    assert "Friday’s session stopped at question 7 of 20" in seen(page)
    with qtbot.waitSignal(page.resume_requested):
        press(page, Qt.Key.Key_R)


def test_todays_session_is_called_so(page: TodayPage) -> None:
    page.show_resume(ResumeView(1, 10, QDate.currentDate()))
    assert "Today’s session stopped at question 1 of 10" in seen(page)
