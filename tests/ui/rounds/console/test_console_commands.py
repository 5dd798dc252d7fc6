"""From acts to events: what is offered can happen, and what cannot says why."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain import round_events as events
from quizapp.domain.round import Phase, Round, begun
from quizapp.domain.round_plan import AnsweringMode, ScoreShowing
from quizapp.domain.round_rules import applied
from quizapp.ui.rounds.console.commands import (
    Command,
    NextStep,
    event_for,
    is_possible,
    next_step,
    refusal,
    step_of,
)
from tests.ui.rounds.console.consoles import LOCKED, OPEN, PLAN, TOLD, record

walks = st.lists(st.sampled_from(Command), max_size=30)
plans = st.builds(
    lambda scores, mode: replace(PLAN, scores=scores, answering=mode, teams=3),
    st.sampled_from(ScoreShowing),
    st.sampled_from(AnsweringMode),
)


def walked(start: Round, walk: list[Command]) -> Round:
    for command in walk:
        if (event := event_for(start, command)) is not None:
            start = applied(start, event)
    return start


@given(plans.map(begun), walks)
def test_whatever_is_offered_the_round_takes_and_the_rest_has_its_reason(
    start: Round, walk: list[Command]
) -> None:
    round_ = walked(start, walk)
    for command in Command:
        assert (event_for(round_, command) is None) or refusal(round_, command) == ""
        assert refusal(round_, command) == "" or not is_possible(round_, command)


@given(plans.map(begun), walks)
def test_the_next_step_is_never_offered_in_vain(start: Round, walk: list[Command]) -> None:
    round_ = walked(start, walk)
    is_offered = event_for(round_, Command.NEXT) is not None
    is_choice = next_step(round_) in {NextStep.DECIDE, NextStep.OVER}
    assert is_offered is not is_choice or round_.is_paused


@given(plans.map(begun), walks, st.integers(1, 5))
def test_no_number_of_presses_reveals_a_verdict(start: Round, walk: list[Command], presses: int) -> None:
    round_ = walked(start, walk)
    before = [item.is_revealed for item in round_.items]
    after = walked(round_, [Command.NEXT] * presses)
    assert [item.is_revealed for item in after.items] == before


def test_pause_and_rulings_are_taken_back_by_the_same_key() -> None:
    told = record(*TOLD).round
    assert event_for(told, Command.VOID) == events.Rule(0, "void")
    assert event_for(walked(told, [Command.VOID]), Command.VOID) == events.Rule(0, "")
    assert event_for(walked(told, [Command.VOID]), Command.BOTH) == events.Rule(0, "both")
    assert walked(told, [Command.PAUSE]).is_paused
    assert not walked(told, [Command.PAUSE, Command.NEXT]).is_paused


def test_back_goes_to_the_question_before_and_from_the_end_to_the_last() -> None:
    second = walked(record(*TOLD).round, [Command.NEXT, Command.NEXT])
    assert (second.position, second.phase) == (1, Phase.ASK)
    assert event_for(second, Command.BACK) == events.GoTo(0)
    assert event_for(record(*TOLD).round, Command.BACK) is None
    assert event_for(applied(second, events.WrapUp()), Command.BACK) == events.GoTo(1)


def test_the_first_vote_is_released_once() -> None:
    talking = walked(record(*LOCKED).round, [Command.DISCUSS])
    assert is_possible(talking, Command.RELEASE)
    released = walked(talking, [Command.RELEASE])
    assert not is_possible(released, Command.RELEASE)
    assert refusal(released, Command.RELEASE) == ""


def test_what_is_none_of_the_rounds_events_has_its_own_time() -> None:
    assert [
        is_possible(record().round, command) for command in (Command.DISPUTE, Command.EXPORT, Command.LEAVE)
    ] == [
        False,
        False,
        True,
    ]
    assert is_possible(record(*TOLD).round, Command.DISPUTE)
    assert is_possible(record(*TOLD).round, Command.EXPORT)


def test_a_vote_that_comes_in_is_no_other_step() -> None:
    counted = (*OPEN, events.Count(0, 0, {"product": 1}))
    assert step_of(record(*OPEN).round) == step_of(record(*counted).round)
    assert step_of(record(*OPEN).round) != step_of(record(*LOCKED).round)
