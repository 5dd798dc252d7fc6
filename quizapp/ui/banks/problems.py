"""What is to be fixed in bank files: lists of problems, folded or on cards of their own."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.directions import isolated
from quizapp.domain.problem import Problem, Reading, Severity
from quizapp.ui.banks.views import ProblemsView
from quizapp.ui.style.sheet import RING
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.layouts import FlowLayout
from quizapp.ui.widgets.reading import Paragraph, ReadingText
from quizapp.ui.widgets.signs import IconLabel
from quizapp.ui.widgets.text import Text

SHOWN_FIRST = 8


def in_one_line(problem: Problem) -> str:
    """A problem as the command line prints it, with its hint."""
    position = ":".join(
        str(part) for part in (problem.path, problem.line, problem.column) if part is not None
    )
    hint = f"\n    {problem.hint}" if problem.hint else ""
    return f"{position}: {problem.severity} {problem.code}: {problem.message}{hint}"


class ProblemList(QWidget):
    """What has to be mended in a file and what that means, the first few at once.

    All of it is one document: a file may have hundreds of problems.

    Args:
        parent: the owner.
        names_file: whether it says where the file is.

    Attributes:
        buttons: the row below, for what else can be done.
    """

    def __init__(self, parent: QWidget | None = None, *, names_file: bool = True) -> None:
        super().__init__(parent)
        self._names_file = names_file
        self._view: ProblemsView | None = None
        self._shows_all = False
        self._words = ReadingText("body", self.tr("Problems"))
        self._all = Button("", "outline")
        self._copy = Button(self.tr("Copy all"), "outline")
        self.buttons = FlowLayout()
        for button in (self._all, self._copy):
            self.buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addLayout(self.buttons)
        self._all.clicked.connect(self._show_all)
        self._copy.clicked.connect(self._copy_all)

    def show_problems(self, view: ProblemsView) -> None:
        """Show the problems that reading a file has found."""
        if self._view is not None and self._view.reading.path != view.reading.path:
            self._shows_all = False
        self._view = view
        for button in (self._all, self._copy):
            button.setAccessibleDescription(view.reading.path)
        self._fill(view)

    def _fill(self, view: ProblemsView) -> None:
        found = view.reading.problems
        shown = found if self._shows_all else found[:SHOWN_FIRST]
        told = [Paragraph(self._consequence(view), tone="muted")]
        if self._names_file:
            told.append(Paragraph(view.reading.path, "label", "muted", above=2))
        self._words.set_paragraphs(
            [*told, *(part for each in shown for part in self._problem_paragraphs(each))]
        )
        self._all.setVisible(len(shown) < len(found))
        self._all.setText(self.tr("Show all {n}").format(n=len(found)))

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
                "Fix and save the file; it then opens by itself."
            )
        if view.reading.errors:
            return self.tr(
                "Questions with an error were left out, or stay as they were before; all others are ready."
            )
        return self.tr("All questions are ready; look these over when there is time.")

    def _problem_paragraphs(self, problem: Problem) -> Iterator[Paragraph]:
        """A problem: how grave it is and where it stands, what is wrong, and how to mend it."""
        is_error = problem.severity is Severity.ERROR
        severity = self.tr("Error") if is_error else self.tr("Warning")
        position = self.tr("whole file")
        if problem.line is not None:
            position = self.tr("line {line}, column {column}").format(
                line=problem.line, column=problem.column
            )
        yield Paragraph(f"{severity} · {position}", "caption", "ink" if is_error else "muted", above=12)
        yield Paragraph(problem.message, "body_strong")
        if problem.hint:
            yield Paragraph(problem.hint)

    def _show_all(self) -> None:
        self._shows_all = True
        if self._view is not None:
            self._fill(self._view)

    def _copy_all(self) -> None:
        if self._view is not None:
            text = "\n".join(in_one_line(problem) for problem in self._view.reading.problems)
            QGuiApplication.clipboard().setText(text)


class FoldedProblems(QWidget):
    """Counts the problems, and lists them: errors at once, mere warnings when somebody asks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = ""
        self._counts = Text("body_strong")
        self._list = ProblemList(names_file=False)  # its card does
        self._show = Button("", "quiet")
        line = QHBoxLayout()
        line.setSpacing(RING)
        line.addSpacing(RING)
        for part in (IconLabel("triangle-alert"), self._counts, self._show):
            line.addWidget(part)
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


class ProblemsCard(Card):
    """Names the file, and lists its problems.

    Signals:
        dismiss_requested: list it no longer; carries the path of the file.
    """

    dismiss_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self._title = Text("section")
        self._list = ProblemList()
        self._dismiss = Button(self.tr("Remove from list"), "quiet")
        self._list.buttons.addWidget(self._dismiss)
        self.body.addWidget(self._title)
        self.body.addWidget(self._list)
        self._dismiss.clicked.connect(self._ask_to_dismiss)

    def show_problems(self, view: ProblemsView) -> None:
        """Show the problems that reading a file has found."""
        self._path = Path(view.reading.path)
        counts = self._list.counted(view.reading)
        self._title.setText(
            self.tr("{counts} in {file}").format(counts=counts, file=isolated(self._path.name))
        )
        self._list.show_problems(view)
        self._dismiss.setVisible(not view.is_open)
        self._dismiss.setAccessibleDescription(view.reading.path)

    def _ask_to_dismiss(self) -> None:
        self.dismiss_requested.emit(self._path)
