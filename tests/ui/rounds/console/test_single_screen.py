"""One screen for all: the wall with a strip below it, and nothing that the room may not see."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quizapp.domain import round_events as events
from quizapp.domain.round import Phase
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.rounds.console.commands import Command
from quizapp.ui.rounds.console.single_screen import SingleScreenPage
from quizapp.ui.rounds.wall.frame import WallFrame
from quizapp.ui.style.appearance import Appearance
from tests.ui.rounds.console.consoles import (
    LOCKED,
    NEXT,
    OPEN,
    TOLD,
    Played,
    command_button,
    key_event,
    record,
    teams,
)
from tests.ui.screen import seen, settle, to_front

Key = Qt.Key


class PlayedOnOneScreen(Played):
    """A round on a single screen."""

    def __init__(self, qtbot: QtBot, appearance: Appearance, start: RoundRecord) -> None:
        self.single_screen = SingleScreenPage()
        qtbot.addWidget(self.single_screen)
        self.wall = WallFrame(appearance)
        self.single_screen.set_wall(self.wall)
        self.single_screen.resize(1024, 600)
        to_front(qtbot, self.single_screen)
        super().__init__(self.single_screen, appearance, start)
        settle()


def test_the_wall_fills_it_but_for_a_slim_strip(qtbot: QtBot, appearance: Appearance) -> None:
    played = PlayedOnOneScreen(qtbot, appearance, record(*OPEN))
    assert played.wall.size().toTuple()[0] == 1024
    assert played.wall.height() >= 540


def test_a_question_is_played_by_the_same_keys(qtbot: QtBot, appearance: Appearance) -> None:
    played = PlayedOnOneScreen(qtbot, appearance, record())
    played.press(Key.Key_Space, Key.Key_PageDown, Key.Key_T, Key.Key_Space, Key.Key_Space, Key.Key_D)
    played.press(Key.Key_Space, Key.Key_Space, Key.Key_PageDown, Key.Key_R, Key.Key_V)
    item = played.record.round.item
    assert (played.record.round.phase, len(item.ballots), item.ruling) == (Phase.REVEAL, 2, "void")


def test_nothing_private_is_on_it_and_peeking_is_refused(qtbot: QtBot, appearance: Appearance) -> None:
    played = PlayedOnOneScreen(qtbot, appearance, record(*LOCKED))
    played.page.take_key(key_event(Key.Key_K))
    shown = seen(played.page)
    assert "key and split stay covered here" in shown
    assert not [word for word in ("Key:", "anary", "could be", "Service: 14") if word in shown]


def test_the_fields_for_hands_come_with_the_first_digit_and_go_when_they_are_kept(
    qtbot: QtBot, appearance: Appearance
) -> None:
    played = PlayedOnOneScreen(qtbot, appearance, record(*OPEN))
    assert not played.entry.isVisible()
    played.press(Key.Key_1, Key.Key_2)
    assert played.entry.isVisible()
    played.press(Key.Key_Tab, Key.Key_5, Key.Key_Return)
    assert played.happened == [events.Count(0, 0, {"product": 12, "service": 5})]
    assert not played.entry.isVisible()
    assert "17 of 27 hands counted" in seen(played.page)
    played.press(Key.Key_3, Key.Key_Space)
    assert played.record.round.phase is Phase.LOCKED
    assert not played.entry.isVisible()


def test_teams_are_keyed_unseen(qtbot: QtBot, appearance: Appearance) -> None:
    played = PlayedOnOneScreen(qtbot, appearance, teams(*OPEN))
    played.press(Key.Key_1, Key.Key_3, Key.Key_3)
    assert played.record.round.ballot is not None
    assert played.record.round.ballot.votes == {"t1": "product", "t3": "service"}
    assert not played.entry.isVisible()


def test_time_and_pause_share_a_place(qtbot: QtBot, appearance: Appearance) -> None:
    played = PlayedOnOneScreen(qtbot, appearance, record(*OPEN))
    played.single_screen.show_time(9)
    assert "0:09 left" in seen(played.page)
    played.press(Key.Key_Pause)
    played.single_screen.show_time(8)
    assert {"Paused", "Resume"} <= set(seen(played.page).splitlines())


def test_the_buttons_do_what_they_say(qtbot: QtBot, appearance: Appearance) -> None:
    played = PlayedOnOneScreen(qtbot, appearance, record(*OPEN))
    for command in (Command.NEXT, Command.REVEAL):
        QTest.mouseClick(command_button(played.page, command), Qt.MouseButton.LeftButton)
    assert played.happened == [NEXT, events.Reveal()]
    with qtbot.waitSignal(played.single_screen.leave_requested, timeout=500):
        QTest.mouseClick(command_button(played.page, Command.LEAVE), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("key", [Key.Key_E, Key.Key_Escape, Key.Key_W])
def test_other_requests_go_to_the_controller(qtbot: QtBot, appearance: Appearance, key: Qt.Key) -> None:
    played = PlayedOnOneScreen(qtbot, appearance, record(*TOLD))
    played.single_screen.show_pages(2, 2)
    signals = {
        Key.Key_E: played.single_screen.export_requested,
        Key.Key_Escape: played.single_screen.leave_requested,
        Key.Key_W: played.single_screen.turn_requested,
    }
    with qtbot.waitSignal(signals[key], timeout=500):
        played.press(key)
    assert played.happened == []
