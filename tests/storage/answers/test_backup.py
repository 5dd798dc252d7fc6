"""The copy of the day, and which copies are kept."""

import os
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.storage.answers.backup import BackupFile, folder_of, newest_first, next_name, superfluous
from quizapp.storage.answers.errors import (
    BackupForbiddenError,
    DamagedStoreError,
    NoBackupError,
    StoreError,
    StoreGoneError,
)
from quizapp.storage.answers.store import AttemptStore
from tests.storage.attempts import NOON, answer, start

DAY = timedelta(days=1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "attempts.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[AttemptStore]:
    with closing(AttemptStore(path)) as opened:
        opened.begin(start())
        yield opened


def names(path: Path) -> list[str]:
    return sorted(entry.name for entry in folder_of(path).iterdir())


def test_there_is_one_copy_a_day_and_it_holds_all(path: Path, store: AttemptStore) -> None:
    store.append(answer())
    copy = store.back_up_if_due(NOON)
    assert copy is not None
    assert copy.name == "attempts-0001-20261122T120000Z-v7.sqlite"
    with closing(AttemptStore(copy)) as other:
        assert other.unfinished() == store.unfinished()
    store.append(answer(1))
    assert store.back_up_if_due(NOON + timedelta(hours=11)) is None
    assert names(path) == [copy.name]


def test_nothing_new_needs_no_copy(path: Path, store: AttemptStore) -> None:
    for day in range(3):
        store.back_up_if_due(NOON + day * DAY)
    assert len(names(path)) == 1
    store.set_flag("bank", "q1", NOON, flagged=True)
    assert store.back_up_if_due(NOON + 3 * DAY)
    assert store.newest_backup() == (NOON + 3 * DAY).replace(microsecond=0)


def test_before_the_first_copy_there_is_no_newest(store: AttemptStore) -> None:
    assert store.newest_backup() is None


def test_a_copy_that_went_bad_is_replaced_by_a_new_one(path: Path, store: AttemptStore) -> None:
    first = store.back_up_if_due(NOON)
    assert first is not None
    os.truncate(first, 5000)
    assert store.back_up_if_due(NOON + DAY)
    assert len(names(path)) == 2


def test_what_else_lies_among_the_copies_stays_there(path: Path, store: AttemptStore) -> None:
    folder_of(path).mkdir()
    odd = [
        "attempts-0001-20261122T999999Z-v2.sqlite",
        "attempts.sqlite",
        "mine.txt",
        "other-0001-x-v2.sqlite",
    ]
    for name in odd:
        (folder_of(path) / name).write_text("mine")
    (folder_of(path) / "attempts-x-0007-20261122T120000Z-v2.sqlite").write_text("of another file")
    assert newest_first(path) == []
    store.back_up_if_due(NOON)
    assert len(names(path)) == 6


def test_drafts_of_a_killed_program_go_after_a_while(path: Path, store: AttemptStore) -> None:
    folder_of(path).mkdir()
    for name, hours in ((".new-old", 2), (".new-now", 0)):
        draft = folder_of(path) / name
        draft.mkdir()
        (draft / "attempts.sqlite").write_text("half")
        then = draft.stat().st_mtime - 3600 * hours
        os.utime(draft, (then, then))
    store.back_up_if_due(NOON)
    assert [name for name in names(path) if name.startswith(".")] == [".new-now"]


def test_a_damaged_file_is_not_copied_over_good_ones(path: Path, store: AttemptStore) -> None:
    store.back_up_if_due(NOON)
    with closing(AttemptStore(path)) as again, path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\x55" * 4096)
        file.flush()
        with pytest.raises(DamagedStoreError):
            again.back_up_if_due(NOON + DAY)
    assert len(names(path)) == 1


def test_a_file_that_is_gone_is_told_and_not_copied_elsewhere(path: Path, store: AttemptStore) -> None:
    path.unlink()
    with pytest.raises(StoreGoneError):
        store.back_up_if_due(NOON)
    assert not folder_of(path).exists()


def block(path: Path) -> None:
    folder_of(path).write_text("a file where the folder should be")


def forbid(path: Path) -> None:
    folder_of(path).mkdir(mode=0o500)


@pytest.mark.parametrize(
    ("trouble", "error", "words"),
    [
        (
            forbid,
            BackupForbiddenError,
            "backups cannot be written to. The answers themselves are kept",
        ),
        (block, NoBackupError, "No copy of your answers could be put into"),
    ],
)
def test_a_copy_that_cannot_be_made_harms_nothing(
    folder_of_nobody: Path, trouble: object, error: type[StoreError], words: str
) -> None:
    assert callable(trouble)
    path = folder_of_nobody / "attempts.sqlite"
    with closing(AttemptStore(path)) as store:
        store.begin(start())
        trouble(path)
        with pytest.raises(NoBackupError, match=words) as caught:
            store.back_up_if_due(NOON)
        assert type(caught.value) is error
        store.append(answer())
        assert store.last_at() == NOON


# -- which are kept ----------------------------------------------------------------------------


def copy(number: int, at: datetime, version: int = 2) -> BackupFile:
    return BackupFile(Path(f"{number:04}"), number, at, version)


def live_through(days: list[datetime]) -> list[BackupFile]:
    """What is there after a copy on each of some days, thinned out each time; the one made last first."""
    copies: list[BackupFile] = []
    for number, at in enumerate(days):
        copies.insert(0, copy(number, at))
        for gone in superfluous(copies, 2):
            copies.remove(gone)
    return copies


def test_two_years_leave_a_week_of_days_two_months_of_weeks_and_a_year_of_months() -> None:
    copies = live_through([NOON + day * DAY for day in range(730)])
    last = copies[0].at
    assert [last - each.at for each in copies[:7]] == [day * DAY for day in range(7)]
    weeks = [each.at.isocalendar()[:2] for each in copies]
    assert len(dict.fromkeys(weeks)) >= 8
    months = dict.fromkeys((each.at.year, each.at.month) for each in copies)
    assert len(months) == 12
    assert len(copies) <= 7 + 8 + 12


@given(st.lists(st.datetimes(datetime(1970, 1, 1), datetime(2199, 1, 1)), max_size=40))  # noqa: DTZ001
def test_whatever_the_clock_says_the_five_made_last_are_kept(days: list[datetime]) -> None:
    copies = live_through([day.replace(tzinfo=UTC) for day in days])
    last = [len(days) - 1 - number for number in range(min(5, len(days)))]
    assert [each.number for each in copies[:5]] == last


@pytest.mark.parametrize("year", [1970, 2099])
def test_a_clock_that_jumped_for_a_day_takes_no_good_copy_away(year: int) -> None:
    usual = [NOON + day * DAY for day in range(300)]
    before = live_through(usual)
    after = live_through([*usual, NOON.replace(year=year)])
    lost = {each.at for each in before} - {each.at for each in after}
    assert len(lost) <= 3  # one each of the days, weeks and months had to make room
    assert before[0] in after


def test_copies_from_before_an_update_outlast_the_others() -> None:
    old = [copy(number, NOON - 900 * DAY, version=1) for number in range(4)]
    copies = [copy(number + 10, NOON + number * DAY) for number in range(400)]
    everything = [*reversed(copies), *reversed(old)]
    gone = superfluous(everything, 2)
    assert [each.number for each in old if each not in gone] == [1, 2, 3]


def test_what_is_superfluous_is_deleted(path: Path, store: AttemptStore) -> None:
    days = [NOON + day * DAY for day in range(12)]
    for day in days:
        store.set_flag("bank", "q1", NOON, flagged=True)
        store.back_up_if_due(day)
    kept = [each.number + 1 for each in live_through(days)]
    assert [each.number for each in newest_first(path)] == kept
    assert len(kept) < 12


def test_copies_are_counted_on_whatever_was_deleted(path: Path, store: AttemptStore) -> None:
    for day in range(3):
        store.set_flag("bank", f"q{day}", NOON, flagged=True)
        store.back_up_if_due(NOON + day * DAY)
    newest_first(path)[1].path.unlink()
    assert next_name(path, NOON, 2).name.startswith("attempts-0004-")
