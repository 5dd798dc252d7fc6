"""The answers that are kept, as a whole: whose they are, their copies, and beginning anew."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.domain.errors import QuizError
from quizapp.domain.history import Backup
from quizapp.domain.profile import Profile
from quizapp.quiz.clock import Clock, ClockFault, clock_fault
from quizapp.quiz.profiles import Profiles
from quizapp.quiz.session_recorder import SessionRecorder

if TYPE_CHECKING:
    from quizapp.domain.saved import Added, Saved
    from quizapp.storage.answers.store import AttemptStore


class AnswerArchive:
    """Holds the open store. Whatever fails, a store is open afterwards if any can be.

    Attributes:
        profile: whose answers are kept now.
        store: their store.
        recorder: writes sessions to it.
    """

    def __init__(self, profiles: Profiles, clock: Clock, profile: Profile) -> None:
        """Open the answers of a profile.

        Raises:
            QuizError: when they cannot be had.
        """
        self._profiles = profiles
        self._clock = clock
        self._use_store(profile, profiles.open(profile))

    @property
    def folder(self) -> Path:
        """The folder of the user's own data."""
        return self._profiles.folder

    @property
    def path(self) -> Path:
        """The file of the answers."""
        return self._profiles.path(self.profile)

    @property
    def has_names(self) -> bool:
        """Whether names of people may be kept anywhere: those of rounds lie in folders of their own."""
        return any((folder / "rounds").is_dir() for folder in self.folders)

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders of all profiles, that of the one in use first; not all of them need exist."""
        profiles = (self.profile, *(each for each in Profile if each is not self.profile))
        return tuple(self._profiles.path(each).parent for each in profiles)

    def use(self, profile: Profile) -> None:
        """Keep another's answers from now on; when theirs cannot be used, all stays as it was."""
        if profile is self.profile:
            return
        store = self._profiles.open(profile)
        try:
            store.check()
        except BaseException:
            store.close()
            raise
        self.store.close()
        self._use_store(profile, store)

    def forget_guest(self) -> None:
        """Delete all that is kept of the guest; the owner's answers are in use afterwards."""
        self.use(Profile.OWN)
        self._profiles.forget_guest()

    def start_afresh(self) -> Path:
        """Begin with no answers at all.

        Returns:
            Where the old ones lie now.
        """
        self.store.close()
        try:
            return self._profiles.move_aside(self.profile, "before-fresh-start")
        finally:
            self._use_store(self.profile, self._profiles.open(self.profile))

    def replace(self, backup: Backup | None) -> Path | None:
        """Move the file of answers aside, if it is there, and go on with a copy or with none.

        Returns:
            Where the old file lies now.
        """
        self.store.close()
        try:
            return self._profiles.replace(self.profile, backup)
        finally:
            self._use_store(self.profile, self._profiles.open(self.profile))

    # -- all of it at once ---------------------------------------------------------------------

    def saved(self) -> "Saved":
        """All that is kept, as plain values."""
        return self.store.saved()

    def export(self) -> bytes:
        """All that is kept as JSON, to be read in on another computer."""
        from quizapp.storage.answers import transfer  # noqa: PLC0415 - hardly ever asked for

        return transfer.to_json(self.saved(), self._clock.now())

    def take_in(self, content: bytes) -> "Added":
        """Put an export together with what is kept; nothing is there twice afterwards.

        The file of answers as it was is moved aside where anything changes.

        Raises:
            QuizError: when it is no export, or cannot be kept; nothing has changed then.
        """
        from quizapp.domain.saved import Saved, merged  # noqa: PLC0415 - hardly ever asked for
        from quizapp.storage.answers import transfer  # noqa: PLC0415

        ours, theirs = self.saved(), transfer.from_json(content)
        whole, added = merged(ours, theirs)
        if whole != merged(ours, Saved())[0]:
            with suppress(QuizError):  # a sudden end leaves no file for a moment; a copy then has all of it
                self.check_and_back_up(at_the_end=True)
            self.store.close()
            try:
                self._profiles.rebuild(self.profile, whole)
            finally:
                self._use_store(self.profile, self._profiles.open(self.profile))
        return added

    def delete_everything(self) -> None:
        """Delete all answers, flags, notes and rounds of whoever practises now, with all copies of them."""
        self.store.close()
        try:
            self._profiles.delete(self.profile)
        finally:
            self._use_store(self.profile, self._profiles.open(self.profile))

    def newest_backup(self) -> datetime | None:
        """When the newest copy of the answers was made, in UTC."""
        return self.store.newest_backup()

    def check_and_back_up(self, *, at_the_end: bool = False) -> None:
        """Check the stored answers once, and copy them where that is due.

        Args:
            at_the_end: whether practice ends here, so that the copy of today has to hold all of today.

        Raises:
            QuizError: when the database is damaged, or no copy could be made.
        """
        if at_the_end:
            self.store.stop_apart()
        self.store.check()
        self.store.back_up_if_due(self._clock.now(), again=at_the_end)

    def defer_check(self) -> None:
        """Let nobody who answers wait for the check: it comes soon, in a thread of its own."""
        self.store.defer_check()

    def check_and_back_up_apart(self) -> Callable[[], None]:
        """The same for a thread of its own to call; nobody who answers meanwhile waits for it."""
        return partial(self.store.check_and_back_up_apart, self._clock.now())

    def clock_fault(self) -> ClockFault | None:
        """What is wrong with the clock of this computer, if anything is."""
        return clock_fault(self._clock.now(), self.store.last_at())

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def _use_store(self, profile: Profile, store: "AttemptStore") -> None:
        self.profile = profile
        self.store = store
        self.recorder = SessionRecorder(store, self._clock)
