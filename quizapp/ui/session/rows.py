"""Rows with a key each: the options of a choice, and the reasons."""

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QSpacerItem,
    QWidget,
)

from quizapp.ui.compat import override
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import BadgeKind
from quizapp.ui.style.painting import (
    CONTROL_RADIUS,
    INSET,
    paint_box,
    paint_focus_ring,
    painter_on,
    visible_rect,
)
from quizapp.ui.widgets.buttons import PaintedButton
from quizapp.ui.widgets.layouts import set_tab_order
from quizapp.ui.widgets.signs import OutcomeBadge
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import NUMBERS

_KEY, _KEY_RADIUS, _BADGE = 30, 8, 22  # px at 100 % text


class _Words(Text):
    """Words that stay ink where they say what a choice was, though nothing can be pressed any more."""

    def stay_ink(self) -> None:
        """Be as legible when switched off as before."""
        self.set_tone("always_ink")


class ChoiceRow(PaintedButton):
    """A row that can be chosen, one among those of its parent.

    Args:
        appearance: the look in force.
        key: the letter or digit that chooses it.
        text: its words; they wrap.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance, self._key = appearance, key
        self._words = _Words("choice", text, "ink", self)
        self._badge = OutcomeBadge(appearance, BadgeKind.RIGHT, _BADGE, self)
        self._verdict = _Words("label_strong", "", "ink", self)
        self._row = QHBoxLayout(self)
        self._room = QSpacerItem(0, 0)  # for the key
        self._row.addItem(self._room)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._badge)
        self._row.addWidget(self._verdict)
        for part in (self._words, self._badge, self._verdict):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._kind: BadgeKind | None = None
        self._is_told = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.toggled.connect(self._follow)
        appearance.changed.connect(self._apply_style)
        self._badge.hide()
        self._verdict.hide()
        self._follow()
        self._apply_style()

    def offer(self, text: str) -> None:
        """Offer other words, not chosen yet; where several exclude each other, their group lets it go."""
        self._words.setText(text)
        self.setChecked(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Qt took Tab from all but the one that had the focus
        self._be_named()

    def show_outcome(self, kind: BadgeKind | None = None, word: str = "") -> None:
        """Say what the choice was: it can be pressed no more, and stays as legible as it was.

        Args:
            kind: the seal at the trailing edge, or None for no seal.
            word: such as "Right" or "Your answer"; empty for no word.
        """
        self._kind, self._is_told = kind, True
        for part in (self._words, self._verdict):
            part.stay_ink()
        if kind is not None:
            self._badge.set_kind(kind)
        self._badge.setVisible(kind is not None)
        self._verdict.setText(word)
        self._verdict.setVisible(bool(word))
        self.setEnabled(False)
        self._follow()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow being switched on and off."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._follow()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row in its present state."""
        body = visible_rect(self, self._appearance)
        with painter_on(self) as painter:
            self._paint_body(painter, body)
            self._paint_key(painter, body)
            if self.hasFocus():
                paint_focus_ring(painter, body, self._appearance, CONTROL_RADIUS)

    def _paint_body(self, painter: QPainter, body: QRectF) -> None:
        theme, heavy = self._appearance.theme, 2.5 * self._appearance.scale
        fill, edge, width = theme.surface, theme.border, 1.0
        if self._is_chosen():
            fill, edge, width = theme.sunken, theme.ink, heavy
        elif not self.isEnabled():
            fill, edge = (theme.surface if self._is_told else theme.sunken), theme.line
        elif self.underMouse():
            # Where sunken is no other colour, the heavier edge still tells.
            fill, width = theme.sunken, (heavy if theme.sunken == theme.surface else 1.0)
        off = not (self.isEnabled() or self._is_told or self._is_chosen())
        bare = off and theme.line == theme.ink
        style = Qt.PenStyle.DashLine if bare else Qt.PenStyle.SolidLine
        paint_box(painter, body, self._appearance.px(CONTROL_RADIUS), fill, edge, width, style)

    def _paint_key(self, painter: QPainter, body: QRectF) -> None:
        """The key, level with the first line of words; filled when chosen."""
        theme, size = self._appearance.theme, self._appearance.px(_KEY)
        x = body.left() + self._appearance.px(14)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = body.right() - self._appearance.px(14) - size
        first_line = self._words.y() + self._appearance.line_step("choice") / 2
        box = QRectF(round(x), round(first_line - size / 2), size, size)
        colour = QColor(theme.ink if self.isEnabled() or self._is_told else theme.muted)
        if self._is_chosen():
            paint_box(painter, box, self._appearance.px(_KEY_RADIUS), theme.ink)
            colour = QColor(theme.on_ink)
        else:
            paint_box(
                painter,
                box,
                self._appearance.px(_KEY_RADIUS),
                None,
                theme.border,
                max(1.0, self._appearance.scale),
            )
        font = self._appearance.font("label_strong")
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._key)

    def _is_chosen(self) -> bool:
        return self.isChecked() or self.isDown()

    def _follow(self) -> None:
        """Bring weights and names in line with the state."""
        self._words.set_use("choice_strong" if self._is_chosen() else "choice")
        self._be_named()
        self.update()

    def _be_named(self) -> None:
        """Be read with the key, and after answering with what it was."""
        word = self._verdict.text()
        self.setAccessibleName(f"{self._key}. {self._words.text()}")
        badge = self._badge.accessibleName() if self._kind is not None else ""
        parts = (word,) if word.startswith(badge) else (badge, word)  # "Right" is said once
        self.setAccessibleDescription(", ".join(part for part in parts if part))

    def _apply_style(self) -> None:
        px, inset = self._appearance.px, self._appearance.px(INSET)
        self._room.changeSize(px(_KEY + 15), 0)
        self._row.setContentsMargins(inset + px(14), inset + px(17), inset + px(14), inset + px(17))
        self._row.setSpacing(px(12))
        self.update()


_TWO_COLUMNS_FROM = 800


class RowPanel(QWidget):
    """Rows with a key each.

    Args:
        appearance: the look in force.
        keys: the key of each row, in order.
        paired: whether short rows may stand two and two where the width allows it.
        parent: the panel it belongs to.

    Signals:
        chosen: a row was chosen; carries its index.
    """

    chosen = Signal(object)

    def __init__(
        self, appearance: Appearance, keys: str, *, paired: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._keys = keys
        self._paired = paired
        self._rows = QButtonGroup(self)
        self._kept: list[ChoiceRow] = []
        self._columns = 1
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.setHorizontalSpacing(6)  # the gutter of the answer tiles
        self._layout.setColumnStretch(0, 1)
        self._rows.idClicked.connect(self._choose)
        appearance.changed.connect(self._arrange)

    def set_rows(self, texts: Sequence[str]) -> None:
        """Offer these words, none of them chosen yet; as many rows are seen as there are keys for."""
        shown = texts[: len(self._keys)]
        while len(self._kept) < len(shown):
            self._add_row()  # and keep it: rows take longer to make than to fill
        self._rows.setExclusive(False)  # else the chosen one could not be let go
        for row, text in zip_longest(self._kept, shown):
            row.offer(text or "")
            row.setVisible(text is not None)
        self._rows.setExclusive(True)

    def _add_row(self) -> None:
        """Make the next row, and keys that press it while it is seen."""
        position = len(self._kept)
        row = ChoiceRow(self._appearance, self._keys[position], "", self)
        for key in dict.fromkeys((NUMBERS[position], self._keys[position])):
            shortcut = QShortcut(QKeySequence(key), row)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(row.click)
        self._kept.append(row)
        self._rows.addButton(row, position)
        set_tab_order((self, *self._kept))
        self._put(position)

    def _put(self, position: int) -> None:
        self._layout.addWidget(self._kept[position], position // self._columns, position % self._columns)

    def _arrange(self) -> None:
        """Have the rows stand in one column or two."""
        columns = 2 if self._paired and self.width() >= self._appearance.px(_TWO_COLUMNS_FROM) else 1
        if columns == self._columns:
            return  # to put them where they are would have all laid out anew
        self._columns = columns
        for position in range(len(self._kept)):
            self._put(position)
        self._layout.setColumnStretch(1, columns - 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def take_focus(self) -> None:
        """Let the keyboard start before the first row: a second Enter must not choose it."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, position: int) -> None:
        self.chosen.emit(position)
