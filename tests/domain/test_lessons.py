"""Which scenarios illustrate a cue: clear ones first, met ones first, arguable ones last."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.lessons import Example, lessons
from quizapp.domain.question import Reason, Side, Strength, Verdict
from tests.domain.examples import CUES, OWNS, RUNS, arguable, bank, choice, fact, verdict

PRODUCT, SERVICE = Side
LEANING, ARGUABLE = Strength.LEANING, Strength.ARGUABLE


def on_runs(name: str, strength: Strength = Strength.CLEAR, scenario: str = "A supplier runs it.") -> Verdict:
    """A verdict for a service, decided by who runs it."""
    return replace(verdict(name=name, strength=strength), scenario=scenario)


def example(*questions: Verdict, met: str = "", side: Side = SERVICE) -> Example | None:
    """The example of the cue "runs"."""
    found = {each.cue.id: each.examples for each in lessons(bank(*questions), frozenset(met.split()))}
    return found["runs"].get(side)


@pytest.mark.parametrize(
    ("questions", "met", "best"),
    [
        ([on_runs("leaning", LEANING), on_runs("clear")], "", "clear"),
        ([on_runs("long", scenario="It runs it, as was said."), on_runs("short")], "", "short"),
        ([on_runs("leaning", LEANING), on_runs("clear")], "leaning", "leaning"),
        ([arguable(name="arguable"), on_runs("leaning", LEANING)], "arguable", "leaning"),
        ([arguable(name="arguable")], "", "arguable"),
    ],
)
def test_the_best_scenario_is_taken(questions: list[Verdict], met: str, best: str) -> None:
    found = example(*questions, met=met)
    assert found is not None
    assert (found.verdict.id, found.is_met) == (best, best in met)


def test_there_is_a_lesson_for_every_cue_and_an_example_where_the_bank_has_one() -> None:
    made = lessons(bank(choice(), on_runs("q")))
    assert [lesson.cue.id for lesson in made] == list(CUES)
    assert {lesson.cue.id: list(lesson.examples) for lesson in made if lesson.examples} == {"runs": [SERVICE]}


def test_words_for_the_side_that_is_not_the_answer_are_no_example() -> None:
    mixed = verdict(reasons=(RUNS, OWNS))
    assert example(mixed, side=PRODUCT) is None
    assert [each.examples for each in lessons(bank(mixed)) if each.cue.id == "owns"] == [{}]


def test_a_scenario_that_serves_one_cue_is_spared_for_the_next() -> None:
    both = (fact("They own it.", SERVICE, "owns"), RUNS)
    made = lessons(bank(verdict(name="a", reasons=both), verdict(name="b", reasons=both)))
    taken = [lesson.examples[SERVICE].verdict.id for lesson in made if lesson.examples]
    assert taken == ["a", "b"]


reasons = st.lists(
    st.builds(Reason, st.text(), st.just("So."), st.sampled_from([*Side, None]), st.sampled_from(CUES)),
    max_size=4,
)
verdicts = st.builds(
    verdict, st.sampled_from(Side), strength=st.sampled_from(Strength), reasons=reasons.map(tuple)
)


@given(st.lists(verdicts, max_size=6))
def test_an_example_shows_its_cue_on_its_side(drawn: list[Verdict]) -> None:
    questions = [replace(each, id=f"q{number}") for number, each in enumerate(drawn)]
    for lesson in lessons(bank(*questions)):
        for side, found in lesson.examples.items():
            assert found.verdict.strength is ARGUABLE or found.verdict.answer is side
            assert found.reasons
            assert {(each.cue, each.side) for each in found.reasons} == {(lesson.cue.id, side)}
