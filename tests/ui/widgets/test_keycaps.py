"""The hint line: what it says, and that it breaks rather than cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAccessible, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.keycaps import KeyHints, KeyNames, keycap_size, paint_keycap
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
def test_a_cap_is_never_narrower_than_its_text(family: str, text: str) -> None:
    appearance = Appearance(family)
    size = keycap_size(text, appearance)
    advance = QFontMetricsF(appearance.font("caption")).horizontalAdvance(text)
    assert size.height() == 22
    assert size.width() >= max(22, advance + 8)


def test_a_cap_takes_its_own_size_at_a_point_or_fills_a_rectangle(appearance: Appearance) -> None:
    image = QImage(100, 100, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        at_point = paint_keycap(painter, QPointF(3, 4), "Enter", appearance)
        filled = paint_keycap(painter, QRectF(50, 50, 30, 30), "1", appearance, use="label_strong")
    assert at_point == QRectF(QPointF(3, 4), keycap_size("Enter", appearance))
    assert filled == QRectF(50, 50, 30, 30)
