"""The page's column: centred, never too wide, never sideways."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.sheet import RING
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.keycaps import KeyHints
from quizapp.ui.widgets.layouts import FlowLayout
from quizapp.ui.widgets.page import ScrollPage
from quizapp.ui.widgets.reading import ReadingText
from quizapp.ui.widgets.text import Text
from tests.ui.screen import cut_off, settle

SENTENCE = "The supplier takes support calls, backs up the pay data and manages the storage. "


class Page(ScrollPage):
    """A card with a document, buttons that wrap, and a line of hints."""

    def __init__(self) -> None:
        super().__init__()
        self.card, self.text, self.reading = (
            Card(),
            Text("lead", SENTENCE),
            ReadingText("scenario", "Scenario"),
        )
        self.button, row, hints = (
            Button("Start ten questions", key="Enter", icon="arrow-right"),
            FlowLayout(),
            KeyHints(),
        )
        self.reading.setText(SENTENCE * 3)
        hints.set_hints([(("P", "S"), "answer"), (("U",), "undo"), (("?",), "all shortcuts")])
        self.card.body.addWidget(self.text)
        self.card.body.addWidget(self.reading)
        self.card.body.addLayout(row)
        row.addWidget(self.button)
        row.addWidget(Button("Choose yourself", "quiet"))
        self.column.addWidget(self.card)
        self.column.addWidget(hints)
        self.column.addStretch(1)

    def show_at(self, width: int, height: int) -> None:
        self.resize(width, height)
        self.show()
        settle()


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    return page


def edges(page: ScrollPage, part: QWidget) -> tuple[int, int]:
    """Where the visible edges of a part stand on the page."""
    left = part.mapTo(page, QPoint(RING, 0)).x()
    return left, left + part.width() - 2 * RING


@pytest.mark.parametrize(
    ("width", "visible", "left"),
    [(1920, 908, 506), (1100, 908, 96), (1024, 908, 58), (980, 884, 48), (880, 832, 24), (700, 652, 24)],
)
def test_the_visible_column_is_centred_between_its_margins(
    page: Page, width: int, visible: int, left: int
) -> None:
    page.show_at(width, 900)
    assert edges(page, page.card) == (left, left + visible)


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_words_and_buttons_begin_at_one_edge(
    page: Page, appearance: Appearance, scale: float, direction: Qt.LayoutDirection
) -> None:
    appearance.set_scale(scale)
    page.setLayoutDirection(direction)
    page.show_at(1100, 900)
    at_start = 0 if direction == Qt.LayoutDirection.LeftToRight else 1
    starts = {edges(page, part)[at_start] for part in (page.text, page.reading, page.button)}
    assert len(starts) == 1


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [1024, 700])
def test_it_scrolls_down_but_never_sideways(
    page: Page, appearance: Appearance, width: int, scale: float
) -> None:
    appearance.set_scale(scale)
    page.show_at(width, 300)
    assert isinstance(page, QScrollArea)
    assert page.horizontalScrollBar().maximum() == 0
    assert page.verticalScrollBar().maximum() > 0
    assert cut_off(page) == []


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize("width", [1920, 1024, 700])
def test_nothing_moves_sideways_when_the_scroll_bar_comes(
    page: Page, width: int, direction: Qt.LayoutDirection
) -> None:
    page.setLayoutDirection(direction)
    positions = []
    for height in (900, 200):
        page.show_at(width, height)
        positions.append((page.card.mapTo(page, QPoint()), page.card.size()))
        assert page.verticalScrollBar().isVisible() is (height == 200)
    assert positions[0] == positions[1]


def test_the_column_keeps_up_with_a_change_of_text_size(page: Page, appearance: Appearance) -> None:
    page.show_at(1920, 900)
    appearance.set_scale(1.5)
    settle()
    left, right = edges(page, page.card)
    assert right - left == 908 * 1.5


def test_a_page_that_was_wide_becomes_narrow_at_once(page: Page) -> None:
    for width in (1920, 700, 1100):
        page.show_at(width, 500)
        assert page.width() == width
        assert page.horizontalScrollBar().maximum() == 0


def fades(page: Page) -> list[str]:
    """The edges at which the contents fade out."""
    frames = [frame for frame in page.findChildren(QFrame) if frame.property("fade") and frame.isVisible()]
    return [str(frame.property("fade")) for frame in frames]


def test_contents_fade_out_where_there_is_more(page: Page) -> None:
    page.show_at(700, 200)
    bar = page.verticalScrollBar()
    found = []
    for value in (0, bar.maximum() // 2, bar.maximum()):
        bar.setValue(value)
        found.append(fades(page))
    assert found == [["bottom"], ["top", "bottom"], ["top"]]
    page.show_at(700, 900)
    assert fades(page) == []
