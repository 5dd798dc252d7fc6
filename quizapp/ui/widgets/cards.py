"""Cards, setting rows, claim blocks."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from quizapp.ui.compat import override
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import (
    INSET,
    paint_card,
    paint_focus_ring,
    painter_on,
    side_spacing,
    visible_rect,
)
from quizapp.ui.widgets.buttons import ActionButton
from quizapp.ui.widgets.choices import REACH, OptionRow
from quizapp.ui.widgets.layouts import (
    ControlRow,
    FlowLayout,
    ReachingColumn,
    enable_height_for_width,
    filled_hint,
    follow_width,
)
from quizapp.ui.widgets.text import Text


class Card(QFrame):
    """A rounded surface with a column of contents.

    Its visible edge lies `inset` px inside the widget, as that of every painted control does, so
    edges line up down a page and the shadow has room.

    Args:
        appearance: colours and lengths.
        parent: the widget it lies on.
        padding: room between edge and contents in px at 100 % text, horizontal and vertical.
    """

    def __init__(
        self, appearance: Appearance, parent: QWidget | None = None, padding: tuple[int, int] = (36, 24)
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._padding = padding
        self.body = QVBoxLayout(self)
        self._restyle()
        appearance.changed.connect(self._restyle)

    @property
    def inset(self) -> int:
        """How far the visible edge lies inside the widget, in px."""
        return self._appearance.px(INSET)

    def _restyle(self) -> None:
        """Scale padding and spacing with the text."""
        across = side_spacing(self._appearance, self._padding[0]) + self.inset
        down = self._appearance.px(self._padding[1]) + self.inset
        self.body.setContentsMargins(across, down, across, down)
        self.body.setSpacing(self._appearance.px(8))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        # Height belongs to the width there is: a card that may not grow would else cut its text off.
        return filled_hint(self, self.body)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        follow_width(self, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            paint_card(painter, visible_rect(self, self._appearance), self._appearance)


_WORDS = 260  # px at 100 % text that words keep beside buttons


class _Buttons(ControlRow):
    """Buttons that stay on one line while they stand beside words: words wrap better."""

    beside = True

    @override
    def minimumSize(self) -> QSize:
        """All on one line, or the widest."""
        return self.sizeHint() if self.beside else super().minimumSize()


class OfferCard(Card):
    """Its buttons stand beside the words, or below where the card is narrow.

    Args:
        appearance: the appearance in force.
        parent: the widget it lies on.
        padding: as for a card.

    Attributes:
        words: the column of words.
        buttons: the row of buttons.
    """

    def __init__(
        self, appearance: Appearance, parent: QWidget | None = None, padding: tuple[int, int] = (22, 18)
    ) -> None:
        super().__init__(appearance, parent, padding)
        self.words = QVBoxLayout()
        self.words.setSpacing(4)
        self.buttons = _Buttons(appearance)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addLayout(self.words, 1)
        self._row.addLayout(self.buttons)
        self._row.setAlignment(self.buttons, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(self._row)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons where there is room for them."""
        beside = event.size().width() >= self._appearance.px(_WORDS) + self.buttons.sizeHint().width()
        direction = QBoxLayout.Direction
        self.buttons.beside = beside
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        super().resizeEvent(event)


_BESIDE_FROM, _NAME, _GAP = 640, 220, 24  # px at 100 % text
_LEVEL, _MOST = 7, 10  # px at 100 % text that a name stands lower: beside words, and beside a button


class _NameAndControls(FlowLayout):
    """Two widgets beside each other where the width allows it, else one below the other."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance

    @override
    def sizeHint(self) -> QSize:
        """Both beside each other."""
        px = self._appearance.px
        width = px(_NAME + _GAP) + self._items[1].sizeHint().width()
        return QSize(width, self.heightForWidth(max(width, px(_BESIDE_FROM))))

    @override
    def _flow(self, rect: QRect, *, place: bool) -> int:
        px, width = self._appearance.px, rect.width()
        if width >= px(_BESIDE_FROM):
            left = px(_NAME + _GAP)
            spans = [(0, px(_NAME)), (left, width - left)]
            heights = [self._height(at, across) for at, (_, across) in enumerate(spans)]
            places = [QRect(left, 0, across, max(heights)) for left, across in spans]
        else:
            first, second = (self._height(at, width) for at in range(2))
            places = [QRect(0, 0, width, first), QRect(0, first, width, second)]
        if place:
            for item, part in zip(self._items, places, strict=True):
                item.setGeometry(self._mirrored(part.translated(rect.topLeft()), rect))
        return max(part.top() + part.height() for part in places)

    def _height(self, index: int, width: int) -> int:
        """The px one of the two needs within a width."""
        item = self._items[index]
        return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class SettingRow(QWidget):
    """A name and controls.

    Attributes:
        controls: the column that takes them.

    Args:
        appearance: the appearance in force.
        name: what is set.
        note: what that means, in a sentence.
        parent: the owner.
    """

    def __init__(
        self, appearance: Appearance, name: str, note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._first: QWidget | None = None
        words, side = QWidget(self), QWidget(self)
        self.controls = QVBoxLayout(side)
        self.controls.setContentsMargins(0, 0, 0, 0)
        self.controls.setSpacing(0)
        self._words = QVBoxLayout(words)
        self._words.setSpacing(2)
        self._words.addWidget(Text(appearance, "choice_strong", name))
        if note:
            self._words.addWidget(Text(appearance, "label", note, "muted"))
        self._words.addStretch(1)
        both = _NameAndControls(appearance, self)
        for part in (words, side):
            enable_height_for_width(part)
            both.addWidget(part)
        enable_height_for_width(self)
        appearance.changed.connect(self._apply_style)
        self._apply_style()

    def _apply_style(self) -> None:
        """Bring the name level with the words of the first control."""
        inset, lower = self._appearance.px(INSET), self._appearance.px(_LEVEL)
        if self._first is not None:
            spare = self._first.sizeHint().height() - self._appearance.line_step("choice_strong")
            lower = max(0, min(spare // 2 - inset, self._appearance.px(_MOST)))
        self._words.setContentsMargins(inset, inset + lower, inset, 0)

    def add(self, control: QWidget) -> None:
        """Add a control below those there are; the name stands level with the first."""
        self._first = self._first or control
        self.controls.addWidget(control)
        self._apply_style()


class SettingCard(Card):
    """A heading, a sentence where one is needed, and rows below.

    Args:
        appearance: the appearance in force.
        heading: what the rows are about.
        lead: a sentence below it.
        parent: the page.
    """

    def __init__(
        self, appearance: Appearance, heading: str, lead: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, parent, padding=(22, 18))
        self.setAccessibleName(heading)
        self.body.addWidget(Text(appearance, "section", heading))
        if lead:
            self.body.addWidget(Text(appearance, "body", lead, "muted"))

    def add_row(self, name: str, note: str, *controls: QWidget) -> SettingRow:
        """Add a setting: its name, what it means, and what sets it."""
        row = SettingRow(self._appearance, name, note)
        for control in controls:
            row.add(control)
        self._reach_out(row, ReachingColumn(self._appearance))
        return row

    def add_option(self, option: OptionRow) -> None:
        """Add what is on or off; its mark stands below the names of the rows."""
        self._reach_out(option, ReachingColumn(self._appearance, REACH, sideways=True))

    def _reach_out(self, row: QWidget, column: ReachingColumn) -> None:
        column.addWidget(row)
        self.body.addLayout(column)


_ABOVE = 12
_RADIUS, _RING = 6, 4


class SectionHeading(Text):
    """A heading that takes the focus when it is jumped to: Tab goes on from there.

    Tab itself passes it by, for there is nothing to press.
    """

    def __init__(self, appearance: Appearance, text: str, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "section", text, parent=parent, inset=INSET)

    def jump(self, page: QScrollArea) -> None:
        """Bring the heading to the top of its page, as far as the page goes, and focus it."""
        bar = page.verticalScrollBar()
        bar.setValue(bar.value() + self.mapTo(page.viewport(), QPoint()).y() - self._appearance.px(_ABOVE))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, and the ring while the focus is here."""
        super().paintEvent(event)
        if self.hasFocus():
            reach = self._appearance.px(_RING)
            edge = QRectF(self.rect()).adjusted(reach, reach, -reach, -reach)
            with painter_on(self) as painter:
                paint_focus_ring(painter, edge, self._appearance, _RADIUS)


W = TypeVar("W", bound=QWidget)


class CardList(Generic[W]):
    """Keeps as many widgets as are needed, so that the focus stays where it is when one is shown anew.

    Args:
        column: where they stand, and nothing else.
    """

    def __init__(self, column: QVBoxLayout) -> None:
        self._column = column
        self._widgets: list[W] = []

    def resized(self, count: int, make: Callable[[], W]) -> list[W]:
        """The widgets, as many as asked for; further ones are made and connected by `make`."""
        while len(self._widgets) < count:
            widget = make()
            self._widgets.append(widget)
            self._column.addWidget(widget)
        for widget in self._widgets[count:]:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        del self._widgets[count:]
        return self._widgets


class FoldedActions(QWidget):
    """A row of buttons that comes and goes; it belongs in a `ReachingColumn`.

    Args:
        appearance: the appearance in force.
        opener: the button that unfolds it; it lies where its owner puts it.
        actions: what can be requested, and the words of each.
        parent: the owner.

    Signals:
        chosen: carries one of the actions.
    """

    chosen = Signal(object)

    def __init__(
        self,
        appearance: Appearance,
        opener: ActionButton,
        actions: Sequence[tuple[object, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._opener, self._about = opener, ""
        self._actions = {ActionButton(appearance, words, "outline"): action for action, words in actions}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = FlowLayout(gap=4)
        for button in self._actions:
            button.clicked.connect(self._choose)
            row.addWidget(button)
        column.addLayout(row)
        enable_height_for_width(self)
        opener.clicked.connect(self._toggle)
        self.hide()
        self._update_opener()

    def describe(self, about: str) -> None:
        """Tell screen readers what the actions are about."""
        self._about = about
        for button in self._actions:
            button.setAccessibleDescription(about)
        self._update_opener()

    def fold(self) -> None:
        """Put the row away."""
        self.hide()
        self._update_opener()

    def _toggle(self) -> None:
        self.setVisible(self.isHidden())
        self._update_opener()

    def _update_opener(self) -> None:
        """Have the arrow, and screen readers, tell whether it is open."""
        self._opener.set_icon("chevron-down" if self.isHidden() else "chevron-up", after=True)
        state = self.tr("folded") if self.isHidden() else self.tr("open")
        self._opener.setAccessibleDescription(", ".join(part for part in (self._about, state) if part))

    def _choose(self) -> None:
        sender = self.sender()
        if isinstance(sender, ActionButton):
            self.chosen.emit(self._actions[sender])
