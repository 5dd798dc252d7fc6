"""A vocabulary of a bank's own, and vocabulary files."""

from pathlib import Path

import pytest

from quizapp.domain.bank import Definition
from quizapp.storage.banks import reader
from tests.builders import bank, given, marked, read, told, verdict

OWN = """\
source: {title: Open or closed?}
claims:
  B1: Who decides matters.
  1.0: A door can be both.
cues:
  on: {name: Who decides, for_product: One., for_service: Both., claims: [B1, 1.0], from: a letter}
  how-long: {name: How long, for_product: It ends., for_service: It goes on., supports_only: Yes}
definitions:
  - {of: product, from: a letter, text: What is open., note: Two words are left out., exams: [v5, itil4]}
  - {of: service, from: a book, text: What is closed.}
misconceptions:
  colour: {name: Its colour, because: It decides nothing.}
"""
INSIDE = "vocabulary:\n" + "".join(f"  {line}\n" for line in OWN.splitlines())


def test_a_vocabulary_file_is_recognised(tmp_path: Path) -> None:
    reading = read(tmp_path, OWN)
    assert reading.bank is None
    assert reading.problems == ()
    assert reading.vocabulary is not None
    assert list(reading.vocabulary.cues) == ["on", "how-long"]
    assert reading.vocabulary.cues["on"].origin == "a letter"
    assert [cue.supports_only for cue in reading.vocabulary.cues.values()] == [False, True]
    assert reader.read_vocabulary(tmp_path / "bank.yaml").vocabulary == reading.vocabulary


def test_definitions_are_read_in_their_order(tmp_path: Path) -> None:
    vocabulary = read(tmp_path, OWN).vocabulary
    assert vocabulary is not None
    assert vocabulary.definitions == (
        Definition(
            "product", "What is open.", "a letter", note="Two words are left out.", exams=("v5", "itil4")
        ),
        Definition("service", "What is closed.", "a book"),
    )


def test_an_own_vocabulary_replaces_the_shipped_one_wholly(tmp_path: Path) -> None:
    own = verdict(reasons=given("quote: resets, cue: on"), claims="['1.0']")
    shipped = verdict("q2", reasons=given("quote: resets, cue: §support"))
    text, line, column = marked(bank(own, shipped, more=INSIDE))
    reading = read(tmp_path, text)
    assert told(reading.problems) == [("unknown-cue", line, column)]
    assert reading.bank is not None
    assert reading.bank.vocabulary.claims["B1"] == "Who decides matters."


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("cues:", "§cue:", "unknown-field"),
        ("for_product: One.", "§fro_product: One.", "unknown-field"),
        ("name: Its colour, ", "", "missing-field"),
        ("claims: [B1", "claims: [§A7", "unknown-claim"),
        ("B1: Who", "B1: §&a Who", "anchor"),
        ("B1: Who decides matters.", "B1:§", "empty-field"),
        ("of: service", "of: §", "empty-field"),
        ("colour:", "§on:", "shared-id"),
        ("text: What is closed.", "§txet: What is closed.", "unknown-field"),
        ("from: a book, ", "", "missing-field"),
        ("from: a book", "from: §''", "empty-field"),
        ("[v5, itil4]", "[v5, §itil3]", "unknown-word"),
        ("What is closed.", f"§{'x' * 601}", "too-long"),
        ("  - {of: service, from: a book, text: What is closed.}", "  - §a book", "not-fields"),
    ],
)
def test_a_faulty_vocabulary_gives_no_bank_and_no_cascade(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    text, line, column = marked(bank(verdict(reasons=""), more=INSIDE.replace(old, new, 1)))
    reading = read(tmp_path, text)
    assert reading.bank is None
    found = told(reading.problems)
    assert code in {each for each, _, _ in found}
    assert {each for each, _, _ in found} <= {code, "missing-field"}
    assert "§" not in new or (code, line, column) in found


def test_very_many_claims_are_one_problem(tmp_path: Path) -> None:
    claims = "".join(f"  c{number}: x\n" for number in range(10_001))
    reading = read(tmp_path, OWN.replace("  B1: Who decides matters.\n  1.0: A door can be both.\n", claims))
    assert told(reading.problems) == [("too-many-parts", 10_003, 3)]


def test_without_any_vocabulary_references_are_not_checked(tmp_path: Path) -> None:
    reading = read(tmp_path, bank(verdict(claims="[Z9]")), vocabulary=None)
    assert reading.problems == ()
    assert reading.bank is not None
    assert not reading.bank.vocabulary.cues
