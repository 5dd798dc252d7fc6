"""One story through the program: how sure one is, asked, closed there, taken up, summed up, looked up."""

import csv
import sqlite3
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from quizapp.domain.attempt import Step
from quizapp.domain.question import Side, Verdict
from quizapp.exchange.answers import answers_csv
from quizapp.ui.library.page import LibraryPage
from quizapp.ui.session.page import SessionPage
from quizapp.ui.session.summary import MissedRow
from tests.program import Program
from tests.starts import session, start
from tests.ui.screen import press, seen, settle

LEVELS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


def page(program: Program, name: str) -> None:
    """Have a page of the sidebar in front."""
    program.window.entry_requested.emit(name)
    settle()


def certainty_box(program: Program, name: str = "practice") -> QCheckBox:
    page(program, name)
    boxes = program.window.findChildren(QCheckBox)
    (box,) = (each for each in boxes if each.accessibleName() == "Ask how sure I am" and each.isVisible())
    return box


def answer(program: Program, *, right: bool) -> None:
    question = session(program).current.question
    assert isinstance(question, Verdict)
    side = question.answer if right else question.answer.other
    press(program.window, Qt.Key.Key_P if side is Side.PRODUCT else Qt.Key.Key_S)
    assert session(program).step is Step.CERTAINTY


def rest(program: Program, level: Qt.Key) -> None:
    """Say how sure one is and what decides it, and go on."""
    press(program.window, level)
    if session(program).step is Step.REASON:
        press(program.window, Qt.Key.Key_1)
    assert "for certainty" in seen(program.window) or "that costs nothing" in seen(program.window)
    press(program.window, Qt.Key.Key_Return)


def on_disk(folder: Path) -> list[tuple[int, str, str, float | None]]:
    """The attempts as another process reads them."""
    with sqlite3.connect(f"file:{folder / 'attempts.sqlite'}?mode=ro", uri=True) as connection:
        rows = connection.execute(
            "SELECT position, step, response, marks FROM attempt ORDER BY number"
        ).fetchall()
    connection.close()
    return rows


def test_how_sure_one_is_from_practice_to_the_library(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, started: list[Program]
) -> None:
    program = start(qtbot, qapp, tmp_path, started)
    box = certainty_box(program)
    assert not box.isChecked()
    box.click()
    press(program.window, Qt.Key.Key_Return)
    assert session(program).start.rules.certainty
    answer(program, right=False)
    rest(program, Qt.Key.Key_1)
    answer(program, right=True)
    press(program.window, Qt.Key.Key_U)  # a slip
    assert session(program).step is Step.ANSWER
    answer(program, right=False)
    assert on_disk(tmp_path)[-1][:2] == (1, "answer")

    program = start(qtbot, qapp, tmp_path, started)  # closed before it was said
    press(program.window, Qt.Key.Key_Return)
    assert session(program).step is Step.CERTAINTY
    assert "How sure are you?" in seen(program.window)
    assert not session(program).turns[1].after_explanation
    press(program.window, Qt.Key.Key_3)
    assert on_disk(tmp_path)[-1] == (1, "certainty", "3", None)
    press(program.window, Qt.Key.Key_1)
    assert "You were very sure (over 80 %): that costs 6 points for certainty." in seen(program.window)
    press(program.window, Qt.Key.Key_Return)
    for position in range(2, 10):
        answer(program, right=True)
        rest(program, LEVELS[position % 3])

    words = seen(program.window)
    assert "Ten questions answered" in words
    assert "By how sure you were" in words
    assert "points for certainty, beside" in words
    first = next(row for row in program.window.findChildren(MissedRow) if row.isVisible())
    assert "very sure" in first.accessibleName()
    first.click()
    assert "that costs 6 points for certainty" in seen(program.window)

    page(program, "library")
    library = program.window.page
    assert isinstance(library, LibraryPage)
    library.show_panel(library.sessions)
    settle()
    assert "points for certainty." in seen(library)
    library.sessions.table.opened.emit(0)
    settle()
    assert isinstance(program.window.page, SessionPage)
    assert "You were not so sure (under 67 %)" in seen(program.window)
    told = answers_csv(program.quiz.archive.saved(), program.quiz.banks).lstrip("\ufeff")
    rows = list(csv.DictReader(told.splitlines()))
    assert [row["certainty"] for row in rows if not row["taken back"]][:2] == ["1", "3"]


def test_practice_and_settings_have_one_setting(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, started: list[Program]
) -> None:
    program = start(qtbot, qapp, tmp_path, started)
    for wanted in (True, False):
        certainty_box(program, "practice").click()
        assert certainty_box(program, "settings").isChecked() is wanted
    certainty_box(program, "settings").click()
    assert program.preferences.now.certainty
    assert certainty_box(program, "practice").isChecked()
    press(program.window, Qt.Key.Key_Return)
    assert session(program).start.rules.certainty


def test_what_was_chosen_in_practice_holds_for_today_and_after_a_restart(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, started: list[Program]
) -> None:
    program = start(qtbot, qapp, tmp_path, started)
    program.window.menus.start_requested.emit()
    assert not session(program).start.rules.certainty
    certainty_box(program).click()
    page(program, "today")
    program.window.menus.start_requested.emit()
    assert session(program).start.rules.certainty

    program = start(qtbot, qapp, tmp_path, started)
    assert certainty_box(program).isChecked()
    program.window.menus.start_requested.emit()
    assert session(program).start.rules.certainty
    certainty_box(program).click()
    program.window.menus.start_requested.emit()
    assert not session(program).start.rules.certainty
