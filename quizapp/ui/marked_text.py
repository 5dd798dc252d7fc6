"""A text on a page with its deciding words marked."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QWidget

from quizapp.domain.question import Side
from quizapp.domain.quotes import spans
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import paint_box, painter_on
from quizapp.ui.text import Text


class MarkedText(Text):
    """A text in which some words are tinted and underlined as a scenario's deciding words are.

    Args:
        look: colours and fonts.
        use: the use of type, see `look.TYPE`.
        text: the text.
        quotes: the words, each as it stands in the text.
        side: the side they speak for.
        parent: the owner.
    """

    def __init__(
        self,
        look: Look,
        use: str,
        text: str,
        quotes: Sequence[str],
        side: Side,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, use, text, parent=parent)
        self._side = side
        self._marks = [place for quote in quotes for place in spans(text, quote)[:1]]
        words = ", ".join(text[start:end] for start, end in self._marks)
        if words:
            self.setAccessibleDescription(self.tr("Deciding words: {words}").format(words=words))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tints, the text upon them, and the underlines: dashed for Product."""
        pieces = list(self._pieces())
        px, theme = self._look.px, self._look.theme
        with painter_on(self) as painter:
            for piece in pieces:
                tint = piece.adjusted(-px(2), -px(1), px(2), px(2)) & QRectF(self.rect())
                paint_box(painter, tint, px(4), theme.soft(self._side))
        super().paintEvent(event)
        with painter_on(self) as painter:
            self._underline(painter, pieces)

    def _underline(self, painter: QPainter, pieces: Sequence[QRectF]) -> None:
        width = self._look.px(1.5)
        colour = self._look.theme.mark(self._side)
        pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        if self._side is Side.PRODUCT:
            pen.setDashPattern([2.5, 1.5])
        painter.setPen(pen)
        for piece in pieces:
            y = round(piece.bottom()) + width / 2
            painter.drawLine(QPointF(round(piece.left()), y), QPointF(round(piece.right()), y))

    def _pieces(self) -> Iterator[QRectF]:
        """The rectangles of the marked words, one for each line they stand on."""
        area = self.contentsRect()
        paragraphs = self._block(area.width()).paragraphs
        for paragraph, (begin, words) in zip(paragraphs, _paragraphs(self.text()), strict=True):
            for start, end in self._marks:
                first, last = max(start - begin, 0), min(end - begin, len(words))
                if first < last:
                    units = _units(words[:first]), _units(words[:last])
                    for piece in _on_lines(paragraph, *units):
                        yield piece.translated(area.topLeft())


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Where each paragraph that is laid out begins, and its text."""
    begin = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield begin, line.splitlines()[0]
        begin += len(line)


def _units(text: str) -> int:
    """How many UTF-16 units Qt counts in a text."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _on_lines(layout: QTextLayout, start: int, end: int) -> Iterator[QRectF]:
    """Where a range of UTF-16 units stands: a piece for each line, or more where reading directions mix."""
    metrics = QFontMetricsF(layout.font())
    for line in (layout.lineAt(number) for number in range(layout.lineCount())):
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        top = line.y() + line.ascent() - metrics.ascent()
        natural = line.naturalTextRect()  # without the blanks that hang over the edge
        for run in line.glyphRuns(first, last - first) if first < last else []:
            box = run.boundingRect() & natural
            yield QRectF(box.left(), top, box.width(), metrics.height())
