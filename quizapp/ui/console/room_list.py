"""Who is missing, and who is in."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui.layouts import let_wrap, wrapped_hint
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painted import Painted
from quizapp.ui.painting import INSET, painter_on

_ROW, _SIGN, _GAP = 30, 16, 12  # px at 100 % text


@dataclass(frozen=True, slots=True)
class Attendance:
    """One voter: the name, and whether the answer is in; `state` says it in a word."""

    name: str
    is_in: bool
    state: str


class RoomList(Painted):
    """Names in columns, read downwards, as many side by side as have room.

    Args:
        look: the look in force.
        parent: the owner.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._rows: tuple[Attendance, ...] = ()
        self._widest = 0
        let_wrap(self, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: tuple[Attendance, ...]) -> None:
        """Show these voters, in this order."""
        self._rows = rows
        self.setAccessibleName("; ".join(f"{row.name}: {row.state}" for row in rows))
        self._relook()

    @override
    def _relook(self) -> None:
        self._widest = 0
        super()._relook()

    def _column(self) -> int:
        """The px that the widest row needs."""
        if not self._widest:
            strong = QFontMetricsF(self._look.font("choice_strong")).horizontalAdvance
            label = QFontMetricsF(self._look.font("label")).horizontalAdvance
            words = max((strong(row.name) + label(row.state) for row in self._rows), default=0)
            self._widest = ceil(words) + self._look.px(_SIGN + 3 * _GAP)
        return self._widest

    def _deep(self, width: int) -> int:
        """How many rows stand below one another."""
        columns = max(1, (width - 2 * self._look.px(INSET)) // max(1, self._column()))
        return ceil(len(self._rows) / columns)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._deep(width) * self._look.px(_ROW)

    @override
    def sizeHint(self) -> QSize:
        return wrapped_hint(self, self._column())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._column(), self._look.px(200)), self._look.px(_ROW) if self._rows else 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._rows:
            return
        deep, height = self._deep(self.width()), self._look.px(_ROW)
        inset = self._look.px(INSET)
        across = (self.width() - 2 * inset) / ceil(len(self._rows) / deep)
        with painter_on(self) as painter:
            for place, row in enumerate(self._rows):
                box = QRectF(inset + place // deep * across, place % deep * height, across, height)
                if box.toAlignedRect().intersects(event.rect()) or self.isRightToLeft():
                    self._paint_row(painter, row, box)

    def _paint_row(self, painter: QPainter, row: Attendance, box: QRectF) -> None:
        look, edge, gap = self._look, self._look.px(_SIGN), self._look.px(_GAP)
        sign = QRectF(box.left(), box.center().y() - edge / 2, edge, edge)
        self._paint_sign(painter, self._mirrored(sign), is_in=row.is_in)
        words = box.adjusted(edge + gap, 0, -gap, 0)
        mirrored = self.isRightToLeft()
        near = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        far = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.setFont(look.font("choice" if row.is_in else "choice_strong"))
        painter.setPen(QPen(QColor(look.theme.ink)))
        painter.drawText(self._mirrored(words), int(near | middle), row.name)
        painter.setFont(look.font("label"))
        painter.setPen(QPen(QColor(look.theme.muted)))
        painter.drawText(self._mirrored(words), int(far | middle), row.state)

    def _paint_sign(self, painter: QPainter, box: QRectF, *, is_in: bool) -> None:
        theme, line = self._look.theme, 1.4 * self._look.scale
        painter.setBrush(QColor(theme.ink) if is_in else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.ink if is_in else theme.border), line))
        painter.drawEllipse(box.adjusted(line / 2, line / 2, -line / 2, -line / 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if is_in:
            painter.setPen(QPen(QColor(theme.on_ink), line, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            steps = ((-0.22, 0.02), (-0.06, 0.17), (0.22, -0.15))
            painter.drawPolyline([box.center() + QPointF(x, y) * box.width() for x, y in steps])

    def _mirrored(self, box: QRectF) -> QRectF:
        if not self.isRightToLeft():
            return box
        return QRectF(self.width() - box.right(), box.top(), box.width(), box.height())
