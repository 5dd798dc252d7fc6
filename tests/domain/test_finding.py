"""Texts are found by words, however their letters are composed, signed or mistyped."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.finding import (
    FoldedPieces,
    by_length,
    folded_text,
    is_one_slip,
    near_words,
    words_in,
)

WORDS = st.text(alphabet="abcdäö", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Die Bäckerei in Köln", "backerei koln"),
        ("Die Bäckerei in Köln", "BÄCKEREI"),
        ("Straße", "strasse"),
        ("Gdańsk, Łódź", "gdansk lodz"),
        ("Smørrebrød in Århus", "smorrebrod arhus"),
        ("the supplier’s “cloud”", 'supplier\'s "cloud"'),
        ("pay-as-you-go – always", "- pay-as"),
        ("خدمة سحابية", "خدمه"),
        ("أحمد يدير الخادم", "احمد"),
        ("المُنتَج", "المنتج"),
        ("ﬁle ½", "file"),
        ("İstanbul", "istanbul"),
        ("10\u00a0hours", "10 hours"),
    ],
)
def test_signs_case_and_composition_do_not_matter(text: str, query: str) -> None:
    for form in ("NFC", "NFD"):
        folded = FoldedPieces().fold(unicodedata.normalize(form, text))
        assert all(word in folded for word in words_in(unicodedata.normalize(form, query)))


@given(st.text())
def test_folding_again_changes_nothing_for_the_search(text: str) -> None:
    once = FoldedPieces().fold(text)
    assert FoldedPieces().fold(once) == once


@given(st.text(alphabet="aäÄßŁ’ \u00a0x\u0308", max_size=30))
def test_a_text_is_found_by_each_of_its_words(text: str) -> None:
    folded = FoldedPieces().fold(text)
    assert all(word in folded for word in words_in(text))


def slips(word: str) -> set[str]:
    """All words that differ by one slip, by trying."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    less = {a + b[1:] for a, b in cuts if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    others = {a + letter + b[1:] for a, b in cuts if b for letter in "abcdäö"}
    more = {a + letter + b for a, b in cuts for letter in "abcdäö"}
    return (less | swapped | others | more) - {word}


@given(WORDS, WORDS)
def test_one_slip_is_a_letter_more_less_mistaken_or_two_swapped(word: str, other: str) -> None:
    assert is_one_slip(word, other) == (other in slips(word))


@given(WORDS)
def test_every_slip_is_recognised_from_both_sides(word: str) -> None:
    assert all(is_one_slip(word, other) and is_one_slip(other, word) for other in slips(word))


def test_words_that_are_near_are_looked_for_from_four_letters_on() -> None:
    known = by_length(["backup,", "(backups)", "pack", "cloud"])
    assert set(near_words("bakcup", known)) == {"backup"}
    assert set(near_words("packk", known)) == {"pack"}
    assert not set(near_words("pac", known))


def test_letters_in_other_forms_are_the_usual_ones() -> None:
    assert folded_text("Ünïcode \N{FULLWIDTH LATIN CAPITAL LETTER A}") == "unicode a"
