"""The console and the single screen at every size, text size, theme and reading direction."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.domain import round_events as events
from quizapp.domain.round_plan import AnsweringMode
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.rounds.console.cards import CardScroll
from quizapp.ui.rounds.console.input import DisputeDialog
from quizapp.ui.rounds.console.page import ConsolePage
from quizapp.ui.rounds.console.single_screen import SingleScreenPage
from quizapp.ui.rounds.wall.frame import WallFrame
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.theme import THEMES
from tests.ui.rounds.console.consoles import LOCKED, NEXT, OPEN, TOLD, Played, card, peek, record, teams
from tests.ui.screen import cut_off, nameless, out_of_reach, overlapping, settle, to_front, torn, unplain

SIZES = [(1024, 600, 1.0), (1100, 720, 1.0), (1024, 600, 2.0), (1920, 1080, 1.0), (1920, 1080, 2.0)]
PEOPLE = tuple(events.Join(f"p{number}") for number in range(1, 28))
ROUNDS: list[Callable[[], RoundRecord]] = [
    lambda: record(*OPEN),
    lambda: record(*LOCKED, events.Discuss(), NEXT, events.Count(0, 1, {"service": 20}), NEXT),
    lambda: record(*TOLD, events.Rule(0, "void"), events.Dispute(0, "Why?")),
    lambda: teams(*OPEN, events.Buzz(0, 0, "t2"), mode=AnsweringMode.BUZZ),
    lambda: record(*PEOPLE, events.Switch(AnsweringMode.PAPER), *OPEN, events.Pause()),
    lambda: record(*TOLD, NEXT, NEXT, NEXT),
]


@pytest.fixture(params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def direction(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(request.param)
    yield
    qapp.setLayoutDirection(before)


def faults(page: ConsolePage | SingleScreenPage) -> list[str]:
    checks = (cut_off, nameless, unplain, overlapping, torn)
    return [fault for check in checks for fault in check(page)]


@pytest.mark.usefixtures("direction")
@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_every_word_on_the_console_has_room(
    qtbot: QtBot, appearance: Appearance, width: int, height: int, scale: float
) -> None:
    appearance.set_scale(scale)
    page = ConsolePage(appearance)
    qtbot.addWidget(page)
    page.resize(width, height)
    to_front(qtbot, page)
    played = Played(page, appearance, record())
    for make in ROUNDS:
        played.record = make()
        played.show()
        page.show_time(100)
        for is_peeking in (False, True):
            peek(page, down=is_peeking)
            assert (page.width(), page.height()) == (width, height)
            assert faults(page) + out_of_reach(page) == []


@pytest.mark.usefixtures("direction")
@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_every_word_on_the_single_screen_has_room(
    qtbot: QtBot, appearance: Appearance, width: int, height: int, scale: float
) -> None:
    appearance.set_scale(scale)
    page = SingleScreenPage()
    qtbot.addWidget(page)
    page.set_wall(WallFrame(appearance))
    page.resize(width, height)
    to_front(qtbot, page)
    played = Played(page, appearance, record())
    for make in ROUNDS:
        played.record = make()
        played.show()
        page.show_time(100)
        page.show_pages(1, 2)
        settle()
        assert (page.width(), page.height()) == (width, height)
        assert faults(page) == []


@pytest.mark.parametrize("theme", THEMES)
def test_covered_and_open_look_different_in_every_theme(
    qtbot: QtBot, appearance: Appearance, theme: str
) -> None:
    appearance.set_theme(THEMES[theme])
    page = ConsolePage(appearance)
    qtbot.addWidget(page)
    page.resize(1100, 720)
    to_front(qtbot, page)
    Played(page, appearance, record(*LOCKED))
    settle()
    covered = card(page, "Votes and answer").grab().toImage()
    peek(page)
    assert card(page, "Votes and answer").grab().toImage() != covered


def test_a_narrow_window_has_one_column_and_loses_nothing(qtbot: QtBot, appearance: Appearance) -> None:
    page = ConsolePage(appearance)
    qtbot.addWidget(page)
    page.resize(640, 400)
    to_front(qtbot, page)
    Played(page, appearance, record(*LOCKED))
    peek(page)
    cards = ("On the wall now", "Votes and answer", "Advice and notes", "Room")
    tops = [card(page, name).y() for name in cards]
    assert tops == sorted(tops)
    assert len(set(tops)) == len(tops)
    [room] = card(page, "Room").findChildren(CardScroll)
    assert room.verticalScrollBar().maximum() == 0, "the page scrolls, and not the card in it"
    assert faults(page) + out_of_reach(page) == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_note_on_a_dispute_has_room(qtbot: QtBot, appearance: Appearance, scale: float) -> None:
    appearance.set_scale(scale)
    dialog = DisputeDialog("Question 6 of 12 · second vote", "They say it is both.")
    qtbot.addWidget(dialog)
    to_front(qtbot, dialog)
    assert cut_off(dialog) + nameless(dialog) + unplain(dialog) == []
