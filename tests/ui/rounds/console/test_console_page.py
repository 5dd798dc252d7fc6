"""The console in a trainer's hands: a whole question by keys, what stays covered, and what never moves."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain import round_events as events
from quizapp.domain.round import Phase, Ruling
from quizapp.domain.round_plan import AfterLock, AnsweringMode
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.rounds.console.attendance import AttendanceList
from quizapp.ui.rounds.console.cards import Preview
from quizapp.ui.rounds.console.commands import Command
from quizapp.ui.rounds.console.head import PhasePath
from quizapp.ui.rounds.console.page import ConsolePage
from quizapp.ui.rounds.entry.paper_grid import PaperGrid
from quizapp.ui.style.appearance import Appearance
from tests.ui.rounds.console.consoles import (
    LOCKED,
    NEXT,
    OPEN,
    PLAN,
    TOLD,
    Played,
    button,
    card,
    command_button,
    key_event,
    peek,
    record,
    teams,
)
from tests.ui.screen import seen, settle, texts, to_front

Key = Qt.Key
Console = Callable[[RoundRecord], Played]


@pytest.fixture
def console(qtbot: QtBot, appearance: Appearance) -> Console:
    def shown(start: RoundRecord) -> Played:
        page = ConsolePage(appearance)
        qtbot.addWidget(page)
        page.resize(1100, 720)
        to_front(qtbot, page)
        return Played(page, appearance, start)

    return shown


def console_of(played: Played) -> ConsolePage:
    assert isinstance(played.page, ConsolePage)
    return played.page


# -- a question by keys ----------------------------------------------------------------------------


def test_space_goes_on_but_never_reveals(console: Console) -> None:
    played = console(record())
    played.press(*[Key.Key_Space] * 9)
    assert played.record.round.phase is Phase.LOCKED
    assert played.happened == [NEXT] * 3
    assert "Press D to discuss, or R to reveal." in seen(played.page)


def test_a_vote_without_an_answer_is_locked_by_a_second_press(console: Console) -> None:
    played = console(record(*OPEN))
    played.press(Key.Key_PageDown)
    assert played.happened == []
    assert "Nobody has answered yet." in seen(played.page)
    played.press(Key.Key_PageDown)
    assert played.happened == [NEXT]
    counted = console(record(*OPEN))
    counted.press(Key.Key_7, Key.Key_PageDown)
    assert counted.record.round.phase is Phase.LOCKED


def test_a_remote_and_letters_play_a_question_to_its_end(console: Console) -> None:
    played = console(record())
    played.press(*[Key.Key_PageDown] * 4, Key.Key_D, Key.Key_G, Key.Key_Space)
    played.press(Key.Key_T, Key.Key_Space, Key.Key_Space, Key.Key_R, Key.Key_PageDown, Key.Key_PageDown)
    assert (played.record.round.phase, played.record.round.position) == (Phase.ASK, 1)
    first = played.record.round.items[0]
    assert (len(first.ballots), first.is_split_released, first.is_revealed) == (2, True, True)
    played.press(Key.Key_PageUp)
    assert (played.record.round.phase, played.record.round.position) == (Phase.EXPLAIN, 0)


def test_hands_are_typed_between_the_commands(console: Console) -> None:
    played = console(record(*OPEN))
    played.press(Key.Key_7, Key.Key_Tab, Key.Key_5, Key.Key_Return)
    assert played.happened == [events.Count(0, 0, {"product": 7, "service": 5})]
    played.press(Key.Key_T, Key.Key_Space)
    assert played.happened[1:] == [events.MoreTime(), NEXT]


def test_while_teams_buzz_letters_are_theirs(console: Console) -> None:
    played = console(teams(*OPEN, mode=AnsweringMode.BUZZ))
    played.press(Key.Key_D, Key.Key_T)
    assert played.happened == [events.Buzz(0, 0, "t3")]
    played.press(Key.Key_T, ctrl=True)
    assert played.happened[1:] == [events.MoreTime()]


def test_teams_are_keyed_in_sight(console: Console) -> None:
    played = console(teams(*OPEN))
    played.press(Key.Key_1, Key.Key_P, Key.Key_2, Key.Key_S)
    assert played.record.round.ballot is not None
    assert played.record.round.ballot.votes == {"t1": "product", "t2": "service"}
    assert {"Amber: Product", "Basalt: Service"} <= set(seen(played.page).splitlines())


def test_a_key_that_is_held_acts_once(console: Console) -> None:
    played = console(record(*OPEN))
    played.page.take_key(key_event(Key.Key_T))
    for _ in range(5):
        assert played.page.take_key(key_event(Key.Key_T, again=True))
    assert played.happened == [events.MoreTime()]


def test_what_cannot_be_done_now_says_why(console: Console) -> None:
    played = console(record(*OPEN))
    played.press(Key.Key_D)
    assert played.happened == []
    assert "Lock the vote before the room talks." in seen(played.page)


def test_pause_stops_everything_and_space_goes_on(console: Console) -> None:
    played = console(record(*OPEN))
    console_of(played).show_time(48)
    assert "0:48 left" in seen(played.page)
    played.press(Key.Key_P, ctrl=True)
    console_of(played).show_time(47)
    assert "Paused" in texts(played.page)
    assert not command_button(played.page, Command.MORE_TIME).isEnabled()
    played.press(Key.Key_Space)
    assert played.happened == [events.Pause(), events.Resume()]


@pytest.mark.parametrize(("key", "ruling"), [(Key.Key_V, Ruling.VOID), (Key.Key_X, Ruling.BOTH)])
def test_a_ruling_shows_and_is_taken_back(console: Console, key: Qt.Key, ruling: Ruling) -> None:
    played = console(record(*TOLD))
    ruled = command_button(played.page, Command.VOID if ruling is Ruling.VOID else Command.BOTH)
    played.press(key)
    assert played.record.round.item.ruling is ruling
    assert ruled.isChecked()
    QTest.mouseClick(ruled, Qt.MouseButton.LeftButton)
    assert played.record.round.item.ruling is Ruling.NONE
    assert not ruled.isChecked()


def test_what_is_no_event_is_only_requested(console: Console) -> None:
    played = console(record(*TOLD))
    asked: list[Command] = []
    played.page.input.command_requested.connect(asked.append)
    played.press(Key.Key_Escape, Key.Key_E, Key.Key_B, Key.Key_Period, Key.Key_M, Key.Key_C, Key.Key_F1)
    wanted = (Command.LEAVE, Command.FINISH, Command.BLACK, Command.BLACK, Command.SWAP, Command.CORRECT)
    assert asked == [*wanted, Command.KEYS]
    assert played.happened == []


# -- the note on a dispute -------------------------------------------------------------------------


def write(note: str) -> None:
    dialog = QApplication.activeWindow()
    assert dialog is not None
    editor = dialog.focusWidget()
    assert editor is not None
    QTest.keyClick(editor, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Key.Key_Delete)
    QTest.keyClicks(editor, note)
    QTest.keyClick(editor, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()


def test_a_dispute_keeps_its_note_and_an_empty_one_takes_it_back(qtbot: QtBot, console: Console) -> None:
    played = console(record(*TOLD))
    for note in ("Who runs it?", ""):
        played.press(Key.Key_U)
        qtbot.waitUntil(lambda: QApplication.activeWindow() is not played.page)
        write(note)
        assert played.record.round.item.dispute == note
        to_front(qtbot, played.page)
        assert ("disputed" in seen(played.page)) is bool(note)


@pytest.mark.parametrize("start", [record(*TOLD), teams(*OPEN, NEXT, events.Reveal())])
def test_enter_ends_a_correction_and_the_wall_stays(console: Console, start: RoundRecord) -> None:
    played = console(start)
    played.entry.correct(0)
    played.press(Key.Key_Return)
    assert not played.entry.is_correcting
    assert played.record.round.phase is Phase.REVEAL


# -- what is covered -------------------------------------------------------------------------------

PRIVATE = ("Key: Service", "Product: 6")


def told(played: Played) -> list[str]:
    return [word for word in PRIVATE if word in seen(played.page)]


def test_votes_and_answer_show_while_the_key_is_held(console: Console) -> None:
    played = console(record(*LOCKED))
    assert told(played) == []
    played.page.take_key(key_event(Key.Key_K))
    assert told(played) == list(PRIVATE)
    played.page.take_key(key_event(Key.Key_K, again=True))
    played.page.take_key(key_event(Key.Key_K, up=True, again=True))
    assert told(played) == list(PRIVATE)
    played.page.take_key(key_event(Key.Key_K, up=True))
    assert told(played) == []


def test_so_they_do_while_the_button_is_held(console: Console) -> None:
    played = console(record(*LOCKED))
    hold = button(played.page, "Hold to peek")
    QTest.mousePress(hold, Qt.MouseButton.LeftButton)
    assert told(played) == list(PRIVATE)
    QTest.mouseRelease(hold, Qt.MouseButton.LeftButton)
    assert told(played) == []


def test_advice_and_notes_are_in_sight(console: Console) -> None:
    played = console(record(*LOCKED))
    assert all(words in seen(played.page) for words in ("Canary notes", "canary?", "could be"))


def test_below_ten_votes_no_interval_stands_beside_a_share(console: Console) -> None:
    for product, told in ((1, "Product: 1 of 9"), (2, "Product: 2 · 20 % (6–51)")):
        counts = events.Count(0, 0, {"product": product, "service": 8})
        assert told in seen(console(record(*OPEN, counts, NEXT, events.Reveal())).page)


def test_a_digit_while_peeking_turns_no_team_back(console: Console) -> None:
    played = console(teams(*OPEN))
    played.page.take_key(key_event(Key.Key_K))
    played.press(Key.Key_1, Key.Key_P)
    assert "Amber: Product" in seen(played.page)
    assert "Key: Service" in seen(played.page)


def test_another_window_covers_them_again(qtbot: QtBot, console: Console) -> None:
    played = console(record(*LOCKED))
    played.page.take_key(key_event(Key.Key_K))
    other = QWidget()
    qtbot.addWidget(other)
    to_front(qtbot, other)
    assert told(played) == []
    to_front(qtbot, played.page)
    played.page.take_key(key_event(Key.Key_K))
    played.page.hide()
    played.page.show()
    assert told(played) == []


def test_what_is_held_over_the_verdict_does_not_uncover_the_next_question(console: Console) -> None:
    played = console(record(*LOCKED))
    played.page.take_key(key_event(Key.Key_K))
    for key in (Key.Key_R, Key.Key_Space, Key.Key_Space):
        played.page.take_key(key_event(key))
    played.page.take_key(key_event(Key.Key_K, again=True))
    assert played.record.round.position == 1
    assert told(played) == []


def test_they_are_open_from_the_verdict_until_the_next_question(console: Console) -> None:
    played = console(record(*TOLD))
    assert told(played) == list(PRIVATE)
    assert not button(played.page, "Hold to peek").isEnabled()
    played.press(Key.Key_Space, Key.Key_Space)
    assert told(played) == []


# -- what never moves ------------------------------------------------------------------------------


def test_every_button_keeps_its_place_through_a_question(console: Console) -> None:
    played = console(record())
    page = console_of(played)
    commands = (
        Command.NEXT,
        Command.PAUSE,
        Command.DISCUSS,
        Command.REVEAL,
        Command.BACK,
        Command.SKIP,
        Command.VOID,
        Command.FINISH,
    )
    positions = set()
    for key in (
        Key.Key_Space,
        Key.Key_Space,
        Key.Key_Space,
        Key.Key_D,
        Key.Key_Space,
        Key.Key_Space,
        Key.Key_R,
    ):
        played.press(key)
        assert all(command_button(page, command).isVisible() for command in commands)
        positions.add(
            tuple(command_button(page, command).mapTo(page, QPoint()).toTuple() for command in commands)
        )
    assert len(positions) == 1


CARDS = ("On the wall now", "Votes and answer", "Advice and notes", "Room")


def test_the_names_of_the_phases_stand_still(console: Console) -> None:
    played = console(record())
    [path] = played.page.findChildren(PhasePath)
    positions, said = set(), []
    lock = (Key.Key_Space, Key.Key_Space)  # nobody has answered
    for keys in ((Key.Key_Space,), (Key.Key_Space,), lock, (Key.Key_R,)):
        played.press(*keys)
        names = path.findChildren(QLabel)
        positions.add(tuple((*each.mapTo(path, QPoint()).toTuple(), each.width()) for each in names))
        said.append(path.accessibleName().split(",")[0])
    assert len(positions) == 1
    assert said == [f"Phase: {name}" for name in ("Ask", "Open", "Locked", "Reveal")]


def test_peeking_moves_nothing(console: Console) -> None:
    played = console(record(*LOCKED))
    page = console_of(played)
    settle()
    before = [card(page, name).geometry() for name in CARDS]
    peek(page)
    assert [card(page, name).geometry() for name in CARDS] == before


# -- the keyboard's place --------------------------------------------------------------------------


def test_it_rests_on_the_next_thing_and_nowhere_where_two_are_natural(console: Console) -> None:
    played = console(record(*OPEN))
    page = console_of(played)
    assert page.focusWidget() is command_button(page, Command.NEXT)
    played.press(Key.Key_Space, Key.Key_Space)
    assert page.hasFocus()


def test_a_click_leaves_it_where_it_is(console: Console) -> None:
    played = console(record(*OPEN))
    QTest.mouseClick(command_button(played.page, Command.MORE_TIME), Qt.MouseButton.LeftButton)
    played.press(Key.Key_Space, Key.Key_Space)
    assert played.happened == [events.MoreTime(), NEXT]


def test_space_is_the_next_step_and_enter_presses_what_tab_went_to(console: Console) -> None:
    played = console(record(*OPEN))
    command_button(played.page, Command.MORE_TIME).setFocus(Qt.FocusReason.TabFocusReason)
    played.press(Key.Key_Return, Key.Key_Space, Key.Key_Space)
    assert played.happened == [events.MoreTime(), NEXT]


def test_commands_work_whatever_has_the_keyboard(console: Console) -> None:
    played = console(record(events.Join("p1"), *OPEN, plan=replace(PLAN, answering=AnsweringMode.PAPER)))
    page = played.page
    takers = [each for each in page.findChildren(QWidget) if each.focusPolicy() is not Qt.FocusPolicy.NoFocus]
    takers = [each for each in takers if each.isVisible() and each.isEnabled()]
    assert len(takers) > 10
    for taker in takers:
        if isinstance(taker, QLineEdit):
            continue  # a word is typed there
        taker.setFocus()
        played.press(Key.Key_Pause)
        assert played.happened.pop() == events.Pause(), taker.accessibleName()
        played.press(Key.Key_PageDown)
        assert played.happened.pop() == events.Resume(), taker.accessibleName()
        taker.setFocus()
        played.press(Key.Key_T)
        assert played.happened.pop() == events.MoreTime(), taker.accessibleName()


def test_a_name_keeps_its_keys_until_escape(console: Console) -> None:
    played = console(record(events.Join("p1"), *OPEN, plan=replace(PLAN, answering=AnsweringMode.PAPER)))
    played.press(Key.Key_H)
    played.page.findChildren(QLineEdit)[-1].setFocus()
    field = next(each for each in played.page.findChildren(QLineEdit) if each.isVisible())
    field.setFocus()
    played.press(Key.Key_T, Key.Key_Space, Key.Key_B, Key.Key_Backspace)
    assert (played.happened, field.text()) == ([], "t ")
    played.press(Key.Key_Escape, Key.Key_Escape, Key.Key_T, Key.Key_Space, Key.Key_Space)
    assert played.happened == [events.MoreTime(), NEXT]


def test_fourteen_sheets_are_entered_by_seventeen_keys(console: Console) -> None:
    played = console(record(*OPEN, plan=replace(PLAN, answering=AnsweringMode.PAPER)))
    played.press(Key.Key_H, *[Key.Key_P, Key.Key_S] * 7, Key.Key_Escape, Key.Key_Space)
    assert played.record.round.phase is Phase.LOCKED
    assert played.record.round.item.ballots[0].split == {"product": 7, "service": 7}


def test_four_teams_are_entered_by_eight_keys(console: Console) -> None:
    played = console(record(*OPEN, plan=replace(PLAN, answering=AnsweringMode.TEAMS, teams=4)))
    played.press(*(key for n in "1234" for key in (Key(ord(n)), Key.Key_S)))
    assert played.record.round.missing == ()


# -- a presenter's remote --------------------------------------------------------------------------


@pytest.mark.parametrize("after_lock", [AfterLock.REVEAL, AfterLock.DISCUSS_WHEN_SPLIT])
def test_a_remote_runs_a_whole_round(
    console: Console, monkeypatch: pytest.MonkeyPatch, after_lock: AfterLock
) -> None:
    monkeypatch.setattr("quizapp.ui.rounds.console.input._HESITATION", 0.0)
    played = console(record(plan=replace(PLAN, after_lock=after_lock)))
    for _ in range(40):
        played.press(Key.Key_PageDown)
    assert played.record.round.phase is Phase.WRAP_UP
    assert all(item.is_revealed for item in played.record.round.items)


def test_it_goes_back_by_the_same_steps(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.ui.rounds.console.input._HESITATION", 0.0)
    played = console(record(plan=replace(PLAN, after_lock=AfterLock.REVEAL)))
    gone = []
    for _ in range(10):  # a vote without an answer takes two presses
        played.press(Key.Key_PageDown)
        gone.append((played.record.round.position, played.record.round.phase))
    gone = list(dict.fromkeys(gone))
    for place in reversed(gone[2:-1]):  # a vote whose verdict was shown is not opened again
        played.press(Key.Key_PageUp)
        assert (played.record.round.position, played.record.round.phase) == place


def test_a_double_press_never_reveals_whatever_is_planned(console: Console) -> None:
    played = console(record(*OPEN, plan=replace(PLAN, after_lock=AfterLock.REVEAL)))
    played.press(Key.Key_Space, Key.Key_Space)
    assert played.record.round.phase is Phase.LOCKED
    assert "Reveal" in command_button(played.page, Command.NEXT).text()


def test_a_page_that_comes_back_with_the_keyboard_hears_it(qtbot: QtBot, appearance: Appearance) -> None:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    other, page = QWidget(), ConsolePage(appearance)
    stack.addWidget(other)
    stack.addWidget(page)
    to_front(qtbot, stack)
    played = Played(page, appearance, record(*TOLD))
    played.show()
    command_button(page, Command.NEXT).setFocus()  # as while it is hidden
    stack.setCurrentWidget(page)
    settle()
    QTest.keyClick(stack.windowHandle(), Key.Key_V)
    assert played.happened == [events.Rule(0, "void")]
    stack.setCurrentWidget(other)
    other.setFocus()
    QTest.keyClick(stack.windowHandle(), Key.Key_V)
    assert len(played.happened) == 1


# -- wall and room ---------------------------------------------------------------------------------


def test_the_preview_is_the_picture_it_is_given(console: Console) -> None:
    page = console_of(console(record(*OPEN)))
    picture = QPixmap(1280, 720)
    picture.fill(Qt.GlobalColor.red)
    page.show_preview(picture, "The scenario")
    page.show_screen("Screen 2, 1280 × 720")
    settle()
    [preview] = page.findChildren(Preview)
    frame, shot = preview.frame(), preview.grab().toImage()
    assert shot.pixelColor(frame.center().toPoint()) == Qt.GlobalColor.red
    assert frame.width() / frame.height() == pytest.approx(16 / 9, rel=0.02)
    assert {"The scenario", "Screen 2, 1280 × 720"} <= set(seen(page).splitlines())


def test_a_long_text_is_turned_by_key_and_button(qtbot: QtBot, console: Console) -> None:
    played = console(record(*OPEN))
    page = console_of(played)
    with qtbot.assertNotEmitted(page.input.command_requested):
        played.press(Key.Key_W)
    page.show_pages(1, 2)
    assert "Page 1 of 2" in seen(page)
    with qtbot.waitSignals([page.input.command_requested] * 2, timeout=500):
        played.press(Key.Key_W)
        QTest.mouseClick(button(page, "Page 1 of 2"), Qt.MouseButton.LeftButton)


def test_sheets_push_no_list_of_people_above_their_grid(console: Console) -> None:
    joined = tuple(events.Join(f"p{number}") for number in range(1, 15))
    page = console_of(console(record(*joined, events.Switch(AnsweringMode.PAPER), *OPEN)))
    [people], [grid] = page.findChildren(AttendanceList), page.findChildren(PaperGrid)
    settle()
    assert not people.isVisible()
    assert not grid.viewport().visibleRegion().isEmpty()
    assert "0 of 14 are in" in seen(page)


def test_missing_teams_are_named(console: Console) -> None:
    page = console_of(console(teams(*OPEN, events.Vote(0, 0, "t2", "product"))))
    assert "Missing: Amber, Cedar" in seen(page)


def test_another_mode_is_requested(qtbot: QtBot, console: Console) -> None:
    page = console_of(console(record(*OPEN)))
    mode = button(page, "The room answers with: Hands")
    menu = mode.menu()
    assert menu is not None
    with qtbot.waitSignal(page.mode_requested, timeout=500) as request:
        menu.actions()[1].trigger()
    assert request.args == [AnsweringMode.TEAMS]
    assert mode.text() == "Hands"


def test_commands_come_before_the_windows_own_shortcuts(console: Console) -> None:
    played = console(teams(*OPEN, mode=AnsweringMode.BUZZ))
    heard: list[str] = []
    shortcut = QShortcut(QKeySequence("Ctrl+N"), played.page)
    shortcut.activated.connect(lambda: heard.append("a set was started"))
    played.press(Key.Key_N, ctrl=True)
    assert (played.happened, heard) == ([events.Skip()], [])
