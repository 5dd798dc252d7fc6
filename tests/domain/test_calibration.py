"""How sure against how right: published answers, laws, and learners who are known to be what they are."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.calibration import (
    FourWay,
    Judgement,
    LevelResult,
    Stated,
    bias,
    bonus,
    brier,
    calibration,
    expected_calibration_error,
    judge,
)
from quizapp.domain.certainty import Certainty, LevelTally
from tests.domain.learners import answers, boastful, honest, modest

LOW, MIDDLE, HIGH = Certainty
MANY = 4_000

tallies = st.lists(
    st.tuples(st.sampled_from(Certainty), st.integers(1, 60), st.floats(0, 1)).map(
        lambda made: LevelTally(made[0], made[1], round(made[1] * made[2]))
    ),
    min_size=1,
)


@pytest.mark.parametrize(
    ("mean_mark", "accuracy", "expected"), [(1, 1 / 2, 0.05), (2, 9 / 10, -0.01), (3, 1, 0)]
)
def test_the_bonus_is_that_of_moodles_own_test(mean_mark: float, accuracy: float, expected: float) -> None:
    assert bonus(mean_mark, accuracy) == pytest.approx(expected)


def test_levels_are_judged_as_in_moodles_own_test() -> None:
    """Right and very sure; right and fairly sure; wrong and fairly sure."""
    told = calibration([LevelTally(HIGH, 1, 1), LevelTally(MIDDLE, 1, 1), LevelTally(MIDDLE, 1, 0)])
    assert told is not None
    judged = [each.judgement for each in told.levels]
    assert judged == [Judgement.NOTHING, Judgement.SLIGHTLY_OVER, Judgement.FITS]


@pytest.mark.parametrize(
    ("level", "right", "of", "expected"),
    [
        (LOW, 0, 0, Judgement.NOTHING),
        (LOW, 2, 3, Judgement.FITS),  # the very end of the range
        (LOW, 7, 10, Judgement.SLIGHTLY_UNDER),
        (LOW, 10, 10, Judgement.UNDER),  # (1 - 2/3)² · 10 = 1.1
        (LOW, 0, 50, Judgement.FITS),
        (MIDDLE, 7, 10, Judgement.FITS),
        (MIDDLE, 40, 50, Judgement.FITS),
        (MIDDLE, 30, 50, Judgement.SLIGHTLY_OVER),  # (0.6 - 2/3)² · 50 = 0.22
        (MIDDLE, 20, 50, Judgement.OVER),  # (0.4 - 2/3)² · 50 = 3.6
        (MIDDLE, 50, 50, Judgement.UNDER),
        (HIGH, 8, 10, Judgement.FITS),
        (HIGH, 58, 79, Judgement.SLIGHTLY_OVER),  # (0.734 - 0.8)² · 79 = 0.34
        (HIGH, 50, 79, Judgement.OVER),
        (HIGH, 79, 79, Judgement.FITS),
    ],
)
def test_a_share_is_judged_by_its_range_and_number(
    level: Certainty, right: int, of: int, expected: Judgement
) -> None:
    assert LevelResult(LevelTally(level, of, right)).judgement is expected


def test_marks_stand_beside_points_and_answers_fall_into_four_kinds() -> None:
    told = calibration([LevelTally(LOW, 10, 6), LevelTally(MIDDLE, 10, 7), LevelTally(HIGH, 10, 9)])
    assert told is not None
    assert (told.answers, told.right) == (30, 22)
    assert told.marks == 6 + (14 - 6) + (27 - 6)
    assert told.four_way == FourWay(sure_right=16, sure_wrong=4, unsure_right=6, unsure_wrong=4)
    assert told.bonus == pytest.approx(0.1 * (35 / 30 - 4 * 22 / 30 + 2))


def test_nobody_who_was_never_asked_is_judged() -> None:
    assert calibration([]) is None
    assert calibration([LevelTally(HIGH, 0, 0)]) is None


@given(tallies)
def test_every_answer_is_counted_once_and_the_order_says_nothing(told: list[LevelTally]) -> None:
    made = calibration(told)
    assert made is not None
    assert made == calibration(reversed(told))
    four = made.four_way
    assert made.answers == four.sure_right + four.sure_wrong + four.unsure_right + four.unsure_wrong
    assert made.right == four.sure_right + four.unsure_right
    assert -6 * made.answers <= made.marks <= 3 * made.answers


@given(st.floats(0, 1), st.integers(1, 500), st.sampled_from(Certainty))
def test_more_answers_make_a_judgement_only_clearer(share: float, number: int, level: Certainty) -> None:
    slightly = {
        Judgement.SLIGHTLY_OVER: Judgement.OVER,
        Judgement.SLIGHTLY_UNDER: Judgement.UNDER,
    }
    few, many = (judge(share, count, level.window) for count in (number, 1000 * number))
    assert many in (few, slightly.get(few))


@pytest.mark.parametrize(
    ("level", "right", "of", "expected"),
    [
        (HIGH, 0, 0, Judgement.NOTHING),
        (HIGH, 2, 3, Judgement.UNCLEAR),  # 21 to 94 %
        (HIGH, 58, 79, Judgement.UNCLEAR),  # 63 to 82 %
        (HIGH, 50, 79, Judgement.OVER),  # 52 to 73 %
        (HIGH, 3, 3, Judgement.FITS),
        (LOW, 7, 10, Judgement.UNCLEAR),
        (LOW, 10, 10, Judgement.UNDER),  # 72 to 100 %
        (MIDDLE, 5, 5, Judgement.UNCLEAR),
        (MIDDLE, 50, 50, Judgement.UNDER),
    ],
)
def test_nobody_is_blamed_by_answers_that_do_not_bear_it_out(
    level: Certainty, right: int, of: int, expected: Judgement
) -> None:
    assert LevelResult(LevelTally(level, of, right)).supported is expected


@given(st.sampled_from(Certainty), st.integers(1, 500), st.floats(0, 1))
def test_what_is_borne_out_is_what_moodle_calls_clear(level: Certainty, of: int, share: float) -> None:
    result = LevelResult(LevelTally(level, of, round(of * share)))
    assert result.supported in (result.judgement, Judgement.UNCLEAR)


# -- stated probabilities --------------------------------------------------------------------------

RAIN: Stated = [(0.7, 1, 1)]


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (RAIN, 0.09),  # the examples everybody gives: 70 % said, and it rains
        ([(0.7, 1, 0)], 0.49),
        ([(1.0, 4, 4), (0.0, 3, 0)], 0.0),
        ([(0.5, 10, 5)], 0.25),
        ([(0.8, 10, 8), (0.6, 10, 6)], (0.16 + 0.24) / 2),  # p(1 - p) of each, all calibrated
    ],
)
def test_brier_scores_are_those_published(stated: Stated, expected: float) -> None:
    assert brier(stated) == pytest.approx(expected)


def test_bias_and_calibration_error_are_told_apart() -> None:
    """As sure as right on the whole, and wrong by a fifth on both levels."""
    stated: Stated = [(0.6, 10, 8), (0.9, 10, 7)]
    assert bias(stated) == pytest.approx(0.0)
    assert expected_calibration_error(stated) == pytest.approx(0.2)


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(1, 40), st.floats(0, 1)), min_size=1))
def test_errors_lie_between_their_ends(made: list[tuple[float, int, float]]) -> None:
    stated = [(p, number, round(part * number)) for p, number, part in made]
    assert abs(bias(stated)) <= expected_calibration_error(stated) + 1e-9 <= 1 + 2e-9
    assert 0 <= brier(stated) <= 1


# -- learners who are known ------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(5))
def test_an_honest_learner_is_found_calibrated_and_earns_most(seed: int) -> None:
    told = calibration(answers(Random(seed), MANY, honest))
    assert told is not None
    assert {each.judgement for each in told.levels} == {Judgement.FITS}
    assert told.bonus > 0.01
    assert bias(told.stated) == pytest.approx(0, abs=0.03)


@pytest.mark.parametrize("seed", range(5))
def test_who_says_too_much_is_found_overconfident(seed: int) -> None:
    told = calibration(answers(Random(seed), MANY, boastful))
    assert told is not None
    assert [each.judgement for each in told.levels] == [Judgement.NOTHING, Judgement.OVER, Judgement.FITS]
    assert bias(told.stated) > 0.05
    fair = calibration(answers(Random(seed), MANY, honest))
    assert fair is not None
    assert told.marks < fair.marks


@pytest.mark.parametrize("seed", range(5))
def test_who_says_too_little_is_found_underconfident(seed: int) -> None:
    told = calibration(answers(Random(seed), MANY, modest))
    assert told is not None
    assert told.levels[1].judgement is Judgement.UNDER
    assert bias(told.stated) < -0.05


@pytest.mark.parametrize("seed", range(5))
def test_a_bragger_who_guesses_is_overconfident_on_every_level_said(seed: int) -> None:
    random = Random(seed)
    told = calibration(LevelTally(HIGH, 1, int(random.random() < 0.5)) for _ in range(400))
    assert told is not None
    assert told.levels[2].share == pytest.approx(0.5, abs=0.08)
    assert told.levels[2].judgement is Judgement.OVER
    assert told.marks < 0
