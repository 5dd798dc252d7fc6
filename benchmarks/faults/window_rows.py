"""What the window said it would keep, and what is in the file."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from quizapp.storage.answers.store import AttemptStore

Row = list[Any]
Rows = dict[str, list[Row]]

_QUERIES = {
    "session": """
        SELECT (SELECT count(*) FROM asked WHERE session = session.number) FROM session ORDER BY number""",
    "attempt": "SELECT session, position, step, response, after_explanation FROM attempt ORDER BY number",
    "retraction": """
        SELECT session, position, step, retraction.after_explanation FROM retraction
        JOIN attempt ON attempt.number = retraction.attempt ORDER BY 1, 2, 3, 4""",
    "explanation_read": "SELECT session, position FROM explanation_read ORDER BY session, position",
    "ending": "SELECT session, kind FROM ending ORDER BY session",
    "flag": "SELECT question_id, flagged FROM flag ORDER BY number",
    "note": "SELECT text FROM note ORDER BY number",
}
_OF_SESSIONS = {"attempt", "retraction", "explanation_read", "ending"}


@dataclass
class Ledger:
    """Follows what one window after the other says.

    Attributes:
        done: the rows of all that was shown, each behind the name of its table.
        place: where the session stands; None between sessions.
        coming: the rows of what was announced, and not shown yet.
        leads: where that leads.
        lost: rows that were shown and are not there.
        extra: rows that are there and were never announced, or twice.
        astray: resumptions elsewhere than at the step that was left.
        unseen: deeds that were kept when the kill came before they were shown.
    """

    done: list[Row] = field(default_factory=list)
    place: Row | None = None
    coming: list[Row] = field(default_factory=list)
    leads: Row | None = None
    lost: int = 0
    extra: int = 0
    astray: int = 0
    unseen: int = 0

    def hear(self, told: dict[str, Any]) -> None:
        """Take over a line of a window."""
        if "at" in told:
            self.astray += told["at"] != self.place or told["resumed"] is not self._is_open
            self._settle(len(self.coming))
        elif "will" in told:
            self.coming, self.leads = told["will"], told["to"]
        else:
            self.astray += told["shown"] != self.leads
            self.place = self.leads
            self._settle(len(self.coming))

    def look(self, folder: Path) -> bool:
        """Compare with a file after a kill; says whether a deed was on its way."""
        was_coming, rows = bool(self.coming), found(folder)
        possible = range(len(self.coming) + 1)
        kept = next((each for each in possible if rows == by_table([*self.done, *self.coming[:each]])), None)
        if kept is None:
            self._blame(rows)
        elif kept:
            self.unseen += 1
            self.place = self.leads
            self._settle(kept)
        elif not self._is_open or self.place is not None:  # else its ending is made up for at the next start
            self.coming = []
        return was_coming

    def _blame(self, rows: Rows) -> None:
        """Count what is missing and what is too much."""
        shown, announced = by_table(self.done), by_table([*self.done, *self.coming])
        self.lost += sum(row not in rows[table] for table in rows for row in shown[table])
        self.extra += max(1, sum(len(rows[table]) - len(announced[table]) for table in rows))

    @property
    def _is_open(self) -> bool:
        """Whether a session was begun whose ending is not kept."""
        tables = by_table(self.done)
        return len(tables["session"]) > len(tables["ending"])

    def _settle(self, kept: int) -> None:
        self.done += self.coming[:kept]
        self.coming = self.coming[kept:]


def by_table(rows: Iterable[Row]) -> Rows:
    """Rows as `found` gives them: by table, those of sessions behind the number of their session."""
    tables: Rows = {table: [] for table in _QUERIES}
    for table, *values in rows:
        tables[table].append([len(tables["session"]), *values] if table in _OF_SESSIONS else values)
    tables["retraction"].sort()  # they carry no number of their own
    return tables


def found(folder: Path) -> Rows:
    """The rows of a copy of the data folder, whose inside is seen to be sound first."""
    path = folder / "attempts.sqlite"
    AttemptStore(path).close()  # makes a file that was never made
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return {
            table: [list(row) for row in connection.execute(sql).fetchall()]
            for table, sql in _QUERIES.items()
        }
