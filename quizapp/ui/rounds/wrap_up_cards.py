"""The cards at the end of a round: lists of questions, the standings, and what to take home."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.card import Card
from quizapp.ui.control_row import ControlRow
from quizapp.ui.layouts import clear
from quizapp.ui.look import Look
from quizapp.ui.rounds.item_row import ROW_PADDING, ItemRow
from quizapp.ui.rounds.round_words import RoundWords
from quizapp.ui.rows import ReachingColumn
from quizapp.ui.text import Text


class ItemsCard(Card):
    """A heading, and questions below it.

    Attributes:
        rows: the questions shown.

    Signals:
        place_chosen: go back to a question; carries its place, from 0.
    """

    place_chosen = Signal(object)

    def __init__(self, look: Look, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(22, 14))
        self.rows: Sequence[ItemRow] = ()
        self._column = ReachingColumn(look, ROW_PADDING, sideways=True)
        self._column.setSpacing(0)
        self.body.setSpacing(2)
        self.body.addWidget(Text(look, "section", heading))
        self.body.addLayout(self._column)

    def show_rows(self, rows: Sequence[ItemRow]) -> None:
        """Show these questions; without any the card is not there."""
        clear(self._column)
        self.rows = rows
        for row in rows:
            row.place_chosen.connect(self.place_chosen)
            self._column.addWidget(row)
        self.setVisible(bool(rows))


class SentencesCard(Card):
    """A heading, and sentences below it."""

    def __init__(self, look: Look, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(22, 14))
        self.body.setSpacing(4)
        self.body.addWidget(Text(look, "section", heading))
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self.body.addLayout(self._column)

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Show these; without any the card is not there."""
        clear(self._column)
        for sentence in sentences:
            self._column.addWidget(Text(self._look, "body", sentence))
        self.setVisible(bool(sentences))


class StandingsCard(Card):
    """Ranks, names and scores."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(22, 14))
        self.body.addWidget(Text(look, "section", self.tr("Standings")))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)

    def show_standings(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """Show rank, name and score of each; without any the card is not there."""
        clear(self._grid)
        for place, (rank, name, score) in enumerate(rows):
            trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(Text(self._look, "body_strong", rank, "muted"), place, 0, trailing)
            self._grid.addWidget(Text(self._look, "body", name), place, 1)
            self._grid.addWidget(Text(self._look, "body", score, "muted"), place, 2, trailing)
        self.setVisible(bool(rows))


class TakeHomeCard(Card):
    """What can be saved of a round, and its names.

    Signals:
        export_requested: carries an `Export`.
        forget_requested: delete the names now.
    """

    export_requested = Signal(object)
    forget_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(22, 14))
        self._exports: dict[ActionButton, object] = {}
        self._names = Text(look, "body", colour="muted")
        self._forget = ActionButton(look, self.tr("Delete names now …"), "quiet")
        self._build()

    def _build(self) -> None:
        self.body.setSpacing(4)
        self.body.addWidget(Text(self._look, "section", self.tr("Take home")))
        lead = self.tr("The handout has questions, votes and reasons, and nobody’s name. Results have names.")
        self.body.addWidget(Text(self._look, "body", lead, "muted"))
        row = ControlRow(self._look)
        for export, words in RoundWords(self).exports():
            button = ActionButton(self._look, words, "outline")
            button.clicked.connect(self._ask_to_export)
            self._exports[button] = export
            row.addWidget(button)
        self.body.addLayout(row)
        self.body.addWidget(self._names)
        names = ControlRow(self._look)
        names.addWidget(self._forget)
        self.body.addLayout(names)
        self._forget.clicked.connect(self.forget_requested)

    def show_names(self, *, are_kept: bool) -> None:
        """Say whether names are kept."""
        self._forget.setVisible(are_kept)
        self._names.setText(
            self.tr("Names are kept apart, and deleted 30 days after the round.")
            if are_kept
            else self.tr("Nobody’s name is kept.")
        )

    def _ask_to_export(self) -> None:
        sender = self.sender()
        if isinstance(sender, ActionButton):
            self.export_requested.emit(self._exports[sender])
