"""The scenario on its card: one document at every step, reached by Tab, and keys that work in it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.question import Side
from quizapp.domain.session import Session, open_session
from quizapp.ui.question.highlight import HighlightedText, Mark
from quizapp.ui.question.scenario import ScenarioCard
from quizapp.ui.session.page import SessionPage
from quizapp.ui.style.appearance import Appearance
from tests.domain.examples import IDLE, RUNS, bank, choice, fact, start, verdict
from tests.ui.screen import press, settle, texts
from tests.ui.sessions import explained, open_page, session_on

VERBATIM = [
    "<b>bold</b> &amp; <img src='x'> runs it.",
    "المورد يتلقى مكالمات. It runs it.",
    "👩‍💻👨‍👩‍👧‍👦🇩🇪 a\u0301 runs it.",
    "First.\n\nSecond runs it.",
]


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> SessionPage:
    appearance.reduced_motion = True
    return open_page(qtbot, appearance)


def document(page: SessionPage) -> HighlightedText:
    [card] = page.findChildren(ScenarioCard)
    [found] = card.findChildren(HighlightedText)
    return found


def marked(page: SessionPage) -> list[tuple[str, Side | None]]:
    """The words that are marked, each with the label they decide for."""
    text = document(page)
    return [(text.text()[mark.start : mark.end], mark.side) for mark in text.marks]


def steps(reason: str = RUNS.id) -> list[Session]:
    session = session_on("clear").answered("service")
    return [session_on("clear"), session, session.reasoned(reason)]


def test_it_is_the_same_document_at_every_step_and_nothing_in_it_moves(page: SessionPage) -> None:
    seen = set()
    for session in steps():
        page.show_session(session)
        settle()
        text = document(page)
        place = text.mapTo(page, QPoint(0, 0))
        seen.add((id(text), text.document().revision(), place.x(), place.y(), text.width(), text.height()))
    assert len(seen) == 1
    assert marked(page) == [("runs it", Side.SERVICE)]


def test_the_card_is_as_high_with_the_explanation_as_with_the_reasons(page: SessionPage) -> None:
    heights, prompts = [], []
    for session in steps():
        page.show_session(session)
        settle()
        [card] = page.findChildren(ScenarioCard)
        heights.append(card.height())
        prompts.append("Which label fits the offer better?" in texts(card))
    assert prompts == [True, False, False]
    assert heights[0] > heights[1] == heights[2]


@pytest.mark.parametrize("name", ["clear", "arguable"])
def test_a_fact_without_a_quote_marks_nothing(page: SessionPage, name: str) -> None:
    page.show_session(explained(name, "service", IDLE[0].id))
    expected = [("runs it", Side.SERVICE)]
    assert marked(page) == ([("A supplier", Side.PRODUCT), *expected] if name == "arguable" else expected)


def test_the_words_of_a_chosen_fact_that_does_not_decide_are_outlined(
    qtbot: QtBot, appearance: Appearance
) -> None:
    card = ScenarioCard(appearance)
    qtbot.addWidget(card)
    rent = fact("It is rented.", None, "price", "rented", "by the month")
    question = replace(verdict(), scenario="A thing is rented by the month; its maker runs it.")
    card.show_question(question)
    card.show_facts([(RUNS, Side.SERVICE), (rent, None)])
    [text] = card.findChildren(HighlightedText)
    start = {words: question.scenario.index(words) for words in ("rented", "by the month", "runs it")}
    expected = [
        (start["rented"], "rented", None),
        (start["by the month"], "by the month", None),
        (start["runs it"], "runs it", Side.SERVICE),
    ]
    assert list(text.marks) == [Mark(at, at + len(words), side) for at, words, side in expected]
    assert text.accessibleDescription() == "Deciding words: runs it"
    card.show_facts(())
    assert (text.marks, text.accessibleDescription()) == ((), "")


def test_undoing_takes_the_marks_away(page: SessionPage) -> None:
    page.show_session(steps()[2])
    page.show_session(steps()[2].undone())
    assert document(page).marks == ()


@pytest.mark.parametrize("text", VERBATIM)
@pytest.mark.parametrize("is_choice", [True, False])
def test_a_question_is_shown_letter_by_letter(page: SessionPage, text: str, *, is_choice: bool) -> None:
    question = replace(choice(1), prompt=text) if is_choice else replace(verdict(), scenario=text)
    only = bank(question)
    page.show_session(open_session(start(only), only))
    settle()
    assert document(page).toPlainText() == text
    assert document(page).accessibleName() == ("Question" if is_choice else "Scenario")


def test_statements_are_numbered_in_the_same_document(page: SessionPage) -> None:
    only = bank(replace(choice(1), statements=("It <i>ends</i>.", "It goes on.")))
    page.show_session(open_session(start(only), only))
    assert document(page).toPlainText() == "Which?\n1. It <i>ends</i>.\n2. It goes on."


def test_tab_reaches_it_and_screen_readers_read_it_word_by_word(page: SessionPage) -> None:
    page.show_session(steps()[0])
    passed: list[QWidget | None] = []
    while len(passed) < 10 and document(page) not in passed:
        press(page, Qt.Key.Key_Tab)
        passed.append(page.window().focusWidget())
    assert document(page) in passed
    words = QAccessible.queryAccessibleInterface(document(page)).textInterface()
    assert words.text(0, words.characterCount()) == "A supplier runs it."


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down])
def test_arrows_in_it_answer_nothing(qtbot: QtBot, page: SessionPage, key: Qt.Key) -> None:
    page.show_session(steps()[0])
    document(page).setFocus()
    with qtbot.assertNotEmitted(page.answer_requested):
        press(page, key)
    assert page.window().focusWidget() is document(page)


@pytest.mark.parametrize(
    ("key", "signal", "step"),
    [
        (Qt.Key.Key_P, "answer_requested", 0),
        (Qt.Key.Key_S, "answer_requested", 0),
        (Qt.Key.Key_1, "reason_requested", 1),
        (Qt.Key.Key_0, "reason_requested", 1),
        (Qt.Key.Key_U, "undo_requested", 2),
        (Qt.Key.Key_F, "flag_requested", 2),
        (Qt.Key.Key_C, "copy_requested", 2),
        (Qt.Key.Key_N, "note_requested", 2),
        (Qt.Key.Key_Escape, "leave_requested", 2),
    ],
)
def test_keys_work_in_it_as_everywhere(
    qtbot: QtBot, page: SessionPage, key: Qt.Key, signal: str, step: int
) -> None:
    page.show_session(steps()[step])
    document(page).setFocus()
    with qtbot.waitSignal(getattr(page, signal), timeout=500):
        press(page, key)


def test_selected_words_are_copied_and_no_question_is(qtbot: QtBot, page: SessionPage) -> None:
    page.show_session(steps()[0])
    text = document(page)
    text.setFocus()
    press(page, Qt.Key.Key_Home)
    for _ in range(10):
        QTest.keyClick(text, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.assertNotEmitted(page.copy_requested):
        QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == text.toPlainText()[:10]
