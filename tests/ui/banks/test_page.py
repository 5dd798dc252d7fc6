"""The page of banks: what it says of each, every request it can emit, and that no path is cut off."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.problem import Reading
from quizapp.ui.banks.page import BankCard, BanksPage
from quizapp.ui.banks.views import BanksView, BankView, ProblemsView
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.theme import CONTRAST, DARK, LIGHT, Theme
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.reading import ReadingText
from tests.ui.bank_files import FOLDER, MINE, SHIPPED, full_view, reading
from tests.ui.screen import cut_off, nameless, press, seen, settle, texts, to_front, unplain


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[BanksPage]:
    page = BanksPage()
    qtbot.addWidget(page)
    page.resize(900, 720)
    to_front(qtbot, page)
    page.show_banks(full_view())
    yield page
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def button(page: QWidget, text: str, of: str = "") -> Button:
    """The visible button of a name, and of what it is about."""
    settle()
    (found,) = (
        each
        for each in page.findChildren(Button)
        if each.isVisibleTo(page) and each.accessibleName() == text and of in each.accessibleDescription()
    )
    return found


def test_each_bank_says_what_it_holds_and_whose_it_is(page: BanksPage) -> None:
    words = seen(page)
    for part in (
        "31 questions: 30 scenarios, 1 multiple-choice question",
        "Topics: Cloud, Terms",
        "Built in",
        "Mine & <b>bold</b>",
        "Current bank",
        str(FOLDER / "mine.yaml"),
        "Not there now",
        "1 question updated",
    ):
        assert part in words


def test_who_a_bank_is_by_and_its_terms_stand_behind_a_button(page: BanksPage) -> None:
    for part in ("A trainer", "Signed off by two colleagues on 3 May 2026", "Version 1.0 · CC-BY-4.0"):
        assert part not in seen(page)
    button(page, "About this bank", SHIPPED.title).click()
    for part in ("A trainer", "Signed off by two colleagues on 3 May 2026", "Version 1.0 · CC-BY-4.0"):
        assert part in seen(page)
    button(page, "Hide", SHIPPED.title).click()
    assert "A trainer" not in seen(page)


@pytest.mark.parametrize(("width", "are_abreast"), [(900, False), (1300, True)])
def test_banks_stand_abreast_where_there_is_room(page: BanksPage, width: int, are_abreast: bool) -> None:  # noqa: FBT001
    page.resize(width, 900)
    settle()
    first, second = (each for each in page.findChildren(BankCard) if each.isVisibleTo(page))
    assert (first.y() == second.y()) is are_abreast


@pytest.mark.parametrize(
    ("text", "of", "signal", "carried"),
    [
        ("Practise", SHIPPED.title, "practise_requested", ["shipped"]),
        ("Open a bank\u00a0…", "", "open_requested", []),
        ("Use this one", SHIPPED.title, "use_requested", ["shipped"]),
        ("Close", MINE.title, "close_requested", ["mine"]),
        ("Open", "class.yaml", "file_requested", [Path("/tmp/class.yaml")]),  # noqa: S108
        ("Remove from list", "old.yaml", "forget_requested", [FOLDER / "old.yaml"]),
        ("Close this notice", "", "notice_closed", []),
        ("Remove from list", "broken.yaml", "dismiss_requested", [FOLDER / "broken.yaml"]),
    ],
)
def test_every_request_is_emitted_by_its_button(
    qtbot: QtBot, page: BanksPage, text: str, of: str, signal: str, carried: list[object]
) -> None:
    with qtbot.waitSignal(getattr(page, signal)) as heard:
        button(page, text, of).click()
    assert heard.args == carried


def test_the_bank_in_use_comes_first_and_its_problems_fold_to_one_line(page: BanksPage) -> None:
    words = [text for text in texts(page) if text in {MINE.title, SHIPPED.title, "6 errors, 6 warnings"}]
    assert words == [MINE.title, "6 errors, 6 warnings", SHIPPED.title]
    assert "Fault 7." in seen(page)
    button(page, "Hide", "6 errors, 6 warnings").click()
    assert "Fault 7." not in seen(page)
    button(page, "Show").click()
    assert "Fault 7." in seen(page)


def test_problems_come_a_few_at_a_time_and_all_can_be_copied(page: BanksPage) -> None:
    assert "Fault 7." in seen(page)
    assert "Fault 8." not in seen(page)
    button(page, "Show all 12").click()
    assert "Fault 11." in seen(page)
    button(page, "Copy all", "mine.yaml").click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == f"{FOLDER}/mine.yaml:5: error code: Fault 0."
    assert f"{FOLDER}/mine.yaml:4:5: warning code: Fault 1." in lines
    assert lines[2] == "    Mend it."


@pytest.mark.parametrize(
    ("given", "is_open", "told"),
    [
        (reading("a.yaml", 1), False, "the bank that was open stays open"),
        (reading("a.yaml", 1), True, "its questions stay as they were"),
        (reading("a.yaml", 1, MINE), True, "Questions with an error were left out"),
        (Reading("a.yaml", MINE, reading("a.yaml", 2).problems[1:]), True, "All questions are ready"),
    ],
)
def test_problems_say_what_they_mean(page: BanksPage, given: Reading, is_open: bool, told: str) -> None:  # noqa: FBT001
    page.show_banks(BanksView(problems=(ProblemsView(given, is_open),)))
    assert told in seen(page)


def test_the_button_ends_where_the_cards_end(page: BanksPage) -> None:
    card = page.findChildren(Card)[0]
    opens = button(page, "Open a bank\u00a0…")
    ends = [each.mapTo(page, each.rect().topRight()).x() for each in (card, opens)]
    assert ends[0] == ends[1]


def test_nothing_open_says_so(page: BanksPage) -> None:
    page.show_banks(BanksView())
    words = seen(page)
    assert "No bank is open" in words
    assert "Opened lately" not in words
    assert "Mine" not in words


def test_the_focus_stays_where_it_was_when_things_change(page: BanksPage) -> None:
    forget = button(page, "Remove from list", "class.yaml")
    forget.setFocus()
    page.show_banks(full_view())
    settle()
    assert page.window().focusWidget() is forget
    press(page, Qt.Key.Key_Tab)
    assert page.window().focusWidget() is not None


def test_the_keyboard_reaches_every_control_and_document_from_top_to_bottom(page: BanksPage) -> None:
    def where(part: QWidget) -> QRect:
        return QRect(part.mapTo(page, QPoint(0, page.verticalScrollBar().value())), part.size())

    view = full_view()
    page.show_banks(view._replace(problems=view.problems[:1]))
    page.show_banks(view)  # its card comes later than those below it
    settle()
    button(page, "Open a bank\u00a0…").setFocus()
    parts = [*page.findChildren(Button), *page.findChildren(ReadingText)]
    visible = [each for each in parts if each.isVisibleTo(page)]
    reached = []
    for _ in visible:
        focus = page.window().focusWidget()
        assert focus is not None
        reached.append(focus)
        press(page, Qt.Key.Key_Tab)
    assert set(reached) == set(visible)
    for before, after in pairwise(map(where, reached)):
        beside = before.top() < after.bottom() and after.top() < before.bottom()
        assert after.left() > before.left() if beside else after.top() > before.top()


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(("width", "scale"), [(816, 1.0), (892, 1.0), (640, 2.0), (1712, 1.0)])
def test_no_word_is_cut_off(
    page: BanksPage,
    appearance: Appearance,
    theme: Theme,
    direction: Qt.LayoutDirection,
    width: int,
    scale: float,
) -> None:
    QGuiApplication.setLayoutDirection(direction)
    appearance.set_theme(theme)
    appearance.set_scale(scale)
    page.resize(width, 600)
    page.show_reading(0.4)
    assert cut_off(page) == []
    assert unplain(page) == nameless(page) == []


def test_a_page_that_comes_up_asks_for_things_as_they_are(qtbot: QtBot, page: BanksPage) -> None:
    page.hide()
    with qtbot.waitSignal(page.came_up):
        page.show()


def test_one_of_a_kind_reads_as_one(page: BanksPage) -> None:
    view = BankView(MINE, Path("a.yaml"), is_used=False, is_shipped=False)
    page.show_banks(BanksView(banks=(view,), problems=(ProblemsView(reading("a.yaml", 2), is_open=True),)))
    words = seen(page)
    assert "1 question" in words
    assert "1 error, 1 warning in a.yaml" in words
    assert "Topics" not in words
