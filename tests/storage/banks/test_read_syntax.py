"""What YAML does not allow, and what it allows and a bank does not: told in the right place."""

from pathlib import Path

import pytest

from quizapp.domain.problem import Severity
from tests.builders import bank, marked, read, told, verdict

pytestmark = pytest.mark.smoke

SYNTAX = {
    "tab": "bank:\n§\tid: demo\n",
    "tab after hyphen": bank("  -§\tid: q1\n"),
    "double quote": bank(verdict(why='§"Work.')),
    "apostrophe": bank(verdict(why="'It§s broken'")).replace("It", "It'"),
    "text behind quotes": bank(verdict(why='"Gold" §users wait.')),
    "text behind brackets": bank(verdict(why="[Desk] §users wait.")),
    "open bracket": bank(verdict(topics="§[desk")),
    "comma": bank(verdict(reasons="[§{text: resets why: support}]")),
    "two commas": bank(verdict(topics="[desk, §, user]")),
    "no blank": bank(verdict()).replace("why: ", "§why:"),
    "wide colon": bank(verdict()).replace("why: ", "§why\uff1a"),
    "deeper": bank(verdict()).replace("    answer:", "     §answer:"),
    "less deep": bank(verdict()).replace("    answer:", "   §answer:"),
    "hyphen": bank(verdict(), "   §- id: q2\n"),
    "star": bank(verdict(why="*important§* note")),
    "percent": bank(verdict(why="§%d users")),
    "dash": bank(verdict(why="§- so it is")),
    "greater": bank(verdict(why="> §five users")),
    "escape": bank(verdict(why='"C:§\\data"')),
    "empty name": bank(verdict(), more="    §: x\n"),
    "handle": bank(verdict(why="§!a!b x")),
    "behind the end": bank(verdict(), more="...\n§more\n"),
    "directive": "§%YAML 3.0\n---\nbank: x\n",
    "half an emoji": bank(verdict(why='"Work §\\ud83d\\ude00"')),
    "tags prepared": "%YAML 1.2\n# so\n\n§%TAG ! tag:x\n%TAG !a! tag:y\n---\n" + bank(verdict()),
    "tags behind the end": bank(verdict(), more="... # end\n§%TAG !a! tag:x\n"),
    "tags instead of the end": bank(verdict(), more="§%TAG !a! tag:x\n"),
}
CODES = {
    "tab": "tab",
    "tab after hyphen": "tab",
    "double quote": "unclosed",
    "open bracket": "unclosed",
    "comma": "unclosed",
    "star": "alias",
    "empty name": "odd-field-name",
    "handle": "tag",
    "tags prepared": "tag",
    "tags behind the end": "tag",
    "tags instead of the end": "tag",
}
NODES = [
    ("anchor", bank(verdict(why="§&Co is here"))),
    ("anchor", bank(verdict(topics="§&t [desk]"))),
    ("alias", bank(verdict(flips="§*x"))),
    ("alias", bank(verdict(why="§*x"))),
    ("alias", bank(verdict(), more="    §*x : y\n")),
    ("tag", bank(verdict(flips="§!important"))),
    ("tag", bank(verdict(topics="§!!set [desk]"))),
    ("merge-key", bank(verdict(), more="    §<<: {why: x}\n")),
    ("odd-field-name", bank(verdict(), more='    §"": x\n')),
    ("odd-field-name", bank(verdict(), more="    ? §[a, [b]]\n    : x\n")),
    ("odd-field-name", bank(verdict(), more="    ? §" + "[" * 200)),
    ("duplicate-field", bank(verdict(), more='    §"\\x61nswer": product\n')),
    ("duplicate-field", bank(verdict(topics="[desk]"), more="    §topics: [user]\n")),
    ("control-character", bank(verdict(why='§"a\\eb"'))),
    ("control-character", bank(verdict(), more='    §"\\uFDD05": x\n')),
    ("too-long", bank(verdict(notes="§" + "x" * 20_001))),
    ("second-document", bank(verdict(), more="§---\nbank: x\n")),
]
WARNINGS = [
    ("lost-text", bank(verdict(why="Ticket §#42 is closed"))),
    ("lost-text", bank(verdict(topics="[desk,\n    user §#1\n    ]"))),
    ("lost-text", bank(verdict(why='§"see C:\\new"'))),
    ("lost-text", bank(verdict(why='§"\\\\\\\\server\\table"'))),
    ("invisible-character", bank(verdict(why="Wo§\u200brk"))),
    ("invisible-character", bank(verdict(why='§"Wo\\u200brk"'))),
    ("invisible-character", bank(verdict(why="abc§\u202ecba \u202e"))),
]
SILENT = [
    "Backslashes \\n are letters",
    '"first\\nsecond\\ttab"',
    "'C:\\new'",
    "a comment # follows",
    "C# and a#b",
    '"https://example.org/#top"',
    "\u0645\u06cc\u200c\u062e\u0648 and 👩\u200d💻",
    "x%d is no directive",
    '"first\n%TAG is a word here"',
    "|\n      Ticket #42\n      C:\\new",
]


@pytest.mark.parametrize("name", SYNTAX)
def test_syntax_is_explained_where_it_breaks(tmp_path: Path, name: str) -> None:
    text, line, column = marked(SYNTAX[name])
    problems = read(tmp_path, text).problems
    assert (CODES.get(name, "syntax"), line, column) in told(problems)
    assert all(problem.hint for problem in problems)


@pytest.mark.parametrize(("code", "text"), NODES)
def test_a_node_with_a_fault_is_one_problem(tmp_path: Path, code: str, text: str) -> None:
    text, line, column = marked(text)
    assert told(read(tmp_path, text).problems) == [(code, line, column)]


@pytest.mark.parametrize(("code", "text"), WARNINGS)
def test_what_gets_lost_or_cannot_be_seen_is_a_warning(tmp_path: Path, code: str, text: str) -> None:
    text, line, column = marked(text)
    reading = read(tmp_path, text)
    assert told(reading.problems, Severity.WARNING) == [(code, line, column)]
    assert reading.bank is not None


@pytest.mark.parametrize("value", SILENT)
def test_what_arrives_as_typed_is_no_problem(tmp_path: Path, value: str) -> None:
    assert read(tmp_path, bank(verdict(why=value))).problems == ()


def test_every_control_character_is_found_even_in_comments(tmp_path: Path) -> None:
    text = bank(verdict(), verdict("q2"), verdict("q3")).replace("resets a", "re\x1b[31msets a", 2)
    reading = read(tmp_path, "# bell \x07\n" + text)
    codes = [problem.code for problem in reading.errors]
    assert codes == ["control-character"] * 3
    assert reading.bank is not None
    assert [question.id for question in reading.bank.questions] == ["q3"]


@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "? "])
def test_any_depth_is_refused_quickly(tmp_path: Path, opening: str) -> None:
    reading = read(tmp_path, opening * 100_000)
    assert reading.bank is None
    assert reading.errors


def test_a_nest_of_thirteen_is_left_out_with_its_question_alone(tmp_path: Path) -> None:
    deep = verdict(topics="[" * 9 + "§[x]" + "]" * 9)
    text, line, column = marked(bank(deep, verdict("q2")))
    reading = read(tmp_path, text)
    assert ("too-deep", line, column) in told(reading.problems)
    assert reading.bank is not None
    assert [question.id for question in reading.bank.questions] == ["q2"]


def test_what_stands_before_a_syntax_error_is_read_and_checked(tmp_path: Path) -> None:
    reading = read(tmp_path, bank(verdict("q1"), verdict("q2", answer="x"), verdict("q3"), "  - id: 'q4\n"))
    assert [code for code, _, _ in told(reading.problems)] == ["unknown-word", "unclosed"]
    assert reading.bank is not None
    assert [question.id for question in reading.bank.questions] == ["q1", "q3"]


def test_a_bomb_of_merge_keys_stays_small(tmp_path: Path) -> None:
    levels = [f"l{n}: &l{n} {{<<: [{','.join([f'*l{n - 1}'] * 9)}]}}\n" for n in range(1, 21)]
    reading = read(tmp_path, "l0: &l0 {k: v}\n" + "".join(levels))
    assert len(reading.problems) == 100
    assert reading.problems[-1].code == "too-many-problems"


def test_endless_lists_below_the_depth_allowed_end_the_walk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizapp.storage.banks.parsing.MAX_CONTAINERS", 100)
    reading = read(tmp_path, bank(verdict(topics="[" * 10 + "x, " * 200)))
    assert {"too-deep", "too-many-parts"} <= {problem.code for problem in reading.errors}


def test_many_preparations_for_tags_are_refused_at_once(tmp_path: Path) -> None:
    many = "".join(f"%TAG !a{number}! tag:x\n" for number in range(100_000))
    assert told(read(tmp_path, many).problems) == [("tag", 1, 1)]
    assert ("tag", 10, 1) in told(read(tmp_path, bank(verdict()) + many).problems)


@pytest.mark.parametrize(
    ("code", "line", "column", "text"),
    [
        ("too-many-parts", 10, 30_014, bank(verdict(reasons="", topics=f"[{'a, ' * 11_000}]"))),
        ("too-many-parts", 10_011, 3, bank(verdict(reasons=""), more="x:\n" + "- a\n" * 11_000)),
        ("alias", 11, 3, bank(verdict(reasons=""), more="x:\n" + "- *a\n" * 11_000)),
        ("duplicate-field", 11, 1, bank(verdict(reasons=""), more="x: v\n" * 11_000)),
        ("too-many-parts", 10_001, 1, "".join(f"k{number}: v\n" for number in range(11_000))),
    ],
)
def test_ten_thousand_entries_of_any_kind_are_the_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, line: int, column: int, text: str
) -> None:
    monkeypatch.setattr("quizapp.storage.banks.problems.MAX_PROBLEMS", 100_000)
    problems = read(tmp_path, text + "'never reached").problems
    assert (code, line, column) in told(problems)
    assert "unclosed" not in {problem.code for problem in problems}
    assert len([problem for problem in problems if problem.code == "too-many-parts"]) == 1


@pytest.mark.parametrize("two", ["    notes: &a x\n    topics: &b [x]\n", "    why: x\n    answer: x\n"])
def test_ten_thousand_faults_end_the_walk(tmp_path: Path, two: str) -> None:
    reading = read(tmp_path, bank(*(verdict(f"q{n}") + two for n in range(6000))))
    assert "at least 9902 more" in reading.problems[-1].message  # and 99 told


def test_more_parts_than_any_bank_needs_end_the_walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.storage.banks.parsing.MAX_NODES", 5000)
    reading = read(tmp_path, bank(verdict(topics=f"[{'x, ' * 9000}]")))
    assert "too-many-parts" in {problem.code for problem in reading.errors}
