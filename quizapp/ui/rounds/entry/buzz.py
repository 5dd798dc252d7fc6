"""Buzzing: the first key has the turn, and a wrong answer passes it on."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from quizapp.domain.directions import isolated
from quizapp.domain.round_events import Buzz, Correct, Leave, PassOn, Vote
from quizapp.ui.compat import override
from quizapp.ui.keyboard import digit_of, letter_of
from quizapp.ui.rounds.entry.base import TEAM_LETTERS, Entry, EntryRequests
from quizapp.ui.rounds.entry.team_tiles import TeamSign, TeamTiles, TeamView, sign_of
from quizapp.ui.rounds.entry.teams import TeamName
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.layouts import FlowLayout
from quizapp.ui.widgets.text import Text, announce
from quizapp.ui.wording import LETTERS

_TWO = 2


class BuzzEntry(Entry):
    """A letter for each team; then the number of the answer for the team whose turn it is."""

    def __init__(
        self, requests: EntryRequests, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(requests, parent=parent)
        self._turn = Text("prompt")
        self._queue = Text("label", tone="muted")
        self._tiles = TeamTiles(appearance, TEAM_LETTERS)
        self._buttons = [Button("", "outline", str(number)) for number in range(1, len(LETTERS) + 1)]
        self._pass = Button(self.tr("Pass on"), "outline", "⌫")
        self._field = TeamName()
        self._build()
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for index, button in enumerate(self._buttons):
            button.setCheckable(True)
            self._group.addButton(button, index)
        self._tiles.pressed.connect(self._buzz)
        self._group.idClicked.connect(self._press_answer)
        self._pass.clicked.connect(self._pass_on)
        self._tiles.rename_requested.connect(self._name_team)
        self._tiles.remove_requested.connect(self._remove)
        self._field.named.connect(self._requests.name_changed)
        self._field.ended.connect(self._end_name)
        self._field.too_long.connect(self._queue.setText)

    def _build(self) -> None:
        answers = FlowLayout(gap=4)
        for button in (*self._buttons, self._pass):
            answers.addWidget(button)
        self.column.addWidget(self._turn)
        self.column.addWidget(self._queue)
        self.column.addWidget(self._tiles)
        self.column.addLayout(answers)
        self.column.addWidget(self._field)
        self.column.addStretch(1)

    @property
    @override
    def is_typing(self) -> bool:
        return self._field.hasFocus()

    # -- names -----------------------------------------------------------------------------------

    def _name_team(self, team: str) -> None:
        """Have a name typed for a team."""
        if self._record is not None:
            self._field.begin(team, self._record.names.get(team, ""), self._name(team))

    def _end_name(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, team: str) -> None:
        self._requests.event_requested.emit(Leave(team))

    # -- keys ------------------------------------------------------------------------------------

    @override
    def take_key(self, event: QKeyEvent) -> bool:
        if self._field.hasFocus():
            return self._field.take_key(event)
        if event.key() == Qt.Key.Key_F2 and self._teams:
            self._name_team(self._ballot.holder or self._teams[-1])
            return True
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

    # -- requests --------------------------------------------------------------------------------

    def _buzz(self, team: str) -> None:
        """Put a team at the end of those who buzzed, once."""
        if not self.is_correcting and team in self._teams and team not in self._ballot.buzzes:
            position, ballot = self._vote
            self._requests.event_requested.emit(Buzz(position, ballot, team))
            is_first = team == self._ballot.holder
            announce(self, self._turn.text() if is_first else self._tiles.tiles[team].accessibleName())

    def _press_answer(self, index: int) -> None:
        self._answer(index)
        self._refresh()  # Qt has ticked what was pressed, kept or not

    def _answer(self, index: int) -> None:
        """Give an answer for the team whose turn it is."""
        holder, answers = self._ballot.holder, self._answers
        if not holder or index >= len(answers):
            return
        position, ballot = self._vote
        if self.is_correcting:
            self._requests.event_requested.emit(Correct(position, holder, answers[index]))
        else:
            self._requests.event_requested.emit(Vote(position, ballot, holder, answers[index]))
        announce(self, self._tiles.tiles[holder].accessibleName())

    def _pass_on(self) -> None:
        """Have the next team answer."""
        if self._would_tell:
            self._tell_why()
        elif self._may_pass:
            position, ballot = self._vote
            self._requests.event_requested.emit(PassOn(position, ballot))
            announce(self, self._turn.text())

    @property
    def _would_tell(self) -> bool:
        """Whether passing on would give the key away: of two answers the wrong one was given."""
        return len(self._answers) == _TWO and bool(self._ballot.votes.get(self._ballot.holder, ""))

    @property
    def _may_pass(self) -> bool:
        return bool(self._ballot.holder) and not self.is_correcting

    def _tell_why(self) -> None:
        """Say why the turn stays where it is."""
        announce(self, self._why_not_passed())
        self._requests.message_requested.emit(self._why_not_passed())

    def _why_not_passed(self) -> str:
        return self.tr("Of two answers the other would be the key. Lock the vote instead.")

    # -- showing ---------------------------------------------------------------------------------

    @override
    def _refresh(self) -> None:
        self.setEnabled(self._record is not None and self.is_usable(self._record))
        self._show_turn()
        self._tiles.show_teams(
            {team: TeamView(self._name(team), *self._sign_and_words(team)) for team in self._teams}
        )
        self._show_answers()

    @property
    def _waiting(self) -> Sequence[str]:
        """Who buzzed and still has a turn to come, first the one whose turn it is."""
        return [team for team in self._ballot.buzzes if team not in self._ballot.passed]

    def _show_turn(self) -> None:
        """Say whose turn it is, and who comes then."""
        waiting = self._waiting
        if waiting:
            self._turn.setText(self.tr("{team} answers").format(team=isolated(self._name(waiting[0]))))
        elif self._ballot.buzzes:
            self._turn.setText(self.tr("Nobody is waiting"))
        else:
            self._turn.setText(self.tr("Nobody has buzzed yet"))
        names = ", ".join(isolated(self._name(team)) for team in waiting[1:])
        then = self.tr("Then {teams}").format(teams=names)
        if self._would_tell:
            self._queue.setText(self._why_not_passed())
            return
        self._queue.setText(then if names else self.tr("A letter for each team: the first has the turn."))

    def _sign_and_words(self, team: str) -> tuple[TeamSign, str]:
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
        self._allow(self._pass, allowed=self._may_pass and not self._would_tell)
