"""One screen for all: the wall with a strip below it, and nothing that the room may not see."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from quizapp.domain import round_events as events
from quizapp.domain.round import Phase
from quizapp.domain.round_plan import AfterLock, AnsweringMode
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.rounds.console.commands import Command
from quizapp.ui.rounds.console.input import DisputeDialog
from quizapp.ui.rounds.console.single_screen import SingleScreenPage
from quizapp.ui.rounds.wall.frame import WallFrame
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.buttons import Button
from tests.ui.rounds.console.consoles import (
    LOCKED,
    NEXT,
    OPEN,
    PLAN,
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
    assert "votes and answer stay covered here" in shown
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
    played.press(Key.Key_1, Key.Key_P, Key.Key_3)
    assert "Cedar: P or S, 0 for none" in seen(played.page)
    played.press(Key.Key_S)
    assert "Cedar: in" in seen(played.page)
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
    for command in (Command.NEXT, Command.NEXT, Command.REVEAL):  # nobody has answered
        QTest.mouseClick(command_button(played.page, command), Qt.MouseButton.LeftButton)
    assert played.happened == [NEXT, events.Reveal()]
    with qtbot.waitSignal(played.single_screen.input.command_requested, timeout=500) as asked:
        QTest.mouseClick(command_button(played.page, Command.LEAVE), Qt.MouseButton.LeftButton)
    assert asked.args == [Command.LEAVE]


@pytest.mark.parametrize(
    ("key", "command"),
    [(Key.Key_E, Command.FINISH), (Key.Key_Escape, Command.LEAVE), (Key.Key_W, Command.TURN)],
)
def test_other_requests_go_to_the_controller(
    qtbot: QtBot, appearance: Appearance, key: Qt.Key, command: Command
) -> None:
    played = PlayedOnOneScreen(qtbot, appearance, record(*TOLD))
    played.single_screen.show_pages(2, 2)
    with qtbot.waitSignal(played.single_screen.input.command_requested, timeout=500) as asked:
        played.press(key)
    assert asked.args == [command]
    assert played.happened == []


def test_the_step_that_follows_a_lock_tells_nothing_of_the_votes(
    qtbot: QtBot, appearance: Appearance
) -> None:
    plan = replace(PLAN, after_lock=AfterLock.DISCUSS_WHEN_SPLIT)
    for right in (0, 10, 20):
        counts = events.Count(0, 0, {"service": right, "product": 20 - right})
        played = PlayedOnOneScreen(qtbot, appearance, record(*OPEN, counts, NEXT, plan=plan))
        assert command_button(played.page, Command.NEXT).text() == "Go on"


def test_sheets_lie_over_the_wall_until_escape(qtbot: QtBot, appearance: Appearance) -> None:
    played = PlayedOnOneScreen(
        qtbot, appearance, record(*OPEN, plan=replace(PLAN, answering=AnsweringMode.PAPER))
    )
    played.press(Key.Key_H, Key.Key_P, Key.Key_S)
    assert played.record.round.item.ballots[0].split == {"product": 1, "service": 1}
    played.press(Key.Key_Escape)
    assert not played.entry.isVisible()
    played.press(Key.Key_Space)
    assert played.record.round.phase is Phase.LOCKED


def test_a_team_is_renamed_where_its_name_can_be_seen(qtbot: QtBot, appearance: Appearance) -> None:
    played = PlayedOnOneScreen(qtbot, appearance, teams(*OPEN))
    named: list[object] = []
    played.entry.requests.name_changed.connect(named.append)
    played.press(Key.Key_F2)
    assert not played.entry.isVisible(), "no team is selected"
    played.press(Key.Key_2, Key.Key_F2)
    assert played.entry.isVisible()
    played.press(Key.Key_P, Key.Key_B, Key.Key_Return)
    assert named == [("t2", "pb")]
    assert not played.entry.isVisible()
    assert played.happened == []


def shown_numbers(played: Played) -> list[str]:
    """What can be read in the fields for hands."""
    return [each.displayText() for each in played.entry.findChildren(QLineEdit) if each.isVisible()]


def test_hands_that_are_typed_are_dots_but_while_the_key_is_held(
    qtbot: QtBot, appearance: Appearance
) -> None:
    played = PlayedOnOneScreen(qtbot, appearance, record(*OPEN))
    played.press(Key.Key_1, Key.Key_2)
    assert not {"12", "15"} & {*shown_numbers(played), *seen(played.page).splitlines()}
    played.press(Key.Key_Tab, Key.Key_3)
    assert not [sign for each in shown_numbers(played) for sign in each if sign.isdigit()]
    assert "Hold K to see them." in seen(played.page)
    played.page.take_key(key_event(Key.Key_K))
    assert shown_numbers(played) == ["12", "3"]
    played.page.take_key(key_event(Key.Key_K, up=True))
    assert not [sign for each in shown_numbers(played) for sign in each if sign.isdigit()]
    played.press(Key.Key_Return)
    assert played.happened == [events.Count(0, 0, {"product": 12, "service": 3})]


def test_what_was_peeked_at_is_covered_when_it_comes_up_again(qtbot: QtBot, appearance: Appearance) -> None:
    played = PlayedOnOneScreen(qtbot, appearance, record(*OPEN))
    played.press(Key.Key_5)
    played.page.take_key(key_event(Key.Key_K))
    played.press(Key.Key_Return)
    played.page.take_key(key_event(Key.Key_K, up=True))
    played.press(Key.Key_7)
    assert "7" not in shown_numbers(played)


def test_after_the_verdict_hands_are_corrected_in_sight(qtbot: QtBot, appearance: Appearance) -> None:
    played = PlayedOnOneScreen(qtbot, appearance, record(*TOLD))
    played.entry.correct(0)
    played.single_screen.correct()
    assert shown_numbers(played) == ["6", "14"]


@pytest.mark.parametrize("typed", [(), (Key.Key_9,), (Key.Key_Tab, Key.Key_9)])
def test_enter_ends_a_correction_and_the_wall_stays(
    qtbot: QtBot, appearance: Appearance, typed: tuple[Qt.Key, ...]
) -> None:
    played = PlayedOnOneScreen(qtbot, appearance, record(*TOLD))
    played.entry.correct(0)
    played.single_screen.correct()
    played.press(*typed, Key.Key_Return, Key.Key_Return)
    assert not played.entry.is_correcting
    assert not played.entry.isVisible()
    assert played.record.round.phase is Phase.REVEAL
    assert [type(each) for each in played.happened] == [events.CorrectCount] * bool(typed)
    played.press(Key.Key_Space)
    assert played.happened[-1] == NEXT


def test_escape_puts_a_count_back_and_away(qtbot: QtBot, appearance: Appearance) -> None:
    played = PlayedOnOneScreen(qtbot, appearance, record(*OPEN))
    played.press(Key.Key_1, Key.Key_Tab, Key.Key_3, Key.Key_Escape)
    assert not played.entry.isVisible()
    played.press(Key.Key_Space, Key.Key_Space)
    assert played.happened == [NEXT]


def test_a_lock_over_half_a_count_says_what_was_saved(qtbot: QtBot, appearance: Appearance) -> None:
    said = "Saved as typed. What was left empty counts as 0."
    played = PlayedOnOneScreen(qtbot, appearance, record(*OPEN))
    played.press(Key.Key_4, Key.Key_Space)
    assert played.happened == [events.Count(0, 0, {"product": 4, "service": 0}), NEXT]
    assert said in seen(played.page)
    whole = PlayedOnOneScreen(qtbot, appearance, record(*OPEN))
    whole.press(Key.Key_4, Key.Key_Tab, Key.Key_3, Key.Key_Space)
    assert said not in seen(whole.page)


def test_the_next_step_first_shows_a_black_wall_again(qtbot: QtBot, appearance: Appearance) -> None:
    played = PlayedOnOneScreen(qtbot, appearance, record(*OPEN))
    asked: list[Command] = []
    played.single_screen.input.command_requested.connect(asked.append)
    played.single_screen.show_black(is_black=True)
    played.press(Key.Key_PageDown)
    assert (asked, played.happened) == ([Command.BLACK], [])
    played.single_screen.show_black(is_black=False)
    played.press(Key.Key_PageDown, Key.Key_PageDown)
    assert played.happened == [NEXT]


def test_a_note_that_is_kept_is_covered_until_the_trainer_shows_it(
    qtbot: QtBot, appearance: Appearance
) -> None:
    played = PlayedOnOneScreen(qtbot, appearance, record(*TOLD, events.Dispute(0, "Zoe says no.")))
    played.press(Key.Key_U)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is not played.page)
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, DisputeDialog)
    assert not dialog.editor.isVisible()
    assert not dialog.save.isEnabled()
    show = dialog.focusWidget()
    assert isinstance(show, Button)
    assert show.text() == "Show the note"
    show.click()
    assert dialog.editor.isVisible()
    assert dialog.editor.hasFocus()
    assert dialog.note == "Zoe says no."
