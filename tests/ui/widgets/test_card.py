"""Cards and the rows of controls on them: edges line up and no text is cut off."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.theme import CONTRAST, LIGHT, Theme
from quizapp.ui.widgets.buttons import ActionButton
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.layouts import ControlRow
from quizapp.ui.widgets.text import Text

SENTENCE = "The supplier takes support calls, backs up the pay data and manages the storage. "


def test_a_card_that_may_not_grow_still_shows_all_its_text(
    qtbot: QtBot, qapp: QApplication, appearance: Appearance
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    card = Card(appearance)
    text = Text(appearance, "scenario", SENTENCE * 4)
    card.body.addWidget(text)
    card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    column = QVBoxLayout(page)
    column.addWidget(card)
    column.addWidget(QWidget(), 1)
    for width in (900, 400, 700):
        page.resize(width, 1400)
        page.show()
        qapp.processEvents()
        assert text.height() == text.heightForWidth(text.width())


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_buttons_line_up_with_the_text_above_them(
    qtbot: QtBot, qapp: QApplication, appearance: Appearance, scale: float, direction: Qt.LayoutDirection
) -> None:
    appearance.set_scale(scale)
    card, row = Card(appearance), ControlRow(appearance)
    qtbot.addWidget(card)
    text, button = Text(appearance, "lead", SENTENCE), ActionButton(appearance, "Start", large=True)
    card.body.addWidget(text)
    card.body.addLayout(row)
    row.addWidget(button)
    card.setLayoutDirection(direction)
    card.show()
    qapp.processEvents()
    leading = (
        QPoint(button.inset, 0)
        if direction == Qt.LayoutDirection.LeftToRight
        else QPoint(button.width() - button.inset, 0)
    )
    edge = (
        text.geometry().left() if direction == Qt.LayoutDirection.LeftToRight else text.geometry().right() + 1
    )
    assert button.mapTo(card, leading).x() == edge


def test_a_row_that_is_too_narrow_takes_two_lines(
    qtbot: QtBot, qapp: QApplication, appearance: Appearance
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    row = ControlRow(appearance)
    buttons = [ActionButton(appearance, words, "outline") for words in ("Practise these three", "Done")]
    for button in buttons:
        row.addWidget(button)
    QHBoxLayout(page).addLayout(row)
    page.resize(row.sizeHint().width() - 10, 200)
    page.show()
    qapp.processEvents()
    assert buttons[1].y() > buttons[0].y()
    assert buttons[0].width() == buttons[0].sizeHint().width()


@pytest.mark.parametrize("theme", [LIGHT, CONTRAST], ids=lambda theme: theme.name)
def test_only_the_light_card_casts_a_shadow(qtbot: QtBot, appearance: Appearance, theme: Theme) -> None:
    appearance.set_theme(theme)
    card = Card(appearance)
    qtbot.addWidget(card)
    card.resize(200, 100)
    image = card.grab().toImage()
    below, ground = image.pixel(100, 100 - card.inset + 1), image.pixel(100, 0)
    assert (below != ground) is theme.shadow
    assert QColor(image.pixel(100, 50)).name() == theme.surface.lower()
