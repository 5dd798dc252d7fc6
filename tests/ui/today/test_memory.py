"""What Today remembers: it comes back as it was, and rubbish counts as nothing."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate

from quizapp.domain.cue_score import CueScore
from quizapp.domain.goal import DayState, Goal, GoalDay, GoalKind, GoalStatus
from quizapp.ui.preferences import Preferences
from quizapp.ui.running_paper import PaperView
from quizapp.ui.today.cards import RoundView
from quizapp.ui.today.memory import NOTHING, RememberedToday, TodayMemory, lasting, remembered_view
from quizapp.ui.today.stopped import StoppedView
from quizapp.ui.today.view import TodayView
from tests.ui.studies import DONE, NEW, STUDY

DAY = QDate(2026, 11, 22)
BUSY = RememberedToday(
    "own",
    False,
    (StoppedView("s1", "Cloud", "My “class”", 7, 20, DAY), StoppedView("s2", "مرحبا", "", 1, 1, DAY)),
    RoundView("r7", "Monday class", 4, 12, 2),
)
GOAL_DAY = GoalDay(date(2026, 11, 22), 4, DayState.OPEN)
GOAL = GoalStatus(
    Goal(GoalKind.QUESTIONS, 12, frozenset({5, 6})),
    GOAL_DAY,
    (GOAL_DAY, replace(GOAL_DAY, has_goal=False)),
    8,
    3,
    True,
)
VIEW = TodayView(
    "My “class”",
    96,
    61,
    2,
    (CueScore("runs", "Who runs it", 3, 9, 0.1, 0.6),),
    scenarios=False,
    study=STUDY,
    goal=GOAL,
)
WHOLE = BUSY._replace(day=DAY, view=VIEW, paper=PaperView("p1", "Forty", 3, 40, "13:00"), paper_ends=1.8e9)
RUBBISH = [
    b"",
    b"{",
    b"null",
    b"[]",
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"version": 1}',
    b'{"version": 2}',
]


@pytest.mark.parametrize(
    "remembered",
    [
        BUSY,
        BUSY._replace(stopped=(), round=None),
        NOTHING,
        WHOLE,
        WHOLE._replace(view=TodayView(study=NEW), paper=None, paper_ends=0.0),
    ],
)
def test_it_comes_back_as_it_was(tmp_path: Path, remembered: RememberedToday) -> None:
    TodayMemory(tmp_path).keep(remembered)
    assert TodayMemory(tmp_path).now == remembered


@pytest.mark.parametrize("content", RUBBISH)
def test_rubbish_is_nothing_and_is_replaced(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "today.json").write_bytes(content)
    memory = TodayMemory(tmp_path)
    assert memory.now == NOTHING
    memory.keep(BUSY)
    assert TodayMemory(tmp_path).now == BUSY


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("version", 99),
        ("profile", None),
        ("is_new", 1),
        ("stopped", {}),
        ("stopped", ["s1"]),
        (
            "stopped",
            [{"id": "s1", "name": "n", "bank": "", "position": True, "total": 2, "left": "2026-11-22"}],
        ),
        (
            "stopped",
            [{"id": "s1", "name": "n", "bank": "", "position": 1, "total": -2, "left": "2026-11-22"}],
        ),
        ("stopped", [{"id": "s1", "name": "n", "bank": "", "position": 1, "total": 2, "left": "2026-13-22"}]),
        ("round", {"id": "r7", "title": 3, "position": 1, "total": 2, "others": 0}),
        ("round", "r7"),
    ],
)
def test_one_wrong_value_is_as_good_as_none(tmp_path: Path, name: str, value: object) -> None:
    TodayMemory(tmp_path).keep(BUSY)
    file = tmp_path / "today.json"
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | {name: value}), "utf-8")
    assert TodayMemory(tmp_path).now == NOTHING


def spoil(values: dict[str, object], *path: str | int, value: object = None) -> dict[str, object]:
    """The same with another value at one place."""
    inner: object = values
    for name in path[:-1]:
        inner = inner[name]  # type: ignore[index]
    inner[path[-1]] = value  # type: ignore[index]
    return values


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("day",), "2026-13-22"),
        (("view",), []),
        (("view", "met"), -1),
        (("view", "scenarios"), 0),
        (("view", "weakest"), {}),
        (("view", "weakest", 0, "low"), "0.1"),
        (("view", "study", "days"), [1, 2]),
        (("view", "study", "due"), None),
        (("view", "study", "plan", "once_by"), "soon"),
        (("view", "goal", "days"), []),
        (("view", "goal", "days", 0, "state"), "great"),
        (("view", "goal", "goal", "kind"), "pages"),
        (("paper", "total"), 1.5),
        (("paper_ends",), float("nan")),
    ],
)
def test_one_wrong_value_of_what_there_is_to_do_is_as_good_as_none(
    tmp_path: Path, path: tuple[str | int, ...], value: object
) -> None:
    TodayMemory(tmp_path).keep(WHOLE)
    file = tmp_path / "today.json"
    file.write_text(json.dumps(spoil(json.loads(file.read_text("utf-8")), *path, value=value)), "utf-8")
    assert TodayMemory(tmp_path).now == NOTHING


def test_a_file_of_an_earlier_version_says_what_it_can(tmp_path: Path) -> None:
    TodayMemory(tmp_path).keep(BUSY)
    file = tmp_path / "today.json"
    values = json.loads(file.read_text("utf-8"))
    for name in ("day", "view", "paper", "paper_ends"):
        del values[name]
    file.write_text(json.dumps(values), "utf-8")
    assert TodayMemory(tmp_path).now == BUSY
    assert remembered_view(BUSY, Preferences(), DAY).is_looking


def test_what_holds_of_one_day_is_said_on_no_other() -> None:
    set_ = Preferences(goal_kind="questions")
    same, later = (remembered_view(WHOLE, set_, day) for day in (DAY, DAY.addDays(1)))
    assert (same.study, same.goal, same.is_looking) == (STUDY, GOAL, False)
    assert (later.study, later.goal, later.is_looking) == (None, None, True)
    assert later.weakest == VIEW.weakest
    assert later.met == VIEW.met


def test_a_goal_that_is_set_no_longer_is_not_shown() -> None:
    assert remembered_view(WHOLE, Preferences(), DAY).goal is None


def test_what_is_read_once_is_not_remembered() -> None:
    kept = lasting(replace(VIEW, study=DONE, notice="A bank has changed.", guest=True, exam=DAY))
    assert kept == replace(VIEW, study=replace(DONE, reset=0))


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    TodayMemory(tmp_path).keep(BUSY)
    assert (tmp_path / "today.json").stat().st_mode & 0o077 == 0


def test_what_is_forgotten_is_gone(tmp_path: Path) -> None:
    memory = TodayMemory(tmp_path)
    memory.keep(BUSY)
    memory.forget()
    memory.forget()  # there may be nothing any more
    assert memory.now == NOTHING
    assert list(tmp_path.iterdir()) == []


def test_a_folder_where_the_file_should_be_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "today.json").mkdir()
    memory = TodayMemory(tmp_path)
    memory.keep(BUSY)
    memory.forget()
    assert memory.now == NOTHING
