"""Text that Qt would take for markup is shown letter by letter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTextEdit
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.text import button_text, label, message

MARKUP = '<img src="file:///dev/zero"> & <b>bold</b>'


def test_a_label_is_plain(qtbot: QtBot) -> None:
    made = label(MARKUP)
    qtbot.addWidget(made)
    assert made.textFormat() == Qt.TextFormat.PlainText
    assert made.text() == MARKUP


@pytest.mark.parametrize(("text", "doubled"), [("A & B", "A && B"), ("&&", "&&&&"), ("plain", "plain")])
def test_a_button_shows_every_ampersand(text: str, doubled: str) -> None:
    assert button_text(text) == doubled


def test_a_message_and_its_details_are_plain(qtbot: QtBot) -> None:
    box = message(None, "Title", MARKUP, details=MARKUP)
    qtbot.addWidget(box)
    shown = [child for child in box.findChildren(QLabel) if child.text()]
    assert [label.text() for label in shown] == [MARKUP]
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in shown)
    assert [edit.toPlainText() for edit in box.findChildren(QTextEdit)] == [MARKUP]


def test_a_message_without_details_has_no_button_for_them(qtbot: QtBot) -> None:
    box = message(None, "Title", "A sentence.")
    qtbot.addWidget(box)
    assert box.findChildren(QTextEdit) == []
