"""The rail: where it leads, by mouse, by key and by ear."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.shell.sidebar import Rail, RailEntry
from quizapp.ui.style.appearance import Appearance

ENTRIES = [("today", "Today", "house"), ("banks", "Banks", "library"), ("settings", "Settings", "settings")]


@pytest.fixture
def rail(qtbot: QtBot, appearance: Appearance) -> Rail:
    rail = Rail(appearance)
    qtbot.addWidget(rail)
    for name, text, icon in ENTRIES:
        rail.add_entry(name, text, icon, last=name == "settings")
    rail.set_current("today")
    rail.resize(rail.width(), 700)
    rail.show()
    return rail


def entry(rail: Rail, name: str) -> RailEntry:
    return next(each for each in rail.findChildren(RailEntry) if each.name == name)


def test_a_click_asks_for_the_page(qtbot: QtBot, rail: Rail) -> None:
    with qtbot.waitSignal(rail.entry_requested, timeout=500) as asked:
        QTest.mouseClick(entry(rail, "banks"), Qt.MouseButton.LeftButton)
    assert asked.args == ["banks"]


def test_setting_the_current_page_marks_one_entry_and_asks_for_nothing(qtbot: QtBot, rail: Rail) -> None:
    with qtbot.assertNotEmitted(rail.entry_requested):
        rail.set_current("banks")
    assert [each.name for each in rail.findChildren(RailEntry) if each.isChecked()] == ["banks"]


def test_arrows_walk_the_entries_and_enter_opens(qtbot: QtBot, rail: Rail) -> None:
    entry(rail, "today").setFocus()
    with qtbot.assertNotEmitted(rail.entry_requested):
        QTest.keyClick(entry(rail, "today"), Qt.Key.Key_Up)
    assert entry(rail, "settings").hasFocus()
    QTest.keyClick(entry(rail, "settings"), Qt.Key.Key_Down)
    QTest.keyClick(entry(rail, "today"), Qt.Key.Key_Down)
    with qtbot.waitSignal(rail.entry_requested, timeout=500) as asked:
        QTest.keyClick(entry(rail, "banks"), Qt.Key.Key_Return)
    assert asked.args == ["banks"]


def test_one_tab_passes_the_whole_rail(rail: Rail) -> None:
    tab_stops = [
        each.name for each in rail.findChildren(RailEntry) if each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert tab_stops == ["today"]


def test_the_last_entry_stands_at_the_foot(rail: Rail) -> None:
    tops = [entry(rail, name).y() for name, _, _ in ENTRIES]
    assert tops == sorted(tops)
    assert tops[2] - tops[1] > 200


def test_entries_are_heard_by_name_and_state(rail: Rail) -> None:
    heard = QAccessible.queryAccessibleInterface(entry(rail, "today"))
    assert heard.text(QAccessible.Text.Name) == "Today"
    assert heard.role() == QAccessible.Role.RadioButton
    assert heard.state().checked


@pytest.mark.parametrize(("width", "is_narrow"), [(1024, True), (1400, False)])
def test_in_a_window_narrow_for_its_text_the_entries_are_icons_with_names(
    qtbot: QtBot,
    rail: Rail,
    appearance: Appearance,
    width: int,
    is_narrow: bool,  # noqa: FBT001
) -> None:
    window = QWidget()
    row = QHBoxLayout(window)
    row.addWidget(rail)
    row.addStretch(1)
    qtbot.addWidget(window)
    appearance.set_scale(2.0)
    window.resize(width, 600)
    window.show()
    QApplication.processEvents()
    assert (rail.width() < 160) is is_narrow
    assert rail.isAncestorOf(entry(rail, "today"))
    assert entry(rail, "today").toolTip() == ("Today" if is_narrow else "")
    assert entry(rail, "today").accessibleName() == "Today"
    assert rail.horizontalScrollBar().maximum() == 0


def test_at_usual_size_it_is_as_wide_as_designed(rail: Rail) -> None:
    assert rail.width() == 220


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_large_text_scrolls_down_but_never_sideways(
    rail: Rail, appearance: Appearance, qapp: QApplication, scale: float
) -> None:
    appearance.set_scale(scale)
    rail.resize(rail.width(), 300)
    qapp.processEvents()
    assert rail.horizontalScrollBar().maximum() == 0
    for name, _, _ in ENTRIES:
        assert entry(rail, name).width() >= entry(rail, name).minimumSizeHint().width()
        assert entry(rail, name).height() == entry(rail, name).sizeHint().height()
