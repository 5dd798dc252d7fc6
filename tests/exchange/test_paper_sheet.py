"""A printed paper: what is asked without its answers, and the key on pages of its own."""

from dataclasses import replace

from quizapp.domain.paper import handed_in
from quizapp.exchange.paper_sheet import paper_html
from tests.domain.examples import bank, choice, verdict
from tests.ui.papers import LIKE_EXAM, paper

HOSTILE = "<script>alert(1)</script> & <b>bold</b>"


def printed(*questions: object) -> str:
    of = bank(*questions)  # type: ignore[arg-type]
    return paper_html(handed_in(paper(of)), LIKE_EXAM, {of.id: of})


def test_the_questions_come_first_and_tell_nothing() -> None:
    questions, key = printed(replace(choice(2), why="THE-WHY"), verdict(name="v")).split("– Key")
    assert "THE-WHY" not in questions
    assert "At a glance" not in questions
    assert "Because" not in questions
    assert "THE-WHY" in key
    assert "At a glance" in key


def test_the_key_begins_on_a_page_of_its_own() -> None:
    assert "page-break-before" in printed(choice(0))


def test_letters_stand_as_the_options_stand_in_the_paper() -> None:
    of = bank(choice(3))
    session = handed_in(paper(of))
    html = paper_html(session, LIKE_EXAM, {of.id: of})
    letter = "ABCD"[session.asked[0].order.index(3)]
    assert f"Question 1: {letter}" in html
    assert f"{letter}. <bdi>Option 3</bdi> (right)" in html


def test_what_a_bank_says_stays_text() -> None:
    html = printed(replace(choice(0), prompt=HOSTILE))
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_the_rules_stand_on_top() -> None:
    assert "2 questions · 60 minutes · 75 with extra time · 26 to pass. Closed book" in printed(
        choice(0), verdict(name="v")
    )
