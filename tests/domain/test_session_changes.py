"""A session that is undone, or whose bank changes on the way."""

from dataclasses import replace

import pytest

from quizapp.domain.attempt import Attempt, KeptSession, Step
from quizapp.domain.bank import Bank
from quizapp.domain.question import Side
from quizapp.domain.session import Session, Turn, open_session, refreshed, resumed
from tests.domain.examples import IDLE, NOON, RUNS, bank, choice, start, verdict

V = verdict(name="v")
DEMO = bank(V, choice(2, name="c"))


def begun(of: Bank = DEMO, *, reason_step: bool = True) -> Session:
    return open_session(start(of, reason_step=reason_step), of)


def changed(scenario: str = V.scenario, answer: Side = V.answer, why: str = V.why) -> Bank:
    return bank(replace(V, scenario=scenario, answer=answer, why=why), *DEMO.questions[1:])


# -- undo ----------------------------------------------------------------------------------------


def test_before_the_answer_there_is_nothing_to_take_back() -> None:
    assert not begun().can_undo


def test_a_slip_is_taken_back_but_its_reasons_have_been_seen() -> None:
    session = begun().answered("product")
    assert (session.can_undo, session.last_step) == (True, Step.ANSWER)
    assert session.undone().turns[0] == Turn(after_explanation=True)
    assert session.undone().step is Step.ANSWER


def test_taken_back_step_by_step_after_the_explanation() -> None:
    session = begun().answered("product").reasoned(RUNS.id)
    assert session.last_step is Step.REASON
    once = session.undone()
    assert (once.step, once.turns[0]) == (Step.REASON, Turn("product", after_explanation=True))
    twice = once.undone()
    assert (twice.step, twice.turns[0]) == (Step.ANSWER, Turn(after_explanation=True))
    assert not twice.can_undo


@pytest.mark.parametrize("session", [begun(reason_step=False).answered("product")])
def test_without_a_reason_the_answer_is_taken_back(session: Session) -> None:
    assert session.undone().turns[0] == Turn(after_explanation=True)


def test_the_answer_given_anew_counts_for_the_session() -> None:
    session = begun().answered("product").reasoned("").undone().undone().answered("service").reasoned("")
    outcome = session.outcome(0)
    assert outcome is not None
    assert outcome.marks == 1
    assert session.turns[0].after_explanation


def test_a_finished_session_has_nothing_to_take_back() -> None:
    session = begun().answered("service").reasoned("").moved_on().answered("2").moved_on()
    assert session.is_finished
    assert not session.can_undo


# -- a bank that changes ---------------------------------------------------------------------------


def test_a_question_not_answered_yet_is_asked_in_its_new_wording() -> None:
    new = refreshed(begun(), {"demo": changed(scenario="A supplier runs it daily.")})
    assert new.asked[0].question == replace(V, scenario="A supplier runs it daily.")
    assert new.asked[0].ref != begun().asked[0].ref
    assert new.position == 0


def test_an_answered_question_keeps_its_wording_but_takes_a_mended_explanation() -> None:
    session = begun().answered("service")
    assert refreshed(session, {"demo": changed(scenario="Other.", answer=Side.PRODUCT)}) == session
    mended = refreshed(session, {"demo": changed(why="Since.")})
    assert mended.asked[0].question.why == "Since."
    assert (mended.turns, mended.asked[0].reasons) == (session.turns, session.asked[0].reasons)


def test_an_answered_choice_takes_a_mended_explanation_too() -> None:
    only = bank(DEMO.questions[1])
    session = begun(only).answered("2")
    mended = replace(DEMO.questions[1], why="All in all.")
    assert refreshed(session, {"demo": bank(mended)}).asked[0].question == mended


def test_an_answered_question_offers_the_same_reasons_with_what_is_said_of_them_now() -> None:
    session = begun().answered("service")
    mended = tuple(replace(each, why="Better said.") for each in reversed(V.reasons))
    new = refreshed(session, {"demo": bank(replace(V, reasons=mended), *DEMO.questions[1:])})
    assert [each.text for each in new.asked[0].reasons] == [each.text for each in session.asked[0].reasons]
    assert {each.why for each in new.asked[0].reasons} == {"Better said."}
    fewer = refreshed(session, {"demo": bank(replace(V, reasons=IDLE), *DEMO.questions[1:])})
    assert fewer.asked[0].reasons == session.asked[0].reasons


@pytest.mark.parametrize("banks", [{}, {"demo": bank(choice(name="other"))}])
def test_what_is_gone_stays_in_the_session(banks: dict[str, Bank]) -> None:
    assert refreshed(begun(), banks) == begun()


def kept(session: Session, *responses: str) -> KeptSession:
    asked = session.asked[0]
    attempts = [
        Attempt("s", 0, step, asked.ref, asked.offered, response, None, 1.0, NOON)
        for step, response in zip((Step.ANSWER, Step.REASON), responses, strict=False)
    ]
    return KeptSession(session.start, tuple(attempts), frozenset(), frozenset({0}))


def test_resuming_asks_a_reworded_question_only_if_it_was_not_answered() -> None:
    new = changed(scenario="A supplier runs it daily.")
    assert [asked.question.id for asked in resumed(kept(begun(), "service"), {"demo": new}).asked] == ["c"]
    fresh = resumed(kept(begun()), {"demo": new})
    assert [asked.question for asked in fresh.asked] == list(new.questions)


@pytest.mark.parametrize("responses", [("maybe",), ("0",), ("either",), ("", ""), ("SERVICE", "x")])
def test_resuming_leaves_out_what_was_answered_with_no_answer(responses: tuple[str, ...]) -> None:
    found = resumed(kept(begun(), *responses), {"demo": changed()})
    assert [asked.question.id for asked in found.asked] == ["c"]


def test_resuming_knows_which_explanations_were_seen() -> None:
    assert resumed(kept(begun()), {"demo": DEMO}).turns == (Turn(after_explanation=True), Turn())
