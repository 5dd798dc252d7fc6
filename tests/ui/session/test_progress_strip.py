"""The progress strip: what it says and how many segments it draws."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from pytestqt.qtbot import QtBot

from quizapp.ui.session.bars import ProgressStrip
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.sheet import RING


@pytest.fixture
def strip(qtbot: QtBot, appearance: Appearance) -> ProgressStrip:
    strip = ProgressStrip(appearance)
    qtbot.addWidget(strip)
    strip.resize(640, strip.sizeHint().height())
    return strip


def runs(strip: ProgressStrip) -> list[tuple[int, int, int]]:
    """Start, end and colour of every stretch along the middle that is not ground."""
    image = strip.grab().toImage()
    middle = image.height() // 2
    row = [image.pixel(x, middle) for x in range(image.width())]
    found, ground = [], row[0]
    for x, colour in enumerate(row):
        if colour != ground and (x == 0 or row[x - 1] == ground):
            found.append([x, x, colour])
        elif colour != ground:
            found[-1][1] = x
    return [(start, end, row[(start + end) // 2]) for start, end, _ in found]


@pytest.mark.parametrize(
    ("done", "total", "words"), [(0, 10, "1 of 10"), (3, 10, "4 of 10"), (10, 10, "10 of 10")]
)
def test_it_says_which_question_it_is(strip: ProgressStrip, done: int, total: int, words: str) -> None:
    strip.show_progress(done, total)
    heard = QAccessible.queryAccessibleInterface(strip)
    assert heard.role() == QAccessible.Role.ProgressBar
    assert heard.text(QAccessible.Text.Name) == "Progress"
    assert heard.text(QAccessible.Text.Description) == words
    assert heard.valueInterface().maximumValue() == total


def test_ten_questions_are_ten_segments_and_the_done_ones_ink(
    strip: ProgressStrip, appearance: Appearance
) -> None:
    strip.show_progress(3, 10, part=1.0)
    segments = runs(strip)
    inked = [QColor(colour).name() == appearance.theme.ink.lower() for _, _, colour in segments]
    assert inked == [True] * 4 + [False] * 6
    assert segments[0][0] == RING
    assert segments[-1][1] == 639 - RING


def test_too_many_questions_for_segments_become_one_bar(strip: ProgressStrip) -> None:
    strip.show_progress(300, 600)
    assert runs(strip)[0][0] == RING
    assert len(runs(strip)) < 5


def test_in_a_right_to_left_window_it_fills_from_the_right(
    strip: ProgressStrip, appearance: Appearance
) -> None:
    strip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    strip.show_progress(2, 10)
    assert QColor(runs(strip)[-1][2]).name() == appearance.theme.ink.lower()
