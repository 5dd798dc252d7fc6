"""What was done on each day: loaded once somebody asks, which most starts do not."""

import sqlite3
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from quizapp.domain.goal import MOST_SECONDS, Activity
from quizapp.storage.answers.rows import SELECT_ACTIVITY, UNREADABLE, moment, time_text

_PAGE = 500
_NEWEST = 2**63 - 1


def activity(connection: sqlite3.Connection, moments: Sequence[datetime]) -> list[Activity]:
    """What was done from each moment to the next.

    A question counts once it has an answer that stands. Each step counts with its time, and so does the
    time from the last step to the end of its explanation, which only the clock of the computer tells:
    none of them with less than nothing or more than `MOST_SECONDS`.

    Args:
        connection: to the file.
        moments: in their order, in UTC, two or more.
    """
    texts = [time_text(each) for each in moments]
    questions, seconds = [0] * len(texts), [0.0] * len(texts)
    ended: set[tuple[int, int]] = set()  # the questions whose last step was seen
    for _, session, position, used, at, answers, read_at in _since(connection, texts[0]):
        index = bisect_right(texts, at) - 1
        questions[index] += answers
        seconds[index] += min(max(0.0, used), MOST_SECONDS)
        if (session, position) not in ended:
            ended.add((session, position))
            seconds[index] += _reading(at, read_at)
    return [Activity(*each) for each in zip(questions[:-1], seconds[:-1], strict=True)]


def _since(connection: sqlite3.Connection, first: str) -> Iterator[Any]:
    """The rows of `SELECT_ACTIVITY` from a time on, the newest first.

    They are read in the order of writing, up to a page of none that is late enough: only the last weeks
    are touched, whatever else there is, and a clock that was wrong for a session hides nothing.
    """
    number, is_late = _NEWEST, True
    while is_late:
        page = connection.execute(SELECT_ACTIVITY, (number, _PAGE)).fetchall()
        late = [row for row in page if row[4] >= first]
        yield from late
        number, is_late = page[-1][0] if page else 0, bool(late)


def _reading(at: str, read_at: str | None) -> float:
    """How many seconds an explanation was read, as far as that counts; 0 where nobody can tell."""
    with suppress(*UNREADABLE):
        if read_at is not None:
            return min(max(0.0, (moment(read_at) - moment(at)).total_seconds()), MOST_SECONDS)
    return 0.0
