"""Events as plain data: what the journal holds."""

import json
from typing import Any

import pytest
from hypothesis import given

from quizapp.domain import round_events as events
from quizapp.domain.round_events import Event, as_plain, from_plain
from tests.domain.rounds import ANYTHING


@given(ANYTHING)
def test_an_event_comes_back_from_its_plain_form(event: Event) -> None:
    assert from_plain(json.loads(json.dumps(as_plain(event)))) == event


def test_the_plain_form_names_the_kind_and_the_fields() -> None:
    assert as_plain(events.GoTo(2)) == {"kind": "GoTo", "position": 2}


@pytest.mark.parametrize(
    "plain",
    [
        {},
        {"kind": "Explode"},
        {"kind": []},
        {"kind": "GoTo"},
        {"kind": "GoTo", "position": "2"},
        {"kind": "GoTo", "position": True},
        {"kind": "GoTo", "position": {"position": 2}},
        {"kind": "Next", "position": 2},
        {"kind": "Join", "voter": 7},
        {"kind": "Switch", "mode": "shouting"},
        {"kind": "Join", "voter": "t1", "mode": "teams"},
        {"kind": "Count", "position": 0, "ballot": 0, "counts": {"product": "7"}},
        {"kind": "Count", "position": 0, "ballot": 0, "counts": [7]},
        {"kind": "Count", "position": 0, "ballot": 0, "counts": None},
    ],
)
def test_nonsense_stands_for_no_event(plain: dict[str, Any]) -> None:
    with pytest.raises((LookupError, TypeError, ValueError)):
        from_plain(plain)
