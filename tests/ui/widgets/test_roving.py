"""Lists of which Tab goes to one part."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.roving import RovingFocus
from tests.ui.screen import press, to_front

Key = Qt.Key


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    return page


@pytest.fixture
def buttons(qtbot: QtBot, page: QWidget) -> list[QPushButton]:
    """A button, a list of three, and a button."""
    row = QHBoxLayout(page)
    made = [QPushButton(str(number)) for number in range(5)]
    roving = RovingFocus(page)
    for button in made:
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row.addWidget(button)
    for button in made[1:4]:
        roving.add(button)
    to_front(qtbot, page)
    made[0].setFocus()
    return made


def pressed(buttons: list[QPushButton], *keys: Qt.Key) -> str:
    """What has the focus after some keys."""
    for key in keys:
        press(buttons[0], key)
    focus = buttons[0].window().focusWidget()
    assert isinstance(focus, QPushButton)
    return focus.text()


def test_tab_goes_to_the_part_that_was_gone_to_last(buttons: list[QPushButton]) -> None:
    assert pressed(buttons, Key.Key_Tab) == "1"
    assert pressed(buttons, Key.Key_Tab) == "4"
    assert pressed(buttons, Key.Key_Backtab, Key.Key_Right, Key.Key_Down) == "3"
    assert pressed(buttons, Key.Key_Tab, Key.Key_Backtab) == "3"
    assert pressed(buttons, Key.Key_Right) == "3"
    assert pressed(buttons, Key.Key_Home) == "1"


def test_keys_at_the_sides_lead_as_the_layout_reads(buttons: list[QPushButton]) -> None:
    buttons[0].window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert pressed(buttons, Key.Key_Tab, Key.Key_Left) == "2"
    assert pressed(buttons, Key.Key_Right) == "1"


def test_each_part_says_which_it_is(buttons: list[QPushButton]) -> None:
    told = [button.accessibleDescription() for button in buttons]
    assert told == ["", *(f"{n} of 3, arrows lead to the others" for n in (1, 2, 3)), ""]
