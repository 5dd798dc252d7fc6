"""A session as somebody takes part in it who sees nothing: by keys, and by what a screen reader says."""

import re
from typing import NamedTuple

import pytest

from tests.accessibility.desktop import Node, Reader, spoken

pytestmark = pytest.mark.timeout(120)


class Known(NamedTuple):
    """A question of `spoken.yaml`.

    Attributes:
        begins: how it begins.
        answer: the key that answers it.
        offered: what can be offered after the answer; empty for a choice.
        secret: what nothing may say before the explanation.
    """

    begins: str
    answer: str
    offered: tuple[str, ...]
    secret: tuple[str, ...]


KNOWN = (
    Known(
        "A bakery moves its payroll to a supplier.",
        "p",
        (
            "The supplier backs up the data.",
            "The clerk checks every payslip.",
            "The supplier manages the storage.",
            "Pay is counted in hours.",
        ),
        ("WHY-BACKUP", "WHY-CLERK", "WHY-STORAGE", "WHY-HOURS", "WHOLE-WHY", "FLIPS."),
    ),
    Known(
        "A school buys forty chairs from a shop.",
        "p",
        ("The shop hears of them no more.", "A pupil carries them in.", "There are forty of them."),
        ("WHY-SHOP", "WHY-PUPIL", "WHY-FORTY", "WHOLE-CHAIRS", "FLIPS-CHAIRS."),
    ),
    Known("Which one is a service?", "1", (), ("WHY-DESK", "WHY-HELP", "WHY-PAD")),
)
OUTCOMES = ("Right", "Not quite", "The right answer is")


def known(said: str) -> Known:
    """The question that was read out."""
    return next(each for each in KNOWN if each.begins in said)


def leaked(reader: Reader, secrets: tuple[str, ...]) -> list[str]:
    """Which secrets stand anywhere in the tree, hidden parts included, or were in any event."""
    parts = [f"{node.name} {node.description} {node.text}" for node in reader.tree(hidden=True)]
    events = [f"{each.name} {each.description} {each.data}" for each in reader.everything]
    return [secret for secret in secrets if any(secret in words for words in parts + events)]


def shown(reader: Reader, role: str) -> list[Node]:
    """The parts of a role that are shown."""
    return [node for node in reader.tree() if node.role == role]


def test_a_session_is_heard_from_its_first_question_to_its_result(reader: Reader) -> None:
    said = reader.said("Return")
    for number in range(1, len(KNOWN) + 1):
        question = known(said)
        assert f"Question {number} of 3" in said
        assert leaked(reader, question.secret + question.offered) == []
        if question.offered:
            reasons = reader.said(question.answer)
            assert "What decides it here?. panel. You said Product." in reasons
            offered = [node.name.partition(". ") for node in shown(reader, "radio button")]
            assert [key for key, _, _ in offered] == ["1", "2", "3"]
            assert {text for _, _, text in offered} <= set(question.offered)
            assert reader.said("Tab").startswith("1. ")
            assert reader.said("Down", "Down").startswith("3. ")
            assert leaked(reader, question.secret) == []
        outcome = reader.said("1")
        assert any(word in outcome for word in OUTCOMES)
        assert any(word in outcome for word in ("Your reason: ", "Your answer: "))
        assert any(secret in outcome for secret in question.secret)
        said = reader.said("Return")
    assert "Three questions answered. " in said
    assert " of 3 points" in said
    assert not any(each.role == "filler" for each in reader.everything if each.spoken)
    assert not reader.log.exists() or "accessib" not in reader.log.read_text(encoding="utf-8").lower()


def test_how_sure_one_is_is_asked_aloud_and_said_with_the_outcome(sure_reader: Reader) -> None:
    reader = sure_reader
    said = reader.said("Return")
    for _ in KNOWN:
        question = known(said)
        asked = reader.said(question.answer)
        assert "How sure are you?. panel. You said " in asked
        assert leaked(reader, question.secret + question.offered) == []
        levels = [node.name for node in shown(reader, "radio button")]
        assert levels == [
            "1. Not so sure: under 67 %",
            "2. Fairly sure: 67 to 80 %",
            "3. Very sure: over 80 %",
        ]
        first = reader.said("Tab")
        assert first.startswith("1. Not so sure: under 67 %")
        assert "1 point if right, 0 if wrong" in first
        assert reader.said("Down", "Down").startswith("3. Very sure: over 80 %")
        assert leaked(reader, question.secret + question.offered) == []
        outcome = reader.said(*(["3", "1"] if question.offered else ["3"]))
        assert "You were very sure (over 80 %): " in outcome
        assert any(secret in outcome for secret in question.secret)
        said = reader.said("Return")
    assert "for certainty, beside" in said
    assert " of 3 points" in said


def test_the_scenario_is_read_by_word_and_line_and_answers_nothing(reader: Reader) -> None:
    said = reader.said("Return")
    scenario = reader.said("Tab")
    assert scenario.startswith(("Scenario", "Question"))
    whole = reader.text("line")["all"]
    assert whole in said
    for key, unit in (("Right", "word"), ("Down", "line")):
        before = reader.text(unit)["caret"]
        heard = reader.press(key)
        assert spoken(heard) == []
        if "\n" in whole or key == "Right":
            assert any(each.type.startswith("object:text-caret-moved") for each in heard)
            assert reader.text(unit)["caret"] != before
        assert reader.text(unit)["at"].strip() in whole
    assert reader.focus().name == scenario.split(". ")[0]


def test_a_key_reads_the_question_again_at_every_step(reader: Reader) -> None:
    said = reader.said("Return")
    focus = reader.focus()
    words = focus.description
    assert words in said
    again = reader.press("q")  # it has the focus: what it says is said anew
    of_focus = (each for each in again if (each.role, each.name) == (focus.role, focus.name))
    assert [each.data for each in of_focus if "description" in each.type and each.data] == [words]
    steps = [known(said).answer, "1"] if known(said).offered else ["1"]
    for key in steps:
        reader.said(key)
        assert words in reader.said("q")
    assert "Question 2 of 3" in reader.said("Return")


def test_the_summary_names_each_row_once_with_its_outcome(reader: Reader) -> None:
    said = reader.said("Return")
    for _ in KNOWN:
        question = known(said)
        keys = [question.answer, "2", "Return"] if question.offered else ["1", "Return"]
        said = reader.said(*keys)
    tree = reader.tree()
    rows = [node.name for node in tree if node.role == "label"]
    assert any(re.fullmatch(r"\w.+: \d of \d", name) for name in rows)  # a kind of reason and its count
    missed = [node.name for node in tree if node.description == "Show the explanation"]
    assert missed
    assert all(name.startswith(("Not quite: ", "Right for another reason: ")) for name in missed)
    assert all("You said " in name for name in missed)
    assert {"Three questions answered", "By kind of reason"} <= {
        node.name for node in tree if node.role == "heading"
    }
