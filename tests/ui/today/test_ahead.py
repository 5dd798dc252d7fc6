"""Today: what is due, what Enter presses, the goal of a day."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.goal import Goal, GoalKind, PastGoal
from quizapp.quiz.reviews import ReviewOverview
from quizapp.ui.running_paper import PaperView
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.today.bars import DayBars
from quizapp.ui.today.cards import RoundView
from quizapp.ui.today.page import TodayPage
from quizapp.ui.today.stopped import StoppedView
from quizapp.ui.today.view import TodayView
from quizapp.ui.widgets.buttons import Button
from tests.ui.screen import cut_off, nameless, overlapping, press, seen, settle, to_front
from tests.ui.studies import DONE, NEW, STUDY, TEN, TODAY, this_week

SUNDAY = QDate(2026, 11, 22)
TEN_QUESTIONS = "Ten questions, about eight minutes"
NEW_FIRST = "New questions first, then your mistakes."
TOMORROW = "The next come back tomorrow; 39 in seven days."
WEEK = "45 in the next seven days."
MIDWAY = TodayView("My class", 96, 61, exam=SUNDAY.addDays(18), is_reading=False, study=STUDY)
STOPPED = StoppedView("s1", "Cloud", "My class", 7, 20, SUNDAY)
ROUND, PAPER = RoundView("r7", "Monday class", 4, 12), PaperView("p1", "Forty", 3, 40, "11:05")
MINUTES = Goal(GoalKind.MINUTES, 20)


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> TodayPage:
    page = TodayPage(appearance, today=lambda: SUNDAY)
    qtbot.addWidget(page)
    page.resize(900, 700)
    to_front(qtbot, page)
    return page


def bars(page: TodayPage) -> list[str]:
    """What screen readers hear of the plots that can be seen."""
    return [each.accessibleName() for each in page.findChildren(DayBars) if each.isVisibleTo(page)]


def filled(page: TodayPage) -> list[str]:
    buttons = [each for each in page.findChildren(Button) if each.isVisibleTo(page)]
    return [each.accessibleName() for each in buttons if each.property("kind") == "filled"]


# -- what is due -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("study", "said"),
    [
        (
            STUDY,
            [TEN_QUESTIONS, "Six come again, four are new.", "Start ten questions"],
        ),
        (
            replace(STUDY, due=34, fresh=9),
            [
                "20 of today’s 43 questions, about 16 minutes",
                "34 come again, nine are new.",
                "Start 20 questions",
            ],
        ),
        (
            replace(STUDY, due=1, fresh=1),
            ["Two questions, about two minutes", "One comes again, one is new."],
        ),
        (
            replace(STUDY, fresh=0),
            ["Six questions", "They come again today, so that you keep"],
        ),
        (replace(STUDY, due=1, fresh=0), ["One question,", "It comes again today, so that you keep"]),
        (replace(STUDY, due=0, fresh=1), ["One question,", "It is new. Nothing is due again today."]),
        (replace(STUDY, due=0), ["Four questions", "All are new. Nothing is due again today."]),
        (
            DONE,
            [
                "Nothing more is due today",
                "Practice has all questions, if you would like more.",
                "Practise ten",
            ],
        ),
        (NEW, [TEN_QUESTIONS, NEW_FIRST]),
        (None, [TEN_QUESTIONS, NEW_FIRST]),
    ],
)
def test_what_is_due_is_what_to_do(page: TodayPage, study: ReviewOverview | None, said: list[str]) -> None:
    if study is not None:
        study = replace(study, at_once=min(20, study.due + study.fresh))
    page.show_today(replace(MIDWAY, study=study))
    assert [part for part in said if part not in seen(page)] == []


def test_a_session_that_leaves_some_for_the_next_says_so(page: TodayPage) -> None:
    page.show_today(replace(MIDWAY, study=replace(STUDY, at_once=3)))
    assert "3 of today’s 10 questions" in seen(page)


@pytest.mark.parametrize(
    ("study", "said"),
    [
        (STUDY, "45 in the next seven days. 4 new ones today."),
        (replace(STUDY, fresh=0), "45 in the next seven days."),
        (replace(STUDY, days=(6, 0, 0, 0, 0, 0, 0), fresh=0), "None on the six days after it."),
        (replace(DONE, reset=0), TOMORROW),
        (
            replace(DONE, days=(0, 0, 0, 7, 0, 0, 1), reset=0),
            "The next come back on Wednesday; 8 in seven days.",
        ),
        (replace(DONE, days=(0, 1, *(0,) * 5), reset=0), "The next one comes back tomorrow."),
        (replace(DONE, days=(0, 0, 0, 1, 0, 0, 0), reset=0), "The next one comes back on Wednesday."),
        (replace(DONE, days=(0,) * 7, reset=0), "Nothing is due in the next seven days."),
        (
            replace(DONE, fresh=4, reset=0),
            f"{TOMORROW} 4 new ones today instead.",
        ),
        (
            replace(STUDY, fresh=0, reset=1),
            f"{WEEK} 1 question was reworded and starts anew.",
        ),
        (replace(STUDY, fresh=0, reset=3), "3 questions were reworded and start anew."),
        (NEW, "What you have answered comes back here when it is time to see it again."),
    ],
)
def test_the_days_ahead_are_told(page: TodayPage, study: ReviewOverview, said: str) -> None:
    page.show_today(replace(MIDWAY, study=study))
    assert said in seen(page)
    assert f"\n{study.due}\nquestions" in seen(page)


def test_the_bars_are_told_in_words(page: TodayPage) -> None:
    page.show_today(MIDWAY)
    assert bars(page) == [
        "Due on each day: Sunday 6, Monday 9, Tuesday 4, Wednesday 7, Thursday 11, Friday 5, Saturday 3"
    ]


def test_before_anything_was_answered_there_is_no_empty_plot(page: TodayPage) -> None:
    page.show_today(TodayView("My class", 96, is_reading=False, is_new=True, study=NEW))
    assert bars(page) == []
    assert "What you have answered comes back here" in seen(page)
    assert "Start ten questions" in seen(page)


@pytest.mark.parametrize(("width", "height"), [(804, 570), (880, 690), (1690, 1040)])
@pytest.mark.parametrize("stopped", [[], [STOPPED]])
def test_nothing_moves_when_what_is_due_is_found(
    page: TodayPage, width: int, height: int, stopped: list[StoppedView]
) -> None:
    page.resize(width, height)
    known = replace(MIDWAY, has_goal=True, goal=this_week(10, 3, 12))
    page.show_stopped(stopped)
    page.show_today(replace(known, study=None, goal=None))
    settle()
    before = places(page)
    page.show_today(known)
    settle()
    assert places(page) == before


def places(page: TodayPage) -> list[tuple[str, int, int, int]]:
    """Where cards, plots and buttons stand, as far as they have a name of their own."""
    kinds = (Button, DayBars)
    found: list[QWidget] = [each for kind in kinds for each in page.findChildren(kind)]
    return [
        (type(each).__name__, each.x(), each.y(), each.height()) for each in found if each.isVisibleTo(page)
    ]


def test_what_began_anew_is_read_once_the_page_is_left(qtbot: QtBot, page: TodayPage) -> None:
    page.show_today(MIDWAY)
    with qtbot.assertNotEmitted(page.reset_read):
        page.hide()
    page.show_today(replace(MIDWAY, study=DONE))
    page.show()
    with qtbot.waitSignal(page.reset_read):
        page.hide()


def test_with_all_banks_closed_enter_leads_to_the_banks(qtbot: QtBot, page: TodayPage) -> None:
    page.show_today(TodayView(exam=SUNDAY.addDays(18), is_reading=False))
    words = seen(page)
    assert "No bank is open" in words
    assert "18\ndays left" in words
    for part in ("Due again", "Reading", "answered."):
        assert part not in words
    page.take_focus()
    assert filled(page) == ["Show banks"]
    with qtbot.waitSignal(page.banks_requested), qtbot.assertNotEmitted(page.start_requested):
        press(page, Qt.Key.Key_Return)


# -- what Enter presses ------------------------------------------------------------------------


@pytest.mark.parametrize("study", [STUDY, DONE, None])
@pytest.mark.parametrize("stopped", [[], [STOPPED]])
@pytest.mark.parametrize("round_", [None, ROUND])
@pytest.mark.parametrize("paper", [None, PAPER])
def test_enter_presses_the_one_filled_button(
    qtbot: QtBot,
    page: TodayPage,
    study: ReviewOverview | None,
    stopped: list[StoppedView],
    round_: RoundView | None,
    paper: PaperView | None,
) -> None:
    page.take_focus()
    page.show_today(replace(MIDWAY, study=study))
    page.show_round(round_)
    page.show_paper(paper)
    page.show_stopped(stopped)
    settle()
    begin = "Practise ten" if study is DONE else "Start ten questions"
    in_order = (
        (paper, "Resume the paper", page.paper_requested),
        (round_, "Resume the round", page.round_requested),
        (stopped, "Resume", page.resume_requested),
        (True, begin, page.start_requested),
    )
    _, name, signal = next(each for each in in_order if each[0])
    assert filled(page) == [name]
    keys = [each for each in page.findChildren(Button) if each.isVisibleTo(page) and each.key == "Enter"]
    assert [each.accessibleName() for each in keys] == [name]
    with qtbot.waitSignal(signal):
        press(page, Qt.Key.Key_Return)
    page.show_paper(None)
    page.show_round(None)
    assert filled(page) == ["Resume" if stopped else begin]
    with qtbot.waitSignal(page.resume_requested if stopped else page.start_requested):
        press(page, Qt.Key.Key_Return)


# -- the goal ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "goal", "said"),
    [
        (
            (4, 0, 11, 14, 0, 10, 12),
            TEN,
            "Four of six days this week.|Six questions today reach your goal. Two days in a row.",
        ),
        ((10, 0, 10), TEN, "Two of six days this week.|Today’s goal is reached. Two days in a row."),
        ((9,), TEN, "None of six days so far this week.|One question today reaches your goal."),
        ((0,), MINUTES, "None of seven days so far this week.|20 minutes today reach your goal."),
        ((19,), MINUTES, "None of seven days so far this week.|One minute today reaches your goal."),
        ((0, 10), replace(TEN, days_off=frozenset({6})), "One of six days this week.|Today is a day off."),
        (
            (10,),
            replace(TEN, days_off=frozenset(range(6))),
            "Reached on the only day of this week that is not off.|Today’s goal is reached.",
        ),
        (
            (9,),
            replace(TEN, days_off=frozenset(range(6))),
            "Only one day of this week is not off.|One question today reaches your goal.",
        ),
        ((0,), replace(TEN, days_off=frozenset(range(7))), "All of this week is off.|Today is a day off."),
        ((10,) * 101, TEN, "Six of six days this week.|Today’s goal is reached. At least 86 days in a row."),
    ],
)
def test_the_week_is_told_and_missed_days_are_not(
    page: TodayPage, counts: tuple[int, ...], goal: Goal, said: str
) -> None:
    page.show_today(replace(MIDWAY, has_goal=True, goal=this_week(*counts, goal=goal)))
    words = seen(page)
    assert [part for part in said.split("|") if part not in words.splitlines()] == []
    assert "miss" not in words


@pytest.mark.parametrize(
    ("count", "said"), [(10, "Today’s goal is reached."), (4, "Six questions today reach your goal.")]
)
def test_a_goal_that_begins_on_the_last_day_of_a_week_is_told_so(
    page: TodayPage, count: int, said: str
) -> None:
    goal = this_week(count, 30, goal=replace(TEN, days_off=frozenset()), past=(PastGoal(Goal(), TODAY),))
    page.show_today(replace(MIDWAY, has_goal=True, goal=goal))
    assert f"This is the first day of your goal.\n{said}" in seen(page)


def test_few_days_in_a_row_are_told_in_words_though_there_may_be_more(page: TodayPage) -> None:
    seldom = replace(TEN, days_off=frozenset(range(6)))
    goal = replace(this_week(10, goal=seldom), streak=2, is_cut=True)
    page.show_today(replace(MIDWAY, has_goal=True, goal=goal))
    assert "Today’s goal is reached. At least two days in a row." in seen(page)


def test_without_a_goal_nothing_is_said_of_one(page: TodayPage) -> None:
    for view in (MIDWAY, replace(MIDWAY, has_goal=True, goal=this_week(3)), MIDWAY):
        page.show_today(view)
        assert ("this week" in seen(page)) is view.has_goal
        assert ("goal" in seen(page)) is view.has_goal


def test_with_room_the_week_has_a_bar_for_each_day(page: TodayPage) -> None:
    page.show_today(replace(MIDWAY, has_goal=True, goal=this_week(4, 0, 11)))
    page.resize(1690, 1000)
    settle()
    words = seen(page)
    assert "This week\n1\nof 6 days" in words
    assert "One of six days this week." not in words
    assert bars(page)[1] == (
        "Monday 0, goal not reached; Tuesday 0, goal not reached; Wednesday 0, goal not reached; "
        "Thursday 0, goal not reached; Friday 11, goal reached; Saturday 0, day off; "
        "Sunday 4, today, goal not reached yet"
    )


def test_the_week_of_another_goal_tells_each_day_by_its_own(page: TodayPage) -> None:
    past = (PastGoal(Goal(), TODAY - timedelta(days=2)), PastGoal(TEN, TODAY))
    goal = this_week(12, 3, 10, 14, goal=MINUTES, past=past)
    page.show_today(replace(MIDWAY, has_goal=True, goal=goal))
    assert "One of two days this week.\nEight minutes today reach your goal." in seen(page)
    page.resize(1690, 1000)
    settle()
    assert bars(page)[1] == (
        "Monday 0, no goal; Tuesday 0, no goal; Wednesday 0, no goal; Thursday 14, no goal; "
        "Friday 10, goal reached; Saturday 3, day off; Sunday 12, today, goal not reached yet"
    )


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(
    ("width", "height", "scale"), [(804, 570, 1.0), (704, 570, 2.0), (529, 340, 2.0), (1700, 1000, 1.0)]
)
@pytest.mark.parametrize("study", [STUDY, DONE, replace(STUDY, due=4021, days=(4021,) * 7, cards=9999)])
def test_no_word_is_cut_off(
    page: TodayPage,
    appearance: Appearance,
    width: int,
    height: int,
    scale: float,
    direction: Qt.LayoutDirection,
    study: ReviewOverview,
) -> None:
    page.setLayoutDirection(direction)
    appearance.set_scale(scale)
    page.resize(width, height)
    page.show_paper(PAPER)
    page.show_round(ROUND)
    page.show_today(replace(MIDWAY, study=study, has_goal=True, goal=this_week(*(10,) * 20)))
    settle()
    assert page.horizontalScrollBar().maximum() == 0
    assert [*cut_off(page), *nameless(page), *overlapping(page)] == []
