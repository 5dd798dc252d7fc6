"""Rows of choices with a key each: filled again and again, none chosen to begin with."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.choices import LETTERS, NUMBERS, ChoiceRow, RowPanel


@pytest.fixture
def panel(qtbot: QtBot, appearance: Appearance) -> RowPanel:
    made = RowPanel(appearance, LETTERS)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


def offered(panel: RowPanel) -> list[ChoiceRow]:
    return [row for row in panel.findChildren(ChoiceRow) if row.isVisible()]


def test_each_filling_shows_its_own_words_and_none_chosen(panel: RowPanel) -> None:
    for words in (["one", "two", "three"], ["four", "five"], ["six", "seven", "eight", "nine"]):
        panel.set_rows(words)
        rows = offered(panel)
        names = [f"{letter}. {word}" for letter, word in zip(LETTERS, words, strict=False)]
        assert [row.accessibleName() for row in rows] == names
        assert not any(row.isChecked() for row in rows)
        QTest.mouseClick(rows[1], Qt.MouseButton.LeftButton)
        assert [row.isChecked() for row in rows] == [row is rows[1] for row in rows]


@pytest.mark.parametrize(("key", "position"), [(Qt.Key.Key_3, 2), (Qt.Key.Key_C, 2), (Qt.Key.Key_1, 0)])
def test_a_key_chooses_its_row_while_that_is_offered(
    qtbot: QtBot, panel: RowPanel, key: Qt.Key, position: int
) -> None:
    panel.set_rows(["one", "two", "three"])
    panel.take_focus()
    with qtbot.waitSignal(panel.chosen) as chosen:
        QTest.keyClick(panel, key)
    assert chosen.args == [position]
    panel.set_rows(["one", "two"])
    with qtbot.assertNotEmitted(panel.chosen):
        QTest.keyClick(panel, Qt.Key.Key_3)


def test_tab_reaches_the_first_row_whichever_had_the_focus_before(panel: RowPanel) -> None:
    for _ in range(2):
        panel.set_rows(["one", "two", "three"])
        rows = offered(panel)
        panel.take_focus()
        QTest.keyClick(panel, Qt.Key.Key_Tab)
        assert rows[0].hasFocus()
        QTest.keyClick(rows[0], Qt.Key.Key_Down)
        assert rows[1].hasFocus()


def test_rows_stand_two_and_two_where_the_width_allows_it(qtbot: QtBot, appearance: Appearance) -> None:
    panel = RowPanel(appearance, NUMBERS, paired=True)
    qtbot.addWidget(panel)
    panel.show()
    for width, columns in ((900, 2), (500, 1), (900, 2)):
        panel.resize(width, 500)
        panel.set_rows(["one", "two", "three", "four"])
        QTest.qWait(0)
        assert len({row.x() for row in offered(panel)}) == columns
