"""Texts of the other reading direction inside sentences, and letters that are stored in two ways."""

import unicodedata

import pytest

from quizapp.domain.directions import alike, isolated

OTHER_WAY = ["العربية", "עברית", "Cloud עברית", "\u202eabc", "abc\u2067", "٣"]
OUR_WAY = ["", "Cloud", "ΨΩ жи", "日本語", "naïve – “so”", "😀", "हिन्दी", "1 + 2"]


@pytest.mark.parametrize("text", OTHER_WAY)
def test_what_runs_the_other_way_is_isolated(text: str) -> None:
    assert isolated(text) == f"\u2068{text}\u2069"


@pytest.mark.parametrize("text", OUR_WAY)
def test_what_runs_our_way_is_copied_as_it_was_written(text: str) -> None:
    assert isolated(text) == text


@pytest.mark.parametrize("text", ["Prüfung", "tiếng Việt", "ÉTÉ", "각", "Ω"])
def test_composed_and_decomposed_are_alike(text: str) -> None:
    assert alike(unicodedata.normalize("NFD", text)) == alike(unicodedata.normalize("NFC", text))
    assert alike(text.upper()) == alike(text.lower())
