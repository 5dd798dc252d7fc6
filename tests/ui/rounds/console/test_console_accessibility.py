"""Console and single screen for screen readers and the keyboard: the same checks as for every page."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from quizapp.domain.round_events import Event
from quizapp.ui.rounds.console.page import ConsolePage
from quizapp.ui.rounds.console.single_screen import StagePage
from quizapp.ui.rounds.wall.frame import WallFrame
from quizapp.ui.style.appearance import Look
from tests.ui.rounds.console.consoles import OPEN, TOLD, Played, record
from tests.ui.screen import settle, to_front
from tests.ui.test_accessibility import (
    Check,
    misnamed,
    misstated,
    mixed_up,
    out_of_order,
    unheard,
    unreached,
)

Make = Callable[[Look], ConsolePage | StagePage]
CHECKS = [misnamed, unheard, mixed_up, misstated, out_of_order, unreached]


def console(look: Look) -> ConsolePage:
    return ConsolePage(look)


def stage(look: Look) -> StagePage:
    page = StagePage(look)
    wall = WallFrame(look)
    wall.setAccessibleName("The wall")
    page.set_wall(wall)
    return page


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("make", [console, stage])
@pytest.mark.parametrize("happened", [OPEN, TOLD], ids=["open", "told"])
def test_a_trainer_who_hears_or_tabs_finds_the_way(
    qtbot: QtBot, look: Look, make: Make, check: Check, happened: tuple[Event, ...]
) -> None:
    page = make(look)
    qtbot.addWidget(page)
    page.resize(1100, 720)
    to_front(qtbot, page)
    Played(page, look, record(*happened))
    page.show_pages(1, 2)
    settle()
    assert check(page) == []
