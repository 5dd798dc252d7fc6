"""A session wanted before its banks are read: it begins as soon as they are."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject

from quizapp.quiz import Quiz
from quizapp.ui.bank_loading import BankLoading


class Wish(QObject):
    """Holds one wish at most, the last one uttered."""

    def __init__(self, quiz: Quiz, loading: BankLoading) -> None:
        super().__init__(loading)
        self._quiz = quiz
        self._loading = loading
        self._wish: Callable[[], None] | None = None
        self._banks: Collection[str] = ()

    @property
    def is_waiting(self) -> bool:
        """Whether somebody waits for a session."""
        return self._wish is not None

    def utter(self, wish: Callable[[], None], banks: Collection[str] = ()) -> None:
        """Fulfil a wish now, or once the banks it needs are open or cannot be had.

        Args:
            wish: what to do.
            banks: the ids of the banks it needs; none for whichever comes first.
        """
        self._wish, self._banks = wish, banks
        self.try_again()

    def forget(self) -> None:
        """Fulfil it no more."""
        self._wish = None

    def try_again(self) -> None:
        """Fulfil the wish if nothing is in its way any more."""
        is_open = {bank.id for bank in self._quiz.banks}
        is_ready = bool(is_open) and is_open.issuperset(self._banks)
        if self._wish is None or (self._loading.is_busy and not is_ready):
            return
        wish, self._wish = self._wish, None
        wish()
