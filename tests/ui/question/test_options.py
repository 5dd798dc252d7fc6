"""The explanation of a choice: one's own answer, the right one, and the other options behind a button."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from quizapp.domain.question import Choice, Option
from quizapp.domain.scoring import mark_choice
from quizapp.ui.question.explanation import VerdictScale
from quizapp.ui.question.options import OptionsExplanation
from quizapp.ui.question.rows import FactRow, Fold
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import Wording
from tests.ui.question.panels import TOLD
from tests.ui.screen import settle, texts

OPTIONS = tuple(Option(f"Option {n}", f"Because {n}.", n == 2) for n in range(4))
CHOICE = Choice("c", "Which?", OPTIONS, claims=("A1",))
ORDER = (3, 2, 0, 1)  # D is option 1, B the right one


@pytest.fixture
def panel(qtbot: QtBot, appearance: Appearance) -> OptionsExplanation:
    wording = Wording()
    made = OptionsExplanation(appearance, wording)
    wording.setParent(made)
    qtbot.addWidget(made)
    made.resize(908, 500)
    made.show()
    return made


def answer(panel: OptionsExplanation, chosen: int, choice: Choice = CHOICE) -> tuple[str, list[list[str]]]:
    """Show the explanation of an answer; what is announced, and what stands in each row."""
    sentence = panel.show_explanation(choice, TOLD, ORDER, chosen, mark_choice(choice, chosen))
    settle()
    rows = [row for row in panel.findChildren(FactRow) if not row.isHidden()]
    return sentence, [
        [row.findChildren(Text)[0].text(), *row.findChildren(QTextBrowser)[0].toPlainText().split("\n")]
        for row in rows
    ]


def test_a_right_answer_has_one_row(panel: OptionsExplanation) -> None:
    sentence, rows = answer(panel, 2)
    assert rows == [["Your answer", "B. Option 2", "Because 2."]]
    assert sentence == "Right. Your answer: B. Option 2. Because 2."
    assert "Right." in texts(panel)


def test_beside_a_wrong_answer_stands_the_right_one(panel: OptionsExplanation) -> None:
    sentence, rows = answer(panel, 1)
    assert rows == [
        ["Your answer", "D. Option 1", "Because 1."],
        ["The right answer", "B. Option 2", "Because 2."],
    ]
    assert sentence == "The right answer is B. Your answer: D. Option 1. Because 1."
    assert "The right answer is B." in texts(panel)


def test_what_is_said_of_the_whole_question_stands_last(panel: OptionsExplanation) -> None:
    _, rows = answer(panel, 1, replace(CHOICE, why="It is a definition."))
    assert rows[2] == ["Why", "It is a definition."]


def test_the_other_options_are_behind_a_button_in_the_order_they_stood(panel: OptionsExplanation) -> None:
    answer(panel, 1)
    others = "A. Option 3\nBecause 3.\nC. Option 0\nBecause 0."
    assert others not in texts(panel)
    article, facts = (fold for fold in panel.findChildren(Fold) if not fold.isHidden())
    assert [article.accessibleName(), facts.accessibleName()] == ["The article", "The other options"]
    facts.click()
    assert others in texts(panel)
    answer(panel, 2)
    assert f"{others}\nD. Option 1\nBecause 1." in texts(panel)


def test_two_options_leave_no_others(panel: OptionsExplanation) -> None:
    two = Choice("c", "Which?", (Option("Yes", "So it is.", correct=True), Option("No", "It is not.")))
    panel.show_explanation(two, TOLD, (1, 0), 1, mark_choice(two, 1))
    settle()
    assert all(fold.isHidden() for fold in panel.findChildren(Fold))


def test_a_choice_has_no_scale(panel: OptionsExplanation) -> None:
    answer(panel, 1)
    assert all(scale.isHidden() for scale in panel.findChildren(VerdictScale))
