"""The problems of a bank: where, what, and how to mend it."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.problem import Problem, Reading, Severity
from quizapp.ui.action_button import ActionButton
from quizapp.ui.card import Card
from quizapp.ui.layouts import clear
from quizapp.ui.look import Look
from quizapp.ui.text import Text


def in_one_line(problem: Problem) -> str:
    """A problem as the command line prints it, with its hint."""
    place = ":".join(str(part) for part in (problem.path, problem.line, problem.column) if part is not None)
    hint = f"\n    {problem.hint}" if problem.hint else ""
    return f"{place}: {problem.severity} {problem.code}: {problem.message}{hint}"


class ProblemsCard(Card):
    """Lists what has to be mended in a bank; hidden while there is nothing."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(22, 18))
        self._look = look
        self._reading: Reading | None = None
        self._title = Text(look, "section")
        self._lead = Text(look, "body", colour="muted")
        self._copy = ActionButton(look, self.tr("Copy all"), "outline")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._copy)
        self.body.addLayout(head)
        self.body.addWidget(self._lead)
        self.body.addLayout(self._rows)
        self._copy.clicked.connect(self._copy_all)
        self.hide()

    def show_reading(self, reading: Reading | None) -> None:
        """Show the problems that reading a file has found."""
        self._reading = reading
        clear(self._rows)
        problems: Sequence[Problem] = reading.problems if reading else ()
        self.setVisible(bool(problems))
        if reading is None or not problems:
            return
        self._title.setText(self._count(reading))
        self._lead.setText(self._consequence(reading))
        for problem in problems:
            self._rows.addWidget(self._row(problem))

    def _count(self, reading: Reading) -> str:
        errors, warnings = len(reading.errors), len(reading.warnings)
        parts = []
        if errors:
            parts.append(self.tr("1 error") if errors == 1 else self.tr("{n} errors").format(n=errors))
        if warnings:
            parts.append(
                self.tr("1 warning") if warnings == 1 else self.tr("{n} warnings").format(n=warnings)
            )
        return ", ".join(parts)

    def _consequence(self, reading: Reading) -> str:
        """What the problems mean for the person, and which file they are in."""
        if reading.bank is None:
            meaning = self.tr("Nothing of this file can be used yet; the bank that was open stays open.")
        elif reading.errors:
            meaning = self.tr("Questions with an error were left out; all others are ready.")
        else:
            meaning = self.tr("All questions are ready; look these over when there is time.")
        return f"{meaning}\n{reading.path}"

    def _row(self, problem: Problem) -> QWidget:
        row = QWidget(self)
        layout = QVBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        error = problem.severity is Severity.ERROR
        severity = self.tr("Error") if error else self.tr("Warning")
        place = self.tr("whole file")
        if problem.line is not None:
            place = self.tr("line {line}, column {column}").format(line=problem.line, column=problem.column)
        layout.addWidget(Text(self._look, "caption", f"{severity} · {place}", "wrong" if error else "muted"))
        layout.addWidget(Text(self._look, "body_strong", problem.message))
        if problem.hint:
            layout.addWidget(Text(self._look, "body", problem.hint))
        return row

    def _copy_all(self) -> None:
        if self._reading is not None:
            text = "\n".join(in_one_line(problem) for problem in self._reading.problems)
            QGuiApplication.clipboard().setText(text)
