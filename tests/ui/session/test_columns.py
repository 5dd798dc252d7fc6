"""The two columns of a wide window: one width for the scenario, larger letters, folds in cards."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.session import Session, open_session
from quizapp.ui.question.choice_rows import ChoiceRow
from quizapp.ui.question.explanation import ExplanationPanel
from quizapp.ui.question.options import OptionsExplanation
from quizapp.ui.question.rows import Fold, FoldCard
from quizapp.ui.question.scenario import ScenarioCard
from quizapp.ui.session.answer_tile import AnswerTile
from quizapp.ui.session.page import SessionPage
from quizapp.ui.style.appearance import Appearance
from tests.domain.examples import bank, start, verdict
from tests.ui.screen import cut_off, press, seen, settle
from tests.ui.sessions import TOLD, explained, open_page, session_on, show

USUAL, LEAST, WIDE, HUGE = QSize(1100, 720), QSize(1500, 900), QSize(1920, 1080), QSize(3840, 2160)
STEPS = (
    session_on("clear"),
    session_on("clear").answered("service"),
    explained("clear", "service", ""),
)


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> SessionPage:
    appearance.set_reduced_motion(True)
    made = open_page(qtbot, appearance)
    resize(made, WIDE)
    return made


def resize(page: SessionPage, size: QSize) -> None:
    page.resize(size)
    settle()
    assert page.size() == size


def box(page: SessionPage, widget: QWidget) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of a widget on the page."""
    corner = widget.mapTo(page, QPoint(0, 0))
    return corner.x(), corner.y(), corner.x() + widget.width(), corner.y() + widget.height()


def card(page: SessionPage) -> ScenarioCard:
    [found] = page.findChildren(ScenarioCard)
    return found


def asked_or_told(page: SessionPage) -> list[QWidget]:
    """What stands opposite the scenario: tiles, rows, or the explanation."""
    kinds = (AnswerTile, ChoiceRow, ExplanationPanel, OptionsExplanation)
    return [each for kind in kinds for each in page.findChildren(kind) if each.isVisible()]


def fold(page: SessionPage, name: str) -> Fold:
    [found] = [each for each in page.findChildren(Fold) if each.isVisible() and each.accessibleName() == name]
    return found


@pytest.mark.parametrize("size", [LEAST, WIDE, HUGE])
@pytest.mark.parametrize("sessions", [STEPS, (session_on("choice"), explained("choice", "0", None))])
def test_the_scenario_has_one_place_and_width_and_the_rest_stands_beside_it(
    page: SessionPage, size: QSize, sessions: tuple[Session, ...]
) -> None:
    resize(page, size)
    places = set()
    for session in sessions:
        page.show_session(session)
        settle()
        left, top, right, _ = box(page, card(page))
        places.add((left, top, right))
        beside = asked_or_told(page)
        assert beside
        assert all(box(page, each)[0] >= right for each in beside)
        assert cut_off(page) == []
    assert len(places) == 1


@pytest.mark.parametrize("size", [QSize(1499, 1000), QSize(1600, 899), USUAL])
def test_with_less_room_the_answers_stand_below(page: SessionPage, size: QSize) -> None:
    resize(page, size)
    for session in STEPS:
        page.show_session(session)
        settle()
        assert all(box(page, each)[1] >= box(page, card(page))[3] for each in asked_or_told(page))


def test_both_columns_end_together_at_every_step(page: SessionPage) -> None:
    for session in STEPS:
        page.show_session(session)
        settle()
        cards = [each for each in page.findChildren(FoldCard) if each.isVisible()]
        bottoms = {box(page, each)[3] for each in [card(page), *cards, *asked_or_told(page)]}
        last = max(bottoms)
        left = [each for each in [card(page), *cards] if box(page, each)[0] == box(page, card(page))[0]]
        assert max(box(page, each)[3] for each in left) == last


def test_resizing_across_the_limit_and_back_switches_at_once(
    page: SessionPage, appearance: Appearance
) -> None:
    for session in STEPS:
        page.show_session(session)
        for size, zoom in ((USUAL, 1.0), (LEAST, 1.25), (QSize(1024, 600), 1.0), (WIDE, 1.25), (HUGE, 2.0)):
            resize(page, size)
            assert (appearance.zoom, appearance.scale) == (zoom, zoom)
            assert cut_off(page) == []
    resize(page, USUAL)
    before = box(page, card(page))
    resize(page, WIDE)
    resize(page, USUAL)
    assert box(page, card(page)) == before


def test_larger_letters_are_the_page_s_own(page: SessionPage, appearance: Appearance) -> None:
    assert (appearance.zoom, appearance.text_size) == (1.25, 1.0)
    page.hide()
    assert appearance.zoom == 1.0
    page.show()
    assert appearance.zoom == 1.25


def test_of_two_pages_shown_at_once_one_decides_until_it_goes(
    qtbot: QtBot, page: SessionPage, appearance: Appearance
) -> None:
    other = SessionPage(appearance)
    qtbot.addWidget(other)
    other.resize(USUAL)
    changes = QSignalSpy(appearance.changed)
    other.show()  # it wants the usual letters, and the page before larger ones
    settle()
    assert (appearance.zoom, changes.count()) == (1.25, 0)
    resize(page, HUGE)
    assert appearance.zoom == 2.0
    page.hide()
    assert appearance.zoom == 1.0
    resize(other, LEAST)
    assert appearance.zoom == 1.25
    page.show()
    resize(page, USUAL)
    assert appearance.zoom == 1.25


def test_larger_text_needs_a_larger_window(page: SessionPage, appearance: Appearance) -> None:
    appearance.set_scale(1.5)
    settle()
    assert appearance.zoom == 1.0
    resize(page, QSize(2250, 1350))
    assert (appearance.zoom, appearance.scale) == (1.25, 1.5 * 1.25)


# -- folds ----------------------------------------------------------------------------------------


def test_the_folds_lie_open_in_cards_of_their_own(page: SessionPage) -> None:
    words = show(page, explained("clear", "service", ""))
    assert fold(page, "The article").isChecked()
    assert fold(page, "The other facts").isChecked()
    assert TOLD.claims["A1"] in words
    facts, article = (box(page, fold(page, name)) for name in ("The other facts", "The article"))
    assert facts[1] > box(page, card(page))[3] - 1
    assert facts[0] < box(page, card(page))[2] < article[0]


def test_open_or_closed_is_remembered_for_each_kind_of_window(page: SessionPage) -> None:
    page.show_session(explained("clear", "service", ""))
    settle()
    press(page, Qt.Key.Key_A)
    assert not fold(page, "The article").isChecked()
    resize(page, USUAL)
    assert not fold(page, "The article").isChecked()
    assert not fold(page, "The other facts").isChecked()
    press(page, Qt.Key.Key_A)
    resize(page, WIDE)
    assert not fold(page, "The article").isChecked()
    assert fold(page, "The other facts").isChecked()
    resize(page, USUAL)
    assert fold(page, "The article").isChecked()


def test_cards_of_an_explanation_go_with_it(page: SessionPage) -> None:
    page.show_session(explained("clear", "service", ""))
    words = show(page, session_on("clear"))
    assert "The other facts" not in words
    assert not any(
        each.isVisible() and each.accessibleName() == "The article" for each in page.findChildren(Fold)
    )


def test_what_the_words_mean_lies_open_below_the_question_and_its_key_closes_it(page: SessionPage) -> None:
    assert "“What is handed over.”" in show(page, session_on("clear"))
    press(page, Qt.Key.Key_D)
    assert "“What is handed over.”" not in seen(page)
    assert "“What is handed over.”" not in show(page, session_on("clear").answered("service"))
    press(page, Qt.Key.Key_D)
    assert "“What is handed over.”" in seen(page)


def test_a_question_that_leaves_no_room_for_what_the_words_mean_is_seen_whole(page: SessionPage) -> None:
    long = replace(verdict(), scenario="A supplier runs it for a firm. " * 16)
    only = bank(long, vocabulary=TOLD)
    resize(page, LEAST)
    assert "“What is handed over.”" not in show(page, open_session(start(only), only))
    edge = box(page, page.findChildren(ScenarioCard)[0])[3]
    assert all(box(page, tile)[3] <= page.height() for tile in page.findChildren(AnswerTile))
    assert edge < page.height()


def test_a_bank_without_definitions_has_no_card_for_them(page: SessionPage) -> None:
    only = bank(verdict(), vocabulary=replace(TOLD, definitions=()))
    assert "What the words mean" not in show(page, open_session(start(only), only))


# -- answers ----------------------------------------------------------------------------------------


def test_three_answers_stand_side_by_side_in_the_narrowest_wide_window(page: SessionPage) -> None:
    resize(page, LEAST)
    page.show_session(session_on("clear", three_answers=True))
    settle()
    tiles = [each for each in page.findChildren(AnswerTile) if each.isVisible()]
    assert len({box(page, each)[1] for each in tiles}) == 1
    assert len({each.width() // 2 for each in tiles}) == 1


def test_reasons_share_the_height(page: SessionPage) -> None:
    page.show_session(session_on("clear").answered("service"))
    settle()
    rows = [each for each in page.findChildren(ChoiceRow) if each.isVisible()]
    heights = {each.height() for each in rows}
    assert max(heights) - min(heights) <= 1
    assert min(heights) > 100
    resize(page, USUAL)
    assert all(each.height() < 100 for each in rows)


def test_a_key_at_the_end_of_the_column_ends_where_the_rows_end(page: SessionPage) -> None:
    for size in (USUAL, WIDE):
        resize(page, size)
        page.show_session(session_on("clear").answered("service"))
        settle()
        [change] = [each for each in page.findChildren(QPushButton) if each.text() == "Change"]
        [row, *_] = [each for each in page.findChildren(ChoiceRow) if each.isVisible()]
        beyond = box(page, change)[2] - box(page, row)[2]
        assert beyond == (12 if size == USUAL else 14)
