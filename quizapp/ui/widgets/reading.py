"""Reading documents: long texts as high as their words, that can be selected and read by the keyboard."""

import re
from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QTextBrowser, QWidget

from quizapp.ui.compat import override
from quizapp.ui.style.type import TYPE, letter_spacing, scaled, text_scale
from quizapp.ui.widgets.layouts import enable_height_for_width, follow_width, scroll_area_of
from quizapp.ui.widgets.text import MEASURE

_DOCUMENT_MARGIN = 1  # px; with the ring's width words begin where those of a label do
_LEAST = 80  # px at 100 % text: the least width of a document
_LINE_END = "\u2028"
_LINE_ENDS = re.compile("[\n\r\v\f\u0085\u2029]")
_HALF_END = re.compile("\r(?=\n|$)")
_UNSHOWABLE = re.compile("[\0\ud800-\udfff]")
_MOVING = frozenset(
    {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}
)
_PAGING = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_RESTYLED = frozenset({QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange})


class Paragraph(NamedTuple):
    """A paragraph of a document.

    Attributes:
        text: what it says, letter by letter; newlines start a line.
        use: one of `TYPE`: size, weight and line step.
        tone: "ink", or "muted" for what is read second.
        above: px at 100 % text between it and the paragraph before.
    """

    text: str
    use: str = "body"
    tone: str = "ink"
    above: int = 0


class ReadingText(QTextBrowser):
    """A read-only document as high as its text: it can be selected, copied, and read by word and line.

    Text goes in letter by letter; nothing in it is markup.

    Args:
        use: one of `TYPE`: size, weight and line step.
        name: what screen readers call it.
        parent: the owner.
    """

    def __init__(self, use: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._use = use
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._dressed_for: tuple[float, str] | None = None
        self._heights: dict[int, int] = {}  # by width: layouts ask many times
        self._natural = 0.0  # px its longest line takes where nothing wraps
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel scrolls the page, and gives no focus
        enable_height_for_width(self, QSizePolicy.Policy.Expanding)
        self.document().setDocumentMargin(_DOCUMENT_MARGIN)

    def text(self) -> str:
        """What it says."""
        return "\n".join(paragraph.text for paragraph in self._paragraphs)

    def setText(self, text: str) -> None:
        """Say something else; blank lines divide paragraphs."""
        self.set_paragraphs([Paragraph(line, self._use) for line in text.split("\n")] if text else [])

    def set_paragraphs(self, paragraphs: Sequence[Paragraph]) -> None:
        """Say something else, in paragraphs each of its own use."""
        if tuple(paragraphs) != self._paragraphs:
            self._paragraphs = tuple(paragraphs)
            self._fill()

    # -- filling -------------------------------------------------------------------------------

    def _fill(self) -> None:
        """Put the paragraphs in afresh, in the text size and the colours in force."""
        self._dressed_for = dress = _dress()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        for index, paragraph in enumerate(self._paragraphs):
            words, block = _words(paragraph.use, paragraph.tone, dress), _block(paragraph, is_first=not index)
            if self.isRightToLeft():
                block.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
            if index:
                cursor.insertBlock(block, words)
            else:
                cursor.setBlockFormat(block)
                cursor.setBlockCharFormat(words)
            cursor.insertText(_shown(paragraph.text), words)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._heights.clear()
        self._natural = self._natural_width()
        self.updateGeometry()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Take on another text size and other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:  # its border may be another by now
            self._heights.clear()
            self.updateGeometry()
        turned = event.type() == QEvent.Type.LayoutDirectionChange
        if self._paragraphs and (turned or (event.type() in _RESTYLED and self._dressed_for != _dress())):
            self._fill()

    @override
    def event(self, event: QEvent) -> bool:
        """Claim the keys that move in a text and copy it from shortcuts; all others work as everywhere."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            standard = QKeySequence.StandardKey
            copies = event.matches(standard.Copy) or event.matches(standard.SelectAll)
            if copies or event.key() in _MOVING:
                event.accept()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move in the text, and the page follows; Page Up and Down scroll the page."""
        if event.key() in _PAGING:
            event.ignore()
            return
        before = self.textCursor().position()
        super().keyPressEvent(event)
        if self.textCursor().position() != before:
            self._follow_cursor()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: with Ctrl, Qt would enlarge the letters of this text alone."""
        event.ignore()

    def _follow_cursor(self) -> None:
        """Bring the place that the keyboard has reached into view."""
        area = scroll_area_of(self)
        if area is not None and (content := area.widget()) is not None:
            at = self.viewport().mapTo(content, self.cursorRect().center())
            area.ensureVisible(at.x(), at.y(), 0, 2 * self.cursorRect().height())

    # -- size ----------------------------------------------------------------------------------

    @override
    def heightForWidth(self, width: int) -> int:
        """As high as the document within a width."""
        if width not in self._heights:
            self.ensurePolished()
            frame, document = 2 * self.frameWidth(), self.document()
            before, wanted = document.textWidth(), float(max(1, width - frame))
            blocker = QSignalBlocker(document.documentLayout())  # it is not shown in this width
            if before != wanted:
                document.setTextWidth(wanted)
            self._heights[width] = ceil(document.size().height()) + frame
            if before != wanted:
                document.setTextWidth(before)
            blocker.unblock()
        return self._heights[width]

    @override
    def sizeHint(self) -> QSize:
        """As wide as its longest line, up to a measure."""
        frame = 2 * (self.frameWidth() + _DOCUMENT_MARGIN)
        width = min(ceil(self._natural) + 1 + frame, scaled(MEASURE))
        shown = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else width
        return QSize(width, self.heightForWidth(max(1, shown)))

    def _natural_width(self) -> float:
        """The px its longest line takes where nothing wraps."""
        metrics = {use: QFontMetricsF(_words(use, "ink", _dress()).font()) for use in self._uses()}
        lines = ((part.use, line) for part in self._paragraphs for line in part.text.split("\n"))
        return max((metrics[use].horizontalAdvance(line) for use, line in lines), default=0.0)

    def _uses(self) -> set[str]:
        return {paragraph.use for paragraph in self._paragraphs}

    @override
    def minimumSizeHint(self) -> QSize:
        """A few letters wide: it breaks anywhere where it must."""
        return QSize(scaled(_LEAST), scaled(TYPE[self._use].line))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        follow_width(self, event)


def _shown(text: str) -> str:
    """What stands in a document for a text: letter for letter, and what cannot be shown as a sign."""
    return _UNSHOWABLE.sub("\ufffd", _LINE_ENDS.sub(_LINE_END, _HALF_END.sub(" ", text)))


def _dress() -> tuple[float, str]:
    """What a document is filled for: text size, and the colour of muted words."""
    return text_scale(), QApplication.palette().color(QPalette.ColorRole.PlaceholderText).name()


@lru_cache(maxsize=64)
def _words(use: str, tone: str, dress: tuple[float, str]) -> QTextCharFormat:
    """Font and colour of a paragraph, made once a theme and text size."""
    (scale, muted), step, words = dress, TYPE[use], QTextCharFormat()
    font = QApplication.font()
    font.setPixelSize(max(1, round(step.size * scale)))
    font.setWeight(QFont.Weight(step.weight))
    if spacing := letter_spacing(step.size):
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing * scale)
    words.setFont(font)
    if tone == "muted":
        words.setForeground(QColor(muted))
    return words


def _block(paragraph: Paragraph, *, is_first: bool) -> QTextBlockFormat:
    """Line step and distance of a paragraph; an empty one is half as high."""
    block = QTextBlockFormat()
    step = scaled(TYPE[paragraph.use].line / (1 if paragraph.text else 2))
    block.setLineHeight(step, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    block.setTopMargin(0 if is_first else scaled(paragraph.above))
    return block
