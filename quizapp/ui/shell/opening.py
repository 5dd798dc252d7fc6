"""The window as it opens: the real Today in it, which says what it said last until the answers are open."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QDate, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from quizapp.paths import resources_dir
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.shell.entries import LAST, entries
from quizapp.ui.shell.main_window import MainWindow
from quizapp.ui.style import fonts
from quizapp.ui.style.appearance import Appearance, AppearanceController
from quizapp.ui.today.memory import TodayMemory, remembered_page
from quizapp.ui.today.page import TodayPage

PATIENCE = 3_000
"""Milliseconds to wait for the first picture: a window that opens minimised or elsewhere has none for now."""


class Opening(NamedTuple):
    """What there is of the program before the answers are open.

    Attributes:
        preferences: what is set.
        appearance: the appearance in force.
        appearance_controller: puts another one into force.
        window: the window, not yet shown, with all its entries.
        today: the page in front.
        memory: what that page said last.
    """

    preferences: PreferencesFile
    appearance: Appearance
    appearance_controller: AppearanceController
    window: MainWindow
    today: TodayPage
    memory: TodayMemory


def open_window(
    app: QApplication, folder: Path, today: Callable[[], QDate], now: Callable[[], float] = time.time
) -> Opening:
    """Make the window with Today in it. What is pressed there finds nobody yet who would act on it.

    Args:
        app: the application.
        folder: where the user's own data is.
        today: tells this day.
        now: tells the time, in seconds since 1970.
    """
    preferences = PreferencesFile(folder)
    appearance = Appearance(fonts.load(resources_dir() / "fonts"))
    controller = AppearanceController(app, appearance, preferences)
    window, memory = MainWindow(appearance, preferences), TodayMemory(folder)
    page = remembered_page(appearance, memory.now, preferences.now, today, now())
    window.add_entries({name: (each.title, each.icon) for name, each in entries().items()}, LAST)
    window.show_page(page, "today")
    page.take_focus()
    return Opening(preferences, appearance, controller, window, page, memory)


def paint_first(window: MainWindow, patience: int = PATIENCE) -> int:
    """Show a window and wait for its first picture, or for its end.

    Keys and clicks wait in the queue of the system meanwhile: nobody is there yet to act on them. So does
    whoever closes the window or starts the program again, and therefore nobody waits without end.

    Args:
        window: the window.
        patience: for how many milliseconds.

    Returns:
        0; what the program was told to end with meanwhile, as after a bug.
    """
    loop = QEventLoop()
    window.painted.connect(loop.quit)
    window.closing.connect(loop.quit)
    QTimer.singleShot(patience, loop, loop.quit)
    window.show()
    return loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
