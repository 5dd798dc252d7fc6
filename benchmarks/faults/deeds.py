"""A session as a list of deeds, each of which leaves exactly one row, and the rows that are really there."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from quizapp.domain.attempt import Attempt, QuestionRef, SessionRules, SessionStart, Step
from quizapp.storage.answers.store import AttemptStore

AT = datetime(2026, 11, 22, tzinfo=UTC)
_QUERIES = {
    "session": """
        SELECT (SELECT count(*) FROM asked WHERE session = session.number) FROM session WHERE id = ?""",
    "attempt": """
        SELECT position, step, response, after_explanation FROM attempt
        JOIN session ON session.number = attempt.session WHERE id = ? ORDER BY attempt.number""",
    "retraction": """
        SELECT position, step, retraction.after_explanation FROM retraction
        JOIN attempt ON attempt.number = retraction.attempt
        JOIN session ON session.number = attempt.session WHERE id = ? ORDER BY attempt.number""",
    "explanation_read": """
        SELECT position FROM explanation_read JOIN session ON session.number = session WHERE id = ?
        ORDER BY position""",
    "ending": "SELECT kind FROM ending JOIN session ON session.number = session WHERE id = ?",
    "flag": "SELECT question_id, flagged FROM flag WHERE bank_id = ? ORDER BY number",
    "note": "SELECT text FROM note WHERE bank_id = ? ORDER BY number",
}

Rows = dict[str, list[tuple[object, ...]]]


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing a person does: how it is kept, and the row it leaves in a table."""

    keep: Callable[[AttemptStore], None]
    table: str
    row: tuple[object, ...]


def session(name: str, length: int) -> list[Deed]:
    """A session from its beginning to its end, with slips, second thoughts, flags and notes."""
    refs = tuple(QuestionRef(name, f"q{place}", "0" * 12) for place in range(length))
    start = SessionStart(name, 1, SessionRules(length), refs, AT)
    deeds = [Deed(lambda store: store.begin(start), "session", (length,))]
    for place in range(length):
        deeds += _question(start, place)
    return [*deeds, Deed(lambda store: store.finish(name, AT), "ending", ("finished",))]


def expected(deeds: list[Deed]) -> Rows:
    """The rows that some deeds leave."""
    return {table: [deed.row for deed in deeds if deed.table == table] for table in _QUERIES}


def found(path: Path, name: str) -> Rows:
    """The rows of a session that are in a file, whose inside is seen to be sound first."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return {table: connection.execute(sql, (name,)).fetchall() for table, sql in _QUERIES.items()}


def _question(start: SessionStart, place: int) -> list[Deed]:
    name, ref = start.id, start.questions[place]
    offered = ("product", "service")
    slip = Attempt(name, place, Step.ANSWER, ref, offered, "product", 0.0, 1.0, AT)
    reason = Attempt(name, place, Step.REASON, ref, ("owns", "runs"), "owns", None, 1.0, AT)
    flagged, text = place % 2 == 0, f"note {place}"
    return [
        _append(slip),
        _retract(slip, seen=False),
        _append(replace(slip, response="service", marks=1.0)),
        _append(reason),
        _retract(reason, seen=True),
        _append(replace(reason, response="runs", after_explanation=True)),
        Deed(
            lambda store: store.set_flag(name, ref.question_id, AT, flagged=flagged),
            "flag",
            (ref.question_id, int(flagged)),
        ),
        Deed(lambda store: store.add_note(ref, text, AT), "note", (text,)),
        Deed(lambda store: store.note_read(name, place, AT), "explanation_read", (place,)),
    ]


def _append(attempt: Attempt) -> Deed:
    row = (attempt.position, attempt.step.value, attempt.response, int(attempt.after_explanation))
    return Deed(lambda store: store.append(attempt), "attempt", row)


def _retract(attempt: Attempt, *, seen: bool) -> Deed:
    name, place, step = attempt.session_id, attempt.position, attempt.step
    return Deed(
        lambda store: store.retract(name, place, step, AT, after_explanation=seen),
        "retraction",
        (place, step.value, int(seen)),
    )
