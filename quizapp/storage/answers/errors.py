"""What can happen to the file of answers and its copies, each as a sentence for people."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quizapp.domain.errors import QuizError


class StoreError(QuizError):
    """Trouble with the file of answers.

    Attributes:
        path: the file (or folder) it is about.
        detail: what SQLite or the system says, for whoever looks into it; few sentences name it.
        cause: what is wrong, without what to do about it: for where that is offered anyway.
    """

    sentence = "There is trouble with the answers in {path}."

    def __init__(self, path: Path, detail: str = "") -> None:
        self.path = path
        self.detail = detail
        fields = {"path": path, "folder": path.parent, "detail": detail}
        self.cause = (self.sentence.partition(". ")[0].rstrip(".") + ".").format_map(fields)
        super().__init__(self.sentence.format_map(fields))


class NotADatabaseError(StoreError):
    """Something else stands where the answers should be."""

    can_be_replaced = True
    sentence = (
        "{path} is not a file of answers. Nothing was changed in it; move it elsewhere, "
        "or choose another folder with --data-dir."
    )


class ForeignStoreError(StoreError):
    """A database of another program stands where the answers should be."""

    can_be_replaced = True
    sentence = (
        "{path} is the database of another program. Nothing was changed in it; move it elsewhere, "
        "or choose another folder with --data-dir."
    )


class EmptyStoreError(StoreError):
    """The file is there but holds not one byte, so that answers may have been lost."""

    can_be_replaced = True
    sentence = (
        "{path} is empty although answers should be in it. Put a copy back from the folder “backups” "
        "beside it or from your own; or delete the empty file to begin anew."
    )


class DamagedStoreError(StoreError):
    """The file is ours but its inside is broken."""

    can_be_replaced = True
    sentence = (
        "The answers in {path} are damaged, so nothing more is written there. Put a copy "
        "back from the folder “backups” beside it or from your own, or move the file away to begin anew."
    )


class AlteredStoreError(StoreError):
    """The file bears our mark, but its tables or its version are not what we made."""

    can_be_replaced = True
    sentence = (
        "{path} is marked as a file of answers, but another program has changed how it is built. Nothing "
        "was written there. Put a copy back from the folder “backups” beside it or from your own, "
        "or move the file away to begin anew."
    )


class UnreadableStoreError(StoreError):
    """Something stands in the file that this version did not write and makes no sense of."""

    sentence = (
        "Some of the answers in {path} cannot be read; a newer version of this program or another program "
        "may have written them. Nothing was changed; install the newest version, or put a copy back from "
        "the folder “backups” beside it or from your own."
    )


class NewerStoreError(StoreError):
    """A newer version of the program wrote the file."""

    sentence = (
        "The answers in {path} were kept by a newer version of this program ({detail}). "
        "Nothing was changed; please install that version or a newer one."
    )


class StoreLockedError(StoreError):
    """Another program holds the file."""

    sentence = (
        "Another program is using {path}. Close the other window of this program, "
        "or whatever else has the file open, and try again."
    )


class StoreFullError(StoreError):
    """There is no room left."""

    sentence = "The disk is full: nothing more can be saved in {path}. Make room on it and try again."


class StoreReadOnlyError(StoreError):
    """The file may be read but not written."""

    sentence = (
        "{path} cannot be written to. Allow writing to the file and its folder, "
        "or choose another folder with --data-dir."
    )


class FolderReadOnlyError(StoreReadOnlyError):
    """The file might be written, but nothing can be put beside it."""

    sentence = (
        "Nothing can be kept in {path} because its folder {folder} cannot be written to. "
        "Allow writing there, or choose another folder with --data-dir."
    )


class StoreGoneError(StoreError):
    """The file was deleted or moved while the program had it open."""

    sentence = (
        "{path} was deleted or moved while this program was using it, so the last answer was "
        "not kept. Put the file back if you can, then start the program again."
    )


class StoreReplacedError(StoreGoneError):
    """Another file took the place of the one the program had open."""

    sentence = (
        "{path} was replaced by another file while this program was using it, so the last answer was "
        "not kept. Start the program again to use the new file, or put the old one back first."
    )


class FolderGoneError(StoreGoneError):
    """The folder was deleted or moved, or its disk taken away, while the program had the file open."""

    sentence = (
        "The folder {folder} was deleted or moved, or its disk was taken away, while this program was using "
        "it, so the last answer was not kept. Put it back if you can, then start the program again."
    )


class StoreOverwrittenError(StoreError):
    """Something emptied or overwrote the file while the program had it open."""

    can_be_replaced = True
    sentence = (
        "{path} was emptied or overwritten while this program was using it, so the last answer was not kept. "
        "Put a copy back from the folder “backups” beside it or from your own, then start the program again."
    )


class StoreUnreachableError(StoreError):
    """The system cannot open, read or write the file."""

    sentence = (
        "{path} cannot be read or written ({detail}). Check that its disk is connected and its folder "
        "can be written to, or choose another folder with --data-dir."
    )


class OldSqliteError(StoreError):
    """The SQLite that Python brings is too old."""

    sentence = (
        "Answers cannot be kept in {path} because SQLite {detail} is too old. "
        "Please install a Python that brings SQLite 3.37 or newer."
    )


class UpdateError(StoreError):
    """An older file could not be brought into the form that is needed now."""

    sentence = (
        "The answers in {path} could not be brought into the form this version of the program needs. Nothing "
        "was changed in them. Use the version that kept them, or put a copy back from the folder “backups” "
        "beside it or from your own."
    )


class AnsweredAlreadyError(QuizError):
    """The same step of the same question came twice, perhaps from two windows."""


class NothingToRetractError(QuizError):
    """A step was to be taken back that has no answer, perhaps because another window did so already."""


class UnknownSessionError(QuizError, LookupError):
    """A session that is not in the store."""


class NoBackupError(StoreError):
    """A copy was due and could not be made; the answers themselves are kept."""

    sentence = (
        "No copy of your answers could be put into {path} ({detail}). The answers themselves are kept; "
        "the program will try again at its next start."
    )


class BackupFullError(NoBackupError):
    """There is no room for a copy that was due."""

    sentence = (
        "There is no room on the disk for a copy of your answers in {path}. The answers themselves are "
        "kept; make room, and the program will make the copy at its next start."
    )


class BackupForbiddenError(NoBackupError):
    """A copy was due, but may not be written where it belongs."""

    sentence = (
        "No copy of your answers could be made because {path} cannot be written to. The answers themselves "
        "are kept; allow writing there, and the program will make the copy at its next start."
    )


class InTheWayError(StoreError):
    """A copy was to be put back where a file stands."""

    sentence = (
        "No copy was put back because {path} is there already, perhaps from another window. Nothing was "
        "changed; start the program again."
    )


class BackupError(StoreError):
    """The copy made before an update does not hold what the original holds."""

    sentence = (
        "The answers in {path} were not updated, because the copy made first does not hold the same. "
        "Nothing was changed; start the program again to try once more."
    )


class BadBackupError(StoreError):
    """A copy to be put back does not hold any more what it held."""

    sentence = (
        "The copy {path} was not put back, because it has been changed or damaged meanwhile. Nothing was "
        "changed; start the program again to use another copy."
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
