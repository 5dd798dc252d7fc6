"""What is set, in one small file."""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QDate, Qt

from quizapp.domain.profile import Profile

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
THEME_NAMES = ("system", "light", "dark", "contrast")
EXAMS = ("", "itil4", "v5")
FOLDS = ("A", "O")
MOST_RECENT = 8
GOAL_KINDS = ("", "questions", "minutes")
MOST_A_DAY = 500
MOST_PLANNED = 400
MOST_PAST_GOALS = 200

_MOST = 1_000_000
"""Characters read at most: a larger file is none of ours."""


def _one_of(*names: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        if isinstance(value, str) and value in names:
            return names[names.index(value)]
        raise ValueError(value)

    return read


_GOAL_KIND = _one_of(*GOAL_KINDS)


def _scale(value: object) -> float:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and value in SCALES:
        return float(value)
    raise ValueError(value)


def _yes_or_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError(value)


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise ValueError(value)


def _folds(value: object) -> tuple[str, ...]:
    """The keys of what lies open below explanations."""
    return tuple(key for key in FOLDS if isinstance(value, list) and key in value)


def _bytes(value: object) -> bytes:
    return bytes.fromhex(_text(value))


def _date(value: object) -> QDate | None:
    if value is None:
        return None
    date = QDate.fromString(_text(value), Qt.DateFormat.ISODate)
    if date.isValid():
        return date
    raise ValueError(value)


def _count(value: object) -> int:
    """A number of questions or minutes for a day."""
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST_A_DAY:
        return value
    raise ValueError(value)


def _optional_count(value: object) -> int | None:
    return None if value is None else _count(value)


def _weekdays(value: object) -> tuple[int, ...]:
    """The sound weekdays of a list, in the order of the week."""
    listed = value if isinstance(value, list) else []
    sound = {each for each in listed if isinstance(each, int) and not isinstance(each, bool)}
    return tuple(day for day in range(7) if day in sound)


def _days(value: object) -> tuple[date, ...]:
    """The sound days of a list, the last ones, in their order."""
    sound = set()
    for each in value if isinstance(value, list) else ():
        with suppress(ValueError):
            sound.add(date.fromisoformat(_text(each)))
    return tuple(sorted(sound))[-MOST_PLANNED:]


class KeptGoal(NamedTuple):
    """A goal that was given up: the first day without it, its kind, how much it wanted, its days off."""

    until: date
    kind: str
    amount: int
    days_off: tuple[int, ...]


def _past_goals(value: object) -> tuple[KeptGoal, ...]:
    """The sound goals of a list, the last ones, in the order of their days, one for each."""
    sound: dict[date, KeptGoal] = {}
    for each in value if isinstance(value, list) else ():
        with suppress(ValueError, TypeError):  # it has not four parts, or is no list
            until, kind, amount, days_off = each
            goal = _GOAL_KIND(kind), _count(amount), _weekdays(days_off)
            day = date.fromisoformat(_text(until))
            sound.setdefault(day, KeptGoal(day, *goal))
    return tuple(sound[day] for day in sorted(sound))[-MOST_PAST_GOALS:]


def _path(value: object) -> Path | None:
    """A path that the system could have a file of; None for nothing."""
    if value is None:
        return None
    text = _text(value)
    os.fsencode(text)
    if not text or "\0" in text:
        raise ValueError(value)
    return Path(text)


def _recent_paths(value: object) -> tuple[Path, ...]:
    return _paths(value)[:MOST_RECENT]


def _paths(value: object) -> tuple[Path, ...]:
    """The sound paths of a list, each once."""
    sound = []
    for each in value if isinstance(value, list) else ():
        with suppress(ValueError):
            sound.append(_path(each))
    return tuple(dict.fromkeys(path for path in sound if path is not None))


@dataclass(frozen=True, slots=True)
class Preferences:
    """What is set; what reads a field from the file raises `ValueError` where the value makes no sense.

    Attributes:
        theme: one of `THEME_NAMES`.
        scale: the text size, one of `SCALES`.
        reduced_motion: whether nothing shall move; Qt has no portable hint for the system's own setting.
        geometry: where the window stood; empty at first.
        exam: one of `EXAMS`; empty while none is chosen.
        exam_date: the day of the exam, if one is set.
        reason_step: whether sessions ask what decides it, unless something else is chosen for one.
        certainty: whether sessions ask how sure one is; Practice and Settings choose it for all of them.
        extra_time: whether papers that allow it are sat with extra time.
        new_a_day: how many new questions are offered a day; None for as many as the exam's date asks for.
        goal_kind: what the daily goal counts, one of `GOAL_KINDS`; empty for no goal.
        goal: how many questions or minutes it wants, 1 to `MOST_A_DAY`.
        days_off: the weekdays on which it wants nothing, 0 for Monday to 6 for Sunday.
        planned_off: single days on which it wants nothing, at most the last `MOST_PLANNED`.
        past_goals: the goals before it, in the order of their days, at most the last `MOST_PAST_GOALS`.
        profile: whose answers are kept.
        bank: the bank file that was open last; None for the one that came with the program.
        shipped_bank: the name of the file of the bank that came with the program and was in use last;
            empty for the first of them.
        open_banks: the bank files that are open beside those that came with the program.
        recent_banks: the bank files opened last, the newest first, at most `MOST_RECENT`.
        open_folds: what lies open below explanations, by the keys in `FOLDS`.
        folder: where a file was opened or saved last.
    """

    theme: str = field(default=THEME_NAMES[0], metadata={"read": _one_of(*THEME_NAMES)})
    scale: float = field(default=SCALES[0], metadata={"read": _scale})
    reduced_motion: bool = field(default=False, metadata={"read": _yes_or_no})
    geometry: bytes = field(default=b"", metadata={"read": _bytes})
    exam: str = field(default=EXAMS[0], metadata={"read": _one_of(*EXAMS)})
    exam_date: QDate | None = field(default=None, metadata={"read": _date})
    reason_step: bool = field(default=True, metadata={"read": _yes_or_no})
    certainty: bool = field(default=False, metadata={"read": _yes_or_no})
    extra_time: bool = field(default=False, metadata={"read": _yes_or_no})
    new_a_day: int | None = field(default=None, metadata={"read": _optional_count})
    goal_kind: str = field(default=GOAL_KINDS[0], metadata={"read": _GOAL_KIND})
    goal: int = field(default=10, metadata={"read": _count})
    days_off: tuple[int, ...] = field(default=(), metadata={"read": _weekdays})
    planned_off: tuple[date, ...] = field(default=(), metadata={"read": _days})
    past_goals: tuple[KeptGoal, ...] = field(default=(), metadata={"read": _past_goals})
    profile: Profile = field(default=Profile.OWN, metadata={"read": _one_of(*Profile)})
    bank: Path | None = field(default=None, metadata={"read": _path})
    shipped_bank: str = field(default="", metadata={"read": _text})
    open_banks: tuple[Path, ...] = field(default=(), metadata={"read": _paths})
    recent_banks: tuple[Path, ...] = field(default=(), metadata={"read": _recent_paths})
    open_folds: tuple[str, ...] = field(default=(), metadata={"read": _folds})
    folder: Path | None = field(default=None, metadata={"read": _path})


class PreferencesFile:
    """Reads and writes `preferences.json`; what makes no sense in it counts as not set.

    A change is written at once. Where the disk refuses, it still holds until the program ends. A file
    that is damaged as a whole is kept aside when the first change is written. QSettings is not used: its
    files may hold pickled Python objects, and reading one would run whatever somebody put into the folder.

    Attributes:
        now: what is set.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "preferences.json"
        self._is_saved = True
        self._is_damaged = False
        self.now = self._read()

    def change(self, **changes: object) -> None:
        """Set fields of `Preferences` by their names."""
        changed = replace(self.now, **changes)  # type: ignore[arg-type] # a wrong name or type is a bug
        if changed != self.now:
            self.now = changed
            self._is_saved = False
            self.save()

    def remember_bank(self, path: Path) -> None:
        """Put a bank file first among the recent ones."""
        self.change(recent_banks=(path, *self._recent_but(path))[:MOST_RECENT])

    def forget_bank(self, path: Path) -> None:
        """Take a bank file off the recent ones."""
        self.change(recent_banks=self._recent_but(path))

    def save(self) -> bool:
        """Write what is not on disk yet, whole or not at all; False when the disk does not allow it."""
        if self._is_saved:
            return True
        from quizapp.ui.files import save_whole  # noqa: PLC0415 - nothing is set by a start

        if self._is_damaged:
            with suppress(OSError):
                self._path.replace(self._path.with_name("preferences-damaged.json"))
        told = {each.name: getattr(self.now, each.name) for each in fields(Preferences)}
        text = json.dumps(told, default=_plain, indent=1)
        self._is_saved = not save_whole(self._path, text.encode(), even_in_closed_folder=True, private=True)
        self._is_damaged = self._is_damaged and not self._is_saved
        return self._is_saved

    # -- inside --------------------------------------------------------------------------------

    def _recent_but(self, path: Path) -> tuple[Path, ...]:
        return tuple(each for each in self.now.recent_banks if each != path)

    def _read(self) -> Preferences:
        """What the file says, field by field; a file that cannot be read says nothing."""
        told: object = {}
        with suppress(OSError):
            if self._path.is_file():  # a pipe would keep the program waiting
                # some editors put a byte order mark first
                with self._path.open(encoding="utf-8-sig", errors="replace") as file:
                    told = _parsed(file.read(_MOST))
        if not isinstance(told, dict):
            self._is_damaged = True
            return Preferences()
        values = {}
        for each in fields(Preferences):
            if each.name in told:
                with suppress(ValueError):
                    values[each.name] = each.metadata["read"](told[each.name])
        return Preferences(**values)


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _plain(value: object) -> object:
    """What JSON has instead of a value."""
    if isinstance(value, bytes):
        return value.hex()
    return value.toString(Qt.DateFormat.ISODate) if isinstance(value, QDate) else str(value)
