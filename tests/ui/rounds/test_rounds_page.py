"""The page of rounds: what it says of each, and every request it can emit."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from quizapp.domain.round_plan import AnsweringMode
from quizapp.quiz.rounds import RoundHead
from quizapp.ui.rounds.overview_page import RoundsPage
from quizapp.ui.rounds.views import Export, KeptPlan, Material, RoundsView, RunningRound
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.theme import CONTRAST, DARK, LIGHT, Theme
from quizapp.ui.widgets.buttons import Button
from tests.ui.screen import cut_off, nameless, press, seen, settle, to_front, unplain

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
VIEW = RoundsView(
    (
        RunningRound("live", "Monday class", 5, 12, NOON),
        RunningRound("left", "Last week", 0, 3, NOON.replace(day=16)),
    ),
    (
        KeptPlan("a", "Cloud & <b>contracts</b>", "Demo", 12, AnsweringMode.TEAMS),
        KeptPlan("b", "Lost", "", 3, AnsweringMode.HANDS),
    ),
    (
        RoundHead("r1", "Cellar class", 12, NOON, NOON, NOON.replace(month=12)),
        RoundHead("r0", "October", 1, NOON.replace(month=10), NOON, None),
    ),
)


@pytest.fixture
def page(qtbot: QtBot) -> RoundsPage:
    page = RoundsPage()
    qtbot.addWidget(page)
    page.resize(900, 720)
    to_front(qtbot, page)
    page.show_rounds(VIEW)
    settle()
    return page


def button(page: RoundsPage, name: str, of: str = "") -> Button:
    """The visible button of a name, and of what it is about."""
    (found,) = (
        each
        for each in page.findChildren(Button)
        if each.isVisibleTo(page) and each.accessibleName() == name and of in each.accessibleDescription()
    )
    return found


@pytest.mark.parametrize(
    "part",
    [
        "Stopped at question 5 of 12. Begun on Monday, 23 November 2026, ",
        "Stopped in the lobby. Begun on Monday, 16 November 2026, ",
        "What was saved is here.",
        "12 questions · Demo · Teams · about 30 minutes",
        "Cloud & <b>contracts</b>",
        "Its bank is not open. Open it under Banks.",
        "23 November 2026",
        "Names are deleted on Wednesday, 23 December 2026.",
        "No names stored.",
    ],
)
def test_each_round_says_what_it_is(page: RoundsPage, part: str) -> None:
    assert part in seen(page)


@pytest.mark.parametrize(
    ("name", "of", "signal", "carried"),
    [
        ("Plan a round", "", "plan_requested", []),
        ("Resume the round", "Monday class", "resume_requested", ["live"]),
        ("Resume the round", "Last week", "resume_requested", ["left"]),
        ("End this round …", "Monday class", "close_requested", ["live"]),
        ("Start", "Cloud", "start_requested", ["a"]),
        ("Rehearse", "Cloud", "rehearse_requested", ["a"]),
        ("Edit", "Cloud", "edit_requested", ["a"]),
        ("Delete …", "Lost", "delete_requested", ["b"]),
        ("Look back", "October", "look_back_requested", ["r0"]),
        ("Delete names …", "", "forget_requested", ["r1"]),
    ],
)
def test_every_request_is_emitted_by_its_button(
    qtbot: QtBot, page: RoundsPage, name: str, of: str, signal: str, carried: list[object]
) -> None:
    with qtbot.waitSignal(getattr(page, signal)) as heard:
        button(page, name, of).click()
    assert heard.args == carried


@pytest.mark.parametrize(
    ("opener", "of", "name", "signal", "carried"),
    [
        ("Print", "Cloud", "Cards to hold up", "print_requested", ("a", Material.CARDS)),
        ("Print", "Cloud", "Key with reasons", "print_requested", ("a", Material.KEY)),
        ("Save", "Cellar", "Handout, PDF", "export_requested", ("r1", Export.HANDOUT_PDF)),
        ("Save", "October", "xAPI statements", "export_requested", ("r0", Export.XAPI)),
    ],
)
def test_a_menu_offers_what_can_be_printed_and_saved(
    qtbot: QtBot, page: RoundsPage, opener: str, of: str, name: str, signal: str, carried: object
) -> None:
    menu = button(page, opener, of).menu()
    assert isinstance(menu, QMenu)
    (entry,) = (action for action in menu.actions() if action.text() == name)
    with qtbot.waitSignal(getattr(page, signal)) as heard:
        entry.trigger()
    assert heard.args == [carried]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_key_opens_a_menu_below_its_button(qtbot: QtBot, page: RoundsPage) -> None:
    opener = button(page, "Print", "Cloud")
    opener.setFocus()
    menu = opener.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.connect(lambda: QTimer.singleShot(0, menu.close))  # the key returns only then
    with qtbot.waitSignals([menu.aboutToShow, menu.aboutToHide]):
        press(page, Qt.Key.Key_Space)


def test_a_plan_without_its_bank_can_only_be_deleted(page: RoundsPage) -> None:
    usable = [button(page, name, "Lost").isEnabled() for name in ("Start", "Rehearse", "Edit", "Print")]
    assert usable == [False] * 4
    assert button(page, "Delete …", "Lost").isEnabled()


@pytest.mark.parametrize(("has_bank", "told"), [(True, "No plans yet"), (False, "No bank is open")])
def test_nothing_planned_says_what_to_do(page: RoundsPage, has_bank: bool, told: str) -> None:  # noqa: FBT001
    page.show_rounds(RoundsView(has_bank=has_bank, notice="Deleted."))
    words = seen(page)
    assert told in words
    assert "Deleted." in words
    assert "Past rounds" not in words
    assert button(page, "Plan a round").isEnabled() is has_bank


def test_the_keyboard_plans_and_goes_down_the_page(qtbot: QtBot, page: RoundsPage) -> None:
    page.show_rounds(RoundsView())
    page.show_rounds(VIEW)
    settle()
    with qtbot.waitSignal(page.plan_requested):
        QTest.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    page.take_focus()
    heights = []
    reachable = [each for each in page.findChildren(Button) if each.isVisibleTo(page) and each.isEnabled()]
    for _ in reachable:
        press(page, Qt.Key.Key_Tab)
        focus = page.window().focusWidget()
        assert focus is not None
        heights.append(focus.mapTo(page, QPoint()).y() + page.verticalScrollBar().value())
    assert heights == sorted(heights)
    assert len(set(heights)) > 5


def test_a_page_that_comes_up_asks_for_things_as_they_are(qtbot: QtBot, page: RoundsPage) -> None:
    page.hide()
    with qtbot.waitSignal(page.came_up):
        page.show()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(
    ("theme", "width", "scale"), [(LIGHT, 816, 1.0), (CONTRAST, 640, 2.0), (DARK, 1712, 1.0)]
)
def test_no_word_is_cut_off(
    page: RoundsPage,
    appearance: Appearance,
    theme: Theme,
    direction: Qt.LayoutDirection,
    width: int,
    scale: float,
) -> None:
    QGuiApplication.setLayoutDirection(direction)
    appearance.set_theme(theme)
    appearance.set_scale(scale)
    page.resize(width, 560)
    faults = [*cut_off(page), *unplain(page), *nameless(page)]
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert faults == []
