"""The door: sessions left in the middle, trouble with the file of answers, and the shipped bank."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from quizapp.domain.attempt import Step
from quizapp.domain.errors import QuizError
from quizapp.domain.selection import Selection
from quizapp.quiz import NothingToAskError
from quizapp.storage.answers import database
from tests.desk import MIXED, Desk
from tests.domain.examples import bank, choice, verdict

DONE = Selection(1, 3)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.quiz.close()


# -- resuming ----------------------------------------------------------------------------------


@pytest.mark.parametrize("steps", range(7))
def test_a_session_is_taken_up_where_it_was_left(tmp_path: Path, steps: int) -> None:
    desk = Desk(tmp_path)
    desk.quiz.use_bank(bank(*MIXED.questions[::2]))
    session = desk.quiz.start(Selection(1, 2))
    for step in [*Step, *Step][:steps]:
        assert session.step is step
        if step is Step.EXPLANATION:
            session = desk.quiz.move_on(session)
        else:
            session = (desk.quiz.answer if step is Step.ANSWER else desk.quiz.give_reason)(session, "service")
    desk.quiz.close()

    later = Desk(tmp_path)
    later.quiz.use_bank(bank(*MIXED.questions[::2]))
    kept = later.quiz.unfinished()
    assert (kept is None) == session.is_finished
    if kept is not None:
        assert later.quiz.resume(kept) == session
    later.quiz.close()


def test_the_time_away_does_not_count(desk: Desk) -> None:
    desk.quiz.use_bank(bank(choice()))
    desk.quiz.start(Selection(1, 1))
    desk.seconds = 5000
    kept = desk.quiz.unfinished()
    assert kept is not None
    session = desk.quiz.resume(kept)
    desk.seconds = 5002
    desk.quiz.answer(session, "0")
    assert desk.kept()[0].seconds == 2


def test_a_session_whose_questions_are_gone_says_so_and_stays_kept(desk: Desk) -> None:
    desk.quiz.use_bank(MIXED)
    desk.quiz.start(DONE)
    kept = desk.quiz.unfinished()
    assert kept is not None
    desk.quiz.use_bank(bank(choice(name="new")))
    with pytest.raises(NothingToAskError, match="nothing recorded is lost"):
        desk.quiz.resume(kept)
    assert desk.quiz.unfinished() == kept


def test_a_session_set_aside_is_not_offered_and_its_answers_stay(desk: Desk) -> None:
    desk.quiz.use_bank(bank(choice()))
    desk.quiz.answer(desk.quiz.start(Selection(1, 1)), "0")
    kept = desk.quiz.unfinished()
    assert kept is not None
    desk.quiz.set_aside(kept)
    assert desk.quiz.unfinished() is None
    assert len(desk.kept()) == 1


# -- trouble -----------------------------------------------------------------------------------


@contextmanager
def in_use(file: Path) -> Iterator[None]:
    """Another program is writing to the file and does not let go."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


def test_an_answer_given_twice_is_refused_and_the_first_stays(desk: Desk) -> None:
    desk.quiz.use_bank(bank(choice()))
    session = desk.quiz.start(Selection(1, 1))
    desk.quiz.answer(session, "0")
    with pytest.raises(QuizError, match="answered already"):
        desk.quiz.answer(session, "1")
    assert [attempt.response for attempt in desk.kept()] == ["0"]


@pytest.mark.parametrize(
    "wish", ["start", "answer", "give_reason", "undo", "move_on", "set_aside", "practise"]
)
def test_a_file_that_cannot_be_written_leaves_nothing_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wish: str
) -> None:
    monkeypatch.setattr(database, "_PATIENCE_SECONDS", 0.01)
    desk = Desk(tmp_path)
    desk.quiz.use_bank(bank(verdict()))
    session = desk.quiz.start(Selection(1, 1))
    if wish in {"give_reason", "undo", "move_on"}:
        session = desk.quiz.answer(session, "service")
    kept = desk.quiz.unfinished()
    assert kept is not None
    wishes: dict[str, Callable[[], object]] = {
        "start": lambda: desk.quiz.start(Selection(1, 1)),
        "answer": lambda: desk.quiz.answer(session, "service"),
        "give_reason": lambda: desk.quiz.give_reason(session, ""),
        "undo": lambda: desk.quiz.undo(session),
        "move_on": lambda: desk.quiz.move_on(session),
        "set_aside": lambda: desk.quiz.set_aside(kept),
        "practise": lambda: desk.quiz.practise(session, (0,)),
    }
    with in_use(desk.file), pytest.raises(QuizError, match="Another program is using"):
        wishes[wish]()
    assert desk.quiz.unfinished() == kept
    wishes[wish]()
    assert desk.quiz.unfinished() != kept
    desk.quiz.close()


# -- banks -------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", [0, 1])
def test_the_shipped_banks_can_be_read_and_asked(desk: Desk, place: int) -> None:
    heard: list[float] = []
    reading = desk.quiz.read_bank(desk.quiz.shipped_banks()[place], heard.append)
    assert reading.bank is not None
    desk.quiz.use_bank(reading.bank)
    assert desk.quiz.bank is reading.bank
    assert len(desk.quiz.start(desk.quiz.suggestion()).asked) == 10
    assert heard == sorted(heard)


def test_damaged_answers_are_found_when_looked_over(desk: Desk) -> None:
    with desk.file.open("r+b") as file:
        file.seek(4096)
        file.write(b"\x55" * 4096)
    with pytest.raises(QuizError, match="damaged"):
        desk.quiz.keeping.look_over()


def test_a_session_whose_end_was_not_kept_ends_when_it_is_resumed(desk: Desk) -> None:
    desk.quiz.use_bank(bank(choice()))
    session = desk.quiz.answer(desk.quiz.start(Selection(1, 1)), "0")
    desk.store.note_read(session.start.id, 0, desk.now())  # and the program died here
    kept = desk.quiz.unfinished()
    assert kept is not None
    assert desk.quiz.resume(kept).is_finished
    assert desk.quiz.unfinished() is None
