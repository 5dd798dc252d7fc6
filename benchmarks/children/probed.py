"""What the measured programs share: the real program, and a loop of its own choice."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6 import QtWidgets
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from quizapp import __main__

if TYPE_CHECKING:
    from quizapp.ui.shell.controller import Navigation
    from quizapp.ui.shell.main_window import MainWindow

    Probe = Callable[[MainWindow], object]


def run(probe: "Probe") -> None:
    """Start the program the usual way, and hand its window to a probe when its loop begins.

    Nothing of the program is imported before that: it may import in a way of its own.
    """

    class ProbedApplication(QApplication):
        """The application that `app.run` makes."""

        def exec(self) -> int:  # type: ignore[override]
            from quizapp.ui.shell.main_window import MainWindow  # noqa: PLC0415 - see above

            (window,) = (each for each in self.topLevelWidgets() if isinstance(each, MainWindow))
            self.kept = probe(window)
            return super().exec()

    vars(QtWidgets)["QApplication"] = ProbedApplication
    __main__.main([])


def navigation(window: "MainWindow") -> "Navigation":
    """What decides over the pages of a window."""
    from quizapp.ui.shell.controller import Navigation  # noqa: PLC0415 - see `run`

    (found,) = window.findChildren(Navigation)
    return found


def wait_for(condition: Callable[[], object]) -> None:
    """Let the program run until a condition holds."""
    while not condition():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
