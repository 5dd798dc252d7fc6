"""Before the room comes in: which screen is the wall, what is worth a look, and Enter opens the lobby."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from quizapp.domain.round_plan import AfterLock, AnsweringMode, RoundPlan
from quizapp.domain.session import refer
from quizapp.ui.rounds.check_page import ONE_SCREEN, CheckPage
from quizapp.ui.rounds.views import CheckView, ScreenView
from quizapp.ui.rounds.wall.frame import WallFrame
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.theme import CONTRAST, DARK, LIGHT, Theme
from tests.ui.rounds.planning import BANK
from tests.ui.screen import cut_off, nameless, press, seen, settle, to_front, unplain

SCREENS = (ScreenView("EPSON PJ", 1920, 1080), ScreenView("HDMI-2", 1280, 720))


def view(*ids: str, screen: str = "EPSON PJ", **more: object) -> CheckView:
    refs = tuple(refer(BANK, BANK.question(each)) for each in ids or ("one", "choice"))
    plan = replace(RoundPlan("p", "Monday class", refs, AnsweringMode.TEAMS, teams=3), **more)  # type: ignore[arg-type]
    return CheckView(plan, BANK, SCREENS, screen)


@pytest.fixture
def page(qtbot: QtBot) -> CheckPage:
    page = CheckPage()
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show_check(view())
    to_front(qtbot, page)
    page.take_focus()
    return page


def test_the_screens_are_offered_by_name(qtbot: QtBot, page: CheckPage) -> None:
    words = seen(page)
    for part in ("Monday class", "EPSON PJ", "1280 × 720", "This screen only", "The wall shows it now"):
        assert part in words
    assert page.screens.rows[0].isChecked()
    for position, name in ((1, "HDMI-2"), (2, ONE_SCREEN)):
        with qtbot.waitSignal(page.screen_chosen) as heard:
            page.screens.rows[position].click()
        assert heard.args == [name]


@pytest.mark.parametrize("gone", [view(screen="VGA"), view(screen=ONE_SCREEN)])
def test_a_screen_that_is_gone_leaves_this_one(page: CheckPage, gone: CheckView) -> None:
    page.show_check(gone)
    assert page.screens.rows[-1].isChecked()
    assert "about as large as this line" in seen(page)


def test_one_screen_alone_says_what_that_means(page: CheckPage) -> None:
    page.show_check(replace(view(), screens=(), screen=ONE_SCREEN))
    words = seen(page)
    assert "Extend the screens instead of mirroring them: " in words
    assert page.screens.isHidden()
    assert "This screen only" not in words


@pytest.mark.parametrize(
    ("looked_at", "told"),
    [
        (view(after_lock=AfterLock.REVEAL), "All ready."),
        (view("one", "long"), "Question 2 has over 90 words: the wall shows it in pages."),
        (view("long", "one", "long"), "Questions 1, 3 have over 90 words: the wall shows them in pages."),
        (view("one", "choice", "two"), "Questions 1 and 3 are twins"),
        (view(answering=AnsweringMode.HANDS), "Nobody counted the room"),
        (view("one", warm_up=True), "The only question is a warm-up"),
        (view("one", "arguable", answering=AnsweringMode.TEAMS), "1 can be argued and gives no points"),
        (replace(view(), is_rehearsal=True), "A rehearsal: nothing of it is saved."),
    ],
)
def test_what_is_worth_a_look_is_said(page: CheckPage, looked_at: CheckView, told: str) -> None:
    page.show_check(looked_at)
    assert told in seen(page)


@pytest.mark.parametrize("looked_at", [view("one", "choice", "long", "two"), view(headcount=20)])
def test_what_is_in_order_is_not_warned_of(page: CheckPage, looked_at: CheckView) -> None:
    page.show_check(looked_at)
    assert not {"are twins", "Nobody counted"} & set(seen(page).split(". "))


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_Return, "begin_requested"),
        (Qt.Key.Key_Enter, "begin_requested"),
        (Qt.Key.Key_Escape, "left"),
    ],
)
def test_keys_open_the_lobby_and_go_back(qtbot: QtBot, page: CheckPage, key: Qt.Key, signal: str) -> None:
    for control in (page, page.screens.rows[0]):
        control.setFocus()
        with qtbot.waitSignal(getattr(page, signal)):
            press(page, key)


def test_enter_on_back_goes_back(qtbot: QtBot, page: CheckPage) -> None:
    page.back.setFocus()
    with qtbot.assertNotEmitted(page.begin_requested), qtbot.waitSignal(page.left):
        press(page, Qt.Key.Key_Return)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(
    ("theme", "width", "scale"), [(LIGHT, 816, 1.0), (CONTRAST, 640, 2.0), (DARK, 1712, 1.0)]
)
def test_no_word_is_cut_off(
    page: CheckPage,
    appearance: Appearance,
    theme: Theme,
    direction: Qt.LayoutDirection,
    width: int,
    scale: float,
) -> None:
    QGuiApplication.setLayoutDirection(direction)
    appearance.set_theme(theme)
    appearance.set_scale(scale)
    page.show_check(replace(view("long", warm_up=True, answering=AnsweringMode.HANDS), is_rehearsal=True))
    page.resize(width, 560)
    settle()
    faults = [*cut_off(page), *unplain(page), *nameless(page)]
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert faults == []


@pytest.mark.parametrize(("width", "size"), [(800, 12.5), (1280, 20), (1920, 30)])
def test_the_line_for_the_back_row_is_as_small_as_the_wall_gets(
    qtbot: QtBot, appearance: Appearance, width: int, size: float
) -> None:
    card = WallFrame(appearance)
    card.show_test_page()
    qtbot.addWidget(card)
    card.resize(width, width * 9 // 16)
    picture = card.grab().toImage()
    paper, lower = picture.pixel(2, 2), range(card.height() // 2, card.height())
    inked = [y for y in lower if any(picture.pixel(x, y) != paper for x in range(0, width, 2))]
    assert size * 0.7 <= len(inked) <= size * 1.2
    assert card.accessibleName() == "Can the back row read this line?"


@pytest.mark.parametrize("after_lock", AfterLock)
def test_a_remote_that_cannot_go_on_is_told_of(page: CheckPage, after_lock: AfterLock) -> None:
    page.show_check(view(after_lock=after_lock))
    warning = "A remote cannot choose after the lock; choose what follows on the plan."
    assert (warning in seen(page)) is (after_lock is AfterLock.ASK)
