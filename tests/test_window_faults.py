"""A few kills of the real window; `python -m benchmarks.faults window` does a hundred."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.faults.window_rows import Ledger, Row

ROOT = Path(__file__).parent.parent


def test_what_the_window_showed_outlives_kills(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.faults", "window", "--count", "4"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("row", [["note", "odd"], ["flag", "q", 1], ["session", 10]])
def test_what_is_missing_in_the_file_is_noticed(tmp_path: Path, row: Row) -> None:
    ledger = Ledger()
    ledger.hear({"will": [row], "to": [0, "answer"]})
    ledger.hear({"shown": [0, "answer"]})
    assert not ledger.look(tmp_path)
    assert ledger.lost == 1


def test_going_on_elsewhere_is_noticed() -> None:
    ledger = Ledger(done=[["session", 10]], place=[3, "reason"])
    ledger.hear({"at": [3, "answer"], "resumed": True})
    assert ledger.astray == 1
