"""Bugs are loud: whatever escapes ends in a log and a dialog, with the answers safe on disk."""

import faulthandler
import sys
import threading
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from quizapp import __version__
from quizapp.ui.plain import message

EXIT_CODE = 70
"""What the program ends with after a bug (EX_SOFTWARE of sysexits.h)."""


class CrashReporter(QObject):
    """Writes a bug down and shows it once, in the window's own thread.

    Signals:
        reported: a bug was written to the log; carries its traceback.
    """

    reported = Signal(object)

    def __init__(self, log: Path, window: QWidget) -> None:
        super().__init__(window)
        self._log = log
        self._window = window
        self._shown = False
        self.reported.connect(self._show)

    def report(self, text: str) -> None:
        """Write a bug to the log and show it; may be called from any thread."""
        self.write(text)
        self.reported.emit(text)

    def write(self, text: str) -> None:
        """Add a line or a traceback to the log; a full disk must not hide the first trouble."""
        stamp = datetime.now(UTC).isoformat(timespec="seconds")
        try:
            with self._log.open("a", encoding="utf-8") as file:
                file.write(f"{stamp} {__version__} {text}\n")
        except OSError:
            if sys.stderr is not None:
                sys.stderr.write(text)

    def _show(self, text: object) -> None:
        if self._shown:
            return
        self._shown = True
        box = message(
            self._window,
            self.tr("Something is wrong in the program"),
            self.tr("This is a mistake of ours. Every answer you gave is kept. The program will close now."),
            str(text),
        )
        box.setIcon(QMessageBox.Icon.Critical)
        copy = box.addButton(self.tr("Copy details and close"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Close)
        box.exec()
        if box.clickedButton() is copy:
            QGuiApplication.clipboard().setText(str(text))
        QApplication.exit(EXIT_CODE)


def install(log: Path, window: QWidget) -> CrashReporter:
    """Catch what escapes: exceptions here, in threads and in destructors, Qt's messages, and crashes."""
    reporter = CrashReporter(log, window)

    def on_error(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(EXIT_CODE)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        if sys.stderr is not None:
            sys.stderr.write(text)
        reporter.report(text)

    def on_thread_error(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            on_error(args.exc_type, args.exc_value, args.exc_traceback)

    def on_unraisable(args: "sys.UnraisableHookArgs") -> None:
        if args.exc_value is not None:
            on_error(args.exc_type, args.exc_value, args.exc_traceback)

    def on_qt_message(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg:
            reporter.write(f"Qt: {text}")

    sys.excepthook = on_error
    threading.excepthook = on_thread_error
    sys.unraisablehook = on_unraisable
    qInstallMessageHandler(on_qt_message)
    faulthandler.enable(_log_file(log))
    return reporter


def _log_file(log: Path) -> IO[str]:
    """The log, kept open for the moment when nothing else works any more."""
    return log.open("a", encoding="utf-8")
