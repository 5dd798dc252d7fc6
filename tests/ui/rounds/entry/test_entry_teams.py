"""Teams: a digit selects one, and a letter answers for it."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from quizapp.domain.question import Side
from quizapp.domain.round_events import Correct, Join, Leave, Next, Pause, Resume, Reveal, Vote
from quizapp.domain.round_plan import AnsweringMode
from quizapp.ui.rounds.entry.team_tiles import TeamTile
from quizapp.ui.style.appearance import Appearance
from tests.ui.rounds.entry.entering import EntryRig
from tests.ui.screen import seen


@pytest.fixture
def rig(qtbot: QtBot, appearance: Appearance) -> EntryRig:
    return EntryRig(qtbot, appearance, AnsweringMode.TEAMS).open()


def tiles(rig: EntryRig) -> list[TeamTile]:
    return [tile for tile in rig.panel.findChildren(TeamTile) if tile.isVisible()]


def button(rig: EntryRig, text: str) -> QPushButton:
    found = rig.panel.findChildren(QPushButton)
    return next(each for each in found if each.isVisible() and each.accessibleName() == text)


def said(rig: EntryRig) -> list[str]:
    return [tile.accessibleName() for tile in tiles(rig)]


def test_a_digit_selects_and_a_letter_answers(rig: EntryRig) -> None:
    assert rig.type("3p") == [Vote(0, 0, "t3", "product")]
    assert rig.type("3s30") == [Vote(0, 0, "t3", "service"), Vote(0, 0, "t3", "")]
    assert rig.type("ps0") == [], "an answer lets its team go"


def test_a_choice_is_answered_by_its_letters(qtbot: QtBot, appearance: Appearance) -> None:
    rig = EntryRig(qtbot, appearance, AnsweringMode.TEAMS).open(position=1)
    assert rig.type("1a2d") == [Vote(1, 0, "t1", "0"), Vote(1, 0, "t2", "3")]
    assert rig.type("3p3e3f") == [], "this question has no such answers"
    assert said(rig)[:3] == ["Team 1: A", "Team 2: D", "Team 3: not yet"]


def test_letters_of_answers_are_the_selected_teams_and_escape_lets_it_go(rig: EntryRig) -> None:
    keys: list[int] = []
    rig.window.keyPressEvent = lambda event: keys.append(event.key())  # type: ignore[method-assign]
    assert rig.type("2abcdef") == []
    assert keys == []
    rig.type("^e")
    assert keys == [Qt.Key.Key_E]


def test_a_selected_team_is_highlighted_and_says_what_can_be_typed(rig: EntryRig) -> None:
    rig.type("2")
    assert [tile.isChecked() for tile in tiles(rig)][:3] == [False, True, False]
    assert "Team 2: P or S, 0 for none" in seen(rig.panel)


def test_a_third_press_erases_nothing(rig: EntryRig) -> None:
    rig.type("1p1p1p111")
    assert rig.record.round.ballot is not None
    assert rig.record.round.ballot.votes == {"t1": "product"}


def test_six_teams_are_keyed_in_by_twelve_keys(rig: EntryRig) -> None:
    """At five keys a second that is well within six seconds: nothing waits for a motion, or for the mouse."""
    assert len(rig.type("1p2s3p4p5s6s")) == 6
    ballot = rig.record.round.ballot
    assert ballot is not None
    assert "".join(ballot.votes[f"t{n}"][0] for n in range(1, 7)) == "psppss"


def test_all_of_it_can_be_clicked_and_the_keyboard_stays_where_it_is(rig: EntryRig) -> None:
    rig.panel.setFocus()
    QTest.mouseClick(tiles(rig)[1], Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(rig, "Service"), Qt.MouseButton.LeftButton)
    assert rig.events == [Vote(0, 0, "t2", "service")]
    assert rig.window.focusWidget() is rig.panel


def test_names_are_shown_with_what_was_said(rig: EntryRig) -> None:
    rig.name({"t1": "Amber"})
    rig.type("1p")
    assert said(rig) == ["Amber: Product", *(f"Team {n}: not yet" for n in range(2, 7))]
    assert [tile.accessibleDescription() for tile in tiles(rig)][:2] == ["Key: 1", "Key: 2"]


def test_where_the_room_sees_the_screen_only_who_is_in_shows(rig: EntryRig) -> None:
    rig.panel.cover(covered=True)
    told: list[str] = []
    rig.panel.requests.message_requested.connect(told.append)
    rig.type("1p2s")
    assert said(rig)[:3] == ["Team 1: in", "Team 2: in", "Team 3: not yet"]
    assert told[1::2] == ["Team 1: in", "Team 2: in"]


def test_a_selected_team_is_renamed_and_removed(rig: EntryRig) -> None:
    rig.type("2")
    QTest.keyClick(rig.window.focusWidget(), Qt.Key.Key_F2)
    typing = [rig.panel.is_typing]
    rig.type("Late guests 1\n")
    assert rig.named == [("t2", "Late guests 1")]
    assert [*typing, rig.panel.is_typing] == [True, False]
    rig.type("2")
    QTest.keyClick(rig.window.focusWidget(), Qt.Key.Key_Delete)
    assert rig.events == [Leave("t2")]


def test_a_name_that_is_too_long_says_so(rig: EntryRig) -> None:
    rig.type("1")
    QTest.keyClick(rig.window.focusWidget(), Qt.Key.Key_F2)
    rig.type("x" * 41)
    assert "A name has 40 letters at most." in seen(rig.panel)


def test_a_team_that_comes_late_has_a_key(rig: EntryRig) -> None:
    assert rig.type("+") == [Join("t7")]
    assert rig.type("7s") == [Vote(0, 0, "t7", "service")]
    rig.do(Leave("t2"))
    assert rig.type("++") == [Join("t8"), Join("t9")]
    assert rig.type("+") == [Join("t2")], "one that left comes back last"


def test_votes_are_corrected_after_the_verdict_until_the_next_step(rig: EntryRig) -> None:
    rig.type("1p")
    rig.do(Next(), Reveal())
    assert rig.type("1s") == []
    rig.panel.correct(0)
    assert rig.type("1s") == [Correct(0, "t1", "service")]
    rig.type("^")
    assert rig.type("1p") == []
    rig.panel.correct(0)
    rig.do(Next())
    assert rig.type("1p") == []


def test_people_and_teams_that_left_have_no_tile(rig: EntryRig) -> None:
    rig.do(Join("p1"), Leave("t2"))
    assert [tile.team for tile in tiles(rig)] == ["t1", "t3", "t4", "t5", "t6"]
    assert rig.type("2789") == []


def test_without_teams_it_says_so(qtbot: QtBot, appearance: Appearance) -> None:
    rig = EntryRig(qtbot, appearance, AnsweringMode.TEAMS, teams=0).open()
    assert "No teams take part. Press + for each one." in seen(rig.panel)


def test_nothing_is_entered_while_paused_or_locked(rig: EntryRig) -> None:
    rig.do(Pause())
    assert rig.type("1p") == []
    rig.do(Resume(), Next())
    assert rig.type("1p") == []


def test_a_key_held_down_counts_once(rig: EntryRig) -> None:
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", autorep=True)
    assert rig.panel.take_key(held)
    assert rig.events == []


def test_marks_keep_their_colours_while_nothing_can_be_entered(rig: EntryRig, appearance: Appearance) -> None:
    rig.type("1p")
    rig.do(Next(), Pause())
    picture = tiles(rig)[0].grab().toImage()
    mark = appearance.theme.mark(Side.PRODUCT)
    assert any(
        picture.pixelColor(x, y) == mark for x in range(picture.width()) for y in range(picture.height())
    )
