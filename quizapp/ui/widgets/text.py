"""Labels, reading documents, and what screen readers are told."""

from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetricsF,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QTextBrowser, QWidget

from quizapp.ui.compat import override
from quizapp.ui.style.type import TYPE, scaled

_MEASURE = 640  # px at 100 % text: wider lines are tiring to read
_DOCUMENT_MARGIN = 4
_HEADINGS = frozenset({"title", "hero", "section"})


class Text(QLabel):
    """A plain text that wraps, dressed by the style sheet by its use.

    Args:
        use: one of `TYPE`; titles and section headings are headings for screen readers.
        text: what it says, letter by letter; newlines start a line.
        tone: a colour token of the theme, such as "ink" or "muted".
        parent: the owner.
    """

    def __init__(self, use: str, text: str = "", tone: str = "ink", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setIndent(0)  # Qt indents what has a frame, and padding in a sheet counts as one
        self.setProperty("use", use)
        self.setProperty("tone", tone)
        self.setProperty("heading", use in _HEADINGS)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        """Take another colour token."""
        self._set("tone", tone)

    def set_use(self, use: str) -> None:
        """Take size and weight of another use."""
        self._set("use", use)

    def _set(self, name: str, value: str) -> None:
        if self.property(name) != value:
            self.setProperty(name, value)
            self.style().unpolish(self)
            self.style().polish(self)

    @override
    def sizeHint(self) -> QSize:
        """As wide as the text on one line, up to a measure: Qt's own hint breaks short sentences."""
        self.ensurePolished()
        metrics, margins = QFontMetricsF(self.font()), 2 * _DOCUMENT_MARGIN
        natural = max((metrics.horizontalAdvance(line) for line in self.text().split("\n")), default=0.0)
        width = min(ceil(natural) + 1 + margins, scaled(_MEASURE))
        shown = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else width
        return QSize(width, self.heightForWidth(max(1, shown)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


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
        self._text = ""
        self._tone_is_muted = False
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
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(_DOCUMENT_MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def text(self) -> str:
        """What it says."""
        return self._text

    def setText(self, text: str) -> None:
        """Say something else; blank lines divide paragraphs."""
        if text != self._text:
            self._text = text
            self._fill()

    def _fill(self) -> None:
        """Put the text in afresh, in the font and line step of the text size in force."""
        step = TYPE[self._use]
        words = QTextCharFormat()
        font = self.font()
        font.setPixelSize(max(1, scaled(step.size)))
        font.setWeight(font.Weight(step.weight))
        words.setFont(font)
        block = QTextBlockFormat()
        block.setLineHeight(scaled(step.line), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        cursor.setBlockFormat(block)
        cursor.setCharFormat(words)
        cursor.insertText(self._text, words)
        cursor.endEditBlock()

    def _fit(self) -> None:
        """Be as high as the document."""
        height = ceil(self.document().size().height()) + self.height() - self.viewport().height()
        if height != self.height():
            self.setFixedHeight(height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._text:
            self._fill()


def button_text(text: str) -> str:
    """The text as a button or menu must get it to show every `&`."""
    return text.replace("&", "&&")


def announce(widget: QWidget, sentence: str) -> None:
    """Have a sentence read out; does nothing where no screen reader listens."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
