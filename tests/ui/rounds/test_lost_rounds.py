"""Rounds and plans that cannot be read any more: how many, and which copy has them, is said once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.round_plan import AnsweringMode, RoundPlan
from quizapp.domain.session import refer
from quizapp.ui.dialogs import Dialogs
from quizapp.ui.rounds.controller import RoundsController
from quizapp.ui.style.appearance import Appearance
from tests.domain.examples import NOON, bank, verdict
from tests.quiz_rig import QuizRig
from tests.ui.presented import Presented
from tests.ui.screen import seen

BANK = bank(verdict(name="one"))
PLAN = RoundPlan("plan", "Monday", (refer(BANK, BANK.questions[0]),), AnsweringMode.TEAMS, teams=2)
ODD_EVENT = (
    "INSERT INTO round_event (round, seq, data, at) "
    'SELECT number, 0, \'{"kind": "Tomorrow"}\', started_at FROM round WHERE id = ?'
)
ODD_PLAN = "INSERT INTO round_plan VALUES (NULL, ?, '[]', 'now')"


@pytest.fixture
def quiz_rig(tmp_path: Path) -> Iterator[QuizRig]:
    rig = QuizRig(tmp_path)
    rig.quiz.use_bank(BANK)
    yield rig
    rig.quiz.close()


@pytest.fixture
def controller(qtbot: QtBot, appearance: Appearance, quiz_rig: QuizRig) -> RoundsController:
    window = QWidget()
    qtbot.addWidget(window)
    return RoundsController(quiz_rig.quiz, appearance, Dialogs(window), Presented(), window)


def spoil(rig: QuizRig, statement: str, name: str) -> None:
    rig.quiz.archive.store._access.database.rows(statement, (name,))


@pytest.mark.parametrize("is_copied", [True, False])
def test_what_is_lost_is_said_until_it_was_read(
    quiz_rig: QuizRig,
    controller: RoundsController,
    is_copied: bool,  # noqa: FBT001
) -> None:
    rounds, page = quiz_rig.quiz.rounds, controller.page
    record = rounds.begin(PLAN, BANK, {})
    rounds.save_plan(PLAN)
    if is_copied:
        quiz_rig.quiz.archive.store.back_up_if_due(NOON)
    spoil(quiz_rig, ODD_EVENT, record.id)
    spoil(quiz_rig, ODD_PLAN, PLAN.id)
    controller.refresh()
    said = "1 round and 1 plan cannot be read; "
    said += "the copy of Sunday, 22 November 2026 has it all." if is_copied else "the file was left as it is."
    assert said in seen(page)
    page.notice_closed.emit()
    assert "cannot be read" not in seen(page)
    spoil(quiz_rig, ODD_PLAN, "another")
    controller.refresh()
    assert "1 round and 2 plans cannot be read; the file was left as it is." in seen(page)


def test_nothing_is_said_where_all_can_be_read(quiz_rig: QuizRig, controller: RoundsController) -> None:
    quiz_rig.quiz.rounds.begin(PLAN, BANK, {})
    controller.refresh()
    assert "cannot be read" not in seen(controller.page)
