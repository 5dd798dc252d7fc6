"""Answering without devices: what the trainer enters, in the mode in force."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.domain.round_events import Join
from quizapp.domain.round_plan import MOST_TEAMS, AnsweringMode
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.compat import override
from quizapp.ui.rounds.entry.base import Column, Entry, EntryRequests
from quizapp.ui.rounds.entry.buzz import BuzzEntry
from quizapp.ui.rounds.entry.hands import HandsEntry
from quizapp.ui.rounds.entry.paper import PaperEntry
from quizapp.ui.rounds.entry.teams import TeamsEntry
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.buttons import ENTER
from quizapp.ui.widgets.text import Text, announce


class EntryPanel(Column):
    """Shows hands, teams, buzzing or paper, and hands keys on to it.

    Args:
        appearance: the appearance in force.
        parent: the owner.

    Attributes:
        requests: makes the requests of all modes.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.requests = EntryRequests(self)
        self._entries: Mapping[AnsweringMode, Entry] = {
            AnsweringMode.HANDS: HandsEntry(self.requests, appearance),
            AnsweringMode.TEAMS: TeamsEntry(self.requests, appearance),
            AnsweringMode.BUZZ: BuzzEntry(self.requests, appearance),
            AnsweringMode.PAPER: PaperEntry(self.requests, appearance),
        }
        self._mode = AnsweringMode.HANDS
        self._record: RoundRecord | None = None
        self._correcting = Text(
            "label_strong", self.tr("Correcting the votes after the verdict. Esc ends it.")
        )
        self._correcting.hide()
        self.column.addWidget(self._correcting)
        self.setAccessibleName(self.tr("Answers of the room"))
        for mode, entry in self._entries.items():
            self.column.addWidget(entry)
            entry.setVisible(mode is self._mode)

    @property
    def entry(self) -> Entry:
        """What the mode in force is entered in."""
        return self._entries[self._mode]

    @property
    def is_typing(self) -> bool:
        """Whether a word is being typed, to which all letters belong."""
        return self.entry.is_typing

    @property
    def holds_focus(self) -> bool:
        """Whether one of its controls has the keyboard."""
        focus = QApplication.focusWidget()
        return focus is not None and focus is not self.entry and self._holds(focus)

    @property
    def is_correcting(self) -> bool:
        """Whether the votes in front are corrected after their verdict."""
        return self.entry.is_correcting

    def correct(self, position: int | None) -> None:
        """Allow the votes on a question with a verdict to be changed, until the next step; None ends it."""
        record = self._record
        if position is not None and record is not None and position == record.round.position:
            ballot = record.round.ballot
            self._show_mode(ballot.mode if ballot is not None else self._mode, record)
        self.entry.correct(position)
        self._correcting.setVisible(self.is_correcting)
        if position is not None:
            self.take_focus()
        elif record is not None:
            self.show_record(record)

    def show_record(self, record: RoundRecord) -> None:
        """Show how the round stands; what is corrected stays in the mode in which it was voted."""
        self._record = record
        self.entry.stop_correcting(record)
        self._show_mode(self._mode if self.is_correcting else record.round.mode, record)
        self._correcting.setVisible(self.is_correcting)

    def _show_mode(self, mode: AnsweringMode, record: RoundRecord) -> None:
        """Have answers entered in a mode."""
        before, self._mode = self.entry, mode
        focus = QApplication.focusWidget()
        is_left = before is not self.entry or not self.entry.is_usable(record)
        if is_left and focus is not None and self._holds(focus):
            # Qt would hand the keyboard to any other control, which the next key would press.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        for entry in self._entries.values():
            entry.setVisible(entry is self.entry)
        if before is not self.entry:
            before.correct(None)
        self.entry.show_record(record)

    def cover(self, *, covered: bool) -> None:
        """Show only who has answered, not what, where the room can see this screen."""
        for entry in self._entries.values():
            entry.cover(covered=covered)

    def hide_hints(self) -> None:
        """Do without keys that are hinted, where room is short."""
        for entry in self._entries.values():
            entry.hide_hints()

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means for the mode in force; returns whether it means anything."""
        has_teams = self._mode in {AnsweringMode.TEAMS, AnsweringMode.BUZZ}
        if has_teams and event.key() == Qt.Key.Key_Plus and not self.is_typing:
            if not event.isAutoRepeat():
                self._add_team()
            return True
        if event.key() in ENTER and self._ends_by_enter:
            if self.keep():
                self.correct(None)
            return True  # a button below would go on with the wall
        if self.entry.take_key(event):
            return True
        if event.key() == Qt.Key.Key_Escape and self.is_correcting:
            self.correct(None)
            return True
        return False

    @property
    def _ends_by_enter(self) -> bool:
        """Whether Enter ends a correction, and not a name, nor goes to the next sheet."""
        is_in_sheets = self._mode is AnsweringMode.PAPER and self.holds_focus
        return self.is_correcting and not self.is_typing and not is_in_sheets

    def _add_team(self) -> None:
        """Have one more team take part, as long as there is a key for it; one that left comes back last."""
        if self._record is None:
            return
        known = {voter.id for voter in self._record.round.voters}
        present = {voter.id for voter in self._record.round.present}
        teams = [f"t{number}" for number in range(1, MOST_TEAMS + 1)]
        free = [team for team in teams if team not in known] + [team for team in teams if team not in present]
        if free:
            self.requests.event_requested.emit(Join(free[0]))
        else:
            announce(self, self.tr("There are keys for nine teams."))
            self.requests.message_requested.emit(self.tr("There are keys for nine teams."))

    def keep(self) -> bool:
        """Have what was typed kept before the vote goes on; returns whether nothing stands in the way."""
        return self.entry.keep()

    def take_remark(self) -> str:
        """What is to be said once of what was kept when the vote went on; empty for nothing."""
        return self.entry.take_remark()

    def take_focus(self) -> None:
        """Have the keyboard where the next answer is entered."""
        self.entry.take_focus()

    def _holds(self, focus: QWidget) -> bool:
        return self.isAncestorOf(focus)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what a control on it has left; the rest goes on to the page."""
        if not self.take_key(event):
            super().keyPressEvent(event)
