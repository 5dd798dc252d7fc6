"""The checks of the house rules begin with the session, beside the tests: two cores are usual."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

Checks = Mapping[str, "subprocess.Popen[str]"]

ROOT = Path(__file__).parent.parent
FOLDERS = ["quizapp", "questions", "tests", "benchmarks"]
COMMANDS = {
    "lint": [sys.executable, "-m", "ruff", "check", "--quiet", "."],
    "format": [sys.executable, "-m", "ruff", "format", "--check", "--quiet", "."],
    "spelling": [sys.executable, "-m", "codespell_lib", *FOLDERS, *map(str, ROOT.glob("*.md"))],
    "types": [sys.executable, "-m", "mypy", "--no-error-summary"],
    "imports": [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
}
_RUNNING = pytest.StashKey[Checks]()


def pytest_collection_finish(session: pytest.Session) -> None:
    """Begin the checks whose results a test will want."""
    wanted = any("checks" in getattr(item, "fixturenames", ()) for item in session.items)
    if wanted and not session.config.option.collectonly:
        session.config.stash[_RUNNING] = {
            name: subprocess.Popen(
                command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
            )
            for name, command in COMMANDS.items()
        }


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave no process behind when the session ends before their tests."""
    for process in config.stash.get(_RUNNING, {}).values():
        if process.poll() is None:
            process.kill()
            process.wait()


@pytest.fixture(scope="session")
def checks(request: pytest.FixtureRequest) -> Checks:
    """The running checks by their names."""
    return request.config.stash[_RUNNING]
