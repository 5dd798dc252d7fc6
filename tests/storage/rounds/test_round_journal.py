"""The journal of rounds: kept when it says so, in one order, and never changed."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.domain.round_events import Close, Join, Next
from quizapp.domain.round_plan import RoundPlan
from quizapp.storage.answers.errors import AlteredStoreError, StoreOverwrittenError
from quizapp.storage.answers.store import AttemptStore
from quizapp.storage.rounds.journal import RoundJournal, RoundWentOnError, UnknownRoundError
from tests.storage.attempts import NOON
from tests.storage.rounds.round_script import BANK, NEXT, PLAN, SCRIPT, after

DAY = timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[AttemptStore]:
    with closing(AttemptStore(tmp_path / "answers.db")) as opened:
        yield opened


@pytest.fixture
def journal(store: AttemptStore) -> RoundJournal:
    store.rounds.begin("r", PLAN, BANK, NOON)
    return store.rounds


def test_a_round_is_given_back_as_it_stands(journal: RoundJournal) -> None:
    journal.append("r", 0, SCRIPT[:5], NOON)
    journal.append("r", 5, SCRIPT[5:9], NOON)
    kept = journal.load("r")
    assert (kept.id, kept.round, kept.number, kept.bank) == ("r", after(9), 9, BANK)
    assert (kept.started_at, kept.ended_at) == (NOON, None)
    assert journal.unfinished() == (kept,)


def test_a_closed_round_has_ended_and_is_not_resumed(journal: RoundJournal) -> None:
    journal.append("r", 0, SCRIPT, NOON + DAY)
    assert (journal.load("r").round, journal.load("r").ended_at) == (after(len(SCRIPT)), NOON + DAY)
    assert journal.unfinished() == ()


def test_all_rounds_that_run_can_be_resumed_the_newest_first(journal: RoundJournal) -> None:
    for name in ("older", "newer", "over"):
        journal.begin(name, PLAN, BANK, NOON)
    journal.append("over", 0, [Close()], NOON)
    assert [kept.id for kept in journal.unfinished()] == ["newer", "older", "r"]
    assert [head.id for head in journal.heads()] == ["over", "newer", "older", "r"]


@pytest.mark.parametrize("first", [0, 1, 3, 99])
def test_who_does_not_know_what_happened_before_cannot_go_on(journal: RoundJournal, first: int) -> None:
    journal.append("r", 0, [NEXT, NEXT], NOON)
    with pytest.raises(RoundWentOnError, match="perhaps in another window"):
        journal.append("r", first, [Join("p1")], NOON)
    assert journal.load("r").number == 2


def test_nothing_happens_after_the_end(journal: RoundJournal) -> None:
    journal.append("r", 0, [Close()], NOON)
    with pytest.raises(RoundWentOnError):
        journal.append("r", 1, [NEXT], NOON)


def test_of_several_events_all_are_kept_or_none(journal: RoundJournal, tmp_path: Path) -> None:
    with closing(AttemptStore(tmp_path / "answers.db")) as other:
        other.rounds.append("r", 0, [NEXT], NOON)
    with pytest.raises(RoundWentOnError):
        journal.append("r", 0, [Join("p1"), Join("p2"), Close()], NOON)
    assert (journal.load("r").number, journal.load("r").ended_at) == (1, None)


def test_a_round_that_was_never_begun_is_told(journal: RoundJournal) -> None:
    for use in (lambda: journal.load("q"), lambda: journal.append("q", 0, [Next()], NOON)):
        with pytest.raises(UnknownRoundError, match="The round q is not among those saved here"):
            use()


def test_two_rounds_cannot_have_one_id(journal: RoundJournal) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        journal.begin("r", PLAN, BANK, NOON)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE round SET plan = '{}'",
        "UPDATE round SET started_at = 'later', ended_at = 'then'",
        "UPDATE round SET ended_at = NULL",
        "UPDATE round SET ended_at = 'again' WHERE id = 'over'",
        "DELETE FROM round",
        "UPDATE round_event SET data = '{}'",
        "DELETE FROM round_event",
        "INSERT INTO round_event VALUES (1, 7, '{}', 'now')",
        "UPDATE round_plan SET data = NULL",
        "DELETE FROM round_plan",
    ],
)
def test_rows_are_never_changed(journal: RoundJournal, tmp_path: Path, statement: str) -> None:
    journal.begin("over", PLAN, BANK, NOON)
    journal.append("over", 0, [Close()], NOON)
    journal.append("r", 0, [NEXT], NOON)
    journal.save_plan(PLAN, NOON)
    with closing(sqlite3.connect(tmp_path / "answers.db")) as other, pytest.raises(sqlite3.IntegrityError):
        other.execute(statement)


def test_a_file_emptied_while_open_acknowledges_nothing(journal: RoundJournal, tmp_path: Path) -> None:
    os.truncate(tmp_path / "answers.db", 0)
    with pytest.raises(StoreOverwrittenError):
        journal.append("r", 0, [NEXT], NOON)


@pytest.mark.parametrize("table", ["round", "round_event", "round_plan"])
def test_other_tables_are_told_when_rounds_are_wanted(store: AttemptStore, table: str) -> None:
    store._access.database.rows(f"ALTER TABLE {table} RENAME TO other")
    with pytest.raises(AlteredStoreError, match="another program has changed how it is built"):
        _ = store.rounds
    assert store.unfinished() == ()


# -- statistics --------------------------------------------------------------------------------


def test_the_closed_rounds_of_a_bank_are_found(journal: RoundJournal) -> None:
    elsewhere = replace(PLAN, questions=(replace(PLAN.questions[0], bank_id="other"),))
    for name, plan in (("first", PLAN), ("second", PLAN), ("other", elsewhere)):
        journal.begin(name, plan, BANK, NOON)
        journal.append(name, 0, [Join("p1"), Close()], NOON)
    assert [kept.id for kept in journal.ended("demo")] == ["first", "second"]
    assert [kept.round.voters[-1].id for kept in journal.ended("demo")] == ["p1", "p1"]


# -- plans -------------------------------------------------------------------------------------


def plans(journal: RoundJournal) -> list[tuple[str, str]]:
    return [(plan.id, plan.title) for plan in journal.plans()]


def test_the_last_word_on_a_plan_counts(journal: RoundJournal) -> None:
    for name, title in (("a", "First"), ("b", "Second"), ("a", "First, mended")):
        journal.save_plan(RoundPlan(name, title, ()), NOON)
    assert plans(journal) == [("a", "First, mended"), ("b", "Second")]
    journal.delete_plan("a", NOON)
    assert plans(journal) == [("b", "Second")]
    journal.save_plan(RoundPlan("a", "Back", ()), NOON)
    assert plans(journal) == [("a", "Back"), ("b", "Second")]


def test_a_plan_is_kept_with_all_it_says(journal: RoundJournal) -> None:
    journal.save_plan(PLAN, NOON)
    assert journal.plans() == (PLAN,)


def test_what_changes_nothing_is_not_written(store: AttemptStore, journal: RoundJournal) -> None:
    for _ in range(3):
        journal.save_plan(PLAN, NOON)
    for name in ("never there", "plan", "plan"):
        journal.delete_plan(name, NOON)
    assert store._access.database.rows("SELECT count(*) FROM round_plan") == [(2,)]
