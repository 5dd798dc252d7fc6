"""The grid in which sheets of paper are entered: a letter answers, arrows and Tab go on."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QTableView, QWidget

from quizapp.domain.round_events import Sheet
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.entry.keys import is_word, letter_of
from quizapp.ui.entry.paper_cells import Cells, Names, Numbers
from quizapp.ui.entry.paper_model import Index, PaperModel
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.pressable import ENTER

_COLUMN, _ROW, _HEAD = 48, 44, 28  # px at 100 % text
_CLEARING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
ADDING = "+"
"""The key for one more sheet."""

_COMMANDS = (Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
"""Keys that belong to the round wherever the keyboard is."""


class PaperGrid(QTableView):
    """Rows of sheets, columns of questions; one cell has the keyboard.

    Args:
        look: the look in force.
        parent: the owner.

    Signals:
        event_requested: carries a `Sheet`.
        moved: another cell is the current one.
        left: somebody wants to be out of the grid.
    """

    event_requested = Signal(object)
    moved = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.sheets = PaperModel(self)
        self.cells = Cells(look, self.sheets, self)
        self._names = Names(look, self)
        self.setAccessibleName(self.tr("Sheets of paper"))
        self._build()
        look.changed.connect(self._relook)
        self._relook()

    def _build(self) -> None:
        self.setModel(self.sheets)
        self.setItemDelegate(self.cells)
        self.setHorizontalHeader(Numbers(self._look, self))
        self.setVerticalHeader(self._names)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerWidget(QWidget())  # without one the style paints a box there
        for corner in self.findChildren(QAbstractButton):
            corner.installEventFilter(self)
        self.setTabKeyNavigation(False)  # Tab would never leave it
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    # -- showing ---------------------------------------------------------------------------------

    def show_record(self, record: RoundRecord) -> None:
        """Show how the round stands; the keyboard stays on its cell."""
        current = self.currentIndex()
        person, place = self.person, current.column()
        self.sheets.show_record(record)
        self._set_sizes()
        people = self.sheets.people
        if people and not self.currentIndex().isValid():
            is_there = person in people
            self.go_to(*(person, place) if is_there else (people[0], self.sheets.first_open))
        self.moved.emit()

    def cover(self, *, covered: bool) -> None:
        """Show of every answer only that it is there, where the room can see this screen."""
        self.cells.is_covered = covered
        self.viewport().update()

    def go_to(self, person: str, place: int) -> None:
        """Make a cell the current one, as far as it is there."""
        if person in self.sheets.people:
            row = self.sheets.people.index(person)
            self.setCurrentIndex(self.sheets.index(row, min(max(place, 0), self.sheets.places - 1)))

    @property
    def person(self) -> str:
        """Whose row is the current one; empty where there is none."""
        row = self.currentIndex().row()
        return self.sheets.people[row] if 0 <= row < len(self.sheets.people) else ""

    def _relook(self) -> None:
        px = self._look.px
        self.horizontalHeader().setDefaultSectionSize(px(_COLUMN))
        self.horizontalHeader().setFixedHeight(px(_HEAD))
        self._set_sizes()
        self.viewport().update()

    def _set_sizes(self) -> None:
        """Give names the width they need, and rows the height."""
        names = [self.sheets.name(row) for row in range(len(self.sheets.people))]
        self._names.fit(names, self._look.px(_ROW))

    # -- the keyboard ----------------------------------------------------------------------------

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means in the grid; every letter belongs to it while it has the keyboard."""
        if not self.hasFocus() or _is_for_page(event):
            return False
        if event.key() in _CLEARING:
            self._enter("")
        elif event.key() in ENTER:
            self._go_down()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif is_word(event):
            self._type(letter_of(event))
        else:
            return False
        return True

    def _type(self, letter: str) -> None:
        """Enter what a letter means in this column, if anything."""
        if answer := self.sheets.meant(self.currentIndex().column(), letter):
            self._enter(answer)

    def _enter(self, answer: str) -> None:
        index = self.currentIndex()
        if index.isValid() and self.sheets.is_open(index.column()) and self.sheets.answer(index) != answer:
            self.event_requested.emit(Sheet(index.column(), self.person, answer))

    def _go_down(self) -> None:
        below = self.currentIndex().siblingAtRow(self.currentIndex().row() + 1)
        if below.isValid():
            self.setCurrentIndex(below)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.take_key(event):
            event.accept()
        elif _is_for_page(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        # Letters that belong to a cell must not set off a command of the same key.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_own = event.key() in (*_CLEARING, *ENTER, Qt.Key.Key_Escape) or is_word(event)
            event.setAccepted(is_own and not _is_for_page(event))
            return True
        return super().event(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - as Qt has it
        """Go from cell to cell, row by row; from the last, and back from the first, out of the grid."""
        index, places = self.currentIndex(), self.sheets.places
        at = index.row() * places + index.column() + (1 if next else -1)
        if not index.isValid() or not 0 <= at < places * len(self.sheets.people):
            return super().focusNextPrevChild(next)
        self.setCurrentIndex(self.sheets.index(at // places, at % places))
        return True

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the corner between names and numbers bare, where Qt has a button."""
        is_corner = isinstance(watched, QAbstractButton) and event.type() == QEvent.Type.Paint
        return is_corner or super().eventFilter(watched, event)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()


def _is_for_page(event: QKeyEvent) -> bool:
    """Whether a key means the same outside the grid: going on, or one more sheet."""
    return event.key() in _COMMANDS or event.text() == ADDING
