"""What the page of banks shows, frozen; the controller makes it and need not load the page for that."""

from pathlib import Path
from typing import NamedTuple

from quizapp.domain.bank import Bank
from quizapp.domain.problem import Reading


class BankView(NamedTuple):
    """An open bank, and where it comes from."""

    bank: Bank
    path: Path
    is_used: bool
    is_shipped: bool


class RecentView(NamedTuple):
    """A file opened some time ago; `is_there` says whether it can be seen now."""

    path: Path
    is_there: bool = True


class ProblemsView(NamedTuple):
    """What is to be mended in a file; `is_open` says whether a bank of it is open all the same."""

    reading: Reading
    is_open: bool


class BanksView(NamedTuple):
    """All of it; `notice` is what has just happened, as a sentence.

    `is_reading` says whether banks are still to be read.
    """

    banks: tuple[BankView, ...] = ()
    recent: tuple[RecentView, ...] = ()
    problems: tuple[ProblemsView, ...] = ()
    notice: str = ""
    is_reading: bool = False
