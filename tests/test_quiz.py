"""The door: what is offered and asked, and what is kept of the answers, with a real store."""

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
from tests.desk import MIXED, Desk, at, go_through
from tests.domain.examples import arguable, bank, choice, verdict

TWELVE = bank(*(verdict(list(Side)[n % 2], f"q{n}") for n in range(12)))
DONE = Selection(1, 3)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.quiz.close()


# -- choosing ----------------------------------------------------------------------------------


def test_the_first_set_is_the_first_of_the_bank(desk: Desk) -> None:
    desk.quiz.use_bank(TWELVE)
    offered = desk.quiz.suggestion()
    assert (offered.seed in FIRST_SEEDS, offered.length) == (True, 10)
    assert {each.question.id for each in desk.quiz.start(offered).asked} == {f"q{n}" for n in range(10)}


def test_a_small_bank_offers_all_it_has(desk: Desk) -> None:
    desk.quiz.use_bank(MIXED)
    assert desk.quiz.suggestion().length == 3


def test_then_unseen_ones_come_before_missed_before_known_ones(desk: Desk) -> None:
    desk.quiz.use_bank(TWELVE)
    go_through(desk.quiz, desk.quiz.start(Selection(105, 10)), frozenset({"q3", "q4"}))
    assert desk.quiz.met() == 10
    two = desk.quiz.start(desk.quiz.suggestion(2))
    assert {each.question.id for each in two.asked} <= {"q10", "q11", "q3", "q4"}
    go_through(desk.quiz, desk.quiz.start(Selection(5, 12)), frozenset({"q3", "q4"}))
    assert desk.quiz.met() == 12
    again = desk.quiz.start(desk.quiz.suggestion(2))
    assert {each.question.id for each in again.asked} & {"q3", "q4"}


def test_an_arguable_one_counts_as_missed_by_its_reason(desk: Desk) -> None:
    desk.quiz.use_bank(bank(*(arguable(name=f"a{n}") for n in range(6))))
    session = desk.quiz.start(Selection(101, 6))
    while not session.is_finished:
        session = desk.quiz.answer(session, "product")
        reason = "cue:owns" if session.current.question.id != "a2" else "cue:runs"
        session = desk.quiz.move_on(desk.quiz.give_reason(session, reason))
    assert [each.question.id for each in desk.quiz.start(desk.quiz.suggestion(1)).asked] == ["a2"]


def test_a_reworded_question_counts_as_new(desk: Desk) -> None:
    desk.quiz.use_bank(MIXED)
    go_through(desk.quiz, desk.quiz.start(DONE))
    desk.quiz.use_bank(bank(verdict(Side.PRODUCT, "v"), *MIXED.questions[1:]))
    assert desk.quiz.met() == 2


def test_the_same_selection_asks_the_same_again(desk: Desk) -> None:
    desk.quiz.use_bank(TWELVE)
    first, second = (desk.quiz.start(Selection(4711, 5)) for _ in range(2))
    assert first.asked == second.asked
    assert first.start.id != second.start.id


@pytest.mark.parametrize("wish", ["suggestion", "start"])
@pytest.mark.parametrize("empty", [True, False], ids=["a bank without questions", "no bank"])
def test_without_questions_nothing_can_be_asked(desk: Desk, wish: str, *, empty: bool) -> None:
    if empty:
        desk.quiz.use_bank(bank())
    assert desk.quiz.met() == 0
    with pytest.raises(NothingToAskError, match="Open one under Banks"):
        desk.quiz.start(DONE) if wish == "start" else desk.quiz.suggestion()
    assert desk.quiz.unfinished() is None


# -- a session ---------------------------------------------------------------------------------


def test_every_step_is_kept_with_its_marks_and_its_time(desk: Desk) -> None:
    desk.quiz.use_bank(bank(verdict(name="v")))
    desk.seconds = 100
    session = desk.quiz.start(Selection(1, 1))
    desk.seconds = 104
    session = desk.quiz.answer(session, "service")
    desk.seconds = 106
    reasons = tuple(reason.id for reason in session.current.reasons)
    desk.quiz.give_reason(session, reasons[2])
    ref = session.current.ref
    assert desk.kept() == [
        Attempt(session.start.id, 0, Step.ANSWER, ref, ("product", "service"), "service", 1, 4, at(104)),
        Attempt(session.start.id, 0, Step.REASON, ref, reasons, reasons[2], None, 2, at(106)),
    ]


@pytest.mark.parametrize(
    ("place", "answer", "reason", "marks"),
    [
        (0, "service", "cue:runs", [1, None]),
        (0, "product", "", [0, None]),
        (1, "2", None, [1]),
        (1, "3", None, [0]),
        (2, "service", "cue:runs", [None, 1]),
        (2, "service", "cue:owns", [None, 0]),
        (2, "product", "", [None, 0]),
    ],
)
def test_marks_stand_with_the_step_that_earns_them(
    desk: Desk, place: int, answer: str, reason: str | None, marks: list[int | None]
) -> None:
    desk.quiz.use_bank(bank(MIXED.questions[place]))
    session = desk.quiz.answer(desk.quiz.start(Selection(1, 1)), answer)
    if reason is not None:
        session = desk.quiz.give_reason(session, reason)
    assert [attempt.marks for attempt in desk.kept()] == marks
    outcome = session.outcome(0)
    assert outcome is not None
    assert sum(mark or 0 for mark in marks) == outcome.marks


def test_reading_an_explanation_takes_no_time_from_the_next_question(desk: Desk) -> None:
    desk.quiz.use_bank(bank(choice(name="c1"), choice(name="c2")))
    session = desk.quiz.answer(desk.quiz.start(Selection(1, 2)), "0")
    desk.seconds = 60
    session = desk.quiz.move_on(session)
    desk.seconds = 63
    desk.quiz.answer(session, "0")
    assert [attempt.seconds for attempt in desk.kept()] == [0, 3]


def test_a_clock_that_runs_backwards_gives_no_negative_time(desk: Desk) -> None:
    desk.quiz.use_bank(MIXED)
    session = desk.quiz.start(DONE)
    desk.seconds = -5
    desk.quiz.answer(session, session.current.offered[0])
    assert desk.kept()[0].seconds == 0


def test_a_choice_is_kept_with_the_order_on_the_screen(desk: Desk) -> None:
    desk.quiz.use_bank(bank(choice(2)))
    session = desk.quiz.start(Selection(3, 1))
    desk.quiz.answer(session, "2")
    assert desk.kept()[0].offered == tuple(str(index) for index in session.current.order)


def test_after_the_last_explanation_nothing_is_left_to_resume(desk: Desk) -> None:
    desk.quiz.use_bank(MIXED)
    session = go_through(desk.quiz, desk.quiz.start(DONE))
    assert session.is_finished
    assert desk.quiz.unfinished() is None
    result = summarise(session)
    assert result.score.earned == 2
    assert {tally.name for tally in result.by_cue} == {"Cue runs", "Cue owns"}


def test_a_session_keeps_the_vocabulary_it_began_with(desk: Desk) -> None:
    desk.quiz.use_bank(MIXED)
    session = desk.quiz.start(DONE)
    renamed = Vocabulary({"other": Cue("other", "Other", "p", "s")})
    desk.quiz.use_bank(replace(MIXED, vocabulary=renamed, questions=MIXED.questions[:1]))
    session = go_through(desk.quiz, session)
    assert all(asked.vocabulary is MIXED.vocabulary for asked in session.asked)
    again = desk.quiz.practise(session, (0, 2))
    assert [asked.question for asked in again.asked] == [session.asked[0].question, session.asked[2].question]
    assert any(asked.reasons for asked in again.asked)


def test_a_session_without_reasons_goes_straight_to_the_explanation(desk: Desk) -> None:
    desk.quiz.use_bank(bank(verdict()))
    session = desk.quiz.start(Selection(1, 1, reason_step=False))
    assert desk.quiz.answer(session, "service").step is Step.EXPLANATION


def test_missed_ones_are_practised_in_their_order_under_the_same_rules(desk: Desk) -> None:
    desk.quiz.use_bank(TWELVE)
    session = go_through(desk.quiz, desk.quiz.start(Selection(1, 6, reason_step=False)))
    again = desk.quiz.practise(session, (1, 4))
    assert [each.question for each in again.asked] == [session.asked[place].question for place in (1, 4)]
    assert again.start.rules == SessionRules(2, reason_step=False)
    kept = desk.quiz.unfinished()
    assert kept is not None
    assert kept.start == again.start


@pytest.mark.parametrize("done_before", [False, True])
def test_the_printed_seed_gives_the_same_set_again(desk: Desk, done_before: bool) -> None:  # noqa: FBT001
    desk.quiz.use_bank(TWELVE)
    if done_before:
        go_through(desk.quiz, desk.quiz.start(desk.quiz.suggestion()))
    session = desk.quiz.start(desk.quiz.suggestion())
    again = desk.quiz.start(Selection(session.start.seed))
    assert [asked.question.id for asked in again.asked] == [asked.question.id for asked in session.asked]
