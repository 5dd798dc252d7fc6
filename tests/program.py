"""The whole program on a real store, for the story and for tests of the window."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from PySide6.QtWidgets import QApplication

from quizapp import paths
from quizapp.quiz import Clock, Profiles, Quiz
from quizapp.storage.banks.repository import BankRepository
from quizapp.ui.dates import qt_date
from quizapp.ui.shell.controller import Navigation
from quizapp.ui.shell.maintenance import Recovery
from quizapp.ui.shell.opening import open_window


class Program:
    """What `app.run` puts together, without its event loop.

    Args:
        app: the application.
        folder: where the data is.
        files: banks to open.
        now: tells the time, in UTC.
    """

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        files: list[Path] | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.folder = folder
        opening = open_window(app, folder, lambda: qt_date(now().astimezone().date()))
        self.preferences, self.appearance = opening.preferences, opening.appearance
        self.appearance.set_reduced_motion(True)
        self.appearance_controller = opening.appearance_controller
        repository = BankRepository(folder / "cache", paths.questions_dir() / "vocabulary.yaml")
        clock = Clock(now=now, monotonic=time.monotonic)
        self.profiles = Profiles(folder, clock.now)
        self.quiz = Quiz(self.profiles, repository, clock, Random(7))
        self.window = opening.window
        self.navigation = Navigation(self.quiz, Recovery(self.profiles), opening)
        self._files = files or []
        self.window.painted.connect(self._begin)

    def _begin(self) -> None:
        self.navigation.begin(self._files)
        self.navigation.settle()

    def close(self) -> None:
        self.window.close()
        self.quiz.close()
