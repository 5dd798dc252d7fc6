"""A session: what is asked, how far it has come, and what each response came to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from quizapp.domain import reasons
from quizapp.domain.attempt import KeptSession, QuestionRef, SessionStart, Step
from quizapp.domain.bank import Bank, Vocabulary
from quizapp.domain.errors import UnknownQuestionError
from quizapp.domain.question import Choice, Question, Side, Strength, Verdict, revision
from quizapp.domain.reasons import NOT_SURE, Reason
from quizapp.domain.scoring import Outcome, mark_choice, mark_verdict


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as this session asks it: its reasons, or the order of its options.

    `place` is its place in the session as it was started, by which its attempts are stored. The
    vocabulary is the one it was asked with: another bank of the same id may be opened meanwhile.
    """

    place: int
    ref: QuestionRef
    question: Question
    vocabulary: Vocabulary
    reasons: tuple[Reason, ...] = ()
    order: tuple[int, ...] = ()

    @property
    def offered(self) -> tuple[str, ...]:
        """The answers to choose from, in the form they are stored."""
        if isinstance(self.question, Choice):
            return tuple(str(index) for index in self.order)
        return tuple(Side)

    def reason(self, reason_id: str) -> Reason | None:
        """The offered reason with this id; None for "not sure"."""
        return next((reason for reason in self.reasons if reason.id == reason_id), None)


@dataclass(frozen=True, slots=True)
class Turn:
    """What the person did with one question: None where a step has not been taken."""

    answer: str | None = None
    reason: str | None = None
    read: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """A run through some questions. Every change gives a new value."""

    start: SessionStart
    asked: tuple[Asked, ...]
    turns: tuple[Turn, ...]

    @property
    def position(self) -> int:
        """The place of the current question, from 0; the number of questions when all are read."""
        return next((place for place, turn in enumerate(self.turns) if not turn.read), len(self.turns))

    @property
    def is_finished(self) -> bool:
        """Whether every explanation has been read."""
        return self.position == len(self.turns)

    @property
    def current(self) -> Asked:
        """The question asked now."""
        return self.asked[self.position]

    @property
    def step(self) -> Step:
        """The step the current question is at."""
        turn = self.turns[self.position]
        if turn.answer is None:
            return Step.ANSWER
        if turn.reason is None and self.current.reasons:
            return Step.REASON
        return Step.EXPLANATION

    def answered(self, response: str) -> "Session":
        """The session after an answer to the current question."""
        return self._with(replace(self.turns[self.position], answer=response))

    def reasoned(self, response: str) -> "Session":
        """The session after a reason for the current answer."""
        return self._with(replace(self.turns[self.position], reason=response))

    def moved_on(self) -> "Session":
        """The session after the current explanation was read."""
        return self._with(replace(self.turns[self.position], read=True))

    def outcome(self, position: int) -> Outcome | None:
        """What the question at a place came to; None before its last step is taken."""
        asked, turn = self.asked[position], self.turns[position]
        if turn.answer is None or (turn.reason is None and asked.reasons):
            return None
        if isinstance(asked.question, Choice):
            return mark_choice(asked.question, int(turn.answer))
        chosen = asked.reason(turn.reason or NOT_SURE)
        return mark_verdict(asked.question, Side(turn.answer), chosen, asked.reasons)

    def step_marks(self, step: Step) -> int | None:
        """The marks that one step of the current question earned; None where it earns none.

        A verdict earns its mark with the answer; only an arguable one earns it with the reason.
        """
        asked, turn = self.current, self.turns[self.position]
        outcome = self.outcome(self.position)
        if isinstance(asked.question, Choice):
            return outcome.marks if outcome else None
        if asked.question.strength is Strength.ARGUABLE:
            return outcome.marks if outcome and step is Step.REASON else None
        return int(turn.answer == asked.question.answer) if step is Step.ANSWER else None

    def _with(self, turn: Turn) -> "Session":
        turns = list(self.turns)
        turns[self.position] = turn
        return replace(self, turns=tuple(turns))


def refer(bank: Bank, question: Question) -> QuestionRef:
    """The question in its present wording."""
    return QuestionRef(bank.id, question.id, revision(question))


def open_session(start: SessionStart, bank: Bank) -> Session:
    """A session at its first question.

    Raises:
        UnknownQuestionError: when the bank lacks one of its questions.
    """
    asked = tuple(
        _ask(start, place, bank.question(ref.question_id), bank.vocabulary)
        for place, ref in enumerate(start.questions)
    )
    return Session(start, asked, (Turn(),) * len(asked))


def repeated(start: SessionStart, asked: Sequence[Asked]) -> Session:
    """A session at its first question that asks questions of an earlier one, as they were then."""
    again = tuple(_ask(start, place, each.question, each.vocabulary) for place, each in enumerate(asked))
    return Session(start, again, (Turn(),) * len(again))


def resumed(kept: KeptSession, banks: Mapping[str, Bank]) -> Session:
    """A stored session taken up again.

    A question whose bank is not open, or that has another wording now, is left out: it cannot be
    asked or shown any more, and its attempts stay in the store.
    """
    asked, turns = [], []
    for place, ref in enumerate(kept.start.questions):
        bank = banks.get(ref.bank_id)
        if bank is not None and _is_unchanged(ref, bank):
            fresh = _ask(kept.start, place, bank.question(ref.question_id), bank.vocabulary)
            asked.append(_as_offered(fresh, kept))
            turns.append(_turn(place, kept))
    return Session(kept.start, tuple(asked), tuple(turns))


def _is_unchanged(ref: QuestionRef, bank: Bank) -> bool:
    try:
        return refer(bank, bank.question(ref.question_id)) == ref
    except UnknownQuestionError:
        return False


def _ask(start: SessionStart, place: int, question: Question, vocabulary: Vocabulary) -> Asked:
    ref = start.questions[place]
    chance = Random(f"{start.seed}/{ref.bank_id}/{ref.question_id}")
    if isinstance(question, Verdict):
        offered = reasons.offer(question, vocabulary, chance) if start.rules.reason_step else ()
        return Asked(place, ref, question, vocabulary, reasons=offered)
    order = list(range(len(question.options)))
    chance.shuffle(order)
    return Asked(place, ref, question, vocabulary, order=tuple(order))


def _as_offered(asked: Asked, kept: KeptSession) -> Asked:
    """The question with the reasons or the order that were really on the screen."""
    for attempt in kept.attempts:
        if attempt.position != asked.place:
            continue
        if isinstance(asked.question, Choice):
            order = tuple(int(index) for index in attempt.offered if index.isdecimal())
            return replace(asked, order=order) if sorted(order) == sorted(asked.order) else asked
        if attempt.step is Step.REASON:
            return replace(asked, reasons=reasons.restored(attempt.offered, asked.question, asked.vocabulary))
    return asked


def _turn(place: int, kept: KeptSession) -> Turn:
    taken = {attempt.step: attempt.response for attempt in kept.attempts if attempt.position == place}
    return Turn(taken.get(Step.ANSWER), taken.get(Step.REASON), place in kept.read)
