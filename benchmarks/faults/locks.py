"""Starts over locks that others left behind: a start goes on within two seconds, whatever the lock says."""

import random
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSysInfo

from benchmarks.table import Line
from quizapp.ui.shell.single_instance import SingleInstance

_SHARE, _FEW = 20, 20  # of what is asked for, as each start waits
_LIMIT = 2.0  # seconds
_HOSTS = ("class-7", "größer", "x" * 300, "", " ", "host.example.org")


def measure(folder: Path, count: int) -> Iterator[tuple[str, list[Line]]]:
    """Leave locks of all kinds, a twentieth of what is asked."""
    app = QCoreApplication.instance() or QCoreApplication([])
    chance, spent, kept_out = random.Random(20261128), [0.0], 0
    for number in range(min(count, max(_FEW, count // _SHARE))):
        place = folder / str(number)
        place.mkdir()
        _leave(place / "window.lock", number, chance)
        begun = time.perf_counter()
        start = SingleInstance(place)
        kept_out += start.is_taken_by_another([Path("bank.yaml")])
        start.listen()
        spent.append(time.perf_counter() - begun)
        start.close()
        app.processEvents()
    yield (
        "Locks left by others",
        [
            Line("longest wait for the window", _LIMIT, max(spent), "s", f"{len(spent) - 1} locks"),
            Line("starts that ended in favour of nobody", 0, kept_out, ""),
        ],
    )


def _leave(lock: Path, number: int, chance: random.Random) -> None:
    """Leave one of six kinds of lock, as QLockFile writes them or nothing like it."""
    process, name = chance.randrange(1, 2**22), chance.choice(("quizapp", "python", "another-name"))
    here, elsewhere = QSysInfo.machineHostName(), chance.choice(_HOSTS)
    match number % 6:
        case 0 | 1:
            lock.write_text(f"{process}\n{name}\n{elsewhere}\n{chance.randbytes(16).hex()}\n\n", "utf-8")
        case 2:
            lock.write_text(f"{2**22 + process}\n{name}\n{here}\n\n\n", "utf-8")
        case 3:
            lock.write_bytes(chance.randbytes(chance.randrange(200)))
        case 4:
            lock.write_text(chance.choice(("", "0\n", "-1\n\n\n", "9" * 400, f"{process}\n")), "utf-8")
        case _:
            lock.mkdir()
