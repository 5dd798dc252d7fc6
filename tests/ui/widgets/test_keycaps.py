"""The hint line: what it says, and that it breaks rather than cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.keycaps import CAP, KeyHints, KeyNames, cap_width, paint_cap
from tests.ui.screen import cut_off, settle, texts

HINTS = [(("P", "S"), "answer"), (("U",), "undo"), (("F",), "flag"), (("?",), "all shortcuts")]


@pytest.fixture
def hints(qtbot: QtBot) -> KeyHints:
    hints = KeyHints()
    qtbot.addWidget(hints)
    hints.set_hints(HINTS)
    return hints


def test_it_reads_keys_and_words_in_order(hints: KeyHints) -> None:
    heard = QAccessible.queryAccessibleInterface(hints)
    assert heard.role() == QAccessible.Role.Grouping
    assert heard.text(QAccessible.Text.Name) == "P, S: answer; U: undo; F: flag; ?: all shortcuts"
    assert texts(hints) == ["P", "S", "answer", "U", "undo", "F", "flag", "?", "all shortcuts"]


def test_it_is_one_line_where_there_is_room_and_more_where_not(
    hints: KeyHints, appearance: Appearance
) -> None:
    natural = hints.sizeHint()
    assert natural.height() == 22
    assert hints.heightForWidth(natural.width() // 2 + 20) == 2 * 22 + 4
    appearance.set_scale(2.0)
    settle()
    assert hints.heightForWidth(hints.sizeHint().width()) == pytest.approx(44, abs=2)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("text", ["[Page Up] or [Page Down]", "[P] or [←]"])
def test_names_of_keys_are_read_without_brackets_and_break_rather_than_cut(
    qtbot: QtBot, appearance: Appearance, text: str, scale: float
) -> None:
    appearance.set_scale(scale)
    keys = KeyNames(text)
    qtbot.addWidget(keys)
    heard = QAccessible.queryAccessibleInterface(keys)
    assert heard.text(QAccessible.Text.Name) == text.replace("[", "").replace("]", "")
    keys.show()
    settle()
    least, natural = keys.minimumSizeHint().width(), keys.sizeHint().width()
    assert keys.heightForWidth(natural) < keys.heightForWidth(least)
    for width in range(least, natural + 1, 5):
        keys.resize(width, keys.heightForWidth(width))
        assert cut_off(keys) == []
        assert all(keys.rect().contains(part.geometry()) for part in keys.findChildren(QLabel))


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_width_down_to_the_least_shows_all_hints(
    hints: KeyHints, appearance: Appearance, scale: float
) -> None:
    appearance.set_scale(scale)
    least, natural = hints.minimumSizeHint().width(), hints.sizeHint().width()
    heights = [hints.heightForWidth(width) for width in range(least, natural + 1)]
    assert heights == sorted(heights, reverse=True)
    assert heights[0] <= (len(HINTS) * 30 - 8) * scale


@given(text=st.text(min_size=1, max_size=12))
def test_a_painted_cap_is_never_narrower_than_its_text(family: str, text: str) -> None:
    assert family
    font = QApplication.font()
    font.setPixelSize(12)
    assert cap_width(text) >= max(24, QFontMetricsF(font).horizontalAdvance(text) + 8)


def test_a_painted_cap_keeps_to_its_rectangle(appearance: Appearance) -> None:
    image = QImage(100, 60, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    box = QRectF(10, 10, cap_width("Enter"), CAP)
    with QPainter(image) as painter:
        paint_cap(painter, box, "Enter", QColor(appearance.theme.ink))
    spots = [(x, y) for x in range(100) for y in range(60) if image.pixelColor(x, y).alpha()]
    assert spots
    assert all(box.adjusted(-1, -1, 1, 1).contains(x, y) for x, y in spots)
