from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.bank import Bank, Definition
from quizapp.domain.cards import (
    Answer,
    Card,
    after_answers,
    cards_of,
    cards_of_all,
    evidence,
    in_order,
    next_question,
    untold,
)
from quizapp.domain.question import EITHER, Choice, Question, Side, Verdict
from quizapp.domain.scheduling import Evidence, Grade, reviewed
from tests.domain.examples import IDLE, NOON, OWNS, RUNS, VOCABULARY, arguable, bank, choice, verdict

ONE = replace(verdict(name="b-one"), pair="a-two")
TWO = replace(verdict(Side.PRODUCT, name="a-two"), pair="b-one")
SALT = Definition("salt", "White and used with food.", "A cook")
SUGAR = Definition("sugar", "White and sweet.", "A cook")
PEPPER = Definition("pepper", "Black and hot.", "A cook")


def named(cards: tuple[Card, ...]) -> dict[str, list[str]]:
    return {card.id: [question.id for question in card.questions] for card in cards}


def with_terms(*definitions: Definition, name: str = "demo") -> Bank:
    return replace(bank(verdict()), id=name, vocabulary=replace(VOCABULARY, definitions=definitions))


def answer(question: Question, response: str, marks: float | None, reason: str | None = None) -> Answer:
    return Answer(question.id, 1, NOON, response, marks, reason)


def test_of_a_term_with_a_wording_for_each_exam_only_that_of_the_exam_is_asked() -> None:
    old = Definition("salt", "White and used with food.", "A cook", exams=("itil4",))
    new = Definition("salt", "Sodium and chlorine.", "A cook", exams=("v5",))
    both = with_terms(old, new, SUGAR, PEPPER)

    def terms(exam: str) -> set[str]:
        (cards,) = cards_of_all([both], exam).values()
        return {card.id for card in cards if card.id.startswith("term:")}

    others = {"term:sugar", "term:pepper"}
    assert terms("") == {"term:salt@itil4", "term:salt@v5"} | others
    assert terms("itil4") == {"term:salt@itil4"} | others
    assert terms("v5") == {"term:salt@v5"} | others


def test_cards_are_twins_lone_verdicts_choices_and_terms() -> None:
    asked = (ONE, verdict(name="lone"), TWO, choice(name="c"))
    every = replace(bank(*asked), vocabulary=replace(VOCABULARY, definitions=(SALT, SUGAR)))
    assert named(cards_of(every)) == {
        "a-two": ["a-two", "b-one"],
        "lone": ["lone"],
        "c": ["c"],
        "term:salt": ["term:salt", "meaning:salt"],
        "term:sugar": ["term:sugar", "meaning:sugar"],
    }


@pytest.mark.parametrize(
    "second",
    [
        replace(TWO, pair=""),
        replace(TWO, pair="another"),
        replace(TWO, id="stranger"),
        choice(name="a-two"),
    ],
)
def test_who_is_named_as_a_twin_and_names_none_is_a_card_of_its_own(second: Question) -> None:
    assert all(len(card.questions) == 1 for card in cards_of(bank(ONE, second)))


def test_who_names_itself_is_no_pair() -> None:
    assert named(cards_of(bank(replace(ONE, pair="b-one")))) == {"b-one": ["b-one"]}


def test_a_card_has_its_id_however_the_bank_is_ordered() -> None:
    assert named(cards_of(bank(ONE, TWO))) == named(cards_of(bank(TWO, ONE)))


def test_a_term_of_several_banks_is_asked_by_one() -> None:
    few, many = with_terms(SALT, SUGAR, name="a"), with_terms(SALT, SUGAR, PEPPER, name="b")
    cards = cards_of_all([few, many])
    assert [card.id for card in cards["a"]] == ["q"]
    assert [card.id for card in cards["b"]] == ["q", "term:salt", "term:sugar", "term:pepper"]


def test_a_term_stays_with_the_bank_in_which_it_was_answered() -> None:
    small, large = with_terms(SALT, SUGAR, name="b"), with_terms(SALT, SUGAR, PEPPER, name="a")
    found = cards_of_all([large, small], answered={("b", "meaning:sugar"), ("c", "term:salt")})
    terms = {name: {card.id for card in cards if card.term} for name, cards in found.items()}
    assert terms == {"a": {"term:salt", "term:pepper"}, "b": {"term:sugar"}}


def test_a_card_is_background_where_all_of_it_is() -> None:
    aside = replace(ONE, background=True)
    assert [card.is_background for card in cards_of(bank(aside, TWO))] == [False]
    assert [card.is_background for card in cards_of(bank(aside, replace(TWO, background=True)))] == [True]


def basis(question: Verdict) -> str:
    return Card("demo", "q", (question,)).basis


@pytest.mark.parametrize(
    "other",
    [
        replace(verdict(), scenario="Another one."),
        replace(verdict(), answer=Side.PRODUCT),
        replace(verdict(), reasons=(RUNS,)),
        replace(verdict(), reasons=(replace(RUNS, side=Side.PRODUCT), *IDLE)),
    ],
)
def test_a_basis_changes_with_what_answers_are_graded_by(other: Verdict) -> None:
    assert basis(other) != basis(verdict())


def definitions(meanings: list[list[str]]) -> list[Definition]:
    return [
        Definition(f"t{number}", f"{' '.join(words)} {number}.", "A cook")
        for number, words in enumerate(meanings)
    ]


def is_told(card: Card, before: Sequence[Card], bank: Bank) -> bool:
    """Whether an explanation of the cards before one has the answer of its first question, by their texts."""
    (asked_for,) = (each for each in bank.vocabulary.definitions if f"term:{each.of}" == card.id)
    explained = "".join(
        f"{option.text} {option.why}\n"
        for each in before
        for question in each.questions
        if isinstance(question, Choice)
        for option in question.options
    )
    return f"“{asked_for.of}” means" in explained and asked_for.text in explained


WORDS = st.lists(st.sampled_from(["white", "sweet", "heavy", "ground", "boiled"]), min_size=1, max_size=3)


@given(st.lists(WORDS, min_size=2, max_size=24), st.randoms(use_true_random=False))
def test_no_term_is_told_before_it_is_asked_and_none_waits_in_vain(
    meanings: list[list[str]], chance: Random
) -> None:
    bank_ = with_terms(*definitions(meanings))
    cards = [card for card in cards_of(bank_) if card.term]
    chance.shuffle(cards)
    chosen = untold(cards, 20)
    order = in_order(chosen, chance)
    assert sorted(card.id for card in order) == sorted(card.id for card in chosen)
    assert chosen[0] is cards[0]
    assert not [card.id for place, card in enumerate(order) if is_told(card, order[:place], bank_)]
    for card in cards if len(chosen) < 20 else []:
        assert card in chosen or not in_order([*chosen, card])


@pytest.mark.parametrize("other", [replace(verdict(), why="Said better."), replace(verdict(), topics=())])
def test_a_basis_stays_where_only_the_explanation_changes(other: Verdict) -> None:
    assert basis(other) == basis(verdict())


def test_the_basis_of_a_term_is_its_own_wording() -> None:
    words = [Definition(of, f"Meaning of {of}.", "A cook") for of in ("bun", "loaf", "roll")]
    reworded = [*words[:2], Definition("roll", "Small, of dough.", "A cook")]
    before, after = (
        {card.id: card.basis for card in cards_of(with_terms(*each)) if card.id.startswith("term:")}
        for each in (words, reworded)
    )
    assert before.keys() == after.keys()
    assert {name for name in before if before[name] != after[name]} == {"term:roll"}


def test_the_twin_seen_least_recently_is_asked() -> None:
    (card,) = cards_of(bank(ONE, TWO))
    assert next_question(card, {"a-two": 3}) is ONE
    assert next_question(card, {"a-two": 3, "b-one": 9}) is TWO


@pytest.mark.parametrize(
    ("reason", "holds"),
    [(None, None), ("", False), (RUNS.id, True), (IDLE[0].id, False), ("of-another-wording", None)],
)
def test_what_a_reason_tells(reason: str | None, holds: object) -> None:
    assert evidence(verdict(), answer(verdict(), "service", 1.0, reason)).reason_holds is holds


def test_of_a_choice_no_reason_tells_anything() -> None:
    assert evidence(choice(), answer(choice(), "0", 1.0, "")) == Evidence(1.0, None)


def test_an_arguable_question_is_marked_by_its_reason() -> None:
    given = replace(answer(arguable(), "product", None, OWNS.id), reason_marks=1.0)
    assert evidence(arguable(), given) == Evidence(1.0, reason_holds=True)
    other = replace(answer(arguable(), "product", None, RUNS.id), reason_marks=0.0)
    assert evidence(arguable(), other) == Evidence(0.0, reason_holds=False)
    assert evidence(arguable(), answer(arguable(), "product", None)) == Evidence(None, None)


def test_either_can_be_right_of_three_answers() -> None:
    assert evidence(arguable(), answer(arguable(), EITHER, 1.0)) == Evidence(1.0, None)


def test_twins_stand_in_for_each_other() -> None:
    (card,) = cards_of(bank(ONE, TWO))
    first = answer(ONE, "service", 1.0)
    second = replace(answer(TWO, "service", 0.0), number=2, at=NOON + timedelta(days=2))
    memory = reviewed(reviewed(None, Grade.GOOD, NOON), Grade.AGAIN, second.at)
    assert after_answers(card, None, [first, second]) == memory
    assert after_answers(card, after_answers(card, None, [first]), [second]) == memory
    assert after_answers(card, None, []) is None
