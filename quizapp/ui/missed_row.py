"""One missed question in the summary: its scenario, the answer, what was said."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.ui.answer_row import ROW_PADDING, AnswerRow, key_of
from quizapp.ui.answer_view import AnswerView
from quizapp.ui.flag_sign import FlagSign
from quizapp.ui.look import Look
from quizapp.ui.seal import Seal
from quizapp.ui.text import Text
from quizapp.ui.two_columns import TwoColumns

__all__ = ["ROW_PADDING", "MissedRow"]

_DOWN, _GAP, _LEAST = 9, 14, 420
_SHARES = (5, 4)


class MissedRow(AnswerRow):
    """A row of the list of missed questions; its two columns are as wide in every row."""

    def __init__(self, look: Look, view: AnswerView, parent: QWidget | None = None) -> None:
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        super().__init__(look, view, row, _DOWN, parent)
        columns = TwoColumns(look, _GAP, 2, shares=_SHARES, least=_LEAST)
        row.addWidget(Seal(look, view.seal, 24))
        row.addLayout(columns, 1)
        columns.addWidget(Text(look, "label_strong", view.stem))
        columns.addWidget(_Answer(look, view))
        self._let_mouse_through()


class _Answer(QWidget):
    """The key, what was said, and the flag."""

    def __init__(self, look: Look, view: AnswerView) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        if (key := key_of(look, view)) is not None:
            row.addWidget(key)
        row.addWidget(Text(look, "label", view.said, "muted"), 1)
        if view.is_flagged:
            row.addWidget(FlagSign(look))
            row.addSpacing(_GAP)
