"""The banks at hand: opened from the cache while their files are unchanged, else read and checked."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from quizapp import __version__
from quizapp.domain.digest import hex_digest
from quizapp.domain.problem import Reading
from quizapp.paths import questions_dir
from quizapp.storage.banks.bank_json import from_json, see_to_reading, to_json
from quizapp.storage.banks.source import file_digest

_KEPT = 20
_BANKS = Path(__file__).parent
_DOMAIN = _BANKS.parents[1] / "domain"


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
            checksum, _, text = _content(self._place(digest)).partition(b"\n")
            if checksum != _checksum(text):
                return None
            return _checked(from_json(text.decode(), path), digest)
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
        key = hex_digest(f"{self._maker} {digest}".encode())
        return self._folder / f"{key}.json"

    def _thin(self) -> None:
        newest_first = sorted(self._folder.glob("*.json"), key=lambda path: -path.stat().st_mtime_ns)
        for path in newest_first[_KEPT:]:
            path.unlink(missing_ok=True)


def _checked(reading: Reading, digest: str) -> Reading:
    """A reading whose values are such as reading this very file could have given.

    Raises:
        ValueError, TypeError: when they are not.
    """
    if reading.digest != digest:
        raise ValueError("This is the reading of another file.")
    see_to_reading(reading)
    return reading


def _content(path: Path) -> bytes:
    """The bytes of a file; a pipe or a device would keep the program waiting.

    Raises:
        OSError: when it cannot be read.
    """
    if not path.is_file():
        raise FileNotFoundError(path)
    return path.read_bytes()


def _checksum(text: bytes) -> bytes:
    return hex_digest(text).encode()


def _program_stamp() -> int:
    """When the rules of reading changed last; the version alone is the same for days of work on them."""
    sources = [*_BANKS.glob("*.py"), *_DOMAIN.glob("*.py")]
    return max((path.stat().st_mtime_ns for path in sources), default=0)


def _write_whole(path: Path, content: bytes) -> None:
    """Write a file so that whoever looks finds all of it or none."""
    draft = path.with_name(f"{path.stem}-{os.getpid()}.json")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


class BankRepository:
    """Opens banks, fast where that is possible."""

    def __init__(self, cache_folder: Path, vocabulary_path: Path) -> None:
        """Use a folder for the cache, and a vocabulary for the banks that bring none of their own."""
        self._cache_folder = cache_folder
        self._vocabulary_path = vocabulary_path

    def shipped(self) -> list[Path]:
        """The banks that came with the program, by name."""
        return sorted(
            path for path in questions_dir().glob("*.yaml") if path.name != self._vocabulary_path.name
        )

    def open(self, path: Path, progress: Callable[[float], None] | None = None) -> Reading:
        """What reading a bank gives, with all its problems.

        Args:
            path: the file.
            progress: told how far reading has come, from 0 to 1; not told about a bank that is kept ready.
        """
        cache = BankCache(self._cache_folder, file_digest(self._vocabulary_path))
        kept = cache.load(file_digest(path), str(path))
        if kept is not None:
            return kept
        read = _reader()
        vocabulary = read(self._vocabulary_path).vocabulary
        reading = read(path, vocabulary=vocabulary, progress=progress)
        cache.keep(reading)
        return reading


def _reader() -> Callable[..., Reading]:
    """The reader, loaded only now: the parser and the validator cost more than all the rest of the start.

    Another thread may touch the validator in the middle of its import, as looking through all modules
    does, and thereby break the import; a second one then finds it whole.
    """
    try:
        from quizapp.storage.banks.reader import read  # noqa: PLC0415
    except ImportError:
        from quizapp.storage.banks.reader import read  # noqa: PLC0415
    return read
