"""Wishes that are folded behind one button until somebody wants one of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.layouts import let_wrap
from quizapp.ui.look import Look


class FoldedWishes(QWidget):
    """A row of buttons that comes and goes; it belongs in a `ReachingColumn`.

    Args:
        look: the look in force.
        opener: the button that unfolds it; it lies where its owner puts it.
        wishes: what can be wished for, and the words of each.
        parent: the owner.

    Signals:
        chosen: carries one of the wishes.
    """

    chosen = Signal(object)

    def __init__(
        self,
        look: Look,
        opener: ActionButton,
        wishes: Sequence[tuple[object, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._opener, self._about = opener, ""
        self._wishes = {ActionButton(look, words, "outline"): wish for wish, words in wishes}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = FlowLayout(gap=4)
        for button in self._wishes:
            button.clicked.connect(self._choose)
            row.addWidget(button)
        column.addLayout(row)
        let_wrap(self)
        opener.clicked.connect(self._toggle)
        self.hide()
        self._follow()

    def describe(self, about: str) -> None:
        """Tell screen readers what the wishes are about."""
        self._about = about
        for button in self._wishes:
            button.setAccessibleDescription(about)
        self._follow()

    def fold(self) -> None:
        """Put the row away."""
        self.hide()
        self._follow()

    def _toggle(self) -> None:
        self.setVisible(self.isHidden())
        self._follow()

    def _follow(self) -> None:
        """Have the arrow, and screen readers, tell whether it is open."""
        self._opener.set_icon("chevron-down" if self.isHidden() else "chevron-up", after=True)
        state = self.tr("folded") if self.isHidden() else self.tr("open")
        self._opener.setAccessibleDescription(", ".join(part for part in (self._about, state) if part))

    def _choose(self) -> None:
        sender = self.sender()
        if isinstance(sender, ActionButton):
            self.chosen.emit(self._wishes[sender])
