"""Looking the file of answers over while somebody answers: nobody waits, and nothing is missed."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.history import write_history
from quizapp.storage.answers import store as store_module
from quizapp.storage.answers.errors import DamagedStoreError
from quizapp.storage.answers.store import AttemptStore
from quizapp.storage.answers.turns import GivenWayError, Turns
from tests.storage.attempts import NOON, REFS, answer, start

MOST_WAITED = 0.05  # seconds


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "attempts.sqlite"
    write_history(made, list(REFS[:2]))
    return made


@pytest.fixture
def store(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AttemptStore]:
    monkeypatch.setattr(store_module, "_PAUSE", 0.01)
    with closing(AttemptStore(path)) as opened:
        yield opened


def apart(store: AttemptStore, heard: list[BaseException]) -> threading.Thread:
    def work() -> None:
        try:
            store.check_and_back_up_apart(NOON)
        except BaseException as error:  # noqa: BLE001 - told to the test
            heard.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    return thread


def test_answers_do_not_wait_for_the_check_and_the_copy(store: AttemptStore, path: Path) -> None:
    session = start("now", tuple(REFS[0] for _ in range(40)))
    heard: list[BaseException] = []
    store.defer_check()
    store.begin(session)
    thread, waited = apart(store, heard), []
    for position in range(40):
        begun = time.perf_counter()
        store.append(answer(position, session))
        waited.append(time.perf_counter() - begun)
        time.sleep(0.005 * (position % 5))
    thread.join()
    assert heard == []
    assert sorted(waited)[-3] < MOST_WAITED  # a shared machine may stop for two of them
    (copy,) = (path.parent / "backups").iterdir()
    assert copy.name.endswith("-v7.sqlite")


def test_damage_found_meanwhile_is_told_and_nothing_is_written_any_more(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        ((size,),) = connection.execute("PRAGMA page_size")
        ((root,),) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'attempt_by_step'")
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(bytes([7]) * 100)
    heard: list[BaseException] = []
    with closing(AttemptStore(path)) as store:
        store.defer_check()
        apart(store, heard).join()
        assert [type(error) for error in heard] == [DamagedStoreError]
        with pytest.raises(DamagedStoreError):
            store.begin(start())


def test_closing_ends_the_thread(store: AttemptStore) -> None:
    heard: list[BaseException] = []
    thread = apart(store, heard)
    store.close()
    thread.join(10)
    assert not thread.is_alive()
    assert heard == []


def test_what_has_the_second_turn_ends_when_the_first_is_wanted() -> None:
    turns, entered, rung = Turns(), threading.Event(), threading.Event()
    heard: list[str] = []

    def look_over() -> None:
        with turns.second(rung.set):
            entered.set()
            rung.wait(5)
            try:
                turns.see_that_nobody_waits()
            except GivenWayError:
                heard.append("gave way")

    thread = threading.Thread(target=look_over)
    thread.start()
    entered.wait(5)
    with turns.first():
        thread.join(5)
    assert heard == ["gave way"]
