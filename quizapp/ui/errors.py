"""How expected trouble reaches people: one presenter, handed to every controller."""

from collections.abc import Callable
from types import TracebackType

from quizapp.domain.errors import QuizError


class ErrorPresenter:
    """Tells people of trouble, one thing at a time.

    Args:
        say: shows a sentence, or what an error says.
        mend: is given an error that another file of answers would end, and offers one.
    """

    def __init__(self, say: Callable[[object], None], mend: Callable[[QuizError], None]) -> None:
        self._say = say
        self._mend = mend
        self._is_mending = False

    def show(self, trouble: object) -> None:
        """Say what went wrong; where another file of answers would help, offer one.

        Args:
            trouble: a sentence, or the error that says it.
        """
        if self._is_mending:  # the page behind the question has the same trouble
            return
        if not (isinstance(trouble, QuizError) and trouble.can_be_replaced):
            self._say(trouble)
            return
        self._is_mending = True
        try:
            self._mend(trouble)
        finally:
            self._is_mending = False

    def shown(self) -> "_Shown":
        """A block that expected trouble ends, once it is said."""
        return _Shown(self)

    def tries(self, action: Callable[[], object]) -> bool:
        """Whether something could be done; what prevented it is said."""
        with self.shown():
            action()
            return True
        return False


class _Shown:
    """Shows the `QuizError` that ends its block."""

    def __init__(self, presenter: ErrorPresenter) -> None:
        self._presenter = presenter

    def __enter__(self) -> None:
        """Begin the block."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> bool:
        """Whether the block ended in trouble that was shown; anything else goes on."""
        if not isinstance(error, QuizError):
            return False
        self._presenter.show(error)
        return True
