import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.storage.answers import errors
from quizapp.storage.answers.database import APPLICATION_ID, Database, look_at
from quizapp.storage.answers.errors import StoreError, in_plain_words


def make(path: Path, application: int = APPLICATION_ID, version: int = 1, rows: int = 1) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {application}")
        connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("CREATE TABLE word (text TEXT UNIQUE) STRICT")
        connection.executemany("INSERT INTO word VALUES (?)", [(f"word {n:0100}",) for n in range(rows)])
        connection.commit()
    return path


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(Database(make(tmp_path / "a.db"), 1)) as opened:
        opened.rows("PRAGMA busy_timeout = 0")
        yield opened


def write(database: Database, text: str = "new", meanwhile: Callable[[], object] = int) -> None:
    with database.writing() as connection:
        connection.execute("INSERT INTO word VALUES (?)", (text,))
        meanwhile()


MAGIC = b"SQLite format 3\0"


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", errors.EmptyStoreError),
        (b"\0" * 4096, errors.NotADatabaseError),
        (b"bank:\n  id: mine\n", errors.NotADatabaseError),
        (MAGIC, errors.DamagedStoreError),
        (MAGIC + b"\0" * 84, errors.ForeignStoreError),
        (
            MAGIC + b"\x01" * 52 + APPLICATION_ID.to_bytes(4, "big") + b"\x01" * 3000,
            errors.DamagedStoreError,
        ),
    ],
)
def test_a_strange_file_is_named_for_what_it_is_and_left_alone(
    tmp_path: Path, content: bytes, error: type[StoreError]
) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(content)
    with pytest.raises(error, match=r"a\.db"):
        Database(path, newest=2**31)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db", application=0)
    with pytest.raises(errors.ForeignStoreError, match="another program"):
        look_at(path)


def test_a_newer_version_is_never_opened(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db", version=3)
    before = path.read_bytes()
    with pytest.raises(errors.NewerStoreError, match="version 3, known here up to 2"):
        Database(path, newest=2)
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["folder", "pipe"])
def test_what_is_no_file_is_not_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
    with pytest.raises(errors.StoreError, match=name):
        look_at(tmp_path / name)


@pytest.mark.parametrize("name", ["50% off?.db", "a#b c.db", "größer.db"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    with closing(Database(make(tmp_path / name), 1)) as database:
        write(database)
        assert len(database.rows("SELECT * FROM word")) == 2


def test_the_connection_is_set_up_to_outlast_a_power_cut(database: Database) -> None:
    pragmas = ("journal_mode", "synchronous", "foreign_keys")
    assert [database.rows(f"PRAGMA {name}")[0][0] for name in pragmas] == ["truncate", 3, 1]


def test_a_file_that_another_tool_set_to_write_ahead_is_set_back(tmp_path: Path) -> None:
    with closing(sqlite3.connect(make(tmp_path / "a.db"))) as tool:
        tool.execute("PRAGMA journal_mode = WAL")
    with closing(Database(tmp_path / "a.db", 1)) as database:
        assert database.rows("PRAGMA journal_mode") == [("truncate",)]


def test_an_sqlite_that_is_too_old_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    with pytest.raises(errors.OldSqliteError, match=r"3\.37 or newer"):
        Database(make(tmp_path / "a.db"), 1)


def test_a_block_that_fails_keeps_nothing(database: Database) -> None:
    twice = [("half",), ("half",)]
    with pytest.raises(sqlite3.IntegrityError), database.writing() as connection:
        connection.executemany("INSERT INTO word VALUES (?)", twice)
    write(database, "whole")
    assert ("half",) not in database.rows("SELECT * FROM word")


def test_a_file_in_use_is_left_after_a_while(database: Database) -> None:
    with closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(errors.StoreLockedError, match="Another program is using"):
            write(database)
    write(database)


def test_a_full_disk_loses_only_the_answer_it_has_no_room_for(database: Database) -> None:
    (pages,) = database.rows("PRAGMA page_count")[0]
    database.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(errors.StoreFullError, match="disk is full"):
        write(database, "long" * 5000)
    database.rows("PRAGMA max_page_count = 1000")
    write(database, "long" * 5000)


def test_a_protected_file_says_so(database: Database) -> None:
    database.rows("PRAGMA query_only = ON")
    with pytest.raises(errors.StoreReadOnlyError, match="cannot be written to"):
        write(database)


def delete(path: Path) -> None:
    path.unlink()


def replace_file(path: Path) -> None:
    path.unlink()
    make(path)


def take_folder_away(path: Path) -> None:
    path.parent.rename(path.parent.with_name(f"{path.parent.name}-elsewhere"))


@pytest.mark.skipif(os.name != "posix", reason="elsewhere an open file cannot be deleted")
@pytest.mark.parametrize("early", [False, True])
@pytest.mark.parametrize(
    ("lose", "error", "words"),
    [
        (delete, errors.StoreGoneError, r"a\.db was deleted or moved while"),
        (replace_file, errors.StoreReplacedError, r"a\.db was replaced by another file"),
        (take_folder_away, errors.FolderGoneError, r"was deleted or moved, or its disk was taken away"),
    ],
)
def test_nothing_is_acknowledged_into_a_file_that_is_gone(
    database: Database, *, lose: Callable[[Path], None], error: type[StoreError], words: str, early: bool
) -> None:
    if early:
        lose(database.path)
    with pytest.raises(errors.StoreGoneError, match=words) as caught:
        write(database, meanwhile=int if early else lambda: lose(database.path))
    assert type(caught.value) is error


def test_damage_inside_is_found_by_the_check(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db", rows=500)
    with path.open("r+b") as file:
        file.seek(5 * 4096)
        file.write(b"\x55" * 4096)
    told = pytest.raises(errors.DamagedStoreError, match=r"db are damaged, so nothing more")
    with closing(Database(path, 1)) as database, told as caught:
        database.check()
    assert "btree" in caught.value.detail


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, errors.StoreFullError),
        (errno.EDQUOT, errors.StoreFullError),
        (errno.EACCES, errors.StoreReadOnlyError),
        (errno.EROFS, errors.StoreReadOnlyError),
        (errno.EIO, errors.StoreUnreachableError),
    ],
)
def test_what_the_system_says_is_put_in_plain_words(number: int, error: type[StoreError]) -> None:
    with pytest.raises(error, match=r"/data/a\.db\b.* .*\.$"), in_plain_words(Path("/data/a.db")):
        raise OSError(number, os.strerror(number))


SHRINK: list[tuple[int, type[StoreError]]] = [
    (0, errors.StoreOverwrittenError),
    (60, errors.DamagedStoreError),
    (4096, errors.DamagedStoreError),
    (5000, errors.DamagedStoreError),
]


@pytest.mark.parametrize(("size", "error"), SHRINK)
@pytest.mark.parametrize("use", [write, lambda database: database.rows("SELECT * FROM word"), Database.check])
def test_a_file_cut_off_while_open_is_never_written_to(
    database: Database, size: int, error: type[StoreError], use: Callable[[Database], object]
) -> None:
    write(database, "long" * 5000)
    os.truncate(database.path, size)
    before = database.path.read_bytes()
    with pytest.raises(error, match=r"a\.db .*[Pp]ut a copy"):
        use(database)
    assert database.path.read_bytes() == before


def another_database(folder: Path) -> bytes:
    with closing(sqlite3.connect(folder / "b.db")) as other:
        for number in range(9):
            other.execute(f"CREATE TABLE theirs_{number} (x)")
    return (folder / "b.db").read_bytes()


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (lambda _: b"bank:\n  id: mine\n" * 600, errors.DamagedStoreError),
        (another_database, errors.StoreOverwrittenError),
    ],
)
def test_a_file_overwritten_while_open_is_never_written_to(
    database: Database, tmp_path: Path, content: Callable[[Path], bytes], error: type[StoreError]
) -> None:
    database.path.write_bytes(content(tmp_path))
    before = database.path.read_bytes()
    with pytest.raises(error, match=r"a\.db"):
        write(database)
    assert database.path.read_bytes() == before


def test_statements_can_be_tried_out_without_running_them(database: Database) -> None:
    database.try_out(["DELETE FROM word WHERE text = ?", "INSERT INTO word VALUES (?)"])
    assert len(database.rows("SELECT * FROM word")) == 1
    for sql in ("SELECT * FROM missing", "INSERT INTO word VALUES (?, ?)", "SELECT missing FROM word"):
        with pytest.raises(errors.AlteredStoreError, match="has changed how it is built"):
            database.try_out([sql])


def test_a_bug_stays_a_bug(database: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        database.rows("SELECT * FROM missing")


@pytest.mark.parametrize(
    ("folder_mode", "file_mode", "error", "words"),
    [
        (0o500, 0o600, errors.FolderReadOnlyError, "because its folder .* cannot be written to"),
        (0o700, 0o400, errors.StoreReadOnlyError, r"a\.db cannot be written to"),
    ],
)
def test_what_the_system_protects_is_said(
    folder_of_nobody: Path, folder_mode: int, file_mode: int, error: type[StoreError], words: str
) -> None:
    path = make(folder_of_nobody / "a.db")
    path.chmod(file_mode)
    folder_of_nobody.chmod(folder_mode)
    with closing(Database(path, 1)) as database:
        assert database.rows("SELECT count(*) FROM word") == [(1,)]
        with pytest.raises(error, match=words) as caught:
            write(database)
    assert type(caught.value) is error
    folder_of_nobody.chmod(0o700)


def test_what_can_be_put_off_waits_shortly_and_all_else_for_long(database: Database) -> None:
    def wait() -> int:
        return int(database.rows("PRAGMA busy_timeout")[0][0])

    with closing(sqlite3.connect(database.path, isolation_level=None)) as other, database.impatient():
        assert 0 < wait() <= 100
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(errors.StoreLockedError):
            write(database)
    assert wait() == 3000


def test_of_a_file_that_is_closed_only_what_uses_it_tells(tmp_path: Path) -> None:
    database = Database(make(tmp_path / "b.db"), 1)
    database.close()
    with database.impatient(), pytest.raises(sqlite3.ProgrammingError):
        database.rows("PRAGMA user_version")
