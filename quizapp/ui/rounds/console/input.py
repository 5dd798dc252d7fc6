"""From key or click to an event; the dispute note."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from quizapp.domain.ballot import Ballot
from quizapp.domain.round import Phase
from quizapp.domain.round_events import Discuss, Dispute, Event, GoTo, Next, Reveal, WrapUp
from quizapp.domain.round_plan import AnsweringMode
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.compat import override
from quizapp.ui.keyboard import latin_key
from quizapp.ui.rounds.console.commands import (
    Command,
    command_for,
    event_for,
    is_possible,
    key_name,
    refusal,
    step_of,
)
from quizapp.ui.rounds.console.wording import ConsoleWords
from quizapp.ui.rounds.entry.panel import EntryPanel
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.dialogs import NoteDialog

_HESITATION = 0.6
"""The seconds for which a plan's step waits after a lock, so that no double press reveals."""

TakeKey = Callable[[QKeyEvent], bool]
"""Takes a key, and tells whether it meant anything."""


class DisputeDialog(NoteDialog):
    """Asks why; an empty note takes the dispute back.

    Args:
        about: which question it is.
        kept: the note there is.
        parent: the page.
        is_private: whether the room cannot see it; where it may, the note there is stays covered until the
            trainer shows it.
    """

    def __init__(
        self, about: str, kept: str = "", parent: QWidget | None = None, *, is_private: bool = True
    ) -> None:
        title, question = self.tr("Disputed"), self.tr("What does the room dispute?")
        super().__init__(title, question, about, parent, kept=kept)
        if kept and not is_private:
            self._cover()

    def _cover(self) -> None:
        """Have a button in the place of the note that shows it."""
        policy = self.editor.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.editor.setSizePolicy(policy)
        self.editor.hide()
        self._uncover = Button(self.tr("Show the note"), "outline", small=True)
        self._uncover.clicked.connect(self._show_note)
        at = self.column.indexOf(self.editor)
        self.column.insertWidget(at, self._uncover, 0, Qt.AlignmentFlag.AlignLeading)
        self._uncover.setFocus()

    def _show_note(self) -> None:
        self.editor.show()
        self.editor.setFocus()
        self._uncover.hide()


class RoundInput(QObject):
    """Turns keys and commands into events; serves the console and the single screen alike.

    It watches whatever has the focus while its page is shown: answers are entered first, then come the
    commands; only a word or number that is being typed keeps its keys. A key that is held acts once.

    Args:
        page: the page it serves.
        monotonic: tells seconds that only ever grow.
        is_private: whether the room cannot see the page.

    Signals:
        event_requested: carries what shall happen, one of `quizapp.domain.round_events`.
        command_requested: carries a `Command` that is none of the round's events.
        sheets_requested: the sheets of paper are wanted.
        message_requested: carries a sentence to be shown for a moment.
        peeked: the key that peeks went down or up; carries whether it is down.
    """

    event_requested = Signal(object)
    command_requested = Signal(object)
    sheets_requested = Signal()
    message_requested = Signal(object)
    peeked = Signal(object)

    def __init__(
        self, page: QWidget, monotonic: Callable[[], float] = time.monotonic, *, is_private: bool = True
    ) -> None:
        super().__init__(page)
        self._page, self._is_private = page, is_private
        self._monotonic = monotonic
        self._words = ConsoleWords(self)
        self._entry: EntryPanel | None = None
        self._enter: TakeKey | None = None
        self._record: RoundRecord | None = None
        self._dialog: DisputeDialog | None = None
        self._watched: QWidget | None = None
        self._place, self._pages = 0, 1
        self._locked_at = 0.0
        self._warned: tuple[Phase, int, int, bool] | None = None  # where it was said that nobody answered
        self._written: tuple[int, str] | None = None
        self._is_peeking = self._is_black = False
        self._acts = {Command.PEEK: self._peek, Command.TURN: self._turn, Command.SHEETS: self._show_sheets}
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def show_record(self, record: RoundRecord) -> None:
        """Work with the round as it stands; a note that is kept now need not be written any more."""
        before, self._record = self._record, record
        is_locked = record.round.phase is Phase.LOCKED
        if is_locked and (before is None or before.round.phase is not Phase.LOCKED):
            self._locked_at = self._monotonic()
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

    def show_black(self, *, is_black: bool) -> None:
        """Work with a wall that is black, or not: then the next step is to show it again."""
        self._is_black = is_black

    # -- commands --------------------------------------------------------------------------------

    def do(self, command: Command) -> None:
        """Do what a command asks for, or say why it cannot be done now."""
        record = self._record
        if record is None:
            return
        if command is Command.NEXT and self._is_black:
            self.command_requested.emit(Command.BLACK)  # nobody has seen what the next step would replace
        elif (act := self._acts.get(command)) is not None:
            act()
        elif (event := event_for(record, command)) is not None:
            if self._is_early(command):
                self._show_message(self.tr("Nobody has answered yet."))
            elif not self._is_too_soon(command, event):
                self._request_event(event)
        elif command is Command.NEXT and record.round.phase is Phase.LOCKED:
            self._point()
        elif not is_possible(record, command):
            self._show_message(refusal(record, command))
        elif command is Command.DISPUTE:
            self._ask_why()
        else:
            self.command_requested.emit(command)

    def _is_early(self, command: Command) -> bool:
        """Whether a vote without an answer would be locked by a first press; a second one means it."""
        if command is not Command.NEXT or self._record is None or self._record.round.is_paused:
            return False
        if self._entry is not None:
            self._entry.keep()
        round_ = self._record.round
        is_empty = round_.phase is Phase.OPEN and round_.ballot == Ballot(round_.mode)
        is_first = is_empty and self._warned != step_of(round_)
        self._warned = step_of(round_) if is_empty else None
        return is_first

    def _is_too_soon(self, command: Command, event: Event) -> bool:
        """Whether what the plan has follow a lock was asked for by a double press."""
        is_planned = command is Command.NEXT and isinstance(event, Discuss | Reveal)
        return is_planned and self._monotonic() - self._locked_at < _HESITATION

    def _show_sheets(self) -> None:
        """Go to the sheets where the room answers on paper."""
        if self._record is not None and self._record.round.mode is AnsweringMode.PAPER:
            self.sheets_requested.emit()

    def _turn(self) -> None:
        """Ask for the wall's next page where there is one."""
        if self._pages > 1:
            self.command_requested.emit(Command.TURN)

    def _request_event(self, event: Event) -> None:
        """Request an event; what cannot be kept as it was typed holds going on up."""
        if not isinstance(event, Next | GoTo | WrapUp) or self._entry is None or self._entry.keep():
            self.event_requested.emit(event)
            self._show_message(self._entry.take_remark() if self._entry is not None else "")

    def _show_message(self, sentence: str) -> None:
        if sentence:
            self.message_requested.emit(sentence)

    def _point(self) -> None:
        """Say what can be done where the next step is for the trainer to choose."""
        if self._record is None:
            return
        round_ = self._record.round
        keys = {"d": key_name(Command.DISCUSS, round_.mode), "r": key_name(Command.REVEAL, round_.mode)}
        both = self.tr("Press {d} to discuss, or {r} to reveal.")
        words = both if is_possible(self._record, Command.DISCUSS) else self.tr("Press {r} to reveal.")
        self._show_message(words.format(**keys))

    # -- the note on a dispute -------------------------------------------------------------------

    def _ask_why(self) -> None:
        """Have a note written about the question in front."""
        if self._record is None or self._dialog is not None:
            return
        round_ = self._record.round
        self._written = None
        self._place = round_.position
        about, kept = self._words.position(round_), round_.item.dispute
        dialog = DisputeDialog(about, kept, self._page, is_private=self._is_private)
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
        if latin_key(event) != Qt.Key.Key_K or not self._is_peeking:
            return False
        if not event.isAutoRepeat():
            self.stop_peeking()
        return True

    def _command(self, event: QKeyEvent) -> Command | None:
        """What a key means as the round stands."""
        mode = self._record.round.mode if self._record is not None else AnsweringMode.HANDS
        is_typing = self._entry is not None and self._entry.is_typing
        return command_for(mode, latin_key(event), event.modifiers(), is_typing=is_typing)

    def watch(self) -> None:
        """Watch what has the keyboard; a page that comes to the front may have had it while hidden."""
        self._on_focus_changed(None, QApplication.focusWidget())

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Watch whatever has the keyboard in the page's window, the window itself where nothing has."""
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        window = self._page.window()
        there = new if new is not None else window
        is_here = self._page.isVisible() and there.window() is window and window.isActiveWindow()
        self._watched = there if is_here else None
        if self._watched is not None:
            self._watched.installEventFilter(self)
        else:
            self.stop_peeking()  # the key's release will go elsewhere

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take keys before the watched widget does, and claim them from menus."""
        if not isinstance(event, QKeyEvent) or not self._page.isVisible():
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            if self._command(event) is None:
                return False
            event.accept()
            return True
        return self.take_key(event)
