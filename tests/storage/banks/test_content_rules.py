"""What `quizapp check` says of content beyond the format, where it points, and what it lets pass."""

import json
from pathlib import Path

import pytest

from quizapp.domain.problem import Reading, Severity
from quizapp.storage.banks import reader
from quizapp.storage.banks.content_rules import remarks
from tests.builders import VOCABULARY, bank, choice, marked, told, verdict

LONG = " ".join(["word"] * 31)
PLACES = ("cellar", "garden", "harbour", "museum", "clinic", "bridge", "kitchen", "theatre")
NAMES = ("Ann", "Ben", "Cas", "Dee", "Eve", "Fay", "Gus", "Hal", "Ivy", "Jim", "Kay", "Leo")


def looked_at(folder: Path, text: str) -> Reading:
    path = folder / "bank.yaml"
    path.write_text(text, encoding="utf-8")
    [reading] = reader.read_all([path], vocabulary=VOCABULARY, remarks_of=remarks)
    return reading


def leaning(products: int, number: int) -> str:
    """So many scenarios that share no word but the evidence."""
    answers = ["product"] * products + ["service"] * (number - products)
    return "".join(
        verdict(f"q{at}", scenario=f"{NAMES[at]} resets.", answer=answer) for at, answer in enumerate(answers)
    )


def with_word(answers: str) -> str:
    """Scenarios that share one word, S or P each, in an otherwise balanced bank."""
    sides = {"S": "service", "P": "product"}
    return "".join(
        verdict(f"q{at}", scenario=f"resets {PLACES[at % 8]} {NAMES[at]} monthly.", answer=sides[letter])
        for at, letter in enumerate(answers)
    )


def two_options(right: str, wrong: str) -> str:
    return f"[{{text: {wrong}, why: b}}, {{text: §{right}, why: d, correct: yes}}]"


FOUND = [
    ("near-duplicate", verdict() + verdict("q2", scenario="§The desk resets a forgotten password.")),
    ("near-duplicate", choice() + choice(id="c2", prompt="§What is a service?")),
    ("long-key", choice(options=two_options("abcdef", "abcd"))),
    ("long-sentence", verdict(why=f"§{LONG}.")),
    ("long-sentence", verdict(tempting=f"[{{misconception: price-or-free, why: §Short. {LONG}.}}]")),
    ("long-sentence", choice(options=f"[{{text: a, why: §{LONG}}}, {{text: b, why: c, correct: yes}}]")),
]
LET_PASS = [
    verdict(pair="q2") + verdict("q2", answer="product", pair="q1"),
    choice(options=two_options("abcde", "abcd")).replace("§", ""),
]


@pytest.mark.parametrize(("code", "entry"), FOUND)
def test_each_is_told_where_it_stands(tmp_path: Path, code: str, entry: str) -> None:
    text, line, column = marked(bank(entry))
    reading = looked_at(tmp_path, text)
    assert (code, line, column) in told(reading.problems, Severity.WARNING)
    assert not reading.errors
    assert reading.bank is not None


@pytest.mark.parametrize("entry", LET_PASS)
def test_twins_and_modest_lengths_pass(tmp_path: Path, entry: str) -> None:
    assert not [problem for problem in looked_at(tmp_path, bank(entry)).problems if "no-" not in problem.code]


def test_thirty_words_pass(tmp_path: Path) -> None:
    assert not looked_at(tmp_path, bank(verdict(why=f"{' '.join(['word'] * 30)}. Next."))).problems


@pytest.mark.parametrize(
    ("products", "number", "codes"),
    [(8, 12, {"leaning-key"}), (7, 12, set()), (5, 12, set()), (4, 12, {"leaning-key"}), (9, 11, set())],
)
def test_a_key_leans_outside_two_fifths_and_with_twelve(
    tmp_path: Path, products: int, number: int, codes: set[str]
) -> None:
    problems = looked_at(tmp_path, bank(leaning(products, number))).problems
    assert {problem.code for problem in problems if problem.code != "giveaway"} == codes


@pytest.mark.parametrize(
    ("answers", "words"),
    [("SSSSSSSS", ["monthly"]), ("SSSSSSS", []), ("SSSSSSSSSP", ["monthly"]), ("SSSSSSSP", [])],
)
def test_a_word_gives_away_from_eight_scenarios_and_nine_in_ten(
    tmp_path: Path, answers: str, words: list[str]
) -> None:
    problems = looked_at(tmp_path, bank(with_word(answers))).problems
    assert [
        word for word in ("monthly", "cellar") if any(f"“{word}”" in each.message for each in problems)
    ] == words


def test_errors_come_first_and_a_faulty_question_is_not_looked_at(tmp_path: Path) -> None:
    text = bank(verdict(why=f"{LONG}.") + verdict("q2", why=f"{LONG}.", answer="both"))
    problems = looked_at(tmp_path, text).problems
    assert [problem.code for problem in problems] == ["unknown-word", "long-sentence"]


def test_the_reader_of_the_window_says_nothing_of_content(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    path.write_text(bank(verdict(why=f"{LONG}.")), encoding="utf-8")
    assert not reader.read(path, vocabulary=VOCABULARY).problems


def test_the_command_tells_them_and_ends_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from quizapp.cli import CLEAN, main  # noqa: PLC0415 - as a shell would

    path = tmp_path / "bank.yaml"
    fields = "name: a, for_product: b, for_service: c"
    own = f"vocabulary: {{cues: {{support: {{{fields}}}, x: {{{fields}}}}}}}\n"
    path.write_text(bank(verdict(why=f"{LONG}."), more=own), encoding="utf-8")
    assert main(["check", "--format", "json", str(path)]) == CLEAN
    [problem] = json.loads(capsys.readouterr().out)
    assert (problem["code"], problem["severity"]) == ("long-sentence", "warning")
    assert problem["hint"]
