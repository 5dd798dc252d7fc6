"""The page's column: centred, never too wide, never sideways."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.buttons import ActionButton
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.keycaps import KeyHints
from quizapp.ui.widgets.layouts import ControlRow
from quizapp.ui.widgets.page import ScrollPage
from quizapp.ui.widgets.text import Text

SENTENCE = "The supplier takes support calls, backs up the pay data and manages the storage. "


def filled(qtbot: QtBot, appearance: Appearance) -> tuple[ScrollPage, Card]:
    page, card, hints, row = (
        ScrollPage(appearance),
        Card(appearance),
        KeyHints(appearance),
        ControlRow(appearance),
    )
    qtbot.addWidget(page)
    hints.set_hints([(("P", "S"), "answer"), (("U",), "undo"), (("?",), "all shortcuts")])
    card.body.addWidget(Text(appearance, "scenario", SENTENCE * 3))
    card.body.addLayout(row)
    row.addWidget(
        ActionButton(appearance, "Start ten questions", key="Enter", icon="arrow-right", large=True)
    )
    row.addWidget(ActionButton(appearance, "Choose yourself", "quiet"))
    page.column.addWidget(card)
    page.column.addWidget(hints)
    page.column.addStretch(1)
    return page, card


def resized(page: ScrollPage, app: QApplication, width: int, height: int) -> None:
    page.resize(width, height)
    page.show()
    app.processEvents()


@pytest.mark.parametrize(
    ("width", "visible", "left"),
    [(1920, 908, 506), (1100, 908, 96), (1024, 908, 58), (980, 884, 48), (880, 832, 24), (700, 652, 24)],
)
def test_the_visible_column_is_centred_between_its_margins(
    qtbot: QtBot, qapp: QApplication, appearance: Appearance, width: int, visible: int, left: int
) -> None:
    page, card = filled(qtbot, appearance)
    resized(page, qapp, width, 900)
    assert card.mapTo(page, QPoint(card.inset, 0)).x() == left
    assert card.width() - 2 * card.inset == visible


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [1024, 700])
def test_it_scrolls_down_but_never_sideways(
    qtbot: QtBot, qapp: QApplication, appearance: Appearance, width: int, scale: float
) -> None:
    page, card = filled(qtbot, appearance)
    appearance.set_scale(scale)
    resized(page, qapp, width, 300)
    assert isinstance(page, QScrollArea)
    assert page.horizontalScrollBar().maximum() == 0
    assert page.verticalScrollBar().maximum() > 0
    assert card.height() == card.heightForWidth(card.width())


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("width", [1920, 1024, 700])
def test_nothing_moves_sideways_when_the_scroll_bar_comes(
    qtbot: QtBot, qapp: QApplication, appearance: Appearance, width: int, direction: Qt.LayoutDirection
) -> None:
    page, card = filled(qtbot, appearance)
    page.setLayoutDirection(direction)
    positions = []
    for height in (900, 200):
        resized(page, qapp, width, height)
        positions.append((card.mapTo(page, QPoint()), card.size()))
        assert page.verticalScrollBar().isVisible() is (height == 200)
    assert positions[0] == positions[1]


def test_the_column_keeps_up_with_a_change_of_text_size(
    qtbot: QtBot, qapp: QApplication, appearance: Appearance
) -> None:
    page, card = filled(qtbot, appearance)
    resized(page, qapp, 1920, 900)
    appearance.set_scale(1.5)
    qapp.processEvents()
    assert card.width() == 908 * 1.5 + 2 * card.inset
