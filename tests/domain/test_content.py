"""What is measured on a bank's texts: likeness, sentences, words and lengths."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain import content
from quizapp.domain.question import Choice, Option, Question, Side, Verdict
from tests.domain.examples import verdict

WORDS = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=12).map(" ".join)


def told(text: str, side: Side = Side.SERVICE, name: str = "q") -> Verdict:
    return replace(verdict(side, name), scenario=text)


def scenarios(texts: list[str]) -> list[Question]:
    return [told(text, name=f"q{at}") for at, text in enumerate(texts)]


@given(st.lists(WORDS, max_size=12))
def test_prefix_filtering_finds_what_comparing_all_finds(texts: list[str]) -> None:
    asked = scenarios(texts)
    parts = [content.shingles_of(text) for text in texts]
    alike = {
        question.id
        for at, question in enumerate(asked)
        if any(content.jaccard(parts[at], earlier) >= content.LIKENESS for earlier in parts[:at])
    }
    assert {question.id for question, _ in content.near_duplicates(asked)} == alike


def test_a_bank_of_copies_is_given_up_on() -> None:
    asked = scenarios(["the same text over and over"] * 3000)
    assert len(list(content.near_duplicates(asked))) < len(asked) - 1


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("One two. " * 40, []),
        ("w " * 30, []),
        ("w " * 31, [31]),
        ("Short. " + "w " * 31 + "! " + "w " * 32, [32, 32]),
        ("“" + "w " * 31 + "end.” Then more.", [32]),
        ("w " * 20 + "\n\n" + "w " * 20, []),
    ],
)
def test_sentences_are_counted_by_their_words(text: str, numbers: list[int]) -> None:
    assert [number for _, number in content.long_sentences(text)] == numbers


@pytest.mark.parametrize(("right", "wrong", "ratio"), [("aa", ["aa", "aa"], 1), ("aaa", ["a", "aaa"], 1.5)])
def test_the_key_is_measured_against_the_mean_of_the_others(
    right: str, wrong: list[str], ratio: float
) -> None:
    options = tuple(Option(text, "why") for text in wrong)
    choice = Choice("c1", "Which?", (*options, Option(right, "why", correct=True)))
    assert content.key_length(choice) == pytest.approx(ratio)


def test_words_are_ranked_by_what_they_say() -> None:
    asked = [told("It’s sold, sold 24 times", Side.PRODUCT) for _ in range(2)]
    asked += [told("It’s Leased times") for _ in range(2)]
    shares = content.word_shares(asked, support=2)
    assert [(share.word, share.support, share.share) for share in shares] == [
        ("leased", 2, 1),
        ("sold", 2, 1),
        ("it’s", 4, 0.5),
        ("times", 4, 0.5),
    ]


def test_no_verdicts_lean_to_neither_side() -> None:
    assert content.share_of_products([]) == 0.5
    assert not content.leans([])
