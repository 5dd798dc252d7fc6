"""Banks, cues, and what is the matter with a file."""

import pytest

from quizapp.domain.bank import Cue
from quizapp.domain.errors import UnknownQuestionError
from quizapp.domain.problem import Problem, Reading, Severity
from quizapp.domain.question import Side
from tests.domain.examples import arguable, bank, choice, verdict

DEMO = bank(verdict(name="v"), choice(name="c"), arguable(name="a"))


@pytest.mark.parametrize("name", ["v", "c", "a"])
def test_a_question_is_found_by_its_id(name: str) -> None:
    assert DEMO.question(name).id == name


def test_a_question_that_is_not_there_is_named() -> None:
    with pytest.raises(UnknownQuestionError, match=r"^The bank Demo has no question gone\.$"):
        DEMO.question("gone")


def test_a_cue_looks_different_from_each_side() -> None:
    cue = Cue("runs", "Who runs it", "The buyer runs it.", "The supplier runs it.")
    assert cue.speaks(Side.PRODUCT) == "The buyer runs it."
    assert cue.speaks(Side.SERVICE) == "The supplier runs it."


def test_errors_keep_something_out_and_warnings_do_not() -> None:
    error, warning = (Problem("a.yaml", 1, 1, severity, "code", "Mend it.") for severity in Severity)
    reading = Reading("a.yaml", None, (warning, error, warning))
    assert reading.errors == (error,)
    assert reading.warnings == (warning, warning)
