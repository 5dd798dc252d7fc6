"""Run by a test on a display of its own: a trainer types on keyboards of other layouts."""

import subprocess
import sys
from dataclasses import replace

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from quizapp.domain.round_plan import AnsweringMode
from quizapp.paths import resources_dir
from quizapp.ui.rounds.console.page import ConsolePage
from quizapp.ui.style import fonts
from quizapp.ui.style.appearance import Appearance
from tests.ui.rounds.console.consoles import OPEN, PLAN, Played, record

ONE, TWO, ZERO, P, S, T, SPACE = 10, 11, 19, 33, 39, 28, 65  # key codes of X11: places, not signs
TYPED = (ONE, P, TWO, S, ONE, ZERO, T, SPACE)
EXPECTED = ["Vote product", "Vote service", "Vote ", "MoreTime ", "Next "]
PATIENCE = 200  # ms for a key to come through


def run(milliseconds: int) -> None:
    """Run events for some time."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def call(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


def happened(page: ConsolePage, appearance: Appearance, layout: str) -> list[str]:
    """What came of the keys on a layout; which letter stands on them makes no difference by place."""
    call("setxkbmap", layout)
    plan = replace(PLAN, answering=AnsweringMode.TEAMS, teams=3)
    played = Played(page, appearance, record(*OPEN, plan=plan))
    page.setFocus()
    run(PATIENCE)
    for code in TYPED:
        call("xdotool", "key", str(code))
        run(PATIENCE // 4)
    run(PATIENCE)
    played.entry.setParent(None)
    return [f"{type(event).__name__} {getattr(event, 'answer', '')}" for event in played.happened]


def main(layouts: list[str]) -> None:
    """Type the same on every layout."""
    QApplication([])
    appearance = Appearance(fonts.load(resources_dir() / "fonts"))
    for layout in layouts:
        page = ConsolePage(appearance)
        page.show()
        run(2 * PATIENCE)
        call("xdotool", "windowfocus", "--sync", str(int(page.winId())))
        run(PATIENCE)
        found = happened(page, appearance, layout)
        assert found == EXPECTED, (layout, found)
        page.close()
    sys.stdout.write(f"{len(layouts)} layouts\n")


if __name__ == "__main__":
    main(sys.argv[1:])
