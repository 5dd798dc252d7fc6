"""How a vote split: for every answer its number, its share, and the 95 % interval of that as a band."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.domain.chance import wilson
from quizapp.domain.question import Side
from quizapp.ui.look import Look
from quizapp.ui.marks import paint_mark
from quizapp.ui.overriding import override
from quizapp.ui.painted import Painted
from quizapp.ui.painting import mix, paint_box, painter_on

_LINE, _TRACK, _GAP = 20, 8, 6  # px at 100 % text
_MARK = 14


@dataclass(frozen=True, slots=True)
class SplitRow:
    """One answer: its name, its side where it has one, and how many gave it."""

    name: str
    side: Side | None
    number: int


class SplitRows(Painted):
    """One row an answer: name and figures, and under them the share with its interval.

    Args:
        look: the look in force.
        parent: the owner.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._rows: tuple[SplitRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: tuple[SplitRow, ...]) -> None:
        """Show a vote."""
        self._rows = rows
        self.setAccessibleName("; ".join(f"{row.name}: {self._figures(row)}" for row in rows))
        self._relook()

    @property
    def _total(self) -> int:
        return sum(row.number for row in self._rows)

    def _interval(self, row: SplitRow) -> tuple[float, float, float]:
        """The share, and its lower and upper bound, each 0 to 1."""
        total = self._total
        return row.number / total if total else 0.0, *wilson(row.number, total)

    def _figures(self, row: SplitRow) -> str:
        if not self._total:
            return "0"
        share, low, high = (round(100 * each) for each in self._interval(row))
        return self.tr("{n} · {share} % ({low}–{high})").format(n=row.number, share=share, low=low, high=high)

    def _step(self) -> int:
        return self._look.px(_LINE) + self._look.px(_TRACK) + self._look.px(_GAP)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), len(self._rows) * self._step())

    @override
    def minimumSizeHint(self) -> QSize:
        advance = QFontMetricsF(self._look.font("label_strong")).horizontalAdvance
        widths = (advance(f"{row.name} {self._figures(row)}") for row in self._rows)
        return QSize(round(max(widths, default=0)) + self._look.px(2 * _MARK), len(self._rows) * self._step())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            for place, row in enumerate(self._rows):
                top = place * self._step()
                self._paint_words(painter, row, QRectF(0, top, self.width(), self._look.px(_LINE)))
                track = QRectF(0, top + self._look.px(_LINE), self.width(), self._look.px(_TRACK))
                self._paint_bar(painter, row, track)

    def _paint_words(self, painter: QPainter, row: SplitRow, line: QRectF) -> None:
        look, is_mirrored = self._look, self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if is_mirrored:
            near, far = far, near
        middle, words = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, QRectF(line)
        colour = QColor(look.theme.ink)
        if row.side is not None:
            edge = look.px(_MARK)
            x = line.right() - edge / 2 if is_mirrored else line.left() + edge / 2
            centre = QPointF(x, line.center().y())
            paint_mark(painter, row.side, centre, edge * 0.85, look.theme.mark(row.side))
            words.adjust(0 if is_mirrored else 1.6 * edge, 0, -1.6 * edge if is_mirrored else 0, 0)
            colour = look.theme.word(row.side)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # else "42 %" is set as "% 42"
        painter.setFont(look.font("label_strong"))
        painter.setPen(QPen(colour))
        painter.drawText(words, int(near | middle), row.name)
        painter.setPen(QPen(QColor(look.theme.ink)))
        painter.drawText(line, int(far | middle), self._figures(row))

    def _paint_bar(self, painter: QPainter, row: SplitRow, track: QRectF) -> None:
        """The share as a tick, its interval as a band."""
        theme, radius = self._look.theme, track.height() / 2
        edge = theme.line if theme.sunken == theme.surface else None
        paint_box(painter, track, radius, theme.sunken, edge)
        if not self._total:
            return
        share, low, high = self._interval(row)
        band = self._span(low, high, track)
        paint_box(painter, band, radius, mix(theme.sunken, theme.ink, 0.45))
        half = self._look.px(2)
        at = self._span(share, share, track.adjusted(half, 0, -half, 0)).center().x()
        tick = QRectF(at - half, track.top() - self._look.px(2), 2 * half, track.height() + self._look.px(4))
        paint_box(painter, tick, half, theme.ink)

    def _span(self, low: float, high: float, track: QRectF) -> QRectF:
        """The part of a track from one share to another, mirrored where reading starts at the right."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            low, high = 1 - high, 1 - low
        left = track.left() + low * track.width()
        return QRectF(left, track.top(), (high - low) * track.width(), track.height())
