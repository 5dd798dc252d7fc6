"""How sure somebody is, on a real store: what is kept of it, what counts, and where it goes from there."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from quizapp.domain.attempt import Attempt, Step
from quizapp.domain.certainty import LEVELS, Certainty
from quizapp.domain.saved import Added
from quizapp.domain.selection import Selection
from quizapp.domain.session import Session, refer
from quizapp.exchange.answers import answers_csv
from tests.certainty_child import SIX
from tests.domain.examples import RUNS, bank, verdict
from tests.killed import told_before_death
from tests.quiz_rig import MIXED, QuizRig, at, go_through
from tests.test_papers import FORTY, answer_all, forty

ONE = bank(verdict(name="v"))
ASKING = Selection(1, 1, certainty=True)


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[QuizRig]:
    yield from rig_in(tmp_path)


@pytest.fixture
def away(tmp_path: Path) -> Iterator[QuizRig]:
    yield from rig_in(tmp_path / "away")


def rig_in(folder: Path) -> Iterator[QuizRig]:
    rig = QuizRig(folder)
    rig.quiz.use_bank(ONE)
    yield rig
    rig.quiz.close()
    rig.store.close()


def table(rig: QuizRig) -> list[dict[str, str]]:
    """The answers as a CSV file tells them."""
    text = answers_csv(rig.quiz.archive.saved(), [MIXED])
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def test_it_is_kept_as_a_step_of_its_own_without_marks(rig: QuizRig) -> None:
    session = rig.quiz.answer(rig.quiz.start(ASKING), "service")
    rig.seconds = 3
    session = rig.quiz.give_certainty(session, "2")
    ref = session.current.ref
    assert rig.kept()[1:] == [
        Attempt(session.start.id, 0, Step.CERTAINTY, ref, LEVELS, "2", None, 3, at(3)),
    ]
    assert rig.quiz.give_reason(session, RUNS.id).turns[0].certainty is Certainty.MIDDLE


@pytest.mark.parametrize("certainty", [True, False])
def test_points_and_what_was_known_are_the_same_with_and_without_it(rig: QuizRig, *, certainty: bool) -> None:
    rig.quiz.use_bank(MIXED)
    go_through(rig.quiz, rig.quiz.start(Selection(1, 3, certainty=certainty)), frozenset("v"))
    past = {each.question.question_id: each for each in rig.store.past("demo")}
    assert {name: (each.marks, each.times) for name, each in past.items()} == {
        "v": (0, 1),
        "c": (1, 1),
        "a": (None, 1),
    }
    (answered,) = rig.quiz.library.sessions()
    assert (answered.answered, answered.earned, answered.marked) == (3, 1, 3)


def test_a_slip_taken_back_before_anything_was_told_does_not_count(rig: QuizRig) -> None:
    session = rig.quiz.undo(rig.quiz.answer(rig.quiz.start(ASKING), "product"))
    session = rig.quiz.give_certainty(rig.quiz.answer(session, "service"), "3")
    rig.quiz.give_reason(session, RUNS.id)
    (past,) = rig.store.past("demo")
    assert (past.marks, past.times) == (1, 1)
    assert [each.after_explanation for each in rig.kept()] == [False] * 4


def test_what_is_said_anew_after_the_explanation_is_kept_as_such(rig: QuizRig) -> None:
    session = rig.quiz.give_certainty(rig.quiz.answer(rig.quiz.start(ASKING), "service"), "1")
    session = rig.quiz.undo(rig.quiz.undo(rig.quiz.give_reason(session, "")))
    assert session.step is Step.CERTAINTY
    session = rig.quiz.give_certainty(session, "3")
    assert session.turns[0].certainty is Certainty.HIGH
    given = [(each.response, each.after_explanation) for each in rig.kept() if each.step is Step.CERTAINTY]
    assert given == [("1", False), ("3", True)]


@pytest.mark.parametrize("lines", [1, 2, 7, 8])
def test_killed_between_any_two_steps_it_goes_on_where_it_was(tmp_path: Path, lines: int) -> None:
    told = told_before_death("tests.certainty_child", tmp_path, lines)
    rig = QuizRig(tmp_path)
    rig.quiz.use_bank(SIX)
    kept = [[str(each.position), each.step.value] for each in rig.kept()]
    assert kept[: len(told)] == told
    assert len(kept) <= len(told) + 1  # one may be kept that could not be told any more
    session = rig.quiz.resume(rig.quiz.unfinished()[0])
    said = {each.position: each.response for each in rig.kept() if each.step is Step.CERTAINTY}
    assert [str(turn.certainty.value) if turn.certainty else None for turn in session.turns] == [
        said.get(position) for position in range(6)
    ]
    after = {"answer": Step.CERTAINTY, "certainty": Step.REASON, "reason": Step.EXPLANATION}
    left_at = {Step.ANSWER} if kept[-1][1] == "reason" else set()
    assert session.step in {after[kept[-1][1]], *left_at}
    assert go_through(rig.quiz, session).is_finished
    rig.quiz.close()
    rig.store.close()


def test_missed_ones_are_practised_as_they_were_asked_or_otherwise(rig: QuizRig) -> None:
    session = go_through(rig.quiz, rig.quiz.start(ASKING), frozenset("v"))
    assert rig.quiz.practise(session, (0,)).start.rules.certainty
    assert not rig.quiz.practise(session, (0,), certainty=False).start.rules.certainty
    ref = refer(ONE, ONE.questions[0])
    assert rig.quiz.start_on(ref, certainty=True).start.rules.certainty
    assert not rig.quiz.start_on(ref).start.rules.certainty


def test_a_paper_never_asks_it(rig: QuizRig) -> None:
    rig.quiz.use_bank(forty())
    past = rig.quiz.papers.hand_in(answer_all(rig, rig.quiz.papers.start(FORTY), 2, 3))
    assert not past.session.start.rules.certainty
    assert {each.step for each in rig.kept()} == {Step.ANSWER}
    assert rig.quiz.practise(past.session, past.result.missed, certainty=True).start.rules.certainty


# -- out and in ----------------------------------------------------------------------------------


def test_a_row_of_the_answers_says_how_sure_one_was(rig: QuizRig) -> None:
    rig.quiz.use_bank(MIXED)
    go_through(rig.quiz, rig.quiz.start(Selection(1, 3, certainty=True)), certainty="3")
    go_through(rig.quiz, rig.quiz.start(Selection(2, 3)))
    rows = table(rig)
    assert [row["certainty"] for row in rows] == ["3"] * 3 + [""] * 3
    assert {row["answer"] for row in rows if row["question"] == "v"} == {"service"}


def test_of_an_answer_given_anew_the_row_has_what_was_said_of_that_one(rig: QuizRig) -> None:
    session = rig.quiz.give_certainty(rig.quiz.answer(rig.quiz.start(ASKING), "product"), "3")
    session = rig.quiz.undo(rig.quiz.undo(session))
    rig.quiz.give_certainty(rig.quiz.answer(session, "service"), "1")
    assert [(row["answer"], row["certainty"], row["taken back"]) for row in table(rig)] == [
        ("product", "3", "yes"),
        ("service", "1", ""),
    ]


def left_at_its_certainty(rig: QuizRig) -> Session:
    """A session with one question read and the second just answered."""
    rig.quiz.use_bank(bank(verdict(name="v"), verdict(name="w")))
    session = rig.quiz.start(Selection(1, 2, certainty=True))
    session = rig.quiz.give_certainty(rig.quiz.answer(session, "service"), "2")
    session = rig.quiz.move_on(rig.quiz.give_reason(session, RUNS.id))
    return rig.quiz.answer(session, "product")


def test_it_goes_out_and_comes_in_and_the_session_goes_on_there(rig: QuizRig, away: QuizRig) -> None:
    session = left_at_its_certainty(rig)
    away.quiz.use_bank(bank(verdict(name="v"), verdict(name="w")))
    content = rig.quiz.archive.export()
    assert away.quiz.archive.take_in(content) == Added(answers=4, sessions=1)
    assert away.quiz.archive.take_in(content) == Added()
    there = away.quiz.resume(away.quiz.unfinished()[0])
    assert (there.turns, there.step) == (session.turns, Step.CERTAINTY)
    away.seconds = 60
    there = go_through(away.quiz, there, certainty="3")
    assert [turn.certainty for turn in there.turns] == [Certainty.MIDDLE, Certainty.HIGH]
    rig.quiz.archive.take_in(away.quiz.archive.export())
    assert rig.quiz.unfinished() == ()
    assert [row["certainty"] for row in table(rig)] == ["2", "3"]
