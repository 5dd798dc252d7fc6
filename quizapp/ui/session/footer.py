"""Below a question: hints, Previous and Next."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QSpacerItem, QWidget

from quizapp.ui.compat import override
from quizapp.ui.style.sheet import RING
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.buttons import Button, RowButton, quiet_inset
from quizapp.ui.widgets.keycaps import KeyHints, keycap
from quizapp.ui.widgets.layouts import FlowLayout, enable_height_for_width
from quizapp.ui.widgets.page import Footer, MoreBelow
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import NUMBERS


class HintButton(RowButton):
    """A key and what it does, as a hint has them; a click does it too."""

    def __init__(self, key: str, does: str, parent: QWidget | None = None) -> None:
        row = QHBoxLayout()
        super().__init__("quiet", row, parent)
        words = Text("caption", does, "muted")
        words.setWordWrap(False)
        row.setContentsMargins(12, RING, 12, RING)
        row.setSpacing(6)
        row.addWidget(keycap(key))
        row.addWidget(words)
        self.pass_mouse_through()
        self.setAccessibleName(does)
        self.setAccessibleDescription(self.tr("Key: {key}").format(key=key))


_ROOMY_FROM, _UNDO_FROM, _WORD_FROM = 760, 480, 440
"""The widths in px at 100 % text from which Previous has a button, Undo, and what lies below a word.

Below them the menu entries and the key still do it, and the contents still fade out where the page goes on.
"""


class StepHints(QWidget):
    """A centred line of keys that nothing else on the page shows; those that do something can be clicked.

    Signals:
        not_sure_requested: no reason can be given.
        words_requested: show what the words mean.
    """

    not_sure_requested = Signal()
    words_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choose, self._all = KeyHints(), KeyHints()
        self._not_sure = HintButton("0", self.tr("Not sure"))
        self._words = HintButton("D", self.tr("What the words mean"))
        self._all.set_hints([(("?",), self.tr("All keys"))])
        self._has_words, self._may_show_words = False, True
        row = FlowLayout(self, gap=4, row_gap=2, centred=True)
        for part in (self._choose, self._not_sure, self._words, self._all):
            row.addWidget(part)
        enable_height_for_width(self)
        self._not_sure.clicked.connect(self.not_sure_requested)
        self._words.clicked.connect(self.words_requested)

    def allow_words(self, *, allowed: bool) -> None:
        """Show the key for what the words mean, or leave it out where something else shows it."""
        self._may_show_words = allowed
        self._words.setVisible(self._has_words and allowed)

    def show_keys(self, *, rows: int, not_sure: bool, words: bool) -> None:
        """Show the keys of a step.

        Args:
            rows: how many rows are offered after the answer.
            not_sure: whether 0 says that one is not sure of any of them.
            words: whether D shows what the words mean.
        """
        self._choose.set_hints([(tuple(NUMBERS[:rows]), self.tr("Choose"))])
        self._choose.setVisible(rows > 0)
        self._not_sure.setVisible(not_sure)
        self._has_words = words
        self._words.setVisible(words and self._may_show_words)
        self._all.setVisible(not rows)


class SessionFooter(Footer):
    """Key hints while a question is open; marks and Next once its explanation stands.

    Signals:
        next_requested: go on.
        previous_requested: look back at the question before.
        undo_requested: take the last step back.
        twin_requested: see the explanation of the question's twin.
    """

    next_requested = Signal()
    previous_requested = Signal()
    undo_requested = Signal()
    twin_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hints = StepHints()
        self._marks = Text("label", tone="muted")  # as the cards above begin
        self._more = QWidget()  # room for "More below", which comes and goes by itself
        self._below = MoreBelow()
        self._next = Button(self.tr("Next question"), "filled", key="Enter", icon="arrow-right", after=True)
        self._previous = Button(self.tr("Previous"), "quiet", icon="arrow-left")
        self._undo = Button(self.tr("Undo"), "quiet", key="U")
        self._twin = Button(self.tr("Its twin"), "quiet", icon="arrow-left-right")
        self._before, self._after = QSpacerItem(0, 0), QSpacerItem(0, 0)  # the hints stay in the middle
        self._offered: tuple[QWidget, ...] = ()  # also what has no room now
        self._build()

    def _build(self) -> None:
        self.row.setSpacing(0)
        self.set_lead(self._previous)
        self.row.addItem(self._before)
        self.row.addWidget(self.hints, 1, Qt.AlignmentFlag.AlignVCenter)
        self.row.addItem(self._after)
        room = QHBoxLayout(self._more)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self._below)
        after = (self._more, self._undo, self._twin, self._next)
        self.put(self._marks, *after)
        for part in (self._previous, *after):
            part.hide()  # all side by side would widen the window
        self._next.clicked.connect(self.next_requested)
        self._previous.clicked.connect(self.previous_requested)
        self._undo.clicked.connect(self.undo_requested)
        self._twin.clicked.connect(self.twin_requested)

    @override
    def track_scrolling(self, bar: QScrollBar) -> None:
        super().track_scrolling(bar)
        self._below.track_scrolling(bar)

    def show_hints(self, *, rows: int = 0, not_sure: bool = False, words: bool, previous: bool) -> None:
        """Hint at the keys of a step that is to be taken.

        Args:
            rows: how many rows are offered after the answer.
            not_sure: whether 0 says that one is not sure of any of them.
            words: whether D shows what the words mean.
            previous: whether a question came before.
        """
        self.hints.show_keys(rows=rows, not_sure=not_sure, words=words)
        self._show_arrow(shown=False)
        self._show_only(self.hints, *self._back(previous=previous), self._more)

    def show_next(self, label: str, marks: str, outcome: str, *, previous: bool) -> None:
        """Offer the way on, which takes the focus; and the one back, where a question came before.

        Args:
            label: what leads on.
            marks: what is said of the points.
            outcome: what screen readers say with the way on: they read what takes the focus.
            previous: whether a question came before.
        """
        self._offer_next(label, marks, outcome)
        self._next.set_icon("arrow-right", after=True)
        self._show_arrow(shown=False)
        self._show_only(self._marks, *self._back(previous=previous), self._more, self._undo, self._next)
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_way_back(
        self, label: str, marks: str, outcome: str, *, has_twin: bool, previous: bool, following: bool
    ) -> None:
        """Offer the way on from an explanation that is looked at again, and to others like it."""
        self._offer_next(label, marks, outcome)
        self._next.set_icon("arrow-right" if following else "", after=True)
        twin = (self._twin,) if has_twin else ()
        self._show_arrow(shown=True)
        self._show_only(self._marks, *self._back(previous=previous), self._more, *twin, self._next)
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_arrow(self, *, shown: bool) -> None:
        """Show on Previous the arrow key that does the same, or its own arrow where no key does."""
        arrow = ("→" if self.isRightToLeft() else "←") if shown else ""
        if arrow != self._previous.key:
            self._previous.set_key(arrow)
            self._previous.set_icon("" if shown else "arrow-left")

    def _back(self, *, previous: bool) -> tuple[QWidget, ...]:
        return (self._previous,) if previous else ()

    def _offer_next(self, label: str, marks: str, outcome: str) -> None:
        self._marks.setText(marks)
        self._next.setText(label)
        self._next.setAccessibleDescription(f"{outcome} {marks}".strip())

    @property
    def way_on(self) -> Button | None:
        """The button that leads on; None while the question is open."""
        return None if self._next.isHidden() else self._next

    def _show_only(self, *shown: QWidget) -> None:
        """Hide before showing: all of it side by side would widen the window."""
        self._offered = shown
        everything: tuple[QWidget, ...] = (
            self.hints,
            self._marks,
            self._more,
            self._previous,
            self._undo,
            self._twin,
            self._next,
        )
        for part in everything:
            if part not in shown:
                part.hide()
        for part in shown:
            part.show()
        self._fit()

    def _fit(self) -> None:
        """Show what there is room for, and keep the hints in the middle."""
        for part, least in (
            (self._previous, _ROOMY_FROM),
            (self._undo, _UNDO_FROM),
            (self._more, _WORD_FROM),
        ):
            part.setVisible(part in self._offered and self.width() >= scaled(least))
        begins = 0 if self._previous.isHidden() else self._previous.sizeHint().width() - quiet_inset()
        ends = 0 if self._more.isHidden() else self._more.sizeHint().width()
        middle = self.width() >= scaled(_ROOMY_FROM) and not self.hints.isHidden()
        self._before.changeSize(max(0, ends - begins) if middle else 0, 0)
        self._after.changeSize(max(0, begins - ends) if middle else 0, 0)
        self.row.invalidate()

    @override
    def minimumSizeHint(self) -> QSize:
        """Without what is shown only where there is room for it."""
        parts = [part for part in (self._previous, self._undo, self._more) if not part.isHidden()]
        spare = sum(part.minimumSizeHint().width() for part in parts)
        spare += self._before.sizeHint().width() + self._after.sizeHint().width()
        return super().minimumSizeHint() - QSize(spare, 0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
