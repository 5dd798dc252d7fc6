"""Which file each open bank is from, and what its page shows of them."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from quizapp.domain.bank import Bank
from quizapp.domain.problem import Reading
from quizapp.quiz import Quiz
from quizapp.ui.banks.views import BanksView, BankView, ProblemsView, RecentView


class BankFile(NamedTuple):
    """A file somebody wanted; `bank_id` is empty while nothing of it can be used."""

    path: Path
    reading: Reading
    bank_id: str = ""


class BankFiles:
    """The files in the order they were first read, beside the banks that are open in the quiz."""

    def __init__(self, quiz: Quiz) -> None:
        self._quiz = quiz
        self._files: dict[Path, BankFile] = {}
        self.shipped = tuple(quiz.shipped_banks())

    def __iter__(self) -> Iterator[BankFile]:
        return iter(tuple(self._files.values()))

    def get(self, path: Path) -> BankFile | None:
        """What is known of a file."""
        return self._files.get(path)

    def put(self, file: BankFile) -> None:
        """Know a file, or know it better."""
        self._files[file.path] = file

    def drop(self, path: Path) -> None:
        """Forget a file."""
        self._files.pop(path, None)

    def holder(self, bank_id: object) -> BankFile | None:
        """The file whose bank is open under an id."""
        return next((file for file in self if file.bank_id and file.bank_id == bank_id), None)

    def used(self) -> BankFile | None:
        """The file of the bank in use."""
        return self.holder(self._quiz.bank.id) if self._quiz.bank else None

    def id_of(self, path: Path) -> str:
        """The id under which a file's bank is open; empty where none is."""
        file = self.get(path)
        return file.bank_id if file is not None else ""

    def own_in_use(self) -> Path | None:
        """The file of the bank in use, unless that came with the program."""
        file = self.used()
        return file.path if file is not None and not self.is_shipped(file.path) else None

    def bank(self, bank_id: object) -> Bank | None:
        """The bank that is open under an id."""
        return next((bank for bank in self._quiz.banks if bank.id == bank_id), None)

    def is_shipped(self, path: Path) -> bool:
        """Whether a file came with the program."""
        return path in self.shipped

    def known(self, path: Path) -> Path:
        """The path by which a file is known already, if it is, whatever way this one leads to it."""
        path = path.absolute()
        for other in (*self._files, *self.shipped):
            with suppress(OSError, ValueError):
                if path == other or path.samefile(other):
                    return other
        return path

    # -- as the page shows them ----------------------------------------------------------------

    def view(self, recent: tuple[Path, ...], notice: str) -> BanksView:
        """All of it.

        Args:
            recent: files opened lately; those whose banks are open are left out.
            notice: what has just happened.
        """
        is_open = {file.path for file in self if file.bank_id}
        closed = tuple(RecentView(path, is_there(path)) for path in recent if path not in is_open)
        return BanksView(self._banks(), closed, self._problems(), notice)

    def _banks(self) -> tuple[BankView, ...]:
        """The open banks, in the order they were opened."""
        used = self._quiz.bank
        return tuple(
            BankView(bank, file.path, is_used=bank is used, is_shipped=self.is_shipped(file.path))
            for bank in self._quiz.banks
            if (file := self.holder(bank.id)) is not None
        )

    def _problems(self) -> tuple[ProblemsView, ...]:
        """What is to be mended: first where nothing can be used, then errors, then warnings."""
        views = [ProblemsView(file.reading, bool(file.bank_id)) for file in self if file.reading.problems]
        return tuple(sorted(views, key=lambda view: (view.is_open, not view.reading.errors)))


def is_there(path: Path) -> bool:
    """Whether a file can be found at a path, however odd that is."""
    with suppress(OSError, ValueError):
        return path.is_file()
    return False
