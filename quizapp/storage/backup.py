"""Copies of the file of answers, each proved to hold what the original holds."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from quizapp.storage.database import Database, sync_folder
from quizapp.storage.store_errors import BackupError, in_plain_words


def back_up(database: Database, folder: Path, at: datetime) -> Path:
    """Copy an open file and prove the copy before it gets its name.

    Args:
        database: what to copy.
        folder: where to; made when missing.
        at: the time that goes into the name, in UTC.

    Returns:
        The copy, named after the original, the time and the version: `answers-20261122T203100Z-v1.db`.

    Raises:
        StoreError: when it could not be made, or does not hold the same.
    """
    with in_plain_words(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
        with TemporaryDirectory(dir=folder, prefix=".new-") as drafts:
            draft = Path(drafts) / database.path.name
            with database.reading() as source, closing(sqlite3.connect(draft)) as target:
                (version,) = source.execute("PRAGMA user_version").fetchone()
                counts = _row_counts(source)
                source.backup(target)
            _prove(draft, version, counts, database.path)
            stamp = at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
            copy = folder / f"{database.path.stem}-{stamp}-v{version}.db"
            draft.replace(copy)
        sync_folder(folder)
    return copy


def _prove(copy: Path, version: int, counts: dict[str, int], original: Path) -> None:
    """Read the whole copy and compare the rows of each table."""
    with closing(Database(copy, version)) as database:
        database.check()
        with database.reading() as connection:
            held = _row_counts(connection)
    if held != counts:
        raise BackupError(original, f"{held} instead of {counts} rows")


def _row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table holds."""
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - our own names
        for (name,) in tables
    }
