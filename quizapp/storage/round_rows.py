"""Rounds and their plans as rows of the file of answers, and back: the statements and their values."""

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from quizapp.domain.bank import Bank
from quizapp.domain.errors import QuizError
from quizapp.domain.round import Round
from quizapp.domain.round_events import Event
from quizapp.domain.round_plan import RoundPlan
from quizapp.domain.round_rules import replayed
from quizapp.storage.attempt_rows import moment, time_text
from quizapp.storage.bank_json import bank_from_json, bank_to_json
from quizapp.storage.plan_json import event_json, event_of, plan_json, plan_of

INSERT_ROUND = "INSERT INTO round (id, plan, bank, started_at) VALUES (?, ?, ?, ?)"
INSERT_EVENT = "INSERT INTO round_event VALUES (?, ?, ?, ?)"
END_ROUND = "UPDATE round SET ended_at = ? WHERE number = ?"
FIND_ROUND = "SELECT number FROM round WHERE id = ?"
_SELECT = "SELECT number, id, plan, started_at, ended_at, bank FROM round"
SELECT_ROUND = f"{_SELECT} WHERE id = ?"
SELECT_UNFINISHED = f"{_SELECT} WHERE ended_at IS NULL ORDER BY number DESC"
SELECT_ENDED = f"{_SELECT} WHERE ended_at IS NOT NULL ORDER BY number"
SELECT_HEADS = "SELECT id, plan, started_at, ended_at FROM round ORDER BY number DESC"
_SELECT_EVENTS = "SELECT seq, data FROM round_event WHERE round = ? ORDER BY seq"

INSERT_PLAN = "INSERT INTO round_plan (id, data, at) VALUES (?, ?, ?)"
# Beside max() SQLite takes the other columns from the row that has it.
SELECT_PLANS = """
    SELECT data FROM (SELECT data, max(number) AS newest FROM round_plan GROUP BY id)
    WHERE data IS NOT NULL ORDER BY newest DESC"""
FIND_PLAN = "SELECT data FROM round_plan WHERE id = ? ORDER BY number DESC LIMIT 1"

STATEMENTS = (
    *(INSERT_ROUND, INSERT_EVENT, END_ROUND, FIND_ROUND, SELECT_ROUND, SELECT_UNFINISHED),
    *(SELECT_ENDED, SELECT_HEADS, _SELECT_EVENTS, INSERT_PLAN, SELECT_PLANS, FIND_PLAN),
)
"""All that is said here to the tables."""

ROUND_ID = re.compile(r"[0-9A-Za-z-]{1,64}")
"""What names a round, and a file beside the answers."""


@dataclass(frozen=True, slots=True)
class KeptHead:
    """A round without what happened in it; times are UTC, `ended_at` is None while it runs."""

    id: str
    plan: RoundPlan
    started_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class KeptRound:
    """A round as the journal gives it back.

    Attributes:
        id: names it.
        round: how it stands after all its events.
        number: how many events those are.
        bank: its questions, in the wording in which they were asked.
        started_at: when it began, in UTC.
        ended_at: when it was closed, in UTC; None while it runs.
    """

    id: str
    round: Round
    number: int
    bank: Bank
    started_at: datetime
    ended_at: datetime | None


def round_row(round_id: str, plan: RoundPlan, bank: Bank, at: datetime) -> tuple[str, str, str, str]:
    """The values of `INSERT_ROUND`."""
    return round_id, plan_json(plan), bank_to_json(bank), time_text(at)


def event_rows(
    round_number: int, first: int, events: Iterable[Event], at: datetime
) -> list[tuple[int, int, str, str]]:
    """The values of `INSERT_EVENT` for events that are numbered from `first`."""
    return [
        (round_number, seq, event_json(event), time_text(at)) for seq, event in enumerate(events, start=first)
    ]


def kept_head(row: Any) -> KeptHead:
    """The head in a row of `SELECT_HEADS`; may raise what is `UNREADABLE`."""
    round_id, plan, started_at, ended_at = row
    told = plan_of(plan)
    if not (told.questions and ROUND_ID.fullmatch(round_id)):
        raise ValueError(f"The round {round_id} asks nothing, or has an odd name.")
    return KeptHead(round_id, told, moment(started_at), None if ended_at is None else moment(ended_at))


def kept_round(connection: sqlite3.Connection, row: Any) -> KeptRound:
    """The round in a row of `SELECT_ROUND`, with what happened in it; may raise what is `UNREADABLE`."""
    number, *head, bank = row
    told = kept_head(head)
    events = _events(connection, number)
    try:
        round_, asked = replayed(told.plan, events), bank_from_json(bank)
        for ref in told.plan.questions:
            asked.question(ref.question_id)
    except (LookupError, AttributeError, QuizError) as error:
        raise ValueError(f"The round {told.id} makes no sense: {error}") from error
    return KeptRound(told.id, round_, len(events), asked, told.started_at, told.ended_at)


def _events(connection: sqlite3.Connection, number: int) -> list[Event]:
    rows = connection.execute(_SELECT_EVENTS, (number,)).fetchall()
    if [seq for seq, _ in rows] != list(range(len(rows))):
        raise ValueError("An event is missing from the round.")
    return [event_of(data) for _, data in rows]
