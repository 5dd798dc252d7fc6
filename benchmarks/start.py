"""The start: beside a bare window with a label, until Today and until the first question is painted."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from benchmarks.spawn import CHILDREN, Cost, environment, ratio, side_by_side, start
from benchmarks.table import Line

_UNWANTED = ("pydantic", "yaml", "asyncio", "starlette", "fsrs")
_TODAY_LIMIT, _QUESTION_LIMIT, _PEAK_LIMIT = 1.9, 2.5, 1.4


def measure(folder: Path) -> Iterator[tuple[str, list[Line]]]:
    """The goals on each platform that there is."""
    platforms = ["offscreen", *(["xcb"] if os.environ.get("DISPLAY") else [])]
    for platform in platforms:
        with _company(platform, folder):
            yield f"Start ({platform})", _on(platform, folder)
    print(f"\nImported before the first paint, though not wanted: {_imported_too_early(folder) or 'nothing'}")


@contextmanager
def _company(platform: str, folder: Path) -> Iterator[None]:
    """Have a window open all the time: an X server with nobody on it starts anew between two of ours."""
    command = [sys.executable, str(CHILDREN / "bare_window.py"), "stay"]
    with subprocess.Popen(command, env=environment(folder, "company", QT_QPA_PLATFORM=platform)) as window:
        try:
            yield
        finally:
            window.terminate()


def _on(platform: str, folder: Path) -> list[Line]:
    envs = {aim: environment(folder, aim, QT_QPA_PLATFORM=platform) for aim in ("today", "question")}
    for env in envs.values():  # makes the store and the cached bank
        start("program", "question", env=env)
        start("program", "close", env=env)
    costs = side_by_side(
        {
            "bare": lambda: start("bare_window", env=envs["today"]),
            "painted": lambda: start("program", "painted", env=envs["today"]),
            "today": lambda: start("program", "today", env=envs["today"]),
            "question": lambda: start("program", "question", env=envs["question"]),
        }
    )
    return _lines(**costs)


def _lines(bare: list[Cost], painted: list[Cost], today: list[Cost], question: list[Cost]) -> list[Line]:
    lines = []
    for words, costs, limit in (
        ("Today painted", painted, _TODAY_LIMIT),
        ("Today painted and answering keys", today, _TODAY_LIMIT),
        ("first question painted, bank unchanged", question, _QUESTION_LIMIT),
    ):
        for kind in ("wall", "cpu"):
            ours, theirs = ([getattr(cost, kind) for cost in each] for each in (costs, bare))
            detail = f"{1e3 * median(ours):.0f} ms to {1e3 * median(theirs):.0f} ms"
            lines.append(Line(f"{words}, {kind}", limit, ratio(ours, theirs), "×", detail))
    for words, costs in (("Today", today), ("first question", question)):
        ours, theirs = [cost.peak for cost in costs], [cost.peak for cost in bare]
        detail = f"{median(ours):.1f} MiB to {median(theirs):.1f} MiB"
        lines.append(Line(f"{words}, peak memory", _PEAK_LIMIT, ratio(ours, theirs), "×", detail))
    return lines


def _imported_too_early(folder: Path) -> str:
    """The unwanted modules that `-X importtime` names."""
    command = [sys.executable, "-X", "importtime", str(CHILDREN / "program.py"), "today"]
    env = environment(folder, "today", QT_QPA_PLATFORM="offscreen")
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    names = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if "|" in line}
    return ", ".join(sorted(name for name in names if name.partition(".")[0] in _UNWANTED))
