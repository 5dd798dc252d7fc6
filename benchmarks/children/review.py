"""Looks at what is due. Argument: how many cards a bank of its own has; 0 for the shipped banks.

With a bank of its own it writes a past to it first; else the file of answers is used as it is.
"""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median

from benchmarks.history import write_history
from quizapp import paths
from quizapp.domain.bank import Bank
from quizapp.domain.question import Choice, Option
from quizapp.domain.selection import Selection
from quizapp.domain.session import Session, refer
from quizapp.quiz import Clock, Profile, Profiles, Quiz
from quizapp.storage.banks.repository import BankRepository

_NOW = datetime(2026, 1, 20, 12, tzinfo=UTC)  # some weeks after the past that is written
_TIMES, _PAST, _LENGTH = 21, 4, 20  # looks; attempts a card; questions of a session


def opened(folder: Path, banks: list[Bank]) -> Quiz:
    """A quiz as a new process has it."""
    repository = BankRepository(folder / "cache", paths.questions_dir() / "vocabulary.yaml")
    clock = Clock(lambda: _NOW, time.monotonic)
    quiz = Quiz(Profiles(folder, clock.now), repository, clock, Random(1))
    for bank in banks:
        quiz.use_bank(bank)
    return quiz


def made(cards: int) -> Bank:
    """A bank with so many choices."""
    options = tuple(Option(f"Answer {n}", "Since.", n == 0) for n in range(4))
    shipped = repository_banks()[0]
    questions = tuple(Choice(f"q{n}", f"What is number {n}?", options) for n in range(cards))
    return replace(shipped, id="made", questions=questions)


def repository_banks() -> list[Bank]:
    """The shipped banks."""
    folder = paths.data_dir()
    repository = BankRepository(folder / "cache", paths.questions_dir() / "vocabulary.yaml")
    found = [repository.open(path).bank for path in repository.shipped()]
    return [bank for bank in found if bank is not None]


def spent(action: Callable[[], object]) -> float:
    """The ms of computing that something takes."""
    begun = time.process_time()
    action()
    return 1e3 * (time.process_time() - begun)


def answered(quiz: Quiz, session: Session) -> None:
    """Answer all of a session."""
    while not session.is_finished:
        question = session.current.question
        right = str(question.key) if isinstance(question, Choice) else question.answer
        session = quiz.move_on(quiz.answer(session, right))


def main() -> None:
    cards, folder = int(sys.argv[1]), paths.data_dir()
    folder.mkdir(parents=True, exist_ok=True)
    banks = [made(cards)] if cards else repository_banks()
    if cards:
        refs = [refer(banks[0], question) for question in banks[0].questions]
        write_history(Profiles(folder, lambda: _NOW).path(Profile.OWN), refs, _PAST * cards)
    day = _NOW.date()
    soon, later = day + timedelta(days=3), day + timedelta(days=20)
    quiz = opened(folder, banks)
    quiz.archive.store.check()  # which comes before the first writing, and is none of this
    told: dict[str, float] = {}
    parts: list[float] = []
    while not parts or quiz.reviews.is_behind:
        parts.append(spent(quiz.reviews.advance))
    told["computed"], told["part"] = sum(parts), max(parts[1:], default=0.0)
    told["later"] = median(spent(lambda: quiz.reviews.overview(day, later, None)) for _ in range(_TIMES))
    told["soon"] = median(spent(lambda: quiz.reviews.overview(day, soon, None)) for _ in range(_TIMES))
    answered(quiz, quiz.start(Selection(length=_LENGTH, reason_step=False)))
    told["session"] = spent(lambda: quiz.reviews.overview(day, later, None))
    quiz.close()
    quiz = opened(folder, banks)
    told["opened"] = spent(lambda: quiz.reviews.overview(day, later, None))
    quiz.close()
    sys.stdout.write(json.dumps(told))


main()
