"""British spelling, typographic signs, and sentences that people who learnt English later can read."""

import re

import pytest

from quizapp.domain.bank import Bank
from tests.content.language import americanisms, reading_level
from tests.content.shipped import CHOICES, SCENARIOS, VOCABULARY, bank, prose, reading

each_bank = pytest.mark.parametrize("name", [SCENARIOS, CHOICES])


def texts(of: Bank) -> list[str]:
    return [text for question in of.questions for text in prose(question) if text]


@each_bank
def test_the_check_is_clean(name: str) -> None:
    assert reading(name).problems == ()


@each_bank
def test_the_spelling_is_british(name: str) -> None:
    assert {text: found for text in texts(bank(name)) if (found := americanisms(text))} == {}


def test_the_vocabulary_is_british() -> None:
    vocabulary = bank(SCENARIOS).vocabulary
    entries = [*vocabulary.claims.values(), *map(str, vocabulary.cues.values())]
    entries += map(str, vocabulary.misconceptions.values())
    assert VOCABULARY.is_file()
    assert {word for entry in entries for word in americanisms(entry)} == set()


@each_bank
def test_quotes_and_apostrophes_are_typographic(name: str) -> None:
    assert [text for text in texts(bank(name)) if re.search("[\"'`]|--", text)] == []


@each_bank
def test_plain_english_stays_plain(name: str) -> None:
    ease, grade = reading_level(texts(bank(name)))
    assert ease >= 50
    assert grade <= 10


def test_the_meter_knows_american_words() -> None:
    assert americanisms("The color of the license “organized by color” was analyzed; a program.") == {
        "color",
        "analyzed",
    }


def test_the_meter_knows_hard_sentences() -> None:
    easy = reading_level(["The cat sat on the mat. It was a small cat."])
    hard = reading_level(["Organisational transformation necessitates multidisciplinary interdependency."])
    assert easy[0] > 90
    assert hard[0] < 30
