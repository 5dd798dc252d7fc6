"""Saying what went wrong, and offering another file of answers where that would help."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from quizapp.domain.errors import QuizError
from quizapp.quiz import Quiz
from quizapp.ui.asking import Asking
from quizapp.ui.recovery import Recovery


class Troubles(QObject):
    """Tells people of trouble, one thing at a time.

    Signals:
        mended: trouble that another file of answers would end was told; carries whether one is used now.
    """

    mended = Signal(object)

    def __init__(self, quiz: Quiz, recovery: Recovery, asking: Asking, window: QWidget) -> None:
        super().__init__(window)
        self._quiz = quiz
        self._recovery = recovery
        self._asking = asking
        self._window = window
        self._is_mending = False

    def tell(self, trouble: object) -> None:
        """Say what went wrong; where another file of answers would help, offer one."""
        if self._is_mending:  # the page behind the question has the same trouble
            return
        if not (isinstance(trouble, QuizError) and trouble.can_be_replaced):
            self._asking.tell(trouble)
            return
        self._is_mending = True
        is_replaced = False
        try:
            is_replaced = self._recovery.mend(self._quiz, trouble, self._window)
        except QuizError as error:
            self._asking.tell(error)
        finally:
            self.mended.emit(is_replaced)  # the page's trouble, if any is left, would ask the same again
            self._is_mending = False
