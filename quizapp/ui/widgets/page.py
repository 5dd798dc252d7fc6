"""Scroll page, footer, notice, toast."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
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
from quizapp.ui.style import icons
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import CONTROL_RADIUS, INSET, paint_box, painter_on
from quizapp.ui.widgets.buttons import ActionButton
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.layouts import enable_height_for_width
from quizapp.ui.widgets.signs import PaintedLabel
from quizapp.ui.widgets.text import Text, announce

COLUMN = 908
_ROOMY, _MARGIN, _SMALL_MARGIN = 960, 48, 24


def column_margin(appearance: Appearance, width: int, column: int = COLUMN) -> int:
    """The px on either side of a centred column in a page of this width."""
    margin = _MARGIN if width >= appearance.px(_ROOMY) else _SMALL_MARGIN
    return max(margin, (width - appearance.px(column)) // 2)


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
        """The least with the least margins: those of a page that was wide must not hold it wide."""
        under_bar = self._page.width() - self._page.viewport().width()
        margins = self.contentsMargins()
        spare = max(0, margins.left() - _SMALL_MARGIN) + max(0, margins.right() - _SMALL_MARGIN)
        return super().minimumSize() - QSize(under_bar + spare, 0)

    @override
    def setGeometry(self, rect: QRect) -> None:
        wide = QRect(rect)
        wide.setWidth(self._page.width())
        if self._page.isRightToLeft():
            wide.moveRight(rect.right())
        super().setGeometry(wide)


class ScrollPage(QScrollArea):
    """A page whose contents stand in `column`.

    The column is widened by the controls' inset on both sides: their visible edges then span the
    width asked for, and plain text beside them is indented by that inset.

    Args:
        appearance: lengths.
        column: the width of the column in px at 100 % text.
        parent: the window.
        above: the room above the column in px at 100 % text; below as well, unless it is short.
    """

    def __init__(
        self,
        appearance: Appearance,
        column: int = COLUMN,
        parent: QWidget | None = None,
        *,
        above: int = _SMALL_MARGIN,
    ) -> None:
        super().__init__(parent)
        self._above = above
        self._appearance = appearance
        self._column_width = column
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self._content = content = QWidget()
        self._margins = _FullWidth(self, content)
        self.column = QVBoxLayout()
        self._margins.addLayout(self.column)
        self.setWidget(content)
        self._restyle()
        appearance.changed.connect(self._restyle)

    def _restyle(self) -> None:
        """Centre the column in the width there is."""
        appearance = self._appearance
        across = max(0, column_margin(appearance, self.width(), self._column_width) - appearance.px(INSET))
        down = max(0, appearance.px(self._above) - appearance.px(INSET))
        below = down if self._above >= _SMALL_MARGIN else 0  # a page with a footer has room enough there
        self._margins.setContentsMargins(across, down, across, below)
        spacing = appearance.px(4)
        if spacing != self.column.spacing():  # to set it, even to what it was, has all laid out anew
            self.column.setSpacing(spacing)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Lay out in the width there is: of several changes made while it was hidden Qt loses the last."""
        super().showEvent(event)
        self._margins.setGeometry(self._content.rect())


_CONTROL = 44  # px at 100 % text: the height is that of a button, with or without one
_ABOVE, _BELOW = 1, 5


class Footer(QWidget):
    """A row whose controls end where the cards above it end; a hairline tells that more is to scroll."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._bar: QScrollBar | None = None
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._words: Text | None = None
        self._buttons = QHBoxLayout()
        appearance.changed.connect(self._restyle)
        self._restyle()

    def put(self, words: Text, *buttons: QWidget) -> None:
        """Have a sentence and buttons on one line, or the sentence above where it would be squeezed."""
        self._words = words
        enable_height_for_width(words, QSizePolicy.Policy.Ignored)  # the buttons come first
        self.row.addWidget(words, 1)
        self.row.addLayout(self._buttons)
        self._buttons.setSpacing(0)
        self._buttons.addStretch(1)
        for button in buttons:
            self._buttons.addWidget(button)

    def track_scrolling(self, bar: QScrollBar) -> None:
        """Show the hairline while this scroll bar is not at its end."""
        self._bar = bar
        bar.valueChanged.connect(self.update)
        bar.rangeChanged.connect(self.update)

    def _restyle(self) -> None:
        px = self._appearance.px
        across = max(0, column_margin(self._appearance, self.width()) - px(INSET))
        self.row.setContentsMargins(across, _ABOVE, across, _BELOW)
        self.setMinimumHeight(px(_CONTROL + 2 * INSET) + _ABOVE + _BELOW)
        self._arrange()
        self.update()

    def _arrange(self) -> None:
        """Put the sentence of `put` beside its buttons, if it has room there within their height."""
        if self._words is None:
            return
        margins, buttons = self.row.contentsMargins(), self._buttons.sizeHint()
        beside = self.width() - margins.left() - margins.right() - self.row.spacing() - buttons.width()
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
    def minimumSizeHint(self) -> QSize:
        """The least, whatever the margins are now: a wide window can become a small one at once."""
        margins = self.row.contentsMargins()
        least = 2 * max(0, column_margin(self._appearance, 0) - self._appearance.px(INSET))
        return super().minimumSizeHint() - QSize(margins.left() + margins.right() - least, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hairline under a column that goes on."""
        if self._bar is None or self._bar.value() >= self._bar.maximum():
            return
        margin = column_margin(self._appearance, self.width())
        with painter_on(self) as painter:
            line = QRectF(margin, 0, self.width() - 2 * margin, 1)
            painter.fillRect(line, self._appearance.theme.line)


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


_ICON, _GAP, _AROUND = 16, 6, 16  # px at 100 % text


class MoreBelow(PaintedLabel):
    """Says "More below" until the page is at its end; its room stays, so that nothing moves.

    Args:
        appearance: the appearance in force.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._bar: QScrollBar | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._update_name()

    def track_scrolling(self, bar: QScrollBar) -> None:
        """Say it while this scroll bar is not at its end."""
        self._bar = bar
        bar.valueChanged.connect(self._update_name)
        bar.rangeChanged.connect(self._update_name)

    def _update_name(self) -> None:
        self.setAccessibleName(self.tr("More below") if self.is_telling() else "")
        self.update()

    def is_telling(self) -> bool:
        """Whether the page goes on."""
        return self._bar is not None and self._bar.value() < self._bar.maximum()

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self._appearance.font("label")).horizontalAdvance(self.tr("More below"))
        wide = round(words) + self._appearance.px(_ICON + _GAP + 2 * _AROUND)
        return QSize(wide, self._appearance.line_step("label"))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, and an arrow after them."""
        if not self.is_telling():
            return
        px, font = self._appearance.px, self._appearance.font("label")
        metrics, colour = QFontMetricsF(font), QColor(self._appearance.theme.muted)
        words = metrics.horizontalAdvance(self.tr("More below"))
        edge, start = px(_ICON), px(_AROUND)
        left, arrow = float(start), start + words + px(_GAP)
        if self.isRightToLeft():
            left, arrow = self.width() - left - words, self.width() - arrow - edge
        middle = self.height() / 2
        with painter_on(self) as painter:
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(QPointF(left, middle + metrics.capHeight() / 2), self.tr("More below"))
            box = QRectF(round(arrow), round(middle - edge / 2), edge, edge)
            icons.paint(painter, box, "arrow-down", colour)


class NoticeLine(Card):
    """A sentence that stays until it is closed.

    Signals:
        closed: somebody has read it and closed it.
    """

    closed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent, padding=(22, 4))
        self._sentence = Text(appearance, "body")
        self._heard = ""
        self._close = ActionButton(appearance, "", "quiet", icon="x")
        self._close.setAccessibleName(self.tr("Close this notice"))
        row = QHBoxLayout()
        row.addWidget(self._sentence, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self._close.clicked.connect(self._be_closed)
        self.show_notice("")

    def show_notice(self, sentence: str) -> None:
        """Show a sentence; none hides the line."""
        self._sentence.setText(sentence)
        self.setVisible(bool(sentence))
        if self.isVisible():
            self._read_out()

    def _read_out(self) -> None:
        """Have a new sentence read out once; on a page that is hidden it waits, as it does for the eye."""
        sentence, heard = self._sentence.text(), self._heard
        self._heard = sentence
        if sentence and sentence != heard:
            announce(self, sentence)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_out()

    def _be_closed(self) -> None:
        self.show_notice("")
        self.closed.emit()


_BASE, _PER_LETTER = 1500, 60  # ms
_NOTE_MARGIN = 24


class PassingNote(QFrame):
    """Lies over its page, so that nothing moves; the mouse goes through it.

    Args:
        appearance: the appearance in force.
        page: the page it lies over.
    """

    def __init__(self, appearance: Appearance, page: QWidget) -> None:
        super().__init__(page)
        self._appearance, self._page = appearance, page
        self._words = Text(appearance, "label_strong", "", "on_ink", self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_message(self, sentence: str, above: QWidget) -> None:
        """Say a sentence for as long as it takes to read it, above a part of the page."""
        self._words.setText(sentence)
        across, down = self._appearance.px(16), self._appearance.px(10)
        self._row.setContentsMargins(across, down, across, down)
        page = self._page
        width = min(self._words.sizeHint().width() + 2 * across, page.width() - 2 * _NOTE_MARGIN)
        height = self._words.heightForWidth(width - 2 * across) + 2 * down
        top = above.mapTo(page, QPoint(0, 0)).y() - height - self._appearance.px(8)
        self.setGeometry((page.width() - width) // 2, top, width, height)
        self.show()
        self.raise_()
        self._timer.start(_BASE + _PER_LETTER * len(sentence))
        announce(self, sentence)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dark slip of paper it is written on."""
        with painter_on(self) as painter:
            paint_box(
                painter, QRectF(self.rect()), self._appearance.px(CONTROL_RADIUS), self._appearance.theme.ink
            )
