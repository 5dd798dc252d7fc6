"""Run by a test on a display of its own: wall and console change screens, and change back."""

import sys

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.paths import resources_dir
from quizapp.ui.rounds.wall.window import WallControl
from quizapp.ui.style import fonts
from quizapp.ui.style.appearance import Appearance
from tests.ui.rounds.wall.wall_child import BEAMER, LAPTOP, set_monitor, wait_until


def main(times: int) -> None:
    """Swap so often, and see each time where both are."""
    app = QApplication([])
    set_monitor("laptop", LAPTOP, "screen")
    set_monitor("beamer", BEAMER)
    wait_until(lambda: len(app.screens()) > 1)
    console = QWidget()
    console.setGeometry(QRect(20, 20, 700, 500))
    console.show()
    control = WallControl(Appearance(fonts.load(resources_dir() / "fonts")), console)
    control.begin("beamer")
    places = [LAPTOP, BEAMER]
    for _ in range(times):
        places.reverse()
        mine, walls = places
        assert control.swap()
        wait_until(lambda mine=mine: mine.contains(console.geometry()))  # type: ignore[misc]
        wait_until(lambda walls=walls: wall_geometry() == walls)  # type: ignore[misc]
        assert control.is_apart
    sys.stdout.write(f"{times} swapped\n")


def wall_geometry() -> QRect:
    """Where the wall is."""
    walls = [
        each for each in QGuiApplication.topLevelWindows() if each.title() == "Wall" and each.isVisible()
    ]
    return walls[0].geometry() if walls else QRect()


if __name__ == "__main__":
    main(int(sys.argv[1]))
