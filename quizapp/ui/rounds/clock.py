"""The time for a vote: it runs while the vote is open, stands still in a pause, and can be lengthened."""

import time
from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from quizapp.domain.round import Phase, Round

_TICK = 250  # ms

Vote = tuple[int, int]
"""The position of a question, and the number of its vote."""


class RoundClock(QObject):
    """Counts the seconds of a vote down.

    It waits as long as a dialog lies over the window: nobody could lock the vote, or see that it is locked.

    Args:
        parent: whoever owns it.
        monotonic: tells seconds that only ever grow.

    Signals:
        ticked: carries the seconds left, at least 0; None while no time runs.
        ran_out: the time of the vote is over; comes once a vote.
    """

    ticked = Signal(object)
    ran_out = Signal()

    def __init__(
        self, parent: QObject | None = None, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._monotonic = monotonic
        self._vote: Vote | None = None
        self._used = 0.0  # seconds of the vote before the last start
        self._started: float | None = None
        self._allowed = 0
        self._is_over = False
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tick)

    @property
    def left(self) -> int | None:
        """The seconds left of the vote in front; None where no time runs."""
        if self._vote is None or not self._allowed:
            return None
        return max(0, ceil(self._allowed - self._spent()))

    def update_from(self, round_: Round) -> None:
        """Run, stand still or stop as the round has it."""
        self._pause()
        if round_.phase not in {Phase.OPEN, Phase.LOCKED} or not round_.plan.seconds:
            self._vote = None
        else:
            self._set_time((round_.position, len(round_.item.ballots)), round_.plan.seconds + round_.extra)
            if round_.phase is Phase.OPEN and not round_.is_paused:
                self._started = self._monotonic()
                self._timer.start()
        self.ticked.emit(self.left if round_.phase is Phase.OPEN else None)

    def stop(self) -> None:
        """No time runs any more."""
        self._pause()
        self._vote = None

    def _set_time(self, vote: Vote, allowed: int) -> None:
        if vote != self._vote:
            self._vote, self._used, self._is_over = vote, 0.0, False
        if self._allowed and allowed > self._allowed:  # more time is more time, after its end as well
            self._used = min(self._used, self._allowed)
        self._is_over = self._is_over and allowed <= self._allowed
        self._allowed = allowed

    def _pause(self) -> None:
        self._used = self._spent()
        self._started = None
        self._timer.stop()

    def _spent(self) -> float:
        running = self._monotonic() - self._started if self._started is not None else 0.0
        return self._used + running

    def _wait(self) -> bool:
        """Stand still while a dialog is open; returns whether one is."""
        is_open = QApplication.activeModalWidget() is not None
        if is_open:
            self._used, self._started = self._spent(), None
        elif self._started is None:
            self._started = self._monotonic()
        return is_open

    def _tick(self) -> None:
        if self._wait():
            return
        left = self.left
        self.ticked.emit(left)
        if left == 0 and not self._is_over:
            self._is_over = True
            self._timer.stop()
            self.ran_out.emit()
