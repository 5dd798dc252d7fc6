"""How far a session is: one segment a question."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import INSET, mix, paint_box, painter_on

_THICK, _CURRENT_THICK, _EDGE = 6, 8, 1.5
_WIDE_SEGMENT, _LEAST_SEGMENT = 16, 5


class ProgressStrip(QProgressBar):
    """Done questions filled, the current one outlined and part-filled, the rest grey."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._done, self._total, self._part = 0, 1, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Progress"))
        look.changed.connect(self._relayout)

    def show_progress(self, done: int, total: int, part: float = 0.0) -> None:
        """Show where the session stands.

        Args:
            done: questions that are finished.
            total: questions in all, at least 1.
            part: how far the current question is, 0 to 1.
        """
        self._done, self._total, self._part = done, total, part
        self.setRange(0, total)
        self.setValue(min(done + 1, total))
        self.setAccessibleDescription(self.text())
        self.update()

    @override
    def text(self) -> str:
        """Where the session stands in words, such as "4 of 10"."""
        return self.tr("{number} of {total}").format(
            number=min(self._done + 1, self._total), total=self._total
        )

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(320), self._look.px(_CURRENT_THICK + 4))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(80), self._look.px(_CURRENT_THICK + 4))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        segment = self._segment()
        with painter_on(self) as painter:
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                painter.translate(self.width(), 0)
                painter.scale(-1, 1)
            if segment is None:
                self._paint_whole(painter)
                return
            width, gap = segment
            for index in range(self._total):
                self._paint_segment(painter, index, index * (width + gap), width)

    def _length(self) -> int:
        """How long the strip is in px: its ends line up with the controls' visible edges."""
        return self.width() - 2 * self._look.px(INSET)

    def _segment(self) -> tuple[float, float] | None:
        """Width and gap of the segments in px, or None where they would be too short to tell apart."""
        look = self._look
        for gap, least in ((look.px(6), look.px(_WIDE_SEGMENT)), (look.px(2), look.px(_LEAST_SEGMENT))):
            width = (self._length() - gap * (self._total - 1)) / self._total
            if width >= least:
                return width, gap
        return None

    def _paint_segment(self, painter: QPainter, index: int, left: float, width: float) -> None:
        theme = self._look.theme
        if index == self._done:
            self._paint_current(painter, self._bar(left, width, _CURRENT_THICK), self._part)
            return
        fill = theme.ink if index < self._done else mix(theme.bg, theme.border, 0.45)
        bar = self._bar(left, width, _THICK)
        paint_box(painter, bar, bar.height() / 2, fill)

    def _paint_whole(self, painter: QPainter) -> None:
        """One bar for all questions."""
        share = (self._done + self._part) / self._total
        self._paint_current(painter, self._bar(0, self._length(), _CURRENT_THICK), share)

    def _paint_current(self, painter: QPainter, bar: QRectF, part: float) -> None:
        theme = self._look.theme
        painter.save()
        painter.setClipRect(QRectF(bar.left(), bar.top(), bar.width() * part, bar.height()))
        paint_box(painter, bar, bar.height() / 2, theme.ink)
        painter.restore()
        paint_box(painter, bar, bar.height() / 2, None, theme.ink, _EDGE * self._look.scale)

    def _bar(self, left: float, width: float, thickness: float) -> QRectF:
        """A bar in the middle of the height."""
        thick = self._look.px(thickness)
        return QRectF(left + self._look.px(INSET), (self.height() - thick) / 2, width, thick)
