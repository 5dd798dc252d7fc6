"""One careful connection to an SQLite file: looked at before it is opened, written to in transactions."""

import sqlite3
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

from quizapp.storage.answers.errors import (
    AlteredStoreError,
    DamagedStoreError,
    EmptyStoreError,
    ForeignStoreError,
    NewerStoreError,
    NotADatabaseError,
    OldSqliteError,
    StoreError,
    StoreLockedError,
    StoreOverwrittenError,
    StoreUnreachableError,
    UnreadableStoreError,
    gone,
    in_plain_words,
)
from quizapp.storage.answers.rows import UNREADABLE
from quizapp.storage.answers.turns import GivenWayError, Turns

APPLICATION_ID = 0x50_6F_53_3F
"""Marks our files, in bytes 68 to 71 of each: "PoS?"."""

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_OLDEST_SQLITE = (3, 37)  # the first with STRICT tables
_PATIENCE_SECONDS, _SHORT_SECONDS = 3.0, 0.05


def look_at(path: Path) -> int:
    """The version of an existing file, which by reading alone is made sure to be one of ours.

    SQLite is kept out of it: opening alone would roll back a stranger's journal.

    Raises:
        StoreError: when it is not.
    """
    with in_plain_words(path):
        if not stat.S_ISREG(path.stat().st_mode):
            raise NotADatabaseError(path)
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    if not header:
        raise EmptyStoreError(path)
    if not header.startswith(_MAGIC):
        raise NotADatabaseError(path)
    if len(header) < _HEADER_BYTES:
        raise DamagedStoreError(path, "cut off")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise ForeignStoreError(path)
    return int.from_bytes(header[60:64], "big")


def connect(path: Path) -> sqlite3.Connection:
    """A connection to an existing file that loses no acknowledged write when the power fails.

    Write-ahead logging would be faster, but it acknowledges writes into a deleted file, and SQLite
    before 3.51.3 can damage the log.

    Raises:
        StoreError: when it cannot be had.
    """
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise OldSqliteError(path, sqlite3.sqlite_version)
    with in_plain_words(path):
        connection = sqlite3.connect(
            _address(path), uri=True, timeout=_PATIENCE_SECONDS, isolation_level=None
        )
        try:
            _make_careful(connection, path)
        except BaseException as error:
            connection.close()
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:  # a header that none makes
                raise DamagedStoreError(path, str(error)) from error
            raise
    return connection


def _make_careful(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = EXTRA")
    (mode,) = connection.execute("PRAGMA journal_mode = TRUNCATE").fetchone()
    if mode != "truncate":
        raise StoreLockedError(path)


def _address(path: Path) -> str:
    """The path as an address by which SQLite opens a file but never makes one."""
    name = path.absolute().as_posix().removeprefix("/")
    for sign in "%?#":
        name = name.replace(sign, f"%{ord(sign):02x}")
    return f"file:///{name}?mode=rw"


class Database:
    """An open file of ours.

    Attributes:
        path: the file.
    """

    def __init__(self, path: Path, newest: int, turns: Turns | None = None) -> None:
        """Open a file whose version is at most `newest`; another is left untouched.

        Args:
            path: the file.
            newest: its highest version that is known here.
            turns: where this connection only looks the file over, and gives way to whoever writes.

        Raises:
            StoreError: when it cannot be had.
        """
        version = look_at(path)
        if version > newest:
            raise NewerStoreError(path, f"version {version}, known here up to {newest}")
        self.path = path
        self._turns = turns
        self._connection = connect(path)
        self._identity = self._file_now()

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        """All rows of a query, as tuples, so that no read lock outlives the call.

        Raises:
            StoreError: when they cannot be read.
        """
        with self._turn(), self._in_plain_words():
            return self._connection.execute(sql, values).fetchall()

    def give_way(self, *_: object) -> None:
        """Stop here where this connection has to give way to somebody who writes.

        Raises:
            GivenWayError: when it has to.
        """
        if self._turns is not None:
            self._turns.see_that_nobody_waits()

    def _turn(self) -> AbstractContextManager[None]:
        return self._turns.second(self._connection.interrupt) if self._turns else nullcontext()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A view of the file that stays the same to the end of the block.

        Raises:
            StoreError: when it cannot be read.
        """
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it is on the disk when the block ends, or nothing of it.

        Raises:
            StoreError: when it could not be kept.
        """
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection
        # SQLite looks for the file when a transaction begins to write; this covers the time until its end.
        self.see_that_it_is_there()

    def see_that_it_is_there(self) -> None:
        """See that the file still has its name.

        Raises:
            StoreGoneError: when it was deleted, moved or replaced.
        """
        if self._file_now() != self._identity:
            raise gone(self.path)

    @contextmanager
    def impatient(self) -> Iterator[None]:
        """Wait for another program so shortly that nobody notices: what the block does can be put off."""
        self._wait_at_most(_SHORT_SECONDS)
        try:
            yield
        finally:
            self._wait_at_most(_PATIENCE_SECONDS)

    def _wait_at_most(self, seconds: float) -> None:
        with suppress(sqlite3.Error):  # of a file that cannot be used the block tells
            self._connection.execute(f"PRAGMA busy_timeout = {round(1000 * seconds)}").close()

    def try_out(self, statements: Sequence[str]) -> None:
        """See, without running them, that the tables and columns of statements are there.

        Raises:
            AlteredStoreError: when one is not.
        """
        try:
            with self._in_plain_words():
                for sql in statements:
                    self._connection.execute(f"EXPLAIN {sql}", [None] * sql.count("?")).close()
        except sqlite3.OperationalError as error:
            raise AlteredStoreError(self.path, str(error)) from error

    def check(self) -> None:
        """Read the whole file and see that its inside is sound.

        Raises:
            AlteredStoreError: when there is something in it that cannot be checked.
            DamagedStoreError: when it is not.
            StoreOverwrittenError: when it is not ours any more.
        """
        self._see_that_it_is_ours()  # an emptied file would pass as sound
        # The quick check would let indexes pass that no longer lead to their rows.
        try:
            (first, *_) = self.rows("PRAGMA integrity_check(1)")
            lost = self.rows("PRAGMA foreign_key_check") if first == ("ok",) else []
        # such as a table of a module that is not here, or one that refers to ours as nothing can
        except sqlite3.OperationalError as error:
            raise AlteredStoreError(self.path, str(error)) from error
        if first != ("ok",):
            raise DamagedStoreError(self.path, str(first[0]))
        if lost:
            raise DamagedStoreError(self.path, f"{len(lost)} rows refer to missing ones")

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        connection = self._connection
        with self._turn(), self._in_plain_words():
            connection.execute(begin)
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    @contextmanager
    def _in_plain_words(self) -> Iterator[None]:
        """The same for an open file, whose tables may also vanish because something overwrote it."""
        with in_plain_words(self.path):
            try:
                yield
            except sqlite3.OperationalError as error:
                code = getattr(error, "sqlite_errorcode", None)
                if code == sqlite3.SQLITE_INTERRUPT:
                    raise GivenWayError from error
                if code == sqlite3.SQLITE_ERROR:
                    self._see_that_it_is_ours()
                raise

    def _see_that_it_is_ours(self) -> None:
        # Asked through SQLite: closing a second handle on the file would drop the locks of the first.
        ((mark,),) = self.rows("PRAGMA application_id")
        if mark != APPLICATION_ID:
            raise StoreOverwrittenError(self.path)

    def _roll_back(self) -> None:
        # The first error is the one to report; a file left in trouble is rolled back on its next opening.
        with suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def _file_now(self) -> tuple[int, int] | None:
        try:
            status = self.path.stat()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StoreUnreachableError(self.path, error.strerror or "") from error
        return status.st_dev, status.st_ino


@contextmanager
def forgiving_letters(connection: sqlite3.Connection) -> Iterator[None]:
    """Have a mark for letters gone bad, which else keep a whole query from its answer."""
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    try:
        yield
    finally:
        connection.text_factory = str


class StoreAccess:
    """An open file of answers.

    Attributes:
        database: the file.
        turns: who may use it.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self.turns = Turns()
        self._needs_check = True
        self._is_deferred = False
        self._fault: StoreError | None = None

    def defer_check(self) -> None:
        """Let nobody who writes wait for the check: `check_apart` will be called soon."""
        self._is_deferred = True

    def check(self) -> None:
        """See that the inside of the file is sound, once; writing does it first if nobody did.

        Raises:
            DamagedStoreError: when it is not.
        """
        if self._fault is not None:
            raise self._fault
        if self._needs_check and not self._is_deferred:
            self.database.check()
            self._needs_check = False

    def check_apart(self, newest: int, work: Callable[[Database], None], pause: float) -> None:
        """See that it is sound and do something more, on a connection of its own, in whatever thread calls.

        Meanwhile writing does not wait for the check, but nothing is written once it has found damage.

        Args:
            newest: the highest version that is known here.
            work: what else to do with that connection.
            pause: seconds to wait after somebody wrote.

        Raises:
            StoreError: when the file is not sound, or the work fails.
        """
        self.defer_check()

        def look_over() -> None:
            with closing(Database(self.database.path, newest, self.turns)) as apart:
                if self._needs_check:
                    apart.check()
                    self._needs_check = False
                work(apart)

        try:
            self.turns.keep_trying(look_over, pause)
        except StoreError as error:
            self._fault = error if error.can_be_replaced else None
            raise

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it is on the disk when the block ends, or nothing of it.

        Raises:
            StoreError: when it could not be kept.
        """
        self.check()
        with self.turns.first(), self.database.writing() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A view of the file that stays the same to the end of the block.

        Raises:
            StoreError: when it cannot be read, or holds what this version makes no sense of.
        """
        self.database.see_that_it_is_there()  # else one would go on with what nobody has any more
        try:
            with self.database.reading() as connection:
                yield connection
        except (sqlite3.Error, *UNREADABLE) as error:
            raise UnreadableStoreError(self.database.path, str(error)) from error

    @contextmanager
    def forgiving(self) -> Iterator[sqlite3.Connection]:
        """The same, with a mark for letters gone bad, see `forgiving_letters`.

        Raises:
            StoreError: when the file cannot be read.
        """
        with self.reading() as connection, forgiving_letters(connection):
            yield connection
