"""Buzzing: the first letter has the turn, a wrong answer passes it on."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from quizapp.domain.round_events import Buzz, PassOn, Vote
from quizapp.ui.action_button import ActionButton
from quizapp.ui.announce import announce
from quizapp.ui.entry.base import Entry
from quizapp.ui.entry.keys import TEAM_LETTERS, digit_of, letter_of
from quizapp.ui.entry.team_tile import TeamSign, Told, sign_of
from quizapp.ui.entry.team_tiles import TeamTiles
from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.row_panel import LETTERS
from quizapp.ui.text import Text


class BuzzEntry(Entry):
    """A letter for each team; then the number of the answer for the team whose turn it is."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._turn = Text(look, "prompt")
        self._queue = Text(look, "label", colour="muted")
        self._tiles = TeamTiles(look, TEAM_LETTERS)
        self._buttons = [
            ActionButton(look, "", "outline", str(number)) for number in range(1, len(LETTERS) + 1)
        ]
        self._pass = ActionButton(look, self.tr("Pass on"), "outline", "⌫")
        self._build(look)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for index, button in enumerate(self._buttons):
            button.setCheckable(True)
            self._group.addButton(button, index)
        self._tiles.pressed.connect(self._buzz)
        self._group.idClicked.connect(self._press_answer)
        self._pass.clicked.connect(self._pass_on)

    def _build(self, look: Look) -> None:
        answers = FlowLayout(gap=4)
        for button in (*self._buttons, self._pass):
            answers.addWidget(button)
        self.add_words(look, self._turn)
        self.add_words(look, self._queue)
        self.column.addWidget(self._tiles)
        self.column.addLayout(answers)
        self.column.addStretch(1)

    # -- keys ------------------------------------------------------------------------------------

    @override
    def take_key(self, event: QKeyEvent) -> bool:
        letter = letter_of(event)
        if letter and letter in TEAM_LETTERS:
            if self.isEnabled() and not event.isAutoRepeat():
                self._buzz(f"t{TEAM_LETTERS.index(letter) + 1}")
            return True  # a team that is late, or is none, must not set off a command
        digit = digit_of(event)
        if not self.isEnabled() or not (digit or event.key() == Qt.Key.Key_Backspace):
            return False
        if event.isAutoRepeat():
            return True
        if digit:
            self._answer(digit - 1)
        else:
            self._pass_on()
        return True

    # -- wishes ----------------------------------------------------------------------------------

    def _buzz(self, team: str) -> None:
        """Put a team at the end of those who buzzed, once."""
        if team in self._teams and team not in self._ballot.buzzes:
            place, ballot = self._vote
            self.event_requested.emit(Buzz(place, ballot, team))
            announce(self, self._turn.text())

    def _press_answer(self, index: int) -> None:
        self._answer(index)
        self._refresh()  # Qt has ticked what was pressed, kept or not

    def _answer(self, index: int) -> None:
        """Give an answer for the team whose turn it is."""
        holder, answers = self._ballot.holder, self._answers
        if holder and index < len(answers):
            place, ballot = self._vote
            self.event_requested.emit(Vote(place, ballot, holder, answers[index]))

    def _pass_on(self) -> None:
        """Have the next team answer."""
        if self._ballot.holder:
            place, ballot = self._vote
            self.event_requested.emit(PassOn(place, ballot))
            announce(self, self._turn.text())

    # -- showing ---------------------------------------------------------------------------------

    @override
    def _refresh(self) -> None:
        self.setEnabled(self._record is not None and self.is_usable(self._record))
        self._show_turn()
        self._tiles.show_teams({team: Told(self._name(team), *self._told(team)) for team in self._teams})
        self._show_answers()

    @property
    def _waiting(self) -> Sequence[str]:
        """Who buzzed and still has a turn to come, first the one whose turn it is."""
        return [team for team in self._ballot.buzzes if team not in self._ballot.passed]

    def _show_turn(self) -> None:
        """Say whose turn it is, and who comes then."""
        waiting = self._waiting
        if waiting:
            self._turn.setText(self.tr("{team} answers").format(team=self._name(waiting[0])))
        elif self._ballot.buzzes:
            self._turn.setText(self.tr("Nobody is waiting"))
        else:
            self._turn.setText(self.tr("Nobody has buzzed yet"))
        names = ", ".join(self._name(team) for team in waiting[1:])
        then = self.tr("Then {teams}").format(teams=names)
        self._queue.setText(then if names else self.tr("A letter for each team: the first has the turn."))

    def _told(self, team: str) -> tuple[TeamSign, str]:
        """What a tile shows of a team, and the same in words."""
        waiting, answer = self._waiting, self._ballot.votes.get(team, "")
        if waiting[:1] == [team]:
            word = self._words.answer(answer)
            sign = sign_of(answer, word, covered=self._is_covered)
            told = self.tr("in") if answer and self._is_covered else word
            return replace(sign, text=sign.text or "…", is_turn=True), told
        if team in waiting:
            number = waiting.index(team) + 1
            return TeamSign(text=str(number)), self.tr("number {n} in turn").format(n=number)
        if team in self._ballot.passed:
            return TeamSign(icon="x"), self.tr("passed on")
        return TeamSign(), self.tr("has not buzzed")

    def _show_answers(self) -> None:
        """Show the answers with their numbers, and which of them was given."""
        given = self._ballot.votes.get(self._ballot.holder, "")
        for index, button in enumerate(self._buttons):
            is_there = index < len(self._answers)
            button.setVisible(is_there)
            if is_there:
                answer = self._answers[index]
                button.setText(self._words.answer(answer))
                button.setChecked(answer == given and not self._is_covered)
                self._allow(button, allowed=bool(self._ballot.holder))
        self._allow(self._pass, allowed=bool(self._ballot.holder))
