"""One story through the whole program: what was answered is looked up again, and a term, within seconds."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.question import Choice
from quizapp.domain.selection import Selection
from quizapp.quiz.papers import PaperHead
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


def sit_a_paper(program: Program) -> PaperHead:
    """A short paper: one question right, one wrong and flagged, the rest left open; how it is listed."""
    papers = program.quiz.papers
    preset = next(each for each in papers.presets().presets if each.id == "short")
    paper = papers.start(preset)
    for position in (0, 1):
        question = paper.items[position].question
        assert isinstance(question, Choice)
        wrong = next(each for each in paper.items[position].offered if each != str(question.key))
        paper = papers.answer(papers.go_to(paper, position), wrong if position else str(question.key))
    papers.hand_in(papers.flag(paper, flagged=True))
    return papers.past()[0]


def button(page: QWidget, words: str) -> QAbstractButton:
    [found] = [
        each for each in page.findChildren(QAbstractButton) if each.isVisible() and each.text() == words
    ]
    return found


def test_the_result_of_a_paper_is_seen_from_the_library_and_leads_back_there(program: Program) -> None:
    head = sit_a_paper(program)
    page = library(program)
    page.show_panel(page.sessions)
    assert f"Paper: {head.title}" in str(page.sessions.table.model().index(0, 0).data())
    button(page, "See its result").click()
    settle()
    assert f"Your paper: {head.title}" in seen(program.window)
    assert button(program.window, "Back to Library").isVisible()
    press(program.window, Qt.Key.Key_Escape)
    assert program.window.page is page
    assert page.panel is page.sessions
    list_of_papers = program.navigation.papers.page
    list_of_papers.result_requested.emit(head.id)
    press(program.window, Qt.Key.Key_Escape)
    assert list_of_papers.isVisible()


@pytest.mark.parametrize("from_library", [True, False])
def test_arrows_lead_through_the_explanations_of_a_paper_and_its_flags_are_seen(
    program: Program, *, from_library: bool
) -> None:
    head = sit_a_paper(program)
    if from_library:
        page = library(program)
        page.show_panel(page.sessions)
        page.sessions.table.opened.emit(0)
    else:
        program.navigation.papers.show_result_of(head.id)
        program.navigation.papers.result.explanation_requested.emit(0)
    settle()
    titles = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        press(program.window, key)
        titles.append(next(line for line in seen(program.window).split("\n") if line.startswith("Question ")))
    flagged = "Question 2 of 10, flagged in the paper"
    assert titles == ["Question 1 of 10", flagged, "Question 3 of 10", flagged]
