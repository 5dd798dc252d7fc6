"""Today over a real store: what is due is found after the page stands, and follows what changes it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from quizapp.domain.attempt import DUE, SessionRules
from quizapp.domain.bank import Bank
from quizapp.domain.selection import Selection
from quizapp.quiz import Profile
from quizapp.storage.answers.database import StoreAccess
from quizapp.storage.answers.errors import DamagedStoreError, StoreFullError
from quizapp.ui.dates import qt_date
from quizapp.ui.errors import ErrorPresenter
from quizapp.ui.goals import change_goal
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.today.controller import TodayController
from quizapp.ui.today.memory import TodayMemory
from quizapp.ui.today.page import TodayPage
from tests.domain.examples import NOON, bank, verdict
from tests.quiz_rig import QuizRig, go_through
from tests.ui.presented import Presented
from tests.ui.screen import seen, texts

DAY = 24 * 3600.0
THREE = bank(*(verdict(name=name) for name in ("one", "two", "three")))


class Reading:
    """Whether banks are still read, set by hand."""

    def __init__(self) -> None:
        self.goes_on = False

    def __call__(self) -> bool:
        return self.goes_on


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[QuizRig]:
    rig = QuizRig(tmp_path)
    rig.quiz.use_bank(THREE)
    yield rig
    rig.quiz.close()


@pytest.fixture
def preferences(tmp_path: Path) -> PreferencesFile:
    return PreferencesFile(tmp_path)


@pytest.fixture
def reading() -> Reading:
    return Reading()


@pytest.fixture
def today(
    qtbot: QtBot,
    rig: QuizRig,
    preferences: PreferencesFile,
    appearance: Appearance,
    reading: Reading,
    tmp_path: Path,
) -> TodayController:
    page = TodayPage(appearance, today=lambda: qt_date(rig.quiz.today))
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    return TodayController(
        rig.quiz, preferences, page, TodayMemory(tmp_path), Presented(), QObject(page), reading
    )


def shown(rig: QuizRig, today: TodayController) -> str:
    """What Today says once reviews are up to date, which the shell sees to piece by piece."""
    seen(today.page)
    while rig.quiz.reviews.is_behind:
        if rig.quiz.reviews.advance():
            today.refresh()
    return seen(today.page)


def answer_all(rig: QuizRig, missed: frozenset[str] = frozenset()) -> None:
    go_through(rig.quiz, rig.quiz.start(Selection(reason_step=False)), missed)


def reworded(name: str) -> Bank:
    """The bank with another wording of one question."""
    others = [each for each in THREE.questions if each.id != name]
    return bank(replace(verdict(name=name), scenario="Another wording."), *others)


def test_what_is_due_is_found_once_the_page_stands_and_the_banks_are_read(
    rig: QuizRig, today: TodayController, reading: Reading
) -> None:
    answer_all(rig, frozenset({"one"}))
    rig.seconds += DAY
    reading.goes_on = True
    today.refresh()
    assert "It comes again today" not in seen(today.page)
    assert "reviews" not in vars(rig.quiz)  # nothing of it was loaded
    reading.goes_on = False
    today.refresh()
    assert "reviews" not in vars(rig.quiz)
    assert "It comes again today" in shown(rig, today)
    assert "\n1\nquestion" in shown(rig, today)


def test_opened_again_it_is_right_at_once(rig: QuizRig, today: TodayController) -> None:
    answer_all(rig, frozenset({"one"}))
    rig.seconds += DAY
    today.refresh()
    assert "\n1\nquestion" in shown(rig, today)
    go_through(rig.quiz, today.begin_due(SessionRules(reason_step=False)))
    today.refresh()
    assert "0 questions" in " ".join(texts(today.page))  # before the event loop has run


def test_a_start_is_on_what_is_due_even_before_that_is_shown(rig: QuizRig, today: TodayController) -> None:
    today.refresh()
    assert not today.starts_due()  # nothing was ever answered: the first questions of the bank
    answer_all(rig, frozenset({"one"}))
    assert not today.starts_due()  # nothing more today
    shown(rig, today)
    rig.seconds += DAY
    today.refresh()
    assert today.starts_due()
    session = today.begin_due(SessionRules(reason_step=False))
    assert (session.start.rules.which, session.start.rules.reason_step) == (DUE, False)
    assert [asked.question.id for asked in session.asked] == ["one"]


def test_another_day_brings_what_is_due_on_it(rig: QuizRig, today: TodayController) -> None:
    answer_all(rig, frozenset({"one"}))
    today.refresh()
    assert "Nothing more is due today" in shown(rig, today)
    rig.seconds += DAY
    for timer in today.page.findChildren(QTimer):
        timer.timeout.emit()
    assert "It comes again today" in shown(rig, today)


def test_settings_are_followed(rig: QuizRig, today: TodayController, preferences: PreferencesFile) -> None:
    answer_all(rig)
    today.refresh()
    assert "goal" not in shown(rig, today)
    preferences.change(goal_kind="questions", goal=5, exam_date=qt_date(rig.quiz.today).addDays(9))
    today.refresh()
    words = shown(rig, today)
    assert "Two questions today reach your goal." in words
    assert "9\ndays left" in words
    assert "All 3 questions answered. Those you have seen once come back before the exam." in words
    preferences.change(goal=3, days_off=(rig.quiz.today.weekday(),))
    today.refresh()
    assert "Today is a day off." in shown(rig, today)


def test_another_goal_neither_breaks_nor_mends_a_row_of_days(
    rig: QuizRig, today: TodayController, preferences: PreferencesFile
) -> None:
    change_goal(preferences, rig.quiz.today - timedelta(days=30), goal_kind="questions", goal=3)
    for missed in (True, False, False):
        rig.seconds += DAY
        if not missed:
            answer_all(rig)
    today.refresh()
    assert "Today’s goal is reached. Two days in a row." in shown(rig, today)
    change_goal(preferences, rig.quiz.today, goal=5)
    today.refresh()
    assert "Two questions today reach your goal." in shown(rig, today)
    assert "in a row" not in shown(rig, today)  # yesterday alone is none
    change_goal(preferences, rig.quiz.today, goal=1)
    today.refresh()
    assert "Today’s goal is reached. Two days in a row." in shown(rig, today)
    everyday = tuple({*range(7)} - {rig.quiz.today.weekday()})
    change_goal(preferences, rig.quiz.today, days_off=everyday)
    today.refresh()
    assert "Today’s goal is reached. Two days in a row." in shown(rig, today)
    rig.seconds += DAY
    change_goal(preferences, rig.quiz.today, days_off=())
    answer_all(rig)
    today.refresh()
    assert "Today’s goal is reached. Three days in a row." in shown(rig, today)


def test_what_was_reworded_is_said_once(rig: QuizRig, today: TodayController) -> None:
    answer_all(rig)
    today.refresh()
    assert "reworded" not in shown(rig, today)
    rig.quiz.use_bank(reworded("two"))
    today.refresh()
    for _ in range(2):  # for as long as the page is in front
        assert "1 question was reworded and starts anew." in shown(rig, today)
        today.refresh()
    today.page.hide()
    today.refresh()  # as whenever it comes to the front
    today.page.show()
    for _ in range(2):
        assert "reworded" not in shown(rig, today)
        today.refresh()


def test_a_guest_sees_nothing_of_what_the_owner_has_due(rig: QuizRig, today: TodayController) -> None:
    answer_all(rig, frozenset({"one"}))
    rig.seconds += DAY
    today.refresh()
    assert "It comes again today" in shown(rig, today)
    rig.quiz.archive.use(Profile.GUEST)
    today.refresh()
    words = shown(rig, today)
    assert "comes again" not in words
    assert "What you have answered comes back here" in words


def test_closing_all_banks_leaves_the_exam_and_a_way_to_the_banks(
    rig: QuizRig, today: TodayController, preferences: PreferencesFile
) -> None:
    preferences.change(exam_date=qt_date(rig.quiz.today + timedelta(9)))
    answer_all(rig)
    today.refresh()
    assert "All 3 questions answered." in shown(rig, today)
    rig.quiz.close_bank(THREE.id)
    today.refresh()
    words = shown(rig, today)
    assert "No bank is open" in words
    assert "9\ndays left" in words
    assert "answered." not in words
    assert not today.starts_due()


@pytest.mark.parametrize("others", [0, 1])
def test_a_session_on_several_banks_names_none_of_them(
    rig: QuizRig, today: TodayController, others: int
) -> None:
    for number in range(others):
        rig.quiz.add_bank(replace(bank(verdict(name="four")), id=f"other-{number}"))
    session = today.begin_due(SessionRules(reason_step=False))
    assert len({asked.ref.bank_id for asked in session.asked}) == 1 + others
    rig.quiz.answer(session, "service")
    today.refresh()
    words = shown(rig, today)
    assert "Due and new questions, question 1 of " in words
    assert ("From “Demo”, stopped today." in words) is (not others)


def test_a_start_from_another_page_is_on_what_is_due_by_then(rig: QuizRig, today: TodayController) -> None:
    answer_all(rig, frozenset({"one"}))
    rig.seconds += DAY
    today.refresh()
    shown(rig, today)
    assert today.starts_due()
    go_through(rig.quiz, today.begin_due(SessionRules(reason_step=False)))
    assert not today.starts_due()  # from the summary, say, before Today is shown again
    rig.seconds += 60 * DAY
    assert today.starts_due()


def test_damage_left_as_it_is_is_told_of_once_and_not_for_ever(
    rig: QuizRig, today: TodayController, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_access: StoreAccess) -> None:
        raise DamagedStoreError(rig.file)

    told: list[object] = []

    def leave_as_it_is(trouble: object) -> None:
        told.append(trouble)
        today.refresh()  # as the shell does, which shows Today then

    answer_all(rig)
    monkeypatch.setattr(StoreAccess, "writing", damaged)
    today._errors = ErrorPresenter(told.append, leave_as_it_is)
    today.refresh()
    for _ in range(3):
        seen(today.page)
    assert [type(each) for each in told] == [DamagedStoreError]


def test_where_nothing_can_be_written_the_page_says_all_else(
    rig: QuizRig, today: TodayController, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_access: StoreAccess) -> None:
        raise StoreFullError(rig.file)

    answer_all(rig)
    today.refresh()
    shown(rig, today)
    session = rig.quiz.start(Selection(reason_step=False))
    rig.quiz.answer(session, "product")
    monkeypatch.setattr(StoreAccess, "writing", full)
    today.refresh()
    words = seen(today.page)
    assert "Stopped today. Three questions are left" in words
    assert "3 answered" in words
    assert isinstance(today._errors, Presented)
    assert [type(each) for each in today._errors.told] == [StoreFullError]


@pytest.mark.parametrize("now", [datetime(1, 1, 1, tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
def test_a_clock_at_an_end_of_the_calendar_is_said_to_be_wrong(
    rig: QuizRig, today: TodayController, preferences: PreferencesFile, now: datetime
) -> None:
    answer_all(rig)
    preferences.change(exam_date=qt_date(rig.quiz.today).addDays(9), goal_kind="questions", goal=5)
    rig.seconds = (now - NOON).total_seconds()
    if now.year > NOON.year:
        rig.seconds -= 1  # of a float
    today.refresh()
    assert "The clock of this computer says" in shown(rig, today)
    answer_all(rig)
    today.refresh()
    assert "The clock of this computer says" in shown(rig, today)
    rig.seconds = DAY
    today.refresh()
    assert "All 3 questions answered." in shown(rig, today)


@pytest.mark.parametrize(("chosen", "offered"), [(2, "Two"), (0, "Three"), (None, "Three"), (30, "Three")])
def test_the_first_session_has_the_new_ones_that_were_chosen(
    rig: QuizRig,
    today: TodayController,
    preferences: PreferencesFile,
    chosen: int | None,
    offered: str,
) -> None:
    preferences.change(new_a_day=chosen)
    today.refresh()
    assert f"Start {offered.lower()} questions" in shown(rig, today)
    assert today.first_length() == {2: 2, 30: 20}.get(chosen or 0, 10)
