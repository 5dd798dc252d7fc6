"""A team on the console: its key, its name, and what it has done."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QWidget

from quizapp.domain.question import Side
from quizapp.ui import icons
from quizapp.ui.keycaps import keycap_size, paint_keycap
from quizapp.ui.layouts import filled_hint, follow_width
from quizapp.ui.look import Look
from quizapp.ui.marks import paint_mark
from quizapp.ui.overriding import override
from quizapp.ui.painting import (
    CONTROL_RADIUS,
    INSET,
    is_flat,
    paint_box,
    paint_focus_ring,
    painter_on,
    side_room,
    visible_rect,
)
from quizapp.ui.pressable import Pressable
from quizapp.ui.text import Text

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
class Told:
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


class TeamTile(Pressable):
    """Pressed by its key or the mouse; a press of the mouse leaves the keyboard where it is.

    Args:
        look: the look in force.
        team: the team's id.
        key: the key that presses it; the page binds it.
        parent: the owner.
    """

    def __init__(self, look: Look, team: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.team, self.key = look, team, key
        self._sign = TeamSign()
        self._name = Text(look, "label_strong")
        self._name.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._least = QSpacerItem(0, 0)
        self._row.addItem(self._least)
        self._row.addWidget(self._name, 1, Qt.AlignmentFlag.AlignVCenter)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        look.changed.connect(self._relook)
        self._relook()

    def show_team(self, told: Told) -> None:
        """Show what the team has done."""
        self._sign = told.sign
        self._name.setText(told.name)
        self.setAccessibleName(f"{told.name}: {told.says}")
        self.setAccessibleDescription(self.tr("Key: {key}").format(key=self.key))
        self._relook()

    def _relook(self) -> None:
        look = self._look
        side, down = side_room(look, _PADDING) + look.px(INSET), look.px(INSET + _DOWN)
        before = side + ceil(keycap_size(self.key, look).width()) + look.px(_GAP)
        after = side + self._sign_width() + look.px(_GAP)
        left, right = (after, before) if self.isRightToLeft() else (before, after)
        self._row.setContentsMargins(left, down, right, down)
        self._least.changeSize(0, look.px(_HEIGHT - 2 * _DOWN))
        self._row.invalidate()
        self.updateGeometry()
        self.update()

    def _sign_width(self) -> int:
        """The room for the sign, in px: it stays the same for all signs but words."""
        advance = QFontMetricsF(self._look.font("label_strong")).horizontalAdvance(self._sign.text)
        return max(self._look.px(_SIGN), ceil(advance))

    @override
    def sizeHint(self) -> QSize:
        return filled_hint(self, self._row)

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word of the name, or where that is very long, so that it breaks."""
        metrics = QFontMetricsF(self._look.font("label_strong"))
        longest = max((metrics.horizontalAdvance(word) for word in self._name.text().split()), default=0)
        margins = self._row.contentsMargins()
        width = margins.left() + margins.right() + ceil(min(longest, self._look.px(_WORD)))
        return QSize(width, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        follow_width(self, event)

    # -- painting --------------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, theme, rect = self._look, self._look.theme, visible_rect(self, self._look)
        flat, strong = is_flat(theme), self._sign.is_turn or self.isDown()
        fill = theme.sunken if strong or not self.isEnabled() or self.underMouse() else theme.surface
        edge = theme.ink if strong else theme.border if self.isEnabled() else theme.line
        width = (4.0 if flat else 2.5) if strong else 1.0
        ink = QColor(theme.ink if self.isEnabled() else theme.muted)
        with painter_on(self) as painter:
            paint_box(painter, rect, look.px(CONTROL_RADIUS), fill, edge, width * look.scale)
            cap = self._placed(keycap_size(self.key, look), at_end=False)
            paint_keycap(painter, cap, self.key, look, colour=ink)
            self._paint_sign(painter, ink)
            if self.hasFocus():
                paint_focus_ring(painter, rect, look)

    def _placed(self, size: QSizeF, *, at_end: bool) -> QRectF:
        """A part at the side where reading starts or ends, in the middle of the height."""
        side = side_room(self._look, _PADDING) + self._look.px(INSET)
        is_right = at_end != self.isRightToLeft()
        left = self.width() - side - size.width() if is_right else side
        return QRectF(left, round((self.height() - size.height()) / 2), size.width(), size.height())

    def _paint_sign(self, painter: QPainter, ink: QColor) -> None:
        look, sign = self._look, self._sign
        box = self._placed(QSizeF(self._sign_width(), look.px(_SIGN)), at_end=True)
        if sign.side is not None:
            paint_mark(painter, sign.side, box.center(), look.px(_MARK), look.theme.mark(sign.side))
        elif sign.icon:
            icons.paint(painter, box, sign.icon, ink, current=True)
        else:
            painter.setFont(look.font("label_strong"))
            painter.setPen(QPen(ink if sign.text else QColor(look.theme.muted)))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
            painter.drawText(box, flags, sign.text or "–")
