"""Answers questions and says how sure it is until it is killed: prints a line for each step that is kept."""

import sys
import time
from pathlib import Path

from quizapp.domain.attempt import Step
from quizapp.domain.selection import Selection
from tests.domain.examples import bank, verdict
from tests.quiz_rig import QuizRig

SIX = bank(*(verdict(name=f"v{number}") for number in range(6)))


def main(folder: str) -> None:
    rig = QuizRig(Path(folder))
    rig.quiz.use_bank(SIX)
    session = rig.quiz.start(Selection(1, 6, certainty=True))
    while not session.is_finished:
        position, step = session.position, session.step
        match step:
            case Step.ANSWER:
                session = rig.quiz.answer(session, "service")
            case Step.CERTAINTY:
                session = rig.quiz.give_certainty(session, str(1 + position % 3))
            case Step.REASON:
                session = rig.quiz.give_reason(session, "")
            case _:
                session = rig.quiz.move_on(session)
                continue
        print(position, step, flush=True)  # noqa: T201 - the test reads it
        time.sleep(0.01)


if __name__ == "__main__":
    main(sys.argv[1])
