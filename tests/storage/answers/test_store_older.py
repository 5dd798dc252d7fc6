"""Files that earlier versions of the program kept."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizapp.domain.attempt import Attempt, KeptSession, QuestionRef, SessionRules, SessionStart, Step
from quizapp.domain.history import Past
from quizapp.storage.answers.backup import newest_first, row_counts
from quizapp.storage.answers.migrate import MIGRATIONS, open_up_to_date, read_migrations
from quizapp.storage.answers.store import AttemptStore
from tests.storage.attempts import answer

VERSION_1 = """
INSERT INTO session VALUES (1, 'old', 5, '{"length": 1, "reason_step": true}',
    '2026-11-20T18:00:00.000000+00:00');
INSERT INTO session VALUES (2, 'new', -7, '{"length": 2, "reason_step": true}',
    '2026-11-21T18:00:00.000000+00:00');
INSERT INTO asked VALUES (1, 0, 'bank', 'q0', 'aaaaaaaaaaaa'), (2, 0, 'bank', 'q0', 'aaaaaaaaaaaa');
INSERT INTO asked VALUES (2, 1, 'bank', 'q1', 'bbbbbbbbbbbb');
INSERT INTO attempt VALUES (1, 1, 0, 'answer', 'bank', 'q0', 'aaaaaaaaaaaa', '["product", "service"]',
    'product', 0.0, 3.5, '2026-11-20T18:00:09.000000+00:00');
INSERT INTO attempt VALUES (2, 2, 0, 'answer', 'bank', 'q0', 'aaaaaaaaaaaa', '["service", "product"]',
    'service', 1.0, 4.25, '2026-11-21T18:00:09.000000+00:00');
INSERT INTO attempt VALUES (3, 2, 0, 'reason', 'bank', 'q0', 'aaaaaaaaaaaa', '["cue:owns", "idea:größe"]',
    '', NULL, 1.0, '2026-11-21T18:00:10.000000+00:00');
INSERT INTO explanation_read VALUES (1, 0, '2026-11-20T18:01:00.000000+00:00');
INSERT INTO ending VALUES (1, 'finished', '2026-11-20T18:01:00.000000+00:00');
"""
TABLES = {"session": 2, "asked": 3, "attempt": 3, "explanation_read": 1, "ending": 1}
Q0, Q1 = QuestionRef("bank", "q0", "a" * 12), QuestionRef("bank", "q1", "b" * 12)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file as version 1 of it was, with one session finished and one in the middle."""
    path = tmp_path / "answers.db"
    with closing(open_up_to_date(path, read_migrations(MIGRATIONS)[:1])) as database:
        for statement in VERSION_1.split(";\n"):
            database.rows(statement)
    return path


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(open_up_to_date(path, read_migrations(MIGRATIONS))) as database:
        return {name: database.rows(f"SELECT * FROM {name}") for name in TABLES}  # noqa: S608 - ours


def evening(hour: int, minute: int, second: int) -> datetime:
    return datetime(2026, 11, 21, hour, minute, second, tzinfo=UTC)


def test_a_session_left_in_version_1_is_resumed_where_it_was(path: Path) -> None:
    begun = SessionStart("new", -7, SessionRules(2), (Q0, Q1), evening(18, 0, 0))
    attempts = (
        Attempt("new", 0, Step.ANSWER, Q0, ("service", "product"), "service", 1.0, 4.25, evening(18, 0, 9)),
        Attempt("new", 0, Step.REASON, Q0, ("cue:owns", "idea:größe"), "", None, 1.0, evening(18, 0, 10)),
    )
    with closing(AttemptStore(path)) as store:
        assert store.unfinished() == (KeptSession(begun, attempts, frozenset()),)
        assert store.past("bank") == (Past(Q0, 2, evening(18, 0, 9), 1.0, None, "service", ""),)
        assert len(list(store.attempts())) == 3


def test_every_row_of_version_1_stays_as_it_was(path: Path) -> None:
    AttemptStore(path).close()
    (copy,) = newest_first(path)
    assert copy.version == 1
    assert row_counts(copy.path, 1) == TABLES
    with closing(open_up_to_date(copy.path, read_migrations(MIGRATIONS)[:1])) as database:
        for name, told in rows(path).items():
            before = database.rows(f"SELECT * FROM {name}")  # noqa: S608 - ours
            added = (0,) if name == "attempt" else ()
            assert told == [(*row, *added) for row in before]


def test_the_session_of_version_1_can_be_gone_on_with(path: Path) -> None:
    with closing(AttemptStore(path)) as store:
        kept = store.unfinished()[0]
        given = answer(1, kept.start)
        store.append(given)
        store.retract("new", 1, Step.ANSWER, evening(19, 0, 0), after_explanation=False)
        store.append(given)
        store.check()
        assert list(store.attempts())[-2:] == [given, given]
