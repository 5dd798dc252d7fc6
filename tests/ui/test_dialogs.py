"""The small windows over the main one."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.dialogs import AboutDialog, Dialogs
from quizapp.ui.files import file_name
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.dialogs import MessageDialog
from quizapp.ui.widgets.reading import ReadingText
from tests.ui.screen import cut_off, nameless, seen, settle, unplain


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def dialogs(window: QWidget) -> Dialogs:
    return Dialogs(window)


def the_box() -> MessageDialog:
    """The box that is open."""
    box = QApplication.activeModalWidget()
    assert isinstance(box, MessageDialog)
    return box


def the_box_or_none() -> QWidget | None:
    box = QApplication.activeModalWidget()
    return box if box is not None and box.isVisible() else None


def press_key(key: Qt.Key) -> None:
    QTest.keyClick(the_box(), key)


def press_verb() -> None:
    (verb,) = (each for each in the_box().buttons() if each.text() == "Delete && forget")
    verb.click()


@pytest.mark.parametrize(
    ("deed", "wanted"),
    [
        (press_verb, True),
        (lambda: press_key(Qt.Key.Key_Return), False),
        (lambda: press_key(Qt.Key.Key_Escape), False),
        (lambda: the_box().close(), False),
    ],
)
def test_only_the_verb_itself_confirms(dialogs: Dialogs, deed: Callable[[], object], *, wanted: bool) -> None:
    QTimer.singleShot(0, deed)
    assert dialogs.confirm("Delete <b>it</b>?", "It is gone & lost.", "Delete & forget") is wanted


def test_what_is_asked_is_plain_text(dialogs: Dialogs) -> None:
    heard: list[str] = []

    def listen() -> None:
        heard.extend((the_box().text(), *unplain(the_box())))
        the_box().close()

    QTimer.singleShot(0, listen)
    dialogs.confirm("Title", "<b>bold</b>", "Do it")
    assert heard == ["Title\n\n<b>bold</b>"]


def test_what_went_wrong_is_said_once_without_waiting(window: QWidget, dialogs: Dialogs) -> None:
    for sentence in ("The <disk> is full.", "The <disk> is full.", "It is gone."):
        dialogs.show_error(sentence)
    boxes = window.findChildren(MessageDialog)
    assert [box.text() for box in boxes] == ["The <disk> is full.", "It is gone."]
    for box in boxes:
        heard = QAccessible.queryAccessibleInterface(box)
        assert heard.role() is QAccessible.Role.Dialog
        assert heard.text(QAccessible.Text.Description) == box.text()
        box.close()


def test_all_that_a_box_says_can_be_copied(dialogs: Dialogs) -> None:
    QTimer.singleShot(0, lambda: (QTest.keySequence(the_box(), "Ctrl+C"), the_box().close()))
    dialogs.confirm("Title", "A sentence.", "Do it")
    assert QGuiApplication.clipboard().text() == "Title\n\nA sentence."


def test_what_is_too_long_for_the_screen_scrolls_above_its_buttons(window: QWidget, dialogs: Dialogs) -> None:
    dialogs.show_error("A long story. " * 900)
    (box,) = window.findChildren(MessageDialog)
    settle()
    assert box.size().boundedTo(box.screen().availableSize()) == box.size()
    assert box.buttons()[0].geometry().bottom() < box.height()
    bar = box.page.verticalScrollBar()
    press_key(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    box.close()


@pytest.mark.parametrize(
    ("typed", "key", "seed"),
    [
        ("4711", Qt.Key.Key_Return, 4711),
        ("100", Qt.Key.Key_Return, 100),
        ("4711", Qt.Key.Key_Escape, None),
        ("99", Qt.Key.Key_Return, None),
        ("", Qt.Key.Key_Return, None),
        ("4,711x", Qt.Key.Key_Return, 4711),
    ],
)
def test_only_a_seed_that_could_be_printed_starts_a_set(
    dialogs: Dialogs, typed: str, key: Qt.Key, seed: int | None
) -> None:
    def type_it() -> None:
        field = the_box().focusWidget()
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, key)
        if the_box_or_none() is not None:
            the_box().reject()

    QTimer.singleShot(0, type_it)
    assert dialogs.seed() == seed


def answer_save_dialog(name: str, *, replace: bool | None = None) -> None:
    """Type a name into the next dialog that saves; where it asks about replacing, say yes or no."""

    def ask() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, MessageDialog), "it has to ask"
        assert "is there already" in seen(box)
        if replace:
            next(each for each in box.findChildren(Button) if each.text() == "Replace").click()
        else:
            QTimer.singleShot(200, give_up)
            box.reject()

    def give_up() -> None:
        again = QApplication.activeModalWidget()
        assert isinstance(again, QFileDialog)
        again.reject()

    def decide() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.findChildren(QLineEdit)[0].setText(name)
        if replace is not None:
            QTimer.singleShot(100, ask)
        (dialog.accept if name else dialog.reject)()

    QTimer.singleShot(100, decide)


@pytest.fixture
def saving(window: QWidget, tmp_path: Path) -> Dialogs:
    (tmp_path / "data").mkdir()
    preferences = PreferencesFile(tmp_path / "data")
    preferences.change(folder=tmp_path)
    return Dialogs(window, preferences)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("plan.pdf", "plan.pdf"),
        ("plan", "plan.pdf"),
        ("plan.v2", "plan.v2.pdf"),
        ("A.PDF", "A.PDF"),
        ("", ""),
    ],
)
def test_a_file_to_save_gets_its_ending(saving: Dialogs, tmp_path: Path, typed: str, written: str) -> None:
    answer_save_dialog(typed)
    assert saving.save_file("x.pdf", "PDF files", "pdf") == (tmp_path / written if written else None)


@pytest.mark.parametrize("replace", [True, False])
def test_the_name_that_will_be_written_is_the_one_that_is_asked_about(
    saving: Dialogs, tmp_path: Path, *, replace: bool
) -> None:
    (tmp_path / "plan.pdf").touch()
    answer_save_dialog("plan", replace=replace)
    assert saving.save_file("x.pdf", "PDF files", "pdf") == (tmp_path / "plan.pdf" if replace else None)


def test_files_are_saved_where_one_was_saved_last(window: QWidget, saving: Dialogs, tmp_path: Path) -> None:
    (tmp_path / "class").mkdir()
    answer_save_dialog(str(tmp_path / "class" / "one.txt"))
    saving.save_file("one.txt")
    answer_save_dialog("two.txt")
    assert saving.save_file("two.txt") == tmp_path / "class" / "two.txt"
    later = Dialogs(window, PreferencesFile(tmp_path / "data"))
    answer_save_dialog("three.txt")
    assert later.save_file("three.txt") == tmp_path / "class" / "three.txt"


def test_at_first_files_are_saved_among_the_documents(
    dialogs: Dialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir("/")
    (tmp_path / "Documents").mkdir()
    answer_save_dialog("notes.txt")
    assert dialogs.save_file("notes.txt") == tmp_path / "Documents" / "notes.txt"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Monday class", "Monday-class"),
        ("हिन्दी", "हिन्दी"),
        ("Pru\u0308fung", "Pr\u00fcfung"),
        ("a/b:c*?", "a-b-c"),
        ("con", "round-con"),
        ("LPT1", "round-LPT1"),
        ("…", "round"),
        ("x" * 70, "x" * 60),
    ],
)
def test_titles_become_names_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title, "round") == name


def test_about_tells_whose_it_is_and_copies_what_it_shows(window: QWidget, dialogs: Dialogs) -> None:
    dialogs.show_about("NOTICE", "Python: 3.11\nQt: 6")
    (about,) = window.findChildren(AboutDialog)
    words = seen(about)
    for part in ("Trevor Wilson", "not produced, endorsed", "NOTICE", "MIT", "LGPL", "Python: 3.11\nQt: 6"):
        assert part in words
    assert (cut_off(about), nameless(about), unplain(about)) == ([], [], [])
    (copy,) = (each for each in about.findChildren(Button) if each.text() == "Copy diagnostics")
    copy.click()
    assert QGuiApplication.clipboard().text() == "Python: 3.11\nQt: 6"
    about.accept()


def test_about_is_read_in_documents_and_begins_at_its_button(window: QWidget, dialogs: Dialogs) -> None:
    dialogs.show_about("A <b>notice</b>\nin two lines", "Python: 3.11")
    (about,) = window.findChildren(AboutDialog)
    settle()
    focus = about.focusWidget()
    assert isinstance(focus, Button)
    assert focus.text() == "Close"
    documents = about.findChildren(ReadingText)
    assert documents[0].toPlainText().endswith("A <b>notice</b>\nin two lines")
    QTest.keySequence(documents[-1], "Ctrl+A")
    QTest.keySequence(documents[-1], "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "Python: 3.11"
    QTest.keyClick(documents[-1], Qt.Key.Key_Escape)
    assert not about.isVisible()


def test_about_offers_no_diagnostics_where_there_are_none(window: QWidget, dialogs: Dialogs) -> None:
    dialogs.show_about("")
    (about,) = window.findChildren(AboutDialog)
    assert "Diagnostics" not in seen(about)
    about.accept()


ASK = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from quizapp.ui.dialogs import Dialogs

app = QApplication([])
asked = []

def give_up():
    asked.append(app.activeModalWidget())
    asked[0].reject()

QTimer.singleShot(100, give_up)
Dialogs(QWidget()).bank_file()
assert asked
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Qt keeps it in a file on Linux alone")
def test_nothing_of_a_file_dialog_stays_on_the_computer(tmp_path: Path) -> None:
    home, passing = tmp_path / "home", tmp_path / "passing"
    home.mkdir()
    passing.mkdir()
    places = {"HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"), "TMPDIR": str(passing)}
    subprocess.run([sys.executable, "-c", ASK], env={**os.environ, **places}, check=True, timeout=60)
    assert not [*home.rglob("*.conf"), *passing.iterdir()]
