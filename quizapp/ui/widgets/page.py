"""Scrolling page, footer, notice, and a sentence that passes."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from quizapp.ui.compat import override
from quizapp.ui.style.sheet import RING
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import Button, quiet_inset
from quizapp.ui.widgets.cards import Rule
from quizapp.ui.widgets.layouts import enable_height_for_width
from quizapp.ui.widgets.text import Text, announce

COLUMN = 908
BROAD = 1544
"""px at 100 % text: the column of a page of the sidebar, whose cards stand abreast where there is room."""
WIDE = 1320
"""px at 100 % text: the column of a page that has contents for two columns, in a window wide enough."""
_ROOMY, _MARGIN, _SMALL_MARGIN = 960, 48, 24
_BAR = 12  # px of a scroll bar, which no button may lie under
_FADE = 24  # px at 100 % text


def column_margin(width: int, column: int = COLUMN, wide: int = 0) -> int:
    """The px on either side of a centred column in a page of this width.

    Args:
        width: of the page in px.
        column: the width of the column in px at 100 % text.
        wide: the same for a page that has room for this column; 0 for one that never widens.
    """
    if wide and width >= scaled(wide) + 2 * _MARGIN:
        column = wide
    margin = _MARGIN if width >= scaled(_ROOMY) else _SMALL_MARGIN
    return max(margin, (width - scaled(column)) // 2)


class _FullWidth(QVBoxLayout):
    """Lays out in the width a page has without its scroll bar: nothing moves when the bar comes."""

    def __init__(self, page: QScrollArea, content: QWidget) -> None:
        super().__init__(content)
        self._page = page

    @override
    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(self._page.width())

    @override
    def minimumHeightForWidth(self, width: int) -> int:
        return super().minimumHeightForWidth(self._page.width())

    @override
    def minimumSize(self) -> QSize:
        """The least width with the least margins: those of a page that was wide must not hold it wide.

        The height is that in the width there is: for their least width labels ask for more.
        """
        bar = self._page.verticalScrollBar()  # not the viewport: to find its class costs a start 8 ms
        under_bar = bar.width() if bar.isVisibleTo(self._page) else 0
        margins = self.contentsMargins()
        spare = max(0, margins.left() - _SMALL_MARGIN) + max(0, margins.right() - _SMALL_MARGIN)
        least = super().minimumSize() - QSize(under_bar + spare, 0)
        wraps = self.hasHeightForWidth()
        return QSize(least.width(), self.heightForWidth(self._page.width())) if wraps else least

    @override
    def setGeometry(self, rect: QRect) -> None:
        wide = QRect(rect)
        wide.setWidth(self._page.width())
        if self._page.isRightToLeft():
            wide.moveRight(rect.right())
        super().setGeometry(wide)


class ScrollPage(QScrollArea):
    """A page whose contents stand in `column`.

    Labels, controls and cards keep `RING` px free at their sides; the column is wider by as much,
    so that their visible edges span the width asked for.

    Args:
        column: the width of the column in px at 100 % text.
        parent: the window.
        above: px above the column; below as well, unless it is short.
        wide: the width of the column where there is room for it; 0 for one that never widens.
        reaching: whether quiet buttons reach over the column, so that their words end where it ends.
    """

    def __init__(
        self,
        column: int = COLUMN,
        parent: QWidget | None = None,
        *,
        above: int = _SMALL_MARGIN,
        wide: int = 0,
        reaching: bool = False,
    ) -> None:
        super().__init__(parent)
        self._above, self._wide, self._reaching = above, wide, reaching
        self._column_width = column
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self._content = content = QWidget()
        content.setProperty("page", True)
        self._margins = _FullWidth(self, content)
        self.column = QVBoxLayout()
        self.column.setSpacing(8)
        self._margins.addLayout(self.column)
        self.setWidget(content)
        self._fades = {side: self._new_fade(side) for side in ("top", "bottom")}
        self.verticalScrollBar().valueChanged.connect(self._show_fades)
        self.verticalScrollBar().rangeChanged.connect(self._show_fades)
        self._centre()

    def take_focus(self) -> None:
        """Begin at the top: Tab goes to the first control."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.verticalScrollBar().setValue(0)

    def set_column(self, column: int) -> None:
        """Change the width of the column, in px at 100 % text."""
        self._column_width = column
        self._centre()

    @property
    def reach(self) -> int:
        """How far buttons reach over the column in px, so that their words end with it."""
        beside = column_margin(self.width(), self._column_width, self._wide) - RING - _BAR
        return max(0, min(quiet_inset(), beside)) if self._reaching else 0

    def _new_fade(self, side: str) -> QFrame:
        """What fades the contents out at an edge past which there is more: no line ends in the middle."""
        fade = QFrame(self)
        fade.setProperty("fade", side)
        fade.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        fade.hide()
        return fade

    def _show_fades(self) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() == 0:
            for fade in self._fades.values():
                fade.hide()
            return
        area = self.rect()  # not the viewport's, see `_FullWidth.minimumSize`: it is what the bar leaves
        if bar.isVisibleTo(self):
            is_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            area.adjust(bar.width() if is_left else 0, 0, 0 if is_left else -bar.width(), 0)
        strip = QRect(area.left(), area.top(), area.width(), min(scaled(_FADE), area.height() // 4))
        self._fades["top"].setGeometry(strip.adjusted(0, 0, 0, -strip.height() // 2))
        strip.moveBottom(area.bottom())
        self._fades["bottom"].setGeometry(strip)
        for side, is_there in (("top", bar.value() > 0), ("bottom", bar.value() < bar.maximum())):
            self._fades[side].setVisible(is_there)
            self._fades[side].raise_()

    def _centre(self) -> None:
        """Centre the column in the width there is."""
        beyond = RING + self.reach
        across = max(0, column_margin(self.width(), self._column_width, self._wide) - beyond)
        down = max(0, self._above - RING)
        below = down if self._above >= _SMALL_MARGIN else 0  # a page with a footer has room enough there
        self._margins.setContentsMargins(across, down, across, below)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._centre()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._centre()
        self._show_fades()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Lay out in the width there is: of several changes made while it was hidden Qt loses the last."""
        super().showEvent(event)
        self._margins.setGeometry(self._content.rect())


_CONTROL = 52  # px at 100 % text: the height is that of a button, with or without one


class Footer(QWidget):
    """A row whose controls end where the cards above it end; a hairline tells that more is to scroll.

    Args:
        parent: the page.
        column: as for the page above it.
        wide: likewise.
    """

    def __init__(self, parent: QWidget | None = None, *, column: int = COLUMN, wide: int = 0) -> None:
        super().__init__(parent)
        self._column, self._wide = column, wide
        self._bar: QScrollBar | None = None
        self._rule = Rule(self)
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._words: Text | None = None
        self._lead: QWidget | None = None
        self._keys: dict[Button, str] = {}  # shown on buttons where there is room
        self._without_keys = 0  # px that their keys would take; 0 while they are shown
        self._buttons = QHBoxLayout()
        self._rule.hide()
        self._restyle()

    def set_lead(self, lead: QWidget) -> None:
        """Have a quiet button stand at the beginning of the row, its words where the column begins."""
        self._lead = lead
        self.row.insertWidget(0, lead)

    def set_column(self, column: int) -> None:
        """Change the width of the column, in px at 100 % text."""
        self._column = column
        self._restyle()

    def put(self, words: Text, *buttons: QWidget) -> None:
        """Have a sentence and buttons on one line, or the sentence above where it would be squeezed."""
        self._words = words
        enable_height_for_width(words, QSizePolicy.Policy.Ignored)  # the buttons come first
        self.row.addWidget(words, 1)
        self.row.addLayout(self._buttons)
        self._buttons.setSpacing(4)
        self._buttons.addStretch(1)
        for button in buttons:
            self._buttons.addWidget(button)
        self._keys = {button: button.key for button in buttons if isinstance(button, Button) and button.key}

    def _show_keys(self) -> None:
        """Keys on buttons are the first thing to go where the row is too narrow for them."""
        margins, wide = self.row.contentsMargins(), self._buttons.sizeHint().width()
        room = self.width() - margins.left() - margins.right()
        if wide + self._without_keys <= room and self._without_keys:
            self._without_keys = 0
        elif wide > room and not self._without_keys and self._keys:
            self._without_keys = 1  # what they take is known once they are gone
        else:
            return
        for button, key in self._keys.items():
            button.set_key("" if self._without_keys else key)
        if self._without_keys:
            self._buttons.invalidate()
            self._without_keys = max(1, wide - self._buttons.sizeHint().width())

    def track_scrolling(self, bar: QScrollBar) -> None:
        """Show the hairline while this scroll bar is not at its end."""
        self._bar = bar
        bar.valueChanged.connect(self._show_rule)
        bar.rangeChanged.connect(self._show_rule)

    def _show_rule(self) -> None:
        bar = self._bar
        self._rule.setVisible(bar is not None and bar.value() < bar.maximum())

    def _restyle(self) -> None:
        across = self._across()
        self._rule.setGeometry(across, 0, self.width() - 2 * across, 1)
        self.setMinimumHeight(scaled(_CONTROL) + 8)
        self._arrange()

    def _across(self) -> int:
        return max(0, column_margin(self.width(), self._column, self._wide) - RING)

    def _set_margins(self) -> None:
        """Keep the column's margins; a lead reaches over it by the room beside its words."""
        across = self._across()
        leads = self._lead is not None and not self._lead.isHidden()
        before, after = across - (quiet_inset() if leads else 0), across
        if self.isRightToLeft():
            before, after = after, before
        self.row.setContentsMargins(max(0, before), 2, max(0, after), 6)

    def _arrange(self) -> None:
        """Put the sentence of `put` beside its buttons, if it has room there within their height."""
        self._set_margins()
        if self._words is None:
            return
        self._show_keys()
        margins, buttons = self.row.contentsMargins(), self._buttons.sizeHint()
        beside = self.width() - margins.left() - margins.right() - self.row.spacing() - buttons.width()
        if self._lead is not None and not self._lead.isHidden():
            beside -= self._lead.sizeHint().width()
        fits = beside >= self._words.minimumSizeHint().width()
        fits = fits and self._words.heightForWidth(beside) <= buttons.height()
        fits = fits or self._words.isHidden()
        direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if direction is not self.row.direction():
            self.row.setDirection(direction)

    @override
    def event(self, event: QEvent) -> bool:
        """Other words on a button or beside it may need another arrangement."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._restyle()

    @override
    def minimumSizeHint(self) -> QSize:
        """The least, whatever the margins are now: a wide window can become a small one at once."""
        margins = self.row.contentsMargins()
        least = 2 * max(0, column_margin(0) - RING)
        return super().minimumSizeHint() - QSize(margins.left() + margins.right() - least, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()


def lay_out_with_footer(owner: QWidget, page: ScrollPage, footer: Footer, below: int = 0) -> None:
    """Fill a widget with a page and the footer that tells whether more of it is to scroll.

    Args:
        owner: the widget; it has no layout yet.
        page: its contents.
        footer: stands below them.
        below: px below the footer.
    """
    footer.track_scrolling(page.verticalScrollBar())
    layout = QVBoxLayout(owner)
    layout.setContentsMargins(0, 0, 0, below)
    layout.setSpacing(0)
    layout.addWidget(page, 1)
    layout.addWidget(footer)


_STEPS = {
    Qt.Key.Key_PageDown: 0.8,
    Qt.Key.Key_PageUp: -0.8,
    Qt.Key.Key_Down: 0.15,
    Qt.Key.Key_Up: -0.15,
}
"""How far a key scrolls, as a share of what is visible."""


class PagingKey(QShortcut):
    """Scrolls an area by a share of what is visible of it."""

    def __init__(self, key: Qt.Key, area: QScrollArea, share: float, owner: QWidget) -> None:
        super().__init__(QKeySequence(key), owner)
        self._area, self._share = area, share
        self.activated.connect(self._scroll)

    def _scroll(self) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + round(self._share * self._area.viewport().height()))


def add_paging_keys(owner: QWidget, area: QScrollArea) -> None:
    """Let Page Up and Down, and the arrows up and down, scroll an area while its owner is shown."""
    for key, share in _STEPS.items():
        PagingKey(key, area, share, owner)


_UNSEEN = 8  # px below the edge that are no loss: the margin of a last card


class MoreBelow(Text):
    """Says "More below" until the page is at its end; its room stays, so that nothing moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("label_strong", parent=parent)
        self._bar: QScrollBar | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.setText(self.tr("More below ↓"))
        self.setAccessibleName(self.tr("More below"))
        self._update_visibility()

    def track_scrolling(self, bar: QScrollBar) -> None:
        """Say it while this scroll bar is not at its end."""
        self._bar = bar
        bar.valueChanged.connect(self._update_visibility)
        bar.rangeChanged.connect(self._update_visibility)

    def _update_visibility(self) -> None:
        self.setVisible(self._bar is not None and self._bar.value() + _UNSEEN < self._bar.maximum())


_BASE, _PER_LETTER = 1500, 60  # ms
_TOAST_MARGIN = 24


class PassingNote(QFrame):
    """Lies over its page, so that nothing moves; the mouse goes through it.

    Args:
        page: the page it lies over.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setProperty("card", "toast")
        self._words = Text("label_strong", "", "on_ink", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.addWidget(self._words)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_message(
        self,
        sentence: str,
        above: QWidget | None = None,
        over: QWidget | None = None,
        *,
        is_read_out: bool = True,
    ) -> None:
        """Say a sentence for as long as it takes to read it.

        Args:
            sentence: what to say.
            above: the part of the page above which it stands; None for the foot of the page.
            over: a part that may be covered; where the sentence fits over its end, it stands there.
            is_read_out: whether screen readers read it out; not where that was done already.
        """
        self._words.setText(sentence)
        page = self._page
        self.ensurePolished()
        width = min(self._words.sizeHint().width() + 32, page.width() - 2 * _TOAST_MARGIN)
        height = self._words.heightForWidth(width - 24) + 20
        place = QRect((page.width() - width) // 2, page.height() - height - 8, width, height)
        if over is not None and over.width() >= width:
            area = QRect(over.mapTo(page, QPoint()), over.size())
            place.moveCenter(area.center())
            place.moveLeft(area.left() if page.isRightToLeft() else area.right() + 1 - width)
            place.moveTop(max(0, place.top()))
        elif above is not None:
            place.moveTop(above.mapTo(page, QPoint()).y() - height - 8)
        self.setGeometry(place)
        self.show()
        self.raise_()
        self._timer.start(_BASE + _PER_LETTER * len(sentence))
        if is_read_out:
            announce(self, sentence)
