"""What can be done with a question beside answering it: take back, flag, copy, note, see its twin."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QColor, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.session import Session, open_session
from quizapp.ui.question.choice_rows import ChoiceRow
from quizapp.ui.question.scenario import ScenarioCard
from quizapp.ui.session.answer_tile import AnswerTile
from quizapp.ui.session.bars import FlagButton, QuestionMenu
from quizapp.ui.session.definitions import DefinitionsDialog
from quizapp.ui.session.footer import StepHints
from quizapp.ui.session.page import SessionPage
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.page import PassingNote
from tests.domain.examples import RUNS, bank, choice, start
from tests.ui.screen import clear_away, press, seen, settle, to_front
from tests.ui.sessions import QUESTIONS, explained, open_page, session_of_all, session_on, show


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> SessionPage:
    return open_page(qtbot, appearance)


def named(page: SessionPage, name: str) -> QAbstractButton:
    """The button of this name."""
    return next(each for each in page.findChildren(QAbstractButton) if each.accessibleName() == name)


def entry(page: SessionPage, text: str) -> QAction:
    """The entry of the menu with these words."""
    return next(each for each in page.findChildren(QuestionMenu)[0].actions() if each.text() == text)


def strike(page: SessionPage, keys: str) -> None:
    """Press keys as they are written in a menu, where the keyboard is."""
    QTest.keySequence(page.window().focusWidget(), QKeySequence(keys))
    settle()


def scenario_position(page: SessionPage) -> tuple[QPoint, int]:
    card = page.findChildren(ScenarioCard)[0]
    return card.mapTo(page, QPoint(0, 0)), card.width()


@pytest.mark.parametrize(
    ("session", "name"),
    [(session_on("clear").answered("service"), "Change"), (explained("clear", "service"), "Undo")],
)
@pytest.mark.parametrize("key", ["u", "Ctrl+Z"])
def test_undo_has_a_button_and_two_keys(
    qtbot: QtBot, page: SessionPage, session: Session, name: str, key: str
) -> None:
    assert name in show(page, session)
    with qtbot.waitSignal(page.undo_requested):
        strike(page, key)
    with qtbot.waitSignal(page.undo_requested):
        named(page, name).click()


def test_not_sure_is_told_by_its_key_and_can_be_clicked(qtbot: QtBot, page: SessionPage) -> None:
    show(page, session_on("clear").answered("service"))
    with qtbot.waitSignal(page.reason_requested) as request:
        named(page, "Not sure").click()
    assert request.args == [""]


@pytest.mark.parametrize(
    ("session", "told"),
    [
        (session_on("clear"), ["D", "?"]),
        (session_on("clear").answered("service"), ["1", "2", "3", "4", "0", "D"]),
        (session_on("choice"), ["?"]),  # here D is an option
    ],
)
def test_keys_are_told_where_nothing_else_shows_them(
    page: SessionPage, session: Session, told: list[str]
) -> None:
    show(page, session)
    caps = page.findChildren(StepHints)[0].findChildren(QLabel)
    assert [cap.text() for cap in caps if cap.property("key") and cap.isVisible()] == told


def test_with_nothing_to_take_back_undo_is_not_offered(qtbot: QtBot, page: SessionPage) -> None:
    assert "Undo" not in show(page, session_on("clear"))
    with qtbot.assertNotEmitted(page.undo_requested):
        strike(page, "u")
    page.show_again(explained("clear", "product", "").moved_on(), 0)
    assert "Undo" not in seen(page)


@pytest.mark.parametrize("name", ["clear", "arguable"])
def test_undoing_takes_explanation_and_marks_away_and_moves_no_scenario(page: SessionPage, name: str) -> None:
    session = session_on(name).answered("service")
    before, position = show(page, session), scenario_position(page)
    show(page, session.reasoned(RUNS.id))
    after = show(page, session.reasoned(RUNS.id).undone())
    assert set(after.splitlines()) == set(before.splitlines())
    assert scenario_position(page) == position
    assert "Which label fits the offer better?" not in after
    assert "Which label fits the offer better?" in show(page, session.undone())


def test_an_answer_given_again_says_that_it_counts_here_only(page: SessionPage) -> None:
    again = explained("clear", "service", RUNS.id).undone().reasoned(RUNS.id)
    assert "Answered again after the explanation: it counts here, not in your statistics." in show(
        page, again
    )


@pytest.mark.parametrize(
    ("key", "signal"), [("f", "flag_requested"), ("c", "copy_requested"), ("n", "note_requested")]
)
@pytest.mark.parametrize("session", [session_on("clear"), explained("choice", "0", None)])
def test_one_key_does_it_at_every_step(
    qtbot: QtBot, page: SessionPage, session: Session, key: str, signal: str
) -> None:
    show(page, session)
    with qtbot.waitSignal(getattr(page, signal)):
        strike(page, key)


def test_the_flag_is_pressed_in_while_it_stands_and_moves_nothing(page: SessionPage) -> None:
    assert "Flag this question" in show(page, session_on("clear"))
    button = page.findChildren(FlagButton)[0]
    states = []
    for flagged in (True, False):
        page.show_flag(flagged=flagged)
        settle()
        states.append((button.isChecked(), button.accessibleName(), button.geometry()))
    assert [state[:2] for state in states] == [(True, "Flagged"), (False, "Flag this question")]
    assert states[0][2] == states[1][2]


def test_escape_leaves(qtbot: QtBot, page: SessionPage) -> None:
    show(page, session_on("clear"))
    with qtbot.waitSignal(page.leave_requested):
        press(page, Qt.Key.Key_Escape)


def test_the_menu_offers_what_the_keys_do(page: SessionPage) -> None:
    session = session_of_all(1)
    show(page, session.answered("service").reasoned(""))
    entries = [
        (each.text(), each.isEnabled())
        for each in page.findChildren(QuestionMenu)[0].actions()
        if each.text()
    ]
    assert [text for text, _ in entries] == [
        "Undo",
        "Previous question",
        "What the words mean",
        "Read the question again",
        "Copy the question",
        "Flag this question",
        "Write a note …",
        "Keyboard shortcuts\t?",
    ]
    assert all(enabled for _, enabled in entries)


@pytest.mark.parametrize("session", [session_of_all(2), session_of_all(2).answered("service").reasoned("")])
def test_previous_looks_back_from_a_question_and_from_its_explanation(
    qtbot: QtBot, page: SessionPage, session: Session
) -> None:
    assert "Previous" in show(page, session).splitlines()
    for press_it in (named(page, "Previous").click, entry(page, "Previous question").trigger):
        with qtbot.waitSignal(page.previous_requested):
            press_it()


@pytest.mark.parametrize("session", [session_of_all(0), session_of_all(2).answered("service")])
def test_before_the_first_question_and_among_reasons_there_is_no_looking_back(
    page: SessionPage, session: Session
) -> None:
    assert "Previous" not in show(page, session).splitlines()
    assert not entry(page, "Previous question").isEnabled()


def test_looking_back_in_a_session_leads_further_back_and_to_the_question_that_waits(
    qtbot: QtBot, page: SessionPage
) -> None:
    show(page, session := session_of_all(2))
    page.show_again(session, 1, previous=True)
    words = seen(page)
    for part in ("Question 2 of 4", "Back to question 3", "Right answer", "Previous", "Back"):
        assert part in words
    assert "Summary" not in words
    assert not entry(page, "Undo").isEnabled()
    with qtbot.waitSignal(page.next_requested):
        press(page, Qt.Key.Key_Return)
    page.show_again(session, 0)
    assert "Previous" not in seen(page).splitlines()


@pytest.mark.parametrize(
    "session", [session_on("clear"), session_on("clear").answered("service"), explained("clear", "service")]
)
def test_d_tells_what_the_words_mean_and_answers_nothing(
    qtbot: QtBot, page: SessionPage, session: Session
) -> None:
    before = show(page, session)
    with (
        qtbot.assertNotEmitted(page.answer_requested),
        qtbot.assertNotEmitted(page.reason_requested),
        qtbot.assertNotEmitted(page.leave_requested),
    ):
        strike(page, "d")
        (dialog,) = page.findChildren(DefinitionsDialog)
        words = seen(dialog)
        for part in ("What the words mean", "The article", "“What is handed over.”", "In short.", "The exam"):
            assert part in words
        assert words.index("“What is handed over.”") < words.index("“A configuration of resources.”")
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        settle()
    clear_away()
    assert not page.findChildren(DefinitionsDialog)
    assert seen(page) == before


def test_without_definitions_d_is_not_offered(page: SessionPage) -> None:
    bare = bank(QUESTIONS["clear"])
    assert "What the words mean" not in show(page, open_session(start(bare), bare))
    assert not entry(page, "What the words mean").isEnabled()
    strike(page, "d")
    assert not page.findChildren(DefinitionsDialog)


def double_click(page: SessionPage, target: QWidget) -> None:
    """Press the mouse twice at one place, as fast as a double-click."""
    window = page.window()
    place = target.mapTo(window, target.rect().center())
    QTest.mouseDClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    settle()


def test_the_second_click_of_a_double_click_presses_nothing_that_has_just_appeared(
    qtbot: QtBot, page: SessionPage
) -> None:
    session = session_on("clear")
    show(page, session)
    page.answer_requested.connect(lambda answer: show(page, session.answered(answer)))
    tile = page.findChildren(AnswerTile)[0]
    below = tile.mapTo(page, tile.rect().center())
    with qtbot.waitSignal(page.answer_requested), qtbot.assertNotEmitted(page.reason_requested):
        double_click(page, tile)
    row = page.childAt(below)
    assert isinstance(row, ChoiceRow)  # it lies where the answer was clicked
    with qtbot.waitSignal(page.reason_requested):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)


def test_a_double_click_on_what_stays_presses_it_twice(page: SessionPage) -> None:
    show(page, session_on("clear"))
    flagged: list[None] = []
    page.flag_requested.connect(lambda: flagged.append(None))
    double_click(page, page.findChildren(FlagButton)[0])
    assert len(flagged) == 2


def test_a_passing_note_goes_by_itself_and_moves_nothing(qtbot: QtBot, page: SessionPage) -> None:
    show(page, explained("clear", "service"))
    position = scenario_position(page)
    page.show_message("Copied.")
    note = page.findChildren(PassingNote)[0]
    assert note.isVisible()
    assert "Copied." in seen(page)
    assert scenario_position(page) == position
    words = [each for each in page.findChildren(QLabel) if each.isVisible() and each.text() != "Copied."]
    note_on_screen = QRect(note.mapToGlobal(QPoint()), note.size())
    covered = [
        each.text()
        for each in words
        if note_on_screen.intersects(QRect(each.mapToGlobal(QPoint()), each.size()))
        and not note.isAncestorOf(each)
    ]
    assert covered == []
    note._timer.setInterval(1)
    qtbot.waitUntil(note.isHidden)


@pytest.mark.parametrize("has_twin", [True, False])
def test_looking_back_leads_to_the_twin_where_there_is_one(
    qtbot: QtBot, page: SessionPage, *, has_twin: bool
) -> None:
    page.show_again(explained("clear", "product", "").moved_on(), 0, has_twin=has_twin)
    assert ("Its twin" in seen(page)) is has_twin
    with qtbot.waitSignal(page.twin_requested):
        named(page, "Its twin").click()


@pytest.mark.qt_log_ignore("does not support", extend=True)
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_menu_opens_below_its_button_and_inside_the_screen(
    page: SessionPage, direction: Qt.LayoutDirection
) -> None:
    show(page, session_on("clear"))
    page.setLayoutDirection(direction)
    page.resize(780, 600)  # narrower than the screen of the tests
    settle()
    button, menu = named(page, "More"), page.findChildren(QuestionMenu)[0]
    button.click()
    corner = button.mapToGlobal(QPoint(0, button.height()))
    assert menu.y() == corner.y()
    assert menu.screen().availableGeometry().contains(menu.geometry())
    assert menu.x() < corner.x() + button.width()
    assert menu.x() + menu.width() > corner.x()
    menu.close()


def test_a_standing_flag_does_not_look_like_the_focus(qtbot: QtBot, appearance: Appearance) -> None:
    page, button = QWidget(), FlagButton()
    qtbot.addWidget(page)
    button.setParent(page)
    page.resize(400, 120)
    button.move(20, 20)
    button.resize(before := button.sizeHint())
    pictures = []
    to_front(qtbot, page)
    for flagged, focused in ((False, False), (True, False), (False, True), (True, True)):
        button.show_flag(flagged=flagged)
        button.setFocus() if focused else button.clearFocus()
        settle()
        pictures.append(button.grab().toImage())
        assert button.sizeHint() == before
    assert all(one != other for one, other in combinations(pictures, 2))
    ringed = [
        picture.pixelColor(1, before.height() // 2) == QColor(appearance.theme.focus) for picture in pictures
    ]
    assert ringed == [False, False, True, True]


@pytest.mark.parametrize("options", [2, 3, 4, 6])
def test_a_letter_means_its_option_first_and_else_what_it_always_means(
    qtbot: QtBot, page: SessionPage, options: int
) -> None:
    only = bank(choice(1, options))
    show(page, open_session(start(only), only))
    meant = {"a": page.answer_requested, "b": page.answer_requested}
    meant["c"] = page.answer_requested if options > 2 else page.copy_requested
    meant["f"] = page.answer_requested if options > 5 else page.flag_requested
    for letter, signal in meant.items():
        with qtbot.waitSignal(signal, timeout=500):
            strike(page, letter)
    show(page, session_on("clear"))
    for letter, signal in (("c", page.copy_requested), ("f", page.flag_requested)):
        with qtbot.waitSignal(signal, timeout=500):
            strike(page, letter)
