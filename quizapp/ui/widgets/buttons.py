"""Push buttons in the kinds of the program, with the key that presses them shown on them."""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple
from weakref import ref

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFontMetricsF,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QPixmap,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QLayout, QMenu, QPushButton, QWidget

from quizapp.ui.compat import override
from quizapp.ui.style import icons
from quizapp.ui.style.sheet import RING
from quizapp.ui.style.type import scaled, text_scale
from quizapp.ui.widgets.keycaps import CAP, cap_width, paint_cap
from quizapp.ui.widgets.layouts import enable_height_for_width, filled_hint
from quizapp.ui.widgets.text import button_text

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _LastPressed:
    """Remembers which button the mouse pressed last: another one may have appeared in its place since."""

    def __init__(self) -> None:
        self._button: ref[QAbstractButton] | None = None

    def note(self, button: QAbstractButton) -> None:
        """Take this one as pressed."""
        self._button = ref(button)

    def is_it(self, button: QAbstractButton) -> bool:
        """Whether this one was pressed last."""
        return self._button is not None and self._button() is button


_LAST_PRESSED = _LastPressed()


class PaintedButton(QAbstractButton):
    """A button that paints itself; Enter presses it as well as Space; a key held down presses once."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        _LAST_PRESSED.note(self)
        super().mousePressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click of a double-click presses only what the first one pressed."""
        if _LAST_PRESSED.is_it(self):
            super().mouseDoubleClickEvent(event)


_ICON, _GAP, _MENU = 18, 10, 36  # px at 100 % text
_PADDING = {"filled": 18, "outline": 18, "quiet": 12, "chip": 15}
_SMALL_PADDING = 10
_RESTYLED = frozenset({QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange})


class _PushButton(QPushButton):
    """A push button that Enter presses outside dialogs too, once however long it is held."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.isAutoRepeat():
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        _LAST_PRESSED.note(self)
        super().mousePressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click of a double-click presses only what the first one pressed."""
        if _LAST_PRESSED.is_it(self):
            super().mouseDoubleClickEvent(event)


class _Picture(NamedTuple):
    """All that the picture on a button depends on."""

    icon: str
    key: str
    after: bool
    size: QSize
    reading: Qt.LayoutDirection
    ratio: float
    colours: tuple[QColor, QColor]


class Button(_PushButton):
    """A push button dressed by the style sheet; Enter presses it as well as Space.

    Args:
        text: what it does, letter by letter.
        kind: "filled" (one a page), "outline", "quiet" or "chip".
        key: the key's name, shown as a key cap behind the words; the page binds it.
        icon: an icon's name, see `icons.pixmap`.
        parent: the owner.
        after: whether the icon stands behind the words; with a key it always does.
        small: 34 px high instead of 44.
        large: 54 px high.
        room_for: all that it may say, so that nothing beside it moves.
    """

    def __init__(
        self,
        text: str,
        kind: str = "outline",
        key: str = "",
        icon: str = "",
        parent: QWidget | None = None,
        *,
        after: bool = False,
        small: bool = False,
        large: bool = False,
        room_for: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self._key, self._icon, self._after = key, icon, after
        self._room_for = tuple(room_for)
        self._drawn: _Picture | None = None
        self.setProperty("kind", kind)
        self.setProperty("small", small)
        self.setProperty("large", large)
        self.setProperty("wordless", not text)
        self.setText(text)
        self.set_key(key)

    @override
    def setText(self, text: str) -> None:
        """Name what the button does; it is also the accessible name."""
        is_first = bool(text) != bool(self.text())
        super().setText(button_text(text))
        self.setAccessibleName(text)
        if is_first and (self._icon or self._key):
            self._draw_icon()  # the picture keeps a gap to words

    @property
    def key(self) -> str:
        """The key that is shown on it."""
        return self._key

    def set_key(self, key: str) -> None:
        """Show another key on it; empty shows none."""
        self._key = key
        self.setAccessibleDescription(self.tr("Key: {key}").format(key=key) if key else "")
        self._draw_icon()

    def set_kind(self, kind: str) -> None:
        """Dress it as another kind."""
        if kind != self.property("kind"):
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)
            self._draw_icon()
            self.updateGeometry()

    def set_icon(self, icon: str, *, after: bool = False) -> None:
        """Show another icon before or behind the words; empty shows none."""
        if (icon, after) != (self._icon, self._after):
            self._icon, self._after = icon, after
            self._draw_icon()

    # -- icon and key --------------------------------------------------------------------------

    def _draw_icon(self) -> None:
        """Icon and key cap as one picture, for each state: Qt's buttons have one.

        A hidden button has room for it alone: it is drawn once when the button is shown.
        """
        size = self._picture_size()
        behind = bool(self._key) or self._after
        self.setLayoutDirection(_opposite(self._reading()) if behind else self._reading())
        self.setIconSize(size)
        if self.isVisible():
            self._show_picture(size)

    def _show_picture(self, size: QSize) -> None:
        """Draw the picture, unless it is there already."""
        role, group = QPalette.ColorRole, QPalette.ColorGroup
        words = role.HighlightedText if self.property("kind") == "filled" else role.ButtonText
        palette, ratio = QApplication.palette(), self.devicePixelRatioF()
        colours = palette.color(group.Active, words), palette.color(group.Disabled, role.ButtonText)
        wanted = _Picture(self._icon, self._key, self._after, size, self._reading(), ratio, colours)
        if wanted == self._drawn:
            return
        self._drawn, icon = wanted, QIcon()
        if not size.isEmpty():
            for mode, colour in zip((QIcon.Mode.Normal, QIcon.Mode.Disabled), colours, strict=True):
                icon.addPixmap(self._picture(size, colour), mode)
        self.setIcon(icon)

    def _reading(self) -> Qt.LayoutDirection:
        parent = self.parentWidget()
        return parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight

    def _picture_size(self) -> QSize:
        """Icon, gap and key cap in px."""
        icon = scaled(_ICON) if self._icon else 0
        cap = cap_width(self._key) if self._key else 0
        gap = scaled(_GAP) if icon and cap else 0
        lead = scaled(6) if (icon or cap) and self.text() else 0  # beside Qt's own gap
        return QSize(icon + gap + cap + lead, scaled(CAP) if cap else icon)

    def _picture(self, size: QSize, colour: QColor) -> QPixmap:
        ratio = self.devicePixelRatioF()
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        mirrored = self._reading() == Qt.LayoutDirection.RightToLeft
        with QPainter(made) as painter:
            painter.setLayoutDirection(self._reading())
            edge, cap = scaled(_ICON), cap_width(self._key) if self._key else 0
            behind = bool(cap) or self._after
            start = size.width() - cap - edge - (scaled(_GAP) if cap else 0) if behind else 0
            if self._icon:
                left = size.width() - start - edge if mirrored else start
                icons.paint(
                    painter, QRectF(left, (size.height() - edge) // 2, edge, edge), self._icon, colour
                )
            if cap:
                left = 0 if mirrored else size.width() - cap
                paint_cap(painter, QRectF(left, 0, cap, scaled(CAP)), self._key, colour)
        return made

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Draw icon and key in the colours and the size now in force."""
        super().changeEvent(event)
        if event.type() in _RESTYLED and (self._icon or self._key):
            self._draw_icon()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_picture(self._picture_size())

    # -- size ----------------------------------------------------------------------------------

    @override
    def sizeHint(self) -> QSize:
        """Room beside the words comes from here: padding in the sheet would widen the focus ring's gap.

        So does the height, which must not change with the width of the border.
        """
        self.ensurePolished()
        height = scaled(self._least_height()) + 2 + 2 * RING
        metrics = QFontMetricsF(self.font())
        texts = self._room_for or (self.text().replace("&&", "&"),)
        words = max(metrics.horizontalAdvance(text) for text in texts) if self.text() else 0.0
        picture = self._picture_size().width()
        padding = _SMALL_PADDING if self.property("small") else _PADDING[str(self.property("kind"))]
        gap = 4 if words and picture else 0
        width = ceil(words) + gap + picture + 2 * _room(padding) + 2 * RING
        if self.menu() is not None and words:
            width += scaled(_MENU)
        return QSize(max(width, height), height)  # a radius larger than half the width is none

    def _least_height(self) -> int:
        """What the sheet has as its height without border and ring, in px at 100 % text."""
        if self.property("large"):
            return 52
        return 32 if self.property("small") or self.property("kind") == "chip" else 42

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class MenuButton(Button):
    """Opens a menu of what can be printed or saved.

    Args:
        text: what it does.
        entries: what can be chosen, and the words of each.
        parent: the owner.
        icon: as for a button.
        small: likewise.

    Signals:
        chosen: carries one of the entries.
    """

    chosen = Signal(object)

    def __init__(
        self,
        text: str,
        entries: Sequence[tuple[object, str]],
        parent: QWidget | None = None,
        *,
        icon: str = "",
        small: bool = False,
    ) -> None:
        super().__init__(text, "quiet", parent=parent, icon=icon, small=small)
        self._entries = [entry for entry, _ in entries]
        menu = QMenu(self)
        for index, (_, words) in enumerate(entries):
            menu.addAction(button_text(words)).setData(index)
        menu.triggered.connect(self._choose)
        self.setMenu(menu)

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(self._entries[int(action.data())])


class RowButton(_PushButton):
    """A push button on which labels lie in a layout: their words wrap, as Qt's own on buttons do not.

    Args:
        kind: how the sheet dresses it: "row", "choice" or "quiet".
        contents: the layout of what lies on it.
        parent: the owner.
    """

    def __init__(self, kind: str, contents: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contents = contents
        self.setProperty("kind", kind)
        self.setLayout(contents)
        enable_height_for_width(self)

    def pass_mouse_through(self) -> None:
        """Have a press on what lies on it press it."""
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def sizeHint(self) -> QSize:
        return filled_hint(self, self._contents)

    @override
    def minimumSizeHint(self) -> QSize:
        return self._contents.totalMinimumSize()


def _room(padding: int) -> int:
    """The px a button keeps beside its words: it grows half as fast as the text."""
    return round(padding * (1 + text_scale()) / 2)


def quiet_inset() -> int:
    """How far the words of a quiet button stand inside its edge in px: so far it reaches over a column."""
    return _room(_PADDING["quiet"])


def _opposite(direction: Qt.LayoutDirection) -> Qt.LayoutDirection:
    left = Qt.LayoutDirection.LeftToRight
    return Qt.LayoutDirection.RightToLeft if direction == left else left
