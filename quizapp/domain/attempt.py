"""What happened in a session, as it is stored: one value for each thing a person did."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Step(StrEnum):
    """The steps a question is taken through."""

    ANSWER = "answer"
    CERTAINTY = "certainty"
    """How sure somebody is of the answer, see `Certainty`, before anything tells whether it is right."""
    REASON = "reason"
    EXPLANATION = "explanation"


PAPER = "paper"
"""What `SessionRules.which` says of a session that is a paper."""


DUE = "due"
"""What it says of a session on what is due again, and on new questions beside it."""


@dataclass(frozen=True, slots=True)
class SessionRules:
    """How a session is run. Modes are data: another mode is another value.

    Attributes:
        length: how many questions are asked.
        reason_step: whether "What decides it here?" is asked.
        three_answers: whether "either can be argued" stands beside the two labels.
        which: which questions were chosen, as in `Which`, or `PAPER` or `DUE`; it names a session and changes
            nothing in it.
        topics: the topics chosen, likewise.
        cue: the kind of reason chosen, likewise; empty for any.
        certainty: whether "How sure are you?" is asked after each answer.
    """

    length: int = 10
    reason_step: bool = True
    three_answers: bool = False
    which: str = "all"
    topics: tuple[str, ...] = ()
    cue: str = ""
    certainty: bool = False


@dataclass(frozen=True, slots=True)
class QuestionRef:
    """A question in one exact wording: answers to another revision never count as answers to it."""

    bank_id: str
    question_id: str
    revision: str


@dataclass(frozen=True, slots=True)
class SessionStart:
    """The fixed part of a session: what will be asked, in order, and how.

    `seed` drew the set, see `selection`; `started_at` is UTC.
    """

    id: str
    seed: int
    rules: SessionRules
    questions: tuple[QuestionRef, ...]
    started_at: datetime


@dataclass(frozen=True, slots=True)
class Attempt:
    """One response to one step of one question.

    Attributes:
        session_id: the session it belongs to.
        position: the position of the question in the session, from 0.
        step: `ANSWER` (verdict or choice), `CERTAINTY` or `REASON`.
        question: bank, question and revision answered.
        offered: what stood to choose from, in the order shown; so it tells whether two or three answers did.
            An option is named as in `Choice.responses`, a reason by the id that stands for its text, a level
            of certainty by its number.
        response: the one chosen, in the form it has in `offered`; empty for "not sure".
        marks: marks earned by this step as they were shown, 0 or 1; None where the step earns none.
        seconds: time used on a monotonic clock.
        at: when, in UTC.
        after_explanation: whether the explanation of the question, or the reasons to choose from, had been
            shown before; such a response counts for its session and never as a first answer.
    """

    session_id: str
    position: int
    step: Step
    question: QuestionRef
    offered: tuple[str, ...]
    response: str
    marks: float | None
    seconds: float
    at: datetime
    after_explanation: bool = False


@dataclass(frozen=True, slots=True)
class KeptSession:
    """A session as the store gives it back.

    Attributes:
        start: its fixed part.
        attempts: the attempts that stand, in order; what was taken back is not among them.
        read: the positions whose explanation was read to the end.
        seen: the positions whose explanation had been shown before an answer to them was taken back.
    """

    start: SessionStart
    attempts: tuple[Attempt, ...]
    read: frozenset[int]
    seen: frozenset[int] = frozenset()
