"""What the quiz gives to be looked up: rounds and papers among it."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.domain import round_events as events
from quizapp.domain.bank import Definition
from quizapp.domain.question import Choice, Side
from quizapp.domain.round import NotNowError
from quizapp.domain.round_events import Event
from quizapp.domain.round_plan import AnsweringMode
from quizapp.domain.selection import Selection
from quizapp.domain.session import refer
from quizapp.quiz import NothingToAskError
from tests.domain.examples import VOCABULARY, bank, verdict
from tests.domain.rounds import asked, plan
from tests.quiz_rig import MIXED, QuizRig, go_through
from tests.test_papers import FORTY, answer_all, forty

TWO = bank(verdict(Side.SERVICE, "one"), verdict(Side.SERVICE, "two"))


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[QuizRig]:
    rig = QuizRig(tmp_path)
    yield rig
    rig.quiz.close()
    rig.store.close()


def vote(rig: QuizRig, right: int, wrong: int) -> None:
    """A closed round on two questions: so many are right at both, and so many wrong at both."""
    rig.quiz.use_bank(TWO)
    wanted = plan(AnsweringMode.PAPER, TWO, teams=0, headcount=0)
    record = rig.quiz.rounds.begin(wanted, TWO, {})
    answers = {f"p{n}": "service" if n <= right else "product" for n in range(1, right + wrong + 1)}
    happened: list[Event] = [events.Next(), *(events.Join(voter) for voter in answers)]
    for position in range(2):
        happened += asked(position, answers)
    for event in (*happened, events.Close()):
        with suppress(NotNowError):
            record = rig.quiz.rounds.apply(record, event)
    assert record.ended_at is not None


def test_rounds_say_how_hard_a_question_is_and_for_how_many(rig: QuizRig) -> None:
    vote(rig, right=18, wrong=6)
    analysis = rig.quiz.library.standings()["demo", "one"].analysis
    assert analysis is not None
    assert (analysis.right, analysis.number, analysis.voters) == (18, 24, 24)
    assert analysis.discrimination == pytest.approx(1.0)
    reworded = replace(TWO, questions=(replace(TWO.questions[0], scenario="Anew."), TWO.questions[1]))  # type: ignore[arg-type]
    rig.quiz.use_bank(reworded)
    assert ("demo", "one") not in rig.quiz.library.standings()  # another wording is another question


def test_a_paper_counts_as_one_voter_and_what_was_left_open_as_not_right(rig: QuizRig) -> None:
    rig.quiz.use_bank(forty())
    paper = answer_all(rig, rig.quiz.papers.start(FORTY), right=20, of=30)
    past = rig.quiz.papers.hand_in(paper)
    figures = {
        each.question.question_id: each
        for standing in rig.quiz.library.standings().values()
        if (each := standing.analysis) is not None
    }
    assert {each.number for each in figures.values()} == {1}
    assert sum(each.right for each in figures.values()) == 20
    assert len(figures) == len(past.session.asked) == 40
    assert all(each.discrimination is None for each in figures.values())


def test_a_paper_stands_among_the_sessions_with_all_its_answers(rig: QuizRig) -> None:
    rig.quiz.use_bank(forty())
    rig.quiz.papers.hand_in(answer_all(rig, rig.quiz.papers.start(FORTY), right=20, of=30))
    [past] = rig.quiz.library.sessions()
    assert (past.is_paper, past.asked, past.answered, past.earned) == (True, 40, 30, 20)
    rig.quiz.close_bank("demo")  # a paper has its questions with it
    session = rig.quiz.papers.past_paper(past.id).session
    assert sum(turn.answer is not None for turn in session.turns) == 30
    assert all(isinstance(each.question, Choice) for each in session.asked)


def test_a_paper_whose_time_runs_is_no_past_session(rig: QuizRig) -> None:
    rig.quiz.use_bank(forty())
    answer_all(rig, rig.quiz.papers.start(FORTY), right=3, of=5)
    assert rig.quiz.library.sessions() == ()
    assert rig.quiz.library.standings() == {}


def test_sessions_stand_the_newest_first_with_their_counts(rig: QuizRig) -> None:
    rig.quiz.use_bank(MIXED)
    go_through(rig.quiz, rig.quiz.start(Selection()), frozenset({"v"}))
    begun = rig.quiz.start(Selection())
    rig.quiz.start(Selection())  # in which nothing was answered
    rig.quiz.answer(begun, begun.current.offered[0])
    middle, whole = rig.quiz.library.sessions()
    assert (middle.answered, middle.asked, middle.is_finished) == (1, 3, False)
    assert (whole.answered, whole.asked, whole.is_finished, whole.is_paper) == (3, 3, True, False)
    assert whole.bank_ids == ("demo",)


def test_an_answer_taken_back_is_none(rig: QuizRig) -> None:
    rig.quiz.use_bank(MIXED)
    session = rig.quiz.start(Selection())
    rig.quiz.undo(rig.quiz.answer(session, session.current.offered[0]))
    assert rig.quiz.library.sessions() == ()


def test_a_session_whose_bank_is_closed_is_told_of(rig: QuizRig) -> None:
    rig.quiz.use_bank(MIXED)
    go_through(rig.quiz, rig.quiz.start(Selection()))
    rig.quiz.close_bank("demo")
    with pytest.raises(NothingToAskError, match="Open their bank"):
        rig.quiz.library.session(rig.quiz.library.sessions()[0])


def test_terms_of_all_open_banks_are_there_once(rig: QuizRig) -> None:
    terms = (Definition("service", "Value.", "ITIL 4"), Definition("product", "A thing.", "ITIL 4"))
    for name in ("a", "b"):
        rig.quiz.add_bank(replace(MIXED, id=name, vocabulary=replace(VOCABULARY, definitions=terms)))
    assert [each.of for each in rig.quiz.library.glossary()] == ["product", "service"]


def test_a_single_question_is_asked_in_its_present_wording(rig: QuizRig) -> None:
    rig.quiz.use_bank(MIXED)
    ref = replace(refer(MIXED, MIXED.questions[0]), revision="0" * 12)
    session = rig.quiz.start_on(ref, reason_step=False)
    assert [each.ref for each in session.asked] == [refer(MIXED, MIXED.questions[0])]
    assert session.start.rules.length == 1
    assert not session.start.rules.reason_step
