"""Right for the right reason; and how it went by cue and by topic."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.scoring import OutcomeKind
from quizapp.domain.summary import Summary, Tally
from quizapp.ui.card import Card
from quizapp.ui.layouts import clear
from quizapp.ui.look import Look
from quizapp.ui.reason_bar import ReasonBar
from quizapp.ui.seal import Seal
from quizapp.ui.text import Text
from quizapp.ui.wording import SEALS

_SHOWN = 8
_WITH_REASON = (
    OutcomeKind.RIGHT_REASON,
    OutcomeKind.OTHER_REASON,
    OutcomeKind.ARGUED,
    OutcomeKind.NOT_ARGUED,
)


class TallyCard(Card):
    """The reasons behind the score."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(22, 18))
        self._look = look
        self._bar = ReasonBar(look)
        self._unasked = Text(look, "label", colour="muted")
        self._tables = QVBoxLayout()
        self.body.setSpacing(6)
        self.body.addWidget(Text(look, "caption", self.tr("Right for the right reason"), "muted"))
        self.body.addWidget(self._bar)
        self.body.addWidget(self._unasked)
        self.body.addLayout(self._tables)
        self.body.addStretch(1)

    def show_summary(self, summary: Summary) -> None:
        """Show the counts of a session; an arguable verdict counts by whether its reason held."""
        kinds = summary.kinds
        right = kinds[OutcomeKind.RIGHT_REASON] + kinds[OutcomeKind.ARGUED]
        missed = kinds[OutcomeKind.NOT_THIS] + kinds[OutcomeKind.NOT_ARGUED]
        self._bar.show_counts(right, kinds[OutcomeKind.OTHER_REASON], missed)
        self._bar.setVisible(any(kinds[kind] for kind in _WITH_REASON))
        unasked = kinds[OutcomeKind.RIGHT]
        self._unasked.setVisible(unasked > 0)
        self._unasked.setText(self.tr("{n} right where no reason was asked for").format(n=unasked))
        clear(self._tables)
        for heading, tallies in (
            (self.tr("By cue"), summary.by_cue),
            (self.tr("By topic"), summary.by_topic),
        ):
            if tallies:
                self._tables.addWidget(self._table(heading, tallies))

    def _table(self, heading: str, tallies: Sequence[Tally]) -> QWidget:
        table = QWidget(self)
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.addWidget(Text(self._look, "caption", heading, "muted"), 0, 0, 1, 3)
        for row, tally in enumerate(tallies[:_SHOWN], 1):
            grid.addWidget(Text(self._look, "label", tally.name), row, 0)
            grid.addLayout(self._seals(tally), row, 1, Qt.AlignmentFlag.AlignTrailing)
            count = Text(self._look, "label", self._count(tally), "muted")
            grid.addWidget(count, row, 2, Qt.AlignmentFlag.AlignTrailing)
        if (more := len(tallies) - _SHOWN) > 0:
            words = self.tr("and {n} more").format(n=more)
            grid.addWidget(Text(self._look, "label", words, "muted"), _SHOWN + 1, 0)
        return table

    def _count(self, tally: Tally) -> str:
        return self.tr("{earned} of {marked}").format(earned=tally.earned, marked=tally.marked)

    def _seals(self, tally: Tally) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(3)
        for outcome in tally.outcomes:
            row.addWidget(Seal(self._look, SEALS[outcome.kind], 16))
        return row
