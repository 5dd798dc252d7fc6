"""The window: pages, menus and banks, with the whole program behind it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.dialogs import AboutDialog
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.shell import preparation
from quizapp.ui.shell.main_window import within
from quizapp.ui.widgets.dialogs import KeysDialog, MessageDialog, ReadingDialog
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
    assert program.preferences.now.bank == file


def test_an_unusable_file_leaves_the_open_bank_open(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    file = tmp_path / "broken.yaml"
    file.write_text("bank: [", encoding="utf-8")
    with qtbot.waitSignal(program.navigation.banks.problems_found):
        program.navigation.banks.open(file)
    assert "the bank that was open stays open" in seen(program.window)
    assert program.quiz.bank is not None
    assert program.quiz.bank.id == "product-or-service"
    assert program.preferences.now.bank is None


def test_the_rail_and_the_menu_fold_away_during_a_session(program: Program) -> None:
    window, controller = program.window, program.navigation.sessions
    controller.start()
    assert (window.has_sidebar, window.menus.isVisible()) == (False, False)
    controller.page.leave_requested.emit()
    assert (window.has_sidebar, window.menus.isVisible()) == (True, True)
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


@pytest.mark.parametrize("request_dialog", ["shortcuts_requested", "about_requested"])
def test_the_text_of_a_dialog_is_made_larger_by_the_usual_keys(
    qtbot: QtBot, program: Program, request_dialog: str
) -> None:
    getattr(program.window.menus, request_dialog).emit()
    [dialog] = program.window.findChildren(ReadingDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keySequence(dialog, QKeySequence("Ctrl++"))
    qtbot.waitUntil(lambda: program.appearance.scale > 1)
    QTest.keySequence(dialog, QKeySequence("Ctrl+0"))
    qtbot.waitUntil(lambda: program.appearance.scale == 1)
    dialog.accept()
    settle()


def test_tab_from_the_sidebar_and_back_scrolls_to_what_it_reaches(program: Program) -> None:
    window = program.window
    window.resize(640, 400)
    for page in ("learn", "banks", "settings"):
        window.entry_requested.emit(page)
        settle()
        focused, reached = QApplication.focusWidget(), set[QWidget]()
        assert isinstance(focused, QWidget)
        for key in [Qt.Key.Key_Tab] * 60 + [Qt.Key.Key_Backtab] * 60:
            QTest.keyClick(focused, key)
            focused = QApplication.focusWidget()
            assert isinstance(focused, QWidget)
            assert not focused.visibleRegion().isEmpty(), (page, key, focused.accessibleName())
            reached.add(focused)
        assert len(reached) > 4


def test_theme_and_text_size_are_remembered(program: Program) -> None:
    program.window.menus.theme_requested.emit("dark")
    program.window.menus.bigger_requested.emit()
    program.window.menus.bigger_requested.emit()
    program.window.menus.smaller_requested.emit()
    assert (program.appearance.theme.name, program.appearance.scale) == ("dark", 1.25)
    assert (program.preferences.now.theme, program.preferences.now.scale) == ("dark", 1.25)
    program.window.menus.usual_requested.emit()
    assert program.appearance.scale == 1.0


def test_trouble_is_said_in_a_box_and_the_step_is_not_taken(program: Program) -> None:
    window, controller = program.window, program.navigation.sessions
    controller.start()
    before = controller._session
    (program.folder / "attempts.sqlite").unlink()
    controller.page.answer_requested.emit("service")
    box = window.findChildren(MessageDialog)[0]
    assert unplain(box) == []
    assert "attempts.sqlite" in box.text()
    assert controller._session is before
    box.close()


def test_preferences_that_make_no_sense_count_as_not_set(tmp_path: Path) -> None:
    (tmp_path / "preferences.json").write_text('{"theme": "pink", "scale": 17}', encoding="utf-8")
    preferences = PreferencesFile(tmp_path)
    assert (preferences.now.theme, preferences.now.scale, preferences.now.bank) == ("system", 1.0, None)


@pytest.mark.parametrize("is_early", [False, True])
def test_resuming_waits_for_the_bank(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, *, is_early: bool
) -> None:
    """Also where the key comes before the first picture, when no reading has begun."""
    first = Program(qapp, tmp_path)
    to_front(qtbot, first.window)
    qtbot.waitUntil(lambda: first.quiz.bank is not None)
    first.navigation.sessions.start()
    first.close()
    second = Program(qapp, tmp_path)
    second.window.show()
    if not is_early:
        second.navigation.begin([])
    second.navigation.today.page._offer.resume.click()
    assert second.navigation.starts.is_pending
    if is_early:
        second.navigation.begin([])
    qtbot.waitUntil(lambda: second.quiz.bank is not None)
    assert second.navigation.sessions._session is not None
    assert second.window.findChildren(MessageDialog) == []
    second.close()


def test_a_session_in_front_is_not_replaced_by_a_slip_of_a_key(program: Program) -> None:
    starting = [action for action in program.window.menus.all_actions() if "session" in action.text().split()]
    program.navigation.sessions.start()
    assert [action.isEnabled() for action in starting] == [False, False]
    program.navigation.show_today()
    assert [action.isEnabled() for action in starting] == [True, True]


SMALL = QRect(0, 24, 910, 488)  # what 1366 by 768 at 150 % leaves below a title bar


@pytest.mark.parametrize(
    ("wanted", "available", "place"),
    [
        (QRect(100, 80, 1100, 720), QRect(0, 24, 1920, 1056), QRect(100, 80, 1100, 720)),
        (QRect(-95, -104, 1100, 720), SMALL, SMALL),
        (QRect(1500, 900, 1100, 720), QRect(0, 24, 1920, 1056), QRect(820, 360, 1100, 720)),
        (QRect(-300, -300, 640, 400), SMALL, QRect(0, 24, 640, 400)),
        (QRect(0, 0, 1100, 720), QRect(0, 24, 512, 276), QRect(0, 24, 512, 276)),
        (QRect(2000, 100, 1100, 720), QRect(1920, 0, 1280, 720), QRect(2000, 0, 1100, 720)),
    ],
)
def test_a_window_stands_within_what_its_screen_leaves(wanted: QRect, available: QRect, place: QRect) -> None:
    assert within(wanted, available) == place


SIZES = """
import sys
from pathlib import Path
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
app = QApplication(sys.argv)
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.shell.main_window import MainWindow
from quizapp.ui.style.appearance import Appearance
preferences = PreferencesFile(Path(sys.argv[1]))
window = MainWindow(Appearance("Inter"), preferences)
window.show()
app.processEvents()
available = window.screen().availableGeometry()
place = window.geometry()
print(available.contains(window.frameGeometry()), place.width(), place.height())
window.close()
"""


def first_window(folder: Path, width: int, height: int) -> str:
    """Whether a window fits a screen, and its size, in a process of its own with such a screen."""
    screen = {"name": "laptop", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96}
    told = screen | {"logicalBaseDpi": 96, "dpr": 1}
    config = folder / "screens.json"
    config.write_text(json.dumps({"screens": [told]}), encoding="utf-8")
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    ended = subprocess.run(
        [sys.executable, "-c", SIZES, str(folder)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return ended.stdout.strip()


def test_the_first_window_fits_a_small_screen_and_so_does_one_from_a_larger_screen(tmp_path: Path) -> None:
    assert first_window(tmp_path, 1920, 1080) == "True 1100 720"
    assert first_window(tmp_path, 910, 512) == "True 902 480"
    assert first_window(tmp_path, 512, 300) == "True 504 268"


def test_pages_nobody_has_opened_are_prepared_piece_by_piece_while_the_sidebar_is_there(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparation, "_BREATH", 1)
    navigation, front = program.navigation, program.window.page
    qtbot.waitUntil(lambda: program.quiz.bank is not None and not navigation.banks.loading.is_busy)
    program.window._sidebar.hide()
    navigation.prepare()
    qtbot.wait(50)
    assert set(navigation._built) == {"today"}
    program.window._sidebar.show()
    qtbot.waitUntil(lambda: set(navigation._built) == set(navigation._entries), timeout=20_000)
    qtbot.waitUntil(lambda: program.window._stack.indexOf(navigation.controller("settings").page) >= 0)
    assert program.window.page is front
