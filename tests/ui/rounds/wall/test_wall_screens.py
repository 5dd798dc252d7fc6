"""Which screen the wall goes to, and what happens when a projector is plugged in or pulled out."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from quizapp.ui.rounds.wall.window import ScreenInfo, WallScreens, screen_for_wall

pytestmark = pytest.mark.smoke

ROOT = Path(__file__).parents[4]
LAPTOP = ScreenInfo("eDP-1", QRect(0, 0, 1366, 768))
BEAMER = ScreenInfo("HDMI-1", QRect(1366, 0, 1024, 768))
MONITOR = ScreenInfo("DP-1", QRect(2390, 0, 1920, 1080))
MIRROR = ScreenInfo("HDMI-1", QRect(0, 0, 1366, 768))
PARTLY = ScreenInfo("HDMI-1", QRect(0, 0, 1024, 768))
DARK = ScreenInfo("HDMI-1", QRect())


@pytest.mark.parametrize(
    ("positions", "wished", "chosen"),
    [
        ([LAPTOP], "", None),
        ([LAPTOP, BEAMER], "", BEAMER),
        ([BEAMER, LAPTOP], "", BEAMER),
        ([LAPTOP, MIRROR], "", None),
        ([LAPTOP, PARTLY], "HDMI-1", None),
        ([LAPTOP, DARK], "", None),
        ([LAPTOP, BEAMER, MONITOR], "", BEAMER),
        ([LAPTOP, BEAMER, MONITOR], "DP-1", MONITOR),
        ([LAPTOP, BEAMER], "DP-1", BEAMER),
    ],
)
def test_the_wall_goes_where_the_console_is_not(
    positions: list[ScreenInfo], wished: str, chosen: ScreenInfo | None
) -> None:
    assert screen_for_wall(positions, LAPTOP, wished) == chosen


@pytest.mark.usefixtures("qapp")
def test_with_one_screen_there_is_none_for_the_wall() -> None:
    console = QWidget()
    screens = WallScreens(console)
    assert screens.screen is None
    assert screens.choose() is None


# -- a real desktop -----------------------------------------------------------------------------------

CHILD = Path(__file__).with_name("wall_child.py")
TIMES, SECONDS = 50, 60


def run_on_two_screens(child: Path, argument: int, folder: Path) -> str:
    """Run a script on a display of its own, wide enough for two screens; returns its last line."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1800x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        try:
            os.close(write)
            with os.fdopen(read) as revealed:
                display = f":{revealed.readline().strip()}"
            env = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
            done = subprocess.run(
                [sys.executable, str(child), str(argument)],
                env=env,
                cwd=folder,
                capture_output=True,
                text=True,
                timeout=SECONDS,
                check=False,
            )
        finally:
            server.terminate()
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()[-1]


NEEDED = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xrandr")), reason="needs Xvfb and xrandr (x11-xserver-utils)"
)


@NEEDED
@pytest.mark.timeout(2 * SECONDS)
def test_pulling_out_the_projector_fifty_times_never_hides_the_wall(tmp_path: Path) -> None:
    assert run_on_two_screens(CHILD, TIMES, tmp_path) == f"{TIMES} lost, {TIMES} offered"


@NEEDED
@pytest.mark.timeout(2 * SECONDS)
def test_wall_and_console_change_screens_and_change_back(tmp_path: Path) -> None:
    assert run_on_two_screens(CHILD.with_name("swap_child.py"), 6, tmp_path) == "6 swapped"
