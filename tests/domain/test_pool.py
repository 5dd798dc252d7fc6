"""Which questions fit a selection."""

from dataclasses import replace

import pytest

from quizapp.domain.bank import Bank
from quizapp.domain.history import Past
from quizapp.domain.pool import Person, counts, pool
from quizapp.domain.question import Side
from quizapp.domain.selection import Selection, Which, draw
from quizapp.domain.session import refer
from tests.domain.examples import NOON, arguable, bank, choice, verdict

TWINS = (replace(verdict(name="t1"), pair="t2"), replace(verdict(Side.PRODUCT, "t2"), pair="t1"))
LONE = replace(verdict(name="lone", reasons=()), pair="gone", topics=("hardware",))
DEMO = bank(*TWINS, LONE, arguable(name="a"), choice(name="c"))


def past(of: Bank, name: str, marks: float) -> Past:
    return Past(refer(of, of.question(name)), 1, NOON, marks, None, "service")


PERSON = Person(
    {"t1": past(DEMO, "t1", 1.0), "c": past(DEMO, "c", 0.0), "lone": past(DEMO, "lone", 0.0)},
    frozenset({"a", "gone"}),
    "owns",
)


@pytest.mark.parametrize(
    ("selection", "names"),
    [
        (Selection(), "t1 t2 lone a c"),
        (Selection(topics=("cloud",)), "t1 t2 a"),
        (Selection(topics=("terms", "hardware")), "lone c"),
        (Selection(topics=("nothing",)), ""),
        (Selection(which=Which.UNSEEN), "t2 a"),
        (Selection(which=Which.MISTAKES), "lone c"),
        (Selection(which=Which.MISTAKES, topics=("terms",)), "c"),
        (Selection(which=Which.FLAGGED), "a"),
        (Selection(which=Which.WEAKEST_CUE), "a"),
        (Selection(which=Which.PAIRS), "t1 t2"),
        (Selection(cue="runs"), "t1 t2 a"),
        (Selection(cue="runs", which=Which.FLAGGED), "a"),
    ],
)
def test_what_fits(selection: Selection, names: str) -> None:
    assert [question.id for question in pool(DEMO.questions, selection, PERSON)] == names.split()


def test_without_a_weakest_cue_nothing_fits_it() -> None:
    assert pool(DEMO.questions, Selection(which=Which.WEAKEST_CUE), Person()) == []


def test_all_kinds_are_counted_within_the_topics() -> None:
    counted = counts(DEMO.questions, Selection(topics=("cloud",)), PERSON)
    assert list(counted) == list(Which)
    assert list(counted.values()) == [3, 2, 0, 1, 1, 2]


@pytest.mark.parametrize(("length", "drawn"), [(1, 0), (2, 2), (3, 2), (10, 2)])
def test_pairs_are_drawn_whole(length: int, drawn: int) -> None:
    found = draw(TWINS, Selection(1000, length, which=Which.PAIRS))
    assert len(found) == drawn


@pytest.mark.parametrize(
    ("selection", "whole"),
    [
        (Selection(), True),
        (Selection(which=Which.PAIRS), False),
        (Selection(topics=("cloud",)), False),
        (Selection(cue="runs"), False),
    ],
)
def test_only_a_set_from_the_whole_bank_has_a_seed_for_others(selection: Selection, *, whole: bool) -> None:
    assert selection.is_told_by_its_seed is whole
