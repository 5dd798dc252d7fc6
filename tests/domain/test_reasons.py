"""What is offered as an answer to "What decides it?"."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.bank import Vocabulary
from quizapp.domain.question import Evidence, Side, Strength, Verdict
from quizapp.domain.reasons import Reason, offer, restored
from tests.domain.examples import CUES, MISCONCEPTIONS, VOCABULARY, arguable, verdict

FEW = Vocabulary(VOCABULARY.cues, {"label": VOCABULARY.misconceptions["label"]})


def offered(question: Verdict, seed: int = 1, vocabulary: Vocabulary = VOCABULARY) -> tuple[Reason, ...]:
    return offer(question, vocabulary, Random(seed))


def ids(reasons: tuple[Reason, ...]) -> set[str]:
    return {reason.id for reason in reasons}


@given(
    st.integers(),
    st.sampled_from(Side),
    st.sets(st.sampled_from(CUES[:3])),
    st.sets(st.sampled_from(MISCONCEPTIONS)),
)
def test_a_clear_verdict_offers_four_with_one_that_decides(
    seed: int, side: Side, idle: set[str], tempting: set[str]
) -> None:
    reasons = offered(verdict(side, tempting=tuple(tempting), not_deciding=tuple(idle)), seed)
    assert len(ids(reasons)) == 4
    assert [reason.id for reason in reasons if reason.speaks_for] == ["cue:runs"]


@given(st.integers(), st.sampled_from(Side))
def test_an_arguable_verdict_offers_a_cue_for_each_side(seed: int, side: Side) -> None:
    reasons = offered(arguable(side), seed)
    assert {(reason.id, reason.speaks_for) for reason in reasons if reason.speaks_for} == {
        ("cue:owns", Side.PRODUCT),
        ("cue:runs", Side.SERVICE),
    }
    assert len(reasons) == 4


def test_tempting_comes_first_then_a_cue_that_is_idle_here() -> None:
    question = verdict(tempting=("cloud",), not_deciding=("owns",))
    assert all({"misconception:cloud", "cue:owns"} <= ids(offered(question, seed)) for seed in range(20))


def test_no_wrong_reason_is_a_cue_that_decides() -> None:
    evidence = (Evidence("A supplier", "owns", Side.PRODUCT), Evidence("runs it", "runs", Side.SERVICE))
    question = verdict(evidence=evidence, not_deciding=("owns", "runs", "value"))
    assert all("cue:owns" not in ids(offered(question, seed)) for seed in range(20))


@pytest.mark.parametrize(
    ("question", "vocabulary"),
    [
        (verdict(evidence=()), VOCABULARY),
        (verdict(tempting=()), FEW),
        (verdict(evidence=(Evidence("x", "unknown", Side.SERVICE),)), VOCABULARY),
        (verdict(evidence=(Evidence("x", "runs", Side.PRODUCT),)), VOCABULARY),
    ],
    ids=["no evidence", "too few wrong reasons", "unknown cue", "only evidence for the other side"],
)
def test_the_step_is_left_out(question: Verdict, vocabulary: Vocabulary) -> None:
    assert offered(question, vocabulary=vocabulary) == ()


def test_one_cue_for_both_sides_gives_nothing_to_choose() -> None:
    both = (Evidence("A supplier", "runs", Side.PRODUCT), Evidence("runs it", "runs", Side.SERVICE))
    assert offered(verdict(strength=Strength.ARGUABLE, evidence=both)) == ()


def test_an_arguable_verdict_needs_no_wrong_reasons() -> None:
    bare = Vocabulary(VOCABULARY.cues)
    assert (
        len(offered(verdict(strength=Strength.ARGUABLE, evidence=arguable().evidence, tempting=()), 1, bare))
        == 2
    )


def test_a_cue_that_only_supports_is_asked_for_where_no_other_decides() -> None:
    weak = replace(VOCABULARY.cues["value"], supports_only=True)
    vocabulary = replace(VOCABULARY, cues={**VOCABULARY.cues, "value": weak})
    alone = Evidence("Bo uses it", "value", Side.SERVICE)
    beside = Evidence("runs it", "runs", Side.SERVICE)
    right = {
        reason.id
        for seed in range(20)
        for reason in offered(verdict(evidence=(alone, beside)), seed, vocabulary)
        if reason.speaks_for
    }
    assert right == {"cue:runs"}
    assert "cue:value" in ids(offered(verdict(evidence=(alone,)), 1, vocabulary))


@given(st.integers())
def test_stored_reasons_come_back_as_they_were(seed: int) -> None:
    for question in (verdict(not_deciding=("owns", "value")), arguable()):
        reasons = offered(question, seed)
        assert restored(tuple(reason.id for reason in reasons), question, VOCABULARY) == reasons


def test_reasons_that_are_gone_are_left_out() -> None:
    assert restored(("cue:gone", "misconception:gone"), verdict(), VOCABULARY) == ()
