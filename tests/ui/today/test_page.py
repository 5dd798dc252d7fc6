"""Today: one button, a session to go on with, and what else is worth knowing."""

import pytest
from PySide6.QtCore import QDate, QLocale, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from quizapp.domain.history import CueScore
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.today.page import ResumeView, RoundView, SmallCard, TodayPage, TodayView
from quizapp.ui.widgets.cards import Card
from tests.ui.screen import cut_off, nameless, press, seen, settle, to_front, unplain

SUNDAY = QDate(2026, 11, 22)
WEAKEST = CueScore("runs", "Who keeps it running", 2, 7, 0.08, 0.64)
FULL = TodayView("My class", 20, 3, 1, WEAKEST, SUNDAY.addDays(18), guest=True, notice="The clock went back.")


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
        (
            TodayView("My class", 20),
            ["Ten questions, about eight minutes", "My class", "20 questions · none answered yet"],
        ),
        (TodayView("My class", 20), ["Each shows a small scenario."]),
        (TodayView("My class", 20, scenarios=False), ["Choose the one right option."]),
        (TodayView("My class", 20, 3), ["What is new comes first", "3 of them answered"]),
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


def test_a_session_left_in_the_middle_is_offered(qtbot: QtBot, page: TodayPage) -> None:
    assert "Resume" not in seen(page)
    page.show_resume(ResumeView(7, 20, QDate(2026, 11, 20)))
    assert "Friday’s session stopped at question 7 of 20" in seen(page)
    with qtbot.waitSignal(page.resume_requested):
        press(page, Qt.Key.Key_R)


def test_todays_session_is_called_so(page: TodayPage) -> None:
    page.show_resume(ResumeView(1, 10, SUNDAY))
    assert "Today’s session stopped at question 1 of 10" in seen(page)


@pytest.mark.parametrize("days", [-7, -90, 1])
def test_a_session_of_another_week_is_called_by_its_date(page: TodayPage, days: int) -> None:
    started = SUNDAY.addDays(days)
    page.show_resume(ResumeView(1, 10, started))
    date = QLocale().toString(started, QLocale.FormatType.LongFormat)
    assert f"The session of {date} stopped at question 1 of 10" in seen(page)


def button(page: TodayPage, name: str) -> QAbstractButton:
    return next(each for each in page.findChildren(QAbstractButton) if each.accessibleName() == name)


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("Choose yourself", "practice_requested"),
        ("Practise it", "weakest_requested"),
        ("Show banks", "banks_requested"),
        ("Not now", "set_aside_requested"),
        ("Close this notice", "notice_closed"),
    ],
)
def test_every_button_emits_its_request(qtbot: QtBot, page: TodayPage, name: str, signal: str) -> None:
    page.show_today(FULL)
    page.show_resume(ResumeView(7, 20, SUNDAY))
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
        "2 of 7 right for the right reason",
        "29 %, likely between 8 % and 64 %",
    ):
        assert part in words


@pytest.mark.parametrize(
    ("days", "said"), [(18, "18\ndays left"), (1, "1\nday left"), (0, "Today\n"), (-1, None)]
)
def test_the_exam_is_counted_down_to_and_then_forgotten(page: TodayPage, days: int, said: str | None) -> None:
    page.show_today(TodayView("My class", 20, exam=SUNDAY.addDays(days)))
    words = seen(page)
    assert ("Your exam" in words) is (said is not None)
    assert said is None or said in words


def test_the_page_follows_the_date_past_midnight(page: TodayPage, calendar: Calendar) -> None:
    page.show_today(FULL)
    page.show_resume(ResumeView(7, 20, SUNDAY))
    assert "Sunday, 22 November 2026" in seen(page)
    calendar.day = SUNDAY.addDays(1)
    for timer in page.findChildren(QTimer):
        timer.timeout.emit()
    words = seen(page)
    for part in ("Monday, 23 November 2026", "Sunday’s session stopped", "17\ndays left"):
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


@pytest.mark.parametrize(("width", "is_beside"), [(900, False), (1690, True)])
def test_a_session_to_go_on_with_stands_below_the_offer_or_beside_it(
    page: TodayPage,
    width: int,
    is_beside: bool,  # noqa: FBT001
) -> None:
    page.show_today(FULL)
    page.show_resume(ResumeView(7, 20, SUNDAY))
    page.resize(width, 900)
    settle()
    offer = left_and_top(page, "Ten questions, about eight minutes")
    kept = left_and_top(page, "Today’s session stopped at question 7 of 20")
    assert (kept[0] > offer[0], kept[1] > offer[1] + 40) == (is_beside, not is_beside)


@pytest.mark.parametrize("width", [900, 1690])
def test_small_cards_stand_abreast_and_share_the_width(page: TodayPage, width: int) -> None:
    page.show_today(FULL)
    page.resize(width, 900)
    settle()
    cards = [card for card in page.findChildren(SmallCard) if card.isVisibleTo(page)]
    assert (len(cards), len({card.y() for card in cards})) == (3, 1)
    widths = [card.width() for card in cards]
    assert max(widths) - min(widths) <= 1
    assert sum(widths) > min(page.width() - 120, 1500)


def test_the_offer_has_the_whole_width_where_nothing_waits(page: TodayPage) -> None:
    page.show_today(TodayView("My class", 20))
    page.resize(1690, 900)
    settle()
    offer, bank = button(page, "Start ten questions").parent(), button(page, "Show banks").parent()
    assert isinstance(offer, Card)
    assert isinstance(bank, Card)
    assert offer.width() == bank.width()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(("width", "height", "scale"), [(804, 570, 1.0), (704, 570, 2.0), (1700, 1000, 1.0)])
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
    page.show_resume(ResumeView(7, 20, SUNDAY))
    assert [*cut_off(page), *nameless(page), *unplain(page)] == []
    assert (page.width(), page.height()) == (width, height)
