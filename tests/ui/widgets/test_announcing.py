"""What is said to somebody who cannot see it happen."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.settings.controller import SettingsController
from quizapp.ui.widgets import text as announcing
from quizapp.ui.widgets.text import announce
from tests.program import Program
from tests.ui.screen import to_front

pytestmark = pytest.mark.smoke

BANK = """
bank: {{id: mine, title: Mine}}
questions:
  - {{id: q, scenario: A supplier runs it., answer: service, why: {why}}}
"""


class Listener:
    """Stands where the system's screen reader would."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def isActive(self) -> bool:  # noqa: N802 - as Qt has it
        return True

    def updateAccessibility(self, event: QAccessibleAnnouncementEvent) -> None:  # noqa: N802 - as Qt has it
        self.heard.append(event.message())


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    listener = Listener()
    monkeypatch.setattr(announcing, "QAccessible", listener)
    return listener.heard


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, heard: list[str]) -> Iterator[Program]:
    program = Program(qapp, tmp_path)
    to_front(qtbot, program.window)
    qtbot.waitUntil(lambda: program.quiz.bank is not None and not program.navigation.banks.loading.is_busy)
    assert heard == []
    yield program
    program.close()


def test_what_is_done_with_a_question_is_said_once(program: Program, heard: list[str]) -> None:
    controller = program.navigation.sessions
    controller.start()
    controller.page.answer_requested.emit("service")
    controller.page.reason_requested.emit("")
    assert heard == []  # what has the focus by now is read, and says what came of the step
    controller.page.copy_requested.emit()
    controller.page.flag_requested.emit()
    controller.page.flag_requested.emit()
    controller.page.undo_requested.emit()
    assert heard == ["Copied.", "Flagged.", "Flag removed.", "Taken back."]


def test_a_bank_that_changes_is_said_once_where_it_can_be_seen(
    qtbot: QtBot, program: Program, heard: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(BANK.format(why="One."), encoding="utf-8")
    program.window.entry_requested.emit("banks")
    program.navigation.banks.open(file)
    qtbot.waitUntil(lambda: "“Mine” is open, and the next sessions come from it." in heard)
    file.write_text(BANK.format(why="Two."), encoding="utf-8")
    changed = "mine.yaml changed: 1 question updated."
    qtbot.waitUntil(lambda: changed in heard, timeout=10_000)
    assert heard.count(changed) == 1
    program.navigation.show_today()
    assert heard.count(changed) == 2  # it stands there as well


def test_settings_say_what_was_done(program: Program, heard: list[str]) -> None:
    program.window.entry_requested.emit("settings")
    settings = program.navigation.controller("settings")
    assert isinstance(settings, SettingsController)
    settings.page.data.path_copy_requested.emit()
    assert heard == ["Copied."]


def test_qt_takes_what_is_said(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    QAccessible.setActive(True)  # which Qt's offscreen platform does not heed before 6.10
    told = SimpleNamespace(isActive=lambda: True, updateAccessibility=QAccessible.updateAccessibility)
    monkeypatch.setattr(announcing, "QAccessible", told)
    announce(page, "Copied.")
