"""The program as it is started, ended once Today (or the first question) is painted and takes keys.

Argument: `today` or `question`.
"""

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from benchmarks.children import probed

if TYPE_CHECKING:
    from quizapp.ui.shell.main_window import MainWindow


class StartProbe(QObject):
    """Watches for the painting of Today's button, then, if wanted, of an answer's tile."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._is_there = False
        self._awaited: QObject | None = None
        self._await(probed.navigation(window).today.page._offer.primary)  # noqa: SLF001 - a probe looks inside

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The paint event comes before the painting; a timer's turn comes after it."""
        if watched is self._awaited and event.type() is QEvent.Type.Paint:
            self._awaited = None
            QTimer.singleShot(0, self._painted)
        return False

    def _await(self, widget: QObject) -> None:
        self._awaited = widget
        widget.installEventFilter(self)

    def _painted(self) -> None:
        """Go on behind the work that the program has put off until its first paint."""
        if self._is_there:
            os._exit(0)
        QTimer.singleShot(0, self._press_tab if sys.argv[1] == "today" else self._press_enter)

    def _press_tab(self) -> None:
        before = self._window.focusWidget()
        self._press(Qt.Key.Key_Tab)
        os._exit(0 if self._window.focusWidget() is not before else 1)

    def _press_enter(self) -> None:
        self._is_there = True
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


probed.run(StartProbe)
