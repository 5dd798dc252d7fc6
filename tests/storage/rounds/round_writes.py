"""A process in which writes of a round fail: `python -m tests.storage.rounds.round_writes DIR COUNT`.

Every kind of fault comes at evenly chosen writes of SQLite, each in a process forked for it; what is not as
it should be is said line by line.
"""

import os
import sys
from contextlib import closing
from pathlib import Path

from benchmarks.faults.failing_disk import FailingDisk, Fault
from quizapp.storage.answers.errors import StoreError
from quizapp.storage.answers.store import AttemptStore
from quizapp.storage.rounds.journal import RoundJournal, UnknownRoundError
from tests.storage.attempts import NOON
from tests.storage.rounds.round_script import BANK, PLAN, SCRIPT, after

STEPS = len(SCRIPT) + 1  # the first is the beginning


def main() -> None:
    """Try the faults."""
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    writes = int(run(folder / "whole.sqlite", 0, Fault.ERROR).partition(b" ")[2])
    plan = [(at, fault) for fault in Fault for at in range(1, writes + 1)]
    for at, fault in plan[:: max(1, len(plan) // count)]:
        path = folder / f"{at}-{fault.name}.sqlite"
        said = run(path, at, fault)
        if not is_whole(path, said, died=b" " not in said):
            sys.stdout.write(f"{fault} at write {at} of {writes}: {said!r}, {held(path)} of {STEPS}\n")


def run(path: Path, at: int, fault: Fault) -> bytes:
    """Play the round with a fault: "." for each step kept, "!" for each trouble told, and the writes done."""
    AttemptStore(path).close()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        work(path, at, fault, writer)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return said


def work(path: Path, at: int, fault: Fault, writer: int) -> None:
    """In the child: go on after each trouble from what is there."""
    try:
        disk = FailingDisk()
        with closing(AttemptStore(path)) as store:
            store.check()
            disk.arm(at, fault)
            for step in range(STEPS):
                try:
                    keep(store.rounds, step)
                except StoreError:
                    disk.arm(0, fault)
                    if held(path) == step:
                        keep(store.rounds, step)
                    os.write(writer, b"!")
                os.write(writer, b".")
        os.write(writer, b" %d" % disk.count)
    finally:
        os._exit(0)


def keep(journal: RoundJournal, step: int) -> None:
    """Keep one step of the round."""
    if step == 0:
        journal.begin("r", PLAN, BANK, NOON)
    else:
        journal.append("r", step - 1, [SCRIPT[step - 1]], NOON)


def held(path: Path) -> int:
    """How many steps a file holds, which is sound and stands as they lead to; -1 where it is not."""
    with closing(AttemptStore(path)) as store:
        store.check()
        try:
            kept = store.rounds.load("r")
        except UnknownRoundError:
            return 0
        return kept.number + 1 if kept.round == after(kept.number) else -1


def is_whole(path: Path, said: bytes, *, died: bool) -> bool:
    """Whether all that was said to be kept is there, and whether a trouble was told."""
    kept = said.count(b".")
    if died:
        return held(path) in {kept, kept + 1}
    return held(path) == STEPS == kept and (path.stem == "whole" or b"!" in said)


if __name__ == "__main__":
    main()
