"""Bugs are loud: whatever escapes ends in a log and a dialog, with the answers safe on disk."""

import faulthandler
import os
import sys
import threading
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from quizapp import __version__

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

EXIT_CODE = 70
"""What the program ends with after a bug (EX_SOFTWARE of sysexits.h)."""

_SCREEN_READERS = "qt.accessibility.atspi"
"""Where Qt grumbles about questions of screen readers that it does not answer: nothing anybody can mend."""

INTERRUPTED = 130
"""What it ends with after Ctrl+C in the shell, as shells have it."""


class CrashReporter(QObject):
    """Writes a bug down and shows it once, in the window's own thread.

    Signals:
        reported: a bug was written to the log; carries its traceback.
    """

    reported = Signal(object)

    def __init__(self, log: Path, owner: QObject) -> None:
        super().__init__(owner)
        self._log = log
        self._shown = False
        # Never shown on the spot: a bug may come from another thread, or in the middle of painting.
        self.reported.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def report(self, text: str) -> None:
        """Write a bug to the log and show it; may be called from any thread."""
        self.write(text)
        if isValid(self):  # the window may be gone already
            self.reported.emit(text)

    def write(self, text: str) -> None:
        """Add a line or a traceback to log and console; trouble with them must not hide the first one."""
        line = f"{datetime.now(UTC).isoformat(timespec='seconds')} {__version__} {text.rstrip()}\n"
        with suppress(OSError), self._log.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(line)
        if sys.stderr is not None:
            with suppress(OSError, ValueError):
                sys.stderr.write(line)

    def _show(self, text: object) -> None:
        if self._shown:
            return
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - hardly any start needs it

        self._shown = True
        box = message(
            QApplication.activeWindow(),
            self.tr("Something is wrong in the program"),
            self.tr("This is a mistake of ours. Every answer you gave is saved. The program will close now."),
            str(text),
        )
        box.setIcon(QMessageBox.Icon.Critical)
        copy = box.addButton(self.tr("Copy details and close"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Close)
        box.exec()
        if box.clickedButton() is copy:
            QGuiApplication.clipboard().setText(str(text))
        QApplication.exit(EXIT_CODE)


def install(log: Path, owner: QObject) -> CrashReporter:
    """Catch what escapes: exceptions here, in threads and in destructors, Qt's messages, and crashes.

    Args:
        log: the file that bugs are written to.
        owner: lives as long as bugs are to be shown, as the application does.
    """
    reporter = CrashReporter(log, owner)

    def on_error(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(INTERRUPTED)
            return
        reporter.report("".join(traceback.format_exception(kind, error, trace)))

    def on_thread_error(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            on_error(args.exc_type, args.exc_value, args.exc_traceback)

    def on_unraisable(args: "sys.UnraisableHookArgs") -> None:
        if args.exc_value is not None:
            on_error(args.exc_type, args.exc_value, args.exc_traceback)

    def on_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and context.category != _SCREEN_READERS:
            reporter.write(f"Qt: {text}")

    sys.excepthook = on_error
    threading.excepthook = on_thread_error
    sys.unraisablehook = on_unraisable
    qInstallMessageHandler(on_qt_message)
    with suppress(OSError):
        log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # a first start has no folder yet
        # A bare handle, never closed: it is for the moment when nothing else works any more.
        faulthandler.enable(os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600))
    return reporter


def say(sentence: str) -> None:
    """Say something in the shell and in a window."""
    if sys.stderr is not None:
        print(f"quizapp: {sentence}", file=sys.stderr)  # noqa: T201 - the shell's one line
    message(QApplication.activeWindow(), "Product or Service?", sentence).exec()


def message(parent: QWidget | None, title: str, text: str, details: str = "") -> "QMessageBox":
    """A message box with plain text; the caller shows it.

    Args:
        parent: the window it belongs to.
        title: the window's title.
        text: the sentence people read first.
        details: what is shown on request; empty means no such button.

    Returns:
        The box, not yet shown.
    """
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - hardly any start needs it

    box = QMessageBox(parent)
    box.setOption(QMessageBox.Option.DontUseNativeDialog)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(text)
    if details:
        box.setDetailedText(details)
    return box
