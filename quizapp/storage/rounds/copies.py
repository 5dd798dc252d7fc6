"""Which copy of the answers still has the rounds and plans that cannot be read any more."""

from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from quizapp.storage.answers.database import Database
from quizapp.storage.answers.errors import StoreError
from quizapp.storage.answers.migrate import MIGRATIONS, read_migrations
from quizapp.storage.answers.recovery import usable_backups
from quizapp.storage.answers.rows import UNREADABLE
from quizapp.storage.rounds.journal import Unreadable, readable_in


def newest_copy_with(path: Path, lost: Unreadable) -> datetime | None:
    """When the newest sound copy that has all of it was made, in UTC; None where none has.

    Args:
        path: the file of answers.
        lost: what cannot be read in it.
    """
    version = len(read_migrations(MIGRATIONS))
    for copy in usable_backups(path):
        with (
            suppress(StoreError, *UNREADABLE),
            closing(Database(copy.path, version)) as database,
            database.reading() as connection,
        ):
            if readable_in(connection, lost):
                return copy.at
    return None
