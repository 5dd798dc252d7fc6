"""The window before the answers are open: it says what it said last, and acts on nothing until it can."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QCursor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.domain.bank import Bank
from quizapp.domain.profile import Profile
from quizapp.quiz import Quiz
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.settings.controller import SettingsController
from quizapp.ui.shell.controller import Navigation
from quizapp.ui.shell.crash import EXIT_CODE
from quizapp.ui.shell.maintenance import Recovery
from quizapp.ui.shell.opening import Opening, open_window, paint_first
from quizapp.ui.widgets.cards import Card
from tests.domain.examples import NOON, bank, verdict
from tests.program import Program
from tests.quiz_rig import MIXED, QuizRig, go_through
from tests.round_rig import NAMES
from tests.storage.rounds.round_script import PLAN, WIDE
from tests.test_papers import FORTY, forty
from tests.ui.screen import clear_away, seen, settle

ROOT = Path(__file__).parents[3]
TODAY = QDate(2026, 11, 22)
LARGE = bank(*forty().questions, *(verdict(name=f"v{each}") for each in range(60)))


class Start:
    """A start that stops before the answers are opened, and goes on when it is told to."""

    def __init__(self, app: QApplication, folder: Path, day: QDate) -> None:
        self.opening: Opening = open_window(app, folder, lambda: day, NOON.timestamp)
        self.opening.appearance.set_reduced_motion(True)
        self._rig: QuizRig | None = None
        self._day = day

    def painted(self) -> QImage:
        """The first picture."""
        assert paint_first(self.opening.window) == 0
        return self._picture()

    def gone_on(self, folder: Path) -> QImage:
        """The picture once the answers are open, before any bank is read."""
        self._rig = QuizRig(folder)
        self._rig.seconds += TODAY.daysTo(self._day) * 86_400
        self._rig.quiz.archive.use(self.opening.preferences.now.profile)
        self.navigation = Navigation(self._rig.quiz, Recovery(self._rig.profiles), self.opening)
        settle()
        return self._picture()

    def read(self, bank: Bank) -> QImage:
        """The picture once a bank is read and what is due was found."""
        assert self._rig is not None
        self.navigation.today._is_reading = lambda: False
        self._rig.quiz.use_bank(bank)
        bring_up_to_date(self._rig.quiz)
        self.navigation.today.refresh()
        settle()
        return self._picture()

    def _picture(self) -> QImage:
        return self.opening.window.grab().toImage()

    def close(self) -> None:
        self.opening.window.close()
        if self._rig is not None:
            self._rig.quiz.close()
            self._rig.store.close()


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Start]]:
    made: list[Start] = []

    def make(day: QDate = TODAY) -> Start:
        made.append(Start(qapp, tmp_path, day))
        return made[-1]

    yield make
    for each in made:
        each.close()


def nothing(_quiz: Quiz) -> None:
    """As after an installation."""


def answered(quiz: Quiz) -> None:
    go_through(quiz, quiz.start(quiz.suggestion()))


def stopped(quiz: Quiz) -> None:
    answered(quiz)
    quiz.start(quiz.suggestion())
    quiz.start(quiz.suggestion(2))


def left_in_a_round(quiz: Quiz) -> None:
    answered(quiz)
    quiz.rounds.begin(PLAN, WIDE, NAMES)


def with_a_paper(quiz: Quiz) -> None:
    answered(quiz)
    quiz.use_bank(forty())
    quiz.papers.start(FORTY)


def close_after(app: QApplication, folder: Path, work: Callable[[Quiz], object]) -> None:
    """Run the program with a bank open, have something done, and close it as people do."""
    program = Program(app, folder, now=lambda: NOON)
    program.quiz.use_bank(MIXED)
    work(program.quiz)
    bring_up_to_date(program.quiz)
    leave(program)


def bring_up_to_date(quiz: Quiz) -> None:
    """Have reviews computed, however little of it this computer does at a time."""
    while not quiz.reviews.advance():
        pass


def leave(program: Program) -> None:
    """End the program, and let its window be gone."""
    program.close()
    program.window.deleteLater()
    clear_away()


# -- what is drawn -------------------------------------------------------------------------------------


@pytest.mark.parametrize("work", [nothing, answered, stopped, left_in_a_round, with_a_paper])
@pytest.mark.parametrize("changes", [{}, {"exam_date": TODAY.addDays(9), "goal_kind": "questions"}])
def test_nothing_changes_once_the_answers_are_open(
    qapp: QApplication,
    tmp_path: Path,
    start: Callable[..., Start],
    work: Callable[[Quiz], None],
    changes: dict[str, object],
) -> None:
    close_after(qapp, tmp_path, work)
    PreferencesFile(tmp_path).change(**changes)
    again = start()
    first = again.painted()
    assert again.gone_on(tmp_path) == first


def asked_for_again(quiz: Quiz) -> None:
    """With 20 answers, half of them wrong."""
    quiz.use_bank(LARGE)
    for _ in range(2):
        go_through(quiz, quiz.start(quiz.suggestion(10)), frozenset(each.id for each in LARGE.questions[::2]))


def in_the_large_bank(work: Callable[[Quiz], object]) -> Callable[[Quiz], None]:
    def do(quiz: Quiz) -> None:
        asked_for_again(quiz)
        work(quiz)

    return do


def stop(quiz: Quiz) -> None:
    quiz.start(quiz.suggestion(5))


def start_a_paper(quiz: Quiz) -> None:
    quiz.papers.start(FORTY)


@pytest.mark.parametrize("work", [lambda _quiz: None, stop, start_a_paper])
@pytest.mark.parametrize("changes", [{}, {"exam_date": TODAY.addDays(9), "goal_kind": "questions"}])
def test_nothing_changes_until_all_is_known(
    qapp: QApplication,
    tmp_path: Path,
    start: Callable[..., Start],
    work: Callable[[Quiz], object],
    changes: dict[str, object],
) -> None:
    PreferencesFile(tmp_path).change(**changes)
    close_after(qapp, tmp_path, in_the_large_bank(work))
    again = start()
    first = again.painted()
    words = seen(again.opening.today)
    assert "Reading" not in words
    assert "small scenario" not in words
    assert "Weakest" in words
    assert again.gone_on(tmp_path) == first
    again.read(LARGE)
    assert seen(again.opening.today) == words
    assert again._picture() == first


def test_on_a_later_day_what_is_due_is_left_open_in_the_same_place(
    qapp: QApplication, tmp_path: Path, start: Callable[..., Start]
) -> None:
    close_after(qapp, tmp_path, asked_for_again)
    again = start(TODAY.addDays(1))
    again.painted()
    words, places = seen(again.opening.today), places_of_cards(again.opening.today)
    assert "Your next questions" in words
    assert "small scenario" not in words
    again.gone_on(tmp_path)
    again.read(LARGE)
    assert "Your next questions" not in seen(again.opening.today)
    assert places_of_cards(again.opening.today) == places


def places_of_cards(page: QWidget) -> list[QRect]:
    return [
        QRect(card.mapTo(page, QPoint()), card.size()) for card in page.findChildren(Card) if card.isVisible()
    ]


def test_a_paper_whose_time_is_over_is_not_offered(qapp: QApplication, tmp_path: Path) -> None:
    close_after(qapp, tmp_path, with_a_paper)
    later = open_window(qapp, tmp_path, lambda: TODAY, lambda: NOON.timestamp() + 86_400)
    assert "Your paper is running" not in seen(later.today)
    at_once = open_window(qapp, tmp_path, lambda: TODAY, NOON.timestamp)
    assert "Your paper is running" in seen(at_once.today)
    for each in (later, at_once):
        each.window.deleteLater()


def test_what_is_true_is_remembered_before_the_program_is_closed(qapp: QApplication, tmp_path: Path) -> None:
    program = Program(qapp, tmp_path, now=lambda: NOON)
    program.quiz.use_bank(MIXED)
    answered(program.quiz)
    program.navigation.today._is_reading = lambda: False
    program.navigation.today.refresh()
    settle()
    assert '"met": 3' in (tmp_path / "today.json").read_text("utf-8")
    session = program.quiz.start(program.quiz.suggestion())
    program.navigation.today.remember_later()
    program.navigation.today._later.timeout.emit()
    assert session.start.id in (tmp_path / "today.json").read_text("utf-8")
    leave(program)


def test_a_stopped_session_is_there_at_once_under_the_title_of_its_bank(
    qapp: QApplication, tmp_path: Path, start: Callable[..., Start]
) -> None:
    close_after(qapp, tmp_path, stopped)
    again = start(TODAY.addDays(1))
    again.painted()
    assert f"{MIXED.title}, question 1 of 2" in seen(again.opening.today)
    assert "Stopped yesterday." in seen(again.opening.today)
    again.gone_on(tmp_path)
    assert f"{MIXED.title}, question 1 of 2" in seen(again.opening.today)


def test_what_is_no_longer_true_goes_once_the_answers_are_open(
    qapp: QApplication, tmp_path: Path, start: Callable[..., Start]
) -> None:
    close_after(qapp, tmp_path, stopped)
    (tmp_path / "attempts.sqlite").unlink()
    again = start()
    again.painted()
    assert "Resume" in seen(again.opening.today)
    again.gone_on(tmp_path)
    assert "Resume" not in seen(again.opening.today)


def test_a_guest_sees_nothing_of_the_owner(
    qapp: QApplication, tmp_path: Path, start: Callable[..., Start]
) -> None:
    close_after(qapp, tmp_path, stopped)
    PreferencesFile(tmp_path).change(profile=Profile.GUEST)
    again = start()
    first = again.painted()
    assert "Resume" not in seen(again.opening.today)
    assert "A guest is practising" in seen(again.opening.today)
    assert again.gone_on(tmp_path) == first


def test_what_is_deleted_is_remembered_no_longer(qapp: QApplication, tmp_path: Path) -> None:
    close_after(qapp, tmp_path, stopped)
    program = Program(qapp, tmp_path, now=lambda: NOON)
    settings = program.navigation.controller("settings")
    assert isinstance(settings, SettingsController)
    program.quiz.archive.delete_everything()
    settings.history_changed.emit()
    assert MIXED.title not in (tmp_path / "today.json").read_text("utf-8")
    leave(program)


# -- who acts on what is pressed -----------------------------------------------------------------------


class Mouse(QObject):
    """Hears what reaches a window of the mouse."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.heard: list[QEvent.Type] = []
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in {QEvent.Type.Enter, QEvent.Type.MouseMove}:
            self.heard.append(event.type())
        return False


def test_what_is_done_before_the_first_picture_waits_until_somebody_can_act(
    start: Callable[..., Start], monkeypatch: pytest.MonkeyPatch
) -> None:
    QCursor.setPos(0, 0)
    window = start().opening.window
    show, mice = window.show, []

    def show_and_move() -> None:
        show()
        mice.append(Mouse(window))
        QCursor.setPos(window.geometry().center())

    monkeypatch.setattr(window, "show", show_and_move)
    assert paint_first(window) == 0
    assert mice[0].heard == []
    settle()
    assert mice[0].heard != []


def test_a_window_closed_before_its_first_picture_ends_the_program(start: Callable[..., Start]) -> None:
    window = start().opening.window
    QTimer.singleShot(0, window.close)  # comes before the picture
    assert paint_first(window) == 0
    assert window.isHidden()


def test_a_window_that_nobody_can_see_yet_goes_on_without_its_first_picture(
    start: Callable[..., Start],
) -> None:
    window = start().opening.window
    window.setUpdatesEnabled(False)  # as where it opens minimised
    assert paint_first(window, patience=1) == 0
    assert not window.isHidden()


# -- trouble with the answers --------------------------------------------------------------------------

IN_TROUBLE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from quizapp import app, program
from quizapp.domain.errors import QuizError
from quizapp.ui.shell.main_window import MainWindow

def press():
    box = QApplication.activeModalWidget()
    if box is None:
        QTimer.singleShot(20, press)
        return
    (window,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
    print(window.isVisible(), type(window.page).__name__, box.text())
    box.reject()

make = app.open_window
def open_window(*args):
    opening = make(*args)
    QTimer.singleShot(0, press)
    return opening
app.open_window = open_window

def fail(*_args):
    raise QuizError("The disk is gone.")
if "store" in sys.argv:
    program.BankRepository = fail
if "paint" in sys.argv:
    MainWindow.paintEvent = fail
sys.exit(app.run(sys.argv[1], []))
"""


def in_trouble(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", IN_TROUBLE, str(folder), *arguments]
    return subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)


def test_damaged_answers_are_told_of_over_the_painted_window(tmp_path: Path) -> None:
    (tmp_path / "attempts.sqlite").write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    done = in_trouble(tmp_path)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("True TodayPage")
    assert str(tmp_path / "attempts.sqlite") in done.stdout
    assert (tmp_path / "attempts.sqlite").stat().st_size == 5016


def test_answers_that_cannot_be_opened_end_the_program_in_words(tmp_path: Path) -> None:
    done = in_trouble(tmp_path, "store")
    assert done.returncode == 1, done.stderr
    assert done.stdout == "True TodayPage The disk is gone.\n"
    assert "quizapp: The disk is gone." in done.stderr


def test_a_bug_before_the_first_picture_ends_the_program(tmp_path: Path) -> None:
    done = in_trouble(tmp_path, "paint")
    assert done.returncode == EXIT_CODE, done.stderr
    assert "This is a mistake of ours" in done.stdout
    assert not (tmp_path / "attempts.sqlite").exists()
