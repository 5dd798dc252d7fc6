"""How a round comes to the front: where the keyboard is, and plans whose bank has changed meanwhile."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.domain.attempt import QuestionRef
from quizapp.domain.round import Phase
from quizapp.domain.round_plan import AnsweringMode, RoundPlan
from quizapp.domain.session import refer
from quizapp.ui.rounds.console.commands import Command
from quizapp.ui.rounds.console.keys_dialog import RoundKeysDialog
from quizapp.ui.rounds.wall.window import WallControl
from quizapp.ui.widgets.dialogs import MessageDialog
from tests.program import Program
from tests.ui.rounds.console.consoles import command_button
from tests.ui.screen import clear_away, settle, to_front


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    program = Program(qapp, tmp_path)
    to_front(qtbot, program.window)
    qtbot.waitUntil(lambda: len(program.quiz.banks) == 2)
    program.window.entry_requested.emit("rounds")
    yield program
    program.navigation.rounds.running.end()
    program.close()


def kept(program: Program) -> RoundPlan:
    bank = program.quiz.banks[0]
    plan = RoundPlan("plan", "Monday", (refer(bank, bank.questions[0]),), AnsweringMode.HANDS, headcount=12)
    program.quiz.rounds.save_plan(plan)
    return plan


def test_the_keyboard_begins_with_the_next_thing_and_not_with_leaving(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(WallControl, "is_apart", property(lambda _: True))
    controller = program.navigation.rounds
    kept(program)
    controller.page.start_requested.emit("plan")
    controller.plans.begin()
    settle()
    assert program.window.focusWidget() is command_button(controller.running.console, Command.NEXT)


def test_a_plan_whose_questions_have_gone_is_told_of_and_not_begun(program: Program) -> None:
    controller = program.navigation.rounds
    plan = kept(program)
    gone = QuestionRef(plan.questions[0].bank_id, "gone", plan.questions[0].revision)
    program.quiz.rounds.save_plan(replace(plan, questions=(*plan.questions, gone)))
    controller.page.start_requested.emit("plan")
    (box,) = program.window.findChildren(MessageDialog)
    assert "has lost some questions" in box.text()
    box.close()
    assert program.window.page is controller.page
    assert not controller.running.wall.is_apart


PHASES = {
    Phase.LOBBY: Qt.Key.Key_PageDown,
    Phase.ASK: Qt.Key.Key_PageDown,
    Phase.OPEN: Qt.Key.Key_PageDown,
    Phase.LOCKED: Qt.Key.Key_R,
    Phase.REVEAL: Qt.Key.Key_PageDown,
    Phase.EXPLAIN: Qt.Key.Key_PageDown,
}
"""The phases of the only question, each with the key that leads on."""


def hears_letters(program: Program) -> None:
    """Ask for the keys of the moment and pause by a key, as a person does: at whatever has the keyboard."""
    window, running = program.window, program.navigation.rounds.running
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F1)
    settle()
    dialogs = window.findChildren(RoundKeysDialog)
    assert dialogs, "F1 opens the keys of the round"
    for dialog in dialogs:
        dialog.close()
        dialog.deleteLater()
    clear_away()  # a window that goes takes the keyboard along where nobody manages windows
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    settle()
    for is_paused in (True, False):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        settle()
        assert running.record is not None
        assert running.record.round.is_paused is is_paused


def test_every_round_of_a_day_hears_every_key(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program.navigation.dialogs, "confirm", lambda *_: True)
    controller = program.navigation.rounds
    kept(program)
    for _ in range(3):
        controller.page.start_requested.emit("plan")
        controller.plans.begin()
        settle()
        if not program.window.isActiveWindow():  # nobody manages windows here
            clear_away()
            to_front(qtbot, program.window)
        for phase, key in PHASES.items():
            record = controller.running.record
            assert record is not None
            assert record.round.phase is phase
            if phase is Phase.LOBBY:  # the first key of all is heard as well
                QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_PageDown)
                settle()
                assert controller.running.record is not None
                assert controller.running.record.round.phase is Phase.ASK
                continue
            hears_letters(program)
            if phase is Phase.OPEN:  # nobody has answered
                QTest.keyClick(program.window.windowHandle(), key)
            QTest.keyClick(program.window.windowHandle(), key)
            settle()
        controller.running.leave()
        settle()
        assert controller.running.record is None
