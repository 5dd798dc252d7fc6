"""Damages a file of answers at random: it opens and tells exactly what was kept, or says so."""

import random
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from benchmarks.faults import deeds
from benchmarks.table import Line
from quizapp.storage.answers.errors import StoreError
from quizapp.storage.answers.store import AttemptStore

_PAGE = 4096
_SESSIONS, _LENGTH = 8, 10


def measure(folder: Path, count: int) -> Iterator[tuple[str, list[Line]]]:
    """Damage so many copies of a file."""
    path = sound_file(folder)
    sound, content = told(path), path.read_bytes()
    chance, outcomes = random.Random(20261122), Counter[str]()
    for number in range(count):
        kind = _KINDS[number % len(_KINDS)]
        damaged = folder / "damaged.sqlite"
        damaged.write_bytes(kind(content, chance))
        outcomes[_outcome(damaged, sound)] += 1
    detail = ", ".join(f"{number} {name}" for name, number in outcomes.most_common())
    yield (
        "Damaged at random",
        [
            Line("errors without a sentence", 0, outcomes["another error"], "", detail),
            Line("damage that could be found and was not", 0, outcomes["missed"], ""),
        ],
    )


def sound_file(folder: Path) -> Path:
    """A file with some sessions, every other one of them left in the middle."""
    path = folder / "sound.sqlite"
    with closing(AttemptStore(path)) as store:
        for number in range(_SESSIONS):
            for deed in deeds.session(f"s{number}", _LENGTH)[: -1 if number % 2 else None]:
                deed.keep(store)
    return path


def told(path: Path) -> object:
    """All that the program would tell from a file."""
    with closing(AttemptStore(path)) as store:
        store.check()
        banks = [f"s{number}" for number in range(_SESSIONS)]
        kept = store.unfinished(), tuple(store.attempts()), store.notes(), store.last_at()
        return kept, [(store.past(bank), store.flags(bank)) for bank in banks]


def _outcome(path: Path, sound: object) -> str:
    try:
        same = told(path) == sound
    except StoreError:
        return "said"
    except Exception as error:  # noqa: BLE001 - that is what is counted
        print(f"{type(error).__name__}: {error}")
        return "another error"
    if same:
        return "whole"
    return "other letters in a row" if _seems_sound(path) else "missed"


def _seems_sound(path: Path) -> bool:
    """Whether SQLite itself finds nothing, so that only letters or figures inside rows can be changed."""
    with closing(sqlite3.connect(path)) as connection:
        checks = [
            connection.execute(f"PRAGMA {name}_check").fetchall() for name in ("integrity", "foreign_key")
        ]
    return checks == [[("ok",)], []]


def _flip_bits(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _zero_page(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) // _PAGE) * _PAGE
    return content[:at] + bytes(_PAGE) + content[at + _PAGE :]


def _cut_off(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _swap_pages(content: bytes, chance: random.Random) -> bytes:
    first, second = (at * _PAGE for at in sorted(chance.sample(range(len(content) // _PAGE), 2)))
    pages = content[first : first + _PAGE], content[second : second + _PAGE]
    between = content[first + _PAGE : second]
    return content[:first] + pages[1] + between + pages[0] + content[second + _PAGE :]


def _append_rubbish(content: bytes, chance: random.Random) -> bytes:
    return content + chance.randbytes(chance.randint(1, 3 * _PAGE))


def _overwrite(content: bytes, chance: random.Random) -> bytes:
    at, size = chance.randrange(len(content)), chance.randint(1, 600)
    return (content[:at] + chance.randbytes(size) + content[at + size :])[: len(content)]


_KINDS: list[Callable[[bytes, random.Random], bytes]] = [
    *(_flip_bits, _flip_bits, _zero_page, _cut_off, _swap_pages, _append_rubbish, _overwrite)
]
