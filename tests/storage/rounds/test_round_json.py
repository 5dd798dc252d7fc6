"""Plans, events and banks of rounds as JSON: what is written is read again, and nonsense is refused."""

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.attempt import QuestionRef
from quizapp.domain.round_events import Count, Event, Vote
from quizapp.domain.round_plan import AfterLock, AnsweringMode, Bands, RoundPlan, ScoreShowing
from quizapp.storage.banks.bank_json import bank_from_json, bank_to_json
from quizapp.storage.rounds.plan_json import event_json, event_of, plan_json, plan_of
from tests.storage.rounds.round_script import BANK, PLAN

texts, numbers = st.text(max_size=9), st.integers(0, 9)
answers = st.sampled_from(["product", "service", *"012345", ""])
shares = st.floats(0, 1)
OF_FIELDS: Mapping[str, st.SearchStrategy[Any]] = {
    "position": numbers,
    "ballot": numbers,
    "voter": st.sampled_from(["t1", "t9", "p1", "p500"]),
    "answer": answers,
    "counts": st.dictionaries(answers, numbers),
    "ruling": st.sampled_from(["", "void", "both"]),
    "note": texts,
    "mode": st.sampled_from(AnsweringMode),
    "headcount": numbers,
}
events = st.sampled_from(get_args(Event)).flatmap(
    lambda kind: st.builds(kind, **{field.name: OF_FIELDS[field.name] for field in fields(kind)})
)
bands = st.tuples(shares, shares).map(lambda pair: Bands(min(pair), max(pair)))
plans = st.builds(
    RoundPlan,
    id=texts,
    title=texts,
    questions=st.lists(st.builds(QuestionRef, texts, texts, texts), max_size=3).map(tuple),
    answering=st.sampled_from(AnsweringMode),
    headcount=numbers,
    teams=numbers,
    warm_up=st.booleans(),
    seconds=numbers,
    is_hard=st.booleans(),
    scores=st.sampled_from(ScoreShowing),
    verdict_bands=bands,
    choice_bands=bands,
    after_lock=st.sampled_from(AfterLock),
)


@given(events)
def test_every_event_is_read_as_it_was_written(event: Event) -> None:
    assert event_of(event_json(event)) == event


@given(plans)
def test_every_plan_is_read_as_it_was_written(plan: RoundPlan) -> None:
    assert plan_of(plan_json(plan)) == plan


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "null", "7", "{}", "[" * 100_000),
        *('{"kind": "Explode"}', '{"kind": []}', '{"kind": "Next", "position": 1}', '{"kind": "GoTo"}'),
        *('{"kind": "GoTo", "position": "1"}', '{"kind": "GoTo", "position": true}'),
        '{"kind": "Switch", "mode": "telepathy"}',
        '{"kind": "Vote", "position": 0, "ballot": 0, "voter": "t1", "answer": "Mary"}',
        '{"kind": "Count", "position": 0, "ballot": 0, "counts": {"product": "7"}}',
        '{"kind": "Count", "position": 0, "ballot": 0, "counts": {"nobody": 7}}',
        '{"kind": "Count", "position": 0, "ballot": 0, "counts": [7]}',
    ],
)
def test_what_is_no_event_is_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError, RecursionError)):
        event_of(text)


@pytest.mark.parametrize(
    "event",
    [
        Vote(0, 0, "t1", "Mary"),
        Count(0, 0, {"product": True}),
        Count(0, 0, {0: 7}),  # type: ignore[dict-item]
    ],
)
def test_an_event_that_could_not_be_read_again_is_not_written(event: Event) -> None:
    with pytest.raises((ValueError, TypeError)):
        event_json(event)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(
            ("id", 7),
            ("title", None),
            ("headcount", -1),
            ("headcount", True),
            ("teams", 10),
            ("seconds", 1.5),
        ),
        *(("questions", {}), ("questions", ["abc"]), ("questions", [{"bank_id": "b"}])),
        ("questions", [{"bank_id": "b", "question_id": 7, "revision": "r"}]),
        *(("warm_up", 1), ("is_hard", "no"), ("answering", "telepathy"), ("scores", []), ("after_lock", "wait")),
        *(("verdict_bands", 7), ("verdict_bands", {"low": 0.8, "high": 0.5})),
        *(("choice_bands", {"low": -0.1, "high": 0.5}), ("choice_bands", {"low": "0", "high": 1})),
    ],
)
def test_what_is_no_plan_is_refused(name: str, value: object) -> None:
    told = json.loads(plan_json(PLAN)) | {name: value}
    with pytest.raises((ValueError, TypeError)):
        plan_of(json.dumps(told))


def test_a_plan_of_another_version_is_read_as_far_as_it_is_known() -> None:
    told = {"id": "p", "title": "Old", "questions": [], "phones": True}
    assert plan_of(json.dumps(told)) == RoundPlan("p", "Old", ())


@pytest.mark.parametrize("plan", [replace(PLAN, teams=10), replace(PLAN, headcount=-1)])
def test_a_plan_that_could_not_be_read_again_is_not_written(plan: RoundPlan) -> None:
    with pytest.raises(ValueError, match=r"too many teams|not 0 or more"):
        plan_json(plan)


def test_a_bank_of_its_own_is_read_as_it_was_written() -> None:
    bank = replace(BANK, notice="Made for this test.", version="1.2", language="en-GB")
    assert bank_from_json(bank_to_json(bank)) == bank


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"Demo"', "7"),
        ('"A supplier runs it."', "null"),
        ('["cloud"]', "[1]"),
        ('"Cue runs"', "{}"),
        ('"It is complicated."', "5"),
        ('"Option 1"', "1"),
        ('"correct":true', '"correct":false'),
        ('"questions"', '"answers"'),
        ('"side":"service"', '"side":"both"'),
    ],
)
def test_a_bank_with_something_else_in_it_is_refused(old: str, new: str) -> None:
    text = bank_to_json(BANK)
    assert old in text
    with pytest.raises((ValueError, LookupError, TypeError, AttributeError)):
        bank_from_json(text.replace(old, new))
