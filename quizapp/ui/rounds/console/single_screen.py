"""Console and wall on one screen."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.round import Phase
from quizapp.domain.round_plan import AnsweringMode
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.compat import override
from quizapp.ui.keyboard import digit_of
from quizapp.ui.rounds.console.buttons import CommandButtons, next_button
from quizapp.ui.rounds.console.commands import Command, key_name, step_of
from quizapp.ui.rounds.console.head import MomentText, beside
from quizapp.ui.rounds.console.input import RoundInput
from quizapp.ui.rounds.console.wording import ConsoleWords
from quizapp.ui.rounds.entry.panel import EntryPanel
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import ENTER, Button
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.layouts import FlowLayout
from quizapp.ui.widgets.page import PassingNote
from quizapp.ui.widgets.text import Text, announce

_SHOWN = (Command.DISCUSS, Command.REVEAL, Command.MORE_TIME, Command.PAUSE, Command.LEAVE)
_BY_KEY_ALONE = (Command.MORE_TIME, Command.PAUSE)
_MARGIN = 12  # px at the sides
_WIDE, _WIDE_WITH_PAGES, _ROOMY_WITH_PAGES = 1000, 1090, 1150  # px at 100 % text


class SingleScreenStrip(QWidget):
    """One line, or two where the text is large; the wall keeps the rest.

    Args:
        commands: takes the buttons.
        parent: the page.

    Signals:
        turn_requested: the wall's next page is wanted.

    Attributes:
        moment: what is special about the moment.
    """

    turn_requested = Signal()

    def __init__(self, commands: CommandButtons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self._words = ConsoleWords(self)
        self._mode = AnsweringMode.HANDS
        self._phase, self.moment = Text("label", tone="muted"), MomentText()
        self._turn = Button("", "quiet", small=True)
        self._turn.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._turn.hide()
        self._turn.clicked.connect(self.turn_requested)
        self._status = beside(self._phase, self.moment)
        self._build()

    def _build(self) -> None:
        row = FlowLayout(self, gap=2, spread=True)
        row.addWidget(self._commands.add(Command.NEXT, next_button(self._words, small=True)))
        for command in _SHOWN:
            button = Button(self._words.commands()[command], "quiet", small=True)
            row.addWidget(self._commands.add(command, button))
        row.addWidget(self._turn)
        row.addWidget(self._status)
        self.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        self._fit()

    def _fit(self) -> None:
        """Leave out what has a key or is on the wall where the width is short: a second line would jump."""
        has_pages = not self._turn.isHidden()
        for command in _BY_KEY_ALONE:
            self._commands[command].setVisible(
                self.width() >= scaled(_WIDE_WITH_PAGES if has_pages else _WIDE)
            )
        self._phase.setVisible(not has_pages or self.width() >= scaled(_ROOMY_WITH_PAGES))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def show_record(self, record: RoundRecord) -> None:
        """Show where the round stands, and what can be done."""
        self._mode = record.round.mode
        self._commands.show_record(record, is_private=False)
        self._phase.setText(self._words.phase(record.round.phase))
        self.moment.show_pause(is_paused=record.round.is_paused)

    def show_pages(self, page: int, count: int) -> None:
        """Say which page of a long text is on the wall, from 1; there is nothing to say of one alone."""
        self._turn.setText(self.tr("Page {page} of {count}").format(page=page, count=count))
        self._turn.set_key(key_name(Command.TURN, self._mode))
        self._turn.setVisible(count > 1)
        self._fit()


_ENDING = (Qt.Key.Key_Escape, Qt.Key.Key_F2, *ENTER)
"""Keys after which nothing may be left to type: then what lies over the wall is put away."""

_ACROSS, _SHEETS = 290, 340  # px at 100 % text: hands stand beside the answers on the wall


class SingleScreenPage(QWidget):
    """Shows the wall where there is one screen, or where two show the same.

    Key and split are nowhere on it: the room sees this screen, so only hands that are typed can be peeked at.

    Args:
        parent: the window.

    Attributes:
        input: makes requests of keys and commands.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("group", True)
        self.setAccessibleName(self.tr("Round"))  # it has the focus where the next step is to be chosen
        self._words = ConsoleWords(self)
        self._commands = CommandButtons(self)
        self.input = RoundInput(self, is_private=False)
        self._strip = SingleScreenStrip(self._commands)
        self._note = PassingNote(self)
        self._counting = Card(self, padding=(18, 12))
        self._counting.hide()
        self._entry: EntryPanel | None = None
        self._record: RoundRecord | None = None
        self._is_for_correcting = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._strip)
        self._connect_signals()

    def _connect_signals(self) -> None:
        self._commands.triggered.connect(self.input.do)
        self.input.peeked.connect(self._peek)
        self.input.sheets_requested.connect(self._show_sheets)
        self.input.message_requested.connect(self.show_message)
        self._strip.turn_requested.connect(self._ask_to_turn)

    def _ask_to_turn(self) -> None:
        self.input.do(Command.TURN)

    def set_wall(self, widget: QWidget) -> None:
        """Have the wall's frame fill the page."""
        self._layout.insertWidget(0, widget, 1)
        widget.lower()  # read before the strip

    def set_entry(self, entry: EntryPanel) -> None:
        """Have answers entered by keys; the fields for hands lie over the wall while they are filled."""
        entry.cover(covered=True)
        entry.hide_hints()  # the less the fields hide of the wall
        self._entry = entry
        self._counting.body.addWidget(entry)
        self.input.set_entry(entry, self._enter)
        entry.requests.message_requested.connect(self._tell_entry)

    # -- showing -------------------------------------------------------------------------------

    def show_record(self, record: RoundRecord) -> None:
        """Show the round as it stands."""
        before, self._record = self._record, record
        is_other_step = before is None or step_of(before.round) != step_of(record.round)
        is_counted = not is_other_step and counts_of(before) != counts_of(record)
        if is_other_step or is_counted:
            self._counting.hide()
            self._is_for_correcting = False
        if is_other_step:
            self._note.hide()  # it was said of what is over
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # before what has it may be disabled
        self.input.show_record(record)
        self._strip.show_record(record)
        if is_counted:
            self.show_message(self._words.present(record.round))
        if is_other_step:
            self.take_focus()
            announce(self, f"{self._words.phase(record.round.phase)}. {self._words.position(record.round)}")

    def show_pages(self, page: int, count: int) -> None:
        """Say which page of a long text is on the wall, from 1."""
        self._strip.show_pages(page, count)
        self.input.show_pages(count)

    def show_time(self, seconds: int | None) -> None:
        """Show the seconds left of a vote; None where no time runs."""
        self._strip.moment.show_time(seconds)

    def show_rehearsal(self, *, is_rehearsal: bool) -> None:
        """Say that nothing of the round is kept, or not."""
        self._strip.moment.show_rehearsal(is_rehearsal=is_rehearsal)

    def show_black(self, *, is_black: bool) -> None:
        """Let the next step show a wall again that is black, and do no more."""
        self.input.show_black(is_black=is_black)

    def take_focus(self) -> None:
        """Let the keyboard rest on the next step."""
        following = self._commands[Command.NEXT]
        rest = following if following.isEnabled() else self
        rest.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_message(self, sentence: str) -> None:
        """Say something for a moment."""
        self._note.show_message(sentence, self._strip)

    # -- keys ----------------------------------------------------------------------------------

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Hear keys from the first on: the keyboard may be here already."""
        super().showEvent(event)
        self.input.watch()

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means that was pressed elsewhere; returns whether it means anything."""
        return self.input.take_key(event)

    def _enter(self, event: QKeyEvent) -> bool:
        """Hand a key on; the first digit of a count brings up what it is typed into."""
        if self._entry is None:
            return False
        if digit_of(event) is not None and self._counts_hands():
            self._float()
        if event.key() == Qt.Key.Key_F2:
            self._float()  # a name is typed where it can be seen
        was_correcting = self._entry.is_correcting
        is_taken = self._entry.take_key(event)
        if was_correcting and not self._entry.is_correcting:
            self._end_correcting()
        is_ended = self._is_for_correcting and not self._entry.is_correcting
        is_taken_back = is_taken and event.key() == Qt.Key.Key_Escape and self._counts_hands()
        may_end = event.key() in _ENDING and (is_taken_back or not self._entry.holds_focus)
        is_left = may_end and not self._entry.is_correcting
        if self._counting.isVisible() and (is_ended or is_left):
            self._put_away()
        if self._counting.isVisible():
            self._float()  # a sentence may need more lines
        return is_taken

    def _put_away(self) -> None:
        """Show the whole wall again."""
        self._is_for_correcting = False
        self._counting.hide()
        self.take_focus()

    def _end_correcting(self) -> None:
        """Show the whole wall again; one more press of Enter shall not go on with it."""
        self._put_away()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def correct(self) -> None:
        """Lay what was voted over the wall, for it to be changed after the verdict."""
        self._is_for_correcting = True
        self._float()

    def _tell_entry(self, sentence: str) -> None:
        """Show what the entry has read out, unless it is in sight itself."""
        if not self._counting.isVisible():
            self._note.show_message(sentence, self._strip, is_read_out=False)

    def _show_sheets(self) -> None:
        """Lay the sheets over the wall, or put them away; what is on them stays covered."""
        if self._counting.isVisible():
            self._put_away()
        elif self._entry is not None:
            self._float()
            self._entry.take_focus()

    def _counts_hands(self) -> bool:
        round_ = self._record.round if self._record else None
        is_open = round_ is not None and round_.phase is Phase.OPEN and not round_.is_paused
        return is_open and round_ is not None and round_.mode is AnsweringMode.HANDS

    def _float(self) -> None:
        """Lay the fields over the wall, at the far end above the strip."""
        card = self._counting
        across = min(scaled(_ACROSS if self._counts_hands() else _SHEETS), self.width())
        height = card.heightForWidth(across)
        left = 0 if self.isRightToLeft() else self.width() - across
        card.setGeometry(left, max(0, self._strip.y() - height), across, height)
        card.show()
        card.raise_()

    def _peek(self, is_peeking: bool) -> None:  # noqa: FBT001 - a slot
        """Show the hands that are typed while the key is held; votes and answer are nowhere here."""
        is_counting = self._counting.isVisible() and self._counts_hands()
        if self._entry is not None:
            self._entry.cover(covered=not (is_peeking and is_counting))
        if is_peeking and not is_counting:
            self.show_message(self.tr("The room sees this screen: votes and answer stay covered here."))


def counts_of(record: RoundRecord | None) -> Mapping[str, int] | None:
    """The hands that are kept for the vote in front."""
    ballot = record.round.ballot if record is not None else None
    return ballot.counts if ballot is not None else None
