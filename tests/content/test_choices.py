"""What the bank of exam-style choices must hold."""

from collections import Counter

import pytest

from quizapp.domain.content import long_sentences
from quizapp.domain.question import Choice, ChoiceStyle
from quizapp.domain.selection import Selection, draw
from tests.content.shipped import CHOICES, bank, choices

LEAST_EXAMINED = 70
PAPER = 40
OPTIONS = 4
TOPICS = [
    "definitions",
    "offerings",
    "value",
    "outcomes",
    "costs and risks",
    "utility and warranty",
    "roles",
    "relationships",
    "resources",
    "digital",
    "cloud",
]

ASKED = choices()
EXAMINED = [choice for choice in ASKED if not choice.background]
each = pytest.mark.parametrize("choice", ASKED, ids=[choice.id for choice in ASKED])


def test_there_are_enough_of_them() -> None:
    assert len(ASKED) == len(bank(CHOICES).questions)
    assert len(EXAMINED) >= LEAST_EXAMINED


def test_most_are_standard_and_every_style_is_met() -> None:
    counts = Counter(choice.style for choice in ASKED)
    assert counts[ChoiceStyle.STANDARD] > len(ASKED) / 2
    assert all(counts[style] >= 3 for style in ChoiceStyle)
    assert counts[ChoiceStyle.NEGATIVE] <= len(ASKED) / 10


def test_a_quarter_asks_for_recall() -> None:
    levels = Counter(choice.level for choice in ASKED)
    assert set(levels) == {1, 2}
    assert levels[1] / len(ASKED) == pytest.approx(0.25, abs=0.05)


def test_a_paper_repeats_no_fact() -> None:
    for seed in range(1000, 1050):
        facts = [question.fact for question in draw(EXAMINED, Selection(seed, PAPER))]
        assert len(set(facts)) == PAPER


def test_all_that_the_exam_asks_around_it_is_there() -> None:
    counts = Counter(topic for choice in ASKED for topic in choice.topics)
    assert {topic for topic in TOPICS if counts[topic] < 3} == set()


@each
def test_it_is_a_whole_question(choice: Choice) -> None:
    assert len(choice.options) == OPTIONS
    assert choice.fact
    assert choice.topics
    assert not list(long_sentences(choice.prompt))


@each
def test_no_option_hides_behind_the_others(choice: Choice) -> None:
    texts = " ".join(option.text.casefold() for option in choice.options)
    assert "of the above" not in texts
    assert "all of these" not in texts
