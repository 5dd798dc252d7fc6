"""What the voters of rounds are called: a small file for each round, apart from all else, to be deleted."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from quizapp.storage.answers.errors import StoreError, in_plain_words
from quizapp.storage.answers.rows import UNREADABLE, moment, time_text
from quizapp.storage.answers.whole_files import make_folder, make_private, sync_folder
from quizapp.storage.rounds.journal import ROUND_ID

KEPT_FOR = timedelta(days=30)
"""How long after a round its names are kept."""

_ENDING, _DRAFT_ENDING, _STARTS = ".names.json", ".names.new", "starts.json"


class RoundNames:
    """A folder of names. They stand nowhere else, so that deleting a file deletes them."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, which is made when the first names are kept."""
        self._folder = folder

    def keep(
        self, round_id: str, names: Mapping[str, str], until: datetime, *, running: bool = False
    ) -> None:
        """Keep names in the place of earlier ones; none at all leave no file.

        Args:
            round_id: the round.
            names: by the ids of the voters.
            until: when they are to be deleted, in UTC.
            running: whether the round is not closed yet; then nothing but its end, or a wish, deletes them.

        Raises:
            StoreError: when they could not be kept; the earlier ones stay.
        """
        if not names:
            self.forget(round_id)
            return
        told = {"names": dict(names), "kept_until": time_text(until), "running": running}
        path, draft = (self._place(round_id, ending) for ending in (_ENDING, _DRAFT_ENDING))
        make_folder(self._folder)
        with in_plain_words(path):
            try:
                _write_durably(draft, json.dumps(told, indent=1).encode())
                draft.replace(path)
            except BaseException:
                with suppress(OSError):
                    draft.unlink(missing_ok=True)
                raise
            sync_folder(self._folder)

    def keep_until(self, round_id: str, until: datetime) -> None:
        """Keep the names of a round, if there are any, until another time, in UTC.

        Raises:
            StoreError: when that could not be kept.
        """
        if names := self.load(round_id):
            self.keep(round_id, names, until)

    def load(self, round_id: str) -> Mapping[str, str]:
        """The names of a round; none where there are none, or none that can be read."""
        names = _read(self._place(round_id, _ENDING)).get("names")
        if isinstance(names, dict) and all(isinstance(name, str) for name in names.values()):
            return names
        return {}

    def kept_until(self, round_id: str) -> datetime | None:
        """When the names of a round are to be deleted, in UTC; None where there are none."""
        path = self._place(round_id, _ENDING)
        return _due(path) if path.is_file() else None

    def forget(self, round_id: str) -> None:
        """Delete the names of a round, if there are any.

        Raises:
            StoreError: when the system does not let them go.
        """
        for ending in (_ENDING, _DRAFT_ENDING):
            self._delete(self._place(round_id, ending))

    def forget_older(self, than: datetime) -> None:
        """Delete all names of closed rounds that were to be kept until then or a time before.

        Raises:
            StoreError: when the system does not let some of them go; the others are deleted.
        """
        troubles = []
        for path in self._files():
            try:
                if _due(path) <= than and _read(path).get("running") is not True:
                    self._delete(path)
            except StoreError as error:
                troubles.append(error)
        if troubles:
            raise troubles[0]

    def note_start(self, now: datetime) -> datetime | None:
        """Note what the clock says at a start; returns what it said at the one before, None at the first.

        Both in UTC. Nothing is noted where no names were ever kept, or where the disk does not allow it.
        """
        path, before = self._folder / _STARTS, None
        with suppress(*UNREADABLE):
            before = moment(str(_read(path).get("at")))
        if self._folder.is_dir():
            with suppress(OSError):
                _write_durably(path, json.dumps({"at": time_text(now)}).encode())
        return before

    def _place(self, round_id: str, ending: str) -> Path:
        if not ROUND_ID.fullmatch(round_id):  # it must not lead out of the folder
            raise ValueError(f"{round_id} is no round.")
        return self._folder / f"{round_id}{ending}"

    def _files(self) -> list[Path]:
        with in_plain_words(self._folder):
            found = list(self._folder.iterdir()) if self._folder.is_dir() else []
        return [path for path in found if path.name.endswith((_ENDING, _DRAFT_ENDING))]

    def _delete(self, path: Path) -> None:
        with in_plain_words(path), suppress(FileNotFoundError):
            path.unlink()
            sync_folder(self._folder)


def _read(path: Path) -> Mapping[str, object]:
    """What a file tells; nothing where it is not there or makes no sense."""
    with suppress(OSError, *UNREADABLE):
        told = json.loads(path.read_bytes())
        return told if isinstance(told, dict) else {}
    return {}


def _due(path: Path) -> datetime:
    """When a file is to be deleted; one that does not say so counts from when it was written."""
    with suppress(*UNREADABLE):
        return moment(str(_read(path).get("kept_until")))
    with in_plain_words(path):
        return datetime.fromtimestamp(path.stat().st_mtime, UTC) + KEPT_FOR


def _write_durably(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        make_private(path)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
