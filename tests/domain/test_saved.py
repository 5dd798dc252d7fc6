"""What two computers have is put together: nothing twice, nothing lost, in the order of time."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.saved import (
    Added,
    FreshStart,
    Saved,
    SavedAttempt,
    SavedFlag,
    SavedNote,
    SavedPaper,
    SavedPlan,
    SavedRound,
    SavedSession,
    TakenBack,
    merged,
)

NOTHING = Saved()
REF = ("bank", "q", "0" * 12)


def at(minute: int) -> str:
    return f"2026-11-22T12:{minute:02}:00.000000+00:00"


def attempt(
    number: int, minute: int, position: int = 0, back: int | None = None, response: str = "service"
) -> SavedAttempt:
    taken = TakenBack(after_explanation=False, at=at(back)) if back is not None else None
    offered = '["product", "service"]'
    return SavedAttempt(
        number,
        position,
        "answer",
        *REF,
        offered,
        response,
        1.0,
        2.5,
        at(minute),
        after_explanation=False,
        taken_back=taken,
    )


def session(name: str, minute: int, *attempts: SavedAttempt) -> SavedSession:
    return SavedSession(name, 7, "{}", at(minute), (REF,) * 3, attempts)


def times(saved: Saved) -> list[tuple[int, str]]:
    """All attempts by their numbers."""
    every = [(each.number, each.at) for part in saved.sessions for each in part.attempts]
    return sorted(every)


HOME = Saved(
    (session("s1", 0, attempt(1, 1), attempt(3, 30, 1)), session("s3", 20, attempt(2, 21))),
    (SavedFlag("bank", "q", flagged=True, at=at(1)),),
    (SavedNote(*REF, "mine", "own", at(2)),),
)
AWAY = Saved(
    (session("s2", 10, attempt(1, 11), attempt(2, 12, 1)),),
    (SavedFlag("bank", "q", flagged=False, at=at(11)),),
    (SavedNote(*REF, "theirs", "own", at(12)),),
)


def test_answers_of_elsewhere_come_between_ours_by_time() -> None:
    whole, added = merged(HOME, AWAY)
    assert [each.id for each in whole.sessions] == ["s1", "s2", "s3"]
    assert times(whole) == [(1, at(1)), (2, at(11)), (3, at(12)), (4, at(21)), (5, at(30))]
    assert [flag.flagged for flag in whole.flags] == [True, False]
    assert [note.text for note in whole.notes] == ["mine", "theirs"]
    assert added == Added(answers=2, sessions=1, flags=1, notes=1)  # the flag was taken off there


def test_a_session_gone_on_with_elsewhere_is_put_together() -> None:
    begun = Saved((session("s1", 0, attempt(1, 1)),))
    there = Saved((replace(session("s1", 0, attempt(1, 1), attempt(2, 2, 1)), read=((0, at(1)),)),))
    whole, added = merged(begun, there)
    assert times(whole) == [(1, at(1)), (2, at(2))]
    assert whole.sessions[0].read == ((0, at(1)),)
    assert (added.answers, added.sessions, added.left_out) == (1, 0, 0)


def test_a_question_answered_on_both_keeps_ours_and_that_is_told() -> None:
    here = Saved((session("s1", 0, attempt(1, 5)),))
    there = Saved((session("s1", 0, attempt(1, 7, response="product")),))
    for one, other, ours in ((here, there, "service"), (there, here, "product")):
        whole, added = merged(one, other)
        assert [each.response for each in whole.sessions[0].attempts] == [ours]
        assert added.left_out == 1


def test_an_answer_taken_back_elsewhere_is_taken_back() -> None:
    here = Saved((session("s1", 0, attempt(1, 1)),))
    there = Saved((session("s1", 0, attempt(1, 1, back=2), attempt(2, 3)),))
    for one, other in ((here, there), (there, here)):
        whole, added = merged(one, other)
        first, second = whole.sessions[0].attempts
        assert first.taken_back is not None
        assert second.taken_back is None
        assert added.left_out == 0


def test_a_bank_begun_anew_leaves_out_what_was_answered_before_on_either() -> None:
    here = Saved(
        (session("s1", 0, attempt(1, 1), attempt(2, 20, 1)),), fresh_starts=(FreshStart("bank", 1, at(15)),)
    )
    whole, _ = merged(here, AWAY)
    assert [(each.number, each.at) for each in whole.sessions[0].attempts] == [(1, at(1)), (4, at(20))]
    assert whole.fresh_starts == (FreshStart("bank", 3, at(15)),)  # those of 11 and 12 came before it


def test_a_clock_that_was_wrong_for_a_while_upsets_no_order_of_ours() -> None:
    ours = Saved((session("s1", 50, attempt(1, 50), attempt(2, 10, 1)),))
    whole, _ = merged(ours, AWAY)
    numbers = [each.number for each in whole.sessions[-1].attempts]
    assert numbers == sorted(numbers)


def test_of_rounds_and_papers_the_record_that_goes_further_counts() -> None:
    events = (("{}", at(1)), ("{}", at(2)))
    short, long = (SavedRound("r", "{}", "{}", at(0), None, each) for each in (events[:1], events))
    papers = [
        replace(session("p", 0), paper=SavedPaper("{}", "[]", at(9), each))  # type: ignore[arg-type]
        for each in (("one",), ("one", "two"))
    ]
    plan = SavedPlan("plan", None, at(3))
    for one, other in ((0, 1), (1, 0)):
        ours = Saved((papers[one],), rounds=((short, long)[one],), plans=(plan,))
        theirs = Saved((papers[other],), rounds=((short, long)[other],), plans=(plan,))
        whole, added = merged(ours, theirs)
        assert whole.rounds == (long,)
        assert whole.sessions == (papers[1],)
        assert whole.plans == (plan,)
        assert added.rounds == 0


def test_papers_flags_and_plans_are_counted_apart() -> None:
    paper = replace(session("p", 5), paper=SavedPaper("{}", "[]", at(9)))
    flags = tuple(SavedFlag("bank", name, flagged=True, at=at(3)) for name in "qr")
    theirs = Saved((paper, session("s2", 10)), flags, plans=(SavedPlan("plan", "{}", at(3)),))
    assert merged(HOME, theirs)[1] == Added(sessions=1, papers=1, flags=1, plans=1)
    assert merged(theirs, theirs)[1] == Added()


@st.composite
def saves(draw: st.DrawFn) -> Saved:
    """Some sessions with answers at any times, as they could stand in one file."""
    number, sessions = 0, []
    for name in draw(st.lists(st.sampled_from("abc"), unique=True)):
        attempts = []
        for position in range(draw(st.integers(0, 3))):
            number += 1
            minute = draw(st.integers(0, 9))
            attempts.append(attempt(number, minute, position, draw(st.none() | st.integers(0, 9))))
        sessions.append(session(name, draw(st.integers(0, 9)), *attempts))
    fresh = [FreshStart("bank", draw(st.integers(0, number)), at(draw(st.integers(0, 9)))) for _ in range(1)]
    return Saved(tuple(sessions), fresh_starts=tuple(fresh if draw(st.booleans()) else ()))


@given(saves(), saves())
def test_a_second_time_adds_nothing(ours: Saved, theirs: Saved) -> None:
    whole, _ = merged(ours, theirs)
    again, added = merged(whole, theirs)
    assert again == whole
    assert (added.answers, added.sessions) == (0, 0)


@given(saves())
def test_with_itself_or_nothing_it_stays_what_it_is(ours: Saved) -> None:
    alone, _ = merged(ours, NOTHING)
    assert merged(ours, ours) == (alone, Added())
    assert times(alone) == sorted((number, when) for number, when in times(ours))
    elsewhere, added = merged(NOTHING, alone)
    assert merged(elsewhere, alone)[0] == elsewhere
    assert added.answers == ours.attempts


@given(saves(), saves())
def test_every_answer_of_both_is_there_once_or_told_as_left_out(ours: Saved, theirs: Saved) -> None:
    whole, added = merged(ours, theirs)
    keys = {
        (part.id, each.position, each.at)
        for saved in (ours, theirs)
        for part in saved.sessions
        for each in part.attempts
    }
    assert whole.attempts + added.left_out == len(keys)
    assert [number for number, _ in times(whole)] == list(range(1, whole.attempts + 1))
