"""Keys as small caps."""

import re
from collections.abc import Iterator, Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui.compat import override
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import mix, paint_box, painter_on
from quizapp.ui.widgets.layouts import enable_height_for_width, wrapped_hint
from quizapp.ui.widgets.signs import PaintedLabel

Hint = tuple[Sequence[str], str]
"""Keys that do the same or belong together, and what they do."""

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


class KeyHints(PaintedLabel):
    """A centred line of keys and what they do; it breaks between hints where it is too narrow."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._hints: list[Hint] = []
        self._widths: dict[str, float] = {}  # of each hint by what it does: layouts ask again and again
        enable_height_for_width(self, down=QSizePolicy.Policy.Fixed)

    def set_hints(self, hints: Sequence[Hint]) -> None:
        """Show these hints, in reading order."""
        self._hints = list(hints)
        self.setAccessibleName("; ".join(f"{', '.join(keys)}: {does}" for keys, does in self._hints))
        self._apply_style()

    def _group_width(self, hint: Hint) -> float:
        """The width of one hint in px: its caps, then its word."""
        keys, does = hint
        if does not in self._widths:
            gap = self._appearance.px(_GAP)
            caps = sum(keycap_size(key, self._appearance).width() + gap for key in keys)
            words = ceil(QFontMetricsF(self._appearance.font("caption")).horizontalAdvance(does))
            self._widths[does] = caps + words
        return self._widths[does]

    @override
    def _apply_style(self) -> None:
        self._widths.clear()
        super()._apply_style()

    def _lines(self, width: float) -> list[list[Hint]]:
        """The hints line by line."""
        lines: list[list[Hint]] = []
        left = 0.0
        for hint in self._hints:
            needed = self._appearance.px(_GROUP_GAP) + self._group_width(hint)
            if not lines or needed > left:
                lines.append([])
                left = width + self._appearance.px(_GROUP_GAP)
            lines[-1].append(hint)
            left -= needed
        return lines

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        count = max(1, len(self._lines(width)))
        return count * self._appearance.px(_EDGE) + (count - 1) * self._appearance.px(_LINE_GAP)

    @override
    def sizeHint(self) -> QSize:
        gap = self._appearance.px(_GROUP_GAP)
        width = ceil(sum(self._group_width(hint) + gap for hint in self._hints))
        return wrapped_hint(self, width)

    @override
    def minimumSizeHint(self) -> QSize:
        widest = max((ceil(self._group_width(hint)) for hint in self._hints), default=0)
        return QSize(widest, self._appearance.px(_EDGE))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        gap = self._appearance.px(_GROUP_GAP)
        top = 0.0
        with painter_on(self) as painter:
            for line in self._lines(self.width()):
                total = sum(self._group_width(hint) for hint in line) + gap * (len(line) - 1)
                left = (self.width() - total) / 2
                for hint in line:
                    self._paint_hint(painter, QPointF(left, top), hint)
                    left += self._group_width(hint) + gap
                top += self._appearance.px(_EDGE + _LINE_GAP)

    def _paint_hint(self, painter: QPainter, at: QPointF, hint: Hint) -> None:
        """One hint's caps and word; `at` is measured from the side reading starts at."""
        keys, does = hint
        left = at.x()
        for key in keys:
            size = keycap_size(key, self._appearance)
            paint_keycap(painter, self._mirrored(QRectF(QPointF(left, at.y()), size)), key, self._appearance)
            left += size.width() + self._appearance.px(_GAP)
        rest = at.x() + self._group_width(hint) - left
        word = self._mirrored(QRectF(left, at.y(), rest, self._appearance.px(_EDGE)))
        painter.setFont(self._appearance.font("caption"))
        painter.setPen(QPen(QColor(self._appearance.theme.muted)))
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, does)

    def _mirrored(self, rect: QRectF) -> QRectF:
        """The rectangle where it lies in this reading direction."""
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return rect
        return QRectF(self.width() - rect.right(), rect.top(), rect.width(), rect.height())


_HEIGHT, _NAMES_GAP, _NAMES_LINE_GAP = 22, 6, 4
_PARTS = re.compile(r"\[(?P<key>[^\]]+)\]|(?P<word>[^\[]+)")


class KeyNames(PaintedLabel):
    """Caps and words on one line, on more where the width is short.

    Args:
        appearance: the appearance in force.
        text: what is read, with every key in brackets, such as `[P] or [←]`.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, text: str, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        found = [(match["key"], match["word"]) for match in _PARTS.finditer(text)]
        self._parts = [(key or word.strip(), key is not None) for key, word in found if key or word.strip()]
        self.setAccessibleName(text.replace("[", "").replace("]", ""))
        enable_height_for_width(self, down=QSizePolicy.Policy.Fixed)

    def _width(self, text: str, *, is_key: bool) -> int:
        if is_key:
            return ceil(keycap_size(text, self._appearance).width())
        return ceil(QFontMetricsF(self._appearance.font("label")).horizontalAdvance(text))

    def _placed(self, width: int) -> Iterator[tuple[str, bool, QRectF]]:
        """Every part, and where it lies in a width in px, read from the left."""
        px, left, top = self._appearance.px, 0, 0
        for text, is_key in self._parts:
            taken = self._width(text, is_key=is_key)
            if left and left + taken > width:
                left, top = 0, top + px(_HEIGHT) + px(_NAMES_LINE_GAP)
            yield text, is_key, QRectF(left, top, taken, px(_HEIGHT))
            left += taken + px(_NAMES_GAP)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return ceil(max((rect.bottom() for *_, rect in self._placed(width)), default=0))

    @override
    def sizeHint(self) -> QSize:
        widths = [
            self._width(text, is_key=is_key) + self._appearance.px(_NAMES_GAP) for text, is_key in self._parts
        ]
        return wrapped_hint(self, sum(widths))

    @override
    def minimumSizeHint(self) -> QSize:
        widths = [self._width(text, is_key=is_key) for text, is_key in self._parts]
        return QSize(max(widths, default=0), self._appearance.px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        with painter_on(self) as painter:
            for text, is_key, rect in self._placed(self.width()):
                if self.isRightToLeft():
                    rect.moveRight(self.width() - rect.left())
                if is_key:
                    paint_keycap(painter, rect, text, self._appearance, colour=QColor(theme.ink))
                    continue
                painter.setFont(self._appearance.font("label"))
                painter.setPen(QPen(QColor(theme.muted)))
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)
