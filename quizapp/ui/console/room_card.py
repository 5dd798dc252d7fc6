"""Who is in the room: those missing first; and below them, where their answers are entered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from quizapp.domain.round import Voter
from quizapp.domain.round_plan import Answering
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.card import Card
from quizapp.ui.console.card_head import CardHead
from quizapp.ui.console.covered import QuietScroll
from quizapp.ui.console.room_list import Attendance, RoomList
from quizapp.ui.console.way_button import WayButton
from quizapp.ui.console.words import ConsoleWords
from quizapp.ui.entry.panel import EntryPanel
from quizapp.ui.layouts import in_turn
from quizapp.ui.look import Look
from quizapp.ui.rounds.roster_words import RosterWords, is_team
from quizapp.ui.rows import HeadRow, ReachingColumn
from quizapp.ui.text import Text

_FEW = 4  # missing teams that are named; more would push their tiles down


class RoomCard(Card):
    """The roster of a round, or for hands how many were counted.

    Args:
        look: the look in force.
        parent: the page.

    Signals:
        way_requested: the room shall answer in another way; carries an `Answering`.
    """

    way_requested = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(18, 12))
        self.setAccessibleName(self.tr("Room"))
        self._words, self._roster = ConsoleWords(self), RosterWords(self)
        self._way = WayButton(look)
        self._scroll = QuietScroll(self.accessibleName())
        self._number = Text(look, "body_strong")
        self._list = RoomList(look)
        head = CardHead(look, "users", self.accessibleName())
        head.put(self._way)
        self.body.addWidget(head)
        reaching = ReachingColumn(look)
        reaching.addWidget(self._scroll)
        self.body.addLayout(reaching, 1)
        indented = HeadRow(look, 0, 0)
        indented.addWidget(self._number)
        self._scroll.column.addLayout(indented)
        self._scroll.column.addWidget(self._list)
        self._scroll.column.addStretch(1)
        self._way.way_requested.connect(self.way_requested)

    def set_entry(self, entry: EntryPanel) -> None:
        """Have answers entered here, where what they are can be seen."""
        entry.cover(covered=False)
        self._scroll.column.insertWidget(self._scroll.column.indexOf(self._list) + 1, entry)
        fields = entry.findChildren(QWidget)
        in_turn((self._scroll, *(each for each in fields if each.focusPolicy() & Qt.FocusPolicy.TabFocus)))

    def show_record(self, record: RoundRecord) -> None:
        """Show who is there and whose answer is in."""
        round_ = record.round
        self._way.show_way(round_.way)
        self._number.setText(self._told(record))
        has_people = any(not is_team(voter.id) for voter in round_.present)
        self._list.setVisible(has_people and round_.way is not Answering.HANDS)
        self._list.show_rows(self._rows(record))

    def _told(self, record: RoundRecord) -> str:
        """How many are in; of teams, whose answers are entered below, which are missing once they are few."""
        round_ = record.round
        missing = [self._name(record, each) for each in round_.missing if is_team(each.id)]
        if round_.ballot is None or round_.way is not Answering.TEAMS or not 0 < len(missing) <= _FEW:
            return self._words.present(round_)
        return self.tr("Missing: {names}").format(names=", ".join(missing))

    def allow_switching(self, *, allowed: bool) -> None:
        """Offer the other ways, or not."""
        self._way.setEnabled(allowed)

    def _rows(self, record: RoundRecord) -> tuple[Attendance, ...]:
        """Those missing first, then those who are in, each in the order they joined."""
        round_ = record.round
        if round_.ballot is None:
            return tuple(
                Attendance(self._name(record, each), is_in=True, state="") for each in round_.present
            )
        missing = {voter.id for voter in round_.missing}
        ordered = sorted(round_.present, key=lambda voter: voter.id not in missing)
        words = {True: self.tr("in"), False: self.tr("not yet")}
        return tuple(
            Attendance(self._name(record, each), each.id not in missing, words[each.id not in missing])
            for each in ordered
        )

    def _name(self, record: RoundRecord, voter: Voter) -> str:
        return self._roster.name(record, voter.id)
