"""Two columns that become one where the width is short."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.layouts import TwoColumns
from quizapp.ui.widgets.text import Text

WORDS = "Words that wrap wherever the width is short. "


def made(qtbot: QtBot, width: int, direction: Qt.LayoutDirection) -> tuple[QWidget, QRect, QRect]:
    page = QWidget()
    qtbot.addWidget(page)
    page.setLayoutDirection(direction)
    columns = TwoColumns(20, 10, shares=(1, 3), least=400)
    page.setLayout(columns)
    first, second = Text("body", WORDS), Text("body", 9 * WORDS)
    columns.addWidget(first)
    columns.addWidget(second)
    page.resize(width, page.heightForWidth(width))
    page.show()
    return page, first.geometry(), second.geometry()


def test_the_columns_share_the_width_and_are_equally_high(qtbot: QtBot) -> None:
    page, first, second = made(qtbot, 420, Qt.LayoutDirection.LeftToRight)
    assert (first.left(), first.width(), second.left(), second.width()) == (0, 100, 120, 300)
    assert first.height() == second.height() == page.height()


def test_they_are_mirrored_where_reading_starts_at_the_right(qtbot: QtBot) -> None:
    _, first, second = made(qtbot, 420, Qt.LayoutDirection.RightToLeft)
    assert (first.left(), second.left()) == (320, 0)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_in_a_short_width_the_first_stands_above_the_second(
    qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    page, first, second = made(qtbot, 399, direction)
    assert first.width() == second.width() == 399
    assert (first.top(), second.top()) == (0, first.height() + 10)
    assert second.bottom() + 1 == page.height()


def test_what_is_short_follows_the_size_of_text(qtbot: QtBot, appearance: Appearance) -> None:
    appearance.set_scale(2.0)
    _, first, second = made(qtbot, 420, Qt.LayoutDirection.LeftToRight)
    assert second.top() > first.top()


def test_it_follows_its_contents_and_is_never_wider_than_one_of_them(
    qtbot: QtBot,
) -> None:
    page, _, _ = made(qtbot, 420, Qt.LayoutDirection.LeftToRight)
    before = page.heightForWidth(420)
    columns = page.layout()
    assert columns is not None
    assert columns.minimumSize().width() < columns.sizeHint().width()
    labels = page.findChildren(Text)
    labels[1].setText("Short.")
    assert page.heightForWidth(420) < before
