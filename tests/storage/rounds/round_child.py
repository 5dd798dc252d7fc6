"""A process of its own that goes on with the round of the script, to be killed.

`python -m tests.storage.rounds.round_child FOLDER START STOP` resumes or begins the round, goes on
from one event to another, and says "." after each that was kept.
"""

import sys
import time
from pathlib import Path

from tests.quiz_rig import QuizRig
from tests.storage.rounds.round_script import PLAN, SCRIPT, WIDE

NAMES = {"t1": "Reds"}


def main() -> None:
    """Go on, and wait for the end."""
    folder, start, stop = sys.argv[1:]
    rounds = QuizRig(Path(folder)).quiz.rounds
    record = next(iter(rounds.unfinished()), None) or rounds.begin(PLAN, WIDE, NAMES)
    say("b")
    for event in SCRIPT[int(start) : int(stop)]:
        record = rounds.apply(record, event)
        say(".")
    time.sleep(20)


def say(word: str) -> None:
    """Tell the parent."""
    sys.stdout.write(word)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
