"""Who may use the file of answers: whoever writes comes first, and what looks it over gives way at once.

SQLite alone would not do: while one connection reads the whole file, another one waits to write to it.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

_NUDGE = 0.001  # seconds between two requests to give way: the first may come just before a statement begins


class GivenWayError(Exception):
    """What looks the file over stopped because somebody wants to write; it may begin again later."""


class Turns:
    """Turns between the window, which writes, and one thread that looks the file over."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._interrupt: Callable[[], None] | None = None
        self._is_wanted = False
        self._is_over = threading.Event()
        self._idle = threading.Event()
        self._idle.set()

    @contextmanager
    def first(self) -> Iterator[None]:
        """Write now, whatever else goes on."""
        self._is_wanted = True
        try:
            while not self._lock.acquire(timeout=_NUDGE):
                if interrupt := self._interrupt:
                    interrupt()
        finally:
            self._is_wanted = False
        try:
            yield
        finally:
            self._lock.release()

    @contextmanager
    def second(self, interrupt: Callable[[], None]) -> Iterator[None]:
        """Look something over until somebody wants to write.

        Args:
            interrupt: makes the block end early; called from another thread.
        """
        with self._lock:
            self.see_that_nobody_waits()
            before, self._interrupt = self._interrupt, interrupt
            try:
                yield
            finally:
                self._interrupt = before

    def see_that_nobody_waits(self, *_: object) -> None:
        """Give way if somebody wants to write.

        Raises:
            GivenWayError: when it has to.
        """
        if self._is_wanted or self._is_over.is_set():
            raise GivenWayError

    # -- the thread ----------------------------------------------------------------------------

    def keep_trying(self, work: Callable[[], None], pause: float) -> None:
        """Do a piece of work, again after a pause in seconds each time it had to give way."""
        self._idle.clear()
        try:
            while not self._is_over.is_set():
                with suppress(GivenWayError):
                    work()
                    return
                self._is_over.wait(pause)
        finally:
            self._idle.set()

    def end(self) -> None:
        """Have the thread let go of the file, and wait until it has."""
        self._is_over.set()
        with self.first():
            pass
        self._idle.wait()
