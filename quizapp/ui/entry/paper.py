"""Paper: sheets that were collected are entered person by person, now or later."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from quizapp.domain.question import Choice
from quizapp.domain.round import Phase
from quizapp.domain.round_events import Join
from quizapp.domain.round_plan import MOST_PEOPLE
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.action_button import ActionButton
from quizapp.ui.entry.base import Entry
from quizapp.ui.entry.keys import is_plain
from quizapp.ui.entry.paper_grid import ADDING, PaperGrid
from quizapp.ui.field_box import FieldBox
from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.pressable import ENTER
from quizapp.ui.rounds.roster_words import is_team, number_of
from quizapp.ui.row_panel import LETTERS
from quizapp.ui.rows import HeadRow
from quizapp.ui.text import Text

LONGEST_NAME = 24
_GRID, _FIELD = 170, 36  # px at 100 % text: the least height of the grid, and that of the field


class _Name(QLineEdit):
    """The name of a sheet; Enter keeps it, and Escape takes back what was typed.

    Signals:
        done: somebody has pressed Enter or Escape in it.
    """

    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kept = ""
        self.setFrame(False)
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

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, 6, parent)
        self.grid = PaperGrid(look)
        self._said = Text(look, "label", colour="muted")
        self._field = _Name()
        self._label = Text(look, "label")
        self._named = ""  # whose name stands in the field
        self._awaited = ""  # the sheet that was asked for last
        self._box = FieldBox(look, self._field, "label")
        self._add = ActionButton(look, self.tr("Add a sheet"), "outline", ADDING)
        self._build(look)
        self.grid.event_requested.connect(self.event_requested)
        self.grid.moved.connect(self._follow)
        self.grid.left.connect(self._leave_grid)
        self._field.editingFinished.connect(self._rename)
        self._field.done.connect(self._end_name)
        self._add.clicked.connect(self._add_sheet)
        look.changed.connect(self._relook)
        self._relook()

    def _build(self, look: Look) -> None:
        sheets, adding = HeadRow(look, 0, 0), FlowLayout()
        sheets.addWidget(self.grid)
        adding.addWidget(self._add)
        self.add_words(look, self._said)
        self.column.addLayout(sheets, 1)
        self.add_words(look, self._label)
        self.column.addWidget(self._box)
        self.column.addLayout(adding)

    def _relook(self) -> None:
        self.grid.setMinimumHeight(self._look.px(_GRID))
        self._field.setMinimumHeight(self._look.px(_FIELD))

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

    def _follow(self) -> None:
        """Say what can be typed in the cell that has the keyboard, and name its sheet."""
        self._said.setText(self._told())
        self._named = person = self.grid.person
        for part in (self._label, self._box):
            part.setVisible(bool(person))
        if person and self._record is not None:
            about = self.tr("Name of sheet {n}").format(n=number_of(person))
            self._label.setText(about)
            self._field.setAccessibleName(about)
            self._field.show_name(self._record.names.get(person, ""))

    def _told(self) -> str:
        sheets, place = self.grid.sheets, self.grid.currentIndex().column()
        if not sheets.people:
            return self.tr("Add a sheet for each that was collected.")
        if not sheets.places:
            return self.tr("A question gets its column when it is asked.")
        if not sheets.is_open(place):
            return self.tr("Question {n} was not answered on paper.").format(n=place + 1)
        question = sheets.question(place)
        if isinstance(question, Choice):
            last = LETTERS[len(question.options) - 1]
            return self.tr("Question {n}: type A to {last}").format(n=place + 1, last=last)
        return self.tr("Question {n}: type P or S").format(n=place + 1)

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
