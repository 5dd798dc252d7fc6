"""Putting a file in its place whole, or moving it out of the way, so that no crash leaves half of it."""

import os
from contextlib import suppress
from pathlib import Path

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
