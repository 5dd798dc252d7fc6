"""One screen for all: the wall with a strip below it, and nothing that the room may not see."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quizapp.domain import round_events as events
from quizapp.domain.round import Phase
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.rounds.console.commands import Act
from quizapp.ui.rounds.console.single_screen import StagePage
from quizapp.ui.rounds.wall.frame import WallFrame
from quizapp.ui.style.appearance import Look
from tests.ui.rounds.console.consoles import LOCKED, NEXT, OPEN, TOLD, Played, key_event, record, teams
from tests.ui.screen import seen, settle, to_front

Key = Qt.Key


class Staged(Played):
    """A round on a single screen."""

    def __init__(self, qtbot: QtBot, look: Look, start: RoundRecord) -> None:
        self.stage = StagePage(look)
        qtbot.addWidget(self.stage)
        self.wall = WallFrame(look)
        self.stage.set_wall(self.wall)
        self.stage.resize(1024, 600)
        to_front(qtbot, self.stage)
        super().__init__(self.stage, look, start)
        settle()


def test_the_wall_fills_it_but_for_a_slim_strip(qtbot: QtBot, look: Look) -> None:
    staged = Staged(qtbot, look, record(*OPEN))
    assert staged.wall.size().toTuple()[0] == 1024
    assert staged.wall.height() >= 540


def test_a_question_is_played_by_the_same_keys(qtbot: QtBot, look: Look) -> None:
    staged = Staged(qtbot, look, record())
    staged.press(Key.Key_Space, Key.Key_PageDown, Key.Key_T, Key.Key_Space, Key.Key_Space, Key.Key_D)
    staged.press(Key.Key_Space, Key.Key_Space, Key.Key_PageDown, Key.Key_R, Key.Key_V)
    item = staged.record.round.item
    assert (staged.record.round.phase, len(item.ballots), item.ruling) == (Phase.REVEAL, 2, "void")


def test_nothing_private_is_on_it_and_peeking_is_refused(qtbot: QtBot, look: Look) -> None:
    staged = Staged(qtbot, look, record(*LOCKED))
    staged.page.take_key(key_event(Key.Key_K))
    shown = seen(staged.page)
    assert "key and split stay covered here" in shown
    assert not [word for word in ("Key:", "anary", "could be", "Service: 14") if word in shown]


def test_the_fields_for_hands_come_with_the_first_digit_and_go_when_they_are_kept(
    qtbot: QtBot, look: Look
) -> None:
    staged = Staged(qtbot, look, record(*OPEN))
    assert not staged.entry.isVisible()
    staged.press(Key.Key_1, Key.Key_2)
    assert staged.entry.isVisible()
    staged.press(Key.Key_Tab, Key.Key_5, Key.Key_Return)
    assert staged.happened == [events.Count(0, 0, {"product": 12, "service": 5})]
    assert not staged.entry.isVisible()
    assert "17 of 27 hands counted" in seen(staged.page)
    staged.press(Key.Key_3, Key.Key_Space)
    assert staged.record.round.phase is Phase.LOCKED
    assert not staged.entry.isVisible()


def test_teams_are_keyed_unseen(qtbot: QtBot, look: Look) -> None:
    staged = Staged(qtbot, look, teams(*OPEN))
    staged.press(Key.Key_1, Key.Key_3, Key.Key_3)
    assert staged.record.round.ballot is not None
    assert staged.record.round.ballot.votes == {"t1": "product", "t3": "service"}
    assert not staged.entry.isVisible()


def test_time_and_pause_share_a_place(qtbot: QtBot, look: Look) -> None:
    staged = Staged(qtbot, look, record(*OPEN))
    staged.stage.show_time(9)
    assert "0:09 left" in seen(staged.page)
    staged.press(Key.Key_Pause)
    staged.stage.show_time(8)
    assert {"Paused", "Resume"} <= set(seen(staged.page).splitlines())


def test_the_buttons_do_what_they_say(qtbot: QtBot, look: Look) -> None:
    staged = Staged(qtbot, look, record(*OPEN))
    for act in (Act.NEXT, Act.REVEAL):
        QTest.mouseClick(staged.stage._acts[act], Qt.MouseButton.LeftButton)
    assert staged.happened == [NEXT, events.Reveal()]
    with qtbot.waitSignal(staged.stage.leave_requested, timeout=500):
        QTest.mouseClick(staged.stage._acts[Act.LEAVE], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("key", [Key.Key_E, Key.Key_Escape, Key.Key_W])
def test_other_wishes_go_to_the_flow(qtbot: QtBot, look: Look, key: Qt.Key) -> None:
    staged = Staged(qtbot, look, record(*TOLD))
    staged.stage.show_pages(2, 2)
    signals = {
        Key.Key_E: staged.stage.export_requested,
        Key.Key_Escape: staged.stage.leave_requested,
        Key.Key_W: staged.stage.turn_requested,
    }
    with qtbot.waitSignal(signals[key], timeout=500):
        staged.press(key)
    assert staged.happened == []
