"""Hands: the numbers are typed, kept by Enter, and never more than there are people."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from quizapp.domain.round_events import Count, Discuss, Next, Recount, Switch, Unlock, as_plain, from_plain
from quizapp.domain.round_plan import Answering
from quizapp.ui.style.appearance import Look
from tests.ui.rounds.entry.entering import Room
from tests.ui.screen import seen


@pytest.fixture
def room(qtbot: QtBot, look: Look) -> Room:
    return Room(qtbot, look, Answering.HANDS).open()


def numbers(room: Room) -> list[str]:
    """What stands in the fields that can be seen."""
    return [field.text() for field in room.panel.findChildren(QLineEdit) if field.isVisible()]


def counted(**counts: int) -> Count:
    return Count(0, 0, counts)


def test_seven_tab_five_enter(room: Room) -> None:
    kept = room.type("7\t5\n")
    assert kept == [counted(product=7, service=5)]
    assert [from_plain(as_plain(event)) for event in kept] == kept  # as the journal has it
    assert "Kept." in seen(room.panel)


def test_who_did_not_vote_is_counted_while_one_types(room: Room) -> None:
    room.type("7\t4")
    assert "Did not vote\n1\n" in seen(room.panel)
    assert "Not kept yet: press Enter." in seen(room.panel)


def test_where_nobody_counted_the_room_hands_are_added_up(qtbot: QtBot, look: Look) -> None:
    room = Room(qtbot, look, Answering.HANDS, room=0).open()
    room.type("70\t4\n")
    assert "Hands in all\n74\n" in seen(room.panel)


def test_more_hands_than_people_are_not_kept(room: Room) -> None:
    assert room.type("7\t6\n") == []
    assert "13 hands are more than the 12 people in the room." in seen(room.panel)
    assert room.type("<5\n") == [counted(product=7, service=5)]


def test_latecomers_are_counted_by_a_plus(room: Room) -> None:
    assert room.type("7\t6\n+") == [Recount(13), counted(product=7, service=6)]
    assert "Kept." in seen(room.panel)


def test_escape_takes_back_what_was_typed_in_a_field(room: Room) -> None:
    room.type("7\t5\n")
    assert room.type("<8^\n") == []
    assert numbers(room) == ["7", "5"]


def test_typing_over_a_number_changes_it(room: Room) -> None:
    room.type("7\t5\n")
    room.panel.take_focus()
    assert room.type("6\t\n") == [counted(product=6, service=5)]


def test_enter_without_a_change_wishes_for_nothing(room: Room) -> None:
    assert room.type("\n") == []
    assert room.type("0\n") == [counted(product=0, service=0)]
    assert room.type("\n") == []


def test_a_choice_has_a_field_for_each_letter(qtbot: QtBot, look: Look) -> None:
    room = Room(qtbot, look, Answering.HANDS).open(place=1)
    names = [field.accessibleName() for field in room.panel.findChildren(QLineEdit) if field.isVisible()]
    assert names == [f"Hands for {letter}" for letter in "ABCD"]
    assert room.type("1\t2\t\t4\n") == [Count(1, 0, {"0": 1, "1": 2, "2": 0, "3": 4})]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_PageDown])
def test_what_was_typed_is_kept_when_one_goes_on(room: Room, key: Qt.Key) -> None:
    room.type("7\t5")
    QTest.keyClick(room.window.focusWidget(), key)
    assert room.events == [counted(product=7, service=5)]


def test_what_was_typed_is_kept_when_a_button_is_pressed(room: Room) -> None:
    lock = QPushButton("Lock", room.window)
    room.type("7")
    lock.show()
    lock.setFocus()
    assert room.events == [counted(product=7, service=0)]


def test_letters_in_a_field_are_left_to_commands(room: Room) -> None:
    room.type("7")
    assert room.type("dr ") == [counted(product=7, service=0)]
    assert numbers(room)[0] == "7"


def test_another_vote_begins_with_empty_fields_and_the_first(room: Room) -> None:
    room.type("7\t5\n")
    room.do(Next(), Discuss(), Next())
    assert numbers(room) == ["", ""]
    assert room.type("3\t9\n") == [Count(0, 1, {"product": 3, "service": 9})]


def test_nothing_is_entered_after_the_lock(room: Room) -> None:
    room.type("7\t5\n")
    room.do(Next())
    assert room.type("9\n") == []
    room.do(Unlock())
    assert numbers(room) == ["7", "5"]


def test_what_was_not_kept_when_the_time_ran_out_is_said_so(room: Room) -> None:
    room.type("7")
    room.do(Next())
    assert "These are not kept." in seen(room.panel)


def test_counts_are_there_again_after_another_way(room: Room) -> None:
    room.type("7\t5\n")
    room.do(Switch(Answering.TEAMS), Switch(Answering.HANDS))
    assert numbers(room) == ["7", "5"]


def test_numbers_can_be_typed_while_the_fields_are_not_shown(room: Room) -> None:
    room.panel.hide()
    for key in (Qt.Key.Key_7, Qt.Key.Key_Tab, Qt.Key.Key_5, Qt.Key.Key_Return):
        QTest.keyClick(room.panel, key)
    assert room.events == [counted(product=7, service=5)]
