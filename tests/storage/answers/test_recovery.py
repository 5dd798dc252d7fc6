"""Files of answers that cannot be used: moved aside whole, and a sound copy put in their place."""

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import ModuleType

import pytest

from quizapp.storage.answers import errors, whole_files
from quizapp.storage.answers.backup import folder_of
from quizapp.storage.answers.errors import BadBackupError, InTheWayError, StoreError
from quizapp.storage.answers.recovery import move_aside, newest_good, restore, usable_backups
from quizapp.storage.answers.store import AttemptStore
from quizapp.storage.answers.whole_files import beside
from tests.storage.attempts import NOON, answer, start


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with three answers, and three copies that hold one to three of them."""
    path = tmp_path / "attempts.sqlite"
    with closing(AttemptStore(path)) as store:
        store.begin(start())
        for day in range(3):
            store.append(answer(day))
            store.back_up_if_due(NOON + timedelta(days=day))
    return path


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut_off(path: Path) -> None:
    os.truncate(path, 5000)


def overwrite(path: Path) -> None:
    path.write_text("bank:\n  id: mine\n" * 99)


def bear_no_mark(path: Path) -> None:
    with path.open("rb+") as file:
        file.seek(68)
        file.write(bytes(4))


def damage(path: Path) -> None:
    with path.open("rb+") as file:
        file.seek(4096)
        file.write(b"\x55" * 20_000)


def put_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


TROUBLES = [empty, cut_off, overwrite, bear_no_mark, damage, put_folder]


@pytest.mark.parametrize("spoil", TROUBLES)
def test_the_newest_good_copy_takes_the_place_of_a_file_that_cannot_be_used(
    path: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(StoreError) as caught, closing(AttemptStore(path)) as store:
        store.check()
    assert caught.value.can_be_replaced
    backup = newest_good(path)
    assert backup is not None
    aside = move_aside(path, NOON)
    restore(backup, path)
    assert aside.name == "attempts-damaged-20261122T120000Z.sqlite"
    assert aside.is_dir() or aside.read_bytes() == before
    with closing(AttemptStore(path)) as store:
        store.check()
        assert list(store.attempts()) == [answer(0), answer(1), answer(2)]
    assert backup.path.exists()


def test_copies_are_told_from_the_newest_with_what_they_hold(path: Path) -> None:
    found = [(backup.attempts, backup.at) for backup in usable_backups(path)]
    noon = NOON.replace(microsecond=0)
    assert found == [(3 - day, noon + timedelta(days=2 - day)) for day in range(3)]


def test_copies_that_went_bad_are_passed_over(path: Path) -> None:
    *_, third, last = sorted(folder_of(path).iterdir())
    damage(last)
    assert [backup.attempts for backup in usable_backups(path)] == [2, 1]
    third.write_bytes(b"")
    assert [backup.attempts for backup in usable_backups(path)] == [1]


def test_without_a_copy_there_is_none(tmp_path: Path) -> None:
    assert newest_good(tmp_path / "attempts.sqlite") is None


def test_nothing_is_ever_moved_over_something_else(path: Path) -> None:
    names = []
    for content in (b"first", b"second", b"third"):
        path.write_bytes(content)
        beside(path, "-journal").write_bytes(b"of the " + content)
        names.append(move_aside(path, NOON, "before-fresh-start"))
    told = [(name.read_bytes(), beside(name, "-journal").read_bytes()) for name in names]
    assert told == [(each, b"of the " + each) for each in (b"first", b"second", b"third")]
    assert [name.stem[-3:] for name in names] == ["00Z", "Z-2", "Z-3"]


def test_a_newer_file_is_left_where_it_is(path: Path) -> None:
    with path.open("rb+") as file:
        file.seek(60)
        file.write((99).to_bytes(4, "big"))
    with pytest.raises(errors.NewerStoreError):
        move_aside(path, NOON)
    assert path.exists()


def test_a_file_that_is_not_there_cannot_be_moved(tmp_path: Path) -> None:
    with pytest.raises(errors.StoreUnreachableError):
        move_aside(tmp_path / "attempts.sqlite", NOON)


def test_a_copy_is_never_put_over_a_file(path: Path) -> None:
    backup, before = newest_good(path), path.read_bytes()
    assert backup is not None
    with pytest.raises(InTheWayError, match="is there already"):
        restore(backup, path)
    assert path.read_bytes() == before


def test_a_copy_that_changed_since_it_was_read_is_not_put_back(path: Path) -> None:
    backup = newest_good(path)
    assert backup is not None
    path.unlink()
    with pytest.raises(BadBackupError):
        restore(replace(backup, attempts=7), path)
    damage(backup.path)
    with pytest.raises(BadBackupError, match=r"0003.* was not put back"):
        restore(backup, path)
    assert not path.exists()


def kinds_in(*modules: ModuleType) -> list[type[StoreError]]:
    found = [each for module in modules for each in vars(module).values()]
    return [each for each in found if isinstance(each, type) and issubclass(each, StoreError)]


def test_every_trouble_has_a_sentence_of_its_own() -> None:
    kinds = set(kinds_in(errors, whole_files))
    told = {str(kind(Path("/data/attempts.sqlite"), "detail")) for kind in kinds}
    assert len(told) == len(kinds)
    assert all(each.startswith(each[0].upper()) and each.endswith(".") for each in told)


def test_no_other_file_is_offered_where_it_would_not_help() -> None:
    kinds = kinds_in(errors, whole_files)
    assert {kind for kind in kinds if kind.can_be_replaced} == {
        errors.NotADatabaseError,
        errors.ForeignStoreError,
        errors.EmptyStoreError,
        errors.DamagedStoreError,
        errors.AlteredStoreError,
        errors.StoreOverwrittenError,
    }
