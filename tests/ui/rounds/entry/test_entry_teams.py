"""Teams: one key for each, through the answers and back to none."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quizapp.domain.round_events import Join, Leave, Next, Pause, Resume, Vote
from quizapp.domain.round_plan import Answering
from quizapp.ui.rounds.entry.teams import TeamTile
from quizapp.ui.style.appearance import Look
from tests.ui.rounds.entry.entering import Room
from tests.ui.screen import seen


@pytest.fixture
def room(qtbot: QtBot, look: Look) -> Room:
    return Room(qtbot, look, Answering.TEAMS).open()


def tiles(room: Room) -> list[TeamTile]:
    return [tile for tile in room.panel.findChildren(TeamTile) if tile.isVisible()]


def said(room: Room) -> list[str]:
    return [tile.accessibleName() for tile in tiles(room)]


def test_a_key_goes_through_the_answers(room: Room) -> None:
    answers = ["product", "service", "", "product"]
    assert room.type("3333") == [Vote(0, 0, "t3", answer) for answer in answers]


def test_a_choice_goes_through_its_letters(qtbot: QtBot, look: Look) -> None:
    room = Room(qtbot, look, Answering.TEAMS).open(place=1)
    assert room.type("11111") == [Vote(1, 0, "t1", answer) for answer in ("0", "1", "2", "3", "")]
    room.type("22")
    assert said(room)[:2] == ["Team 1: not yet", "Team 2: B"]


def test_six_teams_are_keyed_in_by_nine_keys(room: Room) -> None:
    """At five keys a second that is well within six seconds: nothing waits for a motion, or for the mouse."""
    keys = "122345566"
    assert len(room.type(keys)) == len(keys)
    ballot = room.record.round.ballot
    assert ballot is not None
    assert [ballot.votes[f"t{n}"] for n in range(1, 7)] == ["product", "service"] + ["product"] * 2 + [
        "service"
    ] * 2


def test_a_click_does_the_same_and_leaves_the_keyboard_where_it_is(room: Room) -> None:
    room.panel.setFocus()
    QTest.mouseClick(tiles(room)[1], Qt.MouseButton.LeftButton)
    assert room.events == [Vote(0, 0, "t2", "product")]
    assert room.window.focusWidget() is room.panel


def test_names_are_shown_with_what_was_said(room: Room) -> None:
    room.name({"t1": "Amber"})
    room.type("1")
    assert said(room) == ["Amber: Product", *(f"Team {n}: not yet" for n in range(2, 7))]
    assert [tile.accessibleDescription() for tile in tiles(room)][:2] == ["Key: 1", "Key: 2"]


def test_where_the_room_sees_the_screen_only_who_is_in_shows(room: Room) -> None:
    room.panel.cover(covered=True)
    room.type("122")
    assert said(room)[:3] == ["Team 1: in", "Team 2: in", "Team 3: not yet"]


def test_people_and_teams_that_left_have_no_tile(room: Room) -> None:
    room.do(Join("p1"), Leave("t2"))
    assert [tile.team for tile in tiles(room)] == ["t1", "t3", "t4", "t5", "t6"]
    assert room.type("2789") == []


def test_without_teams_it_says_so(qtbot: QtBot, look: Look) -> None:
    room = Room(qtbot, look, Answering.TEAMS, teams=0).open()
    assert "No teams take part in this round." in seen(room.panel)


def test_nothing_is_entered_while_paused_or_locked(room: Room) -> None:
    room.do(Pause())
    assert room.type("1") == []
    room.do(Resume(), Next())
    assert room.type("1") == []


def test_a_key_held_down_counts_once(room: Room) -> None:
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", autorep=True)
    assert room.panel.take_key(held)
    assert room.events == []
