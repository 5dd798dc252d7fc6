"""Every slot failing once: its bug is heard once, whoever called it, and what is kept stays as it was."""

import ast
import linecache
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType, MethodType
from typing import Any

import pytest
from PySide6.QtCore import QDate, QModelIndex, Qt, SignalInstance
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from benchmarks.faults.window_rows import found
from quizapp.domain.problem import Reading
from quizapp.domain.selection import Selection
from quizapp.quiz import Quiz
from quizapp.ui.banks.loading import BankLoading
from quizapp.ui.learn.page import LearnPage
from quizapp.ui.session.controller import SessionController
from quizapp.ui.style.appearance import Appearance
from tests.domain.examples import bank
from tests.program import Program
from tests.quiz_rig import QuizRig
from tests.ui.presented import Presented
from tests.ui.screen import press, settle, to_front
from tests.ui.sessions import TWINS

ROOT = Path(__file__).parent.parent.parent
TWO = bank(*TWINS)
BUG = "FloatingPointError"
SAMPLES: dict[str, object] = {
    "PyObject": None,
    "QAction*": None,
    "QString": "",
    "QVariant": 0.0,
    "QWidget*": None,
    "QDate": QDate(2026, 11, 23),
    "QModelIndex": QModelIndex(),
    "bool": False,
    "int": 0,
    "Qt::ColorScheme": Qt.ColorScheme.Light,
    "Qt::ApplicationState": Qt.ApplicationState.ApplicationActive,
}
"""What signals carry, by the type; a slot that fails does not come to look at it."""
STEPS = {
    "answer": (Qt.Key.Key_P,),
    "give_reason": (Qt.Key.Key_P, Qt.Key.Key_1),
    "move_on": (Qt.Key.Key_P, Qt.Key.Key_1, Qt.Key.Key_Return),
    "undo": (Qt.Key.Key_P, Qt.Key.Key_1, Qt.Key.Key_U),
    "set_flag": (Qt.Key.Key_P, Qt.Key.Key_F),
    "give_certainty": (Qt.Key.Key_P, Qt.Key.Key_3),
}
"""The keys that lead to a step of the quiz, its own one last."""


class Connections:
    """Takes down what the program connects with what, wherever it does so.

    Attributes:
        made: the latest signal for every slot that is a method of the program's own, by its name.
    """

    def __init__(self) -> None:
        self.made: dict[str, tuple[SignalInstance, MethodType]] = {}

    def watch(self, frame: FrameType, event: str, called: Any) -> None:
        """Python calls this at every call; what a signal is connected to stands in the source."""
        file = frame.f_code.co_filename
        is_ours = event == "c_call" and file.startswith(str(ROOT / "quizapp"))
        if not (is_ours and called.__name__ == "connect" and isinstance(called.__self__, SignalInstance)):
            return
        (statement,) = ast.parse(linecache.getline(file, frame.f_lineno).strip()).body
        assert isinstance(statement, ast.Expr)
        assert isinstance(statement.value, ast.Call)
        source = ast.unparse(statement.value.args[0])
        slot = eval(source, frame.f_globals, frame.f_locals)  # noqa: S307 - the program's own source
        if isinstance(slot, MethodType):
            self.made[slot.__qualname__] = (called.__self__, slot)

    def fire(self, name: str) -> bool:
        """Let the signal of a slot come; says whether who sends it is still there."""
        signal = self.made[name][0]
        types = repr(signal).partition("(")[2].partition(")")[0]
        values = [SAMPLES[each] for each in types.split(",") if each]
        try:
            signal.emit(*values)
        except RuntimeError:
            return False
        return True


@contextmanager
def failing(slot: MethodType) -> Iterator[None]:
    """Let a method fail, also where it is connected already."""

    def fail(*_: object) -> None:
        raise FloatingPointError  # nobody else does

    function = slot.__func__
    whole = function.__code__
    function.__code__ = fail.__code__.replace(co_freevars=whole.co_freevars)
    try:
        yield
    finally:
        function.__code__ = whole


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The kinds of errors that reached the last net, below which the program would end."""
    errors: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: errors.append(kind.__name__))
    return errors


@pytest.fixture
def connections() -> Iterator[Connections]:
    """All connections that the program makes in a test."""
    watching = Connections()
    before = sys.getprofile()
    sys.setprofile(watching.watch)
    yield watching
    sys.setprofile(before)


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, connections: Connections) -> Iterator[Program]:
    assert connections.made == {}
    program = Program(qapp, tmp_path)
    to_front(qtbot, program.window)
    qtbot.waitUntil(lambda: program.quiz.bank is not None and not program.navigation.banks.loading.is_busy)
    yield program
    program.close()


def build_all(program: Program) -> None:
    """Let everything be built that is built when it is first wanted; a question stays in front."""
    for name in ("today", "learn", "practice", "papers", "progress", "library", "banks", "settings"):
        program.window.entry_requested.emit(name)
        while isinstance(page := program.window.page, LearnPage) and page._timer.isActive():
            settle()
    controller = program.navigation.sessions
    assert controller.summary is not None
    controller.start()
    press(program.window, Qt.Key.Key_P)
    press(program.window, Qt.Key.Key_N)
    assert controller.question._dialog is not None


def test_every_slot_that_fails_is_heard_once(
    program: Program, connections: Connections, heard: list[str]
) -> None:
    build_all(program)
    sys.setprofile(None)
    kept, faults, unsent = found(program.folder), {}, set()
    for name, (signal, slot) in connections.made.items():
        with failing(slot):
            is_sent = connections.fire(name)
            settle()
        is_shared = any(each in repr(signal) for each in ("changed()", "colorSchemeChanged", "focusChanged"))
        receivers = slice(1) if is_shared else slice(None)  # many follow appearance, system, focus
        if not is_sent:
            unsent.add(name)
        elif heard[receivers] != [BUG]:
            faults[name] = heard.copy()
        heard.clear()
    assert faults == {}
    assert unsent == set()
    assert found(program.folder) == kept
    assert len(connections.made) > 100


def test_a_bug_in_taking_over_a_bank_is_heard_once(
    qtbot: QtBot, qapp: QApplication, heard: list[str], tmp_path: Path
) -> None:
    loading = BankLoading(lambda path, _: Reading(str(path), None, ()), Presented(), qapp)
    take = loading._take
    assert isinstance(take, MethodType)
    with failing(take):
        loading.load(tmp_path)
        qtbot.waitUntil(lambda: bool(heard))
    settle()
    assert heard == [BUG]


@pytest.mark.parametrize("is_kept", [False, True])
@pytest.mark.parametrize("step", STEPS)
def test_a_bug_before_or_after_keeping_a_step_neither_loses_nor_doubles_it(
    qtbot: QtBot,
    appearance: Appearance,
    tmp_path: Path,
    heard: list[str],
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    is_kept: bool,  # noqa: FBT001 - a case of two
) -> None:
    rig, again = QuizRig(tmp_path), QuizRig(tmp_path)
    controller = begun(qtbot, appearance, rig, certainty=step == "give_certainty")
    *mode, key = STEPS[step]
    for each in mode:
        press(controller.page, each)
    before = count(tmp_path)
    break_step(monkeypatch, rig.quiz, step, is_kept=is_kept)
    press(controller.page, key)
    assert heard == [BUG]
    assert count(tmp_path) == before + is_kept
    kept = again.quiz.unfinished()[0]
    again.quiz.use_bank(TWO)
    is_behind = again.quiz.resume(kept) != controller._session  # what was kept has not been shown
    assert is_behind is (is_kept and step != "set_flag")
    for one in (rig, again):
        one.quiz.close()


def break_step(monkeypatch: pytest.MonkeyPatch, quiz: Quiz, step: str, *, is_kept: bool) -> None:
    """Let a step of the quiz fail, before it is kept or right after it."""
    whole = getattr(quiz, step)

    def fail(*told: Any, **named: Any) -> None:
        if is_kept:
            whole(*told, **named)
        raise FloatingPointError

    monkeypatch.setattr(quiz, step, fail)


def begun(
    qtbot: QtBot, appearance: Appearance, rig: QuizRig, *, certainty: bool = False
) -> SessionController:
    """A session of two verdicts, the first one in front."""
    appearance.set_reduced_motion(True)
    rig.quiz.use_bank(TWO)
    controller = SessionController(rig.quiz, appearance, Presented())
    qtbot.addWidget(controller.page)
    controller.start(Selection(4711, 2, certainty=certainty))
    to_front(qtbot, controller.page)
    return controller


def count(folder: Path) -> int:
    """How many rows are kept, in a file whose inside is sound."""
    return sum(map(len, found(folder).values()))
