"""What is offered as an answer to "What decides it here?"."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.bank import Vocabulary
from quizapp.domain.question import Reason, Side, Strength, Verdict
from quizapp.domain.reasons import by_id, can_ask, deciding_fact, offer, restored
from tests.domain.examples import IDLE, OWNS, RUNS, VOCABULARY, arguable, fact, runs, verdict

WEAK = replace(VOCABULARY.cues["value"], supports_only=True)
WITH_WEAK = replace(VOCABULARY, cues={**VOCABULARY.cues, "value": WEAK})
ALONE = fact("It is paid by the month.", Side.SERVICE, "value")

texts = st.lists(st.integers(0, 99), unique=True, max_size=9)
reasons = texts.flatmap(
    lambda numbers: st.tuples(
        *(
            st.builds(
                Reason,
                st.just(f"Fact {number}."),
                st.just("So."),
                st.sampled_from([*Side, None]),
                st.sampled_from(["", "runs", "value"]),
            )
            for number in numbers
        )
    )
)
verdicts = st.builds(
    verdict,
    st.sampled_from(Side),
    strength=st.sampled_from(Strength),
    reasons=reasons,
    idle=st.just(()),
)


def offered(question: Verdict, seed: int = 1, vocabulary: Vocabulary = VOCABULARY) -> tuple[Reason, ...]:
    return offer(question, vocabulary, Random(seed))


@given(verdicts, st.integers())
def test_one_right_one_for_each_side_and_up_to_four_in_all(question: Verdict, seed: int) -> None:
    found = offered(question, seed)
    right = [reason for reason in found if reason.side in question.sides]
    others = [reason for reason in found if reason.side not in question.sides]
    there = [reason for reason in question.reasons if reason.side not in question.sides]
    is_arguable = question.strength is Strength.ARGUABLE
    least = 1 if is_arguable else 2
    complete = all(question.reasons_for(side) for side in question.sides)
    assert bool(found) == can_ask(question) == (complete and len(there) >= least)
    if found:
        assert {reason.side for reason in right} == set(question.sides)
        assert len(right) == len(question.sides)
        assert len(others) == min(len(there), 4 - len(right))
        assert len(set(found)) == len(found)
        assert set(found) <= set(question.reasons)


@given(verdicts, st.integers())
def test_the_order_in_the_file_changes_nothing(question: Verdict, seed: int) -> None:
    turned = replace(question, reasons=tuple(reversed(question.reasons)))
    assert offered(turned, seed) == offered(question, seed)


def test_every_other_fact_and_every_place_comes_up() -> None:
    question = verdict()
    drawn = [offered(question, seed) for seed in range(200)]
    assert {reason for reasons in drawn for reason in reasons} == set(question.reasons)
    places = [reasons.index(RUNS) for reasons in drawn]
    assert all(30 < places.count(place) < 70 for place in range(4))


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        (verdict(reasons=()), False),
        (verdict(reasons=(runs(Side.PRODUCT),)), False),
        (verdict(idle=IDLE[:1]), False),
        (verdict(idle=IDLE[:2]), True),
        (verdict(reasons=(RUNS, OWNS), idle=IDLE[:1]), True),
        (replace(arguable(), reasons=(OWNS, RUNS)), False),
        (replace(arguable(), reasons=(OWNS, RUNS, IDLE[0])), True),
        (replace(arguable(), reasons=(OWNS, *IDLE)), False),
    ],
)
def test_the_step_is_left_out_where_there_is_nothing_to_tell_apart(question: Verdict, *, asks: bool) -> None:
    assert bool(offered(question)) == asks


def test_of_a_leaning_one_the_fact_for_the_other_side_is_among_the_wrong_ones() -> None:
    question = verdict(strength=Strength.LEANING, reasons=(RUNS, OWNS), idle=IDLE[:1])
    assert set(offered(question)) == {RUNS, OWNS, IDLE[0]}


def test_a_kind_that_only_supports_is_asked_for_where_no_other_decides() -> None:
    beside = [offered(verdict(reasons=(ALONE, RUNS)), seed, WITH_WEAK) for seed in range(30)]
    assert all(RUNS in reasons and ALONE not in reasons for reasons in beside)
    assert ALONE in offered(verdict(reasons=(ALONE,)), 1, WITH_WEAK)
    without = [offered(verdict(reasons=(ALONE, RUNS)), seed) for seed in range(30)]
    assert {ALONE in reasons for reasons in without} == {True, False}


def test_an_arguable_one_offers_two_that_decide_nothing() -> None:
    assert {reason.side for reason in offered(arguable())} == {Side.PRODUCT, Side.SERVICE, None}
    assert len(offered(arguable())) == 4


@given(verdicts, st.integers())
def test_the_fact_told_is_the_one_that_was_offered(question: Verdict, seed: int) -> None:
    there = offered(question, seed)
    found = deciding_fact(question, WITH_WEAK, there)
    if question.strength is Strength.ARGUABLE:
        assert found is None
    elif there:
        assert [found] == [reason for reason in there if reason.side is question.answer]
    else:
        assert (found is None) == (not question.deciding)


def test_without_the_step_it_is_the_first_that_decides_alone() -> None:
    assert deciding_fact(verdict(reasons=(ALONE, RUNS)), WITH_WEAK) == RUNS
    assert deciding_fact(verdict(reasons=(ALONE,)), WITH_WEAK) == ALONE
    assert deciding_fact(verdict(reasons=()), WITH_WEAK) is None


@given(verdicts, st.integers())
def test_stored_reasons_come_back_as_they_were(question: Verdict, seed: int) -> None:
    found = offered(question, seed)
    assert restored(tuple(reason.id for reason in found), question) == found


def test_reasons_that_are_gone_are_left_out_and_not_sure_is_none() -> None:
    assert restored(("cue:runs", "0" * 12, RUNS.id), verdict()) == (RUNS,)
    assert by_id(verdict(), "") is None


@given(st.text(), st.text())
def test_an_id_stands_for_the_text_alone(one: str, other: str) -> None:
    reason = fact(one, Side.SERVICE, "runs", "runs it")
    assert reason.id == Reason(one, "Another why.").id
    assert len(reason.id) == 12
    assert (reason.id == fact(other).id) or one != other


def test_wrapping_and_the_form_of_accents_change_no_id() -> None:
    assert fact("The  caf\u00e9\nruns it. ").id == fact("The cafe\u0301 runs it.").id
    assert fact("The cafe runs it.").id != fact("The caf\u00e9 runs it.").id
