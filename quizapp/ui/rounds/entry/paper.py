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
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from quizapp.domain.question import Choice, Question, Side
from quizapp.domain.round import Phase
from quizapp.domain.round_events import Join, Leave, Sheet
from quizapp.domain.round_plan import MOST_PEOPLE, AnsweringMode
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.round_scores import answers_of
from quizapp.ui.compat import override
from quizapp.ui.rounds.entry.base import Entry, is_plain, letter_of
from quizapp.ui.rounds.entry.teams import LONGEST_NAME, NameField
from quizapp.ui.rounds.wording import RoundWords, is_team, number_of
from quizapp.ui.style import icons
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import paint_mark
from quizapp.ui.style.painting import paint_box
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import ENTER, Button
from quizapp.ui.widgets.layouts import FlowLayout
from quizapp.ui.widgets.text import Text, announce
from quizapp.ui.wording import LETTERS

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_KEYS = {"P": "product", "S": "service"}


class PaperModel(QAbstractTableModel):
    """Reads a round; it changes nothing. Below the sheets there is a row for one that is new.

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
            if not positions:
                return
            self.dataChanged.emit(self.index(0, 0), self.index(len(people), positions - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(people))
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
        if index.row() >= len(self.people):
            return ""
        return self.answer_of(self.people[index.row()], index.column())

    def answer_of(self, person: str, position: int) -> str:
        """The answer on somebody's sheet, as ballots have it; empty for none."""
        if self._record is None or not self.is_open(position):
            return ""
        return self._record.round.items[position].ballots[-1].votes.get(person, "")

    def is_blank(self, person: str) -> bool:
        """Whether nothing stands on a sheet."""
        return not any(self.answer_of(person, position) for position in range(self.positions))

    def first_missing(self, position: int) -> str:
        """The first sheet without an answer to a question; empty for one that is new."""
        return next((person for person in self.people if not self.answer_of(person, position)), "")

    def letter(self, answer: str) -> str:
        """The letter or word of an answer; empty for none."""
        return self._words.answer(answer) if answer else ""

    def is_open(self, position: int) -> bool:
        """Whether sheets were collected for a question, so that answers can be entered."""
        if self._record is None or not 0 <= position < self.positions:
            return False
        ballots = self._record.round.items[position].ballots
        return bool(ballots) and ballots[-1].mode is AnsweringMode.PAPER

    def is_told(self, position: int) -> bool:
        """Whether a question has its verdict, so that its sheets are not changed by a slip."""
        return self._record is not None and self._record.round.items[position].is_revealed

    def meant(self, position: int, letter: str) -> str:
        """The answer that a capital means for a question; empty where it means none."""
        question = self.question(position)
        answers = answers_of(question) if question else ()
        answer = _KEYS.get(letter, str(LETTERS.index(letter)) if letter in tuple(LETTERS) else "")
        return answer if answer in answers else ""

    # -- as Qt asks ------------------------------------------------------------------------------

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return len(self.people) + (self.positions > 0)

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
        if row >= len(self.people):
            return self.tr("New sheet")
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

_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_ARROWS = (*_SIDEWAYS, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class PaperGrid(QTableView):
    """Rows of sheets, columns of questions; one cell has the keyboard.

    Args:
        appearance: the appearance in force.
        parent: the owner.

    Signals:
        event_requested: carries a `Join` or a `Sheet`.
        asked: a question with a verdict is to be changed; carries its position.
        moved: another cell is the current one.
        left: somebody wants to be out of the grid.
    """

    event_requested = Signal(object)
    asked = Signal(object)
    moved = Signal()
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.unlocked: set[int] = set()  # questions with a verdict whose sheets may be changed
        self._goes_across = False  # whether the next answer is expected on the same sheet
        self._newest = ""  # the id for a sheet that is new
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
        numbers = [number_of(voter.id) for voter in record.round.voters if not is_team(voter.id)]
        self._newest = f"p{max(numbers, default=0) + 1}"
        if self.sheets.positions and not self.currentIndex().isValid():
            self.go_to(person, position if position >= 0 else record.round.position)
        self.moved.emit()

    def cover(self, *, covered: bool) -> None:
        """Show of every answer only that it is there, where the room can see this screen."""
        self.cells.is_covered = covered
        self.viewport().update()

    def go_to(self, person: str, position: int) -> None:
        """Make a cell the current one, that of a new sheet where the person has none."""
        people = self.sheets.people
        row = people.index(person) if person in people else len(people)
        self.setCurrentIndex(self.sheets.index(row, min(max(position, 0), self.sheets.positions - 1)))

    @property
    def person(self) -> str:
        """Whose row is the current one; empty for a new sheet."""
        row = self.currentIndex().row()
        return self.sheets.people[row] if 0 <= row < len(self.sheets.people) else ""

    def _set_sizes(self) -> None:
        """Give names the width they need, and rows the height."""
        self.horizontalHeader().setDefaultSectionSize(scaled(_COLUMN))
        self.horizontalHeader().setFixedHeight(scaled(_HEAD))
        names = [self.sheets.name(row) for row in range(self.sheets.rowCount())]
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
        """Do what a key means in the grid: the letters that answer belong to it while it has the keyboard."""
        if not self.hasFocus() or not self._is_own(event):
            return False
        key = event.key()
        if key == Qt.Key.Key_Delete and self.person and self.sheets.is_blank(self.person):
            self.event_requested.emit(Leave(self.person))
        elif key in _CLEARING:
            self._enter("")
        elif key in ENTER:
            self._goes_across = False
            self._go_to_row(self.currentIndex().row() + 1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif not event.isAutoRepeat():
            self._answer(self._meant(event))
        return True

    def _is_own(self, event: QKeyEvent) -> bool:
        """Whether a key means something in a cell; all others are commands."""
        is_moving = event.key() in (*_CLEARING, *ENTER, Qt.Key.Key_Escape)
        return is_plain(event) and (is_moving or bool(self._meant(event)))

    def _meant(self, event: QKeyEvent) -> str:
        """The answer that a letter means in the current column; empty where it means none."""
        index = self.currentIndex()
        return self.sheets.meant(index.column(), letter_of(event)) if index.isValid() else ""

    def _answer(self, answer: str) -> None:
        """Enter an answer and go on: down to the next sheet, or across once somebody has gone that way."""
        if self._enter(answer):
            index = self.currentIndex()
            across = (each for each in range(index.column() + 1, self.sheets.positions))
            following = next((each for each in across if self.sheets.is_open(each)), None)
            if self._goes_across and following is not None:
                self.setCurrentIndex(index.siblingAtColumn(following))
            elif not self._goes_across:
                self._go_to_row(index.row() + 1)

    def _enter(self, answer: str) -> bool:
        """Have an answer kept; returns whether it is.

        A question with a verdict is asked about first, and a new sheet is added for its first answer.
        """
        index, person = self.currentIndex(), self.person
        position = index.column()
        if not index.isValid() or not self.sheets.is_open(position) or not (person or answer):
            return False
        if self.sheets.answer(index) == answer:
            return True
        if self.sheets.is_told(position) and position not in self.unlocked:
            self.asked.emit(position)
            if position not in self.unlocked:
                return False
        if not person:
            person = self._newest
            self.event_requested.emit(Join(person))
        self.event_requested.emit(Sheet(position, person, answer))
        self.go_to(person, position)
        return True

    def _go_to_row(self, row: int) -> None:
        below = self.currentIndex().siblingAtRow(row)
        if below.isValid():
            self.setCurrentIndex(below)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.take_key(event):
            event.accept()
        elif event.key() in _ARROWS:
            self._goes_across = event.key() in _SIDEWAYS
            super().keyPressEvent(event)
        else:
            event.ignore()  # the page's

    @override
    def event(self, event: QEvent) -> bool:
        # Letters that belong to a cell must not set off a command of the same key.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(self._is_own(event))
            return True
        return super().event(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - as Qt has it
        """Go from cell to cell, row by row; from the last, and back from the first, out of the grid."""
        self._goes_across = True
        index, positions = self.currentIndex(), self.sheets.positions
        at = index.row() * positions + index.column() + (1 if next else -1)
        if not index.isValid() or not 0 <= at < positions * self.sheets.rowCount():
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
        self._field = NameField()
        self._label = Text("label")
        self._asked = -1  # the question in front when the round was shown last
        self._named = ""  # whose name stands in the field
        self._awaited = ""  # the sheet that was asked for last
        self._add = Button(self.tr("Add a sheet"), "outline", ADDING, small=True)
        self._build()
        self.grid.event_requested.connect(self.event_requested)
        self.grid.moved.connect(self._describe_cell)
        self.grid.asked.connect(self.correction_requested)
        self.grid.left.connect(self._leave_grid)
        self._field.editingFinished.connect(self._rename)
        self._field.done.connect(self._end_name)
        self._field.inputRejected.connect(self._say_longest)
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

    @property
    @override
    def is_typing(self) -> bool:
        return self._field.hasFocus()

    @property
    @override
    def _is_covered(self) -> bool:
        """Other questions stand beside one that is corrected."""
        return not self._may_see

    @override
    def show_record(self, record: RoundRecord) -> None:
        super().show_record(record)
        if self._corrected is None:
            self.grid.unlocked.clear()
        if record.round.position != self._asked and self.grid.sheets.positions:
            self._asked = record.round.position
            self._go_to_asked()

    @override
    def correct(self, position: int | None) -> None:
        if position is not None:
            self.grid.unlocked.add(position)
        super().correct(position)

    def _go_to_asked(self) -> None:
        """Begin with the first sheet that lacks an answer to the question in front."""
        self.grid.go_to(self.grid.sheets.first_missing(max(self._asked, 0)), self._asked)

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
            self.grid.go_to(self._awaited, record.round.position)
            self._awaited = ""
            self._focus_grid()

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
        if not sheets.positions:
            return self.tr("A question gets its column when it is asked.")
        if not sheets.is_open(position):
            return self.tr("Question {n} was not answered on paper.").format(n=position + 1)
        if sheets.is_told(position) and position not in self.grid.unlocked:
            return self.tr("Question {n} has its verdict: a letter asks first.").format(n=position + 1)
        question = sheets.question(position)
        if isinstance(question, Choice):
            last = LETTERS[len(question.options) - 1]
            return self.tr("Question {n}: type A to {last}").format(n=position + 1, last=last)
        return self.tr("Question {n}: type P or S").format(n=position + 1)

    # -- entering --------------------------------------------------------------------------------

    @override
    def take_focus(self) -> None:
        """Begin at the question in front, or at the one that is corrected."""
        position = self._asked if self._corrected is None else self._corrected
        is_new = not self.grid.person and not self.grid.hasFocus()
        if is_new or self.grid.currentIndex().column() != position:
            self.grid.go_to(self.grid.sheets.first_missing(max(position, 0)), position)
        self._focus_grid()

    def _focus_grid(self) -> None:
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
        self._focus_grid()

    def _say_longest(self) -> None:
        self._said.setText(self.tr("A name has {n} letters at most.").format(n=LONGEST_NAME))
        announce(self, self._said.text())

    def _leave_grid(self) -> None:
        """Give the keyboard to no control, so that every key is a command."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
