"""The rows of a list of questions, as a model and as they are painted."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from quizapp.domain.question import Side
from quizapp.ui import icons
from quizapp.ui.look import Look
from quizapp.ui.marks import paint_mark
from quizapp.ui.overriding import override
from quizapp.ui.painting import paint_box, side_room
from quizapp.ui.text_layout import UNBOUNDED, TextBlock, lay_out

Index = QModelIndex | QPersistentModelIndex

_LEAD, _GAP, _SIDE, _DOWN, _BETWEEN = 22, 10, 8, 8, 2  # px at 100 % text
_TICK, _RADIUS, _RIM = 20, 8, 1
_NONE = QModelIndex()


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question in a list.

    Attributes:
        id: the question's.
        text: what is asked.
        brief: a sentence of it, by which it is recognised.
        key: the right answer in a word.
        side: the side it names; None for a choice.
        facts: what else there is to know, on one line.
        lead: its number in the round; empty for a mark that says whether it is chosen.
        is_chosen: whether the round asks it.
        state: the same for screen readers.
    """

    id: str
    text: str
    brief: str
    key: str
    side: Side | None
    facts: str
    lead: str = ""
    is_chosen: bool = False
    state: str = ""

    @property
    def said(self) -> str:
        """All of it, as it is read out."""
        return ". ".join(part for part in (self.lead, self.state, self.text, self.key, self.facts) if part)


class QuestionRows(QAbstractListModel):
    """Rows that may change at any time; rows of the same questions keep their places."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[QuestionRow] = ()

    def show_rows(self, rows: Sequence[QuestionRow]) -> None:
        """Have these rows."""
        if [row.id for row in rows] == [row.id for row in self.rows]:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def place(self, question_id: str) -> int:
        """Where a question stands; -1 where it does not."""
        return next((place for place, row in enumerate(self.rows) if row.id == question_id), -1)

    @override
    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[index.row()].text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.rows[index.row()].said
        return None


class QuestionPainter(QStyledItemDelegate):
    """Paints a row: number or mark, a sentence or for the current row all that is asked, and the key.

    Args:
        look: the look in force.
        view: the list that is painted.
        rows: what it shows.
    """

    def __init__(self, look: Look, view: QListView, rows: QuestionRows) -> None:
        super().__init__(view)
        self._look, self._view, self._rows = look, view, rows
        self._heights: dict[tuple[str, str, int], int] = {}
        look.changed.connect(self._heights.clear)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words need in the width of the list."""
        row, width = self._rows.rows[index.row()], self._view.viewport().width()
        key = (self._told(row, index), row.facts, width)
        if key not in self._heights:
            self._heights[key] = self._height(row, key[0], width)
        return QSize(width, self._heights[key])

    def _told(self, row: QuestionRow, index: Index) -> str:
        """What is seen of a question: all of it once it is the current one."""
        return row.text if index == self._view.currentIndex() else row.brief

    def _height(self, row: QuestionRow, told: str, width: int) -> int:
        look, words = self._look, self._words_width(width)
        line = look.line_step("label")
        text = self._block(told, "label", words).height
        below = line if self._is_beside(row, words) else line + self._block(row.facts, "label", words).height
        return ceil(text + below) + look.px(_BETWEEN) + 2 * look.px(_DOWN + _RIM)

    def _words_width(self, width: int) -> int:
        look = self._look
        beside = 2 * (look.px(_RIM) + side_room(look, _SIDE)) + look.px(_LEAD) + side_room(look, _GAP)
        return max(1, width - beside)

    def _block(self, text: str, use: str, width: float) -> TextBlock:
        look, direction = self._look, self._view.layoutDirection()
        align = Qt.AlignmentFlag.AlignLeft
        return lay_out(text, look.font(use), look.line_step(use), width, align, direction)

    def _key_width(self, row: QuestionRow) -> int:
        """The px of mark and key, and of the gap behind them."""
        words = QFontMetricsF(self._look.font("label_strong")).horizontalAdvance(row.key)
        return ceil(words) + self._look.px(22 if row.side is not None else 0) + self._look.px(_GAP)

    def _is_beside(self, row: QuestionRow, width: int) -> bool:
        """Whether the facts have room beside the key."""
        return self._key_width(row) + self._block(row.facts, "label", UNBOUNDED).natural <= width

    def is_mark(self, row: QRect, at: QPoint) -> bool:
        """Whether a point lies on the mark of a row, and not on its words."""
        width = self._look.px(2 * _RIM + _LEAD) + side_room(self._look, _SIDE)
        return self._mirrored(row, QRect(row.topLeft(), QSize(width, row.height()))).contains(at)

    # -- painting ------------------------------------------------------------------------------

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, look = self._rows.rows[index.row()], self._look
        outer = QRect(getattr(option, "rect"))  # noqa: B009 - the stubs do not know it
        inset, side, down = look.px(_RIM), side_room(look, _SIDE), look.px(_DOWN)
        edge = QRectF(outer).adjusted(inset, inset, -inset, -inset)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index == self._view.currentIndex():
            held = self._view.hasFocus()
            line = look.theme.ink if held else look.theme.border
            width = 2.5 if held else 1.0
            paint_box(painter, edge, look.px(_RADIUS), look.theme.sunken, line, width * look.scale)
        inner = outer.adjusted(inset + side, inset + down, -inset - side, -inset - down)
        lead = QRect(inner.left(), inner.top(), look.px(_LEAD), look.line_step("label"))
        self._paint_lead(painter, self._mirrored(inner, lead), row)
        words = inner.adjusted(look.px(_LEAD) + side_room(look, _GAP), 0, 0, 0)
        self._paint_words(painter, self._mirrored(inner, words), row, self._told(row, index))
        painter.restore()

    def _mirrored(self, within: QRect, rect: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), within, rect)

    def _paint_lead(self, painter: QPainter, rect: QRect, row: QuestionRow) -> None:
        look, theme = self._look, self._look.theme
        if row.lead:
            painter.setFont(look.font("label_strong"))
            painter.setPen(QColor(theme.muted))
            flags = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rect, int(QStyle.visualAlignment(self._view.layoutDirection(), flags)), row.lead)
            return
        size = look.px(_TICK)
        box = QRectF(rect.center().x() - size / 2, rect.center().y() - size / 2, size, size)
        if not row.is_chosen:
            paint_box(painter, box, look.px(6), theme.surface, theme.border, 1.5 * look.scale)
            return
        paint_box(painter, box, look.px(6), theme.ink)
        inner = look.px(3)
        tick = box.adjusted(inner, inner, -inner, -inner)
        icons.paint(painter, tick, "check", QColor(theme.surface), current=True)

    def _paint_words(self, painter: QPainter, rect: QRect, row: QuestionRow, told: str) -> None:
        look, theme = self._look, self._look.theme
        painter.setPen(QPen(QColor(theme.ink)))
        text = self._block(told, "label", rect.width())
        text.draw(painter, QPointF(rect.topLeft()))
        top = rect.top() + round(text.height) + look.px(_BETWEEN)
        line = look.line_step("label")
        self._paint_key(painter, QRect(rect.left(), top, rect.width(), line), row)
        painter.setPen(QPen(QColor(theme.muted)))
        if self._is_beside(row, rect.width()):
            room = QRect(rect.left() + self._key_width(row), top, rect.width() - self._key_width(row), line)
            room = self._mirrored(QRect(rect.left(), top, rect.width(), line), room)
        else:
            room = QRect(rect.left(), top + line, rect.width(), line)
        self._block(row.facts, "label", room.width()).draw(painter, QPointF(room.topLeft()))

    def _paint_key(self, painter: QPainter, rect: QRect, row: QuestionRow) -> None:
        """The key in a word, with its mark where it is a side."""
        look, theme, indent = self._look, self._look.theme, 0
        colour = theme.ink
        if row.side is not None:
            indent, colour = look.px(22), str(getattr(theme, row.side.value))
            spot = self._mirrored(rect, QRect(rect.left(), rect.top(), look.px(16), rect.height()))
            centre = QPointF(spot.center().x() + 0.5, rect.center().y() + 0.5)
            paint_mark(painter, row.side, centre, look.px(13), theme.mark(row.side))
        painter.setFont(look.font("label_strong"))
        painter.setPen(QColor(colour))
        words = self._mirrored(rect, rect.adjusted(indent, 0, 0, 0))
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(QStyle.visualAlignment(self._view.layoutDirection(), flags)), row.key)
