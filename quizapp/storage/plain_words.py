"""From what SQLite and the system say about a file to the errors whose text is for people."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quizapp.storage.store_errors import (
    DamagedStoreError,
    FolderGoneError,
    FolderReadOnlyError,
    StoreError,
    StoreFullError,
    StoreGoneError,
    StoreLockedError,
    StoreReadOnlyError,
    StoreReplacedError,
    StoreUnreachableError,
)

_BY_SQLITE_CODE: dict[int, type[StoreError]] = {
    sqlite3.SQLITE_READONLY_DIRECTORY: FolderReadOnlyError,
    sqlite3.SQLITE_BUSY: StoreLockedError,
    sqlite3.SQLITE_LOCKED: StoreLockedError,
    sqlite3.SQLITE_FULL: StoreFullError,
    sqlite3.SQLITE_READONLY: StoreReadOnlyError,
    sqlite3.SQLITE_PERM: StoreReadOnlyError,
    sqlite3.SQLITE_CORRUPT: DamagedStoreError,
    sqlite3.SQLITE_NOTADB: DamagedStoreError,
    sqlite3.SQLITE_CANTOPEN: StoreUnreachableError,
    sqlite3.SQLITE_IOERR: StoreUnreachableError,
}

_BY_ERRNO: dict[int, type[StoreError]] = {
    errno.ENOSPC: StoreFullError,
    errno.EDQUOT: StoreFullError,
    errno.EACCES: StoreReadOnlyError,
    errno.EPERM: StoreReadOnlyError,
    errno.EROFS: StoreReadOnlyError,
}


@contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say about a file into our errors; a bug passes as it is.

    Raises:
        StoreError: the subclass that fits.
    """
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None) or 0
        if code == sqlite3.SQLITE_READONLY_DBMOVED:
            raise gone(path, str(error)) from error
        kind = _BY_SQLITE_CODE.get(code) or _BY_SQLITE_CODE.get(code & 0xFF)
        if kind is None:
            raise
        raise kind(path, str(error)) from error
    except UnicodeDecodeError as error:  # SQLite names a table whose name is no text any more
        raise DamagedStoreError(path, str(error)) from error
    except OSError as error:
        kind = _BY_ERRNO.get(error.errno or 0, StoreUnreachableError)
        raise kind(path, error.strerror or str(error)) from error


def gone(path: Path, detail: str = "") -> StoreGoneError:
    """What became of a file that is not any more where it was opened.

    Raises:
        StoreUnreachableError: when even that cannot be found out.
    """
    try:
        path.parent.stat()
    except FileNotFoundError:
        return FolderGoneError(path, detail)
    except OSError as error:
        raise StoreUnreachableError(path, error.strerror or "") from error
    return StoreReplacedError(path, detail) if path.exists() else StoreGoneError(path, detail)
