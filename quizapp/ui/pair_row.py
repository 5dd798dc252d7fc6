"""Twins side by side: two scenarios that differ by one fact."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.answer_row import ROW_PADDING, AnswerRow, key_of
from quizapp.ui.answer_view import AnswerView, TwinsView
from quizapp.ui.flag_sign import FlagSign
from quizapp.ui.look import Look
from quizapp.ui.painting import side_room
from quizapp.ui.seal import Seal
from quizapp.ui.text import Text
from quizapp.ui.two_columns import TwoColumns

_DOWN, _LEAST, _ABOVE = 8, 680, 8


class TwinTile(AnswerRow):
    """One of two twins: answer, the sentence that tells it from the other, what was said."""

    def __init__(self, look: Look, view: AnswerView, parent: QWidget | None = None) -> None:
        column = QVBoxLayout()
        column.setSpacing(4)
        super().__init__(look, view, column, _DOWN, parent)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Seal(look, view.seal, 24))
        if (key := key_of(look, view)) is not None:
            head.addWidget(key)
        head.addWidget(Text(look, "label", view.said, "muted"), 1)
        if view.is_flagged:
            head.addWidget(FlagSign(look))
        column.addLayout(head)
        column.addWidget(Text(look, "label_strong", view.stem))
        column.addStretch(1)
        self._let_mouse_through()


class PairRow(QWidget):
    """How both twins begin, and below it the two; one below the other where the width is short.

    Signals:
        explanation_requested: carries the position of the twin that was pressed.
    """

    explanation_requested = Signal(object)

    def __init__(self, look: Look, view: TwinsView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(_ABOVE), 0, 0)
        column.setSpacing(0)
        if view.shared:
            shared, side = Text(look, "label", view.shared, parent=self), side_room(look, ROW_PADDING)
            shared.setContentsMargins(side, 0, side, 0)
            column.addWidget(shared)
        columns = TwoColumns(look, 0, 0, least=_LEAST)
        column.addLayout(columns)
        for answer in view.answers:
            tile = TwinTile(look, answer, self)
            columns.addWidget(tile)
            tile.clicked.connect(self._explain)

    def _explain(self) -> None:
        sender = self.sender()
        if isinstance(sender, TwinTile):
            self.explanation_requested.emit(sender.position)
