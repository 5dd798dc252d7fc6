"""Revisions and quotes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.question import Option, Side, Strength, revision
from quizapp.domain.quotes import folded, spans
from tests.domain.examples import IDLE, OWNS, RUNS, arguable, choice, verdict

V, C = verdict(), choice()


@pytest.mark.parametrize(
    "changed",
    [
        replace(V, scenario="Another."),
        replace(V, own_prompt="Another?"),
        replace(V, offer="the machine"),
        replace(V, offer="the machine", own_prompt="Another?"),
        replace(V, answer=Side.PRODUCT),
        replace(V, strength=Strength.LEANING),
    ],
)
def test_what_is_asked_makes_a_new_revision(changed: object) -> None:
    assert revision(changed) != revision(V)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "same",
    [
        replace(V, why="Mended."),
        replace(V, topics=("x",)),
        replace(V, reasons=V.reasons[1:]),
        replace(V, background=True),
    ],
)
def test_a_mended_explanation_keeps_the_revision(same: object) -> None:
    assert revision(same) == revision(V)  # type: ignore[arg-type]


def test_what_was_answered_before_there_were_offers_still_counts() -> None:
    assert revision(V) == "680f70302ab2"
    assert len({revision(each) for each in (V, replace(V, offer="a"), replace(V, own_prompt="a"))}) == 3


@pytest.mark.parametrize(
    ("offer", "own", "prompt"),
    [
        ("", "", "Which label fits the offer better?"),
        ("the Care Pack", "", "Which label fits the Care Pack better?"),
        ("the Care Pack", "What would the lab say?", "What would the lab say?"),
    ],
)
def test_what_is_judged_is_named(offer: str, own: str, prompt: str) -> None:
    assert replace(V, offer=offer, own_prompt=own).prompt == prompt


def test_reasons_are_told_apart_by_the_answer() -> None:
    leaning = verdict(strength=Strength.LEANING, reasons=(OWNS, RUNS))
    assert (leaning.deciding, leaning.others) == ((RUNS,), (OWNS, *IDLE))
    assert (arguable().deciding, arguable().others) == ((OWNS, RUNS), IDLE)


def test_texts_and_key_make_the_revision_of_a_choice() -> None:
    reworded = (Option("Option zero", "Because.", correct=True), *C.options[1:])
    mended = (Option("Option 0", "Better said.", correct=True), *C.options[1:])
    changes = [replace(C, options=reworded), choice(key=1), replace(C, statements=("One",))]
    assert revision(C) not in [revision(changed) for changed in changes]
    assert revision(replace(C, options=mended)) == revision(C)


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("It runs it.", "runs it", [(3, 10)]),
        ("It  runs\u00a0\tit.", "runs it", [(4, 12)]),
        ("one\n\ntwo", "one two", [(0, 8)]),
        ("aaa", "aa", [(0, 2), (1, 3)]),
        ("24hours", "24 hours", []),
        ("a.b", "a?b", []),
        ("📦📦 it", "it", [(3, 5)]),
        ("  led", " led ", [(2, 5)]),
        ("abc", "  ", []),
    ],
)
def test_quotes_are_found_letter_by_letter_with_blanks_folded(
    text: str, quote: str, found: list[tuple[int, int]]
) -> None:
    assert spans(text, quote) == found


@given(st.text(), st.text(min_size=1), st.text())
def test_a_quote_put_into_a_text_is_found_there(before: str, quote: str, after: str) -> None:
    text = f"{before} {quote} {after}"
    if folded(quote):
        assert folded(quote) in {folded(text[start:end]) for start, end in spans(text, quote)}
