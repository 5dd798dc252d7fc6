"""Console and single screen for screen readers and the keyboard: the same checks as for every page."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from quizapp.domain.round_events import Event
from quizapp.ui.rounds.console.page import ConsolePage
from quizapp.ui.rounds.console.single_screen import SingleScreenPage
from quizapp.ui.rounds.wall.frame import WallFrame
from quizapp.ui.style.appearance import Appearance
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

Make = Callable[[Appearance], ConsolePage | SingleScreenPage]
CHECKS = [misnamed, unheard, mixed_up, misstated, out_of_order, unreached]


def console(appearance: Appearance) -> ConsolePage:
    return ConsolePage(appearance)


def single_screen(appearance: Appearance) -> SingleScreenPage:
    page = SingleScreenPage()
    wall = WallFrame(appearance)
    wall.setAccessibleName("The wall")
    page.set_wall(wall)
    return page


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("make", [console, single_screen])
@pytest.mark.parametrize("happened", [OPEN, TOLD], ids=["open", "told"])
def test_a_trainer_who_hears_or_tabs_finds_the_way(
    qtbot: QtBot, appearance: Appearance, make: Make, check: Check, happened: tuple[Event, ...]
) -> None:
    page = make(appearance)
    qtbot.addWidget(page)
    page.resize(1100, 720)
    to_front(qtbot, page)
    Played(page, appearance, record(*happened))
    page.show_pages(1, 2)
    settle()
    assert check(page) == []
