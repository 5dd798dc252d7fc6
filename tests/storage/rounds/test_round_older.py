"""Files of answers from before there were rounds."""

from contextlib import closing
from pathlib import Path

import pytest

from quizapp.storage.answers.backup import newest_first, row_counts
from quizapp.storage.answers.migrate import MIGRATIONS, open_up_to_date, read_migrations
from quizapp.storage.answers.store import AttemptStore
from tests.storage.attempts import NOON
from tests.storage.rounds.round_script import BANK, PLAN, SCRIPT, after

VERSION_2 = """
INSERT INTO session VALUES (1, 's', 5, '{"length": 1}', '2026-11-20T18:00:00.000000+00:00');
INSERT INTO asked VALUES (1, 0, 'bank', 'q0', 'aaaaaaaaaaaa');
INSERT INTO attempt VALUES (1, 1, 0, 'answer', 'bank', 'q0', 'aaaaaaaaaaaa', '["product", "service"]',
    'product', 0.0, 3.5, '2026-11-20T18:00:09.000000+00:00', 0);
INSERT INTO retraction VALUES (1, 0, '2026-11-20T18:00:10.000000+00:00');
INSERT INTO attempt VALUES (2, 1, 0, 'answer', 'bank', 'q0', 'aaaaaaaaaaaa', '["product", "service"]',
    'service', 1.0, 4.5, '2026-11-20T18:00:12.000000+00:00', 0);
INSERT INTO explanation_read VALUES (1, 0, '2026-11-20T18:01:00.000000+00:00');
INSERT INTO ending VALUES (1, 'finished', '2026-11-20T18:01:00.000000+00:00');
INSERT INTO flag VALUES (1, 'bank', 'q0', 1, '2026-11-20T18:02:00.000000+00:00');
INSERT INTO note VALUES (1, 'bank', 'q0', 'aaaaaaaaaaaa', 'größer?', '2026-11-20T18:03:00.000000+00:00');
INSERT INTO fresh_start VALUES (1, 'other', 2, '2026-11-20T18:04:00.000000+00:00');
"""
ANSWERS = {"session": 1, "asked": 1, "attempt": 2, "retraction": 1, "explanation_read": 1, "ending": 1}
TABLES = ANSWERS | {"flag": 1, "note": 1, "fresh_start": 1}
ADDED = {"round": 0, "round_event": 0, "round_plan": 0, "discard": 0, "paper": 0, "paper_event": 0}
DERIVED = {"open_session": 0, "latest_answer": 1, "review_card": 0, "review_stale": 1, "review_reset": 0}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file as version 2 of it was, with a row in each table."""
    path = tmp_path / "answers.db"
    with closing(open_up_to_date(path, read_migrations(MIGRATIONS)[:2])) as database:
        for statement in VERSION_2.split(";\n"):
            database.rows(statement)
    return path


def test_a_file_of_version_2_is_copied_and_keeps_every_row(path: Path) -> None:
    old = read_migrations(MIGRATIONS)[:2]
    with closing(open_up_to_date(path, old)) as database:
        before = {name: database.rows(f"SELECT * FROM {name}") for name in TABLES}  # noqa: S608 - ours
    AttemptStore(path).close()
    (copy,) = newest_first(path)
    assert (copy.version, row_counts(copy.path, 2)) == (2, TABLES)
    assert row_counts(path, len(read_migrations(MIGRATIONS))) == TABLES | ADDED | DERIVED
    with closing(open_up_to_date(path, read_migrations(MIGRATIONS))) as database:
        told = {name: database.rows(f"SELECT * FROM {name}") for name in TABLES}  # noqa: S608 - ours
    before["note"] = [(*row, "fault") for row in before["note"]]
    assert told == before


def test_rounds_can_be_kept_in_it(path: Path) -> None:
    with closing(AttemptStore(path)) as store:
        assert store.rounds.unfinished() == ()
        store.rounds.begin("r", PLAN, BANK, NOON)
        store.rounds.append("r", 0, SCRIPT[:9], NOON)
        assert store.rounds.load("r").round == after(9)
        store.check()
        assert len(store.past("bank")) == 1


def test_a_copy_put_back_has_the_rounds(path: Path) -> None:
    with closing(AttemptStore(path)) as store:
        store.rounds.begin("r", PLAN, BANK, NOON)
        store.rounds.append("r", 0, SCRIPT[:9], NOON)
        copy = store.back_up_if_due(NOON)
    assert copy is not None
    with closing(AttemptStore(copy)) as other:
        (kept,) = other.rounds.unfinished()
    assert kept.round == after(9)
