"""The base of everything painted that is chosen or not: chips and rows of options."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from quizapp.ui.overriding import override
from quizapp.ui.pressable import ENTER


class Pick(QAbstractButton):
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
