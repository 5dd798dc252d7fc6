"""The page of a paper that was handed in."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.domain.paper import Paper, outcome_at
from quizapp.domain.question import Choice
from quizapp.quiz.papers import PastPaper
from quizapp.ui.paper.result import QuestionRow, ResultPage
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import Wording
from tests.domain.examples import bank, verdict
from tests.ui.papers import LIKE_EXAM, bank_of, paper, past_of, past_paper
from tests.ui.screen import press, seen, settle, to_front


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> ResultPage:
    page = ResultPage(appearance)
    qtbot.addWidget(page)
    page.resize(1100, 900)
    to_front(qtbot, page)
    return page


def show(page: ResultPage, past: PastPaper) -> str:
    page.show_paper(past)
    return seen(page)


def sat(right: int, wrong: int = 0) -> Paper:
    sheet = paper(bank_of(40))
    for position in range(right + wrong):
        question = sheet.items[position].question
        assert isinstance(question, Choice)
        key = question.key if position < right else (question.key + 1) % 4
        sheet = sheet.answered(position, str(key))
    return sheet


def rows(page: ResultPage) -> list[str]:
    settle()
    return [each.accessibleName() for each in page.findChildren(QuestionRow) if each.isVisibleTo(page)]


def last_words(row: QuestionRow) -> Text:
    """What was said, which stands furthest in a row."""
    return max(row.findChildren(Text), key=lambda text: text.x())


def chip(page: ResultPage, words: str) -> Button:
    (found,) = (each for each in page.findChildren(Button) if each.text() == words)
    return found


@pytest.mark.parametrize(
    ("right", "words"),
    [
        (26, "Passed: 26 marks pass."),
        (25, "Not passed: 26 marks pass."),
        (29, "It reaches over the pass mark of 65 %: another paper could go either way."),
        (39, "All of it lies above the pass mark of 65 %."),
        (10, "All of it lies below the pass mark of 65 %."),
    ],
)
def test_the_marks_are_never_without_their_doubt(page: ResultPage, right: int, words: str) -> None:
    shown = show(page, past_of(sat(right, 40 - right)))
    assert f"{right}\nof 40 marks" in shown
    assert words in shown
    assert "Your level is likely between" in shown


def test_a_paper_like_the_exam_is_no_forecast_of_it(page: ResultPage) -> None:
    assert "no forecast" in show(page, past_of(sat(30)))
    other = replace(sat(30), preset=replace(LIKE_EXAM, exam=""))
    assert "no forecast" not in show(page, past_of(other))


def test_questions_of_two_answers_get_the_luck_line_and_no_badge(page: ResultPage) -> None:
    sheet = paper(bank(*(verdict(name=f"v{n}") for n in range(40))), replace(LIKE_EXAM, pass_mark=0))
    for position in range(26):
        sheet = sheet.answered(position, "service")
    shown = show(page, past_of(sheet))
    assert "assed" not in shown
    assert "guessing alone does as well in 4.0 % of papers" in shown


def test_what_was_left_open_and_what_was_known_is_said(page: ResultPage) -> None:
    shown = show(page, past_of(sat(20, 10), fresh=31))
    assert "10 were left open and earned nothing." in shown
    assert "You had answered 9 of the 40 questions before, which helps." in shown
    assert "left open and earned" not in show(page, past_of(sat(20, 20)))


def test_it_says_how_the_paper_ended(page: ResultPage) -> None:
    assert "Time was up: the paper handed itself in." in show(page, past_paper())
    assert "Handed in." in show(page, past_of(sat(3)))


def test_the_missed_ones_stand_first_and_all_are_there(page: ResultPage) -> None:
    show(page, past_of(sat(30, 4).with_flag(2, flagged=True)))
    assert len(rows(page)) == 10
    assert "Left open." in rows(page)[-1]
    chip(page, "All 40").click()
    assert len(rows(page)) == 40
    chip(page, "Flagged 1").click()
    assert [name[:2] for name in rows(page)] == ["3."]
    assert rows(page)[0].endswith("Flagged.")


def test_the_words_of_all_rows_line_up_whether_flagged_or_not(page: ResultPage) -> None:
    show(page, past_of(sat(1).with_flag(2, flagged=True)))
    settle()
    rows_shown = [row for row in page.findChildren(QuestionRow) if row.isVisible()]
    flagged = next(row for row in rows_shown if row.position == 2)
    assert len(rows_shown) > 1
    assert {last_words(row).x() for row in rows_shown} == {last_words(flagged).x()}


def test_what_one_question_earned_is_said_as_a_whole_paper_is(qapp: QApplication) -> None:
    assert qapp is not None
    session = past_of(sat(1, 1)).session
    said = [Wording().paper_marks(outcome_at(session, position)) for position in (0, 1)]
    assert said == ["1 of 1 mark.", "0 of 1 mark."]
    assert Wording().paper_marks(None) == "Left open: 0 of 1 mark."


def test_a_row_asks_for_its_explanation(page: ResultPage, qtbot: QtBot) -> None:
    show(page, past_of(sat(30, 4)))
    with qtbot.waitSignal(page.explanation_requested) as heard:
        next(each for each in page.findChildren(QuestionRow) if each.position == 31).click()
    assert heard.args == [31]
    page.take_focus(31)
    focus = page.focusWidget()
    assert isinstance(focus, QuestionRow)
    assert focus.position == 31


def test_enter_practises_the_missed_ones(page: ResultPage, qtbot: QtBot) -> None:
    assert "Practise the six missed" in show(page, past_of(sat(34, 6)))
    page.take_focus()
    with qtbot.waitSignal(page.practise_requested):
        press(page, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.done_requested):
        press(page, Qt.Key.Key_Escape)


def test_with_nothing_missed_enter_is_done(page: ResultPage, qtbot: QtBot) -> None:
    show(page, past_of(sat(40)))
    page.take_focus()
    with qtbot.waitSignal(page.done_requested):
        press(page, Qt.Key.Key_Return)


def test_topics_are_counted_in_marks(page: ResultPage) -> None:
    shown = show(page, past_of(sat(30)))
    assert "By topic\nmarks" in shown
    assert "30 of 40" in shown
