"""Radio/check rows with a note, chips, answer rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from quizapp.ui.compat import override
from quizapp.ui.style import icons
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import BadgeKind
from quizapp.ui.style.painting import (
    CONTROL_RADIUS,
    INSET,
    is_flat,
    paint_box,
    paint_focus_ring,
    painter_on,
    side_spacing,
    visible_rect,
)
from quizapp.ui.widgets.buttons import ENTER, ButtonColours, Pressable, disabled_colours
from quizapp.ui.widgets.layouts import (
    ColumnsLayout,
    FlowLayout,
    clear,
    enable_height_for_width,
    follow_width,
    set_tab_order,
    wrapped_hint,
)
from quizapp.ui.widgets.signs import OutcomeBadge
from quizapp.ui.widgets.text import UNBOUNDED, Text, TextBlock, button_text, lay_out


class CheckableButton(QAbstractButton):
    """Space chooses it; Enter is left to the page, whose one thing to do it presses.

    Args:
        parent: the owner.
        one_of: whether exactly one of the owner's is chosen. Tab then reaches that one and the
            arrow keys the others; else each is chosen for itself.
    """

    def __init__(self, parent: QWidget | None = None, *, one_of: bool = False) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoExclusive(one_of)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus if one_of else Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if one_of:
            self.toggled.connect(self._let_tab_in)

    def _let_tab_in(self) -> None:
        """Let Tab reach the chosen one alone; Qt sees to that only once one of them had the focus."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self.isChecked() else Qt.FocusPolicy.ClickFocus)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come into view: the arrow keys move the focus where no scroll area follows."""
        super().focusInEvent(event)
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and event.reason() is not Qt.FocusReason.MouseFocusReason:
            above.ensureWidgetVisible(self)


_HEIGHT, _PADDING = 34, 15  # px at 100 % text
_USES = _USE, _CHOSEN_USE = "label", "label_strong"


class ChoiceChip(CheckableButton):
    """Its words wrap where the width is short, and choosing it never changes its size.

    Args:
        appearance: the appearance in force.
        text: its words.
        parent: the owner.
        one_of: whether exactly one of the owner's chips is chosen.
        says: what screen readers hear where the words alone say too little.
    """

    def __init__(
        self,
        appearance: Appearance,
        text: str,
        parent: QWidget | None = None,
        *,
        one_of: bool = False,
        says: str = "",
    ) -> None:
        super().__init__(parent, one_of=one_of)
        self._appearance = appearance
        self._words = ""
        enable_height_for_width(self)
        self.set_words(text, says)
        appearance.changed.connect(self._relayout)

    def set_words(self, text: str, says: str = "") -> None:
        """Show other words; `says` as for the chip itself."""
        self.setText(button_text(text))
        self._words = text
        self.setAccessibleName(says or text)
        self._relayout()

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        appearance = self._appearance
        wrapped = max(self._block(width - self._beside_words(), use).height for use in _USES)
        return max(appearance.px(_HEIGHT), ceil(wrapped) + appearance.px(10)) + 2 * appearance.px(INSET)

    @override
    def sizeHint(self) -> QSize:
        widest = max(self._block(UNBOUNDED, use).widest for use in _USES)
        return wrapped_hint(self, ceil(widest) + 1 + self._beside_words())

    @override
    def minimumSizeHint(self) -> QSize:
        metrics = [QFontMetricsF(self._appearance.font(use)) for use in _USES]
        words = self._words.split()
        longest = max((each.horizontalAdvance(word) for each in metrics for word in words), default=0.0)
        width = ceil(longest) + 1 + self._beside_words()
        return QSize(width, self.heightForWidth(self.sizeHint().width()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        follow_width(self, event)

    def _beside_words(self) -> int:
        """The width that is not the words', in px."""
        return 2 * (side_spacing(self._appearance, _PADDING) + self._appearance.px(INSET))

    def _block(self, width: float, use: str) -> TextBlock:
        """The words laid out; there is always room for them as they are chosen and as they are not."""
        step = self._appearance.line_step(_USE)
        return lay_out(
            self._words, self._appearance.font(use), step, max(1.0, width), Qt.AlignmentFlag.AlignHCenter
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        appearance, rect = self._appearance, visible_rect(self, self._appearance)
        radius = min(rect.height(), appearance.px(_HEIGHT)) / 2
        colours = self._colours()
        block = self._block(self.width() - self._beside_words(), _CHOSEN_USE if self.isChecked() else _USE)
        left, top = (self.width() - self._words_width()) / 2, (self.height() - block.height) / 2
        with painter_on(self) as painter:
            width = colours.width * appearance.scale
            paint_box(painter, rect, radius, colours.fill, colours.edge, width, colours.style)
            painter.setPen(QPen(colours.text))
            block.draw(painter, QPointF(left, round(top)))
            if self.hasFocus():
                paint_focus_ring(painter, QRectF(rect), appearance, radius / appearance.scale)

    def _words_width(self) -> int:
        return self.width() - self._beside_words()

    def _colours(self) -> ButtonColours:
        theme, flat = self._appearance.theme, is_flat(self._appearance.theme)
        if not self.isEnabled():
            return disabled_colours(theme, quiet=False)
        ink = QColor(theme.ink)
        if self.isChecked() or self.isDown():
            return ButtonColours(ink, QColor(theme.sunken), ink, 4.0 if flat else 2.5)
        fill = theme.sunken if self.underMouse() else theme.surface
        return ButtonColours(
            ink, QColor(fill), QColor(theme.border), 2.5 if self.underMouse() and flat else 1.0
        )


class ChipGroup(QWidget):
    """Chips on as many lines as they need.

    Args:
        appearance: the appearance in force.
        name: what screen readers call the group.
        parent: the owner.
        one_of: whether exactly one is chosen.

    Signals:
        changed: somebody chose a chip, or took one back.
    """

    changed = Signal()

    def __init__(
        self, appearance: Appearance, name: str, parent: QWidget | None = None, *, one_of: bool = False
    ) -> None:
        super().__init__(parent)
        self._appearance, self._one_of = appearance, one_of
        self.chips: list[ChoiceChip] = []
        self._layout = FlowLayout(self)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # without one Tab would come to its chips last

    def show_chips(self, words: Sequence[str], says: Sequence[str] = ()) -> None:
        """Show a chip for each; those that are there already stay, with what is chosen of them.

        Args:
            words: what stands on them.
            says: what screen readers hear in their place.
        """
        if len(words) != len(self.chips):
            self._make_chips(len(words))
        for chip, word, said in zip(self.chips, words, says or words, strict=True):
            chip.set_words(word, said)

    def choose(self, indexes: Sequence[int]) -> None:
        """Choose the chips at these places, and no others."""
        for index, chip in enumerate(self.chips):
            chip.setChecked(index in indexes)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The places of the chosen chips."""
        return tuple(index for index, chip in enumerate(self.chips) if chip.isChecked())

    def _make_chips(self, count: int) -> None:
        clear(self._layout)
        self.chips = [ChoiceChip(self._appearance, "", self, one_of=self._one_of) for _ in range(count)]
        for chip in self.chips:
            chip.clicked.connect(self.changed)
            self._layout.addWidget(chip)
        set_tab_order((self, *self.chips))


REACH = 12 + INSET
"""Room in px from a row's side to its mark; a column of rows reaches as far over the text above it."""

_MARK, _GAP, _DOWN = 20, 12, 6  # px at 100 % text


class OptionRow(CheckableButton):
    """A round mark where one of several is chosen, a square one where it stands for itself.

    Args:
        appearance: the appearance in force.
        parent: the owner.
        one_of: whether exactly one of the owner's rows is chosen.
    """

    def __init__(
        self, appearance: Appearance, parent: QWidget | None = None, *, one_of: bool = False
    ) -> None:
        super().__init__(parent, one_of=one_of)
        self._appearance = appearance
        self._title = Text(appearance, "choice", parent=self)  # in the order they are read
        self._figure = Text(appearance, "choice", colour="muted", parent=self)
        self._note = Text(appearance, "label", colour="muted", parent=self)
        self._spacing = QSpacerItem(0, 0)  # for the mark
        self._row = QHBoxLayout(self)
        self._words = QVBoxLayout()
        self._build()
        enable_height_for_width(self)
        self.toggled.connect(self._update_state)
        appearance.changed.connect(self._apply_style)
        self._apply_style()

    def _build(self) -> None:
        self._words.setSpacing(1)
        self._words.addWidget(self._title)
        self._words.addWidget(self._note)
        self._words.addStretch(1)
        self._row.setSpacing(0)
        self._row.addItem(self._spacing)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self._figure, 0, Qt.AlignmentFlag.AlignTop)
        for part in (self._title, self._note, self._figure):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_option(self, title: str, note: str = "", figure: str = "") -> None:
        """Say what is chosen here: its name, a sentence below it, a number at the far end."""
        self.setText(button_text(title))
        self.setAccessibleName(f"{title}, {figure}" if figure else title)
        self.setAccessibleDescription(note)
        self._title.setText(title)
        for part, words in ((self._note, note), (self._figure, figure)):
            part.setText(words)
            part.setVisible(bool(words))
        self.updateGeometry()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        follow_width(self, event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._apply_style()

    def _update_state(self) -> None:
        self._title.set_use("choice_strong" if self.isChecked() else "choice")
        self.update()

    def _apply_style(self) -> None:
        px, across = self._appearance.px, side_spacing(self._appearance, REACH)
        down = px(_DOWN + INSET)
        self._spacing.changeSize(px(_MARK) + side_spacing(self._appearance, _GAP), 0)
        self._row.setContentsMargins(across, down, across, down)
        self._row.invalidate()
        self.updateGeometry()
        self.update()

    # -- painting ------------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        appearance, rect = self._appearance, visible_rect(self, self._appearance)
        with painter_on(self) as painter:
            self._paint_ground(painter, rect)
            self._paint_mark(painter, self._mark_box())
            if self.hasFocus():
                paint_focus_ring(painter, rect, appearance)

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        """A quiet block behind what is chosen or under the pointer; an edge where blocks cannot be seen."""
        theme, radius = self._appearance.theme, self._appearance.px(CONTROL_RADIUS)
        held = self.isEnabled() and (self.underMouse() or self.isDown())
        if (self.isChecked() and self.autoExclusive()) or held:
            edge = theme.border if is_flat(theme) else None
            paint_box(painter, rect, radius, theme.sunken, edge, 2.5 if self.isChecked() else 1.0)

    def _mark_box(self) -> QRectF:
        """Where the mark stands: level with the first line of words."""
        edge, side = self._appearance.px(_MARK), side_spacing(self._appearance, REACH)
        left = self.width() - side - edge if self.isRightToLeft() else side
        middle = self._title.y() + self._appearance.line_step("choice") / 2
        return QRectF(round(left), round(middle - edge / 2), edge, edge)

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        appearance, theme = self._appearance, self._appearance.theme
        radius = box.height() / 2 if self.autoExclusive() else appearance.px(6)
        if not self.isChecked():
            usable = self.isEnabled()
            style = Qt.PenStyle.SolidLine if usable else Qt.PenStyle.DotLine
            edge = theme.border if usable else theme.muted
            paint_box(painter, box, radius, theme.surface, edge, 1.5 * appearance.scale, style)
            return
        colour = theme.ink if self.isEnabled() else theme.muted
        paint_box(painter, box, radius, colour)
        if self.autoExclusive():
            painter.setBrush(QColor(theme.surface))
            painter.drawEllipse(QPointF(box.center()), appearance.px(4), appearance.px(4))
        else:
            inner = appearance.px(3)
            tick = box.adjusted(inner, inner, -inner, -inner)
            icons.paint(painter, tick, "check", QColor(theme.surface), current=True)


_COLUMN = 330


@dataclass(frozen=True, slots=True)
class Option:
    """One option: its name, a sentence below it, a figure, and whether it makes sense now."""

    title: str
    note: str = ""
    figure: str = ""
    enabled: bool = True


class OptionList(QWidget):
    """Rows in two columns where the width allows it; the arrow keys go from one to the next.

    Args:
        appearance: the appearance in force.
        name: what screen readers call the group.
        parent: the owner.

    Signals:
        chosen: somebody chose a row; carries its index.
    """

    chosen = Signal(object)

    def __init__(self, appearance: Appearance, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.rows: list[OptionRow] = []
        self._layout = ColumnsLayout(appearance, 2, _COLUMN, self)
        self.setAccessibleName(name)

    def show_options(self, options: Sequence[Option], current: int) -> None:
        """Show these options, the current one chosen; rows that are there already stay where they are."""
        if len(options) != len(self.rows):
            self._make_rows(len(options))
        for index, (row, option) in enumerate(zip(self.rows, options, strict=True)):
            row.show_option(option.title, option.note, option.figure)
            row.setChecked(index == current)
            row.setEnabled(option.enabled)

    def _make_rows(self, count: int) -> None:
        clear(self._layout)
        self.rows = [OptionRow(self._appearance, self, one_of=True) for _ in range(count)]
        for row in self.rows:
            row.clicked.connect(self._choose)
            self._layout.addWidget(row)
        set_tab_order((self, *self.rows))

    def _choose(self) -> None:
        sender = self.sender()
        self.chosen.emit(next(index for index, row in enumerate(self.rows) if row is sender))


_KEY, _KEY_RADIUS, _BADGE = 30, 8, 22  # px at 100 % text


class _Words(Text):
    """Words that stay ink where they say what a choice was, though nothing can be pressed any more."""

    stays_ink = False

    @override
    def colour(self) -> QColor:
        """The colour they are painted in now."""
        return QColor(self._appearance.theme.ink) if self.stays_ink else super().colour()


class ChoiceRow(Pressable):
    """A row that can be chosen, one among those of its parent.

    Args:
        appearance: the appearance in force.
        key: the letter or digit that chooses it.
        text: its words; they wrap.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance, self._key = appearance, key
        self._words = _Words(appearance, "choice", text, "ink", self)
        self._badge = OutcomeBadge(appearance, BadgeKind.RIGHT, _BADGE, self)
        self._verdict = _Words(appearance, "label_strong", "", "ink", self)
        self._row = QHBoxLayout(self)
        self._spacing = QSpacerItem(0, 0)  # for the key
        self._row.addItem(self._spacing)
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
        self.toggled.connect(self._update_state)
        appearance.changed.connect(self._apply_style)
        self._badge.hide()
        self._verdict.hide()
        self._update_state()
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
            kind: the badge at the trailing edge, or None for no badge.
            word: such as "Right" or "Your answer"; empty for no word.
        """
        self._kind, self._is_told = kind, True
        for part in (self._words, self._verdict):
            part.stays_ink = True
        if kind is not None:
            self._badge.set_kind(kind)
        self._badge.setVisible(kind is not None)
        self._verdict.setText(word)
        self._verdict.setVisible(bool(word))
        self.setEnabled(False)
        self._update_state()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow being switched on and off."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._update_state()

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

    def _update_state(self) -> None:
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
        self._spacing.changeSize(px(_KEY + 15), 0)
        self._row.setContentsMargins(inset + px(14), inset + px(17), inset + px(14), inset + px(17))
        self._row.setSpacing(px(12))
        self.update()


LETTERS = "ABCDEF"
NUMBERS = "123456"

_TWO_COLUMNS_FROM = 800


class RowPanel(QWidget):
    """Rows with a key each.

    Args:
        appearance: the appearance in force.
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
        index = len(self._kept)
        row = ChoiceRow(self._appearance, self._keys[index], "", self)
        for key in dict.fromkeys((NUMBERS[index], self._keys[index])):
            shortcut = QShortcut(QKeySequence(key), row)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(row.click)
        self._kept.append(row)
        self._rows.addButton(row, index)
        set_tab_order((self, *self._kept))
        self._put(index)

    def _put(self, index: int) -> None:
        self._layout.addWidget(self._kept[index], index // self._columns, index % self._columns)

    def _arrange(self) -> None:
        """Have the rows stand in one column or two."""
        columns = 2 if self._paired and self.width() >= self._appearance.px(_TWO_COLUMNS_FROM) else 1
        if columns == self._columns:
            return  # to put them where they are would have all laid out anew
        self._columns = columns
        for index in range(len(self._kept)):
            self._put(index)
        self._layout.setColumnStretch(1, columns - 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def take_focus(self) -> None:
        """Let the keyboard start before the first row: a second Enter must not choose it."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, index: int) -> None:
        self.chosen.emit(index)
