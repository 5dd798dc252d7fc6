"""Brings reviews up to date piece by piece, while the window goes on."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal

from quizapp.domain.errors import QuizError
from quizapp.quiz import Quiz

_BREATH = 60  # ms between two pieces, each of some 20 ms
_LATER = 5_000  # ms until the next where another program had the file: one that cannot be had takes 100 ms


class ReviewUpkeep(QObject):
    """Computes what is due again after banks were opened or read anew, and after other answers came in.

    Args:
        quiz: has the reviews.
        may_work: whether nobody is answering.
        parent: the owner.

    Signals:
        caught_up: all is up to date that was not.
    """

    caught_up = Signal()

    def __init__(self, quiz: Quiz, may_work: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._quiz = quiz
        self._may_work = may_work
        self._is_over = False
        self._timer = QTimer(self, interval=_BREATH)
        self._timer.timeout.connect(self._work)

    def begin(self) -> None:
        """Look, as soon as the window has time, whether anything is to be computed, and compute it."""
        if not self._is_over:
            self._timer.start(_BREATH)

    def end(self) -> None:
        """Compute nothing any more: the answers are about to be closed."""
        self._timer.stop()
        self._is_over = True

    def _work(self) -> None:
        if not self._may_work():
            return
        self._timer.stop()
        with suppress(QuizError):  # the page that shows reviews says what is wrong
            was_behind = self._quiz.reviews.is_behind
            if not self._quiz.reviews.advance():
                self._timer.start(_LATER if self._quiz.reviews.is_blocked else _BREATH)
            elif was_behind:
                self.caught_up.emit()
