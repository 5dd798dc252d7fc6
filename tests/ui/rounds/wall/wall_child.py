"""Run by a test on a display of its own: plays a console and a wall while the projector comes and goes."""

import random
import subprocess
import sys
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QRect, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.paths import resources_dir
from quizapp.ui.rounds.wall.window import WallControl, WallScreens, WallWindow
from quizapp.ui.style import fonts
from quizapp.ui.style.appearance import Appearance
from tests.ui.rounds.wall.walls import VIEWS

LAPTOP, BEAMER = QRect(0, 0, 1000, 768), QRect(1000, 0, 800, 600)
NEAR, FAR = QRect(1000, 0, 400, 600), QRect(1400, 0, 400, 600)
PATIENCE = 5000  # ms


class WallRig:
    """A console, a wall, and what is done with them when the projector comes and goes."""

    def __init__(self) -> None:
        self.lost = self.offered = 0
        self.console = QWidget()
        self.console.setGeometry(LAPTOP.adjusted(100, 100, -100, -100))
        self.console.show()
        self.wall = WallWindow(Appearance(fonts.load(resources_dir() / "fonts")))
        self.screens = WallScreens(self.console)
        self.screens.wall_lost.connect(self._come_back)
        self.screens.wall_offered.connect(self._go)
        self.is_paused = True

    def _come_back(self) -> None:
        self.lost += 1
        self.is_paused = True
        self.wall.hide()

    def _go(self, _name: str) -> None:
        self.offered += 1
        self.is_paused = False
        screen = self.screens.choose()
        assert screen is not None
        self.wall.go_to(screen)

    def is_away(self) -> bool:
        """Whether the wall is not shown, and nothing waits for it."""
        return self.is_paused and not self.wall.isVisible()

    def is_there(self) -> bool:
        """Whether the wall fills the projector, and only that."""
        return not self.is_paused and self.wall.isVisible() and self.wall.geometry() == BEAMER


def wait_until(holds: Callable[[], bool]) -> None:
    """Run events until something holds."""
    loop, step = QEventLoop(), QTimer()
    step.timeout.connect(lambda: loop.quit() if holds() else None)
    step.start(2)
    QTimer.singleShot(PATIENCE, loop.quit)
    loop.exec()
    assert holds(), [(each.name(), each.geometry()) for each in QGuiApplication.screens()]


def set_monitor(name: str, area: QRect, output: str = "none") -> None:
    """Have a part of the display be a screen."""
    size = f"{area.width()}/200x{area.height()}/150+{area.x()}+{area.y()}"
    subprocess.run(["xrandr", "--setmonitor", name, size, output], check=True)  # noqa: S607


def main(times: int) -> None:
    """Plug the projector in and pull it out, in states of the round drawn by lot."""
    app = QApplication([])
    set_monitor("laptop", LAPTOP, "screen")
    rig = WallRig()
    chance = random.Random(5)
    for _ in range(times):
        set_monitor("beamer", BEAMER)
        wait_until(rig.is_there)
        rig.wall.frame.show_view(VIEWS[chance.choice(sorted(VIEWS))])
        for _ in range(chance.randrange(3)):
            app.processEvents()
        subprocess.run(["xrandr", "--delmonitor", "beamer"], check=True)  # noqa: S607
        wait_until(rig.is_away)
        assert LAPTOP.contains(rig.console.geometry())
    rig.screens.deleteLater()
    follow_the_window_manager(rig.console)
    sys.stdout.write(f"{rig.lost} lost, {rig.offered} offered\n")


def follow_the_window_manager(console: QWidget) -> None:
    """Move the wall as a window manager would: the console's label says where it is now."""
    set_monitor("near", NEAR)
    set_monitor("far", FAR)
    control = WallControl(Appearance(fonts.load(resources_dir() / "fonts")), console)
    wait_until(lambda: len(control.screens()) == 2)
    control.begin("near")
    wait_until(lambda: control.words.startswith("near"))
    told: list[str] = []
    control.repainted.connect(lambda: told.append(control.words))
    control.frame.window().showNormal()
    control.frame.window().setGeometry(FAR)
    wait_until(lambda: control.words.startswith("far"))
    wait_until(lambda: bool(told) and told[-1].startswith("far"))
    control.end()


if __name__ == "__main__":
    main(int(sys.argv[1]))
