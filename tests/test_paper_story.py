"""One story through the whole program: a paper, killed in its middle, taken up, handed in, learned from."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.paper import Paper
from quizapp.ui.dialogs import Dialogs
from quizapp.ui.paper.result import QuestionRow
from quizapp.ui.widgets.buttons import Button
from tests.program import Program
from tests.starts import start
from tests.test_papers import FORTY
from tests.ui.screen import press, seen

ROOT = Path(__file__).parent.parent


def running(program: Program) -> Paper:
    (paper,) = program.quiz.running_papers()
    return paper


def button(window: QWidget, words: str) -> Button:
    found = [each for each in window.findChildren(Button) if each.isVisible() and each.text() == words]
    assert found, words
    return found[0]


def killed_in_the_middle(folder: Path, after: int) -> dict[int, str]:
    """What a program said was kept before it was killed."""
    command = [sys.executable, "-m", "tests.paper_window_child", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stdout is not None
        lines = [child.stdout.readline() for _ in range(after)]
        child.kill()
        lines += child.stdout.read().splitlines()
    told = [line.split() for line in lines]
    return {int(position): answer for position, _, answer in (words for words in told if len(words) == 3)}


def test_a_paper_killed_in_its_middle_is_taken_up_handed_in_and_learned_from(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, started: list[Program], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = killed_in_the_middle(tmp_path, 12)
    assert len(kept) >= 12
    program = start(qtbot, qapp, tmp_path, started, banks=2)
    window = program.window
    assert "Your paper is running: ITIL 4 Foundation" in seen(window)
    assert "Start ten questions" in seen(window)  # it is no session that stopped
    button(window, "Resume the paper").click()
    paper = running(program)
    assert kept.items() <= paper.answers.items()
    assert f"{len(paper.answers)} answered" in seen(window)
    assert "Because" not in seen(window)
    position = paper.position
    press(window, Qt.Key.Key_B)
    assert running(program).answers[position] == paper.current.offered[1]
    press(window, Qt.Key.Key_F)
    press(window, Qt.Key.Key_Right)
    assert running(program).flagged == {position}
    assert running(program).position == position + 1

    press(window, Qt.Key.Key_Escape)
    assert "Your paper is running" in seen(window)
    button(window, "Resume the paper").click()
    monkeypatch.setattr(Dialogs, "confirm", lambda *_words: True)
    program.navigation.papers.exam.hand_in_requested.emit()
    assert "Your paper: ITIL 4 Foundation" in seen(window)
    assert "were left open and earned nothing" in seen(window)

    rows = [each for each in window.findChildren(QuestionRow) if each.isVisible()]
    rows[-1].click()  # one that was left open
    assert "Left open. The right answer is" in seen(window)
    press(window, Qt.Key.Key_Escape)
    assert "Your paper: ITIL 4 Foundation" in seen(window)
    past = program.quiz.papers.past()[0]
    press(window, Qt.Key.Key_Escape)
    assert f"{past.marks} of 40" in seen(window)
    assert program.quiz.unfinished() == ()

    program.navigation.papers.page.result_requested.emit(past.id)
    program.navigation.papers.result.practise_requested.emit()
    (session,) = program.quiz.unfinished()
    assert len(session.start.questions) == 40 - past.marks


def test_a_paper_whose_time_ran_out_while_the_program_was_closed_is_handed_in_and_said(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, started: list[Program]
) -> None:
    from tests.quiz_rig import QuizRig  # noqa: PLC0415 - with a clock of 22 November, six days ago at least
    from tests.test_papers import answer_all, forty  # noqa: PLC0415

    rig = QuizRig(tmp_path)
    rig.quiz.use_bank(forty())
    answer_all(rig, rig.quiz.papers.start(FORTY), 26, 30)
    rig.quiz.close()
    rig.store.close()

    program = start(qtbot, qapp, tmp_path, started, banks=2)
    shown = seen(program.window)
    assert "Time was up: “Forty” handed itself in on" in shown
    assert "Papers has its result." in shown
    assert "Your paper is running" not in shown
    (past,) = program.quiz.papers.past()
    assert (past.marks, past.questions, past.has_passed) == (26, 40, True)
    program.navigation._open_entry("papers")
    assert "26 of 40, passed" in seen(program.window)
