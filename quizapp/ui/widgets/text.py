"""Labels, reading documents, and what screen readers are told."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, QTextBoundaryFinder
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
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
    QTextLayout,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QSizePolicy, QTextBrowser, QWidget

from quizapp.ui.compat import override
from quizapp.ui.style.sheet import RING, look_again
from quizapp.ui.style.text_layout import directed
from quizapp.ui.style.type import TYPE, letter_spacing, scaled, text_scale
from quizapp.ui.widgets.layouts import enable_height_for_width, follow_width, scroll_area_of

_MEASURE = 640  # px at 100 % text: wider lines are tiring to read
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
_BREAK = "\u200b"
_LONG_WORD = re.compile(r"\S{25,}")  # longer than any of our words at any text size
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
        self._text, self._wanted = "", self.alignment()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setIndent(0)  # Qt indents what has a frame, and padding in a sheet counts as one
        self.setProperty("use", use)
        self.setProperty("tone", tone)
        self.setProperty("heading", use in _HEADINGS)
        enable_height_for_width(self)
        self.setText(text)
        self._align()

    @override
    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:
        """Stand at the start of lines, in the middle or at their end, whatever the words begin with."""
        self._wanted = alignment
        self._align()

    def _align(self) -> None:
        """Start at the right where reading does: of words read from the left Qt sees only these."""
        flag, wanted = Qt.AlignmentFlag, self._wanted
        sides = wanted & (flag.AlignLeft | flag.AlignRight)
        if sides and self.isRightToLeft() and not wanted & flag.AlignAbsolute:
            other = flag.AlignRight if sides == flag.AlignLeft else flag.AlignLeft
            wanted = (wanted & ~sides) | other | flag.AlignAbsolute
        super().setAlignment(wanted)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    @override
    def setText(self, text: str) -> None:
        """Say something else; a word too long for any line breaks anywhere."""
        broken = _LONG_WORD.sub(_breakable, text)
        if self.accessibleName() in ("", self._text):  # nobody has given it another
            self.setAccessibleName(text)
        self._text = text
        super().setText(broken)

    @override
    def text(self) -> str:
        """What it says, without what lets long words break."""
        return self._text

    def set_tone(self, tone: str) -> None:
        """Take another colour token."""
        self._set("tone", tone)

    def set_use(self, use: str) -> None:
        """Take size and weight of another use."""
        self._set("use", use)

    def _set(self, name: str, value: str) -> None:
        if self.property(name) != value:
            self.setProperty(name, value)
            look_again(self)

    @override
    def sizeHint(self) -> QSize:
        """As wide as the text on one line, up to a measure: Qt's own hint breaks short sentences."""
        self.ensurePolished()
        metrics, margins = QFontMetricsF(self.font()), 2 * RING
        natural = max((metrics.horizontalAdvance(line) for line in self.text().split("\n")), default=0.0)
        width = min(ceil(natural) + 1 + margins, scaled(_MEASURE))
        shown = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else width
        return QSize(width, self.heightForWidth(max(1, shown)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        follow_width(self, event)


def _breakable(word: re.Match[str]) -> str:
    """A word that Qt's labels, which break between words alone, may break behind every letter."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, word[0])
    units, made, start = word[0].encode("utf-16-le", "surrogatepass"), [], 0
    while (end := finder.toNextBoundary()) > 0:
        made.append(units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass"))
        start = end
    return _BREAK.join(made)


@dataclass(frozen=True, slots=True)
class Paragraph:
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
        width = min(ceil(self._natural) + 1 + frame, scaled(_MEASURE))
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


def wrapped(text: str, font: QFont, width: float) -> list[str]:
    """The lines of a text in a width: it breaks between words, or within one that is longer than a line."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units, lines = text.encode("utf-16-le", "surrogatepass"), []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        start = 2 * line.textStart()
        lines.append(units[start : start + 2 * line.textLength()].decode("utf-16-le", "replace").rstrip(" "))
    layout.endLayout()
    return lines or [""]


def button_text(text: str) -> str:
    """The text as a button or menu must get it to show every `&`, and to run in its own direction."""
    return directed(text).replace("&", "&&")


def announce(widget: QWidget, sentence: str) -> None:
    """Have a sentence read out; does nothing where no screen reader listens."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
