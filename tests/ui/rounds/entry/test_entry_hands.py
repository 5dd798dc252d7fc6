"""Hands: the numbers are typed, kept by Enter, and never more than there are people."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from quizapp.domain.round_events import Count, Discuss, Next, Recount, Switch, Unlock, as_plain, from_plain
from quizapp.domain.round_plan import AnsweringMode
from quizapp.ui.style.appearance import Appearance
from tests.ui.rounds.entry.entering import EntryRig
from tests.ui.screen import seen


@pytest.fixture
def rig(qtbot: QtBot, appearance: Appearance) -> EntryRig:
    return EntryRig(qtbot, appearance, AnsweringMode.HANDS).open()


def numbers(rig: EntryRig) -> list[str]:
    """What stands in the fields that can be seen."""
    return [field.text() for field in rig.panel.findChildren(QLineEdit) if field.isVisible()]


def counted(**counts: int) -> Count:
    return Count(0, 0, counts)


def test_seven_tab_five_enter(rig: EntryRig) -> None:
    kept = rig.type("7\t5\n")
    assert kept == [counted(product=7, service=5)]
    assert [from_plain(as_plain(event)) for event in kept] == kept  # as the journal has it
    assert "Saved." in seen(rig.panel)


def test_who_did_not_vote_is_counted_while_one_types(rig: EntryRig) -> None:
    rig.type("7\t4")
    assert "Did not vote\n1\n" in seen(rig.panel)
    assert "Not saved yet: press Enter." in seen(rig.panel)


def test_where_nobody_counted_the_room_hands_are_added_up(qtbot: QtBot, appearance: Appearance) -> None:
    rig = EntryRig(qtbot, appearance, AnsweringMode.HANDS, headcount=0).open()
    rig.type("70\t4\n")
    assert "Hands in all\n74\n" in seen(rig.panel)


def test_more_hands_than_people_are_not_kept(rig: EntryRig) -> None:
    assert rig.type("7\t6\n") == []
    assert "13 hands are more than the 12 people in the room." in seen(rig.panel)
    assert rig.type("<5\n") == [counted(product=7, service=5)]


def test_latecomers_are_counted_by_a_plus(rig: EntryRig) -> None:
    assert rig.type("7\t6\n+") == [Recount(13), counted(product=7, service=6)]
    assert "Saved." in seen(rig.panel)


def test_escape_puts_the_whole_count_back(rig: EntryRig) -> None:
    rig.type("7\t5\n")
    rig.panel.take_focus()
    assert rig.type("6\t8^\n") == []
    assert numbers(rig) == ["7", "5"]


def test_typing_over_a_number_changes_it(rig: EntryRig) -> None:
    rig.type("7\t5\n")
    rig.panel.take_focus()
    assert rig.type("6\t\n") == [counted(product=6, service=5)]


def test_enter_without_a_change_requests_nothing(rig: EntryRig) -> None:
    assert rig.type("\n") == []
    assert rig.type("0\n") == [counted(product=0, service=0)]
    assert rig.type("\n") == []


def test_a_choice_has_a_field_for_each_letter(qtbot: QtBot, appearance: Appearance) -> None:
    rig = EntryRig(qtbot, appearance, AnsweringMode.HANDS).open(position=1)
    names = [field.accessibleName() for field in rig.panel.findChildren(QLineEdit) if field.isVisible()]
    assert names == [f"Hands for {letter}" for letter in "ABCD"]
    assert rig.type("1\t2\t\t4\n") == [Count(1, 0, {"0": 1, "1": 2, "2": 0, "3": 4})]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_PageDown])
def test_what_was_typed_is_kept_when_one_goes_on(rig: EntryRig, key: Qt.Key) -> None:
    rig.type("7\t5")
    QTest.keyClick(rig.window.focusWidget(), key)
    assert rig.events == [counted(product=7, service=5)]


def test_what_was_typed_is_kept_when_a_button_is_pressed(rig: EntryRig) -> None:
    lock = QPushButton("Lock", rig.window)
    rig.type("7")
    lock.show()
    lock.setFocus()
    assert rig.events == [counted(product=7, service=0)]


def test_letters_in_a_field_are_left_to_commands(rig: EntryRig) -> None:
    rig.type("7")
    assert rig.type("dr ") == [counted(product=7, service=0)]
    assert numbers(rig)[0] == "7"


def test_another_vote_begins_with_empty_fields_and_the_first(rig: EntryRig) -> None:
    rig.type("7\t5\n")
    rig.do(Next(), Discuss(), Next())
    assert numbers(rig) == ["", ""]
    assert rig.type("3\t9\n") == [Count(0, 1, {"product": 3, "service": 9})]


def test_nothing_is_entered_after_the_lock(rig: EntryRig) -> None:
    rig.type("7\t5\n")
    rig.do(Next())
    assert rig.type("9\n") == []
    rig.do(Unlock())
    assert numbers(rig) == ["7", "5"]


def test_what_was_not_kept_when_the_time_ran_out_is_said_so(rig: EntryRig) -> None:
    rig.type("7")
    rig.do(Next())
    assert "These are not saved." in seen(rig.panel)


def test_counts_are_there_again_after_another_way(rig: EntryRig) -> None:
    rig.type("7\t5\n")
    rig.do(Switch(AnsweringMode.TEAMS), Switch(AnsweringMode.HANDS))
    assert numbers(rig) == ["7", "5"]


def test_numbers_can_be_typed_while_the_fields_are_not_shown(rig: EntryRig) -> None:
    rig.panel.hide()
    for key in (Qt.Key.Key_7, Qt.Key.Key_Tab, Qt.Key.Key_5, Qt.Key.Key_Return):
        QTest.keyClick(rig.panel, key)
    assert rig.events == [counted(product=7, service=5)]
