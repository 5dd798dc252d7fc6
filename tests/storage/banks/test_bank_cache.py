import hashlib
import json
import os
import string
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.bank import Bank, Cue, Definition, Misconception, Source, Vocabulary
from quizapp.domain.problem import Problem, Reading, Severity
from quizapp.domain.question import (
    DEFAULT_PROMPT,
    Choice,
    ChoiceStyle,
    Option,
    Reason,
    Side,
    Strength,
    Verdict,
)
from quizapp.storage.banks.bank_json import bank_from_json, bank_to_json, from_json, to_json
from quizapp.storage.banks.repository import BankCache

PATH = "banks/mine.yaml"


def texts(most: int = 12) -> st.SearchStrategy[str]:
    return st.text(max_size=most)


def tuples_of(item: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(item, max_size=3).map(tuple)


def named(value: type, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Values of one of our types with every field drawn, so that none can be forgotten."""
    drawn = {name: fields.get(name, texts()) for name in value.__dataclass_fields__}  # type: ignore[attr-defined]
    return st.builds(value, **drawn)


sides, claims, levels = st.sampled_from(Side), tuples_of(texts()), st.none() | st.integers(1, 2)
verdicts = named(
    Verdict,
    answer=sides,
    strength=st.sampled_from(Strength),
    reasons=tuples_of(named(Reason, side=st.none() | sides, quotes=tuples_of(texts()))),
    claims=claims,
    topics=claims,
    level=levels,
    background=st.booleans(),
)
choices = named(
    Choice,
    options=tuples_of(named(Option, correct=st.booleans())),
    style=st.sampled_from(ChoiceStyle),
    statements=tuples_of(texts()),
    claims=claims,
    topics=claims,
    level=levels,
    background=st.booleans(),
)
vocabularies = named(
    Vocabulary,
    cues=st.dictionaries(texts(), named(Cue, claims=claims), max_size=3),
    misconceptions=st.dictionaries(texts(), named(Misconception, claims=claims), max_size=3),
    claims=st.dictionaries(texts(), texts(), max_size=3),
    source=named(Source),
    definitions=tuples_of(named(Definition, exams=tuples_of(texts()))),
)
places = st.none() | st.integers(1, 10**6)
readings = named(
    Reading,
    path=st.just(PATH),
    bank=st.none() | named(Bank, questions=tuples_of(verdicts | choices), vocabulary=vocabularies),
    problems=tuples_of(
        named(
            Problem,
            path=st.just(PATH),
            line=places,
            column=places,
            severity=st.sampled_from(Severity),
            parameters=st.dictionaries(texts(), texts(), max_size=2),
        )
    ),
    vocabulary=st.none() | vocabularies,
    digest=st.text(string.hexdigits, min_size=64, max_size=64),
    faulty=st.frozensets(texts(), max_size=3),
    unread=tuples_of(st.tuples(st.integers(1), st.integers(1))),
)


Q1 = Verdict("q1", "A tester rents machines.", Side.SERVICE, "They run on.", reasons=(Reason("Bill", "So."),))


def reading(digest: str = "d1", path: str = PATH) -> Reading:
    problem = Problem(path, 3, 5, Severity.WARNING, "no-reasons", "Nothing decides it.", "Add some.")
    verdict = Q1
    cues = {"b": Cue("b", "Bee", "p", "s"), "a": Cue("a", "Ay", "p", "s")}
    return Reading(
        path, Bank("mine", "Mine", (verdict,), Vocabulary(MappingProxyType(cues))), (problem,), digest=digest
    )


@settings(deadline=None, max_examples=60)
@given(readings)
def test_json_loses_nothing(any_reading: Reading) -> None:
    assert from_json(to_json(any_reading), PATH) == any_reading


def test_a_bank_kept_before_there_were_reasons_comes_back_with_them() -> None:
    plain = json.loads(bank_to_json(Bank("b", "B", (replace(Q1, reasons=()),), Vocabulary({}))))
    [question] = plain["questions"]
    for name in ("own_prompt", "offer", "background", "reasons"):
        del question[name]
    question |= {
        "prompt": "Product or service?",
        "evidence": [{"quote": "rents machines", "cue": "runs", "side": "service"}],
        "not_deciding": ["owns"],
        "tempting": [{"misconception": "label", "why": "It tempts."}],
    }
    loaded = bank_from_json(json.dumps(plain)).questions[0]
    assert isinstance(loaded, Verdict)
    assert loaded.prompt == DEFAULT_PROMPT
    assert loaded.reasons == (
        Reason("rents machines", "", Side.SERVICE, "runs", ("rents machines",)),
        Reason("label", "It tempts.", None, "label"),
    )
    question["prompt"] = "What would the lab say?"
    assert bank_from_json(json.dumps(plain)).questions[0].prompt == "What would the lab say?"


def test_the_order_of_the_vocabulary_survives() -> None:
    bank = from_json(to_json(reading()), PATH).bank
    assert bank is not None
    assert list(bank.vocabulary.cues) == ["b", "a"]


def test_a_kept_reading_comes_back_with_the_path_of_now(tmp_path: Path) -> None:
    BankCache(tmp_path / "cache").keep(reading())
    assert BankCache(tmp_path / "cache").load("d1", "elsewhere.yaml") == reading(path="elsewhere.yaml")


def test_another_file_or_vocabulary_is_not_confused_with_it(tmp_path: Path) -> None:
    BankCache(tmp_path, "v1").keep(reading())
    assert BankCache(tmp_path, "v1").load("d1", PATH) == reading()
    assert BankCache(tmp_path, "v1").load("d2", PATH) is None
    assert BankCache(tmp_path, "v2").load("d1", PATH) is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda entry: entry.write_bytes(b""),
        lambda entry: entry.write_bytes(entry.read_bytes()[:-1]),
        lambda entry: entry.write_bytes(entry.read_bytes().replace(b"tester", b"twister")),
        lambda entry: entry.write_bytes(b"\xff\n{}"),
        lambda entry: (entry.unlink(), entry.mkdir()),
    ],
)
def test_a_spoilt_entry_is_as_good_as_none(tmp_path: Path, spoil: Any) -> None:
    cache = BankCache(tmp_path)
    cache.keep(reading())
    (entry,) = tmp_path.iterdir()
    spoil(entry)
    assert cache.load("d1", PATH) is None


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"bank": 5, "problems": 7}', "[" * 100_000])
def test_an_entry_in_another_form_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    cache = BankCache(tmp_path)
    cache.keep(reading())
    (entry,) = tmp_path.iterdir()
    entry.write_text(f"{hashlib.sha256(text.encode()).hexdigest()}\n{text}")
    assert cache.load("d1", PATH) is None


def prepared(entry: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change an entry as somebody would who knows how it is made."""
    plain = json.loads(entry.read_bytes().partition(b"\n")[2])
    change(plain)
    text = json.dumps(plain)
    entry.write_text(f"{hashlib.sha256(text.encode()).hexdigest()}\n{text}")


PREPARED: dict[str, Callable[[dict[str, Any]], object]] = {
    "another file": lambda plain: plain.update(digest="d2"),
    "no text": lambda plain: plain["bank"]["questions"][0].update(scenario=5),
    "no answer": lambda plain: plain["bank"]["questions"][0].update(answer="maybe"),
    "no strength": lambda plain: plain["bank"]["questions"][0].update(strength="strong"),
    "twice": lambda plain: plain["bank"]["questions"].append(plain["bank"]["questions"][0]),
    "no title": lambda plain: plain["bank"].update(title=None),
    "another field": lambda plain: plain["bank"]["questions"][0].update(key=1),
}


@pytest.mark.parametrize("change", PREPARED.values(), ids=PREPARED.keys())
def test_a_prepared_entry_is_as_good_as_none(
    tmp_path: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    cache = BankCache(tmp_path)
    cache.keep(reading())
    (entry,) = tmp_path.iterdir()
    prepared(entry, change)
    assert cache.load("d1", PATH) is None


def test_a_file_that_could_not_be_read_is_not_kept(tmp_path: Path) -> None:
    BankCache(tmp_path).keep(replace(reading(), bank=None, digest=""))
    assert list(tmp_path.iterdir()) == []


def test_only_the_newest_are_kept(tmp_path: Path) -> None:
    cache = BankCache(tmp_path)
    for number in range(25):
        cache.keep(reading(str(number)))
        for age, path in enumerate(sorted(tmp_path.iterdir(), key=os.path.getmtime)):
            os.utime(path, (age, age))
    assert [number for number in range(25) if cache.load(str(number), PATH)] == list(range(5, 25))


def test_without_room_for_it_nothing_happens(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    cache = BankCache(tmp_path / "cache")
    cache.keep(reading())
    assert cache.load("d1", PATH) is None
