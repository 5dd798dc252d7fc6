"""What was done before: what it shows, and which cue is weakest."""

from dataclasses import replace

import pytest

from quizapp.domain.bank import Bank
from quizapp.domain.history import Past, cue_scores, deciding_cues, knows, weakest_cue
from quizapp.domain.question import Question, Side
from quizapp.domain.session import refer
from tests.domain.examples import IDLE, NOON, OWNS, RUNS, arguable, bank, choice, fact, runs, verdict

DEMO = bank(*(verdict(name=f"v{n}") for n in range(4)), arguable(name="a"), choice(name="c"))


def past(
    question: Question, marks: float | None, answer: str = "service", reason: str | None = RUNS.id
) -> Past:
    reason_marks = marks if question.id == "a" else None
    earned = None if question.id == "a" else marks
    return Past(refer(DEMO, question), 1, NOON, earned, reason_marks, answer, reason)


@pytest.mark.parametrize(
    ("name", "marks", "answer", "reason", "known"),
    [
        ("v0", 1, "service", RUNS.id, True),
        ("v0", 1, "service", None, True),
        ("v0", 1, "service", "", False),
        ("v0", 1, "service", IDLE[0].id, False),
        ("v0", 1, "service", "cue:owns", True),
        ("v0", 0, "product", RUNS.id, False),
        ("a", 1, "product", OWNS.id, True),
        ("a", 1, "service", RUNS.id, True),
        ("a", 0, "product", RUNS.id, False),
        ("c", 1, "2", None, True),
        ("c", 0, "1", None, False),
    ],
)
def test_luck_is_told_from_knowledge(
    name: str, marks: int, answer: str, reason: str | None, *, known: bool
) -> None:
    question = DEMO.question(name)
    assert knows(question, past(question, marks, answer, reason)) is known


def test_an_arguable_verdict_is_missed_by_its_reason() -> None:
    assert past(DEMO.question("a"), 0).is_missed
    assert not Past(refer(DEMO, DEMO.question("a")), 1, NOON, None, None).is_missed


@pytest.mark.parametrize(("name", "cues"), [("v0", ("runs",)), ("a", ("owns", "runs")), ("c", ())])
def test_cues_decide(name: str, cues: tuple[str, ...]) -> None:
    assert deciding_cues(DEMO.question(name)) == cues


def history(bank: Bank, right: str, wrong: str) -> dict[str, Past]:
    told = [(name, 1.0) for name in right.split()] + [(name, 0.0) for name in wrong.split()]
    return {name: past(bank.question(name), marks) for name, marks in told}


def test_a_cue_is_weak_on_evidence_only() -> None:
    assert weakest_cue(DEMO, history(DEMO, "v0", "v1")) is None
    weak = weakest_cue(DEMO, history(DEMO, "v0", "v1 v2"))
    assert weak is not None
    assert (weak.cue, weak.earned, weak.asked) == ("runs", 1, 3)
    assert 0 < weak.low < 1 / 3 < weak.high < 1


def test_a_cue_without_a_mistake_is_not_weak() -> None:
    assert weakest_cue(DEMO, history(DEMO, "v0 v1 v2 v3", "")) is None


def test_the_weakest_comes_first_and_second_tries_do_not_count() -> None:
    told = history(DEMO, "v0 v1 v2", "v3 a")
    assert [(score.cue, score.asked) for score in cue_scores(DEMO, told)] == [("owns", 1), ("runs", 5)]
    told["v3"] = replace(told["v3"], is_first=False)
    assert [(score.cue, score.asked) for score in cue_scores(DEMO, told)] == [("owns", 1), ("runs", 4)]


def test_reasons_are_judged_by_what_their_question_says_of_them_today() -> None:
    told = history(DEMO, "v0 v1", "v2")
    new = fact("New.", Side.SERVICE, "value")
    turned = replace(verdict(name="v0"), reasons=(runs(Side.PRODUCT), new, *IDLE))
    today = replace(DEMO, questions=(turned, *DEMO.questions[1:]))
    scores = {score.cue: (score.earned, score.asked) for score in cue_scores(today, told)}
    assert scores == {"value": (0, 1), "runs": (1, 2)}
    gone = replace(verdict(name="v0"), reasons=(new, *IDLE))
    today = replace(DEMO, questions=(gone, *DEMO.questions[1:]))
    assert {score.cue for score in cue_scores(today, told)} == {"runs"}


def test_not_sure_counts_as_a_reason_that_does_not_decide() -> None:
    told = {"v0": past(DEMO.question("v0"), 1, reason="")}
    assert [(score.cue, score.earned, score.asked) for score in cue_scores(DEMO, told)] == [("runs", 0, 1)]


def test_either_says_nothing_of_a_kind_of_reason() -> None:
    told = {"a": past(DEMO.question("a"), 1, answer="either", reason=None)}
    assert cue_scores(DEMO, told) == ()
    assert knows(DEMO.question("a"), told["a"])


def test_a_cue_the_vocabulary_lacks_goes_by_its_id() -> None:
    lone = replace(DEMO, vocabulary=replace(DEMO.vocabulary, cues={}))
    assert cue_scores(lone, history(DEMO, "v0", ""))[0].name == "runs"
