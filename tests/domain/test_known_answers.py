"""Facility and discrimination against figures that others have worked out.

The marks of 22 attempts at a quiz of 20 questions and the figures for them are those of the fixture of
Moodle's own statistics test (`mod/quiz/report/statistics/tests/fixtures`, GNU GPL 3 or later, Moodle HQ and
The Open University); only the numbers are taken. Its first seven questions earned nothing and are left out.
"""

from statistics import fmean

import pytest

from quizapp.domain.item_analysis import discrimination

MAXIMUM = (8, *(1,) * 12)
MARKS = """
5.5 0.3 0.9 1   0.3 1 0 0 1 1 0 0 1
1   0.9 0.9 0.3 0.3 1 0 0 1 0 1 0 1
2.5 1   0.9 0.3 1   0 0 1 1 1 1 1 1
4   0.3 0.9 1   0.3 0 0 0 0 1 0 0 1
3   0.9 0.3 0.9 1   0 1 0 0 1 1 1 0
4.5 0.9 1   1   0.9 0 1 1 1 0 0 0 0
3   0.3 0.3 0.3 0.3 1 0 1 1 1 1 1 1
6   0.9 0.9 1   0.3 0 1 1 1 1 0 0 1
0.5 0.9 1   0.9 0.3 0 1 1 0 1 1 0 1
5.5 0.9 1   0.9 0.3 1 1 0 0 1 0 0 0
2.5 0.9 1   1   0.9 0 1 0 0 1 0 0 1
4   0.9 0.3 0.9 1   0 1 1 1 1 1 0 1
4   0.9 0.3 0.3 1   1 1 1 0 0 1 1 0
3   1   1   0.3 1   0 1 0 1 1 1 1 0
1   1   0.9 0.3 0.3 1 0 1 0 0 0 0 0
1   0.3 0.3 0.3 0.9 0 0 0 1 0 0 0 1
1.5 1   0.3 0.9 1   1 1 0 1 1 0 0 0
4   0.9 1   0.9 1   0 1 1 1 0 1 0 0
2   0.9 0.9 0.3 0.9 0 1 0 0 0 0 0 0
1   1   0.3 0.3 0.3 0 1 1 0 1 0 0 0
6   0.9 1   1   0.9 0 0 0 1 0 0 1 1
7   0.9 0.3 0.3 0.3 1 0 1 1 1 1 0 0
"""
ATTEMPTS = [tuple(map(float, line.split())) for line in MARKS.strip().splitlines()]
KNOWN = [
    *((41.19318182, 25.88327077), (81.36363636, 1.170256965), (71.36363636, -4.207816809)),
    *((65.45454545, 28.16930644), (65.90909091, -2.513606859), (36.36363636, -12.99017581)),
    *((59.09090909, -8.900638238), (50, 8.670004606), (59.09090909, 29.63337745)),
    *((63.63636364, 15.18945843), (45.45454545, 16.21079629), (27.27272727, 15.52451404), (50, -8.396734802)),
]
"""Facility and discrimination of each question in per cent."""


@pytest.mark.parametrize(("question", "known"), list(enumerate(KNOWN)))
def test_both_are_those_that_moodle_gives(question: int, known: tuple[float, float]) -> None:
    scores = [attempt[question] for attempt in ATTEMPTS]
    rests = [sum(attempt) - attempt[question] for attempt in ATTEMPTS]
    index = discrimination(scores, rests)
    assert index is not None
    assert 100 * fmean(scores) / MAXIMUM[question] == pytest.approx(known[0], abs=1e-6)
    assert 100 * index == pytest.approx(known[1], abs=1e-6)
