"""Looking after the answers that are kept: whether they are sound, and whether a copy is due."""

from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal

from quizapp.domain.errors import QuizError
from quizapp.quiz import Quiz

_HOUR = 3_600_000  # ms


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

    def begin(self) -> None:
        """Look at once, and every hour."""
        self.look_over()
        self._hours.start(_HOUR)

    def look_over(self) -> None:
        """See that the stored answers are sound, and copy them where that is due."""
        try:
            self._quiz.keeping.look_over()
        except QuizError as error:
            self.troubled.emit(error)

    def copy_at_the_end(self) -> None:
        """Have the copy of today hold all of today; what prevents it is said at the next start."""
        with suppress(QuizError):
            self._quiz.keeping.look_over(at_the_end=True)
