"""Making the file of answers, and bringing an older one up to date step by step."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from quizapp.storage.answers.database import APPLICATION_ID, Database
from quizapp.storage.answers.errors import (
    AlteredStoreError,
    DamagedStoreError,
    StoreError,
    UpdateError,
    in_plain_words,
)
from quizapp.storage.answers.whole_files import make_folder, make_private, put, sync_folder

MIGRATIONS = Path(__file__).with_name("migrations")

_TABLE = re.compile(r"^CREATE TABLE (\w+)", re.MULTILINE)
_SELECT_ADDED = """
    SELECT name, tbl_name, sql FROM sqlite_schema WHERE type IN ('trigger', 'index') AND sql IS NOT NULL"""


class Migration(NamedTuple):
    """One numbered step: the statements that lead to a version."""

    version: int
    sql: str


def read_migrations(folder: Path) -> tuple[Migration, ...]:
    """The steps of a folder, in order; its files are named `0001_what_for.sql` and so on.

    Raises:
        ValueError: when a number is missing or taken twice.
    """
    found = tuple(
        Migration(int(path.name.partition("_")[0]), path.read_text("utf-8"))
        for path in sorted(folder.glob("*.sql"))
    )
    if [step.version for step in found] != list(range(1, len(found) + 1)):
        raise ValueError(f"The migrations in {folder} are not numbered 1, 2, 3 and so on.")
    return found


def utc_now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


def open_up_to_date(
    path: Path, migrations: tuple[Migration, ...], now: Callable[[], datetime] = utc_now
) -> Database:
    """Open the file in its newest form: made when missing, backed up and migrated when older.

    Args:
        path: the file; its folder is made when missing.
        migrations: every step there is.
        now: the clock that dates a backup.

    Raises:
        StoreError: when it cannot be had; each step is then taken whole or not at all.
    """
    make_folder(path.parent)
    with in_plain_words(path):
        is_new = not path.exists()
    if is_new:
        _create(path, migrations)
    database = Database(path, len(migrations))
    make_private(path)
    try:
        _bring_up_to_date(database, migrations, now)
        _see_that_nothing_is_added(database, migrations)
    except BaseException:
        database.close()
        raise
    return database


def _see_that_nothing_is_added(database: Database, migrations: tuple[Migration, ...]) -> None:
    """See that no trigger or index of another program works on our tables; its own tables do no harm.

    Raises:
        AlteredStoreError: when one does.
        DamagedStoreError: when that cannot be read.
    """
    ours = {_as_kept(statement) for step in migrations for statement in _statements(step.sql)}
    tables = set(_TABLE.findall("\n".join(step.sql for step in migrations)))
    try:
        added = database.rows(_SELECT_ADDED)
    except sqlite3.OperationalError as error:  # a statement there is no text any more
        raise DamagedStoreError(database.path, str(error)) from error
    for name, table, sql in added:
        if table in tables and sql not in ours:
            raise AlteredStoreError(database.path, f"{name} was added")


def _as_kept(statement: str) -> str:
    """A statement as SQLite keeps it: without comments before it, and without its semicolon."""
    lines = statement.strip().splitlines()
    code = [line for line in lines if not line.startswith("--")]
    return "\n".join(code).strip().rstrip(";").rstrip()


def _bring_up_to_date(
    database: Database, migrations: tuple[Migration, ...], now: Callable[[], datetime]
) -> None:
    """Back up and migrate a file of an older version."""
    version = _version(database)
    if version == 0:  # we put files in their place whole, with their version
        raise AlteredStoreError(database.path, "version 0")
    if version == len(migrations):
        return
    from quizapp.storage.answers.backup import back_up  # noqa: PLC0415 - hardly any start needs it

    back_up(database, now())
    try:
        _migrate(database, migrations)
    except sqlite3.Error as error:
        raise UpdateError(database.path, str(error)) from error


def _create(path: Path, migrations: tuple[Migration, ...]) -> None:
    """Build the file aside and put it in place whole, so that a crash never leaves an empty one."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - slow, and only the first start needs it

    with in_plain_words(path):
        with TemporaryDirectory(dir=path.parent, prefix=".new-") as folder:
            draft = Path(folder) / path.name
            try:
                build(draft, migrations)
            except StoreError as error:
                raise type(error)(path, error.detail) from error
            with suppress(FileExistsError):  # another window of the program was faster
                put(draft, path)
        sync_folder(path.parent)


def build(draft: Path, migrations: tuple[Migration, ...]) -> None:
    """Make an empty file of answers in its newest form where nothing stands."""
    with in_plain_words(draft), closing(sqlite3.connect(draft)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    with closing(Database(draft, len(migrations))) as database:
        _migrate(database, migrations)


def _migrate(database: Database, migrations: tuple[Migration, ...]) -> None:
    """Take every step that is not taken yet, each whole or not at all."""
    # A step may rebuild a table others refer to; references are checked at its end instead.
    database.rows("PRAGMA foreign_keys = OFF")
    for step in migrations:
        with database.writing() as connection:
            if _version(database) >= step.version:
                continue
            for statement in _statements(step.sql):
                connection.execute(statement)
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                raise DamagedStoreError(database.path, "rows refer to missing ones")
            connection.execute(f"PRAGMA user_version = {step.version}")
    database.rows("PRAGMA foreign_keys = ON")


def _version(database: Database) -> int:
    ((version,),) = database.rows("PRAGMA user_version")
    return int(version)


def _statements(sql: str) -> Iterator[str]:
    """The statements of a script one by one: `executescript` would commit behind our back."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement
