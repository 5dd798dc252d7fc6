"""Fields, lists and words: what is missing, misspelt or of the wrong kind is told where it stands."""

from pathlib import Path

import pytest

from tests.builders import HEAD, IDLE, bank, choice, given, marked, read, told, verdict, without

pytestmark = pytest.mark.smoke

OWN = "vocabulary:\n  cues:\n    a: {name: A, for_product: P, for_service: S}\n"
PROBLEMS = [
    ("empty-file", "§"),
    ("empty-file", "§# only a comment\n"),
    ("empty-file", "---\n§"),
    ("not-fields", "§just text\n"),
    ("not-fields", "§- id: q1\n"),
    ("missing-field", f"§{HEAD}"),
    ("missing-field", "§" + bank(verdict(), head="")),
    ("empty-field", f"{HEAD}questions:§\n"),
    ("not-a-list", f"{HEAD}questions:\n  §q1: {{answer: service}}\n"),
    ("not-fields", "bank: §demo\n" + bank(verdict(), head="")),
    ("unknown-field", bank(verdict(), more="§title: Demo\n")),
    ("bad-id", bank(verdict(), head=HEAD.replace("demo", "§Demo"))),
    ("bad-language", bank(verdict(), head=f"{HEAD}  language: §en_GB\n")),
    ("bad-language", bank(verdict(), head=f"{HEAD}  language: §en{'-GB' * 12}\n")),
    ("empty-field", bank(verdict(), "  -§\n")),
    ("not-fields", bank(verdict(), "  - §text\n")),
    ("neither-kind", bank(verdict(), "  - §id: q2\n    wyh: x\n")),
    ("neither-kind", bank(verdict(), "  - §{}\n")),
    ("missing-field", bank("  - §" + without(verdict(), "why")[4:])),
    ("missing-field", bank(verdict(reasons=f"[§{{text: The desk acts., for: service}}, {IDLE}]"))),
    ("missing-field", bank(verdict(reasons=f"[§{{why: The desk acts., for: service}}, {IDLE}]"))),
    ("empty-field", bank(verdict(reasons=given("quote: [resets, §'']")))),
    ("not-a-list", bank(verdict(reasons=given("quote: §{a: b}")))),
    ("not-a-text", bank(verdict(reasons=given("quote: [§[resets]]")))),
    ("not-a-text", bank(verdict(reasons=given("cue: §[support]")))),
    ("not-a-list", bank(verdict(reasons="§label"))),
    ("unknown-word", bank(verdict(reasons=given("quote: resets", side="§both")))),
    ("unknown-field", bank(verdict(), more="    §evidence:\n")),
    ("unknown-field", bank(verdict(), more="    §tempting: [{misconception: label, why: x}]\n")),
    ("unknown-field", bank(verdict(), more="    §not_deciding: []\n")),
    ("unknown-field", bank(choice(), more="    §evidence: []\n")),
    ("unknown-field", bank(verdict(reasons=given("§misconception: price-or-free")))),
    ("wrong-kind", bank(choice(), more="    §reasons: []\n")),
    ("wrong-kind", bank(choice(), more="    §offer: a thing\n")),
    ("not-a-text", bank(verdict(offer="§[a]"))),
    ("unknown-word", bank(verdict(background="§maybe"))),
    ("unknown-word", bank(choice(background="§1"))),
    (
        "missing-field",
        bank(choice(options="[{text: a, why: b, correct: yes}, §{why: c}, {text: d, why: e}]")),
    ),
    ("empty-field", bank(verdict(why='§" "'))),
    ("empty-field", bank(verdict(topics='[desk, §""]'))),
    ("unknown-field", bank(verdict(), more="    §strenght: clear\n")),
    ("unknown-field", bank(verdict(reasons=given("quote: resets, §fro: product")))),
    ("wrong-kind", bank(verdict(), more="    §style: standard\n")),
    ("wrong-kind", bank(choice(), more="    §answer: product\n")),
    ("not-a-text", bank(verdict(flips="§[a]"))),
    ("not-a-text", bank(verdict(flips="§{a: b}"))),
    ("not-a-text", bank(verdict(answer="§[service]"))),
    ("not-a-list", bank(verdict(topics="§desk"))),
    ("not-fields", bank(verdict(reasons=f"[§resets, {{text: a, why: b, for: service}}, {IDLE}]"))),
    ("unknown-word", bank(verdict(answer="§no"))),
    ("unknown-word", bank(verdict(strength="§strong"))),
    ("unknown-word", bank(choice(level="§3"))),
    (
        "unknown-word",
        bank(choice(options="[{text: a, why: b, correct: §y}, {text: c, why: d, correct: yes}]")),
    ),
    ("bad-id", bank(verdict(fact="§a b"))),
    ("bad-id", bank(verdict("§a..b"))),
    ("bad-id", bank(verdict("§" + "a" * 65))),
    ("too-few", bank(choice(options="§[{text: a, why: b, correct: yes}]"))),
    ("too-many", bank(choice(options="§[" + "{text: a, why: b}, " * 7 + "]"))),
    ("too-few", bank(verdict(reasons=""), more=OWN.replace("    a", "    §a"))),
    ("not-fields", bank(verdict(reasons=""), more="vocabulary: §text\n")),
    ("not-fields", bank(verdict(reasons=""), more=f"{OWN}    b: §text\n")),
    ("bad-id", bank(verdict(reasons=""), more=OWN + OWN.splitlines()[2].replace("a:", "§B:") + "\n")),
]
HINTS = [
    ("    scenaro: x", "scenario"),
    ("    explanation: x", "why"),
    ("    evidence: [{quote: x, cue: y}]", "under “reasons:”"),
    ("    tempting: []", "under “reasons:”"),
    ("    not_deciding: [x]", "under “reasons:”"),
    ("    image: x", "no pictures"),
    ("    cue:support: x", "known here"),
    ("    answer:service: x", "blank behind the colon"),
    ("    \u00a0notes: x", "No-break"),
    ('    "notes ": x', "blank stands beside it"),
    ("    n\u043etes: x", "CYRILLIC SMALL LETTER O"),
    ("    Notes: x", "“notes”"),
    (f"    {'k' * 900}: x", "Known here"),
    ("    <b>: x", "Known here"),
]


@pytest.mark.parametrize(("code", "text"), PROBLEMS)
def test_what_is_wrong_with_the_form_is_one_problem_in_its_place(
    tmp_path: Path, code: str, text: str
) -> None:
    text, line, column = marked(text)
    assert told(read(tmp_path, text).problems) == [(code, line, column)]


@pytest.mark.parametrize(("line", "hint"), HINTS)
def test_an_unknown_field_comes_with_the_likely_mend(tmp_path: Path, line: str, hint: str) -> None:
    (problem,) = read(tmp_path, bank(verdict(), more=f"{line}\n")).errors
    assert hint.lower() in problem.hint.lower()
    assert len(problem.message) < 200


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("servise", "Did you mean “service”?"),
        ("Service", "Did you mean “service”?"),
        ("'service '", "A blank stands beside it."),
        ("s\u0435rvice", "Letter 2 is U+0435"),
        ("x" * 65, "exactly so"),
    ],
)
def test_a_misspelt_word_is_held_against_the_right_ones(tmp_path: Path, word: str, hint: str) -> None:
    (problem,) = read(tmp_path, bank(verdict(answer=word))).errors
    assert hint in problem.hint


def test_a_fault_never_hides_a_neighbour(tmp_path: Path) -> None:
    faulty = verdict("q2", answer="svc", reasons="[{text: a, quote: refunds, why: b}, {text: c}, {why: d}]")
    reading = read(tmp_path, bank(verdict("q1"), faulty, verdict("q3", pair="q2"), choice()))
    assert reading.bank is not None
    assert [question.id for question in reading.bank.questions] == ["q1", "c1"]
    assert {code for code, _, _ in told(reading.problems)} == {
        "unknown-word",
        "missing-field",
        "quote-not-found",
        "one-sided-pair",
    }


def test_empty_fields_count_as_absent(tmp_path: Path) -> None:
    names = (
        "prompt",
        "offer",
        "background",
        "strength",
        "claims",
        "flips",
        "fact",
        "notes",
        "topics",
        "level",
    )
    reading = read(tmp_path, bank(verdict(**dict.fromkeys(names, ""))))
    assert reading.problems == ()
    assert reading.bank == read(tmp_path, bank(verdict())).bank


def test_ten_thousand_questions_are_the_most(tmp_path: Path) -> None:
    small = "".join(f"  - {{id: q{n}, scenario: s, answer: product, why: w}}\n" for n in range(10_001))
    reading = read(tmp_path, bank(small, more="  - 'never reached"))
    assert told(reading.problems) == [("too-many-questions", 10_005, 5)]
    assert reading.bank is not None
    assert len(reading.bank.questions) == 10_000


def test_errors_come_before_warnings_within_a_hundred(tmp_path: Path) -> None:
    bare = [verdict(f"q{n}", reasons="") for n in range(150)]
    problems = read(tmp_path, bank(*bare, verdict("last", answer="svc"))).problems
    assert problems[0].code == "unknown-word"
    assert len(problems) == 100
    assert "52 more" in problems[-1].message


def test_what_is_quoted_in_a_message_cannot_turn_it_around(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, bank(verdict(answer="خدمة"))).errors
    assert "not \u2068“خدمة”\u2069." in problem.message


def test_a_topic_is_one_and_as_typed_first_however_its_letters_are_stored(tmp_path: Path) -> None:
    apart, composed = verdict("q1", topics="[cafe\u0301]"), verdict("q2", topics="[caf\u00e9]")
    found = read(tmp_path, bank(apart, composed)).bank
    assert found is not None
    assert {topic for question in found.questions for topic in question.topics} == {"cafe\u0301"}
