"""Sits a paper until it is killed: prints a line for each answer that is kept."""

import sys
import time
from pathlib import Path

from tests.quiz_rig import QuizRig
from tests.test_papers import FORTY, forty


def main(folder: str) -> None:
    rig = QuizRig(Path(folder))
    rig.quiz.use_bank(forty())
    paper = rig.quiz.papers.start(FORTY)
    for position in range(len(paper.items)):
        rig.seconds += 10
        paper = rig.quiz.papers.go_to(paper, position)
        paper = rig.quiz.papers.answer(paper, paper.current.offered[position % 4])
        if position % 3 == 0:
            paper = rig.quiz.papers.flag(paper, flagged=True)
        print(position, paper.answers[position], flush=True)  # noqa: T201 - the test reads it
        time.sleep(0.005)


main(sys.argv[1])
