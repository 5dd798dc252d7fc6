"""Keys as small caps: labels for the page, and a painter for what paints itself."""

import re
from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import paint_box
from quizapp.ui.style.theme import mix
from quizapp.ui.widgets.layouts import FlowLayout, clear, enable_height_for_width
from quizapp.ui.widgets.text import Text

Hint = tuple[Sequence[str], str]
"""Keys that do the same or belong together, and what they do."""

_EDGE, _PADDING, _RADIUS = 22, 7, 6
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
        self.setProperty("group", True)
        self._row = FlowLayout(self, gap=18, row_gap=4, centred=True)
        enable_height_for_width(self, down=QSizePolicy.Policy.Fixed)

    def set_hints(self, hints: Sequence[Hint]) -> None:
        """Show these hints, in reading order."""
        if list(hints) == self._hints:
            return
        self._hints = list(hints)
        clear(self._row)
        for keys, does in self._hints:
            self._row.addWidget(_hint(keys, does, self))
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
        enable_height_for_width(self, down=QSizePolicy.Policy.Fixed)


_EDGE, _PADDING, _RADIUS = 22, 7, 6
_GAP, _GROUP_GAP, _LINE_GAP = 8, 26, 8


def keycap_size(text: str, appearance: Appearance, use: str = "caption") -> QSizeF:
    """The room one keycap takes, in px: square for a letter, wider for a word."""
    edge = appearance.px(_EDGE)
    advance = QFontMetricsF(appearance.font(use)).horizontalAdvance(text)
    return QSizeF(max(edge, ceil(advance) + 2 * appearance.px(_PADDING)), edge)


def paint_keycap(
    painter: QPainter,
    where: QRectF | QPointF,
    text: str,
    appearance: Appearance,
    *,
    colour: QColor | None = None,
    edge: QColor | None = None,
    fill: QColor | None = None,
    use: str = "caption",
) -> QRectF:
    """Paint one key.

    Args:
        painter: paints in device-independent px.
        where: the rectangle to fill, or the top left corner of a cap of its own size.
        text: what stands on the key.
        appearance: font, radius and default colours.
        colour: of the text; muted if not given.
        edge: of the outline; the text's colour, fainter, if not given.
        fill: of the cap; nothing is filled if not given.
        use: the font, see `look.TYPE`.

    Returns:
        The rectangle that was painted.
    """
    rect = QRectF(where, keycap_size(text, appearance, use)) if isinstance(where, QPointF) else where
    ink = colour or QColor(appearance.theme.muted)
    paint_box(
        painter,
        rect,
        appearance.px(_RADIUS),
        fill,
        edge or _faint(ink, appearance),
        max(1.0, appearance.scale),
    )
    painter.save()
    painter.setFont(appearance.font(use))
    painter.setPen(QPen(ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return rect


def _faint(ink: QColor, appearance: Appearance) -> QColor:
    """The outline of a cap: quieter than its letter, except where contrast is wanted."""
    return ink if appearance.theme.line == appearance.theme.ink else mix(ink, appearance.theme.border, 0.5)
