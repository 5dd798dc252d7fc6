"""The left rail: where one can go."""

from math import ceil

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from quizapp.ui.compat import override
from quizapp.ui.style import icons
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import paint_logo
from quizapp.ui.style.painting import (
    CONTROL_RADIUS,
    INSET,
    paint_box,
    paint_focus_ring,
    painter_on,
    side_spacing,
)
from quizapp.ui.widgets.buttons import PaintedButton
from quizapp.ui.widgets.text import Text, button_text

_HEIGHT, _RING_SPACING, _WIDTH = 38, 4, 198
_PADDING, _GAP, _ICON = 14, 12, 20
_LOGO_WIDTH, _LOGO_HEIGHT = 46, 32
_MARGIN = 11
_WORDS_FROM = 640  # px at 100 % text: in a narrower window the entries are icons alone


class RailEntry(PaintedButton):
    """One place to go; checked while its page is open.

    Signals:
        requested: carries the entry's name.
    """

    requested = Signal(object)

    def __init__(
        self, appearance: Appearance, name: str, text: str, icon: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.name = name
        self._appearance = appearance
        self._icon = icon
        self._words = text
        self._is_narrow = False
        self.setText(button_text(text))
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._request)

    def _request(self) -> None:
        self.requested.emit(self.name)

    def restyle(self, *, narrow: bool) -> None:
        """Take sizes and colours from the appearance; the rail calls it before it measures its entries.

        Args:
            narrow: whether the icon stands alone; the word is a tooltip then.
        """
        self._is_narrow = narrow
        self.setToolTip(self._words if narrow else "")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return self._needed().expandedTo(QSize(0 if self._is_narrow else _WIDTH, 0))

    def _needed(self) -> QSize:
        """The size that icon and word take, in px."""
        appearance = self._appearance
        width, height = (
            appearance.px(_ICON + 2 * INSET) + side_spacing(appearance, 2 * _PADDING),
            _HEIGHT + 2 * _RING_SPACING,
        )
        if not self._is_narrow:
            words = QFontMetricsF(appearance.font("label_strong")).horizontalAdvance(self._words)
            width += side_spacing(appearance, _GAP) + ceil(words)
        return QSize(width, appearance.px(height))

    @override
    def minimumSizeHint(self) -> QSize:
        return self._needed()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # the rail moves the focus; Qt would open the next page at once
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        appearance = self._appearance
        across, down = appearance.px(INSET), appearance.px(_RING_SPACING)
        rect = QRectF(self.rect()).adjusted(across, down, -across, -down)
        with painter_on(self) as painter:
            self._paint_ground(painter, rect)
            self._paint_words(painter, rect)
            if self.hasFocus():
                paint_focus_ring(painter, rect, appearance)

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        """The pill of the open page, and the hint of one under the pointer."""
        theme, radius = self._appearance.theme, self._appearance.px(CONTROL_RADIUS)
        if self.isChecked():
            edge = None if theme.shadow else theme.line
            paint_box(painter, rect, radius, theme.surface, edge, 2.5 if theme.is_flat else 1.0)
        elif self.underMouse() or self.isDown():
            paint_box(painter, rect, radius, theme.sunken, theme.border if theme.is_flat else None)

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        appearance, current = self._appearance, self.isChecked()
        colour = QColor(appearance.theme.ink if current else appearance.theme.muted)
        edge = appearance.px(_ICON)
        padding = side_spacing(appearance, _PADDING)
        beside = padding + edge + side_spacing(appearance, _GAP)
        icon = QRectF(rect.left() + padding, rect.center().y() - edge / 2, edge, edge)
        if self._is_narrow:
            icon.moveCenter(rect.center())
            icons.paint(painter, icon, self._icon, colour, current=current)
            return
        words = rect.adjusted(beside, 0, 0, 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            icon.moveRight(rect.right() - padding)
            words = rect.adjusted(0, 0, -beside, 0)
        icons.paint(painter, icon, self._icon, colour, current=current)
        painter.setFont(appearance.font("label_strong" if current else "label"))
        painter.setPen(QPen(colour))
        align = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(words, align, self._words)


class RailHead(QFrame):
    """The logo beside the program's name in two lines."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._name = Text("label_strong", self.tr("Product or\nService?"))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._name)

    def restyle(self) -> None:
        """Leave room for the logo before the name."""
        px = self._appearance.px
        before, after = side_spacing(self._appearance, _PADDING + _GAP) + px(_LOGO_WIDTH), px(INSET)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            before, after = after, before
        self._row.setContentsMargins(before, 0, after, px(20))
        self.updateGeometry()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        px, name = self._appearance.px, self._name.geometry()
        padding = side_spacing(self._appearance, _PADDING)
        logo = QRectF(padding, 0, px(_LOGO_WIDTH), px(_LOGO_HEIGHT))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            logo.moveRight(self.width() - padding)
        logo.moveTop(name.top() + (name.height() - logo.height()) / 2)
        with painter_on(self) as painter:
            paint_logo(painter, logo, self._appearance)


class Rail(QScrollArea):
    """The entries under the logo; it scrolls where a short screen or large text leaves too little room.

    Where its owner is narrow for the size of the text, the entries are icons, and the logo is left out.
    Tab reaches the open page's entry, the arrow keys the others, Enter and Space open.

    Signals:
        entry_requested: carries the name of the entry that was pressed.
    """

    entry_requested = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._owner: QWidget | None = None
        self._is_narrow = False
        self._entries: list[RailEntry] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Pages"))
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._head = RailHead(appearance)
        self._column.addWidget(self._head)
        self._places, self._foot = QVBoxLayout(), QVBoxLayout()
        self._column.addLayout(self._places)
        self._column.addStretch(1)
        self._column.addLayout(self._foot)
        for column in (self._column, self._places, self._foot):
            column.setSpacing(0)
        self.setWidget(self._content)
        self._restyle()
        appearance.changed.connect(self._restyle)

    def add_entry(self, name: str, text: str, icon: str, *, last: bool = False) -> None:
        """Add a place to go.

        Args:
            name: what `entry_requested` carries and `set_current` takes.
            text: the word people read.
            icon: an icon's name, see `icons.pixmap`.
            last: whether it stands at the foot of the rail.
        """
        entry = RailEntry(self._appearance, name, text, icon)
        entry.requested.connect(self.entry_requested)
        (self._foot if last else self._places).addWidget(entry)
        self._entries.append(entry)
        self._restyle()

    def set_current(self, name: str) -> None:
        """Mark the entry whose page is open."""
        for entry in self._entries:
            entry.setChecked(entry.name == name)

    def _restyle(self) -> None:
        """Take the width the widest entry needs, and a scroll bar beside it if it must be."""
        self._is_narrow = self._owner is not None and self._owner.width() < self._appearance.px(_WORDS_FROM)
        self._head.setVisible(not self._is_narrow)
        self._head.restyle()
        for entry in self._entries:
            entry.restyle(narrow=self._is_narrow)
        for column in (self._places, self._foot):
            column.invalidate()  # Qt would do so only after this measured them
        above, below = (8, 8) if self._is_narrow else (self._appearance.px(22), self._appearance.px(16))
        self._column.setContentsMargins(_MARGIN, above, _MARGIN, below)
        with_bar = self._content.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        self.setFixedWidth(max(self._content.sizeHint().width(), with_bar))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the width of the owner."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ParentChange:
            if self._owner is not None:
                self._owner.removeEventFilter(self)
            self._owner = self.parentWidget()
            if self._owner is not None:
                self._owner.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show words or icons alone, as the owner's width allows."""
        if event.type() == QEvent.Type.Resize and watched is self._owner:
            narrow = self._owner.width() < self._appearance.px(_WORDS_FROM)
            if narrow != self._is_narrow:
                self._restyle()
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}
        focused = [entry for entry in self._entries if entry.hasFocus()]
        if event.key() not in steps or not focused:
            super().keyPressEvent(event)
            return
        index = self._entries.index(focused[0]) + steps[event.key()]
        entry = self._entries[index % len(self._entries)]
        entry.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(entry)
