"""The course of a round: what follows what, and what is refused."""

import pytest

from quizapp.domain import round_events as events
from quizapp.domain.ballot import Ballot
from quizapp.domain.round import NotNowError, Phase, Ruling, Voter
from quizapp.domain.round_events import Event
from quizapp.domain.round_plan import AnsweringMode, RoundPlan, ScoreShowing
from quizapp.domain.round_rules import applied, replayed
from tests.domain.rounds import ASKED, LENGTH, asked, is_taken, plan, played, votes

NEXT, REVEAL, DISCUSS = events.Next(), events.Reveal(), events.Discuss()
TO_ASK = (NEXT,)
TO_OPEN = (*TO_ASK, NEXT)
TO_LOCKED = (*TO_OPEN, NEXT)
TO_DISCUSS = (*TO_LOCKED, DISCUSS)
TO_REVEAL = (*TO_LOCKED, REVEAL)
TO_SCORES = (*TO_REVEAL, NEXT, NEXT)
TO_THE_END: tuple[Event, ...] = (NEXT, *(events.Skip(),) * LENGTH)

REACHED: dict[Phase, tuple[Event, ...]] = {
    Phase.LOBBY: (),
    Phase.ASK: TO_ASK,
    Phase.OPEN: TO_OPEN,
    Phase.LOCKED: TO_LOCKED,
    Phase.DISCUSS: TO_DISCUSS,
    Phase.REVEAL: TO_REVEAL,
    Phase.EXPLAIN: (*TO_REVEAL, NEXT),
    Phase.SCORES: TO_SCORES,
    Phase.WRAP_UP: TO_THE_END,
    Phase.CLOSED: (events.Close(),),
}


def test_every_phase_is_reached_as_planned() -> None:
    assert list(REACHED) == list(Phase)
    assert [played(*mode).phase for mode in REACHED.values()] == list(Phase)


@pytest.mark.parametrize(
    ("event", "allowed"),
    [
        (NEXT, set(Phase) - {Phase.LOCKED, Phase.WRAP_UP, Phase.CLOSED}),
        (REVEAL, {Phase.LOCKED, Phase.DISCUSS}),
        (events.Back(), set(Phase) - {Phase.LOBBY, Phase.ASK, Phase.CLOSED}),
        (events.Correct(0, "t1", "product"), {Phase.REVEAL, Phase.EXPLAIN, Phase.SCORES}),
        (DISCUSS, {Phase.LOCKED}),
        (events.Unlock(), {Phase.LOCKED}),
        (events.ReleaseSplit(), {Phase.DISCUSS}),
        (events.MoreTime(), {Phase.OPEN}),
        (events.Skip(), {Phase.ASK, Phase.OPEN, Phase.LOCKED, Phase.DISCUSS}),
        (events.ShowScores(), {Phase.REVEAL, Phase.EXPLAIN, Phase.SCORES}),
        (events.Rule(0, "void"), set(Phase) - {Phase.LOBBY, Phase.CLOSED}),
        (events.Dispute(0, "Both."), set(Phase) - {Phase.LOBBY, Phase.CLOSED}),
        (events.Vote(0, 0, "t1", "product"), {Phase.OPEN}),
        (events.Sheet(0, "t1", "product"), set()),
        (events.Resume(), set()),
        *(
            (event, set(Phase) - {Phase.CLOSED})
            for event in (
                *(events.Pause(), events.GoTo(0), events.WrapUp(), events.Close()),
                *(events.Switch(AnsweringMode.HANDS), events.Join("p1"), events.Leave("t1")),
            )
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_can_happen_when(event: Event, allowed: set[Phase]) -> None:
    assert {phase for phase, mode in REACHED.items() if is_taken(played(*mode), event)} == allowed


def test_a_double_press_never_reveals() -> None:
    with pytest.raises(NotNowError, match="D to discuss, R to reveal"):
        played(*TO_LOCKED, NEXT)


def test_a_room_votes_twice_at_most() -> None:
    twice = played(*TO_DISCUSS, NEXT, NEXT)
    assert (twice.phase, len(twice.item.ballots)) == (Phase.LOCKED, 2)
    assert not is_taken(twice, DISCUSS)
    assert is_taken(twice, REVEAL)


@pytest.mark.parametrize(
    ("scores", "phases"),
    [
        (ScoreShowing.ALWAYS, [Phase.EXPLAIN, Phase.SCORES, Phase.ASK]),
        (ScoreShowing.END, [Phase.EXPLAIN, Phase.ASK, Phase.OPEN]),
        (ScoreShowing.OFF, [Phase.EXPLAIN, Phase.ASK, Phase.OPEN]),
    ],
)
def test_after_a_verdict_come_its_reason_and_the_scores_as_planned(
    scores: ScoreShowing, phases: list[Phase]
) -> None:
    assert [played(*TO_REVEAL, *(NEXT,) * more, scores=scores).phase for more in (1, 2, 3)] == phases
    assert (is_taken(played(*TO_REVEAL, scores=scores), events.ShowScores()) is not None) == (
        scores is ScoreShowing.ALWAYS
    )


def test_scores_are_put_away_again() -> None:
    assert played(*TO_SCORES, events.ShowScores()).phase is Phase.EXPLAIN


def test_the_last_question_leads_to_the_end_and_back() -> None:
    ended = played(NEXT, events.GoTo(LENGTH - 1), NEXT, NEXT, REVEAL, NEXT, NEXT, NEXT)
    assert ended.phase is Phase.WRAP_UP
    back = applied(ended, events.GoTo(LENGTH - 1))
    assert (back.phase, back.position) == (Phase.EXPLAIN, LENGTH - 1)


@pytest.mark.parametrize("position", [-1, LENGTH])
def test_there_is_no_way_to_a_question_that_is_not_there(position: int) -> None:
    assert not is_taken(played(NEXT), events.GoTo(position))


def test_a_round_begins_with_its_first_question_and_needs_one() -> None:
    assert not is_taken(played(), events.GoTo(1))
    with pytest.raises(NotNowError):
        replayed(RoundPlan("empty", "Empty", ()), [NEXT])


def test_a_vote_that_was_left_behind_is_found_locked_and_only_unlocking_opens_it() -> None:
    left = played(*TO_OPEN, *votes(0, {"t1": "product"}), events.GoTo(1), events.GoTo(0))
    assert left.phase is Phase.LOCKED
    assert not is_taken(left, NEXT)
    again = applied(left, events.Unlock())
    assert (again.phase, again.ballot) == (Phase.OPEN, Ballot(AnsweringMode.TEAMS, votes={"t1": "product"}))


def test_talk_that_was_left_behind_never_opens_the_first_vote_by_going_on() -> None:
    left = played(*TO_DISCUSS, events.ReleaseSplit(), events.GoTo(1), events.GoTo(0))
    assert left.phase is Phase.LOCKED
    talking = applied(left, DISCUSS)
    assert not talking.item.is_split_released
    assert len(applied(talking, NEXT).item.ballots) == 2


def test_a_question_left_out_counts_nothing_until_it_is_asked_after_all() -> None:
    skipped = played(*TO_LOCKED, events.Skip())
    assert (skipped.position, skipped.items[0].is_skipped, skipped.items[0].counts) == (1, True, False)
    shown = applied(applied(skipped, events.GoTo(0)), REVEAL)
    assert (shown.item.is_skipped, shown.item.counts) == (False, True)


def test_nothing_happens_in_a_pause_but_going_on() -> None:
    paused = played(*TO_OPEN, events.Pause())
    assert paused.is_paused
    for event in (NEXT, events.Vote(0, 0, "t1", "product"), events.Pause(), events.Close()):
        assert not is_taken(paused, event)
    assert applied(paused, events.Resume()) == played(*TO_OPEN)


def test_time_is_added_to_the_vote_in_front_only() -> None:
    more = (events.MoreTime(), events.MoreTime())
    assert played(*TO_OPEN, *more).extra == 20
    assert played(*TO_OPEN, *more, NEXT, DISCUSS, NEXT).extra == 0
    assert played(*TO_OPEN, *more, events.Skip()).extra == 0


def test_any_question_that_was_asked_can_be_ruled_on_from_anywhere_no_other() -> None:
    back = played(*asked(0, {}), *asked(1, {}), events.GoTo(2), events.Skip(), events.GoTo(0))
    assert applied(back, events.Rule(1, "both")).items[1].ruling is Ruling.BOTH
    assert applied(back, events.Dispute(2, "Unclear.")).items[2].dispute == "Unclear."
    for position in (-1, 3, LENGTH):
        assert not is_taken(back, events.Rule(position, "void"))
    assert not is_taken(back, events.Rule(0, "neither"))


def test_a_ruling_and_a_dispute_are_taken_back() -> None:
    ruled = played(NEXT, events.Rule(0, "void"), events.Dispute(0, "Why?"))
    assert (ruled.item.ruling, ruled.item.dispute) == (Ruling.VOID, "Why?")
    again = replayed(ruled.plan, [NEXT, events.Rule(0, "void"), events.Rule(0, ""), events.Dispute(0, "")])
    assert (again.item.ruling, again.item.dispute) == (Ruling.NONE, "")


@pytest.mark.parametrize(
    ("happened", "since"),
    [
        ((), 0),
        (TO_ASK, 0),
        (TO_OPEN, 0),
        (TO_LOCKED, 1),
        (TO_DISCUSS, 1),
        (TO_REVEAL, 1),
        (TO_SCORES, 1),
        (TO_THE_END, LENGTH),
        ((*asked(0, {}), *asked(1, {}), events.GoTo(0)), 2),
    ],
)
def test_a_newcomer_counts_from_the_next_question_that_can_be_answered(
    happened: tuple[Event, ...], since: int
) -> None:
    assert played(*happened, events.Join("p1")).voters[-1] == Voter("p1", since)


def test_who_comes_back_is_who_left() -> None:
    left = played(*TO_ASK, events.Join("p1"), *TO_ASK, events.Leave("p1"))
    assert [voter.id for voter in left.present] == ["t1", "t2", "t3"]
    away: list[Event] = [NEXT, events.Join("p1"), events.Leave("p1"), NEXT, NEXT, REVEAL]
    assert replayed(plan(), [*away, events.Join("p1")]).voters[-1] == Voter("p1", 0)


@pytest.mark.parametrize("voter", ["", "Amara", "t0", "p01", "x1", "t1 ", "p12345", "t1\n"])
def test_no_name_stands_in_a_round(voter: str) -> None:
    assert not is_taken(played(), events.Join(voter))


def test_missing_are_those_who_may_answer_and_have_not() -> None:
    open_ = played(events.Join("p1"), *TO_OPEN, *votes(0, {"t1": "product"}), events.Leave("t2"))
    assert [voter.id for voter in open_.missing] == ["t3"]
    assert [voter.id for voter in applied(open_, events.Switch(AnsweringMode.PAPER)).missing] == ["t3", "p1"]
    assert [voter.id for voter in played().missing] == ["t1", "t2", "t3"]


def test_the_questions_of_a_plan_are_asked_in_its_order() -> None:
    round_ = played(*TO_ASK)
    seen = [round_.item.question.question_id]
    for _ in range(LENGTH - 1):
        round_ = applied(round_, events.Skip())
        seen.append(round_.item.question.question_id)
    assert seen == [question.id for question in ASKED.questions]
    assert round_.is_last
