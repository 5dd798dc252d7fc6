"""The program as it is started, ended once Today is painted, or once it takes keys, or at the first question.

Argument: `painted`, `today`, `question`, or `close` to end it as people do, so that Today is remembered.
"""

import os
import sys
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from benchmarks.children import probed

if TYPE_CHECKING:
    from quizapp.ui.shell.main_window import MainWindow


class StartProbe(QObject):
    """Presses a key on Today, which is painted; if wanted, watches for the painting of an answer's tile."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._awaited: QObject | None = None
        act = {"today": self._press_tab, "question": self._press_enter, "close": window.close}[sys.argv[1]]
        QTimer.singleShot(0, lambda: QTimer.singleShot(0, act))  # behind what the program puts off itself

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The paint event comes before the painting; a timer's turn comes after it."""
        if watched is self._awaited and event.type() is QEvent.Type.Paint:
            self._awaited = None
            QTimer.singleShot(0, leave)
        return False

    def _await(self, widget: QObject) -> None:
        self._awaited = widget
        widget.installEventFilter(self)

    def _press_tab(self) -> None:
        before = self._window.focusWidget()
        self._press(Qt.Key.Key_Tab)
        os._exit(0 if self._window.focusWidget() is not before else 1)

    def _press_enter(self) -> None:
        self._window._stack.currentChanged.connect(self._await_tile)  # noqa: SLF001
        self._press(Qt.Key.Key_Return)

    def _await_tile(self) -> None:
        from quizapp.ui.session.answer_tile import AnswerTile  # noqa: PLC0415 - Today does without it

        self._await(self._window.findChildren(AnswerTile)[-1])

    def _press(self, key: Qt.Key) -> None:
        """Press where the window has its focus; whether it is active is the window manager's matter."""
        target = self._window.focusWidget()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))


class PaintedLoop(QtCore.QEventLoop):
    """The loop in which the program waits for its first picture."""

    def exec(self, flags: QtCore.QEventLoop.ProcessEventsFlag) -> int:  # type: ignore[override]
        """End with the wait."""
        super().exec(flags)
        leave()
        return 0


def leave() -> None:
    """End here and now: what follows is no part of the start."""
    os._exit(0)


if sys.argv[1] == "painted":
    vars(QtCore)["QEventLoop"] = PaintedLoop
probed.run(StartProbe)
