"""What a trainer's acts come to: wishes for the round, a note to be written, or a word why not now."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from quizapp.domain.round_events import Dispute, Event, Next
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.console.acts import event_for, is_possible, refusal
from quizapp.ui.console.dispute_dialog import DisputeDialog
from quizapp.ui.console.keys import Act, key_name
from quizapp.ui.console.words import ConsoleWords
from quizapp.ui.entry.panel import EntryPanel
from quizapp.ui.look import Look


class ConsoleDesk(QObject):
    """Serves the console and the single screen alike.

    Args:
        look: the look in force.
        page: the page it serves.

    Signals:
        event_requested: carries what shall happen, one of `quizapp.domain.round_events`.
        export_requested: results are wanted.
        leave_requested: the trainer wants to leave.
        turn_requested: the wall's next page is wanted.
        told: carries a sentence to be shown for a moment.
    """

    event_requested = Signal(object)
    export_requested = Signal()
    leave_requested = Signal()
    turn_requested = Signal()
    told = Signal(object)

    def __init__(self, look: Look, page: QWidget) -> None:
        super().__init__(page)
        self._look, self._page = look, page
        self._words = ConsoleWords(self)
        self._entry: EntryPanel | None = None
        self._record: RoundRecord | None = None
        self._dialog: DisputeDialog | None = None
        self._place, self._pages = 0, 1
        self._written: tuple[int, str] | None = None

    def show_record(self, record: RoundRecord) -> None:
        """Work with the round as it stands; a note that is kept now need not be written any more."""
        self._record = record
        if self._dialog is not None and self._written is not None:
            place, note = self._written
            if record.round.items[place].dispute == note:
                self._dialog.accept()

    def set_entry(self, entry: EntryPanel) -> None:
        """Have what is typed here kept before a vote is locked, by a key or by the mouse."""
        self._entry = entry

    def show_pages(self, count: int) -> None:
        """Work with a wall of so many pages."""
        self._pages = count

    def do(self, act: Act) -> None:
        """Do what an act asks for, or say why it cannot be done now."""
        if self._record is None:
            return
        round_ = self._record.round
        if act is Act.LEAVE:
            self.leave_requested.emit()
        elif act is Act.TURN:
            if self._pages > 1:
                self.turn_requested.emit()
        elif act is Act.POINT and not round_.is_paused:
            self._point()
        elif (event := event_for(round_, Act.NEXT if act is Act.POINT else act)) is not None:
            self._wish(event)
        elif not is_possible(round_, act):
            self._tell(refusal(round_, act))
        elif act is Act.DISPUTE:
            self._ask_why()
        elif act is Act.EXPORT:
            self.export_requested.emit()

    def _wish(self, event: Event) -> None:
        """Wish for an event; what cannot be kept as it was typed holds going on up."""
        if not isinstance(event, Next) or self._entry is None or self._entry.keep():
            self.event_requested.emit(event)

    def _tell(self, sentence: str) -> None:
        if sentence:
            self.told.emit(sentence)

    def _point(self) -> None:
        """Say what is natural where the next thing is for the trainer to choose."""
        if self._record is None:
            return
        round_ = self._record.round
        keys = {"d": key_name(Act.DISCUSS, round_.way), "r": key_name(Act.REVEAL, round_.way)}
        both = self.tr("Press {d} to discuss, or {r} to reveal.")
        words = both if is_possible(round_, Act.DISCUSS) else self.tr("Press {r} to reveal.")
        self._tell(words.format(**keys))

    def _ask_why(self) -> None:
        """Have a note written about the question in front."""
        if self._record is None or self._dialog is not None:
            return
        round_ = self._record.round
        self._written = None
        self._place = round_.place
        dialog = DisputeDialog(self._look, self._words.place(round_), round_.item.dispute, self._page)
        dialog.note_written.connect(self._keep_note)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    def _keep_note(self, note: str) -> None:
        self._written = (self._place, note)
        self.event_requested.emit(Dispute(self._place, note))

    def _forget(self) -> None:
        self._dialog = None
