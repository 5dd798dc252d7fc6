"""Paper: a grid of sheets and questions, entered letter by letter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from quizapp.domain.round_events import Close, Join, Leave, Next, Pause, Reveal, Sheet, Switch
from quizapp.domain.round_plan import AnsweringMode
from quizapp.ui.rounds.entry.paper_grid import PaperGrid
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


def test_entry_starts_at_the_question_in_front(rig: EntryRig) -> None:
    assert at(rig) == ("p1", 1)
    rig.type("c")
    rig.do(Next(), Reveal(), Next(), Next(), Next())
    rig.panel.take_focus()
    assert at(rig) == ("p1", 2)


def test_letters_go_down_from_sheet_to_sheet_and_on_to_new_ones(rig: EntryRig) -> None:
    assert rig.type("abcd") == [
        *(Sheet(1, f"p{n}", str(n - 1)) for n in (1, 2, 3)),
        Join("p4"),
        Sheet(1, "p4", "3"),
    ]
    assert at(rig) == ("", 1)


def test_fourteen_sheets_take_as_many_letters(qtbot: QtBot, appearance: Appearance) -> None:
    rig = EntryRig(qtbot, appearance, AnsweringMode.PAPER).open()
    rig.panel.take_focus()
    keys = "pspspspspspsps"
    rig.type(keys)
    ballot = rig.record.round.ballot
    assert ballot is not None
    assert [ballot.votes[f"p{n}"][0] for n in range(1, 15)] == list(keys)


def test_after_tab_letters_go_across_one_sheet(rig: EntryRig) -> None:
    rig.panel.correct(0)
    grid(rig).go_to("p1", 0)
    assert rig.type("s\tc")[:1] == [Sheet(0, "p1", "service")]
    grid(rig).go_to("p2", 0)
    assert rig.type("pd") == [Sheet(0, "p2", "product"), Sheet(1, "p2", "3")]


def test_arrows_and_enter_go_on(rig: EntryRig) -> None:
    QTest.keyClick(grid(rig), Qt.Key.Key_Left)
    assert at(rig) == ("p1", 0)
    rig.type("\n\n\n\n")
    assert at(rig) == ("", 0)
    QTest.keyClick(grid(rig), Qt.Key.Key_Up)
    assert at(rig) == ("p3", 0)


def test_backspace_clears_and_delete_removes_an_empty_sheet(rig: EntryRig) -> None:
    rig.type("a")
    QTest.keyClick(grid(rig), Qt.Key.Key_Up)
    assert rig.type("<<") == [Sheet(1, "p1", "")]
    QTest.keyClick(grid(rig), Qt.Key.Key_Delete)
    assert rig.events[-1] == Leave("p1")
    assert "p1" not in grid(rig).sheets.people


def test_a_question_with_a_verdict_asks_before_it_changes(rig: EntryRig) -> None:
    asked: list[int] = []
    rig.panel.requests.correction_requested.connect(asked.append)
    grid(rig).go_to("p1", 0)
    assert "Question 1 has its verdict: a letter asks first." in seen(rig.panel)
    assert rig.type("psp") == []
    assert asked == [0, 0, 0]
    rig.panel.requests.correction_requested.connect(rig.panel.correct)  # the trainer says yes
    assert rig.type("p") == [Sheet(0, "p1", "product")]
    rig.do(Next())
    asked.clear()
    grid(rig).go_to("p2", 0)
    rig.panel.requests.correction_requested.disconnect(rig.panel.correct)
    assert rig.type("s") == []
    assert asked == [0]


def test_what_is_no_answer_here_is_a_command(rig: EntryRig) -> None:
    keys: list[int] = []
    rig.window.keyPressEvent = lambda event: keys.append(event.key())  # type: ignore[method-assign]
    assert rig.type("re") == []
    left = "PageDown PageUp Space Period V N"
    pressed = [getattr(Qt.Key, f"Key_{name}") for name in left.split()]
    for key in pressed:
        QTest.keyClick(grid(rig), key)
    assert keys == [Qt.Key.Key_R, Qt.Key.Key_E, *pressed]


def test_it_says_what_can_be_typed(rig: EntryRig) -> None:
    assert "Question 2: type A to D" in seen(rig.panel)


def test_sheets_are_entered_after_the_lock_too(rig: EntryRig) -> None:
    rig.do(Next())
    assert rig.type("b") == [Sheet(1, "p1", "1")]


def test_a_question_that_was_answered_by_hands_has_no_sheets(qtbot: QtBot, appearance: Appearance) -> None:
    rig = EntryRig(qtbot, appearance, AnsweringMode.HANDS).open(position=1)
    rig.do(*PEOPLE, Switch(AnsweringMode.PAPER))
    rig.panel.take_focus()
    grid(rig).go_to("p1", 0)
    assert "Question 1 was not answered on paper." in seen(rig.panel)
    assert rig.type("p<\tb") == [Sheet(1, "p1", "1")]


def test_tab_leaves_the_grid_at_its_end_and_escape_anywhere(rig: EntryRig) -> None:
    grid(rig).go_to("", 1)
    QTest.keyClick(grid(rig), Qt.Key.Key_Up)
    rig.type("\t\t\t")
    assert not grid(rig).hasFocus()
    rig.panel.take_focus()
    rig.type("^")
    assert not grid(rig).hasFocus()


def test_plus_adds_a_sheet_and_goes_to_it(rig: EntryRig) -> None:
    rig.do(Leave("p3"))
    assert rig.type("+") == [Join("p4")]
    assert at(rig) == ("p4", 1)
    assert rig.type("b") == [Sheet(1, "p4", "1")]


def test_the_first_sheet(qtbot: QtBot, appearance: Appearance) -> None:
    rig = EntryRig(qtbot, appearance, AnsweringMode.PAPER)
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
    rig.type("\n")
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
    rig.panel.correct(0)
    grid(rig).go_to("p1", 0)
    rig.type("p")
    role = Qt.ItemDataRole.AccessibleTextRole
    sheets = grid(rig).sheets
    told = [sheets.index(0, column).data(role) for column in range(2)]
    assert told == ["Amara, question 1: Product", "Amara, question 2: no answer"]
    assert [sheets.headerData(row, Qt.Orientation.Vertical) for row in (0, 1, 3)] == [
        "Amara",
        "Sheet 2",
        "New sheet",
    ]
    node = QAccessible.queryAccessibleInterface(grid(rig))
    assert node.role() is QAccessible.Role.Table


def test_covered_answers_are_painted_alike(rig: EntryRig) -> None:
    rig.panel.cover(covered=True)
    pictures = []
    for letter in "ab":
        grid(rig).go_to("p1", 1)
        rig.type(letter)
        settle()
        pictures.append(grid(rig).grab().toImage())
    assert pictures[0] == pictures[1]
    rig.panel.cover(covered=False)
    assert grid(rig).grab().toImage() != pictures[1]
