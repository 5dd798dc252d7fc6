"""Papers in the file of answers: written once, never changed, and passed over where they make no sense."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.quiz_rig import QuizRig
from tests.test_papers import FORTY, answer_all, forty


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[QuizRig]:
    rig = QuizRig(tmp_path)
    rig.quiz.use_bank(forty())
    yield rig
    rig.quiz.close()


def write(rig: QuizRig, *statements: str) -> None:
    """Write as another program would."""
    with closing(sqlite3.connect(rig.file)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def event(kind: str, value: str, *, position: int = 0, left: float = 99.0) -> str:
    values = f"(1, '{kind}', {position}, '{value}', 1.0, {left}, '2026-11-22T12:01:00+00:00')"
    columns = "(session, kind, position, value, seconds, time_left, at)"
    return f"INSERT INTO paper_event {columns} VALUES {values}"  # noqa: S608 - values of the tests


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE paper SET deadline = '2099-01-01T00:00:00+00:00'",
        "DELETE FROM paper",
        "UPDATE paper_event SET value = '0'",
        "DELETE FROM paper_event",
        event("odd", "1"),
        event("answer", "1", position=40),
    ],
)
def test_rows_are_only_ever_added(rig: QuizRig, statement: str) -> None:
    answer_all(rig, rig.quiz.papers.start(FORTY), 1, 2)
    with closing(sqlite3.connect(rig.file)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(statement)


def test_nothing_is_added_once_it_was_handed_in(rig: QuizRig) -> None:
    rig.quiz.papers.hand_in(rig.quiz.papers.start(FORTY))
    with pytest.raises(sqlite3.IntegrityError):
        write(rig, event("answer", "1"))


def test_what_is_no_answer_is_passed_over(rig: QuizRig) -> None:
    paper = answer_all(rig, rig.quiz.papers.start(FORTY), 1, 1)
    write(rig, event("answer", "none of them", position=1), event("flag", "perhaps", position=2))
    (kept,) = rig.quiz.running_papers()
    assert kept.answers.keys() == {0}
    assert kept.flagged == frozenset()
    assert rig.quiz.papers.hand_in(paper).result.answered == 1
    assert len(rig.kept()) == 1


def test_the_least_time_that_was_ever_left_counts(rig: QuizRig) -> None:
    rig.quiz.papers.start(FORTY)
    write(rig, event("place", "", left=12.0), event("place", "", left=3000.0))
    (kept,) = rig.quiz.running_papers()
    assert kept.timer.left == 12.0


@pytest.mark.parametrize(
    "rules",
    ["[]", "{", "{}", '{"preset": {"id": "x"}, "minutes": 5, "fresh": 1}', '{"preset": 5}', "null"],
)
def test_a_paper_that_makes_no_sense_is_passed_over(rig: QuizRig, rules: str) -> None:
    paper = rig.quiz.papers.start(FORTY)
    write(
        rig,
        "INSERT INTO session SELECT 50, 'odd', seed, rules, started_at FROM session WHERE number = 1",
        "INSERT INTO asked SELECT 50, position, bank_id, question_id, revision FROM asked WHERE session = 1",
        f"INSERT INTO paper SELECT 50, '{rules}', banks, deadline FROM paper WHERE session = 1",  # noqa: S608
        "INSERT INTO session SELECT 51, 'bankless', seed, rules, started_at FROM session WHERE number = 1",
        "INSERT INTO asked SELECT 51, position, bank_id, question_id, revision FROM asked WHERE session = 1",
        "INSERT INTO paper SELECT 51, rules, '[]', deadline FROM paper WHERE session = 1",
    )
    assert [each.start.id for each in rig.quiz.running_papers()] == [paper.start.id]
    write(rig, "INSERT INTO ending VALUES (50, 'finished', '2026-11-22T12:01:00+00:00')")
    assert rig.quiz.papers.past() == ()


def test_a_file_of_the_version_before_gets_its_tables(tmp_path: Path) -> None:
    from quizapp.storage.answers.migrate import MIGRATIONS, open_up_to_date, read_migrations  # noqa: PLC0415

    before = read_migrations(MIGRATIONS)[:4]
    open_up_to_date(tmp_path / "attempts.sqlite", before).close()
    rig = QuizRig(tmp_path)
    rig.quiz.use_bank(forty())
    rig.quiz.papers.hand_in(answer_all(rig, rig.quiz.papers.start(FORTY), 3, 3))
    assert len(rig.quiz.papers.past()) == 1
    rig.quiz.close()
