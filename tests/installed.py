"""What an installed wheel must do, far from the source: `python tests/installed.py ENVIRONMENT`."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

LICENCES = ("MIT License", "Attribution 4.0 International", "SIL OPEN FONT LICENSE", "ISC License")

SHOWS_A_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from quizapp import app, paths
from quizapp.ui.shell import opening

class Window(opening.MainWindow):
    def show(self):
        super().show()
        self.painted.connect(lambda: QTimer.singleShot(500, self.look))

    def look(self):
        print("visible" if self.isVisible() else "hidden", paths.questions_dir())
        self.close()

opening.MainWindow = Window
sys.exit(app.run(sys.argv[1], []))
"""


def run(*words: str | Path, folder: Path) -> str:
    """What a command prints; it is run in a folder that knows nothing of the source."""
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": "", "PYTHONSAFEPATH": "1"}
    done = subprocess.run(
        words, cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=120
    )
    if done.returncode:
        sys.exit(f"{words} ended with {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout


def main(environment: Path) -> None:
    """Look at the licences, check the banks by each command, and open the window."""
    found = sorted(environment.glob("lib/python*/site-packages/product_or_service-*.dist-info/licenses/**/*"))
    told = "".join(path.read_text("utf-8") for path in found if path.is_file())
    if missing := [each for each in LICENCES if each not in told]:
        sys.exit(f"The wheel lacks the text of {missing}.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shown = run(environment / "bin" / "python", "-c", SHOWS_A_WINDOW, folder / "data", folder=folder)
        if not shown.startswith(f"visible {environment}"):
            sys.exit(f"The window used {shown}.")
        banks = sorted(Path(shown.split(maxsplit=1)[1].strip()).glob("*.yaml"))
        for command in ("quizapp", "product-or-service"):
            checked = run(environment / "bin" / command, "check", *banks, folder=folder)
            sys.stdout.write(f"{command}: {checked.splitlines()[-1]}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute())
