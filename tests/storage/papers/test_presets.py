"""Presets of papers: read as text, a fault costs the one it stands in."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp import paths
from quizapp.domain.paper_preset import BlueprintRow, PaperKind, Preset
from quizapp.storage.papers.presets import PresetList, read_presets

GOOD = "  - {id: good, title: Good, minutes: 5, blueprint: [{questions: 3}]}\n"


def read(tmp_path: Path, text: str | bytes) -> PresetList:
    path = tmp_path / "papers.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_presets(path)


def test_every_field_is_read(tmp_path: Path) -> None:
    text = """papers:
  - id: full
    title: A full one
    exam: itil4
    minutes: 60
    extra: 75
    pass: 26
    banks: [one, two]
    note: Closed book.
    blueprint:
      - {questions: 9, level: 1}
      - {questions: 31, kind: any, level: 2, topics: [cloud, terms]}
"""
    rows = (
        BlueprintRow(9, level=1),
        BlueprintRow(31, PaperKind.ANY, ("cloud", "terms"), 2),
    )
    full = Preset("full", "A full one", 60, rows, 75, 26, "itil4", ("one", "two"), "Closed book.")
    assert read(tmp_path, text) == PresetList((full,))


@pytest.mark.parametrize(
    ("faulty", "told"),
    [
        ("{}", "Its “id” is a text"),
        ("text", "It has no fields"),
        ("{id: Ä, title: T, minutes: 5, blueprint: [{questions: 1}]}", "Its id has letters"),
        ("{id: a, title: '', minutes: 5, blueprint: [{questions: 1}]}", "Its “title” is a text"),
        ("{id: a, title: T, minutes: 0, blueprint: [{questions: 1}]}", "from 1 to 600"),
        ("{id: a, title: T, minutes: 601, blueprint: [{questions: 1}]}", "from 1 to 600"),
        ("{id: a, title: T, minutes: ½, blueprint: [{questions: 1}]}", "a number up to 600"),
        ("{id: a, title: T, minutes: -5, blueprint: [{questions: 1}]}", "a number up to 600"),
        ("{id: a, title: T, minutes: 5}", "Its “blueprint” is a list"),
        ("{id: a, title: T, minutes: 5, blueprint: []}", "Its “blueprint” is a list"),
        ("{id: a, title: T, minutes: 5, blueprint: [{kind: any}]}", "Its “questions” is a number"),
        ("{id: a, title: T, minutes: 5, blueprint: [{questions: 1, kind: odd}]}", "A “kind” is choice"),
        ("{id: a, title: T, minutes: 5, blueprint: [{questions: 1, level: 3}]}", "from 0 to 2"),
        ("{id: a, title: T, minutes: 5, blueprint: [{questions: 1, hard: 1}]}", "“hard” is unknown"),
        ("{id: a, title: T, minutes: 5, pas: 2, blueprint: [{questions: 1}]}", "“pas” is unknown"),
        ("{id: a, title: T, minutes: 5, pass: 2, blueprint: [{questions: 1}]}", "pass mark is more"),
        ("{id: a, title: T, minutes: 5, extra: 4, blueprint: [{questions: 1}]}", "less time than without"),
        (
            "{id: a, title: T, minutes: 5, blueprint: [{questions: 150}, {questions: 51}]}",
            "more than 200 questions",
        ),
        ("{id: a, title: T, minutes: 5, banks: [{x: y}], blueprint: [{questions: 1}]}", "list of texts"),
    ],
)
def test_a_fault_costs_the_preset_it_stands_in(tmp_path: Path, faulty: str, told: str) -> None:
    listed = read(tmp_path, f"papers:\n  - {faulty}\n{GOOD}")
    assert [each.id for each in listed.presets] == ["good"]
    (problem,) = listed.problems
    assert problem.startswith("papers.yaml: Paper 1: ")
    assert told in problem


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"papers:\n",
        b"questions: []\n",
        b"- a\n",
        b"papers: {a: b}\n",
        b"papers: [&a {id: x}, *a]\n",
        b"papers: [!!python/object/apply:os.system [ls]]\n",
        b"papers: [\n",
        b"\xff\xfe\x00",
        b"papers:\n  - {id: a\x00}\n",
        b"[" * 5000,
    ],
)
def test_what_is_no_list_of_papers_is_told(tmp_path: Path, text: bytes) -> None:
    listed = read(tmp_path, text)
    assert listed.presets == ()
    assert listed.problems


def test_a_file_that_is_not_there_has_none(tmp_path: Path) -> None:
    assert read_presets(tmp_path / "papers.yaml") == PresetList()


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "papers.yaml").mkdir()
    assert read_presets(tmp_path / "papers.yaml").problems


def test_the_later_of_two_with_one_id_counts(tmp_path: Path) -> None:
    later = GOOD.replace("Good", "Better")
    assert [each.title for each in read(tmp_path, f"papers:\n{GOOD}{later}").presets] == ["Better"]


def test_the_shipped_ones_have_no_faults() -> None:
    assert read_presets(paths.resources_dir() / "papers.yaml").problems == ()


@given(st.text(max_size=200))
@settings(max_examples=60)
def test_whatever_stands_there_is_never_an_exception(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.mktemp("papers") / "papers.yaml"
    path.write_bytes(f"papers:\n  - {text}\n".encode("utf-8", "surrogatepass"))
    listed = read_presets(path)
    assert listed.presets or listed.problems
