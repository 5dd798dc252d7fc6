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

_DAY = timedelta(days=1)


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


def grade(evidence: Evidence) -> Grade:
    """The grade of an answer.

    | mark | reason | certainty | grade |
    |---|---|---|---|
    | 0 | any | any | Again |
    | none to be had | any | any | Hard |
    | 1 | decides nothing, or "not sure" | any | Hard |
    | 1 | decides, or none asked | 1 | Hard |
    | 1 | decides, or none asked | 2, or not asked | Good |
    | 1 | decides, or none asked | 3 | Easy |
    """
    if evidence.earned is None:
        return Grade.HARD
    if not evidence.earned:
        return Grade.AGAIN
    if evidence.reason_holds is False or evidence.certainty == LEAST_SURE:
        return Grade.HARD
    return Grade.EASY if evidence.certainty == MOST_SURE else Grade.GOOD


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

    at = at.astimezone(UTC)
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
    """FSRS with its default weights. There are no steps within a day, so every interval is whole days."""
    from fsrs import Scheduler  # noqa: PLC0415 - as above

    return Scheduler(
        desired_retention=DESIRED_RETENTION, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
