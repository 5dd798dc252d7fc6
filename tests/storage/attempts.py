"""Sessions and attempts for tests of the store."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from quizapp.domain.attempt import Attempt, QuestionRef, SessionRules, SessionStart, Step
from quizapp.domain.certainty import LEVELS

NOON = datetime(2026, 11, 22, 12, 0, 0, 123456, tzinfo=UTC)
REFS = tuple(QuestionRef("bank", f"q{number}", "0123456789ab") for number in range(4))


def start(session_id: str = "s1", questions: tuple[QuestionRef, ...] = REFS) -> SessionStart:
    return SessionStart(session_id, 7, SessionRules(), questions, NOON)


def answer(position: int = 0, session: SessionStart | None = None, minute: int = 0) -> Attempt:
    session = session or start()
    ref, at = session.questions[position], NOON + timedelta(minutes=minute)
    offered = ("product", "service")
    return Attempt(session.id, position, Step.ANSWER, ref, offered, "service", 1.0, 12.5, at)


def reason(given: Attempt, marks: float | None = 0.0) -> Attempt:
    return replace(given, step=Step.REASON, offered=("tangibility", "cost"), response="cost", marks=marks)


def certainty(given: Attempt) -> Attempt:
    return replace(given, step=Step.CERTAINTY, offered=LEVELS, response="3", marks=None)
