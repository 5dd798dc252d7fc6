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
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.shell.controller import Navigation
from quizapp.ui.shell.main_window import MainWindow
from quizapp.ui.shell.maintenance import Recovery
from quizapp.ui.style import fonts
from quizapp.ui.style.appearance import Appearance, AppearanceController


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
        self.preferences = PreferencesFile(folder)
        self.appearance = Appearance(fonts.load(paths.resources_dir() / "fonts"))
        self.appearance.set_reduced_motion(True)
        self.appearance_controller = AppearanceController(app, self.appearance, self.preferences)
        repository = BankRepository(folder / "cache", paths.questions_dir() / "vocabulary.yaml")
        clock = Clock(now=now, monotonic=time.monotonic)
        self.profiles = Profiles(folder, clock.now)
        self.quiz = Quiz(self.profiles, repository, clock, Random(7))
        self.window = MainWindow(self.appearance, self.preferences)
        recovery = Recovery(self.profiles)
        self.navigation = Navigation(
            self.quiz, recovery, self.appearance, self.appearance_controller, self.preferences, self.window
        )
        self._files = files or []
        self.window.painted.connect(self._begin)

    def _begin(self) -> None:
        self.navigation.begin(self._files)
        self.navigation.settle()

    def close(self) -> None:
        self.window.close()
        self.quiz.close()
