import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.attempt import Attempt, KeptSession, QuestionRef, SessionRules, SessionStart, Step
from quizapp.storage.answers.errors import AnsweredAlreadyError, DamagedStoreError, UnknownSessionError
from quizapp.storage.answers.migrate import MIGRATIONS, open_up_to_date, read_migrations
from quizapp.storage.answers.rows import INSERT_DISCARD, INSERT_SESSION, session_row
from quizapp.storage.answers.store import AttemptStore
from tests.storage.attempts import NOON, answer, reason, start


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
        assert again.unfinished() == (KeptSession(start(), (first, reason(first)), frozenset({0})),)


def test_a_crash_between_answer_and_reason_resumes_at_the_reason(store: AttemptStore) -> None:
    store.begin(start())
    store.append(answer(0))
    (resumed,) = store.unfinished()
    assert [attempt.step for attempt in resumed.attempts] == [Step.ANSWER]
    assert resumed.read == frozenset()


def stopped(store: AttemptStore) -> list[str]:
    return [kept.start.id for kept in store.unfinished()]


def test_all_open_sessions_are_there_to_resume_the_newest_first(store: AttemptStore) -> None:
    assert store.unfinished() == ()
    for name in ("old", "newer", "newest"):
        store.begin(start(name))
    store.begin(start("asks nothing", ()))
    assert stopped(store) == ["newest", "newer", "old"]
    store.finish("newer", NOON)
    assert stopped(store) == ["newest", "old"]


def test_a_discarded_session_keeps_its_answers_and_can_be_offered_again(store: AttemptStore) -> None:
    store.begin(start())
    store.append(answer())
    (before,) = store.unfinished()
    for discarded in (True, True, False, True, False):
        store.set_discarded("s1", NOON, discarded=discarded)
        assert store.unfinished() == (() if discarded else (before,))
        assert list(store.attempts()) == [answer()]


# What follows from all that was kept, as it would be told anew.
OPEN_NOW = """
    SELECT number FROM session WHERE number NOT IN (SELECT session FROM ending) AND NOT coalesce(
        (SELECT discarded FROM discard AS each WHERE session = session.number ORDER BY each.number DESC
            LIMIT 1), 0)"""


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(("a", "b", "c")), st.sampled_from((True, False, None)))))
def test_the_open_sessions_are_those_neither_ended_nor_discarded(plan: list[tuple[str, bool | None]]) -> None:
    with TemporaryDirectory() as folder, closing(AttemptStore(Path(folder) / "answers.db")) as store:
        for name in ("a", "b", "c"):
            store.begin(start(name))
        for name, discarded in plan:
            if discarded is None:
                store.finish(name, NOON)
            else:
                store.set_discarded(name, NOON, discarded=discarded)
        rows = store._access.database.rows
        assert rows("SELECT session FROM open_session") == rows(OPEN_NOW)


def test_a_file_from_before_open_sessions_were_kept_tells_discarded_ones_apart(path: Path) -> None:
    with closing(open_up_to_date(path, read_migrations(MIGRATIONS)[:4])) as database:
        for name in ("ended", "discarded", "offered again", "open"):
            database.rows(INSERT_SESSION, session_row(start(name)))
        database.rows("INSERT INTO asked SELECT number, 0, 'bank', 'q0', 'aaaaaaaaaaaa' FROM session")
        database.rows("INSERT INTO ending VALUES (1, 'finished', '2026-11-20T18:00:00+00:00')")
        for session, discarded in ((1, 1), (2, 0), (2, 1), (3, 1), (3, 0)):
            database.rows(INSERT_DISCARD, (session, discarded, "2026-11-20T18:00:00+00:00"))
    with closing(AttemptStore(path)) as store:
        assert stopped(store) == ["open", "offered again"]
        store.set_discarded("discarded", NOON, discarded=False)
        store.set_discarded("ended", NOON, discarded=False)
        assert stopped(store) == ["open", "offered again", "discarded"]


def test_a_bank_that_was_reset_brings_no_discarded_session_back(store: AttemptStore) -> None:
    store.begin(start())
    store.set_discarded("s1", NOON, discarded=True)
    store.start_afresh("bank", NOON)
    store.set_discarded("s1", NOON, discarded=False)
    assert store.unfinished() == ()


def test_a_session_that_an_earlier_version_set_aside_stays_so(store: AttemptStore) -> None:
    store.begin(start())
    store._access.database.rows("INSERT INTO ending VALUES (1, 'set-aside', '2026-11-20T18:00:00+00:00')")
    assert store.unfinished() == ()


def test_what_was_chosen_for_a_session_is_kept(store: AttemptStore) -> None:
    chosen = SessionRules(3, which="missed", topics=("cloud", "größe"), cue="owns")
    store.begin(replace(start(), rules=chosen))
    assert store.unfinished()[0].start.rules == chosen


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
    assert store.unfinished() == ()


def test_saying_a_thing_twice_changes_nothing(store: AttemptStore) -> None:
    store.begin(start())
    for _ in range(2):
        store.note_read("s1", 1, NOON)
    assert store.unfinished() == (KeptSession(start(), (), frozenset({1})),)
    for _ in range(2):
        store.finish("s1", NOON)
    assert store.unfinished() == ()


def test_an_unknown_session_is_said(store: AttemptStore) -> None:
    attempts: list[Callable[[], object]] = [
        lambda: store.append(answer()),
        lambda: store.note_read("s1", 0, NOON),
        lambda: store.finish("s1", NOON),
        lambda: store.retract("s1", 0, Step.ANSWER, NOON, after_explanation=False),
    ]
    for attempt in attempts:
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
        store._access.database.rows(change)


def test_times_are_kept_as_the_same_moment_in_utc(store: AttemptStore) -> None:
    store.begin(start())
    store.append(replace(answer(), at=NOON.astimezone(timezone(timedelta(hours=5)))))
    assert store._access.database.rows("SELECT at FROM attempt") == [("2026-11-22T12:00:00.123456+00:00",)]


def test_a_time_without_its_zone_is_a_bug(store: AttemptStore) -> None:
    with pytest.raises(ValueError, match="time zone"):
        store.begin(replace(start(), started_at=NOON.replace(tzinfo=None)))
    assert store.unfinished() == ()


def test_nothing_is_written_into_a_damaged_file(path: Path) -> None:
    AttemptStore(path).close()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\x55" * 4096)
    before = path.read_bytes()
    with closing(AttemptStore(path)) as store, pytest.raises(DamagedStoreError):
        store.begin(start())
    assert path.read_bytes() == before


def test_the_time_of_the_attempt_kept_last_is_known_whatever_the_clock_said(store: AttemptStore) -> None:
    assert store.last_at() is None
    store.begin(start())
    for position, minute in ((0, 5), (1, -500)):
        store.append(answer(position, minute=minute))
        assert store.last_at() == NOON + timedelta(minutes=minute)


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
moments = st.datetimes(datetime(1900, 1, 1), datetime(8999, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
refs = st.builds(QuestionRef, st.sampled_from(["bank", "other"]), texts, texts)
responses = st.tuples(
    refs,
    st.lists(texts, max_size=6).map(tuple),
    texts,
    st.none() | st.sampled_from([0.0, 1.0]),
    st.floats(0, 1e6),
    moments,
    st.booleans(),
)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(responses, max_size=8),
    st.integers(-(2**63), 2**63 - 1),
    st.booleans(),
    st.sampled_from(Step),
    moments,
)
def test_whatever_is_kept_comes_back_the_same(
    given_: list[tuple[QuestionRef, tuple[str, ...], str, float | None, float, datetime, bool]],
    seed: int,
    asked: bool,  # noqa: FBT001 - hypothesis hands it over by place
    step: Step,
    at: datetime,
) -> None:
    rules = SessionRules(len(given_), asked, certainty=asked)
    session = SessionStart("s", seed, rules, tuple(ref for ref, *_ in given_), at)
    attempts = tuple(Attempt("s", place, step, *row) for place, row in enumerate(given_))
    with TemporaryDirectory() as folder, closing(AttemptStore(Path(folder) / "answers.db")) as store:
        store.begin(session)
        for attempt in attempts:
            store.append(attempt)
        assert not attempts or store.unfinished() == (KeptSession(session, attempts, frozenset()),)
        assert tuple(store.attempts()) == attempts
