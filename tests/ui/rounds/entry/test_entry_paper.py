"""Paper: a grid of sheets and questions, entered letter by letter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from quizapp.domain.round_events import Close, Join, Leave, Next, Pause, Reveal, Sheet, Switch
from quizapp.domain.round_plan import AnsweringMode
from quizapp.ui.rounds.entry.paper import PaperGrid
from quizapp.ui.style.appearance import Appearance
from tests.ui.rounds.entry.entering import EntryRig
from tests.ui.screen import seen, settle

PEOPLE = [Join("p1"), Join("p2"), Join("p3")]


@pytest.fixture
def rig(qtbot: QtBot, appearance: Appearance) -> EntryRig:
    """A verdict and a choice were asked, and three sheets were collected."""
    rig = EntryRig(qtbot, appearance, AnsweringMode.PAPER).open(position=1)
    rig.do(*PEOPLE)
    rig.panel.take_focus()
    return rig


def grid(rig: EntryRig) -> PaperGrid:
    return rig.panel.findChildren(PaperGrid)[0]


def name_field(rig: EntryRig) -> QLineEdit:
    return next(field for field in rig.panel.findChildren(QLineEdit) if field.isVisible())


def at(rig: EntryRig) -> tuple[str, int]:
    """Where the keyboard is."""
    return grid(rig).person, grid(rig).currentIndex().column()


def test_letters_answer_and_tab_goes_from_cell_to_cell(rig: EntryRig) -> None:
    assert rig.type("p\tc\ts\td") == [
        Sheet(0, "p1", "product"),
        Sheet(1, "p1", "2"),
        Sheet(0, "p2", "service"),
        Sheet(1, "p2", "3"),
    ]


def test_arrows_and_enter_go_on(rig: EntryRig) -> None:
    QTest.keyClick(grid(rig), Qt.Key.Key_Right)
    assert at(rig) == ("p1", 1)
    rig.type("\n\n\n")
    assert at(rig) == ("p3", 1)
    QTest.keyClick(grid(rig), Qt.Key.Key_Up)
    assert at(rig) == ("p2", 1)


def test_backspace_clears(rig: EntryRig) -> None:
    rig.type("p")
    assert rig.type("<<") == [Sheet(0, "p1", "")]


def test_what_is_no_answer_is_not_entered_nor_left_to_commands(rig: EntryRig) -> None:
    heard: list[str] = []
    for letter in "DRE":
        QShortcut(letter, rig.window).activated.connect(lambda letter=letter: heard.append(letter))
    assert rig.type("dar1\tepf") == []
    assert heard == []


def test_space_and_the_keys_of_a_remote_are_left_to_the_page(rig: EntryRig) -> None:
    keys: list[int] = []
    rig.window.keyPressEvent = lambda event: keys.append(event.key())  # type: ignore[method-assign]
    for key in (Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        QTest.keyClick(grid(rig), key)
    assert keys == [Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp]


def test_it_says_what_can_be_typed(rig: EntryRig) -> None:
    assert "Question 1: type P or S" in seen(rig.panel)
    rig.type("\t")
    assert "Question 2: type A to D" in seen(rig.panel)


def test_sheets_are_entered_after_the_verdict_too(rig: EntryRig) -> None:
    rig.do(Next(), Reveal())
    assert rig.type("p") == [Sheet(0, "p1", "product")]


def test_a_question_that_was_answered_by_hands_has_no_sheets(qtbot: QtBot, appearance: Appearance) -> None:
    rig = EntryRig(qtbot, appearance, AnsweringMode.HANDS).open(position=1)
    rig.do(*PEOPLE, Switch(AnsweringMode.PAPER))
    grid(rig).go_to("p1", 0)
    rig.panel.take_focus()
    assert "Question 1 was not answered on paper." in seen(rig.panel)
    assert rig.type("p<\tb") == [Sheet(1, "p1", "1")]


def test_tab_leaves_the_grid_at_its_end_and_escape_anywhere(rig: EntryRig) -> None:
    grid(rig).go_to("p3", 1)
    rig.type("\t")
    assert rig.window.focusWidget() is name_field(rig)
    rig.panel.take_focus()
    rig.type("^")
    assert not grid(rig).hasFocus()


def test_plus_adds_a_sheet_and_goes_to_it(rig: EntryRig) -> None:
    rig.do(Leave("p3"))
    assert rig.type("+") == [Join("p4")]
    assert at(rig) == ("p4", 0)
    assert rig.type("s") == [Sheet(0, "p4", "service")]


def test_the_first_sheet(qtbot: QtBot, appearance: Appearance) -> None:
    rig = EntryRig(qtbot, appearance, AnsweringMode.PAPER)
    assert "Add a sheet for each that was collected." in seen(rig.panel)
    assert rig.type("+") == [Join("p1")]
    assert "A question gets its column when it is asked." in seen(rig.panel)
    rig.open()
    rig.panel.take_focus()
    assert rig.type("p") == [Sheet(0, "p1", "product")]


def test_a_sheet_is_named(rig: EntryRig) -> None:
    grid(rig).go_to("p2", 0)
    name_field(rig).setFocus()
    rig.type("Mei \n")
    assert rig.named == [("p2", "Mei")]
    assert grid(rig).hasFocus()
    rig.name({"p2": "Mei"})
    assert name_field(rig).text() == "Mei"
    assert name_field(rig).accessibleName() == "Name of sheet 2"


def test_a_name_that_is_being_typed_is_taken_back_or_kept_when_one_leaves(rig: EntryRig) -> None:
    name_field(rig).setFocus()
    rig.type("Mei^")
    assert rig.named == []
    name_field(rig).setFocus()
    rig.type("Al")
    rig.do()  # something else happens meanwhile
    assert name_field(rig).text() == "Al"
    grid(rig).setFocus()
    assert rig.named == [("p1", "Al")]


def test_a_long_name_takes_more_lines(rig: EntryRig) -> None:
    short = grid(rig).rowHeight(0)
    rig.name({"p1": "Jonas Maria van der Westhuizen the Younger"})
    assert grid(rig).rowHeight(0) > short
    assert grid(rig).rowHeight(1) == short


def test_the_cell_with_the_keyboard_stays_when_others_come(rig: EntryRig) -> None:
    rig.type("\t\n")
    rig.do(Join("p9"))
    assert at(rig) == ("p2", 1)


def test_nothing_is_entered_while_paused_or_after_the_round(rig: EntryRig) -> None:
    rig.do(Pause())
    assert rig.type("p+") == []
    assert "p1" in grid(rig).sheets.people


def test_a_closed_round_takes_no_sheets(rig: EntryRig) -> None:
    rig.do(Close())
    assert rig.type("p+") == []


def test_each_cell_is_read_in_words(rig: EntryRig) -> None:
    rig.name({"p1": "Amara"})
    rig.type("p")
    role = Qt.ItemDataRole.AccessibleTextRole
    sheets = grid(rig).sheets
    told = [sheets.index(0, column).data(role) for column in range(2)]
    assert told == ["Amara, question 1: Product", "Amara, question 2: no answer"]
    assert [sheets.headerData(row, Qt.Orientation.Vertical) for row in range(2)] == ["Amara", "Sheet 2"]
    node = QAccessible.queryAccessibleInterface(grid(rig))
    assert node.role() is QAccessible.Role.Table


def test_covered_answers_are_painted_alike(rig: EntryRig) -> None:
    rig.panel.cover(covered=True)
    pictures = []
    for letter in "ps":
        rig.type(letter)
        settle()
        pictures.append(grid(rig).grab().toImage())
    assert pictures[0] == pictures[1]
    rig.panel.cover(covered=False)
    assert grid(rig).grab().toImage() != pictures[1]
