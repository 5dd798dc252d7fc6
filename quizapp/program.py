"""What follows the first picture: the quiz over the stored answers, and who acts on what is pressed."""

import gc
import time
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from quizapp import paths
from quizapp.domain.errors import QuizError
from quizapp.domain.profile import Profile
from quizapp.quiz import Clock, Profiles, Quiz
from quizapp.storage.banks.repository import BankRepository
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.shell.controller import Navigation
from quizapp.ui.shell.crash import CrashReporter, say
from quizapp.ui.shell.maintenance import Recovery
from quizapp.ui.shell.opening import Opening
from quizapp.ui.shell.single_instance import SingleInstance

FINE, TROUBLE = 0, 1
_SETTLING = 400  # ms after the first picture


def run(
    app: QApplication,
    folder: Path,
    files: list[Path],
    opening: Opening,
    single_instance: SingleInstance,
    reporter: CrashReporter,
) -> int:
    """Open the answers, connect the page that is in front, and run until the window is closed.

    Args:
        app: the application.
        folder: where the user's own data is.
        files: banks to open.
        opening: the window, which is painted.
        single_instance: hears of later starts.
        reporter: writes down what went wrong quietly.

    Returns:
        0; 1 when the stored answers are left as they are; 70 after a bug.

    Raises:
        QuizError: when they cannot be opened.
    """
    profiles = Profiles(folder, _utc_now)
    recovery = Recovery(profiles, opening.window)
    quiz = _open(profiles, recovery, opening.preferences)
    if quiz is None:
        return TROUBLE
    try:
        navigation = Navigation(quiz, recovery, opening)
        _begin(navigation, files, single_instance, reporter)
        return app.exec()
    finally:
        quiz.close()


def _open(profiles: Profiles, recovery: Recovery, preferences: PreferencesFile) -> Quiz | None:
    """The quiz over the stored answers; None where they are damaged and shall be left so.

    Where a guest's answers cannot be had, it says so and goes on with the owner's.
    """
    repository = BankRepository(profiles.folder / "cache", paths.questions_dir() / "vocabulary.yaml")
    clock = Clock(now=_utc_now, monotonic=time.monotonic)

    def open_for(profile: Profile) -> Quiz | None:
        return recovery.open(lambda: Quiz(profiles, repository, clock, Random(), profile), profile)

    if preferences.now.profile == Profile.GUEST:
        try:
            return open_for(Profile.GUEST)
        except QuizError as error:
            say(str(error))
            preferences.change(profile=Profile.OWN)
    return open_for(Profile.OWN)


def _begin(
    navigation: Navigation, files: list[Path], single_instance: SingleInstance, reporter: CrashReporter
) -> None:
    """Do what the first picture did not wait for: read banks, and later listen for later starts."""

    def settle() -> None:
        navigation.settle()
        navigation.prepare()
        single_instance.listen()
        if single_instance.trouble:
            reporter.write(single_instance.trouble)

    gc.freeze()  # what is there by now stays, and need not be looked at again and again
    gc.enable()
    navigation.begin(files)
    QTimer.singleShot(_SETTLING, navigation, settle)
    single_instance.files_received.connect(navigation.take_files)


def _utc_now() -> datetime:
    return datetime.now(UTC)
