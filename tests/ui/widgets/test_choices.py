"""Chips and rows of options: what chooses them, what stands on them, and how they are laid out."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.theme import THEMES
from quizapp.ui.widgets.choices import ChipGroup, ChoiceChip, Option, OptionList, OptionRow
from quizapp.ui.widgets.layouts import ColumnsLayout
from tests.ui.screen import press, settle, to_front

OPTIONS = [Option("All", "", "20"), Option("Flagged", "None yet.", "0", enabled=False), Option("Missed")]


@pytest.fixture
def options(qtbot: QtBot, appearance: Appearance) -> OptionList:
    options = OptionList(appearance, "Which")
    qtbot.addWidget(options)
    options.resize(400, 400)
    options.show_options(OPTIONS, 0)
    to_front(qtbot, options)
    return options


@pytest.fixture
def chips(qtbot: QtBot, appearance: Appearance) -> ChipGroup:
    chips = ChipGroup(appearance, "Topics")
    qtbot.addWidget(chips)
    chips.show_chips(["cloud", "data", "fish & chips"])
    chips.resize(400, 100)
    to_front(qtbot, chips)
    return chips


def test_the_arrow_keys_choose_and_leave_out_what_makes_no_sense(qtbot: QtBot, options: OptionList) -> None:
    options.rows[0].setFocus()
    with qtbot.waitSignal(options.chosen) as request:
        press(options, Qt.Key.Key_Down)
    assert request.args == [2]
    assert options.rows[2].hasFocus()


def test_tab_reaches_the_chosen_row_alone(options: OptionList) -> None:
    assert [row.focusPolicy() for row in options.rows] == [
        Qt.FocusPolicy.StrongFocus,
        Qt.FocusPolicy.ClickFocus,
        Qt.FocusPolicy.ClickFocus,
    ]
    options.show_options(OPTIONS, 2)
    assert [row.focusPolicy() is Qt.FocusPolicy.StrongFocus for row in options.rows] == [False, False, True]


def test_rows_stay_the_same_widgets_while_their_number_does(options: OptionList) -> None:
    before = list(options.rows)
    options.show_options([*OPTIONS[:2], Option("Other")], 1)
    assert options.rows == before
    options.show_options(OPTIONS[:2], 1)
    assert [row.isChecked() for row in options.rows] == [False, True]


def test_a_row_says_its_figure_and_what_it_means(options: OptionList) -> None:
    node = QAccessible.queryAccessibleInterface(options.rows[1])
    assert node.text(QAccessible.Text.Name) == "Flagged, 0"
    assert node.text(QAccessible.Text.Description) == "None yet."
    assert node.role() is QAccessible.Role.RadioButton


def test_space_chooses_chips_each_for_itself_and_enter_does_not(qtbot: QtBot, chips: ChipGroup) -> None:
    for chip in chips.chips[:2]:
        chip.setFocus()
        with qtbot.waitSignal(chips.changed):
            press(chips, Qt.Key.Key_Space)
    assert chips.chosen == (0, 1)
    press(chips, Qt.Key.Key_Return)
    assert chips.chosen == (0, 1)


def test_a_chip_is_a_check_box_with_its_words_letter_by_letter(chips: ChipGroup) -> None:
    node = QAccessible.queryAccessibleInterface(chips.chips[2])
    assert (node.role(), chips.chips[2].accessibleName()) == (QAccessible.Role.CheckBox, "fish & chips")
    assert chips.chips[2].text() == "fish && chips"


def test_choosing_a_chip_moves_nothing(chips: ChipGroup) -> None:
    settle()
    before = [chip.geometry() for chip in chips.chips]
    chips.choose([0, 2])
    settle()
    assert [chip.geometry() for chip in chips.chips] == before


@pytest.mark.parametrize("scale", [1.0, 1.1, 1.25, 1.5, 1.75, 2.0])
@pytest.mark.parametrize("word", ["5", "10", "20", "All 12", "maintenance"])
def test_a_chip_has_room_for_its_words_in_both_weights(
    qtbot: QtBot, appearance: Appearance, scale: float, word: str
) -> None:
    appearance.set_scale(scale)
    chip = ChoiceChip(appearance, word)
    qtbot.addWidget(chip)
    width = chip.sizeHint().width() - chip._beside_words()
    heights = {chip._block(width, use).height for use in ("label", "label_strong")}
    assert heights == {appearance.line_step("label")}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("kind", [ChoiceChip, OptionRow])
def test_every_state_looks_different(
    qtbot: QtBot, appearance: Appearance, theme: str, kind: type[ChoiceChip | OptionRow]
) -> None:
    appearance.set_theme(THEMES[theme])
    pick = ChoiceChip(appearance, "word") if kind is ChoiceChip else OptionRow(appearance)
    qtbot.addWidget(pick)
    pick.resize(200, 60)
    to_front(qtbot, pick)
    shots = []
    for checked, enabled, focused in ((0, 1, 0), (1, 1, 0), (0, 0, 0), (1, 1, 1)):
        pick.setChecked(bool(checked))
        pick.setEnabled(bool(enabled))
        pick.setFocus() if focused else pick.clearFocus()
        shots.append(pick.grab().toImage())
    assert all(one != other for at, one in enumerate(shots) for other in shots[:at])


def test_a_row_that_gets_the_focus_comes_into_view(qtbot: QtBot, appearance: Appearance) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    options = OptionList(appearance, "Which")
    options.show_options([Option(str(n)) for n in range(30)], 0)
    area.setWidget(options)
    area.setWidgetResizable(True)
    area.resize(300, 200)
    to_front(qtbot, area)
    settle()
    options.rows[29].setFocus(Qt.FocusReason.TabFocusReason)
    assert area.viewport().rect().contains(options.rows[29].mapTo(area.viewport(), QRect().topLeft()))


@pytest.mark.parametrize(
    ("width", "lefts"), [(700, [0, 233, 466]), (500, [0, 250, 0]), (150, [0, 0, 0]), (60, [0, 0, 0])]
)
def test_columns_are_as_many_as_there_is_room_for(
    qtbot: QtBot, appearance: Appearance, width: int, lefts: list[int]
) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    layout = ColumnsLayout(appearance, 3, 200, box)
    parts = [QWidget() for _ in range(3)]
    for part in parts:
        QVBoxLayout(part)
        layout.addWidget(part)
    layout.setGeometry(QRect(0, 0, width, 500))
    assert [part.x() for part in parts] == lefts


def test_columns_are_mirrored_and_end_at_the_edge(qtbot: QtBot, appearance: Appearance) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    layout = ColumnsLayout(appearance, 3, 100, box)
    parts = [QWidget() for _ in range(3)]
    for part in parts:
        layout.addWidget(part)
    layout.setGeometry(QRect(0, 0, 500, 100))
    assert [(part.x(), part.geometry().right()) for part in parts] == [(334, 499), (167, 333), (0, 166)]


def test_a_click_chooses(qtbot: QtBot, options: OptionList) -> None:
    with qtbot.waitSignal(options.chosen):
        QTest.mouseClick(options.rows[2], Qt.MouseButton.LeftButton)
    assert options.rows[2].isChecked()
