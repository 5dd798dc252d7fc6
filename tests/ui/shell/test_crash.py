"""Bugs are loud. Each test lets a small program of its own run into one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget

from benchmarks.faults.window_rows import found
from quizapp.ui.shell.crash import EXIT_CODE, INTERRUPTED, CrashReporter

ROOT = Path(__file__).parents[3]
APP = """
import gc, os, sys, threading
from pathlib import Path
from PySide6.QtCore import QLoggingCategory, QThread, QTimer, qCWarning, qWarning
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox
from quizapp.ui.shell import crash

said = []

def bug():
    raise ZeroDivisionError("a bug in a slot \\ud800")

def bug_in_thread():
    thread = threading.Thread(target=bug)
    thread.start()
    thread.join()

class Worker(QThread):
    def run(self):
        bug()

def bug_in_qthread():
    window.worker = Worker(window)
    window.worker.start()

class Dying:
    def __del__(self):
        bug()

def bug_in_destructor():
    Dying()
    gc.collect()

def bugs_in_a_row():
    timer = QTimer(window, interval=5)
    timer.timeout.connect(bug)
    timer.start()

def leave_thread():
    thread = threading.Thread(target=sys.exit, args=[3])
    thread.start()
    thread.join()
    app.exit(5)

def interrupt():
    raise KeyboardInterrupt

def fall():
    os.chdir(Path(sys.argv[1]).parent)  # a core file, if any, stays among what is cleaned up
    os.abort()

def warn():
    qWarning("mind the <gap>")
    qCWarning(QLoggingCategory("qt.accessibility.atspi"), "does not implement GetText")
    app.exit(5)

def close_box():
    for box in window.findChildren(QMessageBox):
        if box.isVisible():
            said.append(box.text())
            box.button(QMessageBox.StandardButton.Close).click()

if "deaf" in sys.argv:
    sys.stdout = sys.stderr = None
app = QApplication([])
window = QMainWindow()
window.show()
crash.install(Path(sys.argv[1]), window)
QTimer.singleShot(20_000, app.quit)
clock = QTimer(window, interval=60)
clock.timeout.connect(close_box)
clock.start()
QTimer.singleShot(0, globals()[sys.argv[2]])
status = app.exec()
if sys.stdout is not None:
    print(len(said), *said)
sys.exit(status)
"""
REAL = """
import sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from benchmarks.children import probed
from quizapp import __main__

def press(window, key):
    QTest.keyClick(window.focusWidget(), key)

def bug(*_):
    raise ZeroDivisionError("a bug in a step")

def close_box():
    for box in QApplication.topLevelWidgets():
        if isinstance(box, QMessageBox) and box.isVisible():
            print(box.text(), box.textFormat().name, sep="|")
            button = next(each for each in box.buttons() if "Copy" in each.text())
            print(button.text().replace("&", ""))
            button.click()

def tell_copied():
    print(QGuiApplication.clipboard().text().splitlines()[-1])

def drive(window):
    quiz = probed.navigation(window)._quiz
    probed.wait_for(lambda: quiz.bank)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_P):
        press(window, key)
        probed.wait_for(window.isActiveWindow)
    quiz.give_reason = bug
    clock = QTimer(window, interval=60)
    clock.timeout.connect(close_box)
    clock.start()
    QTimer.singleShot(0, lambda: press(window, Qt.Key.Key_1))
    QTimer.singleShot(20_000, QApplication.quit)
    QApplication.instance().aboutToQuit.connect(tell_copied)

main = __main__.main
__main__.main = lambda words: sys.exit(main(words))
probed.run(drive)
"""
LOUD = ["bug", "bug_in_thread", "bug_in_qthread", "bug_in_destructor", "bugs_in_a_row"]


def run(log: Path, trouble: str, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "dev", "-W", "error", "-c", APP, str(log), trouble, *more]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("trouble", LOUD)
def test_a_bug_is_logged_shown_once_and_ends_the_program(tmp_path: Path, trouble: str) -> None:
    log = tmp_path / "not there at the first start" / "error.log"
    done = run(log, trouble)
    assert done.returncode == EXIT_CODE
    assert done.stdout == (
        "1 This is a mistake of ours. Every answer you gave is saved. The program will close now.\n"
    )
    written = log.read_text(encoding="utf-8")
    assert "Traceback (most recent call last)" in written
    assert "ZeroDivisionError: a bug in a slot \\ud800" in written
    assert "in bug\n" in done.stderr
    assert "ResourceWarning" not in done.stderr


def test_without_a_console_a_bug_is_logged_all_the_same(tmp_path: Path) -> None:
    log = tmp_path / "error.log"
    done = run(log, "bug", "deaf")
    assert (done.returncode, done.stdout, done.stderr) == (EXIT_CODE, "", "")
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_does_not_hide_the_bug(tmp_path: Path) -> None:
    done = run(tmp_path / "missing" / "error.log", "bug")
    assert done.returncode == EXIT_CODE
    assert done.stdout.startswith("1 ")
    assert done.stderr.count("ZeroDivisionError") == 1
    assert "FileNotFoundError" not in done.stderr


def test_what_qt_complains_of_is_logged_and_stops_nothing(tmp_path: Path) -> None:
    log = tmp_path / "error.log"
    done = run(log, "warn")
    assert (done.returncode, done.stdout) == (5, "0\n")
    written = log.read_text(encoding="utf-8")
    assert "Qt: mind the <gap>\n" in written
    assert "GetText" not in written  # a screen reader asked; nobody can mend it


@pytest.mark.parametrize(("trouble", "status"), [("interrupt", INTERRUPTED), ("leave_thread", 5)])
def test_leaving_on_purpose_is_no_bug(tmp_path: Path, trouble: str, status: int) -> None:
    log = tmp_path / "error.log"
    done = run(log, trouble)
    assert (done.returncode, done.stdout) == (status, "0\n")
    assert "Traceback" not in log.read_text(encoding="utf-8")


def test_a_crash_of_the_interpreter_leaves_its_stack_in_the_log(tmp_path: Path) -> None:
    log = tmp_path / "error.log"
    done = run(log, "fall")
    assert done.returncode not in {0, EXIT_CODE}
    written = log.read_text(encoding="utf-8")
    assert "Fatal Python error: Aborted" in written
    assert "in fall" in written


def test_a_bug_in_the_program_itself_is_told_with_its_details_and_leaves_the_answers(tmp_path: Path) -> None:
    env = os.environ | {"XDG_DATA_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", REAL], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )
    folder = tmp_path / "product-or-service"
    assert done.returncode == EXIT_CODE
    assert done.stdout.splitlines() == [
        "This is a mistake of ours. Every answer you gave is saved. The program will close now.|PlainText",
        "Copy details and close",
        "ZeroDivisionError: a bug in a step",
    ]
    assert (folder / "error.log").read_text("utf-8").count("Traceback") == 1
    kept = found(folder)
    assert [row[2:4] for row in kept["attempt"]] == [["answer", "product"]]


@pytest.mark.usefixtures("qapp")
def test_a_bug_after_the_window_is_gone_is_still_written(tmp_path: Path) -> None:
    window = QWidget()
    reporter = CrashReporter(tmp_path / "error.log", window)
    shiboken6.delete(window)
    reporter.report("too late")
    assert "too late" in (tmp_path / "error.log").read_text(encoding="utf-8")


BEFORE_THE_LOOP = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from quizapp import app, program

def broken(*_):
    def press():
        (box,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox)]
        print(box.text())
        box.reject()
    QTimer.singleShot(500, press)
    raise RuntimeError("before the loop")

program.Profiles = broken
sys.exit(app.run(sys.argv[1], []))
"""


def test_a_bug_behind_the_first_picture_is_shown_too(tmp_path: Path) -> None:
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", BEFORE_THE_LOOP, str(tmp_path)]
    done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == EXIT_CODE
    assert "This is a mistake of ours" in done.stdout
    assert "RuntimeError: before the loop" in (tmp_path / "error.log").read_text("utf-8")
