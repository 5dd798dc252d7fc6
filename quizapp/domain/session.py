"""A session: what is asked, how far it has come, and what each response came to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from quizapp.domain import reasons
from quizapp.domain.attempt import Attempt, KeptSession, QuestionRef, SessionStart, Step
from quizapp.domain.bank import Bank, Vocabulary
from quizapp.domain.certainty import LEVELS, Certainty
from quizapp.domain.errors import UnknownQuestionError
from quizapp.domain.question import (
    EITHER,
    Choice,
    Question,
    Reason,
    Side,
    Verdict,
    is_arguable,
    is_made_of_definition,
    revision,
)
from quizapp.domain.reasons import NOT_SURE
from quizapp.domain.scoring import Outcome, mark_choice, mark_of_three, mark_verdict


@dataclass(frozen=True, slots=True)
class SessionItem:
    """One question as this session asks it: its reasons, or the order of its options.

    `position` is its place in the session as it was started, by which its attempts are stored. The
    vocabulary is the one it was asked with: another bank of the same id may be opened meanwhile.
    """

    position: int
    ref: QuestionRef
    question: Question
    vocabulary: Vocabulary
    reasons: tuple[Reason, ...] = ()
    order: tuple[int, ...] = ()
    three_answers: bool = False

    @property
    def offered(self) -> tuple[str, ...]:
        """The answers to choose from, in the form they are stored."""
        if isinstance(self.question, Choice):
            return tuple(self.question.responses[index] for index in self.order)
        return (*Side, EITHER) if self.three_answers else tuple(Side)

    def response(self, answer: str) -> str:
        """An answer in the form it is stored: that of an option is its index until then."""
        return self.question.responses[int(answer)] if isinstance(self.question, Choice) else answer

    def answer(self, response: str) -> str:
        """The opposite: a stored answer that is `offered`, as a turn has it."""
        if isinstance(self.question, Choice):
            return str(self.question.responses.index(response))
        return response

    def offers_as(self, other: "SessionItem") -> bool:
        """Whether it is the same wording with the same to choose from, in whatever order."""
        return self.ref == other.ref and sorted(self.offered) == sorted(other.offered)

    def asks_reason(self, answer: str) -> bool:
        """Whether the reason step follows an answer: it does after a label, if there are reasons."""
        return bool(self.reasons) and answer != EITHER

    def reason(self, reason_id: str) -> Reason | None:
        """The offered reason with this id; None for "not sure"."""
        return next((reason for reason in self.reasons if reason.id == reason_id), None)


@dataclass(frozen=True, slots=True)
class Turn:
    """What the person did with one question.

    Attributes:
        answer: the answer that stands; None before one is given.
        certainty: how sure of it the person says to be; None before that is said, or where it is not asked.
        reason: the reason that stands; None before one is given.
        read: whether the explanation was read to the end.
        after_explanation: whether something was taken back, after the reasons or the explanation were shown.
    """

    answer: str | None = None
    certainty: Certainty | None = None
    reason: str | None = None
    read: bool = False
    after_explanation: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """A run through some questions. Every change gives a new value."""

    start: SessionStart
    asked: tuple[SessionItem, ...]
    turns: tuple[Turn, ...]

    @property
    def position(self) -> int:
        """The position of the current question, from 0; the number of questions when all are read."""
        return next((position for position, turn in enumerate(self.turns) if not turn.read), len(self.turns))

    @property
    def is_finished(self) -> bool:
        """Whether every explanation has been read."""
        return self.position == len(self.turns)

    @property
    def current(self) -> SessionItem:
        """The question asked now."""
        return self.asked[self.position]

    @property
    def step(self) -> Step:
        """The step the current question is at."""
        return self._step_at(self.position)

    @property
    def can_undo(self) -> bool:
        """Whether the current question has a step to take back."""
        return not self.is_finished and self.step is not Step.ANSWER

    @property
    def last_step(self) -> Step:
        """The step of the current question that was taken last, and that undoing takes back."""
        turn = self.turns[self.position]
        if turn.reason is not None:
            return Step.REASON
        return Step.ANSWER if turn.certainty is None else Step.CERTAINTY

    def undone(self) -> "Session":
        """The session after its last step was taken back; the question is the same.

        What is given instead counts as given after the explanation: the reasons alone tell the answer. Only
        while it is asked how sure one is has nothing been told yet.
        """
        turn = self.turns[self.position]
        told = replace(turn, after_explanation=turn.after_explanation or self.step is not Step.CERTAINTY)
        match self.last_step:
            case Step.REASON:
                return self._with(replace(told, reason=None))
            case Step.CERTAINTY:
                return self._with(replace(told, certainty=None))
            case _:
                return self._with(replace(told, answer=None))

    def answered(self, response: str) -> "Session":
        """The session after an answer to the current question."""
        return self._with(replace(self.turns[self.position], answer=response))

    def with_certainty(self, response: str) -> "Session":
        """The session after it was said how sure one is of the current answer, as one of `LEVELS`."""
        return self._with(replace(self.turns[self.position], certainty=Certainty(int(response))))

    def reasoned(self, response: str) -> "Session":
        """The session after a reason for the current answer."""
        return self._with(replace(self.turns[self.position], reason=response))

    def moved_on(self) -> "Session":
        """The session after the current explanation was read."""
        return self._with(replace(self.turns[self.position], read=True))

    def outcome(self, position: int) -> Outcome | None:
        """What the question at a position came to; None before its last step is taken."""
        return self._marked(position) if self._step_at(position) is Step.EXPLANATION else None

    def marks_by_certainty(self, position: int) -> int | None:
        """The marks by certainty of the question at a position; None where there are none.

        That is where it is not answered to the end, not marked, or it was not asked how sure one is.
        """
        outcome, certainty = self.outcome(position), self.turns[position].certainty
        if outcome is None or outcome.marks is None or certainty is None:
            return None
        return certainty.marks(is_right=bool(outcome.marks))

    def _step_at(self, position: int) -> Step:
        """The step the question at a position is at."""
        asked, turn = self.asked[position], self.turns[position]
        if turn.answer is None:
            return Step.ANSWER
        if turn.certainty is None and self.start.rules.certainty:
            return Step.CERTAINTY
        if turn.reason is None and asked.asks_reason(turn.answer):
            return Step.REASON
        return Step.EXPLANATION

    def _marked(self, position: int) -> Outcome | None:
        """What the answer and the reason at a position come to, whatever is asked between them."""
        asked, turn = self.asked[position], self.turns[position]
        if turn.answer is None or (turn.reason is None and asked.asks_reason(turn.answer)):
            return None
        if isinstance(asked.question, Choice):
            return mark_choice(asked.question, int(turn.answer))
        chosen = asked.reason(turn.reason or NOT_SURE)
        if asked.three_answers:
            return mark_of_three(asked.question, turn.answer, chosen, asked.reasons)
        return mark_verdict(asked.question, Side(turn.answer), chosen, asked.reasons)

    def step_marks(self, step: Step) -> int | None:
        """The marks that one step of the current question earned; None where it earns none.

        A verdict earns its mark with the answer; only an arguable one earns it with the reason, where two
        answers were offered. To say how sure one is earns none: its marks follow from the others.
        """
        asked, turn = self.current, self.turns[self.position]
        if step is Step.CERTAINTY:
            return None
        outcome = self._marked(self.position)
        marks = outcome.marks if outcome else None
        if isinstance(asked.question, Choice):
            return marks
        if is_arguable(asked.question):
            earning = Step.ANSWER if asked.three_answers else Step.REASON
            return marks if step is earning else None
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
    held = bank.held(ref.question_id for ref in start.questions)
    lacking = [ref.question_id for ref in start.questions if ref.question_id not in held]
    if lacking:
        raise UnknownQuestionError(f"The bank {bank.title} has no question {lacking[0]}.")
    asked = tuple(
        _ask(start, position, ref, held[ref.question_id], bank.vocabulary)
        for position, ref in enumerate(start.questions)
    )
    return Session(start, asked, (Turn(),) * len(asked))


def repeated(start: SessionStart, asked: Sequence[SessionItem]) -> Session:
    """A session at its first question that asks questions of an earlier one, as they were then."""
    again = tuple(
        _ask(start, position, each.ref, each.question, each.vocabulary) for position, each in enumerate(asked)
    )
    return Session(start, again, (Turn(),) * len(again))


def resumed(kept: KeptSession, banks: Mapping[str, Bank]) -> Session:
    """A stored session taken up again.

    A question whose bank is not open, that is gone, or that was answered in another wording or with what
    is no answer to it is left out: it cannot be asked or shown any more, and its attempts stay in the store.
    """
    asked, turns = [], []
    found = _found(kept.start, banks)
    for position, planned in enumerate(kept.start.questions):
        fresh = _ask_now(kept.start, position, found)
        answered = {attempt.question for attempt in kept.attempts if attempt.position == position}
        if position in kept.read:
            answered = answered or {planned}
        turn = _turn(position, kept)
        if fresh is not None and answered <= {fresh.ref} and _is_possible(fresh, turn, kept):
            asked.append(_as_offered(fresh, kept))
            turns.append(turn if turn.answer is None else replace(turn, answer=fresh.answer(turn.answer)))
    return Session(kept.start, tuple(asked), tuple(turns))


def refreshed(session: Session, banks: Mapping[str, Bank]) -> Session:
    """A running session after its banks were read again; the place and what was answered stay.

    A question not answered yet is asked in its present wording. One that was answered keeps its
    wording, and takes over a mended explanation where only that has changed.
    """
    asked = []
    found = _found(session.start, banks)
    for old, turn in zip(session.asked, session.turns, strict=True):
        new = _ask_now(session.start, old.position, found)
        if new is None or (turn.answer is not None and not new.offers_as(old)):
            asked.append(old)
        elif turn.answer is None:
            asked.append(new)
        else:
            asked.append(_as_mended(old, new))
    return replace(session, asked=tuple(asked))


def _as_mended(old: SessionItem, new: SessionItem) -> SessionItem:
    """A question that was answered, with the explanations it has now; it offers the reasons it offered."""
    if not isinstance(new.question, Verdict):
        return replace(old, question=new.question, vocabulary=new.vocabulary)
    today = {reason.id: reason for reason in new.question.reasons}
    offered = tuple(today.get(reason.id, reason) for reason in old.reasons)
    return replace(old, question=new.question, vocabulary=new.vocabulary, reasons=offered)


def _found(start: SessionStart, banks: Mapping[str, Bank]) -> dict[tuple[str, str], tuple[Bank, Question]]:
    """The questions a session planned that the banks have now, by the ids of bank and question."""
    wanted: dict[str, list[str]] = {}
    for ref in start.questions:
        wanted.setdefault(ref.bank_id, []).append(ref.question_id)
    return {
        (bank_id, question.id): (banks[bank_id], question)
        for bank_id, ids in wanted.items()
        if bank_id in banks
        for question in banks[bank_id].held(ids).values()
    }


def _ask_now(
    start: SessionStart, position: int, found: Mapping[tuple[str, str], tuple[Bank, Question]]
) -> SessionItem | None:
    """The question of a position as its bank has it now; None where it has none."""
    planned = start.questions[position]
    if (planned.bank_id, planned.question_id) not in found:
        return None
    bank, question = found[planned.bank_id, planned.question_id]
    return _ask(start, position, refer(bank, question), question, bank.vocabulary)


def _ask(
    start: SessionStart, position: int, ref: QuestionRef, question: Question, vocabulary: Vocabulary
) -> SessionItem:
    chance = Random(f"{start.seed}/{ref.bank_id}/{ref.question_id}")
    if isinstance(question, Verdict):
        three = start.rules.three_answers
        # Where both sides can be argued, either label of three answers is wrong and hears its case at once.
        is_asked = start.rules.reason_step and not (three and is_arguable(question))
        offered = reasons.offer(question, vocabulary, chance) if is_asked else ()
        return SessionItem(position, ref, question, vocabulary, reasons=offered, three_answers=three)
    order = list(range(len(question.options)))
    chance.shuffle(order)
    return SessionItem(position, ref, question, vocabulary, order=tuple(order))


def _as_offered(asked: SessionItem, kept: KeptSession) -> SessionItem:
    """The question with the reasons or the order that were really on the screen."""
    for attempt in kept.attempts:
        if attempt.position != asked.position or attempt.step is Step.CERTAINTY:
            continue
        if isinstance(asked.question, Choice):
            if sorted(attempt.offered) != sorted(asked.offered):
                return asked
            return replace(asked, order=tuple(map(asked.question.responses.index, attempt.offered)))
        if attempt.step is Step.REASON:
            return replace(asked, reasons=reasons.restored(attempt.offered, asked.question))
    return asked


def _is_possible(asked: SessionItem, turn: Turn, kept: KeptSession) -> bool:
    """Whether a turn answers this question: another program may have written into the store.

    One made of a definition has to have the same options as well: its wording does not tell of them.
    """
    given = [each.response for each in kept.attempts if _is_certainty(each, asked.position)]
    if any(response not in LEVELS for response in given):
        return False
    if turn.answer is None:
        return turn.reason is None and not given
    if kept.start.rules.certainty and turn.reason is not None and not given:
        return False
    if is_made_of_definition(asked.ref.question_id) and not _offers_what_it_did(asked, kept):
        return False
    return turn.answer in asked.offered and (turn.reason is None or isinstance(asked.question, Verdict))


def _offers_what_it_did(asked: SessionItem, kept: KeptSession) -> bool:
    answers = (each for each in kept.attempts if (each.position, each.step) == (asked.position, Step.ANSWER))
    return all(sorted(each.offered) == sorted(asked.offered) for each in answers)


def _is_certainty(attempt: Attempt, position: int) -> bool:
    return attempt.step is Step.CERTAINTY and attempt.position == position


def _turn(position: int, kept: KeptSession) -> Turn:
    taken = {attempt.step: attempt.response for attempt in kept.attempts if attempt.position == position}
    certainty = taken.get(Step.CERTAINTY)
    return Turn(
        taken.get(Step.ANSWER),
        Certainty(int(certainty)) if certainty in LEVELS else None,
        taken.get(Step.REASON),
        position in kept.read,
        position in kept.seen,
    )
