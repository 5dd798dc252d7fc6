"""Teams: a key for each, which goes through the answers."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from quizapp.domain.round_events import Vote
from quizapp.ui.announce import announce
from quizapp.ui.entry.base import Entry
from quizapp.ui.entry.keys import digit_of
from quizapp.ui.entry.team_tile import Told, sign_of
from quizapp.ui.entry.team_tiles import TeamTiles
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.text import Text


class TeamsEntry(Entry):
    """The keys 1 to 9 take a team from no answer to the first, the next, and back to none."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._tiles = TeamTiles(look, "123456789")
        self._none = Text(look, "label", self.tr("No teams take part in this round."), "muted")
        self.column.addWidget(self._tiles)
        self.add_words(look, self._none)
        self.column.addStretch(1)
        self._tiles.pressed.connect(self._turn)

    @override
    def take_focus(self) -> None:
        """The keys work wherever the keyboard is."""

    @override
    def take_key(self, event: QKeyEvent) -> bool:
        digit = digit_of(event)
        if not self.isEnabled() or not digit:
            return False
        if not event.isAutoRepeat():
            self._turn(f"t{digit}")
        return True

    def _turn(self, team: str) -> None:
        """Take a team to the next answer; after the last it has none."""
        if team not in self._teams:
            return
        answers = ["", *self._answers]
        given = self._ballot.votes.get(team, "")
        answer = answers[(answers.index(given) + 1) % len(answers)]
        place, ballot = self._vote
        self.event_requested.emit(Vote(place, ballot, team, answer))
        announce(self, self._tiles.tiles[team].accessibleName())

    @override
    def _refresh(self) -> None:
        self.setEnabled(self._record is not None and self.is_usable(self._record))
        teams, votes = self._teams, self._ballot.votes
        self._tiles.show_teams({team: self._told(team, votes.get(team, "")) for team in teams})
        self._none.setVisible(not teams)

    def _told(self, team: str, answer: str) -> Told:
        word = self._words.answer(answer)
        says = self.tr("in") if answer and self._is_covered else word
        return Told(self._name(team), sign_of(answer, word, covered=self._is_covered), says)
