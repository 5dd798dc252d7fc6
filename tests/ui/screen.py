"""What can be seen: the visible texts of a page, and words that are cut off."""

from itertools import combinations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QFontMetricsF, QTextBlock
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.page import PassingNote, ScrollPage

_LONGEST_WORD = 24  # letters: paths and the like may break anywhere
_WORDED = QLabel | QAbstractButton | QTextBrowser | QLineEdit | QAbstractSpinBox | QComboBox


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


def turn_wheel(widget: QWidget, steps: int = -1) -> None:
    """Turn the wheel over the middle of a widget; below 0 is downwards."""
    window = widget.window()
    at = widget.mapTo(window, widget.rect().center())
    QTest.wheelEvent(window.windowHandle(), QPointF(at), QPoint(0, 120 * steps))
    settle()


def words_of(widget: QWidget) -> str:
    """What stands on a label, a button, a field or in a document, letter by letter."""
    if isinstance(widget, QAbstractButton):
        return widget.text().replace("&&", "&").replace("\n", " ")  # lines break where there is no room
    if isinstance(widget, QTextBrowser):
        return widget.toPlainText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return widget.text() if isinstance(widget, QLabel | QLineEdit | QAbstractSpinBox) else ""


def texts(page: QWidget) -> list[str]:
    """The visible texts in the order they were made: labels and documents, then buttons."""
    shown = [child for child in page.findChildren(QWidget) if child.isVisibleTo(page) and words_of(child)]
    read = [words_of(child) for child in shown if isinstance(child, QLabel | QTextBrowser)]
    return read + [words_of(child) for child in shown if isinstance(child, QAbstractButton)]


def seen(page: QWidget) -> str:
    """All visible text of a page, and the accessible names of what is painted."""
    settle()
    names = [child.accessibleName() for child in page.findChildren(QWidget) if child.isVisibleTo(page)]
    return "\n".join(texts(page) + names)


def cut_off(page: QWidget) -> list[str]:
    """The visible texts that have less room than their words need, and what scrolls sideways."""
    settle()
    worded = [child for child in page.findChildren(QWidget) if isinstance(child, _WORDED)]
    faults = [
        f"{_describe(child)}: {fault}"
        for child in worded
        if child.isVisibleTo(page) and not _is_inside_field(child)
        if words_of(child) or child.minimumSize() != child.size()  # a logo may be given its size
        for fault in (_too_low(child), _too_narrow(child))
        if fault
    ]
    sideways = [
        f"{type(area).__name__} scrolls sideways by {area.horizontalScrollBar().maximum()}"
        for area in page.findChildren(QScrollArea)
        if area.isVisibleTo(page) and area.horizontalScrollBar().maximum() > 0
    ]
    return faults + sideways


def _too_low(child: QWidget) -> str:
    """How much height a text lacks; empty for none."""
    if isinstance(child, QTextBrowser):
        room, needed = child.viewport().height(), round(child.document().size().height())
        if child.verticalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            return ""  # it scrolls
    elif isinstance(child, QLineEdit | QAbstractSpinBox | QComboBox):
        room, needed = child.contentsRect().height(), child.fontMetrics().height()
    else:
        wraps = child.hasHeightForWidth()
        needed = child.heightForWidth(child.width()) if wraps else child.minimumSizeHint().height()
        room = child.height()
    return f"{room} < {needed} high" if room + 1 < needed else ""


def _too_narrow(child: QWidget) -> str:
    """How much width a text lacks that does not wrap, or one of its words; empty for none."""
    room = child.width()
    if isinstance(child, QTextBrowser):
        room, needed = 0, child.horizontalScrollBar().maximum()
    elif isinstance(child, QLabel) and child.wordWrap():
        metrics = QFontMetricsF(child.font())
        words = [word for word in child.text().split() if len(word) <= _LONGEST_WORD]
        needed = int(max((metrics.horizontalAdvance(word) for word in words), default=0.0))
        room = child.contentsRect().width()
    else:
        needed = 0 if isinstance(child, QLineEdit) else child.minimumSizeHint().width()  # a line scrolls
    return f"{room} < {needed} wide" if room + 1 < needed else ""


def _is_inside_field(child: QWidget) -> bool:
    """Whether a line edit is a part of Qt's own field."""
    return isinstance(child.parentWidget(), QAbstractSpinBox | QComboBox)


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
        and child.focusProxy() is None
        and not child.accessibleName()
        and not (isinstance(child, QAbstractButton) and child.text())
    ]


def _words(page: QWidget) -> list[QWidget]:
    """The visible texts and controls that are part of the page, not laid over it."""
    return [
        child
        for child in page.findChildren(QWidget)
        if isinstance(child, _WORDED)
        and words_of(child)
        and child.isVisibleTo(page)
        and not _is_inside_field(child)
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


def _describe(child: QWidget) -> str:
    return f"{type(child).__name__} {words_of(child)[:30]!r}"


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
    """Ordinary words in documents that are broken in two at the end of a line; labels never do that."""
    faults = []
    for reading in page.findChildren(QTextBrowser):
        block = reading.document().begin()
        while reading.isVisibleTo(page) and block.isValid():
            faults += [f"{word} in {reading.toPlainText()[:30]!r}" for word in _torn_words(block)]
            block = block.next()
    return faults


def _torn_words(block: QTextBlock) -> list[str]:
    """The ordinary words of a paragraph that end on another line than they begin, a bar at the break."""
    words, layout = block.text().encode("utf-16-le", "surrogatepass"), block.layout()
    found = []
    for number in range(1, layout.lineCount()):
        cut = 2 * layout.lineAt(number).textStart()  # Qt counts UTF-16 units
        before, after = (part.decode("utf-16-le", "replace") for part in (words[:cut], words[cut:]))
        word = f"{before.split(' ')[-1]}|{after.split(' ')[0]}"
        if before[-1:].isalnum() and after[:1].isalnum() and len(word) <= _LONGEST_WORD:
            found.append(word)
    return found


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
