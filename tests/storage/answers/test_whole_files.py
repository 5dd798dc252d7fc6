"""Files put in place whole and moved aside with all that belongs to them."""

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.storage.answers.store import AttemptStore
from quizapp.storage.answers.whole_files import COMPANIONS, beside, free_name, move, put
from tests.storage.attempts import answer, start


@pytest.fixture(params=["hard links", "none"])
def disk(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no hard links here")

    if request.param == "none":
        monkeypatch.setattr(os, "link", refuse)
    return tmp_path


def test_a_draft_goes_to_its_place(disk: Path) -> None:
    (disk / "draft").write_text("new")
    put(disk / "draft", disk / "a.db")
    assert {path.name: path.read_text() for path in disk.iterdir()} == {"a.db": "new"}


def test_what_has_the_place_keeps_it(disk: Path) -> None:
    (disk / "draft").write_text("new")
    (disk / "a.db").write_text("old")
    with pytest.raises(FileExistsError):
        put(disk / "draft", disk / "a.db")
    assert (disk / "a.db").read_text() == "old"


def test_a_file_is_moved_with_all_that_sqlite_left_beside_it(disk: Path) -> None:
    for ending in (*COMPANIONS, ""):
        beside(disk / "a.db", ending).write_text(ending)
    move(disk / "a.db", disk / "b.db")
    assert {path.name for path in disk.iterdir()} == {"b.db", "b.db-journal", "b.db-wal", "b.db-shm"}


@pytest.mark.parametrize("ending", ["", "-journal"])
def test_a_name_that_is_taken_is_passed_over(tmp_path: Path, ending: str) -> None:
    beside(tmp_path / "a-damaged.db", ending).touch()
    beside(tmp_path / "a-damaged-2.db", ending).symlink_to("nowhere")
    assert free_name(tmp_path / "a.db", "damaged") == tmp_path / "a-damaged-3.db"


@pytest.mark.parametrize("ending", COMPANIONS)
def test_what_a_deleted_file_left_behind_does_not_spoil_the_new_one(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "a.db"
    beside(path, ending).write_bytes(b"left over from a crash")
    with closing(AttemptStore(path)) as store:
        store.begin(start())
        store.append(answer())
        store.check()
    assert beside(tmp_path / "a-left-over.db", ending).read_bytes() == b"left over from a crash"


def test_the_journal_of_a_killed_program_is_not_played_into_a_new_file(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with closing(AttemptStore(path)) as store:
        store.begin(start())
    _leave_hot_journal(path)
    path.unlink()
    with closing(AttemptStore(path)) as store:
        assert store.unfinished() == ()
        store.check()


def _leave_hot_journal(path: Path) -> None:
    """What a kill in the middle of a commit leaves: the old pages, to be put back at the next opening."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript("PRAGMA cache_size = 1; BEGIN; UPDATE session SET seed = 0")
        connection.execute("CREATE TABLE more (text)")
        connection.executemany("INSERT INTO more VALUES (?)", [("x" * 3000,)] * 50)
        journal = beside(path, "-journal").read_bytes()
    beside(path, "-journal").write_bytes(journal)
    assert len(journal) > 512
