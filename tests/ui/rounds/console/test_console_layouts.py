"""A round is led on keyboards without Latin letters, and without digits, by the places of the keys."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHILD = Path(__file__).with_name("layouts_child.py")
ROOT = Path(__file__).parents[4]
LAYOUTS = ["us", "fr", "ru", "gr", "il", "de"]
TOOLS = ("Xvfb", "setxkbmap", "xdotool")
SECONDS = 60


@pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason=f"needs {', '.join(TOOLS)}")
@pytest.mark.timeout(2 * SECONDS)
def test_answers_and_commands_are_found_by_place(tmp_path: Path) -> None:
    read, write = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(write),
        "-screen",
        "0",
        "1280x900x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        try:
            os.close(write)
            with os.fdopen(read) as revealed:
                display = f":{revealed.readline().strip()}"
            env = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
            child = [sys.executable, str(CHILD), *LAYOUTS]
            done = subprocess.run(
                child, env=env, cwd=tmp_path, capture_output=True, text=True, timeout=SECONDS, check=False
            )
        finally:
            server.terminate()
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == f"{len(LAYOUTS)} layouts"
