"""Team answers and buzzing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from quizapp.domain.question import Side
from quizapp.domain.round import Phase
from quizapp.domain.round_events import Buzz, Correct, Leave, PassOn, Vote
from quizapp.domain.round_plan import MOST_TEAMS
from quizapp.ui.compat import override
from quizapp.ui.rounds.entry.base import TEAM_LETTERS, Column, Entry, digit_of, letter_of
from quizapp.ui.style import icons
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import paint_mark
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import ENTER, Button
from quizapp.ui.widgets.keycaps import keycap
from quizapp.ui.widgets.layouts import ColumnsLayout, FlowLayout
from quizapp.ui.widgets.text import Text, announce
from quizapp.ui.wording import LETTERS

_SIGN, _MARK = 18, 15  # px at 100 % text
_ACROSS, _DOWN, _RING = 15, 13, 4  # px; the last is what labels and buttons keep free at their sides


@dataclass(frozen=True, slots=True)
class TeamSign:
    """What stands at the end of a tile.

    Attributes:
        side: its mark is painted.
        text: a letter, a number or a word; where it is empty and there is no side, a dash is painted.
        icon: the name of an icon: a tick tells nothing but that an answer is in.
        is_turn: whether the team is to answer now.
    """

    side: Side | None = None
    text: str = ""
    icon: str = ""
    is_turn: bool = False


@dataclass(frozen=True, slots=True)
class TeamView:
    """A team as a tile shows it.

    Attributes:
        name: what it is called.
        sign: what it has done.
        says: the same in words, for screen readers.
    """

    name: str
    sign: TeamSign
    says: str


def sign_of(answer: str, word: str, *, covered: bool) -> TeamSign:
    """What a tile shows of an answer, as ballots have it; `word` is what it is called."""
    if answer and covered:
        return TeamSign(icon="check")
    if answer in tuple(Side):
        return TeamSign(Side(answer))
    return TeamSign(text=word if answer else "")


class _Sign(QLabel):
    """The sign of a team: a mark, an icon, or a word.

    Args:
        appearance: the colours of the marks.
        parent: the tile.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._shown = TeamSign()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("use", "label_strong")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._draw)

    def show_sign(self, sign: TeamSign) -> None:
        """Show another sign."""
        self._shown = sign
        self._draw()

    def _draw(self) -> None:
        sign, edge = self._shown, scaled(_SIGN)
        self.setMinimumWidth(edge + 2 * _RING)  # the same for all signs but words
        if sign.side is None and not sign.icon:
            self.setText(sign.text or "–")
        else:
            self.setPixmap(self._picture(edge))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a picture as it is: Qt greys that of a disabled label, and the marks live by their colour."""
        if self.pixmap().isNull():
            super().paintEvent(event)
            return
        rect = QRect(QPoint(), self.pixmap().deviceIndependentSize().toSize())
        rect.moveCenter(self.rect().center())
        with QPainter(self) as painter:
            painter.drawPixmap(rect, self.pixmap())

    def _picture(self, edge: int) -> QPixmap:
        """The mark or icon as a square."""
        ratio, sign = self.devicePixelRatioF(), self._shown
        if sign.side is None:
            colour = QApplication.palette().color(QPalette.ColorRole.WindowText)
            return icons.pixmap(sign.icon, colour, edge, ratio, current=True)
        made = QPixmap(QSize(edge, edge) * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        with QPainter(made) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            mark = self._appearance.theme.mark(sign.side)
            paint_mark(painter, sign.side, QPointF(edge / 2, edge / 2), scaled(_MARK), mark)
        return made


class TeamTile(QPushButton):
    """A team with its key and its sign; the one that is to answer looks chosen.

    A press of the mouse leaves the keyboard where it is.

    Args:
        appearance: the colours of the marks.
        team: the team's id.
        key: the key that presses it; the page binds it.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, team: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.team = team
        self._name = Text("label_strong")
        self._sign = _Sign(appearance)
        self.setProperty("kind", "outline")
        self.setCheckable(True)
        self.setAutoDefault(True)  # Enter presses it
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleDescription(self.tr("Key: {key}").format(key=key))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(_ACROSS, _DOWN, _ACROSS, _DOWN)
        row.setSpacing(4)
        row.addWidget(keycap(key))
        row.addWidget(self._name, 1)
        row.addWidget(self._sign)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_team(self, view: TeamView) -> None:
        """Show what the team has done."""
        self._sign.show_sign(view.sign)
        self._name.setText(view.name)
        self.setChecked(view.sign.is_turn)
        self.setAccessibleName(f"{view.name}: {view.says}")

    @override
    def nextCheckState(self) -> None:
        """Leave it as it is: whose turn it is will be told by the round."""

    @override
    def sizeHint(self) -> QSize:
        """As large as key, name and sign: a button's own hint asks for its text."""
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else super().minimumSizeHint()


_LEAST, _MOST = 190, 3  # px of a column at 100 % text, and how many columns


class TeamTiles(Column):
    """The tiles of all teams that can be, in columns; those that are not there are hidden.

    Args:
        appearance: the appearance in force.
        keys: the keys of the teams 1 to 9.
        parent: the owner.

    Attributes:
        tiles: by the teams' ids.

    Signals:
        pressed: carries the id of the team whose tile was pressed.
    """

    pressed = Signal(object)

    def __init__(self, appearance: Appearance, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        ids = (f"t{number}" for number in range(1, MOST_TEAMS + 1))
        self.tiles = {team: TeamTile(appearance, team, key) for team, key in zip(ids, keys, strict=True)}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        columns = ColumnsLayout(_MOST, _LEAST)
        self.column.addLayout(columns)
        for tile in self.tiles.values():
            self._group.addButton(tile)
            columns.addWidget(tile)
            tile.hide()
        self._group.buttonClicked.connect(self._on_pressed)

    def show_teams(self, views: Mapping[str, TeamView]) -> None:
        """Show these teams, by their ids, and hide all others."""
        for team, tile in self.tiles.items():
            tile.setVisible(team in views)
            if team in views:
                tile.show_team(views[team])

    def _on_pressed(self, tile: TeamTile) -> None:
        self.pressed.emit(tile.team)


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


class TeamsEntry(Entry):
    """A digit selects a team, then a letter answers for it, and 0 takes the answer back.

    While a team is selected the letters of answers are its; Escape lets it go, and so does its answer.

    Signals:
        name_changed: carries a pair: whose, and the name; an empty one takes the name away.
    """

    name_changed = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._selected = ""
        self._tiles = TeamTiles(appearance, "123456789")
        self._said = Text("label", tone="muted")
        self._field = NameField()
        self._answer_buttons = [Button("", "outline", small=True) for _ in (*LETTERS, "")]
        self._rename = Button(self.tr("Rename"), "quiet", "F2", small=True)
        self._remove = Button(self.tr("Remove"), "quiet", self.tr("Del"), small=True)
        self._group = QButtonGroup(self)
        self._build()
        self._tiles.pressed.connect(self._select)
        self._group.idClicked.connect(self._press_answer)
        self._rename.clicked.connect(self._begin_name)
        self._remove.clicked.connect(self._remove_team)
        self._field.editingFinished.connect(self._keep_name)
        self._field.done.connect(self._end_name)
        self._field.inputRejected.connect(self._say_longest)

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
        self._field.hide()

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
            self.event_requested.emit(Correct(position, team, answer))
        else:
            self.event_requested.emit(Vote(position, ballot, team, answer))
        self._refresh()
        self._tell(self._tiles.tiles[team].accessibleName())

    def _tell(self, sentence: str) -> None:
        """Say something, also where the tiles are not seen."""
        announce(self, sentence)
        self.message_requested.emit(sentence)

    def _remove_team(self) -> None:
        """Have the selected team take part no longer; what it answered stays."""
        team, self._selected = self._selected, ""
        if team:
            self.event_requested.emit(Leave(team))
        self._refresh()

    # -- names -----------------------------------------------------------------------------------

    def _begin_name(self) -> None:
        """Have a name typed for the selected team."""
        if self._selected and self._record is not None:
            self._field.show_name(self._record.names.get(self._selected, ""))
            self._field.setAccessibleName(self.tr("Name of {team}").format(team=self._name(self._selected)))
            self._field.show()
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._field.selectAll()

    def _say_longest(self) -> None:
        self._said.setText(self.tr("A name has {n} letters at most.").format(n=LONGEST_NAME))
        announce(self, self._said.text())

    def _keep_name(self) -> None:
        name = self._field.text().strip()
        if self._selected and name != self._field.kept:
            self._field.kept = name
            self.name_changed.emit((self._selected, name))

    def _end_name(self) -> None:
        self._keep_name()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.hide()
        self._select("")

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
            return self.tr("{team}: rename or remove it").format(team=name)
        if Side.PRODUCT in answers:
            return self.tr("{team}: P or S, 0 for none").format(team=name)
        sentence = self.tr("{team}: A to {last}, 0 for none")
        return sentence.format(team=name, last=LETTERS[len(answers) - 1])

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


_TWO = 2


class BuzzEntry(Entry):
    """A letter for each team; then the number of the answer for the team whose turn it is."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._turn = Text("prompt")
        self._queue = Text("label", tone="muted")
        self._tiles = TeamTiles(appearance, TEAM_LETTERS)
        self._buttons = [Button("", "outline", str(number)) for number in range(1, len(LETTERS) + 1)]
        self._pass = Button(self.tr("Pass on"), "outline", "⌫")
        self._build()
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for index, button in enumerate(self._buttons):
            button.setCheckable(True)
            self._group.addButton(button, index)
        self._tiles.pressed.connect(self._buzz)
        self._group.idClicked.connect(self._press_answer)
        self._pass.clicked.connect(self._pass_on)

    def _build(self) -> None:
        answers = FlowLayout(gap=4)
        for button in (*self._buttons, self._pass):
            answers.addWidget(button)
        self.column.addWidget(self._turn)
        self.column.addWidget(self._queue)
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

    # -- requests --------------------------------------------------------------------------------

    def _buzz(self, team: str) -> None:
        """Put a team at the end of those who buzzed, once."""
        if not self.is_correcting and team in self._teams and team not in self._ballot.buzzes:
            position, ballot = self._vote
            self.event_requested.emit(Buzz(position, ballot, team))
            announce(self, self._turn.text())

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
            self.event_requested.emit(Correct(position, holder, answers[index]))
        else:
            self.event_requested.emit(Vote(position, ballot, holder, answers[index]))

    def _pass_on(self) -> None:
        """Have the next team answer."""
        if self._would_tell:
            self._tell_why()
        elif self._may_pass:
            position, ballot = self._vote
            self.event_requested.emit(PassOn(position, ballot))
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
        sentence = self.tr("Of two answers the other would be the key. Lock the vote instead.")
        announce(self, sentence)
        self.message_requested.emit(sentence)

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
            self._turn.setText(self.tr("{team} answers").format(team=self._name(waiting[0])))
        elif self._ballot.buzzes:
            self._turn.setText(self.tr("Nobody is waiting"))
        else:
            self._turn.setText(self.tr("Nobody has buzzed yet"))
        names = ", ".join(self._name(team) for team in waiting[1:])
        then = self.tr("Then {teams}").format(teams=names)
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
