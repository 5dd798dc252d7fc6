"""Names of voters: in one place, for a time, and then nowhere."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.storage.answers.errors import StoreError
from quizapp.storage.answers.store import AttemptStore
from quizapp.storage.rounds.names import KEPT_FOR, RoundNames
from tests.storage.attempts import NOON
from tests.storage.rounds.round_script import BANK, PLAN, SCRIPT

CANARY = "Zyxwvutsrq"
NAMES = {"t1": CANARY, "t2": "The Göteborg “team” 😀\ud800"}


@pytest.fixture
def names(tmp_path: Path) -> RoundNames:
    return RoundNames(tmp_path / "rounds")


def files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def holding(folder: Path, text: str) -> list[str]:
    return sorted(path.name for path in files(folder) if text.encode() in path.read_bytes())


def test_names_are_given_back_as_they_were_kept(names: RoundNames) -> None:
    names.keep("r", {"t1": "Earlier"}, NOON)
    names.keep("r", NAMES, NOON + KEPT_FOR)
    assert (names.load("r"), names.kept_until("r")) == (NAMES, NOON + KEPT_FOR)
    assert (names.load("q"), names.kept_until("q")) == ({}, None)


def test_nobody_else_may_look_at_them(tmp_path: Path, names: RoundNames) -> None:
    names.keep("r", NAMES, NOON)
    assert (tmp_path / "rounds").stat().st_mode & 0o077 == 0
    assert [path.name for path in files(tmp_path)] == ["r.names.json"]


def test_no_names_leave_no_file(tmp_path: Path, names: RoundNames) -> None:
    names.keep("r", NAMES, NOON)
    names.keep("r", {}, NOON)
    assert list(files(tmp_path)) == []


def test_names_stand_in_one_file_and_after_deleting_in_none(tmp_path: Path, names: RoundNames) -> None:
    with closing(AttemptStore(tmp_path / "attempts.sqlite")) as store:
        store.rounds.begin("r", PLAN, BANK, NOON)
        names.keep("r", NAMES, NOON)
        store.rounds.append("r", 0, SCRIPT, NOON)
        store.back_up_if_due(NOON)
    assert holding(tmp_path, "SQLite format 3")
    assert holding(tmp_path, CANARY) == ["r.names.json"]
    names.forget("r")
    assert holding(tmp_path, CANARY) == []


def test_a_draft_that_a_killed_program_left_is_deleted_too(tmp_path: Path, names: RoundNames) -> None:
    names.keep("r", NAMES, NOON)
    (tmp_path / "rounds" / "r.names.new").write_text(CANARY)
    names.forget("r")
    names.forget("r")
    assert list(files(tmp_path)) == []


def test_names_are_kept_for_their_time_and_no_longer(tmp_path: Path, names: RoundNames) -> None:
    for name, days in (("old", 29), ("due", 30), ("new", 31)):
        names.keep(name, NAMES, NOON + timedelta(days=days))
    (tmp_path / "rounds" / "notes.txt").write_text("mine")
    names.forget_older(NOON + KEPT_FOR)
    assert sorted(path.name for path in files(tmp_path)) == ["new.names.json", "notes.txt"]
    names.keep_until("new", NOON)
    names.keep_until("never", NOON)
    names.forget_older(NOON)
    assert [path.name for path in files(tmp_path)] == ["notes.txt"]


def test_where_no_names_were_ever_kept_none_are_old(tmp_path: Path, names: RoundNames) -> None:
    names.forget_older(NOON)
    assert list(tmp_path.iterdir()) == []


ODD = [
    *(b"", b"[]", b"{}", b"\xff\xfe", b"[" * 100_000, b'{"names": [], "kept_until": 7}'),
    b'{"names": {"t1": 7}, "kept_until": "noon"}',
]


@pytest.mark.parametrize("content", ODD, ids=range(len(ODD)))
def test_a_damaged_file_gives_no_names_and_goes_in_its_time(
    tmp_path: Path, names: RoundNames, content: bytes
) -> None:
    names.keep("r", NAMES, NOON)
    path = tmp_path / "rounds" / "r.names.json"
    path.write_bytes(content)
    written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    assert (names.load("r"), names.kept_until("r")) == ({}, written + KEPT_FOR)
    names.forget_older(written + KEPT_FOR - timedelta(seconds=1))
    assert path.exists()
    names.forget_older(written + KEPT_FOR)
    assert not path.exists()


def test_names_that_could_not_be_kept_leave_the_earlier_ones(
    tmp_path: Path, names: RoundNames, monkeypatch: pytest.MonkeyPatch
) -> None:
    names.keep("r", {"t1": "Earlier"}, NOON)

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(StoreError, match="disk is full"):
        names.keep("r", NAMES, NOON)
    assert names.load("r") == {"t1": "Earlier"}
    assert holding(tmp_path, CANARY) == []


def test_names_that_cannot_be_deleted_are_told_and_the_others_go(folder_of_nobody: Path) -> None:
    names = RoundNames(folder_of_nobody / "rounds")
    for name in ("a", "b", "c"):
        names.keep(name, NAMES, NOON)
    (folder_of_nobody / "rounds" / "b.names.json").unlink()
    (folder_of_nobody / "rounds" / "b.names.json").mkdir()
    with pytest.raises(StoreError, match=r"b\.names\.json"):
        names.forget_older(datetime.now(UTC) + 2 * KEPT_FOR)
    assert [path.name for path in (folder_of_nobody / "rounds").iterdir()] == ["b.names.json"]
    (folder_of_nobody / "rounds").chmod(0o500)
    with pytest.raises(StoreError):
        names.forget("b")
    (folder_of_nobody / "rounds").chmod(0o700)


@pytest.mark.parametrize("name", ["../r", "", "a/b", "r.names", "r\n"])
def test_an_odd_id_leads_to_no_file(tmp_path: Path, names: RoundNames, name: str) -> None:
    with pytest.raises(ValueError, match="is no round"):
        names.keep(name, NAMES, NOON)
    assert list(tmp_path.iterdir()) == []


def test_the_file_can_be_read_by_its_owner(tmp_path: Path, names: RoundNames) -> None:
    names.keep("r", {"t1": "Reds"}, NOON)
    told = json.loads((tmp_path / "rounds" / "r.names.json").read_text("utf-8"))
    until = "2026-11-22T12:00:00.123456+00:00"
    assert told == {"names": {"t1": "Reds"}, "kept_until": until, "running": False}
