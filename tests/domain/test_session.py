"""A session: its steps, its outcomes, and taking it up again."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.attempt import Attempt, KeptSession, Step
from quizapp.domain.bank import Bank
from quizapp.domain.errors import UnknownQuestionError
from quizapp.domain.question import EITHER, Side
from quizapp.domain.scoring import OutcomeKind
from quizapp.domain.session import Session, open_session, resumed
from tests.domain.examples import NOON, OWNS, RUNS, arguable, bank, choice, start, verdict

DEMO = bank(verdict(name="v"), choice(2, name="c"), arguable(name="a"))


def attempts(session: Session, upto: int) -> tuple[Attempt, ...]:
    """The first attempts a person makes who always takes the first that is offered."""
    made = []
    for asked in session.asked:
        steps = [(Step.ANSWER, asked.offered), (Step.REASON, tuple(each.id for each in asked.reasons))]
        made += [
            Attempt("s", asked.position, step, asked.ref, offered, offered[0], None, 1.0, NOON)
            for step, offered in steps
            if offered
        ]
    return tuple(made[:upto])


def test_a_question_goes_from_answer_to_reason_to_explanation() -> None:
    session = open_session(start(DEMO), DEMO)
    steps = [session.step]
    session = session.answered("service")
    steps.append(session.step)
    session = session.reasoned(RUNS.id)
    steps.append(session.step)
    assert steps == [Step.ANSWER, Step.REASON, Step.EXPLANATION]
    assert session.outcome(0).kind is OutcomeKind.RIGHT_REASON  # type: ignore[union-attr]
    assert session.moved_on().position == 1


def test_without_the_reason_step_the_explanation_follows_at_once() -> None:
    session = open_session(start(DEMO, reason_step=False), DEMO).answered("product")
    assert session.step is Step.EXPLANATION
    assert session.outcome(0).kind is OutcomeKind.NOT_THIS  # type: ignore[union-attr]


def test_a_session_ends_when_all_is_read() -> None:
    session = open_session(start(DEMO), DEMO)
    for response in ("service", "2", "product"):
        session = session.answered(response).reasoned("").moved_on()
    assert session.is_finished
    assert [session.outcome(position).marks for position in range(3)] == [1, 1, 0]  # type: ignore[union-attr]


def test_a_session_needs_its_questions() -> None:
    with pytest.raises(UnknownQuestionError):
        open_session(start(DEMO), bank(verdict(name="other")))


@given(st.integers(0, 5), st.integers(0, 10_000), st.sets(st.integers(0, 2)))
def test_what_was_kept_comes_back_at_the_same_step(upto: int, seed: int, read: set[int]) -> None:
    fresh = open_session(start(DEMO, seed), DEMO)
    made = attempts(fresh, upto)
    again = resumed(KeptSession(fresh.start, made, frozenset(read)), {"demo": DEMO})
    assert [turn.read for turn in again.turns] == [position in read for position in range(3)]
    for attempt in made:
        turn = again.turns[attempt.position]
        assert attempt.response == (turn.answer if attempt.step is Step.ANSWER else turn.reason)
    assert again.asked == fresh.asked


@pytest.mark.parametrize(
    ("now", "answered"),
    [
        (bank(replace(verdict(name="v"), scenario="Another supplier runs it."), *DEMO.questions[1:]), 1),
        (bank(*DEMO.questions[1:]), 0),
    ],
    ids=["answered and reworded", "gone"],
)
def test_a_question_that_changed_is_left_out_and_the_rest_keep_their_places(now: Bank, answered: int) -> None:
    before = open_session(start(DEMO), DEMO)
    session = resumed(KeptSession(before.start, attempts(before, answered), frozenset()), {"demo": now})
    assert [asked.position for asked in session.asked] == [1, 2]


def test_without_its_bank_nothing_can_be_asked() -> None:
    assert resumed(KeptSession(start(DEMO), (), frozenset()), {}).asked == ()


def test_the_key_of_a_choice_moves_with_the_order_of_its_options() -> None:
    orders = {open_session(start(DEMO, seed), DEMO).asked[1].order for seed in range(40)}
    assert len(orders) > 10
    assert all(sorted(order) == [0, 1, 2, 3] for order in orders)


def test_offered_answers_are_product_then_service() -> None:
    assert open_session(start(DEMO), DEMO).asked[0].offered == (Side.PRODUCT, Side.SERVICE)


def of_three(position: int) -> Session:
    only = bank(DEMO.questions[position])
    return open_session(start(only, three_answers=True), only)


def test_of_three_answers_either_stands_last_and_choices_are_asked_as_always() -> None:
    assert of_three(0).current.offered == (Side.PRODUCT, Side.SERVICE, EITHER)
    assert of_three(1).current.offered == open_session(start(bank(DEMO.questions[1])), DEMO).current.offered


@pytest.mark.parametrize(
    ("position", "answer", "step", "marks"),
    [
        (0, "service", Step.REASON, 1),
        (0, "product", Step.REASON, 0),
        (0, EITHER, Step.EXPLANATION, 0),
        (2, EITHER, Step.EXPLANATION, 1),
        (2, "product", Step.EXPLANATION, 0),
    ],
)
def test_after_either_no_reason_is_asked_for_and_the_answer_earns_the_mark(
    position: int, answer: str, step: Step, marks: int
) -> None:
    session = of_three(position).answered(answer)
    assert session.step is step
    assert session.step_marks(Step.ANSWER) == marks
    if step is Step.EXPLANATION:
        outcome = session.outcome(0)
        assert outcome is not None
        assert (outcome.marks, outcome.chance) == (marks, 1 / 3)
        assert session.undone().step is Step.ANSWER


@given(st.integers(0, 6), st.integers(0, 10_000))
def test_three_answers_come_back_as_they_were(upto: int, seed: int) -> None:
    fresh = open_session(start(DEMO, seed, three_answers=True), DEMO)
    again = resumed(KeptSession(fresh.start, attempts(fresh, upto), frozenset()), {"demo": DEMO})
    assert again.asked == fresh.asked


@pytest.mark.parametrize(
    ("position", "answer", "reason", "marks"),
    [
        (0, "service", RUNS.id, (1, None)),
        (0, "product", RUNS.id, (0, None)),
        (1, "2", "", (1, None)),
        (2, "service", RUNS.id, (None, 1)),
        (2, "service", OWNS.id, (None, 0)),
    ],
)
def test_a_mark_is_kept_with_the_step_that_earns_it(
    position: int, answer: str, reason: str, marks: tuple[int | None, int | None]
) -> None:
    only = bank(DEMO.questions[position])
    session = open_session(start(only), only).answered(answer)
    given = session.reasoned(reason)
    assert (session.step_marks(Step.ANSWER), given.step_marks(Step.REASON) if reason else None) == marks
