"""How a round comes to the front: where the keyboard is, and plans whose bank has changed meanwhile."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.domain.attempt import QuestionRef
from quizapp.domain.round_plan import AnsweringMode, RoundPlan
from quizapp.domain.session import refer
from quizapp.ui.rounds.console.commands import Command
from quizapp.ui.rounds.wall.window import WallControl
from quizapp.ui.widgets.dialogs import MessageDialog
from tests.program import Program
from tests.ui.rounds.console.consoles import command_button
from tests.ui.screen import settle, to_front


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
