"""Where the quiz takes its time from, and when that cannot be right."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

EARLIEST = datetime(2026, 11, 1, tzinfo=UTC)
"""No clock that is right shows less: the program is not older."""

_TOLERANCE = timedelta(minutes=10)
"""How far clocks are set back without anything being wrong with them."""


class Clock(NamedTuple):
    """Where the quiz takes its time from: `now` in UTC, `monotonic` in seconds."""

    now: Callable[[], datetime]
    monotonic: Callable[[], float]


class ClockFault(NamedTuple):
    """A clock that shows less than it must; both times are UTC.

    Attributes:
        now: what it shows.
        last: when the last answer was kept; None where that is not what contradicts it.
    """

    now: datetime
    last: datetime | None


def clock_fault(now: datetime, last: datetime | None) -> ClockFault | None:
    """What is wrong with a clock, seen from the last answer kept; None where nothing is."""
    if last is not None and now < last - _TOLERANCE:
        return ClockFault(now, last)
    if now < EARLIEST:
        return ClockFault(now, None)
    return None
