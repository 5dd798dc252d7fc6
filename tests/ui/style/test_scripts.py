"""Letters that no installed font has: which script they are of, and which font is named."""

import pytest

from quizapp.ui.style import scripts
from quizapp.ui.style.scripts import missing_scripts, script_of
from quizapp.ui.wording import FontWords
from tests.domain.examples import bank, verdict

NAMES = {
    "文": ("Chinese", "Noto Sans CJK", "fonts-noto-cjk"),
    "の": ("Japanese", "Noto Sans CJK", "fonts-noto-cjk"),
    "ク": ("Japanese", "Noto Sans CJK", "fonts-noto-cjk"),
    "한": ("Korean", "Noto Sans CJK", "fonts-noto-cjk"),
    "ع": ("Arabic", "Noto Sans Arabic", "fonts-noto-core"),
    "ह": ("Devanagari", "Noto Sans Devanagari", "fonts-noto-core"),
    "३": ("Devanagari", "Noto Sans Devanagari", "fonts-noto-core"),
    "ไ": ("Thai", "Noto Sans Thai", "fonts-noto-core"),
    "😀": ("Emoji", "Noto Color Emoji", "fonts-noto-color-emoji"),
    "\U0001d504": ("Signs", "Noto Sans Symbols 2", "fonts-noto-core"),
    "⏣": ("Signs", "Noto Sans Symbols 2", "fonts-noto-core"),
}


@pytest.fixture
def no_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer with fonts for Latin, Greek and Cyrillic letters alone."""
    monkeypatch.setattr(scripts, "_can_show", lambda letter: letter < "\u0530")


@pytest.mark.parametrize("letter", NAMES)
def test_a_letter_is_of_a_script_that_a_font_shows(letter: str) -> None:
    script = script_of(letter)
    assert (script.name, script.font, script.package) == NAMES[letter]


@pytest.mark.usefixtures("no_fonts")
def test_all_texts_of_a_value_are_looked_at() -> None:
    assert missing_scripts("plain, ΨΩ, жи") == []
    found = missing_scripts(("a", {"b": ["文"]}, verdict(name="ไ")))
    assert [each.name for each in found] == ["Chinese", "Thai"]


@pytest.mark.usefixtures("no_fonts")
def test_marks_and_joiners_alone_say_nothing() -> None:
    assert missing_scripts("e\u0301 \u200d \ufe0f \u2068\u2069 \u00a0") == []


@pytest.mark.usefixtures("appearance")
def test_what_the_typeface_has_is_not_missing() -> None:
    assert missing_scripts(bank(verdict())) == []
    assert missing_scripts("Được ελληνικά кириллица – “so” €") == []


@pytest.mark.usefixtures("appearance")
def test_letters_of_no_language_are_missing_everywhere() -> None:
    (found,) = missing_scripts("\U000122ff")  # of cuneiform's end; no font in use has them
    assert found.name == "Cuneiform"


@pytest.mark.usefixtures("no_fonts")
def test_the_sentence_names_scripts_fonts_and_packages() -> None:
    words = FontWords()
    assert words.missing("plain") == ""
    said = words.missing("文 の 😀")
    assert "the letters of Chinese, emoji and Japanese" in said.replace("Emoji", "emoji")
    assert "Noto Sans CJK and Noto Color Emoji" in said
    assert "fonts-noto-cjk, fonts-noto-color-emoji" in said


@pytest.mark.usefixtures("no_fonts")
def test_what_was_said_of_a_bank_is_kept_until_it_is_another_one(monkeypatch: pytest.MonkeyPatch) -> None:
    words, first = FontWords(), bank(verdict(name="ह"))
    said = words.bank(first)
    assert "Devanagari" in said
    monkeypatch.setattr(scripts, "_can_show", lambda _: True)
    assert words.bank(first) == said
    assert words.bank(bank(verdict(name="ह"))) == ""
