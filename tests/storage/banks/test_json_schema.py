"""The JSON Schema in resources is what the models say, and agrees with the reader where it can."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from quizapp import paths
from quizapp.storage.banks.json_schema import bank_json_schema, schema_text
from tests.builders import bank, choice, given, listed, read, verdict

pytestmark = pytest.mark.smoke


class Yaml12Loader(yaml.SafeLoader):
    """Types scalars as editors do, which read YAML 1.2: `no` and dates are texts, 1984 is a number."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as the base class has it


for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    regexp = re.compile(f"^(?:{pattern})$")
    Yaml12Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", regexp, list(first))

CUE = "{name: n, for_product: p, for_service: s}"
TWO_CUES = f"vocabulary:\n  cues: {{one: {CUE}, two: {CUE}}}\n"
VALIDATOR = Draft202012Validator(bank_json_schema())
ACCEPTED = [
    bank(verdict(scenario="1 resets it.", reasons=given("quote: [resets, 1]"), offer="7", background="true")),
    bank(verdict(reasons=given("quote: , cue: ")), more="definitions: [{of: output, from: 1, text: 2}]\n"),
    bank(verdict("007", topics="[yes, 1.0, ~]", level="2", flips=""), head="bank: {id: 1, title: 1984}\n"),
    bank(verdict(strength="", reasons="", claims="")),
    bank(choice(options="[{text: 1, why: no, correct: true}, {text: 2, why: x, correct: NO}]")),
    bank(listed("1 and 2", "3 and 4")),
    bank(
        verdict(reasons=""),
        more=TWO_CUES + "  definitions: [{of: product, from: 1, text: 2, note: , exams: [v5]}]\n",
    ),
]
REFUSED = [
    bank(verdict(evidence="[]")),
    bank(verdict(reasons="[{text: a, for: both, why: b}]")),
    bank(verdict(reasons="[{text: a}]")),
    bank(verdict(), more="definitions: [{of: output, text: 2}]\n"),
    bank(verdict(answer="no")),
    bank(verdict(topics="desk")),
    bank(verdict(scenaro="x")),
    bank(verdict("Q1")),
    bank(choice(answer="product")),
    bank(choice(level="3")),
    bank(choice(options="[{text: a, why: b}]")),
    bank(verdict(reasons=""), more=TWO_CUES + "  definitions: [{from: a, text: b}]\n"),
    bank(
        verdict(reasons=""),
        more=TWO_CUES + "  definitions: [{of: product, from: a, text: b, exams: [v4]}]\n",
    ),
]


def validate(text: str) -> list[str]:
    document = yaml.load(text, Loader=Yaml12Loader)  # noqa: S506 - a safe loader
    return [error.message for error in VALIDATOR.iter_errors(document)]


def test_the_schema_in_resources_is_not_stale() -> None:
    stored = (paths.resources_dir() / "bank.schema.json").read_text(encoding="utf-8")
    assert stored == schema_text(), "run: quizapp schema --write resources/bank.schema.json"


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(json.loads(schema_text()))


@pytest.mark.parametrize("path", sorted(paths.questions_dir().glob("*.yaml")), ids=lambda path: path.name)
def test_shipped_files_keep_the_schema(path: Path) -> None:
    assert validate(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("text", ACCEPTED)
def test_what_the_reader_takes_editors_take(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text).errors == ()
    assert validate(text) == []


@pytest.mark.parametrize("text", REFUSED)
def test_what_editors_complain_about_the_reader_refuses(tmp_path: Path, text: str) -> None:
    assert validate(text)
    assert read(tmp_path, text).errors
