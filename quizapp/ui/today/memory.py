"""What Today said last, so that the next start can say it at once."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QDate, Qt

from quizapp.domain.profile import Profile
from quizapp.ui.preferences import Preferences
from quizapp.ui.running_paper import PaperView
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.today.cards import RoundView
from quizapp.ui.today.facts import count, dict_, list_, number, text, told, truth, view_told
from quizapp.ui.today.page import TodayPage
from quizapp.ui.today.stopped import StoppedView
from quizapp.ui.today.view import TodayView

_VERSION = 1
_MOST = 1_000_000
"""Characters read at most: a larger file is none of ours."""


class RememberedToday(NamedTuple):
    """What Today says before banks are read, as far as it is known.

    Attributes:
        profile: whose answers these are, see `Profile`; empty where nothing is remembered.
        is_new: whether nothing was ever answered.
        stopped: the sessions left in the middle, the newest first.
        round: the newest round left in the middle.
        day: the day all this was found out on; None where only the above is known.
        view: what there was to do on it; of what depends on the day nothing is said on another.
        paper: the paper whose time runs.
        paper_ends: when it hands itself in, in seconds since 1970.
    """

    profile: str = ""
    is_new: bool = True
    stopped: tuple[StoppedView, ...] = ()
    round: RoundView | None = None
    day: QDate | None = None
    view: TodayView | None = None
    paper: PaperView | None = None
    paper_ends: float = 0.0


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
    appearance: Appearance,
    remembered: RememberedToday,
    preferences: Preferences,
    today: Callable[[], QDate],
    now: float,
) -> TodayPage:
    """Today with what can be said before the answers are open.

    Args:
        appearance: the appearance in force.
        remembered: what was said last; that of another profile is left out.
        preferences: what is set now.
        today: tells this day.
        now: the time, in seconds since 1970: no paper runs longer than its own.
    """
    said = remembered if remembered.profile == preferences.profile else NOTHING
    view, paper = remembered_view(said, preferences, today()), said.paper if now < said.paper_ends else None
    return TodayPage(appearance, today=today, view=view, stopped=said.stopped, round_=said.round, paper=paper)


def remembered_view(said: RememberedToday, preferences: Preferences, today: QDate) -> TodayView:
    """What there is to do by what was said last, without what holds of another day than this."""
    view, is_of_today = said.view or TodayView(), said.day == today
    study, has_goal = view.study if is_of_today else None, bool(preferences.goal_kind)
    return replace(
        view,
        exam=preferences.exam_date,
        guest=preferences.profile == Profile.GUEST,
        is_new=said.is_new,
        study=study,
        is_looking=study is None and not said.is_new,
        has_goal=has_goal,
        goal=view.goal if is_of_today and has_goal else None,
    )


def lasting(view: TodayView) -> TodayView:
    """What is remembered of a view: neither what is set nor notices, which are read once."""
    study = replace(view.study, reset=0) if view.study is not None else None
    return TodayView(
        view.bank,
        view.questions,
        met=view.met,
        errors=view.errors,
        weakest=view.weakest,
        scenarios=view.scenarios,
        study=study,
        goal=view.goal,
        first=view.first,
    )


# -- the file ------------------------------------------------------------------------------------------


def _told(remembered: RememberedToday) -> dict[str, object]:
    return remembered._asdict() | {
        "version": _VERSION,
        "stopped": [
            view._asdict() | {"left": view.left.toString(Qt.DateFormat.ISODate)}
            for view in remembered.stopped
        ],
        "round": remembered.round._asdict() if remembered.round is not None else None,
        "day": remembered.day.toString(Qt.DateFormat.ISODate) if remembered.day is not None else None,
        "view": told(remembered.view) if remembered.view is not None else None,
        "paper": remembered.paper._asdict() if remembered.paper is not None else None,
    }


def _remembered(content: object) -> RememberedToday:
    """What a file says.

    Raises:
        ValueError, KeyError: when it is not as `_told` writes it.
    """
    values = dict_(content)
    if values["version"] != _VERSION:
        raise ValueError(values["version"])
    round_ = values["round"]
    day, view, paper = (values.get(name) for name in ("day", "view", "paper"))  # earlier versions lack them
    return RememberedToday(
        text(values, "profile"),
        truth(values, "is_new"),
        tuple(_read(StoppedView, each) for each in list_(values, "stopped")),
        None if round_ is None else _read(RoundView, round_),
        None if day is None else _day(values, "day"),
        None if view is None else view_told(dict_(view)),
        None if paper is None else _read(PaperView, paper),
        number(values, "paper_ends") if "paper_ends" in values else 0.0,
    )


def _day(values: dict[str, object], name: str) -> QDate:
    day = QDate.fromString(text(values, name), Qt.DateFormat.ISODate)
    if not day.isValid():
        raise ValueError(values[name])
    return day


_Read = TypeVar("_Read", StoppedView, PaperView, RoundView)
_READERS: dict[object, Callable[[dict[str, object], str], object]] = {str: text, int: count, QDate: _day}


def _read(view: type[_Read], content: object) -> _Read:
    """A view of texts, counts and days."""
    values = dict_(content)
    found = (_READERS[kind](values, name) for name, kind in view.__annotations__.items())
    return view(*found)  # type: ignore[arg-type] # each value is made by its reader
