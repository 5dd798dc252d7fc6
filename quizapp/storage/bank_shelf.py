"""The banks at hand: opened from the cache while their files are unchanged, else read and checked."""

from collections.abc import Callable
from pathlib import Path

from quizapp.domain.problem import Reading
from quizapp.paths import questions_dir
from quizapp.storage.bank_cache import BankCache
from quizapp.storage.source import file_digest


class BankShelf:
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
        from quizapp.storage.bank_reader import read  # noqa: PLC0415
    except ImportError:
        from quizapp.storage.bank_reader import read  # noqa: PLC0415
    return read
