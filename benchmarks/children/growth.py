"""The program on what years have left behind: how long its window stands still, and how long its pages take.

Argument: how many topics the second bank has. The window's own file of answers is used as it is.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.banks import write_bank
from benchmarks.children import probed

if TYPE_CHECKING:
    from quizapp.ui.shell.main_window import MainWindow

_TICK, _VOTERS = 2, 500  # ms; people
_SETTLED = 3.0  # seconds, in which pages that are built fill themselves
_PAGES = ("learn", "practice", "rounds", "banks", "settings")


class StandstillWatch:
    """Notes the longest time for which the window's thread took no event.

    Attributes:
        longest: that time in ms.
    """

    def __init__(self, window: "MainWindow") -> None:
        self.longest = 0.0
        self._last = 0.0
        self._timer = QTimer(window, interval=_TICK)
        self._timer.timeout.connect(self._tick)
        window.painted.connect(self._begin)

    def _begin(self) -> None:
        self._last = time.thread_time()
        self._timer.start()

    def _tick(self) -> None:
        now = time.thread_time()  # of this thread: what other programs take is not its fault
        self.longest = max(self.longest, 1e3 * (now - self._last))
        self._last = now

    def stop(self) -> float:
        """End, and tell the longest time."""
        self._timer.stop()
        return self.longest


def spent(action: Callable[[], object]) -> float:
    """The ms of computing that something takes until it is painted."""
    begun = time.thread_time()
    action()
    for _ in range(2):  # to lay out and to paint; a long page goes on building itself
        QApplication.processEvents()
    return 1e3 * (time.thread_time() - begun)


def drive(window: "MainWindow") -> None:
    """Measure once the window has settled."""
    watch = StandstillWatch(window)
    QTimer.singleShot(0, lambda: _measure(window, watch))


def _measure(window: "MainWindow", watch: StandstillWatch) -> None:
    navigation = probed.navigation(window)
    built = navigation._built  # noqa: SLF001 - a probe looks inside
    probed.wait_for(lambda: len(built) > len(_PAGES))
    ready = time.monotonic() + _SETTLED
    probed.wait_for(lambda: time.monotonic() > ready)
    told = {"standstill": watch.stop()}
    for name in _PAGES:
        told[name] = spent(partial(navigation._open_entry, name))  # noqa: SLF001
    told["text size"] = spent(navigation._appearance_controller.grow)  # noqa: SLF001
    told["topics"] = _many_topics(window, int(sys.argv[1]))
    told["voters"] = _many_voters(window)
    json.dump(told, sys.stdout)
    sys.stdout.flush()
    os._exit(0)


def _many_topics(window: "MainWindow", count: int) -> float:
    """Practice with a bank in use that has very many topics."""
    navigation = probed.navigation(window)
    path = Path(os.environ["XDG_DATA_HOME"], "topics.yaml")
    write_bank(path, count)
    navigation._open_entry("today")  # noqa: SLF001
    navigation.banks.open(path)
    probed.wait_for(lambda: not navigation.banks.loading.is_busy)
    navigation._open_entry("today")  # noqa: SLF001
    return spent(lambda: navigation._open_entry("practice"))  # noqa: SLF001


def _many_voters(window: "MainWindow") -> float:
    """A round that was left in the lobby with very many people in it."""
    from quizapp.domain.round_events import Join  # noqa: PLC0415 - see `probed.run`
    from quizapp.domain.round_plan import AnsweringMode, RoundPlan  # noqa: PLC0415
    from quizapp.domain.session import refer  # noqa: PLC0415

    navigation = probed.navigation(window)
    quiz = navigation._quiz  # noqa: SLF001
    (bank, *_) = quiz.banks
    refs = tuple(refer(bank, question) for question in bank.questions[:20])
    plan = RoundPlan(id="voters", title="Many", questions=refs, answering=AnsweringMode.PAPER)
    voters = [f"p{number + 1}" for number in range(_VOTERS)]
    record = quiz.rounds.begin(plan, bank, {voter: f"Person {voter}" for voter in voters})
    quiz.archive.store.rounds.append(record.id, 0, [Join(voter) for voter in voters], datetime.now(UTC))
    navigation._open_entry("rounds")  # noqa: SLF001
    return spent(lambda: navigation.rounds.resume(record.id))


probed.run(drive)
