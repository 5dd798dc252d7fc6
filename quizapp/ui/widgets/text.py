"""Labels, and what screen readers are told; long texts are in `reading`."""

import re
from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetricsF,
    QGuiApplication,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QWidget

from quizapp.ui.compat import override
from quizapp.ui.style.directions import directed
from quizapp.ui.style.sheet import RING, look_again
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.layouts import enable_height_for_width, follow_width

MEASURE = 640
"""px at 100 % text: wider lines are tiring to read."""

_BREAK, _STAY = "\u200b", "\u00a0%"
_PER_CENT = re.compile(r"(?<=\d) %(?!\w)")
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
        """Say something else; a word too long for any line breaks anywhere, and no line begins with %."""
        broken = _PER_CENT.sub(_STAY, _LONG_WORD.sub(_breakable, text))
        if self.accessibleName() in ("", self._text):  # nobody has given it another
            self.setAccessibleName(text)
        self._text = text
        super().setText(broken)

    @override
    def text(self) -> str:
        """What it says, without what lets words break or stay together."""
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
        width = min(ceil(natural) + 1 + margins, scaled(MEASURE))
        shown = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else width
        return QSize(width, self.heightForWidth(max(1, shown)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        follow_width(self, event)


def _breakable(word: re.Match[str]) -> str:
    """A word that Qt's labels, which break between words alone, may break behind every letter."""
    from PySide6.QtCore import QTextBoundaryFinder  # noqa: PLC0415 - hardly any text needs it

    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, word[0])
    units, made, start = word[0].encode("utf-16-le", "surrogatepass"), [], 0
    while (end := finder.toNextBoundary()) > 0:
        made.append(units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass"))
        start = end
    return _BREAK.join(made)


def button_text(text: str) -> str:
    """The text as a button or menu must get it to show every `&`, and to run in its own direction."""
    return directed(text, QGuiApplication.layoutDirection()).replace("&", "&&")


def announce(widget: QWidget, sentence: str) -> None:
    """Have a sentence read out; does nothing where no screen reader listens."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
