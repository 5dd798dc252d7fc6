"""Today: one button, a session to go on with, and what else is worth knowing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from quizapp.domain.cue_score import CueScore
from quizapp.domain.selection import USUAL_LENGTH
from quizapp.domain.study_plan import StudyPlan
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.today.cards import RoundView, SmallCard
from quizapp.ui.today.page import TodayPage
from quizapp.ui.today.stopped import StoppedView
from quizapp.ui.today.study import QuestionDots
from quizapp.ui.today.view import TodayView
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.interval_band import IntervalBand
from tests.ui.screen import cut_off, nameless, press, seen, settle, to_front, unplain
from tests.ui.studies import PLAN, STUDY, TODAY

SUNDAY = QDate(2026, 11, 22)
WEAKEST = CueScore("runs", "Who keeps it running", 2, 7, 0.08, 0.64)
FULL = TodayView(
    "My class", 20, 3, 1, (WEAKEST,), SUNDAY.addDays(18), guest=True, notice="The clock went back."
)


def stopped(name: str = "Cloud", position: int = 7, days: int = 0, session: str = "s1") -> StoppedView:
    """A session of 20 questions left so many days ago."""
    return StoppedView(session, name, "My class", position, 20, SUNDAY.addDays(-days))


class Calendar:
    """A date that is set by hand."""

    def __init__(self) -> None:
        self.day = SUNDAY

    def today(self) -> QDate:
        return self.day


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance, calendar: Calendar) -> TodayPage:
    page = TodayPage(appearance, today=calendar.today)
    qtbot.addWidget(page)
    page.resize(900, 700)
    to_front(qtbot, page)
    return page


def test_enter_starts(qtbot: QtBot, page: TodayPage) -> None:
    page.take_focus()
    with qtbot.waitSignal(page.start_requested):
        press(page, Qt.Key.Key_Return)


def test_it_begins_at_the_top_though_enter_starts(page: TodayPage, appearance: Appearance) -> None:
    appearance.set_scale(2.0)
    page.resize(700, 400)
    page.verticalScrollBar().setValue(200)
    page.take_focus()
    settle()
    assert page.focusWidget() is button(page, "Start ten questions")
    assert (page.verticalScrollBar().value(), page.verticalScrollBar().maximum() > 0) == (0, True)


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (TodayView(), ["Start ten questions", "Reading the bank …"]),
        (TodayView(is_reading=False), ["No bank is open", "Show banks"]),
        (
            TodayView("My class", 20),
            ["Ten questions, about eight minutes", "My class", "20 questions · all new"],
        ),
        (TodayView("My class", 20), ["Each shows a small scenario."]),
        (TodayView("My class", 20, scenarios=False), ["Choose the one right option."]),
        (
            TodayView("My class", 20, 3),
            ["New questions first, then your mistakes.", "20 questions · 3 answered"],
        ),
        (TodayView("My class", 1, 0, 2), ["One question, about one minute", "2 problems to fix"]),
    ],
)
def test_today_says_what_there_is(page: TodayPage, view: TodayView, said: list[str]) -> None:
    page.show_today(view)
    assert [part for part in said if part not in seen(page)] == []


def test_a_round_left_in_the_middle_is_offered(qtbot: QtBot, page: TodayPage) -> None:
    page.show_round(RoundView("r7", "Monday class", 4, 12, others=2))
    words = seen(page)
    assert "The round “Monday class” stopped at question 4 of 12" in words
    assert "Rounds also lists 2 more that were not ended." in words
    with qtbot.waitSignal(page.round_requested) as heard:
        QTest.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert heard.args == ["r7"]
    page.show_round(None)
    assert "Monday class" not in seen(page)


@pytest.mark.parametrize("sessions", [[], [stopped()]])
def test_enter_goes_on_with_a_round_before_all_else(
    qtbot: QtBot, page: TodayPage, sessions: list[StoppedView]
) -> None:
    page.take_focus()  # the round is found after the page stands
    page.show_stopped(sessions)
    page.show_round(RoundView("r7", "Monday class", 4, 12))
    settle()
    assert filled(page) == ["Resume the round"]
    keys = {each.text(): each.key for each in page.findChildren(Button) if each.isVisible()}
    assert [text for text, key in keys.items() if key == "Enter"] == ["Resume the round"]
    for _ in range(2):
        with qtbot.assertNotEmitted(page.start_requested), qtbot.waitSignal(page.round_requested) as heard:
            press(page, Qt.Key.Key_Return)
        assert heard.args == ["r7"]
        page.take_focus()
    page.show_round(None)
    assert filled(page) == ["Resume" if sessions else "Start ten questions"]
    with qtbot.waitSignal(page.resume_requested if sessions else page.start_requested):
        press(page, Qt.Key.Key_Return)


def test_a_round_left_in_the_middle_promises_only_what_was_saved(page: TodayPage) -> None:
    page.show_round(RoundView("r7", "Monday class", 4, 12))
    assert "What was saved is here." in seen(page)


def test_a_session_left_in_the_middle_is_what_enter_goes_on_with(qtbot: QtBot, page: TodayPage) -> None:
    assert "Resume" not in seen(page)
    page.show_stopped([stopped(days=2)])
    words = seen(page)
    assert "Cloud, question 7 of 20" in words
    assert "From “My class”, stopped on Friday. 14 questions are left, about 11 minutes." in words
    assert "Also waiting" not in words
    page.take_focus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_R):
        with qtbot.waitSignal(page.resume_requested) as heard:
            press(page, key)
        assert heard.args == ["s1"]
    with qtbot.waitSignal(page.start_requested):
        press(page, Qt.Key.Key_N)


def filled(page: TodayPage) -> list[str]:
    """The filled buttons that can be seen."""
    buttons = [each for each in page.findChildren(QAbstractButton) if each.isVisibleTo(page)]
    return [each.accessibleName() for each in buttons if each.property("kind") == "filled"]


def test_only_what_is_offered_first_is_filled(page: TodayPage) -> None:
    assert filled(page) == ["Start ten questions"]
    page.show_stopped([stopped(), stopped("Contracts", session="s2")])
    assert filled(page) == ["Resume"]


def test_all_other_sessions_are_listed_and_named(qtbot: QtBot, page: TodayPage) -> None:
    others = [stopped(f"Topic {n}", n, n, f"o{n}") for n in range(1, 6)]
    page.show_stopped([stopped(), *others])
    words = seen(page)
    for part in ("Also waiting", "1 of 20, yesterday · My class", "3 of 20, Thursday"):
        assert part in words
    assert "Topic 4" not in words
    button(page, "Show all 5").click()
    assert "Topic 5" in seen(page)
    for request, signal in (("Resume", page.resume_requested), ("Discard", page.discard_requested)):
        with qtbot.waitSignal(signal) as heard:
            button(page, f"{request} Topic 2, 2 of 20, Friday · My class").click()
        assert heard.args == ["o2"]


def test_a_discarded_session_can_be_brought_back(qtbot: QtBot, page: TodayPage) -> None:
    page.show_stopped([stopped(), stopped("Contracts", session="s2")])
    button(page, "Discard").setFocus()
    page.show_stopped([stopped("Contracts", session="s2")])
    page.show_discarded(stopped())
    assert "Discarded: Cloud, question 7 of 20. Its answers stay saved." in seen(page)
    assert page.focusWidget() is button(page, "Undo")
    with qtbot.waitSignal(page.undo_requested):
        press(page, Qt.Key.Key_Space)
    page.show_discarded(None)
    assert "Discarded" not in seen(page)


def test_a_double_click_discards_one_session(page: TodayPage) -> None:
    page.show_stopped([stopped(), stopped("Contracts", session="s2")])
    heard: list[object] = []
    page.discard_requested.connect(heard.append)
    page.discard_requested.connect(lambda _: page.show_stopped([stopped("Contracts", session="s2")]))
    for _ in range(2):
        QTest.mouseClick(button(page, "Discard"), Qt.MouseButton.LeftButton)
    assert heard == ["s1"]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "stopped today."),
        (1, "stopped yesterday."),
        (6, "stopped on Monday."),
        (7, "stopped on 15 November."),
        (-1, "stopped on 23 November."),
        (400, "stopped on 18 October 2025."),
    ],
)
def test_the_day_a_session_was_left_is_said(page: TodayPage, days: int, said: str) -> None:
    page.show_stopped([stopped(days=days)])
    assert said in seen(page)


def test_the_last_question_is_one(page: TodayPage) -> None:
    page.show_stopped([stopped(position=20)])
    assert "One question is left." in seen(page)


def button(page: TodayPage, name: str) -> QAbstractButton:
    return next(each for each in page.findChildren(QAbstractButton) if each.accessibleName() == name)


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("Choose your own questions", "practice_requested"),
        ("Practise it", "weakest_requested"),
        ("Show banks", "banks_requested"),
        ("Close this notice", "notice_closed"),
    ],
)
def test_every_button_emits_its_request(qtbot: QtBot, page: TodayPage, name: str, signal: str) -> None:
    page.show_today(FULL)
    with qtbot.waitSignal(getattr(page, signal)):
        QTest.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


def test_the_first_start_shows_what_there_is_and_no_more(page: TodayPage) -> None:
    page.show_today(TodayView("My class", 20))
    words = seen(page)
    for part in ("Weakest kind of reason", "exam", "guest", "Practise it", "notice"):
        assert part not in words


def test_the_weakest_cue_stands_with_its_number_and_interval(page: TodayPage) -> None:
    page.show_today(FULL)
    words = seen(page)
    for part in (
        "Who keeps it running",
        "2 of 7",
        "29 %, likely between 8 % and 64 %",
        "Right for the right reason, over all sessions. Your level is likely between 8 % and 64 %: ",
    ):
        assert part in words


def test_with_room_the_next_weakest_stand_as_well(page: TodayPage) -> None:
    others = tuple(replace(WEAKEST, cue=f"c{n}", name=f"Another {n}") for n in range(4))
    page.show_today(replace(FULL, weakest=(WEAKEST, *others)))
    words = seen(page)
    assert "Another" not in words
    assert "Weakest kind of reason" in words
    page.resize(1300, 900)
    settle()
    words = seen(page)
    assert [f"Another {n}" in words for n in range(3)] == [True, True, False]
    assert "Weakest kinds of reason" in words
    assert button(page, "Practise the weakest").isVisible()


def test_bands_end_at_one_line_whatever_stands_behind_them(page: TodayPage) -> None:
    scores = [replace(WEAKEST, cue=f"c{n}", asked=asked) for n, asked in enumerate((7, 100, 14))]
    page.show_today(replace(FULL, weakest=tuple(scores)))
    page.resize(1300, 900)
    settle()
    bands = page.findChildren(IntervalBand)
    assert len(bands) == len(scores)
    assert len({band.width() for band in bands}) == 1


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (18, "Exam, Thursday 10 December\n18\ndays left"),
        (1, "Exam, Monday 23 November\n1\nday left"),
        (0, "Exam, Sunday 22 November\nToday\n"),
        (60, "Exam, Thursday 21 January 2027\n60\ndays left"),
        (-1, None),
    ],
)
def test_the_exam_is_counted_down_to_and_then_forgotten(page: TodayPage, days: int, said: str | None) -> None:
    page.show_today(TodayView("My class", 20, exam=SUNDAY.addDays(days), study=STUDY))
    words = seen(page)
    assert ("Exam, " in words) is (said is not None)
    assert said is None or said in words


def test_the_exam_card_tells_what_it_counts(page: TodayPage) -> None:
    page.show_today(TodayView("My class", 20, exam=SUNDAY.addDays(18), study=STUDY))
    counted = "Of all open banks; twins count once, and so do the two questions on a term."
    (dots,) = (each for each in page.findChildren(QuestionDots) if each.isVisible())
    assert (dots.toolTip(), dots.accessibleDescription()) == (counted, counted)


SOON, LATE = TODAY + timedelta(3), TODAY + timedelta(30)
SHORT = replace(PLAN, twice=False, enough=12)
TWELVE = "With 12 a day you would see all of them twice."
LAST = replace(PLAN, days=1, once_by=TODAY, twice=False, enough=None)


@pytest.mark.parametrize(
    ("met", "plan", "said"),
    [
        (61, PLAN, "At 8 new questions a day you will have seen all of them twice by the exam."),
        (
            61,
            replace(PLAN, a_day=1),
            "At 1 new question a day you will have seen all of them twice by the exam.",
        ),
        (
            61,
            replace(PLAN, a_day=148),
            "To see all of them twice by the exam would take 148 new questions a day.",
        ),
        (96, replace(PLAN, new=0, once=0), "You have seen all of them twice."),
        (96, replace(PLAN, new=0), "Those you have seen once come back before the exam."),
        (
            96,
            replace(PLAN, new=0, days=1, twice=False, enough=None),
            "Those that were new today do not come back before the exam.",
        ),
        (
            61,
            replace(SHORT, once_by=SOON),
            "At 8 new questions a day all will be seen once by Wednesday. " + TWELVE,
        ),
        (
            61,
            replace(SHORT, days=60, once_by=date(2027, 1, 20)),
            "At 8 new questions a day all will be seen once by 20 January 2027. " + TWELVE,
        ),
        (
            61,
            replace(SHORT, once_by=LATE),
            "At 8 new questions a day some will not be seen before the exam. " + TWELVE,
        ),
        (
            61,
            replace(SHORT, a_day=0, once_by=None),
            "Without new questions some will not be seen before the exam. " + TWELVE,
        ),
        (61, replace(LAST, once_by=SOON), "Today is the last day to see more of them."),
        (61, LAST, "Today is the last day: you can still see all of them once."),
        (61, None, "Good luck."),
    ],
)
def test_the_exam_card_says_what_the_pace_leads_to(
    page: TodayPage, met: int, plan: StudyPlan | None, said: str
) -> None:
    days = plan.days if plan is not None else 0
    study = replace(STUDY, met=met, plan=plan)
    page.show_today(TodayView("My class", 20, exam=SUNDAY.addDays(days), study=study))
    answered = "All 96 questions answered." if met == 96 else "61 of 96 questions answered."
    words = seen(page).splitlines()
    assert f"{answered} {said}" in words
    assert f"{met} of 96 questions answered" in words  # what screen readers hear of the dots


def test_a_single_question_is_told_as_one(page: TodayPage) -> None:
    study = replace(STUDY, met=1, cards=1, plan=None)
    page.show_today(TodayView("My class", 1, exam=SUNDAY, study=study))
    assert "1 of 1 question answered. Good luck." in seen(page).splitlines()


@pytest.mark.parametrize("questions", [1, 96, 700, 10_000])
def test_the_dots_keep_their_place_whatever_they_show(page: TodayPage, questions: int) -> None:
    exam = SUNDAY.addDays(18)
    page.show_today(TodayView("My class", 20, exam=exam))
    (dots,) = page.findChildren(QuestionDots)
    settle()
    before, place = dots.grab().toImage(), dots.geometry()
    page.show_today(TodayView("My class", 20, exam=exam, study=replace(STUDY, met=1, cards=questions)))
    settle()
    assert dots.geometry() == place
    assert dots.grab().toImage() != before


def test_the_page_follows_the_date_past_midnight(page: TodayPage, calendar: Calendar) -> None:
    page.show_today(FULL)
    page.show_stopped([stopped(), stopped(session="s2")])
    assert "Sunday, 22 November 2026" in seen(page)
    for day, signals in ((SUNDAY, 0), (SUNDAY.addDays(1), 1), (SUNDAY.addDays(1), 0)):
        calendar.day = day
        heard: list[bool] = []
        told = page.day_changed.connect(lambda heard=heard: heard.append(True))
        for timer in page.findChildren(QTimer):
            timer.timeout.emit()
        page.day_changed.disconnect(told)
        assert len(heard) == signals
    words = seen(page)
    for part in ("Monday, 23 November 2026", "stopped yesterday.", "17\ndays left"):
        assert part in words


def test_a_notice_stays_until_it_is_closed(page: TodayPage) -> None:
    page.show_today(FULL)
    assert "The clock went back." in seen(page)
    button(page, "Close this notice").click()
    assert "The clock went back." not in seen(page)


def test_a_guest_is_told(page: TodayPage) -> None:
    page.show_today(FULL)
    assert "A guest is practising." in seen(page)


def left_and_top(page: TodayPage, words: str) -> tuple[int, int]:
    """Where a label stands on the page."""
    [label] = [each for each in page.findChildren(QLabel) if each.text() == words]
    at = label.mapTo(page, QPoint())
    return at.x(), at.y()


@pytest.mark.parametrize(("width", "is_beside"), [(700, False), (900, True), (1690, True)])
def test_sessions_that_wait_stand_below_the_offer_or_beside_it(
    page: TodayPage,
    width: int,
    is_beside: bool,  # noqa: FBT001
) -> None:
    page.show_today(FULL)
    page.show_stopped([stopped(), stopped("Contracts", session="s2")])
    page.resize(width, 900)
    settle()
    offer = left_and_top(page, "Cloud, question 7 of 20")
    kept = left_and_top(page, "Contracts")
    assert (kept[0] > offer[0], kept[1] > offer[1] + 40) == (is_beside, not is_beside)


@pytest.mark.parametrize(("width", "count"), [(900, 3), (1690, 4)])
def test_small_cards_stand_abreast_and_share_the_width(page: TodayPage, width: int, count: int) -> None:
    page.show_today(replace(FULL, errors=0))
    page.resize(width, 900)
    settle()
    cards = [card for card in page.findChildren(SmallCard) if card.isVisibleTo(page)]
    assert (len(cards), len({card.y() for card in cards})) == (count, 1)
    widths = [card.width() for card in cards]
    assert max(widths) - min(widths) <= 1
    assert sum(widths) > min(page.width() - 120, 1500)


def test_a_bank_with_problems_makes_two_rows_alike(page: TodayPage) -> None:
    page.show_today(FULL)
    settle()
    cards = [card for card in page.findChildren(SmallCard) if card.isVisibleTo(page)]
    assert "1 problem to fix" in seen(page)
    assert sorted(map([card.y() for card in cards].count, {card.y() for card in cards})) == [2, 2]


def test_the_offer_has_the_whole_width_where_nothing_waits(page: TodayPage) -> None:
    page.show_today(TodayView("My class", 20, is_new=True))
    page.resize(1690, 900)
    settle()
    offer = button(page, "Start ten questions").parent()
    assert isinstance(offer, Card)
    small = [card for card in page.findChildren(SmallCard) if card.isVisibleTo(page)]
    assert offer.width() == small[-1].geometry().right() + 1 - small[0].geometry().left()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(
    ("width", "height", "scale"), [(804, 570, 1.0), (704, 570, 2.0), (529, 340, 2.0), (1700, 1000, 1.0)]
)
def test_no_word_is_cut_off(
    page: TodayPage,
    appearance: Appearance,
    width: int,
    height: int,
    scale: float,
    direction: Qt.LayoutDirection,
) -> None:
    page.setLayoutDirection(direction)
    appearance.set_scale(scale)
    page.resize(width, height)
    page.show_today(FULL)
    page.show_stopped([stopped(), *(stopped("Who keeps it running", n, n, f"o{n}") for n in range(1, 6))])
    page.show_discarded(stopped())
    page.show_round(RoundView("r7", "Monday class", 4, 12, others=2))
    settle()
    assert page.horizontalScrollBar().maximum() == 0
    assert [*cut_off(page), *nameless(page), *unplain(page)] == []
    assert (page.width(), page.height()) == (width, height)


def test_the_first_offer_is_as_long_as_sessions_usually_are() -> None:
    assert TodayView().first == USUAL_LENGTH
