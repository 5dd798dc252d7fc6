"""Kills the writer at random moments: what it acknowledged must be there, once, and nothing half.

A writer of the naive kind is killed beside it; were it to lose nothing, the kills would prove nothing.
"""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

from benchmarks.faults import deeds
from benchmarks.table import Line
from quizapp.storage.answers.store import AttemptStore

_LENGTH = 200
_PATIENCE = 0.06  # seconds a writer lives at most after its first acknowledgement
_FRESH = 10  # every so manyth kill meets the making of a new file
_LIVES = 50  # kills that one file lives through; it is looked through after each


def measure(folder: Path, kills: int) -> Iterator[tuple[str, list[Line]]]:
    """Kill both writers so many times, the naive one less often."""
    chance = random.Random(20261122)
    lost = extra = acknowledged = 0
    for number in range(kills):
        fresh = number % _FRESH == 0
        path = folder / (f"fresh-{number}.sqlite" if fresh else f"killed-{number // _LIVES}.sqlite")
        count, kept = _kill_store(path, f"s{number}", chance, wait=not fresh)
        acknowledged += count
        lost += max(0, count - kept)
        extra += max(0, kept - count - 1)
    for path in folder.glob("killed-*.sqlite"):
        with closing(AttemptStore(path)) as store:
            store.check()
    naive = sum(_kill_naive(folder / f"naive-{number}.json", chance) for number in range(max(kills // 5, 30)))
    detail = f"{kills} kills, {acknowledged} acknowledged deeds"
    control = f"it lost {naive} answers in {max(kills // 5, 30)} kills"
    yield (
        "Killed at random moments",
        [
            Line("acknowledged deeds lost", 0, lost, "", detail),
            Line("deeds there that were never done, or twice", 0, extra, ""),
            Line("naive writers that lose nothing either", 0, 0 if naive else 1, "", control),
        ],
    )


def _kill_store(path: Path, name: str, chance: random.Random, *, wait: bool) -> tuple[int, int]:
    """How many deeds a writer acknowledged until it was killed, and how many are found."""
    todo = deeds.session(name, _LENGTH)

    def write(acknowledge: Callable[[], object]) -> None:
        store = AttemptStore(path)
        for deed in todo:
            deed.keep(store)
            acknowledge()

    count = _acknowledged(write, chance.uniform(0, _PATIENCE), wait=wait)
    AttemptStore(path).close()  # rolls back what was in the middle, and makes a file that was never made
    found = deeds.found(path, name)
    kept = sum(map(len, found.values()))
    return count, kept if found == deeds.expected(todo[:kept]) else sys.maxsize


def _kill_naive(path: Path, chance: random.Random) -> int:
    """How many acknowledged answers a writer has lost that rewrites its file for each."""

    def write(acknowledge: Callable[[], object]) -> None:
        answers = []
        for number in range(10**6):
            answers.append({"question": number, "answer": "service"})
            with path.open("w", encoding="utf-8") as file:
                json.dump(answers, file)
            acknowledge()

    count = _acknowledged(write, chance.uniform(0, _PATIENCE), wait=True)
    kept: list[object] = []
    with suppress(ValueError):
        kept = json.loads(path.read_text("utf-8"))
    path.unlink()
    return max(0, count - len(kept))


def _acknowledged(write: Callable[[Callable[[], object]], None], patience: float, *, wait: bool) -> int:
    """How often a writer of its own process called back until it was killed."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            write(partial(os.write, writer, b"."))
        finally:
            os._exit(1)
    os.close(writer)
    with os.fdopen(reader, "rb", buffering=0) as acknowledgements:
        first = acknowledgements.read(1) if wait else b""
        time.sleep(patience)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return len(first or b"") + len(acknowledgements.read() or b"")
