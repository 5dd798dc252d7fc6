"""How it went, name by name: a seal for each outcome, and the count."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from quizapp.domain.summary import Tally
from quizapp.ui.look import Look
from quizapp.ui.seal import Seal
from quizapp.ui.text import Text
from quizapp.ui.topics import shown_topic
from quizapp.ui.wording import SEALS

_SEAL = 16  # px at 100 % text
_MOST_SEALS = 8
"""Seals in a row; where a name came up more often, the counts alone are clearer."""


class TallyTable(QWidget):
    """One row for each cue or topic."""

    def __init__(self, look: Look, tallies: Sequence[Tally], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._with_seals = all(len(tally.outcomes) <= _MOST_SEALS for tally in tallies)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        for row, tally in enumerate(tallies):
            grid.addLayout(self._row(tally), row, 0)
            count = self.tr("{earned} of {marked}").format(earned=tally.earned, marked=tally.marked)
            grid.addWidget(Text(look, "label", count, "muted"), row, 1, Qt.AlignmentFlag.AlignTrailing)
        grid.setRowStretch(len(tallies), 1)

    def _row(self, tally: Tally) -> QHBoxLayout:
        """A name, which takes the room that its own seals leave."""
        row = QHBoxLayout()
        row.setSpacing(3)
        row.addWidget(Text(self._look, "label", shown_topic(tally.name)), 1)
        if self._with_seals:
            row.addSpacing(9)
            for outcome in tally.outcomes:
                row.addWidget(Seal(self._look, SEALS[outcome.kind], _SEAL))
        return row
