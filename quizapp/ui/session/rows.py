"""What is asked in rows with a key each: the options of a choice, and the reasons."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QSpacerItem, QVBoxLayout, QWidget

from quizapp.domain.question import Choice, Reason, Side
from quizapp.domain.reasons import NOT_SURE
from quizapp.ui.question.choice_rows import RowPanel
from quizapp.ui.question.labels import MarkLabel
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import LETTERS, NUMBERS


class OptionsPanel(QWidget):
    """Asks for one of two to six options.

    Signals:
        option_chosen: carries the option's index in the order of the bank, as text.
    """

    option_chosen = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order: tuple[int, ...] = ()
        self._rows = RowPanel(appearance, LETTERS)
        self._rows.setAccessibleName(self.tr("Your answer"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._rows)
        layout.addStretch(1)
        self._rows.chosen.connect(self._choose)

    def set_filling(self, *, filling: bool) -> None:
        """Have the options share the height there is, or stand close together at the top."""
        _fill(self.layout(), self._rows, filling=filling)

    def show_options(self, choice: Choice, order: tuple[int, ...]) -> None:
        """Offer the options in this order."""
        self._order = order
        self._rows.set_rows([choice.options[index].text for index in order])

    def _choose(self, index: object) -> None:
        if isinstance(index, int):
            self.option_chosen.emit(str(self._order[index]))


class ReasonPanel(QWidget):
    """Asks for the reason of a verdict.

    Signals:
        reason_given: carries the id of the reason chosen, empty for "not sure".
        change_requested: take the answer back.
    """

    reason_given = Signal(object)
    change_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reasons: Sequence[Reason] = ()
        self._said = MarkLabel(appearance, Side.PRODUCT, use="choice_strong")
        self._rows = RowPanel(appearance, NUMBERS)
        self._rows.setAccessibleName(self.tr("What decides it here?"))
        head = QHBoxLayout()
        head.addWidget(Text("section", self.tr("What decides it here?")), 1)
        head.addWidget(Text("choice", self.tr("You said"), "muted"))
        head.addWidget(self._said)
        self._change = Button(self.tr("Change"), "quiet", key="U")
        head.addWidget(self._change)
        self._column = QHBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self._rows)
        self._overhang = QSpacerItem(0, 0)
        self._column.addItem(self._overhang)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(self._column)
        layout.addStretch(1)
        self._connect_signals()

    def set_overhang(self, overhang: int) -> None:
        """Have the rows end where the key of the button above ends, which reaches so many px further."""
        self._overhang.changeSize(overhang, 0)
        self._column.invalidate()

    def set_filling(self, *, filling: bool) -> None:
        """Have the reasons share the height there is, or stand close together at the top."""
        _fill(self.layout(), self._rows, filling=filling)

    def set_compact(self, *, compact: bool) -> None:
        """Have the reasons take as little height as they can."""
        self._rows.set_compact(compact=compact)

    def _connect_signals(self) -> None:
        self._rows.chosen.connect(self._choose)
        self._change.clicked.connect(self.change_requested)
        shortcut = QShortcut(QKeySequence("0"), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.give_none)

    def show_reasons(self, side: Side, reasons: Sequence[Reason]) -> None:
        """Offer these reasons for the side chosen."""
        self._reasons = reasons
        self._said.set_side(side)
        self._rows.setAccessibleDescription(
            self.tr("You said {answer}.").format(answer=self._said.accessibleName())
        )
        self._rows.set_rows([reason.text for reason in reasons])

    def take_focus(self) -> None:
        """Let the keyboard start at the first reason."""
        self._rows.take_focus()

    def _choose(self, index: object) -> None:
        if isinstance(index, int):
            self.reason_given.emit(self._reasons[index].id)

    def give_none(self) -> None:
        """Say that one is not sure."""
        self.reason_given.emit(NOT_SURE)


def _fill(layout: QLayout | None, rows: RowPanel, *, filling: bool) -> None:
    """Give the height that is left to the rows, or to what stands last in the layout."""
    if isinstance(layout, QBoxLayout):
        last = layout.count() - 1
        layout.setStretch(last - 1, int(filling))
        layout.setStretch(last, int(not filling))
    rows.set_filling(filling=filling)
