"""Marks, as the bank format's table gives them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.question import EITHER, Reason, Side, Strength
from quizapp.domain.scoring import Outcome, OutcomeKind, mark_choice, mark_of_three, mark_verdict
from tests.domain.examples import IDLE, OWNS, RUNS, arguable, choice, verdict

P, S = Side.PRODUCT, Side.SERVICE
CLEAR = (RUNS, *IDLE[:3])
BOTH = (OWNS, *IDLE[:2], RUNS)


@pytest.mark.parametrize("strength", [Strength.CLEAR, Strength.LEANING])
@pytest.mark.parametrize(
    ("side", "reason", "offered", "kind", "marks"),
    [
        (S, RUNS, CLEAR, OutcomeKind.RIGHT_REASON, 1),
        (S, IDLE[0], CLEAR, OutcomeKind.OTHER_REASON, 1),
        (S, None, CLEAR, OutcomeKind.OTHER_REASON, 1),
        (S, None, (), OutcomeKind.RIGHT, 1),
        (P, RUNS, CLEAR, OutcomeKind.NOT_THIS, 0),
        (P, None, (), OutcomeKind.NOT_THIS, 0),
    ],
)
def test_a_verdict_earns_its_mark_by_the_answer_alone(
    strength: Strength,
    side: Side,
    reason: Reason | None,
    offered: tuple[Reason, ...],
    kind: OutcomeKind,
    marks: int,
) -> None:
    assert mark_verdict(verdict(S, strength=strength), side, reason, offered) == Outcome(kind, marks, 0.5)


@pytest.mark.parametrize("leaning", list(Side))
@pytest.mark.parametrize(
    ("side", "reason", "kind", "marks"),
    [
        (P, OWNS, OutcomeKind.ARGUED, 1),
        (S, RUNS, OutcomeKind.ARGUED, 1),
        (P, RUNS, OutcomeKind.NOT_ARGUED, 0),
        (S, IDLE[0], OutcomeKind.NOT_ARGUED, 0),
        (S, None, OutcomeKind.NOT_ARGUED, 0),
    ],
)
def test_either_side_of_an_arguable_one_earns_when_its_reason_speaks_for_it(
    leaning: Side, side: Side, reason: Reason | None, kind: OutcomeKind, marks: int
) -> None:
    assert mark_verdict(arguable(leaning), side, reason, BOTH) == Outcome(kind, marks, 0.25)


@pytest.mark.parametrize(("offered", "chance"), [(BOTH, 1 / 4), (BOTH[1:], 1 / 3), ((*BOTH, RUNS), 2 / 5)])
def test_the_chance_of_an_arguable_one_is_the_share_of_reasons_for_the_side(
    offered: tuple[Reason, ...], chance: float
) -> None:
    assert mark_verdict(arguable(), S, RUNS, offered).chance == chance


@pytest.mark.parametrize(
    ("strength", "answer", "reason", "kind", "marks"),
    [
        (Strength.ARGUABLE, EITHER, None, OutcomeKind.EITHER, 1),
        (Strength.ARGUABLE, "product", OWNS, OutcomeKind.ONE_SIDE, 0),
        (Strength.ARGUABLE, "service", RUNS, OutcomeKind.ONE_SIDE, 0),
        (Strength.CLEAR, EITHER, None, OutcomeKind.NOT_THIS, 0),
        (Strength.LEANING, EITHER, None, OutcomeKind.CLOSE, 0),
        (Strength.CLEAR, "service", RUNS, OutcomeKind.RIGHT_REASON, 1),
        (Strength.LEANING, "service", IDLE[0], OutcomeKind.OTHER_REASON, 1),
        (Strength.CLEAR, "product", RUNS, OutcomeKind.NOT_THIS, 0),
    ],
)
def test_of_three_answers_the_third_is_right_where_either_can_be_argued(
    strength: Strength, answer: str, reason: Reason | None, kind: OutcomeKind, marks: int
) -> None:
    question = arguable(S) if strength is Strength.ARGUABLE else verdict(S, strength=strength)
    offered = () if strength is Strength.ARGUABLE else CLEAR
    assert mark_of_three(question, answer, reason, offered) == Outcome(kind, marks, 1 / 3)


def test_of_three_answers_without_reasons_the_answer_alone_is_told() -> None:
    assert mark_of_three(verdict(S), "service", None, ()).kind is OutcomeKind.RIGHT


def test_an_arguable_one_without_its_reason_step_is_shown_and_not_marked() -> None:
    assert mark_verdict(arguable(), P, None, ()) == Outcome(OutcomeKind.SHOWN, None, None)


@given(st.integers(2, 6), st.data())
def test_a_choice_earns_one_or_nothing(options: int, data: st.DataObject) -> None:
    key = data.draw(st.integers(0, options - 1))
    chosen = data.draw(st.integers(0, options - 1))
    outcome = mark_choice(choice(key, options), chosen)
    assert (outcome.marks, outcome.chance) == (int(chosen == key), 1 / options)
    assert outcome.is_missed == (chosen != key)
