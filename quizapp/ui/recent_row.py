"""A bank file that was opened some time ago."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.banks_view import RecentView
from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.look import Look
from quizapp.ui.painting import INSET
from quizapp.ui.text import Text
from quizapp.ui.two_columns import TwoColumns


class RecentRow(QWidget):
    """One file: its name, its folder, and whether it is there now. It belongs in a `ReachingColumn`.

    Signals:
        open_requested: open it; carries its path.
        forget_requested: take it off the list; carries its path.
    """

    open_requested = Signal(object)
    forget_requested = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self._name = Text(look, "body_strong", inset=INSET)
        self._folder = Text(look, "label", colour="muted", inset=INSET)
        gone = self.tr("Not there now; perhaps its disk is not connected.")
        self._missing = Text(look, "label", gone, inset=INSET)
        self._open = ActionButton(look, self.tr("Open"), "outline")
        self._forget = ActionButton(look, self.tr("Remove from the list"), "quiet")
        columns = TwoColumns(look, gap=16, row_gap=0, shares=(5, 4), least=680)
        self.setLayout(columns)
        columns.addWidget(self._words())
        columns.addWidget(self._buttons())
        self._open.clicked.connect(self._ask_to_open)
        self._forget.clicked.connect(self._ask_to_forget)

    def _words(self) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for text in (self._name, self._folder, self._missing):
            column.addWidget(text)
        column.addStretch(1)
        return words

    def _buttons(self) -> QWidget:
        buttons = QWidget()
        row = FlowLayout(buttons, gap=4)
        row.addWidget(self._open)
        row.addWidget(self._forget)
        return buttons

    def show_file(self, view: RecentView) -> None:
        """Show another file, or the same one changed."""
        self._path = view.path
        self._name.setText(view.path.name)
        self._folder.setText(str(view.path.parent))
        self._missing.setVisible(not view.is_there)
        for button in (self._open, self._forget):
            button.setAccessibleDescription(str(view.path))

    def _ask_to_open(self) -> None:
        self.open_requested.emit(self._path)

    def _ask_to_forget(self) -> None:
        self.forget_requested.emit(self._path)
