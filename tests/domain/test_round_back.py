"""One step back is one step, and what was entered wrongly is corrected after the verdict."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain import round_events as events
from quizapp.domain.ballot import Ballot
from quizapp.domain.round import Phase, Round
from quizapp.domain.round_events import Event
from quizapp.domain.round_plan import AnsweringMode, ScoreShowing
from quizapp.domain.round_rules import applied
from quizapp.domain.round_scores import standings
from quizapp.domain.wall_view import wall_view
from tests.domain.rounds import ASKED, is_taken, natural, played, votes

NEXT, BACK, REVEAL, DISCUSS = events.Next(), events.Back(), events.Reveal(), events.Discuss()
VOTED = (NEXT, NEXT, *votes(0, {"t1": "service", "t2": "product"}), NEXT)
TOLD = (*VOTED, REVEAL)
FORWARD = events.Next | events.Discuss | events.Reveal | events.WrapUp


@given(st.data(), st.sampled_from(AnsweringMode), st.sampled_from(ScoreShowing))
def test_a_step_and_a_step_back_lead_to_where_one_was(
    data: st.DataObject, mode: AnsweringMode, scores: ScoreShowing
) -> None:
    round_ = played(mode=mode, scores=scores)
    for _ in range(data.draw(st.integers(1, 30))):
        step = data.draw(natural(round_))
        after = is_taken(round_, step)
        if after is None:
            continue
        is_known = after.position != round_.position and after.phase is not Phase.ASK  # it was asked before
        if isinstance(step, FORWARD) and round_.phase is not Phase.LOBBY and not is_known:
            there = applied(after, BACK)
            assert (there.phase, there.position) == (round_.phase, round_.position)
            assert answers(there) == answers(round_)
        round_ = after


def answers(round_: Round) -> list[list[Ballot]]:
    """Every vote that somebody has answered."""
    return [[each for each in item.ballots if each != Ballot(each.mode)] for item in round_.items]


def test_back_leads_step_by_step_to_the_question_before() -> None:
    round_ = played(*TOLD, NEXT, NEXT, NEXT)
    seen = [(round_.position, round_.phase)]
    for _ in range(4):
        round_ = applied(round_, BACK)
        seen.append((round_.position, round_.phase))
    phases = [Phase.ASK, Phase.SCORES, Phase.EXPLAIN, Phase.REVEAL, Phase.LOCKED]
    assert seen == [(1, phases[0]), *((0, phase) for phase in phases[1:])]


def test_a_vote_that_was_stepped_back_from_goes_on_with_its_answers() -> None:
    open_ = played(NEXT, NEXT, *votes(0, {"t1": "service"}))
    assert applied(applied(open_, BACK), NEXT) == open_
    again = played(*VOTED, DISCUSS, NEXT, *votes(0, {"t1": "product"}, 1))
    assert applied(applied(again, BACK), NEXT) == again


def test_a_second_vote_that_was_opened_by_a_slip_leaves_nothing() -> None:
    talking = played(*VOTED, DISCUSS)
    assert applied(applied(talking, NEXT), BACK) == talking
    assert len(applied(talking, REVEAL).item.ballots) == 1


def test_a_verdict_that_was_shown_is_covered_again_and_opens_no_vote() -> None:
    covered = played(*TOLD, BACK)
    assert covered.phase is Phase.LOCKED
    assert wall_view(covered, ASKED, {}).revealed is None
    assert not any(is_taken(covered, event) for event in (events.Unlock(), DISCUSS))
    assert applied(covered, NEXT) == played(*TOLD)


def test_the_end_is_left_for_exactly_where_one_was() -> None:
    for happened in (VOTED, VOTED[:-1], TOLD, (NEXT,), ()):
        before = played(*happened)
        there = applied(applied(applied(before, events.WrapUp()), events.WrapUp()), BACK)
        assert replace(there, came_from=before.came_from) == before


def test_correcting_recomputes_and_leaves_a_trace() -> None:
    told = played(*TOLD)
    right = {each.voter: each.right for each in standings(told, ASKED)}
    mended = applied(told, events.Correct(0, "t2", "service"))
    assert right == {"t1": 1, "t2": 0, "t3": 0}
    assert {each.voter: each.right for each in standings(mended, ASKED)} == {"t1": 1, "t2": 1, "t3": 0}
    assert mended.item.corrected == 1
    assert applied(mended, events.Correct(0, "t2", "service")).item.corrected == 1
    assert applied(mended, events.Correct(0, "t3", "")).item.corrected == 1


def test_hands_are_corrected_within_the_room() -> None:
    told = played(NEXT, NEXT, events.Count(0, 0, {"product": 4}), NEXT, REVEAL, mode=AnsweringMode.HANDS)
    mended = applied(told, events.CorrectCount(0, {"product": 1, "service": 3}))
    assert (mended.item.ballots[0].split, mended.item.corrected) == ({"product": 1, "service": 3}, 1)
    assert not is_taken(told, events.CorrectCount(0, {"product": 99}))
    assert not is_taken(told, events.Correct(0, "t1", "product"))


@pytest.mark.parametrize("happened", [(), (NEXT,), VOTED, (*VOTED, DISCUSS)])
def test_nothing_is_corrected_before_the_verdict(happened: tuple[Event, ...]) -> None:
    round_ = played(*happened)
    assert not is_taken(round_, events.Correct(0, "t1", "product"))
    assert not is_taken(round_, events.CorrectCount(0, {"product": 1}))


def test_a_late_sheet_corrects_nothing_and_a_changed_one_does() -> None:
    told = played(NEXT, NEXT, NEXT, REVEAL, events.Join("p1"), mode=AnsweringMode.PAPER)
    late = applied(told, events.Sheet(0, "p1", "product"))
    assert late.item.corrected == 0
    assert applied(late, events.Sheet(0, "p1", "service")).item.corrected == 1
