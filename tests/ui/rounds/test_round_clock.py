"""The time for a vote: running, standing still, lengthened, and over once."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.domain import round_events as events
from quizapp.domain.attempt import QuestionRef
from quizapp.domain.round import Round, begun
from quizapp.domain.round_plan import RoundPlan
from quizapp.domain.round_rules import applied
from quizapp.ui.rounds.clock import RoundClock

PLAN = RoundPlan("r", "Round", (QuestionRef("b", "q", "0" * 12),) * 2, seconds=20)
OPEN = (events.Next(), events.Next())


class Hands:
    """A clock whose hands are set."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def after(round_: Round, *happened: events.Event) -> Round:
    for event in happened:
        round_ = applied(round_, event)
    return round_


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def clock(qapp: QApplication, hands: Hands) -> Iterator[RoundClock]:
    clock = RoundClock(qapp, hands)
    yield clock
    clock.deleteLater()


def test_no_time_runs_where_none_is_planned_or_no_vote_is_open(clock: RoundClock) -> None:
    clock.update_from(after(begun(replace(PLAN, seconds=0)), *OPEN))
    assert clock.left is None
    clock.update_from(after(begun(PLAN), events.Next()))
    assert clock.left is None


def test_it_counts_down_and_more_time_lengthens_it(clock: RoundClock, hands: Hands) -> None:
    round_ = after(begun(PLAN), *OPEN)
    clock.update_from(round_)
    hands.now = 6.5
    assert clock.left == 14
    clock.update_from(after(round_, events.MoreTime()))
    assert clock.left == 24


def test_a_pause_and_a_lock_stop_it(clock: RoundClock, hands: Hands) -> None:
    round_ = after(begun(PLAN), *OPEN)
    clock.update_from(round_)
    hands.now = 5
    clock.update_from(after(round_, events.Pause()))
    hands.now = 500
    clock.update_from(round_)
    hands.now = 505
    assert clock.left == 10
    clock.update_from(after(round_, events.Next()))
    hands.now = 900
    clock.update_from(after(round_, events.Next(), events.Unlock()))
    assert clock.left == 10


def test_more_time_counts_after_the_end_as_well(clock: RoundClock, hands: Hands) -> None:
    round_ = after(begun(PLAN), *OPEN)
    clock.update_from(round_)
    hands.now = 60
    assert clock.left == 0
    clock.update_from(after(round_, events.MoreTime()))
    assert clock.left == 10


def test_the_second_vote_has_its_own_time(clock: RoundClock, hands: Hands) -> None:
    round_ = after(begun(PLAN), *OPEN)
    clock.update_from(round_)
    hands.now = 15
    clock.update_from(after(round_, events.Next(), events.Discuss(), events.Next()))
    assert clock.left == 20


def test_it_says_once_that_the_time_is_over(qtbot: QtBot, clock: RoundClock, hands: Hands) -> None:
    clock.update_from(after(begun(PLAN), *OPEN))
    hands.now = 21
    with qtbot.waitSignal(clock.ran_out):
        pass
    assert clock.left == 0
    with qtbot.assertNotEmitted(clock.ran_out, wait=400):
        pass
