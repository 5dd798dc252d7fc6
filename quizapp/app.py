"""The program with a window: the one place that knows everything and puts it together."""

import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from PySide6.QtWidgets import QApplication

from quizapp import __version__, paths
from quizapp.domain.errors import QuizError
from quizapp.quiz import Clock, Quiz
from quizapp.storage.attempt_store import AttemptStore
from quizapp.storage.bank_shelf import BankShelf
from quizapp.ui import crash, typeface
from quizapp.ui.look import Look
from quizapp.ui.look_flow import LookFlow
from quizapp.ui.main_window import MainWindow
from quizapp.ui.plain import message
from quizapp.ui.preferences import Preferences

TROUBLE = 1


def run(data_dir: str | None, files: list[Path]) -> int:
    """Open the window and run until it is closed.

    Returns:
        0; 1 when the stored answers cannot be opened; 70 after a bug.
    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName("product-or-service")
    app.setApplicationVersion(__version__)
    folder = paths.data_dir(data_dir)
    try:
        resources, vocabulary = paths.resources_dir(), paths.questions_dir() / "vocabulary.yaml"
        store = AttemptStore(folder / "attempts.sqlite")
    except (QuizError, FileNotFoundError) as error:
        return _give_up(str(error))
    crash.install(folder / "error.log", app)
    preferences = Preferences(folder)
    look = Look(typeface.load(resources / "fonts"))
    looks = LookFlow(app, look, preferences)
    shelf = BankShelf(folder / "cache", vocabulary)
    clock = Clock(now=_utc_now, monotonic=time.monotonic)
    quiz = Quiz(store, shelf, clock, Random())
    window = MainWindow(quiz, look, looks, preferences, files)
    window.show()
    try:
        return app.exec()
    finally:
        quiz.close()


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _give_up(sentence: str) -> int:
    """Say why the program cannot go on, in the shell and in a window."""
    print(f"quizapp: {sentence}", file=sys.stderr)  # noqa: T201 - the shell's one line
    box = message(None, "Product or Service?", sentence)
    box.exec()
    return TROUBLE
