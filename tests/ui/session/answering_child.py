"""Run by a test on a display of its own: somebody answers on keyboards of other layouts."""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication

from quizapp.domain.session import Session
from tests.ui.keyboards import bring, press, use, wait
from tests.ui.sessions import explained, session_on
from tests.ui.window_rig import BUSY, STOPPED, WindowRig

SESSION = ("answer", "reason", "undo", "flag", "copy", "note")


class Heard:
    """What the pages ask for."""

    def __init__(self, rig: WindowRig) -> None:
        self._rig = rig
        self._said: list[str] = []
        for name in SESSION:
            getattr(rig.session, f"{name}_requested").connect(partial(self._say, name))
        rig.today.resume_requested.connect(partial(self._say, "resume"))
        rig.window.menus.start_requested.connect(partial(self._say, "start"))

    def _say(self, name: str, value: object = "") -> None:
        self._said.append(f"{name} {value}".strip())

    def after(self, *keys: str) -> list[str]:
        """What was asked for on pressing keys."""
        self._said.clear()
        press(*keys)
        return list(self._said)

    def on(self, session: Session, *keys: str) -> list[str]:
        """What was asked for at a step of a session."""
        self._rig.show_step(session)
        wait()
        return self.after(*keys)


def check(rig: WindowRig, heard: Heard, *, letters: bool) -> None:
    """Press every key of a session; `letters` says whether they stand where Americans have them."""
    asked, reasons = session_on("clear"), session_on("clear").answered("service")
    assert heard.on(asked, "P", "S") == ["answer product", "answer service"]
    assert heard.on(reasons, "2", "0") == [f"reason {reasons.current.reasons[1].id}", "reason"]
    assert heard.on(reasons, "U", "F", "C", "N") == ["undo", "flag", "copy", "note"]
    choice = session_on("choice")
    order = choice.current.order
    assert heard.on(choice, "B", "1") == [f"answer {order[1]}", f"answer {order[0]}"]
    rig.show_step(explained("clear", "product"))
    wait()
    folds = [
        each for each in rig.session.findChildren(QAbstractButton) if each.isCheckable() and each.isVisible()
    ]
    before = [fold.isChecked() for fold in folds]
    press("A" if letters else "Q")
    assert [fold.isChecked() for fold in folds] != before
    rig.show_today(BUSY, STOPPED)
    wait()
    assert heard.after("R")[0].startswith("resume")
    assert heard.after("Ctrl+N") == ["start"]


def main(layouts: list[str]) -> None:
    """Type the same on every layout."""
    app = QApplication([])
    assert isinstance(app, QApplication)
    rig = WindowRig(app, Path.cwd())
    heard = Heard(rig)
    bring(rig.window)
    for layout in layouts:
        use(layout)
        check(rig, heard, letters=layout != "fr")  # A and Q have changed their places there
    sys.stdout.write(f"{len(layouts)} layouts\n")


if __name__ == "__main__":
    main(sys.argv[1:])
