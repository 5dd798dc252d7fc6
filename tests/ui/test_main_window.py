"""The window: pages, menus, banks, and how every page looks in every theme and size."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from quizapp.ui.about_dialog import AboutDialog
from quizapp.ui.dialogs import KeysDialog
from quizapp.ui.learn_page import LearnPage
from quizapp.ui.preferences import Preferences
from tests.program import Program
from tests.ui.screen import cut_off, nameless, seen, settle, to_front, unplain
from tests.ui.sessions import QUESTIONS, answer_for, explained, session_on

FAULTY = """
bank: {id: faulty, title: Faulty & <b>bold</b>}
questions:
  - id: good
    scenario: A supplier runs it.
    answer: service
    why: Because.
  - id: bad
    scenario: A supplier runs it.
    answer: servise
    why: Because.
"""


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    program = Program(qapp, tmp_path)
    to_front(qtbot, program.window)
    qtbot.waitUntil(lambda: program.quiz.bank is not None and not program.conductor.bank_flow.loading.is_busy)
    yield program
    program.close()


def wait_until_built(program: Program) -> None:
    """Learn is built part by part."""
    while isinstance(page := program.window.page, LearnPage) and page._timer.isActive():
        settle()


def show_pages(program: Program) -> Iterator[str]:
    """Bring every page to the front in turn, at every step and with every outcome."""
    conductor = program.conductor
    for name in ("today", "learn", "practice", "banks", "settings"):
        program.window.entry_requested.emit(name)
        wait_until_built(program)
        yield name
    page = conductor.session_flow.page
    conductor._show_session(page)
    for name, question in QUESTIONS.items():
        page.show_session(session_on(name))
        yield f"{name} asked"
        page.show_session(session_on(name).answered(answer_for(question)))
        yield f"{name} reason"
        page.show_session(explained(name, answer_for(question)))
        yield f"{name} explained"


def show_real_pages(program: Program) -> Iterator[str]:
    """A real session with the longest texts, and its summary."""
    flow = program.conductor.session_flow
    flow.start()
    session = flow._session
    assert session is not None
    while not session.is_finished:
        yield f"{session.current.question.id} asked"
        flow._answer("service")
        yield f"{session.current.question.id} reason"
        flow._give_reason("")
        yield f"{session.current.question.id} explained"
        flow._go_on()
        session = flow._session
        assert session is not None
    yield "summary"
    flow.summary._score._why.click()
    yield "summary with formulas"


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize(
    ("width", "height", "scale"), [(1024, 600, 1.0), (1100, 720, 1.0), (1024, 600, 2.0), (1920, 1080, 1.0)]
)
def test_no_word_is_cut_off(program: Program, theme: str, width: int, height: int, scale: float) -> None:
    program.looks.set_theme(theme)
    program.look.set_scale(scale)
    program.window.resize(width, height)
    faults = {name: found for name in show_pages(program) if (found := cut_off(program.window))}
    assert faults == {}
    assert (program.window.width(), program.window.height()) == (width, height)


@pytest.mark.parametrize(("width", "height", "scale"), [(1024, 600, 1.0), (1100, 720, 1.0), (1024, 600, 2.0)])
def test_no_word_of_the_shipped_bank_is_cut_off(
    program: Program, width: int, height: int, scale: float
) -> None:
    program.look.set_scale(scale)
    program.window.resize(width, height)
    faults = {name: found for name in show_real_pages(program) if (found := cut_off(program.window))}
    assert faults == {}


def test_every_text_is_plain_and_every_control_has_a_name(program: Program) -> None:
    for name in show_pages(program):
        assert unplain(program.window) == [], name
        assert nameless(program.window) == [], name


def test_a_faulty_bank_says_what_to_mend_and_its_sound_questions_are_ready(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    file = tmp_path / "faulty.yaml"
    file.write_text(FAULTY, encoding="utf-8")
    program.conductor.bank_flow.open(file)
    qtbot.waitUntil(lambda: program.quiz.bank is not None and program.quiz.bank.id == "faulty")
    words = seen(program.window)
    for part in ("Faulty & <b>bold</b>", "1 error", "line 10, column 13", "servise", "left out", str(file)):
        assert part in words
    assert unplain(program.window) == []
    assert program.preferences.bank == file


def test_an_unusable_file_leaves_the_open_bank_open(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    file = tmp_path / "broken.yaml"
    file.write_text("bank: [", encoding="utf-8")
    with qtbot.waitSignal(program.conductor.bank_flow.problems_found):
        program.conductor.bank_flow.open(file)
    assert "the bank that was open stays open" in seen(program.window)
    assert program.quiz.bank is not None
    assert program.quiz.bank.id == "product-or-service"
    assert program.preferences.bank is None


def test_the_rail_and_the_menu_fold_away_during_a_session(program: Program) -> None:
    window, flow = program.window, program.conductor.session_flow
    flow.start()
    assert not window._rail.isVisible()
    assert not window.menus.isVisible()
    flow.page.leave_requested.emit()
    assert window._rail.isVisible()
    assert "Resume" in seen(window)


def test_keys_and_about_open_and_close(program: Program) -> None:
    program.window.menus.shortcuts_requested.emit()
    program.window.menus.about_requested.emit()
    keys, about = program.window.findChildren(KeysDialog)[0], program.window.findChildren(AboutDialog)[0]
    assert "Product" in seen(keys)
    assert "not produced, endorsed or approved by PeopleCert or AXELOS" in seen(about)
    for dialog in (keys, about):
        assert unplain(dialog) == []
        dialog.accept()
    settle()


def test_theme_and_text_size_are_remembered(program: Program) -> None:
    program.window.menus.theme_requested.emit("dark")
    program.window.menus.bigger_requested.emit()
    program.window.menus.bigger_requested.emit()
    program.window.menus.smaller_requested.emit()
    assert (program.look.theme.name, program.look.scale) == ("dark", 1.25)
    assert (program.preferences.theme, program.preferences.scale) == ("dark", 1.25)
    program.window.menus.usual_requested.emit()
    assert program.look.scale == 1.0


def test_trouble_is_said_in_a_box_and_the_step_is_not_taken(program: Program) -> None:
    window, flow = program.window, program.conductor.session_flow
    flow.start()
    before = flow._session
    (program.folder / "attempts.sqlite").unlink()
    flow._answer("service")
    box = window.findChildren(QMessageBox)[0]
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert "attempts.sqlite" in box.text()
    assert flow._session is before
    box.close()


def test_preferences_that_make_no_sense_count_as_not_set(tmp_path: Path) -> None:
    (tmp_path / "preferences.ini").write_text("[look]\ntheme=pink\ntext_size=17\n", encoding="utf-8")
    preferences = Preferences(tmp_path)
    assert (preferences.theme, preferences.scale, preferences.bank) == ("system", 1.0, None)


def test_resuming_waits_for_the_bank(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    first = Program(qapp, tmp_path)
    to_front(qtbot, first.window)
    qtbot.waitUntil(lambda: first.quiz.bank is not None)
    first.conductor.session_flow.start()
    first.close()
    second = Program(qapp, tmp_path)
    second.window.show()
    second.conductor.begin([])
    second.conductor._today_flow._resume()
    assert second.conductor._wish is not None
    qtbot.waitUntil(lambda: second.quiz.bank is not None)
    assert second.conductor.session_flow._session is not None
    assert second.window.findChildren(QMessageBox) == []
    second.close()


def test_a_session_in_front_is_not_replaced_by_a_slip_of_a_key(program: Program) -> None:
    program.conductor.session_flow.start()
    assert [action.isEnabled() for action in program.window.menus._starting] == [False, False]
    program.conductor.show_today()
    assert [action.isEnabled() for action in program.window.menus._starting] == [True, True]
