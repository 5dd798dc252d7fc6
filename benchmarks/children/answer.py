"""Answers questions in the real window, and says how long each key took until its outcome was painted.

Arguments: `moving` or `still`, and how many sets of ten to answer.
"""

import json
import os
import sys
import time

from PySide6.QtCore import QAbstractAnimation, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.children import probed
from quizapp.domain.attempt import Step
from quizapp.domain.question import Choice
from quizapp.domain.session import Session
from quizapp.ui.question.explanation import VerdictRow
from quizapp.ui.session.rows import ReasonPanel
from quizapp.ui.shell.main_window import MainWindow


class PaintWatch(QObject):
    """Notes which parts were painted, and where they stood."""

    def __init__(self, parts: list[QWidget]) -> None:
        super().__init__()
        self.seen: dict[QWidget, object] = {}
        for part in parts:
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Only the first painting counts."""
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            self.seen.setdefault(watched, _place(watched))
        return False


class Driver:
    """Answers sets of ten and keeps the times, in ms.

    Attributes:
        outcomes: from the key that brings the explanation to its painting.
        reasons: from the key of the verdict to the painting of the reasons.
        moved: how many explanations stood elsewhere in their first frame than at last.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._navigation = probed.navigation(window)
        self.outcomes: list[float] = []
        self.reasons: list[float] = []
        self.moved = 0

    def run(self, sets: int) -> None:
        """Answer so many sets."""
        navigation = self._navigation
        probed.wait_for(lambda: navigation._quiz.bank)  # noqa: SLF001 - a probe looks inside
        for _ in range(sets):
            navigation.sessions.start()
            probed.wait_for(lambda: self._window.findChildren(VerdictRow))  # built while people read
            self._settle()
            while not self._session.is_finished:
                self._answer()

    @property
    def _session(self) -> Session:
        session = self._navigation.sessions._session  # noqa: SLF001
        assert session is not None
        return session

    def _answer(self) -> None:
        step, choice = self._session.step, isinstance(self._session.current.question, Choice)
        if step is Step.ANSWER:
            spent = self._time(Qt.Key.Key_1 if choice else Qt.Key.Key_S)
            (self.reasons if self._session.step is Step.REASON else self.outcomes).append(spent)
        elif step is Step.REASON:
            self.outcomes.append(self._time(Qt.Key.Key_1))
        else:
            QTest.keyClick(self._window.focusWidget(), Qt.Key.Key_Return)
            self._settle()

    def _time(self, key: Qt.Key) -> float:
        rows: list[QWidget] = list(self._window.findChildren(VerdictRow))
        watch = PaintWatch([*rows, *self._window.findChildren(ReasonPanel)])
        target = self._window.focusWidget()
        begun = time.perf_counter()
        QTest.keyClick(target, key)
        probed.wait_for(lambda: watch.seen)
        spent = time.perf_counter() - begun
        self._settle()
        self.moved += any(place != _place(part) for part, place in watch.seen.items())
        return 1e3 * spent

    def _settle(self) -> None:
        """Let all motion come to its end, so that one key's work is not counted as the next one's."""
        for _ in range(4):
            QApplication.processEvents()
        running = QAbstractAnimation.State.Running
        moves = self._window.findChildren(QAbstractAnimation)
        probed.wait_for(lambda: all(move.state() is not running for move in moves))


def _place(part: QWidget) -> object:
    return part.mapTo(part.window(), part.rect().topLeft()), part.size()


def drive(window: MainWindow) -> None:
    """Answer all sets and tell the times."""
    probed.navigation(window)._appearance.set_reduced_motion(sys.argv[1] == "still")  # noqa: SLF001
    driver = Driver(window)
    driver.run(int(sys.argv[2]))
    json.dump({"outcomes": driver.outcomes, "reasons": driver.reasons, "moved": [driver.moved]}, sys.stdout)
    sys.stdout.flush()
    os._exit(0)


probed.run(drive)
