"""What a person has set is there again next time, and nonsense counts as not set."""

import json
import os
from collections.abc import Callable
from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, QSettings

from quizapp.quiz import Profile
from quizapp.ui.goals import change_goal, goals_of
from quizapp.ui.preferences import (
    EXAMS,
    GOAL_KINDS,
    MOST_A_DAY,
    MOST_PAST_GOALS,
    MOST_PLANNED,
    MOST_RECENT,
    SCALES,
    THEME_NAMES,
    KeptGoal,
    Preferences,
    PreferencesFile,
)
from quizapp.ui.style.theme import THEMES

KEYS = [each.name for each in fields(Preferences)]
NUMBERED = [Path(f"/banks/{number}.yaml") for number in range(10)]


def again(preferences: PreferencesFile, folder: Path) -> Preferences:
    """The preferences as the next start reads them."""
    preferences.save()
    return PreferencesFile(folder).now


def test_at_first_nothing_is_set_and_nothing_is_written(tmp_path: Path) -> None:
    assert PreferencesFile(tmp_path).now == Preferences()
    assert list(tmp_path.iterdir()) == []


def test_there_are_colours_for_every_theme_but_the_systems() -> None:
    assert list(THEMES) == list(THEME_NAMES[1:])


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("theme", THEME_NAMES),
        ("scale", SCALES),
        ("reduced_motion", (True, False)),
        ("exam", EXAMS),
        ("exam_date", (QDate(2027, 2, 28), None)),
        ("reason_step", (False, True)),
        ("certainty", (True, False)),
        ("new_a_day", (5, None)),
        ("goal_kind", GOAL_KINDS),
        ("goal", (1, MOST_A_DAY)),
        ("days_off", ((5, 6), tuple(range(7)), ())),
        ("planned_off", ((date(2026, 12, 24), date(2028, 2, 29)), ())),
        ("past_goals", ((KeptGoal(date(2026, 11, 28), "minutes", 20, (5, 6)),), ())),
        ("profile", tuple(Profile)),
    ],
)
def test_what_is_set_is_remembered(tmp_path: Path, name: str, values: tuple[object, ...]) -> None:
    for value in (*values, values[0]):
        PreferencesFile(tmp_path).change(**{name: value})
        assert getattr(PreferencesFile(tmp_path).now, name) == value


@pytest.mark.parametrize(
    "name", ["bank.yaml", "a, b; c=d.yaml", "Prüfung №1 %20.yaml", "@Invalid().yaml", "a\\b.yaml"]
)
def test_the_bank_is_remembered_whatever_its_name(tmp_path: Path, name: str) -> None:
    preferences = PreferencesFile(tmp_path)
    preferences.change(bank=Path("/banks", name))
    assert again(preferences, tmp_path).bank == Path("/banks", name)
    preferences.change(bank=None)
    assert again(preferences, tmp_path).bank is None


def test_the_windows_place_is_remembered(tmp_path: Path) -> None:
    preferences = PreferencesFile(tmp_path)
    preferences.change(geometry=bytes(range(256)))
    assert again(preferences, tmp_path).geometry == bytes(range(256))


def test_banks_are_recent_once_and_the_newest_first(tmp_path: Path) -> None:
    preferences = PreferencesFile(tmp_path)
    for path in (*NUMBERED, NUMBERED[5]):
        preferences.remember_bank(path)
    preferences.forget_bank(NUMBERED[8])
    left = [NUMBERED[position] for position in (5, 9, 7, 6, 4, 3, 2)]
    assert list(again(preferences, tmp_path).recent_banks) == left
    assert len(left) == MOST_RECENT - 1


ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
LIKELY = st.sampled_from(
    [
        "light",
        "v5",
        "guest",
        "2027-02-28",
        "ff00",
        "/a",
        2,
        2.0,
        1e400,
        True,
        -1,
        None,
        [0, 6, 7, True],
        ["2027-02-28"],
        [["2027-02-28", "minutes", 20, [5]], ["2027-02-28", "", 10, []], ["2026-02-28", "", 0, []], "abcd"],
    ]
)
RUBBISH = st.one_of(
    st.binary(max_size=200),
    ODD.map(lambda told: json.dumps(told).encode()),
    st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), ODD | LIKELY, max_size=12).map(
        lambda told: json.dumps(told).encode()
    ),
    st.sampled_from(
        [
            b"[" * 5000,
            b'{"bank": "a\\u0000b", "recent_banks": ["a\\u0000b", "\\ud800", 7, "", null, ["/x"]]}',
            b'{"scale": ' + b"9" * 5000 + b"}",
            b'{"scale": true, "theme": {}, "theme": "dark", "exam_date": "2027-02-30"}',
            b"NaN",
            b'"one"',
        ]
    ),
)


@given(RUBBISH)
def test_no_file_whatever_stands_in_it_keeps_the_program_from_starting(rubbish: bytes) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "preferences.json").write_bytes(rubbish)
        file = PreferencesFile(folder)
        read = file.now
        assert (read.theme in THEME_NAMES, read.exam in EXAMS, read.profile in Profile) == (True, True, True)
        assert (type(read.scale), read.scale in SCALES, type(read.geometry)) == (float, True, bytes)
        assert {type(read.reduced_motion), type(read.reason_step)} == {bool}
        assert read.exam_date is None or read.exam_date.isValid()
        assert all(path.exists() in {True, False} for path in (*read.recent_banks, read.bank or folder))
        assert len(read.recent_banks) <= MOST_RECENT
        assert (read.goal_kind in GOAL_KINDS, 1 <= read.goal <= MOST_A_DAY) == (True, True)
        assert read.new_a_day is None or 1 <= read.new_a_day <= MOST_A_DAY
        assert read.days_off == tuple(sorted(set(read.days_off) & set(range(7))))
        assert {type(day) for day in read.planned_off} <= {date}
        assert goals_of(read).on(date(2027, 1, 1)).kind in GOAL_KINDS
        file.change(reduced_motion=not read.reduced_motion)
        assert PreferencesFile(folder).now == file.now


@pytest.mark.parametrize(
    "text",
    [
        '{"theme": "pink", "scale": 17}',
        '{"goal_kind": "hours", "goal": 0, "days_off": 5, "planned_off": "2026-12-24", "new_a_day": 501}',
        '{"goal_kind": 7, "goal": true, "days_off": {"5": 1}, "planned_off": [7, "soon"], "new_a_day": 2.5}',
        '{"theme": "light, dark", "scale": "", "geometry": "wide", "bank": 7}',
        '{"theme": ["dark"], "scale": 1.3, "geometry": {"@Variant": 0}, "unknown": true}',
        '["theme", "dark"]',
        "not JSON at all \0\xff",
    ],
)
def test_nonsense_counts_as_not_set(tmp_path: Path, text: str) -> None:
    (tmp_path / "preferences.json").write_text(text, encoding="latin-1")
    assert PreferencesFile(tmp_path).now == Preferences()


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "preferences.json").write_text('{"theme": "dark"}', encoding="utf-8-sig")
    assert PreferencesFile(tmp_path).now.theme == "dark"


def test_one_odd_value_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    told = '{"theme": "pink", "exam": "v5", "recent_banks": ["/a", 7, "/a", "/b"], "exam_date": "soon"}'
    (tmp_path / "preferences.json").write_text(told, encoding="utf-8")
    assert PreferencesFile(tmp_path).now == Preferences(exam="v5", recent_banks=(Path("/a"), Path("/b")))


def test_of_days_the_sound_ones_are_kept_each_once_and_in_order(tmp_path: Path) -> None:
    told = (
        '{"days_off": [6, 5, 5, 7, -1, "0", true, null], "planned_off": ["2026-12-25", 7, "2026-12-24", "x"]}'
    )
    (tmp_path / "preferences.json").write_text(told, encoding="utf-8")
    days = date(2026, 12, 24), date(2026, 12, 25)
    assert PreferencesFile(tmp_path).now == Preferences(days_off=(5, 6), planned_off=days)


def test_of_past_goals_the_sound_ones_are_kept_in_order_and_one_for_a_day(tmp_path: Path) -> None:
    told = (
        '{"past_goals": [["2026-12-25", "minutes", 20, [6, 9, 5]], ["2026-12-24", "", 10, []], 7, null,'
        '"abcd", ["2026-12-24", "minutes", 5, []], ["2026-12-26", "hours", 5, []],'
        '["2026-12-27", "minutes", 0, []], ["soon", "minutes", 5, []], ["2026-12-28", "minutes", 5],'
        '{"a": 1, "b": 2, "c": 3, "d": 4}]}'
    )
    (tmp_path / "preferences.json").write_text(told, encoding="utf-8")
    kept = KeptGoal(date(2026, 12, 24), "", 10, ()), KeptGoal(date(2026, 12, 25), "minutes", 20, (5, 6))
    assert PreferencesFile(tmp_path).now == Preferences(past_goals=kept)


def test_of_very_many_past_goals_the_last_are_kept(tmp_path: Path) -> None:
    days = [date(2026, 1, 1) + timedelta(days=each) for each in range(MOST_PAST_GOALS + 5)]
    preferences = PreferencesFile(tmp_path)
    for count, day in enumerate(days):
        change_goal(preferences, day, goal_kind="questions", goal=count + 1)
    kept = PreferencesFile(tmp_path).now
    assert kept.past_goals == preferences.now.past_goals
    assert [each.until for each in kept.past_goals] == days[5:]
    assert (kept.goal, kept.past_goals[-1].amount) == (MOST_PAST_GOALS + 5, MOST_PAST_GOALS + 4)


def test_of_very_many_planned_days_the_last_are_kept(tmp_path: Path) -> None:
    days = tuple(date(2026, 1, 1) + timedelta(days=each) for each in range(MOST_PLANNED + 5))
    PreferencesFile(tmp_path).change(planned_off=days)
    assert PreferencesFile(tmp_path).now.planned_off == days[5:]


def test_a_file_that_is_damaged_as_a_whole_is_kept_aside(tmp_path: Path) -> None:
    (tmp_path / "preferences.json").write_text('{"theme": "da', encoding="utf-8")
    file = PreferencesFile(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["preferences.json"]
    file.change(theme="light")
    file.change(theme="dark")
    assert (tmp_path / "preferences-damaged.json").read_text(encoding="utf-8") == '{"theme": "da'
    assert PreferencesFile(tmp_path).now.theme == "dark"


class Trap:
    """What a stranger could pickle into a settings file of Qt: reading it back makes a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return os.mkdir, (str(self._folder),)


def test_a_file_that_holds_a_pickled_object_runs_nothing(tmp_path: Path) -> None:
    file = QSettings(str(tmp_path / "preferences.json"), QSettings.Format.IniFormat)
    file.setValue("geometry", Trap(tmp_path / "sprung"))
    file.sync()
    assert "mkdir" in (tmp_path / "preferences.json").read_text(encoding="latin-1")
    (tmp_path / "preferences.ini").write_bytes((tmp_path / "preferences.json").read_bytes())
    PreferencesFile(tmp_path).change(theme="dark")
    assert not (tmp_path / "sprung").exists()


def a_file(position: Path) -> None:
    position.touch()


def a_full_name(position: Path) -> None:
    (position / "preferences.json").mkdir(parents=True)


@pytest.mark.parametrize("hinder", [a_file, a_full_name])
def test_what_cannot_be_written_holds_all_the_same_and_is_said(
    tmp_path: Path, hinder: Callable[[Path], None]
) -> None:
    hinder(tmp_path / "data")
    preferences = PreferencesFile(tmp_path / "data")
    preferences.change(theme="dark")
    assert (preferences.save(), preferences.now.theme) == (False, "dark")


def test_what_could_not_be_written_is_written_once_it_can_be(tmp_path: Path) -> None:
    preferences = PreferencesFile(tmp_path / "data")
    preferences.change(theme="dark")
    (tmp_path / "data").mkdir()
    assert preferences.save()
    assert PreferencesFile(tmp_path / "data").now.theme == "dark"
