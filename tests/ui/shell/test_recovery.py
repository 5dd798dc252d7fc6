"""A file of answers that cannot be used: what is offered, and what becomes of each choice."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.domain.errors import QuizError
from quizapp.quiz import Profile, Profiles, Quiz
from quizapp.ui.shell.maintenance import Recovery
from quizapp.ui.widgets.dialogs import MessageDialog
from tests.domain.examples import bank, choice
from tests.program import Program
from tests.quiz_rig import QuizRig, go_through
from tests.ui.screen import settle, to_front

pytestmark = pytest.mark.usefixtures("qapp")

COPY, EMPTY, LEAVE = "Use the copy", "Begin without answers", "Quit"


def damage(file: Path) -> None:
    file.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)


@pytest.fixture
def rig(tmp_path: Path) -> QuizRig:
    """One answer, one good copy of it; the file is closed."""
    rig = QuizRig(tmp_path)
    rig.quiz.use_bank(bank(choice()))
    go_through(rig.quiz, rig.quiz.start(rig.quiz.suggestion()))
    rig.quiz.archive.check_and_back_up()
    rig.quiz.close()
    rig.store.close()
    return rig


class Answering:
    """Presses a button of every box that opens, and remembers what stood there."""

    def __init__(self, *presses: str) -> None:
        self._presses = list(presses)
        self.read: list[str] = []
        self._soon()

    def _soon(self) -> None:
        if self._presses:
            QTimer.singleShot(10, self._press)

    def _press(self) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, MessageDialog):
            wanted = self._presses.pop(0)
            self.read.append(box.text())
            next(button for button in box.buttons() if button.text() == wanted).click()
        self._soon()


def opened(rig: QuizRig, *presses: str) -> tuple[Quiz | None, list[str]]:
    answering = Answering(*presses)
    quiz = Recovery(rig.profiles).open(lambda: QuizRig(rig.file.parent).quiz, Profile.OWN)
    return quiz, answering.read


@pytest.mark.parametrize("trouble", [damage, Path.unlink, lambda file: file.write_bytes(b"")])
@pytest.mark.parametrize(("press", "answered"), [(COPY, 1), (EMPTY, 0)])
def test_the_newest_copy_or_none_takes_its_place(
    rig: QuizRig, trouble: Callable[[Path], object], press: str, answered: int
) -> None:
    trouble(rig.file)
    quiz, read = opened(rig, press)
    assert quiz is not None
    assert quiz.answered("demo") == answered
    assert str(rig.file) in read[0]
    assert "copy was made on Sunday, 22 November 2026 (answers: 1)" in read[0]
    assert "nothing is deleted" in read[0]
    quiz.close()


def test_the_damaged_file_stays_with_the_date_in_its_name(rig: QuizRig) -> None:
    damage(rig.file)
    content = rig.file.read_bytes()
    quiz, _ = opened(rig, EMPTY)
    assert quiz is not None
    quiz.close()
    (aside,) = rig.file.parent.glob("attempts-damaged-20261122T*.sqlite")
    assert aside.read_bytes() == content


def test_it_may_be_left_as_it_is(rig: QuizRig) -> None:
    damage(rig.file)
    content = rig.file.read_bytes()
    quiz, _ = opened(rig, LEAVE)
    assert quiz is None
    assert rig.file.read_bytes() == content


def test_without_a_copy_only_an_empty_file_is_offered(rig: QuizRig) -> None:
    for copy in (rig.file.parent / "backups").iterdir():
        copy.unlink()
    damage(rig.file)
    assert rig.profiles.newest_good(Profile.OWN) is None
    quiz, _ = opened(rig, EMPTY)
    assert quiz is not None
    quiz.close()


def test_what_no_other_file_would_mend_is_only_said(rig: QuizRig) -> None:
    def make() -> Quiz:
        raise QuizError("The disk is gone.")

    with pytest.raises(QuizError, match="The disk is gone"):
        Recovery(rig.profiles).open(make, Profile.OWN)


def test_a_first_start_asks_nothing(tmp_path: Path) -> None:
    profiles = Profiles(tmp_path, lambda: datetime.now(UTC))
    quiz = Recovery(profiles).open(lambda: QuizRig(tmp_path).quiz, Profile.OWN)
    assert quiz is not None
    quiz.close()


@pytest.mark.parametrize(("press", "answered"), [(COPY, 1), (EMPTY, 0), ("Leave it as it is", None)])
def test_damage_found_while_the_program_runs_is_mended_there(
    qtbot: QtBot, qapp: QApplication, rig: QuizRig, press: str, answered: int | None
) -> None:
    program = Program(qapp, rig.file.parent)
    to_front(qtbot, program.window)
    loading = program.navigation.banks.loading  # a bank that comes later would ask a second time
    qtbot.waitUntil(lambda: program.quiz.bank is not None and not loading.is_busy)
    damage(rig.file)
    answering = Answering(press)
    program.window.menus.start_requested.emit()
    settle()
    assert len(answering.read) == 1
    if answered is not None:
        assert program.quiz.answered("demo") == answered
    program.close()
