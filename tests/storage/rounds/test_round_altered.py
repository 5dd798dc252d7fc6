"""Rounds that something else has written into: sentences, never a traceback."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.storage.answers.errors import UnreadableStoreError
from quizapp.storage.answers.store import AttemptStore
from quizapp.storage.banks.bank_json import bank_to_json
from quizapp.storage.rounds.copies import newest_copy_with
from quizapp.storage.rounds.journal import Unreadable
from tests.storage.attempts import NOON
from tests.storage.rounds.round_script import BANK, PLAN, SCRIPT, after

TRIGGERS = ("round_only_ends", "round_event_is_next", "round_event_never_changes", "round_event_never_goes")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with two rounds in the middle and two plans, of each the newer to be spoilt."""
    path = tmp_path / "answers.db"
    with closing(AttemptStore(path)) as store:
        for name in ("old", "new"):
            store.rounds.begin(name, PLAN, BANK, NOON)
            store.rounds.append(name, 0, SCRIPT[:9], NOON)
    return path


def alter(path: Path, statement: str, *values: str) -> None:
    """Do what the triggers of the file would not let the program do."""
    with closing(sqlite3.connect(path)) as other, other:
        for trigger in TRIGGERS:
            other.execute(f"DROP TRIGGER {trigger}")
        other.execute(statement, values)


NOTHING_ASKED = '{"id": "p", "title": "t", "questions": []}'
CHANGES: list[tuple[str, ...]] = [
    *(("UPDATE round SET plan = ? WHERE id = 'new'", text) for text in ("", "[]", "{}", NOTHING_ASKED)),
    *(("UPDATE round SET bank = ? WHERE id = 'new'", text) for text in ("", "[]", "{}", "[" * 100_000)),
    ("UPDATE round SET bank = replace(bank, '\"v\"', '\"w\"') WHERE id = 'new'",),
    ("UPDATE round SET bank = ? WHERE id = 'new'", bank_to_json(BANK).replace('"Demo"', "7")),
    ("UPDATE round SET plan = CAST(x'7bff7d' AS TEXT) WHERE id = 'new'",),
    ("UPDATE round SET started_at = 'noon' WHERE id = 'new'",),
    *(("UPDATE round_event SET data = ? WHERE (round, seq) = (2, 4)", text) for text in ("", "{}", "[]")),
    ("UPDATE round_event SET data = ? WHERE (round, seq) = (2, 4)", '{"kind": "Reveal"}'),
    ("UPDATE round_event SET data = ? WHERE (round, seq) = (2, 0)", '{"kind": "Join", "voter": "Mary"}'),
    ("UPDATE round_event SET seq = 99 WHERE (round, seq) = (2, 8)",),
    ("DELETE FROM round_event WHERE (round, seq) = (2, 3)",),
]


@pytest.mark.parametrize("change", CHANGES, ids=range(len(CHANGES)))
def test_a_round_that_cannot_be_read_is_told_and_passed_over(path: Path, change: tuple[str, ...]) -> None:
    alter(path, *change)
    before = path.read_bytes()
    with closing(AttemptStore(path)) as store:
        with pytest.raises(UnreadableStoreError, match=r"cannot be read; .*install the newest"):
            store.rounds.load("new")
        (kept,) = store.rounds.unfinished()
        assert store.rounds.unreadable() == Unreadable(("new",))
    assert (kept.id, kept.round) == ("old", after(9))
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["../new", "", "new/../../x", "n" * 65])
def test_a_round_with_an_odd_id_leads_nowhere(path: Path, name: str) -> None:
    alter(path, "UPDATE round SET id = ? WHERE id = 'new'", name)
    with closing(AttemptStore(path)) as store:
        assert [head.id for head in store.rounds.heads()] == ["old"]
        with pytest.raises(UnreadableStoreError):
            store.rounds.load(name)


@pytest.mark.parametrize("change", CHANGES, ids=range(len(CHANGES)))
def test_statistics_go_on_without_a_round_that_cannot_be_read(path: Path, change: tuple[str, ...]) -> None:
    alter(path, *change)
    with closing(AttemptStore(path)) as store:
        store._access.database.rows("UPDATE round SET ended_at = ?", (NOON.isoformat(),))
        assert [kept.id for kept in store.rounds.ended("demo")] == ["old"]


@pytest.mark.parametrize("data", ["", "[]", '{"id": "b", "title": 7, "questions": []}'])
def test_a_plan_that_cannot_be_read_leaves_the_others(path: Path, data: str) -> None:
    with closing(AttemptStore(path)) as store:
        store.rounds.save_plan(PLAN, NOON)
        store._access.database.rows("INSERT INTO round_plan VALUES (NULL, 'b', ?, 'now')", (data,))
        assert store.rounds.plans() == (PLAN,)
        assert store.rounds.unreadable() == Unreadable((), ("b",))


def test_the_newest_copy_that_still_has_a_lost_round_is_named(path: Path) -> None:
    with closing(AttemptStore(path)) as store:
        store.back_up_if_due(NOON)
    alter(path, "UPDATE round SET plan = '[]' WHERE id = 'new'")
    with closing(AttemptStore(path)) as store:
        lost = store.rounds.unreadable()
        store.rounds.save_plan(PLAN, NOON)
        store.back_up_if_due(NOON + timedelta(days=1))
    first = NOON.replace(microsecond=0)  # as names of copies have it
    assert newest_copy_with(path, lost) == first
    assert newest_copy_with(path, Unreadable(("never",))) is None
    assert newest_copy_with(path, Unreadable(("old",))) == first + timedelta(days=1)
