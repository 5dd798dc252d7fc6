"""Steps taken back: nothing goes, nothing counts twice, and the step may be taken anew."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.domain.attempt import Attempt, KeptSession, Step
from quizapp.storage.answers.errors import AnsweredAlreadyError, NothingToRetractError
from quizapp.storage.answers.store import AttemptStore
from tests.storage.attempts import NOON, answer, reason, start


@pytest.fixture
def store(tmp_path: Path) -> Iterator[AttemptStore]:
    """A store with one session begun."""
    with closing(AttemptStore(tmp_path / "answers.db")) as opened:
        opened.begin(start())
        yield opened


def retract(store: AttemptStore, step: Step = Step.ANSWER, *, seen: bool = False) -> None:
    store.retract("s1", 0, step, NOON, after_explanation=seen)


def standing(store: AttemptStore) -> tuple[Attempt, ...]:
    kept = store.unfinished()[0]
    return kept.attempts


def test_a_step_taken_back_may_be_taken_anew(store: AttemptStore) -> None:
    slip, meant = answer(), replace(answer(), response="product")
    store.append(slip)
    retract(store)
    assert standing(store) == ()
    store.append(meant)
    assert standing(store) == (meant,)
    assert list(store.attempts()) == [slip, meant]


def test_taking_back_the_reason_leaves_the_answer(store: AttemptStore) -> None:
    store.append(answer())
    store.append(reason(answer()))
    retract(store, Step.REASON, seen=True)
    assert store.unfinished() == (KeptSession(start(), (answer(),), frozenset(), frozenset({0})),)


def test_what_was_seen_before_an_undo_is_known_after_a_restart(tmp_path: Path, store: AttemptStore) -> None:
    again = replace(answer(), after_explanation=True)
    for given, seen in ((answer(), False), (answer(), True), (again, True)):
        store.append(given)
        retract(store, seen=seen)
    store.append(again)
    with closing(AttemptStore(tmp_path / "answers.db")) as other:
        assert other.unfinished() == (KeptSession(start(), (again,), frozenset(), frozenset({0})),)


def test_nothing_is_taken_back_twice(store: AttemptStore) -> None:
    store.append(answer())
    retract(store)
    for step in (Step.ANSWER, Step.REASON):
        with pytest.raises(NothingToRetractError, match="Question 1 has nothing to take back"):
            retract(store, step)


def test_a_step_with_an_answer_that_stands_takes_no_other(tmp_path: Path, store: AttemptStore) -> None:
    with closing(AttemptStore(tmp_path / "answers.db")) as other:
        store.append(answer())
        retract(other)
        store.append(answer())
        with pytest.raises(AnsweredAlreadyError):
            other.append(answer())
        with pytest.raises(AnsweredAlreadyError):
            store.append(answer())
    assert standing(store) == (answer(),)


@pytest.mark.parametrize("change", ["DELETE FROM retraction", "UPDATE retraction SET after_explanation = 1"])
def test_retractions_are_only_ever_added(store: AttemptStore, change: str) -> None:
    store.append(answer())
    retract(store)
    with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
        store._access.database.rows(change)
