"""Files of answers that something else has written into: sentences, never a traceback."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from quizapp.domain.attempt import SessionRules, Step
from quizapp.domain.errors import QuizError
from quizapp.storage.answers import errors
from quizapp.storage.answers.store import AttemptStore
from tests.storage.attempts import NOON, REFS, answer, start


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with one answer in each of two sessions, neither of them finished."""
    path = tmp_path / "answers.db"
    with closing(AttemptStore(path)) as store:
        for name, question in (("old", 0), ("new", 1)):
            store.begin(start(name, (REFS[question],)))
            store.append(answer(0, start(name, (REFS[question],))))
    return path


def alter(path: Path, statement: str, *values: str) -> None:
    """Do what the triggers and constraints of the file would not let the program do."""
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("DROP TRIGGER attempt_never_changes")
        other.execute(statement, values)


USES: list[Callable[[AttemptStore], object]] = [
    lambda store: store.append(answer(0, start("old"))),
    lambda store: store.begin(start("third")),
    lambda store: store.finish("new", NOON),
    lambda store: store.note_read("new", 0, NOON),
    lambda store: store.past("bank"),
    lambda store: store.flags("bank"),
    AttemptStore.notes,
    AttemptStore.last_at,
    lambda store: store.set_flag("bank", "q0", NOON, flagged=True),
    lambda store: store.add_note(REFS[0], "odd", NOON),
    lambda store: store.start_afresh("bank", NOON),
    lambda store: store.back_up_if_due(NOON),
    lambda store: store.retract("old", 0, Step.ANSWER, NOON, after_explanation=False),
    lambda store: list(store.attempts()),
    AttemptStore.unfinished,
    AttemptStore.check,
]


@pytest.mark.parametrize("use", USES)
def test_a_file_emptied_while_open_is_told_and_acknowledges_nothing(
    path: Path, use: Callable[[AttemptStore], object]
) -> None:
    with closing(AttemptStore(path)) as store:
        os.truncate(path, 0)
        with pytest.raises(errors.StoreOverwrittenError, match="was emptied or overwritten"):
            use(store)
    assert path.read_bytes() == b""


def test_a_file_emptied_after_it_was_checked_is_told_too(path: Path) -> None:
    with closing(AttemptStore(path)) as store:
        store.check()
        os.truncate(path, 0)
        for _ in range(2):
            with pytest.raises(errors.StoreOverwrittenError, match="last answer was not kept"):
                store.finish("new", NOON)
    assert path.read_bytes() == b""


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE ending",
        "ALTER TABLE session RENAME TO sessions",
        "ALTER TABLE attempt RENAME COLUMN marks TO points",
        "ALTER TABLE asked ADD COLUMN more TEXT",
    ],
)
def test_other_tables_under_our_mark_are_told_at_the_start(path: Path, statement: str) -> None:
    alter(path, statement)
    before = path.read_bytes()
    with pytest.raises(errors.AlteredStoreError, match=r"answers\.db is marked .*move the file away"):
        AttemptStore(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ('{"length": 3, "reason_step": false, "mode": "sprint"}', SessionRules(3, reason_step=False)),
        ('{"length": 3}', SessionRules(3)),
        ('{"length": 3, "certainty": true}', SessionRules(3, certainty=True)),
        ("{}", SessionRules()),
    ],
)
def test_rules_of_another_version_are_read_as_far_as_they_are_known(
    path: Path, rules: str, told: SessionRules
) -> None:
    alter(path, "UPDATE session SET rules = ?", rules)
    with closing(AttemptStore(path)) as store:
        kept = store.unfinished()[0]
    assert kept.start.rules == told


RULES = (
    "no JSON",
    "",
    "[]",
    "null",
    '{"length": "ten"}',
    '{"reason_step": 1}',
    '{"certainty": "2"}',
    "[" * 100_000,
)
SESSION: list[tuple[str, ...]] = [
    *(("UPDATE session SET rules = ? WHERE id = 'new'", rules) for rules in RULES),
    ("UPDATE session SET rules = CAST(x'7bff7d' AS TEXT) WHERE id = 'new'",),
    ("UPDATE session SET started_at = ? WHERE id = 'new'", "yesterday"),
    ("UPDATE session SET started_at = ? WHERE id = 'new'", "2026-11-22"),
    ("INSERT INTO asked VALUES (2, 2, 'bank', 'q2', '')",),
]
ATTEMPT: list[tuple[str, ...]] = [
    ("UPDATE attempt SET step = ? WHERE session = 2", "hint"),
    *(("UPDATE attempt SET offered = ? WHERE session = 2", text) for text in ("product", "{}", "[1]")),
    ("UPDATE attempt SET at = ? WHERE session = 2", "noon"),
]


@pytest.mark.parametrize("change", SESSION + ATTEMPT, ids=range(len(SESSION + ATTEMPT)))
def test_a_session_that_cannot_be_read_is_kept_and_passed_over(path: Path, change: tuple[str, ...]) -> None:
    alter(path, *change)
    before = path.read_bytes()
    with closing(AttemptStore(path)) as store:
        kept = store.unfinished()[0]
        assert path.read_bytes() == before
        store.finish("new", NOON)
    assert kept is not None
    assert kept.start.id == "old"


def test_a_name_of_a_table_that_is_no_text_any_more_is_damage(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"SELECT * FROM attempt", b"SELECT * FROM \xa0ttempt"))
    with pytest.raises(errors.DamagedStoreError, match="are damaged"):
        AttemptStore(path)


def test_a_trigger_that_is_no_text_any_more_is_damage(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"'retractions are only", b"'retr\xa0ctions are only"))
    with pytest.raises(errors.DamagedStoreError, match="are damaged"):
        AttemptStore(path)


def test_answers_to_questions_that_were_never_asked_are_damage(path: Path) -> None:
    alter(path, "UPDATE asked SET position = 1 WHERE session = 2")
    with closing(AttemptStore(path)) as store, pytest.raises(errors.DamagedStoreError) as caught:
        store.check()
    assert caught.value.detail == "1 rows refer to missing ones"


@pytest.mark.parametrize("change", [*ATTEMPT, ("UPDATE attempt SET response = CAST(x'ff' AS TEXT)",)])
def test_an_attempt_that_cannot_be_read_is_told_to_who_wants_all(path: Path, change: tuple[str, ...]) -> None:
    alter(path, *change)
    told = pytest.raises(errors.UnreadableStoreError, match=r"cannot be read; .*install the newest")
    with closing(AttemptStore(path)) as store, told:
        list(store.attempts())


@pytest.mark.parametrize("change", ["at = 'noon'", "question_id = CAST(x'71ff' AS TEXT)"])
def test_an_answer_that_cannot_be_read_leaves_the_others_known(path: Path, change: str) -> None:
    alter(path, f"UPDATE attempt SET {change} WHERE session = 2")  # noqa: S608 - from the table above
    with closing(AttemptStore(path)) as store:
        known = {past.question for past in store.past("bank")}
    assert known & set(REFS) == {REFS[0]}


@pytest.mark.parametrize("value", [0, 5, 9, 127, 255])
@pytest.mark.parametrize("place", range(16, 100))
def test_no_byte_of_the_header_gets_past_the_sentences(path: Path, place: int, value: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] = value
    path.write_bytes(content)
    with suppress(errors.StoreError), closing(AttemptStore(path)) as store:
        for use in USES:
            with suppress(QuizError):
                use(store)


ADDED = {
    "a table with an odd name": 'CREATE TABLE "a""b" (x)',
    "a full-text table": "CREATE VIRTUAL TABLE words USING fts5(x)",
    "a view": "CREATE VIEW everything AS SELECT * FROM nowhere",
    "a table of a module that is not here": """
        INSERT INTO sqlite_schema VALUES ('table', 'v', 'v', 0, 'CREATE VIRTUAL TABLE v USING none(x)')""",
}


@pytest.mark.parametrize("statement", ADDED.values(), ids=ADDED.keys())
def test_what_another_program_lays_beside_our_tables_does_no_harm(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("PRAGMA writable_schema = ON")
        other.execute(statement)
    with closing(AttemptStore(path)) as store:
        store.begin(start("third"))
        store.append(answer(0, start("third")))
        assert store.back_up_if_due(NOON) is not None


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER no BEFORE INSERT ON attempt BEGIN SELECT RAISE(ABORT, 'no'); END",
        "CREATE TRIGGER no AFTER INSERT ON session BEGIN SELECT RAISE(FAIL, 'no'); END",
        "CREATE TRIGGER gone AFTER INSERT ON flag BEGIN DELETE FROM flag; END",
        "CREATE UNIQUE INDEX one ON session (seed, number)",
        "CREATE INDEX other ON attempt (abs(position))",
    ],
)
def test_what_another_program_lets_work_on_our_tables_is_told(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(statement)
    with pytest.raises(errors.AlteredStoreError, match="has changed how it is built"):
        AttemptStore(path)


def test_a_table_that_refers_to_ours_as_nothing_can_is_told(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE theirs (question REFERENCES asked (number))")
    with (
        closing(AttemptStore(path)) as store,
        pytest.raises(errors.AlteredStoreError, match="has changed how it is built"),
    ):
        store.check()
