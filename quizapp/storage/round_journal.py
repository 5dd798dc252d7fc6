"""The journal of rounds: what happened in a room, event by event, each on the disk before it counts."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime

from quizapp.domain.bank import Bank
from quizapp.domain.errors import QuizError
from quizapp.domain.round_events import Close, Event
from quizapp.domain.round_plan import RoundPlan
from quizapp.storage import round_rows as rows
from quizapp.storage.attempt_rows import UNREADABLE, time_text
from quizapp.storage.plan_json import plan_json, plan_of
from quizapp.storage.round_rows import KeptHead, KeptRound
from quizapp.storage.store_access import StoreAccess


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
        access.database.try_out(rows.STATEMENTS)
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
            connection.execute(rows.INSERT_ROUND, rows.round_row(round_id, plan, bank, at))

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
                connection.executemany(rows.INSERT_EVENT, rows.event_rows(number, first, events, at))
                if any(isinstance(event, Close) for event in events):
                    connection.execute(rows.END_ROUND, (time_text(at), number))
        except sqlite3.IntegrityError as error:
            raise went_on() from error

    def load(self, round_id: str) -> KeptRound:
        """A round as it stands after all that happened in it.

        Raises:
            UnknownRoundError: when it was never begun.
        """
        with self._access.reading() as connection:
            row = connection.execute(rows.SELECT_ROUND, (round_id,)).fetchone()
            if row is None:
                raise _unknown(round_id)
            return rows.kept_round(connection, row)

    def unfinished(self) -> KeptRound | None:
        """The newest round that has not ended.

        One that cannot be read is passed over: it must not stand in the way at every start.
        """
        with self._access.forgiving() as connection:
            for row in connection.execute(rows.SELECT_UNFINISHED):
                with suppress(*UNREADABLE):
                    return rows.kept_round(connection, row)
        return None

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
            (now,) = connection.execute(rows.FIND_PLAN, (plan_id,)).fetchone() or (None,)
            if now != data:
                connection.execute(rows.INSERT_PLAN, (plan_id, data, time_text(at)))


def went_on() -> RoundWentOnError:
    """What is said to a window that does not know how its round stands."""
    return RoundWentOnError(
        "This round has gone on meanwhile, perhaps in another window. Go to Rounds and resume it there."
    )


def _round_number(connection: sqlite3.Connection, round_id: str) -> int:
    found = connection.execute(rows.FIND_ROUND, (round_id,)).fetchone()
    if found is None:
        raise _unknown(round_id)
    return int(found[0])


def _unknown(round_id: str) -> UnknownRoundError:
    return UnknownRoundError(f"The round {round_id} is not among those kept here.")


def _heads(connection: sqlite3.Connection) -> Iterator[KeptHead]:
    for row in connection.execute(rows.SELECT_HEADS):
        with suppress(*UNREADABLE):
            yield rows.kept_head(row)


def _ended(connection: sqlite3.Connection, bank_id: str) -> Iterator[KeptRound]:
    for number, *head, bank in connection.execute(rows.SELECT_ENDED):
        with suppress(*UNREADABLE):
            if rows.kept_head(head).plan.questions[0].bank_id == bank_id:
                yield rows.kept_round(connection, (number, *head, bank))


def _plans(connection: sqlite3.Connection) -> Iterator[RoundPlan]:
    for (data,) in connection.execute(rows.SELECT_PLANS):
        with suppress(*UNREADABLE):
            yield plan_of(data)
