"""Chips and rows of options: what chooses them, what stands on them, and how they are laid out."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QListView, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.theme import THEMES
from quizapp.ui.widgets.choices import ChipGroup, Option, OptionList, OptionRow
from quizapp.ui.widgets.layouts import ColumnsLayout
from tests.ui.screen import cut_off, press, settle, to_front

OPTIONS = [Option("All", "", "20"), Option("Flagged", "None yet.", "0", enabled=False), Option("Missed")]
LONG = "Questions on which I was wrong the last time, with an & and a <b>tag</b> " + "x" * 60


@pytest.fixture
def options(qtbot: QtBot) -> OptionList:
    options = OptionList("Which")
    qtbot.addWidget(options)
    options.resize(400, 400)
    options.show_options(OPTIONS, 0)
    to_front(qtbot, options)
    return options


@pytest.fixture
def chips(qtbot: QtBot) -> ChipGroup:
    chips = ChipGroup("Topics")
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
    assert options.rows[2].button.hasFocus()


def test_tab_reaches_the_chosen_row_alone(qtbot: QtBot) -> None:
    page, options, after = QWidget(), OptionList("Which"), OptionRow()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(options)
    column.addWidget(after)
    for current in (0, 2):
        options.show_options(OPTIONS, current)
        to_front(qtbot, page)
        after.setFocus()
        press(page, Qt.Key.Key_Tab)
        assert options.rows[current].button.hasFocus()
        press(page, Qt.Key.Key_Tab)
        assert after.button.hasFocus()


def test_rows_stay_the_same_widgets_while_their_number_does(options: OptionList) -> None:
    before = list(options.rows)
    options.show_options([*OPTIONS[:2], Option("Other")], 1)
    assert options.rows == before
    options.show_options(OPTIONS[:2], 1)
    assert [row.isChecked() for row in options.rows] == [False, True]


def test_a_row_says_its_figure_and_what_it_means(options: OptionList) -> None:
    node = QAccessible.queryAccessibleInterface(options.rows[1].button)
    assert node.text(QAccessible.Text.Name) == "Flagged, 0"
    assert node.text(QAccessible.Text.Description) == "None yet."
    assert node.role() is QAccessible.Role.RadioButton


@pytest.mark.parametrize("place", ["button", "note", "far end"])
def test_a_click_anywhere_in_a_row_chooses_once(options: OptionList, place: str) -> None:
    options.show_options([Option("All"), Option("Missed", "Wrong the last time")], 0)
    settle()
    row, chosen = options.rows[1], QSignalSpy(options.chosen)
    at = {"button": QPoint(20, 15), "note": QPoint(60, row.height() - 12), "far end": QPoint(300, 15)}[place]
    target = row.childAt(at) or row
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(row, at))
    assert row.isChecked()
    assert chosen.count() == 1


def test_a_disabled_row_cannot_be_clicked(options: OptionList) -> None:
    row, chosen = options.rows[1], QSignalSpy(options.chosen)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(200, 15))
    assert (row.isChecked(), chosen.count()) == (False, 0)


@pytest.mark.parametrize("one_of", [True, False])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [300, 600, 900])
def test_long_words_wrap_and_stay_what_they_are(
    qtbot: QtBot, appearance: Appearance, width: int, scale: float, *, one_of: bool
) -> None:
    appearance.set_scale(scale)
    page = QWidget()
    qtbot.addWidget(page)
    row = OptionRow(one_of=one_of)
    row.show_option(LONG, "A note below it.", "24")
    column = QVBoxLayout(page)
    column.addWidget(row)
    column.addStretch(1)
    page.resize(width, 1400)
    to_front(qtbot, page)
    settle()
    assert page.width() == width
    assert cut_off(page) == []
    assert row.text() == LONG
    assert QAccessible.queryAccessibleInterface(row.button).text(QAccessible.Text.Name) == f"{LONG}, 24"
    size = row.size()
    row.setChecked(True)
    settle()
    assert row.size() == size


def test_words_stand_on_one_line_again_where_there_is_room(qtbot: QtBot) -> None:
    row = OptionRow()
    qtbot.addWidget(row)
    row.show_option("Ask “What decides it?” after each question")
    heights = []
    for width in (600, 200, 600):
        row.resize(width, row.heightForWidth(width))
        row.show()
        settle()
        heights.append(row.button.height())
    assert heights[0] == heights[2] < heights[1]


# -- chips ---------------------------------------------------------------------------------------


def test_space_chooses_chips_each_for_itself_and_enter_does_not(qtbot: QtBot, chips: ChipGroup) -> None:
    for chip in chips.chips[:2]:
        chip.setFocus()
        with qtbot.waitSignal(chips.changed):
            press(chips, Qt.Key.Key_Space)
    assert chips.chosen == (0, 1)
    press(chips, Qt.Key.Key_Return)
    assert chips.chosen == (0, 1)


def test_a_chip_can_be_checked_and_has_its_words_letter_by_letter(chips: ChipGroup) -> None:
    node = QAccessible.queryAccessibleInterface(chips.chips[2])
    assert node.text(QAccessible.Text.Name) == "fish & chips"
    assert node.state().checkable
    assert chips.chips[2].text() == "fish && chips"


def test_one_of_several_chips_stays_chosen(qtbot: QtBot) -> None:
    chips = ChipGroup("Length", one_of=True)
    qtbot.addWidget(chips)
    chips.show_chips(["5", "10", "20"], ["5 questions", "10 questions", "20 questions"])
    chips.choose([1])
    chips.chips[2].click()
    chips.chips[2].click()
    assert chips.chosen == (2,)
    assert chips.chips[2].accessibleName() == "20 questions"
    roles = {QAccessible.queryAccessibleInterface(chip).role() for chip in chips.chips}
    assert roles == {QAccessible.Role.RadioButton}


def test_choosing_a_chip_moves_nothing(chips: ChipGroup) -> None:
    settle()
    before = [chip.geometry() for chip in chips.chips]
    chips.choose([0, 2])
    settle()
    assert [chip.geometry() for chip in chips.chips] == before


def test_tab_goes_from_chip_to_chip(chips: ChipGroup) -> None:
    chips.chips[0].setFocus()
    for chip in chips.chips[1:]:
        press(chips, Qt.Key.Key_Tab)
        assert chip.hasFocus()


# -- looks ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("one_of", [True, False])
def test_every_state_of_a_row_looks_different(
    qtbot: QtBot, appearance: Appearance, theme: str, *, one_of: bool
) -> None:
    appearance.set_theme(THEMES[theme])
    page, row = QWidget(), OptionRow(one_of=one_of)
    qtbot.addWidget(page)
    row.show_option("word")
    QVBoxLayout(page).addWidget(row)
    to_front(qtbot, page)
    shots: list[QImage] = []
    for checked, enabled, focused in ((0, 1, 0), (0, 0, 0), (1, 1, 0), (1, 0, 0), (1, 1, 1)):
        row.setChecked(bool(checked))
        row.setEnabled(bool(enabled))
        row.button.setFocus() if focused else row.button.clearFocus()
        settle()
        shots.append(page.grab().toImage())
    assert all(one != other for at, one in enumerate(shots) for other in shots[:at])


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_note_begins_where_the_words_above_it_do(
    qtbot: QtBot, appearance: Appearance, scale: float, direction: Qt.LayoutDirection
) -> None:
    appearance.set_scale(scale)
    row = OptionRow()
    qtbot.addWidget(row)
    row.setLayoutDirection(direction)
    row.show_option("HHH", "HHH")
    row.resize(400, row.heightForWidth(400))
    row.show()
    settle()
    image, ratio = row.grab().toImage(), row.devicePixelRatioF()
    middle = round(row.button.geometry().bottom() * ratio)
    starts = []
    for top, bottom in ((0, middle), (middle, image.height())):
        columns = [x for x in range(image.width()) if _is_inked(image, x, top, bottom)]
        if direction == Qt.LayoutDirection.RightToLeft:
            columns = [image.width() - 1 - x for x in reversed(columns)]
        starts.append(next(x for x in columns if x > 36 * scale * ratio))
    assert starts[0] == pytest.approx(starts[1], abs=2 * scale * ratio)


def _is_inked(image: QImage, x: int, top: int, bottom: int) -> bool:
    ground = image.pixel(image.width() // 2, image.height() - 1)
    return any(image.pixel(x, y) != ground for y in range(top, bottom))


# -- layouts -------------------------------------------------------------------------------------


def test_a_row_that_gets_the_focus_comes_into_view(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    options = OptionList("Which")
    options.show_options([Option(str(n)) for n in range(30)], 0)
    area.setWidget(options)
    area.setWidgetResizable(True)
    area.resize(300, 200)
    to_front(qtbot, area)
    settle()
    options.rows[0].button.setFocus()
    for _ in range(29):
        press(area, Qt.Key.Key_Down)
    assert options.rows[29].button.hasFocus()
    assert area.viewport().rect().contains(options.rows[29].mapTo(area.viewport(), QPoint()))


@pytest.mark.parametrize(
    ("width", "lefts"), [(700, [0, 233, 466]), (500, [0, 250, 0]), (150, [0, 0, 0]), (60, [0, 0, 0])]
)
def test_columns_are_as_many_as_there_is_room_for(qtbot: QtBot, width: int, lefts: list[int]) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    layout = ColumnsLayout(3, 200, box)
    parts = [QWidget() for _ in range(3)]
    for part in parts:
        QVBoxLayout(part)
        layout.addWidget(part)
    layout.setGeometry(QRect(0, 0, width, 500))
    assert [part.x() for part in parts] == pytest.approx(lefts, abs=1)


def test_columns_are_mirrored_and_end_at_the_edge(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    layout = ColumnsLayout(3, 100, box)
    parts = [QWidget() for _ in range(3)]
    for part in parts:
        layout.addWidget(part)
    layout.setGeometry(QRect(0, 0, 500, 100))
    assert [part.x() for part in parts] == pytest.approx([333, 167, 0], abs=1)
    assert parts[0].geometry().right() == 499


def test_very_many_names_are_a_list_to_be_ticked(qtbot: QtBot) -> None:
    chips = ChipGroup("Topics")
    qtbot.addWidget(chips)
    names = [f"Topic {number}" for number in range(500)]
    chips.show_chips(names)
    chips.choose([3, 7])
    chips.show()
    (listed,) = chips.findChildren(QListView)
    assert (chips.chips, chips.chosen, listed.accessibleName()) == ([], (3, 7), "Topics")
    with qtbot.waitSignal(chips.changed):
        QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=row(listed, 1))
    listed.setCurrentIndex(listed.model().index(3, 0))
    with qtbot.waitSignal(chips.changed):
        QTest.keyClick(listed, Qt.Key.Key_Space)
    assert chips.chosen == (1, 7)
    chips.show_chips(names)
    assert chips.chosen == (1, 7)
    chips.show_chips(["Few"])
    assert (len(chips.chips), listed.isVisible()) == (1, False)
    assert not chips.chosen


def test_a_name_in_a_list_is_ticked_once_wherever_it_is_clicked(qtbot: QtBot) -> None:
    chips = ChipGroup("Topics")
    qtbot.addWidget(chips)
    chips.show_chips([f"Topic {number}" for number in range(100)])
    chips.show()
    (listed,) = chips.findChildren(QListView)
    box = row(listed, 0)
    box.setX(listed.visualRect(listed.model().index(0, 0)).left() + 12)
    for at in (box, row(listed, 2)):
        QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chips.chosen == (0, 2)


def row(listed: QListView, index: int) -> QPoint:
    return listed.visualRect(listed.model().index(index, 0)).center()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(("text", "ends_left"), [("הההה.", True), ("HHHH.", False)])
@pytest.mark.parametrize("one_of", [True, False])
def test_the_end_of_a_sentence_stands_where_its_own_words_end(
    qtbot: QtBot, direction: Qt.LayoutDirection, text: str, *, ends_left: bool, one_of: bool
) -> None:
    row = OptionRow(one_of=one_of)
    qtbot.addWidget(row)
    row.setLayoutDirection(direction)
    row.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its ring would be seen
    row.show_option(text)
    row.resize(300, 40)
    row.show()
    settle()
    image, ratio = row.grab().toImage(), row.devicePixelRatioF()
    indicator, edge = round(36 * ratio), round(8 * ratio)
    columns = range(indicator, image.width() - edge)
    if direction == Qt.LayoutDirection.RightToLeft:
        columns = range(edge, image.width() - indicator)
    heights = [sum(_is_inked(image, x, y, y + 1) for y in range(image.height())) for x in columns]
    inked = [height for height in heights if height]
    first, last = inked[0], inked[-1]
    assert (first < last / 2) if ends_left else (last < first / 2)
    assert row.button.accessibleName() == text
