"""Laying out plain text with a fixed line step, which no stock label can do."""

import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

UNBOUNDED = 16_000_000.0
"""A line width in px that no text reaches: the layout then gives the natural width."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Text laid out at one width: its paragraphs, with the block's height and widest line in px."""

    paragraphs: tuple[QTextLayout, ...]
    height: float
    widest: float

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Paint the text in the painter's pen with its top left corner at a point."""
        for paragraph in self.paragraphs:
            paragraph.draw(painter, at)


def lay_out(
    text: str,
    font: QFont,
    step: float,
    width: float,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> TextBlock:
    """Break plain text into lines of a fixed step.

    Args:
        text: plain text; a newline starts a line, blank lines start a paragraph half a step lower.
        font: the font of all of it.
        step: the distance from baseline to baseline in px.
        width: where lines break, in px; a word that is longer breaks anywhere.
        alignment: leading (AlignLeft), centred or trailing (AlignRight).
        direction: the reading direction around the text; a paragraph that begins with
            right-to-left letters reads, and starts, from the right in any case.

    Returns:
        The lines; they belong to the block and can be painted as often as needed.
    """
    layouts: list[QTextLayout] = []
    height, widest, gap = 0.0, 0.0, 0.0
    for paragraph in text.splitlines():
        if not paragraph.strip():
            gap = step / 2
            continue
        if layouts:
            height += gap
        gap = 0.0
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(wrapping_option(paragraph, alignment, direction))
        lines, reach = _break_lines(layout, QFontMetricsF(font), step, width, height)
        height += lines * step
        widest = max(widest, reach)
        layouts.append(layout)
    return TextBlock(tuple(layouts), height, widest)


def wrapping_option(
    paragraph: str,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> QTextOption:
    """How one paragraph wraps, reads and aligns; see `lay_out`."""
    reads = _reading_direction(paragraph, direction)
    mirrored = Qt.LayoutDirection.RightToLeft in (reads, direction)
    option = QTextOption(_visual(alignment, mirrored=mirrored) | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(reads)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _reading_direction(paragraph: str, around: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """The direction of the first letter that has one, else that of the surroundings."""
    for letter in paragraph:
        strength = unicodedata.bidirectional(letter)
        if strength == "L":
            return Qt.LayoutDirection.LeftToRight
        if strength in ("R", "AL"):
            return Qt.LayoutDirection.RightToLeft
    return around


def _visual(alignment: Qt.AlignmentFlag, *, mirrored: bool) -> Qt.AlignmentFlag:
    """The side a leading, centred or trailing text stands on."""
    flag = Qt.AlignmentFlag
    if alignment & flag.AlignHCenter:
        return flag.AlignHCenter
    trailing = bool(alignment & flag.AlignRight)
    if alignment & flag.AlignAbsolute:
        mirrored = False
    return flag.AlignRight if trailing != mirrored else flag.AlignLeft


def _break_lines(
    layout: QTextLayout, metrics: QFontMetricsF, step: float, width: float, top: float
) -> tuple[int, float]:
    """Break one paragraph from `top` on; gives the number of lines and the widest."""
    count, widest = 0, 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        # A fallback font may be taller: the baselines keep their distance whatever is on the line.
        baseline = top + count * step + (step - metrics.height()) / 2 + metrics.ascent()
        line.setPosition(QPointF(0, baseline - line.ascent()))
        widest = max(widest, line.naturalTextWidth())
        count += 1
    layout.endLayout()
    return count, widest
