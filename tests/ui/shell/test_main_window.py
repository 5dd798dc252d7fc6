"""The window: pages, menus and banks, with the whole program behind it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.ui.dialogs import AboutDialog
from quizapp.ui.preferences import Preferences
from quizapp.ui.widgets.dialogs import KeysDialog, MessageDialog
from tests.program import Program
from tests.ui.screen import seen, settle, to_front, unplain

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
    qtbot.waitUntil(lambda: program.quiz.bank is not None and not program.navigation.banks.loading.is_busy)
    yield program
    program.close()


def test_a_faulty_bank_says_what_to_mend_and_its_sound_questions_are_ready(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    file = tmp_path / "faulty.yaml"
    file.write_text(FAULTY, encoding="utf-8")
    program.navigation.banks.open(file)
    qtbot.waitUntil(lambda: program.quiz.bank is not None and program.quiz.bank.id == "faulty")
    assert "1 error" in seen(program.window)
    words = seen(program.window)
    for part in ("Faulty & <b>bold</b>", "line 10, column 13", "servise", "left out", str(file)):
        assert part in words
    assert unplain(program.window) == []
    assert program.preferences.bank == file


def test_an_unusable_file_leaves_the_open_bank_open(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    file = tmp_path / "broken.yaml"
    file.write_text("bank: [", encoding="utf-8")
    with qtbot.waitSignal(program.navigation.banks.problems_found):
        program.navigation.banks.open(file)
    assert "the bank that was open stays open" in seen(program.window)
    assert program.quiz.bank is not None
    assert program.quiz.bank.id == "product-or-service"
    assert program.preferences.bank is None


def test_the_rail_and_the_menu_fold_away_during_a_session(program: Program) -> None:
    window, controller = program.window, program.navigation.sessions
    controller.start()
    assert not window._sidebar.isVisible()
    assert not window.menus.isVisible()
    controller.page.leave_requested.emit()
    assert window._sidebar.isVisible()
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
    assert (program.appearance.theme.name, program.appearance.scale) == ("dark", 1.25)
    assert (program.preferences.theme, program.preferences.scale) == ("dark", 1.25)
    program.window.menus.usual_requested.emit()
    assert program.appearance.scale == 1.0


def test_trouble_is_said_in_a_box_and_the_step_is_not_taken(program: Program) -> None:
    window, controller = program.window, program.navigation.sessions
    controller.start()
    before = controller._session
    (program.folder / "attempts.sqlite").unlink()
    controller._answer("service")
    box = window.findChildren(MessageDialog)[0]
    assert unplain(box) == []
    assert "attempts.sqlite" in box.text()
    assert controller._session is before
    box.close()


def test_preferences_that_make_no_sense_count_as_not_set(tmp_path: Path) -> None:
    (tmp_path / "preferences.ini").write_text("[look]\ntheme=pink\ntext_size=17\n", encoding="utf-8")
    preferences = Preferences(tmp_path)
    assert (preferences.theme, preferences.scale, preferences.bank) == ("system", 1.0, None)


def test_resuming_waits_for_the_bank(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    first = Program(qapp, tmp_path)
    to_front(qtbot, first.window)
    qtbot.waitUntil(lambda: first.quiz.bank is not None)
    first.navigation.sessions.start()
    first.close()
    second = Program(qapp, tmp_path)
    second.window.show()
    second.navigation.begin([])
    second.navigation.today._resume()
    assert second.navigation.is_start_pending
    qtbot.waitUntil(lambda: second.quiz.bank is not None)
    assert second.navigation.sessions._session is not None
    assert second.window.findChildren(MessageDialog) == []
    second.close()


def test_a_session_in_front_is_not_replaced_by_a_slip_of_a_key(program: Program) -> None:
    program.navigation.sessions.start()
    assert [action.isEnabled() for action in program.window.menus._starting] == [False, False]
    program.navigation.show_today()
    assert [action.isEnabled() for action in program.window.menus._starting] == [True, True]
