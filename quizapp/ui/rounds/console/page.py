"""The trainer’s page and its buttons."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from quizapp.domain.round import Phase
from quizapp.domain.round_plan import AnsweringMode
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.compat import override
from quizapp.ui.rounds.console.attendance import AttendanceCard
from quizapp.ui.rounds.console.buttons import MARGIN, CommandButtons, ConsoleBar, RareRow
from quizapp.ui.rounds.console.cards import AdviceCard, PreviewCard
from quizapp.ui.rounds.console.commands import (
    Command,
    key_name,
    step_of,
)
from quizapp.ui.rounds.console.head import ConsoleHead
from quizapp.ui.rounds.console.input import RoundInput
from quizapp.ui.rounds.console.split import SplitCard
from quizapp.ui.rounds.console.wording import ConsoleWords
from quizapp.ui.rounds.entry.panel import EntryPanel
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.page import PassingNote
from quizapp.ui.widgets.text import announce

_GAP = 4
_WIDE_FROM = 860  # px at 100 % text
_WALL, _PRIVATE = 150, 150  # px at 100 % text: the least heights of the wall and of the cards below it


class ConsoleBody(QScrollArea):
    """A head, four cards, and what a short window has no fixed place for.

    Args:
        head: stands above the cards.
        wall: the large card.
        private: the two cards below it.
        attendance: the card beside them; where all cards stand in one column it is shown whole.
        parent: the page.

    Attributes:
        column: takes what stands below the cards.
    """

    def __init__(
        self,
        head: QWidget,
        wall: QWidget,
        private: tuple[QWidget, QWidget],
        attendance: AttendanceCard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wall, self._private, self._attendance = wall, private, attendance
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setProperty("page", True)
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 4, 0, 0)
        self.column.setSpacing(_GAP)
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        self._grid.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self.column.addWidget(head)
        self.column.addLayout(self._grid, 1)
        self.setWidget(content)
        self._arrange()

    def _arrange(self) -> None:
        """Put the cards where they have room."""
        is_wide = self.width() >= scaled(_WIDE_FROM)
        first, second = self._private
        if is_wide:
            self._grid.addWidget(self._wall, 0, 0, 1, 2)
            self._grid.addWidget(first, 1, 0)
            self._grid.addWidget(second, 1, 1)
            self._grid.addWidget(self._attendance, 0, 2, 2, 1)
        else:
            for row, card in enumerate((self._wall, first, second, self._attendance)):
                self._grid.addWidget(card, row, 0, 1, 3)
        for column, share in enumerate((5, 5, 6) if is_wide else (1, 0, 0)):
            self._grid.setColumnStretch(column, share)
        for row, share in enumerate((5, 4, 0, 0) if is_wide else (3, 2, 2, 3)):
            self._grid.setRowStretch(row, share)
        self._wall.setMinimumHeight(scaled(_WALL))
        for card in self._private:
            card.setMinimumHeight(scaled(_PRIVATE))
        self._attendance.show_whole(whole=not is_wide)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()


_TALL_FROM = 520  # px at 100 % text: in less the rarer buttons scroll with the cards
_ARROWS = {Qt.Key.Key_Down: 0.4, Qt.Key.Key_Up: -0.4}
"""How far an arrow scrolls the notes, as a share of what is visible."""


class ConsolePage(QWidget):
    """Shows a round to its trainer.

    Args:
        appearance: the appearance in force.
        parent: the window.

    Attributes:
        input: makes requests of keys and commands.

    Signals:
        mode_requested: the room shall answer in another mode; carries an `AnsweringMode`.
    """

    mode_requested = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("group", True)
        self.setAccessibleName(self.tr("Round"))  # it has the focus where the next step is to be chosen
        self._words = ConsoleWords(self)
        self._commands = CommandButtons(self)
        self.input = RoundInput(self)
        self._head = ConsoleHead(self._commands)
        self._wall = PreviewCard(appearance)
        for command in (Command.BLACK, Command.SWAP):
            button = Button(self._words.commands()[command], "quiet", small=True)
            self._wall.put(self._commands.add(command, button))
        self._split = SplitCard(appearance)
        self._advice = AdviceCard()
        self._attendance = AttendanceCard()
        self._body = ConsoleBody(self._head, self._wall, (self._split, self._advice), self._attendance)
        self._bar = ConsoleBar(self._commands)
        self._rare = RareRow(self._commands)
        self._note = PassingNote(self)
        self._record: RoundRecord | None = None
        self._entry: EntryPanel | None = None
        self._is_peeking = False
        self._build()
        self._connect_signals()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._body, 1)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(0)
        self._foot.setContentsMargins(0, 0, 0, 4)
        self._foot.addWidget(self._bar)
        layout.addLayout(self._foot)
        self._arrange()

    def _connect_signals(self) -> None:
        self._commands.triggered.connect(self.input.do)
        self.input.peeked.connect(self._peek)
        self._split.held.connect(self._peek)
        self._attendance.mode_requested.connect(self.mode_requested)
        self.input.sheets_requested.connect(self._show_sheets)
        self.input.message_requested.connect(self.show_message)
        self._wall.turn_requested.connect(self._ask_to_turn)

    def _ask_to_turn(self) -> None:
        self.input.do(Command.TURN)

    def _arrange(self) -> None:
        """Keep the rarer buttons in sight where there is height for them."""
        home = self._foot if self.height() >= scaled(_TALL_FROM) else self._body.column
        if home.indexOf(self._rare) < 0:
            home.addWidget(self._rare)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    # -- showing -------------------------------------------------------------------------------

    def show_rehearsal(self, *, is_rehearsal: bool) -> None:
        """Say that nothing of the round is kept, or not."""
        self._head.moment.show_rehearsal(is_rehearsal=is_rehearsal)

    def show_record(self, record: RoundRecord) -> None:
        """Show the round as it stands."""
        before, self._record = self._record, record
        round_ = record.round
        is_other_step = before is None or step_of(before.round) != step_of(round_)
        if is_other_step:
            self._note.hide()  # it was said of what is over
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # before what has it may be disabled
        self.input.show_record(record)
        self._head.show_round(round_)
        self._commands.show_record(record)
        self._split.show_record(record)
        self._split.set_key(key_name(Command.PEEK, round_.mode))
        self._advice.show_record(record)
        self._attendance.show_record(record)
        self._attendance.allow_switching(allowed=not round_.is_paused and round_.phase is not Phase.CLOSED)
        self._cover()
        if is_other_step:
            self.take_focus()
            announce(self, f"{self._words.phase(round_.phase)}. {self._words.position(round_)}")

    def take_focus(self) -> None:
        """Let the keyboard rest on the next step."""
        following = self._commands[Command.NEXT]
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
        mode = self._record.round.mode if self._record is not None else AnsweringMode.HANDS
        self._wall.show_pages(page, count, key_name(Command.TURN, mode))
        self.input.show_pages(count)

    def show_screen(self, words: str) -> None:
        """Say on which screen the wall is."""
        self._wall.show_screen(words)

    def show_black(self, *, is_black: bool) -> None:
        """Let the next step show a wall again that is black, and do no more."""
        self.input.show_black(is_black=is_black)

    def show_time(self, seconds: int | None) -> None:
        """Show the seconds left of a vote; None where no time runs."""
        self._head.moment.show_time(seconds)

    def set_entry(self, entry: EntryPanel) -> None:
        """Have answers entered in the room's card; it is given every key first."""
        self._attendance.set_entry(entry)
        self.input.set_entry(entry)
        self._entry = entry

    def _show_sheets(self) -> None:
        """Let the keyboard rest on the sheets of paper."""
        if self._entry is not None:
            self._entry.take_focus()

    def show_message(self, sentence: str) -> None:
        """Say something for a moment."""
        self._note.show_message(sentence, self._bar)

    # -- keys and peeking ----------------------------------------------------------------------

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key pressed elsewhere means, as on the wall; returns whether it means anything."""
        return self.input.take_key(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll advice and notes: all other keys have been taken before."""
        if event.key() in _ARROWS:
            self._advice.scroll_by(_ARROWS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Hear keys from the first on: the keyboard may be here already."""
        super().showEvent(event)
        self.input.watch()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """A page that comes back comes back covered."""
        super().hideEvent(event)
        self._peek(False)

    def _peek(self, is_peeking: bool) -> None:  # noqa: FBT001 - a slot
        if is_peeking != self._is_peeking:
            self._is_peeking = is_peeking
            self._cover()
            if self._is_peeking:
                announce(self, self._split.said)  # it goes on when the key is let go

    def _cover(self) -> None:
        """Cover votes and key until the verdict, or while they are peeked at: a laptop stands open."""
        is_revealed = self._record is not None and self._record.round.item.is_revealed
        if is_revealed and self._is_peeking:
            self.input.stop_peeking()
            self._peek(False)  # what is still held shall not uncover the next question
        is_covered = not is_revealed and not self._is_peeking
        self._split.cover(covered=is_covered, may_peek=not is_revealed)
