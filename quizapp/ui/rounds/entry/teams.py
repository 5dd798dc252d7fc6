"""Team answers and buzzing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QSpacerItem, QWidget

from quizapp.domain.question import Side
from quizapp.domain.round_events import Buzz, PassOn, Vote
from quizapp.domain.round_plan import MOST_TEAMS
from quizapp.ui.compat import override
from quizapp.ui.rounds.entry.base import TEAM_LETTERS, Column, Entry, digit_of, letter_of
from quizapp.ui.style import icons
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import paint_mark
from quizapp.ui.style.painting import (
    CONTROL_RADIUS,
    INSET,
    paint_box,
    paint_focus_ring,
    painter_on,
    side_spacing,
    visible_rect,
)
from quizapp.ui.widgets.buttons import Button, PaintedButton
from quizapp.ui.widgets.keycaps import keycap_size, paint_keycap
from quizapp.ui.widgets.layouts import ColumnsLayout, FlowLayout, filled_hint, follow_width
from quizapp.ui.widgets.text import Text, announce
from quizapp.ui.wording import LETTERS

_PADDING, _DOWN, _GAP, _HEIGHT, _SIGN, _MARK = 11, 5, 8, 44, 18, 15  # px at 100 % text
_WORD = 60


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


class TeamTile(PaintedButton):
    """Pressed by its key or the mouse; a press of the mouse leaves the keyboard where it is.

    Args:
        appearance: the appearance in force.
        team: the team's id.
        key: the key that presses it; the page binds it.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, team: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance, self.team, self.key = appearance, team, key
        self._sign = TeamSign()
        self._name = Text("label_strong")
        self._name.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._least = QSpacerItem(0, 0)
        self._row.addItem(self._least)
        self._row.addWidget(self._name, 1, Qt.AlignmentFlag.AlignVCenter)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        appearance.changed.connect(self._apply_style)
        self._apply_style()

    def show_team(self, view: TeamView) -> None:
        """Show what the team has done."""
        self._sign = view.sign
        self._name.setText(view.name)
        self.setAccessibleName(f"{view.name}: {view.says}")
        self.setAccessibleDescription(self.tr("Key: {key}").format(key=self.key))
        self._apply_style()

    def _apply_style(self) -> None:
        appearance = self._appearance
        side, down = side_spacing(appearance, _PADDING) + appearance.px(INSET), appearance.px(INSET + _DOWN)
        before = side + ceil(keycap_size(self.key, appearance).width()) + appearance.px(_GAP)
        after = side + self._sign_width() + appearance.px(_GAP)
        left, right = (after, before) if self.isRightToLeft() else (before, after)
        self._row.setContentsMargins(left, down, right, down)
        self._least.changeSize(0, appearance.px(_HEIGHT - 2 * _DOWN))
        self._row.invalidate()
        self.updateGeometry()
        self.update()

    def _sign_width(self) -> int:
        """The room for the sign, in px: it stays the same for all signs but words."""
        advance = QFontMetricsF(self._appearance.font("label_strong")).horizontalAdvance(self._sign.text)
        return max(self._appearance.px(_SIGN), ceil(advance))

    @override
    def sizeHint(self) -> QSize:
        return filled_hint(self, self._row)

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word of the name, or where that is very long, so that it breaks."""
        metrics = QFontMetricsF(self._appearance.font("label_strong"))
        longest = max((metrics.horizontalAdvance(word) for word in self._name.text().split()), default=0)
        margins = self._row.contentsMargins()
        width = margins.left() + margins.right() + ceil(min(longest, self._appearance.px(_WORD)))
        return QSize(width, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        follow_width(self, event)

    # -- painting --------------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        appearance, theme, rect = (
            self._appearance,
            self._appearance.theme,
            visible_rect(self, self._appearance),
        )
        flat, strong = theme.is_flat, self._sign.is_turn or self.isDown()
        fill = theme.sunken if strong or not self.isEnabled() or self.underMouse() else theme.surface
        edge = theme.ink if strong else theme.border if self.isEnabled() else theme.line
        width = (4.0 if flat else 2.5) if strong else 1.0
        ink = QColor(theme.ink if self.isEnabled() else theme.muted)
        with painter_on(self) as painter:
            paint_box(painter, rect, appearance.px(CONTROL_RADIUS), fill, edge, width * appearance.scale)
            cap = self._placed(keycap_size(self.key, appearance), at_end=False)
            paint_keycap(painter, cap, self.key, appearance, colour=ink)
            self._paint_sign(painter, ink)
            if self.hasFocus():
                paint_focus_ring(painter, rect, appearance)

    def _placed(self, size: QSizeF, *, at_end: bool) -> QRectF:
        """A part at the side where reading starts or ends, in the middle of the height."""
        side = side_spacing(self._appearance, _PADDING) + self._appearance.px(INSET)
        is_right = at_end != self.isRightToLeft()
        left = self.width() - side - size.width() if is_right else side
        return QRectF(left, round((self.height() - size.height()) / 2), size.width(), size.height())

    def _paint_sign(self, painter: QPainter, ink: QColor) -> None:
        appearance, sign = self._appearance, self._sign
        box = self._placed(QSizeF(self._sign_width(), appearance.px(_SIGN)), at_end=True)
        if sign.side is not None:
            paint_mark(
                painter, sign.side, box.center(), appearance.px(_MARK), appearance.theme.mark(sign.side)
            )
        elif sign.icon:
            icons.paint(painter, box, sign.icon, ink, current=True)
        else:
            painter.setFont(appearance.font("label_strong"))
            painter.setPen(QPen(ink if sign.text else QColor(appearance.theme.muted)))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
            painter.drawText(box, flags, sign.text or "–")


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


class TeamsEntry(Entry):
    """The keys 1 to 9 take a team from no answer to the first, the next, and back to none."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent=parent)
        self._tiles = TeamTiles(appearance, "123456789")
        self._none = Text("label", self.tr("No teams take part in this round."), "muted")
        self.column.addWidget(self._tiles)
        self.add_words(appearance, self._none)
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
        position, ballot = self._vote
        self.event_requested.emit(Vote(position, ballot, team, answer))
        announce(self, self._tiles.tiles[team].accessibleName())

    @override
    def _refresh(self) -> None:
        self.setEnabled(self._record is not None and self.is_usable(self._record))
        teams, votes = self._teams, self._ballot.votes
        self._tiles.show_teams({team: self._view_of(team, votes.get(team, "")) for team in teams})
        self._none.setVisible(not teams)

    def _view_of(self, team: str, answer: str) -> TeamView:
        word = self._words.answer(answer)
        says = self.tr("in") if answer and self._is_covered else word
        return TeamView(self._name(team), sign_of(answer, word, covered=self._is_covered), says)


class BuzzEntry(Entry):
    """A letter for each team; then the number of the answer for the team whose turn it is."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent=parent)
        self._turn = Text("prompt")
        self._queue = Text("label", tone="muted")
        self._tiles = TeamTiles(appearance, TEAM_LETTERS)
        self._buttons = [Button("", "outline", str(number)) for number in range(1, len(LETTERS) + 1)]
        self._pass = Button(self.tr("Pass on"), "outline", "⌫")
        self._build(appearance)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for index, button in enumerate(self._buttons):
            button.setCheckable(True)
            self._group.addButton(button, index)
        self._tiles.pressed.connect(self._buzz)
        self._group.idClicked.connect(self._press_answer)
        self._pass.clicked.connect(self._pass_on)

    def _build(self, appearance: Appearance) -> None:
        answers = FlowLayout(gap=4)
        for button in (*self._buttons, self._pass):
            answers.addWidget(button)
        self.add_words(appearance, self._turn)
        self.add_words(appearance, self._queue)
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
        if team in self._teams and team not in self._ballot.buzzes:
            position, ballot = self._vote
            self.event_requested.emit(Buzz(position, ballot, team))
            announce(self, self._turn.text())

    def _press_answer(self, index: int) -> None:
        self._answer(index)
        self._refresh()  # Qt has ticked what was pressed, kept or not

    def _answer(self, index: int) -> None:
        """Give an answer for the team whose turn it is."""
        holder, answers = self._ballot.holder, self._answers
        if holder and index < len(answers):
            position, ballot = self._vote
            self.event_requested.emit(Vote(position, ballot, holder, answers[index]))

    def _pass_on(self) -> None:
        """Have the next team answer."""
        if self._ballot.holder:
            position, ballot = self._vote
            self.event_requested.emit(PassOn(position, ballot))
            announce(self, self._turn.text())

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
        self._allow(self._pass, allowed=bool(self._ballot.holder))
