"""The quiz: choosing what to revise, taking back, flags and notes, profiles, and what is kept as a whole."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.domain.attempt import Step
from quizapp.domain.errors import QuizError
from quizapp.domain.history import NoteKind
from quizapp.domain.problem import Reading
from quizapp.domain.question import Side, Verdict
from quizapp.domain.selection import Selection, Which, is_printed
from quizapp.quiz import ClockFault, NothingToAskError, Profile
from quizapp.quiz.clock import EARLIEST, LAST, clock_fault
from tests.domain.examples import NOON, RUNS, bank, choice, verdict
from tests.quiz_rig import QuizRig, go_through

SIX = bank(*(verdict(name=f"v{n}") for n in range(5)), choice(2, name="c"))
ALL = Selection(1000, 6)


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[QuizRig]:
    rig = QuizRig(tmp_path)
    rig.quiz.use_bank(SIX)
    yield rig
    rig.quiz.close()


# -- choosing ------------------------------------------------------------------------------------


def test_what_was_missed_new_or_flagged_is_counted_and_asked(rig: QuizRig) -> None:
    go_through(rig.quiz, rig.quiz.start(ALL), frozenset({"v0", "c"}))
    rig.quiz.set_flag(rig.quiz.start(ALL).current.ref, flagged=True)
    counted = rig.quiz.counts(Selection())
    assert (counted[Which.ALL], counted[Which.UNSEEN]) == (6, 0)
    assert (counted[Which.MISTAKES], counted[Which.FLAGGED], counted[Which.PAIRS]) == (2, 1, 0)
    missed = rig.quiz.start(Selection(which=Which.MISTAKES))
    assert {asked.question.id for asked in missed.asked} == {"v0", "c"}


def test_only_a_set_that_others_can_draw_has_a_printed_seed(rig: QuizRig) -> None:
    assert is_printed(rig.quiz.start(Selection()).start.seed)
    assert not is_printed(rig.quiz.start(Selection(topics=("terms",))).start.seed)


@pytest.mark.parametrize("which", [which for which in Which if which not in {Which.ALL, Which.UNSEEN}])
def test_where_nothing_fits_it_is_said_why(rig: QuizRig, which: Which) -> None:
    with pytest.raises(NothingToAskError, match=r"[.]$"):
        rig.quiz.start(Selection(which=which))


def test_the_weakest_cue_needs_answers(rig: QuizRig) -> None:
    assert rig.quiz.weakest_cue() is None
    go_through(rig.quiz, rig.quiz.start(ALL))  # right every time, and never sure why
    weak = rig.quiz.weakest_cue()
    assert weak is not None
    assert (weak.name, weak.earned, weak.asked) == ("Cue runs", 0, 5)
    assert rig.quiz.counts(Selection())[Which.WEAKEST_CUE] == 5


def test_another_open_bank_can_be_practised(rig: QuizRig) -> None:
    other = replace(bank(choice(name="x")), id="other")
    rig.quiz.add_bank(other)
    assert [each.id for each in rig.quiz.banks] == ["demo", "other"]
    assert rig.quiz.start(Selection(bank_id="other")).current.question.id == "x"
    rig.quiz.use_bank(other)
    rig.quiz.close_bank("other")
    assert rig.quiz.bank == SIX
    with pytest.raises(NothingToAskError):
        rig.quiz.start(Selection(bank_id="other"))


# -- undo ------------------------------------------------------------------------------------------


def test_a_slip_stays_what_was_known_since_the_reasons_tell_the_answer(rig: QuizRig) -> None:
    session = rig.quiz.start(Selection(1000, 6, which=Which.ALL))
    while session.current.question.id != "v0":
        session = rig.quiz.move_on(rig.quiz.answer(session, session.current.offered[0]))
    session = rig.quiz.undo(rig.quiz.answer(session, Side.PRODUCT))
    assert session.step is Step.ANSWER
    session = rig.quiz.give_reason(rig.quiz.answer(session, Side.SERVICE), RUNS.id)
    assert [each.response for each in rig.kept() if each.question.question_id == "v0"] == [
        "product", "service", RUNS.id,
    ]  # fmt: skip
    (past,) = (each for each in rig.store.past("demo") if each.question.question_id == "v0")
    assert (past.marks, past.is_first, past.times) == (0, True, 1)


def test_an_answer_after_its_explanation_counts_for_the_session_alone(rig: QuizRig) -> None:
    rig.quiz.use_bank(bank(verdict(name="v0")))
    session = rig.quiz.give_reason(rig.quiz.answer(rig.quiz.start(Selection(1000, 1)), "product"), "")
    session = rig.quiz.undo(rig.quiz.undo(session))
    session = rig.quiz.give_reason(rig.quiz.answer(session, "service"), "")
    outcome = session.outcome(0)
    assert outcome is not None
    assert outcome.marks == 1
    (past,) = rig.store.past("demo")
    assert (past.marks, past.is_first) == (0, True)
    assert [each.after_explanation for each in rig.kept()] == [False, False, True, True]


def test_what_was_taken_back_is_still_taken_back_after_a_restart(rig: QuizRig, tmp_path: Path) -> None:
    session = rig.quiz.give_reason(rig.quiz.answer(rig.quiz.start(ALL), "product"), "")
    taken_back = rig.quiz.undo(session)
    rig.quiz.close()
    later = QuizRig(tmp_path)
    later.quiz.use_bank(SIX)
    kept = later.quiz.unfinished()[0]
    assert later.quiz.resume(kept) == taken_back
    later.quiz.close()


def test_before_an_answer_undo_does_nothing(rig: QuizRig) -> None:
    session = rig.quiz.start(ALL)
    assert rig.quiz.undo(session) == session


# -- a bank that changes ---------------------------------------------------------------------------


def test_a_running_session_follows_its_bank(rig: QuizRig) -> None:
    session = rig.quiz.start(Selection(1000, 6))
    changed = [
        replace(each, scenario="Another supplier runs it.")
        for each in SIX.questions
        if isinstance(each, Verdict) and each.id == session.current.question.id
    ]
    reading = Reading("demo.yaml", replace(SIX, questions=tuple(changed)))
    assert rig.quiz.refresh_bank("demo", reading).questions == tuple(changed)
    assert rig.quiz.refreshed(session).current.question == changed[0]
    assert len(rig.quiz.refreshed(session).asked) == 6


# -- flags, notes, fresh starts --------------------------------------------------------------------


def test_flags_and_notes_are_kept(rig: QuizRig) -> None:
    ref = rig.quiz.start(ALL).current.ref
    rig.quiz.set_flag(ref, flagged=True)
    rig.quiz.add_note(ref, "The key is\nthe other one.")
    rig.quiz.add_note(ref, "Remember: who runs it?", NoteKind.OWN)
    assert rig.quiz.flags("demo") == {ref.question_id}
    assert [(note.question, note.text, note.kind) for note in rig.quiz.notes()] == [
        (ref, "The key is\nthe other one.", NoteKind.FAULT),
        (ref, "Remember: who runs it?", NoteKind.OWN),
    ]
    rig.quiz.set_flag(ref, flagged=False)
    assert rig.quiz.flags("demo") == frozenset()


def test_a_bank_can_be_begun_afresh(rig: QuizRig) -> None:
    go_through(rig.quiz, rig.quiz.start(ALL))
    rig.quiz.start(ALL)
    assert (rig.quiz.answered("demo"), rig.quiz.met()) == (6, 6)
    rig.quiz.reset_bank("demo")
    assert (rig.quiz.answered("demo"), rig.quiz.met(), rig.quiz.unfinished()) == (0, 0, ())


def test_all_can_be_begun_afresh_and_the_old_answers_stay(rig: QuizRig) -> None:
    go_through(rig.quiz, rig.quiz.start(ALL))
    old = rig.quiz.archive.start_afresh()
    assert rig.quiz.met() == 0
    assert old.is_file()
    assert old.parent == rig.file.parent
    assert "before-fresh-start" in old.name
    go_through(rig.quiz, rig.quiz.start(ALL))
    assert rig.quiz.met() == 6


# -- profiles ----------------------------------------------------------------------------------------


def test_a_guest_has_answers_of_their_own_which_can_be_forgotten(rig: QuizRig) -> None:
    go_through(rig.quiz, rig.quiz.start(ALL))
    rig.quiz.archive.use(Profile.GUEST)
    assert (rig.quiz.met(), rig.quiz.archive.profile) == (0, Profile.GUEST)
    rig.quiz.start(ALL)
    rig.quiz.archive.use(Profile.OWN)
    assert (rig.quiz.met(), rig.quiz.unfinished()) == (6, ())
    rig.quiz.archive.use(Profile.GUEST)
    assert rig.quiz.unfinished() != ()
    rig.quiz.archive.forget_guest()
    assert rig.quiz.archive.profile is Profile.OWN
    rig.quiz.archive.use(Profile.GUEST)
    assert rig.quiz.unfinished() == ()


def test_forgetting_a_guest_who_never_was_is_no_trouble(rig: QuizRig) -> None:
    rig.quiz.archive.forget_guest()
    assert rig.quiz.archive.profile is Profile.OWN


def test_when_the_guests_file_cannot_be_had_the_own_one_stays(rig: QuizRig, tmp_path: Path) -> None:
    (tmp_path / "guest").write_text("in the way")
    with pytest.raises(QuizError):
        rig.quiz.archive.use(Profile.GUEST)
    assert rig.quiz.archive.profile is Profile.OWN
    rig.quiz.start(ALL)


# -- copies and clocks -------------------------------------------------------------------------------


def test_a_damaged_file_is_replaced_by_the_newest_copy(rig: QuizRig, tmp_path: Path) -> None:
    go_through(rig.quiz, rig.quiz.start(ALL))
    rig.quiz.archive.check_and_back_up()
    assert rig.quiz.archive.newest_backup() == NOON
    backup = rig.profiles.newest_good(Profile.OWN)
    assert backup is not None
    aside = rig.quiz.archive.replace(backup)
    assert aside is not None
    assert aside.name.startswith("attempts-damaged-2026")
    assert (rig.quiz.met(), rig.quiz.archive.folder) == (6, tmp_path)
    rig.quiz.archive.replace(None)
    assert rig.quiz.met() == 0


@pytest.mark.parametrize(
    ("now", "last", "fault"),
    [
        (NOON, None, None),
        (NOON, NOON - timedelta(days=1), None),
        (NOON, NOON + timedelta(minutes=9), None),
        (NOON, NOON + timedelta(days=2), ClockFault(NOON, NOON + timedelta(days=2))),
        (datetime(1970, 1, 1, tzinfo=UTC), None, ClockFault(datetime(1970, 1, 1, tzinfo=UTC), None)),
        (EARLIEST, None, None),
        (LAST, NOON, ClockFault(LAST, None)),
    ],
)
def test_a_clock_that_cannot_be_right_is_noticed(
    now: datetime, last: datetime | None, fault: ClockFault | None
) -> None:
    assert clock_fault(now, last) == fault


def test_answers_keep_their_order_when_the_clock_goes_back(rig: QuizRig) -> None:
    session = rig.quiz.answer(rig.quiz.start(ALL), "product")
    rig.seconds = -86_400.0
    assert rig.quiz.archive.clock_fault() == ClockFault(rig.now(), NOON)
    rig.quiz.give_reason(session, "")
    assert [attempt.step for attempt in rig.kept()] == [Step.ANSWER, Step.REASON]
    assert rig.quiz.unfinished() != ()
