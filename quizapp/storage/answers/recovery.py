"""What helps when the file of answers cannot be used: its copies, and a way to put one in its place.

A damaged file is moved aside, never mended: what could be read of it would come with no proof that
answers and marks are still those that were given. It stays, for whoever wants to look into it.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from quizapp.domain.history import Backup
from quizapp.storage.answers.backup import BackupFile, newest_first, row_counts, stamp
from quizapp.storage.answers.database import look_at
from quizapp.storage.answers.errors import (
    BadBackupError,
    InTheWayError,
    NewerStoreError,
    StoreError,
    in_plain_words,
)
from quizapp.storage.answers.migrate import MIGRATIONS, read_migrations
from quizapp.storage.answers.whole_files import free_name, move, put, sync_folder


def usable_backups(path: Path) -> Iterator[Backup]:
    """The sound copies of a file of answers, the one made last first; each is read when its turn comes.

    A folder of copies that cannot be read holds none.
    """
    newest = _newest_version()
    copies: list[BackupFile] = []
    with suppress(StoreError):
        copies = newest_first(path)
    for copy in copies:
        with suppress(StoreError):
            counts = row_counts(copy.path, newest)
            yield Backup(copy.path, copy.at, counts["attempt"], counts.get("round", 0))


def newest_good(path: Path) -> Backup | None:
    """The copy of a file of answers that was made last, is sound and holds any; None when there is none."""
    return next((backup for backup in usable_backups(path) if backup.attempts or backup.rounds), None)


def move_aside(path: Path, at: datetime, why: str = "damaged") -> Path:
    """Give a file a dated name, with what SQLite left beside it, so that its place is free.

    Args:
        path: the file, which this program must not have open.
        at: the time, in UTC.
        why: a word for the name.

    Returns:
        Where it lies now: `attempts-damaged-20261122T203100Z.sqlite`, or numbered when that was taken.

    Raises:
        NewerStoreError: when a newer version of the program wrote it; it is left where it is.
        StoreError: when it cannot be moved.
    """
    version = 0
    with suppress(StoreError):
        version = look_at(path)
    if version > _newest_version():
        raise NewerStoreError(path, f"version {version}, known here up to {_newest_version()}")
    with in_plain_words(path):
        path.lstat()
        aside = free_name(path, f"{why}-{stamp(at)}")
        move(path, aside)
        sync_folder(path.parent)
    return aside


def restore(backup: Backup, path: Path) -> None:
    """Put a copy where a file of answers was; the copy itself stays.

    Args:
        backup: the copy.
        path: the place, which must be free.

    Raises:
        InTheWayError: when it is not free.
        BadBackupError: when the copy is not any more what it was when it was read.
        StoreError: when it cannot be put there.
    """
    with in_plain_words(path), TemporaryDirectory(dir=path.parent, prefix=".new-") as folder:
        _put(_proved(backup, path, folder), path)


def replace(path: Path, backup: Backup | None, at: datetime) -> Path | None:
    """Move a file aside, if it is there, and put a copy in its place, or nothing.

    The copy is proved first, so that a bad one changes nothing.

    Args:
        path: the file, which this program must not have open.
        backup: the copy.
        at: the time, in UTC.

    Returns:
        Where the old file lies now.

    Raises:
        StoreError: as `move_aside` and `restore` do.
    """
    with in_plain_words(path), TemporaryDirectory(dir=path.parent, prefix=".new-") as folder:
        draft = _proved(backup, path, folder) if backup is not None else None
        aside = move_aside(path, at) if os.path.lexists(path) else None
        if draft is not None:
            _put(draft, path)
    return aside


def _proved(backup: Backup, path: Path, folder: str) -> Path:
    """A draft of what a copy holds, on the disk and sound."""
    draft = Path(folder) / path.name
    shutil.copyfile(backup.path, draft)
    _sync(draft)
    try:
        counts = row_counts(draft, _newest_version())
    except StoreError as error:
        raise BadBackupError(backup.path, error.detail) from error
    held = counts["attempt"], counts.get("round", 0)
    if held != (backup.attempts, backup.rounds):
        raise BadBackupError(backup.path, f"{held} instead of {backup.attempts, backup.rounds} rows")
    return draft


def _put(draft: Path, path: Path) -> None:
    try:
        put(draft, path)
    except FileExistsError as error:
        raise InTheWayError(path) from error
    sync_folder(path.parent)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _newest_version() -> int:
    return len(read_migrations(MIGRATIONS))
