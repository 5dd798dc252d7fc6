"""The panel shows the way in force, lets go of the keyboard, and has room at every size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.round_events import (
    Buzz,
    CorrectCount,
    Count,
    Join,
    Next,
    PassOn,
    Reveal,
    Sheet,
    Switch,
    Vote,
)
from quizapp.domain.round_plan import AnsweringMode
from quizapp.ui.rounds.entry.base import Entry
from quizapp.ui.rounds.entry.buzz import BuzzEntry
from quizapp.ui.rounds.entry.hands import HandsEntry
from quizapp.ui.rounds.entry.paper import PaperEntry
from quizapp.ui.rounds.entry.teams import TeamsEntry
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.theme import THEMES
from tests.ui.rounds.entry.entering import EntryRig
from tests.ui.screen import cut_off, nameless, overlapping, seen, settle, torn, unplain

ENTRIES = {
    AnsweringMode.HANDS: HandsEntry,
    AnsweringMode.TEAMS: TeamsEntry,
    AnsweringMode.BUZZ: BuzzEntry,
    AnsweringMode.PAPER: PaperEntry,
}


def test_it_shows_the_way_in_force(qtbot: QtBot, appearance: Appearance) -> None:
    rig = EntryRig(qtbot, appearance, AnsweringMode.HANDS).open()
    for mode, kind in ENTRIES.items():
        rig.do(Switch(mode))
        assert isinstance(rig.panel.entry, kind)
        assert rig.panel.entry.isVisible()
        assert sum(each.isVisible() for each in rig.panel.findChildren(Entry)) == 1


@pytest.mark.parametrize("mode", [AnsweringMode.HANDS, AnsweringMode.BUZZ])
def test_it_is_usable_while_the_vote_is_open(
    qtbot: QtBot, appearance: Appearance, mode: AnsweringMode
) -> None:
    rig = EntryRig(qtbot, appearance, mode)
    assert not rig.panel.entry.isEnabled()
    rig.open()
    assert rig.panel.entry.isEnabled()
    rig.do(Next())
    assert not rig.panel.entry.isEnabled()


def test_the_keyboard_rests_on_the_panel_when_the_vote_is_locked(
    qtbot: QtBot, appearance: Appearance
) -> None:
    rig = EntryRig(qtbot, appearance, AnsweringMode.HANDS).open()
    rig.panel.take_focus()
    rig.do(Next())
    assert rig.window.focusWidget() is rig.panel


def test_commands_with_ctrl_are_left_to_the_page(qtbot: QtBot, appearance: Appearance) -> None:
    rig = EntryRig(qtbot, appearance, AnsweringMode.BUZZ).open()
    keys: list[int] = []
    rig.window.keyPressEvent = lambda event: keys.append(event.key())  # type: ignore[method-assign]
    for key in (Qt.Key.Key_S, Qt.Key.Key_1):
        QTest.keyClick(rig.panel, key, Qt.KeyboardModifier.ControlModifier)
    assert rig.events == []
    assert {Qt.Key.Key_S, Qt.Key.Key_1} <= set(keys)


def test_only_a_name_is_a_word_that_is_typed(qtbot: QtBot, appearance: Appearance) -> None:
    for mode in AnsweringMode:
        rig = EntryRig(qtbot, appearance, mode).open()
        rig.do(Join("p1"))
        rig.panel.take_focus()
        assert not rig.panel.is_typing


def test_what_is_corrected_is_entered_as_it_was_voted(qtbot: QtBot, appearance: Appearance) -> None:
    rig = EntryRig(qtbot, appearance, AnsweringMode.HANDS).open()
    rig.type("7\n")
    rig.do(Next(), Reveal(), Switch(AnsweringMode.TEAMS))
    rig.panel.correct(0)
    assert isinstance(rig.panel.entry, HandsEntry)
    assert "Correcting the votes after the verdict. Esc ends it." in seen(rig.panel)
    assert rig.type("5\n") == [CorrectCount(0, {"product": 5, "service": 0})]
    assert isinstance(rig.panel.entry, TeamsEntry), "Enter ends it"
    assert "Correcting" not in seen(rig.panel)


def test_backspace_mends_a_number_and_is_no_step_back_meanwhile(qtbot: QtBot, appearance: Appearance) -> None:
    rig = EntryRig(qtbot, appearance, AnsweringMode.HANDS).open()
    keys: list[int] = []
    rig.window.keyPressEvent = lambda event: keys.append(event.key())  # type: ignore[method-assign]
    assert rig.type("12<<<4\n") == [Count(0, 0, {"product": 4, "service": 0})]
    assert keys == []


def crowded(qtbot: QtBot, appearance: Appearance, mode: AnsweringMode, position: int) -> EntryRig:
    """A room with nine teams and some sheets, in the middle of a vote."""
    rig = EntryRig(qtbot, appearance, mode, teams=9).open(position)
    rig.name({"t1": "Dunes and Harbour Team", "t2": "<b>The Late Arrivals</b>", "p1": "Jonas van Eyck"})
    answer = "service" if position == 0 else "3"
    match mode:
        case AnsweringMode.TEAMS:
            rig.do(Vote(position, 0, "t1", answer), Vote(position, 0, "t2", answer))
        case AnsweringMode.BUZZ:
            rig.do(Buzz(position, 0, "t1"), Buzz(position, 0, "t2"), PassOn(position, 0))
        case AnsweringMode.PAPER:
            rig.do(Join("p1"), Join("p2"), Sheet(position, "p1", answer))
        case _:
            rig.type("9\t9")
    return rig


def faults(page: QWidget) -> list[str]:
    return [*cut_off(page), *nameless(page), *unplain(page), *overlapping(page), *torn(page)]


@pytest.mark.parametrize("mode", AnsweringMode)
@pytest.mark.parametrize("position", [0, 1])
def test_it_has_room_at_every_size(
    qtbot: QtBot, appearance: Appearance, mode: AnsweringMode, position: int
) -> None:
    rig = crowded(qtbot, appearance, mode, position)
    for scale, width in ((1.0, 340), (1.0, 900), (2.0, 480)):
        appearance.set_scale(scale)
        layout = rig.window.layout()
        assert layout is not None
        for _ in range(2):  # a hint of keys asks for its height once it has its width
            rig.window.resize(width, layout.totalHeightForWidth(width) + appearance.px(40))
            settle()
        assert faults(rig.panel) == [], (scale, width)


@pytest.mark.parametrize("mode", AnsweringMode)
def test_every_theme_paints_it_in_its_own_colours(
    qtbot: QtBot, appearance: Appearance, mode: AnsweringMode
) -> None:
    rig = crowded(qtbot, appearance, mode, 0)
    pictures = []
    for theme in THEMES.values():
        appearance.set_theme(theme)
        settle()
        pictures.append(rig.panel.grab().toImage())
    assert all(one != other for one, other in zip(pictures, pictures[1:] + pictures[:1], strict=True))
