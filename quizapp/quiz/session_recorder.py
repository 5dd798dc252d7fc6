"""The steps of a session, each on disk before it is shown."""

import os
from typing import TYPE_CHECKING

from quizapp.domain.attempt import Attempt, QuestionRef, SessionRules, SessionStart, Step
from quizapp.domain.certainty import LEVELS
from quizapp.domain.session import Session
from quizapp.quiz.clock import Clock

if TYPE_CHECKING:
    from quizapp.storage.answers.store import AttemptStore


class SessionRecorder:
    """Writes what happens in sessions to a store; when a method returns, it is kept.

    Every method may raise a `QuizError` from the store; the step was not taken then.
    """

    def __init__(self, store: "AttemptStore", clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._shown_at = clock.monotonic()
        self._paused_at: float | None = None

    def new_start(self, seed: int, refs: tuple[QuestionRef, ...], rules: SessionRules) -> SessionStart:
        """The fixed part of a session that begins now, under an id of its own."""
        return SessionStart(os.urandom(16).hex(), seed, rules, refs, self._clock.now())

    def begin(self, session: Session) -> Session:
        """Keep that a session began."""
        self._store.begin(session.start)
        return self.shown(session)

    def shown(self, session: Session) -> Session:
        """Let the time of the next step run from now."""
        self._shown_at, self._paused_at = self._clock.monotonic(), None
        return session

    def pause(self) -> None:
        """Stop the time of the step: something else is looked at."""
        if self._paused_at is None:
            self._paused_at = self._clock.monotonic()

    def go_on(self) -> None:
        """Let the time of the step run on from where it was stopped."""
        if self._paused_at is not None:
            self._shown_at += self._clock.monotonic() - self._paused_at
            self._paused_at = None

    def answer(self, session: Session, response: str) -> Session:
        """Record a verdict (`product`, `service`, `either`) or a choice (the option's index in the bank)."""
        asked = session.current
        kept = asked.response(response)
        return self._keep(session, session.answered(response), Step.ANSWER, asked.offered, kept)

    def give_certainty(self, session: Session, response: str) -> Session:
        """Record how sure the person is of the answer, as one of `LEVELS`."""
        return self._keep(session, session.with_certainty(response), Step.CERTAINTY, LEVELS, response)

    def give_reason(self, session: Session, response: str) -> Session:
        """Record what the person says decided it: a reason's id, or empty for "not sure"."""
        changed = session.reasoned(response)
        offered = tuple(reason.id for reason in session.current.reasons)
        return self._keep(session, changed, Step.REASON, offered, response)

    def undo(self, session: Session) -> Session:
        """Take the last step of the current question back; that it was taken stays on record."""
        changed = session.undone()
        seen = changed.turns[session.position].after_explanation
        position, now = session.current.position, self._clock.now()
        self._store.retract(session.start.id, position, session.last_step, now, after_explanation=seen)
        return self.shown(changed)

    def move_on(self, session: Session) -> Session:
        """Leave the explanation; after the last one the session is finished."""
        now = self._clock.now()
        self._store.note_read(session.start.id, session.current.position, now)
        changed = session.moved_on()
        if changed.is_finished:
            self._store.finish(session.start.id, now)
        return self.shown(changed)

    def _keep(
        self, before: Session, after: Session, step: Step, offered: tuple[str, ...], response: str
    ) -> Session:
        """Append one attempt; when this returns it is on disk."""
        asked = before.current
        self._store.append(
            Attempt(
                session_id=before.start.id,
                position=asked.position,
                step=step,
                question=asked.ref,
                offered=offered,
                response=response,
                marks=after.step_marks(step),
                seconds=max(0.0, self._clock.monotonic() - self._shown_at),
                at=self._clock.now(),
                after_explanation=before.turns[before.position].after_explanation,
            )
        )
        return self.shown(after)
