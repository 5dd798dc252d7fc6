"""Sessions and attempts as rows of the file of answers, and back: the statements and their values."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from quizapp.domain.attempt import Attempt, KeptSession, QuestionRef, SessionRules, SessionStart, Step
from quizapp.domain.history import Past, PastSession
from quizapp.storage.answers.errors import UnknownSessionError

INSERT_SESSION = "INSERT INTO session (id, seed, rules, started_at) VALUES (?, ?, ?, ?)"
INSERT_ASKED = "INSERT INTO asked VALUES (?, ?, ?, ?, ?)"
INSERT_ATTEMPT = """
    INSERT INTO attempt (session, position, step, bank_id, question_id, revision,
                         offered, response, marks, seconds, at, after_explanation)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
INSERT_RETRACTION = "INSERT INTO retraction VALUES (?, ?, ?)"
INSERT_READ = "INSERT INTO explanation_read VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
INSERT_ENDING = "INSERT INTO ending VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
INSERT_DISCARD = "INSERT INTO discard (session, discarded, at) VALUES (?, ?, ?)"

FIND_SESSION = "SELECT number FROM session WHERE id = ?"
FIND_STANDING = """
    SELECT number FROM attempt WHERE (session, position, step) = (?, ?, ?)
      AND NOT EXISTS (SELECT 1 FROM retraction WHERE attempt = attempt.number)"""
SELECT_UNFINISHED = """
    SELECT number, id, seed, rules, started_at FROM open_session CROSS JOIN session
    WHERE number = open_session.session
      AND EXISTS (SELECT 1 FROM asked WHERE session = number)
      AND NOT EXISTS (SELECT 1 FROM paper WHERE session = number)
    ORDER BY open_session.session DESC"""
SELECT_BY_ID = "SELECT number, id, seed, rules, started_at FROM session WHERE id = ?"
SELECT_ANSWERED = """
    SELECT session.id, rules, started_at, group_concat(DISTINCT bank_id),
           (SELECT count(*) FROM asked WHERE asked.session = session.number),
           count(DISTINCT CASE WHEN step = 'answer' THEN position END), sum(marks), count(marks),
           EXISTS (SELECT 1 FROM ending WHERE ending.session = session.number AND kind = 'finished'),
           EXISTS (SELECT 1 FROM paper WHERE paper.session = session.number)
    FROM session JOIN attempt ON attempt.session = session.number
    WHERE NOT EXISTS (SELECT 1 FROM retraction WHERE attempt = attempt.number)
    GROUP BY session.number ORDER BY session.number DESC"""
SELECT_SHEETS = """
    SELECT asked.session, asked.bank_id, asked.question_id, asked.revision,
           coalesce(attempt.marks, CASE WHEN attempt.number IS NULL THEN 0 END)
    FROM paper JOIN ending ON ending.session = paper.session AND ending.kind = 'finished'
        JOIN asked ON asked.session = paper.session
        LEFT JOIN attempt ON (attempt.session, attempt.position, attempt.step)
                           = (asked.session, asked.position, 'answer')
    ORDER BY asked.session, asked.position"""
SELECT_LAST_TIME = "SELECT at FROM attempt ORDER BY number DESC LIMIT 1"
# Of papers the explanations are noted as read when they are handed in: nobody has read them by then.
SELECT_ACTIVITY = """
    SELECT attempt.number, attempt.session, attempt.position, seconds, attempt.at,
           step = 'answer' AND retraction.attempt IS NULL,
           CASE WHEN paper.session IS NULL THEN explanation_read.at END
    FROM attempt
        LEFT JOIN retraction ON retraction.attempt = attempt.number
        LEFT JOIN explanation_read
            ON (explanation_read.session, explanation_read.position) = (attempt.session, attempt.position)
        LEFT JOIN paper ON paper.session = attempt.session
    WHERE attempt.number < ? ORDER BY attempt.number DESC LIMIT ?"""
SELECT_ATTEMPTS = """
    SELECT attempt.number, session.id, position, step, bank_id, question_id, revision,
           offered, response, marks, seconds, at, after_explanation
    FROM attempt JOIN session ON session.number = attempt.session
    WHERE attempt.number > ? ORDER BY attempt.number LIMIT ?"""
_SELECT_ASKED = """
    SELECT position, bank_id, question_id, revision FROM asked WHERE session = ? ORDER BY position"""
_SELECT_SESSION_ATTEMPTS = """
    SELECT position, step, bank_id, question_id, revision,
           offered, response, marks, seconds, at, after_explanation
    FROM attempt WHERE session = ? AND NOT EXISTS (SELECT 1 FROM retraction WHERE attempt = attempt.number)
    ORDER BY number"""
_SELECT_READ = "SELECT position FROM explanation_read WHERE session = ?"
_SELECT_SEEN = """
    SELECT position FROM attempt JOIN retraction ON retraction.attempt = attempt.number
    WHERE session = ? AND retraction.after_explanation"""

STATEMENTS = (
    *(
        INSERT_SESSION,
        INSERT_ASKED,
        INSERT_ATTEMPT,
        INSERT_RETRACTION,
        INSERT_READ,
        INSERT_ENDING,
        INSERT_DISCARD,
    ),
    *(FIND_SESSION, FIND_STANDING, SELECT_UNFINISHED, SELECT_LAST_TIME, SELECT_ATTEMPTS, SELECT_ACTIVITY),
    *(SELECT_BY_ID, SELECT_ANSWERED, SELECT_SHEETS),
    *(_SELECT_ASKED, _SELECT_SESSION_ATTEMPTS, _SELECT_READ, _SELECT_SEEN),
)
"""All that is said here to the tables."""

_YEARS = range(1900, 9000)

UNREADABLE = (ValueError, TypeError, RecursionError)
"""What reading a row can raise that this version of the program did not write."""


def session_number(connection: sqlite3.Connection, session_id: str) -> int:
    """The number of a session.

    Raises:
        UnknownSessionError: when it was never begun.
    """
    found = connection.execute(FIND_SESSION, (session_id,)).fetchone()
    if found is None:
        raise UnknownSessionError(f"The session {session_id} is not among the answers saved here.")
    return int(found[0])


def session_row(start: SessionStart) -> tuple[str, int, str, str]:
    """The values of `INSERT_SESSION`."""
    rules = json.dumps(asdict(start.rules))
    return start.id, start.seed, rules, time_text(start.started_at)


def ref_row(question: QuestionRef) -> tuple[str, str, str]:
    """A wording of a question as bank, question and revision."""
    return question.bank_id, question.question_id, question.revision


def attempt_row(attempt: Attempt) -> tuple[object, ...]:
    """The values of `INSERT_ATTEMPT` after the session's number."""
    offered = json.dumps(attempt.offered, ensure_ascii=False)
    given = (offered, attempt.response, attempt.marks, attempt.seconds, time_text(attempt.at))
    return attempt.position, attempt.step, *ref_row(attempt.question), *given, attempt.after_explanation


def attempt(session_id: str, row: Any) -> Attempt:
    """The attempt in a row, from `position` to its end; may raise what is `UNREADABLE`."""
    position, step, *ref, offered, response, marks, seconds, at, after_explanation = row
    given = (ids_offered(offered), response, marks, seconds, moment(at), bool(after_explanation))
    return Attempt(session_id, position, Step(step), QuestionRef(*ref), *given)


def ids_offered(text: str) -> tuple[str, ...]:
    """What stood to choose from, from its column; may raise what is `UNREADABLE`."""
    found = json.loads(text)
    if not (isinstance(found, list) and all(isinstance(each, str) for each in found)):
        raise ValueError(f"{text} is not a list of texts.")
    return tuple(found)


def kept_session(connection: sqlite3.Connection, row: Any) -> KeptSession:
    """The session in a row of `SELECT_UNFINISHED`, with all that belongs to it; may raise `UNREADABLE`."""
    number, session_id, seed, rules, started_at = row
    start = SessionStart(session_id, seed, rules_of(rules), asked_in(connection, number), moment(started_at))
    answered = connection.execute(_SELECT_SESSION_ATTEMPTS, (number,))
    attempts = tuple(attempt(session_id, row) for row in answered)
    read, seen = (_positions(connection, sql, number) for sql in (_SELECT_READ, _SELECT_SEEN))
    return KeptSession(start, attempts, read, seen)


def unfinished(connection: sqlite3.Connection) -> Iterator[KeptSession]:
    """The sessions left in the middle, the newest first; one that cannot be read is passed over."""
    for row in connection.execute(SELECT_UNFINISHED).fetchall():
        with suppress(*UNREADABLE):
            yield kept_session(connection, row)


def answered(connection: sqlite3.Connection) -> Iterator[PastSession]:
    """The sessions in which anything was answered, the newest first; unreadable ones are passed over."""
    for row in connection.execute(SELECT_ANSWERED).fetchall():
        with suppress(*UNREADABLE):
            yield _past_session(row)


def _past_session(row: Any) -> PastSession:
    session_id, rules, started_at, banks, asked, answered, earned, marked, is_finished, is_paper = row
    counts = asked, answered, round(earned or 0), marked
    bank_ids = tuple(banks.split(","))
    states = bool(is_finished), bool(is_paper)
    return PastSession(session_id, rules_of(rules), moment(started_at), bank_ids, *counts, *states)


def sheets(connection: sqlite3.Connection) -> list[dict[QuestionRef, float]]:
    """The papers that were handed in: the mark of each question that can earn one, 0 where left open."""
    found: dict[int, dict[QuestionRef, float]] = {}
    for session, bank_id, question_id, revision, marks in connection.execute(SELECT_SHEETS):
        if isinstance(marks, int | float):
            found.setdefault(session, {})[QuestionRef(bank_id, question_id, revision)] = float(marks)
    return list(found.values())


def _positions(connection: sqlite3.Connection, sql: str, session: int) -> frozenset[int]:
    return frozenset(position for (position,) in connection.execute(sql, (session,)))


def rules_of(text: str) -> SessionRules:
    """The rules in a JSON object; what a newer program put there beside ours is passed over."""
    told = json.loads(text)
    if not isinstance(told, dict):
        raise TypeError(f"{text} is not a JSON object.")
    usual = asdict(SessionRules())
    known = {name: told[name] for name in usual if name in told}
    if isinstance(topics := known.get("topics"), list) and all(isinstance(each, str) for each in topics):
        known["topics"] = tuple(topics)
    if any(type(value) is not type(usual[name]) for name, value in known.items()):
        raise TypeError(f"{text} are not the rules of a session.")
    return SessionRules(**known)


def asked_in(connection: sqlite3.Connection, session: int) -> tuple[QuestionRef, ...]:
    """The questions of a session; may raise `ValueError` where one is missing."""
    rows = connection.execute(_SELECT_ASKED, (session,)).fetchall()
    if [position for position, *_ in rows] != list(range(len(rows))):
        raise ValueError("A question is missing from the session.")
    return tuple(QuestionRef(*ref) for _, *ref in rows)


def moment(text: str) -> datetime:
    """The time in a text.

    Raises:
        ValueError: when it is none, does not say its zone, or lies where no clock of a computer gets.
    """
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(f"{text} does not say its time zone.")
    if at.year not in _YEARS:  # near its ends the calendar has no room for time zones
        raise ValueError(f"{text} is no time of this program.")
    return at


def time_text(at: datetime) -> str:
    """A time as stored: UTC, ISO 8601, always of the same length.

    Raises:
        ValueError: when it does not say its zone, and so could be any time.
    """
    if at.tzinfo is None:
        raise ValueError(f"{at} does not say its time zone.")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


# Only the last answers are looked up, not the whole history.
SELECT_PAST = """
    WITH first AS (
        SELECT times, (SELECT min(early.number) FROM known AS early
            WHERE (early.bank_id, early.question_id, early.revision, early.session, early.step)
                = (late.bank_id, late.question_id, late.revision, late.session, 'answer')
              AND early.number > (SELECT coalesce(max(after_attempt), 0) FROM fresh_start WHERE bank_id = ?)
        ) AS number
        FROM latest_answer AS latest JOIN attempt AS late USING (number)
        WHERE latest.bank_id = ?
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
