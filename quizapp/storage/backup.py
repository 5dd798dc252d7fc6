"""Copies of the file of answers, each proved to hold what the original holds."""

import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from quizapp.storage import backup_files as files
from quizapp.storage.backup_errors import (
    BackupError,
    BackupForbiddenError,
    BackupFullError,
    NoBackupError,
)
from quizapp.storage.database import Database
from quizapp.storage.placing import put, sync_folder
from quizapp.storage.plain_words import in_plain_words
from quizapp.storage.store_errors import StoreError, StoreFullError, StoreReadOnlyError

_DRAFT = ".new-"
_ABANDONED_SECONDS = 3600.0
_KINDS: dict[type[StoreError], type[NoBackupError]] = {
    StoreFullError: BackupFullError,
    StoreReadOnlyError: BackupForbiddenError,
}


def back_up(database: Database, at: datetime) -> Path:
    """Copy an open file into the folder `backups` beside it and prove the copy before it gets its name.

    Args:
        database: what to copy.
        at: the time that goes into the name, in UTC.

    Returns:
        The copy, see `BackupFile`.

    Raises:
        StoreError: when it could not be made, or does not hold the same.
    """
    folder = files.folder_of(database.path)
    with in_plain_words(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
        with TemporaryDirectory(dir=folder, prefix=_DRAFT) as drafts:
            draft = Path(drafts) / database.path.name
            with database.reading() as source, closing(sqlite3.connect(draft)) as target:
                (version,) = source.execute("PRAGMA user_version").fetchone()
                counts = _row_counts(source)
                source.backup(target)
            _prove(draft, version, counts, database.path)
            copy = files.next_name(database.path, at, version)
            put(draft, copy)
        sync_folder(folder)
    return copy


def back_up_daily(database: Database, at: datetime, *, again: bool = False) -> Path | None:
    """Make the copy of the day and thin out the older ones.

    Args:
        database: what to copy.
        at: the time, in UTC.
        again: whether one of the same day does not count, as at the end of a day's practice.

    Returns:
        The copy; None when the last one is of the same day, or nothing was added since.

    Raises:
        StoreGoneError: when the file itself is not there any more.
        NoBackupError: when the copy could not be made; what is there stays.
    """
    database.see_that_it_is_there()
    folder = files.folder_of(database.path)
    try:
        if not _is_due(database, at, again=again):
            return None
        copy = back_up(database, at)
        with in_plain_words(folder):
            _tidy(database)
    except StoreError as error:
        kind = next((kind for trouble, kind in _KINDS.items() if isinstance(error, trouble)), NoBackupError)
        raise kind(folder, error.detail) from error
    return copy


def row_counts(path: Path, newest: int) -> dict[str, int]:
    """How many rows each table of a file holds whose inside was seen to be sound first.

    Args:
        path: the file.
        newest: the highest version that is known here.

    Raises:
        StoreError: when it is not sound, or not a file of answers.
    """
    with closing(Database(path, newest)) as database:
        database.check()
        with database.reading() as connection:
            return _row_counts(connection)


def _is_due(database: Database, at: datetime, *, again: bool) -> bool:
    """Whether the copy made last holds less, and is of another day by the clock if that counts."""
    copies = files.newest_first(database.path)
    if not copies:
        return True
    if not again and copies[0].at.date() == at.astimezone(UTC).date():
        return False
    with suppress(StoreError), database.reading() as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        return row_counts(copies[0].path, version) != _row_counts(connection)
    return True


def _tidy(database: Database) -> None:
    """Delete copies that are superfluous by now, and drafts that a killed program left behind."""
    ((version,),) = database.rows("PRAGMA user_version")
    copies = files.newest_first(database.path)
    for copy in files.superfluous(copies, version):
        copy.path.unlink(missing_ok=True)
    newest = copies[0].path.stat().st_mtime
    for draft in files.folder_of(database.path).glob(f"{_DRAFT}*"):
        if draft.stat().st_mtime < newest - _ABANDONED_SECONDS:
            shutil.rmtree(draft, ignore_errors=True)


def _prove(copy: Path, version: int, counts: dict[str, int], original: Path) -> None:
    """Read the whole copy and compare the rows of each table."""
    try:
        held = row_counts(copy, version)
    except StoreError as error:  # its own name is but a draft
        raise type(error)(original, error.detail) from error
    if held != counts:
        raise BackupError(original, f"{held} instead of {counts} rows")


def _row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table holds."""
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - our own names
        for (name,) in tables
    }
