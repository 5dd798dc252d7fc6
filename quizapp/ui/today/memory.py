"""What Today said when the program was closed, so that the next start can say it at once."""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QDate, Qt

from quizapp.domain.profile import Profile
from quizapp.ui.preferences import Preferences
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.today.cards import RoundView
from quizapp.ui.today.page import TodayPage
from quizapp.ui.today.stopped import StoppedView
from quizapp.ui.today.view import TodayView

_VERSION = 1
_MOST = 1_000_000
"""Characters read at most: a larger file is none of ours."""


class RememberedToday(NamedTuple):
    """What Today says before banks are read, as far as it does not depend on the time of day.

    Attributes:
        profile: whose answers these are, see `Profile`; empty where nothing is remembered.
        is_new: whether nothing was ever answered.
        stopped: the sessions left in the middle, the newest first.
        round: the newest round left in the middle.
    """

    profile: str = ""
    is_new: bool = True
    stopped: tuple[StoppedView, ...] = ()
    round: RoundView | None = None


NOTHING = RememberedToday()
"""What a first start says."""


class TodayMemory:
    """Reads and writes `today.json`; a file that makes no sense counts as none.

    It is never the truth: what the answers say takes its place as soon as they are open.

    Attributes:
        now: what is remembered.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "today.json"
        self.now = self._read()

    def keep(self, remembered: RememberedToday) -> None:
        """Remember something else; where the disk refuses, the next start begins with what was there."""
        if remembered == self.now:
            return
        from quizapp.ui.files import save_whole  # noqa: PLC0415 - nothing is remembered by a start

        self.now = remembered
        save_whole(self._path, json.dumps(_told(remembered), indent=1).encode(), private=True)

    def forget(self) -> None:
        """Remember nothing."""
        self.now = NOTHING
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _read(self) -> RememberedToday:
        with suppress(OSError, ValueError, KeyError, RecursionError):
            if self._path.is_file():  # a pipe would keep the program waiting
                with self._path.open(encoding="utf-8") as file:
                    return _remembered(json.loads(file.read(_MOST)))
        return NOTHING


def remembered_page(
    appearance: Appearance, remembered: RememberedToday, preferences: Preferences, today: Callable[[], QDate]
) -> TodayPage:
    """Today with what can be said before the answers are open.

    Args:
        appearance: the appearance in force.
        remembered: what was said last; that of another profile is left out.
        preferences: what is set now.
        today: tells this day.
    """
    said = remembered if remembered.profile == preferences.profile else NOTHING
    view = TodayView(
        exam=preferences.exam_date,
        guest=preferences.profile == Profile.GUEST,
        is_new=said.is_new,
        has_goal=bool(preferences.goal_kind),
    )
    return TodayPage(appearance, today=today, view=view, stopped=said.stopped, round_=said.round)


# -- the file ------------------------------------------------------------------------------------------


def _told(remembered: RememberedToday) -> dict[str, object]:
    return remembered._asdict() | {
        "version": _VERSION,
        "stopped": [
            view._asdict() | {"left": view.left.toString(Qt.DateFormat.ISODate)}
            for view in remembered.stopped
        ],
        "round": remembered.round._asdict() if remembered.round is not None else None,
    }


def _remembered(told: object) -> RememberedToday:
    """What a file says.

    Raises:
        ValueError, KeyError: when it is not as `_told` writes it.
    """
    values = _dict(told)
    if values["version"] != _VERSION:
        raise ValueError(values["version"])
    is_new, stopped, round_ = values["is_new"], values["stopped"], values["round"]
    if not isinstance(is_new, bool) or not isinstance(stopped, list):
        raise ValueError(told)  # noqa: TRY004 - as for all that makes no sense
    return RememberedToday(
        _text(values, "profile"),
        is_new,
        tuple(map(_stopped, stopped)),
        None if round_ is None else _round(round_),
    )


def _stopped(told: object) -> StoppedView:
    values = _dict(told)
    left = QDate.fromString(_text(values, "left"), Qt.DateFormat.ISODate)
    if not left.isValid():
        raise ValueError(told)
    return StoppedView(
        _text(values, "id"),
        _text(values, "name"),
        _text(values, "bank"),
        _count(values, "position"),
        _count(values, "total"),
        left,
    )


def _round(told: object) -> RoundView:
    values = _dict(told)
    return RoundView(
        _text(values, "id"),
        _text(values, "title"),
        _count(values, "position"),
        _count(values, "total"),
        _count(values, "others"),
    )


def _dict(told: object) -> dict[str, object]:
    if isinstance(told, dict):
        return told
    raise ValueError(told)


def _text(values: dict[str, object], name: str) -> str:
    value = values[name]
    if isinstance(value, str):
        return value
    raise ValueError(value)


def _count(values: dict[str, object], name: str) -> int:
    value = values[name]
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise ValueError(value)
