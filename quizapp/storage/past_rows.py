"""What was done with the questions of a bank before, as the file of answers tells it."""

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from quizapp.domain.attempt import QuestionRef
from quizapp.domain.history import Past
from quizapp.storage.attempt_rows import UNREADABLE, moment

# The index attempt_by_question alone answers the grouping; only the last answers are looked up.
SELECT_PAST = """
    WITH latest AS (
        SELECT max(number) AS number, count(DISTINCT session) AS times FROM known
        WHERE bank_id = ? AND step = 'answer'
          AND number > (SELECT coalesce(max(after_attempt), 0) FROM fresh_start WHERE bank_id = ?)
        GROUP BY question_id, revision
    ), first AS (
        SELECT times, (SELECT min(early.number) FROM known AS early
            WHERE (early.bank_id, early.question_id, early.revision, early.session, early.step)
                = (late.bank_id, late.question_id, late.revision, late.session, 'answer')
              AND early.number > (SELECT coalesce(max(after_attempt), 0) FROM fresh_start WHERE bank_id = ?)
        ) AS number
        FROM latest JOIN attempt AS late USING (number)
    ), answer AS (
        SELECT attempt.*, times, (SELECT min(given.number) FROM known AS given
            WHERE (given.session, given.position, given.step)
                = (attempt.session, attempt.position, 'reason')) AS reason
        FROM first JOIN attempt USING (number)
    )
    SELECT answer.bank_id, answer.question_id, answer.revision, times, answer.at, answer.marks, reason.marks,
           answer.response, reason.response, NOT EXISTS (
               SELECT 1 FROM attempt AS early
               WHERE (early.session, early.position, early.step)
                   = (answer.session, answer.position, 'answer') AND early.number < answer.number)
    FROM answer LEFT JOIN attempt AS reason ON reason.number = answer.reason"""


def past_of(connection: sqlite3.Connection, bank_id: str) -> Iterator[Past]:
    """How each wording of a bank's questions was answered; an answer that cannot be read does not count."""
    for row in connection.execute(SELECT_PAST, (bank_id,) * SELECT_PAST.count("?")):
        with suppress(*UNREADABLE):
            yield _past(row)


def _past(row: Any) -> Past:
    bank_id, question_id, revision, times, at, marks, reason_marks, answer, reason, is_first = row
    ref = QuestionRef(bank_id, question_id, revision)
    return Past(ref, times, moment(at), marks, reason_marks, answer, reason, bool(is_first))
