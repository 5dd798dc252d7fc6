"""What can be seen: the visible texts of a page, and words that are cut off."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot


def settle() -> None:
    """Let what was shown be laid out and painted."""
    for _ in range(3):
        QApplication.processEvents()


def to_front(qtbot: QtBot, page: QWidget) -> None:
    """Show a window and give it the keyboard."""
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def press(page: QWidget, key: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    window = page.window()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    settle()
    QTest.keyClick(window.focusWidget(), key)
    settle()


def texts(page: QWidget) -> list[str]:
    """The visible texts in the order they were made."""
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page) and label.text()]
    return shown + [
        button.text() for button in page.findChildren(QAbstractButton) if button.isVisibleTo(page)
    ]


def seen(page: QWidget) -> str:
    """All visible text of a page, and the accessible names of what is painted."""
    settle()
    names = [child.accessibleName() for child in page.findChildren(QWidget) if child.isVisibleTo(page)]
    return "\n".join(texts(page) + names)


def cut_off(page: QWidget) -> list[str]:
    """The visible labels and buttons that have less height than their text needs, or stick out sideways."""
    settle()
    faults = []
    for child in page.findChildren(QWidget):
        if not child.isVisibleTo(page) or not isinstance(child, QLabel | QAbstractButton):
            continue
        needed = (
            child.heightForWidth(child.width())
            if child.hasHeightForWidth()
            else child.minimumSizeHint().height()
        )
        if child.height() + 1 < needed:
            faults.append(f"{type(child).__name__} {child.text()[:30]!r}: {child.height()} < {needed}")
    sideways = [
        f"{type(area).__name__} scrolls sideways by {area.horizontalScrollBar().maximum()}"
        for area in page.findChildren(QScrollArea)
        if area.isVisibleTo(page) and area.horizontalScrollBar().maximum() > 0
    ]
    return faults + sideways


def unplain(page: QWidget) -> list[str]:
    """Labels that would read their text as markup."""
    return [
        f"{type(label).__name__}: {label.text()[:30]}"
        for label in page.findChildren(QLabel)
        if label.textFormat() is not Qt.TextFormat.PlainText
    ]


def nameless(page: QWidget) -> list[str]:
    """Visible controls that can take the focus and have no name for screen readers."""
    return [
        type(child).__name__
        for child in page.findChildren(QWidget)
        if child.isVisibleTo(page)
        and child.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not child.accessibleName()
        and not (isinstance(child, QAbstractButton) and child.text())
    ]
