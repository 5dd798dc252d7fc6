"""The copies of a file of answers: their names, and which of them have become superfluous."""

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from quizapp.storage.plain_words import in_plain_words

_NAME = re.compile(r"(?P<stem>.+)-(?P<number>\d{4,})-(?P<at>\d{8}T\d{6}Z)-v(?P<version>\d+)")
_AT = "%Y%m%dT%H%M%SZ"
_DAYS, _WEEKS, _MONTHS, _NEWEST, _OLDER = 7, 8, 12, 5, 3


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A copy as its name tells it.

    Attributes:
        path: where it lies: `attempts-0007-20261122T203100Z-v2.sqlite`.
        number: counts in the order of writing, which no wrong clock can upset.
        at: when it was made by the clock, in UTC.
        version: the version of the file that was copied.
    """

    path: Path
    number: int
    at: datetime
    version: int


def folder_of(path: Path) -> Path:
    """The folder of the copies of a file."""
    return path.parent / "backups"


def stamp(at: datetime) -> str:
    """A time as names of files have it, in UTC."""
    return at.astimezone(UTC).strftime(_AT)


def newest_first(path: Path) -> list[BackupFile]:
    """The copies of a file, the one made last first; whatever else lies in their folder is passed over.

    Raises:
        StoreError: when the system does not let the folder be read.
    """
    folder = folder_of(path)
    with in_plain_words(folder):
        found = [_told(each) for each in folder.glob(f"*{path.suffix}")] if folder.is_dir() else []
    ours = [each for each in found if each and each.path.name.startswith(f"{path.stem}-{each.number:04}-")]
    return sorted(ours, key=lambda each: (each.number, each.at), reverse=True)


def next_name(path: Path, at: datetime, version: int) -> Path:
    """What the next copy of a file is called."""
    number = max((each.number for each in newest_first(path)), default=0) + 1
    return folder_of(path) / f"{path.stem}-{number:04}-{stamp(at)}-v{version}{path.suffix}"


def superfluous(copies: Sequence[BackupFile], version: int) -> list[BackupFile]:
    """The copies that may go.

    Of the last 7 days, 8 weeks and 12 months that have a copy the last one is kept each; besides the 5
    made last, and of older versions the 3 made last. Days without a copy do not count, so
    that neither a long pause nor a wrong clock takes anything away.

    Args:
        copies: all of them, the one made last first.
        version: that of the file now.
    """
    older = [each for each in copies if each.version < version]
    kept = {*copies[:_NEWEST], *older[:_OLDER], *_one_each(copies, _day, _DAYS)}
    kept |= {*_one_each(copies, _week, _WEEKS), *_one_each(copies, _month, _MONTHS)}
    return [each for each in copies if each not in kept]


def _told(path: Path) -> BackupFile | None:
    name = _NAME.fullmatch(path.stem)
    try:
        at = datetime.strptime(name["at"], _AT).replace(tzinfo=UTC) if name else None
    except ValueError:
        return None
    return BackupFile(path, int(name["number"]), at, int(name["version"])) if name and at else None


def _one_each(
    copies: Sequence[BackupFile], period: Callable[[BackupFile], Hashable], count: int
) -> list[BackupFile]:
    """Of so many periods the copy made last."""
    last: dict[Hashable, BackupFile] = {}
    for each in copies:
        last.setdefault(period(each), each)
    return list(last.values())[:count]


def _day(copy: BackupFile) -> Hashable:
    return copy.at.date()


def _week(copy: BackupFile) -> Hashable:
    return copy.at.isocalendar()[:2]


def _month(copy: BackupFile) -> Hashable:
    return copy.at.year, copy.at.month
