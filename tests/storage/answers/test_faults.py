"""Kills, failing writes and damaged files, some of each; `python -m benchmarks.faults` does them all."""

import os
import subprocess
import sys
from ctypes.util import find_library
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
NEEDS = {
    "kills": hasattr(os, "fork"),
    "writes": hasattr(os, "fork") and find_library("sqlite3") is not None,
    "corruptions": True,
    "alterations": True,
    "cache": hasattr(os, "mkfifo"),
    "short": hasattr(os, "fork"),
    "clocks": True,
    "locks": True,
}
COUNTS = {"kills": 30, "writes": 30, "corruptions": 100, "alterations": 10, "cache": 60}
COUNTS |= {"short": 12, "clocks": 12, "locks": 6}


@pytest.mark.parametrize(("group", "count"), COUNTS.items())
def test_what_was_acknowledged_outlives(group: str, count: int, tmp_path: Path) -> None:
    if not NEEDS[group]:
        pytest.skip("needs a Unix system, and SQLite as a library of its own")
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.faults", group, "--count", str(count)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
