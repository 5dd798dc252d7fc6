"""The program with a window: the one place that knows everything and puts it together."""

import sys
import traceback
from pathlib import Path

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QApplication

from quizapp import __version__, paths
from quizapp.domain.errors import QuizError
from quizapp.ui.dates import interface_locale
from quizapp.ui.shell import crash
from quizapp.ui.shell.opening import open_window, paint_first
from quizapp.ui.shell.single_instance import SingleInstance

FINE, TROUBLE = 0, 1


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
    """Paint the window, and only then load and open what acts on keys, all in one piece.

    Keys wait for that in the queue of the system.
    """
    opening = open_window(app, folder, QDate.currentDate)
    status = paint_first(opening.window)
    if status or opening.window.isHidden():
        return status
    from quizapp import program  # noqa: PLC0415 - the first picture need not wait for it

    return program.run(app, folder, files, opening, single_instance, reporter)


def _give_up(sentence: str) -> int:
    """Say why the program cannot go on."""
    crash.say(sentence)
    return TROUBLE
