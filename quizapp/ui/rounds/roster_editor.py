"""What the teams of a round are called."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.round_plan import MOST_TEAMS
from quizapp.ui.columns_layout import ColumnsLayout
from quizapp.ui.layouts import in_turn, let_wrap
from quizapp.ui.look import Look
from quizapp.ui.painting import INSET
from quizapp.ui.rounds.plan_fields import TextField
from quizapp.ui.text import Text

LONGEST_NAME = 24
_COLUMN = 200  # px at 100 % text


class RosterEditor(QWidget):
    """A field for each team; one that is left empty gives the team its number.

    Signals:
        changed: a name was typed.
    """

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Names of the teams"))
        self._count = 0
        self.fields: list[TextField] = []
        self._cells: list[QWidget] = []
        grid = ColumnsLayout(look, 3, _COLUMN, self)
        let_wrap(self)
        for number in range(1, MOST_TEAMS + 1):
            cell = self._make_cell(look, number)
            self._cells.append(cell)
            grid.addWidget(cell)
        in_turn([field.line for field in self.fields])
        self.show_names(0, {})

    def _make_cell(self, look: Look, number: int) -> QWidget:
        """A field with the team's number above it."""
        name = self.usual_name(number)
        field = TextField(look, self.tr("Name of {team}").format(team=name), LONGEST_NAME)
        field.line.setPlaceholderText(name)
        field.changed.connect(self.changed)
        self.fields.append(field)
        cell = QWidget(self)
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(look, "caption", name, "muted", inset=INSET))
        column.addWidget(field)
        let_wrap(cell)
        return cell

    def usual_name(self, number: int) -> str:
        """What a team is called that nobody has named."""
        return self.tr("Team {number}").format(number=number)

    def show_names(self, count: int, names: Mapping[str, str]) -> None:
        """Show so many teams with these names; usual names are not spelt out."""
        self.show_count(count)
        for number, field in enumerate(self.fields, 1):
            name = names.get(f"t{number}", "")
            field.show_text("" if name == self.usual_name(number) else name)

    def show_count(self, count: int) -> None:
        """Show so many teams; what was typed for the others is kept."""
        self._count = count
        for number, cell in enumerate(self._cells, 1):
            cell.setVisible(number <= count)

    @property
    def names(self) -> dict[str, str]:
        """What the teams are called, by their ids."""
        typed = enumerate(self.fields[: self._count], 1)
        return {f"t{number}": field.text or self.usual_name(number) for number, field in typed}

    @property
    def fault(self) -> str:
        """What is wrong with the names, as a sentence; empty where nothing is."""
        seen: set[str] = set()
        for name in self.names.values():
            if name.casefold() in seen:
                return self.tr("Two teams are called {name}.").format(name=name)
            seen.add(name.casefold())
        return ""
