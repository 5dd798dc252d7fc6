"""Keys that scroll a page, whatever on it has the focus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QWidget

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
