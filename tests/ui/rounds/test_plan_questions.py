"""Choosing the questions of a round: by keyboard, by mouse, by search and by seed."""

from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from quizapp.domain.selection import Selection, draw
from quizapp.ui.rounds.plan_questions import PlanQuestions
from quizapp.ui.rounds.question_list import QuestionList
from quizapp.ui.style.appearance import Appearance
from tests.domain.examples import bank as bank_of
from tests.domain.examples import verdict
from tests.ui.rounds.planning import BANK
from tests.ui.screen import press, seen, settle, to_front

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def questions(qtbot: QtBot, appearance: Appearance) -> PlanQuestions:
    questions = PlanQuestions(appearance, Random(1))
    qtbot.addWidget(questions)
    questions.resize(860, 760)
    to_front(qtbot, questions)
    questions.show_bank(BANK, ["one", "choice", "gone"])
    settle()
    return questions


def ids(questions: PlanQuestions) -> list[str]:
    return [question.id for question in questions.chosen]


def rows(of: QuestionList) -> list[str]:
    return [row.id for row in of.rows]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_keyboard_puts_questions_in_and_takes_them_out(questions: PlanQuestions, key: Qt.Key) -> None:
    questions.listed.setFocus()
    press(questions, Qt.Key.Key_Down)
    press(questions, key)
    assert ids(questions) == ["one", "choice", "two"]
    press(questions, key)
    assert ids(questions) == ["one", "choice"]


def test_the_keyboard_puts_them_in_order(questions: PlanQuestions) -> None:
    picked = questions.picked
    picked.setFocus()
    QTest.keyClick(picked, Qt.Key.Key_Down, ALT)
    assert ids(questions) == ["choice", "one"]
    QTest.keyClick(picked, Qt.Key.Key_Down, ALT)
    assert ids(questions) == ["choice", "one"]
    QTest.keyClick(picked, Qt.Key.Key_Up, ALT)
    QTest.keyClick(picked, Qt.Key.Key_Delete)
    assert ids(questions) == ["choice"]
    assert picked.current == "choice"


def test_the_buttons_do_the_same(questions: PlanQuestions) -> None:
    questions.picked.make_current("one")
    questions.down.click()
    assert ids(questions) == ["choice", "one"]
    questions.up.click()
    questions.take.click()
    questions.listed.make_current("arguable")
    questions.put.click()
    assert ids(questions) == ["choice", "arguable"]
    assert questions.put.text() == "Take out"


@pytest.mark.parametrize(("position", "name"), [(1, "two"), (4, "long")])
def test_a_click_on_the_check_box_and_a_double_click_choose(
    questions: PlanQuestions, position: int, name: str
) -> None:
    listed = questions.listed
    row = listed.visualRect(listed.model().index(position, 0))
    box = QPoint(row.left() + 14, row.center().y())
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert ids(questions) == ["one", "choice", name]
    assert listed.current == ""
    listed.doubleClicked.emit(listed.model().index(position, 0))
    assert ids(questions) == ["one", "choice"]


def test_a_click_on_words_makes_a_question_current(questions: PlanQuestions) -> None:
    listed = questions.listed
    words = listed.visualRect(listed.model().index(4, 0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=words)
    assert (listed.current, ids(questions)) == ("long", ["one", "choice"])
    assert listed.selectionModel().isSelected(listed.currentIndex())


def test_who_comes_in_by_keyboard_finds_a_row_that_is_selected(questions: PlanQuestions) -> None:
    listed = questions.listed
    listed.setFocus()
    assert listed.current == "one"
    assert listed.selectionModel().isSelected(listed.currentIndex())


def test_only_the_current_question_is_unfolded(questions: PlanQuestions) -> None:
    listed = questions.listed

    def shown(position: int) -> tuple[str, int]:
        """The words of a row, and its height."""
        settle()
        index = listed.model().index(position, 0)
        return str(index.data()), listed.visualRect(index).height()

    folded, height = shown(1)
    assert "Nobody helps." not in folded
    listed.make_current("two")
    assert "A buyer runs it. Nobody helps.\nProduct" in shown(1)[0]
    listed.make_current("one")
    assert shown(1) == (folded, height)
    questions.search.show_text("buyer")
    listed.make_current("long")
    assert shown(4)[1] > 3 * height


def test_search_and_topics_narrow_the_list_and_keep_what_is_chosen(questions: PlanQuestions) -> None:
    questions.search.setFocus()
    QTest.keyClicks(questions.search, "BUYER helps")
    assert rows(questions.listed) == ["two"]
    assert "In the bank: 1 of 5" in seen(questions)
    questions.search.show_text("")
    questions.topics.chips[1].click()
    assert rows(questions.listed) == ["choice"]
    assert ids(questions) == ["one", "choice"]


def test_questions_are_filtered_by_how_firmly_their_answer_stands(questions: PlanQuestions) -> None:
    assert [chip.text() for chip in questions.kinds.chips] == ["Clear", "Arguable", "Several options"]
    questions.kinds.chips[1].click()
    assert rows(questions.listed) == ["arguable"]
    questions.kinds.chips[2].click()
    assert rows(questions.listed) == ["choice", "arguable"]
    questions.kinds.choose(())
    questions.kinds.chips[0].click()
    questions.draw_row.count.show_value(99)
    questions.draw_row.button.click()
    assert sorted(ids(questions)) == ["choice", "long", "one", "two"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [640, 860, 1300])
def test_no_row_cuts_its_words(
    questions: PlanQuestions, appearance: Appearance, width: int, scale: float
) -> None:
    appearance.set_scale(scale)
    questions.resize(width, 760)
    for listed in (questions.listed, questions.picked):
        for row in listed.rows:
            listed.make_current(row.id)
            settle()
            index = listed.currentIndex()
            option = QStyleOptionViewItem()
            listed.initViewItemOption(option)
            option.rect = listed.visualRect(index)
            listed.itemDelegate().initStyleOption(option, index)  # type: ignore[attr-defined]
            part = QStyle.SubElement.SE_ItemViewItemText
            room = listed.style().subElementRect(part, option, listed).adjusted(3, 0, -3, 0)
            metrics = option.fontMetrics
            needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data()))
            assert needed.height() <= room.height()


def test_rows_say_key_strength_pair_and_length(questions: PlanQuestions) -> None:
    told = [row.said for row in questions.listed.rows]
    assert told[0] == "Chosen. A supplier runs it.. Service. clear · 10 words · has a twin"
    assert "Option A. 4 options · 9 words" in told[2]
    assert "arguable" in told[3]
    assert "106 words: long for the wall" in told[4]


def test_a_seed_draws_the_same_set_as_practice_does(questions: PlanQuestions) -> None:
    questions.show_bank(BANK, ())
    row = questions.draw_row
    row.count.show_value(3)
    row.seed.show_value(4711)
    row.button.click()
    assert ids(questions) == [question.id for question in draw(BANK.questions, Selection(4711, 3))]
    row.button.click()
    assert sorted(ids(questions)) == sorted(question.id for question in BANK.questions)


def test_pairs_are_drawn_whole_and_the_seed_is_shown_text(questions: PlanQuestions) -> None:
    questions.show_bank(BANK, ())
    questions.draw_row.pairs.click()
    questions.draw_row.button.click()
    assert sorted(ids(questions)) == ["one", "two"]
    assert questions.draw_row.seed.value() >= 1000


def test_a_large_bank_is_listed_without_delay(questions: PlanQuestions) -> None:
    many = bank_of(*(verdict(name=f"q{number}") for number in range(3000)))
    questions.show_bank(many, ())
    listed = questions.listed
    settle()
    assert len(rows(listed)) == 3000
    listed.make_current("q2999")
    settle()
    assert listed.visualRect(listed.currentIndex()).intersects(listed.viewport().rect())
