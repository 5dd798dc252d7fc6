"""A list of questions: one of them is current and shows all that is asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from quizapp.domain.question import Side
from quizapp.ui.compat import override
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import paint_mark
from quizapp.ui.widgets.buttons import ENTER

Index = QModelIndex | QPersistentModelIndex

_NONE = QModelIndex()
_MARK, _DIAMETER = 20, 13  # px at 100 % text
_DOWN = 8  # px above and below the words of a row
_TALL = 10_000  # px that no row reaches


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
        number: its number in the round; empty for a check box that says whether it is chosen.
        is_chosen: whether the round asks it.
        state: the same for screen readers.
    """

    id: str
    text: str
    brief: str
    key: str
    side: Side | None
    facts: str
    number: str = ""
    is_chosen: bool = False
    state: str = ""

    @property
    def said(self) -> str:
        """All of it, as it is read out."""
        return ". ".join(part for part in (self.number, self.state, self.text, self.key, self.facts) if part)

    def shown(self, *, is_current: bool) -> str:
        """What is seen of it: all that is asked if it is the current one; key and facts on a line below."""
        asked = self.text if is_current else self.brief
        lead = f"{self.number}. " if self.number else ""
        return f"{lead}{asked}\n{self.key} · {self.facts}"


class QuestionRows(QAbstractListModel):
    """Rows that may change at any time; rows of the same questions keep their positions.

    Args:
        appearance: the appearance in force: marks are painted in its colours.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._marks: dict[Side | None, QIcon] = {}
        self._current = -1
        self.rows: Sequence[QuestionRow] = ()
        appearance.changed.connect(self._marks.clear)

    def show_rows(self, rows: Sequence[QuestionRow]) -> None:
        """Have these rows."""
        if [row.id for row in rows] == [row.id for row in self.rows]:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows, self._current = rows, -1
        self.endResetModel()

    def set_current(self, position: int) -> None:
        """Show all that is asked of one question, and less of the one before; -1 for none."""
        changed = [each for each in (self._current, position) if 0 <= each < len(self.rows)]
        self._current = position
        for each in changed:
            self.dataChanged.emit(self.index(each), self.index(each))

    def position(self, question_id: str) -> int:
        """Where a question stands; -1 where it does not."""
        return next((position for position, row in enumerate(self.rows) if row.id == question_id), -1)

    @override
    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.shown(is_current=index.row() == self._current)
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.said
            case Qt.ItemDataRole.DecorationRole:
                return self._mark(row.side)
            case Qt.ItemDataRole.CheckStateRole if not row.number:
                return Qt.CheckState.Checked if row.is_chosen else Qt.CheckState.Unchecked
            case _:
                return None

    def _mark(self, side: Side | None) -> QIcon:
        """The mark of a side as an icon; an empty one where the key names none, so that words line up."""
        if side not in self._marks:
            edge = self._appearance.px(_MARK)
            picture = QPixmap(QSize(edge, edge) * 2)  # sharp on screens of twice the pixels as well
            picture.setDevicePixelRatio(2)
            picture.fill(Qt.GlobalColor.transparent)
            if side is not None:
                diameter, middle = self._appearance.px(_DIAMETER), edge / 2
                colour = self._appearance.theme.mark(side)
                with QPainter(picture) as painter:
                    paint_mark(painter, side, QPointF(middle, middle), diameter, colour)
            icon = QIcon(picture)
            icon.addPixmap(picture, QIcon.Mode.Selected)  # Qt would tint it in a selected row
            self._marks[side] = icon
        return self._marks[side]


class WrappingDelegate(QStyledItemDelegate):
    """Makes rows as high as their words need beside box and mark: Qt's own hint forgets the box.

    Args:
        view: the list whose rows they are.
    """

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[str, int, int], int] = {}

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text, width = str(index.data()), self._view.viewport().width()
        key = (text, width, self._view.fontMetrics().height())
        if key not in self._heights:
            self._heights[key] = self._height(option, index, text, width)
        return QSize(width, self._heights[key])

    def _height(self, option: QStyleOptionViewItem, index: Index, text: str, width: int) -> int:
        words = self.words_rect(option, index, QRect(0, 0, width, _TALL))
        margin = self._view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 2
        metrics = QFontMetrics(getattr(option, "font"))  # noqa: B009 - the stubs do not know it
        room = QRect(0, 0, words.width() - 2 * margin, _TALL)
        needed = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()
        return needed + _TALL - words.height() + 2 * _DOWN

    def words_rect(self, option: QStyleOptionViewItem, index: Index, row: QRect) -> QRect:
        """Where the words of a row stand, beside box and mark.

        Args:
            option: how the view paints its rows.
            index: the row.
            row: the room it has.
        """
        made = QStyleOptionViewItem(option)
        self.initStyleOption(made, index)
        setattr(made, "rect", row)  # noqa: B010 - the stubs do not know it
        part = QStyle.SubElement.SE_ItemViewItemText
        return self._view.style().subElementRect(part, made, self._view)


_HEIGHT, _MOST = 380, 420  # px at 100 % text, and at any
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class QuestionList(QListView):
    """Shows rows of which one is current.

    Args:
        appearance: the appearance in force.
        name: what screen readers call it.
        parent: the owner.

    Signals:
        pressed_on: Enter, Space, a double click, or a click on the check box; carries the question's id.
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
        self._rows = QuestionRows(appearance, self)
        self.setModel(self._rows)
        self._delegate = WrappingDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setProperty("box", True)
        self.setWordWrap(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # rows are as wide without it
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.doubleClicked.connect(self._press)
        self.selectionModel().currentChanged.connect(self._show_current)
        appearance.changed.connect(self._apply_style)
        self._apply_style()

    def show_rows(self, rows: Sequence[QuestionRow]) -> None:
        """Show these rows; the current one stays current, or the one that comes into its place."""
        current, position = self.current, self.currentIndex().row()
        self._rows.show_rows(rows)
        if position >= 0 and rows and self._rows.position(current) < 0:
            current = rows[min(position, len(rows) - 1)].id
        self.make_current(current)

    def make_current(self, question_id: str) -> None:
        """Make a question the current one, and bring it into view."""
        position = self._rows.position(question_id)
        if position >= 0 and position != self.currentIndex().row():
            self.setCurrentIndex(self._rows.index(position))

    @property
    def rows(self) -> Sequence[QuestionRow]:
        """The rows that are listed."""
        return self._rows.rows

    @property
    def current(self) -> str:
        """The id of the current question; empty where none is."""
        position = self.currentIndex().row()
        return self.rows[position].id if 0 <= position < len(self.rows) else ""

    def _press(self, index: QModelIndex) -> None:
        self.pressed_on.emit(self.rows[index.row()].id)

    def _show_current(self, index: QModelIndex) -> None:
        """Show all of the current question, in view, and less of the one before."""
        self._rows.set_current(index.row())
        if index.isValid():
            self.scrollTo(index)
        self.current_changed.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A check box is pressed at once: its row would unfold, and the box move away from the pointer."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        if index.isValid() and not self.rows[index.row()].number and not self._is_on_words(index, at):
            self._press(index)
        else:
            super().mousePressEvent(event)

    def _is_on_words(self, index: QModelIndex, at: QPoint) -> bool:
        """Whether a point lies on the words of a row, and not on its box or mark."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        words = self._delegate.words_rect(option, index, self.visualRect(index))
        return words.left() <= at.x() <= words.right()

    def _apply_style(self) -> None:
        mark = self._appearance.px(_MARK)
        self.setIconSize(QSize(mark, mark))
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
        """Have a current row as soon as somebody comes in by keyboard: a click says itself which."""
        by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        if not by_mouse and not self.currentIndex().isValid() and self.rows:
            self.setCurrentIndex(self._rows.index(0))
        super().focusInEvent(event)

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
