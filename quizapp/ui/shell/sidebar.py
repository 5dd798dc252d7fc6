"""The page list at the left (words, or icons alone when narrow)."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from quizapp.ui.compat import override
from quizapp.ui.style import icons
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.signs import Logo
from quizapp.ui.widgets.text import Text, button_text

_WIDTH, _HEIGHT, _GAP = 220, 40, 1
_ICON, _BESIDE = 20, 12  # px at 100 % text: an icon's edge, and what is left between it and its word
_LOGO = QSize(46, 32)
_WORDS_FROM = 640  # px at 100 % text: in a narrower window the entries are icons alone
_RESTYLED = frozenset(
    {QEvent.Type.FontChange, QEvent.Type.DevicePixelRatioChange, QEvent.Type.LayoutDirectionChange}
)


class SidebarEntry(QPushButton):
    """One page; checked while it is open, as one of several: that is what screen readers say.

    Args:
        appearance: its theme colours the icon.
        name: the page's name.
        text: the word people read.
        icon: an icon's name, see `icons.pixmap`.

    Signals:
        requested: carries the page's name.
    """

    requested = Signal(object)

    def __init__(self, appearance: Appearance, name: str, text: str, icon: str) -> None:
        super().__init__()
        self.name = name
        self._appearance = appearance
        self._words = text
        self._picture = icon
        self._drawn: tuple[object, ...] = ()
        self.setProperty("entry", True)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        self.show_words(shown=True)
        self.clicked.connect(self._request)
        self.toggled.connect(self.draw_icon)

    def _request(self) -> None:
        self.requested.emit(self.name)

    def show_words(self, *, shown: bool) -> None:
        """Stand as icon and word, or as the icon alone with the word as its tooltip."""
        self.setText(button_text(self._words) if shown else "")
        self.setToolTip("" if shown else self._words)
        self.draw_icon()

    def draw_icon(self) -> None:
        """Take size and colours of the icon: muted at rest, in ink and a heavier stroke while open."""
        edge = scaled(_ICON)
        beside = scaled(_BESIDE) if self.text() else 0
        size = QSize(edge + beside, edge)
        theme, ratio, reading = self._appearance.theme, self.devicePixelRatioF(), self.layoutDirection()
        is_open = self.isChecked()
        wanted = (size, theme.name, ratio, reading, is_open)
        if wanted == self._drawn:
            return
        self._drawn, colour = wanted, QColor(theme.ink if is_open else theme.muted)
        drawn = icons.pixmap(self._picture, colour, edge, ratio, current=is_open)
        self.setIconSize(size)
        self.setIcon(QIcon(self._widened(drawn, size)))
        self.setMinimumHeight(scaled(_HEIGHT))

    def _widened(self, drawn: QPixmap, size: QSize) -> QPixmap:
        """A picture with room beside it: Qt leaves 4 px between icon and word, and no style sheet more."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        with QPainter(picture) as painter:
            painter.drawPixmap(size.width() - size.height() if is_mirrored else 0, 0, drawn)
        return picture

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self.draw_icon()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # the sidebar moves the focus; Qt would open the next page at once
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Sidebar(QScrollArea):
    """The entries under the logo; it scrolls where a short screen or large text leaves too little room.

    Where the window is narrow for the size of the text, the entries are icons, and the logo is left out.
    Tab reaches the open page's entry, the arrow keys the others, Enter and Space open.

    Signals:
        entry_requested: carries the name of the entry that was pressed.
    """

    entry_requested = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._owner: QWidget | None = None
        self._entries: list[SidebarEntry] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Pages"))
        self._content = QFrame()
        self._content.setProperty("sidebar", True)
        self._column = QVBoxLayout(self._content)
        self._column.setSpacing(_GAP)
        self._head, self._logo = QWidget(), Logo(appearance)
        self._head_row = QHBoxLayout(self._head)
        self._head_row.setSpacing(8)
        self._head_row.addWidget(self._logo)
        self._head_row.addWidget(Text("label_strong", self.tr("Product or\nService?")), 1)
        self._column.addWidget(self._head)
        self._foot_from = self._column.count()
        self._column.addStretch(1)
        self.setWidget(self._content)
        self._arrange()
        appearance.changed.connect(self._arrange)

    def add_entries(self, entries: Mapping[str, tuple[str, str]], last: str) -> None:
        """Add pages.

        Args:
            entries: the word people read and an icon's name, see `icons.pixmap`, by what `entry_requested`
                carries and `set_current` takes.
            last: the one that stands at the foot of the sidebar.
        """
        for name, (text, icon) in entries.items():
            entry = SidebarEntry(self._appearance, name, text, icon)
            entry.requested.connect(self.entry_requested)
            at = self._column.count() if name == last else self._foot_from
            self._column.insertWidget(at, entry)
            self._foot_from += name != last
            self._entries.append(entry)
            entry.show_words(shown=self._has_words)
        self._fit_width()

    def set_current(self, name: str) -> None:
        """Mark the entry whose page is open."""
        for entry in self._entries:
            entry.setChecked(entry.name == name)

    @property
    def _has_words(self) -> bool:
        return self._owner is None or self._owner.width() >= scaled(_WORDS_FROM)

    def _arrange(self) -> None:
        """Show words or icons alone, in the text size in force."""
        has_words = self._has_words
        self._head.setVisible(has_words)
        self._logo.setFixedSize(scaled(_LOGO.width()), scaled(_LOGO.height()))
        self._head_row.setContentsMargins(scaled(10), 0, 0, scaled(18))
        for entry in self._entries:
            entry.show_words(shown=has_words)
        self._column.setContentsMargins(*((14, 22, 14, 16) if has_words else (8, 8, 8, 8)))
        self._column.invalidate()
        self._fit_width()

    def _fit_width(self) -> None:
        """Take the width the widest entry needs, and a scroll bar beside it if it must be."""
        with_bar = self._content.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        least = 0 if self._head.isHidden() else _WIDTH
        self.setFixedWidth(max(least, self._content.sizeHint().width(), with_bar))

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
        """Follow the owner's width with words or icons alone, and the entries with one's own."""
        is_resized = event.type() == QEvent.Type.Resize and watched is self._owner
        if is_resized and self._has_words is self._head.isHidden():
            self._arrange()
        elif event.type() == QEvent.Type.LayoutRequest and watched is self._content:
            self._fit_width()
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
