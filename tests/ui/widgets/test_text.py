"""How a text behaves in a layout: it wraps, grows, follows the appearance and can be read aloud."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.style.appearance import TYPE, Appearance
from quizapp.ui.style.theme import THEMES
from quizapp.ui.widgets.text import Text

SENTENCE = "The supplier takes support calls, backs up the pay data every night and manages the storage. "


def inked(image: QImage) -> QRect:
    """The smallest rectangle around everything that differs from the first pixel."""
    ground = image.pixel(0, 0)
    spots = [
        (x, y) for y in range(image.height()) for x in range(image.width()) if image.pixel(x, y) != ground
    ]
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    return page


def show(page: QWidget, *texts: Text) -> None:
    column = page.layout()
    assert isinstance(column, QVBoxLayout)
    for text in texts:
        column.addWidget(text)
    column.addStretch(1)
    page.resize(600, 700)
    page.show()


@pytest.mark.parametrize("use", TYPE)
def test_in_a_layout_it_gets_the_height_its_lines_need(
    page: QWidget, appearance: Appearance, qapp: QApplication, use: str
) -> None:
    text = Text(appearance, use, SENTENCE * 2)
    show(page, text)
    for width in (600, 400, 700):
        page.resize(width, 2400)
        qapp.processEvents()
        assert text.height() == text.heightForWidth(width) == text.sizeHint().height()
        assert text.height() % appearance.line_step(use) == 0


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_ink_is_cut_off_at_its_natural_size(qtbot: QtBot, appearance: Appearance, scale: float) -> None:
    appearance.set_scale(scale)
    text = Text(appearance, "title", "Ågy|")
    qtbot.addWidget(text)
    sizes = []
    for spare in (0, 40):
        text.resize(text.sizeHint().width() + spare, appearance.line_step("title") + spare)
        sizes.append(inked(text.grab().toImage()).size())
    assert sizes[0] == sizes[1]


def test_larger_text_needs_more_room_at_once(page: QWidget, appearance: Appearance, qtbot: QtBot) -> None:
    text = Text(appearance, "body", SENTENCE)
    show(page, text)
    before = text.height()
    appearance.set_scale(2.0)
    qtbot.waitUntil(lambda: text.height() == text.heightForWidth(600) > 2 * before)


def test_it_shows_markup_letter_by_letter_and_says_the_same(qtbot: QtBot, appearance: Appearance) -> None:
    text = Text(appearance, "body", "<b>bold</b> & more")
    qtbot.addWidget(text)
    assert text.textFormat() == Qt.TextFormat.PlainText
    heard = QAccessible.queryAccessibleInterface(text)
    assert heard.role() == QAccessible.Role.StaticText
    assert heard.text(QAccessible.Text.Name) == "<b>bold</b> & more"
    text.setText("another")
    assert heard.text(QAccessible.Text.Name) == "another"


def test_the_colour_is_the_token_of_the_theme_in_force(qtbot: QtBot, appearance: Appearance) -> None:
    text = Text(appearance, "body", "words", "muted")
    qtbot.addWidget(text)
    for theme in THEMES.values():
        appearance.set_theme(theme)
        assert text.colour().name() == theme.muted.lower()
    text.set_colour("product")
    assert text.colour().name() == appearance.theme.product.lower()
    text.setEnabled(False)
    assert text.colour().name() == appearance.theme.muted.lower()


def test_it_can_be_squeezed_to_a_narrow_column_but_asks_for_a_readable_one(
    qtbot: QtBot, appearance: Appearance
) -> None:
    text = Text(appearance, "body", SENTENCE * 20)
    qtbot.addWidget(text)
    assert text.minimumSizeHint().width() <= 100
    assert text.sizeHint().width() == 640


def test_indented_text_starts_at_the_visible_edge_of_controls(qtbot: QtBot, appearance: Appearance) -> None:
    plain, indented = Text(appearance, "body", "|"), Text(appearance, "body", "|", inset=5)
    for text in (plain, indented):
        qtbot.addWidget(text)
        text.resize(200, 30)
    shift = inked(indented.grab().toImage()).left() - inked(plain.grab().toImage()).left()
    assert shift == 5


@pytest.mark.parametrize(
    ("vertical", "least", "most"),
    [
        (Qt.AlignmentFlag.AlignTop, 0, 30),
        (Qt.AlignmentFlag.AlignVCenter, 80, 110),
        (Qt.AlignmentFlag.AlignBottom, 170, 200),
    ],
)
def test_spare_height_goes_where_the_alignment_says(
    qtbot: QtBot, appearance: Appearance, vertical: Qt.AlignmentFlag, least: int, most: int
) -> None:
    text = Text(appearance, "body", "word")
    qtbot.addWidget(text)
    text.setAlignment(Qt.AlignmentFlag.AlignLeft | vertical)
    text.resize(200, 200)
    assert least <= inked(text.grab().toImage()).center().y() <= most


def test_in_a_right_to_left_window_it_starts_at_the_right(qtbot: QtBot, appearance: Appearance) -> None:
    text = Text(appearance, "body", "word")
    qtbot.addWidget(text)
    text.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    text.resize(300, 30)
    assert inked(text.grab().toImage()).left() > 200
