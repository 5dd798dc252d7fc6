"""How a button behaves: as a button, in every state and at every size, with its icon and key."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QImage, QMouseEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import quizapp.ui
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.sheet import RING
from quizapp.ui.style.theme import THEMES, Theme
from quizapp.ui.widgets.buttons import Button
from tests.ui.screen import settle

KINDS = ("filled", "outline", "quiet", "chip")
NARROWEST = 640 - 2 * 24  # px of a column in the narrowest window


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    return made


def put(page: QWidget, *buttons: Button) -> None:
    """Show buttons in a window, none of them in focus."""
    column = page.layout()
    assert isinstance(column, QVBoxLayout)
    for button in buttons:
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    page.show()
    page.activateWindow()
    assert QTest.qWaitForWindowActive(page)
    buttons[0].clearFocus()
    settle()


@pytest.fixture
def button(page: QWidget) -> Button:
    button = Button("Start ten questions", "filled", key="Enter", icon="arrow-right")
    put(page, button)
    button.setFocus()
    return button


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_it(qtbot: QtBot, button: Button, key: Qt.Key) -> None:
    with qtbot.waitSignal(button.clicked, timeout=500):
        QTest.keyClick(button, key)


def test_a_click_presses_it_unless_it_is_disabled(button: Button) -> None:
    presses = QSignalSpy(button.clicked)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    button.setEnabled(False)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert presses.count() == 1


@pytest.mark.parametrize("words", ["Next question", "Keep & send", "&File", "<b>Bold</b>"])
def test_it_is_called_what_it_says(qtbot: QtBot, words: str) -> None:
    button = Button(words, key="R")
    qtbot.addWidget(button)
    heard = QAccessible.queryAccessibleInterface(button)
    assert heard.role() == QAccessible.Role.Button
    assert heard.text(QAccessible.Text.Name) == words
    assert heard.text(QAccessible.Text.Description) == "Key: R"
    assert button.shortcut().isEmpty()
    button.set_key("")
    assert heard.text(QAccessible.Text.Description) == ""


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("kind", KINDS)
def test_the_natural_size_holds_the_words_in_both_weights(
    page: QWidget, appearance: Appearance, kind: str, scale: float
) -> None:
    appearance.set_scale(scale)
    button = Button("Practise these three", kind)
    put(page, button)
    font = button.font()
    font.setWeight(font.Weight.DemiBold)
    words = QFontMetricsF(font).horizontalAdvance("Practise these three")
    assert button.sizeHint().width() >= words + 2 * RING + 12
    assert button.sizeHint() == button.size()


def test_there_are_three_heights_and_they_grow_with_the_text(page: QWidget, appearance: Appearance) -> None:
    sizes = [Button("Go", small=True), Button("Go"), Button("Go", large=True)]
    put(page, *sizes)
    visible = [button.height() - 2 * RING for button in sizes]
    assert visible == [34, 44, 54]
    appearance.set_scale(2.0)
    settle()
    grown = [button.sizeHint().height() - 2 * RING for button in sizes]
    assert grown == pytest.approx([2 * height for height in visible], abs=3)


def test_larger_text_makes_it_larger_with_its_icon_and_key(button: Button, appearance: Appearance) -> None:
    size, icon = button.sizeHint(), button.iconSize()
    appearance.set_scale(2.0)
    settle()
    assert button.iconSize().width() > 1.8 * icon.width()
    assert button.sizeHint().width() > 1.6 * size.width()


def test_words_that_may_change_keep_the_room_of_the_longest(page: QWidget) -> None:
    button = Button("Flag", "quiet", key="F", room_for=("Flag", "Take the flag off"))
    put(page, button)
    width = button.sizeHint().width()
    for words in ("Take the flag off", "Flag"):
        button.setText(words)
        settle()
        assert button.sizeHint().width() == width


def test_another_name_for_screen_readers_changes_no_width(qtbot: QtBot) -> None:
    button = Button("Delete")
    qtbot.addWidget(button)
    width = button.sizeHint().width()
    button.setAccessibleName("Delete the round of 22 November, with 12 teams")
    assert button.sizeHint().width() == width


# -- states --------------------------------------------------------------------------------------


def picture(button: Button, *, under_mouse: bool = False) -> QImage:
    """A button as the window shows it, with room for its ring; where the real mouse is does not count."""
    settle()
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, under_mouse)
    point = QPointF(button.rect().center()) if under_mouse else QPointF(-9, -9)
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(
        QEvent.Type.MouseMove, point, button.mapToGlobal(point), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(button, moved)
    return button.window().grab(button.geometry()).toImage()


def states(button: Button) -> dict[str, QImage]:
    """A button at rest, and in all that it can be."""
    button.setCheckable(True)
    made = {}
    for name in ("rest", "hover", "pressed", "checked", "focus", "checked focus", "off", "checked off"):
        button.setChecked("checked" in name)
        button.setEnabled("off" not in name)
        button.setFocus() if "focus" in name else button.clearFocus()
        button.setDown(name == "pressed")
        made[name] = picture(button, under_mouse=name == "hover")
    return made


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("kind", KINDS)
def test_every_state_looks_different_in_every_theme(
    page: QWidget, appearance: Appearance, kind: str, theme: Theme
) -> None:
    appearance.set_theme(theme)
    button = Button("Resume", kind, key="R", icon="rotate-ccw")
    put(page, button)
    made = states(button)
    same = {(one, other) for one in made for other in made if one < other and made[one] == made[other]}
    same.discard(("checked", "pressed"))  # both are down
    if kind == "filled":  # the one filled button of a page cannot be chosen
        same = {pair for pair in same if "checked" not in "".join(pair)}
    assert same == set()


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_ring_is_round_and_has_a_gap(
    page: QWidget, appearance: Appearance, kind: str, theme: Theme, scale: float
) -> None:
    appearance.set_theme(theme)
    appearance.set_scale(scale)
    button = Button("Resume", kind)
    put(page, button)
    button.setFocus()
    image = picture(button)
    middle = image.height() // 2
    ground = page.palette().color(page.backgroundRole())
    assert image.pixelColor(0, 0) == ground  # a corner
    assert image.pixelColor(1, middle).name() == theme.focus.lower()
    if kind == "filled":
        assert image.pixelColor(3, middle) == ground  # the gap
        assert image.pixelColor(5, middle).name() == theme.ink.lower()


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_the_key_stands_behind_the_words(
    page: QWidget, qapp: QApplication, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    try:
        plain, keyed = Button("Resume"), Button("Resume", key="R")
        put(page, plain, keyed)
        for button in (plain, keyed):
            button.setFixedWidth(300)
        ink = [_inked(picture(button)) for button in (plain, keyed)]
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    behind = [abs(edge - 150) for edge in (ink[1][-1], ink[1][0])]
    assert max(ink[1]) - min(ink[1]) > max(ink[0]) - min(ink[0]) + 20
    assert behind == pytest.approx([behind[0]] * 2, abs=6)  # words and key together stand in the middle
    cap = ink[1][-20:] if direction == Qt.LayoutDirection.LeftToRight else ink[1][:20]
    assert cap == list(range(cap[0], cap[0] + 20))  # the edge of the cap has no holes


def _inked(image: QImage) -> list[int]:
    """The columns in which words, icon or key stand, without the edge of the button."""
    ground = image.pixel(40, image.height() // 2)
    lines = range(8, image.height() - 8)
    return [x for x in range(30, image.width() - 30) if any(image.pixel(x, y) != ground for y in lines)]


def test_icon_and_key_are_as_sharp_as_the_screen(button: Button) -> None:
    ratio = button.devicePixelRatioF()
    picture = button.icon().pixmap(button.iconSize(), ratio)
    assert picture.deviceIndependentSize().toSize() == button.iconSize()
    assert picture.width() == round(button.iconSize().width() * ratio)


def test_colours_of_icon_and_key_follow_the_theme(page: QWidget, appearance: Appearance) -> None:
    button = Button("Resume", key="R")
    put(page, button)
    before = button.icon().pixmap(button.iconSize()).toImage()
    appearance.set_theme(THEMES["dark"])
    settle()
    assert button.icon().pixmap(button.iconSize()).toImage() != before


# -- the words of the program --------------------------------------------------------------------


def words_on_buttons() -> set[str]:
    """What our own buttons say, as the sources have it."""
    found = set()
    for file in Path(quizapp.ui.__file__).parent.rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Button":
                first = call.args[0] if call.args else None
                if isinstance(first, ast.Call) and first.args and isinstance(first.args[0], ast.Constant):
                    found.add(str(first.args[0].value))
    return found


def test_no_button_is_wider_than_the_narrowest_window_at_the_largest_text(
    qtbot: QtBot, appearance: Appearance
) -> None:
    appearance.set_scale(2.0)
    found = words_on_buttons()
    assert len(found) > 20
    wide = []
    for words in found:
        button = Button(words)
        qtbot.addWidget(button)
        if button.sizeHint().width() > NARROWEST:
            wide.append(f"{words}: {button.sizeHint().width()}")
    assert wide == []
