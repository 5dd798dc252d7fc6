"""The page of a paper that is sat."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quizapp.domain.paper import Paper
from quizapp.ui.paper.exam import ExamPage, TimeBar, clock_words
from quizapp.ui.paper.matrix import MatrixCell
from quizapp.ui.question.choice_rows import ChoiceRow
from quizapp.ui.style.appearance import Appearance
from tests.ui.papers import LIKE_EXAM, bank_of, paper, sat_paper
from tests.ui.screen import press, seen, to_front


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> ExamPage:
    page = ExamPage(appearance)
    qtbot.addWidget(page)
    page.resize(1100, 720)
    to_front(qtbot, page)
    return page


def show(page: ExamPage, sheet: Paper) -> str:
    page.show_paper(sheet)
    page.show_time(2480, 3600, "11:05")
    return seen(page)


def cell(page: ExamPage, number: int) -> MatrixCell:
    (found,) = (each for each in page.findChildren(MatrixCell) if each.text() == str(number))
    return found


def chosen(page: ExamPage) -> list[str]:
    rows = [each for each in page.findChildren(ChoiceRow) if each.isVisible() and each.isChecked()]
    return [each.accessibleName() for each in rows]


def test_it_shows_question_rules_and_time(page: ExamPage) -> None:
    shown = show(page, paper(bank_of(40)))
    for words in (
        "Paper under exam conditions",
        "40 questions · 60 minutes · 26 to pass",
        "Question 1",
        "Which?",
        "41:20",
        "until 11:05",
        "Hand in, 40 still open",
        "At 11:05 the paper hands itself in.",
    ):
        assert words in shown


def test_nothing_tells_what_is_right(page: ExamPage) -> None:
    for position in range(4):
        shown = show(page, sat_paper().moved(position))
        assert "Because" not in shown
        assert "Right" not in shown


def test_the_counts_stand_in_words(page: ExamPage) -> None:
    shown = show(page, sat_paper())
    assert "5 answered" in shown
    assert "35 open" in shown
    assert "2 flagged" in shown
    assert "Hand in, 35 still open" in shown


def test_a_cell_says_how_its_question_stands(page: ExamPage) -> None:
    show(page, sat_paper().moved(2))
    assert cell(page, 3).accessibleName() == "Question 3, answered, flagged, this one"
    assert cell(page, 6).accessibleName() == "Question 6, open, flagged"
    assert cell(page, 2).accessibleName() == "Question 2, open"


def test_the_answer_that_stands_is_chosen(page: ExamPage) -> None:
    sheet = paper(bank_of(40))
    show(page, sheet.answered(0, sheet.items[0].offered[2]))
    assert [name[:2] for name in chosen(page)] == ["C."]
    show(page, sheet)
    assert chosen(page) == []


@pytest.mark.parametrize(("key", "place"), [(Qt.Key.Key_A, 0), (Qt.Key.Key_D, 3), (Qt.Key.Key_2, 1)])
def test_letters_and_digits_answer(page: ExamPage, qtbot: QtBot, key: Qt.Key, place: int) -> None:
    sheet = paper(bank_of(40))
    show(page, sheet)
    with qtbot.waitSignal(page.answer_requested) as heard:
        press(page, key)
    assert heard.args == [sheet.items[0].offered[place]]


def test_up_and_down_read_on_and_change_no_answer(page: ExamPage, qtbot: QtBot) -> None:
    sheet = paper(bank_of(40))
    show(page, sheet.answered(0, sheet.items[0].offered[0]))
    rows = [each for each in page.findChildren(ChoiceRow) if each.isVisible()]
    rows[0].setFocus()
    with qtbot.assertNotEmitted(page.answer_requested):
        for key, place in (
            (Qt.Key.Key_Up, 0),
            (Qt.Key.Key_Down, 1),
            (Qt.Key.Key_Down, 2),
            (Qt.Key.Key_Up, 1),
        ):
            QTest.keyClick(page.focusWidget(), key)
            assert page.focusWidget() is rows[place]
    assert [name[:2] for name in chosen(page)] == ["A."]


@pytest.mark.parametrize(("key", "side"), [(Qt.Key.Key_P, "product"), (Qt.Key.Key_S, "service")])
def test_a_scenario_is_answered_with_its_letters(
    page: ExamPage, qtbot: QtBot, key: Qt.Key, side: str
) -> None:
    show(page, sat_paper().moved(2))
    with qtbot.waitSignal(page.answer_requested) as heard:
        press(page, key)
    assert heard.args == [side]


def test_f_flags_unless_it_is_an_option(page: ExamPage, qtbot: QtBot) -> None:
    show(page, sat_paper().moved(1))
    with qtbot.waitSignal(page.flag_requested):
        press(page, Qt.Key.Key_F)
    six = sat_paper().moved(0)
    show(page, six)
    with qtbot.assertNotEmitted(page.flag_requested), qtbot.waitSignal(page.answer_requested) as heard:
        press(page, Qt.Key.Key_F)
    assert heard.args == [six.items[0].offered[5]]


@pytest.mark.parametrize(("key", "position"), [(Qt.Key.Key_Right, 5), (Qt.Key.Key_Left, 3)])
def test_arrows_move(page: ExamPage, qtbot: QtBot, key: Qt.Key, position: int) -> None:
    show(page, sat_paper().moved(4))
    with qtbot.waitSignal(page.question_requested) as heard:
        press(page, key)
    assert heard.args == [position]


def test_a_cell_brings_its_question_to_the_front(page: ExamPage, qtbot: QtBot) -> None:
    show(page, sat_paper())
    with qtbot.waitSignal(page.question_requested) as heard:
        cell(page, 17).click()
    assert heard.args == [16]


def test_the_keyboard_stays_on_the_cells(page: ExamPage) -> None:
    show(page, sat_paper())
    cell(page, 1).setFocus()
    page.show_paper(sat_paper().moved(1))
    assert page.focusWidget() is cell(page, 2)


def test_ctrl_enter_hands_in_and_esc_leaves(page: ExamPage, qtbot: QtBot) -> None:
    show(page, sat_paper())
    with qtbot.waitSignal(page.hand_in_requested):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(page.leave_requested):
        press(page, Qt.Key.Key_Escape)


def test_a_shorter_paper_has_fewer_cells(page: ExamPage) -> None:
    show(page, paper(bank_of(40)))
    short = replace(paper(bank_of(3)), preset=replace(LIKE_EXAM, pass_mark=0))
    shown = show(page, replace(short, start=replace(short.start, id="other")))
    assert [each.text() for each in page.findChildren(MatrixCell) if each.isVisible()] == ["1", "2", "3"]
    assert "to pass" not in shown


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (3600, "60:00"),
        (4500, "75:00"),
        (2480, "41:20"),
        (59.2, "01:00"),
        (0.1, "00:01"),
        (0, "00:00"),
        (-3, "00:00"),
    ],
)
def test_the_last_second_counts_whole(seconds: float, words: str) -> None:
    assert clock_words(seconds) == words


def test_ten_five_and_one_minute_are_said(page: ExamPage, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("quizapp.ui.paper.exam.announce", lambda _widget, sentence: said.append(sentence))
    page.show_paper(sat_paper())
    said.clear()
    for seconds in (700, 601, 600, 599, 301, 299, 61, 60, 30):
        page.show_time(seconds, 3600, "11:05")
    assert said == ["10 minutes are left.", "5 minutes are left.", "One minute is left."]


def test_what_is_saved_is_said(page: ExamPage, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("quizapp.ui.paper.exam.announce", lambda _widget, sentence: said.append(sentence))
    sheet = paper(bank_of(40))
    page.show_paper(sheet)
    answered = sheet.answered(0, "1")
    flagged = answered.with_flag(0, flagged=True)
    for each in (answered, flagged, flagged.with_flag(0, flagged=False)):
        page.show_paper(each)
    assert said == ["Question 1. Which?", "Saved. 39 still open.", "Flagged.", "Flag removed."]


def test_the_bar_empties(page: ExamPage) -> None:
    page.show_time(900, 3600, "11:05")
    (bar,) = page.findChildren(TimeBar)
    assert bar.value() == 25


def test_a_large_window_has_larger_letters_and_gives_them_back(
    page: ExamPage, appearance: Appearance, qtbot: QtBot
) -> None:
    show(page, sat_paper())
    page.resize(1920, 1080)
    qtbot.waitUntil(lambda: appearance.zoom == 1.25)
    page.hide()
    assert appearance.zoom == 1.0
