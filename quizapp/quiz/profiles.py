"""Whose answers are kept: the owner's, or a guest's on a shared computer, each in a file of its own."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.domain.errors import QuizError
from quizapp.domain.history import Backup
from quizapp.domain.profile import Profile
from quizapp.quiz.clock import bounded

if TYPE_CHECKING:
    from quizapp.domain.saved import Saved
    from quizapp.storage.answers.store import AttemptStore

_FILE = "attempts.sqlite"


class Profiles:
    """The files of answers in the folder of the user's own data.

    Attributes:
        folder: that folder.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        """Use a folder, which is made when the first file is opened.

        Args:
            folder: the folder.
            now: the clock that dates copies, in UTC.
        """
        self.folder = folder
        self._now = bounded(now)

    def path(self, profile: Profile) -> Path:
        """The file of a profile's answers."""
        return self.folder / _FILE if profile is Profile.OWN else self.folder / profile / _FILE

    def open(self, profile: Profile) -> "AttemptStore":
        """Open a profile's answers; the file is made when missing.

        Raises:
            QuizError: when they cannot be had; its text says what to do.
        """
        from quizapp.storage.answers.store import AttemptStore  # noqa: PLC0415 - see quiz.py

        return AttemptStore(self.path(profile), now=self._now)

    def forget_guest(self) -> None:
        """Delete all that is kept of the guest; the file must not be open.

        Raises:
            QuizError: when the system does not let it go.
        """
        folder = self.path(Profile.GUEST).parent
        with suppress(FileNotFoundError):
            try:
                shutil.rmtree(folder)
            except FileNotFoundError:
                raise
            except OSError as error:
                raise QuizError(
                    f"The guest’s answers in {folder} cannot be deleted. Close other programs that use them, "
                    "or delete that folder yourself."
                ) from error

    def move_aside(self, profile: Profile, why: str) -> Path:
        """Give a profile's file a dated name, so that the next opening begins an empty one.

        Args:
            profile: whose file; it must not be open.
            why: a word for the name, such as `damaged`.

        Returns:
            Where it lies now.

        Raises:
            QuizError: when it cannot be moved.
        """
        from quizapp.storage.answers import recovery  # noqa: PLC0415 - hardly any start needs it

        return recovery.move_aside(self.path(profile), self._now(), why)

    def newest_good(self, profile: Profile) -> Backup | None:
        """The newest copy of a profile's answers that proves to be sound, if there is one."""
        from quizapp.storage.answers import recovery  # noqa: PLC0415 - as above

        return recovery.newest_good(self.path(profile))

    def is_lost(self, profile: Profile) -> bool:
        """Whether a profile's file is gone though there is a good copy of it."""
        try:
            is_gone = not self.path(profile).exists()
        except OSError:  # nobody may look: opening it has a sentence for that
            return False
        return is_gone and self.newest_good(profile) is not None

    def replace(self, profile: Profile, backup: Backup | None) -> Path | None:
        """Move a profile's file aside, if it is there, and put a proved copy in its place, or nothing.

        Returns:
            Where the old file lies now.

        Raises:
            QuizError: when that cannot be done.
        """
        from quizapp.storage.answers import recovery  # noqa: PLC0415 - as above

        return recovery.replace(self.path(profile), backup, self._now())

    def rebuild(self, profile: Profile, saved: "Saved") -> Path:
        """Have a profile's file hold something else; the old one, which must not be open, is moved aside.

        Returns:
            Where the old file lies now.

        Raises:
            QuizError: when that cannot be done; the old file is in its place then.
        """
        from quizapp.storage.answers import transfer  # noqa: PLC0415 - as above

        return transfer.rebuild(self.path(profile), saved, self._now())

    def delete(self, profile: Profile) -> None:
        """Delete a profile's answers with all copies of them and the names of its rounds.

        Banks and settings stay. The file must not be open.

        Raises:
            QuizError: when the system does not let something go.
        """
        path = self.path(profile)
        copies = path.parent / "backups"
        found = [
            *path.parent.glob(f"{path.stem}*{path.suffix}*"),
            *copies.glob(f"{path.stem}-*{path.suffix}*"),
        ]
        try:
            for each in found:
                each.unlink(missing_ok=True)
            if (names := path.parent / "rounds").is_dir():
                shutil.rmtree(names)
        except OSError as error:
            raise QuizError(
                f"Not everything in {path.parent} can be deleted: {error.strerror}. Close other programs "
                "that use it, and try again; or delete that folder yourself."
            ) from error
