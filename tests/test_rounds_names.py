"""What voters are called: in one file, for a time, and then nowhere."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.domain import round_events as events
from quizapp.domain.selection import Selection
from quizapp.quiz import Clock, Profile
from quizapp.quiz.rounds import Rounds
from tests.quiz_rig import MIXED, QuizRig
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
    assert (loaded.name("t1"), loaded.name("t2")) == ("Reds", "Team 2")


def test_the_end_of_a_round_does_not_bring_forgotten_names_back(rig: QuizRig, tmp_path: Path) -> None:
    record = play(rig, begin(rig), SCRIPT[:-1])
    rig.quiz.rounds.forget_names(record.id)
    rig.quiz.rounds.apply(record, events.Close())
    assert holding(tmp_path, CANARY) == []


def started_again(rig: QuizRig) -> None:
    """Do what a later start does."""
    Rounds(rig.quiz.archive, Clock(rig.now, lambda: rig.seconds)).forget_old_names()


@pytest.mark.parametrize(("days", "left"), [(29, 1), (30, 0)])
def test_names_go_thirty_days_after_the_end_of_the_round(
    rig: QuizRig, tmp_path: Path, days: int, left: int
) -> None:
    record = play(rig, begin(rig), SCRIPT[:-1])
    rig.seconds = 86400 * 2
    rig.quiz.rounds.apply(record, events.Close())
    rig.seconds += 86400 * days
    started_again(rig)
    assert len(holding(tmp_path, CANARY)) == 1, "the clock alone is not enough"
    started_again(rig)
    assert len(holding(tmp_path, CANARY)) == left


def test_an_answer_agrees_with_the_clock(rig: QuizRig, tmp_path: Path) -> None:
    play(rig, begin(rig))
    rig.seconds = 2 * MONTH.total_seconds()
    rig.quiz.use_bank(MIXED)
    rig.quiz.answer(rig.quiz.start(Selection(4711, 3)), "service")
    started_again(rig)
    assert holding(tmp_path, CANARY) == []


def test_the_names_of_a_running_round_stay_whatever_the_clock_says(rig: QuizRig, tmp_path: Path) -> None:
    begin(rig)
    rig.seconds = 3 * MONTH.total_seconds()
    for _ in range(3):
        started_again(rig)
    assert len(holding(tmp_path, CANARY)) == 1


def test_a_clock_that_jumps_forward_and_back_deletes_nothing(rig: QuizRig, tmp_path: Path) -> None:
    play(rig, begin(rig))
    for days in (1, 65, 2, 3):
        rig.seconds = 86400.0 * days
        started_again(rig)
        rig.quiz.rounds.forget_old_names()  # as every hour
    assert len(holding(tmp_path, CANARY)) == 1


def test_the_names_a_guest_left_go_in_their_time_too(rig: QuizRig, tmp_path: Path) -> None:
    rig.quiz.archive.use(Profile.GUEST)
    play(rig, begin(rig))
    rig.quiz.archive.use(Profile.OWN)
    rig.seconds = MONTH.total_seconds() + 1
    for _ in range(2):
        started_again(rig)
    assert holding(tmp_path, CANARY) == []


def test_a_damaged_file_of_names_leaves_the_numbers(rig: QuizRig, tmp_path: Path) -> None:
    record = begin(rig)
    (tmp_path / "rounds" / f"{record.id}.names.json").write_text("{")
    (resumed,) = rig.quiz.rounds.unfinished()
    assert resumed.name("t1") == "Team 1"
