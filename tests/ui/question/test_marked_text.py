"""Deciding words in a text on a page: the right words, on every line they stand on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from quizapp.domain.question import Side
from quizapp.ui.question.highlight import MarkedText
from quizapp.ui.style.appearance import Appearance

SCENARIO = "One 🛒 two three.\n\nA supplier runs it every night."


def made(
    qtbot: QtBot, appearance: Appearance, quotes: list[str], side: Side = Side.SERVICE, width: int = 400
) -> MarkedText:
    text = MarkedText(appearance, "body", SCENARIO, quotes, side)
    qtbot.addWidget(text)
    text.resize(width, text.heightForWidth(width))
    return text


def colours(text: MarkedText) -> set[str]:
    """The colours that are seen."""
    image = text.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {
        image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("side", Side)
def test_deciding_words_are_tinted_and_underlined(qtbot: QtBot, appearance: Appearance, side: Side) -> None:
    tint, line = (
        QColor(each).name().upper() for each in (appearance.theme.soft(side), appearance.theme.mark(side))
    )
    assert {tint, line} <= colours(made(qtbot, appearance, ["runs it"], side))
    assert not {tint, line} & colours(made(qtbot, appearance, [], side))


def test_each_mark_stands_at_its_words(qtbot: QtBot, appearance: Appearance) -> None:
    text = made(qtbot, appearance, ["two", "supplier  runs", "nowhere"])
    two, runs = text._pieces()
    metrics = text.fontMetrics()
    assert two.left() == pytest.approx(metrics.horizontalAdvance("One 🛒 "), abs=2)
    assert runs.left() == pytest.approx(metrics.horizontalAdvance("A "), abs=2)
    assert runs.width() == pytest.approx(metrics.horizontalAdvance("supplier runs"), abs=2)
    assert runs.top() - two.top() == 1.5 * appearance.line_step("body")


def test_words_that_wrap_are_marked_on_each_line(qtbot: QtBot, appearance: Appearance) -> None:
    text = made(qtbot, appearance, ["supplier runs it every"], width=90)
    pieces = list(text._pieces())
    assert len(pieces) > 1
    assert all(piece.right() <= 90 for piece in pieces)


def test_the_marks_are_told_and_the_text_stays_as_it_is(qtbot: QtBot, appearance: Appearance) -> None:
    text = made(qtbot, appearance, ["two", "runs it"])
    assert text.accessibleName() == SCENARIO
    assert text.accessibleDescription() == "Deciding words: two, runs it"
    assert text.textFormat() is Qt.TextFormat.PlainText
    assert made(qtbot, appearance, []).accessibleDescription() == ""
