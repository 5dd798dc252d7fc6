"""One answer, and how many hands went up for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.domain.question import Side
from quizapp.ui.entry.number_field import NumberBox, NumberField
from quizapp.ui.look import Look
from quizapp.ui.mark_signs import MarkLabel
from quizapp.ui.rows import HeadRow
from quizapp.ui.text import Text


class CountRow(QWidget):
    """An answer and the hands for it.

    Args:
        look: the look in force.
        answer: as ballots have it.
        name: what it is called.
        parent: the owner.

    Signals:
        edited: something else stands in the field, typed by hand.
        left: the keyboard went elsewhere.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, look: Look, answer: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answer = answer
        self._box = NumberBox(look)
        self.field.setAccessibleName(self.tr("Hands for {answer}").format(answer=name))
        is_side = answer in tuple(Side)
        label = MarkLabel(look, Side(answer), use="choice_strong") if is_side else None
        named = HeadRow(look, 0, 0)
        named.addWidget(label or Text(look, "choice_strong", name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(named, 1)
        row.addWidget(self._box)
        self.field.textChanged.connect(self.edited)
        self.field.left.connect(self.left)

    @property
    def field(self) -> NumberField:
        """Where the number stands."""
        return self._box.field

    def show_number(self, number: int | None) -> None:
        """Show the hands that are kept, none where nobody counted."""
        self.field.setText("" if number is None else str(number))
        if self.field.hasFocus() or not self.isVisible():
            self.field.selectAll()  # the next digit begins a new number, also where nobody sees it
