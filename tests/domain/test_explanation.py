"""What an explanation says, case by case as the design's table has them, and what holds for all."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.explanation import Explanation, Headline, Row, RowKind, explain
from quizapp.domain.question import EITHER, Reason, Side, Strength, Verdict
from tests.domain.examples import IDLE, OWNS, RUNS, VOCABULARY, arguable, fact, verdict

P, S = Side.PRODUCT, Side.SERVICE
IDLE_ONE = IDLE[0]
YOURS, DECIDES, WHY, CHANGES = RowKind.YOUR_REASON, RowKind.DECIDES, RowKind.WHY, RowKind.CHANGES

DECIDED = replace(verdict(), why="The whole case.", flips="The turn.")
LEANING = replace(verdict(strength=Strength.LEANING, reasons=(RUNS, OWNS)), why="Whole.", flips="The turn.")
ARGUABLE = replace(arguable(), why="Both hold.", case_for_product="Case P.", case_for_service="Case S.")
OFFERED = (IDLE[1], RUNS, IDLE_ONE, IDLE[2])
BOTH = (OWNS, IDLE_ONE, RUNS, IDLE[1])


def kinds(told: Explanation) -> tuple[RowKind, ...]:
    return tuple(row.kind for row in told.rows)


@pytest.mark.parametrize("question", [DECIDED, LEANING])
@pytest.mark.parametrize(
    ("answer", "chosen", "offered", "headline", "rows"),
    [
        (S, RUNS, OFFERED, Headline.RIGHT_REASON, (YOURS, WHY, CHANGES)),
        (S, IDLE_ONE, OFFERED, Headline.OTHER_FACT, (YOURS, DECIDES, CHANGES)),
        (S, None, OFFERED, Headline.THIS_FACT, (DECIDES, CHANGES)),
        (P, RUNS, OFFERED, Headline.OTHER_LABEL, (YOURS, WHY, CHANGES)),
        (P, IDLE_ONE, OFFERED, Headline.OTHER_LABEL, (YOURS, DECIDES, CHANGES)),
        (P, None, OFFERED, Headline.OTHER_LABEL, (DECIDES, CHANGES)),
        (S, None, (), Headline.RIGHT, (DECIDES, CHANGES)),
        (P, None, (), Headline.OTHER_LABEL, (DECIDES, CHANGES)),
    ],
)
def test_a_decided_verdict(
    question: Verdict,
    answer: Side,
    chosen: Reason | None,
    offered: tuple[Reason, ...],
    headline: Headline,
    rows: tuple[RowKind, ...],
) -> None:
    told = explain(question, VOCABULARY, answer, chosen, offered)
    assert (told.headline, kinds(told), told.cases, told.chosen) == (headline, rows, (), chosen)


@pytest.mark.parametrize("answer", [P, S])
@pytest.mark.parametrize(
    ("chosen", "offered", "for_product", "for_service"),
    [
        (OWNS, BOTH, Headline.SUPPORTED, Headline.SUPPORTS_OTHER),
        (RUNS, BOTH, Headline.SUPPORTS_OTHER, Headline.SUPPORTED),
        (IDLE_ONE, BOTH, Headline.SUPPORTS_NEITHER, Headline.SUPPORTS_NEITHER),
        (None, BOTH, Headline.NO_FACT, Headline.NO_FACT),
        (None, (), Headline.ARGUABLE, Headline.ARGUABLE),
    ],
)
def test_an_arguable_verdict(
    answer: Side,
    chosen: Reason | None,
    offered: tuple[Reason, ...],
    for_product: Headline,
    for_service: Headline,
) -> None:
    told = explain(ARGUABLE, VOCABULARY, answer, chosen, offered)
    assert told.headline is (for_product if answer is P else for_service)
    assert kinds(told) == ((YOURS,) if chosen else ())
    assert told.cases == (P, S)


@pytest.mark.parametrize(
    ("question", "answer", "headline", "rows", "cases"),
    [
        (ARGUABLE, EITHER, Headline.EITHER, (), (P, S)),
        (ARGUABLE, P, Headline.ONE_LABEL, (), (P, S)),
        (ARGUABLE, S, Headline.ONE_LABEL, (), (S, P)),
        (DECIDED, EITHER, Headline.OTHER_LABEL, (DECIDES, CHANGES), ()),
        (LEANING, EITHER, Headline.LEANS, (DECIDES, CHANGES), ()),
        (DECIDED, S, Headline.RIGHT, (DECIDES, CHANGES), ()),
        (DECIDED, P, Headline.OTHER_LABEL, (DECIDES, CHANGES), ()),
    ],
)
def test_three_answers(
    question: Verdict, answer: str, headline: Headline, rows: tuple[RowKind, ...], cases: tuple[Side, ...]
) -> None:
    told = explain(question, VOCABULARY, answer, None, (), of_three=True)
    assert (told.headline, kinds(told), told.cases) == (headline, rows, cases)


@pytest.mark.parametrize("chosen", [OWNS, RUNS, IDLE_ONE])
def test_of_three_answers_the_case_of_the_label_given_comes_first_whatever_the_reason(chosen: Reason) -> None:
    told = explain(ARGUABLE, VOCABULARY, S, chosen, BOTH, of_three=True)
    assert (told.headline, told.cases) == (Headline.ONE_LABEL, (S, P))
    assert told.rows == (Row(YOURS, chosen.why, chosen),)


def test_what_stands_in_each_row() -> None:
    own, decides, changes = explain(DECIDED, VOCABULARY, S, IDLE_ONE, OFFERED).rows
    assert own == Row(YOURS, IDLE_ONE.why, IDLE_ONE)
    assert decides == Row(DECIDES, "The whole case.", RUNS)
    assert changes == Row(CHANGES, "The turn.")
    right, why, _ = explain(DECIDED, VOCABULARY, S, RUNS, OFFERED).rows
    assert (right, why) == (Row(YOURS, RUNS.why, RUNS), Row(WHY, "The whole case."))


def test_it_is_said_when_the_fact_decides_for_the_other_label() -> None:
    assert [row.decides for row in explain(DECIDED, VOCABULARY, P, RUNS, OFFERED).rows] == [
        True,
        False,
        False,
    ]
    assert not any(row.decides for row in explain(DECIDED, VOCABULARY, P, IDLE_ONE, OFFERED).rows)
    assert not any(row.decides for row in explain(ARGUABLE, VOCABULARY, P, RUNS, BOTH).rows)


def test_a_verdict_that_turns_on_nothing_has_no_row_for_it() -> None:
    for chosen in (RUNS, IDLE_ONE, None):
        assert CHANGES not in kinds(explain(replace(DECIDED, flips=""), VOCABULARY, S, chosen, OFFERED))


def test_the_fact_that_was_offered_is_the_one_that_decides() -> None:
    second = fact("Its staff mend it.", S, "runs")
    question = verdict(reasons=(RUNS, second))
    assert explain(question, VOCABULARY, S, IDLE_ONE, (IDLE_ONE, second)).rows[1].fact == second
    assert explain(question, VOCABULARY, S, None, ()).rows[0].fact == RUNS


def test_a_kind_that_never_decides_alone_is_named_only_where_no_other_decides() -> None:
    weak = replace(
        VOCABULARY, cues={**VOCABULARY.cues, "runs": replace(VOCABULARY.cues["runs"], supports_only=True)}
    )
    strong = fact("Its staff own it.", S, "owns")
    assert explain(verdict(reasons=(RUNS, strong)), weak, S, None, ()).rows[0].fact == strong
    assert explain(verdict(reasons=(RUNS,)), weak, S, None, ()).rows[0].fact == RUNS


def test_without_a_fact_that_decides_the_whole_case_is_told() -> None:
    assert kinds(explain(verdict(reasons=()), VOCABULARY, S, None, ())) == (WHY,)


def test_marked_are_the_facts_that_rows_show() -> None:
    told = explain(DECIDED, VOCABULARY, S, IDLE_ONE, OFFERED)
    assert told.marked(DECIDED) == ((IDLE_ONE, None), (RUNS, S))
    assert explain(DECIDED, VOCABULARY, S, RUNS, OFFERED).marked(DECIDED) == ((RUNS, S),)
    assert explain(LEANING, VOCABULARY, S, OWNS, (OWNS, RUNS)).marked(LEANING) == ((OWNS, None), (RUNS, S))


def test_of_an_arguable_one_all_that_support_a_label_are_marked_once() -> None:
    both = ((OWNS, P), (RUNS, S))
    assert explain(ARGUABLE, VOCABULARY, P, OWNS, BOTH).marked(ARGUABLE) == both
    assert explain(ARGUABLE, VOCABULARY, P, IDLE_ONE, BOTH).marked(ARGUABLE) == (*both, (IDLE_ONE, None))
    assert explain(ARGUABLE, VOCABULARY, EITHER, None, (), of_three=True).marked(ARGUABLE) == both


# -- laws -----------------------------------------------------------------------------------------

facts = st.lists(st.tuples(st.sampled_from([*Side, None])), max_size=7).map(
    lambda sides: tuple(
        Reason(f"Fact {at}.", f"Why {at}.", side, quotes=(f"quote {at}",)) for at, (side,) in enumerate(sides)
    )
)
questions = st.builds(
    lambda reasons, answer, strength, flips: replace(
        verdict(answer, strength=strength, reasons=reasons, idle=()),
        why="The whole case.",
        flips=flips,
        case_for_product="Case P.",
        case_for_service="Case S.",
    ),
    facts,
    st.sampled_from(Side),
    st.sampled_from(Strength),
    st.sampled_from(["", "The turn."]),
)


@st.composite
def answered(draw: st.DrawFn) -> tuple[Verdict, Explanation]:
    """A verdict, and the explanation of any answer that can be given to it."""
    question = draw(questions)
    of_three = draw(st.booleans())
    answer = draw(st.sampled_from([*Side, EITHER] if of_three else [*Side]))
    may_ask = bool(question.reasons) and answer != EITHER
    offered = draw(st.permutations(question.reasons)) if may_ask and draw(st.booleans()) else []
    offered = offered[:4]
    chosen = draw(st.sampled_from([*offered, None]))
    return question, explain(question, VOCABULARY, answer, chosen, tuple(offered), of_three=of_three)


def told_texts(rows: Iterable[Row]) -> list[str]:
    return [text for row in rows for text in (row.text, row.fact.text if row.fact else "") if text]


@given(answered())
def test_every_fact_appears_exactly_once(case: tuple[Verdict, Explanation]) -> None:
    question, told = case
    shown = [row.fact for row in told.rows if row.fact is not None]
    assert len(shown) == len(set(shown))
    assert set(shown).isdisjoint(told.others)
    assert {*shown, *told.others} == set(question.reasons)
    assert len(shown) + len(told.others) == len(question.reasons)


@given(answered())
def test_the_one_chosen_is_answered_first_and_by_its_own_words(case: tuple[Verdict, Explanation]) -> None:
    _, told = case
    own = [row for row in told.rows if row.kind is YOURS]
    assert len(own) == (told.chosen is not None)
    if told.chosen is not None:
        assert told.rows[0] == own[0]
        assert (own[0].fact, own[0].text) == (told.chosen, told.chosen.why)


@given(answered())
def test_nothing_is_said_twice(case: tuple[Verdict, Explanation]) -> None:
    question, told = case
    said = told_texts(told.rows) + [text for fact in told.others for text in (fact.text, fact.why)]
    said += [question.case_for(side) for side in told.cases] + ([question.why] if told.cases else [])
    assert len(said) == len(set(said))


@given(answered())
def test_cases_stand_where_it_is_arguable_and_the_whole_case_everywhere_else(
    case: tuple[Verdict, Explanation],
) -> None:
    question, told = case
    is_arguable = question.strength is Strength.ARGUABLE
    assert set(told.cases) == (set(Side) if is_arguable else set())
    assert (question.why in told_texts(told.rows)) is not is_arguable
    assert all(told_texts([row]) for row in told.rows), "no row is empty"


@given(answered())
def test_marks_stand_for_facts_that_decide_and_the_one_chosen(case: tuple[Verdict, Explanation]) -> None:
    question, told = case
    marked = told.marked(question)
    assert len({fact for fact, _ in marked}) == len(marked)
    for each, side in marked:
        assert side == (each.side if each in question.deciding else None)
        assert side is not None or each == told.chosen
