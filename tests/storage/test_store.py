import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.attempt import Attempt, KeptSession, QuestionRef, SessionRules, SessionStart, Step
from quizapp.storage import attempt_rows
from quizapp.storage.attempt_store import AttemptStore, FirstAnswers
from quizapp.storage.store_errors import AnsweredAlreadyError, DamagedStoreError, UnknownSessionError

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


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "answers.db"


@pytest.fixture
def store(path: Path) -> Iterator[AttemptStore]:
    with closing(AttemptStore(path)) as opened:
        yield opened


def test_what_was_answered_is_there_after_the_window_was_closed(path: Path) -> None:
    first = answer(0)
    with closing(AttemptStore(path)) as store:
        store.begin(start())
        store.append(first)
        store.append(reason(first))
        store.note_read("s1", 0, NOON)
    with closing(AttemptStore(path)) as again:
        assert again.unfinished() == KeptSession(start(), (first, reason(first)), frozenset({0}))


def test_a_crash_between_answer_and_reason_resumes_at_the_reason(store: AttemptStore) -> None:
    store.begin(start())
    store.append(answer(0))
    resumed = store.unfinished()
    assert resumed is not None
    assert [attempt.step for attempt in resumed.attempts] == [Step.ANSWER]
    assert resumed.read == frozenset()


def test_the_newest_open_session_is_the_one_to_resume(store: AttemptStore) -> None:
    assert store.unfinished() is None
    for name in ("old", "newer", "newest"):
        store.begin(start(name))
    store.begin(start("asks nothing", ()))
    found = []
    for end in (store.finish, store.set_aside, store.finish):
        kept = store.unfinished()
        assert kept is not None
        found.append(kept.start.id)
        end(kept.start.id, NOON)
    assert found == ["newest", "newer", "old"]
    assert store.unfinished() is None


def test_a_session_set_aside_keeps_its_answers(store: AttemptStore) -> None:
    store.begin(start())
    store.append(answer())
    store.set_aside("s1", NOON)
    assert store.kept("s1").attempts == (answer(),)


def test_the_same_step_is_never_answered_twice(store: AttemptStore) -> None:
    store.begin(start())
    store.append(answer(2))
    with pytest.raises(AnsweredAlreadyError, match="Question 3 was answered already"):
        store.append(replace(answer(2), response="product"))
    assert list(store.attempts()) == [answer(2)]


def test_two_windows_on_one_file_see_each_other(store: AttemptStore, path: Path) -> None:
    with closing(AttemptStore(path)) as other:
        store.begin(start())
        other.append(answer())
        with pytest.raises(AnsweredAlreadyError):
            store.append(answer())
        other.finish("s1", NOON)
    assert store.unfinished() is None


def test_saying_a_thing_twice_changes_nothing(store: AttemptStore) -> None:
    store.begin(start())
    for _ in range(2):
        store.note_read("s1", 1, NOON)
        store.finish("s1", NOON)
    assert store.kept("s1").read == frozenset({1})


def test_an_unknown_session_is_said(store: AttemptStore) -> None:
    for attempt in (
        lambda: store.append(answer()),
        lambda: store.note_read("s1", 0, NOON),
        lambda: store.finish("s1", NOON),
        lambda: store.kept("s1"),
    ):
        with pytest.raises(UnknownSessionError, match="s1"):
            attempt()


def test_a_question_the_session_never_asked_is_refused(store: AttemptStore) -> None:
    store.begin(start())
    with pytest.raises(sqlite3.IntegrityError):
        store.append(replace(answer(), position=4))


@pytest.mark.parametrize("change", ["DELETE FROM attempt", "UPDATE attempt SET marks = 1"])
def test_attempts_are_only_ever_added(store: AttemptStore, change: str) -> None:
    store.begin(start())
    store.append(answer())
    with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
        store._database.rows(change)


def test_times_are_kept_as_the_same_moment_in_utc(store: AttemptStore) -> None:
    store.begin(start())
    store.append(replace(answer(), at=NOON.astimezone(timezone(timedelta(hours=5)))))
    assert store._database.rows("SELECT at FROM attempt") == [("2026-11-22T12:00:00.123456+00:00",)]


def test_a_time_without_its_zone_is_a_bug(store: AttemptStore) -> None:
    with pytest.raises(ValueError, match="time zone"):
        store.begin(replace(start(), started_at=NOON.replace(tzinfo=None)))
    assert store.unfinished() is None


def test_nothing_is_written_into_a_damaged_file(path: Path) -> None:
    AttemptStore(path).close()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\x55" * 4096)
    before = path.read_bytes()
    with closing(AttemptStore(path)) as store, pytest.raises(DamagedStoreError):
        store.begin(start())
    assert path.read_bytes() == before


def test_first_answers_tell_how_a_question_went_last_time(store: AttemptStore) -> None:
    for name, minute in (("s1", 0), ("s2", 9)):
        session = start(name, (REFS[0], REFS[1], REFS[0]))
        store.begin(session)
        first = answer(0, session, minute)
        for attempt in (first, reason(first), replace(answer(2, session, minute + 1), marks=0.0)):
            store.append(attempt)
    (asked,) = store.first_answers("bank")
    assert asked == FirstAnswers(REFS[0], 2, NOON + timedelta(minutes=9), 1.0, 0.0)
    assert store.first_answers("another bank") == ()


def test_first_answers_are_found_by_their_index(store: AttemptStore) -> None:
    plan = store._database.rows("EXPLAIN QUERY PLAN " + attempt_rows.SELECT_FIRST_ANSWERS, ("bank",))
    assert {step for *_, step in plan if step.startswith("SCAN")} <= {"SCAN latest", "SCAN last"}


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
moments = st.datetimes(timezones=st.just(UTC))
refs = st.builds(QuestionRef, st.sampled_from(["bank", "other"]), texts, texts)
responses = st.builds(
    lambda ref, offered, response, marks, seconds, at: (ref, tuple(offered), response, marks, seconds, at),
    refs,
    st.lists(texts, max_size=6),
    texts,
    st.none() | st.sampled_from([0.0, 1.0]),
    st.floats(0, 1e6),
    moments,
)


@settings(max_examples=30, deadline=None)
@given(st.lists(responses, max_size=8), st.integers(-(2**63), 2**63 - 1), st.booleans(), moments)
def test_whatever_is_kept_comes_back_the_same(
    given_: list[tuple[QuestionRef, tuple[str, ...], str, float | None, float, datetime]],
    seed: int,
    reason_step: bool,  # noqa: FBT001 - hypothesis hands it over by place
    at: datetime,
) -> None:
    rules = SessionRules(len(given_), reason_step)
    session = SessionStart("s", seed, rules, tuple(ref for ref, *_ in given_), at)
    attempts = tuple(Attempt("s", place, Step.ANSWER, *row) for place, row in enumerate(given_))
    with TemporaryDirectory() as folder, closing(AttemptStore(Path(folder) / "answers.db")) as store:
        store.begin(session)
        for attempt in attempts:
            store.append(attempt)
        assert store.kept("s") == KeptSession(session, attempts, frozenset())
        assert tuple(store.attempts()) == attempts


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.integers(0, 3), min_size=1, max_size=5), min_size=1, max_size=5))
def test_first_answers_agree_with_counting_by_hand(plans: list[list[int]]) -> None:
    expected: dict[QuestionRef, tuple[int, datetime]] = {}
    with TemporaryDirectory() as folder, closing(AttemptStore(Path(folder) / "answers.db")) as store:
        for number, plan in enumerate(plans):
            session = start(f"s{number}", tuple(REFS[index] for index in plan))
            store.begin(session)
            for position, ref in enumerate(session.questions):
                given_ = answer(position, session, 10 * number + position)
                store.append(given_)
                if ref not in session.questions[:position]:
                    expected[ref] = (expected.get(ref, (0, NOON))[0] + 1, given_.at)
        found = {first.question: (first.times, first.last_at) for first in store.first_answers("bank")}
    assert found == expected
