"""Making the folder of the user's own data, and saying in a sentence why it could not be made."""

import errno
from pathlib import Path

from quizapp.storage.store_errors import StoreError, StoreFullError


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


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner may look into, with the folders above it; one that is there will do.

    Raises:
        StoreError: when there is no such folder in the end.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise refusal(folder, error) from error


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
