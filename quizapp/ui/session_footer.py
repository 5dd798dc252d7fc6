"""The line below a session: the keys that work now, or what was earned and the way on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSpacerItem, QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.footer import Footer
from quizapp.ui.keycaps import KeyHints
from quizapp.ui.look import Look
from quizapp.ui.overriding import override
from quizapp.ui.painting import INSET
from quizapp.ui.scroll_page import COLUMN
from quizapp.ui.text import Text


class SessionFooter(Footer):
    """Key hints while a question is open; marks and Next once its explanation stands.

    Signals:
        next_requested: go on.
        not_sure_requested: no reason can be given.
    """

    next_requested = Signal()
    not_sure_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._hints = KeyHints(look)
        self._marks = Text(look, "label", colour="muted")
        self._next = ActionButton(
            look, self.tr("Next question"), "filled", key="Enter", icon="arrow-right", icon_after=True
        )
        self._not_sure = ActionButton(look, self.tr("Not sure"), "outline", key="0")
        self._balance = QSpacerItem(0, 0)  # as wide as "Not sure": the hints stay in the middle
        self.row.addItem(self._balance)
        self.row.addWidget(self._hints, 1)
        self.row.addWidget(self._not_sure)
        self.row.addWidget(self._marks, 1)
        self.row.addWidget(self._next)
        self._next.clicked.connect(self.next_requested)
        self._not_sure.clicked.connect(self.not_sure_requested)
        look.changed.connect(self._indent)
        self._indent()

    def _indent(self) -> None:
        """Let the words begin where the cards above begin."""
        self._marks.setContentsMargins(self._look.px(INSET), 0, 0, 0)

    def show_question_keys(self, keys: tuple[str, ...]) -> None:
        """Hint at the keys that answer."""
        self._show_hints([(keys, self.tr("answer")), (("?",), self.tr("all keys"))])

    def show_reason_keys(self) -> None:
        """Hint at the keys that choose a reason."""
        keys = ("1", "2", "3", "4")
        self._show_hints([(keys, self.tr("choose")), (("?",), self.tr("all keys"))])
        self._not_sure.show()
        self._set_balance()

    def show_next(self, label: str, marks: str) -> None:
        """Offer the way on, which takes the focus."""
        self._marks.setText(marks)
        self._next.setText(label)
        self._switch(hints=False)
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_balance(self) -> None:
        """Keep room opposite "Not sure", where the width allows it."""
        wanted = not self._not_sure.isHidden() and self.width() >= self._look.px(COLUMN)
        self._balance.changeSize(self._not_sure.sizeHint().width() if wanted else 0, 0)
        self.row.invalidate()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_balance()

    def _show_hints(self, hints: list[tuple[tuple[str, ...], str]]) -> None:
        self._hints.set_hints(hints)
        self._switch(hints=True)

    def _switch(self, *, hints: bool) -> None:
        """Hide before showing: all of it side by side would widen the window."""
        shown: tuple[QWidget, ...] = (self._hints,) if hints else (self._marks, self._next)
        everything: tuple[QWidget, ...] = (self._hints, self._not_sure, self._marks, self._next)
        for part in everything:
            if part not in shown:
                part.hide()
        for part in shown:
            part.show()
        self._set_balance()
