"""When a card is to be asked again: FSRS-6, as the library `fsrs` computes it.

Nobody else imports that library, and it is imported only where a review is computed: neither the start nor
the first question waits for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fsrs import Scheduler

DESIRED_RETENTION = 0.9
"""The share of cards, 0 to 1, that shall still be known on the day they are due."""

LEAST_SURE, MOST_SURE = 1, 3
"""The lowest and the highest level of certainty."""

WEIGHTS = (
    *(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194),
    *(0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629),
    *(1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
)
"""The 21 weights of FSRS-6 that the library has by itself. They are named here because what was computed is
kept: a later version of it with others would give the same history another due moment."""

_DAY = timedelta(days=1)
_LATEST = datetime(8999, 1, 1, tzinfo=UTC)  # of a clock gone wild: a century later there still is a calendar
_MOST_STABLE = 1e9  # days
_LEAST_DIFFICULT, _MOST_DIFFICULT = 1, 10


class Grade(IntEnum):
    """How well a card was known, with the numbers of FSRS."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one answer says of what was known.

    Attributes:
        earned: the mark of the question, 0 or 1; None where it earned none to be had, as of an arguable one
            asked without its reason step.
        reason_holds: whether the reason given decides the question; None where none was asked for.
        certainty: how sure the person was, 1 to 3; None where that was not asked.
    """

    earned: float | None
    reason_holds: bool | None = None
    certainty: int | None = None


@dataclass(frozen=True, slots=True)
class GradeRule:
    """Which answers have a grade; where nothing is named, whatever the answer says fits.

    Attributes:
        grade: the grade.
        earned: the marks meant.
        reason_holds: what is meant of the reason.
        certainty: the certainty meant.
    """

    grade: Grade
    earned: tuple[float | None, ...] = ()
    reason_holds: tuple[bool | None, ...] = ()
    certainty: tuple[int | None, ...] = ()

    def fits(self, evidence: Evidence) -> bool:
        """Whether an answer is meant."""
        pairs = (
            (self.earned, evidence.earned),
            (self.reason_holds, evidence.reason_holds),
            (self.certainty, evidence.certainty),
        )
        return all(not meant or said in meant for meant, said in pairs)


GRADES = (
    GradeRule(Grade.AGAIN, earned=(0,)),  # wrong, however sure
    GradeRule(Grade.HARD, earned=(None,)),  # nothing was to be earned: both answers can be argued
    GradeRule(Grade.HARD, reason_holds=(False,)),  # right, but for another reason
    GradeRule(Grade.HARD, certainty=(LEAST_SURE,)),  # right, but little more than a guess
    GradeRule(Grade.EASY, certainty=(MOST_SURE,)),  # right, for the reason that decides, and very sure
    GradeRule(Grade.GOOD),  # right; how sure was not asked, or fairly
)
"""The grades of answers; of the rules that fit an answer the first counts. The README prints them."""


def grade(evidence: Evidence) -> Grade:
    """The grade of an answer by `GRADES`."""
    return next(rule.grade for rule in GRADES if rule.fits(evidence))


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known of a card after its reviews; all moments are UTC.

    Attributes:
        stability: the days after which the chance of knowing it has fallen to 0.9; above 0.
        difficulty: 1 to 10.
        times: how often it was reviewed, 1 or more.
        first_at: its first review.
        last_at: its last review; never before an earlier one.
        due: when it is to be asked again: a whole number of days, 1 or more, after `last_at`.
    """

    stability: float
    difficulty: float
    times: int
    first_at: datetime
    last_at: datetime
    due: datetime

    @property
    def is_sound(self) -> bool:
        """Whether it can have come of reviews, as what was read from a damaged file need not."""
        is_known = (
            0 < self.stability <= _MOST_STABLE and _LEAST_DIFFICULT <= self.difficulty <= _MOST_DIFFICULT
        )
        return is_known and self.times > 0 and self.first_at <= self.last_at < self.due


def reviewed(memory: Memory | None, given: Grade, at: datetime) -> Memory:
    """A card after one more review.

    Time passes in whole days, the nearest number of them: who answers in the evening and again the next
    afternoon has waited a day. A clock that was set back takes nothing back: a moment before the last
    review counts as that of the last review.

    Args:
        memory: the card before; None before its first review.
        given: how well it was known.
        at: when, in UTC.
    """
    from fsrs import Card, Rating, State  # noqa: PLC0415 - neither start nor first question waits for it

    at = min(at.astimezone(UTC), _LATEST)
    if memory is None:
        card, when = Card(card_id=1, due=at), at
    else:
        at = max(at, memory.last_at)
        when = memory.last_at + _days_between(memory.last_at, at) * _DAY
        state = State.Review, None, memory.stability, memory.difficulty
        card = Card(1, *state, due=memory.due, last_review=memory.last_at)
    after, _ = _scheduler().review_card(card, Rating(given), when)
    if after.stability is None or after.difficulty is None:
        raise RuntimeError("fsrs has reviewed a card and tells nothing of it.")
    first_at, times = (at, 0) if memory is None else (memory.first_at, memory.times)
    return Memory(after.stability, after.difficulty, times + 1, first_at, at, at + (after.due - when))


def after_all(memory: Memory | None, reviews: Iterable[tuple[Grade, datetime]]) -> Memory | None:
    """A card after some more reviews, in their order; None where there never was one."""
    for given, at in reviews:
        memory = reviewed(memory, given, at)
    return memory


def _days_between(last: datetime, now: datetime) -> int:
    """The whole days between two moments, to the nearest."""
    return (now - last + _DAY / 2) // _DAY


@cache
def _scheduler() -> "Scheduler":
    """FSRS. There are no steps within a day, so every interval is whole days."""
    from fsrs import Scheduler  # noqa: PLC0415 - as above

    return Scheduler(WEIGHTS, DESIRED_RETENTION, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
