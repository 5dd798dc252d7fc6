"""What questions must keep to beyond their form: each rule broken once, and told where it is broken."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.domain.problem import Severity
from quizapp.domain.question import Choice, Reason, Side, Strength, Verdict
from quizapp.storage.banks import messages
from tests.builders import HEAD, IDLE, VOCABULARY, bank, choice, given, listed, marked, read, told, verdict

FOR_PRODUCT = "{text: It is theirs., for: product, cue: ownership, quote: password, why: Theirs for good.}"
BOTH_SIDES = given("quote: resets").replace(
    "{text: There is paper.", f"{FOR_PRODUCT}, {{text: There is paper."
)
ONE_SIDED = given("quote: resets")
CASES = {"case_for_product": "A tool alone.", "case_for_service": "People act."}
RULES = [
    ("quote-not-found", verdict(reasons=given("quote: §refunds, cue: support"))),
    ("quote-not-unique", verdict(reasons=given("quote: §es, cue: support"))),
    ("quote-not-unique", verdict(scenario="aaab", reasons=given("quote: §aa, cue: support"))),
    ("unknown-cue", verdict(reasons=given("quote: resets, cue: §suport"))),
    ("unknown-cue", verdict(reasons=given("cue: §price_or_free"))),
    ("unknown-cue", verdict(reasons=ONE_SIDED.replace("{text: There", "{cue: §A1, text: There", 1))),
    ("misconception-for", verdict(reasons=given("cue: price-or-free", side="§service"))),
    ("quote-not-found", verdict(reasons=given("quote: [resets, §refunds]"))),
    ("same-reason", verdict(reasons=ONE_SIDED.replace("There is paper.", "§There is  a bill."))),
    (
        "same-reason",
        verdict(
            reasons=given("cue: support", side="service").replace(
                "{text: There is a bill.", "{text: caf\u00e9, why: x}, {text: §cafe\u0301"
            )
        ),
    ),
    ("unknown-claim", verdict(claims="[A1, §a7]")),
    ("unknown-claim", choice(claims="[§support]")),
    ("missing-case", verdict(strength="§arguable", reasons=BOTH_SIDES, case_for_product="x")),
    ("one-sided", verdict(strength="§arguable", **CASES)),
    ("one-sided", verdict(answer="product", strength="§arguable", **CASES)),
    ("no-deciding-reason", verdict(reasons=f"§{given('quote: resets', side='product')}")),
    ("no-deciding-reason", verdict(strength="leaning", reasons=f"§[{IDLE}]")),
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
    ("same-option", choice(options="[{text: a  b, why: c, correct: yes}, {text: §a b, why: d}]")),
    ("same-option", choice(options="[{text: caf\u00e9, why: c, correct: yes}, {text: §cafe\u0301, why: d}]")),
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
    verdict(scenario="'It  resets\u00a0a password.'", reasons=given("quote: 'resets a ', cue: support")),
    verdict(reasons=BOTH_SIDES),
    verdict(strength="arguable", reasons=BOTH_SIDES, **CASES),
    verdict(strength="leaning", reasons=BOTH_SIDES),
    verdict(reasons=given("quote: [resets, forgotten]")),
    verdict(reasons=given("quote: []")),
    verdict(reasons=given("quote: '', cue: ").replace(", cue: }", "}")),
    verdict(reasons=ONE_SIDED.replace("{text: There", "{cue: price-or-free, text: There")),
    verdict(reasons=ONE_SIDED.replace("{text: There", "{cue: support, quote: resets, text: There")),
    verdict(offer="the reset", background="No"),
    choice(options="[{text: A b, why: c, correct: yes}, {text: a b, why: d}]", background="yes"),
    verdict(scenario="Ask for 1.10 (each).", reasons=given("quote: 1.10 (each), cue: support")),
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
        reasons=given(f'quote: "{quote}"'),
    )
    assert hint in read(tmp_path, bank(question)).errors[0].hint


def test_structure_earns_warnings_and_still_loads(tmp_path: Path) -> None:
    bare = verdict("q2", reasons="", pair="q1").replace("- id:", "- §id:")
    text, line, column = marked(bank(verdict("q1", pair="q2"), bare))
    reading = read(tmp_path, text)
    warnings = told(reading.problems, Severity.WARNING)
    assert ("no-reasons", line, column) in warnings
    assert [code for code, _, _ in warnings] == ["no-reasons", "twins-agree"]
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
    first = verdict("1e3", scenario="Null", reasons="", topics="[yes, 010]", level="2", fact="0x1f")
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


def test_a_reason_supports_a_label_only_where_it_says_so(tmp_path: Path) -> None:
    reasons = (
        f"[{{text: a, why: b, for: service, cue: support, quote: [resets, desk]}}, {FOR_PRODUCT}, {IDLE}]"
    )
    loaded = read(tmp_path, bank(verdict(reasons=reasons, offer="the reset"))).bank
    assert loaded is not None
    (question,) = loaded.questions
    assert isinstance(question, Verdict)
    assert [reason.side for reason in question.reasons] == [Side.SERVICE, Side.PRODUCT, None, None]
    assert question.reasons[0] == Reason("a", "b", Side.SERVICE, "support", ("resets", "desk"))
    assert question.prompt == "Which label fits the reset better?"


WARNED = [
    ("few-reasons", verdict(reasons="§[{text: a, why: b, for: service}, {text: c, why: d}]")),
    (
        "no-idle-reason",
        verdict(strength="arguable", reasons=f"§[{{text: a, why: b, for: service}}, {FOR_PRODUCT}]", **CASES),
    ),
    ("supports-only", verdict(reasons="§" + given("cue: duration"))),
    (
        "supports-only",
        verdict(
            strength="arguable", reasons="§" + BOTH_SIDES.replace("cue: ownership", "cue: duration"), **CASES
        ),
    ),
]


@pytest.mark.parametrize(("code", "question"), WARNED)
def test_what_the_reason_step_lacks_is_a_warning(tmp_path: Path, code: str, question: str) -> None:
    weak = replace(VOCABULARY.cues["support"], id="duration", supports_only=True)
    vocabulary = replace(VOCABULARY, cues={**VOCABULARY.cues, "duration": weak})
    text, line, column = marked(bank(question))
    reading = read(tmp_path, text, vocabulary)
    assert told(reading.problems, Severity.WARNING) == [(code, line, column)]
    assert reading.bank is not None


def test_a_kind_that_never_decides_alone_may_stand_beside_another(tmp_path: Path) -> None:
    weak = replace(VOCABULARY.cues["support"], id="duration", supports_only=True)
    vocabulary = replace(VOCABULARY, cues={**VOCABULARY.cues, "duration": weak})
    beside = f"[{{text: a, why: b, for: service, cue: duration}}, {{text: c, why: d, for: service}}, {IDLE}]"
    assert read(tmp_path, bank(verdict(reasons=beside)), vocabulary).problems == ()


def test_each_wording_has_a_code_of_its_own_and_fills_in_what_it_is_given() -> None:
    codes = [wording.code for wording in messages.WORDINGS]
    assert len(set(codes)) == len(codes) > 10
    fault = messages.ONE_SIDED.fault(side=Side.SERVICE)
    assert (fault.parameters, "for: service" in str(fault.hint)) == ({"side": "service"}, True)
