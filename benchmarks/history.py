"""A file of answers as years of practice leave it."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from quizapp.domain.attempt import Attempt, QuestionRef, SessionRules, SessionStart, Step
from quizapp.storage.answers import rows
from quizapp.storage.answers.store import AttemptStore

MANY = 100_000
_LENGTH = 10  # questions of a set, each with an answer and a reason
_AT = datetime(2026, 1, 1, tzinfo=UTC)


def begun(name: str, questions: list[str]) -> SessionStart:
    """A session on some questions of the shipped bank."""
    refs = tuple(QuestionRef("product-or-service", question, "0" * 12) for question in questions)
    return SessionStart(name, 1234, SessionRules(len(refs)), refs, _AT)


def attempt(session: SessionStart, position: int, step: Step = Step.ANSWER) -> Attempt:
    """What was answered at a position."""
    ref, offered = session.questions[position], ("product", "service")
    return Attempt(session.id, position, step, ref, offered, "service", 1.0, 4.2, _AT)


def write_history(path: Path, questions: list[QuestionRef], attempts: int = MANY) -> None:
    """Write finished sets of ten, with so many attempts, in one transaction."""
    AttemptStore(path).close()  # makes the file
    with closing(sqlite3.connect(path)) as connection, connection:
        for number in range(attempts // (2 * _LENGTH)):
            start = number * _LENGTH
            asked = [questions[(start + place) % len(questions)] for place in range(_LENGTH)]
            _write_set(connection, number, asked)


def _write_set(connection: sqlite3.Connection, number: int, asked: list[QuestionRef]) -> None:
    session = SessionStart(f"{number:032x}", number, SessionRules(len(asked)), tuple(asked), _AT)
    row = connection.execute(rows.INSERT_SESSION, rows.session_row(session)).lastrowid
    refs = [(row, position, *rows.ref_row(ref)) for position, ref in enumerate(asked)]
    connection.executemany(rows.INSERT_ASKED, refs)
    attempts = [
        (row, *rows.attempt_row(attempt(session, position, step)))
        for position in range(len(asked))
        for step in (Step.ANSWER, Step.REASON)
    ]
    connection.executemany(rows.INSERT_ATTEMPT, attempts)
    connection.execute(rows.INSERT_ENDING, (row, "finished", rows.time_text(_AT)))


_STEP = timedelta(hours=2)  # from one set to the next of a history over years
_LEVELS = 3


def write_years(path: Path, questions: list[QuestionRef], attempts: int) -> None:
    """Write finished sets of ten over years, each answer with how sure it was, its reason, and its luck."""
    AttemptStore(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        for number in range(attempts // (3 * _LENGTH)):
            asked = [questions[(number * _LENGTH + place) % len(questions)] for place in range(_LENGTH)]
            _write_varied(connection, number, asked)


def _write_varied(connection: sqlite3.Connection, number: int, asked: list[QuestionRef]) -> None:
    at = _AT + number * _STEP
    session = SessionStart(f"{number:032x}", number, SessionRules(len(asked)), tuple(asked), at)
    row = connection.execute(rows.INSERT_SESSION, rows.session_row(session)).lastrowid
    refs = [(row, position, *rows.ref_row(ref)) for position, ref in enumerate(asked)]
    connection.executemany(rows.INSERT_ASKED, refs)
    made = []
    for position in range(len(asked)):
        luck = (number * 7 + position * 3) % 10  # right in six of ten
        answer = replace(attempt(session, position), marks=float(luck < 6), at=at)
        reason = replace(attempt(session, position, Step.REASON), response="", marks=None, at=at)
        answered = (row, *rows.attempt_row(answer))
        sure = str(1 + (number + luck) % _LEVELS)
        step, offered, response, marks = 2, 6, 7, 8  # columns of `attempt_row` behind the session
        certainty = list(answered)
        certainty[step], certainty[offered] = "certainty", '["1","2","3"]'
        certainty[response], certainty[marks] = sure, None
        made += [answered, tuple(certainty), (row, *rows.attempt_row(reason))]
    connection.executemany(rows.INSERT_ATTEMPT, made)
    connection.execute(rows.INSERT_ENDING, (row, "finished", rows.time_text(at)))
