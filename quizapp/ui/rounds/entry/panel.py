"""Answering without devices: what the trainer enters, in the mode in force."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.domain.round_events import Join
from quizapp.domain.round_plan import MOST_TEAMS, AnsweringMode
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.compat import override
from quizapp.ui.rounds.entry.base import Column, Entry
from quizapp.ui.rounds.entry.hands import HandsEntry
from quizapp.ui.rounds.entry.paper import PaperEntry
from quizapp.ui.rounds.entry.teams import BuzzEntry, TeamsEntry
from quizapp.ui.style.appearance import Appearance


class EntryPanel(Column):
    """Shows hands, teams, buzzing or paper, and hands keys on to it.

    Args:
        appearance: the appearance in force.
        parent: the owner.

    Signals:
        event_requested: carries what happened in the room, one of `quizapp.domain.round_events`.
        name_changed: carries a pair: the id of a sheet of paper, and its name.
    """

    event_requested = Signal(object)
    name_changed = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        paper = PaperEntry(appearance)
        self._entries: Mapping[AnsweringMode, Entry] = {
            AnsweringMode.HANDS: HandsEntry(appearance),
            AnsweringMode.TEAMS: TeamsEntry(appearance),
            AnsweringMode.BUZZ: BuzzEntry(appearance),
            AnsweringMode.PAPER: paper,
        }
        self._mode = AnsweringMode.HANDS
        self._record: RoundRecord | None = None
        self.setAccessibleName(self.tr("Answers of the room"))
        for mode, entry in self._entries.items():
            self.column.addWidget(entry)
            entry.setVisible(mode is self._mode)
            entry.event_requested.connect(self.event_requested)
        paper.name_changed.connect(self.name_changed)

    @property
    def entry(self) -> Entry:
        """What the mode in force is entered in."""
        return self._entries[self._mode]

    @property
    def is_typing(self) -> bool:
        """Whether letters are typed where the keyboard is: on sheets of paper, or in a name."""
        focus = QApplication.focusWidget()
        return self._mode is AnsweringMode.PAPER and focus is not None and self._holds(focus)

    def show_record(self, record: RoundRecord) -> None:
        """Show how the round stands."""
        self._record = record
        before, self._mode = self.entry, record.round.mode
        focus = QApplication.focusWidget()
        is_left = before is not self.entry or not self.entry.is_usable(record)
        if is_left and focus is not None and self._holds(focus):
            # Qt would hand the keyboard to any other control, which the next key would press.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        for entry in self._entries.values():
            entry.setVisible(entry is self.entry)
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
        if event.key() == Qt.Key.Key_Plus and self._mode in {AnsweringMode.TEAMS, AnsweringMode.BUZZ}:
            self._add_team()
            return True
        return self.entry.take_key(event)

    def _add_team(self) -> None:
        """Have the next team take part, as long as there is a key for it."""
        voters = {voter.id for voter in self._record.round.present} if self._record else set()
        free = (f"t{number}" for number in range(1, MOST_TEAMS + 1) if f"t{number}" not in voters)
        if self._record is not None and (team := next(free, "")):
            self.event_requested.emit(Join(team))

    def keep(self) -> bool:
        """Have what was typed kept before the vote goes on; returns whether nothing stands in the way."""
        return self.entry.keep()

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
