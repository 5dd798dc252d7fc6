"""Today and papers: one that runs is offered, one whose time ran out is handed in and said."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.today.controller import TodayController
from quizapp.ui.today.memory import TodayMemory
from quizapp.ui.today.page import TodayPage
from quizapp.ui.widgets.buttons import Button
from tests.quiz_rig import QuizRig
from tests.test_papers import FORTY, answer_all, forty
from tests.ui.presented import Presented
from tests.ui.screen import seen


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[QuizRig]:
    rig = QuizRig(tmp_path)
    rig.quiz.use_bank(forty())
    yield rig
    rig.quiz.close()


@pytest.fixture
def today(qtbot: QtBot, rig: QuizRig, tmp_path: Path, appearance: Appearance) -> TodayController:
    page = TodayPage(appearance)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    owner = QObject(page)
    return TodayController(
        rig.quiz, PreferencesFile(tmp_path), page, TodayMemory(tmp_path), Presented(), owner
    )


def test_a_paper_that_runs_is_offered(today: TodayController, rig: QuizRig, qtbot: QtBot) -> None:
    today.refresh()
    assert "paper" not in seen(today.page)
    paper = answer_all(rig, rig.quiz.papers.start(FORTY), 0, 3)
    today.refresh()
    assert "Your paper is running: Forty" in seen(today.page)
    assert "3 of 40 answered." in seen(today.page)
    (resume,) = (each for each in today.page.findChildren(Button) if each.text() == "Resume the paper")
    with qtbot.waitSignal(today.page.paper_requested) as heard:
        resume.click()
    assert heard.args == [paper.start.id]


def test_one_whose_time_runs_out_while_today_is_in_front_is_handed_in(
    today: TodayController, rig: QuizRig
) -> None:
    answer_all(rig, rig.quiz.papers.start(FORTY), 2, 3)
    today.refresh()
    rig.seconds += 3600
    today._due.timeout.emit()
    shown = seen(today.page)
    assert "Time was up: “Forty” handed itself in on" in shown
    assert "Your paper is running" not in shown
    assert len(rig.kept()) == 3
    assert not today._due.isActive()
