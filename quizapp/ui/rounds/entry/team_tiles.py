"""Tiles of teams: name, key, and whether the answer is in."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from quizapp.domain.question import Side
from quizapp.domain.round_plan import MOST_TEAMS
from quizapp.ui.compat import override
from quizapp.ui.rounds.entry.base import Column
from quizapp.ui.style import icons
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import paint_mark
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.keycaps import keycap
from quizapp.ui.widgets.layouts import ColumnsLayout
from quizapp.ui.widgets.text import Text

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
        rename_requested: a name is to be typed for a team; carries its id.
        remove_requested: a team takes part no longer; carries its id.
    """

    pressed = Signal(object)
    rename_requested = Signal(object)
    remove_requested = Signal(object)

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
            self._add_actions(tile)
        self._group.buttonClicked.connect(self._on_pressed)

    def _add_actions(self, tile: TeamTile) -> None:
        """What can be done with a team by the menu on its tile."""
        wishes = ((self.tr("Rename"), self.rename_requested), (self.tr("Remove"), self.remove_requested))
        for words, requested in wishes:
            action = QAction(words, tile)
            action.triggered.connect(partial(self._request, requested, tile.team))
            tile.addAction(action)
        tile.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    @staticmethod
    def _request(requested: SignalInstance, team: str, *_: object) -> None:
        requested.emit(team)

    def show_teams(self, views: Mapping[str, TeamView]) -> None:
        """Show these teams, by their ids, and hide all others."""
        for team, tile in self.tiles.items():
            tile.setVisible(team in views)
            if team in views:
                tile.show_team(views[team])

    def _on_pressed(self, tile: TeamTile) -> None:
        self.pressed.emit(tile.team)
