"""What a person has set is there again next time, and nonsense counts as not set."""

import os
import string
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QDate, QSettings

from quizapp.ui.preferences import (
    EXAMS,
    MOST_RECENT,
    PROFILES,
    SCALES,
    THEME_NAMES,
    Preferences,
)

SECTIONS = {
    "look": ("theme", "text_size", "reduced_motion"),
    "window": ("geometry",),
    "exam": ("name", "date"),
    "practice": ("reason_step", "profile"),
    "banks": ("open", "recent"),
}
KEYS = [(section, key) for section, keys in SECTIONS.items() for key in keys]
NUMBERED = [Path(f"/banks/{number}.yaml") for number in range(10)]


def again(preferences: Preferences, folder: Path) -> Preferences:
    """The preferences as the next start reads them."""
    preferences.save()
    return Preferences(folder)


def test_at_first_nothing_is_set_and_nothing_is_written(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path)
    assert (preferences.theme, preferences.scale, preferences.bank) == ("system", 1.0, None)
    assert preferences.geometry.isEmpty()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("theme", THEME_NAMES),
        ("scale", SCALES),
        ("reduced_motion", (True, False)),
        ("exam", EXAMS),
        ("exam_date", (QDate(2027, 2, 28), None)),
        ("reason_step", (False, True)),
        ("profile", PROFILES),
    ],
)
def test_what_is_set_is_remembered(tmp_path: Path, name: str, values: tuple[object, ...]) -> None:
    for value in (*values, values[0]):
        setattr(Preferences(tmp_path), name, value)
        assert getattr(Preferences(tmp_path), name) == value


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


def test_banks_are_recent_once_and_the_newest_first(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path)
    for path in (*NUMBERED, NUMBERED[5]):
        preferences.remember_bank(path)
    preferences.forget_bank(NUMBERED[8])
    left = [NUMBERED[position] for position in (5, 9, 7, 6, 4, 3, 2)]
    assert list(again(preferences, tmp_path).recent_banks) == left
    assert len(left) == MOST_RECENT - 1


def everything(folder: Path) -> list[object]:
    """All that is set, as a start reads it."""
    read = Preferences(folder)
    return [getattr(read, name) for name, kind in vars(Preferences).items() if isinstance(kind, property)]


RUBBISH = st.one_of(
    st.binary(max_size=200),
    st.lists(
        st.tuples(st.sampled_from(KEYS), st.text(string.printable, max_size=40) | st.text(max_size=9)),
        max_size=12,
    ).map(lambda lines: "".join(f"[{key[0]}]\n{key[1]}={text}\n" for key, text in lines).encode()),
    st.sampled_from(['"', "[" * 5000, '["a\\u0000b", "\\ud800", 7, ""]', "{}", "NaN", '"one"']).map(
        lambda text: f"[banks]\nopen={text}\nrecent={text}\n".encode()
    ),
)


@given(RUBBISH)
def test_no_file_whatever_stands_in_it_keeps_the_program_from_starting(rubbish: bytes) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "preferences.ini").write_bytes(rubbish)
        read = Preferences(folder)
        assert (read.theme in THEME_NAMES, read.scale in SCALES, read.exam in EXAMS) == (True, True, True)
        assert read.profile in PROFILES
        assert all(path.exists() in {True, False} for path in (*read.recent_banks, read.bank or folder))
        everything(folder)


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


class Trap:
    """What a stranger could pickle into a settings file of Qt: reading it back makes a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return os.mkdir, (str(self._folder),)


def test_a_file_that_holds_a_pickled_object_runs_nothing(tmp_path: Path) -> None:
    file = QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat)
    file.setValue("window/geometry", Trap(tmp_path / "sprung"))
    file.sync()
    assert "mkdir" in (tmp_path / "preferences.ini").read_text(encoding="latin-1")
    everything(tmp_path)
    assert not (tmp_path / "sprung").exists()


def a_file(position: Path) -> None:
    position.touch()


def a_full_name(position: Path) -> None:
    (position / "preferences.ini").mkdir(parents=True)


@pytest.mark.parametrize("hinder", [a_file, a_full_name])
def test_what_cannot_be_written_holds_all_the_same_and_is_said(
    tmp_path: Path, hinder: Callable[[Path], None]
) -> None:
    hinder(tmp_path / "data")
    preferences = Preferences(tmp_path / "data")
    preferences.theme = "dark"
    assert (preferences.save(), preferences.theme) == (False, "dark")


def test_what_could_not_be_written_is_written_once_it_can_be(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "data")
    preferences.theme = "dark"
    (tmp_path / "data").mkdir()
    assert preferences.save()
    assert Preferences(tmp_path / "data").theme == "dark"
