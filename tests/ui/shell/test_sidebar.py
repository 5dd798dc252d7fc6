"""The sidebar: where it leads, by mouse, by key and by ear."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.shell.sidebar import Sidebar, SidebarEntry
from quizapp.ui.style.appearance import Appearance

ENTRIES = [("today", "Today", "house"), ("banks", "Banks", "library"), ("settings", "Settings", "settings")]


@pytest.fixture
def sidebar(qtbot: QtBot, appearance: Appearance) -> Sidebar:
    sidebar = Sidebar(appearance)
    qtbot.addWidget(sidebar)
    sidebar.add_entries({name: (text, icon) for name, text, icon in ENTRIES}, last="settings")
    sidebar.set_current("today")
    sidebar.resize(sidebar.width(), 700)
    sidebar.show()
    return sidebar


def entry(sidebar: Sidebar, name: str) -> SidebarEntry:
    return next(each for each in sidebar.findChildren(SidebarEntry) if each.name == name)


def test_a_click_asks_for_the_page(qtbot: QtBot, sidebar: Sidebar) -> None:
    with qtbot.waitSignal(sidebar.entry_requested, timeout=500) as asked:
        QTest.mouseClick(entry(sidebar, "banks"), Qt.MouseButton.LeftButton)
    assert asked.args == ["banks"]


def test_setting_the_current_page_marks_one_entry_and_asks_for_nothing(
    qtbot: QtBot, sidebar: Sidebar
) -> None:
    with qtbot.assertNotEmitted(sidebar.entry_requested):
        sidebar.set_current("banks")
    assert [each.name for each in sidebar.findChildren(SidebarEntry) if each.isChecked()] == ["banks"]


def test_arrows_walk_the_entries_and_enter_opens(qtbot: QtBot, sidebar: Sidebar) -> None:
    entry(sidebar, "today").setFocus()
    with qtbot.assertNotEmitted(sidebar.entry_requested):
        QTest.keyClick(entry(sidebar, "today"), Qt.Key.Key_Up)
    assert entry(sidebar, "settings").hasFocus()
    QTest.keyClick(entry(sidebar, "settings"), Qt.Key.Key_Down)
    QTest.keyClick(entry(sidebar, "today"), Qt.Key.Key_Down)
    with qtbot.waitSignal(sidebar.entry_requested, timeout=500) as asked:
        QTest.keyClick(entry(sidebar, "banks"), Qt.Key.Key_Return)
    assert asked.args == ["banks"]


def test_one_tab_passes_the_whole_sidebar(sidebar: Sidebar) -> None:
    tab_stops = [
        each.name
        for each in sidebar.findChildren(SidebarEntry)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert tab_stops == ["today"]


def test_the_last_entry_stands_at_the_foot(sidebar: Sidebar) -> None:
    tops = [entry(sidebar, name).y() for name, _, _ in ENTRIES]
    assert tops == sorted(tops)
    assert tops[2] - tops[1] > 200


def test_entries_are_heard_by_name_and_state(sidebar: Sidebar) -> None:
    heard = QAccessible.queryAccessibleInterface(entry(sidebar, "today"))
    assert heard.text(QAccessible.Text.Name) == "Today"
    assert heard.role() == QAccessible.Role.RadioButton
    assert heard.state().checked


@pytest.mark.parametrize(("width", "is_narrow"), [(1024, True), (1400, False)])
def test_in_a_window_narrow_for_its_text_the_entries_are_icons_with_names(
    qtbot: QtBot,
    sidebar: Sidebar,
    appearance: Appearance,
    width: int,
    is_narrow: bool,  # noqa: FBT001
) -> None:
    window = QWidget()
    row = QHBoxLayout(window)
    row.addWidget(sidebar)
    row.addStretch(1)
    qtbot.addWidget(window)
    appearance.set_scale(2.0)
    window.resize(width, 600)
    window.show()
    QApplication.processEvents()
    assert (sidebar.width() < 160) is is_narrow
    assert sidebar.isAncestorOf(entry(sidebar, "today"))
    assert entry(sidebar, "today").toolTip() == ("Today" if is_narrow else "")
    assert entry(sidebar, "today").accessibleName() == "Today"
    assert sidebar.horizontalScrollBar().maximum() == 0


def test_at_usual_size_it_is_as_wide_as_designed(sidebar: Sidebar) -> None:
    assert sidebar.width() == 220


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_large_text_scrolls_down_but_never_sideways(
    sidebar: Sidebar, appearance: Appearance, qapp: QApplication, scale: float
) -> None:
    appearance.set_scale(scale)
    sidebar.resize(sidebar.width(), 300)
    qapp.processEvents()
    assert sidebar.horizontalScrollBar().maximum() == 0
    for name, _, _ in ENTRIES:
        assert entry(sidebar, name).width() >= entry(sidebar, name).minimumSizeHint().width()
        assert entry(sidebar, name).height() >= entry(sidebar, name).sizeHint().height()
