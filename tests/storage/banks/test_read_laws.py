"""Laws of reading: no bytes make it raise, and every place it names is the place in the file."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.domain.quotes import folded
from quizapp.storage.banks.parsing import MissingLibyamlError
from quizapp.storage.banks.problems import Findings
from quizapp.storage.banks.problems import Path as Way
from quizapp.storage.banks.recovery import walk
from quizapp.storage.banks.rules import quote_fault
from quizapp.storage.banks.tree import Fields, Items, Node
from tests.builders import bank, choice, read, told, verdict

SOUND = bank(
    verdict(claims="[A1]", topics='["a\\tb", c]'), verdict("q2", pair="q3"), choice(level="1")
).encode()
PIECES = [
    b'"',
    b"'",
    b"[",
    b"]",
    b"{",
    b"}",
    b": ",
    b"\n",
    b"- ",
    b"#x",
    b"&a ",
    b"*a",
    b"!t ",
    b"<<: ",
    b"? ",
]
PIECES += [
    b"\t",
    b"\\",
    b"\x00",
    b"\xff",
    b"\xe2\x80\x8b",
    b"|",
    b">",
    b"---\n",
    b"...\n",
    b"  ",
    b"\r",
    b"%",
    b"@",
]

edits = st.lists(
    st.tuples(
        st.integers(0, len(SOUND)),
        st.integers(0, 20),
        st.one_of(st.sampled_from(PIECES), st.binary(max_size=6)),
    ),
    min_size=1,
    max_size=6,
)
leaves = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs", "So")), max_size=12)
documents = st.recursive(
    leaves,
    lambda parts: st.lists(parts, max_size=4) | st.dictionaries(leaves.filter(str.strip), parts, max_size=4),
    max_leaves=25,
)


@given(edits)
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damaged_bytes_load_or_are_problems_inside_the_file(
    tmp_path: Path, edits: list[tuple[int, int, bytes]]
) -> None:
    raw = SOUND
    for at, gone, new in edits:
        raw = raw[:at] + new + raw[at + gone :]
    reading = read(tmp_path, raw)
    lines = raw.count(b"\n") + raw.count(b"\r") + 1
    assert reading.bank or reading.errors
    assert all(each.line is None or 1 <= each.line <= lines for each in reading.problems)
    assert all(each.message.isprintable() and each.hint.isprintable() for each in reading.problems)


@given(documents, st.booleans())
def test_every_node_stands_where_the_tree_says(document: object, controller: bool) -> None:  # noqa: FBT001
    text = yaml.safe_dump([document], allow_unicode=True, default_flow_style=controller)
    tree = walk(text, Findings("x"))
    root = yaml.compose(text, Loader=yaml.CBaseLoader)
    assert tree.root is not None
    assert root is not None
    for mode, mark in modes_of(root):
        assert tree.place(tree.number_of(tree.root, mode)) == (mark.line + 1, mark.column + 1)


def modes_of(node: yaml.Node, mode: Way = ()) -> list[tuple[Way, yaml.Mark]]:
    modes = [(mode, node.start_mark)]
    if isinstance(node, yaml.SequenceNode):
        for index, part in enumerate(node.value):
            modes += modes_of(part, (*mode, index))
    elif isinstance(node, yaml.MappingNode):
        for name, part in node.value:
            modes += modes_of(part, (*mode, name.value))
    return modes


@given(documents)
def test_the_tree_holds_what_was_written_as_text(document: object) -> None:
    text = yaml.safe_dump([document], allow_unicode=True, default_style='"')
    tree = walk(text, Findings("x"))
    assert plain(tree.root) == yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - it takes all as text


def plain(node: Node | None) -> object:
    if isinstance(node, Items):
        return [plain(part) for part in node]
    if isinstance(node, Fields):
        return {name: plain(part) for name, part in node.items()}
    return node


@given(st.text(st.sampled_from("ab \n\u00a0"), max_size=30), st.integers(0, 30), st.integers(1, 10))
def test_a_piece_of_a_scenario_is_found_unless_it_is_there_twice(text: str, start: int, length: int) -> None:
    quote = text[start : start + length]
    fault = quote_fault(quote, folded(text), "") if folded(quote) else None
    assert fault is None or fault.code == "quote-not-unique"


def test_without_libyaml_reading_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    with pytest.raises(MissingLibyamlError, match="without libyaml"):
        read(tmp_path, SOUND)


def test_long_quotes_that_nearly_occur_are_told_in_time(tmp_path: Path) -> None:
    scenario = "a" * 19_999 + "b"
    entries = "".join(
        f"      - {{text: {number}, why: x, for: service, quote: {'a' * 9_000}c}}\n" for number in range(100)
    )
    reading = read(tmp_path, bank(verdict(scenario=scenario, reasons="\n" + entries.rstrip())))
    assert len(told(reading.problems)) == 100
