"""Teams: one key for each, through the answers and back to none."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quizapp.domain.question import Side
from quizapp.domain.round_events import Join, Leave, Next, Pause, Resume, Vote
from quizapp.domain.round_plan import AnsweringMode
from quizapp.ui.rounds.entry.teams import TeamTile
from quizapp.ui.style.appearance import Appearance
from tests.ui.rounds.entry.entering import EntryRig
from tests.ui.screen import seen


@pytest.fixture
def rig(qtbot: QtBot, appearance: Appearance) -> EntryRig:
    return EntryRig(qtbot, appearance, AnsweringMode.TEAMS).open()


def tiles(rig: EntryRig) -> list[TeamTile]:
    return [tile for tile in rig.panel.findChildren(TeamTile) if tile.isVisible()]


def said(rig: EntryRig) -> list[str]:
    return [tile.accessibleName() for tile in tiles(rig)]


def test_a_key_goes_through_the_answers(rig: EntryRig) -> None:
    answers = ["product", "service", "", "product"]
    assert rig.type("3333") == [Vote(0, 0, "t3", answer) for answer in answers]


def test_a_choice_goes_through_its_letters(qtbot: QtBot, appearance: Appearance) -> None:
    rig = EntryRig(qtbot, appearance, AnsweringMode.TEAMS).open(position=1)
    assert rig.type("11111") == [Vote(1, 0, "t1", answer) for answer in ("0", "1", "2", "3", "")]
    rig.type("22")
    assert said(rig)[:2] == ["Team 1: not yet", "Team 2: B"]


def test_six_teams_are_keyed_in_by_nine_keys(rig: EntryRig) -> None:
    """At five keys a second that is well within six seconds: nothing waits for a motion, or for the mouse."""
    keys = "122345566"
    assert len(rig.type(keys)) == len(keys)
    ballot = rig.record.round.ballot
    assert ballot is not None
    assert [ballot.votes[f"t{n}"] for n in range(1, 7)] == ["product", "service"] + ["product"] * 2 + [
        "service"
    ] * 2


def test_a_click_does_the_same_and_leaves_the_keyboard_where_it_is(rig: EntryRig) -> None:
    rig.panel.setFocus()
    QTest.mouseClick(tiles(rig)[1], Qt.MouseButton.LeftButton)
    assert rig.events == [Vote(0, 0, "t2", "product")]
    assert rig.window.focusWidget() is rig.panel


def test_names_are_shown_with_what_was_said(rig: EntryRig) -> None:
    rig.name({"t1": "Amber"})
    rig.type("1")
    assert said(rig) == ["Amber: Product", *(f"Team {n}: not yet" for n in range(2, 7))]
    assert [tile.accessibleDescription() for tile in tiles(rig)][:2] == ["Key: 1", "Key: 2"]


def test_where_the_room_sees_the_screen_only_who_is_in_shows(rig: EntryRig) -> None:
    rig.panel.cover(covered=True)
    rig.type("122")
    assert said(rig)[:3] == ["Team 1: in", "Team 2: in", "Team 3: not yet"]


def test_people_and_teams_that_left_have_no_tile(rig: EntryRig) -> None:
    rig.do(Join("p1"), Leave("t2"))
    assert [tile.team for tile in tiles(rig)] == ["t1", "t3", "t4", "t5", "t6"]
    assert rig.type("2789") == []


def test_without_teams_it_says_so(qtbot: QtBot, appearance: Appearance) -> None:
    rig = EntryRig(qtbot, appearance, AnsweringMode.TEAMS, teams=0).open()
    assert "No teams take part in this round." in seen(rig.panel)


def test_nothing_is_entered_while_paused_or_locked(rig: EntryRig) -> None:
    rig.do(Pause())
    assert rig.type("1") == []
    rig.do(Resume(), Next())
    assert rig.type("1") == []


def test_a_key_held_down_counts_once(rig: EntryRig) -> None:
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", autorep=True)
    assert rig.panel.take_key(held)
    assert rig.events == []


def test_marks_keep_their_colours_while_nothing_can_be_entered(rig: EntryRig, appearance: Appearance) -> None:
    rig.type("1")
    rig.do(Next())
    picture = tiles(rig)[0].grab().toImage()
    mark = appearance.theme.mark(Side.PRODUCT)
    assert any(
        picture.pixelColor(x, y) == mark for x in range(picture.width()) for y in range(picture.height())
    )
