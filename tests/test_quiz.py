"""The quiz: what is offered and asked, and what is kept of the answers, with a real store."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.domain.attempt import Attempt, SessionRules, Step
from quizapp.domain.bank import Cue, Vocabulary
from quizapp.domain.question import Side
from quizapp.domain.selection import FIRST_SEEDS, Selection
from quizapp.domain.summary import summarise
from quizapp.quiz import NothingToAskError
from tests.domain.examples import OWNS, RUNS, arguable, bank, choice, verdict
from tests.quiz_rig import MIXED, QuizRig, at, go_through

TWELVE = bank(*(verdict(list(Side)[n % 2], f"q{n}") for n in range(12)))
DONE = Selection(1, 3)


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[QuizRig]:
    rig = QuizRig(tmp_path)
    yield rig
    rig.quiz.close()


# -- choosing ----------------------------------------------------------------------------------


def test_the_first_set_is_the_first_of_the_bank(rig: QuizRig) -> None:
    rig.quiz.use_bank(TWELVE)
    offered = rig.quiz.suggestion()
    assert (offered.seed in FIRST_SEEDS, offered.length) == (True, 10)
    assert {each.question.id for each in rig.quiz.start(offered).asked} == {f"q{n}" for n in range(10)}


def test_a_small_bank_offers_all_it_has(rig: QuizRig) -> None:
    rig.quiz.use_bank(MIXED)
    assert rig.quiz.suggestion().length == 3


def test_then_unseen_ones_come_before_missed_before_known_ones(rig: QuizRig) -> None:
    rig.quiz.use_bank(TWELVE)
    go_through(rig.quiz, rig.quiz.start(Selection(105, 10)), frozenset({"q3", "q4"}))
    assert rig.quiz.met() == 10
    two = rig.quiz.start(rig.quiz.suggestion(2))
    assert {each.question.id for each in two.asked} <= {"q10", "q11", "q3", "q4"}
    go_through(rig.quiz, rig.quiz.start(Selection(5, 12)), frozenset({"q3", "q4"}))
    assert rig.quiz.met() == 12
    again = rig.quiz.start(rig.quiz.suggestion(2))
    assert {each.question.id for each in again.asked} & {"q3", "q4"}


def test_an_arguable_one_counts_as_missed_by_its_reason(rig: QuizRig) -> None:
    rig.quiz.use_bank(bank(*(arguable(name=f"a{n}") for n in range(6))))
    session = rig.quiz.start(Selection(101, 6))
    while not session.is_finished:
        session = rig.quiz.answer(session, "product")
        reason = OWNS.id if session.current.question.id != "a2" else RUNS.id
        session = rig.quiz.move_on(rig.quiz.give_reason(session, reason))
    assert [each.question.id for each in rig.quiz.start(rig.quiz.suggestion(1)).asked] == ["a2"]


def test_a_reworded_question_counts_as_new(rig: QuizRig) -> None:
    rig.quiz.use_bank(MIXED)
    go_through(rig.quiz, rig.quiz.start(DONE))
    rig.quiz.use_bank(bank(verdict(Side.PRODUCT, "v"), *MIXED.questions[1:]))
    assert rig.quiz.met() == 2


def test_the_same_selection_asks_the_same_again(rig: QuizRig) -> None:
    rig.quiz.use_bank(TWELVE)
    first, second = (rig.quiz.start(Selection(4711, 5)) for _ in range(2))
    assert first.asked == second.asked
    assert first.start.id != second.start.id


@pytest.mark.parametrize("operation", ["suggestion", "start"])
@pytest.mark.parametrize("empty", [True, False], ids=["a bank without questions", "no bank"])
def test_without_questions_nothing_can_be_asked(rig: QuizRig, operation: str, *, empty: bool) -> None:
    if empty:
        rig.quiz.use_bank(bank())
    assert rig.quiz.met() == 0
    with pytest.raises(NothingToAskError, match="Open one under Banks"):
        rig.quiz.start(DONE) if operation == "start" else rig.quiz.suggestion()
    assert rig.quiz.unfinished() == ()


# -- a session ---------------------------------------------------------------------------------


def test_every_step_is_kept_with_its_marks_and_its_time(rig: QuizRig) -> None:
    rig.quiz.use_bank(bank(verdict(name="v")))
    rig.seconds = 100
    session = rig.quiz.start(Selection(1, 1))
    rig.seconds = 104
    session = rig.quiz.answer(session, "service")
    rig.seconds = 106
    reasons = tuple(reason.id for reason in session.current.reasons)
    rig.quiz.give_reason(session, reasons[2])
    ref = session.current.ref
    assert rig.kept() == [
        Attempt(session.start.id, 0, Step.ANSWER, ref, ("product", "service"), "service", 1, 4, at(104)),
        Attempt(session.start.id, 0, Step.REASON, ref, reasons, reasons[2], None, 2, at(106)),
    ]


@pytest.mark.parametrize(
    ("position", "answer", "marks", "chance"),
    [(0, "either", 0, 1 / 3), (2, "either", 1, 1 / 3), (2, "product", 0, 1 / 3), (1, "2", 1, 1 / 4)],
)
def test_of_three_answers_the_attempt_knows_that_there_were_three(
    rig: QuizRig, position: int, answer: str, marks: int, chance: float
) -> None:
    rig.quiz.use_bank(bank(MIXED.questions[position]))
    session = rig.quiz.answer(rig.quiz.start(Selection(1, 1, three_answers=True)), answer)
    assert session.step is Step.EXPLANATION
    [attempt] = rig.kept()
    assert attempt.marks == marks
    assert (set(attempt.offered) == {"product", "service", "either"}) == (position != 1)
    outcome = session.outcome(0)
    assert outcome is not None
    assert (outcome.marks, outcome.chance) == (marks, chance)
    kept = rig.quiz.unfinished()[0]
    assert rig.quiz.resume(kept) == session
    again = rig.quiz.practise(session, (0,))
    assert again.start.rules.three_answers
    [past] = rig.store.past("demo")
    assert (past.earned, past.reason) == (marks, None)


@pytest.mark.parametrize(
    ("position", "answer", "reason", "marks"),
    [
        (0, "service", RUNS.id, [1, None]),
        (0, "product", "", [0, None]),
        (1, "2", None, [1]),
        (1, "3", None, [0]),
        (2, "service", RUNS.id, [None, 1]),
        (2, "service", OWNS.id, [None, 0]),
        (2, "product", "", [None, 0]),
    ],
)
def test_marks_stand_with_the_step_that_earns_them(
    rig: QuizRig, position: int, answer: str, reason: str | None, marks: list[int | None]
) -> None:
    rig.quiz.use_bank(bank(MIXED.questions[position]))
    session = rig.quiz.answer(rig.quiz.start(Selection(1, 1)), answer)
    if reason is not None:
        session = rig.quiz.give_reason(session, reason)
    assert [attempt.marks for attempt in rig.kept()] == marks
    outcome = session.outcome(0)
    assert outcome is not None
    assert sum(mark or 0 for mark in marks) == outcome.marks


def test_reading_an_explanation_takes_no_time_from_the_next_question(rig: QuizRig) -> None:
    rig.quiz.use_bank(bank(choice(name="c1"), choice(name="c2")))
    session = rig.quiz.answer(rig.quiz.start(Selection(1, 2)), "0")
    rig.seconds = 60
    session = rig.quiz.move_on(session)
    rig.seconds = 63
    rig.quiz.answer(session, "0")
    assert [attempt.seconds for attempt in rig.kept()] == [0, 3]


def test_a_clock_that_runs_backwards_gives_no_negative_time(rig: QuizRig) -> None:
    rig.quiz.use_bank(MIXED)
    session = rig.quiz.start(DONE)
    rig.seconds = -5
    rig.quiz.answer(session, session.current.offered[0])
    assert rig.kept()[0].seconds == 0


def test_a_choice_is_kept_with_the_order_on_the_screen(rig: QuizRig) -> None:
    rig.quiz.use_bank(bank(choice(2)))
    session = rig.quiz.start(Selection(3, 1))
    rig.quiz.answer(session, "2")
    assert rig.kept()[0].offered == tuple(str(index) for index in session.current.order)


def test_after_the_last_explanation_nothing_is_left_to_resume(rig: QuizRig) -> None:
    rig.quiz.use_bank(MIXED)
    session = go_through(rig.quiz, rig.quiz.start(DONE))
    assert session.is_finished
    assert rig.quiz.unfinished() == ()
    result = summarise(session)
    assert result.score.earned == 2
    assert {tally.name for tally in result.by_cue} == {"Cue runs", "Cue owns"}


def test_a_session_keeps_the_vocabulary_it_began_with(rig: QuizRig) -> None:
    rig.quiz.use_bank(MIXED)
    session = rig.quiz.start(DONE)
    renamed = Vocabulary({"other": Cue("other", "Other", "p", "s")})
    rig.quiz.use_bank(replace(MIXED, vocabulary=renamed, questions=MIXED.questions[:1]))
    session = go_through(rig.quiz, session)
    assert all(asked.vocabulary is MIXED.vocabulary for asked in session.asked)
    again = rig.quiz.practise(session, (0, 2))
    assert [asked.question for asked in again.asked] == [session.asked[0].question, session.asked[2].question]
    assert any(asked.reasons for asked in again.asked)


def test_a_session_without_reasons_goes_straight_to_the_explanation(rig: QuizRig) -> None:
    rig.quiz.use_bank(bank(verdict()))
    session = rig.quiz.start(Selection(1, 1, reason_step=False))
    assert rig.quiz.answer(session, "service").step is Step.EXPLANATION


def test_missed_ones_are_practised_in_their_order_under_the_same_rules(rig: QuizRig) -> None:
    rig.quiz.use_bank(TWELVE)
    session = go_through(rig.quiz, rig.quiz.start(Selection(1, 6, reason_step=False)))
    again = rig.quiz.practise(session, (1, 4))
    assert [each.question for each in again.asked] == [
        session.asked[position].question for position in (1, 4)
    ]
    assert again.start.rules == SessionRules(2, reason_step=False, which="mistakes")
    kept = rig.quiz.unfinished()[0]
    assert kept.start == again.start


@pytest.mark.parametrize("done_before", [False, True])
def test_the_printed_seed_gives_the_same_set_again(rig: QuizRig, done_before: bool) -> None:  # noqa: FBT001
    rig.quiz.use_bank(TWELVE)
    if done_before:
        go_through(rig.quiz, rig.quiz.start(rig.quiz.suggestion()))
    session = rig.quiz.start(rig.quiz.suggestion())
    again = rig.quiz.start(Selection(session.start.seed))
    assert [asked.question.id for asked in again.asked] == [asked.question.id for asked in session.asked]
