"""What the store tells of the days: questions answered, and the time that counts."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.domain.attempt import Attempt, Step
from quizapp.domain.goal import NOTHING, Activity
from quizapp.storage.answers import activity, rows
from quizapp.storage.answers.store import AttemptStore
from tests.storage.attempts import NOON, answer, reason, start

DAYS = [NOON + timedelta(days=each) for each in (-1, 0, 1, 2)]  # they begin at noon


@pytest.fixture
def store(tmp_path: Path) -> Iterator[AttemptStore]:
    with closing(AttemptStore(tmp_path / "answers.db")) as opened:
        yield opened


def after(attempt: Attempt, **passed: float) -> Attempt:
    """The same, given later."""
    return replace(attempt, at=attempt.at + timedelta(**passed))


def test_nothing_was_done_at_first(store: AttemptStore) -> None:
    assert store.activity(DAYS) == [NOTHING] * 3
    assert not store.has_answers()


def test_questions_and_their_steps_count_on_the_day_they_were_given(store: AttemptStore) -> None:
    store.begin(start())
    for given in (answer(0), reason(answer(0)), after(answer(1), hours=23), after(answer(2), hours=25)):
        store.append(given)
    assert store.activity(DAYS) == [NOTHING, Activity(2, 37.5), Activity(1, 12.5)]
    assert store.activity(DAYS[2:]) == [Activity(1, 12.5)]
    assert store.has_answers()


@pytest.mark.parametrize(("used", "counted"), [(-5.0, 0.0), (119.0, 119.0), (7000.0, 120.0), (1e308, 120.0)])
def test_a_window_left_open_counts_for_two_minutes(store: AttemptStore, used: float, counted: float) -> None:
    store.begin(start())
    store.append(replace(answer(), seconds=used))
    assert store.activity(DAYS)[1] == Activity(1, counted)


@pytest.mark.parametrize(("read", "counted"), [(-60, 0), (30, 30), (7000, 120)])
def test_the_time_an_explanation_is_read_counts_from_the_last_step_on(
    store: AttemptStore, read: float, counted: float
) -> None:
    store.begin(start())
    store.append(answer(0))
    last = after(reason(answer(0)), seconds=20)
    store.append(last)
    store.note_read("s1", 0, last.at + timedelta(seconds=read))
    assert store.activity(DAYS)[1] == Activity(1, 25.0 + counted)


def test_an_answer_that_was_taken_back_counts_once_it_is_given_again(store: AttemptStore) -> None:
    store.begin(start())
    store.append(answer())
    store.retract("s1", 0, Step.ANSWER, NOON, after_explanation=True)
    assert store.activity(DAYS)[1] == Activity(0, 12.5)
    store.append(after(replace(answer(), after_explanation=True), hours=30))
    assert store.activity(DAYS) == [NOTHING, Activity(0, 12.5), Activity(1, 12.5)]


def long_ago(store: AttemptStore, count: int) -> None:
    """Sessions of four questions, all of last year."""
    for number in range(count // 4):
        session = start(f"old{number}")
        store.begin(session)
        for position in range(4):
            store.append(after(answer(position, session), days=-400))


def test_only_the_last_pages_are_read(store: AttemptStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(activity, "_PAGE", 8)
    long_ago(store, 40)
    store.begin(start())
    store.append(answer())
    read: list[str] = []
    with store._access.reading() as connection:
        connection.set_trace_callback(read.append)
        found = activity.activity(connection, DAYS)
        connection.set_trace_callback(None)
    assert found[1] == Activity(1, 12.5)
    assert len(read) == 2  # of six pages


def test_a_session_with_a_clock_that_was_wrong_hides_nothing_before_it(store: AttemptStore) -> None:
    store.begin(start())
    store.append(answer())
    long_ago(store, 40)  # written after it
    assert store.activity(DAYS)[1] == Activity(1, 12.5)


def test_the_statement_goes_by_the_order_of_writing_and_looks_all_else_up(store: AttemptStore) -> None:
    with store._access.reading() as connection:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {rows.SELECT_ACTIVITY}", (7, 7)).fetchall()
    steps = [row[3] for row in plan]
    assert [step for step in steps if step.startswith("SCAN")] == []
    assert not any("TEMP B-TREE" in step for step in steps)
