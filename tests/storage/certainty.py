"""Rows on how sure somebody was, written as a session writes them."""

import sqlite3
from contextlib import closing
from pathlib import Path

_SURE = """
    INSERT INTO attempt (session, position, step, bank_id, question_id, revision, offered, response, marks,
                         seconds, at, after_explanation)
    SELECT session, position, 'certainty', bank_id, question_id, revision, '["1","2","3"]', ?, NULL, 1.0, at,
           after_explanation
    FROM attempt
    WHERE session = (SELECT max(number) FROM session) AND position = ? AND step = 'answer'"""


def say_how_sure(path: Path, levels: str, *, position: int = 0) -> None:
    """Have said of the answers of the last session how sure one was.

    Args:
        path: the file of answers.
        levels: a digit for each position, blank for none.
        position: the first of them.
    """
    with closing(sqlite3.connect(path)) as connection, connection:
        for number, level in enumerate(levels, start=position):
            if level.strip():
                connection.execute(_SURE, (level, number))
