"""The summary: the score with its doubt, the reasons, the missed ones."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quizapp.domain.question import Question
from quizapp.domain.session import Session, open_session
from quizapp.domain.summary import summarise
from quizapp.ui.look import Look
from quizapp.ui.missed_row import MissedRow
from quizapp.ui.summary_page import SummaryPage, first_sentence
from tests.domain.examples import arguable, bank, choice, start, verdict
from tests.ui.screen import press, seen, texts, to_front
from tests.ui.sessions import both_cases

SUPPLIERS: list[Question] = [verdict(name=f"q{n}") for n in range(8)]
QUESTIONS = [*SUPPLIERS, both_cases(arguable()), choice(1)]


def finished(right: int) -> Session:
    """Ten questions, so many of them right."""
    ten = bank(*QUESTIONS)
    session = open_session(start(ten, seed=4711), ten)
    for place in range(10):
        good = "1" if place == 9 else "service"
        bad = "0" if place == 9 else "product"
        session = session.answered(good if place < right else bad).reasoned("cue:runs").moved_on()
    return session


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> SummaryPage:
    page = SummaryPage(look)
    qtbot.addWidget(page)
    page.resize(1100, 720)
    to_front(qtbot, page)
    return page


def show(page: SummaryPage, right: int) -> str:
    session = finished(right)
    page.show_summary(session, summarise(session))
    page.take_focus()
    return seen(page)


def test_a_score_never_stands_alone(page: SummaryPage) -> None:
    words = show(page, 7)
    for part in (
        "Ten questions, done",
        "Seed 4711",
        "of 10 right",
        "between 40 % and 89 %",
        "Cue runs",
    ):
        assert part in words
    assert "Guessing alone reaches 7 or more with a chance of" in words


@pytest.mark.parametrize(
    ("right", "said"),
    [(7, "cannot tell it from luck yet"), (10, "hardly luck"), (0, "Guessing alone does at least as well")],
)
def test_the_luck_line_says_what_it_means(page: SummaryPage, right: int, said: str) -> None:
    assert said in show(page, right)


def test_why_this_score_shows_the_formula_with_the_persons_numbers(page: SummaryPage) -> None:
    assert "Wilson" not in show(page, 7)
    QTest.mouseClick(page._score._why, Qt.MouseButton.LeftButton)
    words = seen(page)
    assert "7 marks ÷ 10 marked questions = 0.70" in words
    assert "0.397 to 0.892" in words
    assert "8 × 0.5, 2 × 0.25" in words


def test_missed_ones_can_be_looked_at_and_practised(qtbot: QtBot, page: SummaryPage) -> None:
    words = show(page, 7)
    assert "The three you missed" in words
    rows = page.findChildren(MissedRow)
    assert [row.accessibleName() for row in rows] == [
        "A supplier runs it. you said Product",
        "A supplier runs it. you said Product",
        "Which? you said Option 0",
    ]
    with qtbot.waitSignal(page.explanation_requested) as wish:
        QTest.mouseClick(rows[1], Qt.MouseButton.LeftButton)
    assert wish.args == [8]
    page.take_focus()
    with qtbot.waitSignal(page.practise_requested):
        press(page, Qt.Key.Key_Return)


def test_with_nothing_missed_enter_is_done(qtbot: QtBot, page: SummaryPage) -> None:
    words = show(page, 10)
    assert "you missed" not in words
    with qtbot.waitSignal(page.done_requested):
        press(page, Qt.Key.Key_Return)


def test_without_marks_there_is_no_score(page: SummaryPage) -> None:
    only = bank(arguable())
    session = open_session(start(only, reason_step=False), only).answered("product").moved_on()
    page.show_summary(session, summarise(session))
    assert "Nothing in this set was marked." in seen(page)
    assert "–" in texts(page)


@pytest.mark.parametrize(
    ("scenario", "first"),
    [
        ("One. Two.", "One."),
        ("Costs 1.5 million. Two.", "Costs 1.5 million."),
        ("No end", "No end"),
        ("Really? Yes.", "Really?"),
    ],
)
def test_a_question_is_known_by_its_first_sentence(scenario: str, first: str) -> None:
    assert first_sentence(replace(verdict(), scenario=scenario)) == first


def test_what_was_right_without_a_reason_is_not_right_for_the_right_reason(page: SummaryPage) -> None:
    only = bank(choice(1))
    session = open_session(start(only), only).answered("1").moved_on()
    page.show_summary(session, summarise(session))
    words = seen(page)
    assert "1 right where no reason was asked for" in words
    assert "another reason" not in words
