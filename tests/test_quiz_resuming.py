"""The quiz: sessions left in the middle, trouble with the file of answers, and the shipped bank."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from quizapp.domain.attempt import Step
from quizapp.domain.errors import QuizError
from quizapp.domain.selection import Selection, Which
from quizapp.domain.session import Session
from quizapp.quiz import NothingToAskError, Quiz
from quizapp.storage.answers import database
from tests.domain.examples import bank, choice, verdict
from tests.quiz_rig import MIXED, QuizRig

DONE = Selection(1, 3)


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[QuizRig]:
    rig = QuizRig(tmp_path)
    yield rig
    rig.quiz.close()


def take(quiz: Quiz, step: Step, session: Session) -> Session:
    """The session after this step was taken."""
    taken = {
        Step.ANSWER: lambda: quiz.answer(session, "service"),
        Step.CERTAINTY: lambda: quiz.give_certainty(session, "3"),
        Step.REASON: lambda: quiz.give_reason(session, ""),
        Step.EXPLANATION: lambda: quiz.move_on(session),
    }
    return taken[step]()


# -- resuming ----------------------------------------------------------------------------------


@pytest.mark.parametrize("steps", range(9))
def test_a_session_is_taken_up_where_it_was_left(tmp_path: Path, steps: int) -> None:
    rig = QuizRig(tmp_path)
    rig.quiz.use_bank(bank(*MIXED.questions[::2]))
    session = rig.quiz.start(Selection(1, 2, certainty=True))
    for step in [*Step, *Step][:steps]:
        assert session.step is step
        session = take(rig.quiz, step, session)
    rig.quiz.close()

    later = QuizRig(tmp_path)
    later.quiz.use_bank(bank(*MIXED.questions[::2]))
    kept = later.quiz.unfinished()
    assert (kept == ()) == session.is_finished
    for each in kept:
        assert later.quiz.resume(each) == session
    later.quiz.close()


def test_the_time_away_does_not_count(rig: QuizRig) -> None:
    rig.quiz.use_bank(bank(choice()))
    rig.quiz.start(Selection(1, 1))
    rig.seconds = 5000
    kept = rig.quiz.unfinished()[0]
    session = rig.quiz.resume(kept)
    rig.seconds = 5002
    rig.quiz.answer(session, "0")
    assert rig.kept()[0].seconds == 2


def test_a_session_whose_questions_are_gone_says_so_and_stays_kept(rig: QuizRig) -> None:
    rig.quiz.use_bank(MIXED)
    rig.quiz.start(DONE)
    kept = rig.quiz.unfinished()[0]
    rig.quiz.use_bank(bank(choice(name="new")))
    with pytest.raises(NothingToAskError, match="nothing recorded is lost"):
        rig.quiz.resume(kept)
    assert rig.quiz.unfinished() == (kept,)


def test_a_session_knows_what_was_chosen_for_it(rig: QuizRig) -> None:
    rig.quiz.use_bank(MIXED)
    rig.quiz.start(Selection(1, 2, which=Which.UNSEEN))
    (kept,) = rig.quiz.unfinished()
    assert (kept.start.rules.which, kept.start.rules.topics) == (Which.UNSEEN, ())


def test_a_discarded_session_keeps_its_answers_and_can_be_brought_back(rig: QuizRig) -> None:
    rig.quiz.use_bank(bank(choice()))
    rig.quiz.answer(rig.quiz.start(Selection(1, 1)), "0")
    kept = rig.quiz.unfinished()[0]
    rig.quiz.discard(kept)
    assert rig.quiz.unfinished() == ()
    rig.quiz.offer_again(kept)
    assert rig.quiz.unfinished() == (kept,)
    assert len(rig.kept()) == 1


# -- trouble -----------------------------------------------------------------------------------


@contextmanager
def in_use(file: Path) -> Iterator[None]:
    """Another program is writing to the file and does not let go."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


def test_an_answer_given_twice_is_refused_and_the_first_stays(rig: QuizRig) -> None:
    rig.quiz.use_bank(bank(choice()))
    session = rig.quiz.start(Selection(1, 1))
    rig.quiz.answer(session, "0")
    with pytest.raises(QuizError, match="answered already"):
        rig.quiz.answer(session, "1")
    assert [attempt.response for attempt in rig.kept()] == ["0"]


@pytest.mark.parametrize("step", ["start", "answer", "give_reason", "undo", "move_on", "discard", "practise"])
def test_a_file_that_cannot_be_written_leaves_nothing_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    monkeypatch.setattr(database, "_PATIENCE_SECONDS", 0.01)
    rig = QuizRig(tmp_path)
    rig.quiz.use_bank(bank(verdict()))
    session = rig.quiz.start(Selection(1, 1))
    if step in {"give_reason", "undo", "move_on"}:
        session = rig.quiz.answer(session, "service")
    kept = rig.quiz.unfinished()[0]
    steps: dict[str, Callable[[], object]] = {
        "start": lambda: rig.quiz.start(Selection(1, 1)),
        "answer": lambda: rig.quiz.answer(session, "service"),
        "give_reason": lambda: rig.quiz.give_reason(session, ""),
        "undo": lambda: rig.quiz.undo(session),
        "move_on": lambda: rig.quiz.move_on(session),
        "discard": lambda: rig.quiz.discard(kept),
        "practise": lambda: rig.quiz.practise(session, (0,)),
    }
    with in_use(rig.file), pytest.raises(QuizError, match="Another program is using"):
        steps[step]()
    assert rig.quiz.unfinished() == (kept,)
    steps[step]()
    assert rig.quiz.unfinished() != (kept,)
    rig.quiz.close()


# -- banks -------------------------------------------------------------------------------------


@pytest.mark.parametrize("position", [0, 1])
def test_the_shipped_banks_can_be_read_and_asked(rig: QuizRig, position: int) -> None:
    heard: list[float] = []
    reading = rig.quiz.read_bank(rig.quiz.shipped_banks()[position], heard.append)
    assert reading.bank is not None
    rig.quiz.use_bank(reading.bank)
    assert rig.quiz.bank is reading.bank
    assert len(rig.quiz.start(rig.quiz.suggestion()).asked) == 10
    assert heard == sorted(heard)


def test_damaged_answers_are_found_when_looked_over(rig: QuizRig) -> None:
    with rig.file.open("r+b") as file:
        file.seek(4096)
        file.write(b"\x55" * 4096)
    with pytest.raises(QuizError, match="damaged"):
        rig.quiz.archive.check_and_back_up()


def test_a_session_whose_end_was_not_kept_ends_when_it_is_resumed(rig: QuizRig) -> None:
    rig.quiz.use_bank(bank(choice()))
    session = rig.quiz.answer(rig.quiz.start(Selection(1, 1)), "0")
    rig.store.note_read(session.start.id, 0, rig.now())  # and the program died here
    kept = rig.quiz.unfinished()[0]
    assert rig.quiz.resume(kept).is_finished
    assert rig.quiz.unfinished() == ()
