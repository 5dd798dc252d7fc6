"""Right for the right reason, and how it went by cue, or without cues by topic; else that is a card below."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.scoring import OutcomeKind
from quizapp.domain.summary import Summary, Tally
from quizapp.ui.card import Card
from quizapp.ui.layouts import clear
from quizapp.ui.look import Look
from quizapp.ui.reason_bar import ReasonBar
from quizapp.ui.tally_table import TallyTable
from quizapp.ui.text import Text
from quizapp.ui.two_columns import TwoColumns

_LEAST, _GUTTER, _ROW_GAP = 680, 36, 4
_WITH_REASON = (
    OutcomeKind.RIGHT_REASON,
    OutcomeKind.OTHER_REASON,
    OutcomeKind.ARGUED,
    OutcomeKind.NOT_ARGUED,
)

_TOLD_ALONE = (OutcomeKind.RIGHT_REASON, OutcomeKind.OTHER_REASON, OutcomeKind.NOT_THIS)


class TallyCard(Card):
    """The reasons behind the score."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(22, 18))
        self._look = look
        self._bar = ReasonBar(look)
        self._heading = Text(look, "caption", colour="muted")
        self._unasked = Text(look, "label", colour="muted")
        self._cues = QVBoxLayout()
        self.body.setSpacing(6)
        self.body.addWidget(self._heading)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._unasked)
        self.body.addLayout(self._cues)
        self.body.addStretch(1)

    def show_summary(self, summary: Summary, *, reason_step: bool = True) -> None:
        """Show the counts of a session; arguable verdicts stand for themselves.

        Args:
            summary: of the session.
            reason_step: whether the session asked what decides its verdicts.
        """
        kinds = summary.kinds
        held = kinds[OutcomeKind.ARGUED]
        right, other, missed = (kinds[kind] for kind in _TOLD_ALONE)
        self._bar.show_counts(right, other, missed, held + kinds[OutcomeKind.NOT_ARGUED], held)
        self._bar.setVisible(reason_step and any(kinds[kind] for kind in _WITH_REASON))
        heading = self.tr("Right for the right reason") if reason_step else self.tr("Reasons")
        self._heading.setText(heading)
        words = self._unasked_of(kinds[OutcomeKind.RIGHT], reason_step=reason_step)
        self._unasked.setText(words)
        self._unasked.setVisible(bool(words))
        clear(self._cues)
        tallies = summary.by_cue or summary.by_topic
        if tallies:
            caption = self.tr("By cue") if summary.by_cue else self.tr("By topic")
            self._cues.setContentsMargins(0, 6, 0, 0)
            self._cues.addWidget(Text(self._look, "caption", caption, "muted", self))
            self._cues.addWidget(TallyTable(self._look, tallies, self))

    def _unasked_of(self, right: int, *, reason_step: bool) -> str:
        if not reason_step:
            return self.tr("This set asked for the answers only, not for what decides them.")
        return self.tr("{n} right where no reason was asked for").format(n=right) if right else ""


class TopicsCard(Card):
    """How it went by topic, in two columns where there is room."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(22, 18))
        self._look = look
        self._tables = TwoColumns(look, _GUTTER, _ROW_GAP, least=_LEAST)
        self.body.addWidget(Text(look, "caption", self.tr("By topic"), "muted"))
        self.body.addLayout(self._tables)

    def show_topics(self, tallies: Sequence[Tally]) -> None:
        """Show the tallies; the card hides where there are none."""
        clear(self._tables)
        self.setVisible(bool(tallies))
        half = (len(tallies) + 1) // 2
        for part in (tallies[:half], tallies[half:]):
            if part:
                self._tables.addWidget(TallyTable(self._look, part, self))
