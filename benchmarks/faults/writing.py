"""Lets each write of a session and of its copy fail: what was acknowledged is there, the next try works."""

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from benchmarks.faults import deeds
from benchmarks.faults.failing_disk import FailingDisk, Fault
from benchmarks.table import Line
from quizapp.storage.answers.backup import newest_first
from quizapp.storage.answers.errors import StoreError
from quizapp.storage.answers.store import AttemptStore

_NAME, _LENGTH = "s", 2


def measure(folder: Path, count: int) -> Iterator[tuple[str, list[Line]]]:
    """Every kind of fault at every write, or at evenly chosen ones when these are more than `count`."""
    total = _run(folder / "whole.sqlite", 0, Fault.ERROR).writes
    plan = [(at, fault) for fault in Fault for at in range(1, total + 1)]
    chosen = plan[:: max(1, len(plan) // count)]
    runs = [_run(folder / f"{at}-{fault.name}.sqlite", at, fault) for at, fault in chosen]
    bad = [words for words, run in zip(chosen, runs, strict=True) if not run.is_whole]
    unheard = sum(not (run.was_told or run.died) for run in runs)
    detail = f"{len(chosen)} of {len(plan)} faults at {total} writes" + (f", first {bad[0]}" if bad else "")
    yield (
        "Every write failing",
        [
            Line("faults that lost, doubled or halved a deed", 0, len(bad), "", detail),
            Line("faults that nothing was said about", 0, unheard, ""),
        ],
    )


@dataclass(frozen=True, slots=True)
class _Run:
    """How the deeds went: writes done (0 when the process died), and what became of them."""

    writes: int
    died: bool
    was_told: bool
    is_whole: bool


def _run(path: Path, at: int, fault: Fault) -> _Run:
    """Do the deeds in a process of its own, with a fault at a write."""
    AttemptStore(path).close()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _work(path, at, fault, writer)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        told, _, writes = pipe.read().partition(b" ")
    os.waitpid(child, 0)
    todo = deeds.session(_NAME, _LENGTH)
    is_whole = _is_whole(path, todo, told.count(b"."), died=not writes)
    return _Run(int(writes or 0), not writes, b"!" in told, is_whole)


def _work(path: Path, at: int, fault: Fault, writer: int) -> None:
    """In the child: say "." for each deed kept, "!" for each error, and how many writes there were."""
    try:
        disk = FailingDisk()
        with closing(AttemptStore(path)) as store:
            disk.arm(at, fault)
            for deed in deeds.session(_NAME, _LENGTH):
                os.write(writer, _keep(store, deed, path, disk))
            os.write(writer, _copy(store, disk))
        os.write(writer, b" %d" % disk.count)
    finally:
        os._exit(0)


def _keep(store: AttemptStore, deed: deeds.Deed, path: Path, disk: FailingDisk) -> bytes:
    """Keep a deed; when that fails, once more, unless it is there for all that was said."""
    before = deeds.found(path, _NAME)
    try:
        deed.keep(store)
    except StoreError:
        disk.arm(0, Fault.ERROR)
        if deeds.found(path, _NAME) == before:
            deed.keep(store)
        return b"!."
    return b"."


def _copy(store: AttemptStore, disk: FailingDisk) -> bytes:
    """Make the copy of the day, at the second try when the first one fails."""
    try:
        store.back_up_if_due(deeds.AT)
    except StoreError:
        disk.arm(0, Fault.ERROR)
        store.back_up_if_due(deeds.AT)
        return b"!"
    return b""


def _is_whole(path: Path, todo: list[deeds.Deed], acknowledged: int, *, died: bool) -> bool:
    AttemptStore(path).close()
    found = deeds.found(path, _NAME)
    copies = [deeds.found(copy.path, _NAME) for copy in newest_first(path)]
    possible = [todo[:acknowledged], todo[: acknowledged + 1]] if died else [todo]
    wanted = ([found], []) if died else ([found],)
    return copies in wanted and any(found == deeds.expected(done) for done in possible)
