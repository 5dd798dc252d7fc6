"""Fields: what they take, what they say, and that the wheel is the page's unless one is in them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAccessible, QImage, QKeySequence
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.theme import THEMES
from quizapp.ui.widgets.fields import ComboBox, CountField, DateField, SpinBox, TextField
from quizapp.ui.widgets.page import ScrollPage
from tests.ui.screen import cut_off, press, settle, to_front, turn_wheel

DAY = QDate(2026, 11, 28)


def combo() -> QWidget:
    made = ComboBox("Text size")
    made.addItems(["100 %", "150 %", "200 %"])
    made.setCurrentIndex(1)
    return made


def spin() -> QWidget:
    made = SpinBox("Seconds", 0, 600)
    made.setValue(120)
    return made


def count() -> QWidget:
    made = CountField("Hands", 400)
    made.show_value(12)
    return made


def day() -> QWidget:
    made = DateField("Exam date")
    made.show_date(DAY)
    return made


def line() -> QWidget:
    made = TextField("Title")
    made.show_text("A title")
    return made


MAKERS = [combo, spin, count, day, line]


def value(widget: QWidget) -> object:
    """What stands in a field."""
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QSpinBox):
        return widget.value()
    return widget.date if isinstance(widget, DateField) else getattr(widget, "words", None)


def entry(widget: QWidget) -> QWidget:
    """The part of a field that takes keys."""
    inner = widget.findChild(QDateEdit)
    return inner if isinstance(inner, QDateEdit) else widget


@pytest.fixture
def page(qtbot: QtBot) -> ScrollPage:
    page = ScrollPage()
    qtbot.addWidget(page)
    page.resize(400, 200)
    return page


def put(qtbot: QtBot, page: ScrollPage, make: Callable[[], QWidget]) -> QWidget:
    """Show a field on a page that can be scrolled."""
    field = make()
    page.column.addWidget(field)
    page.column.addSpacing(600)
    to_front(qtbot, page)
    if (focus := page.focusWidget()) is not None:
        focus.clearFocus()
    settle()
    return field


@pytest.mark.parametrize("make", MAKERS)
def test_the_wheel_scrolls_the_page_and_changes_nothing(
    qtbot: QtBot, page: ScrollPage, make: Callable[[], QWidget]
) -> None:
    field = put(qtbot, page, make)
    before = value(field)
    turn_wheel(entry(field))
    assert value(field) == before
    assert page.verticalScrollBar().value() > 0
    assert page.focusWidget() is not entry(field)


@pytest.mark.parametrize("make", [spin, count])
def test_in_a_field_the_wheel_turns_its_value(
    qtbot: QtBot, page: ScrollPage, make: Callable[[], QWidget]
) -> None:
    field = put(qtbot, page, make)
    before = value(field)
    field.setFocus()
    turn_wheel(field)
    assert value(field) != before


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_in_it_is_cut_off(
    qtbot: QtBot, page: ScrollPage, appearance: Appearance, make: Callable[[], QWidget], scale: float
) -> None:
    appearance.set_scale(scale)
    page.resize(900, 500)
    put(qtbot, page, make)
    assert cut_off(page) == []


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("theme", THEMES)
def test_every_state_looks_different(
    qtbot: QtBot, page: ScrollPage, appearance: Appearance, make: Callable[[], QWidget], theme: str
) -> None:
    appearance.set_theme(THEMES[theme])
    field = put(qtbot, page, make)
    shots: list[QImage] = [page.grab().toImage()]
    entry(field).setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    shots.append(page.grab().toImage())
    entry(field).clearFocus()
    field.setEnabled(False)
    settle()
    shots.append(page.grab().toImage())
    assert all(one != other for at, one in enumerate(shots) for other in shots[:at])


@pytest.mark.parametrize("make", MAKERS[1:])  # of a combo box Linux hears the choice, and its label
def test_it_says_its_name(qtbot: QtBot, page: ScrollPage, make: Callable[[], QWidget]) -> None:
    field = put(qtbot, page, make)
    names = {spin: "Seconds", count: "Hands", day: "Exam date", line: "Title"}
    heard = QAccessible.queryAccessibleInterface(entry(field)).text(QAccessible.Text.Name)
    assert heard == names[make]


def test_a_number_with_three_digits_stands_clear_of_the_arrows(
    qtbot: QtBot, page: ScrollPage, appearance: Appearance
) -> None:
    for scale in (1.0, 2.0):
        appearance.set_scale(scale)
        field = put(qtbot, page, spin)
        assert isinstance(field, SpinBox)
        editor = field.findChild(QLineEdit)
        assert isinstance(editor, QLineEdit)
        margins = editor.textMargins()
        room = editor.width() - margins.left() - margins.right()
        assert room >= editor.fontMetrics().horizontalAdvance("600")


def test_stepping_and_typing_are_told_showing_is_not(qtbot: QtBot, page: ScrollPage) -> None:
    field = put(qtbot, page, count)
    assert isinstance(field, CountField)
    told = QSignalSpy(field.changed)
    field.show_value(5)
    assert (field.value(), told.count()) == (5, 0)
    field.setFocus()
    press(page, Qt.Key.Key_Up)
    assert (field.value(), told.count()) == (6, 1)


def test_a_text_field_gives_single_spaces_and_tells_typing_alone(qtbot: QtBot, page: ScrollPage) -> None:
    field = put(qtbot, page, line)
    assert isinstance(field, TextField)
    told = QSignalSpy(field.changed)
    field.show_text("Other")
    assert told.count() == 0
    field.setFocus()
    press(page, Qt.Key.Key_End)
    QTest.keyClicks(field, "  two   words ")
    assert field.words == "Other two words"
    assert told.count() > 0


def test_a_date_is_set_and_cleared(qtbot: QtBot, page: ScrollPage) -> None:
    field = put(qtbot, page, lambda: DateField("Exam date"))
    assert isinstance(field, DateField)
    told = QSignalSpy(field.changed)
    assert value(field) is None
    begin = next(child for child in field.children() if getattr(child, "text", str)() == "Set a date")
    assert isinstance(begin, QWidget)
    QTest.mouseClick(begin, Qt.MouseButton.LeftButton)
    assert value(field) is not None
    assert entry(field).hasFocus()
    end = next(child for child in field.children() if getattr(child, "text", str)() == "Clear")
    assert isinstance(end, QWidget)
    QTest.mouseClick(end, Qt.MouseButton.LeftButton)
    assert field.date is None
    assert begin.hasFocus()
    assert [told.at(0)[0], told.at(told.count() - 1)[0]] == [told.at(0)[0], None]


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize("keys", ["Alt+Down", "F4"])
def test_a_key_opens_the_calendar(
    qtbot: QtBot, page: ScrollPage, keys: str, direction: Qt.LayoutDirection
) -> None:
    page.setLayoutDirection(direction)
    inner = put(qtbot, page, day).findChild(QDateEdit)
    assert isinstance(inner, QDateEdit)
    inner.setLayoutDirection(direction)
    QTest.keySequence(inner, QKeySequence(keys))
    settle()
    calendar = inner.calendarWidget()
    assert calendar.isVisible()
    calendar.window().close()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_calendar_opens_and_is_large_enough(
    qtbot: QtBot, page: ScrollPage, appearance: Appearance
) -> None:
    appearance.set_scale(2.0)
    page.resize(900, 700)
    field = put(qtbot, page, day)
    inner = field.findChild(QDateEdit)
    assert isinstance(inner, QDateEdit)
    QTest.mouseClick(inner, Qt.MouseButton.LeftButton, pos=QPoint(inner.width() - 20, inner.height() // 2))
    settle()
    calendar = inner.calendarWidget()
    assert calendar.isVisible()
    assert calendar.width() >= 600
    calendar.window().close()
