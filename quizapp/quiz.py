"""The one door for screens and commands: open banks, run sessions, keep what was answered."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from quizapp.domain.attempt import Attempt, KeptSession, QuestionRef, SessionRules, SessionStart, Step
from quizapp.domain.bank import Bank
from quizapp.domain.errors import QuizError
from quizapp.domain.problem import Reading
from quizapp.domain.selection import BY_HAND, FIRST_SEEDS, Selection, best_seed, draw
from quizapp.domain.session import Session, open_session, refer, repeated, resumed

if TYPE_CHECKING:
    from quizapp.storage.attempt_store import AttemptStore, FirstAnswers
    from quizapp.storage.bank_shelf import BankShelf

UNSEEN_WORTH, MISSED_WORTH = 2.0, 1.0


class NothingToAskError(QuizError):
    """A session was wanted from a bank without questions, or before any bank was open."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Where the quiz takes its time from: `now` in UTC, `monotonic` in seconds."""

    now: Callable[[], datetime]
    monotonic: Callable[[], float]


class Quiz:
    """Runs sessions over the open bank; every response is on disk before its method returns."""

    def __init__(self, store: "AttemptStore", shelf: "BankShelf", clock: Clock, chance: Random) -> None:
        self._store = store
        self._shelf = shelf
        self._clock = clock
        self._chance = chance
        self._banks: dict[str, Bank] = {}
        self._bank: Bank | None = None
        self._shown_at = clock.monotonic()

    # -- banks ---------------------------------------------------------------------------------

    @property
    def bank(self) -> Bank | None:
        """The bank that sessions are drawn from."""
        return self._bank

    def shipped_banks(self) -> list[Path]:
        """The files of the banks that come with the program."""
        return self._shelf.shipped()

    def read_bank(self, path: Path, progress: Callable[[float], None] | None = None) -> Reading:
        """Read a bank file. Touches no other state, so a worker thread may call it."""
        return self._shelf.open(path, progress)

    def use_bank(self, bank: Bank) -> None:
        """Draw the coming sessions from this bank."""
        self._banks[bank.id] = bank
        self._bank = bank

    # -- choosing ------------------------------------------------------------------------------

    def suggestion(self, length: int = 10) -> Selection:
        """What Today offers: at first the bank's first questions, then mostly what is new or was missed.

        Raises:
            NothingToAskError: before a bank with questions is open.
        """
        bank = self._need_bank()
        history = {each.question: _earned(each) for each in self._store.first_answers(bank.id)}
        length = min(length, len(bank.questions))
        if not history:
            return Selection(self._chance.choice(FIRST_SEEDS), length)
        worth = {question.id: _worth(refer(bank, question), history) for question in bank.questions}
        return Selection(best_seed(bank.questions, length, lambda each: worth[each.id], self._chance), length)

    def met(self) -> int:
        """How many questions of the open bank were answered before, in their present wording."""
        if self._bank is None:
            return 0
        answered = {each.question for each in self._store.first_answers(self._bank.id)}
        return sum(refer(self._bank, question) in answered for question in self._bank.questions)

    # -- a session -----------------------------------------------------------------------------

    def start(self, selection: Selection, rules: SessionRules | None = None) -> Session:
        """Begin a session on a set of questions.

        Raises:
            NothingToAskError: before a bank with questions is open.
        """
        bank = self._need_bank()
        refs = tuple(refer(bank, question) for question in draw(bank.questions, selection))
        start = self._new_start(selection.seed, refs, rules or SessionRules(len(refs)))
        return self._begin(open_session(start, bank))

    def practise(self, session: Session, positions: tuple[int, ...]) -> Session:
        """Begin a session on some questions of an earlier one, as they were asked there."""
        asked = [session.asked[position] for position in positions]
        rules = SessionRules(len(asked), session.start.rules.reason_step)
        start = self._new_start(BY_HAND, tuple(each.ref for each in asked), rules)
        return self._begin(repeated(start, asked))

    def answer(self, session: Session, response: str) -> Session:
        """Record a verdict (`product`, `service`) or a choice (the option's index in the bank)."""
        changed = session.answered(response)
        self._keep(session, changed, Step.ANSWER, session.current.offered, response)
        return changed

    def give_reason(self, session: Session, response: str) -> Session:
        """Record what the person says decided it: a reason's id, or empty for "not sure"."""
        changed = session.reasoned(response)
        offered = tuple(reason.id for reason in session.current.reasons)
        self._keep(session, changed, Step.REASON, offered, response)
        return changed

    def move_on(self, session: Session) -> Session:
        """Leave the explanation; after the last one the session is finished."""
        now = self._clock.now()
        self._store.note_read(session.start.id, session.current.place, now)
        changed = session.moved_on()
        if changed.is_finished:
            self._store.finish(session.start.id, now)
        self._shown_at = self._clock.monotonic()
        return changed

    # -- resuming ------------------------------------------------------------------------------

    def unfinished(self) -> KeptSession | None:
        """The newest session that was left in the middle, if any."""
        return self._store.unfinished()

    def resume(self, kept: KeptSession) -> Session:
        """Take a session up at the step it was left at.

        Raises:
            NothingToAskError: when none of its questions is there any more in the same wording.
        """
        session = resumed(kept, self._banks)
        if not session.asked:
            raise NothingToAskError(
                "The questions of that session have changed since, or their bank is not open. "
                "Open its bank to take it up again, or start a new set; nothing recorded is lost."
            )
        if session.is_finished:  # it ended between the last "read" and the note that it was over
            self._store.finish(kept.start.id, self._clock.now())
        self._shown_at = self._clock.monotonic()
        return session

    def set_aside(self, kept: KeptSession) -> None:
        """Offer a session no longer; what was answered stays."""
        self._store.set_aside(kept.start.id, self._clock.now())

    def check_store(self) -> None:
        """Look the stored answers over once; called when the window is up.

        Raises:
            QuizError: when the database is damaged.
        """
        self._store.check()

    def close(self) -> None:
        """Close the store."""
        self._store.close()

    # -- inside --------------------------------------------------------------------------------

    def _need_bank(self) -> Bank:
        if self._bank is None or not self._bank.questions:
            raise NothingToAskError("No bank with questions is open. Open one under Banks.")
        return self._bank

    def _new_start(self, seed: int, refs: tuple[QuestionRef, ...], rules: SessionRules) -> SessionStart:
        return SessionStart(os.urandom(16).hex(), seed, rules, refs, self._clock.now())

    def _begin(self, session: Session) -> Session:
        self._store.begin(session.start)
        self._shown_at = self._clock.monotonic()
        return session

    def _keep(
        self, before: Session, after: Session, step: Step, offered: tuple[str, ...], response: str
    ) -> None:
        """Append one attempt; when this returns it is on disk."""
        asked = before.current
        elapsed = self._clock.monotonic() - self._shown_at
        self._store.append(
            Attempt(
                session_id=before.start.id,
                position=asked.place,
                step=step,
                question=asked.ref,
                offered=offered,
                response=response,
                marks=after.step_marks(step),
                seconds=max(0.0, elapsed),
                at=self._clock.now(),
            )
        )
        self._shown_at = self._clock.monotonic()


def _earned(answers: "FirstAnswers") -> float | None:
    """The marks of the last first answer: with the answer, or for an arguable one with the reason."""
    return answers.reason_marks if answers.marks is None else answers.marks


def _worth(ref: QuestionRef, history: "dict[QuestionRef, float | None]") -> float:
    """How much a question is worth asking: new before missed before known."""
    if ref not in history:
        return UNSEEN_WORTH
    return MISSED_WORTH if history[ref] == 0 else 0.0
