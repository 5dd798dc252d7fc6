"""Looking back at a session that is over: its questions with their explanations, and nothing to answer."""

from collections.abc import Collection
from functools import cached_property

from PySide6.QtCore import QObject, Signal

from quizapp.domain.session import Session
from quizapp.quiz import Quiz
from quizapp.ui.dialogs import Dialogs
from quizapp.ui.errors import ErrorPresenter
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.question.answer_view import is_told, twin_at
from quizapp.ui.session.controller import QuestionController
from quizapp.ui.session.page import SessionPage
from quizapp.ui.style.appearance import Appearance


class ReviewController(QObject):
    """Goes through the answered questions of one past session, on a page of its own.

    Signals:
        page_shown: its page should stand in front; carries it.
        left: the page one came from should.
    """

    page_shown = Signal(object)
    left = Signal()

    def __init__(
        self,
        quiz: Quiz,
        appearance: Appearance,
        errors: ErrorPresenter,
        dialogs: Dialogs,
        preferences: PreferencesFile,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._quiz, self._appearance, self._errors = quiz, appearance, errors
        self._dialogs, self._preferences = dialogs, preferences
        self._session: Session | None = None
        self._position = 0
        self._back = ""
        self._flagged: Collection[int] = ()
        self._among: Collection[int] | None = None

    @cached_property
    def page(self) -> SessionPage:
        """The page of the questions, built when the first one is looked at."""
        page = SessionPage(self._appearance)
        page.next_requested.connect(self._go_on)
        page.previous_requested.connect(self._go_back)
        page.twin_requested.connect(self._show_twin)
        page.leave_requested.connect(self.left)
        page.shortcuts_requested.connect(self._dialogs.show_keys)
        page.set_folds(self._preferences.now.open_folds)
        page.folds_changed.connect(self._remember_folds)
        return page

    @cached_property
    def question(self) -> QuestionController:
        """What can be done with the question on the page."""
        return QuestionController(self._quiz, self.page, self._errors)

    @property
    def position(self) -> int:
        """The place of the question that was looked at last."""
        return self._position

    def show_question(
        self,
        session: Session,
        position: int,
        back: str,
        flagged: Collection[int] = (),
        among: Collection[int] | None = None,
    ) -> None:
        """Look at a question of a session.

        Args:
            session: the session; questions that are neither answered to their end nor left open in a
                paper are passed over.
            position: the question's.
            back: what the page is called that one came from.
            flagged: the positions that were flagged while it was sat, of a paper.
            among: the positions to go on and back through; None for all of them.
        """
        self._session, self._back, self._flagged, self._among = session, back, flagged, among
        self._show(position)

    def _show(self, position: int | None) -> None:
        session = self._session
        if session is None or position is None or not is_told(session, position):
            return
        self._position = position
        self.page_shown.emit(self.page)
        self.page.show_again(
            session,
            position,
            has_twin=twin_at(session, position) is not None,
            previous=self._beside(-1) is not None,
            following=self._beside(1) is not None,
            back=self._back,
            in_paper=position in self._flagged,
        )
        self.question.set_question(session, position)

    def _beside(self, step: int) -> int | None:
        """The next question in a direction that is explained; None at an end."""
        session = self._session
        if session is None:
            return None
        end = len(session.asked) if step > 0 else -1
        places = range(self._position + step, end, step)
        among = places if self._among is None else self._among
        return next((place for place in places if place in among and is_told(session, place)), None)

    def _go_on(self) -> None:
        if (following := self._beside(1)) is None:
            self.left.emit()
        else:
            self._show(following)

    def _go_back(self) -> None:
        self._show(self._beside(-1))

    def _show_twin(self) -> None:
        if self._session is not None:
            self._show(twin_at(self._session, self._position))

    def _remember_folds(self, keys: object) -> None:
        self._preferences.change(open_folds=keys)
