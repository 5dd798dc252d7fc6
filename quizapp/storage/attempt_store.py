"""The answers of one person, kept step by step; what a method has kept when it returns, is kept."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quizapp.domain.attempt import Attempt, KeptSession, QuestionRef, SessionStart
from quizapp.storage import attempt_rows as rows
from quizapp.storage.migrate import MIGRATIONS, open_up_to_date, read_migrations, utc_now
from quizapp.storage.store_errors import AnsweredAlreadyError, UnknownSessionError, UnreadableStoreError

_PAGE = 1000


@dataclass(frozen=True, slots=True)
class FirstAnswers:
    """How one wording of a question was answered, counting its first answer in each session.

    Attributes:
        question: the wording.
        times: in how many sessions it was answered, 1 or more.
        last_at: when it was answered first in the last session that answered it, in UTC.
        marks: what that answer earned, None where it earns none.
        reason_marks: what the reason given with it earned, None where none was given or marked.
    """

    question: QuestionRef
    times: int
    last_at: datetime
    marks: float | None
    reason_marks: float | None


class AttemptStore:
    """Sessions and attempts in one SQLite file.

    Every method may raise a `StoreError`, whose text says what to do.
    """

    def __init__(self, path: Path, *, now: Callable[[], datetime] = utc_now) -> None:
        """Open the file; it is made when missing, with its folder, and backed up and migrated when older.

        Args:
            path: the file.
            now: the clock that dates a backup.
        """
        self._database = open_up_to_date(path, read_migrations(MIGRATIONS), now)
        try:
            self._database.try_out(rows.STATEMENTS)
        except BaseException:
            self._database.close()
            raise
        self._checked = False

    def begin(self, start: SessionStart) -> None:
        """Keep the fixed part of a session."""
        with self._writing() as connection:
            session = connection.execute(rows.INSERT_SESSION, rows.session_row(start)).lastrowid
            asked = [(session, position, *rows.ref_row(ref)) for position, ref in enumerate(start.questions)]
            connection.executemany(rows.INSERT_ASKED, asked)

    def append(self, attempt: Attempt) -> None:
        """Keep one response.

        Raises:
            AnsweredAlreadyError: when this step of this question has its response already.
            UnknownSessionError: when its session was never begun.
        """
        try:
            with self._writing() as connection:
                session = _session_number(connection, attempt.session_id)
                connection.execute(rows.INSERT_ATTEMPT, (session, *rows.attempt_row(attempt)))
        except sqlite3.IntegrityError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_CONSTRAINT_UNIQUE:
                raise
            raise AnsweredAlreadyError(
                f"Question {attempt.position + 1} was answered already, perhaps in another window. "
                "Go back to Today and resume the session."
            ) from error

    def note_read(self, session_id: str, position: int, at: datetime) -> None:
        """Keep that the explanation at a position was read; a second time changes nothing.

        Raises:
            UnknownSessionError: when the session was never begun.
        """
        with self._writing() as connection:
            session = _session_number(connection, session_id)
            connection.execute(rows.INSERT_READ, (session, position, rows.time_text(at)))

    def finish(self, session_id: str, at: datetime) -> None:
        """Keep that a session came to its end.

        Raises:
            UnknownSessionError: when the session was never begun.
        """
        self._end(session_id, "finished", at)

    def set_aside(self, session_id: str, at: datetime) -> None:
        """Keep that a session is not to be offered for resuming any more; its answers stay.

        Raises:
            UnknownSessionError: when the session was never begun.
        """
        self._end(session_id, "set-aside", at)

    def unfinished(self) -> KeptSession | None:
        """The newest session that was neither finished nor set aside and asks anything at all.

        One that cannot be read is passed over: it must not stand in the way at every start.
        """
        with self._reading() as connection, _forgiving(connection):
            for session in connection.execute(rows.SELECT_UNFINISHED):
                with suppress(*rows.UNREADABLE):
                    return rows.kept_session(connection, session)
        return None

    def kept(self, session_id: str) -> KeptSession:
        """A session as it stands.

        Raises:
            UnknownSessionError: when it was never begun.
        """
        with self._reading() as connection:
            session = connection.execute(rows.SELECT_SESSION, (session_id,)).fetchone()
            if session is None:
                raise _unknown(session_id)
            return rows.kept_session(connection, session)

    def first_answers(self, bank_id: str) -> tuple[FirstAnswers, ...]:
        """How each wording of a bank's questions was answered, for those answered at all.

        An answer that cannot be read does not count: it must not stand in the way at every start.
        """
        found = []
        with self._reading() as connection, _forgiving(connection):
            answered = connection.execute(rows.SELECT_FIRST_ANSWERS, (bank_id,))
            for *ref, times, at, marks, reason_marks in answered:
                with suppress(*rows.UNREADABLE):
                    last_at = rows.moment(at)
                    found.append(FirstAnswers(QuestionRef(*ref), times, last_at, marks, reason_marks))
        return tuple(found)

    def attempts(self) -> Iterator[Attempt]:
        """All attempts in the order they were kept, also those kept while one iterates."""
        last = 0
        while page := self._page_after(last):
            yield from (attempt for _, attempt in page)
            last = page[-1][0]

    def check(self) -> None:
        """See that the inside of the file is sound, once; writing does it first if nobody did.

        Raises:
            DamagedStoreError: when it is not.
        """
        if not self._checked:
            self._database.check()
            self._checked = True

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _page_after(self, number: int) -> list[tuple[int, Attempt]]:
        with self._reading() as connection:
            page = connection.execute(rows.SELECT_ATTEMPTS, (number, _PAGE))
            return [(number, rows.attempt(session_id, row)) for number, session_id, *row in page]

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        try:
            with self._database.reading() as connection:
                yield connection
        except (sqlite3.Error, *rows.UNREADABLE) as error:
            raise UnreadableStoreError(self._database.path, str(error)) from error

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        self.check()
        with self._database.writing() as connection:
            yield connection

    def _end(self, session_id: str, kind: str, at: datetime) -> None:
        with self._writing() as connection:
            session = _session_number(connection, session_id)
            connection.execute(rows.INSERT_ENDING, (session, kind, rows.time_text(at)))


@contextmanager
def _forgiving(connection: sqlite3.Connection) -> Iterator[None]:
    """Put a mark for letters gone bad on the disk, which otherwise keep a whole query from its answer."""
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    try:
        yield
    finally:
        connection.text_factory = str


def _session_number(connection: sqlite3.Connection, session_id: str) -> int:
    found = connection.execute(rows.FIND_SESSION, (session_id,)).fetchone()
    if found is None:
        raise _unknown(session_id)
    return int(found[0])


def _unknown(session_id: str) -> UnknownSessionError:
    return UnknownSessionError(f"The session {session_id} is not among the answers kept here.")
