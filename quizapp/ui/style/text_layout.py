"""Text that a widget paints itself: shaped once, broken at a width, drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from quizapp.ui.style.directions import reading_direction


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Text laid out at one width.

    Attributes:
        paragraphs: they hold the lines.
        height: of all lines, in px.
        widest: the width of the widest line, in px.
        natural: what would be the widest if no line were broken, in px.
    """

    paragraphs: tuple[QTextLayout, ...]
    height: float
    widest: float
    natural: float

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Paint the text in the painter's pen with its top left corner at a point."""
        for paragraph in self.paragraphs:
            paragraph.draw(painter, at)


@dataclass(frozen=True, slots=True)
class ShapedText:
    """Text whose letters are shaped: to break it at another width costs half as much as to begin anew.

    Attributes:
        paragraphs: one for each line of the text that is not blank.
        gaps: the px above each of them.
        step: the distance from baseline to baseline in px.
        baseline: how far below the top of its line one lies in px.
    """

    paragraphs: tuple[QTextLayout, ...]
    gaps: tuple[float, ...]
    step: float
    baseline: float

    def broken(self, width: float) -> TextBlock:
        """The text with lines of a width in px; the block that was made before has lost its lines."""
        height, widest, natural = 0.0, 0.0, 0.0
        for paragraph, gap in zip(self.paragraphs, self.gaps, strict=True):
            height += gap
            count, reach = self._break_lines(paragraph, max(1.0, width), height)
            height += count * self.step
            widest = max(widest, reach)
            natural = max(natural, paragraph.maximumWidth())
        return TextBlock(self.paragraphs, height, widest, natural)

    def _break_lines(self, paragraph: QTextLayout, width: float, top: float) -> tuple[int, float]:
        """Break one paragraph from `top` on; gives the number of lines and the widest."""
        baseline, count, widest = top + self.baseline, 0, 0.0
        paragraph.beginLayout()
        while (line := paragraph.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, baseline - line.ascent()))
            widest = max(widest, line.naturalTextWidth())
            baseline += self.step
            count += 1
        paragraph.endLayout()
        return count, widest


def lay_out(
    text: str,
    font: QFont,
    step: float,
    width: float,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> TextBlock:
    """Break plain text into lines of a fixed step: `shape` and `ShapedText.broken` in one."""
    return shape(text, font, step, alignment, direction).broken(width)


def shape(
    text: str,
    font: QFont,
    step: float,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
    *,
    fonts: Mapping[str, QFont] | None = None,
) -> ShapedText:
    """Make plain text ready to be broken into lines of a fixed step.

    Args:
        text: plain text; a newline starts a line, blank lines start a paragraph half a step lower.
        font: the font of all of it.
        step: the distance from baseline to baseline in px.
        alignment: leading (AlignLeft), centred or trailing (AlignRight).
        direction: the reading direction around the text; a paragraph that begins with
            right-to-left letters reads, and starts, from the right in any case.
        fonts: of the lines of the text that have one of their own.

    Returns:
        The text; a word that is longer than a line will break anywhere.
    """
    paragraphs: list[QTextLayout] = []
    gaps: list[float] = []
    gap = 0.0
    for line in text.splitlines():
        if not line.strip():
            gap = step / 2 if paragraphs else 0.0
            continue
        paragraph = QTextLayout(line, (fonts or {}).get(line, font))
        paragraph.setTextOption(wrapping_option(line, alignment, direction))
        paragraphs.append(paragraph)
        gaps.append(gap)
        gap = 0.0
    metrics = QFontMetricsF(font)
    # A fallback font may be taller: the baselines keep their distance whatever is on the line.
    baseline = (step - metrics.height()) / 2 + metrics.ascent()
    return ShapedText(tuple(paragraphs), tuple(gaps), step, baseline)


def wrapping_option(
    paragraph: str,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> QTextOption:
    """How one paragraph wraps, reads and aligns; see `lay_out`."""
    return _option(reading_direction(paragraph, direction), alignment, direction)


@cache
def _option(
    reads: Qt.LayoutDirection, alignment: Qt.AlignmentFlag, around: Qt.LayoutDirection
) -> QTextOption:
    mirrored = Qt.LayoutDirection.RightToLeft in (reads, around)
    option = QTextOption(_visual(alignment, mirrored=mirrored) | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(reads)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _visual(alignment: Qt.AlignmentFlag, *, mirrored: bool) -> Qt.AlignmentFlag:
    """The side a leading, centred or trailing text stands on."""
    flag = Qt.AlignmentFlag
    if alignment & flag.AlignHCenter:
        return flag.AlignHCenter
    trailing = bool(alignment & flag.AlignRight)
    if alignment & flag.AlignAbsolute:
        mirrored = False
    return flag.AlignRight if trailing != mirrored else flag.AlignLeft


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
