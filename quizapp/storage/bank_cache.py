"""Checked banks kept ready, so that an unchanged file need not be read again. Deleting it loses nothing."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from quizapp import __version__
from quizapp.domain.problem import Reading
from quizapp.storage.bank_json import from_json, to_json

_KEPT = 20
_STORAGE = Path(__file__).parent


class BankCache:
    """A folder of readings, each under the hash of what it was made from.

    That is the bytes of the file, the shipped vocabulary it was read with, and the program.
    """

    def __init__(self, folder: Path, vocabulary_digest: str = "") -> None:
        """Use a folder, which is made when the first reading is kept.

        Args:
            folder: where the readings lie, and nothing else.
            vocabulary_digest: the hash of the vocabulary that banks without their own are read with.
        """
        self._folder = folder
        self._maker = f"{__version__} {_program_stamp()} {vocabulary_digest}"

    def load(self, digest: str, path: str) -> Reading | None:
        """The reading of a file with this digest, or None where none can be had.

        Args:
            digest: the hash of the file's bytes.
            path: where the file lies now.
        """
        try:
            checksum, _, text = self._place(digest).read_bytes().partition(b"\n")
            if checksum != _checksum(text):
                return None
            return from_json(text.decode(), path)
        # All but the first can only come from another form of our values: then the file is read anew.
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return None

    def keep(self, reading: Reading) -> None:
        """Keep a reading, if its file could be read and there is room; the oldest ones go."""
        if not reading.digest:
            return
        text = to_json(reading).encode()
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write_whole(self._place(reading.digest), _checksum(text) + b"\n" + text)
            self._thin()

    def _place(self, digest: str) -> Path:
        key = hashlib.sha256(f"{self._maker} {digest}".encode()).hexdigest()
        return self._folder / f"{key}.json"

    def _thin(self) -> None:
        newest_first = sorted(self._folder.glob("*.json"), key=lambda path: -path.stat().st_mtime_ns)
        for path in newest_first[_KEPT:]:
            path.unlink(missing_ok=True)


def _checksum(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest().encode()


def _program_stamp() -> int:
    """When the rules of reading changed last; the version alone is the same for days of work on them."""
    sources = [*_STORAGE.glob("*.py"), *_STORAGE.with_name("domain").glob("*.py")]
    return max((path.stat().st_mtime_ns for path in sources), default=0)


def _write_whole(path: Path, content: bytes) -> None:
    """Write a file so that whoever looks finds all of it or none."""
    draft = path.with_name(f"{path.stem}-{os.getpid()}.json")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
