"""Paper: a grid of sheets and questions, entered letter by letter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from quizapp.domain.round_events import Close, Join, Leave, Next, Pause, Reveal, Sheet, Switch
from quizapp.domain.round_plan import Answering
from quizapp.ui.rounds.entry.paper import PaperGrid
from quizapp.ui.style.appearance import Look
from tests.ui.rounds.entry.entering import Room
from tests.ui.screen import seen, settle

PEOPLE = [Join("p1"), Join("p2"), Join("p3")]


@pytest.fixture
def room(qtbot: QtBot, look: Look) -> Room:
    """A verdict and a choice were asked, and three sheets were collected."""
    room = Room(qtbot, look, Answering.PAPER).open(place=1)
    room.do(*PEOPLE)
    room.panel.take_focus()
    return room


def grid(room: Room) -> PaperGrid:
    return room.panel.findChildren(PaperGrid)[0]


def name_field(room: Room) -> QLineEdit:
    return next(field for field in room.panel.findChildren(QLineEdit) if field.isVisible())


def at(room: Room) -> tuple[str, int]:
    """Where the keyboard is."""
    return grid(room).person, grid(room).currentIndex().column()


def test_letters_answer_and_tab_goes_from_cell_to_cell(room: Room) -> None:
    assert room.type("p\tc\ts\td") == [
        Sheet(0, "p1", "product"),
        Sheet(1, "p1", "2"),
        Sheet(0, "p2", "service"),
        Sheet(1, "p2", "3"),
    ]


def test_arrows_and_enter_go_on(room: Room) -> None:
    QTest.keyClick(grid(room), Qt.Key.Key_Right)
    assert at(room) == ("p1", 1)
    room.type("\n\n\n")
    assert at(room) == ("p3", 1)
    QTest.keyClick(grid(room), Qt.Key.Key_Up)
    assert at(room) == ("p2", 1)


def test_backspace_clears(room: Room) -> None:
    room.type("p")
    assert room.type("<<") == [Sheet(0, "p1", "")]


def test_what_is_no_answer_is_not_entered_nor_left_to_commands(room: Room) -> None:
    heard: list[str] = []
    for letter in "DRE":
        QShortcut(letter, room.window).activated.connect(lambda letter=letter: heard.append(letter))
    assert room.type("dar1\tepf") == []
    assert heard == []


def test_space_and_the_keys_of_a_remote_are_left_to_the_page(room: Room) -> None:
    keys: list[int] = []
    room.window.keyPressEvent = lambda event: keys.append(event.key())  # type: ignore[method-assign]
    for key in (Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        QTest.keyClick(grid(room), key)
    assert keys == [Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp]


def test_it_says_what_can_be_typed(room: Room) -> None:
    assert "Question 1: type P or S" in seen(room.panel)
    room.type("\t")
    assert "Question 2: type A to D" in seen(room.panel)


def test_sheets_are_entered_after_the_verdict_too(room: Room) -> None:
    room.do(Next(), Reveal())
    assert room.type("p") == [Sheet(0, "p1", "product")]


def test_a_question_that_was_answered_by_hands_has_no_sheets(qtbot: QtBot, look: Look) -> None:
    room = Room(qtbot, look, Answering.HANDS).open(place=1)
    room.do(*PEOPLE, Switch(Answering.PAPER))
    grid(room).go_to("p1", 0)
    room.panel.take_focus()
    assert "Question 1 was not answered on paper." in seen(room.panel)
    assert room.type("p<\tb") == [Sheet(1, "p1", "1")]


def test_tab_leaves_the_grid_at_its_end_and_escape_anywhere(room: Room) -> None:
    grid(room).go_to("p3", 1)
    room.type("\t")
    assert room.window.focusWidget() is name_field(room)
    room.panel.take_focus()
    room.type("^")
    assert not grid(room).hasFocus()


def test_plus_adds_a_sheet_and_goes_to_it(room: Room) -> None:
    room.do(Leave("p3"))
    assert room.type("+") == [Join("p4")]
    assert at(room) == ("p4", 0)
    assert room.type("s") == [Sheet(0, "p4", "service")]


def test_the_first_sheet(qtbot: QtBot, look: Look) -> None:
    room = Room(qtbot, look, Answering.PAPER)
    assert "Add a sheet for each that was collected." in seen(room.panel)
    assert room.type("+") == [Join("p1")]
    assert "A question gets its column when it is asked." in seen(room.panel)
    room.open()
    room.panel.take_focus()
    assert room.type("p") == [Sheet(0, "p1", "product")]


def test_a_sheet_is_named(room: Room) -> None:
    grid(room).go_to("p2", 0)
    name_field(room).setFocus()
    room.type("Mei \n")
    assert room.named == [("p2", "Mei")]
    assert grid(room).hasFocus()
    room.name({"p2": "Mei"})
    assert name_field(room).text() == "Mei"
    assert name_field(room).accessibleName() == "Name of sheet 2"


def test_a_name_that_is_being_typed_is_taken_back_or_kept_when_one_leaves(room: Room) -> None:
    name_field(room).setFocus()
    room.type("Mei^")
    assert room.named == []
    name_field(room).setFocus()
    room.type("Al")
    room.do()  # something else happens meanwhile
    assert name_field(room).text() == "Al"
    grid(room).setFocus()
    assert room.named == [("p1", "Al")]


def test_a_long_name_takes_more_lines(room: Room) -> None:
    short = grid(room).rowHeight(0)
    room.name({"p1": "Jonas van der Westhuizen"})
    assert grid(room).rowHeight(0) > short
    assert grid(room).rowHeight(1) == short


def test_the_cell_with_the_keyboard_stays_when_others_come(room: Room) -> None:
    room.type("\t\n")
    room.do(Join("p9"))
    assert at(room) == ("p2", 1)


def test_nothing_is_entered_while_paused_or_after_the_round(room: Room) -> None:
    room.do(Pause())
    assert room.type("p+") == []
    assert "p1" in grid(room).sheets.people


def test_a_closed_round_takes_no_sheets(room: Room) -> None:
    room.do(Close())
    assert room.type("p+") == []


def test_each_cell_is_read_in_words(room: Room) -> None:
    room.name({"p1": "Amara"})
    room.type("p")
    role = Qt.ItemDataRole.AccessibleTextRole
    sheets = grid(room).sheets
    told = [sheets.index(0, column).data(role) for column in range(2)]
    assert told == ["Amara, question 1: Product", "Amara, question 2: no answer"]
    assert [sheets.headerData(row, Qt.Orientation.Vertical) for row in range(2)] == ["Amara", "Sheet 2"]
    node = QAccessible.queryAccessibleInterface(grid(room))
    assert node.role() is QAccessible.Role.Table


def test_covered_answers_are_painted_alike(room: Room) -> None:
    room.panel.cover(covered=True)
    pictures = []
    for letter in "ps":
        room.type(letter)
        settle()
        pictures.append(grid(room).grab().toImage())
    assert pictures[0] == pictures[1]
    room.panel.cover(covered=False)
    assert grid(room).grab().toImage() != pictures[1]
