"""How somebody gets on: what is on record of their answers, and what will be due."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from quizapp.domain.goal import midnight
from quizapp.domain.progress import BankRecord, ProgressRecord, Report, report
from quizapp.quiz.answer_archive import AnswerArchive
from quizapp.quiz.choosing import history_of
from quizapp.quiz.clock import Clock
from quizapp.quiz.open_banks import OpenBanks

if TYPE_CHECKING:
    from quizapp.domain.bank import Bank


class Forecasting(Protocol):
    """Knows how many reviews fall due, see `quiz.reviews`."""

    def advance(self) -> bool:
        """Come up to date for a moment; whether all is."""

    def forecast(self, today: date, exam: date | None, days: int) -> tuple[int, ...]:
        """How many fall due on each of so many days, today first."""


class Progress:
    """Reads what is kept; the rules of `domain.progress` make a report of it.

    Methods may raise a `QuizError`, whose text is for people.
    """

    def __init__(
        self,
        archive: AnswerArchive,
        banks: OpenBanks,
        clock: Clock,
        reviews: Callable[[], Forecasting] | None = None,
    ) -> None:
        self._archive = archive
        self._banks = banks
        self._clock = clock
        self._reviews = reviews

    def today(self) -> date:
        """The day it is where the person is."""
        return self._clock.now().astimezone().date()

    def record(self) -> ProgressRecord:
        """What is on record of the answers given so far."""
        store = self._archive.store.progress
        banks = tuple(self._bank(bank) for bank in self._banks)
        return ProgressRecord(store.sessions(), banks, store.reasons())

    def _bank(self, bank: "Bank") -> BankRecord:
        history = history_of(bank, self._archive.store)
        offered = self._archive.store.progress.offered(bank.id)
        told = {name: offered[past.question] for name, past in history.items() if past.question in offered}
        return BankRecord(bank, history, told)

    def report(self, record: ProgressRecord, days: int | None) -> Report:
        """How somebody has got on in so many days up to today; None for all of the time."""
        since = midnight(self.today() - timedelta(days - 1)) if days is not None else None
        return report(record, since, _day_of)

    def forecast(self, exam: date | None, days: int) -> tuple[int, ...]:
        """How many reviews fall due on each of so many days, today first; empty until they are up to date."""
        reviews = self._reviews() if self._reviews is not None else None
        return reviews.forecast(self.today(), exam, days) if reviews is not None and reviews.advance() else ()


def _day_of(moment: datetime) -> date:
    """The day of a moment where the person is."""
    return moment.astimezone().date()
