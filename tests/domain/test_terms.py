from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.bank import Bank, Definition
from quizapp.domain.errors import UnknownQuestionError
from quizapp.domain.question import Choice, is_made_of_definition, revision
from quizapp.domain.scoring import mark_choice
from quizapp.domain.terms import OPTIONS, questions_of, term_questions
from tests.content import shipped
from tests.domain.examples import VOCABULARY, bank, verdict


def definition(of: str, text: str, *exams: str, origin: str = "A cook", note: str = "") -> Definition:
    return Definition(of, text, origin, note, exams)


SALT = definition("salt", "White and used with food.", note="Mind the dose.")
SUGAR = definition("sugar", "White and sweet.")
PEPPER = definition("black pepper", "Hot, and dark as coal.")
FLOUR = definition("flour", "White, of grain, used for bread.")
OIL = definition("oil", "Pressed, and used with food.")
KITCHEN = (SALT, SUGAR, PEPPER, FLOUR, OIL)


def asked(*definitions: Definition) -> dict[str, Choice]:
    return {question.id: question for _, pair in questions_of(definitions) for question in pair}


def with_terms(*definitions: Definition) -> Bank:
    return replace(bank(verdict()), vocabulary=replace(VOCABULARY, definitions=definitions))


def test_a_term_is_asked_both_ways() -> None:
    found = asked(*KITCHEN)
    meaning, term = found["term:salt"], found["meaning:salt"]
    assert meaning.prompt == "What does “salt” mean?"
    assert meaning.options[meaning.key].text == SALT.text
    assert term.prompt == f"Which term has this meaning: “{SALT.text}”"
    assert term.options[term.key].text == "salt"
    assert len(meaning.options) == len(term.options) == OPTIONS


def test_an_explanation_names_what_each_option_is_and_whose_words_they_are() -> None:
    meaning, term = asked(*KITCHEN)["term:salt"], asked(*KITCHEN)["meaning:salt"]
    for option in meaning.options:
        (of,) = (each.of for each in KITCHEN if each.text == option.text)
        assert option.why == f"This is what “{of}” means (A cook)."
    for option in term.options:
        (text,) = (each.text for each in KITCHEN if each.of == option.text)
        assert option.why == f"“{option.text}” means (A cook): {text}"
    assert meaning.why == term.why == "Mind the dose."
    assert asked(*KITCHEN)["term:sugar"].why == ""


def test_the_likest_meanings_stand_beside_the_right_one() -> None:
    texts = {option.text for option in asked(*KITCHEN)["term:salt"].options}
    assert texts >= {FLOUR.text, OIL.text}
    assert PEPPER.text not in texts


def test_questions_do_not_depend_on_the_order_of_definitions() -> None:
    assert asked(*KITCHEN) == asked(*reversed(KITCHEN))


def test_a_single_term_is_not_asked_for() -> None:
    assert asked(SALT) == asked() == {}
    assert asked(SALT, definition("Salt", "Another wording.")) == {}


@pytest.mark.parametrize(("one", "other"), [("C++", "C#"), ("NET", ".NET"), ("की", "का"), ("ปี", "ปา")])
def test_terms_that_differ_in_signs_are_two(one: str, other: str) -> None:
    found = asked(definition(one, "Hot."), definition(other, "Cold."), SALT)
    prompts = {question.prompt for question in found.values()}
    assert prompts >= {f"What does “{one}” mean?", f"What does “{other}” mean?"}


def test_a_meaning_that_names_its_term_is_not_asked_for_the_term() -> None:
    cook = definition("cook", "Somebody who has learnt cooking.")
    assert set(asked(cook, SALT)) == {"term:cook", "term:salt", "meaning:salt"}


@pytest.mark.parametrize(
    ("of", "text"),
    [
        ("C++", "Compiled, with classes."),
        ("C#", "Like C++, of another house."),
        ("की", "कम और का"),
        ("IT", "Items on a list."),
    ],
)
def test_a_meaning_with_other_words_that_begin_alike_is_asked_for_the_term(of: str, text: str) -> None:
    assert f"meaning:{of.lower()}" in asked(definition(of, text), SALT, SUGAR)


@pytest.mark.parametrize(
    ("of", "text"), [("C++", "A language (C++)."), (".NET", "What “.NET” is."), ("की", "वह की, है")]
)
def test_signs_around_a_word_are_no_part_of_it(of: str, text: str) -> None:
    assert f"meaning:{of.lower()}" not in asked(definition(of, text), SALT, SUGAR)


def test_two_terms_with_one_meaning_are_no_rivals() -> None:
    same = definition("table salt", SALT.text)
    texts = [option.text for option in asked(SALT, same, SUGAR)["term:salt"].options]
    assert sorted(texts) == sorted([SALT.text, SUGAR.text])
    terms = [option.text for option in asked(SALT, same, SUGAR)["meaning:salt"].options]
    assert "table salt" not in terms


def test_a_wording_without_a_rival_is_not_asked_for() -> None:
    old, new = definition("salt", "White and cheap.", "itil4"), definition("salt", "Sodium chloride.", "v5")
    found = asked(old, new, definition("table salt", old.text))
    assert {"term:salt@v5", "term:table-salt"} <= set(found)
    assert "term:salt@itil4" not in found


def test_of_several_wordings_those_of_exams_are_asked_each_for_itself() -> None:
    old = definition("salt", "White and cheap.", "itil4")
    new = definition("salt", "Sodium chloride.", "v5")
    found = asked(SALT, old, new, SUGAR)
    assert found["term:salt@itil4"].prompt == "In ITIL 4, what does “salt” mean?"
    assert found["meaning:salt@v5"].prompt.startswith("In ITIL (Version 5), which term has this meaning: ")
    assert "term:salt" not in found
    for question in found.values():
        assert len({option.text for option in question.options}) == len(question.options)
    assert {option.text for option in found["term:salt@itil4"].options} == {old.text, SUGAR.text}


@given(st.permutations(KITCHEN), st.integers(0, 5))
def test_laws(definitions: list[Definition], number: int) -> None:
    for question in asked(*definitions[:number]).values():
        assert is_made_of_definition(question.id)
        assert sum(option.correct for option in question.options) == 1
        assert 2 <= len(question.options) <= OPTIONS
        assert mark_choice(question, question.key).marks == 1.0


def test_a_bank_has_its_terms_by_their_ids_and_in_no_list() -> None:
    kitchen = with_terms(*KITCHEN)
    assert kitchen.question("term:salt") == asked(*KITCHEN)["term:salt"]
    assert set(kitchen.held(["q", "meaning:oil", "no"])) == {"q", "meaning:oil"}
    assert [question.id for question in kitchen.questions] == ["q"]
    with pytest.raises(UnknownQuestionError):
        kitchen.question("term:nothing")


def test_the_wording_of_one_term_is_that_of_no_other() -> None:
    salt = replace(SALT, text="Sodium chloride, for the table.")
    before, after = asked(*KITCHEN), asked(salt, *KITCHEN[1:])
    assert before.keys() == after.keys()
    changed = {name for name in before if revision(before[name]) != revision(after[name])}
    assert changed == {"term:salt", "meaning:salt"}
    assert before["term:oil"].options != after["term:oil"].options


def test_a_new_note_leaves_a_question_as_it_was_asked() -> None:
    mended = asked(replace(SALT, note="Too much of it is bad."), *KITCHEN[1:])["term:salt"]
    assert revision(mended) == revision(asked(*KITCHEN)["term:salt"])


@pytest.mark.parametrize("name", [shipped.SCENARIOS, shipped.CHOICES])
def test_the_terms_of_the_shipped_banks_can_be_asked(name: str) -> None:
    questions = term_questions(shipped.bank(name))
    assert questions
    for question in questions:
        texts = [option.text for option in question.options]
        assert len(texts) == len(set(texts)) >= 2
        assert all(option.why for option in question.options)
