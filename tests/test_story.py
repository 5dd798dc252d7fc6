"""One story through the whole program: a first session, closed in the middle and taken up again."""

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.domain.attempt import Step
from quizapp.domain.question import Side, Verdict
from quizapp.ui.widgets.buttons import Button
from tests.program import Program
from tests.starts import session, start
from tests.ui.screen import press, seen

pytestmark = pytest.mark.smoke


def answer(program: Program, *, right: bool) -> None:
    """Answer the current question with its best reason, and look at what is on disk before going on."""
    question = session(program).current.question
    assert isinstance(question, Verdict)
    side = question.answer if right else question.answer.other
    press(program.window, Qt.Key.Key_P if side is Side.PRODUCT else Qt.Key.Key_S)
    if session(program).step is Step.REASON:
        reasons = session(program).current.reasons
        best = next((n for n, reason in enumerate(reasons) if reason.side is side), 0)
        press(program.window, Qt.Key(Qt.Key.Key_1 + best))
    assert session(program).step is Step.EXPLANATION
    assert on_disk(program.folder)[-1][:2] == (session(program).position, "reason")


def on_disk(folder: Path) -> list[tuple[int, str, str]]:
    """The attempts as another process reads them."""
    with sqlite3.connect(f"file:{folder / 'attempts.sqlite'}?mode=ro", uri=True) as connection:
        rows = connection.execute("SELECT position, step, response FROM attempt ORDER BY rowid").fetchall()
    connection.close()
    return rows


def press_on(program: Program, name: str) -> None:
    """Press the button of this name that is in sight."""
    buttons = [each for each in program.window.findChildren(Button) if each.isVisible()]
    (button,) = (each for each in buttons if each.accessibleName() == name)
    button.click()


def test_a_first_session_is_answered_closed_resumed_and_summed_up(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, started: list[Program]
) -> None:
    program = start(qtbot, qapp, tmp_path, started)
    press(program.window, Qt.Key.Key_Return)
    ids = {asked.question.id for asked in session(program).asked}
    assert ids == {question.id for question in program.quiz.bank.questions[:10]}  # type: ignore[union-attr]
    assert "cloud-payroll" in ids
    for _ in range(3):
        answer(program, right=True)
        press(program.window, Qt.Key.Key_Return)
    press(program.window, Qt.Key.Key_P)
    before = session(program)
    assert before.step is Step.REASON

    program = start(qtbot, qapp, tmp_path, started)
    assert "Product or Service? Question 4 of 10" in seen(program.window)
    press(program.window, Qt.Key.Key_Return)
    assert session(program).step is Step.REASON
    assert session(program).turns == before.turns
    assert session(program).asked == before.asked
    press(program.window, Qt.Key.Key_0)
    press(program.window, Qt.Key.Key_Return)
    for position in range(4, 10):
        answer(program, right=position % 2 == 0)
        press(program.window, Qt.Key.Key_Return)
    words = seen(program.window)
    assert "Ten questions answered" in words
    assert "guessing alone does as well" in words
    assert len(on_disk(tmp_path)) == 20

    program = start(qtbot, qapp, tmp_path, started)
    assert "Resume" not in seen(program.window)
    qtbot.waitUntil(lambda: "Nothing more is due today" in seen(program.window))


def test_an_explanation_that_was_not_left_is_shown_again(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, started: list[Program]
) -> None:
    program = start(qtbot, qapp, tmp_path, started)
    press(program.window, Qt.Key.Key_Return)
    answer(program, right=True)
    shown = seen(program.window)
    program = start(qtbot, qapp, tmp_path, started)
    press(program.window, Qt.Key.Key_R)
    assert session(program).step is Step.EXPLANATION
    assert [line for line in shown.splitlines() if line not in seen(program.window)] == []


def test_a_discarded_session_comes_back_on_undo_and_keeps_its_answers(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, started: list[Program]
) -> None:
    program = start(qtbot, qapp, tmp_path, started)
    press(program.window, Qt.Key.Key_Return)
    answer(program, right=True)
    program = start(qtbot, qapp, tmp_path, started)
    press_on(program, "Discard")
    assert "Resume" not in seen(program.window)
    assert "Discarded: Product or Service? Question 1 of 10" in seen(program.window)
    assert len(on_disk(tmp_path)) == 2
    press_on(program, "Undo")
    assert "Discarded" not in seen(program.window)
    press(program.window, Qt.Key.Key_Return)
    assert session(program).step is Step.EXPLANATION
