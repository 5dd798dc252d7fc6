"""The program with a window: the one place that knows everything and puts it together."""

import gc
import sys
import time
import traceback
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from quizapp import __version__, paths
from quizapp.domain.errors import QuizError
from quizapp.quiz import Clock, Profile, Profiles, Quiz
from quizapp.storage.banks.repository import BankRepository
from quizapp.ui.dates import interface_locale
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.shell import crash
from quizapp.ui.shell.controller import Navigation
from quizapp.ui.shell.crash import message
from quizapp.ui.shell.main_window import MainWindow
from quizapp.ui.shell.maintenance import Recovery
from quizapp.ui.shell.single_instance import SingleInstance
from quizapp.ui.style import fonts
from quizapp.ui.style.appearance import Appearance, AppearanceController

FINE, TROUBLE = 0, 1
_SETTLING = 400  # ms after the first picture


def run(data_dir: str | None, files: list[Path]) -> int:
    """Open the window and run until it is closed; a second start hands its files to the window there is.

    Returns:
        0; 1 when the stored answers cannot be opened; 70 after a bug.
    """
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])  # to call `setStyle` would cost 8 ms
    app.setApplicationName("product-or-service")
    app.setApplicationVersion(__version__)
    QLocale.setDefault(interface_locale(QLocale.system()))
    folder = paths.data_dir(data_dir)
    reporter = crash.install(folder / "error.log", app)
    single_instance = SingleInstance(folder, app)
    if single_instance.is_taken_by_another(files):
        return FINE
    try:
        return _run(app, folder, files, single_instance, reporter)
    except (QuizError, FileNotFoundError) as error:
        return _give_up(str(error))
    except Exception:  # noqa: BLE001 - a bug outside the event loop is as loud as one in it
        reporter.report(traceback.format_exc())
        return app.exec()  # shows it, and ends
    finally:
        single_instance.close()


def _run(
    app: QApplication,
    folder: Path,
    files: list[Path],
    single_instance: SingleInstance,
    reporter: crash.CrashReporter,
) -> int:
    resources = paths.resources_dir()
    preferences = PreferencesFile(folder)
    appearance = Appearance(fonts.load(resources / "fonts"))
    appearance_controller = AppearanceController(app, appearance, preferences)
    profiles = Profiles(folder, _utc_now)
    recovery = Recovery(profiles)
    quiz = _open(profiles, recovery, folder, preferences)
    if quiz is None:
        return TROUBLE
    window = MainWindow(appearance, preferences)
    navigation = Navigation(quiz, recovery, appearance, appearance_controller, preferences, window)
    _begin_once_painted(window, navigation, files, single_instance, reporter)
    window.show()
    try:
        return app.exec()
    finally:
        quiz.close()


def _open(profiles: Profiles, recovery: Recovery, folder: Path, preferences: PreferencesFile) -> Quiz | None:
    """The quiz over the stored answers; None where they are damaged and shall be left so.

    Where a guest's answers cannot be had, it says so and goes on with the owner's.
    """
    repository = BankRepository(folder / "cache", paths.questions_dir() / "vocabulary.yaml")
    clock = Clock(now=_utc_now, monotonic=time.monotonic)

    def open_for(profile: Profile) -> Quiz | None:
        return recovery.open(lambda: Quiz(profiles, repository, clock, Random(), profile), profile)

    if preferences.now.profile == Profile.GUEST:
        try:
            return open_for(Profile.GUEST)
        except QuizError as error:
            _say(str(error))
            preferences.change(profile=Profile.OWN)
    return open_for(Profile.OWN)


def _begin_once_painted(
    window: MainWindow,
    navigation: Navigation,
    files: list[Path],
    single_instance: SingleInstance,
    reporter: crash.CrashReporter,
) -> None:
    """Do what the first picture need not wait for: read banks, and later listen for later starts."""

    def begin() -> None:
        gc.freeze()  # what is there by now stays, and need not be looked at again and again
        gc.enable()
        navigation.begin(files)
        QTimer.singleShot(_SETTLING, navigation, settle)

    def settle() -> None:
        navigation.settle()
        navigation.prepare()
        single_instance.listen()
        if single_instance.trouble:
            reporter.write(single_instance.trouble)

    window.painted.connect(begin)
    single_instance.files_received.connect(navigation.take_files)


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _give_up(sentence: str) -> int:
    """Say why the program cannot go on."""
    _say(sentence)
    return TROUBLE


def _say(sentence: str) -> None:
    """Say something in the shell and in a window."""
    if sys.stderr is not None:
        print(f"quizapp: {sentence}", file=sys.stderr)  # noqa: T201 - the shell's one line
    box = message(None, "Product or Service?", sentence)
    box.exec()
