"""Rounds under kill −9 and failing disks: what was acknowledged is there, and the round goes on."""

import os
import random
import signal
import subprocess
import sys
import time
from ctypes.util import find_library
from pathlib import Path

import pytest

from quizapp.domain.round import Phase
from quizapp.domain.round_record import RoundRecord
from tests.quiz_rig import QuizRig
from tests.storage.rounds.round_child import NAMES
from tests.storage.rounds.round_script import BANK, SCRIPT, after, first_in

ROOT = Path(__file__).parents[3]
STOPS = sorted(first_in(phase) for phase in Phase)


def python(module: str, *arguments: object) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", f"tests.storage.rounds.{module}", *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)


def kill(child: "subprocess.Popen[bytes]") -> int:
    """End a child as a power cut would; how much of what it said was not heard yet."""
    child.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    rest, _ = child.communicate()
    return len(rest)


def resumed(folder: Path) -> RoundRecord:
    quiz = QuizRig(folder).quiz
    try:
        (head,) = quiz.rounds.past()
        assert bool(quiz.rounds.unfinished()) == (head.ended_at is None)
        return quiz.rounds.load(head.id)
    finally:
        quiz.close()


def test_killed_in_every_phase_the_round_is_what_was_acknowledged(tmp_path: Path) -> None:
    for start, stop in zip([0, *STOPS], STOPS, strict=False):
        child = python("round_child", tmp_path, start, stop)
        assert child.stdout is not None
        assert child.stdout.read(1 + stop - start) == b"b" + b"." * (stop - start)
        kill(child)
        record = resumed(tmp_path)
        assert (record.round, record.bank, record.names) == (after(stop), BANK, NAMES)
    assert record.round.phase is Phase.CLOSED


def test_killed_at_random_moments_nothing_acknowledged_is_missing(tmp_path: Path) -> None:
    chance = random.Random(5)
    kept = 0
    for _ in range(5):
        child = python("round_child", tmp_path, kept, len(SCRIPT))
        assert child.stdout is not None
        assert child.stdout.read(1) == b"b"
        time.sleep(chance.uniform(0, 0.01))
        acknowledged = kept + kill(child)
        found = resumed(tmp_path).round
        kept = acknowledged if found == after(acknowledged) else acknowledged + 1
        assert found == after(kept)
        if kept == len(SCRIPT):
            break


@pytest.mark.skipif(
    not hasattr(os, "fork") or find_library("sqlite3") is None,
    reason="needs a Unix system, and SQLite as a library of its own",
)
def test_whichever_write_fails_the_round_stays_whole(tmp_path: Path) -> None:
    said, _ = python("round_writes", tmp_path, 30).communicate()
    assert said == b""
