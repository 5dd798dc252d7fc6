"""What the quiz says of somebody's progress, over a real file of answers."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from quizapp.domain.attempt import Step
from quizapp.domain.bank import Bank
from quizapp.domain.calibration import Judgement
from quizapp.domain.progress import Report
from quizapp.domain.question import Choice
from quizapp.domain.session import Session, open_session
from quizapp.quiz.progress import Progress
from quizapp.storage.answers.progress import STATEMENTS
from tests.domain.examples import IDLE, RUNS, bank, choice, start, verdict
from tests.quiz_rig import QuizRig
from tests.storage.certainty import say_how_sure
from tests.test_papers import FORTY, answer_all, forty

LABEL = IDLE[3]
TEN = bank(*(verdict(name=f"v{n}", idle=(LABEL, *IDLE[:2])) for n in range(9)), choice(2, name="c"))
DAY = 86_400


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[QuizRig]:
    rig = QuizRig(tmp_path)
    rig.quiz.use_bank(TEN)
    yield rig
    rig.quiz.close()
    rig.store.close()


def begun(rig: QuizRig, of: Bank = TEN, *, reason_step: bool = True) -> Session:
    """A session on all questions of a bank, in its order."""
    template = open_session(start(of), of)
    return rig.quiz.practise(template, tuple(range(len(of.questions))), reason_step=reason_step)


def response(session: Session, *, right: bool) -> str:
    question = session.current.question
    if isinstance(question, Choice):
        return str(question.key if right else 0)
    return question.answer if right else question.answer.other


def answered(
    rig: QuizRig,
    missed: frozenset[str] = frozenset(),
    reasons: Mapping[str, str] | None = None,
    *,
    reason_step: bool = True,
) -> Session:
    """A session on all ten: right but for those named, with the deciding reason but for those given."""
    session = begun(rig, reason_step=reason_step)
    while not session.is_finished:
        name = session.current.question.id
        session = rig.quiz.answer(session, response(session, right=name not in missed))
        if session.step is Step.REASON:
            session = rig.quiz.give_reason(session, (reasons or {}).get(name, RUNS.id))
        session = rig.quiz.move_on(session)
    return session


def report(rig: QuizRig, days: int | None = None) -> Report:
    progress = rig.quiz.progress
    return progress.report(progress.record(), days)


def test_nothing_answered_is_an_empty_report(rig: QuizRig) -> None:
    begun(rig)
    assert report(rig).is_empty
    assert rig.quiz.progress.record().sessions == ()


def test_a_session_is_a_point_of_its_first_answers_with_its_luck(rig: QuizRig) -> None:
    answered(rig, frozenset({"v0", "v1", "c"}))
    told = report(rig)
    [point] = told.timeline.points
    assert (point.share.right, point.share.number) == (7, 10)
    assert point.share.luck == pytest.approx((9 / 2 + 1 / 4) / 10)
    assert (told.reasons.right_reason, told.reasons.missed) == (7, 2)
    assert [(each.name, each.share.right, each.share.number) for each in told.topics] == [
        ("terms", 0, 1),
        ("cloud", 7, 9),
    ]
    [cue] = told.cues
    assert (cue.share.right, cue.share.number) == (7, 9)
    assert cue.share.luck == pytest.approx(1 / 2 / 4)  # of two answers and four reasons
    assert told.calibration is None


def test_an_answer_taken_back_before_its_explanation_is_none(rig: QuizRig) -> None:
    session = rig.quiz.answer(begun(rig, reason_step=False), "product")
    session = rig.quiz.undo(session)
    rig.quiz.answer(session, "service")
    [point] = report(rig).timeline.points
    assert (point.share.right, point.share.number) == (0, 1)  # the explanation had told it


def test_the_same_question_in_two_sessions_counts_in_both_and_is_known_by_the_last(rig: QuizRig) -> None:
    answered(rig, frozenset({"v0"}))
    rig.seconds += DAY
    answered(rig)
    told = report(rig)
    assert [(each.share.right, each.share.number) for each in told.timeline.points] == [(9, 10), (10, 10)]
    assert [(each.name, each.share.right) for each in told.topics] == [("cloud", 9), ("terms", 1)]


def test_a_period_ends_today_and_has_so_many_days(rig: QuizRig) -> None:
    answered(rig, frozenset({"v0"}))
    rig.seconds += 6 * DAY
    assert report(rig, 7).answers == 10
    rig.seconds += DAY
    assert report(rig, 7).is_empty
    assert report(rig, 30).answers == 10
    assert report(rig).answers == 10
    assert rig.quiz.progress.today() == (rig.now().astimezone()).date()


def test_a_fresh_start_of_a_bank_begins_anew(rig: QuizRig) -> None:
    answered(rig, frozenset({"v0"}), {"v0": LABEL.id})
    say_how_sure(rig.file, "3")
    assert report(rig).misconceptions
    assert report(rig).calibration is not None
    rig.quiz.reset_bank(TEN.id)
    told = report(rig)
    assert told.is_empty
    assert (told.misconceptions, told.calibration, told.topics) == ((), None, ())


def test_a_paper_counts_once_it_is_handed_in_by_what_was_answered(rig: QuizRig) -> None:
    rig.quiz.use_bank(forty())
    paper = answer_all(rig, rig.quiz.papers.start(FORTY), right=20, of=30)
    assert report(rig).is_empty
    rig.quiz.papers.hand_in(paper)
    [point] = report(rig).timeline.points
    assert (point.share.right, point.share.number, point.share.luck) == (20, 30, 0.25)


def test_how_sure_is_set_against_how_right(rig: QuizRig) -> None:
    answered(rig, frozenset({"v0", "v1", "v2", "c"}))
    say_how_sure(rig.file, "33333 2211")
    told = report(rig).calibration
    assert told is not None
    assert [(each.tally.answers, each.tally.right) for each in told.levels] == [(2, 1), (2, 2), (5, 2)]
    assert told.levels[2].judgement is Judgement.OVER  # (0.4 - 0.8)² · 5 = 0.8
    assert told.marks == (1 + 0) + 2 * 2 + (2 * 3 - 3 * 6)
    assert told.four_way.sure_wrong == 3


def test_how_sure_one_was_of_an_answer_taken_back_says_nothing(rig: QuizRig) -> None:
    session = rig.quiz.answer(begun(rig), "service")
    say_how_sure(rig.file, "3")
    assert report(rig).calibration is not None
    with closing(sqlite3.connect(rig.file)) as connection, connection:
        connection.execute(
            "INSERT INTO retraction (attempt, at, after_explanation) "
            "SELECT number, at, 0 FROM attempt WHERE step IN ('answer', 'certainty')"
        )
    assert report(rig).calibration is None
    assert session.step is Step.REASON


def test_a_misconception_fades_when_it_is_left_alone(rig: QuizRig) -> None:
    answered(rig, reasons={"v0": LABEL.id})
    [found] = report(rig).misconceptions
    assert (found.name, found.chosen) == ("Idea label", 1)
    rig.seconds += DAY
    answered(rig)
    [found] = report(rig).misconceptions
    assert found.is_alive is (found.left_since < 3)
    assert found.chosen == 1
    assert found.offered > 1


def test_what_cannot_be_read_does_not_count(rig: QuizRig) -> None:
    answered(rig)
    rig.seconds += DAY
    answered(rig)
    with closing(sqlite3.connect(rig.file)) as connection, connection:
        connection.execute("DROP TRIGGER attempt_never_changes")
        connection.execute("UPDATE attempt SET at = 'never' WHERE session = 1")
        connection.execute("UPDATE attempt SET offered = '7' WHERE session = 2 AND step = 'reason'")
    record = rig.quiz.progress.record()
    assert len(record.sessions) == 1
    assert record.reasons == ()


def test_no_statement_sorts_all_that_was_answered(rig: QuizRig) -> None:
    answered(rig)
    with closing(sqlite3.connect(rig.file)) as connection:
        for statement in STATEMENTS[1:]:  # the first goes over the few fresh starts
            plan = connection.execute(f"EXPLAIN QUERY PLAN {statement}", (1,) * statement.count("?"))
            assert [row[3] for row in plan if "TEMP B-TREE" in row[3]] == []


class Reviews:
    """Knows that one more is due each day, once it is up to date."""

    is_up_to_date = True

    def advance(self) -> bool:
        return self.is_up_to_date

    def forecast(self, today: date, exam: date | None, days: int) -> tuple[int, ...]:
        assert exam is not None
        return tuple(range((exam - today).days, (exam - today).days + days))


def test_the_forecast_is_that_of_the_reviews_once_they_are_up_to_date(
    rig: QuizRig, monkeypatch: pytest.MonkeyPatch
) -> None:
    progress = Progress(rig.quiz.archive, rig.quiz._open_banks, rig.quiz._clock, Reviews)
    exam = progress.today() + timedelta(5)
    assert progress.forecast(exam, 3) == (5, 6, 7)
    monkeypatch.setattr(Reviews, "is_up_to_date", False)
    assert progress.forecast(exam, 3) == ()


def test_what_was_answered_falls_due_again(rig: QuizRig) -> None:
    answered(rig, frozenset({"v0"}))
    while not rig.quiz.reviews.advance():
        pass
    due = rig.quiz.progress.forecast(None, 60)
    assert len(due) == 60
    assert sum(due) > 0
