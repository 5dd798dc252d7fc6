"""Readers who never saw a key: enough of them, of the questions as they stand, and mostly with the key."""

import pytest

from quizapp.domain.question import Question, Side, Strength, revision
from tests.content import readings
from tests.content.readings import Votes, counts_of
from tests.content.shipped import CHOICES, SCENARIOS, bank
from tests.domain.examples import arguable, choice, verdict
from tests.domain.examples import bank as bank_of

each_bank = pytest.mark.parametrize("name", [SCENARIOS, CHOICES])
ROWS = readings.table()


@each_bank
def test_enough_readers_have_read_the_questions_as_they_stand(name: str) -> None:
    assert readings.unread(bank(name), ROWS) == [], "new, or changed since: see CONTENT.md on blind readings"


@each_bank
def test_no_question_has_most_readers_against_it(name: str) -> None:
    assert readings.failed(bank(name), ROWS) == []


@pytest.mark.parametrize(
    ("name", "kind"), [(SCENARIOS, "clear"), (SCENARIOS, "leaning"), (CHOICES, "choice")]
)
def test_readers_agree_with_the_keys(name: str, kind: str) -> None:
    right, number = readings.agreement(bank(name), ROWS, kind)
    assert right >= readings.LEAST_AGREEMENT[kind] * number


def test_readers_disagree_about_what_can_be_argued() -> None:
    larger, number = readings.one_sided(bank(SCENARIOS), ROWS)
    assert larger <= readings.MOST_ONE_SIDED * number
    assert readings.unanimous(bank(SCENARIOS), ROWS) == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.bank}:{row.question}")
def test_the_table_says_who_read_and_when(row: Votes) -> None:
    assert row.readers
    assert len(row.date) == len("2026-11-23")
    assert row.number > 0


def votes(question: Question, told: str, of: str = "") -> Votes:
    return Votes("demo", question.id, of or revision(question), counts_of(told), "people", "2026-11-23")


def test_votes_on_an_earlier_revision_do_not_count() -> None:
    asked = verdict(name="q1")
    rows = [votes(asked, "product 0, service 5", of="0" * 12), votes(asked, "product 1, service 3")]
    assert readings.unread(bank_of(asked), rows) == ["q1"]
    assert readings.agreement(bank_of(asked), rows, "clear") == (3, 4)


def test_readers_of_two_kinds_count_together() -> None:
    asked = choice(name="c1", key=2)
    rows = [votes(asked, "A 1, B 0, C 2, D 0"), votes(asked, "C 2, D 1")]
    assert readings.unread(bank_of(asked), rows) == []
    assert readings.agreement(bank_of(asked), rows, "choice") == (4, 6)


@pytest.mark.parametrize(
    ("told", "against"), [("product 2, service 1", ["q1"]), ("product 1, service 1", [])]
)
def test_a_question_fails_when_most_go_against_its_key(told: str, against: list[str]) -> None:
    asked = verdict(Side.SERVICE, "q1", Strength.LEANING)
    assert readings.failed(bank_of(asked), [votes(asked, told)]) == against


@pytest.mark.parametrize(("told", "agreed"), [("product 6, service 0", ["q1"]), ("product 5, service 1", [])])
def test_an_arguable_question_fails_when_all_agree(told: str, agreed: list[str]) -> None:
    asked = arguable(name="q1")
    assert readings.unanimous(bank_of(asked), [votes(asked, told)]) == agreed
    assert readings.unanimous(bank_of(verdict(name="q1")), [votes(verdict(name="q1"), told)]) == []


def test_the_larger_sides_of_arguable_questions_are_taken_together() -> None:
    first, second = arguable(name="q1"), arguable(name="q2")
    rows = [votes(first, "product 5, service 1"), votes(second, "product 2, service 4")]
    assert readings.one_sided(bank_of(first, second, verdict(name="q3")), rows) == (9, 12)
