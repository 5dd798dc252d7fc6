"""Which digit or letter a key is on any keyboard; shortcuts found by the place of a key; arrows that page."""

from collections.abc import Iterator

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

_MODIFIERS = Qt.KeyboardModifier
_COMMANDING = _MODIFIERS.ControlModifier | _MODIFIERS.AltModifier | _MODIFIERS.MetaModifier
_LATIN = range(Qt.Key.Key_A, Qt.Key.Key_Z + 1)
_DIGITS = range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)
_OTHER_LETTERS = range(0x80, 0x01000000)
"""Numbers of keys that write a letter of another alphabet: above Latin ones, below keys without a sign."""

_FIRST_DIGIT = 2
_ROWS = {16: "QWERTYUIOP", 30: "ASDFGHJKL", 44: "ZXCVBNM"}
"""Scan codes of the key right of the one below Escape, and of the first of each row of letters."""

_OFFSETS = {"xcb": 8, "wayland": 8, "windows": 0}
"""How far the scan codes that each platform tells lie above those."""


def is_plain(event: QKeyEvent) -> bool:
    """Whether a key is pressed without Ctrl, Alt and their like, which belong to commands."""
    return not event.modifiers() & _COMMANDING


def is_word(event: QKeyEvent) -> bool:
    """Whether a key writes a letter or sign, Space included."""
    return is_plain(event) and event.text().isprintable() and bool(event.text())


def digit_of(event: QKeyEvent) -> int | None:
    """The digit a key stands for, 0 to 9; None for other keys.

    Where digits need Shift, as on French keyboards, the upper row gives them without.
    """
    if not is_plain(event):
        return None
    if event.key() in _DIGITS:
        return event.key() - _DIGITS.start
    code = _place(event)
    is_shifted = bool(event.modifiers() & _MODIFIERS.ShiftModifier)
    if code is None or is_shifted or event.key() in _LATIN:
        return None
    position = code - _FIRST_DIGIT
    return (position + 1) % 10 if 0 <= position < len(_DIGITS) else None


def latin_key(event: QKeyEvent) -> int:
    """The number of a key, see `Qt.Key`; of a letter that is not Latin that of the key in its place."""
    if event.key() in _OTHER_LETTERS and (code := _place(event)) is not None:
        for first, row in _ROWS.items():
            if 0 <= code - first < len(row):
                return ord(row[code - first])
    return event.key()


def letter_of(event: QKeyEvent) -> str:
    """The Latin letter a key stands for, as a capital, by its place where none is printed; else nothing."""
    key = latin_key(event)
    return chr(key) if is_plain(event) and key in _LATIN else ""


def _place(event: QKeyEvent) -> int | None:
    """The scan code of a key as keyboards have it; None where the platform does not tell."""
    offset = _OFFSETS.get(QGuiApplication.platformName())
    return None if offset is None else event.nativeScanCode() - offset


def press_by_place(window: QWidget, event: QKeyEvent) -> bool:
    """Press what waits for a letter or digit where the keyboard prints none on the key in its place.

    Qt looks for shortcuts by what is printed alone. This is for keys that found nothing so.

    Args:
        window: the window that has the keyboard.
        event: a key that nobody took.

    Returns:
        Whether the key means anything so.
    """
    sequence = _by_place(event)
    if sequence is None:
        return False
    waiting: list[QShortcut | QAction] = [*_shortcuts(window, sequence), *_actions(window, sequence)]
    if len(waiting) != 1:  # with several Qt would press none either
        return False
    found = waiting[0]
    if event.isAutoRepeat() and not found.autoRepeat():
        return True
    if isinstance(found, QShortcut):
        found.activated.emit()
    else:
        found.trigger()
    return True


def _by_place(event: QKeyEvent) -> QKeySequence | None:
    """What a key would be where Latin letters and digits are printed; None when it is as printed."""
    key = latin_key(event)
    if key != event.key():
        held = event.modifiers() & (_COMMANDING | _MODIFIERS.ShiftModifier)
        return QKeySequence(QKeyCombination(held, Qt.Key(key)))
    digit = digit_of(event)
    return QKeySequence(str(digit)) if digit is not None and key not in _DIGITS else None


def _shortcuts(window: QWidget, sequence: QKeySequence) -> Iterator[QShortcut]:
    for shortcut in window.findChildren(QShortcut):
        owner = shortcut.parent()
        keys = QShortcut.keys(shortcut)
        if not shortcut.isEnabled() or sequence not in keys or not isinstance(owner, QWidget):
            continue
        if _can_act(owner, window) and _has_focus(owner, shortcut.context()):
            yield shortcut


def _has_focus(owner: QWidget, context: Qt.ShortcutContext) -> bool:
    """Whether the focus is where a shortcut asks for it."""
    if context is Qt.ShortcutContext.WidgetShortcut:
        return owner.hasFocus()
    if context is Qt.ShortcutContext.WidgetWithChildrenShortcut:
        focused: QWidget | None = owner.window().focusWidget()
        return focused is not None and (focused is owner or owner.isAncestorOf(focused))
    return True


def _actions(window: QWidget, sequence: QKeySequence) -> Iterator[QAction]:
    for action in window.findChildren(QAction):
        if action.isEnabled() and sequence in action.shortcuts():
            owners = [each for each in action.associatedObjects() if isinstance(each, QWidget)]
            if any(_can_act(owner, window) for owner in owners):
                yield action


def _can_act(owner: QWidget, window: QWidget) -> bool:
    return owner.isVisible() and owner.isEnabled() and owner.window() is window


class SideArrows(QObject):
    """The arrows that lead to the question before and to the next, as the layout reads.

    A text with the focus keeps its arrows.

    Args:
        owner: while it is shown, they work.

    Signals:
        back_pressed: to the question before.
        on_pressed: to the next.
    """

    back_pressed = Signal()
    on_pressed = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner, self._has_previous, self._has_following = owner, True, True
        self._keys = [QShortcut(QKeySequence(key), owner) for key in (Qt.Key.Key_Left, Qt.Key.Key_Right)]
        for key, pressed in zip(self._keys, (self._go_left, self._go_right), strict=True):
            key.activated.connect(pressed)

    def allow(self, *, previous: bool, following: bool) -> None:
        """Lead back, or on, only where there is a question; with neither the keys are free for others."""
        self._has_previous, self._has_following = previous, following
        for key in self._keys:
            key.setEnabled(previous or following)

    def _go_left(self) -> None:
        (self._go_on if self._owner.isRightToLeft() else self._go_back)()

    def _go_right(self) -> None:
        (self._go_back if self._owner.isRightToLeft() else self._go_on)()

    def _go_back(self) -> None:
        if self._has_previous:
            self.back_pressed.emit()

    def _go_on(self) -> None:
        if self._has_following:
            self.on_pressed.emit()
