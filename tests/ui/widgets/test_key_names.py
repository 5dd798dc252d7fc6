"""Keys as caps with words between: what is heard, and that they break rather than cut."""

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.keycaps import KeyNames


@pytest.fixture
def keys(qtbot: QtBot, appearance: Appearance) -> KeyNames:
    keys = KeyNames(appearance, "[Page Up] or [Page Down]")
    qtbot.addWidget(keys)
    return keys


def test_they_are_read_without_their_brackets(keys: KeyNames) -> None:
    heard = QAccessible.queryAccessibleInterface(keys)
    assert heard.role() == QAccessible.Role.StaticText
    assert heard.text(QAccessible.Text.Name) == "Page Up or Page Down"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_they_stand_on_one_line_where_there_is_room_and_on_more_where_not(
    keys: KeyNames, appearance: Appearance, scale: float
) -> None:
    appearance.set_scale(scale)
    least, natural = keys.minimumSizeHint().width(), keys.sizeHint().width()
    assert keys.heightForWidth(natural) == 22 * scale
    assert keys.heightForWidth(least) > 44 * scale
    for width in range(least, natural):
        assert all(rect.left() >= 0 and rect.right() <= width for *_, rect in keys._placed(width))
