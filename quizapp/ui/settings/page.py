"""Appearance, revision, profile, data."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QDateTime, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.directions import isolated
from quizapp.ui.preferences import SCALES
from quizapp.ui.settings.revision import GoalCard, RevisionCard
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import SettingCard
from quizapp.ui.widgets.choices import OptionRow, RadioRow
from quizapp.ui.widgets.fields import ComboBox
from quizapp.ui.widgets.layouts import FlowLayout, TwoColumns, clear, enable_height_for_width, set_tab_order
from quizapp.ui.widgets.page import BROAD, PassingNote, ScrollPage
from quizapp.ui.widgets.text import Text


@dataclass(frozen=True, slots=True)
class BankAnswers:
    """An open bank, and how many of its questions have an answer that counts.

    `outdated` of them are reworded or gone since; Today and Practice do not count these.
    """

    id: str
    title: str
    answered: int
    outdated: int = 0


@dataclass(frozen=True, slots=True)
class NoteCounts:
    """How many notes there are for oneself, and on what is wrong with a question."""

    own: int = 0
    faults: int = 0


NO_NOTES = NoteCounts()


@dataclass(frozen=True, slots=True)
class SettingsView:
    """Everything that is set, and what is kept; names as in `preferences`.

    Attributes:
        theme: the theme's name.
        scale: the text size, 1.0 for 100 %.
        reduced_motion: whether nothing moves.
        exam: the exam's name, empty for none.
        exam_date: its day, if set.
        today: the day it is counted from.
        reason_step: whether sessions ask what decides it.
        certainty: whether they ask how sure one is.
        new_a_day: how many new questions are offered a day; None for as many as the program chooses.
        goal_kind: what the daily goal counts; empty for no goal.
        goal: how much it wants.
        days_off: the weekdays on which it wants nothing, 0 for Monday.
        planned_off: single days on which it wants nothing.
        guest: whether a guest's answers are kept now.
        folder: where the data lies.
        backup: when the newest copy was made, in local time; None without one.
        notes: how many notes on questions there are, by their kind.
        banks: the open banks.
        is_reading: whether banks are still to be read.
    """

    theme: str
    scale: float
    reduced_motion: bool
    exam: str
    exam_date: QDate | None
    today: QDate
    reason_step: bool
    guest: bool
    folder: Path
    backup: QDateTime | None = None
    notes: NoteCounts = NO_NOTES
    banks: tuple[BankAnswers, ...] = ()
    is_reading: bool = False
    certainty: bool = False
    new_a_day: int | None = None
    goal_kind: str = ""
    goal: int = 10
    days_off: tuple[int, ...] = ()
    planned_off: tuple[date, ...] = ()


class AppearanceCard(SettingCard):
    """How everything looks; each change is seen at once.

    Signals:
        theme_requested: carries a theme's name, or `system`.
        scale_requested: carries one of `SCALES`.
        motion_requested: carries whether motion shall be reduced.
    """

    theme_requested = Signal(object)
    scale_requested = Signal(object)
    motion_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Look"), parent=parent)
        themes = (
            ("system", self.tr("System")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("contrast", self.tr("High contrast")),
        )
        self.themes = RadioRow(self.tr("Theme"), themes)
        self.sizes = ComboBox(self.tr("Text size"))
        self._motion = OptionRow()
        self._build()

    def _build(self) -> None:
        self.sizes.addItems([self.tr("{percent} %").format(percent=round(100 * scale)) for scale in SCALES])
        self._motion.show_option(self.tr("Reduce motion"))
        self.add_row(self.tr("Theme"), "", self.themes)
        self.add_row(self.tr("Text size"), self.tr("Or Ctrl + and Ctrl −"), self.sizes)
        still = self.tr("Nothing slides or fades.")
        self._motion.button.setAccessibleDescription(still)
        self.add_row(self.tr("Motion"), still, self._motion)
        self.themes.chosen.connect(self.theme_requested)
        self.sizes.activated.connect(self._request_scale)
        self._motion.clicked.connect(self._request_motion)

    def show_settings(self, view: SettingsView) -> None:
        """Show what is in force."""
        self.themes.show_value(view.theme)
        self.sizes.setCurrentIndex(SCALES.index(view.scale))
        self._motion.setChecked(view.reduced_motion)

    def _request_scale(self, index: int) -> None:
        self.scale_requested.emit(SCALES[index])

    def _request_motion(self) -> None:
        self.motion_requested.emit(self._motion.isChecked())


class ProfileCard(SettingCard):
    """Lends the program to a guest without mixing answers.

    Signals:
        guest_requested: keep a guest's answers from now on.
        own_requested: keep the owner's again.
        forget_requested: delete what is kept of the guest.
    """

    guest_requested = Signal()
    own_requested = Signal()
    forget_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Who is practising"), parent=parent)
        self._who = Text("body")
        self._guest = Button(self.tr("Practise as a guest"), small=True)
        self._own = Button(self.tr("Back to my own answers"), small=True)
        self._forget = Button(self.tr("Forget the guest’s answers …"), "quiet", small=True)
        self.body.addWidget(self._who)
        row = FlowLayout()
        for button in (self._guest, self._own, self._forget):
            row.addWidget(button)
        self.body.addLayout(row)
        self._guest.clicked.connect(self.guest_requested)
        self._own.clicked.connect(self.own_requested)
        self._forget.clicked.connect(self.forget_requested)

    def show_settings(self, view: SettingsView) -> None:
        """Show whose answers are kept; the keyboard stays where it was."""
        held = self._guest.hasFocus() or self._own.hasFocus()
        self._who.setText(
            self.tr("A guest is practising: these answers are saved apart from yours.")
            if view.guest
            else self.tr("Your own answers are saved. A guest’s are saved apart and never mix with them.")
        )
        self._guest.setVisible(not view.guest)
        self._own.setVisible(view.guest)
        if held:
            (self._own if view.guest else self._guest).setFocus()


class ResetRow(QWidget):
    """An open bank, how many of its answers count, and a button that resets them.

    Signals:
        requested: carries the bank's id.
    """

    requested = Signal(object)

    def __init__(self, bank: BankAnswers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bank = bank
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text("body_strong", bank.title))
        words.addWidget(Text("label", self._answered(), "muted"))
        reset = Button(self.tr("Reset …"), small=True)
        reset.setAccessibleName(self.tr("Reset {bank}").format(bank=isolated(bank.title)))
        reset.setEnabled(bank.answered > 0)
        reset.clicked.connect(self._request)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addWidget(reset)

    def _answered(self) -> str:
        if self._bank.answered == 0:
            return self.tr("nothing answered yet")
        if self._bank.answered == 1:
            told = self.tr("1 question answered")
        else:
            told = self.tr("{count} questions answered").format(count=self._bank.answered)
        if not self._bank.outdated:
            return told
        return self.tr("{told}, {count} of them in an earlier wording").format(
            told=told, count=self._bank.outdated
        )

    def _request(self) -> None:
        self.requested.emit(self._bank.id)


class ResetRows(QWidget):
    """A row for each open bank.

    Signals:
        requested: carries the id of the bank to reset.
    """

    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banks: Sequence[BankAnswers] | None = None
        self._is_reading = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_banks(self, banks: Sequence[BankAnswers], *, is_reading: bool = False) -> None:
        """Show these banks, or that none is open; the rows stay where nothing has changed."""
        if (banks, is_reading) == (self._banks, self._is_reading):
            return
        self._banks, self._is_reading = banks, is_reading
        clear(self._column)
        for bank in banks:
            row = ResetRow(bank)
            row.requested.connect(self.requested)
            self._column.addWidget(row)
        if not banks:
            none = self.tr("Reading the banks …") if is_reading else self.tr("No bank is open.")
            self._column.addWidget(Text("body", none))


class DataCard(SettingCard):
    """What is kept, and what a person can do with it.

    Signals:
        folder_requested: open the folder of the data.
        path_copy_requested: copy its path.
        notes_requested: show the notes.
        export_requested: save the notes as a text.
        notes_copy_requested: copy the notes.
        reset_requested: let the answers of a bank count no more; carries its id.
        afresh_requested: begin with no answers at all.
        everything_requested: save all that is kept, for another computer.
        answers_requested: save the answers as a table.
        import_requested: put what another computer exported together with what is kept.
        delete_requested: delete everything.
    """

    folder_requested = Signal()
    path_copy_requested = Signal()
    notes_requested = Signal()
    export_requested = Signal()
    notes_copy_requested = Signal()
    reset_requested = Signal(object)
    afresh_requested = Signal()
    everything_requested = Signal()
    answers_requested = Signal()
    import_requested = Signal()
    delete_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        lead = self.tr("Nothing leaves this computer: no account, no network, no statistics sent.")
        super().__init__(self.tr("Your data"), lead, parent)
        self._path = Text("body")
        self._backup = Text("body")
        self._notes = Text("body")
        self._show = Button(self.tr("Show notes"), small=True)
        self._export = Button(self.tr("Export notes …"), "quiet", small=True)
        self._copy = Button(self.tr("Copy notes"), "quiet", small=True)
        self._resets = ResetRows()
        self._build()

    def _build(self) -> None:
        folder = Button(self.tr("Open the folder"), icon="folder-open", small=True)
        path = Button(self.tr("Copy its path"), "quiet", small=True)
        everything = Button(self.tr("Export everything …"), small=True)
        answers = Button(self.tr("Export answers as a table …"), "quiet", small=True)
        take_in = Button(self.tr("Import …"), "quiet", small=True)
        afresh = Button(self.tr("Start over …"), small=True)
        delete = Button(self.tr("Delete everything …"), "quiet", small=True)
        note = self.tr("Answers, settings, copies")
        self.add_row(self.tr("Folder"), note, self._path, _side_by_side(folder, path))
        note = self.tr("Made each day you answer")
        self.add_row(self.tr("Newest copy"), note, self._backup)
        note = self.tr("N in a session writes one")
        notes = self.tr("Notes on questions")
        self.add_row(notes, note, self._notes, _side_by_side(self._show, self._export, self._copy))
        note = self.tr("Without names of people in rounds")
        another = self.tr("On another computer")
        self.add_row(another, note, _side_by_side(everything, take_in, answers))
        note = self.tr("Nothing is deleted")
        self.add_row(self.tr("Reset one bank"), note, self._resets).align_top()
        note = self.tr("Start over: old answers stay in a file. Delete: nothing stays, no copy either.")
        self.add_row(self.tr("Everything"), note, _side_by_side(afresh, delete))
        for button, signal in (
            (folder, self.folder_requested),
            (path, self.path_copy_requested),
            (self._show, self.notes_requested),
            (self._export, self.export_requested),
            (self._copy, self.notes_copy_requested),
            (everything, self.everything_requested),
            (answers, self.answers_requested),
            (take_in, self.import_requested),
            (afresh, self.afresh_requested),
            (delete, self.delete_requested),
        ):
            button.clicked.connect(signal)
        self._resets.requested.connect(self.reset_requested)

    def show_settings(self, view: SettingsView) -> None:
        """Show what is kept."""
        self._path.setText(str(view.folder))
        self._backup.setText(self._when(view.backup))
        self._notes.setText(self._count(view.notes))
        self._show.setEnabled(view.notes != NO_NOTES)
        for button in (self._export, self._copy):
            button.setEnabled(view.notes.faults > 0)
        self._resets.show_banks(view.banks, is_reading=view.is_reading)
        set_tab_order(self.findChildren(Button))

    def _when(self, backup: QDateTime | None) -> str:
        if backup is None:
            return self.tr("None yet.")
        date = QLocale().toString(backup.date(), QLocale.FormatType.LongFormat)
        time = QLocale().toString(backup.time(), QLocale.FormatType.ShortFormat)
        return self.tr("{date}, {time}").format(date=date, time=time)

    def _count(self, notes: NoteCounts) -> str:
        if notes == NO_NOTES:
            return self.tr("None yet.")
        own, faults = notes.own, notes.faults
        parts = (
            self.tr("{count} for yourself").format(count=own) if own else "",
            self.tr("{count} on what is wrong with a question").format(count=faults) if faults else "",
        )
        return ", ".join(part for part in parts if part)


def _side_by_side(*buttons: Button) -> QWidget:
    """Buttons on as many lines as they need."""
    group = QWidget()
    row = FlowLayout(group)
    for button in buttons:
        row.addWidget(button)
    enable_height_for_width(group)
    return group


_GAP, _BESIDE_FROM = 8, 1120  # px at 100 % text between cards, and the least width of two columns of them


class SettingsPage(ScrollPage):
    """The cards emit the requests: `appearance`, `revision`, `goal`, `people` and `data`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(BROAD, parent)
        self.setAccessibleName(self.tr("Settings"))  # it has the focus at first
        self.appearance = AppearanceCard()
        self.revision = RevisionCard()
        self.goal = GoalCard()
        self.people = ProfileCard()
        self.data = DataCard()
        self._note = PassingNote(self)
        self.column.addWidget(Text("title", self.tr("Settings")))
        cards = TwoColumns(_GAP, _GAP, least=_BESIDE_FROM)
        cards.addWidget(self._stack(self.appearance, self.revision, self.goal))
        cards.addWidget(self._stack(self.people, self.data))
        self.column.addLayout(cards)
        self.column.addStretch(1)

    @staticmethod
    def _stack(*cards: SettingCard) -> QWidget:
        """Cards above each other."""
        stack = QWidget()
        column = QVBoxLayout(stack)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        return stack

    def show_settings(self, view: SettingsView) -> None:
        """Show what is set and what is kept."""
        for card in (self.appearance, self.revision, self.goal, self.people, self.data):
            card.show_settings(view)

    def show_message(self, sentence: str) -> None:
        """Say what was done, for a moment, at the foot of the page."""
        self._note.show_message(sentence)
