"""From acts to events: what is offered can happen, and what cannot says why."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain import round_events as events
from quizapp.domain.round import Phase, Round, begun
from quizapp.domain.round_plan import Answering, ScoreShowing
from quizapp.domain.round_rules import applied
from quizapp.ui.rounds.console.commands import Act, Step, event_for, is_possible, next_step, refusal, step_of
from tests.ui.rounds.console.consoles import LOCKED, OPEN, PLAN, TOLD, record

walks = st.lists(st.sampled_from(Act), max_size=30)
plans = st.builds(
    lambda scores, way: replace(PLAN, scores=scores, answering=way, teams=3),
    st.sampled_from(ScoreShowing),
    st.sampled_from(Answering),
)


def walked(start: Round, walk: list[Act]) -> Round:
    for act in walk:
        if (event := event_for(start, act)) is not None:
            start = applied(start, event)
    return start


@given(plans.map(begun), walks)
def test_whatever_is_offered_the_round_takes_and_the_rest_has_its_reason(
    start: Round, walk: list[Act]
) -> None:
    round_ = walked(start, walk)
    for act in Act:
        assert (event_for(round_, act) is None) or refusal(round_, act) == ""
        assert refusal(round_, act) == "" or not is_possible(round_, act)


@given(plans.map(begun), walks)
def test_the_next_step_is_never_offered_in_vain(start: Round, walk: list[Act]) -> None:
    round_ = walked(start, walk)
    is_offered = event_for(round_, Act.NEXT) is not None
    is_choice = next_step(round_) in {Step.DECIDE, Step.OVER}
    assert is_offered is not is_choice or round_.is_paused


@given(plans.map(begun), walks, st.integers(1, 5))
def test_no_number_of_presses_reveals_a_verdict(start: Round, walk: list[Act], presses: int) -> None:
    round_ = walked(start, walk)
    before = [item.is_revealed for item in round_.items]
    after = walked(round_, [Act.NEXT] * presses)
    assert [item.is_revealed for item in after.items] == before


def test_pause_and_rulings_are_taken_back_by_the_same_key() -> None:
    told = record(*TOLD).round
    assert event_for(told, Act.VOID) == events.Rule(0, "void")
    assert event_for(walked(told, [Act.VOID]), Act.VOID) == events.Rule(0, "")
    assert event_for(walked(told, [Act.VOID]), Act.BOTH) == events.Rule(0, "both")
    assert walked(told, [Act.PAUSE]).is_paused
    assert not walked(told, [Act.PAUSE, Act.NEXT]).is_paused


def test_back_goes_to_the_question_before_and_from_the_end_to_the_last() -> None:
    second = walked(record(*TOLD).round, [Act.NEXT, Act.NEXT])
    assert (second.place, second.phase) == (1, Phase.ASK)
    assert event_for(second, Act.BACK) == events.GoTo(0)
    assert event_for(record(*TOLD).round, Act.BACK) is None
    assert event_for(applied(second, events.WrapUp()), Act.BACK) == events.GoTo(1)


def test_the_first_vote_is_released_once() -> None:
    talking = walked(record(*LOCKED).round, [Act.DISCUSS])
    assert is_possible(talking, Act.RELEASE)
    released = walked(talking, [Act.RELEASE])
    assert not is_possible(released, Act.RELEASE)
    assert refusal(released, Act.RELEASE) == ""


def test_what_is_none_of_the_rounds_events_has_its_own_time() -> None:
    assert [is_possible(record().round, act) for act in (Act.DISPUTE, Act.EXPORT, Act.LEAVE)] == [
        False,
        False,
        True,
    ]
    assert is_possible(record(*TOLD).round, Act.DISPUTE)
    assert is_possible(record(*TOLD).round, Act.EXPORT)


def test_a_vote_that_comes_in_is_no_other_step() -> None:
    counted = (*OPEN, events.Count(0, 0, {"product": 1}))
    assert step_of(record(*OPEN).round) == step_of(record(*counted).round)
    assert step_of(record(*OPEN).round) != step_of(record(*LOCKED).round)
