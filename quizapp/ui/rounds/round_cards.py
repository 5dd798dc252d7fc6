"""The cards of the page of rounds: one to go on with, a kept plan, a round of the past."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.card import Card
from quizapp.ui.control_row import ControlRow
from quizapp.ui.local_time import long_date
from quizapp.ui.look import Look
from quizapp.ui.offer_card import OfferCard
from quizapp.ui.rounds.folded_wishes import FoldedWishes
from quizapp.ui.rounds.round_words import RoundWords
from quizapp.ui.rounds.rounds_view import KeptPlan, PastRound, RunningRound
from quizapp.ui.rows import ReachingColumn
from quizapp.ui.text import Text


class RunningCard(OfferCard):
    """A round that was not closed.

    Signals:
        resume_requested: go on with it.
        close_requested: close it as it stands.
    """

    resume_requested = Signal()
    close_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._title = Text(look, "section")
        self._stands = Text(look, "body", colour="muted")
        for text in (self._title, self._stands):
            self.words.addWidget(text)
        self._resume = ActionButton(look, self.tr("Resume"), "outline")
        self._close = ActionButton(look, self.tr("Close it …"), "quiet")
        for button in (self._resume, self._close):
            self.buttons.addWidget(button)
        self._resume.clicked.connect(self.resume_requested)
        self._close.clicked.connect(self.close_requested)

    def show_round(self, view: RunningRound) -> None:
        """Say where it stopped."""
        self._title.setText(view.title)
        place = (
            self.tr("Question {place} of {total}.").format(place=view.place, total=view.total)
            if view.place
            else self.tr("In the lobby.")
        )
        stopped = self.tr("It was left in the middle. Nothing was lost.")
        self._stands.setText(f"{place} {stopped}")
        for button in (self._resume, self._close):
            button.setAccessibleDescription(view.title)


class PlanCard(Card):
    """A kept plan.

    Signals:
        start_requested, rehearse_requested, edit_requested, delete_requested: carry its id.
        print_requested: carries its id and a `Material`.
    """

    start_requested = Signal(object)
    rehearse_requested = Signal(object)
    edit_requested = Signal(object)
    delete_requested = Signal(object)
    print_requested = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(22, 16))
        self._id = ""
        self._sentences = RoundWords(self)
        self._title = Text(look, "section")
        self._about = Text(look, "body", colour="muted")
        self._start = ActionButton(look, self.tr("Start"), "outline")
        self._rehearse = ActionButton(look, self.tr("Rehearse"), "quiet")
        self._edit = ActionButton(look, self.tr("Edit"), "quiet")
        self._print = ActionButton(look, self.tr("Print"), "quiet")
        self._delete = ActionButton(look, self.tr("Delete …"), "quiet")
        self._prints = FoldedWishes(look, self._print, self._sentences.materials())
        self._build()

    def _build(self) -> None:
        self.body.setSpacing(2)
        for text in (self._title, self._about):
            self.body.addWidget(text)
        row = ControlRow(self._look)
        for button in (self._start, self._rehearse, self._edit, self._print, self._delete):
            row.addWidget(button)
        self.body.addLayout(row)
        column = ReachingColumn(self._look)
        column.addWidget(self._prints)
        self.body.addLayout(column)
        self._start.clicked.connect(self._ask_to_start)
        self._rehearse.clicked.connect(self._ask_to_rehearse)
        self._edit.clicked.connect(self._ask_to_edit)
        self._delete.clicked.connect(self._ask_to_delete)
        self._prints.chosen.connect(self._ask_to_print)

    def show_plan(self, view: KeptPlan) -> None:
        """Show another plan, or the same one changed; without its bank it cannot be used."""
        if view.id != self._id:
            self._prints.fold()
        self._id = view.id
        self._title.setText(view.title)
        facts = [self._sentences.questions(view.questions), view.bank, self._sentences.way(view.answering)]
        facts.append(self._sentences.duration(view.questions))
        lost = self.tr("Its bank is not open. Open it under Banks.")
        self._about.setText(" · ".join(facts) if view.bank else lost)
        for button in (self._start, self._rehearse, self._edit, self._print):
            button.setEnabled(bool(view.bank))
        if not view.bank:
            self._prints.fold()
        for button in (self._start, self._rehearse, self._edit, self._delete):
            button.setAccessibleDescription(view.title)
        self._prints.describe(view.title)

    def _ask_to_start(self) -> None:
        self.start_requested.emit(self._id)

    def _ask_to_rehearse(self) -> None:
        self.rehearse_requested.emit(self._id)

    def _ask_to_edit(self) -> None:
        self.edit_requested.emit(self._id)

    def _ask_to_delete(self) -> None:
        self.delete_requested.emit(self._id)

    def _ask_to_print(self, material: object) -> None:
        self.print_requested.emit((self._id, material))


class PastCard(Card):
    """A round that is over.

    Signals:
        look_requested, forget_requested: carry its id.
        export_requested: carries its id and an `Export`.
    """

    look_requested = Signal(object)
    forget_requested = Signal(object)
    export_requested = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(22, 16))
        self._id = ""
        self._sentences = RoundWords(self)
        self._title = Text(look, "body_strong")
        self._about = Text(look, "body", colour="muted")
        self._names = Text(look, "label", colour="muted")
        self._look_at = ActionButton(look, self.tr("Look back"), "outline")
        self._save = ActionButton(look, self.tr("Save"), "quiet")
        self._forget = ActionButton(look, self.tr("Delete names …"), "quiet")
        self._exports = FoldedWishes(look, self._save, self._sentences.exports())
        self._build()

    def _build(self) -> None:
        self.body.setSpacing(2)
        for text in (self._title, self._about, self._names):
            self.body.addWidget(text)
        row = ControlRow(self._look)
        for button in (self._look_at, self._save, self._forget):
            row.addWidget(button)
        self.body.addLayout(row)
        column = ReachingColumn(self._look)
        column.addWidget(self._exports)
        self.body.addLayout(column)
        self._look_at.clicked.connect(self._ask_to_look)
        self._forget.clicked.connect(self._ask_to_forget)
        self._exports.chosen.connect(self._ask_to_export)

    def show_round(self, view: PastRound) -> None:
        """Show another round, or the same one changed."""
        if view.id != self._id:
            self._exports.fold()
        self._id = view.id
        self._title.setText(view.title)
        date = long_date(view.started_at)
        self._about.setText(f"{date} · {self._sentences.questions(view.questions)}")
        if view.names_until is None:
            self._names.setText(self.tr("Nobody’s name is kept."))
        else:
            until = long_date(view.names_until)
            self._names.setText(self.tr("Names are deleted on {date}.").format(date=until))
        self._forget.setVisible(view.names_until is not None)
        about = f"{view.title}, {date}"
        for button in (self._look_at, self._forget):
            button.setAccessibleDescription(about)
        self._exports.describe(about)

    def _ask_to_look(self) -> None:
        self.look_requested.emit(self._id)

    def _ask_to_forget(self) -> None:
        self.forget_requested.emit(self._id)

    def _ask_to_export(self, export: object) -> None:
        self.export_requested.emit((self._id, export))
