"""How the answers are read and written: what is damaged is never written to, and errors are sentences."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from quizapp.storage.attempt_rows import UNREADABLE
from quizapp.storage.database import Database
from quizapp.storage.store_errors import UnreadableStoreError


class StoreAccess:
    """An open file of answers.

    Attributes:
        database: the file.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self._checked = False

    def check(self) -> None:
        """See that the inside of the file is sound, once; writing does it first if nobody did.

        Raises:
            DamagedStoreError: when it is not.
        """
        if not self._checked:
            self.database.check()
            self._checked = True

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it is on the disk when the block ends, or nothing of it.

        Raises:
            StoreError: when it could not be kept.
        """
        self.check()
        with self.database.writing() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A view of the file that stays the same to the end of the block.

        Raises:
            StoreError: when it cannot be read, or holds what this version makes no sense of.
        """
        self.database.see_that_it_is_there()  # else one would go on with what nobody has any more
        try:
            with self.database.reading() as connection:
                yield connection
        except (sqlite3.Error, *UNREADABLE) as error:
            raise UnreadableStoreError(self.database.path, str(error)) from error

    @contextmanager
    def forgiving(self) -> Iterator[sqlite3.Connection]:
        """The same, with a mark for letters gone bad, which else keep a whole query from its answer.

        Raises:
            StoreError: when the file cannot be read.
        """
        with self.reading() as connection:
            connection.text_factory = lambda text: text.decode("utf-8", "replace")
            try:
                yield connection
            finally:
                connection.text_factory = str
