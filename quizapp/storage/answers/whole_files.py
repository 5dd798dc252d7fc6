"""The data folder, and putting a file in its place whole, so that no crash leaves half of it."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from quizapp.storage.answers.errors import StoreError, StoreFullError


class FolderError(StoreError):
    """The folder cannot be made, for a reason that has no sentence of its own."""

    sentence = (
        "The folder {path} for the answers cannot be made. Check its name and that its disk is connected, "
        "or choose another folder with --data-dir."
    )


class NotAFolderError(FolderError):
    """Something else has the name of the folder."""

    sentence = (
        "{path} should be the folder for the answers, but it is no folder. Nothing was changed; "
        "move it elsewhere, or choose another folder with --data-dir."
    )


class UnderAFileError(FolderError):
    """The folder would have to lie in something that is no folder."""

    sentence = (
        "The folder {path} for the answers cannot be made because {detail} is no folder. "
        "Nothing was changed; move that elsewhere, or choose another folder with --data-dir."
    )


class FolderForbiddenError(FolderError):
    """The system does not let this user make the folder."""

    sentence = (
        "The folder {path} for the answers cannot be made because you may not write in {detail}. "
        "Allow writing there, or choose another folder with --data-dir."
    )


class ReadOnlyDiskError(FolderError):
    """The folder would lie on a disk that can only be read."""

    sentence = (
        "The folder {path} for the answers cannot be made because its disk can only be read. "
        "Choose another folder with --data-dir."
    )


_OURS = ("attempts*", "guest*", "preferences*.json", "*.lock", "error.log", "backups", "cache", ".new-*")
"""What lies in a folder that holds nothing but the answers."""

_OTHERS = 0o077


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner may look into, with the folders above it.

    One that is there will do; if it holds nothing but ours, nobody else may look into it from now on.

    Raises:
        StoreError: when there is no such folder in the end.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise refusal(folder, error) from error
    with suppress(OSError):
        if _is_open(folder) and all(any(map(each.match, _OURS)) for each in folder.iterdir()):
            make_private(folder)


def make_private(path: Path) -> None:
    """Let nobody but its owner at a file or a folder, where the system knows owners and allows it."""
    if os.name == "posix":
        with suppress(OSError):
            if _is_open(path):
                path.chmod(stat.S_IMODE(path.stat().st_mode) & ~_OTHERS)


def _is_open(path: Path) -> bool:
    """Whether others than its owner may do anything with a file or a folder."""
    return bool(path.stat().st_mode & _OTHERS)


def refusal(folder: Path, error: OSError) -> StoreError:
    """Why the system would not make a folder, in a sentence.

    Args:
        folder: what was to be made.
        error: what the system said.
    """
    match error.errno:
        case errno.EEXIST | errno.ENOTDIR:
            return _in_the_way(folder)
        case errno.EROFS:
            return ReadOnlyDiskError(folder)
        case errno.EACCES | errno.EPERM:
            return FolderForbiddenError(folder, str(Path(error.filename or folder).parent))
        case errno.ENOSPC | errno.EDQUOT:
            return StoreFullError(folder)
    return FolderError(folder, error.strerror or "")


def _in_the_way(folder: Path) -> StoreError:
    """Name what is no folder: the first such place on the way down from the root."""
    above = next((place for place in reversed(folder.parents) if not place.is_dir()), None)
    return UnderAFileError(folder, str(above)) if above else NotAFolderError(folder)


COMPANIONS = ("-journal", "-wal", "-shm")
"""Endings of the files that SQLite lays beside a database, and applies to whatever has its name."""


def put(draft: Path, path: Path) -> None:
    """Move a finished database to its place, where nothing must stand.

    What SQLite left beside an earlier file of that name is moved out of the way first: applied to
    the new one, it would spoil it.

    Raises:
        FileExistsError: when something stands there.
    """
    if not os.path.lexists(path) and any(_is_filled(beside(path, ending)) for ending in COMPANIONS):
        move(path, free_name(path, "left-over"))
    _move_one(draft, path)


def move(path: Path, target: Path) -> None:
    """Give a database another name, with what SQLite left beside it, and overwrite nothing.

    The companions go first: alone under the old name they would be applied to the next file there.

    Raises:
        FileExistsError: when something has the new name.
    """
    for ending in (*COMPANIONS, ""):
        with suppress(FileNotFoundError):
            _move_one(beside(path, ending), beside(target, ending))


def beside(path: Path, ending: str) -> Path:
    """The companion of a database with some ending."""
    return path.with_name(path.name + ending)


def free_name(path: Path, mark: str) -> Path:
    """A name beside a file that neither a file nor a companion has: `attempts-<mark>.sqlite`, or numbered."""
    number, name = 1, path.with_stem(f"{path.stem}-{mark}")
    while any(os.path.lexists(beside(name, ending)) for ending in (*COMPANIONS, "")):
        number += 1
        name = path.with_stem(f"{path.stem}-{mark}-{number}")
    return name


def _is_filled(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _move_one(path: Path, target: Path) -> None:
    try:
        os.link(path, target)
    except (FileExistsError, FileNotFoundError):
        raise
    except OSError:  # a disk without hard links, or a folder
        if os.path.lexists(target):
            raise FileExistsError(f"{target} is there already.") from None
        path.rename(target)
    else:
        path.unlink()


def sync_folder(folder: Path) -> None:
    """Have the names in a folder outlast a power failure, where the system offers that."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network disks know no such thing
            os.fsync(handle)
    finally:
        os.close(handle)
