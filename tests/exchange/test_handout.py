"""The handout: everything a participant may take home, and nobody's name."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.bank import Source
from quizapp.domain.question import Option, Reason, Side, Strength, Verdict
from quizapp.domain.round import Ruling
from quizapp.domain.round_plan import AnsweringMode
from quizapp.domain.round_record import RoundRecord
from quizapp.exchange.handout import handout_html
from quizapp.exchange.words import PROJECT_NOTICE
from tests.content.shipped import CHOICES, SCENARIOS
from tests.content.shipped import bank as shipped_bank
from tests.domain.examples import RUNS, arguable, choice, fact, verdict
from tests.exchange.reading import faults, read
from tests.exchange.rounds import NAMES, changed, hands, one, record, teams, told

HOSTILE = [
    "<script>alert(1)</script>",
    "</p></body></html>",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "&lt;b&gt; &amp; &#60;i&#62;",
    "\u202emirrored\u202c שלום",
    "\"><a href='file:///etc/passwd'>",
    "]]> --> <!-- ",
    "{{ }} %s {0}",
]
FULL = replace(
    verdict(),
    scenario="A firm buys it. A supplier runs it.",
    flips="If nobody ran it.",
    claims=("A1",),
    reasons=(
        fact("The firm buys it.", Side.PRODUCT, "owns", "buys it"),
        RUNS,
        fact("It weighs a ton.", None, "tangibility", "firm"),
    ),
)


def hostile_record(text: str) -> RoundRecord:
    question = Verdict(
        "q", text, Side.PRODUCT, text, text, text, Strength.ARGUABLE,
        (Reason(text, text, Side.PRODUCT, text, (text,)), Reason(text, text)),
        flips=text, case_for_product=text, case_for_service=text,
    )  # fmt: skip
    options = (Option(text, text, correct=True), Option(text, text))
    chosen = replace(choice(), prompt=text, options=options, statements=(text,), why=text)
    made = record((question, told(question, hands(product=1))), (chosen, told(chosen, hands(_0=1))))
    made = changed(made, dispute=text)
    plan = replace(made.round.plan, title=text)
    bank = replace(made.bank, title=text, notice=text, author=text, licence=text)
    return replace(made, bank=bank, round=replace(made.round, plan=plan))


def words(html: str) -> str:
    return " ".join(read(html).text.split())


def test_a_question_comes_with_votes_verdict_and_reasons() -> None:
    html = words(handout_html(one(FULL, hands(product=8, service=12), hands(product=2, service=18))))
    assert "Tuesday’s round 22 November 2026 · Demo · 1 question" in html
    assert "A firm ◆1 buys it. A supplier ●2 runs it." in html
    assert "Numbered words in a scenario show facts for a label" in html
    assert "Which label fits the offer better? ● Service – clear" in html
    assert "● Service – clear How the room voted" in html
    assert "◆ Product 8 (40 %) ■■■■■■ 2 (10 %) ■■" in html
    assert "First vote: 12 of 20 right, 60 % (could be 39–78 %)." in html
    assert "What decides it ●2 The supplier runs it. Since. Why Service fits Because." in html
    assert "The other facts ◆1 The firm buys it. Since. It weighs a ton. Since." in html
    assert "What would change it If nobody ran it." in html


def test_claims_have_their_credit_and_the_page_its_notices() -> None:
    html = words(handout_html(one(FULL)))
    assert (
        "It is complicated. Trevor Wilson, “Product or Service?”, ITSM Assist Limited – in our words" in html
    )
    assert "A bank’s notice." in html
    assert PROJECT_NOTICE in html


def test_a_question_without_source_or_votes_says_so() -> None:
    made = one(verdict(idle=()))
    bare = replace(made.bank, vocabulary=replace(made.bank.vocabulary, source=Source()))
    html = words(handout_html(replace(made, bank=bare)))
    assert "Nobody voted." in html
    assert "The argument is that of" not in html
    assert "other facts" not in html


def test_an_arguable_question_has_both_cases_and_no_winner() -> None:
    question = replace(arguable(), case_for_product="It is bought.", case_for_service="It is run.")
    html = words(handout_html(one(question, hands(product=3, service=4))))
    assert "Both answers can be argued, leaning to ◆ Product" in html
    assert "The case for Product It is bought. The case for Service It is run." in html
    assert "The facts for each ◆1 The supplier owns it. Since. ●2 The supplier runs it. Since." in html
    assert "What decides nothing here It weighs a ton. Since." in html
    assert " right, " not in html


def test_a_choice_shows_every_option_with_its_reason() -> None:
    question = replace(choice(key=1, options=3), statements=("One", "Two"), why="All in all.")
    html = words(handout_html(one(question, hands(_1=3, _2=1))))
    assert "Which? One Two Right: B. Option 1" in html
    assert "A 0 (0 %) B (right) 3 (75 %) ■■■■■■■■■■■■ C 1 (25 %) ■■■■" in html
    assert "in a scenario" not in html
    assert "A. Option 0Because. B. Option 1 (right)Because. C. Option 2Because. All in all." in html


@pytest.mark.parametrize(
    ("ruling", "sentence"),
    [(Ruling.VOID, "counted for nothing"), (Ruling.BOTH, "accepted every answer")],
)
def test_a_ruling_is_told_and_no_share_right_with_it(ruling: Ruling, sentence: str) -> None:
    html = words(handout_html(changed(one(FULL, hands(service=5)), ruling=ruling)))
    assert sentence in html
    assert " right, " not in html


def test_a_second_vote_that_nobody_took_part_in_is_empty() -> None:
    html = words(handout_html(one(FULL, hands(product=1, service=1), hands())))
    assert "First vote (2 hands) After talking (0 hands) ◆ Product 1 (50 %) ■■■■■■■■ 0 ● Service" in html


@pytest.mark.parametrize(
    ("voters", "counted"),
    [("t1", "1 team"), ("t1 t2", "2 teams"), ("p1", "1 person"), ("p1 p2", "2 people"), ("t1 p1", "2 votes")],
)
def test_a_vote_says_whose_it_is(voters: str, counted: str) -> None:
    html = words(handout_html(one(FULL, teams(**dict.fromkeys(voters.split(), "service")))))
    assert f"First vote ({counted})" in html


def test_credit_is_given_where_the_article_is_used() -> None:
    cited = replace(choice(), claims=("A1",))
    assert "The argument is that of" in handout_html(one(cited))
    assert "The argument is that of" not in handout_html(one(choice()))


def test_a_note_on_a_disputed_question_is_in_it_only_when_asked_for() -> None:
    made = changed(one(FULL), dispute="Zoe says no")
    unasked = words(handout_html(made))
    assert "The room disputed this." in unasked
    assert "Zoe" not in unasked
    asked = words(handout_html(made, with_notes=True))
    assert "Disputed: Zoe says no" in asked
    assert "stand here as they were written, with any names in them" in asked
    assert "as they were written" not in words(handout_html(one(FULL), with_notes=True))


def test_a_small_room_gets_no_interval() -> None:
    html = words(handout_html(one(FULL, hands(product=1, service=8))))
    assert "First vote: 8 of 9 right, 89 % (few votes)." in html
    assert "could be" not in words(handout_html(one(FULL, hands(product=1, service=8))))


@pytest.mark.parametrize("name", [SCENARIOS, CHOICES])
def test_no_closing_notice_stands_twice(name: str) -> None:
    bank = shipped_bank(name)
    question = bank.questions[0]
    made = one(question)
    html = words(handout_html(replace(made, bank=replace(bank, questions=(question,)))))
    assert html.count("PeopleCert") == 1
    assert html.count("registered trade mark") == 1
    assert html.count("Trevor Wilson") <= 1 + html.count("– in our words")


def test_a_buzz_is_no_share_of_the_room() -> None:
    buzz = replace(teams(t1="service"), mode=AnsweringMode.BUZZ, buzzes=("t1",))
    html = words(handout_html(one(FULL, buzz)))
    assert "● Service 1 (100 %)" in html
    assert "could be" not in html


def test_what_was_left_out_or_not_shown_is_not_in_it_and_numbers_stay() -> None:
    questions = [replace(verdict(name=f"q{n}"), scenario=f"Scenario {n}.") for n in range(3)]
    made = record(*((question, told(question)) for question in questions), warm_up=True)
    made = changed(changed(made, 0, is_skipped=True), 1, is_revealed=False)
    html = words(handout_html(made))
    assert "Scenario 2." in html
    assert "Question 3" in html
    assert "2 questions are not in it: left out, or the answer was not shown." in html
    assert "Scenario 0" not in html
    assert "Scenario 1" not in html
    assert "(warm-up" in words(handout_html(changed(made, 0, is_skipped=False)))


def test_a_round_without_a_verdict_says_so() -> None:
    assert "No verdict was shown" in words(handout_html(changed(one(FULL), is_revealed=False)))


def test_nobodys_name_is_in_it() -> None:
    html = handout_html(one(FULL, teams(t1="product", t2="service")))
    assert not [name for name in (*NAMES.values(), ">t1<", ">t2<") if name in html]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stand_there_as_text(text: str) -> None:
    html = handout_html(hostile_record(text))
    page = read(html)
    assert {"script", "img", "a", "i"} & set(page.names()) == set()
    assert faults(html) == []
    assert page.text.count(text.strip()) >= 10


@given(st.text(max_size=40))
def test_no_text_breaks_the_page(text: str) -> None:
    assert faults(handout_html(hostile_record(text))) == []


@pytest.mark.parametrize("strength", list(Strength))
def test_the_page_has_no_fault_that_can_be_seen_without_a_screen(strength: Strength) -> None:
    question = replace(FULL, strength=strength)
    html = handout_html(
        record((question, told(question, hands(product=1))), (choice(), told(choice(), hands(_0=2))))
    )
    assert faults(html) == []
    assert "http" not in html


def test_a_bank_in_another_language_keeps_it() -> None:
    made = one(FULL)
    html = handout_html(replace(made, bank=replace(made.bank, language="he")))
    assert '<p dir="auto" lang="he">Because.</p>' in html
    odd = handout_html(replace(made, bank=replace(made.bank, language='x" onload="y')))
    assert '<p dir="auto" lang="und">Because.</p>' in odd


def test_marked_words_may_overlap_stand_twice_and_cross_lines() -> None:
    scenario = "It runs\nand is owned; gone"
    reasons = (
        fact("One.", Side.SERVICE, "runs", "runs and is"),
        fact("Two.", Side.SERVICE, "owns", "is owned"),
        fact("Three.", Side.SERVICE, "", "not there", "is owned"),
        fact("Four.", Side.SERVICE, "x", "gone", "It"),
        fact("Five.", Side.SERVICE, "x", "not there"),
    )
    html = handout_html(one(replace(verdict(), scenario=scenario, reasons=reasons)))
    told = read(html).text.replace("\u00a0", " ")
    assert "●1 It ●2 runs\nand ●3 ●4 is owned; ●1 gone" in told
    assert "●2 One. Since." in told
    assert "●1 Four. Since." in told
    assert "● Five. Since." in told
