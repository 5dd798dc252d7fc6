"""The house rules that a machine can check: lint, format, spelling, types, import contracts.

They come first, since they take longest and the other tests run beside them.
"""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = ["quizapp", "questions", "tests", "benchmarks"]
COMMANDS = {
    "types": [sys.executable, "-m", "mypy", "--no-error-summary"],
    "imports": [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
    "lint": [sys.executable, "-m", "ruff", "check", "--quiet", "."],
    "format": [sys.executable, "-m", "ruff", "format", "--check", "--quiet", "."],
    "spelling": [sys.executable, "-m", "codespell_lib", *FOLDERS, *map(str, ROOT.glob("*.md"))],
}


@pytest.mark.timeout(280)
@pytest.mark.parametrize("name", COMMANDS)
def test_the_code_keeps_the_rules(name: str) -> None:
    done = subprocess.run(COMMANDS[name], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
