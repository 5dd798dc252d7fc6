"""Copies of the file of answers, each proved to hold what the original holds."""

import re
import shutil
import sqlite3
from collections.abc import Callable, Hashable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from quizapp.storage.answers.database import Database
from quizapp.storage.answers.errors import (
    BackupError,
    BackupForbiddenError,
    BackupFullError,
    NoBackupError,
    StoreError,
    StoreFullError,
    StoreReadOnlyError,
    in_plain_words,
)
from quizapp.storage.answers.whole_files import make_private, put, sync_folder

_NAME = re.compile(r"(?P<stem>.+)-(?P<number>\d{4,})-(?P<at>\d{8}T\d{6}Z)-v(?P<version>\d+)")
_AT = "%Y%m%dT%H%M%SZ"
_DAYS, _WEEKS, _MONTHS, _NEWEST, _OLDER = 7, 8, 12, 5, 3


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A copy as its name tells it.

    Attributes:
        path: where it lies: `attempts-0007-20261122T203100Z-v2.sqlite`.
        number: counts in the order of writing, which no wrong clock can upset.
        at: when it was made by the clock, in UTC.
        version: the version of the file that was copied.
    """

    path: Path
    number: int
    at: datetime
    version: int


def folder_of(path: Path) -> Path:
    """The folder of the copies of a file."""
    return path.parent / "backups"


def stamp(at: datetime) -> str:
    """A time as names of files have it, in UTC."""
    return at.astimezone(UTC).strftime(_AT)


def newest_first(path: Path) -> list[BackupFile]:
    """The copies of a file, the one made last first; whatever else lies in their folder is passed over.

    Raises:
        StoreError: when the system does not let the folder be read.
    """
    folder = folder_of(path)
    with in_plain_words(folder):
        found = [_backup_file(each) for each in folder.glob(f"*{path.suffix}")] if folder.is_dir() else []
    ours = [each for each in found if each and each.path.name.startswith(f"{path.stem}-{each.number:04}-")]
    return sorted(ours, key=lambda each: (each.number, each.at), reverse=True)


def next_name(path: Path, at: datetime, version: int) -> Path:
    """What the next copy of a file is called."""
    number = max((each.number for each in newest_first(path)), default=0) + 1
    return folder_of(path) / f"{path.stem}-{number:04}-{stamp(at)}-v{version}{path.suffix}"


def superfluous(copies: Sequence[BackupFile], version: int) -> list[BackupFile]:
    """The copies that may go.

    Of the last 7 days, 8 weeks and 12 months that have a copy the last one is kept each; besides the 5
    made last, and of older versions the 3 made last. Days without a copy do not count, so
    that neither a long pause nor a wrong clock takes anything away.

    Args:
        copies: all of them, the one made last first.
        version: that of the file now.
    """
    older = [each for each in copies if each.version < version]
    kept = {*copies[:_NEWEST], *older[:_OLDER], *_one_each(copies, _day, _DAYS)}
    kept |= {*_one_each(copies, _week, _WEEKS), *_one_each(copies, _month, _MONTHS)}
    return [each for each in copies if each not in kept]


def _backup_file(path: Path) -> BackupFile | None:
    name = _NAME.fullmatch(path.stem)
    try:
        at = datetime.strptime(name["at"], _AT).replace(tzinfo=UTC) if name else None
    except ValueError:
        return None
    return BackupFile(path, int(name["number"]), at, int(name["version"])) if name and at else None


def _one_each(
    copies: Sequence[BackupFile], period: Callable[[BackupFile], Hashable], count: int
) -> list[BackupFile]:
    """Of so many periods the copy made last."""
    last: dict[Hashable, BackupFile] = {}
    for each in copies:
        last.setdefault(period(each), each)
    return list(last.values())[:count]


def _day(copy: BackupFile) -> Hashable:
    return copy.at.date()


def _week(copy: BackupFile) -> Hashable:
    return copy.at.isocalendar()[:2]


def _month(copy: BackupFile) -> Hashable:
    return copy.at.year, copy.at.month


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
    folder = folder_of(database.path)
    with in_plain_words(folder):
        folder.mkdir(exist_ok=True)
        make_private(folder)
        with TemporaryDirectory(dir=folder, prefix=_DRAFT) as drafts:
            draft = Path(drafts) / database.path.name
            with database.reading() as source, closing(sqlite3.connect(draft)) as target:
                (version,) = source.execute("PRAGMA user_version").fetchone()
                counts = _row_counts(source)
                source.backup(target)
            make_private(draft)
            _prove(draft, version, counts, database.path)
            copy = next_name(database.path, at, version)
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
    folder = folder_of(database.path)
    try:
        if not _is_due(database, at, again=again):
            return None
        copy = back_up(database, at)
        with in_plain_words(folder):
            _delete_superfluous(database)
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
    copies = newest_first(database.path)
    if not copies:
        return True
    if not again and copies[0].at.date() == at.astimezone(UTC).date():
        return False
    with suppress(StoreError), database.reading() as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        return row_counts(copies[0].path, version) != _row_counts(connection)
    return True


def _delete_superfluous(database: Database) -> None:
    """Delete copies that are superfluous by now, and drafts that a killed program left behind."""
    ((version,),) = database.rows("PRAGMA user_version")
    copies = newest_first(database.path)
    for copy in superfluous(copies, version):
        copy.path.unlink(missing_ok=True)
    newest = copies[0].path.stat().st_mtime
    for draft in folder_of(database.path).glob(f"{_DRAFT}*"):
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
    """How many rows each table holds; a virtual one is another program's, and may need what is not here."""
    names = [name for (name,) in connection.execute(_SELECT_TABLES)]
    counting = {name: f"SELECT count(*) FROM {_quoted(name)}" for name in names}  # noqa: S608 - quoted
    return {name: connection.execute(sql).fetchone()[0] for name, sql in counting.items()}


_SELECT_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL %'"


def _quoted(name: str) -> str:
    """A name as SQL has it, whatever signs are in it."""
    return '"' + name.replace('"', '""') + '"'
