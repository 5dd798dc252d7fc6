"""From key or click to an event; the dispute note."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from quizapp.domain.round import Phase
from quizapp.domain.round_events import Dispute, Event, Next
from quizapp.domain.round_plan import AnsweringMode
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.compat import override
from quizapp.ui.rounds.console.commands import Command, command_for, event_for, is_possible, key_name, refusal
from quizapp.ui.rounds.console.wording import ConsoleWords
from quizapp.ui.rounds.entry.panel import EntryPanel
from quizapp.ui.widgets.dialogs import NoteDialog

TakeKey = Callable[[QKeyEvent], bool]
"""Takes a key, and tells whether it meant anything."""


class DisputeDialog(NoteDialog):
    """Asks why; an empty note takes the dispute back.

    Args:
        about: which question it is.
        kept: the note there is.
        parent: the page.
    """

    def __init__(self, about: str, kept: str = "", parent: QWidget | None = None) -> None:
        title, question = self.tr("Disputed"), self.tr("What does the room dispute?")
        super().__init__(title, question, about, parent, kept=kept)


class RoundInput(QObject):
    """Turns keys and commands into events; serves the console and the single screen alike.

    It watches what has the focus on the page: answers are entered first, then come the commands. A key
    that is held acts once. Space presses a button that Tab has gone to, as anywhere.

    Args:
        page: the page it serves.

    Signals:
        event_requested: carries what shall happen, one of `quizapp.domain.round_events`.
        export_requested: results are wanted.
        leave_requested: the trainer wants to leave.
        turn_requested: the wall's next page is wanted.
        message_requested: carries a sentence to be shown for a moment.
        peeked: the key that peeks went down or up; carries whether it is down.
    """

    event_requested = Signal(object)
    export_requested = Signal()
    leave_requested = Signal()
    turn_requested = Signal()
    message_requested = Signal(object)
    peeked = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._words = ConsoleWords(self)
        self._entry: EntryPanel | None = None
        self._enter: TakeKey | None = None
        self._record: RoundRecord | None = None
        self._dialog: DisputeDialog | None = None
        self._place, self._pages = 0, 1
        self._written: tuple[int, str] | None = None
        self._is_peeking = False
        self._acts = {
            Command.LEAVE: self.leave_requested.emit,
            Command.PEEK: self._peek,
            Command.TURN: self._turn,
        }
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def show_record(self, record: RoundRecord) -> None:
        """Work with the round as it stands; a note that is kept now need not be written any more."""
        self._record = record
        if self._dialog is not None and self._written is not None:
            position, note = self._written
            if record.round.items[position].dispute == note:
                self._dialog.accept()

    def set_entry(self, entry: EntryPanel, take_key: TakeKey | None = None) -> None:
        """Have answers entered here; another may take its keys for it.

        What is typed is kept before a vote is locked, by a key or by the mouse.
        """
        self._entry, self._enter = entry, take_key or entry.take_key

    def show_pages(self, count: int) -> None:
        """Work with a wall of so many pages."""
        self._pages = count

    # -- commands --------------------------------------------------------------------------------

    def do(self, command: Command) -> None:
        """Do what a command asks for, or say why it cannot be done now."""
        if self._record is None:
            return
        round_ = self._record.round
        if (act := self._acts.get(command)) is not None:
            act()
        elif command is Command.POINT and not round_.is_paused:
            self._point()
        elif (event := event_for(round_, Command.NEXT if command is Command.POINT else command)) is not None:
            self._request_event(event)
        elif not is_possible(round_, command):
            self._show_message(refusal(round_, command))
        elif command is Command.DISPUTE:
            self._ask_why()
        elif command is Command.EXPORT:
            self.export_requested.emit()

    def _turn(self) -> None:
        """Ask for the wall's next page where there is one."""
        if self._pages > 1:
            self.turn_requested.emit()

    def _request_event(self, event: Event) -> None:
        """Request an event; what cannot be kept as it was typed holds going on up."""
        if not isinstance(event, Next) or self._entry is None or self._entry.keep():
            self.event_requested.emit(event)

    def _show_message(self, sentence: str) -> None:
        if sentence:
            self.message_requested.emit(sentence)

    def _point(self) -> None:
        """Say what is natural where the next thing is for the trainer to choose."""
        if self._record is None:
            return
        round_ = self._record.round
        keys = {"d": key_name(Command.DISCUSS, round_.mode), "r": key_name(Command.REVEAL, round_.mode)}
        both = self.tr("Press {d} to discuss, or {r} to reveal.")
        words = both if is_possible(round_, Command.DISCUSS) else self.tr("Press {r} to reveal.")
        self._show_message(words.format(**keys))

    # -- the note on a dispute -------------------------------------------------------------------

    def _ask_why(self) -> None:
        """Have a note written about the question in front."""
        if self._record is None or self._dialog is not None:
            return
        round_ = self._record.round
        self._written = None
        self._place = round_.position
        dialog = DisputeDialog(self._words.position(round_), round_.item.dispute, self._page)
        dialog.note_written.connect(self._keep_note)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    def _keep_note(self, note: str) -> None:
        self._written = (self._place, note)
        self.event_requested.emit(Dispute(self._place, note))

    def _forget(self) -> None:
        self._dialog = None

    # -- keys ------------------------------------------------------------------------------------

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key that went down or up means; returns whether it means anything."""
        if event.type() == QEvent.Type.KeyRelease:
            return self._release(event)
        if self._enter is not None and self._enter(event):
            return True
        command = self._command(event)
        if command is None:
            return False
        if not event.isAutoRepeat():
            self.do(command)
        return True

    def stop_peeking(self) -> None:
        """Peek no longer."""
        if self._is_peeking:
            self._is_peeking = False
            self.peeked.emit(False)

    def _peek(self) -> None:
        if not self._is_peeking:
            self._is_peeking = True
            self.peeked.emit(True)

    def _release(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_K or not self._is_peeking:
            return False
        if not event.isAutoRepeat():
            self.stop_peeking()
        return True

    def _command(self, event: QKeyEvent) -> Command | None:
        """What a key means as the round stands."""
        mode, phase = AnsweringMode.HANDS, Phase.LOBBY
        if self._record is not None:
            mode, phase = self._record.round.mode, self._record.round.phase
        is_typing = self._entry is not None and self._entry.is_typing
        return command_for(mode, phase, event.key(), event.modifiers(), is_typing=is_typing)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None and (new is self._page or self._page.isAncestorOf(new)):
            new.installEventFilter(self)
        else:
            self.stop_peeking()  # the key's release will go elsewhere

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take keys before the watched widget does, and claim them from menus."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            if self._command(event) is None:
                return False
            event.accept()
            return True
        if event.key() == Qt.Key.Key_Space and _is_at_button(watched):
            return False
        return self.take_key(event)


def _is_at_button(widget: QObject) -> bool:
    """Whether it is a button that has the keyboard because Tab went there, not by a click."""
    return isinstance(widget, QAbstractButton) and not widget.focusPolicy() & Qt.FocusPolicy.ClickFocus
