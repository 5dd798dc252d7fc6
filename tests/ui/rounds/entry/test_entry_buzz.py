"""Buzzing: the first letter has the turn, numbers answer, and the turn passes on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.round_events import Buzz, Next, PassOn, Vote
from quizapp.domain.round_plan import Answering
from quizapp.ui.rounds.entry.teams import TeamTile
from quizapp.ui.style.appearance import Look
from quizapp.ui.widgets.buttons import ActionButton
from tests.ui.rounds.entry.entering import Room
from tests.ui.screen import seen


@pytest.fixture
def room(qtbot: QtBot, look: Look) -> Room:
    return Room(qtbot, look, Answering.BUZZ).open()


def tiles(room: Room) -> list[TeamTile]:
    return [tile for tile in room.panel.findChildren(TeamTile) if tile.isVisible()]


def said(room: Room) -> list[str]:
    return [tile.accessibleName() for tile in tiles(room)]


def button(room: Room, text: str) -> ActionButton:
    return next(each for each in room.panel.findChildren(ActionButton) if each.accessibleName() == text)


def test_the_first_letter_has_the_turn_and_later_ones_wait(room: Room) -> None:
    assert "Nobody has buzzed yet" in seen(room.panel)
    assert room.type("dahd") == [Buzz(0, 0, "t3"), Buzz(0, 0, "t1"), Buzz(0, 0, "t6")]
    words = seen(room.panel)
    assert "Team 3 answers" in words
    assert "Then Team 1, Team 6" in words
    assert said(room)[0] == "Team 1: number 2 in turn"


def test_the_number_of_an_answer_answers_for_the_team_in_turn(room: Room) -> None:
    assert room.type("12") == []  # nobody has buzzed
    room.type("s")
    assert room.type("2") == [Vote(0, 0, "t2", "service")]
    assert room.type("3") == []
    assert button(room, "Service").isChecked()
    assert said(room)[1] == "Team 2: Service"


def test_a_choice_is_answered_by_its_numbers(qtbot: QtBot, look: Look) -> None:
    room = Room(qtbot, look, Answering.BUZZ).open(place=1)
    assert room.type("f4") == [Buzz(1, 0, "t4"), Vote(1, 0, "t4", "3")]
    assert button(room, "D").isChecked()


def test_a_wrong_answer_passes_the_turn_on(room: Room) -> None:
    assert room.type("<") == []
    room.type("sa1")
    assert room.type("<2") == [PassOn(0, 0), Vote(0, 0, "t1", "service")]
    assert said(room)[:2] == ["Team 1: Service", "Team 2: passed on"]
    room.type("<")
    assert "Nobody is waiting" in seen(room.panel)


def test_all_of_it_can_be_clicked(room: Room) -> None:
    parts: list[QWidget] = [tiles(room)[4]]
    parts += [button(room, "Product"), button(room, "Product"), button(room, "Pass on")]
    for part in parts:
        QTest.mouseClick(part, Qt.MouseButton.LeftButton)
    said_product = Vote(0, 0, "t5", "product")
    assert room.events == [Buzz(0, 0, "t5"), said_product, said_product, PassOn(0, 0)]


def test_what_was_clicked_stays_ticked(room: Room) -> None:
    room.type("a1")
    button(room, "Product").click()
    assert button(room, "Product").isChecked()


def test_the_keyboard_does_not_go_elsewhere_when_nobody_is_left(room: Room) -> None:
    room.type("a")
    button(room, "Pass on").setFocus()
    room.type("\n")
    assert isinstance(room.events[-1], PassOn)
    assert room.window.focusWidget() is room.panel.entry


def test_a_late_letter_sets_nothing_off(room: Room) -> None:
    room.do(Next())
    keys: list[int] = []
    room.window.keyPressEvent = lambda event: keys.append(event.key())  # type: ignore[method-assign]
    assert room.type("dr1") == []
    assert keys == [Qt.Key.Key_R, Qt.Key.Key_1]


def test_where_the_room_sees_the_screen_no_answer_shows(room: Room) -> None:
    room.panel.cover(covered=True)
    room.type("a1")
    assert said(room)[0] == "Team 1: in"
    assert not button(room, "Product").isChecked()
