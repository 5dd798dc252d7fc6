"""The program on years of answers: how long Progress takes until it is painted, at first and again."""

import json
import os
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.children import probed

if TYPE_CHECKING:
    from quizapp.ui.shell.main_window import MainWindow

_SETTLED, _AGAIN = 3.0, 5  # seconds in which pages are prepared; openings after the first


def drive(window: "MainWindow") -> None:
    """Measure once the window has settled."""
    QTimer.singleShot(0, lambda: _measure(window))


def _measure(window: "MainWindow") -> None:
    navigation = probed.navigation(window)
    probed.wait_for(lambda: "progress" in navigation._built)  # noqa: SLF001 - a probe looks inside
    ready = time.monotonic() + _SETTLED
    probed.wait_for(lambda: time.monotonic() > ready and not navigation.banks.is_reading)
    page = navigation.controller("progress").page
    page._periods.choose((2,))  # type: ignore[union-attr]  # noqa: SLF001 - all of the time
    told: dict[str, object] = {"first": _open(window, "progress")}
    again = []
    for _ in range(_AGAIN):
        _open(window, "today")
        again.append(_open(window, "progress"))
    told["again"] = again
    told["period"] = _spent(page.period_changed.emit)  # type: ignore[union-attr]
    told["tables"] = _spent(page._as_table.click)  # type: ignore[union-attr]  # noqa: SLF001
    json.dump(told, sys.stdout)
    sys.stdout.flush()
    os._exit(0)


def _open(window: "MainWindow", name: str) -> float:
    return _spent(lambda: window.entry_requested.emit(name))


def _spent(action: Callable[[], object]) -> float:
    """The ms of computing that something takes until it is painted."""
    begun = time.thread_time()
    action()
    for _ in range(2):  # to lay out and to paint
        QApplication.processEvents()
    return 1e3 * (time.thread_time() - begun)


probed.run(drive)
