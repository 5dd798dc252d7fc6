"""The parts of the Library by what is seen and pressed on them."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTableView, QTextBrowser
from pytestqt.qtbot import QtBot

from quizapp.domain.library import CHOICE, Found, State, Wanted
from quizapp.domain.question import Strength
from quizapp.domain.summary import summarise
from quizapp.ui.library.page import LibraryPage
from quizapp.ui.library.panel import ChoiceField, LookupPanel
from quizapp.ui.style.appearance import Appearance
from tests.ui import papers
from tests.ui.library import shown
from tests.ui.screen import press, seen, settle, to_front
from tests.ui.sessions import all_sure, session_of_all, twins_told


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> LibraryPage:
    page = LibraryPage(appearance)
    qtbot.addWidget(page)
    page.resize(880, 660)
    shown.fill(page, twins_told())
    to_front(qtbot, page)
    page.take_focus()
    return page


def button(panel: LookupPanel, words: str) -> QAbstractButton:
    return next(
        each for each in panel.findChildren(QAbstractButton) if each.text() == words and each.isVisible()
    )


def cells(table: QTableView, column: int = 0) -> list[str]:
    model = table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def told(panel: LookupPanel) -> str:
    return "\n".join(each.toPlainText() for each in panel.findChildren(QTextBrowser) if each.isVisible())


def line(panel: LookupPanel) -> QLineEdit:
    """Where words are typed."""
    return panel.findChildren(QLineEdit)[0]


def show(page: LibraryPage, panel: LookupPanel) -> None:
    page.show_panel(panel)
    settle()


def test_a_question_is_told_with_answer_explanation_and_what_is_known(page: LibraryPage) -> None:
    words = seen(page.questions)
    assert "Clearly Product" in words
    assert all(each in told(page.questions) for each in ("WHY-TEXT.", "FLIP-TEXT.", "It is complicated."))
    assert "12 of 24 right at first (31 to 69 %)" in words
    assert "Discrimination 0.31, n 24. With fewer than 50 that is but a hint." in words
    assert f"{shown.LONG_TITLE}, question twin-p" in words
    page.questions.table.select(1)
    assert "Answered in 2 sessions" in seen(page.questions)
    assert "Too few voters are known" in seen(page.questions)


def test_an_arguable_one_has_both_cases_and_a_choice_all_options(page: LibraryPage) -> None:
    stems = [entry.question.id for entry in shown.CATALOGUE.entries]
    page.questions.table.select(stems.index("arguable"))
    assert all(each in told(page.questions) for each in ("CASE-P.", "CASE-S.", "The case for Service"))
    assert "Both can be argued" in seen(page.questions)
    page.questions.table.select(stems.index("choice"))
    assert "C. Option 2 (right)" in told(page.questions)
    assert "Right: C" in seen(page.questions)


def test_what_is_typed_and_chosen_is_looked_for(qtbot: QtBot, page: LibraryPage) -> None:
    questions = page.questions
    with qtbot.waitSignal(questions.wanted_changed) as heard:
        QTest.keyClicks(line(questions), "d")
    assert heard.args == [Wanted("d")]
    values = "other", "cloud", CHOICE, State.FLAGGED
    for field, value in zip(questions.findChildren(ChoiceField), values, strict=True):
        field.choose(value)
        field.activated.emit(field.currentIndex())
    assert questions.wanted == Wanted("d", "cloud", CHOICE, State.FLAGGED, "other")
    questions.clear_wanted()
    assert questions.wanted == Wanted()


def test_a_bank_is_chosen_only_where_several_are_open(page: LibraryPage) -> None:
    field = page.questions.findChildren(ChoiceField)[0]
    assert [field.itemText(index) for index in range(field.count())] == [
        "All banks",
        shown.LONG_TITLE,
        "Other & <b>bold</b>",
    ]
    field.choose("other")
    page.questions.show_choices(replace(shown.VIEW, banks=shown.VIEW.banks[:1]))
    assert not field.isVisible()
    assert page.questions.wanted == Wanted()  # one that was closed narrows nothing any more


def test_each_part_has_a_field_to_find_in_and_ctrl_f_leads_there(page: LibraryPage) -> None:
    for panel in (page.questions, page.sessions, page.words, page.notes):
        show(page, panel)
        panel.table.setFocus()
        QTest.keyClick(panel.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert page.focusWidget() is line(panel)
        press(page, Qt.Key.Key_Down)  # goes through the rows below


class PaintedWidths(QObject):
    """The widths of a table's columns whenever it is painted, where they do not fill it."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self.faults: list[tuple[int, int]] = []
        self._table = table
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - as Qt has it
        if event.type() is QEvent.Type.Paint:
            widths = self._table.horizontalHeader().length(), self._table.viewport().width()
            self.faults += [widths] if widths[0] != widths[1] else []
        return super().eventFilter(watched, event)


@pytest.mark.parametrize("width", [560, 880, 1500])
def test_columns_fill_a_table_whenever_it_is_painted(
    page: LibraryPage, appearance: Appearance, width: int
) -> None:
    painted = [PaintedWidths(table) for table in page.findChildren(QTableView)]
    page.resize(width, 700)
    for panel in (page.words, page.sessions, page.notes, page.questions):
        show(page, panel)
        page.questions.show_found(replace(shown.hits(), instead={"sevrice": "service"}), shown.standings())
        settle()
        page.questions.show_found(shown.hits("database"), shown.standings())
        settle()
        page.hide()  # to a page of larger letters, while the list changes
        appearance.set_zoom(1.25)
        shown.fill(page, twins_told())
        settle()
        appearance.set_zoom(1.0)
        page.show()
        settle()
    assert [each.faults for each in painted if each.faults] == []


def test_arrows_go_through_what_is_found_while_the_words_have_the_keyboard(page: LibraryPage) -> None:
    assert page.focusWidget() is line(page.questions)
    for key, row in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_PageDown, 5), (Qt.Key.Key_Up, 4)):
        press(page, key)
        assert page.questions.table.row == row


def test_escape_empties_the_words(qtbot: QtBot, page: LibraryPage) -> None:
    QTest.keyClicks(line(page.questions), "data")
    with qtbot.waitSignal(page.questions.wanted_changed) as heard:
        press(page, Qt.Key.Key_Escape)
    assert heard.args == [Wanted()]


def test_the_selected_question_stays_selected_while_others_go(page: LibraryPage) -> None:
    questions = page.questions
    questions.table.select(1)
    questions.show_found(shown.hits("database"), shown.standings())
    assert questions.table.row == 1
    assert questions.count == "2 of 6 questions"
    questions.show_found(Found(shown.hits("database").entries[1:], {}), shown.standings())
    assert questions.table.row == 0
    assert "Clearly Service" in seen(questions)


def test_what_was_taken_for_a_mistyped_word_is_told(page: LibraryPage) -> None:
    page.questions.show_found(shown.hits("databsae"), shown.standings())
    assert "Found by “database”." in seen(page.questions)


def test_that_nothing_is_found_is_said_and_nothing_old_stays(page: LibraryPage) -> None:
    QTest.keyClicks(line(page.questions), "xylophone")
    page.questions.show_found(shown.hits("xylophone"), shown.standings())
    words = seen(page.questions)
    assert "No question has all these words." in words
    assert "WHY-TEXT." not in words


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("Answer it", "answer_requested"),
        ("Its twin", "twin_requested"),
        ("Flagged", "flag_requested"),
        ("Write a note", "note_requested"),
    ],
)
def test_each_button_asks_for_the_selected_question(
    qtbot: QtBot, page: LibraryPage, words: str, signal: str
) -> None:
    with qtbot.waitSignal(getattr(page.questions, signal)) as heard:
        button(page.questions, words).click()
    assert heard.args == [shown.CATALOGUE.entries[0]]


def test_the_last_answer_stands_with_its_sign(page: LibraryPage) -> None:
    page.resize(1700, 800)
    settle()
    assert cells(page.questions.table, 1) == ["Product", "Service", "Service", "Service", "Either", "C"]
    assert cells(page.questions.table, 2)[:2] == ["Not answered", "Not right"]
    assert cells(page.questions.table, 3)[0] == "50 % of 24"
    assert cells(page.questions.table, 4)[:3] == ["0.31, n 24", "–", "−0.07, n 24"]


def test_figures_are_left_out_where_there_is_no_room_or_there_are_none(page: LibraryPage) -> None:
    columns = page.questions.table.model().columnCount
    assert columns() == 3
    page.resize(1700, 800)
    settle()
    assert columns() == 5
    selected = page.questions.table.selectionModel().selectedIndexes()
    assert [(each.row(), each.column()) for each in selected] == [(0, column) for column in range(5)]
    bare = {key: replace(each, analysis=None) for key, each in shown.standings().items()}
    page.questions.show_found(shown.hits(), bare)
    assert columns() == 3


def test_a_past_session_has_its_points_and_its_questions(qtbot: QtBot, page: LibraryPage) -> None:
    show(page, page.sessions)
    words = seen(page.sessions)
    assert "points, likely" in words
    _, questions = page.sessions.findChildren(QTableView)
    assert len(cells(questions)) == 3
    questions.selectRow(1)
    with qtbot.waitSignal(page.sessions.review_requested) as heard:
        button(page.sessions, "Look through it").click()
    assert heard.args == [1]


def test_past_sessions_are_found_by_bank_topic_and_day(page: LibraryPage) -> None:
    show(page, page.sessions)
    for words, found in (
        ("long TITLE", ["Weakest"]),
        ("november", ["Weakest", "Paper."]),
        ("21 november", ["Paper."]),
        ("paper another", ["Paper."]),
        ("cloud", ["Weakest"]),
        ("xylophone", []),
    ):
        line(page.sessions).clear()
        QTest.keyClicks(line(page.sessions), words)
        assert [each.split()[0] for each in cells(page.sessions.table)] == found
    assert "No session has all these words." in seen(page)


def test_what_was_said_stands_beside_each_question_of_a_session(page: LibraryPage) -> None:
    show(page, page.sessions)
    _, questions = page.sessions.findChildren(QTableView)
    assert cells(questions, 1) == ["Service", "A, right: D", "Service"]
    page.sessions.show_session(session_of_all(1))
    assert cells(questions, 1) == ["Service", "Left open", "Left open", "Left open"]
    page.sessions.show_session(papers.past_paper().session)
    said = cells(questions, 1)
    assert said[:3] == ["B, right: F", "Left open", "Service"]
    assert said.count("Left open") == 35


def test_how_sure_one_was_stands_in_a_past_session_and_its_points_once(page: LibraryPage) -> None:
    session = all_sure()
    tallies = summarise(session).by_certainty
    points, answers = sum(each.right for each in tallies), sum(each.answers for each in tallies)
    row = replace(shown.SESSIONS[0], earned=points, marked=answers)
    show(page, page.sessions)
    page.sessions.show_sessions([row])
    page.sessions.show_session(session)
    _, questions = page.sessions.findChildren(QTableView)
    levels = ["very sure", "fairly sure", "not so sure"]
    said = cells(questions, 1)
    assert all(f", {levels[number % 3]}" in words for number, words in enumerate(said))
    assert any(re.fullmatch(r"[A-F], (very|fairly|not so) sure(, right: [A-F])?", words) for words in said)
    assert f"{points} of {answers} points, likely" in told(page.sessions)
    assert "for certainty." in told(page.sessions)
    assert "beside" not in told(page.sessions)
    page.sessions.show_sessions([replace(row, marked=answers + 3)])  # not every question asked for it
    page.sessions.show_session(session)
    assert f"for certainty, beside {points} of {answers} points." in told(page.sessions)


def test_notes_are_found_by_their_words(page: LibraryPage) -> None:
    show(page, page.notes)
    QTest.keyClicks(line(page.notes), "remember")
    assert cells(page.notes.table) == ["Remember this. And <b>that</b>."]
    assert page.notes.count == "1 of 2 notes"
    QTest.keyClicks(line(page.notes), "x")
    assert "No note has all these words." in seen(page)


def test_a_paper_has_its_result_as_well(qtbot: QtBot, page: LibraryPage) -> None:
    show(page, page.sessions)
    page.sessions.table.select(1)
    page.sessions.show_session(twins_told())
    assert "30 of 40 marks, likely 60–86 %." in told(page.sessions)
    with qtbot.waitSignal(page.sessions.result_requested) as heard:
        button(page.sessions, "See its result").click()
    assert heard.args == ["s2"]


def test_why_a_past_session_cannot_be_shown_is_said(page: LibraryPage) -> None:
    show(page, page.sessions)
    page.sessions.show_session(None, "Its bank is closed.")
    assert "Its bank is closed." in told(page.sessions)
    _, questions = page.sessions.findChildren(QTableView)
    assert not questions.isVisible()


def test_selecting_a_session_asks_for_it(qtbot: QtBot, page: LibraryPage) -> None:
    show(page, page.sessions)
    with qtbot.waitSignal(page.sessions.session_wanted) as heard:
        page.sessions.table.select(1)
    assert heard.args == ["s2"]


def test_a_term_is_told_in_all_its_wordings_the_selected_one_first(page: LibraryPage) -> None:
    show(page, page.words)
    assert cells(page.words.table) == ["Product", "Product", "Service relationship management"]
    assert told(page.words).startswith(
        "Product\nITIL 4 – your exam\nA configuration of resources.\nGlossary."
    )
    page.words.table.select(1)
    assert told(page.words).startswith("Product\nThe article\nAnything that is sold.")


def test_terms_are_found_by_word_and_exam(page: LibraryPage) -> None:
    show(page, page.words)
    QTest.keyClicks(line(page.words), "JOINT")
    assert cells(page.words.table) == ["Service relationship management"]
    assert page.words.count == "1 wording"
    line(page.words).clear()
    [exam] = page.words.findChildren(ChoiceField)
    exam.choose("itil4")
    exam.activated.emit(1)
    assert cells(page.words.table, 1) == ["ITIL 4"]


def test_a_note_is_told_whole_changed_and_deleted(qtbot: QtBot, page: LibraryPage) -> None:
    show(page, page.notes)
    assert "And <b>that</b>." in told(page.notes)
    for words, signal in (
        ("Change it …", page.notes.edit_requested),
        ("Delete it …", page.notes.delete_requested),
        ("Show the question", page.notes.question_requested),
    ):
        with qtbot.waitSignal(signal) as heard:
            button(page.notes, words).click()
        assert heard.args == [shown.NOTES[0]]
    page.notes.table.select(1)
    with pytest.raises(StopIteration):
        button(page.notes, "Show the question")
    with qtbot.waitSignal(page.notes.delete_requested):
        QTest.keyClick(page.notes.table, Qt.Key.Key_Delete)
    with qtbot.waitSignal(page.notes.edit_requested):
        QTest.keyClick(page.notes.table, Qt.Key.Key_Return)


def test_why_there_is_no_row_stands_right_below_the_search(page: LibraryPage, appearance: Appearance) -> None:
    shown.empty(page)
    appearance.set_scale(2.0)
    page.resize(880, 1000)
    show(page, page.notes)
    label = next(each for each in page.notes.findChildren(QLabel) if each.text().startswith("None yet."))
    written = label.visibleRegion().boundingRect()
    picture = label.grab(written).toImage()
    paper = picture.pixelColor(0, picture.height() - 1)
    inked = [
        y
        for y in range(picture.height())
        if any(picture.pixelColor(x, y) != paper for x in range(0, picture.width(), 2))
    ]
    assert inked[0] < 2 * label.fontMetrics().height()


def test_each_part_says_when_there_is_nothing(page: LibraryPage) -> None:
    shown.empty(page)
    for panel, words in (
        (page.questions, "No bank is open."),
        (page.sessions, "None yet. Every session"),
        (page.words, "No bank that is open defines a term."),
        (page.notes, "None yet. “Write a note”"),
    ):
        show(page, panel)
        page.take_focus()
        assert words in seen(panel)
        assert page.focusWidget() is not None


def test_the_parts_are_changed_by_their_chips(page: LibraryPage) -> None:
    chips = {each.text(): each for each in page.findChildren(QAbstractButton) if each.isCheckable()}
    for name, panel in (("Words", page.words), ("My notes", page.notes), ("Questions", page.questions)):
        chips[name].click()
        assert page.panel is panel
        assert panel.isVisible()
        assert panel.count in seen(page)


def test_answers_are_told_apart_by_how_firm_they_are(page: LibraryPage) -> None:
    _, _, strength, _ = page.questions.findChildren(ChoiceField)
    values = [strength.itemData(index) for index in range(strength.count())]
    assert values == ["", Strength.CLEAR, Strength.LEANING, Strength.ARGUABLE, CHOICE]
