"""The answer tiles and the rows of choices: how they are pressed, and what their states look like."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.question import Side
from quizapp.ui.question.choice_rows import ChoiceRow
from quizapp.ui.session.answer_tile import AnswerTile
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import BadgeKind
from quizapp.ui.style.sheet import RING
from quizapp.ui.style.theme import CONTRAST, THEMES

LONG = "The supplier goes on doing things after it has supplied it, and for as long as anybody pays."


@pytest.fixture(autouse=True)
def _still(appearance: Appearance) -> None:
    appearance.reduced_motion = True


@pytest.fixture
def tile(qtbot: QtBot, appearance: Appearance) -> AnswerTile:
    made = AnswerTile(appearance, Side.PRODUCT)
    qtbot.addWidget(made)
    made.resize(440, 240)
    return made


@pytest.fixture
def row(qtbot: QtBot, appearance: Appearance) -> ChoiceRow:
    made = ChoiceRow(appearance, "2", LONG)
    qtbot.addWidget(made)
    made.resize(900, made.heightForWidth(900))
    return made


def colours(widget: QWidget) -> Counter[str]:
    """How often each colour is painted."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(image.constBits()).cast("I"))
    return Counter({QColor.fromRgb(rgb).name().upper(): count for rgb, count in counted.items()})


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Select])
def test_a_tile_is_pressed_by_key(qtbot: QtBot, tile: AnswerTile, key: Qt.Key) -> None:
    with qtbot.waitSignal(tile.clicked):
        QTest.keyClick(tile, key)


def test_a_click_alone_leaves_no_answer_for_the_next_question(tile: AnswerTile) -> None:
    before = colours(tile)
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert tile.accessibleDescription() == ""
    assert colours(tile) == before


def test_a_tile_fills_while_it_is_pressed(appearance: Appearance, tile: AnswerTile) -> None:
    QTest.mousePress(tile, Qt.MouseButton.LeftButton)
    assert colours(tile).most_common(1)[0][0] == appearance.theme.product
    QTest.mouseRelease(tile, Qt.MouseButton.LeftButton)
    assert colours(tile).most_common(1)[0][0] == appearance.theme.product_soft


def test_the_fill_takes_its_time_where_motion_is_wanted(
    qtbot: QtBot, appearance: Appearance, tile: AnswerTile
) -> None:
    appearance.reduced_motion = False
    tile.set_chosen(True)
    assert colours(tile)[appearance.theme.product] < 1000
    qtbot.waitUntil(lambda: colours(tile)[appearance.theme.product] > 50_000)


def test_a_chosen_tile_says_so_even_when_it_is_switched_off(appearance: Appearance, tile: AnswerTile) -> None:
    tile.set_chosen(True)
    tile.setEnabled(False)
    assert tile.accessibleDescription() == "Your answer"
    assert colours(tile).most_common(1)[0][0] == appearance.theme.product


def test_a_tile_switched_off_has_no_colour_of_its_side(appearance: Appearance, tile: AnswerTile) -> None:
    tile.setEnabled(False)
    painted = colours(tile)
    assert painted[appearance.theme.product_mark] == 0
    assert painted[appearance.theme.product_soft] == 0


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_tile_is_never_lower_than_96_px_of_its_scale(
    appearance: Appearance, tile: AnswerTile, scale: float
) -> None:
    appearance.set_scale(scale)
    assert tile.minimumSizeHint().height() - 2 * RING == 96 * scale


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("height", [106, 240])
def test_every_state_of_a_tile_looks_different(
    appearance: Appearance, tile: AnswerTile, theme: str, height: int
) -> None:
    appearance.set_theme(THEMES[theme])
    tile.resize(440, height)
    seen = [colours(tile)]
    tile.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    seen.append(colours(tile))
    tile.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    tile.setEnabled(False)
    seen.append(colours(tile))
    tile.set_chosen(True)
    seen.append(colours(tile))
    assert all(a != b for index, a in enumerate(seen) for b in seen[:index])


def test_only_one_row_of_a_parent_is_chosen(qtbot: QtBot, appearance: Appearance) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    column = QVBoxLayout(panel)
    rows = [ChoiceRow(appearance, key, f"Reason {key}", panel) for key in "123"]
    for each in rows:
        column.addWidget(each)
    QTest.mouseClick(rows[0], Qt.MouseButton.LeftButton)
    QTest.keyClick(rows[2], Qt.Key.Key_Space)
    assert [each.isChecked() for each in rows] == [False, False, True]
    role = QAccessible.queryAccessibleInterface(rows[2]).role()
    assert role == QAccessible.Role.RadioButton


def test_the_words_of_a_row_wrap_instead_of_being_cut(appearance: Appearance, row: ChoiceRow) -> None:
    step = appearance.line_step("choice")
    assert row.heightForWidth(380) >= row.heightForWidth(900) + step
    appearance.set_scale(2.0)
    assert row.heightForWidth(900) > row.heightForWidth(1800)


def test_a_row_is_read_with_its_key_and_what_it_was(row: ChoiceRow) -> None:
    assert row.accessibleName() == f"2. {LONG}"
    assert row.accessibleDescription() == ""
    row.show_outcome(BadgeKind.NOT_THIS, "Your answer")
    assert row.accessibleDescription() == "Not quite, Your answer"


@pytest.mark.parametrize("kind", [None, BadgeKind.RIGHT])
def test_a_row_that_is_told_cannot_be_pressed_and_keeps_its_words_in_ink(
    appearance: Appearance, row: ChoiceRow, kind: BadgeKind | None
) -> None:
    row.setEnabled(False)
    assert colours(row)[appearance.theme.muted] > colours(row)[appearance.theme.ink]
    row.show_outcome(kind)
    painted = colours(row)
    assert not row.isEnabled()
    assert painted[appearance.theme.ink] > painted[appearance.theme.muted]
    assert (painted[appearance.theme.right] > 0) is (kind is not None)


def light(widget: QWidget) -> int:
    """How many pixels are nearer to white than to black."""
    return sum(count for name, count in colours(widget).items() if QColor(name).lightness() > 127)


def test_states_of_a_row_show_without_any_tint(qtbot: QtBot, appearance: Appearance) -> None:
    appearance.set_theme(CONTRAST)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(940, 200)
    row = ChoiceRow(appearance, "2", LONG, window)
    row.setGeometry(20, 60, 900, row.heightForWidth(900))
    window.show()
    row.clearFocus()
    rest = light(row)
    QTest.mouseMove(row, QPoint(200, 20))
    hovered = light(row)
    QTest.mouseMove(window, QPoint(1, 1))
    row.setEnabled(False)
    off = light(row)
    row.setChecked(True)
    assert off < rest < hovered
    assert light(row) > rest
