"""What the page of banks shows, frozen; the controller makes it and need not load the page for that."""

from dataclasses import dataclass
from pathlib import Path

from quizapp.domain.bank import Bank
from quizapp.domain.problem import Reading


@dataclass(frozen=True, slots=True)
class BankView:
    """An open bank, and where it comes from."""

    bank: Bank
    path: Path
    is_used: bool
    is_shipped: bool


@dataclass(frozen=True, slots=True)
class RecentView:
    """A file opened some time ago; `is_there` says whether it can be seen now."""

    path: Path
    is_there: bool = True


@dataclass(frozen=True, slots=True)
class ProblemsView:
    """What is to be mended in a file; `is_open` says whether a bank of it is open all the same."""

    reading: Reading
    is_open: bool


@dataclass(frozen=True, slots=True)
class BanksView:
    """All of it; `notice` is what has just happened, as a sentence.

    `is_reading` says whether banks are still to be read.
    """

    banks: tuple[BankView, ...] = ()
    recent: tuple[RecentView, ...] = ()
    problems: tuple[ProblemsView, ...] = ()
    notice: str = ""
    is_reading: bool = False
