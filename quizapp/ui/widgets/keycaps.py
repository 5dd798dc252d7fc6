"""Keys as small caps: labels for the page, and a painter for what paints itself."""

import re
from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from quizapp.ui.style.type import scaled, text_scale
from quizapp.ui.widgets.layouts import FlowLayout, enable_height_for_width
from quizapp.ui.widgets.text import Text

Hint = tuple[Sequence[str], str]
"""Keys that do the same or belong together, and what they do."""

CAP = 24
"""The height of a painted cap in px at 100 % text."""

_FAINT = 0.55
_PARTS = re.compile(r"\[(?P<key>[^\]]+)\]|(?P<word>[^\[]+)")


def keycap(key: str, parent: QWidget | None = None) -> QLabel:
    """A key as a label with an edge."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(key)
    made.setProperty("key", True)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


class KeyHints(QWidget):
    """A centred line of keys and what they do; it breaks between hints where it is too narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints: list[Hint] = []
        self._made: dict[tuple[tuple[str, ...], str], QWidget] = {}  # kept: making them takes longest
        self.setProperty("group", True)
        self._row = FlowLayout(self, gap=18, row_gap=4, centred=True)
        enable_height_for_width(self)

    def set_hints(self, hints: Sequence[Hint]) -> None:
        """Show these hints, in reading order."""
        if list(hints) == self._hints:
            return
        self._hints = list(hints)
        while self._row.takeAt(0) is not None:
            pass  # they are put in again in another order
        shown = [(tuple(keys), does) for keys, does in self._hints]
        for name, widget in self._made.items():
            widget.setVisible(name in shown)
        for name in shown:
            if name not in self._made:
                self._made[name] = _hint(*name, self)
            self._row.addWidget(self._made[name])
            self._made[name].show()
            self._made[name].raise_()  # screen readers read children from the lowest up
        self._row.invalidate()
        self.updateGeometry()
        self.setAccessibleName("; ".join(f"{', '.join(keys)}: {does}" for keys, does in self._hints))


def _hint(keys: Sequence[str], does: str, parent: QWidget) -> QWidget:
    made = QWidget(parent)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for key in keys:
        row.addWidget(keycap(key))
    words = Text("caption", does, "muted")
    words.setWordWrap(False)
    row.addWidget(words)
    return made


class KeyNames(QWidget):
    """Caps and words on one line, on more where the width is short.

    Args:
        text: what is read, with every key in brackets, such as `[P] or [←]`.
        parent: the owner.
    """

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("group", True)
        row = FlowLayout(self, gap=2, row_gap=4)
        for found in _PARTS.finditer(text):
            if found["key"]:
                row.addWidget(keycap(found["key"]))
            elif word := found["word"].strip():
                row.addWidget(Text("label", word, "muted"))
        self.setAccessibleName(text.replace("[", "").replace("]", ""))
        enable_height_for_width(self)


def cap_width(key: str) -> int:
    """The width of a painted cap in px: square for a letter, wider for a word."""
    return max(scaled(CAP), _advance(key, _cap_font()) + scaled(14))


@lru_cache(maxsize=64)
def _advance(key: str, font: QFont) -> int:
    """The px that a key's name takes, rounded up."""
    return ceil(QFontMetricsF(font).horizontalAdvance(key))


def paint_cap(painter: QPainter, rect: QRectF, key: str, colour: QColor) -> None:
    """A key's cap: its name in a rounded edge, which is fainter than the name."""
    edge = QColor(colour)
    edge.setAlphaF(_FAINT)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setPen(QPen(edge, max(1.0, text_scale())))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = scaled(6)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(colour)
    painter.setFont(_cap_font())
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


def _cap_font() -> QFont:
    font = QFont()  # the application's, which is that of labels
    font.setPixelSize(max(1, scaled(12)))
    font.setWeight(QFont.Weight.DemiBold)
    return font
