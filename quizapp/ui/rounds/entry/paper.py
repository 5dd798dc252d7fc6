"""Sheets: table, model, delegate."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from quizapp.domain.question import Choice, Question, Side
from quizapp.domain.round import Phase
from quizapp.domain.round_events import Join, Sheet
from quizapp.domain.round_plan import MOST_PEOPLE, AnsweringMode
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.round_scores import answers_of
from quizapp.ui.compat import override
from quizapp.ui.rounds.entry.base import Entry, is_plain, is_word, letter_of
from quizapp.ui.rounds.wording import RoundWords, is_team, number_of
from quizapp.ui.style import icons
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import paint_mark
from quizapp.ui.style.painting import paint_box
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import ENTER, Button
from quizapp.ui.widgets.layouts import FlowLayout
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import LETTERS

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_KEYS = {"P": "product", "S": "service"}


class PaperModel(QAbstractTableModel):
    """Reads a round; it changes nothing.

    Attributes:
        people: the ids of the sheets, row by row.
        positions: how many questions have a column.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = RoundWords(self)
        self._record: RoundRecord | None = None
        self.people: Sequence[str] = ()
        self.positions = 0

    def show_record(self, record: RoundRecord) -> None:
        """Show how the round stands; rows and columns are laid out anew only where there are others."""
        people = [voter.id for voter in record.round.present if not is_team(voter.id)]
        asked = [position for position, item in enumerate(record.round.items) if item.ballots]
        positions = max([*asked, record.round.position], default=-1) + 1
        if (people, positions) == (self.people, self.positions):
            self._record = record
            if not people or not positions:
                return
            self.dataChanged.emit(self.index(0, 0), self.index(len(people) - 1, positions - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(people) - 1)
            return
        self.beginResetModel()
        self._record, self.people, self.positions = record, people, positions
        self.endResetModel()

    # -- one cell --------------------------------------------------------------------------------

    def question(self, position: int) -> Question | None:
        """What a column asks."""
        if self._record is None:
            return None
        return self._record.bank.question(self._record.round.items[position].question.question_id)

    def answer(self, index: Index) -> str:
        """The answer in a cell, as ballots have it; empty for none."""
        if self._record is None or not self.is_open(index.column()):
            return ""
        votes = self._record.round.items[index.column()].ballots[-1].votes
        return votes.get(self.people[index.row()], "")

    def letter(self, answer: str) -> str:
        """The letter or word of an answer; empty for none."""
        return self._words.answer(answer) if answer else ""

    def is_open(self, position: int) -> bool:
        """Whether sheets were collected for a question, so that answers can be entered."""
        if self._record is None or not 0 <= position < self.positions:
            return False
        ballots = self._record.round.items[position].ballots
        return bool(ballots) and ballots[-1].mode is AnsweringMode.PAPER

    @property
    def first_open(self) -> int:
        """The first question for which sheets were collected; the first of all where there is none."""
        return next((position for position in range(self.positions) if self.is_open(position)), 0)

    def meant(self, position: int, letter: str) -> str:
        """The answer that a capital means for a question; empty where it means none."""
        question = self.question(position)
        answers = answers_of(question) if question else ()
        answer = _KEYS.get(letter) or (str(LETTERS.index(letter)) if letter in LETTERS else "")
        return answer if answer in answers else ""

    # -- as Qt asks ------------------------------------------------------------------------------

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return len(self.people)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return self.positions

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.describe(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.letter(self.answer(index))
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        return self.name(section) if orientation is Qt.Orientation.Vertical else str(section + 1)

    def name(self, row: int) -> str:
        """What the sheet of a row is called."""
        return self._words.name(self._record, self.people[row]) if self._record else ""

    def describe(self, index: Index) -> str:
        """A cell in words: whose, which question, and the answer."""
        answer = self.answer(index)
        said = self._words.answer(answer) if answer else self.tr("no answer")
        if not self.is_open(index.column()):
            said = self.tr("no sheets for this question")
        sentence = self.tr("{name}, question {n}: {said}")
        return sentence.format(name=self.name(index.row()), n=index.column() + 1, said=said)


_RADIUS, _MARK, _TICK = 8, 15, 18  # px at 100 % text
_INSET = 5  # px at 100 % text around a box: its focus ring needs them
_RING_WIDTH, _RING_GAP = 2.5, 1.5  # px at 100 % text


class Cells(QStyledItemDelegate):
    """Paints a box with the mark or letter that stands on the sheet; a dash where none was collected.

    Args:
        appearance: the appearance in force.
        sheets: what stands on them.
        grid: where they are painted.

    Attributes:
        is_covered: whether a tick stands for every answer.
    """

    def __init__(self, appearance: Appearance, sheets: PaperModel, grid: QTableView) -> None:
        super().__init__(grid)
        self._appearance, self._sheets, self._grid = appearance, sheets, grid
        self.is_covered = False

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        appearance, inset = self._appearance, scaled(_INSET)
        box = QRectF(option.rect).adjusted(inset, inset, -inset, -inset)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        is_open = self._sheets.is_open(index.column())
        if is_open:
            paint_box(painter, box, scaled(_RADIUS), appearance.theme.surface, appearance.theme.border)
        self._paint_answer(painter, box, self._sheets.answer(index), is_open=is_open)
        if self._grid.hasFocus() and index == self._grid.currentIndex():
            self._paint_focus_ring(painter, box)
        painter.restore()

    def _paint_focus_ring(self, painter: QPainter, box: QRectF) -> None:
        """The ring around the current box."""
        appearance = self._appearance
        width = _RING_WIDTH * appearance.scale
        reach = _RING_GAP * appearance.scale + width
        outer = box.adjusted(-reach, -reach, reach, reach)
        paint_box(painter, outer, appearance.px(_RADIUS) + reach, None, appearance.theme.focus, width)

    def _paint_answer(self, painter: QPainter, box: QRectF, answer: str, *, is_open: bool) -> None:
        appearance, theme = self._appearance, self._appearance.theme
        if answer and self.is_covered:
            edge = scaled(_TICK)
            tick = QRectF(0, 0, edge, edge)
            tick.moveCenter(box.center())
            icons.paint(painter, QRectF(tick.toAlignedRect()), "check", QColor(theme.ink), current=True)
        elif answer in tuple(Side):
            paint_mark(painter, Side(answer), box.center(), scaled(_MARK), theme.mark(Side(answer)))
        elif answer or not is_open:
            painter.setFont(appearance.font("choice_strong"))
            painter.setPen(QPen(QColor(theme.ink if answer else theme.muted)))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._sheets.letter(answer) or "–")


_COLUMN, _ROW, _HEAD, _NAME = 48, 44, 28, 130  # px at 100 % text; longer names take more lines
_NAME_GAP, _GRID = 8, 170  # px beside a name; px at 100 % text: the least height of the grid
_CLEARING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
ADDING = "+"
"""The key for one more sheet."""

_COMMANDS = (Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
"""Keys that belong to the round wherever the keyboard is."""


class PaperGrid(QTableView):
    """Rows of sheets, columns of questions; one cell has the keyboard.

    Args:
        appearance: the appearance in force.
        parent: the owner.

    Signals:
        event_requested: carries a `Sheet`.
        moved: another cell is the current one.
        left: somebody wants to be out of the grid.
    """

    event_requested = Signal(object)
    moved = Signal()
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheets = PaperModel(self)
        self.cells = Cells(appearance, self.sheets, self)
        self.setAccessibleName(self.tr("Sheets of paper"))
        self._build()
        self._set_sizes()

    def _build(self) -> None:
        self.setModel(self.sheets)
        self.setItemDelegate(self.cells)
        self.setProperty("plain", True)
        self.setShowGrid(False)
        self.setCornerWidget(QWidget())  # without one the style paints a box there
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(1)
            header.setHighlightSections(False)
        flag = Qt.AlignmentFlag
        wrapped = flag.AlignLeading | flag.AlignVCenter | Qt.TextFlag.TextWordWrap
        self.verticalHeader().setDefaultAlignment(flag(int(wrapped)))
        self.setTabKeyNavigation(False)  # Tab would never leave it
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    # -- showing ---------------------------------------------------------------------------------

    def show_record(self, record: RoundRecord) -> None:
        """Show how the round stands; the keyboard stays on its cell."""
        current = self.currentIndex()
        person, position = self.person, current.column()
        self.sheets.show_record(record)
        self._set_sizes()
        people = self.sheets.people
        if people and not self.currentIndex().isValid():
            is_there = person in people
            self.go_to(*(person, position) if is_there else (people[0], self.sheets.first_open))
        self.moved.emit()

    def cover(self, *, covered: bool) -> None:
        """Show of every answer only that it is there, where the room can see this screen."""
        self.cells.is_covered = covered
        self.viewport().update()

    def go_to(self, person: str, position: int) -> None:
        """Make a cell the current one, as far as it is there."""
        if person in self.sheets.people:
            row = self.sheets.people.index(person)
            self.setCurrentIndex(self.sheets.index(row, min(max(position, 0), self.sheets.positions - 1)))

    @property
    def person(self) -> str:
        """Whose row is the current one; empty where there is none."""
        row = self.currentIndex().row()
        return self.sheets.people[row] if 0 <= row < len(self.sheets.people) else ""

    def _set_sizes(self) -> None:
        """Give names the width they need, and rows the height."""
        self.horizontalHeader().setDefaultSectionSize(scaled(_COLUMN))
        self.horizontalHeader().setFixedHeight(scaled(_HEAD))
        names = [self.sheets.name(row) for row in range(len(self.sheets.people))]
        metrics = QFontMetrics(QApplication.font())  # that of labels
        natural = max((metrics.horizontalAdvance(name) for name in names), default=0)
        word = max((metrics.horizontalAdvance(word) for name in names for word in name.split()), default=0)
        width = max(min(natural, scaled(_NAME)), word) + 1
        header = self.verticalHeader()
        header.setFixedWidth(width + 2 * _NAME_GAP)
        header.setDefaultSectionSize(scaled(_ROW))
        for row, name in enumerate(names):
            lines = metrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, name)
            header.resizeSection(row, max(scaled(_ROW), lines.height() + _NAME_GAP))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), scaled(_GRID))

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
        index, positions = self.currentIndex(), self.sheets.positions
        at = index.row() * positions + index.column() + (1 if next else -1)
        if not index.isValid() or not 0 <= at < positions * len(self.sheets.people):
            return super().focusNextPrevChild(next)
        self.setCurrentIndex(self.sheets.index(at // positions, at % positions))
        return True

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_sizes()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()


def _is_for_page(event: QKeyEvent) -> bool:
    """Whether a key means the same outside the grid: going on, or one more sheet."""
    return event.key() in _COMMANDS or event.text() == ADDING


LONGEST_NAME = 24


class _Name(QLineEdit):
    """The name of a sheet; Enter keeps it, and Escape takes back what was typed.

    Signals:
        done: somebody has pressed Enter or Escape in it.
    """

    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kept = ""
        self.setProperty("small", True)
        self.setMaxLength(LONGEST_NAME)

    def show_name(self, name: str) -> None:
        """Show the name that is kept, over one that is being typed only where it is another's."""
        if name != self.kept or not self.hasFocus():
            self.kept = name
            self.setText(name)

    def take_key(self, event: QKeyEvent) -> bool:
        """Be done by Enter or Escape; returns whether it was one of them."""
        if event.key() not in (*ENTER, Qt.Key.Key_Escape):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self.kept)
        self.done.emit()
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.take_key(event):
            event.accept()
        else:
            super().keyPressEvent(event)


class PaperEntry(Entry):
    """A grid of sheets and questions, a name for each sheet, and a button for one more.

    Signals:
        name_changed: carries a pair: whose, and the name; an empty one takes the name away.
    """

    name_changed = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(6, parent)
        self.grid = PaperGrid(appearance)
        self._said = Text("label", tone="muted")
        self._field = _Name()
        self._label = Text("label")
        self._named = ""  # whose name stands in the field
        self._awaited = ""  # the sheet that was asked for last
        self._add = Button(self.tr("Add a sheet"), "outline", ADDING, small=True)
        self._build()
        self.grid.event_requested.connect(self.event_requested)
        self.grid.moved.connect(self._describe_cell)
        self.grid.left.connect(self._leave_grid)
        self._field.editingFinished.connect(self._rename)
        self._field.done.connect(self._end_name)
        self._add.clicked.connect(self._add_sheet)

    def _build(self) -> None:
        adding = FlowLayout()
        adding.addWidget(self._add)
        self.column.addWidget(self._said)
        self.column.addWidget(self.grid, 1)
        self.column.addWidget(self._label)
        self.column.addWidget(self._field)
        self.column.addLayout(adding)

    # -- showing ---------------------------------------------------------------------------------

    @override
    def is_usable(self, record: RoundRecord) -> bool:
        """Sheets can be entered after the vote is locked, as long as the round goes on."""
        return record.round.phase is not Phase.CLOSED and not record.round.is_paused

    @override
    def _refresh(self) -> None:
        record = self._record
        self.setEnabled(record is not None and self.is_usable(record))
        self.grid.cover(covered=self._is_covered)
        if record is None:
            return
        self.grid.show_record(record)
        self._allow(self._add, allowed=len(self.grid.sheets.people) < MOST_PEOPLE)
        if self._awaited in self.grid.sheets.people:
            self.grid.go_to(self._awaited, self.grid.sheets.first_open)
            self._awaited = ""
            self.take_focus()

    def _describe_cell(self) -> None:
        """Say what can be typed in the cell that has the keyboard, and name its sheet."""
        self._said.setText(self._cell_sentence())
        self._named = person = self.grid.person
        for part in (self._label, self._field):
            part.setVisible(bool(person))
        if person and self._record is not None:
            about = self.tr("Name of sheet {n}").format(n=number_of(person))
            self._label.setText(about)
            self._field.setAccessibleName(about)
            self._field.show_name(self._record.names.get(person, ""))

    def _cell_sentence(self) -> str:
        sheets, position = self.grid.sheets, self.grid.currentIndex().column()
        if not sheets.people:
            return self.tr("Add a sheet for each that was collected.")
        if not sheets.positions:
            return self.tr("A question gets its column when it is asked.")
        if not sheets.is_open(position):
            return self.tr("Question {n} was not answered on paper.").format(n=position + 1)
        question = sheets.question(position)
        if isinstance(question, Choice):
            last = LETTERS[len(question.options) - 1]
            return self.tr("Question {n}: type A to {last}").format(n=position + 1, last=last)
        return self.tr("Question {n}: type P or S").format(n=position + 1)

    # -- entering --------------------------------------------------------------------------------

    @override
    def take_focus(self) -> None:
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def take_key(self, event: QKeyEvent) -> bool:
        if not self.isEnabled():
            return False
        if self._field.hasFocus():
            return self._field.take_key(event)
        if event.text() == ADDING and is_plain(event):
            if not event.isAutoRepeat():
                self._add.click()
            return True
        return self.grid.take_key(event)

    def _add_sheet(self) -> None:
        """Have one more sheet, numbered after all there ever were."""
        voters = self._record.round.voters if self._record else ()
        numbers = [number_of(voter.id) for voter in voters if not is_team(voter.id)]
        self._awaited = f"p{max(numbers, default=0) + 1}"
        self.event_requested.emit(Join(self._awaited))

    def _rename(self) -> None:
        name = self._field.text().strip()
        if self._named and name != self._field.kept:
            self._field.kept = name
            self.name_changed.emit((self._named, name))

    def _end_name(self) -> None:
        self._rename()
        self.take_focus()

    def _leave_grid(self) -> None:
        self._add.setFocus(Qt.FocusReason.TabFocusReason)
