"""The line below a session: the keys that work now, or what was earned and the way on."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollBar, QSpacerItem, QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.footer import Footer
from quizapp.ui.keycaps import KeyHints
from quizapp.ui.look import Look
from quizapp.ui.more_below import MoreBelow
from quizapp.ui.overriding import override
from quizapp.ui.painting import INSET
from quizapp.ui.text import Text

_UNDO_FROM = 760
"""The width in px at 100 % text from which Undo has a button, and what lies below a word of its own.

Below it the key and the menu entry still undo, and a hairline still tells that the page goes on.
"""


class SessionFooter(Footer):
    """Key hints while a question is open; marks and Next once its explanation stands.

    Signals:
        next_requested: go on.
        not_sure_requested: no reason can be given.
        undo_requested: take the last step back.
        twin_requested: see the explanation of the question's twin.
    """

    next_requested = Signal()
    not_sure_requested = Signal()
    undo_requested = Signal()
    twin_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._hints = KeyHints(look)
        self._marks = Text(look, "label", colour="muted", inset=INSET)  # as the cards above begin
        self._more = MoreBelow(look)
        self._next = ActionButton(
            look, self.tr("Next question"), "filled", key="Enter", icon="arrow-right", icon_after=True
        )
        self._not_sure = ActionButton(look, self.tr("Not sure"), "outline", key="0")
        self._undo = ActionButton(look, self.tr("Undo"), "quiet", key="U")
        self._twin = ActionButton(look, self.tr("Its twin"), "quiet", icon="arrow-left-right")
        self._balance = QSpacerItem(0, 0)  # opposite the buttons: the hints stay in the middle
        self._can_undo = self._tells_more = False
        self._build()
        look.changed.connect(self._fit)

    def _build(self) -> None:
        self.row.setSpacing(0)
        self.row.addItem(self._balance)
        self.row.addWidget(self._hints, 1)
        after = (self._more, self._undo, self._twin, self._not_sure, self._next)
        self.put(self._marks, *after)
        for part in after:
            part.hide()  # all side by side would widen the window
        self._next.clicked.connect(self.next_requested)
        self._not_sure.clicked.connect(self.not_sure_requested)
        self._undo.clicked.connect(self.undo_requested)
        self._twin.clicked.connect(self.twin_requested)

    @override
    def follow(self, bar: QScrollBar) -> None:
        super().follow(bar)
        self._more.follow(bar)

    def show_question_keys(self, keys: tuple[str, ...]) -> None:
        """Hint at the keys that answer."""
        self._hints.set_hints([(keys, self.tr("answer")), (("?",), self.tr("all keys"))])
        self._show_only(self._hints)

    def show_reason_keys(self) -> None:
        """Hint at the keys that choose a reason."""
        keys = ("1", "2", "3", "4")
        self._hints.set_hints([(keys, self.tr("choose")), (("?",), self.tr("all keys"))])
        self._show_only(self._hints, self._undo, self._not_sure)

    def show_next(self, label: str, marks: str) -> None:
        """Offer the way on, which takes the focus."""
        self._offer_next(label, marks)
        self._next.set_icon("arrow-right", after=True)
        self._show_only(self._marks, self._more, self._undo, self._next)
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_way_back(self, label: str, marks: str, *, has_twin: bool) -> None:
        """Offer the way back from an explanation that is looked at again, and to that of its twin."""
        self._offer_next(label, marks)
        self._next.set_icon("arrow-left")
        self._show_only(self._marks, self._more, *([self._twin] if has_twin else []), self._next)
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_next(self, label: str, marks: str) -> None:
        self._marks.setText(marks)
        self._next.setText(label)

    def _show_only(self, *shown: QWidget) -> None:
        """Hide before showing: all of it side by side would widen the window."""
        self._can_undo, self._tells_more = self._undo in shown, self._more in shown
        everything: tuple[QWidget, ...] = (
            self._hints,
            self._marks,
            self._more,
            self._undo,
            self._twin,
            self._not_sure,
            self._next,
        )
        for part in everything:
            if part not in shown:
                part.hide()
        for part in shown:
            part.show()
        self._fit()

    def _fit(self) -> None:
        """Show Undo where there is room for it, and keep the hints in the middle as far as there is."""
        is_roomy = self.width() >= self._look.px(_UNDO_FROM)
        self._undo.setVisible(self._can_undo and is_roomy)
        self._more.setVisible(self._tells_more and is_roomy)
        buttons = [each for each in (self._undo, self._not_sure) if not each.isHidden()]
        beside = sum(button.sizeHint().width() for button in buttons)
        margins = self.row.contentsMargins()
        spare = self.width() - margins.left() - margins.right() - beside - self._hints.sizeHint().width()
        wanted = 0 if self._hints.isHidden() else max(0, min(beside, spare))
        self._balance.changeSize(wanted, 0)
        self.row.invalidate()

    @override
    def minimumSizeHint(self) -> QSize:
        """Without what is shown only where there is room for it."""
        parts = [part for part in (self._undo, self._more) if not part.isHidden()]
        return super().minimumSizeHint() - QSize(sum(part.minimumSizeHint().width() for part in parts), 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
