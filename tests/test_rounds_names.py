"""What voters are called: in one file, for a time, and then nowhere."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.domain import round_events as events
from quizapp.quiz import Profile
from tests.desk import Desk
from tests.round_desk import CANARY, begin, holding, play
from tests.storage.rounds.round_script import NEXT, SCRIPT

MONTH = timedelta(days=30)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.quiz.close()


def test_names_are_in_one_file_until_they_are_forgotten(desk: Desk, tmp_path: Path) -> None:
    record = play(desk, begin(desk))
    desk.quiz.keeping.look_over(at_the_end=True)
    assert holding(tmp_path, CANARY) == [f"{record.id}.names.json"]
    desk.quiz.rounds.forget_names(record.id)
    assert holding(tmp_path, CANARY) == []
    assert desk.quiz.rounds.load(record.id) == replace(record, names={})
    assert desk.quiz.rounds.past()[0].names_until is None


def test_voters_can_be_renamed_at_any_time(desk: Desk) -> None:
    record = desk.quiz.rounds.rename(begin(desk), {"t1": "Reds", "t2": ""})
    assert record.names == {"t1": "Reds"}
    assert desk.quiz.rounds.act(record, NEXT).names == {"t1": "Reds"}
    loaded = desk.quiz.rounds.load(record.id)
    assert (loaded.name("t1"), loaded.name("t2")) == ("Reds", "t2")


def test_the_end_of_a_round_does_not_bring_forgotten_names_back(desk: Desk, tmp_path: Path) -> None:
    record = play(desk, begin(desk), SCRIPT[:-1])
    desk.quiz.rounds.forget_names(record.id)
    desk.quiz.rounds.act(record, events.Close())
    assert holding(tmp_path, CANARY) == []


@pytest.mark.parametrize(("days", "left"), [(29, 1), (30, 0)])
def test_names_go_thirty_days_after_the_end_of_the_round(
    desk: Desk, tmp_path: Path, days: int, left: int
) -> None:
    record = play(desk, begin(desk), SCRIPT[:-1])
    desk.seconds = 86400 * 2
    desk.quiz.rounds.act(record, events.Close())
    desk.seconds += 86400 * days
    desk.quiz.rounds.forget_old_names()
    assert len(holding(tmp_path, CANARY)) == left


def test_the_names_a_guest_left_go_in_their_time_too(desk: Desk, tmp_path: Path) -> None:
    desk.quiz.keeping.use(Profile.GUEST)
    begin(desk)
    desk.quiz.keeping.use(Profile.OWN)
    desk.seconds = MONTH.total_seconds()
    desk.quiz.rounds.forget_old_names()
    assert holding(tmp_path, CANARY) == []


def test_a_damaged_file_of_names_leaves_the_ids(desk: Desk, tmp_path: Path) -> None:
    record = begin(desk)
    (tmp_path / "rounds" / f"{record.id}.names.json").write_text("{")
    resumed = desk.quiz.rounds.unfinished()
    assert resumed is not None
    assert resumed.name("t1") == "t1"
