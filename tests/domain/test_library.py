"""What is looked up is found by words, topic, strength and what was done with it."""

import time
from dataclasses import replace
from random import Random

import pytest

from quizapp.domain.bank import Bank, Definition
from quizapp.domain.history import Past
from quizapp.domain.library import (
    CHOICE,
    Catalogue,
    Key,
    Standing,
    State,
    Wanted,
    catalogue_of,
    found,
    glossary,
    joined,
    key_of,
    matching_definitions,
)
from quizapp.domain.question import Option, Question, Side, Strength, Verdict
from quizapp.domain.session import refer
from tests.domain.examples import NOON, VOCABULARY, arguable, bank, choice, fact, verdict

BAKERY = replace(
    verdict(name="bakery"), scenario="Eine Bäckerei moves its payroll.", why="The backup is theirs."
)
BACKUP = replace(
    verdict(Side.PRODUCT, "generator", Strength.LEANING),
    scenario="A clinic buys a backup generator.",
    topics=("power",),
)
ARGUED = replace(arguable(name="laptops"), reasons=(fact("Nobody backs it up.", Side.PRODUCT, "owns"),))
EXAM = replace(
    choice(name="exam"), options=(Option("A warranty", "No.", correct=True), Option("Utility", "Yes."))
)
MIXED = bank(BAKERY, BACKUP, ARGUED, EXAM)
CATALOGUE = catalogue_of(MIXED)


def past(question: Question, marks: float) -> Past:
    return Past(refer(MIXED, question), 1, NOON, marks, None, Side.PRODUCT)


STANDINGS: dict[Key, Standing] = {
    ("demo", "bakery"): Standing(past(BAKERY, 1.0), is_flagged=True),
    ("demo", "generator"): Standing(past(BACKUP, 0.0), notes=2),
}


def names(wanted: Wanted, catalogue: Catalogue = CATALOGUE) -> list[str]:
    return [entry.question.id for entry in found(catalogue, wanted, STANDINGS).entries]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Wanted(), ["bakery", "generator", "laptops", "exam"]),
        (Wanted("  "), ["bakery", "generator", "laptops", "exam"]),
        (Wanted("backerei"), ["bakery"]),
        (Wanted("BACKUP"), ["generator", "bakery"]),  # what is asked comes before what is explained
        (Wanted("backup theirs"), ["bakery"]),
        (Wanted("backs"), ["laptops"]),
        (Wanted("warranty"), ["exam"]),
        (Wanted("generator"), ["generator"]),
        (Wanted("demo"), []),  # the bank's title: it would find all
        (Wanted("warranty payroll"), []),
        (Wanted(topic="power"), ["generator"]),
        (Wanted(strength=Strength.CLEAR), ["bakery"]),
        (Wanted(strength=Strength.ARGUABLE), ["laptops"]),
        (Wanted(strength=CHOICE), ["exam"]),
        (Wanted(state=State.ANSWERED), ["bakery", "generator"]),
        (Wanted(state=State.UNANSWERED), ["laptops", "exam"]),
        (Wanted(state=State.MISSED), ["generator"]),
        (Wanted(state=State.FLAGGED), ["bakery"]),
        (Wanted(state=State.NOTED), ["generator"]),
        (Wanted(bank="demo"), ["bakery", "generator", "laptops", "exam"]),
        (Wanted(bank="other"), []),
        (Wanted("backup", "power", Strength.LEANING, State.MISSED), ["generator"]),
    ],
)
def test_what_fits_is_found(wanted: Wanted, ids: list[str]) -> None:
    assert names(wanted) == ids


def test_a_word_mistyped_finds_what_was_meant_and_says_so() -> None:
    result = found(CATALOGUE, Wanted("bakcup generatr"), {})
    assert [entry.question.id for entry in result.entries] == ["generator"]
    assert result.instead == {"bakcup": "backup", "generatr": "generator"}


def test_nothing_is_put_in_the_place_of_a_word_that_is_like_none() -> None:
    result = found(CATALOGUE, Wanted("xylophone"), {})
    assert (result.entries, result.instead) == ((), {})


def test_banks_are_searched_together_in_their_order() -> None:
    other = replace(bank(verdict(name="late")), id="other", title="Other")
    both = joined([CATALOGUE, catalogue_of(other)])
    assert names(Wanted(), both)[-1] == "late"
    assert [key_of(entry.ref) for entry in both.entries][-1] == ("other", "late")
    assert joined([]).entries == ()


def _large(number: int) -> Bank:
    """A bank as large as none is, of texts as long as questions are."""
    chance = Random(5)
    letters = "abcdefghijklmnopqrstuvwxyzäéß"
    words = ["".join(chance.choices(letters, k=chance.randint(3, 10))) for _ in range(6000)]

    def text(length: int) -> str:
        return " ".join(chance.choices(words, k=length)) + " the supplier’s."

    questions = tuple(
        Verdict(f"q{n}", text(40), Side.SERVICE, text(40), reasons=tuple(fact(text(10)) for _ in range(3)))
        for n in range(number)
    )
    return replace(MIXED, questions=questions)


def test_ten_thousand_questions_are_searched_within_fifty_milliseconds_a_key() -> None:
    catalogue = catalogue_of(_large(10_000))
    assert catalogue.words
    slowest = 0.0
    for query in ("s", "su", "supplier", "the supplier", "suplier", "zzzzzz", "the suplier zu"):
        times = []
        for _ in range(3):
            begun = time.process_time()  # other programs may be busy meanwhile
            found(catalogue, Wanted(query), STANDINGS)
            times.append(time.process_time() - begun)
        slowest = max(slowest, min(times))
    assert slowest < 0.05


TERMS = (
    Definition("utility", "What it does.", "ITIL 4", exams=("itil4",)),
    Definition("Änderung", "Utility matters.", "ITIL 4"),
    Definition("service", "Means of value.", "Version 5", exams=("v5",)),
)


def test_the_glossary_has_each_wording_once_by_the_alphabet() -> None:
    first = replace(MIXED, vocabulary=replace(VOCABULARY, definitions=TERMS[:2]))
    second = replace(MIXED, id="b", vocabulary=replace(VOCABULARY, definitions=TERMS))
    assert [each.of for each in glossary([first, second])] == ["Änderung", "service", "utility"]


@pytest.mark.parametrize(
    ("words", "exam", "terms"),
    [
        ("", "", ["utility", "Änderung", "service"]),
        ("UTILITY", "", ["utility", "Änderung"]),  # the term itself comes first
        ("anderung", "", ["Änderung"]),
        ("", "v5", ["service"]),
        ("utility", "v5", []),
    ],
)
def test_terms_are_found_by_word_and_exam(words: str, exam: str, terms: list[str]) -> None:
    assert [each.of for each in matching_definitions(TERMS, words, exam)] == terms
