"""A file of which nothing is open, with what has to be mended in it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.banks_view import ProblemsView
from quizapp.ui.card import Card
from quizapp.ui.look import Look
from quizapp.ui.problem_list import ProblemList
from quizapp.ui.rows import ReachingColumn
from quizapp.ui.text import Text


class ProblemsCard(Card):
    """Names the file, and lists its problems.

    Signals:
        dismiss_requested: list it no longer; carries the path of the file.
    """

    dismiss_requested = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(22, 18))
        self._path = Path()
        self._title = Text(look, "section")
        self._list = ProblemList(look)
        self._dismiss = ActionButton(look, self.tr("Do not list this file"), "quiet")
        self._list.buttons.addWidget(self._dismiss)
        self.body.addWidget(self._title)
        column = ReachingColumn(look)
        column.addWidget(self._list)
        self.body.addLayout(column)
        self._dismiss.clicked.connect(self._ask_to_dismiss)

    def show_problems(self, view: ProblemsView) -> None:
        """Show the problems that reading a file has found."""
        self._path = Path(view.reading.path)
        counts = self._list.counted(view.reading)
        self._title.setText(self.tr("{counts} in {file}").format(counts=counts, file=self._path.name))
        self._list.show_problems(view)
        self._dismiss.setVisible(not view.is_open)
        self._dismiss.setAccessibleDescription(view.reading.path)

    def _ask_to_dismiss(self) -> None:
        self.dismiss_requested.emit(self._path)
