"""Which bank is opened when, and what is remembered of it."""

import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from pytestqt.qtbot import QtBot

from quizapp import paths
from quizapp.quiz import Clock, Quiz
from quizapp.storage.attempt_store import AttemptStore
from quizapp.storage.bank_shelf import BankShelf
from quizapp.ui.bank_flow import BankFlow
from quizapp.ui.banks_page import BanksPage
from quizapp.ui.look import Look
from quizapp.ui.preferences import Preferences
from tests.domain.examples import NOON

SOUND = "bank: {{id: {0}, title: x}}\nquestions: [{{id: q, scenario: It runs., answer: service, why: So.}}]\n"


class Shelf(BankShelf):
    """A shelf whose shipped bank lies in a folder of the test."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / "cache", paths.questions_dir() / "vocabulary.yaml")
        self._folder = folder

    def shipped(self) -> list[Path]:
        return [self._folder / "shipped.yaml"]


@pytest.fixture
def flow(qtbot: QtBot, look: Look, tmp_path: Path) -> Iterator[BankFlow]:
    for name in ("shipped", "mine", "other"):
        (tmp_path / f"{name}.yaml").write_text(SOUND.format(name), encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("bank: [", encoding="utf-8")
    store = AttemptStore(tmp_path / "attempts.sqlite")
    quiz = Quiz(store, Shelf(tmp_path), Clock(lambda: NOON, time.monotonic), Random(1))
    page = BanksPage(look)
    qtbot.addWidget(page)
    flow = BankFlow(quiz, Preferences(tmp_path), page)
    yield flow
    flow.loading.stop()
    quiz.close()


def settle(qtbot: QtBot, flow: BankFlow) -> str:
    """Wait until all is read; the name of the bank in use then."""
    qtbot.waitUntil(lambda: not flow.loading.is_busy)
    return flow._quiz.bank.id if flow._quiz.bank else ""


@pytest.mark.parametrize(
    ("last", "files", "opened", "remembered"),
    [
        ("", [], "shipped", ""),
        ("mine", [], "mine", "mine"),
        ("gone", [], "shipped", "gone"),
        ("broken", [], "shipped", "broken"),
        ("", ["mine"], "mine", "mine"),
        ("mine", ["other"], "other", "other"),
        ("mine", ["broken"], "mine", "mine"),
        ("", ["broken"], "shipped", ""),
        ("", ["broken", "mine", "broken"], "mine", "mine"),
    ],
)
def test_the_bank_of_last_time_then_those_named_and_else_the_shipped_one(
    qtbot: QtBot, flow: BankFlow, tmp_path: Path, last: str, files: list[str], opened: str, remembered: str
) -> None:
    flow._preferences.bank = tmp_path / f"{last}.yaml" if last else None
    flow.begin([tmp_path / f"{name}.yaml" for name in files])
    assert settle(qtbot, flow) == opened
    listed = flow._page.problems._reading
    assert listed is not None
    assert Path(listed.path).stem == (files[-1] if files else last or "shipped")
    assert flow._preferences.bank == (tmp_path / f"{remembered}.yaml" if remembered else None)


def test_a_shipped_bank_that_cannot_be_used_is_not_tried_again_and_again(
    qtbot: QtBot, flow: BankFlow, tmp_path: Path
) -> None:
    (tmp_path / "shipped.yaml").write_text("bank: [", encoding="utf-8")
    with qtbot.waitSignal(flow.loading.loaded):
        flow.begin([])
    assert not flow.loading.is_busy
    assert not flow._page.problems.isHidden()


def test_problems_are_brought_to_the_front_only_for_a_file_somebody_asked_for(
    qtbot: QtBot, flow: BankFlow, tmp_path: Path
) -> None:
    flow._preferences.bank = tmp_path / "broken.yaml"
    with qtbot.assertNotEmitted(flow.problems_found):
        flow.begin([])
        settle(qtbot, flow)
    with qtbot.waitSignal(flow.problems_found) as found:
        flow.open(tmp_path / "broken.yaml")
    assert found.args[0].path == str(tmp_path / "broken.yaml")


def test_the_shipped_bank_can_be_had_back(qtbot: QtBot, flow: BankFlow, tmp_path: Path) -> None:
    flow.begin([tmp_path / "mine.yaml"])
    settle(qtbot, flow)
    flow._page.shipped_requested.emit()
    assert settle(qtbot, flow) == "shipped"
    assert flow._preferences.bank is None
