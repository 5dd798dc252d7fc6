"""Papers in the file of answers: each change is on the disk before it counts, the hand-in is written once."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from quizapp.domain.attempt import PAPER, Attempt, QuestionRef, SessionRules, SessionStart, Step
from quizapp.domain.bank import Bank
from quizapp.domain.errors import QuizError
from quizapp.domain.paper import PaperHandedInError, UnknownPaperError
from quizapp.domain.paper_preset import BlueprintRow, PaperKind, Preset
from quizapp.storage.answers import rows
from quizapp.storage.answers.database import StoreAccess
from quizapp.storage.answers.rows import UNREADABLE, moment, time_text
from quizapp.storage.banks.bank_json import bank_from_json, bank_to_json

INSERT_PAPER = "INSERT INTO paper VALUES (?, ?, ?, ?)"
INSERT_EVENT = """
    INSERT INTO paper_event (session, kind, position, value, seconds, time_left, at)
    VALUES (?, ?, ?, ?, ?, ?, ?)"""
_SELECT = """
    SELECT session.number, session.id, seed, session.rules, started_at, paper.rules, banks, deadline,
           (SELECT at FROM ending WHERE session = session.number AND kind = 'finished')
    FROM paper JOIN session ON session.number = paper.session"""
SELECT_PAPER = f"{_SELECT} WHERE session.id = ?"
_NEWEST_FIRST = "ORDER BY session.number DESC"
_HAS_ENDED = "EXISTS (SELECT 1 FROM ending WHERE session = session.number"
SELECT_RUNNING = f"{_SELECT} WHERE NOT {_HAS_ENDED}) {_NEWEST_FIRST}"
SELECT_HEADS = """
    SELECT session.id, paper.rules, at, (SELECT count(*) FROM asked WHERE session = session.number),
           (SELECT total(marks) FROM attempt WHERE session = session.number)
    FROM paper JOIN session ON session.number = paper.session
        JOIN ending ON ending.session = session.number AND kind = 'finished'
    ORDER BY session.number DESC"""
_SELECT_EVENTS = """
    SELECT kind, position, value, seconds, time_left, at FROM paper_event WHERE session = ? ORDER BY number"""
_FIND_END = "SELECT 1 FROM ending WHERE session = ?"
_SELECT_POSITIONS = "SELECT position FROM asked WHERE session = ?"

STATEMENTS = (
    *(INSERT_PAPER, INSERT_EVENT, SELECT_PAPER, SELECT_RUNNING, SELECT_HEADS, _SELECT_EVENTS, _FIND_END),
    _SELECT_POSITIONS,
    *rows.STATEMENTS,
)
"""All that is said here to the tables."""

BY_TIME, BY_HAND = "time", "hand"
_YES, _NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class PaperRules:
    """What a paper was begun with.

    Attributes:
        preset: its preset as it was.
        minutes: the time allowed.
        fresh: how many of its questions had not been answered before.
    """

    preset: Preset
    minutes: int
    fresh: int


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that stands: it, the seconds used on its question in all, and when it was given, in UTC."""

    response: str
    seconds: float
    at: datetime


@dataclass(frozen=True, slots=True)
class KeptPaper:
    """A paper as the store gives it back.

    Attributes:
        start: its fixed part.
        rules: what it was begun with.
        banks: its questions in the wording in which it began, by the ids of their banks.
        deadline: when it hands itself in, in UTC.
        given: the answers that stand, by position.
        flagged: the positions that are flagged.
        position: the question in front.
        left: the least seconds left that were ever stored.
        ended_at: when it was handed in, in UTC; None while it is being sat.
        by_time: whether it handed itself in.
    """

    start: SessionStart
    rules: PaperRules
    banks: Mapping[str, Bank]
    deadline: datetime
    given: Mapping[int, Given]
    flagged: frozenset[int]
    position: int
    left: float
    ended_at: datetime | None
    by_time: bool


@dataclass(frozen=True, slots=True)
class KeptHead:
    """A paper that was handed in, without what it asked; `ended_at` is UTC."""

    id: str
    preset: Preset
    ended_at: datetime
    questions: int
    marks: int


@dataclass(frozen=True, slots=True)
class PaperEvent:
    """Something done in a paper; `kind` is answer, flag or place."""

    kind: str
    position: int
    value: str
    seconds: float
    left: float
    at: datetime


class PaperStore:
    """Papers in an open file of answers. Every method may raise a `StoreError`."""

    def __init__(self, access: StoreAccess) -> None:
        """Use an open file.

        Raises:
            AlteredStoreError: when its tables for papers are not what we made.
        """
        access.database.try_out(STATEMENTS)
        self._access = access

    def begin(
        self, start: SessionStart, rules: PaperRules, banks: Sequence[Bank], deadline: datetime
    ) -> None:
        """Keep that a paper began, with its questions and its deadline."""
        told = json.dumps(asdict(rules), ensure_ascii=False)
        kept = json.dumps([bank_to_json(bank) for bank in banks], ensure_ascii=False)
        with self._access.writing() as connection:
            session = connection.execute(rows.INSERT_SESSION, rows.session_row(start)).lastrowid
            asked = [(session, position, *rows.ref_row(ref)) for position, ref in enumerate(start.questions)]
            connection.executemany(rows.INSERT_ASKED, asked)
            connection.execute(INSERT_PAPER, (session, told, kept, time_text(deadline)))

    def add(self, paper_id: str, event: PaperEvent) -> None:
        """Keep something that was done in a paper.

        Raises:
            PaperHandedInError: when it is over, perhaps in another window.
        """
        try:
            with self._access.writing() as connection:
                session = rows.session_number(connection, paper_id)
                connection.execute(INSERT_EVENT, (session, *_event_row(event)))
        except sqlite3.IntegrityError as error:
            raise PaperHandedInError(
                "This paper was handed in already, perhaps in another window. Papers shows its result."
            ) from error

    def hand_in(self, paper_id: str, attempts: Sequence[Attempt], end: PaperEvent) -> None:
        """Write what was answered, and that the paper is over; a second time changes nothing.

        Args:
            paper_id: the paper.
            attempts: one for each question that has an answer.
            end: how it ended: its value is `BY_TIME` or `BY_HAND`.
        """
        with self._access.writing() as connection:
            session = rows.session_number(connection, paper_id)
            if connection.execute(_FIND_END, (session,)).fetchone():
                return
            connection.execute(INSERT_EVENT, (session, *_event_row(end)))
            made = [(session, *rows.attempt_row(attempt)) for attempt in attempts]
            connection.executemany(rows.INSERT_ATTEMPT, made)
            at = time_text(end.at)
            asked = connection.execute(_SELECT_POSITIONS, (session,)).fetchall()
            read = [(session, position, at) for (position,) in asked]
            connection.executemany(rows.INSERT_READ, read)  # so that it reads as any finished session
            connection.execute(rows.INSERT_ENDING, (session, "finished", at))

    def give_up(self, paper_id: str, at: datetime) -> None:
        """Keep that a paper is not gone on with; nothing of it becomes an attempt."""
        with self._access.writing() as connection:
            session = rows.session_number(connection, paper_id)
            connection.execute(rows.INSERT_ENDING, (session, "set-aside", time_text(at)))

    def load(self, paper_id: str) -> KeptPaper:
        """A paper as it stands.

        Raises:
            UnknownPaperError: when it was never begun.
        """
        with self._access.reading() as connection:
            row = connection.execute(SELECT_PAPER, (paper_id,)).fetchone()
            if row is None:
                raise UnknownPaperError("This paper is not among those saved here.")
            return _kept(connection, row)

    def running(self) -> tuple[KeptPaper, ...]:
        """The papers that were neither handed in nor given up, the newest first.

        One that cannot be read is passed over: it must not stand in the way at every start.
        """
        with self._access.forgiving() as connection:
            return tuple(_readable(connection, connection.execute(SELECT_RUNNING).fetchall()))

    def heads(self) -> tuple[KeptHead, ...]:
        """The papers that were handed in, the newest first; one that cannot be read is passed over."""
        with self._access.forgiving() as connection:
            return tuple(_heads(connection))


def _readable(connection: sqlite3.Connection, found: Sequence[Any]) -> Iterator[KeptPaper]:
    for row in found:
        with suppress(*UNREADABLE):
            yield _kept(connection, row)


def _heads(connection: sqlite3.Connection) -> Iterator[KeptHead]:
    for paper_id, rules, at, questions, marks in connection.execute(SELECT_HEADS):
        with suppress(*UNREADABLE, LookupError):
            yield KeptHead(paper_id, _rules(rules).preset, moment(at), questions, round(marks))


def _event_row(event: PaperEvent) -> tuple[object, ...]:
    return event.kind, event.position, event.value, event.seconds, event.left, time_text(event.at)


def _kept(connection: sqlite3.Connection, row: Any) -> KeptPaper:
    """The paper in a row, with what was done in it; may raise what is `UNREADABLE`."""
    number, paper_id, seed, session_rules, started_at, rules, banks, deadline, ended_at = row
    asked = rows.asked_in(connection, number)
    start = SessionStart(paper_id, seed, rows.rules_of(session_rules), asked, moment(started_at))
    try:
        told, kept = _rules(rules), _banks(banks, asked)
    except (LookupError, AttributeError, QuizError) as error:
        raise ValueError(f"The paper {paper_id} makes no sense: {error}") from error
    done = [_event(each) for each in connection.execute(_SELECT_EVENTS, (number,))]
    return KeptPaper(
        start,
        told,
        kept,
        moment(deadline),
        _given(done),
        _flagged(done),
        next((each.position for each in reversed(done) if each.kind != "end"), 0),
        min((each.left for each in done), default=60.0 * told.minutes),
        None if ended_at is None else moment(ended_at),
        any(each.kind == "end" and each.value == BY_TIME for each in done),
    )


def _banks(text: str, asked: Sequence[QuestionRef]) -> Mapping[str, Bank]:
    """The banks in a JSON array, which hold all that is asked; may raise `LookupError` as well."""
    banks = {bank.id: bank for bank in map(bank_from_json, json.loads(text))}
    for ref in asked:
        banks[ref.bank_id].question(ref.question_id)
    return banks


def _event(row: Any) -> PaperEvent:
    kind, position, value, seconds, left, at = row
    return PaperEvent(kind, position, value, seconds, left, moment(at))


def _given(done: Sequence[PaperEvent]) -> Mapping[int, Given]:
    given: dict[int, Given] = {}
    used: dict[int, float] = {}
    for event in done:
        if event.kind == "answer":
            used[event.position] = used.get(event.position, 0.0) + event.seconds
            given[event.position] = Given(event.value, used[event.position], event.at)
    return given


def _flagged(done: Sequence[PaperEvent]) -> frozenset[int]:
    last = {event.position: event.value for event in done if event.kind == "flag"}
    return frozenset(position for position, value in last.items() if value == _YES)


def flag_value(*, flagged: bool) -> str:
    """How a flag is kept."""
    return _YES if flagged else _NO


def _rules(text: str) -> PaperRules:
    """The rules in a JSON object; may raise `LookupError` and what is `UNREADABLE`."""
    told = json.loads(text)
    plain = dict(told["preset"])
    blueprint = tuple(
        BlueprintRow(
            int(row["questions"]), PaperKind(row["kind"]), tuple(map(str, row["topics"])), row["level"]
        )
        for row in plain["blueprint"]
    )
    preset = Preset(
        str(plain["id"]),
        str(plain["title"]),
        int(plain["minutes"]),
        blueprint,
        int(plain["extra_minutes"]),
        int(plain["pass_mark"]),
        str(plain["exam"]),
        tuple(map(str, plain["banks"])),
        str(plain["note"]),
    )
    return PaperRules(preset, int(told["minutes"]), int(told["fresh"]))


def attempt_of(start: SessionStart, position: int, offered: tuple[str, ...], given: Given) -> Attempt:
    """The attempt that an answer becomes at the hand-in, without its marks."""
    question: QuestionRef = start.questions[position]
    return Attempt(
        start.id, position, Step.ANSWER, question, offered, given.response, None, given.seconds, given.at
    )


PAPER_RULES = SessionRules(reason_step=False, which=PAPER)
"""How a session is run that is a paper."""
