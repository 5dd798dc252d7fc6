"""Answers: which are taken, which are refused, and that none is lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain import round_events as events
from quizapp.domain.round import NotNowError
from quizapp.domain.round_events import Event
from quizapp.domain.round_plan import AnsweringMode
from quizapp.domain.round_rules import applied
from tests.domain.rounds import HEADCOUNT, is_taken, played, votes

NEXT = events.Next()
OPEN = (NEXT, NEXT)
H, T, B, P = AnsweringMode.HANDS, AnsweringMode.TEAMS, AnsweringMode.BUZZ, AnsweringMode.PAPER
VOTE = events.Vote(0, 0, "t1", "product")
COUNT = events.Count(0, 0, {"product": 3, "service": 4})
BUZZ = events.Buzz(0, 0, "t1")


@pytest.mark.parametrize(
    ("event", "modes"),
    [
        (VOTE, {T, P}),
        (COUNT, {H}),
        (BUZZ, {B}),
        (events.PassOn(0, 0), set()),
        (events.Sheet(0, "t1", "product"), {P}),
    ],
)
def test_each_way_takes_its_own_answers(event: Event, modes: set[AnsweringMode]) -> None:
    assert {mode for mode in AnsweringMode if is_taken(played(*OPEN, mode=mode), event)} == modes


@pytest.mark.parametrize(
    "event",
    [
        replace(VOTE, position=1),
        replace(VOTE, position=-1),
        replace(VOTE, ballot=1),
        replace(VOTE, ballot=-1),
        replace(VOTE, voter="t4"),
        replace(VOTE, voter="p1"),
    ],
)
def test_an_answer_that_is_meant_for_something_else_is_refused(event: Event) -> None:
    assert not is_taken(played(*OPEN), event)


def test_a_late_answer_to_the_first_vote_is_refused_in_the_second() -> None:
    second = played(*OPEN, NEXT, events.Discuss(), NEXT)
    assert not is_taken(second, VOTE)
    assert is_taken(second, replace(VOTE, ballot=1))


def test_who_left_answers_no_more_and_what_was_answered_stays() -> None:
    left = played(*OPEN, VOTE, events.Leave("t1"))
    assert left.ballot is not None
    assert left.ballot.split == {"product": 1}
    assert not is_taken(left, replace(VOTE, answer="service"))
    assert is_taken(applied(left, events.Join("t1")), replace(VOTE, answer="service"))


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [({"product": -1}, "below nothing"), ({"product": 5, "service": 5}, "10 hands are more than the 9")],
)
def test_impossible_counts_are_refused(counts: dict[str, int], sentence: str) -> None:
    with pytest.raises(NotNowError, match=sentence):
        played(*OPEN, events.Count(0, 0, counts), mode=H)


def test_a_new_count_takes_the_place_of_the_old() -> None:
    counted = played(*OPEN, COUNT, events.Count(0, 0, {"service": HEADCOUNT}), mode=H)
    assert counted.ballot is not None
    assert counted.ballot.split == {"service": HEADCOUNT}
    assert is_taken(played(*OPEN, mode=H, headcount=0), events.Count(0, 0, {"product": 400}))


def test_in_a_buzz_only_the_one_whose_turn_it_is_answers() -> None:
    first = played(*OPEN, events.Buzz(0, 0, "t2"), BUZZ, mode=B)
    assert not is_taken(first, VOTE)
    wrong = applied(first, replace(VOTE, voter="t2"))
    passed = applied(wrong, events.PassOn(0, 0))
    right = applied(passed, replace(VOTE, answer="service"))
    assert right.ballot is not None
    assert right.ballot.valid_votes == {"t1": "service"}
    assert not is_taken(applied(passed, events.PassOn(0, 0)), events.PassOn(0, 0))


def test_nobody_passes_where_nobody_buzzes() -> None:
    assert not is_taken(played(*OPEN, BUZZ, events.Switch(T), mode=B), events.PassOn(0, 0))


@given(st.lists(st.sampled_from(AnsweringMode), max_size=6), st.booleans())
def test_switching_in_the_middle_keeps_every_vote_and_count(modes: list[AnsweringMode], locks: bool) -> None:  # noqa: FBT001
    before = played(*OPEN, COUNT, events.Switch(B), BUZZ, events.Switch(T), VOTE, mode=H)
    after = before
    for mode in modes:
        if locks:
            after = applied(applied(after, NEXT), events.Switch(mode))
            after = applied(after, events.Unlock())
        else:
            after = applied(after, events.Switch(mode))
    last = modes[-1] if modes else T
    assert (after.mode, after.ballot) == (last, replace(before.item.ballots[0], mode=last))
    assert after.voters == before.voters


def test_a_locked_vote_stays_in_the_way_it_was_taken() -> None:
    locked = played(*OPEN, VOTE, NEXT, events.Switch(H))
    assert locked.ballot is not None
    assert locked.ballot.mode is T
    assert applied(applied(locked, events.Discuss()), NEXT).item.ballots[1].mode is H


def test_sheets_are_entered_whenever_there_is_time() -> None:
    later = played(*OPEN, NEXT, events.Reveal(), events.Join("p1"), events.GoTo(1), NEXT, NEXT, mode=P)
    entered = applied(later, events.Sheet(0, "p1", "service"))
    assert entered.items[0].ballots[0].votes == {"p1": "service"}
    assert entered.voters[-1].since == 0
    assert applied(later, events.Sheet(0, "p1", "")).voters == later.voters
    assert applied(applied(entered, events.GoTo(0)), events.Sheet(1, "p1", "2")).items[1].ballots[0].votes
    for event in (events.Sheet(2, "p1", "service"), events.Sheet(0, "p2", "service")):
        assert not is_taken(entered, event)


@pytest.mark.parametrize("mode", [H, T, B])
def test_without_paper_no_sheet_comes_after_the_lock(mode: AnsweringMode) -> None:
    assert not is_taken(played(*OPEN, NEXT, mode=mode), events.Sheet(0, "t1", "product"))


def test_an_answer_is_taken_back() -> None:
    taken = played(*OPEN, *votes(0, {"t1": "product", "t2": "service"}), replace(VOTE, answer=""))
    assert taken.ballot is not None
    assert taken.ballot.votes == {"t2": "service"}
