"""What has to be mended in the file of an open bank, folded to one line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.banks_view import ProblemsView
from quizapp.ui.icon_sign import IconSign
from quizapp.ui.look import Look
from quizapp.ui.painting import INSET
from quizapp.ui.problem_list import ProblemList
from quizapp.ui.text import Text


class FoldedProblems(QWidget):
    """Counts the problems, and lists them: errors at once, mere warnings when somebody asks.

    It belongs in a `ReachingColumn`.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = ""
        self._counts = Text(look, "body_strong")
        self._list = ProblemList(look)
        self._show = ActionButton(look, "", "quiet")
        line = QHBoxLayout()
        line.setContentsMargins(look.px(INSET), 0, 0, 0)
        line.setSpacing(look.px(8))
        line.addWidget(IconSign(look, "triangle-alert"), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._counts, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._show)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._list)
        self._show.clicked.connect(self._toggle)
        self._fold(folded=True)

    def show_problems(self, view: ProblemsView | None) -> None:
        """Count the problems of a file; none hides the line."""
        self.setVisible(view is not None)
        if view is None:
            return
        if view.reading.path != self._path:
            self._fold(folded=not view.reading.errors)
        self._path = view.reading.path
        self._list.show_problems(view)
        self._counts.setText(self._list.counted(view.reading))
        self._show.setAccessibleDescription(f"{self._counts.text()}, {self._path}")

    def _toggle(self) -> None:
        self._fold(folded=not self._list.isHidden())

    def _fold(self, *, folded: bool) -> None:
        self._list.setHidden(folded)
        self._show.setText(self.tr("Show") if folded else self.tr("Hide"))
