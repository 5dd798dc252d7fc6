"""A document with marked words."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextBlock
from PySide6.QtWidgets import QWidget

from quizapp.domain.question import Side
from quizapp.ui.compat import override
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import paint_box, painter_on
from quizapp.ui.style.sheet import RING
from quizapp.ui.widgets.reading import ReadingText

_STEP = 80  # ms from one mark to the next
_LANES = 3
_UP, _DOWN, _ASIDE, _RADIUS = 1.02, 0.40, 0.2, 0.22  # of the text's size, around the words on a line
_RING_WIDTH, _RING_RADIUS = 2.5, 8  # px
_LINE, _OUTLINE = 0.09, 0.07  # likewise, the thickness of a mark's line


class Mark(NamedTuple):
    """Words that are marked in a text, from `start` up to `end`, in characters.

    Attributes:
        start: where they begin.
        end: where they end.
        side: the side they speak for; None for words that decide nothing and are only outlined.
    """

    start: int
    end: int
    side: Side | None


class HighlightedText(ReadingText):
    """A document in which words are marked; nothing in it moves when marks come or go.

    Marks are painted behind the text: a tint with a line below (Service solid, Product dashed) where
    they decide, an outline where they do not.

    Args:
        appearance: colours.
        use: the use of type, see `TYPE`.
        name: what screen readers call the text.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, use: str, name: str, parent: QWidget | None = None) -> None:
        self._marks: tuple[Mark, ...] = ()
        self._lanes: tuple[int, ...] = ()
        self._visible = 0  # so many of them are painted by now
        super().__init__(use, name, parent)
        self._appearance = appearance
        self.setProperty("marked", True)  # no border: marks reach beyond their words, and are painted inside
        self.document().setDocumentMargin(RING)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._show_next)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is marked."""
        return self._marks

    def show_marks(self, marks: Sequence[Mark], *, one_by_one: bool = False) -> None:
        """Mark these words and no others, and say the deciding ones to screen readers.

        Args:
            marks: they may overlap; one that holds no letter of the text is left out.
            one_by_one: whether they appear one after another, where motion is wanted.
        """
        text = self.text()
        sound = tuple(mark for mark in marks if 0 <= mark.start < mark.end <= len(text))
        self._timer.stop()
        if not (sound or self._marks):
            return  # it stands there as it should, and need not be painted anew
        self._marks, self._lanes = sound, tuple(lanes(sound))
        step = self._appearance.duration(_STEP) if one_by_one and sound else 0
        self._visible = 0 if step else len(sound)
        if step:
            self._timer.start(step)
        words = ", ".join(text[mark.start : mark.end] for mark in sound if mark.side is not None)
        self.setAccessibleDescription(self.tr("Deciding words: {words}").format(words=words) if words else "")
        self.viewport().update()

    def _show_next(self) -> None:
        self._visible += 1
        if self._visible >= len(self._marks):
            self._timer.stop()
        self.viewport().update()

    # -- painting ------------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all tints, then all lines, then the text upon them."""
        shown = range(self._visible)
        if shown:
            pieces = [list(self._pieces(mark)) for mark in self._marks[: self._visible]]
            with painter_on(self.viewport()) as painter:
                for index in shown:
                    self._paint_ground(painter, self._marks[index].side, pieces[index])
                for index in shown:
                    self._paint_lines(painter, index, pieces[index])
        super().paintEvent(event)
        if self.hasFocus():
            self._paint_ring()

    def _paint_ring(self) -> None:
        """The focus ring, where other documents have a border."""
        edge = _RING_WIDTH / 2
        with painter_on(self.viewport()) as painter:
            box = QRectF(self.viewport().rect()).adjusted(edge, edge, -edge, -edge)
            paint_box(painter, box, _RING_RADIUS, None, self._appearance.theme.focus, _RING_WIDTH)

    def _pieces(self, mark: Mark) -> Iterator[tuple[QRectF, float]]:
        """Where marked words stand, with the text's size: a piece for each line they stand on."""
        text = self.text()
        start, end = _units(text[: mark.start]), _units(text[: mark.end])
        block, last = self.document().findBlock(start), self.document().findBlock(end - 1)
        inside = QRectF(self.viewport().rect())
        while block.isValid():
            size = float(block.charFormat().font().pixelSize())
            for piece in self._on_lines(block, start, end, size):
                yield piece & inside, size
            if block == last:
                return
            block = block.next()

    def _on_lines(self, block: QTextBlock, start: int, end: int, size: float) -> Iterator[QRectF]:
        """The rectangles of a range in a block; more than one a line where reading directions mix."""
        corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
        first, last = max(start - block.position(), 0), min(end - block.position(), block.length() - 1)
        layout = block.layout()
        for line in (layout.lineAt(number) for number in range(layout.lineCount())):
            begin, stop = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
            baseline = corner.y() + line.y() + line.ascent()
            natural = line.naturalTextRect()  # without the blanks that hang over the edge
            runs = line.glyphRuns(begin, stop - begin) if begin < stop else []
            ends = (begin, stop) if runs else ()
            sides = [self._aside(block, (start, end), number) * size for number in ends]
            for run in runs:
                words = run.boundingRect() & natural
                left, right = sides if len(runs) == 1 and not run.isRightToLeft() else [_ASIDE * size] * 2
                place = corner.x() + words.left() - left, baseline - _UP * size
                yield QRectF(*place, words.width() + left + right, (_UP + _DOWN) * size)

    def _aside(self, block: QTextBlock, mark: tuple[int, int], at: int) -> float:
        """How far a mark reaches past its words at an end of a line: not over a sign that touches them."""
        start, end = mark[0] - block.position(), mark[1] - block.position()
        place = {start: start - 1, end: end}.get(at, -1)  # of what stands beside the mark
        units = block.text().encode("utf-16-le", "surrogatepass")
        beside = units[2 * place : 2 * place + 2].decode("utf-16-le", "replace") if place >= 0 else ""
        return 0.0 if beside and not beside.isspace() else _ASIDE

    def _paint_ground(self, painter: QPainter, side: Side | None, pieces: list[tuple[QRectF, float]]) -> None:
        """The tint of deciding words, or the outline of others."""
        theme = self._appearance.theme
        for box, size in pieces:
            if side is None:
                paint_box(painter, box, _RADIUS * size, None, theme.ink, max(1.5, _OUTLINE * size))
            else:
                paint_box(painter, box, _RADIUS * size, theme.soft(side))

    def _paint_lines(self, painter: QPainter, index: int, pieces: list[tuple[QRectF, float]]) -> None:
        """The line below deciding words; those of words that overlap lie side by side."""
        side = self._marks[index].side
        if side is None:
            return
        for box, size in pieces:
            pen = QPen(self._appearance.theme.mark(side), max(2.0, _LINE * size))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if side is Side.PRODUCT:
                pen.setDashPattern([2.5, 1.5])
            painter.setPen(pen)
            y = box.bottom() + (1.5 * self._lanes[index] - 0.5) * pen.widthF()
            painter.drawLine(QPointF(box.left() + 1, y), QPointF(box.right() - 1, y))
        painter.setPen(Qt.PenStyle.NoPen)


class _Range(Protocol):
    """Words from `start` up to `end`."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def lanes(ranges: Sequence[_Range]) -> list[int]:
    """How far down the line below each range runs, so that those of overlapping ones lie side by side."""
    found: list[int] = []
    for each in ranges:
        taken = {lane for other, lane in zip(ranges, found, strict=False) if other.end > each.start}
        found.append(min(set(range(_LANES)) - taken, default=_LANES - 1))
    return found


def _units(text: str) -> int:
    """How many UTF-16 units Qt counts in a text."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
