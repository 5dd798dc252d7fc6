"""The card of one kind of setting."""

from PySide6.QtWidgets import QWidget

from quizapp.ui.card import Card
from quizapp.ui.look import Look
from quizapp.ui.option_row import REACH, OptionRow
from quizapp.ui.rows import ReachingColumn
from quizapp.ui.setting_row import SettingRow
from quizapp.ui.text import Text


class SettingCard(Card):
    """A heading, a sentence where one is needed, and rows below.

    Args:
        look: the look in force.
        heading: what the rows are about.
        lead: a sentence below it.
        parent: the page.
    """

    def __init__(self, look: Look, heading: str, lead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(22, 18))
        self.setAccessibleName(heading)
        self.body.addWidget(Text(look, "section", heading))
        if lead:
            self.body.addWidget(Text(look, "body", lead, "muted"))

    def add_row(self, name: str, note: str, *controls: QWidget) -> SettingRow:
        """Add a setting: its name, what it means, and what sets it."""
        row = SettingRow(self._look, name, note)
        for control in controls:
            row.add(control)
        self._reach_out(row, ReachingColumn(self._look))
        return row

    def add_option(self, option: OptionRow) -> None:
        """Add what is on or off; its mark stands below the names of the rows."""
        self._reach_out(option, ReachingColumn(self._look, REACH, sideways=True))

    def _reach_out(self, row: QWidget, column: ReachingColumn) -> None:
        column.addWidget(row)
        self.body.addLayout(column)
