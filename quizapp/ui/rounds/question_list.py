"""QListView, model and delegate."""

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
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from quizapp.domain.question import Side
from quizapp.ui.compat import override
from quizapp.ui.style import icons
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import paint_mark
from quizapp.ui.style.painting import paint_box, side_spacing
from quizapp.ui.style.text_layout import UNBOUNDED, TextBlock, lay_out
from quizapp.ui.widgets.buttons import ENTER

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
    """Rows that may change at any time; rows of the same questions keep their positions."""

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

    def position(self, question_id: str) -> int:
        """Where a question stands; -1 where it does not."""
        return next((position for position, row in enumerate(self.rows) if row.id == question_id), -1)

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
        appearance: the appearance in force.
        view: the list that is painted.
        rows: what it shows.
    """

    def __init__(self, appearance: Appearance, view: QListView, rows: QuestionRows) -> None:
        super().__init__(view)
        self._appearance, self._view, self._rows = appearance, view, rows
        self._heights: dict[tuple[str, str, int], int] = {}
        appearance.changed.connect(self._heights.clear)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words need in the width of the list."""
        row, width = self._rows.rows[index.row()], self._view.viewport().width()
        key = (self._shown_text(row, index), row.facts, width)
        if key not in self._heights:
            self._heights[key] = self._height(row, key[0], width)
        return QSize(width, self._heights[key])

    def _shown_text(self, row: QuestionRow, index: Index) -> str:
        """What is seen of a question: all of it once it is the current one."""
        return row.text if index == self._view.currentIndex() else row.brief

    def _height(self, row: QuestionRow, told: str, width: int) -> int:
        appearance, words = self._appearance, self._words_width(width)
        line = appearance.line_step("label")
        text = self._block(told, "label", words).height
        below = line if self._is_beside(row, words) else line + self._block(row.facts, "label", words).height
        return ceil(text + below) + appearance.px(_BETWEEN) + 2 * appearance.px(_DOWN + _RIM)

    def _words_width(self, width: int) -> int:
        appearance = self._appearance
        beside = (
            2 * (appearance.px(_RIM) + side_spacing(appearance, _SIDE))
            + appearance.px(_LEAD)
            + side_spacing(appearance, _GAP)
        )
        return max(1, width - beside)

    def _block(self, text: str, use: str, width: float) -> TextBlock:
        appearance, direction = self._appearance, self._view.layoutDirection()
        align = Qt.AlignmentFlag.AlignLeft
        return lay_out(text, appearance.font(use), appearance.line_step(use), width, align, direction)

    def _key_width(self, row: QuestionRow) -> int:
        """The px of mark and key, and of the gap behind them."""
        words = QFontMetricsF(self._appearance.font("label_strong")).horizontalAdvance(row.key)
        return (
            ceil(words) + self._appearance.px(22 if row.side is not None else 0) + self._appearance.px(_GAP)
        )

    def _is_beside(self, row: QuestionRow, width: int) -> bool:
        """Whether the facts have room beside the key."""
        return self._key_width(row) + self._block(row.facts, "label", UNBOUNDED).natural <= width

    def is_mark(self, row: QRect, at: QPoint) -> bool:
        """Whether a point lies on the mark of a row, and not on its words."""
        width = self._appearance.px(2 * _RIM + _LEAD) + side_spacing(self._appearance, _SIDE)
        return self._mirrored(row, QRect(row.topLeft(), QSize(width, row.height()))).contains(at)

    # -- painting ------------------------------------------------------------------------------

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, appearance = self._rows.rows[index.row()], self._appearance
        outer = QRect(getattr(option, "rect"))  # noqa: B009 - the stubs do not know it
        inset, side, down = appearance.px(_RIM), side_spacing(appearance, _SIDE), appearance.px(_DOWN)
        edge = QRectF(outer).adjusted(inset, inset, -inset, -inset)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index == self._view.currentIndex():
            held = self._view.hasFocus()
            line = appearance.theme.ink if held else appearance.theme.border
            width = 2.5 if held else 1.0
            paint_box(
                painter, edge, appearance.px(_RADIUS), appearance.theme.sunken, line, width * appearance.scale
            )
        inner = outer.adjusted(inset + side, inset + down, -inset - side, -inset - down)
        lead = QRect(inner.left(), inner.top(), appearance.px(_LEAD), appearance.line_step("label"))
        self._paint_lead(painter, self._mirrored(inner, lead), row)
        words = inner.adjusted(appearance.px(_LEAD) + side_spacing(appearance, _GAP), 0, 0, 0)
        self._paint_words(painter, self._mirrored(inner, words), row, self._shown_text(row, index))
        painter.restore()

    def _mirrored(self, within: QRect, rect: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), within, rect)

    def _paint_lead(self, painter: QPainter, rect: QRect, row: QuestionRow) -> None:
        appearance, theme = self._appearance, self._appearance.theme
        if row.lead:
            painter.setFont(appearance.font("label_strong"))
            painter.setPen(QColor(theme.muted))
            flags = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rect, int(QStyle.visualAlignment(self._view.layoutDirection(), flags)), row.lead)
            return
        size = appearance.px(_TICK)
        box = QRectF(rect.center().x() - size / 2, rect.center().y() - size / 2, size, size)
        if not row.is_chosen:
            paint_box(painter, box, appearance.px(6), theme.surface, theme.border, 1.5 * appearance.scale)
            return
        paint_box(painter, box, appearance.px(6), theme.ink)
        inner = appearance.px(3)
        tick = box.adjusted(inner, inner, -inner, -inner)
        icons.paint(painter, tick, "check", QColor(theme.surface), current=True)

    def _paint_words(self, painter: QPainter, rect: QRect, row: QuestionRow, told: str) -> None:
        appearance, theme = self._appearance, self._appearance.theme
        painter.setPen(QPen(QColor(theme.ink)))
        text = self._block(told, "label", rect.width())
        text.draw(painter, QPointF(rect.topLeft()))
        top = rect.top() + round(text.height) + appearance.px(_BETWEEN)
        line = appearance.line_step("label")
        self._paint_key(painter, QRect(rect.left(), top, rect.width(), line), row)
        painter.setPen(QPen(QColor(theme.muted)))
        if self._is_beside(row, rect.width()):
            facts_rect = QRect(
                rect.left() + self._key_width(row), top, rect.width() - self._key_width(row), line
            )
            facts_rect = self._mirrored(QRect(rect.left(), top, rect.width(), line), facts_rect)
        else:
            facts_rect = QRect(rect.left(), top + line, rect.width(), line)
        self._block(row.facts, "label", facts_rect.width()).draw(painter, QPointF(facts_rect.topLeft()))

    def _paint_key(self, painter: QPainter, rect: QRect, row: QuestionRow) -> None:
        """The key in a word, with its mark where it is a side."""
        appearance, theme, indent = self._appearance, self._appearance.theme, 0
        colour = theme.ink
        if row.side is not None:
            indent, colour = appearance.px(22), str(getattr(theme, row.side.value))
            spot = self._mirrored(rect, QRect(rect.left(), rect.top(), appearance.px(16), rect.height()))
            centre = QPointF(spot.center().x() + 0.5, rect.center().y() + 0.5)
            paint_mark(painter, row.side, centre, appearance.px(13), theme.mark(row.side))
        painter.setFont(appearance.font("label_strong"))
        painter.setPen(QColor(colour))
        words = self._mirrored(rect, rect.adjusted(indent, 0, 0, 0))
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(QStyle.visualAlignment(self._view.layoutDirection(), flags)), row.key)


_HEIGHT, _MOST = 380, 420  # px at 100 % text, and at any
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class QuestionList(QListView):
    """Shows rows of which one is current; it belongs in a `FieldBox`, which paints edge and focus ring.

    Args:
        appearance: the appearance in force.
        name: what screen readers call it.
        parent: the owner.

    Signals:
        pressed_on: Enter, Space, a double click, or a click on the mark; carries the question's id.
        remove_requested: Delete; carries the question's id.
        move_requested: Alt with an arrow; carries -1 for up and 1 for down.
        current_changed: another row is current.
    """

    pressed_on = Signal(object)
    remove_requested = Signal(object)
    move_requested = Signal(object)
    current_changed = Signal()

    def __init__(self, appearance: Appearance, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._rows = QuestionRows(self)
        self.setModel(self._rows)
        self._painter = QuestionPainter(appearance, self, self._rows)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # rows are as wide without it
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.doubleClicked.connect(self._press)
        self.selectionModel().currentChanged.connect(self._unfold)
        appearance.changed.connect(self._apply_style)
        self._apply_style()

    def show_rows(self, rows: Sequence[QuestionRow]) -> None:
        """Show these rows; the current one stays current, or the one that comes into its place."""
        held, position = self.current, self.currentIndex().row()
        self._rows.show_rows(rows)
        if position >= 0 and rows and self._rows.position(held) < 0:
            held = rows[min(position, len(rows) - 1)].id
        self.make_current(held)
        self.viewport().update()

    def make_current(self, question_id: str) -> None:
        """Make a question the current one, and bring it into view."""
        position = self._rows.position(question_id)
        if position >= 0 and position != self.currentIndex().row():
            self.setCurrentIndex(self._rows.index(position))

    @property
    def current(self) -> str:
        """The id of the current question; empty where none is."""
        position = self.currentIndex().row()
        return self._rows.rows[position].id if 0 <= position < len(self._rows.rows) else ""

    def _press(self, index: QModelIndex) -> None:
        self.pressed_on.emit(self._rows.rows[index.row()].id)

    def _unfold(self) -> None:
        """Show all of the current question, and less of the one before."""
        self.scheduleDelayedItemsLayout()
        self.current_changed.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A mark is pressed at once, so that nothing moves under the pointer."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        row = self._rows.rows[index.row()] if index.isValid() else None
        if row is not None and not row.lead and self._painter.is_mark(self.visualRect(index), at):
            self.pressed_on.emit(row.id)
        else:
            super().mousePressEvent(event)

    def _apply_style(self) -> None:
        self.setFixedHeight(min(self._appearance.px(_HEIGHT), _MOST))
        self.scheduleDelayedItemsLayout()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._appearance.px(240), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._appearance.px(160), self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row as soon as somebody comes in."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows.rows:
            self.setCurrentIndex(self._rows.index(0))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the current row, or go to another."""
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in _STEPS:
            self.move_requested.emit(_STEPS[key])
        elif key in (*ENTER, Qt.Key.Key_Space) and self.current:
            self.pressed_on.emit(self.current)
        elif key in _DELETE and self.current:
            self.remove_requested.emit(self.current)
        else:
            super().keyPressEvent(event)
