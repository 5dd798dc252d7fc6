"""Team answers and buzzing."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QLineEdit,
    QWidget,
)

from quizapp.domain.directions import isolated
from quizapp.domain.question import Side
from quizapp.domain.round import Phase
from quizapp.domain.round_events import Correct, Leave, Vote
from quizapp.ui.compat import override
from quizapp.ui.keyboard import digit_of, letter_of
from quizapp.ui.rounds.entry.base import Entry, EntryRequests
from quizapp.ui.rounds.entry.team_tiles import TeamTiles, TeamView, sign_of
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.buttons import ENTER, Button
from quizapp.ui.widgets.layouts import FlowLayout
from quizapp.ui.widgets.text import Text, announce
from quizapp.ui.wording import LETTERS

LONGEST_NAME = 40
_LETTERS = {"P": "product", "S": "service"} | {letter: str(index) for index, letter in enumerate(LETTERS)}
"""The answers as ballots have them, by the letters that give them."""


class NameField(QLineEdit):
    """The name of a team or a sheet; Enter keeps it, and Escape takes back what was typed.

    Signals:
        done: somebody has pressed Enter or Escape in it.
    """

    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kept = ""
        self.setProperty("small", True)
        self.setMaxLength(LONGEST_NAME)

    def show_name(self, name: str) -> None:
        """Show the name that is kept, over one that is being typed only where it is another's."""
        if name != self.kept or not self.hasFocus():
            self.kept = name
            self.setText(name)

    def take_key(self, event: QKeyEvent) -> bool:
        """Be done by Enter or Escape; returns whether it was one of them."""
        if event.key() not in (*ENTER, Qt.Key.Key_Escape):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self.kept)
        self.done.emit()
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.take_key(event):
            event.accept()
        else:
            super().keyPressEvent(event)


class TeamName(NameField):
    """Takes the name of one team at a time, and is there only meanwhile.

    Signals:
        named: carries a pair: whose, and the name; an empty one takes the name away.
        ended: the name was typed, or left as it was.
        too_long: somebody types on where a name has all letters it may have.
    """

    named = Signal(object)
    ended = Signal()
    too_long = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._team = ""
        self.hide()
        self.editingFinished.connect(self._keep)
        self.done.connect(self._end)
        self.inputRejected.connect(self._say_longest)

    def begin(self, team: str, name: str, called: str) -> None:
        """Have a name typed.

        Args:
            team: the id of the team.
            name: the name it has; empty for none.
            called: what it is called now.
        """
        self._team = team
        self.show_name(name)
        self.setAccessibleName(self.tr("Name of {team}").format(team=called))
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def _keep(self) -> None:
        name = self.text().strip()
        if self._team and name != self.kept:
            self.kept = name
            self.named.emit((self._team, name))

    def _end(self) -> None:
        self._keep()
        self._team = ""
        self.ended.emit()
        self.hide()

    def _say_longest(self) -> None:
        self.too_long.emit(self.tr("A name has {n} letters at most.").format(n=LONGEST_NAME))


class TeamsEntry(Entry):
    """A digit selects a team, then a letter answers for it, and 0 takes the answer back.

    While a team is selected the letters of answers are its; Escape lets it go, and so does its answer.
    """

    def __init__(
        self, requests: EntryRequests, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(requests, parent=parent)
        self._selected = ""
        self._tiles = TeamTiles(appearance, "123456789")
        self._said = Text("label", tone="muted")
        self._field = TeamName()
        self._answer_buttons = [Button("", "outline", small=True) for _ in (*LETTERS, "")]
        self._rename = Button(self.tr("Rename"), "quiet", "F2", small=True)
        self._remove = Button(self.tr("Remove"), "quiet", self.tr("Del"), small=True)
        self._group = QButtonGroup(self)
        self._build()
        self._tiles.pressed.connect(self._select)
        self._group.idClicked.connect(self._press_answer)
        self._rename.clicked.connect(self._begin_name)
        self._remove.clicked.connect(self._remove_team)
        self._tiles.rename_requested.connect(self._name_team)
        self._tiles.remove_requested.connect(self._let_leave)
        self._field.named.connect(self._requests.name_changed)
        self._field.ended.connect(self._end_name)
        self._field.too_long.connect(self._say)

    def _build(self) -> None:
        row = FlowLayout(gap=2)
        for index, button in enumerate(self._answer_buttons):
            self._group.addButton(button, index)
            row.addWidget(button)
        for button in (self._rename, self._remove):
            row.addWidget(button)
        for button in (*self._answer_buttons, self._rename, self._remove):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.column.addWidget(self._tiles)
        self.column.addWidget(self._said)
        self.column.addLayout(row)
        self.column.addWidget(self._field)
        self.column.addStretch(1)

    @property
    @override
    def is_typing(self) -> bool:
        return self._field.hasFocus()

    @override
    def take_focus(self) -> None:
        """The keys work wherever the keyboard is."""

    # -- keys ------------------------------------------------------------------------------------

    @override
    def take_key(self, event: QKeyEvent) -> bool:
        if self._field.hasFocus():
            return self._field.take_key(event)
        digit, letter = digit_of(event), letter_of(event)
        if self.isEnabled() and digit:
            if not event.isAutoRepeat():
                self._select(f"t{digit}")
        elif not self._selected:
            return False
        elif self._may_answer and digit == 0:
            self._answer("")
        elif self._may_answer and letter in _LETTERS:
            self._answer_by(letter)
        else:
            return self._take_command(event.key())
        return True

    def _take_command(self, key: int) -> bool:
        """Do what a key means for the selected team that is no answer."""
        match key:
            case Qt.Key.Key_Escape:
                self._select("")
            case Qt.Key.Key_F2:
                self._begin_name()
            case Qt.Key.Key_Delete:
                self._remove_team()
            case _:
                return False
        return True

    def _answer_by(self, letter: str) -> None:
        """Give the answer of a letter; one that this question does not have is said to be none."""
        if _LETTERS[letter] in self._answers:
            self._answer(_LETTERS[letter])
        else:
            self._tell(self._letters_sentence())

    # -- requests --------------------------------------------------------------------------------

    def _select(self, team: str) -> None:
        """Have the next letter answer for a team; an empty one, or one that is not there, lets go."""
        self._selected = team if team in self._teams else ""
        self._refresh()
        if self._selected:
            self._tell(self._letters_sentence())
        elif team:
            self._tell(self.tr("There is no team {n}. + adds one.").format(n=team[1:]))

    def _press_answer(self, index: int) -> None:
        answers = [*self._answers, ""]
        if index < len(answers):
            self._answer(answers[index])

    def _answer(self, answer: str) -> None:
        """Have the selected team answer, and let it go."""
        team, self._selected = self._selected, ""
        if not team or not self._may_answer:
            self._refresh()
            return
        position, ballot = self._vote
        if self.is_correcting:
            self._requests.event_requested.emit(Correct(position, team, answer))
        else:
            self._requests.event_requested.emit(Vote(position, ballot, team, answer))
        self._refresh()
        self._tell(self._tiles.tiles[team].accessibleName())

    def _tell(self, sentence: str) -> None:
        """Say something, also where the tiles are not seen."""
        announce(self, sentence)
        self._requests.message_requested.emit(sentence)

    def _remove_team(self) -> None:
        """Have the selected team take part no longer; what it answered stays."""
        if self._selected:
            self._let_leave(self._selected)

    def _let_leave(self, team: str) -> None:
        self._selected = ""
        self._requests.event_requested.emit(Leave(team))
        self._refresh()

    # -- names -----------------------------------------------------------------------------------

    def _begin_name(self) -> None:
        """Have a name typed for the selected team."""
        if self._selected:
            self._name_team(self._selected)

    def _name_team(self, team: str) -> None:
        if self._record is not None:
            self._field.begin(team, self._record.names.get(team, ""), self._name(team))

    def _end_name(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._select("")

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        announce(self, sentence)

    # -- showing ---------------------------------------------------------------------------------

    @override
    def _refresh(self) -> None:
        record = self._record
        is_over = record is None or record.round.is_paused or record.round.phase is Phase.CLOSED
        self.setEnabled(not is_over)  # a team can be renamed whenever there is time
        teams, votes = self._teams, self._ballot.votes
        if self._selected not in teams or not self.isEnabled():
            self._selected = ""
        self._tiles.show_teams({team: self._view_of(team, votes.get(team, "")) for team in teams})
        self._said.setText(self._sentence())
        self._show_buttons()

    @property
    def _may_answer(self) -> bool:
        """Whether the selected team can answer now."""
        return self._record is not None and self.is_usable(self._record)

    def _view_of(self, team: str, answer: str) -> TeamView:
        word = self._words.answer(answer)
        says = self.tr("in") if answer and self._is_covered else word
        sign = replace(sign_of(answer, word, covered=self._is_covered), is_turn=team == self._selected)
        return TeamView(self._name(team), sign, says)

    def _sentence(self) -> str:
        """What can be typed now."""
        if not self._teams:
            return self.tr("No teams take part. Press + for each one.")
        if self._selected:
            return self._letters_sentence()
        if not self._may_answer:
            return self.tr("Press a team’s number to rename or remove it. + adds a team.")
        return self.tr("Press a team’s number, then its letter. + adds a team.")

    def _letters_sentence(self) -> str:
        """Which letters answer for the selected team."""
        name, answers = self._name(self._selected), self._answers
        if not self._may_answer:
            return self.tr("{team}: rename or remove it").format(team=isolated(name))
        if Side.PRODUCT in answers:
            return self.tr("{team}: P or S, 0 for none").format(team=isolated(name))
        sentence = self.tr("{team}: A to {last}, 0 for none")
        return sentence.format(team=isolated(name), last=LETTERS[len(answers) - 1])

    def _show_buttons(self) -> None:
        """Offer the answers of the question in front to the mouse, once a team is selected."""
        answers = [*self._answers, ""] if self._may_answer else []
        for index, button in enumerate(self._answer_buttons):
            is_there = bool(self._selected) and index < len(answers)
            if is_there:
                answer = answers[index]
                button.setText(self._words.answer(answer) if answer else self.tr("None"))
                button.set_key(self._letter(answer))
            button.setVisible(is_there)
        for button in (self._rename, self._remove):
            button.setVisible(bool(self._selected))

    def _letter(self, answer: str) -> str:
        """The key of an answer."""
        return next((letter for letter, meant in _LETTERS.items() if meant == answer), "0")
