"""Base of the four modes."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
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


class EntryRequests(QObject):
    """What the entries of all four modes request.

    Signals:
        event_requested: carries what happened in the room, one of `quizapp.domain.round_events`.
        correction_requested: the votes on a question with a verdict are to be changed; carries its position.
        message_requested: carries a sentence to be shown for a moment where the entry itself is not seen.
        name_changed: carries a pair: the id of a team or of a sheet of paper, and its name; an empty one
            takes the name away.
    """

    event_requested = Signal(object)
    correction_requested = Signal(object)
    message_requested = Signal(object)
    name_changed = Signal(object)


class Entry(Column):
    """Shows the answers to the vote in front as they are kept, and requests changes.

    Args:
        requests: makes its requests.
        gap: px between its parts.
        parent: the owner.
    """

    def __init__(self, requests: EntryRequests, gap: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(gap, parent)
        self._requests = requests
        self._words = RoundWords(self)
        self._record: RoundRecord | None = None
        self._corrected: int | None = None  # the position whose votes may be changed after the verdict
        self._may_see = True

    def show_record(self, record: RoundRecord) -> None:
        """Show how the round stands; another step ends correcting."""
        self.stop_correcting(record)
        self._record = record
        self._refresh()

    def stop_correcting(self, record: RoundRecord) -> None:
        """Correct no longer what was voted before the step that a round has come to."""
        if self._record is not None and _step_of(self._record) != _step_of(record):
            self._corrected = None

    def cover(self, *, covered: bool) -> None:
        """Hide what was answered and show only that it was, where the room can see this screen."""
        self._may_see = not covered
        self._refresh()

    @property
    def _is_covered(self) -> bool:
        """Whether it is hidden what was answered; a vote that is corrected has had its verdict."""
        return not self._may_see and self._corrected is None

    def correct(self, position: int | None) -> None:
        """Allow the votes on a question with a verdict to be changed, until the next step; None ends it."""
        self._corrected = position
        self._refresh()

    @property
    def is_correcting(self) -> bool:
        """Whether the votes in front are corrected after their verdict."""
        return self._record is not None and self._corrected == self._record.round.position

    @property
    def is_typing(self) -> bool:
        """Whether a word is being typed, to which all letters belong."""
        return False

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

    def take_remark(self) -> str:
        """What is to be said once of what was kept when the vote went on; empty for nothing."""
        return ""

    def is_usable(self, record: RoundRecord) -> bool:
        """Whether answers can be entered as the round stands."""
        is_open = record.round.phase is Phase.OPEN or self._corrected == record.round.position
        return is_open and not record.round.is_paused

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


def _step_of(record: RoundRecord) -> tuple[str, Phase, int]:
    return record.id, record.round.phase, record.round.position


TEAM_LETTERS = "ASDFGHJKL"
"""The letters of the teams 1 to 9 in a buzz: the middle row, wide enough for many hands."""
