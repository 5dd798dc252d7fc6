"""How labels behave: they wrap, grow, follow the style sheet, show every letter and can be read aloud."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.text_layout import wrapped
from quizapp.ui.style.theme import THEMES
from quizapp.ui.style.type import TYPE
from quizapp.ui.widgets.text import Text, button_text
from tests.ui.screen import cut_off, settle

SENTENCE = "The supplier takes support calls, backs up the pay data every night and manages the storage. "
PATH = "/home/jane/" + "a-folder-of-hers/" * 12 + "attempts.sqlite"


def inked(image: QImage) -> QRect:
    """The smallest rectangle around everything that differs from the first pixel."""
    ground = image.pixel(0, 0)
    spots = [
        (x, y) for y in range(image.height()) for x in range(image.width()) if image.pixel(x, y) != ground
    ]
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


def colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    return page


def show(page: QWidget, text: Text, width: int = 600) -> Text:
    column = page.layout()
    assert isinstance(column, QVBoxLayout)
    column.addWidget(text)
    column.addStretch(1)
    page.resize(width, 2400)
    page.show()
    settle()
    return text


@pytest.mark.parametrize("use", TYPE)
def test_in_a_layout_it_gets_the_height_its_lines_need(page: QWidget, use: str) -> None:
    text = show(page, Text(use, SENTENCE * 2))
    for width in (600, 400, 700):
        page.resize(width, 2400)
        settle()
        assert text.height() == text.heightForWidth(width) == text.sizeHint().height()
        assert cut_off(page) == []


@pytest.mark.parametrize("use", TYPE)
def test_size_and_weight_are_those_of_its_use_at_every_text_size(
    page: QWidget, appearance: Appearance, use: str
) -> None:
    text = show(page, Text(use, "words"))
    for scale in (1.0, 1.5, 2.0):
        appearance.set_scale(scale)
        settle()
        assert text.font().pixelSize() == round(TYPE[use].size * scale)
        assert text.font().weight() == TYPE[use].weight
        assert text.font().family() == appearance.family


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_ink_is_cut_off_at_its_natural_size(page: QWidget, appearance: Appearance, scale: float) -> None:
    appearance.set_scale(scale)
    text = show(page, Text("title", "Ågjy"))
    sizes = []
    for spare in (0, 40):
        text.resize(text.sizeHint().width() + spare, text.sizeHint().height() + spare)
        sizes.append(inked(text.grab().toImage()).size())
    assert sizes[0] == sizes[1]


def test_larger_text_needs_more_room_at_once(page: QWidget, appearance: Appearance) -> None:
    text = show(page, Text("body", SENTENCE))
    before = text.height()
    appearance.set_scale(2.0)
    settle()
    assert text.height() == text.heightForWidth(600) > 2 * before


def test_it_shows_markup_letter_by_letter_and_says_the_same(qtbot: QtBot) -> None:
    text = Text("body", "<b>bold</b> & more")
    qtbot.addWidget(text)
    assert text.textFormat() == Qt.TextFormat.PlainText
    heard = QAccessible.queryAccessibleInterface(text)
    assert heard.role() == QAccessible.Role.StaticText
    assert heard.text(QAccessible.Text.Name) == "<b>bold</b> & more"
    text.setText("another")
    assert heard.text(QAccessible.Text.Name) == "another"


@pytest.mark.parametrize("tone", ["ink", "muted", "product", "service", "right", "wrong"])
@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_the_colour_is_the_token_of_the_theme_in_force(
    page: QWidget, appearance: Appearance, tone: str, theme: object
) -> None:
    text = show(page, Text("hero_number", "HH", tone))
    appearance.set_theme(THEMES[getattr(theme, "name", "")])
    settle()
    assert QColor(getattr(theme, tone)).name() in colours(text)
    text.set_tone("ink")
    text.setEnabled(False)
    settle()
    assert appearance.theme.muted.lower() in colours(text)


def test_another_use_and_tone_show_at_once(page: QWidget, appearance: Appearance) -> None:
    text = show(page, Text("body", "HHHH"))
    text.set_use("title")
    text.set_tone("product")
    settle()
    assert text.font().pixelSize() == TYPE["title"].size
    assert appearance.theme.product.lower() in colours(text)


def test_it_can_be_squeezed_to_a_narrow_column_but_asks_for_a_readable_one(page: QWidget) -> None:
    text = show(page, Text("body", SENTENCE * 20))
    assert text.minimumSizeHint().width() <= 100
    assert text.sizeHint().width() == 640


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_words_begin_four_px_from_the_side_reading_starts_at(
    page: QWidget, direction: Qt.LayoutDirection
) -> None:
    text = Text("body", "|")
    text.setLayoutDirection(direction)
    show(page, text, 300)
    ink = inked(text.grab().toImage())
    at_start = ink.left() if direction == Qt.LayoutDirection.LeftToRight else 299 - ink.right()
    assert at_start == pytest.approx(4, abs=3)


# -- words longer than a line --------------------------------------------------------------------


@pytest.mark.parametrize("words", [PATH, "x" * 150, "👩\u200d🔧" * 30, f"See {PATH} for it"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_word_longer_than_the_line_breaks_and_stays_what_it_is(
    page: QWidget, appearance: Appearance, words: str, scale: float
) -> None:
    appearance.set_scale(scale)
    text = show(page, Text("body", words), 300)
    assert page.width() == 300
    assert text.height() > 2 * TYPE["body"].line * scale
    assert text.text() == words
    assert QAccessible.queryAccessibleInterface(text).text(QAccessible.Text.Name) == words
    text.setText("short")
    assert QAccessible.queryAccessibleInterface(text).text(QAccessible.Text.Name) == "short"


def test_a_name_of_its_own_is_kept_whatever_it_says(qtbot: QtBot) -> None:
    text = Text("body", "More ↓")
    qtbot.addWidget(text)
    text.setAccessibleName("More below")
    for words in (PATH, "More ↓"):
        text.setText(words)
        assert text.accessibleName() == "More below"


@pytest.fixture(scope="module")
def font(qapp: QApplication) -> QFont:
    font = QFont(qapp.font())
    font.setPixelSize(15)
    return font


@given(text=st.text(max_size=200), width=st.integers(60, 700))
def test_wrapping_loses_no_letter_and_no_line_is_too_wide(font: QFont, text: str, width: int) -> None:
    text = " ".join(text.split())
    lines = wrapped(text, font, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert len(wrapped(text, font, 16_000_000)) == 1


@pytest.mark.parametrize("words", [SENTENCE, PATH, "a b c", ""])
@pytest.mark.parametrize("width", [60, 200, 600])
def test_lines_fit_their_width(font: QFont, words: str, width: int) -> None:
    measure: Callable[[str], float] = QFontMetricsF(font).horizontalAdvance
    assert all(measure(line) <= width + 1 for line in wrapped(words, font, width))


@pytest.mark.parametrize(("text", "doubled"), [("A & B", "A && B"), ("&&", "&&&&"), ("plain", "plain")])
def test_a_button_shows_every_ampersand(text: str, doubled: str) -> None:
    assert button_text(text) == doubled


def test_no_line_begins_with_a_per_cent_sign(qtbot: QtBot) -> None:
    said = "Between 20 % and 57 %: the band. A %1 %n stays."
    label = Text("body", said)
    qtbot.addWidget(label)
    assert QLabel.text(label) == "Between 20\u00a0% and 57\u00a0%: the band. A %1 %n stays."
    assert label.text() == label.accessibleName() == said
