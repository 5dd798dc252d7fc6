"""What a start must not wait for: heavy modules that neither the first question nor a command needs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.smoke

ROOT = Path(__file__).parent.parent
HEAVY = {"pydantic", "pydantic_core", "yaml", "asyncio", "starlette", "uvicorn", "fsrs"}
TO_THE_FIRST_QUESTION = """
import os, sys
from PySide6.QtCore import QTimer
from quizapp import app
from quizapp.ui.session.answer_tile import AnswerTile
from quizapp.ui.shell.main_window import MainWindow
from quizapp.ui.today.page import TodayPage

def look():
    windows = [each for each in app.QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
    if any(tile.isVisible() for tile in windows[0].findChildren(AnswerTile)):
        print(*sys.modules, flush=True)
        os._exit(0)
    for today in windows[0].findChildren(TodayPage):
        today.start_requested.emit()
    QTimer.singleShot(5, look)

QTimer.singleShot(0, look)
app.run(sys.argv[1], [])
"""
COMMAND = """
import sys
from quizapp.__main__ import main
try:
    main(sys.argv[1:])
finally:
    sys.stderr.write(" ".join(sys.modules))
"""


def python(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=60)


def test_the_first_question_of_a_kept_bank_loads_nothing_heavy(tmp_path: Path) -> None:
    python(TO_THE_FIRST_QUESTION, tmp_path)  # reads the bank and keeps it
    (tmp_path / "attempts.sqlite").unlink()
    done = python(TO_THE_FIRST_QUESTION, tmp_path)
    assert done.returncode == 0, done.stderr
    assert "quizapp.ui.session.answer_tile" in done.stdout.split()
    assert HEAVY & set(done.stdout.split()) == set()


@pytest.mark.parametrize("words", [["check", "--help"], ["check", "questions/vocabulary.yaml"], ["schema"]])
def test_no_command_loads_qt(words: list[str]) -> None:
    done = python(COMMAND, *words)
    modules = {module.partition(".")[0] for module in done.stderr.split()}
    assert "argparse" in modules, done.stderr
    assert modules & {"PySide6", "shiboken6"} == set()
