"""The panel shows the way in force, lets go of the keyboard, and has room at every size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.round_events import Buzz, Join, Next, PassOn, Sheet, Switch, Vote
from quizapp.domain.round_plan import Answering
from quizapp.ui.rounds.entry.base import Entry
from quizapp.ui.rounds.entry.hands import HandsEntry
from quizapp.ui.rounds.entry.paper import PaperEntry
from quizapp.ui.rounds.entry.teams import BuzzEntry, TeamsEntry
from quizapp.ui.style.appearance import Look
from quizapp.ui.style.theme import THEMES
from tests.ui.rounds.entry.entering import Room
from tests.ui.screen import cut_off, nameless, overlapping, settle, torn, unplain

ENTRIES = {
    Answering.HANDS: HandsEntry,
    Answering.TEAMS: TeamsEntry,
    Answering.BUZZ: BuzzEntry,
    Answering.PAPER: PaperEntry,
}


def test_it_shows_the_way_in_force(qtbot: QtBot, look: Look) -> None:
    room = Room(qtbot, look, Answering.HANDS).open()
    for way, kind in ENTRIES.items():
        room.do(Switch(way))
        assert isinstance(room.panel.entry, kind)
        assert room.panel.entry.isVisible()
        assert sum(each.isVisible() for each in room.panel.findChildren(Entry)) == 1


@pytest.mark.parametrize("way", [way for way in Answering if way is not Answering.PAPER])
def test_it_is_usable_while_the_vote_is_open(qtbot: QtBot, look: Look, way: Answering) -> None:
    room = Room(qtbot, look, way)
    assert not room.panel.entry.isEnabled()
    room.open()
    assert room.panel.entry.isEnabled()
    room.do(Next())
    assert not room.panel.entry.isEnabled()


def test_the_keyboard_rests_on_the_panel_when_the_vote_is_locked(qtbot: QtBot, look: Look) -> None:
    room = Room(qtbot, look, Answering.HANDS).open()
    room.panel.take_focus()
    room.do(Next())
    assert room.window.focusWidget() is room.panel


def test_commands_with_ctrl_are_left_to_the_page(qtbot: QtBot, look: Look) -> None:
    room = Room(qtbot, look, Answering.BUZZ).open()
    keys: list[int] = []
    room.window.keyPressEvent = lambda event: keys.append(event.key())  # type: ignore[method-assign]
    for key in (Qt.Key.Key_S, Qt.Key.Key_1):
        QTest.keyClick(room.panel, key, Qt.KeyboardModifier.ControlModifier)
    assert room.events == []
    assert {Qt.Key.Key_S, Qt.Key.Key_1} <= set(keys)


def test_letters_are_typed_on_paper_alone(qtbot: QtBot, look: Look) -> None:
    for way in Answering:
        room = Room(qtbot, look, way).open()
        room.do(Join("p1"))
        room.panel.take_focus()
        assert room.panel.is_typing is (way is Answering.PAPER)


def crowded(qtbot: QtBot, look: Look, way: Answering, place: int) -> Room:
    """A room with nine teams and some sheets, in the middle of a vote."""
    room = Room(qtbot, look, way, teams=9).open(place)
    room.name({"t1": "Dunes and Harbour Team", "t2": "<b>The Late Arrivals</b>", "p1": "Jonas van Eyck"})
    answer = "service" if place == 0 else "3"
    match way:
        case Answering.TEAMS:
            room.do(Vote(place, 0, "t1", answer), Vote(place, 0, "t2", answer))
        case Answering.BUZZ:
            room.do(Buzz(place, 0, "t1"), Buzz(place, 0, "t2"), PassOn(place, 0))
        case Answering.PAPER:
            room.do(Join("p1"), Join("p2"), Sheet(place, "p1", answer))
        case _:
            room.type("9\t9")
    return room


def faults(page: QWidget) -> list[str]:
    return [*cut_off(page), *nameless(page), *unplain(page), *overlapping(page), *torn(page)]


@pytest.mark.parametrize("way", Answering)
@pytest.mark.parametrize("place", [0, 1])
def test_it_has_room_at_every_size(qtbot: QtBot, look: Look, way: Answering, place: int) -> None:
    room = crowded(qtbot, look, way, place)
    for scale, width in ((1.0, 340), (1.0, 900), (2.0, 480)):
        look.set_scale(scale)
        layout = room.window.layout()
        assert layout is not None
        for _ in range(2):  # a hint of keys asks for its height once it has its width
            room.window.resize(width, layout.totalHeightForWidth(width) + look.px(40))
            settle()
        assert faults(room.panel) == [], (scale, width)


@pytest.mark.parametrize("way", Answering)
def test_every_theme_paints_it_in_its_own_colours(qtbot: QtBot, look: Look, way: Answering) -> None:
    room = crowded(qtbot, look, way, 0)
    pictures = []
    for theme in THEMES.values():
        look.set_theme(theme)
        settle()
        pictures.append(room.panel.grab().toImage())
    assert all(one != other for one, other in zip(pictures, pictures[1:] + pictures[:1], strict=True))
