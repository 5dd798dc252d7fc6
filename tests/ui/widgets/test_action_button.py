"""How a painted button behaves: as a button, in every state and at every size."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent, QFontMetricsF, QImage, QTransform
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.theme import THEMES, Theme
from quizapp.ui.widgets.buttons import ActionButton

KINDS = ("filled", "outline", "quiet")


@pytest.fixture
def button(qtbot: QtBot, appearance: Appearance) -> ActionButton:
    button = ActionButton(appearance, "Start ten questions", key="Enter", icon="arrow-right", icon_after=True)
    qtbot.addWidget(button)
    button.show()
    button.setFocus()
    return button


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_it(qtbot: QtBot, button: ActionButton, key: Qt.Key) -> None:
    with qtbot.waitSignal(button.clicked, timeout=500):
        QTest.keyClick(button, key)


def test_a_click_presses_it_unless_it_is_disabled(button: ActionButton) -> None:
    presses = QSignalSpy(button.clicked)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    button.setEnabled(False)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert presses.count() == 1


@pytest.mark.parametrize("words", ["Next question", "Keep & send", "&File", "<b>Bold</b>"])
def test_it_is_called_what_it_says(qtbot: QtBot, appearance: Appearance, words: str) -> None:
    button = ActionButton(appearance, words, "outline", key="R")
    qtbot.addWidget(button)
    heard = QAccessible.queryAccessibleInterface(button)
    assert heard.role() == QAccessible.Role.Button
    assert heard.text(QAccessible.Text.Name) == words
    assert heard.text(QAccessible.Text.Description) == "Key: R"
    assert button.shortcut().isEmpty()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("kind", KINDS)
def test_the_natural_size_holds_the_words_on_one_line(
    qtbot: QtBot, appearance: Appearance, kind: str, scale: float
) -> None:
    appearance.set_scale(scale)
    normal, large = (
        ActionButton(appearance, "Practise these three", kind, large=large) for large in (False, True)
    )
    for button, height in ((normal, 44), (large, 54)):
        qtbot.addWidget(button)
        assert button.inset == appearance.px(5)
        assert button.sizeHint().height() == appearance.px(height) + 2 * button.inset
        use = "choice" if kind == "quiet" else "choice_strong"
        words = QFontMetricsF(appearance.font(use)).horizontalAdvance("Practise these three")
        assert button.sizeHint().width() >= words + 2 * button.inset + 36


def test_a_style_sheet_applied_anew_does_not_bring_old_letters_back(
    qtbot: QtBot, qapp: QApplication, appearance: Appearance
) -> None:
    button = ActionButton(appearance, "Open a bank")
    qtbot.addWidget(button)
    width = button.sizeHint().width()
    appearance.set_scale(2.0)
    grown = button.sizeHint().width()
    qapp.setStyleSheet("QMenu { color: red; }")
    button.show()
    appearance.changed.emit()
    assert button.sizeHint().width() == grown > 1.5 * width


def test_in_a_narrow_column_the_words_wrap_and_it_grows(qtbot: QtBot, appearance: Appearance) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    button = ActionButton(appearance, "Next question with rather a long text", key="Enter")
    column = QVBoxLayout(page)
    column.addWidget(button)
    column.addStretch(1)
    page.resize(240, 300)
    page.show()
    assert button.width() < button.sizeHint().width()
    assert button.height() == button.heightForWidth(button.width()) > 54
    assert button.minimumSizeHint().width() <= button.width()


def picture(button: ActionButton) -> QImage:
    return button.grab().toImage()


def hover(button: ActionButton, *, inside: bool) -> None:
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, inside)
    at = QPointF(20, 20)
    event = QEnterEvent(at, at, at) if inside else QEvent(QEvent.Type.Leave)
    QApplication.sendEvent(button, event)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("kind", KINDS)
def test_every_state_looks_different_in_every_theme(
    qtbot: QtBot, appearance: Appearance, kind: str, theme: Theme
) -> None:
    appearance.set_theme(theme)
    button = ActionButton(appearance, "Resume", kind, key="R", icon="rotate-ccw")
    qtbot.addWidget(button)
    with qtbot.waitActive(button):
        button.show()
    button.clearFocus()
    hover(button, inside=False)
    states = [picture(button)]
    hover(button, inside=True)
    states.append(picture(button))
    button.setDown(True)
    states.append(picture(button))
    button.setDown(False)
    hover(button, inside=False)
    button.setFocus()
    states.append(picture(button))
    button.clearFocus()
    button.setEnabled(False)
    states.append(picture(button))
    same = [(at, before) for at, one in enumerate(states) for before in range(at) if one == states[before]]
    assert same == []


@pytest.mark.parametrize("words", ["Done", "ابدأ الآن"])
def test_in_a_wide_button_the_words_stand_in_the_middle(
    qtbot: QtBot, appearance: Appearance, words: str
) -> None:
    button = ActionButton(appearance, words, "quiet")
    qtbot.addWidget(button)
    button.resize(400, 54)
    image = button.grab().toImage()
    ground = image.pixel(0, 0)
    inked = [x for x in range(400) if any(image.pixel(x, y) != ground for y in range(54))]
    assert abs(min(inked) + max(inked) - 400) <= 8


def test_in_a_right_to_left_window_the_key_stands_at_the_left(button: ActionButton) -> None:
    before = picture(button)
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = picture(button).transformed(QTransform.fromScale(-1, 1))
    key = mirrored.copy(mirrored.width() - 80, 0, 80, mirrored.height())
    edge = [y for y in range(key.height()) if key.pixel(15, y) == before.pixel(before.width() - 65, y)]
    assert len(edge) > key.height() * 0.8
