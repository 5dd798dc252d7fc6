"""Prepares and damages readings of banks that are kept ready.

What is taken has such values as a bank may have; else the bank is read anew.
"""

import hashlib
import json
import os
import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from benchmarks.table import Line
from quizapp import paths
from quizapp.domain.problem import Problem, Reading, Severity
from quizapp.domain.question import Choice, revision
from quizapp.storage.banks.bank_json import to_json
from quizapp.storage.banks.repository import BankCache, BankRepository

_ASKED = 4  # questions of each bank: more would hide what can be changed
_VALUES: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    2**70,
    1e400,
    "",
    "x",
    "product",
    "\ud800",
    [],
    {},
    [[]],
    ["x", 5],
    {"a": 1},
)


def measure(folder: Path, count: int) -> Iterator[tuple[str, list[Line]]]:
    """Prepare so many entries, now of the one bank and now of the other."""
    chance, outcomes = random.Random(20261128), Counter[str]()
    readings = _readings(folder)
    for number in range(count):
        reading, kind = readings[number % len(readings)], chance.choice(_KINDS)
        outcomes[_outcome(folder / "prepared", reading, kind, chance)] += 1
    detail = ", ".join(f"{number} {name}" for name, number in outcomes.most_common())
    yield (
        "Prepared and damaged readings of banks",
        [
            Line("errors", 0, outcomes["another error"], "", detail),
            Line("values taken that no bank can have", 0, outcomes["taken though wrong"], ""),
            Line("damage without a new sum that was taken", 0, outcomes["taken though damaged"], ""),
        ],
    )


def _readings(folder: Path) -> list[Reading]:
    """A short reading of each shipped bank, with a problem among what was found."""
    repository = BankRepository(folder / "kept", paths.questions_dir() / "vocabulary.yaml")
    found = []
    for path in repository.shipped():
        reading = repository.open(path)
        assert reading.bank is not None
        problem = Problem(str(path), 3, 5, Severity.WARNING, "no-reasons", "Nothing decides it.")
        bank = replace(reading.bank, questions=reading.bank.questions[:_ASKED])
        found.append(replace(reading, bank=bank, problems=(problem,), unread=((3, 4),)))
    return found


_Kind = Callable[[Path, random.Random], object]


def _outcome(folder: Path, reading: Reading, kind: _Kind, chance: random.Random) -> str:
    shutil.rmtree(folder, ignore_errors=True)
    cache = BankCache(folder)
    cache.keep(reading)
    (entry,) = folder.iterdir()
    kind(entry, chance)
    try:
        loaded = cache.load(reading.digest, reading.path)
        if loaded is None:
            return "read anew"
        to_json(loaded)
        if not _fits(loaded, Reading) or not _can_be_asked(loaded):
            return "taken though wrong"
    except Exception as error:  # noqa: BLE001 - that is what is counted
        print(f"{type(error).__name__}: {error}")
        return "another error"
    if loaded == reading:
        return "as it was"
    return "taken, with values a bank may have" if kind in _PREPARING else "taken though damaged"


def _can_be_asked(reading: Reading) -> bool:
    """Whether each question of a bank has a wording of its own, and a choice its one key."""
    asked = reading.bank.questions if reading.bank else ()
    keys = [sum(option.correct for option in each.options) for each in asked if isinstance(each, Choice)]
    return len({each.id for each in asked}) == len(asked) == len(list(map(revision, asked))) and set(
        keys
    ) <= {1}


def _fits(value: object, hint: Any) -> bool:
    """Whether a value is what its type says, all that it holds included."""
    origin, inner = get_origin(hint), get_args(hint)
    if isinstance(hint, UnionType):
        return any(_fits(value, each) for each in inner)
    if origin is tuple and inner[-1] is not Ellipsis:
        return isinstance(value, tuple) and len(value) == len(inner) and all(map(_fits, value, inner))
    if origin in {tuple, frozenset}:
        return isinstance(value, origin) and all(_fits(each, inner[0]) for each in value)
    if origin is not None:
        pairs = value.items() if isinstance(value, Mapping) else [()]
        return all(len(pair) == len(inner) and all(map(_fits, pair, inner)) for pair in pairs)
    if is_dataclass(value) and type(value) is hint:
        hints = get_type_hints(hint)
        return all(_fits(getattr(value, each.name), hints[each.name]) for each in fields(value))
    return value is None if hint is NoneType else type(value) is hint


# -- with a sum that is right ----------------------------------------------------------------------


def _prepare(entry: Path, text: str) -> None:
    content = text.encode("utf-8", "surrogatepass")
    entry.write_bytes(hashlib.sha256(content).hexdigest().encode() + b"\n" + content)


def _change_value(entry: Path, chance: random.Random) -> None:
    plain = _plain(entry)
    within, key = chance.choice(list(_places(plain)))
    within[key] = chance.choice(_VALUES)
    _prepare(entry, json.dumps(plain))


def _drop_value(entry: Path, chance: random.Random) -> None:
    plain = _plain(entry)
    within, key = chance.choice(list(_places(plain)))
    del within[key]
    _prepare(entry, json.dumps(plain))


def _swap_values(entry: Path, chance: random.Random) -> None:
    plain = _plain(entry)
    (one, first), (other, second) = chance.sample(list(_places(plain)), 2)
    one[first], other[second] = _copied(other[second]), _copied(one[first])
    _prepare(entry, json.dumps(plain))


def _repeat_value(entry: Path, chance: random.Random) -> None:
    plain = _plain(entry)
    within, key = chance.choice([place for place in _places(plain) if isinstance(place[0], list)])
    within.append(_copied(within[key]))
    _prepare(entry, json.dumps(plain))


def _add_field(entry: Path, chance: random.Random) -> None:
    plain = _plain(entry)
    within, _ = chance.choice([place for place in _places(plain) if isinstance(place[0], dict)])
    within[chance.choice(("key", "id", "answer", "options", "evidence"))] = chance.choice(_VALUES)
    _prepare(entry, json.dumps(plain))


def _nest_deeply(entry: Path, chance: random.Random) -> None:
    _prepare(entry, chance.choice(("[", '{"bank":')) * chance.choice((500, 10**5)))


def _plain(entry: Path) -> Any:
    return json.loads(entry.read_bytes().partition(b"\n")[2])


def _copied(value: Any) -> Any:
    return json.loads(json.dumps(value))


def _places(plain: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in nested lists and objects: what holds it, and its key."""
    for key in list(plain) if isinstance(plain, dict) else range(len(plain)):
        yield plain, key
        if isinstance(plain[key], dict | list):
            yield from _places(plain[key])


# -- without ---------------------------------------------------------------------------------------


def _damage_bytes(entry: Path, chance: random.Random) -> None:
    content = bytearray(entry.read_bytes())
    for _ in range(chance.randint(1, 4)):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    entry.write_bytes(content)


def _cut_off(entry: Path, chance: random.Random) -> None:
    os.truncate(entry, chance.randrange(entry.stat().st_size))


def _replace_by_no_file(entry: Path, chance: random.Random) -> None:
    entry.unlink()
    match chance.randrange(4):
        case 0:
            entry.mkdir()
        case 1:
            os.mkfifo(entry)
        case 2:
            entry.symlink_to(entry)
        case _:
            entry.symlink_to("/dev/zero")


_PREPARING: list[_Kind] = [_change_value, _drop_value, _swap_values, _repeat_value, _add_field, _nest_deeply]
_KINDS: list[_Kind] = [*_PREPARING[:1] * 6, *_PREPARING, _damage_bytes, _cut_off, _replace_by_no_file]
