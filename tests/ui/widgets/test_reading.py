"""Reading documents: as high as their text, selectable, and never anything but letters."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.theme import THEMES
from quizapp.ui.widgets.page import ScrollPage
from quizapp.ui.widgets.reading import Paragraph, ReadingText
from tests.ui.screen import cut_off, press, settle, to_front, torn, turn_wheel

SENTENCE = "The supplier takes support calls, backs up the pay data every night and manages the storage. "
HOSTILE = [
    "<b>bold</b> & <img src='file:///dev/zero'> &amp; <!-- x",
    "<html><body><h1>Title</h1></body></html>",
    "# heading\n* list\n1. number [link](https://example.invalid)",
    "a\tb\u00a0c  d",
    "e\u0301\u0323 👩\u200d🔧 עברית مرحبا \u200f \u2067x\u2069",
    "x" * 3000,
    "%s %1 {count} {0} \\n ${x}",
    "one\ntwo\n\nthree",
]


@pytest.fixture
def page(qtbot: QtBot) -> ScrollPage:
    page = ScrollPage()
    qtbot.addWidget(page)
    page.resize(600, 400)
    return page


@pytest.fixture
def reading(page: ScrollPage, qtbot: QtBot) -> ReadingText:
    reading = ReadingText("body", "Scenario")
    page.column.addWidget(reading)
    page.column.addStretch(1)
    reading.setText(SENTENCE * 3)
    to_front(qtbot, page)
    settle()
    return reading


@pytest.mark.parametrize("text", HOSTILE)
def test_every_letter_stands_there_and_nothing_is_markup(reading: ReadingText, text: str) -> None:
    reading.setText(text)
    settle()
    assert reading.text() == text
    assert reading.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n") == text
    heard = QAccessible.queryAccessibleInterface(reading)
    spoken = heard.textInterface()
    assert spoken is not None
    heard_text = spoken.text(0, spoken.characterCount()).replace("\u2028", "\n")
    assert heard_text.replace("\u00a0", " ") == text.replace("\u00a0", " ")
    assert cut_off(reading.window()) == []


def test_what_cannot_be_shown_is_a_sign(reading: ReadingText) -> None:
    reading.setText("a\0b \ud800 c")
    assert reading.toPlainText() == "a\ufffdb \ufffd c"


def test_it_loads_nothing_and_follows_no_link(reading: ReadingText) -> None:
    reading.setText("<img src='file:///etc/hostname'> https://example.invalid")
    assert not reading.openLinks()
    assert not reading.openExternalLinks()
    assert reading.anchorAt(QPoint(20, 10)) == ""
    assert reading.isReadOnly()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [400, 600, 900])
def test_it_is_as_high_as_its_text(
    page: ScrollPage, reading: ReadingText, appearance: Appearance, width: int, scale: float
) -> None:
    appearance.set_scale(scale)
    page.resize(width, 400)
    settle()
    assert reading.verticalScrollBar().maximum() == 0
    assert reading.height() == reading.heightForWidth(reading.width())
    assert reading.viewport().height() == pytest.approx(reading.document().size().height(), abs=1)
    assert torn(page) == []
    before = reading.height()
    reading.setText(SENTENCE * 9)
    settle()
    assert reading.height() > 2 * before


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_font_and_line_step_are_those_of_its_use(
    reading: ReadingText, appearance: Appearance, scale: float
) -> None:
    appearance.set_scale(scale)
    settle()
    block = reading.document().begin()
    assert block.blockFormat().lineHeight() == 22 * scale
    assert block.begin().fragment().charFormat().font().pixelSize() == 15 * scale


@pytest.mark.parametrize("theme", THEMES)
def test_colours_follow_the_theme(reading: ReadingText, appearance: Appearance, theme: str) -> None:
    reading.set_paragraphs([Paragraph("HHHH"), Paragraph("HHHH", "hero", "muted")])
    appearance.set_theme(THEMES[theme])
    settle()
    image = reading.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert {appearance.theme.ink.lower(), appearance.theme.muted.lower()} <= seen


# -- selecting and copying -----------------------------------------------------------------------


def test_words_can_be_selected_by_mouse_and_copied(reading: ReadingText) -> None:
    at = reading.cursorRect(QTextCursor(reading.document().begin())).center() + QPoint(60, 0)
    QTest.mouseDClick(reading.viewport(), Qt.MouseButton.LeftButton, pos=at)
    word = reading.textCursor().selectedText()
    assert word
    assert word in SENTENCE.split()
    QTest.keySequence(reading, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text() == word


def test_all_is_copied_as_plain_text_letter_by_letter(reading: ReadingText) -> None:
    reading.setText("<b>one</b> & two\nthree")
    reading.setFocus()
    QTest.keySequence(reading, QKeySequence(QKeySequence.StandardKey.SelectAll))
    QTest.keySequence(reading, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text() == "<b>one</b> & two\nthree"


def test_nobody_can_type_into_it(reading: ReadingText) -> None:
    reading.setFocus()
    QTest.keyClicks(reading, "abc")
    QTest.keyClick(reading, Qt.Key.Key_Delete)
    QTest.keySequence(reading, QKeySequence(QKeySequence.StandardKey.Paste))
    assert reading.toPlainText() == SENTENCE * 3


# -- keys, focus and the wheel -------------------------------------------------------------------


def test_tab_comes_to_it_and_leaves_it(qtbot: QtBot) -> None:
    page, before, reading, after = QWidget(), QLineEdit(), ReadingText("body", "Scenario"), QLineEdit()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    for part in (before, reading, after):
        column.addWidget(part)
    reading.setText(SENTENCE)
    to_front(qtbot, page)
    before.setFocus()
    press(page, Qt.Key.Key_Tab)
    assert reading.hasFocus()
    press(page, Qt.Key.Key_Tab)
    assert after.hasFocus()
    press(page, Qt.Key.Key_Backtab)
    assert reading.hasFocus()


def test_the_wheel_scrolls_the_page(page: ScrollPage, reading: ReadingText) -> None:
    reading.setText(SENTENCE * 40)
    settle()
    rect = reading.visibleRegion().boundingRect()
    assert rect.isValid()
    reading.clearFocus()
    turn_wheel(page)
    assert page.verticalScrollBar().value() > 0
    assert reading.verticalScrollBar().value() == 0
    assert not reading.hasFocus()


def test_the_page_follows_the_keyboard(page: ScrollPage, reading: ReadingText) -> None:
    reading.setText(SENTENCE * 40)
    settle()
    reading.setFocus()
    QTest.keyClick(reading, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    settle()
    bar = page.verticalScrollBar()
    assert bar.value() > 0.8 * bar.maximum()


# -- what screen readers find --------------------------------------------------------------------


def test_it_is_a_text_with_a_name_words_and_lines(reading: ReadingText) -> None:
    node = QAccessible.queryAccessibleInterface(reading)
    assert node.text(QAccessible.Text.Name) == "Scenario"
    assert node.role() in (QAccessible.Role.EditableText, QAccessible.Role.StaticText)
    assert node.state().readOnly
    text = node.textInterface()
    assert text is not None
    assert text.characterCount() == len(SENTENCE * 3)
    assert text.text(4, 12) == "supplier"
    assert text.characterRect(0).top() < text.characterRect(200).top()  # lines


@pytest.mark.parametrize("text", ["word", "كلمة"])
def test_in_a_right_to_left_window_it_starts_at_the_right(
    page: ScrollPage, reading: ReadingText, text: str
) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    reading.setText(text)
    settle()
    image = reading.grab().toImage()
    ground = image.pixel(image.width() // 2, 3)
    columns = [
        x
        for x in range(10, image.width() - 4)
        if any(image.pixel(x, y) != ground for y in range(5, image.height() - 5))
    ]
    assert min(columns) > image.width() / 2
