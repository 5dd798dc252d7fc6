"""What a person did with the questions of a bank before, and what that says about their revision."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from quizapp.domain.attempt import QuestionRef, SessionRules
from quizapp.domain.bank import Bank
from quizapp.domain.chance import wilson
from quizapp.domain.cue_score import CueScore
from quizapp.domain.question import Choice, Question
from quizapp.domain.reasons import NOT_SURE, by_id, cues_for


@dataclass(frozen=True, slots=True)
class Past:
    """How one wording of a question was answered in the last session that asked it.

    The answer that counts is the earliest of that session which was not taken back before anything
    told the right one: one taken back after the reasons or the explanation stays what was known.

    Attributes:
        question: the wording.
        times: in how many sessions it was answered, 1 or more.
        last_at: when that answer was given, in UTC.
        marks: what it earned, None where it earns none.
        reason_marks: what its reason earned, None where none was given or marked.
        answer: the response: a side, or the index of an option.
        reason: the id of the reason given, see `Reason.id`, empty for "not sure"; None where none was given
            or asked for.
        is_first: whether nothing was taken back before it, so that it may count as a first answer.
    """

    question: QuestionRef
    times: int
    last_at: datetime
    marks: float | None
    reason_marks: float | None
    answer: str = ""
    reason: str | None = None
    is_first: bool = True

    @property
    def earned(self) -> float | None:
        """The marks of the question: with the answer, or for an arguable one with the reason."""
        return self.reason_marks if self.marks is None else self.marks

    @property
    def is_missed(self) -> bool:
        """Whether a mark was to be had and was not earned."""
        return self.earned == 0


@dataclass(frozen=True, slots=True)
class PastSession:
    """A session in a list of those that were answered.

    Attributes:
        id: names it.
        rules: how it was run.
        started_at: when it began, in UTC.
        bank_ids: the banks of the questions answered.
        asked: how many questions it has.
        answered: how many of them were answered.
        earned: the marks earned.
        marked: the questions that could earn one.
        is_finished: whether it came to its end.
        is_paper: whether it was a paper.
    """

    id: str
    rules: SessionRules
    started_at: datetime
    bank_ids: tuple[str, ...]
    asked: int
    answered: int
    earned: int
    marked: int
    is_finished: bool
    is_paper: bool = False


class NoteKind(StrEnum):
    """What a note is for: it says what is wrong with a question, or is for the person who wrote it."""

    FAULT = "fault"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Note:
    """What a person wrote about a question; `at` is UTC."""

    number: int
    question: QuestionRef
    text: str
    at: datetime
    kind: NoteKind = NoteKind.FAULT


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of all that is kept.

    Attributes:
        path: its file.
        at: when it was made, in UTC.
        attempts: how many attempts it holds.
        rounds: how many rounds with a room it holds.
    """

    path: Path
    at: datetime
    attempts: int
    rounds: int = 0


LEAST_ASKED = 3
"""Answers below which nothing is said about a cue."""


def deciding_cues(question: Question) -> tuple[str, ...]:
    """The kinds of the reasons that decide a verdict: for its answer, for both labels when arguable."""
    if isinstance(question, Choice):
        return ()
    return tuple(dict.fromkeys(cue for side in question.sides for cue in cues_for(question, side)))


def knows(question: Question, past: Past) -> bool:
    """Whether an answer shows knowledge: right, and for a reason that decides where one was asked.

    A reason is judged by what the question says of it today; one that is no longer among its reasons
    says nothing.
    """
    if not past.earned:
        return False
    if isinstance(question, Choice) or not tells_reason(question, past):
        return True
    reason = by_id(question, past.reason or NOT_SURE)
    return reason is not None and reason.side is not None and reason.side == past.answer


def tells_reason(question: Question, past: Past) -> bool:
    """Whether an answer was given a reason that can still be judged, or "not sure"."""
    if isinstance(question, Choice) or past.reason is None:
        return False
    return past.reason == NOT_SURE or by_id(question, past.reason) is not None


def cue_scores(bank: Bank, history: Mapping[str, Past]) -> tuple[CueScore, ...]:
    """How well each cue of a bank is mastered, the weakest first; cues never asked are left out.

    Args:
        bank: the bank.
        history: by question id, what was done with its present wording.

    Weakest means the smallest upper bound of the interval: it grows where there were few answers, so
    a cue is called weak only on some evidence.
    """
    answers: dict[str, list[bool]] = {}
    for question in bank.questions:
        past = history.get(question.id)
        if past is not None and past.is_first and tells_reason(question, past):
            for cue in deciding_cues(question):
                answers.setdefault(cue, []).append(knows(question, past))
    return tuple(sorted(_scores(bank, answers.items()), key=lambda score: (score.high, score.cue)))


def _scores(bank: Bank, answers: Iterable[tuple[str, list[bool]]]) -> Iterable[CueScore]:
    known = bank.vocabulary.cues
    for cue, results in answers:
        low, high = wilson(sum(results), len(results))
        yield CueScore(cue, known[cue].name if cue in known else cue, sum(results), len(results), low, high)


def weakest_cues(bank: Bank, history: Mapping[str, Past]) -> tuple[CueScore, ...]:
    """The cues worth practising, the weakest first: some missed, on at least `LEAST_ASKED` answers."""
    scores = cue_scores(bank, history)
    return tuple(each for each in scores if each.asked >= LEAST_ASKED and each.earned < each.asked)


def weakest_cue(bank: Bank, history: Mapping[str, Past]) -> CueScore | None:
    """The cue most worth practising, if there is one."""
    return next(iter(weakest_cues(bank, history)), None)
