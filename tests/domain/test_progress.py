"""How somebody gets on: points in time, kinds of reason, topics, misconceptions."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.certainty import Certainty, LevelTally
from quizapp.domain.history import Past
from quizapp.domain.progress import (
    FADES_AFTER,
    LEAST_A_POINT,
    MOST_SESSIONS,
    BankRecord,
    Offered,
    ProgressRecord,
    ReasonGiven,
    SessionTally,
    Share,
    by_cue,
    by_topic,
    misconceptions,
    reason_tally,
    report,
    timeline,
)
from quizapp.domain.question import Question
from quizapp.domain.session import refer
from tests.domain.examples import IDLE, NOON, RUNS, arguable, bank, choice, verdict
from tests.domain.learners import sessions

DEMO = bank(*(verdict(name=f"v{n}") for n in range(6)), arguable(name="a"), choice(name="c"))
LABEL, TOUCH = IDLE[3], IDLE[0]  # facts that a misconception takes for deciding
DAY = timedelta(days=1)


def day_of(moment: datetime) -> date:
    return moment.date()


def tally(day: float, marked: int, earned: int) -> SessionTally:
    return SessionTally(NOON + day * DAY, marked, earned, marked / 2)


# -- over time -------------------------------------------------------------------------------------


def test_each_session_is_a_point_with_its_interval() -> None:
    found = timeline([tally(0, 12, 6), tally(1, 20, 15)], day_of)
    assert not found.is_daily
    assert [each.share for each in found.points] == [Share(6, 12, 0.5), Share(15, 20, 0.5)]
    assert found.points[0].share.interval == pytest.approx((0.25, 0.75), abs=0.006)
    assert found.points[1].share.interval == pytest.approx((0.53, 0.89), abs=0.006)


def test_short_sessions_share_a_point_with_the_next_and_the_rest_with_the_last() -> None:
    found = timeline(
        [tally(0, 1, 1), tally(1, 2, 0), tally(2, 10, 9), tally(3, 5, 5), tally(4, 1, 0)], day_of
    )
    assert [(each.share.right, each.share.number, each.sessions) for each in found.points] == [
        (10, 13, 3),
        (5, 6, 2),
    ]
    assert [each.at for each in found.points] == [NOON + 2 * DAY, NOON + 4 * DAY]
    assert [each.share.number for each in timeline([tally(0, 2, 1)], day_of).points] == [2]
    assert timeline([], day_of).points == ()


def test_very_many_sessions_are_shown_by_day() -> None:
    few = [tally(number / 3, 10, 5) for number in range(MOST_SESSIONS)]
    assert not timeline(few, day_of).is_daily
    many = timeline([*few, tally(40, 10, 10)], day_of)
    assert many.is_daily
    assert many.points[-1].share == Share(10, 10, 0.5)
    assert len({each.at.date() for each in many.points}) == len(many.points) < MOST_SESSIONS


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(1, 30), st.floats(0, 1)), max_size=200))
def test_no_answer_is_lost_or_counted_twice(made: list[tuple[int, int, float]]) -> None:
    tallies = [tally(day, number, round(part * number)) for day, number, part in made]
    points = timeline(tallies, day_of).points
    assert sum(each.share.number for each in points) == sum(each.marked for each in tallies)
    assert sum(each.share.right for each in points) == sum(each.earned for each in tallies)
    assert sum(each.sessions for each in points) == len(tallies)
    assert all(each.share.number >= LEAST_A_POINT for each in points[1:])


@pytest.mark.parametrize("seed", range(5))
def test_ability_that_grows_is_found_within_its_interval(seed: int) -> None:
    def ability(day: int) -> float:
        return 0.5 + 0.4 * day / 29

    points = timeline(sessions(Random(seed), ability, 30, 40), day_of).points
    held = sum(
        each.share.interval[0] <= ability(day) <= each.share.interval[1] for day, each in enumerate(points)
    )
    assert held >= 25  # of 30 at 95 %
    early, late = (sum(each.share.value for each in part) / 5 for part in (points[:5], points[-5:]))
    assert (early, late) == pytest.approx((0.53, 0.87), abs=0.07)


# -- by kind of reason and topic -------------------------------------------------------------------


def past(question: Question, marks: float | None, reason: str | None = RUNS.id, day: float = 0) -> Past:
    reason_marks = marks if question.id == "a" else None
    earned = None if question.id == "a" else marks
    return Past(refer(DEMO, question), 1, NOON + day * DAY, earned, reason_marks, "service", reason)


def record(**how: Past) -> BankRecord:
    offered = {
        name: Offered(4 if name == "c" else 2, 0 if past.reason is None else 4) for name, past in how.items()
    }
    return BankRecord(DEMO, how, offered)


def asked(**how: tuple[float, str | None]) -> BankRecord:
    return record(**{name: past(DEMO.question(name), *told) for name, told in how.items()})


def test_a_kind_of_reason_counts_what_is_right_for_a_right_reason() -> None:
    told = asked(v0=(1, RUNS.id), v1=(1, LABEL.id), v2=(0, RUNS.id), c=(1, None))
    [cue] = by_cue([told])
    assert (cue.name, cue.share.right, cue.share.number) == ("Cue runs", 1, 3)
    assert cue.share.luck == pytest.approx(1 / 8)  # answer and reason both guessed
    [both] = by_cue([told, told])
    assert (both.share.right, both.share.number) == (2, 6)


def test_an_arguable_question_earns_by_its_reason_alone() -> None:
    [topic] = by_topic([asked(a=(1, RUNS.id))])
    assert (topic.share, topic.name) == (Share(1, 1, 0.25), "cloud")


def test_topics_count_points_the_weakest_first() -> None:
    told = asked(v0=(1, None), v1=(1, ""), v2=(1, None), v3=(0, None), c=(0, None))
    weak, strong = by_topic([told])
    assert (weak.name, weak.share) == ("terms", Share(0, 1, 0.25))
    assert (strong.name, strong.share) == ("cloud", Share(3, 4, 0.5))


def test_right_for_the_right_reason_is_told_from_right() -> None:
    told = asked(v0=(1, RUNS.id), v1=(1, LABEL.id), v2=(1, ""), v3=(0, RUNS.id), v4=(1, None), c=(1, None))
    found = reason_tally([told])
    assert (found.right_reason, found.other_reason, found.missed) == (1, 2, 1)
    assert (found.right, found.number) == (3, 4)


# -- misconceptions --------------------------------------------------------------------------------


def given_reasons(*chosen: str, question: str = "v0") -> list[ReasonGiven]:
    """Reasons given, the first one first; all of them stood to choose each time."""
    ref, offered = refer(DEMO, DEMO.question(question)), (RUNS.id, LABEL.id, TOUCH.id)
    made = [ReasonGiven(ref, offered, reason, NOON + day * DAY) for day, reason in enumerate(chosen)]
    return made[::-1]


@pytest.mark.parametrize("since", range(FADES_AFTER + 2))
def test_a_misconception_fades_once_it_is_left_alone_often_enough(since: int) -> None:
    [found] = misconceptions(given_reasons(LABEL.id, *[RUNS.id] * since), [DEMO])
    assert (found.name, found.chosen, found.offered, found.left_since) == ("Idea label", 1, since + 1, since)
    assert found.is_alive is (since < 3)
    assert found.last_at == NOON


def test_a_misconception_that_comes_back_begins_anew() -> None:
    [found] = misconceptions(given_reasons(LABEL.id, *[RUNS.id] * 3, LABEL.id, RUNS.id), [DEMO])
    assert (found.chosen, found.left_since, found.is_alive) == (2, 1, True)


def test_misconceptions_stand_by_when_they_were_chosen_last() -> None:
    found = misconceptions(given_reasons(LABEL.id, TOUCH.id, ""), [DEMO])
    assert [(each.name, each.left_since) for each in found] == [("Idea tangibility", 1), ("Idea label", 2)]


def test_what_never_misled_and_what_is_gone_is_left_out() -> None:
    assert misconceptions(given_reasons(RUNS.id, "", "gone"), [DEMO]) == ()
    assert misconceptions(given_reasons(LABEL.id), []) == ()
    [gone] = given_reasons(LABEL.id)
    assert misconceptions([replace(gone, question=replace(gone.question, question_id="x"))], [DEMO]) == ()


# -- all of it -------------------------------------------------------------------------------------


def test_a_report_is_of_its_period_but_misconceptions_are_of_all_time() -> None:
    old, new = LevelTally(Certainty.HIGH, 4, 1), LevelTally(Certainty.LOW, 5, 3)
    tallies = (
        replace(tally(0, 10, 2), levels=(old,)),
        replace(tally(9, 10, 9), levels=(new,)),
    )
    told = record(v0=past(DEMO.question("v0"), 0, day=0), v1=past(DEMO.question("v1"), 1, day=9))
    kept = ProgressRecord(tallies, (told,), tuple(given_reasons(LABEL.id)))
    every, late = report(kept, None, day_of), report(kept, NOON + 5 * DAY, day_of)
    assert (every.answers, late.answers) == (20, 10)
    assert [each.share.number for each in (*every.topics, *late.topics)] == [2, 1]
    assert every.calibration is not None
    assert every.calibration.answers == 9
    assert late.calibration is not None
    assert late.calibration.answers == 5
    assert late.misconceptions == every.misconceptions != ()
    assert report(kept, datetime(2027, 6, 1, tzinfo=UTC), day_of).is_empty
    assert not every.is_empty
