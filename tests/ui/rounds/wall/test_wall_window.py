"""The window on the projector: it shows the wall, and leaves the keyboard alone."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest

from quizapp.ui.rounds.wall.window import WallWindow
from quizapp.ui.style.appearance import Appearance
from tests.ui.screen import settle

pytestmark = pytest.mark.smoke


@pytest.fixture
def wall(appearance: Appearance) -> WallWindow:
    made = WallWindow(appearance)
    made.go_to(QGuiApplication.primaryScreen())
    settle()
    return made


def test_it_fills_its_screen_with_the_wall(wall: WallWindow) -> None:
    area = QGuiApplication.primaryScreen().geometry()
    assert wall.isFullScreen()
    assert wall.geometry() == area
    assert wall.frame.size() == area.size()
    assert wall.cursor().shape() is Qt.CursorShape.BlankCursor


def test_it_does_not_ask_for_the_keyboard(wall: WallWindow) -> None:
    assert wall.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert wall.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_keys_that_reach_it_all_the_same_are_handed_on(wall: WallWindow) -> None:
    heard: list[QKeyEvent] = []
    wall.key_pressed.connect(heard.append)
    QTest.keyClick(wall, Qt.Key.Key_Space)
    QTest.keyClick(wall, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    pressed = [event for event in heard if event.type() is QEvent.Type.KeyPress]
    assert [event.key() for event in pressed] == [Qt.Key.Key_Space, Qt.Key.Key_Control, Qt.Key.Key_R]
    assert pressed[2].modifiers() == Qt.KeyboardModifier.ControlModifier
    let_go = [event for event in heard if event.type() is QEvent.Type.KeyRelease]
    assert next(event.key() for event in let_go) == Qt.Key.Key_Space


def test_escape_does_nothing(wall: WallWindow) -> None:
    heard: list[QKeyEvent] = []
    wall.key_pressed.connect(heard.append)
    QTest.keyClick(wall, Qt.Key.Key_Escape)
    assert not heard
    assert wall.isVisible()


def test_a_close_is_told_and_hiding_is_not(wall: WallWindow) -> None:
    heard: list[bool] = []
    wall.closed.connect(lambda: heard.append(True))
    wall.hide()
    assert not heard
    wall.show()
    wall.close()
    assert heard == [True]
