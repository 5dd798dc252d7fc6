"""Where the quiz takes its time from, and when that cannot be right."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

EARLIEST = datetime(2026, 11, 1, tzinfo=UTC)
"""No clock that is right shows less: the program is not older."""

FIRST, LAST = datetime(1971, 1, 1, tzinfo=UTC), datetime(2999, 12, 30, tzinfo=UTC)
"""Between these every system knows which day it is in a time zone."""

_TOLERANCE = timedelta(minutes=10)
"""How far clocks are set back without anything being wrong with them."""


class Clock(NamedTuple):
    """Where the quiz takes its time from: `now` in UTC, `monotonic` in seconds."""

    now: Callable[[], datetime]
    monotonic: Callable[[], float]


class ClockFault(NamedTuple):
    """A clock that shows what cannot be; both times are UTC.

    Attributes:
        now: what it shows.
        last: when the last answer was kept; None where that is not what contradicts it.
    """

    now: datetime
    last: datetime | None


def bounded(now: Callable[[], datetime]) -> Callable[[], datetime]:
    """The same clock, but where it tells a time with which no day could be told the nearest with one."""
    return lambda: min(max(now(), FIRST), LAST)


def clock_fault(now: datetime, last: datetime | None) -> ClockFault | None:
    """What is wrong with a clock, seen from the last answer kept; None where nothing is."""
    if last is not None and now < last - _TOLERANCE:
        return ClockFault(now, last)
    if now < EARLIEST or now >= LAST:
        return ClockFault(now, None)
    return None
