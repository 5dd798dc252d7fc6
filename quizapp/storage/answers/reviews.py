"""When cards are due, as rows that follow from the attempts and the open banks."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from quizapp.domain.cards import Answer, Card, after_answers
from quizapp.domain.scheduling import LEAST_SURE, MOST_SURE, Memory
from quizapp.storage.answers.database import StoreAccess, forgiving_letters
from quizapp.storage.answers.rows import UNREADABLE, moment, time_text

Key = tuple[str, str]
"""A question or a card by the ids of its bank and its own."""

_SELECT_STALE = "SELECT bank_id, question_id, since FROM review_stale"
_SELECT_STALE_OF = "SELECT since FROM review_stale WHERE (bank_id, question_id) = (?, ?)"
_DELETE_STALE = "DELETE FROM review_stale WHERE (bank_id, question_id) = (?, ?)"
_INSERT_STALE = """
    INSERT INTO review_stale VALUES (?, ?, 0) ON CONFLICT DO UPDATE SET since = 0"""
_SELECT_BASES = "SELECT card, basis FROM review_card WHERE bank_id = ?"
_SELECT_ANSWERED = "SELECT DISTINCT question_id FROM latest_answer WHERE bank_id = ?"
_SELECT_ANSWERED_OF = """
    SELECT DISTINCT bank_id, question_id FROM latest_answer
    WHERE bank_id IN (SELECT value FROM json_each(?))"""
_SELECT_CARD = """
    SELECT basis, through, times, stability, difficulty, first_at, last_at, due
    FROM review_card WHERE (bank_id, card) = (?, ?)"""
_INSERT_CARD = """
    INSERT OR REPLACE INTO review_card (bank_id, card, basis, through, times,
                                        stability, difficulty, first_at, last_at, due)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_DELETE_CARD = "DELETE FROM review_card WHERE (bank_id, card) = (?, ?)"
_INSERT_RESET = "INSERT INTO review_reset VALUES (?, ?) ON CONFLICT DO NOTHING"
_DELETE_RESET = "DELETE FROM review_reset WHERE (bank_id, card) = (?, ?)"
_DELETE_RESETS = "DELETE FROM review_reset WHERE bank_id IN (SELECT value FROM json_each(?))"
_SELECT_FRESH_START = "SELECT coalesce(max(after_attempt), 0) FROM fresh_start WHERE bank_id = ?"
# What is `known`, see there; asked attempt by attempt, for the view looks through all retractions first.
_IS_KNOWN = """{0}.after_explanation = 0 AND NOT EXISTS (
            SELECT 1 FROM retraction WHERE attempt = {0}.number AND retraction.after_explanation = 0)"""
SELECT_ANSWERS = """
    WITH answer AS (
        SELECT * FROM attempt AS given
        WHERE (bank_id, question_id, revision) = (?1, ?2, ?3) AND step = 'answer'
          AND number > max(?4, ?5) AND {given}
          AND NOT EXISTS (
            SELECT 1 FROM attempt AS early
            WHERE (early.bank_id, early.question_id, early.revision, early.session, early.step)
                = (?1, ?2, ?3, given.session, 'answer')
              AND early.number < given.number AND early.number > ?4 AND {early})
    )
    SELECT answer.question_id, answer.number, answer.at, answer.response, answer.marks,
           reason.response, reason.marks, certainty.response
    FROM answer
        LEFT JOIN attempt AS reason ON reason.number = (SELECT min(number) FROM attempt AS known
            WHERE (known.session, known.position, known.step) = (answer.session, answer.position, 'reason')
              AND {known})
        LEFT JOIN attempt AS certainty ON certainty.number = (SELECT min(number) FROM attempt AS known
            WHERE (known.session, known.position, known.step) = (answer.session, answer.position, 'certainty')
              AND {known})
    ORDER BY answer.number""".format(  # noqa: S608 - made of what stands here
    **{name: _IS_KNOWN.format(name) for name in ("given", "early", "known")}
)
_IS_ANSWERED = "SELECT 1 FROM latest_answer WHERE (bank_id, question_id) = (?, ?) LIMIT 1"

_OF_BANKS = "FROM review_card WHERE bank_id IN (SELECT value FROM json_each(?1))"
SELECT_COUNTS = f"""
    SELECT count(*) FILTER (WHERE times), count(*) FILTER (WHERE times = 1),
           count(*) FILTER (WHERE first_at >= ?2 AND first_at < ?3) {_OF_BANKS}"""
SELECT_DUES = f"SELECT due {_OF_BANKS} AND due < ?2 ORDER BY due"
SELECT_DUE = f"SELECT bank_id, card {_OF_BANKS} AND due < ?2 ORDER BY due, bank_id, card LIMIT ?3"
_LATE = f"""{_OF_BANKS} AND due >= ?2
    AND (last_at >= ?3 AND last_at < ?4) = ?5 AND (times = 1 OR last_at < ?6)"""
SELECT_SEEN_BETWEEN = f"SELECT count(*) {_OF_BANKS} AND last_at >= ?2 AND last_at < ?3"
SELECT_LATE = f"SELECT bank_id, card {_LATE} ORDER BY due DESC, bank_id, card LIMIT ?7"
COUNT_LATE = f"SELECT count(*) {_LATE}"
_SELECT_MET = f"SELECT bank_id, card {_OF_BANKS} AND times"
_COUNT_RESETS = "SELECT count(*) FROM review_reset WHERE bank_id IN (SELECT value FROM json_each(?))"
_SELECT_SEEN = "SELECT max(number) FROM latest_answer WHERE (bank_id, question_id) = (?, ?)"

STATEMENTS = (
    *(_SELECT_STALE, _SELECT_STALE_OF, _DELETE_STALE, _INSERT_STALE, _SELECT_BASES, _SELECT_ANSWERED),
    *(_SELECT_CARD, _INSERT_CARD, _DELETE_CARD, _INSERT_RESET, _DELETE_RESET, _DELETE_RESETS),
    *(_SELECT_ANSWERED_OF, _SELECT_FRESH_START, _IS_ANSWERED, _SELECT_MET, _COUNT_RESETS, _SELECT_SEEN),
)
"""What is said here to the tables; those with numbered values speak of the same tables and columns."""

_LEVELS = {str(level) for level in range(LEAST_SURE, MOST_SURE + 1)}
_AT_ONCE = 500  # cards that are computed in one transaction: a dead process loses no more


@dataclass(frozen=True, slots=True)
class Counts:
    """Cards met, met once, and met for the first time between two moments."""

    met: int
    once: int
    begun: int


@dataclass(frozen=True, slots=True)
class Late:
    """Which cards are meant that are due too late; the moments are UTC.

    Attributes:
        due_from: due at this moment or later.
        day: when a day begins, and when the next one does.
        seen_that_day: whether those are meant that were reviewed last on that day, or the others, among
            which are those with a review still to come, as a clock that was wrong has it.
        seen_once_since: from this moment on only those reviewed once.
    """

    due_from: datetime
    day: tuple[datetime, datetime]
    seen_that_day: bool
    seen_once_since: datetime

    def values(self) -> tuple[str, str, str, bool, str]:
        """The values of `_LATE`."""
        begins, ends = map(time_text, self.day)
        return time_text(self.due_from), begins, ends, self.seen_that_day, time_text(self.seen_once_since)


class ReviewStore:
    """The cards of open banks in the file of answers.

    Every method may raise a `StoreError`, whose text says what to do.
    """

    def __init__(self, access: StoreAccess) -> None:
        """Keep reviews in an open file.

        Raises:
            AlteredStoreError: when its tables are not those of this version.
        """
        access.database.try_out(STATEMENTS)
        self._access = access

    # -- bringing up to date -------------------------------------------------------------------

    def impatient(self) -> AbstractContextManager[None]:
        """Wait for another program that has the file so shortly that nobody notices."""
        return self._access.database.impatient()

    def synchronise(self, cards: Mapping[str, Sequence[Card]]) -> None:
        """Have the cards computed anew whose questions have changed, and forget those that are gone.

        Args:
            cards: all cards of the open banks, by the ids of these.
        """
        for bank_id, of_bank in cards.items():
            with self._access.forgiving() as connection:
                changed, gone = _changed(connection, bank_id, of_bank)
            if not changed and not gone:
                continue
            keys = [(bank_id, question.id) for card in changed for question in card.questions]
            with self._access.writing() as connection:
                connection.executemany(_INSERT_STALE, keys)
                connection.executemany(_DELETE_CARD, [(bank_id, card) for card in gone])
                connection.executemany(_DELETE_RESET, [(bank_id, card) for card in gone])

    def catch_up(
        self,
        by_question: Mapping[Key, Card],
        open_banks: Iterable[str],
        enough: Callable[[], bool] = lambda: False,
    ) -> bool:
        """Compute the cards of open banks whose answers have changed; where none have, this is one query.

        Args:
            by_question: the cards of the open banks, by their questions.
            open_banks: the ids of these banks.
            enough: asked after each card whether to leave the others for later; one at least is computed, so
                that calls come to an end however long it takes to find out what there is to do.

        Returns:
            Whether all are computed.
        """
        banks = frozenset(open_banks)
        with self._access.forgiving() as connection:
            stale = [(bank, name) for bank, name, _ in connection.execute(_SELECT_STALE) if bank in banks]
        found = (by_question[key] for key in stale if key in by_question)
        cards = list({(card.bank_id, card.id): card for card in found}.values())
        unknown = [key for key in stale if key not in by_question]
        if unknown:
            with self._access.writing() as connection:
                connection.executemany(_DELETE_STALE, unknown)
        done, is_enough = 0, False
        while done < len(cards) and not is_enough:
            with self._access.writing() as connection, forgiving_letters(connection):
                for card in cards[done : done + _AT_ONCE]:
                    _catch_up(connection, card)
                    done += 1
                    is_enough = enough()
                    if is_enough:
                        break
        return done == len(cards)

    # -- what is due ---------------------------------------------------------------------------

    def counts(self, banks: Sequence[str], since: datetime, before: datetime) -> Counts:
        """How many cards of some banks were met, once, and first from a moment to another."""
        with self._access.reading() as connection:
            values = json.dumps(banks), time_text(since), time_text(before)
            return Counts(*connection.execute(SELECT_COUNTS, values).fetchone())

    def dues(self, banks: Sequence[str], before: datetime) -> list[str]:
        """The moments before another at which cards are due, as stored, in their order."""
        with self._access.reading() as connection:
            found = connection.execute(SELECT_DUES, (json.dumps(banks), time_text(before)))
            return [due for (due,) in found]

    def seen_between(self, banks: Sequence[str], since: datetime, before: datetime) -> int:
        """How many cards were reviewed last from a moment to another."""
        with self._access.reading() as connection:
            values = json.dumps(banks), time_text(since), time_text(before)
            (number,) = connection.execute(SELECT_SEEN_BETWEEN, values).fetchone()
        return int(number)

    def due(self, banks: Sequence[str], before: datetime, limit: int) -> list[Key]:
        """The cards due before a moment, those first that are due longest."""
        with self._access.reading() as connection:
            return list(connection.execute(SELECT_DUE, (json.dumps(banks), time_text(before), limit)))

    def count_late(self, banks: Sequence[str], late: Late) -> int:
        """How many cards are due too late."""
        with self._access.reading() as connection:
            (number,) = connection.execute(COUNT_LATE, (json.dumps(banks), *late.values())).fetchone()
        return int(number)

    def late(self, banks: Sequence[str], late: Late, limit: int) -> list[Key]:
        """The cards that are due too late, those first that are due last."""
        with self._access.reading() as connection:
            return list(connection.execute(SELECT_LATE, (json.dumps(banks), *late.values(), limit)))

    def met(self, banks: Sequence[str]) -> set[Key]:
        """The cards that were reviewed in the present wording of a question of theirs."""
        with self._access.reading() as connection:
            return set(connection.execute(_SELECT_MET, (json.dumps(banks),)))

    def answered(self, banks: Sequence[str]) -> set[Key]:
        """The questions of some banks that were answered in any wording."""
        with self._access.forgiving() as connection:
            return set(connection.execute(_SELECT_ANSWERED_OF, (json.dumps(banks),)))

    def last_seen(self, card: Card) -> dict[str, int]:
        """The attempts that answered the questions of a card last, in any wording, by the questions."""
        with self._access.reading() as connection:
            found = {
                question.id: connection.execute(_SELECT_SEEN, (card.bank_id, question.id)).fetchone()[0]
                for question in card.questions
            }
        return {question_id: number for question_id, number in found.items() if number is not None}

    # -- cards begun anew ----------------------------------------------------------------------

    def resets(self, banks: Sequence[str]) -> int:
        """How many cards of some banks began anew since this was acknowledged."""
        with self._access.reading() as connection:
            (number,) = connection.execute(_COUNT_RESETS, (json.dumps(banks),)).fetchone()
        return int(number)

    def acknowledge_resets(self, banks: Sequence[str]) -> None:
        """Tell of these no more."""
        with self._access.writing() as connection:
            connection.execute(_DELETE_RESETS, (json.dumps(banks),))


# -- computing cards ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Kept:
    """A card as its row has it: what it was computed with, the attempt counted last, and the memory."""

    basis: str
    through: int
    memory: Memory | None


def _changed(
    connection: sqlite3.Connection, bank_id: str, cards: Sequence[Card]
) -> tuple[list[Card], list[str]]:
    """The cards of a bank that have to be computed anew, and the ids of those that are gone."""
    kept = dict(connection.execute(_SELECT_BASES, (bank_id,)).fetchall())
    answered = {name for (name,) in connection.execute(_SELECT_ANSWERED, (bank_id,))}
    met = [card for card in cards if any(question.id in answered for question in card.questions)]
    changed = [card for card in met if kept.get(card.id) != card.basis]
    return changed, sorted(kept.keys() - {card.id for card in met})


def _compute_anew(connection: sqlite3.Connection, card: Card) -> None:
    """Compute a card from all answers; note where it begins anew because it was reworded."""
    before = _kept(connection, card)
    after = _store(connection, card, 0, None)
    was_met = before is not None and before.memory is not None
    if was_met and after is None and before is not None and before.basis != card.basis:
        connection.execute(_INSERT_RESET, (card.bank_id, card.id))


def _catch_up(connection: sqlite3.Connection, card: Card) -> None:
    """Take up what was answered since a card was computed, or compute it anew where that is no addition."""
    since = [
        row[0]
        for question in card.questions
        for row in connection.execute(_SELECT_STALE_OF, (card.bank_id, question.id))
    ]
    kept = _kept(connection, card)
    is_addition = kept is not None and min(since, default=0) > kept.through  # 0 where it was reworded
    if kept is not None and is_addition:
        _store(connection, card, kept.through, kept.memory)
    else:
        _compute_anew(connection, card)


def _forget_stale(connection: sqlite3.Connection, card: Card) -> None:
    connection.executemany(_DELETE_STALE, [(card.bank_id, question.id) for question in card.questions])


def _store(connection: sqlite3.Connection, card: Card, through: int, memory: Memory | None) -> Memory | None:
    """Keep a card with the answers after an attempt; one without any answer in any wording has no row."""
    answers = sorted(_answers(connection, card, through), key=lambda answer: answer.number)
    memory = after_answers(card, memory, answers)
    if answers:
        through = answers[-1].number
    _forget_stale(connection, card)
    keys = [(card.bank_id, question.id) for question in card.questions]
    if memory is None and not any(connection.execute(_IS_ANSWERED, key).fetchone() for key in keys):
        connection.execute(_DELETE_CARD, (card.bank_id, card.id))
        return None
    values: tuple[object, ...] = (0, None, None, None, None, None)
    if memory is not None:
        moments = (time_text(each) for each in (memory.first_at, memory.last_at, memory.due))
        values = memory.times, memory.stability, memory.difficulty, *moments
    connection.execute(_INSERT_CARD, (card.bank_id, card.id, card.basis, through, *values))
    return memory


def _kept(connection: sqlite3.Connection, card: Card) -> _Kept | None:
    """The card as it stands; None where it has no row, or one that cannot be read."""
    found = connection.execute(_SELECT_CARD, (card.bank_id, card.id)).fetchone()
    if found is None:
        return None
    basis, through, times, stability, difficulty, *moments = found
    memory = None
    try:
        if times:
            memory = Memory(stability, difficulty, times, *map(moment, moments))
    except UNREADABLE:
        return None
    return _Kept(basis, through, memory) if memory is None or memory.is_sound else None


def _answers(connection: sqlite3.Connection, card: Card, through: int) -> Iterator[Answer]:
    """The first answer to each question of a card in each session, after an attempt.

    One that cannot be read does not count.
    """
    (fresh,) = connection.execute(_SELECT_FRESH_START, (card.bank_id,)).fetchone()
    for question_id, revision in card.revisions.items():
        values = (card.bank_id, question_id, revision, fresh, through)
        for row in connection.execute(SELECT_ANSWERS, values).fetchall():
            with suppress(*UNREADABLE):
                yield _answer(row)


def _answer(row: Sequence[Any]) -> Answer:
    question_id, number, at, response, marks, reason, reason_marks, told = row
    certainty = int(told) if told in _LEVELS else None
    return Answer(question_id, number, moment(at), response, marks, reason, reason_marks, certainty)
