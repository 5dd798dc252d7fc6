"""What the Settings page shows, and what it requests."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QDateTime, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QDateEdit, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.preferences import MOST_A_DAY
from quizapp.ui.settings.page import BankAnswers, NoteCounts, SettingsPage, SettingsView
from quizapp.ui.settings.revision import AmountField, GoalCard
from quizapp.ui.style.appearance import Appearance
from tests.ui.screen import cut_off, nameless, press, seen, settle, to_front, unplain

TODAY = QDate(2026, 11, 22)
FRESH = SettingsView(
    theme="system",
    scale=1.0,
    reduced_motion=False,
    exam="",
    exam_date=None,
    today=TODAY,
    reason_step=True,
    guest=False,
    folder=Path("/home/jane/data"),
)
FULL = replace(
    FRESH,
    exam="v5",
    exam_date=QDate(2026, 12, 24),
    backup=QDateTime(TODAY, QDateTime.currentDateTime().time()),
    folder=Path("/home/jane", "a folder with a long name", "and another one below it" * 4),
    notes=NoteCounts(1, 2),
    banks=(BankAnswers("one", "Bank <b>one</b> & more", 42), BankAnswers("two", "Second", 0)),
)


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> SettingsPage:  # noqa: ARG001 - it puts the sheet in force
    page = SettingsPage()
    qtbot.addWidget(page)
    page.show_settings(FULL)
    page.resize(900, 700)
    to_front(qtbot, page)
    return page


def button(page: QWidget, name: str) -> QAbstractButton:
    """The visible control of this name."""
    found = [
        each
        for each in page.findChildren(QAbstractButton)
        if each.accessibleName() == name and each.isVisibleTo(page)
    ]
    assert len(found) == 1, name
    return found[0]


def the_day(page: SettingsPage) -> QDateEdit:
    """The field that shows the day of the exam."""
    day = page.revision.findChild(QDateEdit)
    assert isinstance(day, QDateEdit)
    return day


REQUESTS: dict[str, tuple[str, Callable[[SettingsPage], object], object]] = {
    "theme": ("Dark", lambda page: page.appearance.theme_requested, "dark"),
    "motion": ("Reduce motion", lambda page: page.appearance.motion_requested, True),
    "exam": ("ITIL 4", lambda page: page.revision.exam_requested, "itil4"),
    "no date": ("Clear the date", lambda page: page.revision.date_requested, None),
    "reasons": ("Ask what decides it", lambda page: page.revision.reason_step_requested, False),
    "how sure": ("Ask how sure I am", lambda page: page.revision.certainty_requested, True),
    "a number": ("A number", lambda page: page.revision.new_a_day_requested, 10),
    "a goal": ("Minutes", lambda page: page.goal.kind_requested, "minutes"),
    "reset": ("Reset Bank <b>one</b> & more", lambda page: page.data.reset_requested, "one"),
}


@pytest.mark.parametrize("card", REQUESTS)
def test_a_change_is_emitted_at_once_with_its_value(qtbot: QtBot, page: SettingsPage, card: str) -> None:
    name, signal, value = REQUESTS[card]
    with qtbot.waitSignal(signal(page)) as heard:
        button(page, name).click()
    assert heard.args == [value]


def test_a_text_size_is_emitted_once_somebody_chose_it(qtbot: QtBot, page: SettingsPage) -> None:
    sizes = page.appearance.sizes
    with qtbot.assertNotEmitted(page.appearance.scale_requested):
        page.show_settings(replace(FULL, scale=1.25))
    sizes.setFocus()
    with qtbot.waitSignal(page.appearance.scale_requested) as heard:
        press(page, Qt.Key.Key_Down)
    assert (heard.args, sizes.currentText()) == ([1.5], "150 %")


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("Practise as a guest", lambda page: page.people.guest_requested),
        ("Forget the guest’s answers …", lambda page: page.people.forget_requested),
        ("Open the folder", lambda page: page.data.folder_requested),
        ("Copy its path", lambda page: page.data.path_copy_requested),
        ("Show notes", lambda page: page.data.notes_requested),
        ("Export notes …", lambda page: page.data.export_requested),
        ("Copy notes", lambda page: page.data.notes_copy_requested),
        ("Start over …", lambda page: page.data.afresh_requested),
    ],
)
def test_every_button_emits_its_request(
    qtbot: QtBot, page: SettingsPage, name: str, signal: Callable[[SettingsPage], object]
) -> None:
    with qtbot.waitSignal(signal(page)):
        button(page, name).click()


def test_what_is_set_is_marked_and_told(page: SettingsPage) -> None:
    chosen = {each.accessibleName() for each in page.findChildren(QAbstractButton) if each.isChecked()}
    assert chosen == {"System", "Version 5", "Ask what decides it", "Chosen by the program", "Off"}
    assert page.appearance.sizes.currentText() == "100 %"
    words = seen(page)
    for part in (
        str(FULL.folder),
        "In 32 days.",
        "1 for yourself, 2 on what is wrong with a question",
        "42 questions answered",
        "Nothing leaves",
    ):
        assert part in words


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (-400, "This day has passed."),
        (-1, "This day has passed."),
        (0, "today"),
        (1, "tomorrow"),
        (9, "9 days"),
    ],
)
def test_the_days_to_the_exam_are_told(page: SettingsPage, days: int, told: str) -> None:
    page.show_settings(replace(FULL, exam_date=TODAY.addDays(days)))
    assert told in seen(page.revision)


def test_without_a_date_there_is_one_button_that_begins_with_a_guess(
    qtbot: QtBot, page: SettingsPage
) -> None:
    page.show_settings(FRESH)
    with qtbot.waitSignal(page.revision.date_requested) as heard:
        button(page, "Set a date").click()
    assert heard.args == [QDate.currentDate().addDays(28)]
    assert page.focusWidget() is the_day(page)
    button(page, "Clear the date").click()
    assert page.focusWidget() is button(page, "Set a date")


def test_the_arrow_keys_change_the_day(qtbot: QtBot, page: SettingsPage) -> None:
    day = the_day(page)
    day.setFocus()
    day.setCurrentSectionIndex(0)
    with qtbot.waitSignal(page.revision.date_requested) as heard:
        QTest.keyClick(day, Qt.Key.Key_Up)
    assert heard.args == [QDate(2026, 12, 25)]


def type_over(day: QDateEdit, section: QDateEdit.Section, keys: str) -> None:
    day.setFocus()
    day.setSelectedSection(section)
    QTest.keyClicks(day, keys)


def test_a_day_that_is_typed_holds_before_the_field_is_left(qtbot: QtBot, page: SettingsPage) -> None:
    day = the_day(page)
    with qtbot.waitSignals([page.revision.date_requested] * 2):
        type_over(day, QDateEdit.Section.DaySection, "14")
    assert (day.hasFocus(), day.text(), page.revision.date.date) == (
        True,
        "14 December 2026",
        QDate(2026, 12, 14),
    )


@pytest.mark.parametrize(
    ("section", "keys"), [(QDateEdit.Section.MonthSection, "J"), (QDateEdit.Section.YearSection, "202")]
)
def test_a_month_or_year_half_typed_is_none(
    qtbot: QtBot, page: SettingsPage, section: QDateEdit.Section, keys: str
) -> None:
    day = the_day(page)
    with qtbot.assertNotEmitted(page.revision.date_requested):
        type_over(day, section, keys)
        assert day.text() != "24 December 2026"
        page.setFocus()
    assert day.text() == "24 December 2026"


def test_the_wheel_scrolls_the_page_and_changes_nothing(page: SettingsPage) -> None:
    day, sizes = the_day(page), page.appearance.sizes
    for field in (day, sizes):
        turn = QWheelEvent(
            QPointF(5, 5),
            field.mapToGlobal(QPointF(5, 5)),
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field, turn)
        assert not turn.isAccepted()
    assert (day.date(), sizes.currentText()) == (FULL.exam_date, "100 %")


def test_a_date_keeps_its_order_where_the_page_runs_the_other_way(page: SettingsPage) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    assert the_day(page).lineEdit().text() == "24 December 2026"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_days_of_the_calendar_are_large_enough_to_press(
    page: SettingsPage, appearance: Appearance, scale: float
) -> None:
    appearance.set_scale(scale)
    least = the_day(page).calendarWidget().minimumSize()
    assert min(least.width() / 7, least.height() / 8) >= 34 * scale


@pytest.mark.parametrize(("width", "is_one_row"), [(860, True), (440, False)])
def test_the_themes_wrap_where_the_row_is_narrow(
    page: SettingsPage,
    width: int,
    is_one_row: bool,  # noqa: FBT001
) -> None:
    page.resize(width, 700)
    settle()
    tops = {top_of(page, name) for name in ("System", "Light", "Dark", "High contrast")}
    assert (len(tops) == 1) is is_one_row


def top_of(page: SettingsPage, name: str) -> int:
    """Where a control stands on the page."""
    return button(page, name).mapTo(page, QPoint()).y()


def test_the_arrows_go_through_the_themes(qtbot: QtBot, page: SettingsPage) -> None:
    page.take_focus()
    press(page, Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.appearance.theme_requested) as heard:
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Right)
    assert heard.args == ["light"]


def test_a_guest_sees_the_way_back_and_the_keyboard_stays(page: SettingsPage) -> None:
    button(page, "Practise as a guest").setFocus()
    page.show_settings(replace(FULL, guest=True))
    assert page.focusWidget() is button(page, "Back to my own answers")
    assert "saved apart from yours" in seen(page.people)


_OF_NOTES = ("Show notes", "Export notes …", "Copy notes")


def test_answers_to_earlier_wordings_are_told_apart(page: SettingsPage) -> None:
    page.show_settings(replace(FULL, banks=(BankAnswers("b", "Mine", 15, 1), BankAnswers("c", "Its", 3))))
    assert "15 questions answered, 1 of them in an earlier wording" in seen(page)
    assert "3 questions answered" in seen(page).splitlines()


def test_what_makes_no_sense_now_cannot_be_pressed(page: SettingsPage) -> None:
    assert not button(page, "Reset Second").isEnabled()
    page.show_settings(FRESH)
    assert [button(page, name).isEnabled() for name in _OF_NOTES] == [False] * 3
    assert "No bank is open." in seen(page.data)


def test_the_page_is_filled_anew_without_making_it_anew(page: SettingsPage) -> None:
    held = button(page, "Reset Bank <b>one</b> & more")
    held.setFocus()
    page.show_settings(replace(FULL, notes=NoteCounts(0, 4)))
    assert page.focusWidget() is held


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(826, 560, 1.0), (826, 560, 2.0), (529, 340, 2.0), (1700, 1000, 1.0)]
)
@pytest.mark.parametrize("view", [FRESH, replace(FULL, guest=True)], ids=["fresh", "full"])
def test_no_word_is_cut_off(
    page: SettingsPage, appearance: Appearance, width: int, height: int, scale: float, view: SettingsView
) -> None:
    appearance.set_scale(scale)
    page.resize(width, height)
    page.show_settings(view)
    assert cut_off(page) == []


def test_it_mirrors_and_every_control_has_a_name(page: SettingsPage) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    assert (cut_off(page), nameless(page), unplain(page)) == ([], [], [])
    first, second = button(page, "System"), button(page, "Light")
    assert first.mapTo(page, QPoint()).x() > second.mapTo(page, QPoint()).x()


GOAL = replace(
    FULL,
    new_a_day=5,
    goal_kind="questions",
    goal=12,
    days_off=(6,),
    planned_off=(date(2026, 11, 1), date(2026, 12, 24)),
)


def test_without_a_goal_nothing_is_asked_of_days_off(page: SettingsPage) -> None:
    words = seen(page.goal)
    for part in ("Days off", "Saturday", "How many a day"):
        assert part not in words
    assert [field.isVisibleTo(page) for field in page.revision.findChildren(AmountField)] == [False]


def test_the_pace_and_the_goal_are_shown(page: SettingsPage) -> None:
    page.show_settings(GOAL)
    (pace,), (goal,) = (each.findChildren(AmountField) for each in (page.revision, page.goal))
    assert (pace.value(), goal.value()) == (5, 12)
    chosen = {each.accessibleName() for each in page.goal.findChildren(QAbstractButton) if each.isChecked()}
    assert chosen == {"Questions", "Sunday"}
    words = seen(page.goal)
    assert "Thursday, 24 December 2026" in words
    assert "November" not in words  # that day is over


@pytest.mark.parametrize(
    ("name", "signal", "value"),
    [
        ("Chosen by the program", lambda page: page.revision.new_a_day_requested, None),
        ("Off", lambda page: page.goal.kind_requested, ""),
        ("Saturday", lambda page: page.goal.days_off_requested, (5, 6)),
        ("Sunday", lambda page: page.goal.days_off_requested, ()),
        (
            "No day off on Thursday, 24 December 2026",
            lambda page: page.goal.planned_off_requested,
            (date(2026, 11, 1),),
        ),
    ],
)
def test_a_change_of_pace_or_goal_is_emitted(
    qtbot: QtBot, page: SettingsPage, name: str, signal: Callable[[SettingsPage], object], value: object
) -> None:
    page.show_settings(GOAL)
    settle()
    with qtbot.waitSignal(signal(page)) as heard:
        button(page, name).click()
    assert heard.args == [value]


@pytest.mark.parametrize(
    ("card", "signal"),
    [
        (lambda page: page.revision, lambda page: page.revision.new_a_day_requested),
        (lambda page: page.goal, lambda page: page.goal.amount_requested),
    ],
)
def test_a_number_of_questions_is_one_or_more(
    qtbot: QtBot,
    page: SettingsPage,
    card: Callable[[SettingsPage], QWidget],
    signal: Callable[[SettingsPage], object],
) -> None:
    page.show_settings(GOAL)
    (field,) = card(page).findChildren(AmountField)
    assert (field.minimum(), field.maximum()) == (1, MOST_A_DAY)
    with qtbot.waitSignal(signal(page)) as heard:
        field.setValue(25)
    assert heard.args == [25]


@pytest.mark.parametrize(("days", "can_be"), [(-1, False), (0, True), (40, True)])
def test_a_day_off_is_planned_today_or_later(
    qtbot: QtBot,
    page: SettingsPage,
    days: int,
    can_be: bool,  # noqa: FBT001
) -> None:
    page.show_settings(GOAL)
    button(page.goal, "Set a date").click()
    (field,) = page.goal.findChildren(QDateEdit)
    field.setDate(TODAY.addDays(days))
    plan = button(page.goal, "Plan it")
    assert plan.isEnabled() is can_be
    if can_be:
        with qtbot.waitSignal(page.goal.planned_off_requested) as heard:
            plan.click()
        day = date(2026, 11, 22) + timedelta(days=days)
        assert heard.args == [tuple(sorted((*GOAL.planned_off, day)))]
        assert "Set a date" in seen(page.goal)


def tabs(page: SettingsPage, count: int) -> list[str]:
    """The names of the controls that Tab goes to from where the keyboard is."""
    names = []
    for _ in range(count):
        press(page, Qt.Key.Key_Tab)
        here = page.focusWidget()
        assert here is not None
        names.append(here.accessibleName())
    return names


THURSDAY, FRIDAY = "No day off on Thursday, 24 December 2026", "No day off on Friday, 25 December 2026"


def test_the_keyboard_goes_through_planned_days_as_they_stand(page: SettingsPage) -> None:
    days = (date(2026, 12, 24), date(2026, 12, 25))
    settings = replace(GOAL, planned_off=days[:1])
    page.show_settings(settings)
    page.goal.planned_off_requested.connect(
        lambda planned: page.show_settings(replace(settings, planned_off=planned))
    )
    button(page.goal, "Sunday").setFocus()
    assert tabs(page, 3) == ["Set a date", THURSDAY, "Practise as a guest"]
    button(page.goal, "Set a date").click()
    (field,) = page.goal.findChildren(QDateEdit)
    field.setDate(QDate(2026, 12, 25))
    assert tabs(page, 5) == ["Day off", "Day off", "Clear the date", "Plan it", THURSDAY]  # from day to month
    plan = button(page.goal, "Plan it")
    plan.setFocus()
    plan.click()
    assert page.focusWidget() is button(page.goal, "Set a date")
    assert tabs(page, 3) == [THURSDAY, FRIDAY, "Practise as a guest"]
    last = button(page.goal, FRIDAY)
    last.setFocus()
    last.click()
    assert page.focusWidget() is button(page.goal, "Set a date")
    assert tabs(page, 2) == [THURSDAY, "Practise as a guest"]


def test_the_first_guess_of_a_day_off_is_tomorrow(page: SettingsPage) -> None:
    page.show_settings(GOAL)
    button(page.goal, "Set a date").click()
    (field,) = page.goal.findChildren(QDateEdit)
    assert field.date() == QDate.currentDate().addDays(1)


def test_weekdays_stand_as_the_calendar_of_the_place_has_them(qtbot: QtBot) -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
        card = GoalCard()
        qtbot.addWidget(card)
        boxes = [box.accessibleName() for box in card.findChildren(QCheckBox)]
    finally:
        QLocale.setDefault(before)
    assert (boxes[0], boxes[-1], len(set(boxes))) == ("Sunday", "Saturday", 7)
