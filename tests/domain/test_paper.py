"""A paper: its time, and what it comes to."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.attempt import KeptSession, SessionRules
from quizapp.domain.paper import Paper, PaperResult, Timer, handed_in, outcome_at, result
from quizapp.domain.paper_preset import BlueprintRow, PaperKind, Preset
from quizapp.domain.question import Question
from quizapp.domain.session import resumed
from tests.domain.examples import NOON, bank, choice, start, verdict

PRESET = Preset("p", "A paper", 60, (BlueprintRow(40),), pass_mark=26)
TWO_WAY = replace(PRESET, blueprint=(BlueprintRow(40, PaperKind.SCENARIO),))


def paper(*questions: Question) -> Paper:
    of = bank(*questions)
    begun = replace(start(of), rules=SessionRules(len(questions), reason_step=False))
    items = resumed(KeptSession(begun, (), frozenset()), {of.id: of}).asked
    return Paper(begun, PRESET, 60, items, Timer(NOON + timedelta(hours=1), 3600.0, 0.0), {})


def choices(count: int) -> Paper:
    return paper(*(replace(choice(0, name=f"q{number}"), fact=f"f{number}") for number in range(count)))


def sat(of: Paper, right: int, wrong: int = 0) -> PaperResult:
    for position in range(right + wrong):
        key = getattr(of.items[position].question, "key", 0)
        of = of.answered(position, str(key if position < right else (key + 1) % 4))
    return result(handed_in(of), of.preset)


# -- time ------------------------------------------------------------------------------------------

moments = st.lists(st.tuples(st.floats(-9e5, 9e5), st.floats(0, 900)), max_size=30)


@given(moments)
def test_the_time_left_never_grows_whatever_the_clock_does(steps: list[tuple[float, float]]) -> None:
    timer, monotonic = Timer(NOON + timedelta(hours=1), 3600.0, 0.0), 0.0
    for shift, passed in steps:
        monotonic += passed
        later = timer.at(NOON + timedelta(seconds=shift), monotonic)
        assert 0 <= later.left <= timer.left
        assert later.left <= max(0.0, timer.left - passed) + 1e-5
        assert later.left <= max(0.0, 3600.0 - shift) + 1e-5
        timer = later


@pytest.mark.parametrize(
    ("seconds", "monotonic", "left"),
    [
        (0, 0, 3600),
        (600, 600, 3000),
        (600, 0, 3000),  # asleep: the monotonic clock stood still
        (-7200, 60, 3540),  # the clock was set back by two hours
        (3600, 3600, 0),
        (90_000, 1, 0),  # opened again on another day
    ],
)
def test_the_stored_deadline_counts(seconds: float, monotonic: float, left: float) -> None:
    timer = Timer(NOON + timedelta(hours=1), 3600.0, 0.0).at(NOON + timedelta(seconds=seconds), monotonic)
    assert timer.left == left
    assert timer.is_over == (left == 0)


@pytest.mark.parametrize(
    "began",
    [
        datetime(2027, 3, 28, 0, 45, tzinfo=UTC),  # summer time begins in Europe
        datetime(2026, 10, 25, 0, 45, tzinfo=UTC),  # and ends
        datetime(2028, 2, 28, 23, 45, tzinfo=UTC),  # into a leap day
        datetime(2026, 12, 31, 23, 45, tzinfo=UTC),
    ],
)
def test_an_hour_is_an_hour_on_every_day(began: datetime) -> None:
    timer = Timer(began + timedelta(hours=1), 3600.0, 0.0)
    assert timer.at(began + timedelta(minutes=59, seconds=59), 0.0).left == 1
    assert timer.at(began + timedelta(hours=1), 0.0).is_over


# -- changes ---------------------------------------------------------------------------------------


def test_answers_change_freely() -> None:
    sheet = choices(3).answered(0, "1").answered(2, "0").answered(0, "3")
    assert sheet.answers == {0: "3", 2: "0"}
    assert sheet.unanswered == (1,)


def test_flags_come_and_go() -> None:
    sheet = choices(3).with_flag(1, flagged=True).with_flag(2, flagged=True).with_flag(1, flagged=False)
    assert sheet.flagged == {2}


@pytest.mark.parametrize(("wanted", "position"), [(0, 0), (2, 2), (3, 2), (-1, 0)])
def test_past_its_ends_a_paper_stays(wanted: int, position: int) -> None:
    assert choices(3).moved(wanted).position == position


# -- results ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("right", "wrong", "has_passed"),
    [(26, 14, True), (25, 15, False), (40, 0, True), (26, 0, True), (0, 0, False)],
)
def test_a_paper_of_forty_choices_passes_by_its_mark(right: int, wrong: int, has_passed: bool) -> None:  # noqa: FBT001
    told = sat(choices(40), right, wrong)
    assert (told.score.earned, told.score.marked, told.answered) == (right, 40, right + wrong)
    assert told.has_passed is has_passed
    assert len(told.missed) == 40 - right


def test_a_short_paper_does_not_say_who_passes() -> None:
    assert (
        sat(replace(choices(39), preset=replace(PRESET, blueprint=(BlueprintRow(39),))), 39).has_passed
        is None
    )


def test_a_paper_of_two_answers_does_not_say_who_passes() -> None:
    two_way = paper(*(verdict(name=f"v{number}") for number in range(40)))
    told = result(handed_in(two_way), TWO_WAY)
    assert told.has_passed is None
    assert told.score.luck_share == 0.5


def test_a_paper_without_a_pass_mark_does_not_say_who_passes() -> None:
    sheet = replace(choices(40), preset=replace(PRESET, pass_mark=0))
    assert sat(sheet, 40).has_passed is None


def test_the_luck_line_counts_what_was_left_open() -> None:
    """The known answer: 26 of 40 two-way questions are reached by guessing in 4.03 % of papers."""
    two_way = paper(*(verdict(name=f"v{number}") for number in range(40)))
    for position in range(26):
        two_way = two_way.answered(position, "service")
    assert result(handed_in(two_way), PRESET).score.luck == pytest.approx(0.0403, abs=5e-5)


@pytest.mark.parametrize(("right", "is_close"), [(26, True), (30, True), (36, False), (12, False)])
def test_near_the_mark_another_paper_could_go_either_way(right: int, is_close: bool) -> None:  # noqa: FBT001
    assert sat(choices(40), right, 40 - right).is_close is is_close


def test_topics_count_all_their_questions() -> None:
    told = sat(choices(4), 2)
    assert [(tally.name, tally.earned, tally.marked) for tally in told.by_topic] == [("terms", 2, 4)]


def test_what_is_left_open_earns_nothing() -> None:
    session = handed_in(choices(1))
    assert session.is_finished
    assert outcome_at(session, 0).marks == 0
    assert outcome_at(session, 0).chance == 0.25
