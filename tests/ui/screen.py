"""What can be seen: the visible texts of a page, and words that are cut off."""

from itertools import combinations

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.page import PassingNote, ScrollPage
from quizapp.ui.widgets.signs import PaintedLabel
from quizapp.ui.widgets.text import Text

_LONGEST_WORD = 24  # letters: paths and the like may break anywhere


def settle() -> None:
    """Let what was shown be laid out and painted."""
    for _ in range(3):
        QApplication.processEvents()


def clear_away() -> None:
    """Let widgets that were deleted later be gone, as an event loop would."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()


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
        if (
            isinstance(child, QAbstractButton | PaintedLabel)
            and child.width() + 1 < child.minimumSizeHint().width()
        ):
            faults.append(f"{_describe(child)}: {child.width()} < {child.minimumSizeHint().width()} wide")
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
        if label.text() and label.textFormat() is not Qt.TextFormat.PlainText
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


def _words(page: QWidget) -> list[QLabel | QAbstractButton]:
    """The visible labels and buttons that are part of the page, not laid over it."""
    return [
        child
        for child in page.findChildren(QWidget)
        if isinstance(child, QLabel | QAbstractButton)
        and child.text()
        and child.isVisibleTo(page)
        and not isinstance(child.parentWidget(), PassingNote)
    ]


def _sheet(child: QWidget) -> tuple[QWidget, QRect]:
    """What a widget moves with when something scrolls, and where its contents lie on that."""
    sheet, rect = child, child.contentsRect()
    while (parent := sheet.parentWidget()) is not None and not sheet.isWindow():
        if isinstance(parent.parentWidget(), QScrollArea):
            break
        rect.translate(sheet.pos())
        sheet = parent
    return sheet, rect


def _describe(child: QLabel | QAbstractButton) -> str:
    return f"{type(child).__name__} {child.text()[:30]!r}"


def overlapping(page: QWidget) -> list[str]:
    """Pairs of visible texts and controls that lie over one another."""
    placed = [(child, *_sheet(child)) for child in _words(page)]
    return [
        f"{_describe(one)} and {_describe(other)}"
        for (one, sheet, rect), (other, other_sheet, other_rect) in combinations(placed, 2)
        if sheet is other_sheet
        and rect.intersects(other_rect)
        and not one.isAncestorOf(other)
        and not other.isAncestorOf(one)
    ]


def out_of_reach(page: QWidget) -> list[str]:
    """The visible texts and controls that no scrolling brings into view as a whole."""
    faults = []
    for child in _words(page):
        part: QWidget = child
        rect = child.contentsRect()
        while not part.isWindow() and (parent := part.parentWidget()) is not None:
            if isinstance(parent.parentWidget(), QScrollArea):
                if rect.left() + part.x() < 0 or rect.right() + part.x() > parent.width():
                    faults.append(f"{_describe(child)}: sideways out of view")
                break
            rect.translate(part.pos())
            part = parent
            if not part.rect().contains(rect):
                faults.append(f"{_describe(child)} sticks out of {type(part).__name__}")
                break
    return faults


def torn(page: QWidget) -> list[str]:
    """Ordinary words that are broken in two at the end of a line."""
    faults = []
    for label in page.findChildren(Text):
        if not label.isVisibleTo(page):
            continue
        for paragraph in label._block(label.contentsRect().width()).paragraphs:
            words, starts = (
                paragraph.text(),
                [paragraph.lineAt(n).textStart() for n in range(1, paragraph.lineCount())],
            )
            for start in starts:
                word = f"{words[:start].split(' ')[-1]}|{words[start:].split(' ')[0]}"
                if words[start - 1].isalnum() and words[start].isalnum() and len(word) <= _LONGEST_WORD:
                    faults.append(f"{word} in {words[:30]!r}")
    return faults


def off_centre(page: QWidget) -> list[str]:
    """The visible pages whose column does not stand in their middle."""
    faults = []
    for area in page.findChildren(ScrollPage):
        if area.isVisibleTo(page) and (content := area.widget()) is not None:
            column = area.column.geometry()
            left = content.mapTo(area, column.topLeft()).x()
            right = area.width() - left - column.width()
            if abs(left - right) > 1:
                faults.append(f"{type(area).__name__}: {left} on the left, {right} on the right")
    return faults
