"""Which bank Learn takes its examples from."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from quizapp.domain.selection import Selection
from quizapp.ui.learn.controller import LearnFlow
from quizapp.ui.learn.page import LearnPage
from quizapp.ui.preferences import Preferences
from quizapp.ui.style.appearance import Look
from tests.desk import Desk
from tests.domain.examples import bank, choice, verdict

SCENARIOS = replace(bank(verdict(name="v1")), id="scenarios")
CHOICES = replace(bank(choice()), id="choices")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.quiz.close()
    desk.store.close()


@pytest.fixture
def flow(qtbot: QtBot, look: Look, desk: Desk, tmp_path: Path) -> LearnFlow:
    page = LearnPage(look)
    qtbot.addWidget(page)
    return LearnFlow(desk.quiz, Preferences(tmp_path), page, page)


@pytest.mark.parametrize(("used", "taught"), [("scenarios", "scenarios"), ("choices", "scenarios")])
def test_a_bank_of_choices_is_taught_with_scenarios_of_another(
    qtbot: QtBot, flow: LearnFlow, desk: Desk, used: str, taught: str
) -> None:
    for each in (CHOICES, SCENARIOS):
        desk.quiz.add_bank(each)
    desk.quiz.use_bank(CHOICES if used == "choices" else SCENARIOS)
    flow.refresh()
    with qtbot.waitSignal(flow.start_requested) as wish:
        flow.page.practise_cue_requested.emit("runs")
    assert wish.args == [Selection(bank_id=taught, cue="runs")]


def test_choices_alone_are_taught_without_examples(qtbot: QtBot, flow: LearnFlow, desk: Desk) -> None:
    desk.quiz.use_bank(CHOICES)
    flow.refresh()
    with qtbot.waitSignal(flow.start_requested) as wish:
        flow.page.practise_cue_requested.emit("runs")
    assert wish.args == [Selection(bank_id="choices", cue="runs")]
