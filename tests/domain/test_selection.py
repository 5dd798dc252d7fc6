"""Drawing a set: a pure function of bank and seed, mixed enough and not too well."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizapp.domain.mixing import LONGEST_RUN, longest_run
from quizapp.domain.question import Question, Side, Strength, Verdict, is_arguable
from quizapp.domain.selection import FIRST_SEEDS, SEEDS, Selection, best_seed, draw
from tests.domain.examples import arguable, choice, fact, verdict


def questions(sides: Sequence[Side | None]) -> list[Question]:
    return [choice(name=f"c{n}") if side is None else verdict(side, f"q{n}") for n, side in enumerate(sides)]


BANKS = st.lists(st.sampled_from([*Side, None]), min_size=1, max_size=40).map(questions)


@given(BANKS, st.one_of(st.integers(), st.sampled_from(FIRST_SEEDS)), st.integers(1, 50))
def test_a_set_is_drawn_once_each_and_again_the_same(bank: list[Question], seed: int, length: int) -> None:
    drawn = draw(bank, Selection(seed, length))
    assert len({question.id for question in drawn}) == len(drawn) == min(length, len(bank))
    assert drawn == draw(bank, Selection(seed, length))


@given(st.integers(0, 20), st.integers(0, 20), st.integers())
def test_no_side_runs_on_where_the_mixture_allows(products: int, services: int, seed: int) -> None:
    bank = questions([Side.PRODUCT] * products + [Side.SERVICE] * services)
    drawn = draw(bank, Selection(seed, len(bank)))
    rarer = min(products, services)
    if products + services <= (rarer + 1) * LONGEST_RUN:
        assert longest_run(drawn) <= LONGEST_RUN


def test_the_first_session_takes_the_first_of_the_bank() -> None:
    bank = questions([Side.PRODUCT, Side.SERVICE] * 10)
    drawn = draw(bank, Selection(FIRST_SEEDS[7], 10))
    assert {question.id for question in drawn} == {f"q{n}" for n in range(10)}


@given(
    st.permutations(
        ["runs", "owns", "value", "runs", "owns", "value", "direction", "arguable", "arguable", "c"]
    ),
    st.sampled_from(FIRST_SEEDS),
)
def test_a_first_session_begins_with_clear_ones_of_different_kinds(kinds: list[str], seed: int) -> None:
    sides = {"runs": Side.SERVICE, "value": Side.SERVICE}
    bank: list[Question] = [
        arguable(name=f"q{n}")
        if kind == "arguable"
        else choice(name=f"q{n}")
        if kind == "c"
        else verdict(
            side := sides.get(kind, Side.PRODUCT), f"q{n}", reasons=(fact("It decides.", side, kind),)
        )
        for n, kind in enumerate(kinds)
    ]
    drawn = draw(bank, Selection(seed, 10))
    opening = [each for each in drawn[:3] if isinstance(each, Verdict)]
    assert [each.strength for each in opening] == [Strength.CLEAR] * 3
    assert {each.answer for each in opening} == {*Side}
    assert len({each.reasons[0].cue for each in opening}) == 3
    assert not any(is_arguable(each) for each in drawn[:5])
    assert sorted(each.id for each in drawn) == sorted(each.id for each in bank)


def test_a_first_session_takes_what_there_is_where_nothing_is_clear() -> None:
    bank: list[Question] = [arguable(name=f"q{n}") for n in range(7)]
    assert len(draw(bank, Selection(FIRST_SEEDS[0], 10))) == 7


@pytest.mark.parametrize(
    ("sides", "run"), [("", 0), ("P", 1), ("PPS", 2), ("PCP", 1), ("CC", 0), ("SPPPS", 3)]
)
def test_runs_are_counted_between_choices(sides: str, run: int) -> None:
    by_letter = {"P": Side.PRODUCT, "S": Side.SERVICE, "C": None}
    assert longest_run(questions([by_letter[letter] for letter in sides])) == run


def test_the_other_one_is_no_winning_strategy() -> None:
    bank = questions([Side.PRODUCT, Side.SERVICE] * 20)
    right = total = 0
    for seed in range(300):
        drawn = [
            question.answer for question in draw(bank, Selection(seed, 40)) if hasattr(question, "answer")
        ]
        right += sum(before is not after for before, after in pairwise(drawn))
        total += len(drawn) - 1
    assert right / total < 0.55


def test_the_best_seed_prefers_what_is_worth_most() -> None:
    bank = questions([Side.PRODUCT, Side.SERVICE] * 10)
    new = {f"q{n}" for n in range(10)}
    seed = best_seed(bank, 5, lambda question: float(question.id in new), Random(1))
    assert seed in SEEDS
    assert sum(question.id in new for question in draw(bank, Selection(seed, 5))) >= 4


@given(
    st.lists(st.sampled_from(["", "a", "b", "c"]), min_size=1, max_size=20), st.integers(), st.integers(1, 20)
)
def test_a_fact_comes_up_once_while_others_are_left(facts: list[str], seed: int, length: int) -> None:
    assume(seed not in FIRST_SEEDS)  # those take what the author put first
    bank: list[Question] = [replace(choice(name=f"c{n}"), fact=fact) for n, fact in enumerate(facts)]
    drawn = [question.fact for question in draw(bank, Selection(seed, length))]
    capacity = facts.count("") + len({*facts} - {""})
    assert len(drawn) == min(length, len(bank))
    if len(drawn) <= capacity:
        assert all(drawn.count(fact) == 1 for fact in drawn if fact)
    else:
        assert {*facts} == {*drawn}
