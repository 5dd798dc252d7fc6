"""A child of the tests that is killed while it answers."""

import subprocess
import sys
from pathlib import Path


def told_before_death(module: str, folder: Path, lines: int) -> list[list[str]]:
    """Run a module over a folder, kill it behind so many lines, and return their two words each.

    What it wrote before it died is among them.
    """
    command = [sys.executable, "-m", module, str(folder)]
    root = Path(__file__).parent.parent
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as child:
        assert child.stdout is not None
        told = [child.stdout.readline().split() for _ in range(lines)]
        child.kill()
        return told + [line.split() for line in child.stdout.read().splitlines() if len(line.split()) == 2]
