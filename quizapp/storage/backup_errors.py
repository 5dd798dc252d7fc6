"""What can happen to copies of the file of answers, each as a sentence for people."""

from quizapp.storage.store_errors import StoreError


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
