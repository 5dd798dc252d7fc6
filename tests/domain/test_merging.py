"""Laws of reading a bank again: nothing sound is lost, nothing faulty gets in, order is the file's."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.bank import Bank, Cue, Misconception
from quizapp.domain.merging import Changes, changes, merged
from quizapp.domain.problem import Reading
from quizapp.domain.question import Choice, Question, Side, Verdict
from tests.domain.examples import VOCABULARY, bank, choice, fact, verdict

NAMES = "abcdefgh"


def version(name: str, text: str) -> Question:
    """A question in one of its wordings."""
    return replace(verdict(name=name), why=text)


def ids(of: Bank) -> list[str]:
    return [question.id for question in of.questions]


def banks(text: str) -> st.SearchStrategy[Bank]:
    names = st.lists(st.sampled_from(NAMES), unique=True, min_size=1)
    return names.map(lambda each: bank(*(version(name, text) for name in each)))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A file in which some questions are sound, others faulty, and some perhaps without a name."""
    new = draw(banks("new"))
    others = [*(set(NAMES) - set(ids(new))), ""]
    return Reading("f", new, faulty=frozenset(draw(st.sets(st.sampled_from(others)))))


@given(banks("old"), readings())
def test_each_question_is_taken_kept_or_gone_as_its_file_says(old: Bank, reading: Reading) -> None:
    assert reading.bank is not None
    result, new = merged(old, reading), set(ids(reading.bank))
    assert len(set(ids(result))) == len(result.questions)
    lost = set(ids(old)) - new
    kept = lost if "" in reading.faulty else lost & reading.faulty
    assert set(ids(result)) == new | kept
    assert all((each == version(each.id, "new")) == (each.id in new) for each in result.questions)


@given(banks("old"), readings())
def test_the_order_is_the_files_and_what_is_kept_follows_whom_it_followed(
    old: Bank, reading: Reading
) -> None:
    assert reading.bank is not None
    result, new = ids(merged(old, reading)), ids(reading.bank)
    assert [name for name in result if name in new] == new
    for position, name in enumerate(ids(old)):
        if name in result and name not in new:
            leaders = [other for other in ids(old)[:position] if other in result]
            assert result[: result.index(name)][-1:] == leaders[-1:]


@given(banks("old"), readings())
def test_reading_the_same_again_changes_nothing(old: Bank, reading: Reading) -> None:
    once = merged(old, reading)
    assert merged(once, reading) == once
    assert changes(once, once, reading) == Changes(kept=len(once.questions) - len(ids(reading.bank or once)))


@given(banks("old"), readings())
def test_the_counts_add_up(old: Bank, reading: Reading) -> None:
    new = merged(old, reading)
    told = changes(old, new, reading)
    assert len(new.questions) == len(old.questions) + told.added - told.removed
    assert told.updated == len(set(ids(old)) & set(ids(reading.bank or old)))


@given(banks("old"))
def test_a_file_that_gives_no_bank_leaves_all_as_it_was(old: Bank) -> None:
    assert merged(old, Reading("f", None, faulty=frozenset(NAMES))) is old


def test_another_id_is_another_bank() -> None:
    other = replace(bank(version("b", "new")), id="other")
    assert merged(bank(version("a", "old")), Reading("f", other, faulty=frozenset({"a"}))) is other


def test_of_a_pair_that_is_no_pair_any_more_neither_names_the_other() -> None:
    first, second = (replace(verdict(name=name), pair=pair) for name, pair in ("ab", "ba"))
    reading = Reading("f", bank(replace(second, pair="")), faulty=frozenset("a"))
    result = merged(bank(first, second), reading)
    assert [each.pair for each in result.questions if isinstance(each, Verdict)] == ["", ""]
    whole = merged(bank(first, second), Reading("f", bank(choice()), faulty=frozenset("ab")))
    assert [each.pair for each in whole.questions if isinstance(each, Verdict)] == ["b", "a"]


@pytest.mark.parametrize(("faulty", "gone"), [({"q"}, False), ({""}, False), (set(), True)])
def test_what_is_kept_keeps_its_words_and_nothing_else_comes_back(faulty: set[str], gone: bool) -> None:  # noqa: FBT001
    cues = {name: Cue(name, name, "p", "s", claims=("X1",)) for name in ("rare", "unused")}
    ideas = {"odd": Misconception("odd", "Odd", "because")}
    claims = {"X1": "said", "X2": "unsaid"}
    words = replace(VOCABULARY, cues=cues, misconceptions=ideas, claims=claims)
    rare = verdict(reasons=(fact("Rare.", Side.SERVICE, "rare"), fact("Odd.", None, "odd")))
    reading = Reading("f", bank(choice()), faulty=frozenset(faulty))
    after = merged(bank(rare, vocabulary=words), reading).vocabulary
    assert ("rare" not in after.cues, "odd" not in after.misconceptions, "X1" not in after.claims) == (
        gone,
    ) * 3
    assert "unused" not in after.cues
    assert "X2" not in after.claims
    assert after.cues.keys() >= VOCABULARY.cues.keys()


def test_an_id_never_comes_to_name_a_cue_and_a_misconception() -> None:
    ideas = {**VOCABULARY.misconceptions, "runs": Misconception("runs", "It runs", "because")}
    cues = {name: cue for name, cue in VOCABULARY.cues.items() if name != "runs"}
    new = bank(choice(), vocabulary=replace(VOCABULARY, cues=cues, misconceptions=ideas))
    after = merged(bank(verdict(name="q")), Reading("f", new, faulty=frozenset("q"))).vocabulary
    assert "runs" in after.misconceptions
    assert "runs" not in after.cues


def test_a_choice_is_kept_as_any_other() -> None:
    old = bank(choice(2, name="c"), version("a", "old"))
    result = merged(old, Reading("f", bank(version("a", "new")), faulty=frozenset("c")))
    assert isinstance(result.questions[0], Choice)
