"""What is due again, through the quiz: over days, over clocks that jump, and in sessions."""

import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from quizapp.domain.attempt import DUE
from quizapp.domain.bank import Bank
from quizapp.domain.paper_preset import BlueprintRow, PaperKind, Preset
from quizapp.domain.question import Side
from quizapp.quiz.open_banks import NothingToAskError
from quizapp.quiz.reviews import AT_MOST, ReviewOverview
from tests.domain.examples import NOON, arguable, bank, choice, verdict
from tests.quiz_rig import QuizRig, go_through
from tests.reviews import DAY, RULES, all_of_today, begin, ids, local_day, overview

TODAY = NOON.date()
TWINS = (
    replace(verdict(name="one"), pair="two"),
    replace(verdict(Side.PRODUCT, name="two"), pair="one"),
)


def many(count: int) -> Bank:
    return bank(*(verdict((Side.PRODUCT, Side.SERVICE)[n % 2], name=f"q{n}") for n in range(count)))


@pytest.fixture
def rig(tmp_path: Path) -> QuizRig:
    return QuizRig(tmp_path)


# -- day by day --------------------------------------------------------------------------------------


def test_at_first_all_is_new(rig: QuizRig) -> None:
    rig.quiz.use_bank(many(25))
    assert overview(rig) == ReviewOverview(0, 10, (0,) * 7, 25, 0, 0, None, 10)
    assert overview(rig, new_a_day=4).fresh == 4
    assert overview(rig, new_a_day=0).fresh == 0


def test_without_a_bank_there_is_nothing(rig: QuizRig) -> None:
    assert overview(rig) == ReviewOverview(0, 0, (0,) * 7, 0, 0, 0, None, 0)
    with pytest.raises(NothingToAskError, match="Nothing is due today"):
        begin(rig)


def test_new_ones_end_with_the_pace_and_come_again_when_they_are_due(rig: QuizRig) -> None:
    rig.quiz.use_bank(many(25))
    first = all_of_today(rig)
    assert len(set(first)) == 10
    now = overview(rig)
    assert (now.due, now.fresh, now.met) == (0, 0, 10)
    assert now.days == (0, 0, 10, 0, 0, 0, 0)  # a Good answer to a new card waits two days
    rig.seconds = 2 * DAY
    assert overview(rig).due == 10
    session = begin(rig)
    assert set(ids(session)) > set(first)
    assert len(ids(session)) == AT_MOST
    assert session.start.rules == replace(RULES, length=AT_MOST, which=DUE)


def test_what_is_examined_comes_before_what_is_not(rig: QuizRig) -> None:
    aside = [replace(verdict(name=f"a{n}"), background=True) for n in range(6)]
    rig.quiz.use_bank(bank(*aside, *many(6).questions))
    assert {each[0] for each in ids(begin(rig, new_a_day=6))} == {"q"}


def test_what_was_missed_is_due_on_the_next_day(rig: QuizRig) -> None:
    rig.quiz.use_bank(many(3))
    go_through(rig.quiz, begin(rig), frozenset({"q1"}))
    assert overview(rig).days[:3] == (0, 1, 2)
    rig.seconds = DAY
    assert ids(begin(rig)) == ["q1"]


def test_overdue_ones_count_today(rig: QuizRig) -> None:
    rig.quiz.use_bank(many(12))
    all_of_today(rig)
    rig.seconds = 40 * DAY
    assert overview(rig, new_a_day=0).days == (10, 0, 0, 0, 0, 0, 0)


def test_a_session_is_asked_of_all_open_banks_and_never_both_twins(rig: QuizRig) -> None:
    rig.quiz.use_bank(bank(*TWINS, choice(name="c"), arguable(name="a")))
    rig.quiz.add_bank(replace(many(2), id="other"))
    session = begin(rig)
    assert Counter(ref.bank_id for ref in session.start.questions) == {"demo": 3, "other": 2}
    assert len({"one", "two"} & set(ids(session))) == 1
    go_through(rig.quiz, session, frozenset(ids(session)))
    rig.quiz.close_bank("other")
    assert overview(rig).cards == 3
    rig.seconds = DAY
    later = begin(rig)
    (first,), (second,) = ({"one", "two"} & set(ids(each)) for each in (session, later))
    assert {first, second} == {"one", "two"}


def test_questions_of_a_closed_bank_wait_until_it_is_open(rig: QuizRig) -> None:
    rig.quiz.use_bank(many(2))
    all_of_today(rig)
    rig.quiz.close_bank("demo")
    rig.seconds = 5 * DAY
    assert overview(rig).due == 0
    rig.quiz.use_bank(many(2))
    assert overview(rig).due == 2


def test_whatever_is_answered_counts(rig: QuizRig) -> None:
    """Practice as well; an answer given after an explanation does not."""
    rig.quiz.use_bank(bank(verdict()))
    session = rig.quiz.start_on(begin(rig).start.questions[0], reason_step=False)
    session = rig.quiz.answer(session, "product")
    missed = overview(rig).days
    assert missed == (0, 1, 0, 0, 0, 0, 0)
    rig.quiz.answer(rig.quiz.undo(session), "service")
    assert overview(rig).days == missed


def test_a_bank_that_is_reset_is_new(rig: QuizRig) -> None:
    rig.quiz.use_bank(many(4))
    all_of_today(rig)
    rig.quiz.reset_bank("demo")
    now = overview(rig)
    assert (now.met, now.reset, now.days) == (0, 0, (0,) * 7)


def test_reworded_questions_begin_anew_and_that_is_said_once(rig: QuizRig) -> None:
    rig.quiz.use_bank(many(4))
    all_of_today(rig)
    reworded = [replace(verdict(name=f"q{n}"), scenario="Another one.") for n in range(3)]
    rig.quiz.use_bank(bank(*reworded, many(4).questions[3]))
    now = overview(rig)
    assert (now.met, now.reset) == (1, 3)
    rig.quiz.reviews.acknowledge_reset()
    assert overview(rig).reset == 0


def test_another_file_of_answers_has_its_own_reviews(rig: QuizRig) -> None:
    rig.quiz.use_bank(many(4))
    all_of_today(rig)
    export = rig.quiz.archive.export()
    rig.quiz.archive.start_afresh()
    assert overview(rig).met == 0
    rig.quiz.archive.take_in(export)
    assert overview(rig).met == 4


def test_advancing_comes_to_an_end(rig: QuizRig) -> None:
    rig.quiz.use_bank(many(4))
    reviews = rig.quiz.reviews
    assert reviews.advance()
    go_through(rig.quiz, begin(rig))
    assert not reviews.is_behind
    while not reviews.advance():
        assert reviews.is_behind
    assert not reviews.is_behind
    assert rig.quiz.reviews.overview(TODAY, None, None).met == 4


# -- towards an exam ---------------------------------------------------------------------------------


def test_a_file_that_another_program_has_is_advanced_later(rig: QuizRig) -> None:
    rig.quiz.use_bank(many(4))
    session = begin(rig)
    go_through(rig.quiz, session)
    with closing(sqlite3.connect(rig.file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert not rig.quiz.reviews.advance()
        assert (rig.quiz.reviews.is_behind, rig.quiz.reviews.is_blocked) == (True, True)
        other.execute("ROLLBACK")
    assert rig.quiz.reviews.advance()
    assert (rig.quiz.reviews.is_behind, rig.quiz.reviews.is_blocked) == (False, False)
    assert overview(rig).met == 4


def test_nothing_is_due_from_the_day_of_the_exam_on(rig: QuizRig) -> None:
    rig.quiz.use_bank(many(12))
    exam = TODAY + timedelta(days=3)
    all_of_today(rig, exam)
    for ahead in range(3):
        rig.seconds = ahead * DAY
        assert rig.quiz.reviews.forecast(local_day(rig), exam, 9)[3 - ahead :] == (0,) * (6 + ahead)


def test_the_last_days_before_an_exam_are_filled_evenly(rig: QuizRig) -> None:
    rig.quiz.use_bank(many(14))
    for day in (0, 2):
        rig.seconds = day * DAY
        all_of_today(rig, new_a_day=14)
    exam = TODAY + timedelta(days=12)
    assert overview(rig).days == (0,) * 7  # without it they would be due after a fortnight or so
    assert rig.quiz.reviews.forecast(local_day(rig), exam, 12) == (0, 0, 0, 2, 2, 2, 2, 2, 2, 2, 0, 0)


@pytest.mark.parametrize("exam", [TODAY, TODAY - timedelta(days=1)])
def test_an_exam_that_is_not_to_come_changes_nothing(rig: QuizRig, exam: date) -> None:
    rig.quiz.use_bank(many(12))
    all_of_today(rig)
    assert overview(rig, exam) == overview(rig)


@pytest.mark.parametrize(
    ("ability", "days", "most", "times"),
    [(1.0, 14, 6, 3), (0.9, 14, 8, 4), (0.6, 14, 13, 6), (0.9, 3, 20, 3), (0.0, 4, 20, 4)],
)
def test_learners_see_all_twice_and_no_day_is_too_full(
    rig: QuizRig, ability: float, days: int, most: int, times: int
) -> None:
    """Whatever they know. Once within the last week, and never more often than is of use.

    Args:
        rig: the quiz.
        ability: the probability that a question is answered right.
        days: to the exam.
        most: the most questions of a day, of 20 in all.
        times: how often a question is asked at most, on average.
    """
    rig.quiz.use_bank(many(20))
    chance, exam = Random(days), TODAY + timedelta(days=days)
    seen: dict[str, list[int]] = {}
    loads = []
    for day in range(days):
        rig.seconds = day * DAY
        plan = overview(rig, exam).plan
        assert plan is not None
        assert plan.once_by is not None
        assert plan.once_by < exam
        done = all_of_today(rig, exam, None, chance, ability)
        loads.append(len(done))
        for question in done:
            seen.setdefault(question, []).append(day)
    assert len(seen) == 20
    assert all(len(set(each)) >= 2 and each[-1] >= days - 7 for each in seen.values())
    assert max(loads) <= most
    assert sum(loads) <= 20 * times


# -- clocks ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "days"), [(12, 4), (30, 6), (24, 9), (5, 2)])
def test_at_the_pace_that_is_named_all_are_seen_twice_and_at_one_less_not(
    tmp_path: Path, count: int, days: int
) -> None:
    def seen_twice(folder: Path, less: int) -> bool:
        rig = QuizRig(folder)
        rig.quiz.use_bank(many(count))
        exam = local_day(rig) + timedelta(days=days)
        plan = overview(rig, exam).plan
        assert plan is not None
        assert plan.enough is not None
        told = overview(rig, exam, plan.enough - less).plan
        assert told is not None
        seen: Counter[str] = Counter()
        for day in range(days):
            rig.seconds = day * DAY
            seen.update(all_of_today(rig, exam, plan.enough - less))
        assert told.twice == (len(seen) == count and min(seen.values()) > 1)
        return told.twice

    assert seen_twice(tmp_path / "enough", 0)
    assert not seen_twice(tmp_path / "less", 1)


@pytest.fixture(params=["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin", "America/St_Johns"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A computer elsewhere."""
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of a process is that of the system")
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("zone")
def test_a_day_is_one_by_the_clock_on_the_wall(rig: QuizRig) -> None:
    """What is due at any time of a day is due when it begins there, and no sooner."""
    rig.quiz.use_bank(many(3))
    all_of_today(rig)
    due = (rig.now() + timedelta(days=2)).astimezone()
    midnight = datetime.combine(due.date(), datetime.min.time()).astimezone(UTC)
    rig.seconds = (midnight - NOON).total_seconds()
    assert overview(rig).due == 3
    rig.seconds -= 1
    assert overview(rig).days[:2] == (0, 3)


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("begun", [datetime(2026, 3, 28, 22, tzinfo=UTC), datetime(2026, 10, 24, tzinfo=UTC)])
def test_days_on_which_clocks_change_are_days_like_others(rig: QuizRig, begun: datetime) -> None:
    rig.quiz.use_bank(many(3))
    rig.seconds = (begun - NOON).total_seconds()
    all_of_today(rig)
    for ahead in range(1, 3):
        rig.seconds += DAY
        assert sum(overview(rig).days) == 3
        assert overview(rig).due == 3 * (ahead >= 2)


@pytest.mark.parametrize("jump", [-4000 * DAY, -DAY, -60, 60, DAY, 9000 * DAY])
def test_a_clock_that_jumps_loses_nothing(rig: QuizRig, jump: float) -> None:
    rig.quiz.use_bank(many(3))
    all_of_today(rig)
    rig.seconds = jump
    session = (
        rig.quiz.start_on(rig.store.unfinished()[0].start.questions[0]) if rig.store.unfinished() else None
    )
    assert session is None
    assert overview(rig, new_a_day=0).met == 3
    rig.quiz.reviews.forecast(local_day(rig), local_day(rig) + timedelta(days=30), 40)
    rig.seconds = 2 * DAY
    assert overview(rig).due == 3


def test_answers_given_by_a_clock_far_ahead_wait_for_it_but_not_beyond_the_exam(rig: QuizRig) -> None:
    rig.quiz.use_bank(many(1))
    rig.seconds = 400 * DAY
    all_of_today(rig)
    rig.seconds = 0
    assert overview(rig).days == (0,) * 7
    assert overview(rig, exam=local_day(rig) + timedelta(days=1)).due == 1
    assert len(all_of_today(rig, exam=local_day(rig) + timedelta(days=1))) == 1
    rig.seconds = 402 * DAY
    assert overview(rig).due == 1


def test_answers_given_by_a_clock_far_ahead_are_no_share_of_today(rig: QuizRig) -> None:
    rig.quiz.use_bank(many(25))
    rig.seconds = 400 * DAY
    all_of_today(rig)
    rig.seconds = 0
    assert overview(rig).fresh == 10
    assert len(all_of_today(rig)) == 10


@pytest.mark.parametrize("exam", [date.max, date(2200, 1, 1)])
def test_an_exam_in_a_far_future_is_none_to_prepare_for(rig: QuizRig, exam: date) -> None:
    rig.quiz.use_bank(many(3))
    all_of_today(rig, exam)
    assert overview(rig, exam).cards == 3
    assert len(rig.quiz.reviews.forecast(TODAY, exam, 30)) == 30


# -- papers -------------------------------------------------------------------------------------------


def test_questions_of_a_paper_that_runs_wait_for_its_end(rig: QuizRig) -> None:
    rig.quiz.use_bank(many(6))
    all_of_today(rig)
    rig.seconds = 2 * DAY
    assert (overview(rig).due, overview(rig).at_once) == (6, 6)
    paper = rig.quiz.papers.start(Preset("two", "Two", 15, (BlueprintRow(2, PaperKind.ANY),)))
    held = {item.question.id for item in paper.items}
    now = overview(rig)
    assert (now.due, now.at_once, now.days[0]) == (4, 4, 4)
    assert not held & set(ids(begin(rig)))
    rig.quiz.papers.give_up(paper)
    assert overview(rig).due == 6


def test_new_questions_of_a_paper_that_runs_are_not_offered(rig: QuizRig) -> None:
    rig.quiz.use_bank(many(6))
    paper = rig.quiz.papers.start(Preset("four", "Four", 15, (BlueprintRow(4, PaperKind.ANY),)))
    held = {item.question.id for item in paper.items}
    assert (overview(rig).fresh, overview(rig).at_once) == (2, 2)
    assert not held & set(ids(begin(rig)))
