"""How a summary recognises questions, and finds the twins among them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.question import Side
from quizapp.domain.session import Session, open_session
from quizapp.ui.question.answer_view import (
    AnswerViews,
    first_sentence,
    sentences,
    telling_sentence,
    twin_at,
    twins,
)
from quizapp.ui.style.marks import BadgeKind
from quizapp.ui.wording import Wording
from tests.domain.examples import bank, choice, start, verdict
from tests.ui.sessions import TWINS


def answered(count: int) -> Session:
    """A session of twins and a choice between them, so many of its questions answered."""
    three = bank(TWINS[1], choice(), TWINS[0])
    session = open_session(start(three), three)
    for _ in range(count):
        session = session.answered("0" if session.position == 1 else "service").reasoned("").moved_on()
    return session


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Costs 1.5 million. Two.", ["Costs 1.5 million.", "Two."]),
        ("No end", ["No end"]),
        ("Really? Yes.", ["Really?", "Yes."]),
        (" \n", []),
    ],
)
def test_sentences_end_at_their_stops(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@given(st.text(alphabet="ab .!?…\n", max_size=40))
def test_no_letter_of_a_text_is_lost_between_its_sentences(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


def test_a_question_is_known_by_its_first_sentence_and_a_twin_by_the_first_of_its_own() -> None:
    one, other = TWINS
    assert first_sentence(one) == first_sentence(other) == "A firm needs a database."
    assert telling_sentence(one, other) == "It runs it itself."
    assert telling_sentence(other, one) == "A supplier runs it."
    assert telling_sentence(one, one) == first_sentence(one)


def test_a_heading_alone_says_too_little() -> None:
    asked = replace(verdict(), scenario="Forum post, Ghent. We bought four cameras. They are good.")
    assert first_sentence(asked) == "Forum post, Ghent. We bought four cameras."


@pytest.mark.parametrize(("count", "found"), [(3, [(2, 0)]), (2, []), (0, [])])
def test_twins_count_once_both_are_answered_and_the_product_stands_first(
    count: int, found: list[tuple[int, int]]
) -> None:
    session = answered(count)
    assert twins(session) == found
    assert twin_at(session, 0) == (2 if found else None)
    assert twin_at(session, 1) is None


def test_what_was_answered_is_seen_as_it_came_out() -> None:
    views = AnswerViews(answered(3), Wording(), frozenset({0}))
    pair = views.twins()[0]
    assert pair.shared == "A firm needs a database."
    assert [(each.position, each.side, each.badge, each.is_flagged) for each in pair.answers] == [
        (2, Side.PRODUCT, BadgeKind.NOT_THIS, False),
        (0, Side.SERVICE, BadgeKind.OTHER_REASON, True),
    ]
    assert views.answer(1).said == "You said “Option 0”"


def test_what_was_not_answered_has_no_view() -> None:
    with pytest.raises(ValueError, match="was not answered"):
        AnswerViews(answered(0), Wording(), frozenset()).answer(0)


def test_a_twin_that_begins_otherwise_shares_no_opening() -> None:
    one, other = verdict(Side.PRODUCT, "a"), verdict(Side.SERVICE, "b")
    both = bank(replace(one, pair="b", scenario="Here."), replace(other, pair="a", scenario="There."))
    session = open_session(start(both, reason_step=False), both)
    session = session.answered("product").moved_on().answered("product")
    assert AnswerViews(session, Wording(), frozenset()).twins()[0].shared == ""
