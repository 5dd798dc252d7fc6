"""Advice after a vote, at and around the bands."""

from dataclasses import replace

import pytest

from quizapp.domain import round_events as events
from quizapp.domain.advice import Advice, AdviceKind, advice, planned_step
from quizapp.domain.question import Question, Strength
from quizapp.domain.round import Round
from quizapp.domain.round_plan import AfterLock, AnsweringMode, Bands
from quizapp.domain.round_rules import applied
from tests.domain.examples import arguable, choice, verdict
from tests.domain.rounds import played, votes

NEXT = events.Next()
CLEAR, LEANING, ARGUABLE, CHOICE = verdict(), verdict(strength=Strength.LEANING), arguable(), choice(2)
EXPLAIN, DISCUSS, MOVE_ON = AdviceKind.EXPLAIN, AdviceKind.DISCUSS, AdviceKind.MOVE_ON


def counted(counts: dict[str, int], **changes: object) -> Round:
    """A round of hands whose first vote is locked."""
    count = events.Count(0, 0, counts)
    return played(NEXT, NEXT, count, NEXT, **{"mode": AnsweringMode.HANDS, "headcount": 100, **changes})


@pytest.mark.parametrize("question", [CLEAR, LEANING])
@pytest.mark.parametrize(
    ("right", "kind"),
    [(0, EXPLAIN), (56, EXPLAIN), (57, DISCUSS), (80, DISCUSS), (81, MOVE_ON), (100, MOVE_ON)],
)
def test_a_verdict_is_judged_by_the_share_right(question: Question, right: int, kind: AdviceKind) -> None:
    assert advice(counted({"service": right, "product": 100 - right}), question).kind is kind


@pytest.mark.parametrize(("right", "kind"), [(34, EXPLAIN), (35, DISCUSS), (70, DISCUSS), (71, MOVE_ON)])
def test_a_choice_has_bands_of_its_own(right: int, kind: AdviceKind) -> None:
    assert advice(counted({"2": right, "0": 100 - right}), CHOICE).kind is kind


@pytest.mark.parametrize(
    ("product", "kind", "share"),
    [
        (29, AdviceKind.AGREED, 0.29),
        (30, AdviceKind.DEBATE, 0.3),
        (50, AdviceKind.DEBATE, 0.5),
        (70, AdviceKind.DEBATE, 0.3),
        (71, AdviceKind.AGREED, 0.29),
        (100, AdviceKind.AGREED, 0.0),
    ],
)
def test_of_an_arguable_one_the_minority_counts(product: int, kind: AdviceKind, share: float) -> None:
    found = advice(counted({"product": product, "service": 100 - product}), ARGUABLE)
    assert (found.kind, found.share) == (kind, share)


def test_the_interval_stands_beside_the_share() -> None:
    found = advice(counted({"service": 6, "product": 6}), CLEAR)
    assert (found.kind, found.share, found.number) == (EXPLAIN, 0.5, 12)
    assert (round(found.low, 3), round(found.high, 3)) == (0.254, 0.746)


@pytest.mark.parametrize("question", [CLEAR, ARGUABLE, CHOICE])
def test_where_nobody_voted_there_is_nothing_to_say(question: Question) -> None:
    nothing = Advice(AdviceKind.NOTHING, 0.0, 0.0, 1.0, 0)
    assert [advice(each, question) for each in (played(), played(NEXT), counted({}))] == [nothing] * 3


def test_the_bands_are_the_plans() -> None:
    strict = {"verdict_bands": Bands(0.9, 0.95), "choice_bands": Bands(0.1, 0.2)}
    assert advice(counted({"service": 85, "product": 15}, **strict), CLEAR).kind is EXPLAIN
    assert advice(counted({"2": 30, "0": 70}, **strict), CHOICE).kind is MOVE_ON


@pytest.mark.parametrize(("right", "kind"), [(5, EXPLAIN), (6, EXPLAIN), (9, MOVE_ON)])
def test_after_the_second_vote_nobody_is_told_to_talk_again(right: int, kind: AdviceKind) -> None:
    again = events.Count(0, 1, {"service": right, "product": 10 - right})
    second = counted({"service": 6, "product": 4})
    assert advice(second, CLEAR).kind is DISCUSS
    for event in (events.Discuss(), NEXT, again, NEXT):
        second = applied(second, event)
    assert advice(second, CLEAR).kind is kind


def test_answers_that_the_question_has_not_do_not_count() -> None:
    locked = played(NEXT, NEXT, *votes(0, {"t1": "service", "t2": "5"}), NEXT)
    found = advice(locked, replace(CLEAR, id="v"))
    assert (found.share, found.number) == (1.0, 1)


@pytest.mark.parametrize(
    ("right", "follows"),
    [(0, "Reveal"), (56, "Reveal"), (57, "Discuss"), (80, "Discuss"), (81, "Reveal"), (100, "Reveal")],
)
def test_the_plan_says_what_follows_a_lock(right: int, follows: str) -> None:
    counts = {"service": right, "product": 100 - right}
    split = counted(counts, after_lock=AfterLock.DISCUSS_WHEN_SPLIT)
    assert type(planned_step(split, CLEAR)).__name__ == follows
    assert (advice(split, CLEAR).kind is DISCUSS) is (follows == "Discuss"), "one source for both"
    assert planned_step(counted(counts), CLEAR) is None
    assert planned_step(counted(counts, after_lock=AfterLock.REVEAL), CLEAR) == events.Reveal()


def test_there_is_nothing_to_discuss_twice_or_without_a_vote() -> None:
    split = counted({"service": 5, "product": 5}, after_lock=AfterLock.DISCUSS_WHEN_SPLIT)
    assert planned_step(split, ARGUABLE) == events.Discuss()
    again = applied(applied(applied(split, events.Discuss()), NEXT), NEXT)
    assert planned_step(again, CLEAR) == events.Reveal()
    silent = counted({}, after_lock=AfterLock.DISCUSS_WHEN_SPLIT)
    assert planned_step(silent, CLEAR) == planned_step(silent, ARGUABLE) == events.Reveal()
