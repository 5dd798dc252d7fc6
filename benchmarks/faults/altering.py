"""Alters a file of answers as a bad disk or another program does: it tells and keeps all, or says so.

Each byte of its header may have any value, tables and triggers of others may lie in it, and single
values may be such as this program never writes.
"""

import random
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

from benchmarks.faults import deeds
from benchmarks.faults.corrupting import sound_file, told
from benchmarks.table import Line
from quizapp.storage.answers.backup import newest_first
from quizapp.storage.answers.errors import StoreError
from quizapp.storage.answers.store import AttemptStore

_HEADER = 100
_MORE = "more"  # the session that is kept in an altered file
_Alter = Callable[[Path, random.Random], None]


def measure(folder: Path, count: int) -> Iterator[tuple[str, list[Line]]]:
    """Alter so many copies of a file in each of the three ways."""
    path = sound_file(folder)
    sound = told(path)
    for title, alter, may_differ in (
        ("A byte of the header changed", _change_header, False),
        ("Tables, triggers and indexes of others", _add_objects, False),
        ("A value that nobody writes", _change_value, True),
    ):
        chance, outcomes = random.Random(20261128), Counter[str]()
        for _ in range(count):
            altered = _copy(path, folder / "altered")
            alter(altered, chance)
            outcomes[_outcome(altered, sound)] += 1
        yield title, _lines(outcomes, may_differ=may_differ)


def _lines(outcomes: Counter[str], *, may_differ: bool) -> list[Line]:
    detail = ", ".join(f"{number} {name}" for name, number in outcomes.most_common())
    lost = outcomes["not kept"] + (0 if may_differ else outcomes["other rows"])
    return [
        Line("errors without a sentence", 0, outcomes["another error"], "", detail),
        Line("files that tell less, or keep nothing, without a word", 0, lost, ""),
    ]


def _copy(path: Path, folder: Path) -> Path:
    """A copy in a folder of its own, without what an earlier one has left there."""
    folder.mkdir(exist_ok=True)
    for left in (*folder.glob("*.sqlite*"), *folder.glob("backups/*.sqlite")):
        left.unlink()
    copy = folder / path.name
    copy.write_bytes(path.read_bytes())
    return copy


def _outcome(path: Path, sound: object) -> str:
    try:
        same = told(path) == sound
        with closing(AttemptStore(path)) as store:
            for deed in deeds.session(_MORE, 1):
                deed.keep(store)
            store.back_up_if_due(deeds.AT)
        (copy,) = newest_first(path)
        kept = [
            deeds.found(each, _MORE) == deeds.expected(deeds.session(_MORE, 1)) for each in (path, copy.path)
        ]
    except StoreError:
        return "said"
    except Exception as error:  # noqa: BLE001 - that is what is counted
        print(f"{type(error).__name__}: {error}")
        return "another error"
    if not all(kept):
        return "not kept"
    return "whole" if same else "other rows"


def _change_header(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    at = chance.randrange(_HEADER)
    content[at] = chance.choice([value for value in range(256) if value != content[at]])
    path.write_bytes(content)


# -- what other programs leave in the schema -------------------------------------------------------

_NAMES = (
    "plain",
    'a"b',
    "it's",
    "[x]",
    "sélect",
    "sqlite",
    "attempt2",
    "a;b",
    "--",
    "",
    " ",
    "名",
    "x" * 300,
)
_OURS = ("session", "asked", "attempt", "retraction", "ending", "flag", "note", "round", "discard")
_OBJECTS = (
    "CREATE TABLE {name} (a, b)",
    "CREATE TABLE {name} (a REFERENCES {table} (number), b)",
    "CREATE TABLE {name} (a INTEGER PRIMARY KEY, b) WITHOUT ROWID",
    "CREATE VIEW {name} AS SELECT * FROM nowhere",
    "CREATE VIEW {name} AS SELECT * FROM {table}",
    "CREATE TRIGGER {name} BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'no'); END",
    "CREATE TRIGGER {name} BEFORE INSERT ON {table} BEGIN SELECT RAISE(IGNORE); END",
    "CREATE TRIGGER {name} AFTER INSERT ON {table} BEGIN DELETE FROM {table}; END",
    "CREATE TRIGGER {name} AFTER INSERT ON {table} BEGIN INSERT INTO nowhere VALUES (1); END",
    "CREATE UNIQUE INDEX {name} ON {table} (1)",
    "CREATE INDEX {name} ON {table} (rowid + 1)",
    "CREATE INDEX {name} ON {table} (number) WHERE number > 3",
    "ALTER TABLE {table} ADD COLUMN {name}",
    "ALTER TABLE {table} ADD COLUMN {name} TEXT NOT NULL DEFAULT 'x'",
    "ALTER TABLE {table} RENAME TO {name}",
    "DROP TABLE {table}",
    "CREATE VIRTUAL TABLE {name} USING fts5(a)",
    "INSERT INTO sqlite_schema VALUES ('table', {text}, {text}, 0, 'CREATE VIRTUAL TABLE x USING nobody(a)')",
    "INSERT INTO sqlite_schema VALUES ('table', {text}, {text}, 0, 'CREATE TABLE ')",
    "INSERT INTO sqlite_schema VALUES ('trigger', {text}, '{table}', 0, NULL)",
    "ANALYZE",
    "PRAGMA user_version = 99",
    "PRAGMA user_version = 1",
    "PRAGMA application_id = 7",
)


def _add_objects(path: Path, chance: random.Random) -> None:
    """Add one to three; those that SQLite itself refuses are left out."""
    for template in chance.choices(_OBJECTS, k=chance.randint(1, 3)):
        name = chance.choice(_NAMES)
        words = {
            "name": '"' + name.replace('"', '""') + '"',
            "text": "'" + name.replace("'", "''") + "'",
            "table": chance.choice(_OURS),
        }
        with closing(sqlite3.connect(path)) as other, suppress(sqlite3.Error), other:
            other.execute("PRAGMA writable_schema = ON")
            other.execute(template.format_map(words))


# -- values in rows --------------------------------------------------------------------------------

_TEXTS = ("", "maybe", "0", "-1", "9" * 400, "\x00", "\ud800", "2026-13-45T99:99:99Z", "[]", "{", "😀")
_FIGURES = (0, -1, 2, 7, 10**6, 2**63 - 1, -(2**63), 1e308, -0.5)


def _change_value(path: Path, chance: random.Random) -> None:
    """Change one value of one row, past the triggers and checks of its table, which are put back."""
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("PRAGMA ignore_check_constraints = ON")
        triggers = other.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            other.execute(f"DROP TRIGGER {name}")
        counts = {name: _count(other, name) for name in _OURS}
        table = chance.choice([name for name, count in counts.items() if count])
        columns = other.execute(f"PRAGMA table_info({table})").fetchall()
        key = ", ".join(name for _, name, _, _, _, is_key in columns if is_key)
        row = f"SELECT {key} FROM {table} LIMIT 1 OFFSET {chance.randrange(counts[table])}"  # noqa: S608 - our names
        value = chance.choice(_FIGURES if chance.random() < 0.5 else _TEXTS)
        with suppress(sqlite3.Error, UnicodeError):  # of another kind than the column, or taken
            change = f"UPDATE {table} SET {chance.choice(columns)[1]} = ? WHERE ({key}) = ({row})"  # noqa: S608
            other.execute(change, [value])
        for _, sql in triggers:
            other.execute(sql)


def _count(other: sqlite3.Connection, table: str) -> int:
    return int(other.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - a name of ours
