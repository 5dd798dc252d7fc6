"""Base of the four modes; which digit or letter a key is."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.ballot import Ballot
from quizapp.domain.round import Phase
from quizapp.domain.round_plan import AnsweringMode
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.round_scores import answers_of
from quizapp.ui.compat import override
from quizapp.ui.rounds.wording import RoundWords, is_team
from quizapp.ui.widgets.layouts import filled_hint, follow_width


class Column(QWidget):
    """Parts one below the other, as high as their words need.

    Args:
        gap: px between them.
        parent: the owner.

    Attributes:
        column: the layout.
    """

    def __init__(self, gap: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(gap)

    @override
    def sizeHint(self) -> QSize:
        return filled_hint(self, self.column)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        follow_width(self, event)


class Entry(Column):
    """Shows the answers to the vote in front as they are kept, and requests changes.

    Args:
        gap: px between its parts.
        parent: the owner.

    Signals:
        event_requested: carries what happened in the room, one of `quizapp.domain.round_events`.
    """

    event_requested = Signal(object)

    def __init__(self, gap: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(gap, parent)
        self._words = RoundWords(self)
        self._record: RoundRecord | None = None
        self._is_covered = False

    def show_record(self, record: RoundRecord) -> None:
        """Show how the round stands."""
        self._record = record
        self._refresh()

    def cover(self, *, covered: bool) -> None:
        """Hide what was answered and show only that it was, where the room can see this screen."""
        self._is_covered = covered
        self._refresh()

    def hide_hints(self) -> None:
        """Do without keys that are hinted, where room is short."""

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means here; returns whether it means anything, so that nobody else takes it."""
        return False

    def take_focus(self) -> None:
        """Have the keyboard where the next answer is entered."""

    def keep(self) -> bool:
        """Have what was typed kept before the vote goes on; returns whether nothing stands in the way."""
        return True

    def is_usable(self, record: RoundRecord) -> bool:
        """Whether answers can be entered as the round stands."""
        return record.round.phase is Phase.OPEN and not record.round.is_paused

    def _refresh(self) -> None:
        """Bring everything shown in line with the record."""

    def _allow(self, control: QWidget, *, allowed: bool) -> None:
        """Enable a control or not; Qt would hand the keyboard of one that is disabled to any other."""
        if not allowed and control.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        control.setEnabled(allowed)

    # -- the vote in front -----------------------------------------------------------------------

    @property
    def _vote(self) -> tuple[int, int]:
        """The position of the question in front, and which of its votes is the newest."""
        if self._record is None:
            return 0, 0
        return self._record.round.position, len(self._record.round.item.ballots) - 1

    @property
    def _ballot(self) -> Ballot:
        """The newest vote in front; an empty one before there is any."""
        found = self._record.round.ballot if self._record else None
        return found or Ballot(AnsweringMode.HANDS)

    @property
    def _answers(self) -> Sequence[str]:
        """What can be answered, as ballots have it."""
        return answers_of(self._record.question) if self._record else ()

    @property
    def _teams(self) -> Sequence[str]:
        """The teams that are there."""
        present = self._record.round.present if self._record else ()
        return [voter.id for voter in present if is_team(voter.id)]

    def _name(self, voter: str) -> str:
        return self._words.name(self._record, voter) if self._record else ""


TEAM_LETTERS = "ASDFGHJKL"
"""The letters of the teams 1 to 9 in a buzz: the middle row, wide enough for many hands."""

_MODIFIERS = Qt.KeyboardModifier
_COMMANDING = _MODIFIERS.ControlModifier | _MODIFIERS.AltModifier | _MODIFIERS.MetaModifier
_LATIN = range(Qt.Key.Key_A, Qt.Key.Key_Z + 1)
_DIGITS = range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)
_FIRST_DIGIT, _FIRST_LETTER = 2, 30
"""Scan codes of the key right of the one below Escape, and of the first of the middle row."""

_OFFSETS = {"xcb": 8, "wayland": 8, "windows": 0}
"""How far the scan codes that each platform tells lie above those."""


def is_plain(event: QKeyEvent) -> bool:
    """Whether a key is pressed without Ctrl, Alt and their like, which belong to commands."""
    return not event.modifiers() & _COMMANDING


def is_word(event: QKeyEvent) -> bool:
    """Whether a key writes a letter or sign, Space included."""
    return is_plain(event) and event.text().isprintable() and bool(event.text())


def digit_of(event: QKeyEvent) -> int | None:
    """The digit a key stands for, 0 to 9; None for other keys.

    Where digits need Shift, as on French keyboards, the upper row gives them without.
    """
    if not is_plain(event):
        return None
    if event.key() in _DIGITS:
        return event.key() - _DIGITS.start
    position = _place(event, _FIRST_DIGIT)
    is_shifted = bool(event.modifiers() & _MODIFIERS.ShiftModifier)
    if position is None or is_shifted or event.key() in _LATIN:
        return None
    return (position + 1) % 10


def letter_of(event: QKeyEvent) -> str:
    """The Latin letter a key stands for, as a capital; empty for other keys.

    Where letters are not Latin, the middle row stands for that of a Latin keyboard.
    """
    if not is_plain(event):
        return ""
    if event.key() in _LATIN:
        return chr(event.key())
    position = _place(event, _FIRST_LETTER)
    is_letter = event.text().isalpha() and position is not None and position < len(TEAM_LETTERS)
    return TEAM_LETTERS[position] if is_letter and position is not None else ""


def _place(event: QKeyEvent, first: int) -> int | None:
    """How many keys of its row lie before a key, counted from a scan code; None outside the first ten."""
    offset = _OFFSETS.get(QGuiApplication.platformName())
    code = event.nativeScanCode()
    if offset is None or not 0 <= code - offset - first < len(_DIGITS):
        return None
    return code - offset - first
