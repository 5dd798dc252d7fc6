"""What a person keeps about questions and banks beside the answers: flags, notes, fresh starts."""

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from typing import Any

from quizapp.domain.attempt import QuestionRef
from quizapp.domain.history import Note
from quizapp.storage.attempt_rows import UNREADABLE, moment, ref_row, time_text

INSERT_FLAG = "INSERT INTO flag (bank_id, question_id, flagged, at) VALUES (?, ?, ?, ?)"
INSERT_NOTE = "INSERT INTO note (bank_id, question_id, revision, text, at) VALUES (?, ?, ?, ?, ?)"
INSERT_FRESH_START = """
    INSERT INTO fresh_start (bank_id, after_attempt, at)
    SELECT ?, coalesce(max(number), 0), ? FROM attempt"""
INSERT_SET_ASIDE = """
    INSERT INTO ending SELECT number, 'set-aside', ? FROM session
    WHERE NOT EXISTS (SELECT 1 FROM ending WHERE session = session.number)
      AND EXISTS (SELECT 1 FROM asked WHERE session = session.number)
      AND NOT EXISTS (SELECT 1 FROM asked WHERE session = session.number AND bank_id <> ?)"""
# Beside max() SQLite takes the other columns from the row that has it.
SELECT_FLAGS = """
    SELECT question_id FROM (
        SELECT question_id, flagged, max(number) FROM flag WHERE bank_id = ? GROUP BY question_id
    ) WHERE flagged"""
SELECT_NOTES = "SELECT number, bank_id, question_id, revision, text, at FROM note ORDER BY number"

STATEMENTS = (INSERT_FLAG, INSERT_NOTE, INSERT_FRESH_START, INSERT_SET_ASIDE, SELECT_FLAGS, SELECT_NOTES)
"""All that is said here to the tables."""


def add_flag(
    connection: sqlite3.Connection, bank_id: str, question_id: str, at: datetime, *, flagged: bool
) -> None:
    """Flag a question, or flag it no longer; what was said last counts."""
    connection.execute(INSERT_FLAG, (bank_id, question_id, flagged, time_text(at)))


def flags(connection: sqlite3.Connection, bank_id: str) -> frozenset[str]:
    """The ids of the questions of a bank that are flagged now."""
    return frozenset(question for (question,) in connection.execute(SELECT_FLAGS, (bank_id,)))


def add_note(connection: sqlite3.Connection, question: QuestionRef, text: str, at: datetime) -> None:
    """Keep a note on a wording of a question."""
    connection.execute(INSERT_NOTE, (*ref_row(question), text, time_text(at)))


def notes(connection: sqlite3.Connection) -> Iterator[Note]:
    """All notes, in the order they were made; one that cannot be read is passed over."""
    for row in connection.execute(SELECT_NOTES):
        with suppress(*UNREADABLE):
            yield _note(row)


def start_afresh(connection: sqlite3.Connection, bank_id: str, at: datetime) -> None:
    """Let nothing count any more that was answered or flagged in a bank; all of it stays.

    Sessions in the middle that ask only its questions are set aside.
    """
    now = time_text(at)
    connection.execute(INSERT_FRESH_START, (bank_id, now))
    connection.execute(INSERT_SET_ASIDE, (now, bank_id))
    for question in flags(connection, bank_id):
        add_flag(connection, bank_id, question, at, flagged=False)


def _note(row: Any) -> Note:
    number, bank_id, question_id, revision, text, at = row
    return Note(number, QuestionRef(bank_id, question_id, revision), text, moment(at))
