"""The answers of one person, their flags and notes: what a method has kept when it returns, is kept."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizapp.domain.attempt import Attempt, KeptSession, QuestionRef, SessionStart, Step
from quizapp.domain.history import Note, NoteKind, Past, PastSession
from quizapp.storage.answers import rows
from quizapp.storage.answers.database import Database, StoreAccess
from quizapp.storage.answers.errors import AnsweredAlreadyError, NothingToRetractError
from quizapp.storage.answers.migrate import MIGRATIONS, open_up_to_date, read_migrations, utc_now
from quizapp.storage.answers.rows import SELECT_PAST, UNREADABLE, moment, past_of, ref_row, time_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.domain.goal import Activity
    from quizapp.domain.item_analysis import Sheet
    from quizapp.domain.saved import Saved
    from quizapp.storage.answers.progress import ProgressStore
    from quizapp.storage.answers.reviews import ReviewStore
    from quizapp.storage.papers.records import PaperStore
    from quizapp.storage.rounds.journal import RoundJournal


INSERT_FLAG = "INSERT INTO flag (bank_id, question_id, flagged, at) VALUES (?, ?, ?, ?)"
INSERT_NOTE = "INSERT INTO note (bank_id, question_id, revision, text, kind, at) VALUES (?, ?, ?, ?, ?, ?)"
INSERT_FRESH_START = """
    INSERT INTO fresh_start (bank_id, after_attempt, at)
    SELECT ?, coalesce(max(number), 0), ? FROM attempt"""
INSERT_SET_ASIDE = """
    INSERT INTO ending SELECT session, 'set-aside', ?
    FROM (SELECT session FROM open_session UNION SELECT session FROM discard) AS each
    WHERE NOT EXISTS (SELECT 1 FROM ending WHERE session = each.session)
      AND EXISTS (SELECT 1 FROM asked WHERE session = each.session)
      AND NOT EXISTS (SELECT 1 FROM asked WHERE session = each.session AND bank_id <> ?)"""
# Beside max() SQLite takes the other columns from the row that has it.
SELECT_FLAGS = """
    SELECT question_id FROM (
        SELECT question_id, flagged, max(number) FROM flag WHERE bank_id = ? GROUP BY question_id
    ) WHERE flagged"""
# Notes are a person's own words: unlike answers they may be changed, and what is deleted is gone.
UPDATE_NOTE = "UPDATE note SET text = ? WHERE number = ?"
DELETE_NOTE = "DELETE FROM note WHERE number = ?"
SELECT_UNFINISHED_ROUND = "SELECT 1 FROM round WHERE ended_at IS NULL LIMIT 1"
SELECT_UNFINISHED_PAPER = """
    SELECT 1 FROM paper WHERE NOT EXISTS (SELECT 1 FROM ending WHERE session = paper.session) LIMIT 1"""
SELECT_ANY_ANSWER = "SELECT 1 FROM latest_answer LIMIT 1"
SELECT_NOTES = "SELECT number, bank_id, question_id, revision, text, kind, at FROM note ORDER BY number"

_NOTEBOOK_STATEMENTS = (
    INSERT_FLAG,
    INSERT_NOTE,
    UPDATE_NOTE,
    DELETE_NOTE,
    INSERT_FRESH_START,
    INSERT_SET_ASIDE,
    SELECT_FLAGS,
    SELECT_NOTES,
    SELECT_ANY_ANSWER,
)
"""All that is said here to the tables."""


def add_flag(
    connection: sqlite3.Connection, bank_id: str, question_id: str, at: datetime, *, flagged: bool
) -> None:
    """Flag a question, or flag it no longer; what was said last counts."""
    connection.execute(INSERT_FLAG, (bank_id, question_id, flagged, time_text(at)))


def flags(connection: sqlite3.Connection, bank_id: str) -> frozenset[str]:
    """The ids of the questions of a bank that are flagged now."""
    return frozenset(question for (question,) in connection.execute(SELECT_FLAGS, (bank_id,)))


def add_note(
    connection: sqlite3.Connection, question: QuestionRef, text: str, at: datetime, kind: NoteKind
) -> None:
    """Keep a note on a wording of a question."""
    connection.execute(INSERT_NOTE, (*ref_row(question), text, kind, time_text(at)))


def notes(connection: sqlite3.Connection) -> Iterator[Note]:
    """All notes, in the order they were made; one that cannot be read is passed over."""
    for row in connection.execute(SELECT_NOTES):
        with suppress(*UNREADABLE):
            yield _note(row)


def start_afresh(connection: sqlite3.Connection, bank_id: str, at: datetime) -> None:
    """Let nothing count any more that was answered or flagged in a bank; all of it stays.

    Sessions in the middle that ask only its questions are set aside.
    """
    now = time_text(at)
    connection.execute(INSERT_FRESH_START, (bank_id, now))
    connection.execute(INSERT_SET_ASIDE, (now, bank_id))
    for question in flags(connection, bank_id):
        add_flag(connection, bank_id, question, at, flagged=False)


def _note(row: Any) -> Note:
    number, bank_id, question_id, revision, text, kind, at = row
    return Note(number, QuestionRef(bank_id, question_id, revision), text, moment(at), NoteKind(kind))


_PAGE = 1000
_PAUSE = 2.0  # seconds
_STATEMENTS = (*rows.STATEMENTS, *_NOTEBOOK_STATEMENTS, SELECT_PAST)


class AttemptStore:
    """Sessions, attempts, flags and notes in one SQLite file.

    Every method may raise a `StoreError`, whose text says what to do.
    """

    def __init__(self, path: Path, *, now: Callable[[], datetime] = utc_now) -> None:
        """Open the file; it is made when missing, with its folder, and backed up and migrated when older.

        Args:
            path: the file.
            now: the clock that dates a backup.
        """
        migrations = read_migrations(MIGRATIONS)
        self._newest = len(migrations)
        database = open_up_to_date(path, migrations, now)
        try:
            database.try_out(_STATEMENTS)
        except BaseException:
            database.close()
            raise
        self._access = StoreAccess(database)

    @property
    def engine(self) -> str:
        """What keeps the file, with its version."""
        return f"SQLite {sqlite3.sqlite_version}"

    # -- sessions ------------------------------------------------------------------------------

    def begin(self, start: SessionStart) -> None:
        """Keep the fixed part of a session."""
        with self._access.writing() as connection:
            session = connection.execute(rows.INSERT_SESSION, rows.session_row(start)).lastrowid
            asked = [(session, position, *rows.ref_row(ref)) for position, ref in enumerate(start.questions)]
            connection.executemany(rows.INSERT_ASKED, asked)

    def append(self, attempt: Attempt) -> None:
        """Keep one response.

        Raises:
            AnsweredAlreadyError: when this step of this question has a response that stands.
            UnknownSessionError: when its session was never begun.
        """
        try:
            with self._access.writing() as connection:
                session = rows.session_number(connection, attempt.session_id)
                connection.execute(rows.INSERT_ATTEMPT, (session, *rows.attempt_row(attempt)))
        except sqlite3.IntegrityError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_CONSTRAINT_TRIGGER:
                raise
            raise AnsweredAlreadyError(
                f"Question {attempt.position + 1} was answered already, perhaps in another window. "
                "Go back to Today and resume the session."
            ) from error

    def retract(
        self, session_id: str, position: int, step: Step, at: datetime, *, after_explanation: bool
    ) -> None:
        """Take back the response of a step; that it was given stays, and the step may be taken anew.

        Args:
            session_id: the session.
            position: the position of the question in it, from 0.
            step: `ANSWER`, `CERTAINTY` or `REASON`.
            at: when, in UTC.
            after_explanation: whether the explanation of the question had been shown by then.

        Raises:
            NothingToRetractError: when the step has no response that stands.
            UnknownSessionError: when the session was never begun.
        """
        with self._access.writing() as connection:
            session = rows.session_number(connection, session_id)
            standing = connection.execute(rows.FIND_STANDING, (session, position, step)).fetchone()
            if standing is None:
                raise NothingToRetractError(
                    f"Question {position + 1} has nothing to take back; perhaps another window did so "
                    "already. Go back to Today and resume the session."
                )
            row = (*standing, after_explanation, rows.time_text(at))
            connection.execute(rows.INSERT_RETRACTION, row)

    def note_read(self, session_id: str, position: int, at: datetime) -> None:
        """Keep that the explanation at a position was read; a second time changes nothing.

        Raises:
            UnknownSessionError: when the session was never begun.
        """
        with self._access.writing() as connection:
            session = rows.session_number(connection, session_id)
            connection.execute(rows.INSERT_READ, (session, position, rows.time_text(at)))

    def finish(self, session_id: str, at: datetime) -> None:
        """Keep that a session came to its end.

        Raises:
            UnknownSessionError: when the session was never begun.
        """
        with self._access.writing() as connection:
            session = rows.session_number(connection, session_id)
            connection.execute(rows.INSERT_ENDING, (session, "finished", rows.time_text(at)))

    def set_discarded(self, session_id: str, at: datetime, *, discarded: bool) -> None:
        """Keep whether a session is offered for resuming; its answers stay, and the last word counts.

        Raises:
            UnknownSessionError: when the session was never begun.
        """
        with self._access.writing() as connection:
            session = rows.session_number(connection, session_id)
            connection.execute(rows.INSERT_DISCARD, (session, discarded, rows.time_text(at)))

    def unfinished(self) -> tuple[KeptSession, ...]:
        """The sessions that were neither finished nor discarded and ask anything at all, the newest first.

        One that cannot be read is passed over: it must not stand in the way at every start.
        """
        with self._access.forgiving() as connection:
            return tuple(rows.unfinished(connection))

    def answered(self) -> tuple[PastSession, ...]:
        """The sessions in which anything was answered, the newest first; unreadable ones are passed over."""
        with self._access.forgiving() as connection:
            return tuple(rows.answered(connection))

    def sheets(self) -> "Sequence[Sheet]":
        """The papers that were handed in: the mark of each question, 0 where it was left open."""
        with self._access.forgiving() as connection:
            return rows.sheets(connection)

    def session(self, session_id: str) -> KeptSession:
        """A session with its attempts that stand.

        Raises:
            UnknownSessionError: when it was never begun.
            UnreadableStoreError: when it makes no sense to this version of the program.
        """
        with self._access.reading() as connection:
            rows.session_number(connection, session_id)
            return rows.kept_session(
                connection, connection.execute(rows.SELECT_BY_ID, (session_id,)).fetchone()
            )

    # -- what was done before ------------------------------------------------------------------

    def past(self, bank_id: str) -> tuple[Past, ...]:
        """How each wording of a bank's questions was answered last, for those answered at all.

        An answer that cannot be read does not count: it must not stand in the way at every start.
        """
        with self._access.forgiving() as connection:
            return tuple(past_of(connection, bank_id))

    def attempts(self) -> Iterator[Attempt]:
        """All attempts in the order they were kept, those taken back and those kept meanwhile among them."""
        last = 0
        while page := self._page_after(last):
            yield from (attempt for _, attempt in page)
            last = page[-1][0]

    def last_at(self) -> datetime | None:
        """When the attempt kept last was given, in UTC; None when there is none that can be read."""
        with self._access.forgiving() as connection:
            found = connection.execute(rows.SELECT_LAST_TIME).fetchone()
        with suppress(*rows.UNREADABLE):
            return rows.moment(found[0]) if found else None
        return None

    def activity(self, moments: "Sequence[datetime]") -> "list[Activity]":
        """What was done from each of two or more moments to the next, see `activity.activity`."""
        from quizapp.storage.answers import activity  # noqa: PLC0415 - few have a goal

        with self._access.forgiving() as connection:
            return activity.activity(connection, moments)

    def has_answers(self) -> bool:
        """Whether any question of any bank has an answer that counts."""
        with self._access.reading() as connection:
            return bool(connection.execute(SELECT_ANY_ANSWER).fetchone())

    def start_afresh(self, bank_id: str, at: datetime) -> None:
        """Let nothing count any more that was answered or flagged in a bank; all of it stays.

        Sessions in the middle that ask only its questions are set aside.
        """
        with self._access.writing() as connection:
            start_afresh(connection, bank_id, at)

    # -- flags and notes -----------------------------------------------------------------------

    def set_flag(self, bank_id: str, question_id: str, at: datetime, *, flagged: bool) -> None:
        """Flag a question, whatever its wording, or flag it no longer."""
        with self._access.writing() as connection:
            add_flag(connection, bank_id, question_id, at, flagged=flagged)

    def flags(self, bank_id: str) -> frozenset[str]:
        """The ids of the questions of a bank that are flagged now."""
        with self._access.forgiving() as connection:
            return flags(connection, bank_id)

    def add_note(
        self, question: QuestionRef, text: str, at: datetime, kind: NoteKind = NoteKind.FAULT
    ) -> None:
        """Keep what somebody finds wrong with a question, or wants to remember of it."""
        with self._access.writing() as connection:
            add_note(connection, question, text, at, kind)

    def notes(self) -> tuple[Note, ...]:
        """All notes, in the order they were made; one that cannot be read is passed over."""
        with self._access.forgiving() as connection:
            return tuple(notes(connection))

    def change_note(self, number: int, text: str) -> None:
        """Have other words stand in a note; none at all delete it."""
        with self._access.writing() as connection:
            if text:
                connection.execute(UPDATE_NOTE, (text, number))
            else:
                connection.execute(DELETE_NOTE, (number,))

    @cached_property
    def rounds(self) -> "RoundJournal":
        """What happened in rounds with a room."""
        from quizapp.storage.rounds.journal import RoundJournal  # noqa: PLC0415 - few sessions lead one

        return RoundJournal(self._access)

    def has_unfinished_rounds(self) -> bool:
        """Whether a round was begun and not closed, told without loading what rounds need."""
        with self._access.reading() as connection:
            return bool(connection.execute(SELECT_UNFINISHED_ROUND).fetchone())

    @cached_property
    def papers(self) -> "PaperStore":
        """Papers under exam conditions."""
        from quizapp.storage.papers.records import PaperStore  # noqa: PLC0415 - few starts need it

        return PaperStore(self._access)

    @cached_property
    def reviews(self) -> "ReviewStore":
        """When what was answered is to be asked again."""
        from quizapp.storage.answers.reviews import ReviewStore  # noqa: PLC0415 - no first question needs it

        return ReviewStore(self._access)

    def has_unfinished_papers(self) -> bool:
        """Whether a paper was begun and not handed in, told without loading what papers need."""
        with self._access.reading() as connection:
            return bool(connection.execute(SELECT_UNFINISHED_PAPER).fetchone())

    @cached_property
    def progress(self) -> "ProgressStore":
        """What is kept, added up."""
        from quizapp.storage.answers.progress import ProgressStore  # noqa: PLC0415 - no start needs it

        return ProgressStore(self._access)

    def saved(self) -> "Saved":
        """All that is kept, as plain values."""
        from quizapp.storage.answers import transfer  # noqa: PLC0415 - hardly ever asked for

        with self._access.reading() as connection:
            return transfer.dump(connection)

    # -- the file itself -----------------------------------------------------------------------

    def back_up_if_due(self, at: datetime, *, again: bool = False) -> Path | None:
        """Make the copy of the day unless there is one, or nothing was added since the last.

        Args:
            at: the time, in UTC.
            again: whether one of the same day does not count.

        Returns:
            The copy; None when none was due.

        Raises:
            DamagedStoreError: when the file is not worth a copy.
            StoreGoneError: when it is not there any more.
            NoBackupError: when the copy cannot be made; nothing is lost by that.
        """
        self.check()
        from quizapp.storage.answers import backup  # noqa: PLC0415 - called when the window is up

        return backup.back_up_daily(self._access.database, at, again=again)

    def check_and_back_up_apart(self, at: datetime, *, again: bool = False) -> None:
        """Check the file once and make the copy that is due, in a thread of its own.

        Whoever writes meanwhile does so at once; then it begins again a little later.

        Args:
            at: the time, in UTC.
            again: whether a copy of the same day does not count.

        Raises:
            DamagedStoreError: when the file is not sound.
            StoreGoneError: when it is not there any more.
            NoBackupError: when the copy cannot be made; nothing is lost by that.
        """
        from quizapp.storage.answers import backup  # noqa: PLC0415 - as above

        def back_up(database: Database) -> None:
            backup.back_up_daily(database, at, again=again)

        self._access.check_apart(self._newest, back_up, _PAUSE)

    def newest_backup(self) -> datetime | None:
        """When the newest copy of the file was made, in UTC; None when there is none."""
        from quizapp.storage.answers import backup  # noqa: PLC0415 - few sessions ask

        found = backup.newest_first(self._access.database.path)
        return found[0].at if found else None

    def check(self) -> None:
        """See that the inside of the file is sound, once; writing does it first if nobody did.

        Raises:
            DamagedStoreError: when it is not.
        """
        self._access.check()

    def defer_check(self) -> None:
        """Let nobody who answers wait for the check: `check_and_back_up_apart` will be called soon."""
        self._access.defer_check()

    def stop_apart(self) -> None:
        """Have the thread of `check_and_back_up_apart` let go of the file."""
        self._access.turns.end()

    def close(self) -> None:
        """Let go of the file."""
        self.stop_apart()
        self._access.database.close()

    def _page_after(self, number: int) -> list[tuple[int, Attempt]]:
        with self._access.reading() as connection:
            page = connection.execute(rows.SELECT_ATTEMPTS, (number, _PAGE))
            return [(number, rows.attempt(session_id, row)) for number, session_id, *row in page]
