"""What voters are called: in one file, for a time, and then nowhere."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.domain import round_events as events
from quizapp.quiz import Profile
from tests.quiz_rig import QuizRig
from tests.round_rig import CANARY, begin, holding, play
from tests.storage.rounds.round_script import NEXT, SCRIPT

MONTH = timedelta(days=30)


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[QuizRig]:
    rig = QuizRig(tmp_path)
    yield rig
    rig.quiz.close()


def test_names_are_in_one_file_until_they_are_forgotten(rig: QuizRig, tmp_path: Path) -> None:
    record = play(rig, begin(rig))
    rig.quiz.archive.check_and_back_up(at_the_end=True)
    assert holding(tmp_path, CANARY) == [f"{record.id}.names.json"]
    rig.quiz.rounds.forget_names(record.id)
    assert holding(tmp_path, CANARY) == []
    assert rig.quiz.rounds.load(record.id) == replace(record, names={})
    assert rig.quiz.rounds.past()[0].names_until is None


def test_voters_can_be_renamed_at_any_time(rig: QuizRig) -> None:
    record = rig.quiz.rounds.rename(begin(rig), {"t1": "Reds", "t2": ""})
    assert record.names == {"t1": "Reds"}
    assert rig.quiz.rounds.apply(record, NEXT).names == {"t1": "Reds"}
    loaded = rig.quiz.rounds.load(record.id)
    assert (loaded.name("t1"), loaded.name("t2")) == ("Reds", "t2")


def test_the_end_of_a_round_does_not_bring_forgotten_names_back(rig: QuizRig, tmp_path: Path) -> None:
    record = play(rig, begin(rig), SCRIPT[:-1])
    rig.quiz.rounds.forget_names(record.id)
    rig.quiz.rounds.apply(record, events.Close())
    assert holding(tmp_path, CANARY) == []


@pytest.mark.parametrize(("days", "left"), [(29, 1), (30, 0)])
def test_names_go_thirty_days_after_the_end_of_the_round(
    rig: QuizRig, tmp_path: Path, days: int, left: int
) -> None:
    record = play(rig, begin(rig), SCRIPT[:-1])
    rig.seconds = 86400 * 2
    rig.quiz.rounds.apply(record, events.Close())
    rig.seconds += 86400 * days
    rig.quiz.rounds.forget_old_names()
    assert len(holding(tmp_path, CANARY)) == left


def test_the_names_a_guest_left_go_in_their_time_too(rig: QuizRig, tmp_path: Path) -> None:
    rig.quiz.archive.use(Profile.GUEST)
    begin(rig)
    rig.quiz.archive.use(Profile.OWN)
    rig.seconds = MONTH.total_seconds()
    rig.quiz.rounds.forget_old_names()
    assert holding(tmp_path, CANARY) == []


def test_a_damaged_file_of_names_leaves_the_ids(rig: QuizRig, tmp_path: Path) -> None:
    record = begin(rig)
    (tmp_path / "rounds" / f"{record.id}.names.json").write_text("{")
    resumed = rig.quiz.rounds.unfinished()
    assert resumed is not None
    assert resumed.name("t1") == "t1"
