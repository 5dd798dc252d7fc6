"""Reading banks beside the window: in order, loud when there is a bug, and stopped when the window closes."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, get_ident

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.domain.errors import QuizError
from quizapp.domain.problem import Reading
from quizapp.ui.banks.loading import BankLoading
from quizapp.ui.errors import ErrorPresenter

Progress = Callable[[float], None]


class Heard:
    """A reader that can be held up, and what comes of what it reads, in order."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.threads: set[int] = set()
        self.go = Event()
        self.go.set()
        self.loading = BankLoading(self.read, ErrorPresenter(self._note, self._note))
        self.loading.loaded.connect(self._note_reading)
        self.loading.progressed.connect(self._note)

    def read(self, path: Path, progress: Progress) -> Reading:
        self.threads.add(get_ident())
        self.go.wait(10)
        if path.stem == "bug":
            raise ZeroDivisionError("a bug in the reader")
        if path.stem == "trouble":
            raise QuizError("The disk is asleep.")
        progress(0.5)
        return Reading(str(path), None)

    def load(self, *names: str) -> None:
        for name in names:
            self.loading.load(Path(f"{name}.yaml"))

    def _note_reading(self, reading: Reading) -> None:
        self.told.append(reading.path)

    def _note(self, told: object) -> None:
        self.told.append(str(told))


@pytest.fixture
def heard(qapp: QApplication) -> Iterator[Heard]:
    assert qapp is not None
    heard = Heard()
    yield heard
    heard.go.set()
    heard.loading.stop()


def test_files_are_read_beside_the_window_in_the_order_asked(qtbot: QtBot, heard: Heard) -> None:
    heard.load("a", "b", "c")
    assert heard.loading.is_busy
    qtbot.waitUntil(lambda: not heard.loading.is_busy)
    assert heard.told == ["0.5", "a.yaml", "0.5", "b.yaml", "0.5", "c.yaml"]
    assert get_ident() not in heard.threads


def test_expected_trouble_is_a_sentence_and_the_next_file_is_read(qtbot: QtBot, heard: Heard) -> None:
    heard.load("trouble", "a")
    qtbot.waitUntil(lambda: not heard.loading.is_busy)
    assert heard.told == ["The disk is asleep.", "0.5", "a.yaml"]


def test_a_bug_surfaces_in_the_windows_thread_and_the_next_file_is_read(qtbot: QtBot, heard: Heard) -> None:
    with qtbot.captureExceptions() as bugs:
        heard.load("bug", "a")
        qtbot.waitUntil(lambda: not heard.loading.is_busy)
    assert [(kind, str(error)) for kind, error, _ in bugs] == [(ZeroDivisionError, "a bug in the reader")]
    assert heard.told == ["0.5", "a.yaml"]


def test_stopping_waits_for_the_file_being_read_and_forgets_the_rest(qtbot: QtBot, heard: Heard) -> None:
    heard.go.clear()
    heard.load("a", "b")
    qtbot.waitUntil(lambda: bool(heard.threads))
    heard.go.set()
    heard.loading.stop()
    assert not heard.loading.is_busy
    assert not [each for each in threading.enumerate() if each.name.startswith("reading ")]
    QApplication.processEvents()
    assert "a.yaml" not in heard.told
    assert "b.yaml" not in heard.told


def test_the_end_of_one_that_was_stopped_does_not_disturb_the_next(qtbot: QtBot, heard: Heard) -> None:
    heard.load("a")
    time.sleep(0.1)  # it is read, and nobody has looked yet
    heard.go.clear()
    heard.loading.stop()
    heard.load("b")
    QApplication.processEvents()
    assert heard.loading.is_busy
    heard.go.set()
    qtbot.waitUntil(lambda: not heard.loading.is_busy)
    assert heard.told[-1] == "b.yaml"
    assert "a.yaml" not in heard.told


def test_the_end_of_the_program_stops_reading(qapp: QApplication, heard: Heard) -> None:
    heard.load("a", "b")
    qapp.aboutToQuit.emit()
    assert not heard.loading.is_busy
