"""No favourite kind of reason, opening or misconception, and room for every text; and meters that tell."""

from dataclasses import replace

import pytest

from quizapp.domain.question import Side, Strength
from tests.content.habits import (
    KindUse,
    common_words,
    kinds_that_decide,
    misconceptions,
    openings,
    pairs,
    telling_words,
    too_long,
    uses_of_kinds,
    with_answer,
    words_of_facts,
    words_of_scenarios,
)
from tests.content.shipped import SCENARIOS, bank, verdicts
from tests.domain.examples import CUES, IDLE, MISCONCEPTIONS, VOCABULARY, arguable, fact, runs, verdict

MOST_DECIDES = 0.40
MOST_ALONE = 0.20
MOST_OPENED_ALIKE = 0.20
MOST_MISCONCEPTIONS = 1
LEAST_WITHOUT = 0.50

VERDICTS = verdicts()
KNOWN = bank(SCENARIOS).vocabulary
each_kind = pytest.mark.parametrize("use", uses_of_kinds(VERDICTS, KNOWN), ids=lambda use: use.kind)


@each_kind
def test_no_kind_decides_too_often_or_alone(use: KindUse) -> None:
    number = len(with_answer(VERDICTS))
    assert use.decides / number <= MOST_DECIDES
    assert use.alone / number <= MOST_ALONE


def test_a_question_has_one_misconception_at_most() -> None:
    many = [each.id for each in VERDICTS if misconceptions(each, KNOWN) > MOST_MISCONCEPTIONS]
    assert many == []


def test_half_of_the_questions_have_no_misconception() -> None:
    none = [each for each in VERDICTS if not misconceptions(each, KNOWN)]
    assert len(none) / len(VERDICTS) >= LEAST_WITHOUT


def test_every_text_has_room_on_one_screen() -> None:
    assert [excess for each in VERDICTS for excess in too_long(each)] == []


@pytest.mark.parametrize("name", ["why", "flips", "notes"])
def test_texts_do_not_all_begin_alike(name: str) -> None:
    shares = openings(getattr(each, name) for each in VERDICTS)
    assert [(opening, share) for opening, share in shares if share > MOST_OPENED_ALIKE] == []


def test_what_a_kind_does_is_counted_once_a_question() -> None:
    both = verdict(name="a", reasons=(runs(), fact("It calls.", Side.SERVICE, "involvement")))
    one = verdict(Side.PRODUCT, "b", reasons=(runs(Side.PRODUCT), runs(Side.PRODUCT)))
    uses = {use.kind: use for use in uses_of_kinds([both, one, arguable()], VOCABULARY)}
    assert list(uses) == [*CUES, *MISCONCEPTIONS, ""]
    assert uses["runs"] == KindUse("runs", 2, 1, {Side.PRODUCT: 0, Side.SERVICE: 0})
    assert uses["involvement"] == KindUse("involvement", 1, 0, {Side.PRODUCT: 0, Side.SERVICE: 0})
    assert uses["label"] == KindUse("label", 0, 0, {Side.PRODUCT: 1, Side.SERVICE: 1})


def test_a_kind_beside_one_that_never_decides_alone_is_the_only_one() -> None:
    cues = {**VOCABULARY.cues, "value": replace(VOCABULARY.cues["value"], supports_only=True)}
    asked = verdict(reasons=(runs(), fact("It is paid monthly.", Side.SERVICE, "value")))
    assert kinds_that_decide(asked, replace(VOCABULARY, cues=cues)) == {"runs"}
    assert kinds_that_decide(asked, VOCABULARY) == {"runs", "value"}


def test_misconceptions_are_told_from_other_facts() -> None:
    assert misconceptions(verdict(), VOCABULARY) == 2
    assert misconceptions(verdict(idle=IDLE[1:3]), VOCABULARY) == 0


def test_openings_are_two_words_whatever_their_case() -> None:
    texts = ["If the bank paid", "“If the” clinic", "Sold outright", ""]
    assert openings(texts) == [("if the", 2 / 3), ("sold outright", 1 / 3)]


def test_a_pair_is_counted_once_and_not_without_its_twin() -> None:
    first, second = replace(verdict(name="a"), pair="b"), replace(verdict(name="b"), pair="a")
    lonely = replace(verdict(name="c"), pair="gone")
    assert pairs([second, first, lonely]) == [(first, second)]


@pytest.mark.parametrize(
    ("first", "second", "share"), [("a b c d", "c D e", 2 / 3), ("a", "b", 0), ("a", "", 0)]
)
def test_common_words_are_a_share_of_the_fewer(first: str, second: str, share: float) -> None:
    assert common_words(first, second) == share


def test_a_text_is_too_long_by_words_or_characters() -> None:
    wordy = replace(verdict(), flips="a " * 26, why="x" * 261)
    wordy = replace(wordy, reasons=(fact("a " * 15), *wordy.reasons))
    assert [(each.name, each.words) for each in too_long(wordy)] == [
        ("why", 1),
        ("flips", 26),
        ("reason 1 text", 15),
    ]
    assert list(too_long(verdict())) == []


def test_words_of_facts_that_decide_are_told_from_those_of_others() -> None:
    found = telling_words(words_of_facts([verdict(name=f"q{number}") for number in range(3)]), support=3)
    assert (found[0].word, found[0].number, found[0].hits) == ("runs", 3, 3)
    assert found[0].surprise > 0
    assert {each.word for each in found if each.surprise < 0} >= {"red", "bill"}


def test_words_of_scenarios_are_told_by_the_answer() -> None:
    asked = [replace(verdict(side, f"q-{side}"), scenario=f"It is {side}.") for side in Side]
    found = telling_words(words_of_scenarios([*asked, arguable()]), support=1)
    assert {each.word: (each.hits, each.number) for each in found} == {
        "product": (1, 1),
        "service": (0, 1),
        "it": (1, 2),
        "is": (1, 2),
    }


def test_only_clear_and_leaning_ones_have_an_answer() -> None:
    leaning = verdict(name="l", strength=Strength.LEANING)
    assert with_answer([arguable(), leaning, verdict()]) == [leaning, verdict()]
