"""Run by a test on a display of its own: a trainer types on keyboards of other layouts."""

import sys
from dataclasses import replace

from PySide6.QtWidgets import QApplication

from quizapp.domain.round_plan import AnsweringMode
from quizapp.paths import resources_dir
from quizapp.ui.rounds.console.page import ConsolePage
from quizapp.ui.style import fonts
from quizapp.ui.style.appearance import Appearance
from tests.ui.keyboards import bring, press, use, wait
from tests.ui.rounds.console.consoles import OPEN, PLAN, Played, record

TYPED = ("1", "P", "2", "S", "1", "0", "T", "Space")
EXPECTED = ["Vote product", "Vote service", "Vote ", "MoreTime ", "Next "]


def happened(page: ConsolePage, appearance: Appearance, layout: str) -> list[str]:
    """What came of the keys on a layout; which letter stands on them makes no difference by place."""
    use(layout)
    plan = replace(PLAN, answering=AnsweringMode.TEAMS, teams=3)
    played = Played(page, appearance, record(*OPEN, plan=plan))
    page.setFocus()
    wait()
    press(*TYPED)
    played.entry.setParent(None)
    return [f"{type(event).__name__} {getattr(event, 'answer', '')}" for event in played.happened]


def main(layouts: list[str]) -> None:
    """Type the same on every layout."""
    QApplication([])
    appearance = Appearance(fonts.load(resources_dir() / "fonts"))
    for layout in layouts:
        page = ConsolePage(appearance)
        bring(page)
        found = happened(page, appearance, layout)
        assert found == EXPECTED, (layout, found)
        page.close()
    sys.stdout.write(f"{len(layouts)} layouts\n")


if __name__ == "__main__":
    main(sys.argv[1:])
