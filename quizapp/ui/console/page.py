"""The trainer's console: what is on the wall, how the vote stands, who is missing, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.round import Phase
from quizapp.domain.round_plan import Answering
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.announce import announce
from quizapp.ui.console.acts import step_of
from quizapp.ui.console.advice_card import AdviceCard
from quizapp.ui.console.bar import ActButtons, ConsoleBar, RareRow
from quizapp.ui.console.body import ConsoleBody
from quizapp.ui.console.desk import ConsoleDesk
from quizapp.ui.console.head import ConsoleHead
from quizapp.ui.console.keys import Act, key_name
from quizapp.ui.console.preview_card import PreviewCard
from quizapp.ui.console.room_card import RoomCard
from quizapp.ui.console.round_keys import RoundKeys
from quizapp.ui.console.split_card import SplitCard
from quizapp.ui.console.words import ConsoleWords
from quizapp.ui.entry.panel import EntryPanel
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import INSET
from quizapp.ui.passing_note import PassingNote

_MARGIN, _BELOW = 24, 6
_TALL_FROM = 520  # px at 100 % text: in less the rarer buttons scroll with the cards
_ARROWS = {Qt.Key.Key_Down: 0.4, Qt.Key.Key_Up: -0.4}
"""How far an arrow scrolls what is peeked at, as a share of what is visible."""


class ConsolePage(QWidget):
    """Shows a round to its trainer.

    Args:
        look: the look in force.
        parent: the window.

    Signals:
        event_requested: carries what shall happen, one of `quizapp.domain.round_events`.
        way_requested: the room shall answer in another way; carries an `Answering`.
        peek_changed: carries whether key and split are being peeked at.
        export_requested: results are wanted.
        leave_requested: the trainer wants to leave; nothing has been asked yet.
        turn_requested: the wall's next page is wanted.
    """

    event_requested = Signal(object)
    way_requested = Signal(object)
    peek_changed = Signal(object)
    export_requested = Signal()
    leave_requested = Signal()
    turn_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = ConsoleWords(self)
        self._acts = ActButtons(self)
        self._desk = ConsoleDesk(look, self)
        self._keys = RoundKeys(self)
        self._head = ConsoleHead(look, self._acts)
        self._wall = PreviewCard(look)
        self._split = SplitCard(look)
        self._advice = AdviceCard(look)
        self._room = RoomCard(look)
        self._body = ConsoleBody(look, self._head, self._wall, (self._split, self._advice), self._room)
        self._bar = ConsoleBar(look, self._acts)
        self._rare = RareRow(look, self._acts)
        self._note = PassingNote(look, self)
        self._record: RoundRecord | None = None
        self._is_peeking = False
        self._build()
        self._connect_signals()
        look.changed.connect(self._arrange)

    def _build(self) -> None:
        self._layout = layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._body, 1)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(0)
        self._foot.addWidget(self._bar)
        layout.addLayout(self._foot)
        self._arrange()

    def _connect_signals(self) -> None:
        self._acts.acted.connect(self._desk.do)
        self._keys.acted.connect(self._desk.do)
        self._keys.peeked.connect(self._peek)
        self._split.held.connect(self._peek)
        self._room.way_requested.connect(self.way_requested)
        self._desk.event_requested.connect(self.event_requested)
        self._desk.export_requested.connect(self.export_requested)
        self._desk.leave_requested.connect(self.leave_requested)
        self._desk.turn_requested.connect(self.turn_requested)
        self._wall.turn_requested.connect(self.turn_requested)
        self._desk.told.connect(self.tell)

    def _arrange(self) -> None:
        """Keep the rarer buttons in sight where there is height for them."""
        across = max(0, _MARGIN - self._look.px(INSET))
        self._foot.setContentsMargins(across, 0, across, self._look.px(_BELOW))
        home = self._foot if self.height() >= self._look.px(_TALL_FROM) else self._body.column
        if home.indexOf(self._rare) < 0:
            home.addWidget(self._rare)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # -- showing -------------------------------------------------------------------------------

    def show_record(self, record: RoundRecord) -> None:
        """Show the round as it stands."""
        before, self._record = self._record, record
        round_ = record.round
        is_other_step = before is None or step_of(before.round) != step_of(round_)
        if is_other_step:
            self._note.hide()  # it was said of what is over
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # before what has it may be disabled
        self._keys.follow(record)
        self._desk.show_record(record)
        self._head.show_round(round_)
        self._acts.show_round(round_)
        self._split.show_record(record)
        self._split.set_key(key_name(Act.PEEK, round_.way))
        self._advice.show_record(record)
        self._room.show_record(record)
        self._room.allow_switching(allowed=not round_.is_paused and round_.phase is not Phase.CLOSED)
        self._cover()
        if is_other_step:
            self.take_focus()
            announce(self, f"{self._words.phase(round_.phase)}. {self._words.place(round_)}")

    def take_focus(self) -> None:
        """Let the keyboard rest on the next natural thing."""
        following = self._acts[Act.NEXT]
        rest = following if following.isEnabled() else self
        rest.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_preview(self, picture: QPixmap, name: str = "") -> None:
        """Show the wall's own frame.

        Args:
            picture: the frame, of any size.
            name: the picture in words, for screen readers.
        """
        self._wall.show_preview(picture, name)

    def show_pages(self, page: int, count: int) -> None:
        """Say which page of a long text is on the wall, from 1."""
        way = self._record.round.way if self._record is not None else Answering.HANDS
        self._wall.show_pages(page, count, key_name(Act.TURN, way))
        self._desk.show_pages(count)

    def show_screen(self, words: str) -> None:
        """Say on which screen the wall is."""
        self._wall.show_screen(words)

    def show_time(self, seconds: int | None) -> None:
        """Show the seconds left of a vote; None where no time runs."""
        if self._record is None or not self._record.round.is_paused:
            self._head.show_words(self._words.time_left(seconds))

    def set_entry(self, entry: EntryPanel) -> None:
        """Have answers entered in the room's card; it is given every key first."""
        self._room.set_entry(entry)
        self._desk.set_entry(entry)
        self._keys.set_entry(entry)

    def tell(self, sentence: str) -> None:
        """Say something for a moment."""
        self._note.tell(sentence, self._bar)

    # -- keys and peeking ----------------------------------------------------------------------

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key pressed elsewhere means, as on the wall; returns whether it means anything."""
        return self._keys.take_key(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll what is peeked at: all other keys have been taken before."""
        if event.key() in _ARROWS and self._is_peeking:
            self._advice.scroll_by(_ARROWS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """A page that comes back comes back covered."""
        super().hideEvent(event)
        self._peek(False)

    def _peek(self, is_peeking: bool) -> None:  # noqa: FBT001 - a slot
        if is_peeking != self._is_peeking:
            self._is_peeking = is_peeking
            self._cover()
            self.peek_changed.emit(is_peeking)

    def _cover(self) -> None:
        """Cover what only the trainer may see, until the verdict or while it is peeked at."""
        is_told = self._record is not None and self._record.round.item.is_revealed
        if is_told and self._is_peeking:
            self._keys.let_go()
            self._peek(False)  # what is still held shall not uncover the next question
        is_covered = not is_told and not self._is_peeking
        self._split.cover(covered=is_covered, may_peek=not is_told)
        self._advice.cover(covered=is_covered)
