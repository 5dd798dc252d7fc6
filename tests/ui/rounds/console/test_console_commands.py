"""From acts to events: what is offered can happen, and what cannot says why."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain import round_events as events
from quizapp.domain.round import Phase
from quizapp.domain.round_plan import AfterLock, AnsweringMode, ScoreShowing
from quizapp.domain.round_record import RoundRecord
from quizapp.domain.round_rules import applied
from quizapp.domain.round_scores import standings
from quizapp.ui.rounds.console.commands import (
    Command,
    NextStep,
    event_for,
    is_possible,
    next_step,
    refusal,
    step_of,
)
from tests.ui.rounds.console.consoles import LOCKED, NEXT, OPEN, PLAN, TOLD, record

walks = st.lists(st.sampled_from(Command), max_size=30)
plans = st.builds(
    lambda scores, mode: replace(PLAN, scores=scores, answering=mode, teams=3),
    st.sampled_from(ScoreShowing),
    st.sampled_from(AnsweringMode),
)


def walked(start: RoundRecord, walk: list[Command]) -> RoundRecord:
    for command in walk:
        if (event := event_for(start, command)) is not None:
            start = replace(start, round=applied(start.round, event))
    return start


@given(plans.map(lambda plan: record(plan=plan)), walks)
def test_whatever_is_offered_the_round_takes_and_the_rest_has_its_reason(
    start: RoundRecord, walk: list[Command]
) -> None:
    there = walked(start, walk)
    for command in Command:
        assert (event_for(there, command) is None) or refusal(there, command) == ""
        assert refusal(there, command) == "" or not is_possible(there, command)


@given(plans.map(lambda plan: record(plan=plan)), walks)
def test_the_next_step_is_never_offered_in_vain(start: RoundRecord, walk: list[Command]) -> None:
    there = walked(start, walk)
    is_offered = event_for(there, Command.NEXT) is not None
    is_choice = next_step(there) in {NextStep.DECIDE, NextStep.OVER}
    assert is_offered is not is_choice or there.round.is_paused


@given(plans.map(lambda plan: record(plan=plan)), walks, st.integers(1, 5))
def test_no_number_of_presses_reveals_a_verdict(
    start: RoundRecord, walk: list[Command], presses: int
) -> None:
    there = walked(start, walk)
    before = [item.is_revealed for item in there.round.items]
    after = walked(there, [Command.NEXT] * presses)
    assert [item.is_revealed for item in after.round.items] == before


def test_pause_and_rulings_are_taken_back_by_the_same_key() -> None:
    told = record(*TOLD)
    assert event_for(told, Command.VOID) == events.Rule(0, "void")
    assert event_for(walked(told, [Command.VOID]), Command.VOID) == events.Rule(0, "")
    assert event_for(walked(told, [Command.VOID]), Command.BOTH) == events.Rule(0, "both")
    assert walked(told, [Command.PAUSE]).round.is_paused
    assert not walked(told, [Command.PAUSE, Command.NEXT]).round.is_paused


@pytest.mark.parametrize("has_answers", [False, True])
def test_a_page_of_scores_follows_only_where_somebody_has_one(*, has_answers: bool) -> None:
    plan = replace(PLAN, scores=ScoreShowing.ALWAYS, answering=AnsweringMode.TEAMS, teams=3)
    voted = [events.Vote(0, 0, "t1", "product")] if has_answers else []
    shown = record(*OPEN, *voted, NEXT, events.Reveal(), NEXT, plan=plan)
    assert next_step(shown) is (NextStep.SCORES if has_answers else NextStep.NEXT_QUESTION)
    gone = walked(shown, [Command.NEXT]).round
    assert (gone.phase, gone.position) == ((Phase.SCORES, 0) if has_answers else (Phase.ASK, 1))


@given(plans.map(lambda plan: record(plan=plan)), walks)
def test_no_command_leads_to_a_page_of_scores_that_is_empty(start: RoundRecord, walk: list[Command]) -> None:
    there = walked(start, walk)
    has_scores = any(each.seen for each in standings(there.round, there.bank))
    assert there.round.phase is not Phase.SCORES or has_scores


@pytest.mark.parametrize("has_answers", [False, True])
def test_a_step_back_passes_over_scores_that_nobody_has(*, has_answers: bool) -> None:
    plan = replace(PLAN, scores=ScoreShowing.ALWAYS, answering=AnsweringMode.TEAMS, teams=3)
    voted = [events.Vote(0, 0, "t1", "product")] if has_answers else []
    shown = record(*OPEN, *voted, NEXT, events.Reveal(), NEXT, plan=plan)
    second = replace(shown, round=applied(shown.round, events.GoTo(1)))
    back = walked(second, [Command.BACK]).round
    assert (back.phase, back.position) == (Phase.SCORES if has_answers else Phase.EXPLAIN, 0)
    assert refusal(shown, Command.SCORES) == ("" if has_answers else "Nobody has a score yet.")


def test_back_is_one_step_and_is_refused_at_the_first_question() -> None:
    second = walked(record(*TOLD), [Command.NEXT, Command.NEXT])
    assert (second.round.position, second.round.phase) == (1, Phase.ASK)
    assert walked(second, [Command.BACK]).round.phase is Phase.EXPLAIN
    assert not is_possible(record(NEXT), Command.BACK)
    assert refusal(record(NEXT), Command.BACK) == "This is the first question."


@pytest.mark.parametrize(
    ("after_lock", "step"), [(AfterLock.ASK, NextStep.DECIDE), (AfterLock.REVEAL, NextStep.REVEAL)]
)
def test_the_next_step_after_a_lock_is_the_planned_one(after_lock: AfterLock, step: NextStep) -> None:
    locked = record(*LOCKED, plan=replace(PLAN, after_lock=after_lock))
    assert next_step(locked) is step
    assert event_for(locked, Command.NEXT) == (events.Reveal() if step is NextStep.REVEAL else None)


def test_a_room_that_is_split_discusses_by_the_plan() -> None:
    split = events.Count(0, 0, {"product": 6, "service": 14})
    locked = record(*OPEN, split, NEXT, plan=replace(PLAN, after_lock=AfterLock.DISCUSS_WHEN_SPLIT))
    assert next_step(locked) is NextStep.DISCUSS
    assert next_step(walked(locked, [Command.NEXT, Command.NEXT, Command.NEXT])) is NextStep.REVEAL


def test_the_verdict_can_be_shown_while_the_room_talks() -> None:
    assert walked(record(*LOCKED), [Command.DISCUSS, Command.REVEAL]).round.phase is Phase.REVEAL


def test_the_first_vote_is_released_once() -> None:
    talking = walked(record(*LOCKED), [Command.DISCUSS])
    assert is_possible(talking, Command.RELEASE)
    released = walked(talking, [Command.RELEASE])
    assert not is_possible(released, Command.RELEASE)
    assert refusal(released, Command.RELEASE) == ""


def test_what_is_none_of_the_rounds_events_has_its_own_time() -> None:
    asked = (Command.DISPUTE, Command.CORRECT, Command.FINISH, Command.LEAVE, Command.BLACK)
    assert [is_possible(record(), each) for each in asked] == [False, False, True, True, True]
    assert [is_possible(record(*LOCKED), each) for each in asked] == [True, False, True, True, True]
    assert all(is_possible(record(*TOLD), each) for each in asked)


def test_a_vote_that_comes_in_is_no_other_step() -> None:
    counted = (*OPEN, events.Count(0, 0, {"product": 1}))
    assert step_of(record(*OPEN).round) == step_of(record(*counted).round)
    assert step_of(record(*OPEN).round) != step_of(record(*LOCKED).round)
