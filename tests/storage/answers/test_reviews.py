"""When cards are due: whatever happened, the rows are those that computing all of it anew gives."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.attempt import QuestionRef, SessionStart, Step
from quizapp.domain.bank import Bank
from quizapp.domain.cards import Answer, Card, after_answers, cards_of
from quizapp.domain.question import Side
from quizapp.domain.scheduling import Grade, reviewed
from quizapp.domain.session import refer
from quizapp.storage.answers.errors import AlteredStoreError
from quizapp.storage.answers.reviews import (
    COUNT_LATE,
    SELECT_ANSWERS,
    SELECT_COUNTS,
    SELECT_DUE,
    SELECT_DUES,
    SELECT_LATE,
    SELECT_SEEN_BETWEEN,
    Key,
    Late,
    ReviewStore,
)
from quizapp.storage.answers.rows import time_text
from quizapp.storage.answers.store import AttemptStore
from quizapp.storage.answers.transfer import rebuild
from tests.domain.examples import RUNS, bank, verdict
from tests.storage.answers.test_store_past import Diary
from tests.storage.attempts import NOON, answer, reason, start

ONE = replace(verdict(name="one"), pair="two")
TWO = replace(verdict(Side.PRODUCT, name="two"), pair="one")
LONE = verdict(name="lone")
BANK = bank(ONE, TWO, LONE)
OTHERS = (
    BANK,
    bank(replace(ONE, scenario="Said better."), TWO, LONE),
    bank(ONE, LONE),
    bank(replace(ONE, reasons=(RUNS,)), TWO),
)
DAY = timedelta(days=1)
SELECT_ALL = "SELECT * FROM review_card ORDER BY bank_id, card"


def keys(cards: Sequence[Card]) -> dict[Key, Card]:
    return {(card.bank_id, question.id): card for card in cards for question in card.questions}


def catch_up(reviews: ReviewStore, present: Bank = BANK) -> None:
    """What opening a bank and then looking at what is due does."""
    cards = cards_of(present)
    reviews.synchronise({present.id: cards})
    assert reviews.catch_up(keys(cards), [present.id])


def rows_of(store: AttemptStore) -> list[tuple[object, ...]]:
    with store._access.reading() as connection:
        return connection.execute(SELECT_ALL).fetchall()


def from_nothing(store: AttemptStore, present: Bank = BANK) -> list[tuple[object, ...]]:
    """The rows that emptied tables are filled with."""
    with store._access.writing() as connection:
        for table in ("review_card", "review_stale", "review_reset"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - ours
    catch_up(store.reviews, present)
    return rows_of(store)


def session_on(name: str, *questions: str, present: Bank = BANK) -> SessionStart:
    return start(name, tuple(refer(present, present.question(each)) for each in questions))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[AttemptStore]:
    with closing(AttemptStore(tmp_path / "answers.sqlite")) as opened:
        yield opened


def give(store: AttemptStore, session: SessionStart, marks: float | None = 1.0, days: float = 0) -> None:
    """Answer a session on one question."""
    store.begin(session)
    store.append(replace(answer(0, session), marks=marks, at=NOON + days * DAY))


# -- against counting by hand, and against computing anew --------------------------------------------


class ReviewDiary(Diary):
    """Does things to a store that ask the questions of the bank."""

    def session(self, name: str) -> SessionStart:
        return session_on(name, "one", "two", "lone", "one")

    def expected(self, card: Card) -> object:
        """What is known of a card, by its own account."""
        every = [each for each in self.known(Step.ANSWER) if int(each.attempt.response) >= self.fresh]
        first: dict[tuple[str, QuestionRef], int] = {}
        for each in every:
            first.setdefault((each.attempt.session_id, each.attempt.question), int(each.attempt.response))
        revisions = card.revisions
        counted = [
            each.attempt
            for each in every
            if int(each.attempt.response) in first.values()
            and revisions.get(each.attempt.question.question_id) == each.attempt.question.revision
        ]
        answers = [
            Answer(each.question.question_id, int(each.response), each.at, each.response, each.marks)
            for each in counted
        ]
        memory = after_answers(card, None, answers)
        return memory and (memory.times, time_text(memory.due), memory.stability)


STEPS = [*product(("s0", "s1"), range(4), (Step.ANSWER, Step.REASON)), "anew", *OTHERS]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(STEPS), max_size=30), st.sampled_from(OTHERS))
def test_rows_are_those_of_computing_all_anew(plan: list[object], last: Bank) -> None:
    with TemporaryDirectory() as folder, closing(AttemptStore(Path(folder) / "answers.db")) as store:
        diary = ReviewDiary(store)
        for each in plan:
            if isinstance(each, Bank):
                catch_up(store.reviews, each)
            elif isinstance(each, tuple):
                diary.take(*each)
            else:
                diary.store.start_afresh(BANK.id, NOON)
                diary.fresh = len(diary.told)
        catch_up(store.reviews, last)
        kept = rows_of(store)
        told = {row[1]: (row[4], row[7], row[8]) for row in kept if row[4]}
        by_hand = {card.id: diary.expected(card) for card in cards_of(last)}
        assert told == {card: memory for card, memory in by_hand.items() if memory is not None}
        assert kept == from_nothing(store, last)


def test_a_part_at_a_time_comes_to_the_same(store: AttemptStore) -> None:
    for number, question in enumerate(("one", "lone", "two")):
        give(store, session_on(f"s{number}", question))
    cards = cards_of(BANK)
    store.reviews.synchronise({BANK.id: cards})
    assert not store.reviews.catch_up(keys(cards), [BANK.id], lambda: True)
    assert len(rows_of(store)) == 1  # even where finding them took all of the time
    steps = iter([False, True])
    assert store.reviews.catch_up(keys(cards), [BANK.id], lambda: next(steps))
    assert rows_of(store) == from_nothing(store)


# -- what counts -------------------------------------------------------------------------------------


def test_what_the_reason_and_the_certainty_say_is_told_with_the_answer(store: AttemptStore) -> None:
    session = session_on("s", "lone")
    give(store, session)
    given_reason = replace(reason(answer(0, session), 1.0), response=RUNS.id)
    store.append(given_reason)
    with store._access.writing() as connection:
        connection.execute(
            "INSERT INTO attempt SELECT NULL, session, position, 'certainty', bank_id, question_id, revision,"
            " '[\"1\",\"2\",\"3\"]', '3', NULL, seconds, at, 0 FROM attempt WHERE step = 'answer'"
        )
    catch_up(store.reviews)
    ((*_, due, stability, _),) = rows_of(store)
    easy = reviewed(None, Grade.EASY, NOON)
    assert (due, stability) == (time_text(easy.due), easy.stability)


def test_a_reason_given_after_the_card_was_computed_is_taken_up(store: AttemptStore) -> None:
    session = session_on("s", "lone")
    give(store, session)
    catch_up(store.reviews)
    store.append(replace(reason(answer(0, session), 0.0), response=""))
    catch_up(store.reviews)
    hard = reviewed(None, Grade.HARD, NOON)
    assert [row[8] for row in rows_of(store)] == [hard.stability]


def test_a_slip_found_after_the_card_was_computed_counts_no_more(store: AttemptStore) -> None:
    for name, days in (("s", 0), ("t", 3)):
        give(store, session_on(name, "lone"), days=days)
    catch_up(store.reviews)
    for name, left in (("t", [1]), ("s", [])):
        store.retract(name, 0, Step.ANSWER, NOON, after_explanation=False)
        assert store.reviews.catch_up(keys(cards_of(BANK)), [BANK.id])
        assert [row[4] for row in rows_of(store)] == left


def test_an_answer_withdrawn_after_the_explanation_stays_what_was_known(store: AttemptStore) -> None:
    give(store, session_on("s", "lone"))
    catch_up(store.reviews)
    before = rows_of(store)
    store.retract("s", 0, Step.ANSWER, NOON, after_explanation=True)
    catch_up(store.reviews)
    assert rows_of(store) == before


def test_of_a_session_only_the_first_answer_counts_but_a_fresh_start_parts_it(store: AttemptStore) -> None:
    session = session_on("s", "lone", "lone", "lone")
    store.begin(session)
    for position in range(2):
        store.append(answer(position, session))
    catch_up(store.reviews)
    assert [(row[3], row[4]) for row in rows_of(store)] == [(1, 1)]
    store.start_afresh(BANK.id, NOON)
    store.append(answer(2, session))
    catch_up(store.reviews)
    assert [(row[3], row[4]) for row in rows_of(store)] == [(3, 1)]


def test_answers_after_the_explanation_never_count(store: AttemptStore) -> None:
    session = session_on("s", "lone")
    store.begin(session)
    store.append(replace(answer(0, session), after_explanation=True))
    catch_up(store.reviews)
    assert rows_of(store) == []


def test_what_was_answered_with_an_older_version_is_there(tmp_path: Path) -> None:
    path = tmp_path / "answers.sqlite"
    with closing(AttemptStore(path)) as store:
        give(store, session_on("s", "lone"))
        expected = from_nothing(store)
    with closing(sqlite3.connect(path)) as connection:
        made = "SELECT type, name FROM sqlite_schema WHERE name LIKE 'review%' AND type <> 'index'"
        for kind, name in connection.execute(f"{made} ORDER BY type DESC").fetchall():
            connection.execute(f"DROP {kind} {name}")
        connection.execute("PRAGMA user_version = 6")
    with closing(AttemptStore(path)) as store:
        catch_up(store.reviews)
        assert rows_of(store) == expected


def test_an_import_brings_its_reviews(store: AttemptStore, tmp_path: Path) -> None:
    give(store, session_on("s", "one"))
    give(store, session_on("t", "two"), 0.0, 3)
    path = tmp_path / "new.sqlite"
    path.touch()
    rebuild(path, store.saved(), NOON)
    catch_up(store.reviews)
    with closing(AttemptStore(path)) as new:
        catch_up(new.reviews)
        assert [row[2:] for row in rows_of(new)] == [row[2:] for row in rows_of(store)]


# -- reworded questions ------------------------------------------------------------------------------


def test_a_reworded_question_begins_anew_and_is_said_once(store: AttemptStore) -> None:
    give(store, session_on("s", "lone"))
    catch_up(store.reviews)
    reworded = bank(ONE, TWO, replace(LONE, scenario="Said better."))
    catch_up(store.reviews, reworded)
    assert [row[4] for row in rows_of(store)] == [0]
    assert store.reviews.resets([BANK.id]) == 1
    assert store.reviews.resets([]) == 0
    store.reviews.acknowledge_resets([BANK.id])
    catch_up(store.reviews, reworded)
    assert store.reviews.resets([BANK.id]) == 0


def test_a_twin_that_stands_keeps_what_is_known_of_the_pair(store: AttemptStore) -> None:
    give(store, session_on("s", "one"))
    give(store, session_on("t", "two"), days=1)
    catch_up(store.reviews)
    catch_up(store.reviews, OTHERS[1])
    assert [row[4] for row in rows_of(store)] == [1]
    assert store.reviews.resets([BANK.id]) == 0


def test_a_wording_put_back_has_its_reviews_again(store: AttemptStore) -> None:
    give(store, session_on("s", "one"))
    catch_up(store.reviews)
    before = rows_of(store)
    catch_up(store.reviews, OTHERS[1])
    catch_up(store.reviews)
    assert rows_of(store) == before


def test_a_question_taken_out_is_forgotten_and_comes_back_with_its_reviews(store: AttemptStore) -> None:
    give(store, session_on("s", "lone"))
    catch_up(store.reviews)
    before = rows_of(store)
    catch_up(store.reviews, bank(ONE, TWO))
    assert rows_of(store) == []
    catch_up(store.reviews)
    assert rows_of(store) == before


# -- what is due -------------------------------------------------------------------------------------


@pytest.fixture
def reviews(store: AttemptStore) -> ReviewStore:
    """The pair was missed on the first day, the lone verdict known on the fourth."""
    give(store, session_on("s", "one"), 0.0)
    give(store, session_on("t", "lone"), 1.0, 3)
    catch_up(store.reviews)
    return store.reviews


def test_what_is_due(reviews: ReviewStore) -> None:
    assert reviews.due([BANK.id], NOON, 9) == []
    assert reviews.due([BANK.id], NOON + 2 * DAY, 9) == [(BANK.id, "one")]
    assert reviews.due([BANK.id], NOON + 9 * DAY, 9) == [(BANK.id, "one"), (BANK.id, "lone")]
    assert reviews.due([BANK.id], NOON + 9 * DAY, 1) == [(BANK.id, "one")]
    assert reviews.due(["another"], NOON + 9 * DAY, 9) == []
    assert reviews.dues([BANK.id], NOON + 9 * DAY) == [time_text(NOON + DAY), time_text(NOON + 5 * DAY)]
    counts = reviews.counts([BANK.id], NOON + DAY, NOON + 9 * DAY)
    assert (counts.met, counts.once, counts.begun) == (2, 2, 1)
    assert reviews.counts([BANK.id], NOON + DAY, NOON + 2 * DAY).begun == 0
    assert reviews.seen_between([BANK.id], NOON + DAY, NOON + 9 * DAY) == 1
    assert reviews.seen_between([BANK.id], NOON + DAY, NOON + 2 * DAY) == 0
    assert reviews.met([BANK.id]) == {(BANK.id, "one"), (BANK.id, "lone")}


def test_what_is_due_too_late(reviews: ReviewStore) -> None:
    late = Late(NOON + 4 * DAY, (NOON + 3 * DAY, NOON + 4 * DAY), True, NOON)
    assert reviews.late([BANK.id], late, 9) == [(BANK.id, "lone")]
    assert reviews.count_late([BANK.id], late) == 1
    assert reviews.late([BANK.id], replace(late, seen_that_day=False), 9) == []
    for day in ((NOON + 2 * DAY, NOON + 3 * DAY), (NOON + 4 * DAY, NOON + 5 * DAY)):
        assert reviews.late([BANK.id], replace(late, day=day), 9) == []
        assert reviews.late([BANK.id], replace(late, day=day, seen_that_day=False), 9) == [(BANK.id, "lone")]


def test_what_was_seen_last(reviews: ReviewStore) -> None:
    pair, lone = cards_of(BANK)
    assert reviews.last_seen(pair) == {"one": 1}
    assert reviews.last_seen(lone) == {"lone": 2}


# -- whatever stands in the file ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "altered",
    ["first_at = '?'", "last_at = '?'", "due = '?'", "stability = 0", "difficulty = 1e9", "times = -1"],
)
def test_a_row_that_cannot_be_read_is_computed_anew(store: AttemptStore, altered: str) -> None:
    give(store, session_on("s", "lone"))
    catch_up(store.reviews)
    before = rows_of(store)
    with store._access.writing() as connection:
        connection.execute(f"UPDATE review_card SET {altered}")  # noqa: S608 - ours
        connection.execute("INSERT INTO review_stale VALUES (?, 'lone', 9)", (BANK.id,))
    catch_up(store.reviews)
    assert rows_of(store) == before


def test_an_answer_that_cannot_be_read_does_not_count(store: AttemptStore) -> None:
    give(store, session_on("s", "lone"))
    give(store, session_on("t", "lone"), days=2)
    with store._access.writing() as connection:
        connection.execute("DROP TRIGGER attempt_never_changes")
        connection.execute("UPDATE attempt SET at = 'once' WHERE number = 1")
    catch_up(store.reviews)
    assert [row[4] for row in rows_of(store)] == [1]


@pytest.mark.parametrize(
    "sql", [SELECT_COUNTS, SELECT_SEEN_BETWEEN, SELECT_DUES, SELECT_DUE, SELECT_LATE, COUNT_LATE]
)
def test_no_query_for_what_is_due_looks_at_an_attempt(store: AttemptStore, sql: str) -> None:
    values = (json.dumps([BANK.id]), *map(time_text, [datetime(2026, 1, 1, tzinfo=UTC)] * 5), 9)
    count = max(number for number in range(1, 8) if f"?{number}" in sql)
    plan = store._access.database.rows(f"EXPLAIN QUERY PLAN {sql}", values[:count])
    told = [step for *_, step in plan]
    assert any("review_card USING" in step for step in told)
    assert not [step for step in told if "attempt" in step or step.startswith("SCAN review_card")]


def test_the_answers_to_a_question_are_found_by_its_index(store: AttemptStore) -> None:
    plan = store._access.database.rows(f"EXPLAIN QUERY PLAN {SELECT_ANSWERS}", ("b", "q", "r", 0, 0))
    told = [step for *_, step in plan]
    scans = [step for step in told if step.startswith("SCAN")]
    assert {*scans} <= {"SCAN answer"}, told
    assert any("attempt_by_question" in step for step in told)


@pytest.mark.parametrize("table", ["review_card", "review_stale", "review_reset"])
def test_a_file_without_one_of_its_tables_is_refused_in_words(tmp_path: Path, table: str) -> None:
    path = tmp_path / "answers.sqlite"
    AttemptStore(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"DROP TABLE {table}")
    with pytest.raises(AlteredStoreError), closing(AttemptStore(path)) as store:
        store.reviews.resets([])
