"""The tiles of all teams."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from quizapp.domain.round_plan import MOST_TEAMS
from quizapp.ui.columns_layout import ColumnsLayout
from quizapp.ui.entry.base import Column
from quizapp.ui.entry.team_tile import TeamTile, Told
from quizapp.ui.look import Look

_LEAST, _MOST = 190, 3  # px of a column at 100 % text, and how many columns


class TeamTiles(Column):
    """The tiles of all teams that can be, in columns; those that are not there are hidden.

    Args:
        look: the look in force.
        keys: the keys of the teams 1 to 9.
        parent: the owner.

    Attributes:
        tiles: by the teams' ids.

    Signals:
        pressed: carries the id of the team whose tile was pressed.
    """

    pressed = Signal(object)

    def __init__(self, look: Look, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        ids = (f"t{number}" for number in range(1, MOST_TEAMS + 1))
        self.tiles = {team: TeamTile(look, team, key) for team, key in zip(ids, keys, strict=True)}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        columns = ColumnsLayout(look, _MOST, _LEAST)
        self.column.addLayout(columns)
        for tile in self.tiles.values():
            self._group.addButton(tile)
            columns.addWidget(tile)
            tile.hide()
        self._group.buttonClicked.connect(self._tell)

    def show_teams(self, told: Mapping[str, Told]) -> None:
        """Show these teams, by their ids, and hide all others."""
        for team, tile in self.tiles.items():
            tile.setVisible(team in told)
            if team in told:
                tile.show_team(told[team])

    def _tell(self, tile: TeamTile) -> None:
        self.pressed.emit(tile.team)
