"""Looking after the answers that are kept: whether they are sound, and whether a copy is due."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal

from quizapp.domain.errors import QuizError
from quizapp.quiz import Quiz

_HOUR = 3_600_000  # ms
_A_WHILE = 20_000  # ms: no start waits for what is not urgent


class Upkeep(QObject):
    """Looks the kept answers over when the window is up, every hour from then on, and at the end.

    Signals:
        troubled: carries what went wrong.
    """

    troubled = Signal(object)

    def __init__(self, quiz: Quiz, parent: QObject) -> None:
        super().__init__(parent)
        self._quiz = quiz
        self._hours = QTimer(self)
        self._hours.timeout.connect(self.look_over)
        self._hours.timeout.connect(self.tidy)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.tidy)

    def begin(self) -> None:
        """Look at once, and every hour; tidy a little later."""
        self.look_over()
        self._hours.start(_HOUR)
        self._later.start(_A_WHILE)

    def look_over(self) -> None:
        """See that the stored answers are sound, and copy them where that is due."""
        self._do(self._quiz.keeping.look_over)

    def tidy(self) -> None:
        """Delete what is kept only for a time."""
        self._do(self._quiz.tidy)

    def _do(self, act: Callable[[], None]) -> None:
        try:
            act()
        except QuizError as error:
            self.troubled.emit(error)

    def copy_at_the_end(self) -> None:
        """Have the copy of today hold all of today; what prevents it is said at the next start."""
        with suppress(QuizError):
            self._quiz.keeping.look_over(at_the_end=True)
