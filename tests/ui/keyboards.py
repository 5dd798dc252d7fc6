"""Keyboards of other layouts: a display of its own for a child, and keys pressed on it by their places."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

ROOT = Path(__file__).parents[2]
LAYOUTS = ("us", "fr", "ru", "gr", "il", "de")
SECONDS = 60
PATIENCE = 200  # ms for a key to come through

_TOOLS = ("Xvfb", "setxkbmap", "xdotool")
_CODES = {  # of X11: places, not signs
    **{str(digit): 9 + digit for digit in range(1, 10)},
    "0": 19,
    **{letter: 24 + at for at, letter in enumerate("QWERTYUIOP")},
    **{letter: 38 + at for at, letter in enumerate("ASDFGHJKL")},
    **{letter: 52 + at for at, letter in enumerate("ZXCVBNM")},
    "Space": 65,
    "Ctrl": 37,
}

needs_tools = pytest.mark.skipif(not all(map(shutil.which, _TOOLS)), reason=f"needs {', '.join(_TOOLS)}")


def run_on_display(child: Path, folder: Path) -> None:
    """Run a child on a display of its own; it tells at the end on how many layouts it has typed."""
    read, write = os.pipe()
    server = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    with subprocess.Popen([*server, "-noreset"], pass_fds=[write], stderr=subprocess.DEVNULL) as running:
        try:
            os.close(write)
            with os.fdopen(read) as revealed:
                display = f":{revealed.readline().strip()}"
            env = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
            typing = [sys.executable, str(child), *LAYOUTS]
            done = subprocess.run(
                typing, env=env, cwd=folder, capture_output=True, text=True, timeout=SECONDS, check=False
            )
        finally:
            running.terminate()
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == f"{len(LAYOUTS)} layouts"


# -- in the child ------------------------------------------------------------------------------------


def wait(milliseconds: int = PATIENCE) -> None:
    """Run events for some time."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def use(layout: str) -> None:
    """Have the keyboard be of a layout."""
    _call("setxkbmap", layout)
    wait()


def bring(window: QWidget) -> None:
    """Show a window, and have it take the keyboard."""
    window.show()
    wait(2 * PATIENCE)
    _call("xdotool", "windowfocus", "--sync", str(int(window.winId())))
    wait()


def press(*keys: str) -> None:
    """Press keys, named by what an American keyboard prints on them; `Ctrl+N` holds one."""
    for key in keys:
        codes = [str(_CODES[part]) for part in key.split("+")]
        _call("xdotool", *(f for code in codes[:-1] for f in ("keydown", code)), "key", codes[-1])
        for code in codes[:-1]:
            _call("xdotool", "keyup", code)
        wait(PATIENCE // 4)
    wait()


def _call(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
