"""Starts processes one after the other and says what each of them cost."""

import json
import os
import resource
import signal
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CHILDREN = Path(__file__).resolve().parent / "children"
PAIRS = 15

_LIMIT = 300.0  # seconds: whoever takes longer hangs


class ChildFailedError(Exception):
    """A measured process did not come to its proper end."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took, from its start to its end.

    Attributes:
        wall: seconds by the clock.
        cpu: seconds of computing, of all its threads.
        peak: the most memory it held at once, in MiB.
        told: what it said itself, as JSON.
    """

    wall: float
    cpu: float
    peak: float
    told: Any


def start(script: str, *arguments: object, env: Mapping[str, str]) -> Cost:
    """Run one of the children to its end.

    Args:
        script: its name without `.py`.
        arguments: what it is told.
        env: its whole environment.

    Raises:
        ChildFailedError: when it fails.
    """
    command = [sys.executable, str(CHILDREN / f"{script}.py"), *map(str, arguments)]
    reader, writer = os.pipe()
    redirected = [(os.POSIX_SPAWN_DUP2, writer, 1), (os.POSIX_SPAWN_CLOSE, reader)]
    begun = time.perf_counter()
    child = os.posix_spawn(command[0], command, env, file_actions=redirected)
    limit = threading.Timer(_LIMIT, os.kill, (child, signal.SIGKILL))
    limit.start()
    os.close(writer)
    with os.fdopen(reader) as answers:
        told = answers.read()
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - begun
    limit.cancel()
    if status:
        raise ChildFailedError(f"{script} ended with {os.waitstatus_to_exitcode(status)}.")
    _check_peak(used.ru_maxrss)
    cpu = used.ru_utime + used.ru_stime
    return Cost(wall, cpu, used.ru_maxrss / 1024, json.loads(told) if told else None)


def _check_peak(peak: int) -> None:
    """Linux counts the memory of whoever starts a process as the process's own, so ours must be less."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if own >= peak:
        raise ChildFailedError(f"The peak of {peak} kB says nothing: the benchmark itself took {own} kB.")


def environment(folder: Path, data: str, **more: str) -> dict[str, str]:
    """The environment of children: their own byte code, written once, and none of Python's switches.

    Args:
        folder: where all that they write lies.
        data: the name of the folder there that stands for the user's own data.
        more: what else they shall find.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_"))}
    own = {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    own["XDG_DATA_HOME"] = str(folder / data)
    return kept | own | {"QT_LOGGING_RULES": "*=false"} | more


def side_by_side(runs: Mapping[str, Callable[[], Cost]], pairs: int = PAIRS) -> dict[str, list[Cost]]:
    """Run each in turn, A B A B and so on, after one round that does not count."""
    for run in runs.values():
        run()
    costs: dict[str, list[Cost]] = {name: [] for name in runs}
    for _ in range(pairs):
        for name, run in runs.items():
            costs[name].append(run())
    return costs


def ratio(of: list[float], to: list[float]) -> float:
    """The median of what each run took in proportion to its neighbour."""
    return median(one / other for one, other in zip(of, to, strict=True))
