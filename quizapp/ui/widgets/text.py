"""Text with a fixed line step; announcing to screen readers."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from quizapp.ui.compat import override
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import painter_on
from quizapp.ui.widgets.layouts import wrapped_hint

UNBOUNDED = 16_000_000.0
"""A line width in px that no text reaches: the layout then gives the natural width."""


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
    return _option(_reading_direction(paragraph, direction), alignment, direction)


@cache
def _option(
    reads: Qt.LayoutDirection, alignment: Qt.AlignmentFlag, around: Qt.LayoutDirection
) -> QTextOption:
    mirrored = Qt.LayoutDirection.RightToLeft in (reads, around)
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


_MEASURE, _LEAST = 640, 96

_WIDTHS_KEPT = 16  # more than one round of layouts tries; a window that is dragged tries hundreds


class Text(QLabel):
    """A text of one use, see `look.TYPE`, in one colour token.

    Newlines start a line, blank lines a paragraph. Its contents margins are honoured, so a text
    beside painted controls can be indented by their inset with `inset`.
    """

    def __init__(
        self,
        appearance: Appearance,
        use: str,
        text: str = "",
        colour: str = "ink",
        parent: QWidget | None = None,
        *,
        inset: float = 0,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._use = use
        self._colour = colour
        self._inset = inset
        self._names: frozenset[str] = frozenset()
        self._shaped: ShapedText | None = None
        self._blocks: dict[int, TextBlock] = {}
        self._broken_at = 0  # the width of the block that has its lines
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setText(text)
        self._restyle()
        appearance.changed.connect(self._restyle)

    @override
    def setText(self, text: str) -> None:
        """Show another text; it is also the accessible name."""
        if text == self.text():
            return  # nothing around it need be laid out anew
        super().setText(text)
        self.setAccessibleName(text)
        self._lay_out_anew()

    def set_names(self, names: frozenset[str]) -> None:
        """Set these lines of it heavier: each is the name of what follows."""
        if names != self._names:
            self._names = names
            self._lay_out_anew()

    def set_colour(self, token: str) -> None:
        """Take the colour of another token of the theme."""
        self._colour = token
        self.update()

    def set_use(self, use: str) -> None:
        """Take the font and line step of another use."""
        if use != self._use:
            self._use = use
            self._restyle()

    def colour(self) -> QColor:
        """The colour the text is painted in now; a disabled text is muted."""
        token = self._colour if self.isEnabled() else "muted"
        return QColor(str(getattr(self._appearance.theme, token)))

    def _restyle(self) -> None:
        """Take font and margins from the appearance."""
        inset = self._appearance.px(self._inset)
        if inset:
            self.setContentsMargins(inset, 0, inset, 0)
        self.setFont(self._appearance.font(self._use))
        self._lay_out_anew()

    def _lay_out_anew(self) -> None:
        self._shaped = None
        self._blocks.clear()
        self.updateGeometry()
        self.update()

    def _block(self, width: float) -> TextBlock:
        """The text at a width in px, ready to be drawn: the block asked for last has the lines."""
        key = int(width)
        if key != self._broken_at or key not in self._blocks:
            if len(self._blocks) >= _WIDTHS_KEPT:
                self._blocks.clear()
            self._blocks[key] = self._shape().broken(width)
            self._broken_at = key
        return self._blocks[key]

    def _measured(self, width: float) -> TextBlock:
        """How large the text is at a width in px, whatever width its lines have now."""
        return self._blocks.get(int(width)) or self._block(width)

    def _shape(self) -> ShapedText:
        if self._shaped is None:
            font, step = self._appearance.font(self._use), self._appearance.line_step(self._use)
            fonts = {name: self._appearance.font("label_strong") for name in self._names}
            self._shaped = shape(
                self.text(), font, step, self.alignment(), self.layoutDirection(), fonts=fonts
            )
        return self._shaped

    def _natural(self) -> int:
        """The px the text would take on one line; every block knows it, also one that is needed anyhow."""
        block = next(iter(self._blocks.values()), None) or self._block(self.width() - self._sides())
        return ceil(block.natural)

    def _sides(self) -> int:
        margins = self.contentsMargins()
        return margins.left() + margins.right()

    @override
    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        across, down = margins.left() + margins.right(), margins.top() + margins.bottom()
        return ceil(self._measured(width - across).height) + down

    @override
    def sizeHint(self) -> QSize:
        return wrapped_hint(self, min(self._natural(), self._appearance.px(_MEASURE)) + self._sides())

    @override
    def minimumSizeHint(self) -> QSize:
        least = min(self._natural(), self._appearance.px(_LEAST)) + self._sides()
        return QSize(least, self._appearance.line_step(self._use) if self.text() else 0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lay_out_anew()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        area = self.contentsRect()
        block = self._block(area.width())
        top = 0.0
        if (spare := area.height() - block.height) > 0:
            top = self._above(spare)
        with painter_on(self) as painter:
            painter.setPen(QPen(self.colour()))
            block.draw(painter, QPointF(area.left(), area.top() + round(top)))

    def _above(self, spare: float) -> float:
        """How many of the px that the text does not need lie above it."""
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            return spare / 2
        return spare if self.alignment() & Qt.AlignmentFlag.AlignBottom else 0.0


def label(text: str, parent: QWidget | None = None) -> QLabel:
    """A label that shows its text letter by letter."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    return made


def button_text(text: str) -> str:
    """The text as a button or menu must get it to show every `&`."""
    return text.replace("&", "&&")


def message(parent: QWidget | None, title: str, text: str, details: str = "") -> QMessageBox:
    """A message box with plain text; the caller shows it.

    Args:
        parent: the window it belongs to.
        title: the window's title.
        text: the sentence people read first.
        details: what is shown on request; empty means no such button.

    Returns:
        The box, not yet shown.
    """
    box = QMessageBox(parent)
    box.setOption(QMessageBox.Option.DontUseNativeDialog)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(text)
    if details:
        box.setDetailedText(details)
    return box


def announce(widget: QWidget, sentence: str) -> None:
    """Have a sentence read out; does nothing where no screen reader listens."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
