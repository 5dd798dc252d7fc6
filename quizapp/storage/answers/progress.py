"""What Progress shows, added up where the answers lie: one row a session, however many answers there are.

No derived table is kept: the index by session, position and step has the rows in the order in which they are
added up, so that a million attempts take less than a second and no range of dates is looked for by another
index.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import Any

from quizapp.domain.attempt import QuestionRef
from quizapp.domain.certainty import LEVELS, Certainty, LevelTally
from quizapp.domain.progress import Offered, ReasonGiven, SessionTally
from quizapp.storage.answers.database import StoreAccess
from quizapp.storage.answers.rows import UNREADABLE, ids_offered, moment

RECENT = 1_000
"""How many reasons are looked at for misconceptions, the newest."""

# Once for a bank, not once an answer: asked for at each row it would take a third of the time.
SELECT_FRESH_STARTS = "SELECT bank_id, max(after_attempt) FROM fresh_start GROUP BY bank_id"
# How many stood to choose from: none of what is offered has a comma in it. A list that is none harms nothing.
_OFFERED = "(1 + length({0}.offered) - length(replace({0}.offered, ',', '')))"
_OF_LEVEL = "CASE sure.response WHEN '{0}' THEN known.marks END"
_LEVELS = ", ".join(f"count({_OF_LEVEL}), total({_OF_LEVEL})".format(level) for level in LEVELS)

_TALLY = f"known.session, max(known.at), count(*), sum(known.marks), sum(1.0 / {_OFFERED.format('known')})"
SELECT_HAS_LEVELS = "SELECT EXISTS (SELECT 1 FROM attempt WHERE step = 'certainty')"
SELECT_TALLIES = f"""
    SELECT {_TALLY}
    FROM known
    WHERE known.marks IS NOT NULL AND {{counts}}
    GROUP BY known.session"""  # noqa: S608 - made of constants
# In one go: added up by themselves, the levels would take half as long again. Without any it takes longer.
SELECT_TALLIES_AND_LEVELS = f"""
    SELECT {_TALLY}, {_LEVELS}
    FROM known LEFT JOIN known AS sure
      ON (sure.session, sure.position, sure.step) = (known.session, known.position, 'certainty')
    WHERE known.marks IS NOT NULL AND {{counts}}
    GROUP BY known.session"""  # noqa: S608 - likewise
SELECT_REASONS = """
    SELECT bank_id, question_id, revision, offered, response, at
    FROM known WHERE step = 'reason' AND {counts}
    ORDER BY number DESC LIMIT ?"""
SELECT_OFFERED = f"""
    SELECT latest.bank_id, latest.question_id, latest.revision, {_OFFERED.format("answer")},
           (SELECT {_OFFERED.format("reason")} FROM known AS reason
            WHERE (reason.session, reason.position) = (answer.session, answer.position)
              AND reason.step = 'reason')
    FROM latest_answer AS latest JOIN attempt AS answer USING (number)
    WHERE latest.bank_id = ?"""  # noqa: S608 - likewise

STATEMENTS = tuple(
    each.format(counts="known.number > 0")
    for each in (
        SELECT_FRESH_STARTS,
        SELECT_HAS_LEVELS,
        SELECT_TALLIES,
        SELECT_TALLIES_AND_LEVELS,
        SELECT_REASONS,
        SELECT_OFFERED,
    )
)
"""All that is said here to the tables, as long as no bank was begun afresh."""


class ProgressStore:
    """Adds up what is kept; what cannot be read does not count.

    Every method may raise a `StoreError`, whose text says what to do.
    """

    def __init__(self, access: StoreAccess) -> None:
        self._access = access
        access.database.try_out(STATEMENTS)

    def sessions(self) -> tuple[SessionTally, ...]:
        """The first answers of each session that could earn a mark, in the order sessions were begun."""
        with self._access.forgiving() as connection:
            return tuple(_tallies(connection, _Counting(connection)))

    def reasons(self) -> tuple[ReasonGiven, ...]:
        """The `RECENT` reasons given last, the newest first."""
        with self._access.forgiving() as connection:
            return tuple(_reasons(connection, _Counting(connection)))

    def offered(self, bank_id: str) -> Mapping[QuestionRef, Offered]:
        """By wording, what stood to choose from when it was answered last."""
        with self._access.forgiving() as connection:
            return {
                QuestionRef(*ref): Offered(answers, reasons or 0)
                for *ref, answers, reasons in connection.execute(SELECT_OFFERED, (bank_id,))
            }


class _Counting:
    """Which answers count: those given after the last fresh start of their bank."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        starts = connection.execute(SELECT_FRESH_STARTS).fetchall()
        whens = " ".join("WHEN ? THEN ?" for _ in starts)
        self._condition = (
            f"known.number > CASE known.bank_id {whens} ELSE 0 END" if starts else "known.number > 0"
        )
        self.parameters = tuple(value for start in starts for value in start)

    def only(self, statement: str) -> str:
        """A statement about those alone; it takes `parameters`."""
        return statement.format(counts=self._condition)


def _levels(counts: Sequence[float]) -> tuple[LevelTally, ...]:
    """How the answers of each level went that was said in a session: answers and right ones in turn."""
    return tuple(
        _tally(level, int(answers), round(right))
        for level, answers, right in zip(Certainty, counts[::2], counts[1::2], strict=False)
        if answers
    )


@lru_cache(maxsize=4096)
def _tally(level: Certainty, answers: int, right: int) -> LevelTally:
    """Made once each: sessions of a few questions know few of them, and there may be many thousand."""
    return LevelTally(level, answers, right)


def _tallies(connection: sqlite3.Connection, counting: _Counting) -> Iterator[SessionTally]:
    (has_levels,) = connection.execute(SELECT_HAS_LEVELS).fetchone()
    statement = SELECT_TALLIES_AND_LEVELS if has_levels else SELECT_TALLIES
    for _, at, marked, earned, luck, *levels in connection.execute(
        counting.only(statement), counting.parameters
    ):
        with suppress(*UNREADABLE):
            yield SessionTally(moment(at), marked, round(earned), luck, _levels(levels))


def _reasons(connection: sqlite3.Connection, counting: _Counting) -> Iterator[ReasonGiven]:
    for row in connection.execute(counting.only(SELECT_REASONS), (*counting.parameters, RECENT)):
        with suppress(*UNREADABLE):
            yield _reason(row)


def _reason(row: Any) -> ReasonGiven:
    bank_id, question_id, revision, offered, response, at = row
    return ReasonGiven(
        QuestionRef(bank_id, question_id, revision), ids_offered(offered), response, moment(at)
    )
