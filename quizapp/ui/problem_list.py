"""The problems of a file: where, what, and how to mend it."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.problem import Problem, Reading, Severity
from quizapp.ui.action_button import ActionButton
from quizapp.ui.banks_view import ProblemsView
from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.icon_sign import IconSign
from quizapp.ui.layouts import clear
from quizapp.ui.look import Look
from quizapp.ui.painting import INSET
from quizapp.ui.text import Text

SHOWN_FIRST = 8


def in_one_line(problem: Problem) -> str:
    """A problem as the command line prints it, with its hint."""
    place = ":".join(str(part) for part in (problem.path, problem.line, problem.column) if part is not None)
    hint = f"\n    {problem.hint}" if problem.hint else ""
    return f"{place}: {problem.severity} {problem.code}: {problem.message}{hint}"


class ProblemList(QWidget):
    """What has to be mended in a file and what that means, the first few at once.

    It belongs in a `ReachingColumn`.

    Attributes:
        buttons: the row below, for what else can be done.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._reading: Reading | None = None
        self._shows_all = False
        self._lead = Text(look, "body", colour="muted", inset=INSET)
        self._rows = QVBoxLayout()
        self._all = ActionButton(look, "", "outline")
        self._copy = ActionButton(look, self.tr("Copy all"), "outline")
        self.buttons = FlowLayout(gap=4)
        self._build()
        self._all.clicked.connect(self._show_all)
        self._copy.clicked.connect(self._copy_all)

    def _build(self) -> None:
        problems = QWidget()  # a part of its own, so that what comes later is read where it stands
        problems.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._lead, problems):
            column.addWidget(part)
        column.addLayout(self.buttons)
        for button in (self._all, self._copy):
            self.buttons.addWidget(button)

    def show_problems(self, view: ProblemsView) -> None:
        """Show the problems that reading a file has found."""
        if self._reading is not None and self._reading.path != view.reading.path:
            self._shows_all = False
        is_another = self._reading != view.reading
        self._reading = view.reading
        self._lead.setText(f"{self._consequence(view)}\n{view.reading.path}")
        for button in (self._all, self._copy):
            button.setAccessibleDescription(view.reading.path)
        if is_another:
            self._fill(view.reading)

    def _fill(self, reading: Reading) -> None:
        clear(self._rows)
        problems = reading.problems if self._shows_all else reading.problems[:SHOWN_FIRST]
        for problem in problems:
            self._rows.addWidget(self._row(problem))
        self._all.setVisible(len(problems) < len(reading.problems))
        self._all.setText(self.tr("Show all {n}").format(n=len(reading.problems)))

    def counted(self, reading: Reading) -> str:
        """`2 errors, 1 warning`."""
        errors, warnings = len(reading.errors), len(reading.warnings)
        parts = []
        if errors:
            parts.append(self.tr("1 error") if errors == 1 else self.tr("{n} errors").format(n=errors))
        if warnings:
            parts.append(
                self.tr("1 warning") if warnings == 1 else self.tr("{n} warnings").format(n=warnings)
            )
        return ", ".join(parts)

    def _consequence(self, view: ProblemsView) -> str:
        """What the problems mean for the person."""
        if view.reading.bank is None and view.is_open:
            return self.tr("Nothing of the file as it is now can be used; its questions stay as they were.")
        if view.reading.bank is None:
            return self.tr(
                "Nothing of this file can be used yet; the bank that was open stays open. "
                "Once it is mended and saved, it opens by itself."
            )
        if view.reading.errors:
            return self.tr(
                "Questions with an error were left out, or stay as they were before; all others are ready."
            )
        return self.tr("All questions are ready; look these over when there is time.")

    def _row(self, problem: Problem) -> QWidget:
        row = QWidget()
        layout = QVBoxLayout(row)
        layout.setContentsMargins(self._look.px(INSET), 0, self._look.px(INSET), 0)
        layout.setSpacing(0)
        error = problem.severity is Severity.ERROR
        severity = self.tr("Error") if error else self.tr("Warning")
        place = self.tr("whole file")
        if problem.line is not None:
            place = self.tr("line {line}, column {column}").format(line=problem.line, column=problem.column)
        head = QHBoxLayout()
        head.setSpacing(self._look.px(6))
        if error:
            head.addWidget(IconSign(self._look, "triangle-alert"))
        head.addWidget(Text(self._look, "caption", f"{severity} · {place}", "ink" if error else "muted"), 1)
        layout.addLayout(head)
        layout.addWidget(Text(self._look, "body_strong", problem.message))
        if problem.hint:
            layout.addWidget(Text(self._look, "body", problem.hint))
        return row

    def _show_all(self) -> None:
        self._shows_all = True
        if self._reading is not None:
            self._fill(self._reading)

    def _copy_all(self) -> None:
        if self._reading is not None:
            text = "\n".join(in_one_line(problem) for problem in self._reading.problems)
            QGuiApplication.clipboard().setText(text)
