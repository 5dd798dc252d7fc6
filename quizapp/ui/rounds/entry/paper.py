"""Sheets of paper: the grid, a name for each, and one more."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from quizapp.domain.question import Choice
from quizapp.domain.round import Phase
from quizapp.domain.round_events import Join
from quizapp.domain.round_plan import MOST_PEOPLE
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.compat import override
from quizapp.ui.keyboard import is_plain
from quizapp.ui.rounds.entry.base import Entry, EntryRequests
from quizapp.ui.rounds.entry.paper_grid import ADDING, PaperGrid
from quizapp.ui.rounds.entry.teams import LONGEST_NAME, NameField
from quizapp.ui.rounds.wording import is_team, number_of
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.layouts import FlowLayout
from quizapp.ui.widgets.text import Text, announce
from quizapp.ui.wording import LETTERS


class PaperEntry(Entry):
    """A grid of sheets and questions, a name for each sheet, and a button for one more."""

    def __init__(
        self, requests: EntryRequests, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(requests, 6, parent)
        self.grid = PaperGrid(appearance)
        self._said = Text("label", tone="muted")
        self._field = NameField()
        self._label = Text("label")
        self._asked = -1  # the question in front when the round was shown last
        self._named = ""  # whose name stands in the field
        self._awaited = ""  # the sheet that was asked for last
        self._add = Button(self.tr("Add a sheet"), "outline", ADDING, small=True)
        self._build()
        self.grid.event_requested.connect(self._requests.event_requested)
        self.grid.moved.connect(self._describe_cell)
        self.grid.asked.connect(self._requests.correction_requested)
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
        self._requests.event_requested.emit(Join(self._awaited))

    def _rename(self) -> None:
        name = self._field.text().strip()
        if self._named and name != self._field.kept:
            self._field.kept = name
            self._requests.name_changed.emit((self._named, name))

    def _end_name(self) -> None:
        self._rename()
        self._focus_grid()

    def _say_longest(self) -> None:
        self._said.setText(self.tr("A name has {n} letters at most.").format(n=LONGEST_NAME))
        announce(self, self._said.text())

    def _leave_grid(self) -> None:
        """Give the keyboard to no control, so that every key is a command."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
