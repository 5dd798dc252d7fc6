"""Lets the disk take only the beginning of what is written: a file is whole, old or new, and that is said.

The system itself cuts: no file of the writing process may grow past a limit. Only for Unix systems.
"""

import os
import random
import resource
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from benchmarks.banks import write_bank
from benchmarks.faults import deeds
from benchmarks.table import Line
from quizapp import paths
from quizapp.storage.answers.backup import newest_first
from quizapp.storage.answers.errors import StoreError
from quizapp.storage.answers.store import AttemptStore
from quizapp.storage.banks.repository import BankRepository
from quizapp.storage.rounds.names import RoundNames
from quizapp.ui.files import save_whole
from quizapp.ui.preferences import PreferencesFile

_MOST = 40_000  # bytes of the largest file that is written, or about that
_NAMES = {f"v{number}": f"Voter {number} of the class" for number in range(300)}
_BEFORE, _AFTER = "s", "more"  # sessions: what is there before, and what is written with a limit


@dataclass(frozen=True, slots=True)
class _Writer:
    """One thing the program writes: what is there before, how it writes, and what is there then."""

    prepare: Callable[[Path], None]
    write: Callable[[Path], bool]
    found: Callable[[Path], object]


def measure(folder: Path, count: int) -> Iterator[tuple[str, list[Line]]]:
    """Write everything in turn, so many times, with other limits each time."""
    chance, outcomes = random.Random(20261128), Counter[str]()
    wanted = {name: _states(folder / name, writer) for name, writer in _WRITERS.items()}
    for number in range(count):
        name, writer = list(_WRITERS.items())[number % len(_WRITERS)]
        outcomes[_outcome(folder / "cut", writer, wanted[name], chance)] += 1
    detail = ", ".join(f"{number} {name}" for name, number in outcomes.most_common())
    yield (
        f"Short writes of {', '.join(_WRITERS)}",
        [
            Line("errors without a sentence", 0, outcomes["another error"], "", detail),
            Line("files neither old nor new, or said to be written that are not", 0, outcomes["lost"], ""),
            Line("limits that nothing met", 0, 0 if outcomes["said"] else 1, ""),
        ],
    )


def _states(folder: Path, writer: _Writer) -> tuple[object, object]:
    """What is there before and after, where nothing fails."""
    folder.mkdir()
    writer.prepare(folder)
    before = writer.found(folder)
    assert writer.write(folder)
    return before, writer.found(folder)


def _outcome(folder: Path, writer: _Writer, wanted: tuple[object, object], chance: random.Random) -> str:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    writer.prepare(folder)
    largest = max((each.stat().st_size for each in folder.rglob("*") if each.is_file()), default=0)
    limit = chance.randrange(1, max(_MOST, largest + _MOST // 4))
    told = _in_child(lambda: writer.write(folder), limit)
    before, after = wanted
    found = writer.found(folder)
    if told not in {b"y", b"n"}:
        return "another error"
    if found == after:
        return "written" if told == b"y" else "said"
    return "said" if found == before and told == b"n" else "lost"


def _in_child(write: Callable[[], bool], limit: int) -> bytes:
    """What a writer says in a process of its own: "y" that it is done, "n" that it is not."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            resource.setrlimit(
                resource.RLIMIT_FSIZE, (limit, limit)
            )  # Python ignores the signal it comes with
            os.write(writer, b"y" if write() else b"n")
        except StoreError:
            os.write(writer, b"n")
        except BaseException as error:  # noqa: BLE001 - that is what is counted
            os.write(2, f"{type(error).__name__}: {error}\n".encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    return told


# -- what is written -------------------------------------------------------------------------------


def _old_export(folder: Path) -> None:
    (folder / "notes.txt").write_bytes(b"what was exported before")


def _export(folder: Path) -> bool:
    return not save_whole(folder / "notes.txt", b"a note, and another one\n" * (_MOST // 24))


def _set_little(folder: Path) -> None:
    PreferencesFile(folder).change(scale=1.25)


def _set_much(folder: Path) -> bool:
    preferences = PreferencesFile(folder)
    preferences.change(
        open_banks=tuple(Path(f"/banks/of/somebody/{number:04}.yaml") for number in range(800))
    )
    return preferences.save()


def _name_one(folder: Path) -> None:
    RoundNames(folder).keep("r", {"v1": "The first"}, deeds.AT)


def _name_all(folder: Path) -> bool:
    RoundNames(folder).keep("r", _NAMES, deeds.AT + timedelta(days=30))
    return True


def _a_bank(folder: Path) -> None:
    write_bank(folder / "bank.yaml", 2)


def _read_bank(folder: Path) -> bool:
    """Read it and keep the reading ready, or fail to; either way it is read."""
    return _bank_of(folder) is not None


def _bank_of(folder: Path) -> object:
    repository = BankRepository(folder / "cache", paths.questions_dir() / "vocabulary.yaml")
    reading = repository.open(folder / "bank.yaml")
    return reading.bank.questions if reading.bank else None


def _answer_some(folder: Path) -> None:
    with closing(AttemptStore(folder / "attempts.sqlite")) as store:
        for deed in deeds.session(_BEFORE, 4):
            deed.keep(store)


def _answer_one(folder: Path) -> bool:
    with closing(AttemptStore(folder / "attempts.sqlite")) as store:
        deeds.session(_AFTER, 200)[0].keep(store)
    return True


def _answers(folder: Path) -> object:
    path = folder / "attempts.sqlite"
    AttemptStore(path).close()
    return [deeds.found(path, name) for name in (_BEFORE, _AFTER)]


def _copy(folder: Path) -> bool:
    with closing(AttemptStore(folder / "attempts.sqlite")) as store:
        return store.back_up_if_due(deeds.AT) is not None


def _copies(folder: Path) -> object:
    path = folder / "attempts.sqlite"
    return [deeds.found(each, _BEFORE) for each in (path, *(copy.path for copy in newest_first(path)))]


_WRITERS = {
    "an export": _Writer(_old_export, _export, lambda folder: (folder / "notes.txt").read_bytes()),
    "settings": _Writer(_set_little, _set_much, lambda folder: PreferencesFile(folder).now),
    "names": _Writer(_name_one, _name_all, lambda folder: dict(RoundNames(folder).load("r"))),
    "a bank kept ready": _Writer(_a_bank, _read_bank, _bank_of),
    "an answer": _Writer(_answer_some, _answer_one, _answers),
    "a copy": _Writer(_answer_some, _copy, _copies),
}
