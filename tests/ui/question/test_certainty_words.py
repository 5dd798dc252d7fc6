import pytest
from PySide6.QtWidgets import QApplication

from quizapp.domain.certainty import Certainty, LevelTally
from quizapp.ui.question.certainty import CertaintyWords


@pytest.mark.parametrize(
    ("tallies", "said"),
    [
        ([LevelTally(Certainty.HIGH, 1, 0)], "−6 points for certainty, beside 0 of 1 point."),
        ([LevelTally(Certainty.LOW, 1, 1)], "1 point for certainty, beside 1 of 1 point."),
        (
            [LevelTally(Certainty.LOW, 2, 1), LevelTally(Certainty.HIGH, 1, 1)],
            "4 points for certainty, beside 2 of 3 points.",
        ),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_the_sum_stands_beside_the_plain_points(tallies: list[LevelTally], said: str) -> None:
    assert CertaintyWords(QApplication.instance()).total(tallies) == said
