"""What questions must keep to beyond their form: each rule broken once, and told where it is broken."""

from pathlib import Path

import pytest

from quizapp.domain.problem import Severity
from quizapp.domain.question import Choice, Side, Strength, Verdict
from tests.builders import HEAD, bank, choice, listed, marked, read, told, verdict

BOTH_SIDES = "[{quote: resets, cue: support}, {quote: password, cue: ownership, for: product}]"
CASES = {"case_for_product": "A tool alone.", "case_for_service": "People act."}
RULES = [
    ("quote-not-found", verdict(evidence="[{quote: §refunds, cue: support}]")),
    ("quote-not-unique", verdict(evidence="[{quote: §es, cue: support}]")),
    ("quote-not-unique", verdict(scenario="aaab", evidence="[{quote: §aa, cue: support}]")),
    ("unknown-cue", verdict(evidence="[{quote: resets, cue: §suport}]")),
    ("unknown-cue", verdict(not_deciding="[§A1]")),
    ("unknown-claim", verdict(claims="[A1, §a7]")),
    ("unknown-claim", choice(claims="[§support]")),
    ("unknown-misconception", verdict(tempting="[{misconception: §price_or_free, why: x}]")),
    ("cue-on-both-sides", verdict(not_deciding="[ownership, §support]")),
    ("missing-case", verdict(strength="§arguable", evidence=BOTH_SIDES, case_for_product="x")),
    ("one-sided", verdict(strength="§arguable", **CASES)),
    ("contrary-evidence", verdict(evidence="§[{quote: resets, cue: support, for: product}]")),
    ("unknown-pair", verdict(pair="§q9")),
    ("unknown-pair", verdict(pair="§q1")),
    ("unknown-pair", verdict(pair="§c1") + choice()),
    ("one-sided-pair", verdict(pair="§q2") + verdict("q2")),
    ("duplicate-id", verdict() + verdict("§q1")),
    ("correct-options", choice(options="§[{text: a, why: b}, {text: c, why: d, correct: No}]")),
    (
        "correct-options",
        choice(options="[{text: a, why: b, correct: yes}, §{text: c, why: d, correct: TRUE}]"),
    ),
    ("same-option", choice(options="[{text: A  b, why: c, correct: yes}, {text: §a b, why: d}]")),
    ("style", choice(style="missing-word", prompt="§No gap.")),
    ("style", choice(style="missing-word", prompt="§'[?] and [?]'")),
    ("style", choice(style="negative", prompt="§Which is not one? NOTHING.")),
    ("style", choice(statements="§[a, b]")),
    ("style", listed("1 and 2", "2 and 3", statements="§[a, b, c]")),
    ("style", listed("1 and 2", "§23")),
    ("style", listed("1 and 2", "§one and two")),
    ("style", listed("1 and 2", "§4 and 5")),
    ("style", listed("1 and 2", "§3 and 3")),
    ("same-option", listed("1 and 2", "§2 and 1")),
]
SOUND = [
    verdict(scenario="'It  resets\u00a0a password.'", evidence="[{quote: 'resets a ', cue: support}]"),
    verdict(evidence="[{quote: resets, cue: support}, {quote: a, cue: resources, for: product}]").replace(
        "quote: a,", "quote: forgotten,"
    ),
    verdict(strength="arguable", evidence=BOTH_SIDES, **CASES),
    verdict(strength="leaning", evidence="[{quote: resets, cue: support, for: product}]"),
    verdict(scenario="Ask for 1.10 (each).", evidence="[{quote: 1.10 (each), cue: support}]"),
    verdict(pair="q2") + verdict("q2", answer="product", pair="q1"),
    choice(style="missing-word", prompt="'A [?] is supplied.'"),
    choice(style="negative", prompt="Which is LEAST likely?"),
    listed("3 and 1", "2 and 4"),
]
NEAR = [
    ("provider's", "the provider\u2019s desk", "other quotes"),
    ("cafe\u0301", "a caf\u00e9 here", "accents"),
    ("resets", "re\u200bsets it", "invisible"),
    ("Resets it", "he resets it", "capital"),
    ("24hours", "in 24 hours", "Copy"),
    ("resets it at once", "he resets it later", "as far as “resets it”"),
    ("in the prompt", "somewhere else", "prompt"),
]


@pytest.mark.parametrize(("code", "question"), RULES)
def test_a_broken_rule_is_one_error_in_its_place(tmp_path: Path, code: str, question: str) -> None:
    text, line, column = marked(bank(question))
    assert told(read(tmp_path, text).problems) == [(code, line, column)]


@pytest.mark.parametrize("question", SOUND)
def test_what_keeps_the_rules_loads(tmp_path: Path, question: str) -> None:
    reading = read(tmp_path, bank(question))
    assert reading.problems == ()
    assert reading.bank is not None


@pytest.mark.parametrize(("quote", "scenario", "hint"), NEAR)
def test_a_quote_that_nearly_occurs_comes_with_the_difference(
    tmp_path: Path, quote: str, scenario: str, hint: str
) -> None:
    question = verdict(
        scenario=scenario,
        prompt="What stands in the prompt?",
        evidence=f'[{{quote: "{quote}", cue: support}}]',
    )
    assert hint in read(tmp_path, bank(question)).errors[0].hint


def test_structure_earns_warnings_and_still_loads(tmp_path: Path) -> None:
    bare = verdict("q2", evidence="", pair="q1").replace("- id:", "- §id:")
    text, line, column = marked(bank(verdict("q1", pair="q2"), bare))
    reading = read(tmp_path, text)
    warnings = told(reading.problems, Severity.WARNING)
    assert ("no-evidence", line, column) in warnings
    assert [code for code, _, _ in warnings] == ["no-evidence", "twins-agree"]
    assert reading.bank is not None


def test_a_question_whose_pair_is_left_out_stands_alone(tmp_path: Path) -> None:
    faulty = verdict("q2", answer="product", pair="q1", strength="x")
    reading = read(tmp_path, bank(verdict("q1", pair="q2"), faulty))
    assert [code for code, _, _ in told(reading.problems)] == ["unknown-word"]
    assert reading.bank is not None
    (question,) = reading.bank.questions
    assert isinstance(question, Verdict)
    assert question.pair == ""


def test_values_arrive_as_typed(tmp_path: Path) -> None:
    head = HEAD.replace("Demo bank", "1984") + "  language: no\n  version: 1.10\n  licence: ~\n"
    first = verdict("1e3", scenario="Null", evidence="", topics="[yes, 010]", level="2", fact="0x1f")
    second = choice(
        style="negative", prompt="NOT", options="[{text: =, why: no, correct: Yes}, {text: ~, why: x}]"
    )
    loaded = read(tmp_path, bank(first, second, head=head)).bank
    assert loaded is not None
    assert (loaded.title, loaded.language, loaded.version, loaded.licence) == ("1984", "no", "1.10", "~")
    verdict_, choice_ = loaded.questions
    assert isinstance(verdict_, Verdict)
    assert isinstance(choice_, Choice)
    assert (verdict_.id, verdict_.scenario, verdict_.topics) == ("1e3", "Null", ("yes", "010"))
    assert (verdict_.level, verdict_.fact, verdict_.strength) == (2, "0x1f", Strength.CLEAR)
    assert [(option.text, option.correct) for option in choice_.options] == [("=", True), ("~", False)]


def test_evidence_speaks_for_the_answer_unless_it_says_otherwise(tmp_path: Path) -> None:
    loaded = read(tmp_path, bank(verdict(evidence=BOTH_SIDES))).bank
    assert loaded is not None
    (question,) = loaded.questions
    assert isinstance(question, Verdict)
    assert [evidence.side for evidence in question.evidence] == [Side.SERVICE, Side.PRODUCT]
