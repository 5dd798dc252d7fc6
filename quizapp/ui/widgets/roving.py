"""One stop of Tab for a whole list: arrows lead to its other parts."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.ui.compat import override
from quizapp.ui.widgets.layouts import scroll_area_of

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ACROSS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


def tab_stops(widget: QWidget) -> list[QWidget]:
    """What Tab goes to within a widget."""
    within = widget.findChildren(QWidget)
    return [each for each in within if each.focusPolicy() & Qt.FocusPolicy.TabFocus]


class RovingFocus(QObject):
    """Has Tab go to one part of a list and to what belongs to it; arrows, Home and End lead to the others.

    The part that had the focus last, itself or something that belongs to it, is the one Tab goes to; the
    first at the beginning.

    Args:
        owner: as long as it lives, parts can be added.
    """

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._heads: list[QWidget] = []
        self._parts: dict[QWidget, int] = {}  # each head and all that belongs to it, by the position
        self._policies: dict[QWidget, Qt.FocusPolicy] = {}
        self._current = 0
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def add(self, head: QWidget, *belonging: QWidget) -> None:
        """Add a part at the end.

        Args:
            head: gets the focus when the part is gone to.
            belonging: what Tab goes to from there.
        """
        position = len(self._heads)
        self._heads.append(head)
        if not head.focusPolicy() & Qt.FocusPolicy.TabFocus:
            head.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        head.installEventFilter(self)
        for each in (head, *belonging):
            self._parts[each], self._policies[each] = position, each.focusPolicy()
        self._apply(position)
        for number, each in enumerate(self._heads, 1):
            told = self.tr("{n} of {count}, arrows lead to the others")
            each.setAccessibleDescription(told.format(n=number, count=len(self._heads)))

    def _apply(self, position: int) -> None:
        """Have Tab go to a part or pass it over; the mouse reaches all of them."""
        is_current = position == self._current
        for each, at in self._parts.items():
            if at == position:
                policy = self._policies[each]
                each.setFocusPolicy(policy if is_current else policy & ~Qt.FocusPolicy.TabFocus)

    def _make_current(self, position: int) -> None:
        before, self._current = self._current, position
        if before != position:
            self._apply(before)
            self._apply(position)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new in self._parts:
            self._make_current(self._parts[new])

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to another part where a key that leads there is pressed on one."""
        if not isinstance(event, QKeyEvent) or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = Qt.Key(event.key())
        if key not in _STEPS and key not in _ENDS:
            return False
        if event.type() == QEvent.Type.KeyPress:
            self._go(key)
        elif event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # a shortcut on an arrow would take it away
        return True

    def _go(self, key: Qt.Key) -> None:
        if key in _ENDS:
            target = range(len(self._heads))[_ENDS[key]]
        else:
            is_mirrored = key in _ACROSS and self._heads[0].isRightToLeft()
            step = -_STEPS[key] if is_mirrored else _STEPS[key]
            target = min(max(self._current + step, 0), len(self._heads) - 1)
        self._make_current(target)
        head = self._heads[target]
        head.setFocus(Qt.FocusReason.TabFocusReason)
        area = scroll_area_of(head)
        if area is not None:
            around = head.parentWidget()
            if around is not None and around is not area.widget():
                area.ensureWidgetVisible(around)
            area.ensureWidgetVisible(head)
