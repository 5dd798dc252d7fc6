"""A round as it is kept: its question in front, and names apart from it."""

from quizapp.domain import round_events as events
from quizapp.domain.round_record import RoundRecord
from tests.domain.examples import NOON
from tests.domain.rounds import ASKED, played


def test_the_question_in_front_is_the_first_in_the_lobby() -> None:
    fronts = [played(), played(events.Next()), played(events.Next(), events.GoTo(2))]
    shown = [RoundRecord("r", front, ASKED, {}, NOON).question.id for front in fronts]
    assert shown == ["v", "v", "a"]


def test_without_a_name_a_voter_is_called_by_kind_and_number() -> None:
    record = RoundRecord("r", played(), ASKED, {"t1": "Ash"}, NOON)
    assert [record.name(voter) for voter in ("t1", "t2", "p3")] == ["Ash", "Team 2", "Sheet 3"]
    assert "Ash" not in repr(record.round)
