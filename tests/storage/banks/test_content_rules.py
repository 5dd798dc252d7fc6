"""What `quizapp check` says of content beyond the format, where it points, and what it lets pass."""

import json
from pathlib import Path

import pytest

from quizapp.domain.problem import Reading, Severity
from quizapp.storage.banks import reader
from quizapp.storage.banks.content_rules import remarks
from tests.builders import VOCABULARY, bank, choice, given, marked, told, verdict

LONG = " ".join(["word"] * 31)
PLACES = ("cellar", "garden", "harbour", "museum", "clinic", "bridge", "kitchen", "theatre")
NAMES = ("Ann", "Ben", "Cas", "Dee", "Eve", "Fay", "Gus", "Hal", "Ivy", "Jim", "Kay", "Leo")


def looked_at(folder: Path, text: str) -> Reading:
    path = folder / "bank.yaml"
    path.write_text(text, encoding="utf-8")
    [reading] = reader.read_all([path], vocabulary=VOCABULARY, remarks_of=remarks)
    return reading


def leaning(products: int, number: int) -> str:
    """So many scenarios that share no word but one that is quoted."""
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
    ("long-sentence", verdict(reasons=given("quote: resets").replace("Nor does it.", f"§Short. {LONG}."))),
    ("long-sentence", choice(options=f"[{{text: a, why: §{LONG}}}, {{text: b, why: c, correct: yes}}]")),
]
WORDS = {number: " ".join(["so"] * number) for number in (14, 15, 25, 26, 35, 36, 45, 46, 60, 61)}
ROOM = [
    ("scenario", f"resets {WORDS[60]}"[:-3], f"§resets {WORDS[61]}"[:-3]),
    ("scenario", "resets" + "x" * 294, "§resets" + "x" * 295),
    ("why", WORDS[45], f"§{WORDS[46]}"),
    ("why", "x" * 260, "§" + "x" * 261),
    ("flips", WORDS[25], f"§{WORDS[26]}"),
    ("flips", "x" * 165, "§" + "x" * 166),
    ("case_for_product", WORDS[45], f"§{WORDS[46]}"),
    ("case_for_service", "x" * 260, "§" + "x" * 261),
    ("text", WORDS[14], f"§{WORDS[15]}"),
    ("text", "x" * 100, "§" + "x" * 101),
    ("reason", WORDS[35], f"§{WORDS[36]}"),
    ("reason", "x" * 235, "§" + "x" * 236),
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


def with_text(field: str, text: str) -> str:
    """A verdict with a text in one of its fields, or in one of its reasons."""
    match field:
        case "text":
            return verdict(reasons=given("quote: resets").replace("There is paper.", text))
        case "reason":
            return verdict(reasons=given("quote: resets").replace("Nor does it.", text))
        case _:
            return verdict(**{field: text})


@pytest.mark.parametrize(("field", "fits", "too_long"), ROOM)
def test_a_text_fits_the_screen_or_is_told(tmp_path: Path, field: str, fits: str, too_long: str) -> None:
    fitting = looked_at(tmp_path, bank(with_text(field, fits))).problems
    assert "long-text" not in {problem.code for problem in fitting}
    text, line, column = marked(bank(with_text(field, too_long)))
    problems = [each for each in looked_at(tmp_path, text).problems if each.code == "long-text"]
    assert [(each.line, each.column) for each in problems] == [(line, column)]
    assert problems[0].parameters.keys() == {
        *("name", "words", "characters", "most_words", "most_characters")
    }


def of_kinds(*sets: str) -> str:
    """A bank in which each set gives the kinds of the reasons of a question, those in capitals deciding."""
    questions = []
    for number, kinds in enumerate(sets):
        reasons = [
            f"{{text: Fact {at}., why: So., cue: {kind.lower()}{', for: service' * kind.isupper()}}}"
            for at, kind in enumerate(kinds.split())
        ]
        questions.append(verdict(f"q{number}", scenario=NAMES[number], reasons=f"[{', '.join(reasons)}]"))
    return bank(*questions)


@pytest.mark.parametrize(
    ("sets", "codes"),
    [
        (["SUPPORT ownership"] * 6, {"always-decides", "never-decides"}),
        (["SUPPORT ownership"] * 5, set()),
        (["SUPPORT ownership"] * 5 + ["OWNERSHIP support"], set()),
        (["SUPPORT ownership", "RESOURCES ownership"] * 3, {"never-decides"}),
        (["SUPPORT support price-or-free"] * 6, set()),
    ],
)
def test_a_kind_that_always_or_never_decides_is_told(
    tmp_path: Path, sets: list[str], codes: set[str]
) -> None:
    problems = looked_at(tmp_path, of_kinds(*sets)).problems
    assert {each.code for each in problems if "decides" in each.code} == codes


def test_one_misconception_in_a_question_passes_and_two_do_not(tmp_path: Path) -> None:
    one = "SUPPORT price-or-free ownership"
    assert "misconceptions" not in {each.code for each in looked_at(tmp_path, of_kinds(one)).problems}
    [found] = [
        each
        for each in looked_at(tmp_path, of_kinds(f"{one} price-or-free")).problems
        if each.code == "misconceptions"
    ]
    assert (found.line, found.parameters) == (9, {"number": "2"})


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
    assert {problem.code for problem in problems if problem.code.startswith("leaning")} == codes


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
