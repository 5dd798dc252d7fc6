"""The banks that are open, and the one sessions are drawn from unless another is named."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from quizapp.domain.bank import Bank
from quizapp.domain.errors import QuizError


class NothingToAskError(QuizError):
    """A session was wanted that would ask nothing."""


class OpenBanks:
    """Banks by their id, in the order they were opened."""

    def __init__(self) -> None:
        self._banks: dict[str, Bank] = {}
        self._current = ""

    def __iter__(self) -> Iterator[Bank]:
        return iter(self._banks.values())

    @property
    def by_id(self) -> Mapping[str, Bank]:
        """The open banks by their id."""
        return MappingProxyType(self._banks)

    @property
    def current(self) -> Bank | None:
        """The bank in use; None before one is."""
        return self._banks.get(self._current)

    def put(self, bank: Bank) -> None:
        """Open a bank, or a newer version of one that is open."""
        self._banks[bank.id] = bank

    def use(self, bank: Bank) -> None:
        """Open a bank and draw from it."""
        self.put(bank)
        self._current = bank.id

    def close(self, bank_id: str) -> None:
        """Close a bank; if it was in use, the first of the others is now."""
        self._banks.pop(bank_id, None)
        if self._current == bank_id:
            self._current = next(iter(self._banks), "")

    def need(self, bank_id: str = "") -> Bank:
        """The bank of this id, or the one in use.

        Raises:
            NothingToAskError: when it is not open or holds nothing.
        """
        bank = self._banks.get(bank_id) if bank_id else self.current
        if bank is None or not bank.questions:
            raise NothingToAskError("No bank with questions is open. Open one under Banks.")
        return bank
