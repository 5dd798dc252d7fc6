"""The door: choosing what to revise, taking back, flags and notes, profiles, and what is kept as a whole."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.domain.attempt import Step
from quizapp.domain.errors import QuizError
from quizapp.domain.problem import Reading
from quizapp.domain.question import Side
from quizapp.domain.selection import Selection, Which, is_printed
from quizapp.quiz import ClockFault, NothingToAskError, Profile
from quizapp.quiz.clock import EARLIEST, clock_fault
from tests.desk import Desk, go_through
from tests.domain.examples import NOON, bank, choice, verdict

SIX = bank(*(verdict(name=f"v{n}") for n in range(5)), choice(2, name="c"))
ALL = Selection(1000, 6)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    desk.quiz.use_bank(SIX)
    yield desk
    desk.quiz.close()


# -- choosing ------------------------------------------------------------------------------------


def test_what_was_missed_new_or_flagged_is_counted_and_asked(desk: Desk) -> None:
    go_through(desk.quiz, desk.quiz.start(ALL), frozenset({"v0", "c"}))
    desk.quiz.set_flag(desk.quiz.start(ALL).current.ref, flagged=True)
    counted = desk.quiz.counts(Selection())
    assert (counted[Which.ALL], counted[Which.UNSEEN]) == (6, 0)
    assert (counted[Which.MISTAKES], counted[Which.FLAGGED], counted[Which.PAIRS]) == (2, 1, 0)
    missed = desk.quiz.start(Selection(which=Which.MISTAKES))
    assert {asked.question.id for asked in missed.asked} == {"v0", "c"}


def test_only_a_set_that_others_can_draw_has_a_printed_seed(desk: Desk) -> None:
    assert is_printed(desk.quiz.start(Selection()).start.seed)
    assert not is_printed(desk.quiz.start(Selection(topics=("terms",))).start.seed)


@pytest.mark.parametrize("which", [which for which in Which if which not in {Which.ALL, Which.UNSEEN}])
def test_where_nothing_fits_it_is_said_why(desk: Desk, which: Which) -> None:
    with pytest.raises(NothingToAskError, match=r"[.]$"):
        desk.quiz.start(Selection(which=which))


def test_the_weakest_cue_needs_answers(desk: Desk) -> None:
    assert desk.quiz.weakest_cue() is None
    go_through(desk.quiz, desk.quiz.start(ALL))  # right every time, and never sure why
    weak = desk.quiz.weakest_cue()
    assert weak is not None
    assert (weak.name, weak.earned, weak.asked) == ("Cue runs", 0, 5)
    assert desk.quiz.counts(Selection())[Which.WEAKEST_CUE] == 5


def test_another_open_bank_can_be_practised(desk: Desk) -> None:
    other = replace(bank(choice(name="x")), id="other")
    desk.quiz.add_bank(other)
    assert [each.id for each in desk.quiz.banks] == ["demo", "other"]
    assert desk.quiz.start(Selection(bank_id="other")).current.question.id == "x"
    desk.quiz.use_bank(other)
    desk.quiz.close_bank("other")
    assert desk.quiz.bank == SIX
    with pytest.raises(NothingToAskError):
        desk.quiz.start(Selection(bank_id="other"))


# -- undo ------------------------------------------------------------------------------------------


def test_a_slip_leaves_no_trace_in_what_is_known(desk: Desk) -> None:
    session = desk.quiz.start(Selection(1000, 6, which=Which.ALL))
    while session.current.question.id != "v0":
        session = desk.quiz.move_on(desk.quiz.answer(session, session.current.offered[0]))
    session = desk.quiz.undo(desk.quiz.answer(session, Side.PRODUCT))
    assert session.step is Step.ANSWER
    session = desk.quiz.give_reason(desk.quiz.answer(session, Side.SERVICE), "cue:runs")
    assert [each.response for each in desk.kept() if each.question.question_id == "v0"] == [
        "product", "service", "cue:runs",
    ]  # fmt: skip
    (past,) = (each for each in desk.store.past("demo") if each.question.question_id == "v0")
    assert (past.marks, past.is_first, past.times) == (1, False, 1)


def test_an_answer_after_its_explanation_counts_for_the_session_alone(desk: Desk) -> None:
    desk.quiz.use_bank(bank(verdict(name="v0")))
    session = desk.quiz.give_reason(desk.quiz.answer(desk.quiz.start(Selection(1000, 1)), "product"), "")
    session = desk.quiz.undo(desk.quiz.undo(session))
    session = desk.quiz.give_reason(desk.quiz.answer(session, "service"), "")
    outcome = session.outcome(0)
    assert outcome is not None
    assert outcome.marks == 1
    (past,) = desk.store.past("demo")
    assert (past.marks, past.is_first) == (0, True)
    assert [each.after_explanation for each in desk.kept()] == [False, False, True, True]


def test_what_was_taken_back_is_still_taken_back_after_a_restart(desk: Desk, tmp_path: Path) -> None:
    session = desk.quiz.give_reason(desk.quiz.answer(desk.quiz.start(ALL), "product"), "")
    taken_back = desk.quiz.undo(session)
    desk.quiz.close()
    later = Desk(tmp_path)
    later.quiz.use_bank(SIX)
    kept = later.quiz.unfinished()
    assert kept is not None
    assert later.quiz.resume(kept) == taken_back
    later.quiz.close()


def test_before_an_answer_undo_does_nothing(desk: Desk) -> None:
    session = desk.quiz.start(ALL)
    assert desk.quiz.undo(session) == session


# -- a bank that changes ---------------------------------------------------------------------------


def test_a_running_session_follows_its_bank(desk: Desk) -> None:
    session = desk.quiz.start(Selection(1000, 6))
    changed = [
        replace(each, prompt="Which is it?")
        for each in SIX.questions
        if each.id == session.current.question.id
    ]
    reading = Reading("demo.yaml", replace(SIX, questions=tuple(changed)))
    assert [question.prompt for question in desk.quiz.refresh_bank("demo", reading).questions] == [
        "Which is it?"
    ]
    assert desk.quiz.refreshed(session).current.question == changed[0]
    assert len(desk.quiz.refreshed(session).asked) == 6


# -- flags, notes, fresh starts --------------------------------------------------------------------


def test_flags_and_notes_are_kept(desk: Desk) -> None:
    ref = desk.quiz.start(ALL).current.ref
    desk.quiz.set_flag(ref, flagged=True)
    desk.quiz.add_note(ref, "The key is\nthe other one.")
    assert desk.quiz.flags("demo") == {ref.question_id}
    assert [(note.question, note.text) for note in desk.quiz.notes()] == [(ref, "The key is\nthe other one.")]
    desk.quiz.set_flag(ref, flagged=False)
    assert desk.quiz.flags("demo") == frozenset()


def test_a_bank_can_be_begun_afresh(desk: Desk) -> None:
    go_through(desk.quiz, desk.quiz.start(ALL))
    desk.quiz.start(ALL)
    assert (desk.quiz.answered("demo"), desk.quiz.met()) == (6, 6)
    desk.quiz.reset_bank("demo")
    assert (desk.quiz.answered("demo"), desk.quiz.met(), desk.quiz.unfinished()) == (0, 0, None)


def test_all_can_be_begun_afresh_and_the_old_answers_stay(desk: Desk) -> None:
    go_through(desk.quiz, desk.quiz.start(ALL))
    old = desk.quiz.keeping.start_afresh()
    assert desk.quiz.met() == 0
    assert old.is_file()
    assert old.parent == desk.file.parent
    assert "before-fresh-start" in old.name
    go_through(desk.quiz, desk.quiz.start(ALL))
    assert desk.quiz.met() == 6


# -- profiles ----------------------------------------------------------------------------------------


def test_a_guest_has_answers_of_their_own_which_can_be_forgotten(desk: Desk) -> None:
    go_through(desk.quiz, desk.quiz.start(ALL))
    desk.quiz.keeping.use(Profile.GUEST)
    assert (desk.quiz.met(), desk.quiz.keeping.profile) == (0, Profile.GUEST)
    desk.quiz.start(ALL)
    desk.quiz.keeping.use(Profile.OWN)
    assert (desk.quiz.met(), desk.quiz.unfinished()) == (6, None)
    desk.quiz.keeping.use(Profile.GUEST)
    assert desk.quiz.unfinished() is not None
    desk.quiz.keeping.forget_guest()
    assert desk.quiz.keeping.profile is Profile.OWN
    desk.quiz.keeping.use(Profile.GUEST)
    assert desk.quiz.unfinished() is None


def test_forgetting_a_guest_who_never_was_is_no_trouble(desk: Desk) -> None:
    desk.quiz.keeping.forget_guest()
    assert desk.quiz.keeping.profile is Profile.OWN


def test_when_the_guests_file_cannot_be_had_the_own_one_stays(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "guest").write_text("in the way")
    with pytest.raises(QuizError):
        desk.quiz.keeping.use(Profile.GUEST)
    assert desk.quiz.keeping.profile is Profile.OWN
    desk.quiz.start(ALL)


# -- copies and clocks -------------------------------------------------------------------------------


def test_a_damaged_file_is_replaced_by_the_newest_copy(desk: Desk, tmp_path: Path) -> None:
    go_through(desk.quiz, desk.quiz.start(ALL))
    desk.quiz.keeping.look_over()
    assert desk.quiz.keeping.newest_backup() == NOON
    backup = desk.profiles.newest_good(Profile.OWN)
    assert backup is not None
    aside = desk.quiz.keeping.replace(backup)
    assert aside is not None
    assert aside.name.startswith("attempts-damaged-2026")
    assert (desk.quiz.met(), desk.quiz.keeping.folder) == (6, tmp_path)
    desk.quiz.keeping.replace(None)
    assert desk.quiz.met() == 0


@pytest.mark.parametrize(
    ("now", "last", "fault"),
    [
        (NOON, None, None),
        (NOON, NOON - timedelta(days=1), None),
        (NOON, NOON + timedelta(minutes=9), None),
        (NOON, NOON + timedelta(days=2), ClockFault(NOON, NOON + timedelta(days=2))),
        (datetime(1970, 1, 1, tzinfo=UTC), None, ClockFault(datetime(1970, 1, 1, tzinfo=UTC), None)),
        (EARLIEST, None, None),
    ],
)
def test_a_clock_that_cannot_be_right_is_noticed(
    now: datetime, last: datetime | None, fault: ClockFault | None
) -> None:
    assert clock_fault(now, last) == fault


def test_answers_keep_their_order_when_the_clock_goes_back(desk: Desk) -> None:
    session = desk.quiz.answer(desk.quiz.start(ALL), "product")
    desk.seconds = -86_400.0
    assert desk.quiz.keeping.clock_fault() == ClockFault(desk.now(), NOON)
    desk.quiz.give_reason(session, "")
    assert [attempt.step for attempt in desk.kept()] == [Step.ANSWER, Step.REASON]
    assert desk.quiz.unfinished() is not None
