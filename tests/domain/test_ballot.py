"""One vote: who counts in which way of answering."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.ballot import Ballot
from quizapp.domain.round_plan import AnsweringMode

ALL = Ballot(
    AnsweringMode.TEAMS,
    counts={"product": 7, "service": 0},
    votes={"t1": "product", "t2": "service", "t3": "service"},
    buzzes=("t2", "t1"),
)


@pytest.mark.parametrize(
    ("mode", "split"),
    [
        (AnsweringMode.HANDS, {"product": 7}),
        (AnsweringMode.TEAMS, {"product": 1, "service": 2}),
        (AnsweringMode.PAPER, {"product": 1, "service": 2}),
        (AnsweringMode.BUZZ, {"service": 1}),
    ],
)
def test_the_way_decides_what_is_counted_and_nothing_is_lost(
    mode: AnsweringMode, split: dict[str, int]
) -> None:
    ballot = Ballot(mode, ALL.counts, ALL.votes, ALL.buzzes)
    assert ballot.split == split
    assert ballot.number == sum(split.values())
    assert Ballot(AnsweringMode.TEAMS, ballot.counts, ballot.votes, ballot.buzzes) == ALL


def test_the_turn_passes_in_the_order_of_buzzing_and_ends_with_nobody() -> None:
    ballot = Ballot(AnsweringMode.BUZZ).with_buzz("t3").with_buzz("t1").with_buzz("t3")
    turns = [ballot.holder]
    for _ in range(3):
        ballot = ballot.passed_on()
        turns.append(ballot.holder)
    assert turns == ["t3", "t1", "", ""]
    assert ballot.with_buzz("t2").holder == "t2"


def test_who_had_the_turn_and_passed_counts_no_more() -> None:
    wrong = Ballot(AnsweringMode.BUZZ).with_buzz("t1").with_buzz("t2").with_vote("t1", "product")
    right = wrong.passed_on().with_vote("t2", "service")
    assert (dict(wrong.split), dict(right.split)) == ({"product": 1}, {"service": 1})


@given(st.lists(st.tuples(st.sampled_from(["t1", "t2", "p1"]), st.sampled_from(["product", "service", ""]))))
def test_the_last_answer_of_each_voter_counts_once(given: list[tuple[str, str]]) -> None:
    ballot = Ballot(AnsweringMode.TEAMS)
    for voter, answer in given:
        ballot = ballot.with_vote(voter, answer)
    assert ballot.votes == {voter: answer for voter, answer in dict(given).items() if answer}
