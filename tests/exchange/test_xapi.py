"""xAPI statements, checked against the rules of version 1.0.3."""

import json
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import pytest

from quizapp.domain.round import Ruling, Voter
from quizapp.domain.round_record import RoundRecord
from quizapp.exchange.xapi import statements
from tests.domain.examples import NOON, arguable, choice, verdict
from tests.exchange.rounds import changed, hands, one, record, teams, told

FULL = record(
    (verdict(), told(verdict(), teams(t1="product", t2="service"), teams(t1="service"))),
    (choice(key=1), told(choice(key=1), teams(t1="1", t2="0"))),
    (arguable(), told(arguable(), teams(t1="product"))),
)


def made(of: RoundRecord) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(statements(of))
    return found


def results(of: RoundRecord) -> list[dict[str, Any]]:
    return [each["result"] for each in made(of)]


def is_iri(text: str) -> bool:
    parts = urlsplit(text)
    return bool(parts.scheme and parts.netloc) and " " not in text


def test_every_statement_keeps_the_rules() -> None:
    for each in made(FULL):
        assert set(each) <= {"id", "actor", "verb", "object", "result", "context", "timestamp"}
        assert str(UUID(each["id"])) == each["id"]
        assert datetime.fromisoformat(each["timestamp"]) == NOON
        assert is_iri(each["verb"]["id"])
        assert str(UUID(each["context"]["registration"]))
        assert all(is_iri(name) for name in each["context"]["extensions"])
        assert None not in json.loads(json.dumps(each)).values()
    assert len({each["id"] for each in made(FULL)}) == len(made(FULL)) == 6


def test_an_actor_has_one_identity_an_account_in_this_round() -> None:
    actors = [each["actor"] for each in made(FULL)]
    assert {actor["objectType"] for actor in actors} == {"Group"}
    assert all(set(actor) == {"objectType", "account", "name"} for actor in actors)
    assert actors[0]["account"] == {"homePage": "https://example.invalid/rounds/r1", "name": "t1"}
    assert actors[0]["name"] == "Ada’s team"


def test_a_person_is_an_agent_and_a_deleted_name_is_not_there() -> None:
    of = one(verdict(), teams(p1="service"))
    of = replace(of, round=replace(of.round, voters=(Voter("p1"),)), names={})
    [each] = made(of)
    assert each["actor"]["objectType"] == "Agent"
    assert "name" not in each["actor"]


def test_an_activity_is_a_choice_whose_answers_are_among_its_choices() -> None:
    for each in made(FULL):
        definition = each["object"]["definition"]
        ids = [choice["id"] for choice in definition["choices"]]
        assert each["object"]["objectType"] == "Activity"
        assert is_iri(each["object"]["id"])
        assert (definition["interactionType"], len(ids)) == ("choice", len(set(ids)))
        assert not any(" " in name or "[,]" in name for name in ids)
        assert {each["result"]["response"], *definition.get("correctResponsesPattern", ())} <= set(ids)
    patterns = [each["object"]["definition"].get("correctResponsesPattern") for each in made(FULL)]
    assert patterns == [["service"]] * 3 + [["B"]] * 2 + [None]


def test_the_last_vote_of_a_voter_has_the_mark() -> None:
    first, other, last = results(FULL)[:3]
    assert first == {"response": "product", "success": False}
    assert other["score"] == last["score"] == {"scaled": 1.0, "raw": 1.0, "min": 0.0, "max": 1.0}
    assert [each["context"]["extensions"] for each in made(FULL)][2] == {
        "https://example.invalid/extensions/vote": 2
    }


def test_what_is_not_scored_has_neither_success_nor_score() -> None:
    assert results(FULL)[5] == {"response": "product"}
    assert results(changed(one(verdict(), teams(t1="service")), ruling=Ruling.VOID)) == [
        {"response": "service"}
    ]


def test_accepting_both_makes_every_answer_right_and_leaves_the_key() -> None:
    [each] = made(changed(one(verdict(), teams(t1="product")), ruling=Ruling.BOTH))
    assert each["result"]["success"] is True
    assert each["object"]["definition"]["correctResponsesPattern"] == ["service"]


def test_a_warm_up_has_no_mark() -> None:
    of = record((verdict(), told(verdict(), teams(t1="service"))), warm_up=True)
    assert results(of) == [{"response": "service", "success": True}]


@pytest.mark.parametrize("changes", [{"is_revealed": False}, {"is_skipped": True}])
def test_what_was_not_shown_is_not_stated(changes: dict[str, object]) -> None:
    assert made(changed(FULL, 0, **changes))[0]["result"]["response"] == "B"


def test_hands_are_nobodys() -> None:
    assert made(one(verdict(), hands(service=9))) == []


def test_the_same_round_gives_the_same_ids_and_a_ruling_others() -> None:
    ids = [each["id"] for each in made(FULL)]
    assert [each["id"] for each in made(FULL)] == ids
    assert [each["id"] for each in made(changed(FULL, 0, ruling=Ruling.VOID))][:3] != ids[:3]


def test_a_rounds_own_uuid_is_its_registration_and_odd_ids_are_escaped() -> None:
    name = "0b6f2f0e-3b1c-4c57-9d3e-6f5f0b8a4a11"
    assert made(replace(FULL, id=name))[0]["context"]["registration"] == name
    odd = made(replace(FULL, id='a b/"ü', bank=replace(FULL.bank, id="x y", language="no such tag")))[0]
    assert odd["actor"]["account"]["homePage"] == "https://example.invalid/rounds/a%20b%2F%22%C3%BC"
    assert is_iri(odd["context"]["contextActivities"]["grouping"][0]["id"])
    assert odd["context"]["language"] == "und"
