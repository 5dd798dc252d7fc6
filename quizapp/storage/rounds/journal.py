"""The journal of rounds: what happened in a room, event by event, each on the disk before it counts."""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from quizapp.domain.bank import Bank
from quizapp.domain.errors import QuizError
from quizapp.domain.round import Round
from quizapp.domain.round_events import Close, Event
from quizapp.domain.round_plan import RoundPlan
from quizapp.domain.round_rules import replayed
from quizapp.storage.answers.database import StoreAccess
from quizapp.storage.answers.rows import UNREADABLE, moment, time_text
from quizapp.storage.banks.bank_json import bank_from_json, bank_to_json
from quizapp.storage.rounds.plan_json import event_json, event_of, plan_json, plan_of

INSERT_ROUND = "INSERT INTO round (id, plan, bank, started_at) VALUES (?, ?, ?, ?)"
INSERT_EVENT = "INSERT INTO round_event VALUES (?, ?, ?, ?)"
END_ROUND = "UPDATE round SET ended_at = ? WHERE number = ?"
FIND_ROUND = "SELECT number FROM round WHERE id = ?"
_SELECT = "SELECT number, id, plan, started_at, ended_at, bank FROM round"
SELECT_ROUND = f"{_SELECT} WHERE id = ?"
SELECT_UNFINISHED = f"{_SELECT} WHERE ended_at IS NULL ORDER BY number DESC"
SELECT_ENDED = f"{_SELECT} WHERE ended_at IS NOT NULL ORDER BY number"
SELECT_HEADS = "SELECT id, plan, started_at, ended_at FROM round ORDER BY number DESC"
SELECT_ALL = f"{_SELECT} ORDER BY number DESC"
_SELECT_EVENTS = "SELECT seq, data FROM round_event WHERE round = ? ORDER BY seq"

INSERT_PLAN = "INSERT INTO round_plan (id, data, at) VALUES (?, ?, ?)"
# Beside max() SQLite takes the other columns from the row that has it.
SELECT_PLANS = """
    SELECT id, data FROM (SELECT id, data, max(number) AS newest FROM round_plan GROUP BY id)
    WHERE data IS NOT NULL ORDER BY newest DESC"""
FIND_PLAN = "SELECT data FROM round_plan WHERE id = ? ORDER BY number DESC LIMIT 1"

STATEMENTS = (
    *(INSERT_ROUND, INSERT_EVENT, END_ROUND, FIND_ROUND, SELECT_ROUND, SELECT_UNFINISHED),
    *(SELECT_ENDED, SELECT_HEADS, SELECT_ALL, _SELECT_EVENTS, INSERT_PLAN, SELECT_PLANS, FIND_PLAN),
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


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What makes no sense to this version of the program: the ids of rounds and of plans."""

    rounds: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()


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


class UnknownRoundError(QuizError, LookupError):
    """A round that is not in the journal."""


class RoundWentOnError(QuizError):
    """Something happened in a round that the window which wants to go on with it does not know of."""


class RoundJournal:
    """Rounds, their events and the plans for them, in the file of answers.

    Every method may raise a `StoreError`, whose text says what to do.
    """

    def __init__(self, access: StoreAccess) -> None:
        """Use an open file.

        Raises:
            AlteredStoreError: when its tables for rounds are not what we made.
        """
        access.database.try_out(STATEMENTS)
        self._access = access

    # -- rounds --------------------------------------------------------------------------------

    def begin(self, round_id: str, plan: RoundPlan, bank: Bank, at: datetime) -> None:
        """Keep that a round began.

        Args:
            round_id: names it, and no other.
            plan: what is planned.
            bank: its questions as they are asked.
            at: when, in UTC.
        """
        with self._access.writing() as connection:
            connection.execute(INSERT_ROUND, round_row(round_id, plan, bank, at))

    def append(self, round_id: str, first: int, events: Sequence[Event], at: datetime) -> None:
        """Keep what happened next in a round, all of it or nothing; with a `Close` the round has ended.

        Args:
            round_id: the round.
            first: how many events are known to have happened in it before.
            events: what happened.
            at: when, in UTC.

        Raises:
            RoundWentOnError: when others happened in it before, or it has ended.
            UnknownRoundError: when it was never begun.
        """
        try:
            with self._access.writing() as connection:
                number = _round_number(connection, round_id)
                connection.executemany(INSERT_EVENT, event_rows(number, first, events, at))
                if any(isinstance(event, Close) for event in events):
                    connection.execute(END_ROUND, (time_text(at), number))
        except sqlite3.IntegrityError as error:
            raise went_on() from error

    def load(self, round_id: str) -> KeptRound:
        """A round as it stands after all that happened in it.

        Raises:
            UnknownRoundError: when it was never begun.
        """
        with self._access.reading() as connection:
            row = connection.execute(SELECT_ROUND, (round_id,)).fetchone()
            if row is None:
                raise _unknown(round_id)
            return kept_round(connection, row)

    def unfinished(self) -> tuple[KeptRound, ...]:
        """All rounds that have not ended, the newest first.

        One that cannot be read is passed over: it must not stand in the way at every start. `unreadable`
        names it.
        """
        with self._access.forgiving() as connection:
            return tuple(_unfinished(connection))

    def ended(self, bank_id: str) -> tuple[KeptRound, ...]:
        """The closed rounds on questions of a bank, the oldest first.

        One that cannot be read is left out, here and in the lists below.
        """
        with self._access.forgiving() as connection:
            return tuple(_ended(connection, bank_id))

    def heads(self) -> tuple[KeptHead, ...]:
        """All rounds without what happened in them, the newest first."""
        with self._access.forgiving() as connection:
            return tuple(_heads(connection))

    def unreadable(self) -> Unreadable:
        """The rounds and plans that the lists here pass over."""
        with self._access.forgiving() as connection:
            return Unreadable(tuple(_odd_rounds(connection)), tuple(_odd_plans(connection)))

    # -- plans ---------------------------------------------------------------------------------

    def save_plan(self, plan: RoundPlan, at: datetime) -> None:
        """Keep a plan in the place of an earlier one of the same id."""
        self._set_plan(plan.id, plan_json(plan), at)

    def delete_plan(self, plan_id: str, at: datetime) -> None:
        """Keep a plan no longer; rounds that were begun with it stay."""
        self._set_plan(plan_id, None, at)

    def plans(self) -> tuple[RoundPlan, ...]:
        """The plans that are kept, the one saved last first."""
        with self._access.forgiving() as connection:
            return tuple(_plans(connection))

    def _set_plan(self, plan_id: str, data: str | None, at: datetime) -> None:
        with self._access.writing() as connection:
            (now,) = connection.execute(FIND_PLAN, (plan_id,)).fetchone() or (None,)
            if now != data:
                connection.execute(INSERT_PLAN, (plan_id, data, time_text(at)))


def went_on() -> RoundWentOnError:
    """What is said to a window that does not know how its round stands."""
    return RoundWentOnError(
        "This round has gone on meanwhile, perhaps in another window. Go to Rounds and resume it there."
    )


def _round_number(connection: sqlite3.Connection, round_id: str) -> int:
    found = connection.execute(FIND_ROUND, (round_id,)).fetchone()
    if found is None:
        raise _unknown(round_id)
    return int(found[0])


def _unknown(round_id: str) -> UnknownRoundError:
    return UnknownRoundError(f"The round {round_id} is not among those saved here.")


def _heads(connection: sqlite3.Connection) -> Iterator[KeptHead]:
    for row in connection.execute(SELECT_HEADS):
        with suppress(*UNREADABLE):
            yield kept_head(row)


def _unfinished(connection: sqlite3.Connection) -> Iterator[KeptRound]:
    for row in connection.execute(SELECT_UNFINISHED):
        with suppress(*UNREADABLE):
            yield kept_round(connection, row)


def _odd_rounds(connection: sqlite3.Connection) -> Iterator[str]:
    """Those whose heads say nothing, and those in the middle that cannot be gone on with.

    What happened in a round that is over is read only when somebody looks back at it.
    """
    for number, round_id, *head, bank in connection.execute(SELECT_ALL):
        _plan, _started_at, ended_at = head
        try:
            if ended_at is None:
                kept_round(connection, (number, round_id, *head, bank))
            else:
                kept_head((round_id, *head))
        except UNREADABLE:
            yield str(round_id)


def _ended(connection: sqlite3.Connection, bank_id: str) -> Iterator[KeptRound]:
    for number, *head, bank in connection.execute(SELECT_ENDED):
        with suppress(*UNREADABLE):
            if kept_head(head).plan.questions[0].bank_id == bank_id:
                yield kept_round(connection, (number, *head, bank))


def _plans(connection: sqlite3.Connection) -> Iterator[RoundPlan]:
    for _, data in connection.execute(SELECT_PLANS):
        with suppress(*UNREADABLE):
            yield plan_of(data)


def _odd_plans(connection: sqlite3.Connection) -> Iterator[str]:
    for plan_id, data in connection.execute(SELECT_PLANS):
        try:
            plan_of(data)
        except UNREADABLE:
            yield str(plan_id)


# -- what a copy still has -------------------------------------------------------------------------


def readable_in(connection: sqlite3.Connection, lost: Unreadable) -> bool:
    """Whether a file has all of what another one has lost, and all of it can be read there."""
    has = {round_id for round_id in lost.rounds if _is_whole(connection, round_id)}
    return has == {*lost.rounds} and {*lost.plans} <= {plan.id for plan in _plans(connection)}


def _is_whole(connection: sqlite3.Connection, round_id: str) -> bool:
    row = connection.execute(SELECT_ROUND, (round_id,)).fetchone()
    try:
        return row is not None and bool(kept_round(connection, row))
    except UNREADABLE:
        return False
