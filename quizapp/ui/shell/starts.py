"""Begins sessions, at once or as soon as the banks they need are open."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from quizapp.domain.attempt import KeptSession, QuestionRef, SessionRules
from quizapp.domain.selection import Selection, Which
from quizapp.domain.session import Session
from quizapp.quiz import Quiz
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.today.controller import TodayController

if TYPE_CHECKING:
    from quizapp.ui.session.controller import SessionController


class SessionStarts(QObject):
    """Begins what somebody asked for, with the steps after the answer that sessions usually have.

    Only the last request counts: while it waits for its banks, another one takes its place.
    """

    def __init__(
        self,
        quiz: Quiz,
        preferences: PreferencesFile,
        today: TodayController,
        sessions: "Callable[[], SessionController]",
        is_reading: Callable[[], bool],
        parent: QObject,
    ) -> None:
        """Wait for requests.

        Args:
            quiz: has the banks that are open.
            preferences: what sessions usually ask.
            today: knows whether anything is due.
            sessions: what runs them, built when the first one begins.
            is_reading: whether banks are still to be read.
            parent: the owner.
        """
        super().__init__(parent)
        self._quiz = quiz
        self._preferences = preferences
        self._today = today
        self._sessions = sessions
        self._is_reading = is_reading
        self._pending: Callable[[], None] | None = None
        self._pending_banks: Collection[str] = ()

    @property
    def is_pending(self) -> bool:
        """Whether a session waits for its banks."""
        return self._pending is not None

    def forget(self) -> None:
        """Begin no more what waits for its banks."""
        self._pending = None

    def go_on(self) -> None:
        """Begin what waits, if nothing is in its way any more."""
        is_open = {bank.id for bank in self._quiz.banks}
        is_ready = bool(is_open) and is_open.issuperset(self._pending_banks)
        if self._pending is None or (self._is_reading() and not is_ready):
            return
        start, self._pending = self._pending, None
        start()

    # -- requests ------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin what Today offers, as soon as there is a bank."""
        self._start_when_ready(self._begin_offered)

    def begin(self, selection: object) -> None:
        """Begin a session on what was chosen."""
        if isinstance(selection, Selection):
            self._sessions().start(selection)

    def start_on(self, ref: object) -> None:
        """Begin a session on a single question."""
        if isinstance(ref, QuestionRef):
            usual = self._preferences.now
            self._sessions().start_on(ref, reason_step=usual.reason_step, certainty=usual.certainty)

    def start_weakest(self) -> None:
        """Begin a session on the weakest kind of reason."""
        self.begin(self._as_usual(Selection(which=Which.WEAKEST_CUE)))

    def start_printed(self, seed: int) -> None:
        """Begin the session that a seed names."""
        self.begin(self._as_usual(Selection(seed)))

    def resume(self, kept: object) -> None:
        """Go on with a session left in the middle."""
        if isinstance(kept, KeptSession):
            banks = {ref.bank_id for ref in kept.start.questions}
            self._start_when_ready(lambda: self._sessions().resume(kept), banks)

    def practise_paper(self, session: object, positions: object) -> None:
        """Practise some questions of a paper, by their positions."""
        if isinstance(session, Session) and isinstance(positions, tuple):
            usual = self._preferences.now
            self._sessions().practise(
                session, positions, reason_step=usual.reason_step, certainty=usual.certainty
            )

    # -- inside --------------------------------------------------------------------------------

    def _begin_offered(self) -> None:
        """Begin on what is due, else on the suggested set."""
        usual = self._preferences.now
        if self._today.starts_due():
            rules = SessionRules(reason_step=usual.reason_step, certainty=usual.certainty)
            self._sessions().begin(lambda: self._today.begin_due(rules))
        else:
            length = self._today.first_length()
            self._sessions().start(reason_step=usual.reason_step, certainty=usual.certainty, length=length)

    def _as_usual(self, selection: Selection) -> Selection:
        """The same with the steps after the answer that sessions have unless something else is chosen."""
        usual = self._preferences.now
        return replace(selection, reason_step=usual.reason_step, certainty=usual.certainty)

    def _start_when_ready(self, start: Callable[[], None], banks: Collection[str] = ()) -> None:
        """Start now, or once the banks it needs are open or cannot be had.

        Args:
            start: what to do.
            banks: the ids of the banks it needs; none for whichever comes first.
        """
        self._pending, self._pending_banks = start, banks
        self.go_on()
