"""The scenario on its card: one document at every step, reached by Tab, and keys that work in it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.question import Evidence, Side
from quizapp.domain.session import Session, open_session
from quizapp.ui.question.highlight import CueLegend, HighlightedText
from quizapp.ui.question.scenario import ScenarioCard
from quizapp.ui.session.page import SessionPage
from quizapp.ui.style.appearance import Appearance
from tests.domain.examples import VOCABULARY, bank, choice, start, verdict
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
    (found,) = page.findChildren(HighlightedText)
    return found


def steps() -> list[Session]:
    session = session_on("clear").answered("service")
    return [session_on("clear"), session, session.reasoned("cue:runs")]


def test_it_is_the_same_document_at_every_step_and_nothing_in_it_moves(page: SessionPage) -> None:
    seen = set()
    for session in steps():
        page.show_session(session)
        settle()
        text = document(page)
        place = text.mapTo(page, QPoint(0, 0))
        seen.add((id(text), text.document().revision(), place.x(), place.y(), text.width(), text.height()))
    assert len(seen) == 1
    assert [mark.side for mark in document(page).marks] == [Side.SERVICE]


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


def test_the_legend_names_each_cue_once_with_its_side(qtbot: QtBot, appearance: Appearance) -> None:
    card = ScenarioCard(appearance)
    qtbot.addWidget(card)
    question = replace(
        verdict(),
        scenario="It runs, it is run, and it stays.",
        evidence=(
            Evidence("stays", "fixed", Side.PRODUCT),
            Evidence("runs", "runs", Side.SERVICE),
            Evidence("is run", "runs", Side.SERVICE),
        ),
    )
    card.show_question(question, VOCABULARY)
    card.reveal(shown=True, animate=False)
    card.show()
    (legend,) = card.findChildren(CueLegend)
    names = {cue: entry.name for cue, entry in VOCABULARY.cues.items()}
    assert [words for words in texts(legend) if words] == [names["runs"], names.get("fixed", "fixed")]
    assert (
        legend.accessibleDescription()
        == f"{names['runs']} (Service); {names.get('fixed', 'fixed')} (Product)"
    )
    (text,) = card.findChildren(HighlightedText)
    assert [question.scenario[mark.start : mark.end] for mark in text.marks] == ["runs", "is run", "stays"]


@pytest.mark.parametrize("name", ["clear", "arguable"])
def test_prompt_and_legend_take_the_same_room(page: SessionPage, name: str) -> None:
    heights = set()
    for session in (session_on(name), explained(name, "service", "cue:runs")):
        page.show_session(session)
        settle()
        heights.add(page.findChildren(ScenarioCard)[0].height())
    assert len(heights) == 1
