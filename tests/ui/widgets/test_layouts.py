"""A page that is held is laid out once, at the end, and then completely."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.layouts import suspend_layout
from quizapp.ui.widgets.page import ScrollPage
from quizapp.ui.widgets.text import Text
from tests.ui.screen import settle

SENTENCE = "The supplier takes support calls, backs up the pay data and manages the storage. "


class Panel(QWidget):
    """Two texts in a layout of their own."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.texts = [Text("body", SENTENCE * times, parent=self) for times in (1, 3)]
        for text in self.texts:
            column.addWidget(text)

    def positions(self) -> list[QRect]:
        return [self.geometry(), *(text.geometry() for text in self.texts)]


@pytest.fixture
def page(qtbot: QtBot) -> ScrollPage:
    page = ScrollPage()
    qtbot.addWidget(page)
    page.resize(700, 900)
    return page


@pytest.fixture
def panels(page: ScrollPage) -> list[Panel]:
    panels = [Panel() for _ in range(3)]
    for panel in panels:
        page.column.addWidget(panel)
        panel.hide()
    page.column.addStretch(1)
    page.show()
    settle()
    return panels


def test_all_stands_in_its_place_before_the_next_event(page: ScrollPage, panels: list[Panel]) -> None:
    with suspend_layout(page):
        for panel in panels:
            panel.show()
            panel.texts[0].setText(SENTENCE * 2)
    at_once = [panel.positions() for panel in panels]
    settle()
    assert at_once == [panel.positions() for panel in panels]
    for panel in panels:
        assert all(text.height() == text.heightForWidth(text.width()) for text in panel.texts)


def test_what_grew_while_it_was_held_is_filled(page: ScrollPage, panels: list[Panel]) -> None:
    with suspend_layout(page):
        panels[0].show()
    panels[0].hide()
    page.resize(900, 900)
    settle()
    with suspend_layout(page):
        panels[0].show()
    margins = panels[0].contentsRect().width() - panels[0].texts[0].width()
    assert margins < 50
    settle()
    assert panels[0].contentsRect().width() - panels[0].texts[0].width() == margins


def test_nothing_moves_while_it_is_held(page: ScrollPage, panels: list[Panel]) -> None:
    panels[1].show()
    settle()
    before = panels[1].positions()
    with suspend_layout(page):
        panels[0].show()
        settle()
        assert panels[1].positions() == before
    assert panels[1].y() > before[0].y()


def test_an_error_does_not_leave_it_held(page: ScrollPage, panels: list[Panel]) -> None:
    with pytest.raises(ValueError, match="trouble"), suspend_layout(page):
        raise ValueError("trouble")
    panels[0].show()
    settle()
    assert panels[0].texts[0].width() > 500
