"""Buzzing: the first letter has the turn, numbers answer, and the turn passes on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.round_events import Buzz, Join, Leave, Next, PassOn, Vote
from quizapp.domain.round_plan import AnsweringMode
from quizapp.ui.rounds.entry.team_tiles import TeamTile
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.buttons import Button
from tests.ui.rounds.entry.entering import EntryRig
from tests.ui.screen import seen


@pytest.fixture
def rig(qtbot: QtBot, appearance: Appearance) -> EntryRig:
    return EntryRig(qtbot, appearance, AnsweringMode.BUZZ).open()


def tiles(rig: EntryRig) -> list[TeamTile]:
    return [tile for tile in rig.panel.findChildren(TeamTile) if tile.isVisible()]


def said(rig: EntryRig) -> list[str]:
    return [tile.accessibleName() for tile in tiles(rig)]


def button(rig: EntryRig, text: str) -> Button:
    return next(each for each in rig.panel.findChildren(Button) if each.accessibleName() == text)


def test_the_first_letter_has_the_turn_and_later_ones_wait(rig: EntryRig) -> None:
    assert "Nobody has buzzed yet" in seen(rig.panel)
    assert rig.type("dahd") == [Buzz(0, 0, "t3"), Buzz(0, 0, "t1"), Buzz(0, 0, "t6")]
    words = seen(rig.panel)
    assert "Team 3 answers" in words
    assert "Then Team 1, Team 6" in words
    assert said(rig)[0] == "Team 1: number 2 in turn"


def test_the_number_of_an_answer_answers_for_the_team_in_turn(rig: EntryRig) -> None:
    assert rig.type("12") == []  # nobody has buzzed
    rig.type("s")
    assert rig.type("2") == [Vote(0, 0, "t2", "service")]
    assert rig.type("3") == []
    assert button(rig, "Service").isChecked()
    assert said(rig)[1] == "Team 2: Service"


def test_a_choice_is_answered_by_its_numbers(qtbot: QtBot, appearance: Appearance) -> None:
    rig = EntryRig(qtbot, appearance, AnsweringMode.BUZZ).open(position=1)
    assert rig.type("f4") == [Buzz(1, 0, "t4"), Vote(1, 0, "t4", "3")]
    assert button(rig, "D").isChecked()


def test_a_wrong_answer_passes_the_turn_on(qtbot: QtBot, appearance: Appearance) -> None:
    rig = EntryRig(qtbot, appearance, AnsweringMode.BUZZ).open(position=1)
    assert rig.type("<") == []
    rig.type("sa1")
    assert rig.type("<2") == [PassOn(1, 0), Vote(1, 0, "t1", "1")]
    assert said(rig)[:2] == ["Team 1: B", "Team 2: passed on"]
    rig.type("<")
    assert "Nobody is waiting" in seen(rig.panel)


def test_of_two_answers_the_turn_is_not_passed_on_after_one_of_them(rig: EntryRig) -> None:
    told: list[str] = []
    rig.panel.requests.message_requested.connect(told.append)
    assert rig.type("s<") == [Buzz(0, 0, "t2"), PassOn(0, 0)]
    assert rig.type("a1<") == [Buzz(0, 0, "t1"), Vote(0, 0, "t1", "product")]
    assert told == ["Of two answers the other would be the key. Lock the vote instead."]
    assert told[0] in seen(rig.panel)
    assert not button(rig, "Pass on").isEnabled()


def test_all_of_it_can_be_clicked(rig: EntryRig) -> None:
    parts: list[QWidget] = [tiles(rig)[3], button(rig, "Pass on"), tiles(rig)[4]]
    parts += [button(rig, "Product"), button(rig, "Product")]
    for part in parts:
        QTest.mouseClick(part, Qt.MouseButton.LeftButton)
    said_product = Vote(0, 0, "t5", "product")
    assert rig.events == [Buzz(0, 0, "t4"), PassOn(0, 0), Buzz(0, 0, "t5"), said_product, said_product]


def test_what_was_clicked_stays_ticked(rig: EntryRig) -> None:
    rig.type("a1")
    button(rig, "Product").click()
    assert button(rig, "Product").isChecked()


def test_the_keyboard_does_not_go_elsewhere_when_nobody_is_left(rig: EntryRig) -> None:
    rig.type("a")
    button(rig, "Pass on").setFocus()
    rig.type("\n")
    assert isinstance(rig.events[-1], PassOn)
    assert rig.window.focusWidget() is rig.panel.entry


def test_a_late_team_is_named_and_removed(rig: EntryRig) -> None:
    assert rig.type("+") == [Join("t7")]
    QTest.keyClick(rig.window.focusWidget(), Qt.Key.Key_F2)
    assert rig.type("late ads\n") == []
    assert rig.named == [("t7", "late ads")]
    remove = next(each for each in tiles(rig)[6].actions() if each.text() == "Remove")
    remove.trigger()
    assert rig.events[-1] == Leave("t7")


def test_a_late_letter_sets_nothing_off(rig: EntryRig) -> None:
    rig.do(Next())
    keys: list[int] = []
    rig.window.keyPressEvent = lambda event: keys.append(event.key())  # type: ignore[method-assign]
    assert rig.type("dr1") == []
    assert keys == [Qt.Key.Key_R, Qt.Key.Key_1]


def test_where_the_room_sees_the_screen_no_answer_shows(rig: EntryRig) -> None:
    rig.panel.cover(covered=True)
    rig.type("a1")
    assert said(rig)[0] == "Team 1: in"
    assert not button(rig, "Product").isChecked()
