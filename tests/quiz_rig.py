"""A quiz over a folder of its own, with a clock that is set by hand."""

from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from quizapp import paths
from quizapp.domain.attempt import Attempt, Step
from quizapp.domain.question import Choice
from quizapp.domain.session import Session
from quizapp.quiz import Clock, Profile, Profiles, Quiz
from quizapp.storage.banks.repository import BankRepository
from tests.domain.examples import NOON, arguable, bank, choice, verdict

MIXED = bank(verdict(name="v"), choice(2, name="c"), arguable(name="a"))


def at(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


class QuizRig:
    """A quiz over a folder, with a clock that is set by hand; `seconds` is its monotonic time."""

    def __init__(self, folder: Path, seed: int = 7) -> None:
        self.seconds = 0.0
        self.profiles = profiles = Profiles(folder, self.now)
        self.file = profiles.path(Profile.OWN)
        repository = BankRepository(folder / "cache", paths.questions_dir() / "vocabulary.yaml")
        self.quiz = Quiz(profiles, repository, Clock(self.now, lambda: self.seconds), Random(seed))
        self.store = profiles.open(Profile.OWN)  # a second look at the same file

    def now(self) -> datetime:
        return at(self.seconds)

    def kept(self) -> list[Attempt]:
        return list(self.store.attempts())


def go_through(
    quiz: Quiz, session: Session, missed: frozenset[str] = frozenset(), certainty: str = "2"
) -> Session:
    """Answer and read all of a session: right, but for the questions named; one may be answered already.

    Where it is asked how sure one is, `certainty` is said of all of them.
    """
    while not session.is_finished:
        if session.step is Step.ANSWER:
            session = _answered(quiz, session, missed)
        if session.step is Step.CERTAINTY:
            session = quiz.give_certainty(session, certainty)
        if session.step is Step.REASON:
            session = quiz.give_reason(session, "")
        session = quiz.move_on(session)
    return session


def _answered(quiz: Quiz, session: Session, missed: frozenset[str]) -> Session:
    """The session after its current question was answered."""
    question = session.current.question
    right = question.id not in missed
    if isinstance(question, Choice):
        return quiz.answer(session, str(question.key if right else 0))
    return quiz.answer(session, question.answer if right else question.answer.other)
