"""The whole program sitting a paper until it is killed: prints a line for each answer that is kept."""

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from quizapp.domain.paper import Paper
from tests.program import Program


class Sitting:
    """Presses its way through a paper."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.papers = program.navigation.papers

    def begin(self) -> None:
        """Start the paper like the exam once its bank is open."""
        if len(self.program.quiz.banks) < 2:
            QTimer.singleShot(20, self.begin)
            return
        self.papers.refresh()
        self.papers.page.start_requested.emit(False)
        self.step()

    def step(self) -> None:
        """Answer the question in front, and go on."""
        paper = self._paper()
        self.papers.exam.answer_requested.emit(paper.current.offered[paper.position % 4])
        paper = self._paper()
        print(paper.position, paper.current.ref.question_id, paper.answers[paper.position], flush=True)  # noqa: T201
        self.papers.exam.question_requested.emit(paper.position + 1)
        QTimer.singleShot(1, self.step)

    def _paper(self) -> Paper:
        (paper,) = self.program.quiz.running_papers()
        return paper


def main(folder: str) -> None:
    app = QApplication([])
    program = Program(app, Path(folder))
    program.window.show()
    sitting = Sitting(program)
    QTimer.singleShot(0, sitting.begin)
    app.exec()


main(sys.argv[1])
