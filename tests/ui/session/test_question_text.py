"""A question as text: nothing given away before the explanation, nothing left out after it."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from quizapp.domain.attempt import Step
from quizapp.domain.session import SessionItem, open_session
from quizapp.ui.session.notes import QuestionText
from tests.domain.examples import RUNS, bank, choice, start
from tests.ui.sessions import QUESTIONS, TOLD, full, session_on

CREDIT = "Trevor Wilson, “Product or Service?”, ITSM Assist Limited – in our words"


def written(asked: SessionItem, step: Step) -> str:
    return QuestionText().write(asked, "Demo & Co", step)


def test_before_the_answer_only_what_is_asked_and_offered(qapp: QApplication) -> None:
    assert qapp is not None
    assert written(session_on("clear").current, Step.ANSWER) == (
        "A supplier runs it.\n\nWhich label fits the offer better?\n\n"
        "– Product\n– Service\n\nDemo & Co, question clear\n"
    )


def test_at_the_reason_step_the_reasons_as_they_stand_on_the_screen() -> None:
    asked = session_on("clear").current
    names = "\n".join(f"{number}. {reason.text}" for number, reason in enumerate(asked.reasons, 1))
    assert f"\n\nWhat decides it here?\n{names}\n\nDemo" in written(asked, Step.REASON)


@pytest.mark.parametrize("name", ["clear", "choice"])
def test_while_it_is_asked_how_sure_one_is_the_levels_stand_with_what_was_offered(name: str) -> None:
    text = written(session_on(name).current, Step.CERTAINTY)
    asked = (
        "How sure are you?\n1. Not so sure: under 67 %\n2. Fairly sure: 67 to 80 %\n3. Very sure: over 80 %"
    )
    assert f"\n\n{asked}\n\nDemo" in text
    assert text.startswith(written(session_on(name).current, Step.ANSWER).partition("\n\nDemo")[0])


def test_an_explained_verdict_is_told_in_full() -> None:
    assert written(session_on("clear").current, Step.EXPLANATION).split("\n\n") == [
        "A supplier runs it.",
        "Which label fits the offer better?",
        "Answer: Service (clear)",
        "Why Service fits\nWHY-TEXT.",
        "What decides it\nThe supplier runs it. (Service)",
        f"The article argues\nIt is complicated.\n{CREDIT}",
        "The other facts\nIt weighs a ton.\nSince.",
        "There is a bill.\nSince.",
        "It is red.\nSince.",
        "It has a name.\nSince.",
        "What would change it\nFLIP-TEXT.",
        "Demo & Co, question clear\n",
    ]


def test_an_arguable_one_gives_both_cases_and_no_winner() -> None:
    text = written(session_on("arguable").current, Step.EXPLANATION)
    assert "Answer: both can be argued, leaning to Product" in text
    for part in (
        "The case for Product\nCASE-P.",
        "The case for Service\nCASE-S.",
        "What would change it\nFLIP-TEXT.",
    ):
        assert part in text
    assert "The other facts\nIt weighs a ton.\nSince." in text


def test_a_choice_keeps_the_order_of_the_screen_and_explains_each_option() -> None:
    question = replace(choice(2, 3), statements=("One", "Two"), claims=("A1",), why="Since.")
    only = bank(question, vocabulary=TOLD)
    asked = replace(open_session(start(only), only).current, order=(2, 0, 1))
    offered, told = written(asked, Step.ANSWER), written(asked, Step.EXPLANATION)
    assert offered.startswith("Which?\n\n1. One\n2. Two\n\nA. Option 2\nB. Option 0\nC. Option 1\n\nDemo")
    assert "A. Option 2\n   Because.\nB. Option 0" in told
    assert "Answer: A. Option 2\n\nSince.\n\nThe article argues\nIt is complicated." in told


@pytest.mark.parametrize("step", [Step.ANSWER, Step.CERTAINTY, Step.REASON])
@pytest.mark.parametrize("name", QUESTIONS)
def test_nothing_is_given_away_too_early(name: str, step: Step) -> None:
    text = written(session_on(name).current, step)
    for told in ("Answer:", "Because.", "WHY-TEXT", "FLIP-TEXT", "CASE-", "It is complicated"):
        assert told not in text


def test_without_claims_and_other_facts_there_are_no_headings_for_them() -> None:
    asked = session_on("clear").current
    bare = full(replace(QUESTIONS["clear"], reasons=(RUNS,)))  # type: ignore[arg-type]
    asked = replace(asked, question=replace(bare, claims=()), vocabulary=replace(TOLD, cues={}))
    text = written(asked, Step.EXPLANATION)
    assert "The supplier runs it. (Service)" in text
    assert "The other facts" not in text
    assert "The article argues" not in text
