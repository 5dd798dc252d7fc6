"""Kills the real window while keys are pressed: whatever it showed is kept, once, and it goes on there."""

import json
import random
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.faults.window_rows import Ledger
from benchmarks.spawn import ROOT, ChildFailedError, environment
from benchmarks.table import Line

_FEW, _SHARE = 100, 10  # kills: each needs a start of the program, so of more than these only a tenth
_EARLY = 5  # every so manyth kill meets the program at its start
_START, _STEP = 1.5, 0.03  # seconds a start, and a deed, live at most until they are killed
_DEEDS = 25  # that are announced at most before a kill
_LIMIT = 60.0  # seconds: a window that says no more hangs


def measure(folder: Path, kills: int) -> Iterator[tuple[str, list[Line]]]:
    """Kill windows over one data folder, 100 or a tenth of what is asked; the last one may close properly."""
    chance, ledger = random.Random(20261123), Ledger()
    under_way, kills = 0, min(kills, max(_FEW, kills // _SHARE))
    for number in range(kills):
        is_early = number % _EARLY == _EARLY - 1
        _live(folder, ledger, chance, deeds=0 if is_early else chance.randint(1, _DEEDS))
        under_way += ledger.look(_copied(folder))
    _live(folder, ledger, chance, deeds=None)
    ledger.look(_copied(folder))
    kept = f"{ledger.unseen} of these were kept; {len(ledger.done)} rows"
    detail = f"{kills} kills, {under_way} of them in the middle of a deed; {kept}"
    yield (
        "The window killed at random moments",
        [
            Line("deeds that were shown and are lost", 0, ledger.lost, "", detail),
            Line("deeds there that were never done, or twice", 0, ledger.extra, ""),
            Line("sessions taken up at another step", 0, ledger.astray, ""),
            Line("bugs written to the log", 0, _bugs(_data(folder) / "error.log"), ""),
            Line("kills that all met it at rest", 0, 0 if under_way else 1, ""),
        ],
    )


def _live(folder: Path, ledger: Ledger, chance: random.Random, *, deeds: int | None) -> None:
    """Start a window, and kill it at its start (0), some deeds later, or let it close (None)."""
    words = ["leave"] if deeds is None else []
    command = [sys.executable, "-m", "benchmarks.faults.window_child", str(chance.randrange(10**6)), *words]
    env = environment(folder, "data", QT_QPA_PLATFORM="offscreen")
    with subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        assert child.stdout is not None
        limit = threading.Timer(_LIMIT, child.kill)
        limit.start()
        left = deeds or 0
        while left and (line := child.stdout.readline()):
            ledger.hear(told := json.loads(line))
            left -= "will" in told
        if left:
            raise ChildFailedError(f"The window ended with {child.wait()} before anybody killed it.")
        if deeds is not None:
            time.sleep(chance.uniform(0, _STEP if deeds else _START))
            child.kill()
        for line in child.stdout:
            ledger.hear(json.loads(line))
        limit.cancel()
        if deeds is None and child.wait() != 0:
            raise ChildFailedError(f"The window ended with {child.returncode} when it was closed.")


def _copied(folder: Path) -> Path:
    """A copy to look at: what a kill has left half done, the next window itself shall meet."""
    copy = folder / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    for file in _data(folder).glob("attempts.sqlite*"):
        shutil.copy2(file, copy)
    return copy


def _data(folder: Path) -> Path:
    return folder / "data" / "product-or-service"


def _bugs(log: Path) -> int:
    return log.read_text("utf-8").count("Traceback") if log.exists() else 0
