"""Suggestions: the nearest word, what cannot be seen in it, and nothing where nothing is near."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quizapp.storage.banks.characters import shown, visible
from quizapp.storage.banks.suggestions import did_you_mean, nearest_or_all
from quizapp.storage.banks.syntax import explain


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("scenaro", ["answer", "scenario"], "Did you mean “scenario”?"),
        ("price_or_free", ["price-or-free"], "Did you mean “price-or-free”?"),
        ("xyz", ["answer"], ""),
        ("a" * 65, ["a" * 64], ""),
        ("q1", [f"q{number}" for number in range(501)], ""),
    ],
)
def test_the_nearest_word_is_named_when_there_is_one(word: str, known: list[str], hint: str) -> None:
    assert did_you_mean(word, known) == hint


def test_a_short_list_is_told_when_nothing_is_near() -> None:
    assert nearest_or_all("xyz", ["A1", "A2"]) == "Known are: A1, A2."
    assert nearest_or_all("xyz", [f"A{number}" for number in range(20)]) == ""


@given(st.text(st.characters(), max_size=90))
def test_whatever_is_shown_can_be_printed(text: str) -> None:
    assert visible(text).isprintable()
    assert shown(text).strip("\u2068\u2069").isprintable()  # isolated where it runs the other way
    visible(text).encode("utf-8")


def test_an_error_without_a_place_is_told_in_general_words() -> None:
    fault, place = explain(yaml.YAMLError("odd"), "")
    assert fault.code == "syntax"
    assert place is None
