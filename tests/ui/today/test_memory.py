"""What Today remembers: it comes back as it was, and rubbish counts as nothing."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QDate

from quizapp.ui.today.cards import RoundView
from quizapp.ui.today.memory import NOTHING, RememberedToday, TodayMemory
from quizapp.ui.today.stopped import StoppedView

DAY = QDate(2026, 11, 22)
BUSY = RememberedToday(
    "own",
    False,
    (StoppedView("s1", "Cloud", "My “class”", 7, 20, DAY), StoppedView("s2", "مرحبا", "", 1, 1, DAY)),
    RoundView("r7", "Monday class", 4, 12, 2),
)
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


@pytest.mark.parametrize("remembered", [BUSY, BUSY._replace(stopped=(), round=None), NOTHING])
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
