"""A list of questions that the keyboard goes through, adds from, and puts in order."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QWidget

from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.pressable import ENTER
from quizapp.ui.rounds.question_rows import QuestionPainter, QuestionRow, QuestionRows

_HEIGHT, _MOST = 380, 420  # px at 100 % text, and at any
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class QuestionList(QListView):
    """Shows rows of which one is current; it belongs in a `FieldBox`, which paints edge and focus ring.

    Args:
        look: the look in force.
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

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows = QuestionRows(self)
        self.setModel(self._rows)
        self._painter = QuestionPainter(look, self, self._rows)
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
        look.changed.connect(self._relook)
        self._relook()

    def show_rows(self, rows: Sequence[QuestionRow]) -> None:
        """Show these rows; the current one stays current, or the one that comes into its place."""
        held, place = self.current, self.currentIndex().row()
        self._rows.show_rows(rows)
        if place >= 0 and rows and self._rows.place(held) < 0:
            held = rows[min(place, len(rows) - 1)].id
        self.make_current(held)
        self.viewport().update()

    def make_current(self, question_id: str) -> None:
        """Make a question the current one, and bring it into view."""
        place = self._rows.place(question_id)
        if place >= 0 and place != self.currentIndex().row():
            self.setCurrentIndex(self._rows.index(place))

    @property
    def current(self) -> str:
        """The id of the current question; empty where none is."""
        place = self.currentIndex().row()
        return self._rows.rows[place].id if 0 <= place < len(self._rows.rows) else ""

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

    def _relook(self) -> None:
        self.setFixedHeight(min(self._look.px(_HEIGHT), _MOST))
        self.scheduleDelayedItemsLayout()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(240), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self.height())

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
