"""What a person has set is there again next time, and nonsense counts as not set."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from quizapp.ui.preferences import SCALES, THEME_NAMES, Preferences


def again(preferences: Preferences, folder: Path) -> Preferences:
    """The preferences as the next start reads them."""
    preferences.save()
    return Preferences(folder)


def test_at_first_nothing_is_set_and_nothing_is_written(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path)
    assert (preferences.theme, preferences.scale, preferences.bank) == ("system", 1.0, None)
    assert preferences.geometry.isEmpty()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_the_theme_is_remembered(tmp_path: Path, theme: str) -> None:
    preferences = Preferences(tmp_path)
    preferences.theme = theme
    assert again(preferences, tmp_path).theme == theme


@pytest.mark.parametrize("scale", SCALES)
def test_the_text_size_is_remembered(tmp_path: Path, scale: float) -> None:
    preferences = Preferences(tmp_path)
    preferences.scale = scale
    assert again(preferences, tmp_path).scale == scale


@pytest.mark.parametrize(
    "name", ["bank.yaml", "a, b; c=d.yaml", "Prüfung №1 %20.yaml", "@Invalid().yaml", "a\\b.yaml"]
)
def test_the_bank_is_remembered_whatever_its_name(tmp_path: Path, name: str) -> None:
    preferences = Preferences(tmp_path)
    preferences.bank = Path("/banks", name)
    assert again(preferences, tmp_path).bank == Path("/banks", name)
    preferences.bank = None
    assert again(preferences, tmp_path).bank is None


def test_the_windows_place_is_remembered(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path)
    preferences.geometry = QByteArray(bytes(range(256)))
    assert again(preferences, tmp_path).geometry.data() == bytes(range(256))


@pytest.mark.parametrize(
    "text",
    [
        "[look]\ntheme=pink\ntext_size=17\n",
        "[look]\ntheme=light, dark\ntext_size=\n[window]\ngeometry=wide\n",
        "[look]\ntheme=@Invalid()\ntext_size=1.3\n[window]\ngeometry=@Variant(\\0\\0)\n",
        "not an INI file at all \0\xff",
    ],
)
def test_nonsense_counts_as_not_set(tmp_path: Path, text: str) -> None:
    (tmp_path / "preferences.ini").write_text(text, encoding="latin-1")
    preferences = Preferences(tmp_path)
    assert (preferences.theme, preferences.scale, preferences.bank) == ("system", 1.0, None)
    assert preferences.geometry.isEmpty()


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    preferences = Preferences(tmp_path / "file")
    preferences.theme = "dark"
    preferences.save()
    assert preferences.theme == "dark"
