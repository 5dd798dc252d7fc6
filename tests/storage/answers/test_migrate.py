import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizapp.storage.answers import migrate
from quizapp.storage.answers.backup import _prove, back_up
from quizapp.storage.answers.database import APPLICATION_ID, Database, look_at
from quizapp.storage.answers.errors import (
    AlteredStoreError,
    BackupError,
    DamagedStoreError,
    NewerStoreError,
    StoreFullError,
    StoreUnreachableError,
    UpdateError,
)
from quizapp.storage.answers.migrate import MIGRATIONS, Migration, open_up_to_date, read_migrations

FIRST = Migration(
    1, "CREATE TABLE word (text TEXT PRIMARY KEY) STRICT; -- of old\nCREATE INDEX by_text ON word (text);"
)
SECOND = Migration(2, "ALTER TABLE word ADD COLUMN length INTEGER;\nUPDATE word SET length = length(text)")
STUMBLE = Migration(2, "DROP INDEX by_text;\nINSERT INTO nowhere VALUES (1);")
TWICE = Migration(2, "CREATE TABLE word (text TEXT) STRICT;")
ORPHAN = Migration(
    2, "CREATE TABLE leaf (word TEXT REFERENCES word (text)) STRICT;\nINSERT INTO leaf VALUES ('?');"
)


def evening() -> datetime:
    return datetime(2026, 11, 22, 20, 31, tzinfo=UTC)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file of version 1 that holds two words."""
    path = tmp_path / "answers.db"
    with closing(open_up_to_date(path, (FIRST,))) as database, database.writing() as connection:
        connection.executemany("INSERT INTO word VALUES (?)", [("product",), ("service",)])
    return path


@pytest.fixture
def migrated(old: Path) -> Iterator[Database]:
    with closing(open_up_to_date(old, (FIRST, SECOND), evening)) as database:
        yield database


def test_a_missing_file_is_made_whole_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "answers.db"
    open_up_to_date(path, (FIRST, SECOND)).close()
    assert look_at(path) == 2
    assert [entry.name for entry in path.parent.iterdir()] == ["answers.db"]
    assert path.parent.stat().st_mode & 0o077 == 0


def test_without_room_for_a_new_file_its_own_name_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    greedy = Migration(1, "PRAGMA max_page_count = 1;\nCREATE TABLE word (text TEXT) STRICT;")
    path = tmp_path / "answers.db"
    with pytest.raises(StoreFullError) as caught:
        open_up_to_date(path, (greedy,))
    assert caught.value.path == path
    assert list(tmp_path.iterdir()) == []


def test_a_file_another_window_made_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "answers.db"
    with closing(open_up_to_date(path, (FIRST,))) as other, other.writing() as connection:
        connection.execute("INSERT INTO word VALUES ('theirs')")
    migrate._create(path, (FIRST,))
    with closing(Database(path, 1)) as database:
        assert database.rows("SELECT * FROM word") == [("theirs",)]


def test_an_older_file_goes_through_the_missing_steps(migrated: Database) -> None:
    assert migrated.rows("SELECT * FROM word") == [("product", 7), ("service", 7)]
    assert migrated.rows("PRAGMA user_version") == [(2,)]
    assert migrated.rows("PRAGMA foreign_keys") == [(1,)]


def test_a_copy_in_the_old_form_is_kept_first(migrated: Database) -> None:
    (copy,) = (migrated.path.parent / "backups").iterdir()
    assert copy.name == "answers-0001-20261122T203100Z-v1.db"
    with closing(Database(copy, 1)) as database:
        assert database.rows("SELECT * FROM word") == [("product",), ("service",)]


def test_a_file_that_is_up_to_date_is_not_copied(old: Path) -> None:
    before = old.read_bytes()
    open_up_to_date(old, (FIRST,)).close()
    assert old.read_bytes() == before
    assert not (old.parent / "backups").exists()


@pytest.mark.parametrize(
    ("step", "error"), [(STUMBLE, UpdateError), (TWICE, UpdateError), (ORPHAN, DamagedStoreError)]
)
def test_a_step_that_fails_leaves_all_as_it_was(old: Path, step: Migration, error: type[Exception]) -> None:
    before = old.read_bytes()[100:]
    with pytest.raises(error, match=r"answers\.db .*[Pp]ut a copy"):
        open_up_to_date(old, (FIRST, step))
    with closing(Database(old, 1)) as database:
        assert database.rows("SELECT name FROM sqlite_schema WHERE sql NOTNULL") == [("word",), ("by_text",)]
        database.check()
    assert old.read_bytes()[100:] == before


def test_without_a_copy_nothing_is_migrated(old: Path) -> None:
    (old.parent / "backups").write_text("a file where the folder should be")
    with pytest.raises(StoreUnreachableError, match="backups"):
        open_up_to_date(old, (FIRST, SECOND))
    assert look_at(old) == 1


@pytest.mark.parametrize("page", [1, 2, 3])
def test_a_damaged_file_is_not_migrated(old: Path, page: int) -> None:
    with old.open("r+b") as file:
        file.seek(page * 4096)
        file.write(b"\x55" * 4096)
    with pytest.raises(DamagedStoreError) as caught:
        open_up_to_date(old, (FIRST, SECOND))
    assert caught.value.path == old
    assert look_at(old) == 1
    assert list((old.parent / "backups").iterdir()) == []


@pytest.mark.parametrize("statement", ["SELECT 1", "DROP TABLE word"])
def test_a_file_that_lost_its_version_is_left_alone(old: Path, statement: str) -> None:
    with closing(sqlite3.connect(old)) as other:
        other.execute("PRAGMA user_version = 0")
        other.execute(statement)
    before = old.read_bytes()
    with pytest.raises(AlteredStoreError, match="changed how it is built"):
        open_up_to_date(old, (FIRST, SECOND))
    assert old.read_bytes() == before
    assert not (old.parent / "backups").exists()


def test_a_newer_file_is_never_touched(migrated: Database) -> None:
    before = migrated.path.read_bytes()
    with pytest.raises(NewerStoreError):
        open_up_to_date(migrated.path, (FIRST,))
    assert migrated.path.read_bytes() == before


def test_a_backup_can_be_made_at_any_time_and_holds_all(old: Path) -> None:
    with closing(Database(old, 1)) as database:
        copies = [back_up(database, evening()) for _ in range(2)]
    assert [copy.name[:13] for copy in copies] == ["answers-0001-", "answers-0002-"]
    assert [look_at(copy) for copy in copies] == [1, 1]


def test_a_copy_that_holds_something_else_is_refused(old: Path) -> None:
    with pytest.raises(BackupError, match=r"does not hold the same\. Nothing was changed") as caught:
        _prove(old, 1, {"word": 3}, old)
    assert caught.value.detail == "{'word': 2} instead of {'word': 3} rows"


def test_steps_are_numbered_without_a_gap(tmp_path: Path) -> None:
    for name in ("0001_first.sql", "0003_third.sql"):
        (tmp_path / name).write_text("SELECT 1;")
    with pytest.raises(ValueError, match="not numbered 1, 2, 3"):
        read_migrations(tmp_path)


def test_our_own_steps_make_a_sound_file_of_strict_tables(tmp_path: Path) -> None:
    steps = read_migrations(MIGRATIONS)
    with closing(open_up_to_date(tmp_path / "answers.db", steps)) as database:
        database.check()
        loose = database.rows(
            "SELECT name FROM pragma_table_list"
            " WHERE type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'"
        )
        assert database.rows("PRAGMA application_id") == [(APPLICATION_ID,)]
    assert loose == []
