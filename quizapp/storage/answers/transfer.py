"""All that is kept, out of the file of answers and into a new one; and as JSON for another computer."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pydantic import TypeAdapter, ValidationError

from quizapp.domain.errors import QuizError
from quizapp.domain.saved import (
    FreshStart,
    PaperEvent,
    Saved,
    SavedAttempt,
    SavedFlag,
    SavedNote,
    SavedPaper,
    SavedPlan,
    SavedRound,
    SavedSession,
    TakenBack,
)
from quizapp.storage.answers.database import Database
from quizapp.storage.answers.errors import in_plain_words
from quizapp.storage.answers.migrate import MIGRATIONS, build, read_migrations
from quizapp.storage.answers.recovery import move_aside
from quizapp.storage.answers.rows import UNREADABLE, moment, time_text
from quizapp.storage.answers.whole_files import move, put, sync_folder

FORMAT = "product-or-service answers"
VERSION = 1


class NotAnExportError(QuizError):
    """A file that is not what this program exports."""

    def __init__(self) -> None:
        super().__init__(
            "This file does not hold answers of this program, or is not whole. Nothing was changed. "
            "Choose a file that “Export everything” has made."
        )


class NewerExportError(QuizError):
    """An export of a newer version of the program."""

    def __init__(self) -> None:
        super().__init__(
            "This file comes from a newer version of this program. Nothing was changed; install that "
            "version here as well."
        )


# -- JSON --------------------------------------------------------------------------------------------


def to_json(saved: Saved, at: datetime) -> bytes:
    """All that is kept as JSON in UTF-8.

    Args:
        saved: what is kept.
        at: when it is exported, in UTC.
    """
    told = {"format": FORMAT, "version": VERSION, "exported_at": time_text(at), **asdict(saved)}
    return json.dumps(told, ensure_ascii=True, indent=1).encode("ascii")


def from_json(content: bytes) -> Saved:
    """What an export holds.

    Raises:
        NewerExportError: when a newer version made it.
        NotAnExportError: when it is none, or not whole.
    """
    try:
        told = json.loads(content)
    except (*UNREADABLE, MemoryError) as error:
        raise NotAnExportError from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise NotAnExportError
    if told.get("version") != VERSION:
        raise NewerExportError
    try:
        saved = TypeAdapter(Saved).validate_python(told)
        if any(time_text(moment(at)) != at for at in _times(saved)):  # they are compared as texts
            raise NotAnExportError
    except (ValidationError, *UNREADABLE) as error:
        raise NotAnExportError from error
    return saved


def _times(saved: Saved) -> Iterator[str]:
    """All times in it, which are compared as texts and so must be times."""
    for session in saved.sessions:
        yield session.started_at
        yield from (each.at for each in session.attempts)
        yield from (each.taken_back.at for each in session.attempts if each.taken_back is not None)
        yield from (at for _, at in (*session.read, *session.endings, *session.discards))
        if session.paper is not None:
            yield session.paper.deadline
            yield from (event.at for event in session.paper.events)
    for marks in (saved.flags, saved.notes, saved.fresh_starts, saved.plans):
        yield from (each.at for each in marks)
    for round_ in saved.rounds:
        yield round_.started_at
        yield from (at for _, at in round_.events)
        if round_.ended_at is not None:
            yield round_.ended_at


# -- out of a file -----------------------------------------------------------------------------------

_SELECT_SESSIONS = "SELECT number, id, seed, rules, started_at FROM session ORDER BY number"
_SELECT_ASKED = "SELECT session, bank_id, question_id, revision FROM asked ORDER BY session, position"
_SELECT_ATTEMPTS = """
    SELECT session, number, position, step, bank_id, question_id, revision, offered, response, marks, seconds,
           attempt.at, attempt.after_explanation, retraction.after_explanation, retraction.at
    FROM attempt LEFT JOIN retraction ON retraction.attempt = attempt.number ORDER BY number"""
_SELECT_READ = "SELECT session, position, at FROM explanation_read ORDER BY session, position"
_SELECT_ENDINGS = "SELECT session, kind, at FROM ending ORDER BY session, at"
_SELECT_DISCARDS = "SELECT session, discarded, at FROM discard ORDER BY number"
_SELECT_PAPERS = "SELECT session, rules, banks, deadline FROM paper"
_SELECT_PAPER_EVENTS = """
    SELECT session, kind, position, value, seconds, time_left, at FROM paper_event ORDER BY number"""
_SELECT_FLAGS = "SELECT bank_id, question_id, flagged, at FROM flag ORDER BY number"
_SELECT_NOTES = "SELECT bank_id, question_id, revision, text, kind, at FROM note ORDER BY number"
_SELECT_FRESH_STARTS = "SELECT bank_id, after_attempt, at FROM fresh_start ORDER BY number"
_SELECT_ROUNDS = "SELECT number, id, plan, bank, started_at, ended_at FROM round ORDER BY number"
_SELECT_ROUND_EVENTS = "SELECT round, data, at FROM round_event ORDER BY round, seq"
_SELECT_PLANS = "SELECT id, data, at FROM round_plan ORDER BY number"


def dump(connection: sqlite3.Connection) -> Saved:
    """All that a file of answers holds."""
    return Saved(
        tuple(_sessions(connection)),
        tuple(
            SavedFlag(bank, name, bool(on), at) for bank, name, on, at in connection.execute(_SELECT_FLAGS)
        ),
        tuple(SavedNote(*row) for row in connection.execute(_SELECT_NOTES)),
        tuple(FreshStart(*row) for row in connection.execute(_SELECT_FRESH_STARTS)),
        tuple(_rounds(connection)),
        tuple(SavedPlan(*row) for row in connection.execute(_SELECT_PLANS)),
    )


def _sessions(connection: sqlite3.Connection) -> Iterator[SavedSession]:
    asked, attempts, read, endings, discards = (
        _by_first(connection, sql)
        for sql in (_SELECT_ASKED, _SELECT_ATTEMPTS, _SELECT_READ, _SELECT_ENDINGS, _SELECT_DISCARDS)
    )
    events = _by_first(connection, _SELECT_PAPER_EVENTS)
    papers = {
        session: SavedPaper(
            rules, banks, deadline, tuple(PaperEvent(*event) for event in events.get(session, ()))
        )
        for session, rules, banks, deadline in connection.execute(_SELECT_PAPERS)
    }
    for number, session_id, seed, rules, started_at in connection.execute(_SELECT_SESSIONS).fetchall():
        yield SavedSession(
            session_id,
            seed,
            rules,
            started_at,
            asked=tuple(asked.get(number, ())),
            attempts=tuple(_attempt(row) for row in attempts.get(number, ())),
            read=tuple(read.get(number, ())),
            endings=tuple(endings.get(number, ())),
            discards=tuple((bool(on), at) for on, at in discards.get(number, ())),
            paper=papers.get(number),
        )


def _attempt(row: tuple[Any, ...]) -> SavedAttempt:
    after_explanation, back_after, back_at = row[-3:]
    back = TakenBack(bool(back_after), back_at) if back_at is not None else None
    given: tuple[Any, ...] = (*row[:-3], bool(after_explanation), back)
    return SavedAttempt(*given)


def _rounds(connection: sqlite3.Connection) -> Iterator[SavedRound]:
    events = _by_first(connection, _SELECT_ROUND_EVENTS)
    for number, round_id, plan, bank, started_at, ended_at in connection.execute(_SELECT_ROUNDS).fetchall():
        yield SavedRound(round_id, plan, bank, started_at, ended_at, tuple(events.get(number, ())))


def _by_first(connection: sqlite3.Connection, sql: str) -> dict[int, list[Any]]:
    """The rows of a query, without their first value, by that value."""
    found: dict[int, list[Any]] = {}
    for first, *rest in connection.execute(sql):
        found.setdefault(first, []).append(tuple(rest))
    return found


# -- into a new file ---------------------------------------------------------------------------------


def rebuild(path: Path, saved: Saved, at: datetime) -> Path:
    """Have a file of answers hold something else; the old one is moved aside.

    Args:
        path: the file, which this program must not have open.
        saved: what it is to hold.
        at: the time, in UTC.

    Returns:
        Where the old file lies now.

    Raises:
        NotAnExportError: when that contradicts itself, as no program would write it.
        StoreError: when it cannot be done; the old file is in its place then.
    """
    migrations = read_migrations(MIGRATIONS)
    with in_plain_words(path), TemporaryDirectory(dir=path.parent, prefix=".new-") as folder:
        draft = Path(folder) / path.name
        build(draft, migrations)
        with closing(Database(draft, len(migrations))) as database:
            _fill(database, saved)
            database.check()
        aside = move_aside(path, at, "before-import")
        try:
            put(draft, path)
        except BaseException:
            move(aside, path)
            raise
        sync_folder(path.parent)
    return aside


def _fill(database: Database, saved: Saved) -> None:
    try:
        with database.writing() as connection:
            numbers = {session.id: _insert_session(connection, session) for session in saved.sessions}
            _insert_attempts(connection, saved, numbers)
            for session in saved.sessions:
                _insert_end(connection, session, numbers[session.id])
            _insert_marks(connection, saved)
            _look_anew(connection)
            for round_ in saved.rounds:
                _insert_round(connection, round_)
    except (sqlite3.IntegrityError, sqlite3.InterfaceError, OverflowError) as error:
        raise NotAnExportError from error


def _look_anew(connection: sqlite3.Connection) -> None:
    """Find out which answer is the latest once more: banks were begun anew before answers that stand here."""
    connection.execute("DELETE FROM latest_answer")
    connection.execute("INSERT INTO latest_answer SELECT * FROM latest_known")


def _insert_session(connection: sqlite3.Connection, session: SavedSession) -> int:
    """A session with what it asks, and its paper."""
    head = (session.id, session.seed, session.rules, session.started_at)
    insert = "INSERT INTO session (id, seed, rules, started_at) VALUES (?, ?, ?, ?)"
    number = int(connection.execute(insert, head).lastrowid or 0)
    asked = [(number, position, *ref) for position, ref in enumerate(session.asked)]
    connection.executemany("INSERT INTO asked VALUES (?, ?, ?, ?, ?)", asked)
    if (paper := session.paper) is not None:
        row = (number, paper.rules, paper.banks, paper.deadline)
        connection.execute("INSERT INTO paper VALUES (?, ?, ?, ?)", row)
        connection.executemany(
            """INSERT INTO paper_event (session, kind, position, value, seconds, time_left, at)
               VALUES (?, ?, ?, ?, ?, ?, ?)""",
            [(number, *_values(event)) for event in paper.events],
        )
    return number


def _insert_attempts(connection: sqlite3.Connection, saved: Saved, numbers: dict[str, int]) -> None:
    """All attempts in the order of their numbers, each with its being taken back."""
    every = [(each, numbers[session.id]) for session in saved.sessions for each in session.attempts]
    for attempt, session in sorted(every, key=lambda pair: pair[0].number):
        number, *given = _values(attempt)[:-1]
        connection.execute(
            """INSERT INTO attempt (number, session, position, step, bank_id, question_id, revision,
                                    offered, response, marks, seconds, at, after_explanation)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (number, session, *given),
        )
        if (back := attempt.taken_back) is not None:
            row = (number, back.after_explanation, back.at)
            connection.execute("INSERT INTO retraction VALUES (?, ?, ?)", row)


def _insert_end(connection: sqlite3.Connection, session: SavedSession, number: int) -> None:
    """What was read of a session, how it ended, and whether it is offered."""
    read = [(number, position, at) for position, at in session.read]
    connection.executemany("INSERT INTO explanation_read VALUES (?, ?, ?)", read)
    endings = [(number, kind, at) for kind, at in session.endings]
    connection.executemany("INSERT INTO ending VALUES (?, ?, ?)", endings)
    discards = [(number, on, at) for on, at in session.discards]
    connection.executemany("INSERT INTO discard (session, discarded, at) VALUES (?, ?, ?)", discards)


def _insert_marks(connection: sqlite3.Connection, saved: Saved) -> None:
    """Flags, notes, banks begun anew, and plans."""
    for insert, items in (
        ("INSERT INTO flag (bank_id, question_id, flagged, at) VALUES (?, ?, ?, ?)", saved.flags),
        (
            "INSERT INTO note (bank_id, question_id, revision, text, kind, at) VALUES (?, ?, ?, ?, ?, ?)",
            saved.notes,
        ),
        ("INSERT INTO fresh_start (bank_id, after_attempt, at) VALUES (?, ?, ?)", saved.fresh_starts),
        ("INSERT INTO round_plan (id, data, at) VALUES (?, ?, ?)", saved.plans),
    ):
        connection.executemany(insert, [_values(item) for item in items])


def _insert_round(connection: sqlite3.Connection, round_: SavedRound) -> None:
    """A round with its events; its end is told last, for none comes after it."""
    head = (round_.id, round_.plan, round_.bank, round_.started_at)
    insert = "INSERT INTO round (id, plan, bank, started_at) VALUES (?, ?, ?, ?)"
    number = connection.execute(insert, head).lastrowid
    events = [(number, seq, data, at) for seq, (data, at) in enumerate(round_.events)]
    connection.executemany("INSERT INTO round_event VALUES (?, ?, ?, ?)", events)
    if round_.ended_at is not None:
        connection.execute("UPDATE round SET ended_at = ? WHERE number = ?", (round_.ended_at, number))


def _values(item: Any) -> tuple[Any, ...]:
    """The values of a frozen dataclass, in the order of its fields."""
    return tuple(getattr(item, name) for name in item.__dataclass_fields__)
