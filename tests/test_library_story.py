"""One story through the whole program: what was answered is looked up again, and a term, within seconds."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from quizapp.domain.selection import Selection
from quizapp.ui.library.page import LibraryPage
from quizapp.ui.session.page import SessionPage
from tests.program import Program
from tests.quiz_rig import go_through
from tests.ui.screen import press, seen, settle, to_front


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    program = Program(qapp, tmp_path)
    to_front(qtbot, program.window)
    qtbot.waitUntil(lambda: len(program.quiz.banks) > 1 and not program.navigation.banks.is_reading)
    yield program
    program.close()


def library(program: Program) -> LibraryPage:
    """The Library in front, reached by the menu's key."""
    program.window.menus.page_requested.emit("library")
    settle()
    page = program.window.page
    assert isinstance(page, LibraryPage)
    return page


def go_through_five(program: Program) -> list[str]:
    """Answer five scenarios; their ids in the order asked."""
    bank = next(each for each in program.quiz.banks if each.id == "product-or-service")
    session = program.quiz.start(Selection(4711, 5, bank.id))
    asked = [each.question.id for each in session.asked]
    go_through(program.quiz, session, frozenset(asked[:2]))
    return asked


def test_a_word_leads_to_its_questions_from_wherever_one_is(program: Program) -> None:
    page = library(program)
    assert "186 questions" in seen(page)
    assert isinstance(page.focusWidget(), QLineEdit)
    QTest.keyClicks(page.focusWidget(), "backup")
    assert "13 of 186 questions" in seen(page)
    QTest.keyClicks(page.focusWidget(), " gdansk")
    assert "1 of 186 questions" in seen(page)
    assert "Gdańsk" in seen(page)


def test_a_past_session_is_read_again_with_all_its_explanations(program: Program) -> None:
    asked = go_through_five(program)
    before = list(program.quiz.archive.store.attempts())
    page = library(program)
    page.show_panel(page.sessions)
    page.sessions.table.setFocus()
    press(program.window, Qt.Key.Key_Return)
    for number in range(1, 6):
        shown = program.window.page
        assert isinstance(shown, SessionPage)
        assert f"Question {number} of 5" in seen(shown)
        press(program.window, Qt.Key.Key_Return)  # the next question, and after the last back again
    assert program.window.page is page
    assert program.window.has_sidebar
    assert list(program.quiz.archive.store.attempts()) == before
    assert len(asked) == 5


def test_escape_leads_back_and_flags_and_notes_can_be_made_meanwhile(program: Program) -> None:
    asked = go_through_five(program)
    page = library(program)
    page.show_panel(page.sessions)
    page.sessions.table.opened.emit(0)
    settle()
    press(program.window, Qt.Key.Key_F)
    assert program.quiz.flags("product-or-service") == {asked[0]}
    press(program.window, Qt.Key.Key_Escape)
    assert program.window.page is page
    assert page.panel is page.sessions


def test_a_session_in_the_middle_stays_resumable_while_another_is_looked_at(program: Program) -> None:
    go_through_five(program)
    program.navigation.sessions.start(Selection(4712, 5))
    running = program.navigation.sessions._session
    press(program.window, Qt.Key.Key_Escape)
    page = library(program)
    page.show_panel(page.sessions)
    page.sessions.table.opened.emit(0)
    settle()
    press(program.window, Qt.Key.Key_Escape)
    assert program.navigation.sessions._session == running
    assert len(program.quiz.unfinished()) == 1


def test_a_single_question_is_answered_and_known_afterwards(program: Program) -> None:
    page = library(program)
    QTest.keyClicks(page.questions.findChildren(QLineEdit)[0], "gdansk")
    page.questions.table.opened.emit(0)
    settle()
    session = program.navigation.sessions._session
    assert session is not None
    assert len(session.asked) == 1
    go_through(program.quiz, session)
    page = library(program)
    assert "Answered once, on" in seen(page)
