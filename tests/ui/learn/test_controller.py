"""Which bank Learn takes its examples from."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from quizapp.domain.bank import Definition
from quizapp.domain.question import Side
from quizapp.domain.selection import Selection
from quizapp.ui.learn.controller import LearnController
from quizapp.ui.learn.page import LearnPage
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.style.appearance import Appearance
from tests.domain.examples import bank, choice, verdict
from tests.quiz_rig import QuizRig
from tests.ui.presented import Presented
from tests.ui.screen import seen

SCENARIOS = replace(bank(verdict(name="v1")), id="scenarios")
CHOICES = replace(bank(choice()), id="choices")


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[QuizRig]:
    rig = QuizRig(tmp_path)
    yield rig
    rig.quiz.close()
    rig.store.close()


@pytest.fixture
def controller(qtbot: QtBot, appearance: Appearance, rig: QuizRig, tmp_path: Path) -> LearnController:
    page = LearnPage(appearance)
    qtbot.addWidget(page)
    return LearnController(rig.quiz, PreferencesFile(tmp_path), page, Presented())


@pytest.mark.parametrize(("used", "taught"), [("scenarios", "scenarios"), ("choices", "scenarios")])
def test_a_bank_of_choices_is_taught_with_scenarios_of_another(
    qtbot: QtBot, controller: LearnController, rig: QuizRig, used: str, taught: str
) -> None:
    for each in (CHOICES, SCENARIOS):
        rig.quiz.add_bank(each)
    rig.quiz.use_bank(CHOICES if used == "choices" else SCENARIOS)
    controller.refresh()
    with qtbot.waitSignal(controller.start_requested) as request:
        controller.page.practise_cue_requested.emit("runs")
    assert request.args == [Selection(bank_id=taught, cue="runs")]


def test_choices_alone_are_taught_without_examples(
    qtbot: QtBot, controller: LearnController, rig: QuizRig
) -> None:
    rig.quiz.use_bank(CHOICES)
    controller.refresh()
    with qtbot.waitSignal(controller.start_requested) as request:
        controller.page.practise_cue_requested.emit("runs")
    assert request.args == [Selection(bank_id="choices", cue="runs")]


def test_the_terms_of_all_open_banks_are_there_to_look_up(
    qtbot: QtBot, controller: LearnController, rig: QuizRig
) -> None:
    terms = (Definition("utility", "What it does.", "A book"), Definition(Side.PRODUCT, "A thing.", "A book"))
    with_terms = replace(CHOICES, vocabulary=replace(CHOICES.vocabulary, definitions=terms))
    for each in (with_terms, SCENARIOS):
        rig.quiz.add_bank(each)
    rig.quiz.use_bank(SCENARIOS)
    controller.page.show()
    controller.refresh()
    qtbot.waitUntil(lambda: "What it does." in seen(controller.page))


def test_a_bank_with_terms_of_its_own_is_taught_with_scenarios_of_another(
    qtbot: QtBot, controller: LearnController, rig: QuizRig
) -> None:
    terms = (Definition("utility", "What it does.", "A book"),)
    with_terms = replace(CHOICES, vocabulary=replace(CHOICES.vocabulary, definitions=terms))
    for each in (SCENARIOS, with_terms):
        rig.quiz.add_bank(each)
    rig.quiz.use_bank(with_terms)
    controller.page.show()
    controller.refresh()
    qtbot.waitUntil(lambda: verdict().scenario in seen(controller.page))
