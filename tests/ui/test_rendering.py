"""Every page and window in every theme, size, text size and reading direction: nothing cut off or lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.session import Session, open_session
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.fields import SpinBox
from quizapp.ui.widgets.reading import ReadingText
from quizapp.ui.widgets.text import Text
from tests.domain.examples import start
from tests.ui.screen import (
    clear_away,
    cut_off,
    off_centre,
    out_of_reach,
    overlapping,
    settle,
    to_front,
    torn,
    unplain,
)
from tests.ui.sessions import answer_for
from tests.ui.window_rig import DIALOGS, WindowRig, shipped

SIZES = [(1100, 720, 1.0), (1024, 600, 2.0), (1920, 1080, 1.0), (1024, 600, 1.0)]
THEMES = ["light", "dark", "contrast"]
CHECKS = [cut_off, overlapping, out_of_reach, off_centre, torn, unplain]


@pytest.fixture
def window_rig(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> WindowRig:
    window_rig = WindowRig(qapp, tmp_path)
    to_front(qtbot, window_rig.window)
    return window_rig


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def resize(window_rig: WindowRig, width: int, height: int, scale: float) -> None:
    """As a person does it, with a page in front and others behind."""
    window_rig.appearance_controller.set_scale(scale)
    window_rig.window.resize(width, height)
    settle()


def misfits(page: QWidget) -> list[str]:
    return [f"{check.__name__}: {fault}" for check in CHECKS for fault in check(page)]


def misfits_of_all(window_rig: WindowRig) -> list[str]:
    """What is wrong with any page at the size the window has."""
    size, faults = window_rig.window.size(), []
    for name in window_rig.play():
        faults += [f"{name}, {fault}" for fault in misfits(window_rig.window)]
        if window_rig.window.size() != size:
            faults.append(f"{name} has widened the window to {window_rig.window.size().toTuple()}")
            window_rig.window.resize(size)
    return faults


@pytest.mark.parametrize("theme", THEMES)
def test_every_page_has_room_at_every_size(window_rig: WindowRig, theme: str) -> None:
    window_rig.appearance_controller.set_theme(theme)
    for size in SIZES:
        resize(window_rig, *size)
        assert misfits_of_all(window_rig) == [], size


@pytest.mark.usefixtures("mirrored")
def test_every_page_has_room_where_one_reads_from_the_right(window_rig: WindowRig) -> None:
    for size in SIZES:
        resize(window_rig, *size)
        assert misfits_of_all(window_rig) == [], size


def misfits_of_windows(window_rig: WindowRig) -> list[str]:
    """What is wrong with the windows over the main one; Qt's own seed dialog shows only words of ours."""

    def look_at(box: QWidget) -> list[str]:
        available = window_rig.window.screen().availableSize()
        large = (
            [] if box.size().boundedTo(available) == box.size() else [f"larger than the screen: {box.size()}"]
        )
        return large + [fault for fault in misfits(box) if not fault.startswith("unplain: QLabel: The seed")]

    return [f"{name}, {fault}" for name in DIALOGS for fault in window_rig.meet(name, look_at)]


@pytest.mark.parametrize("theme", THEMES)
def test_every_window_over_the_main_one_has_room(window_rig: WindowRig, theme: str) -> None:
    window_rig.appearance_controller.set_theme(theme)
    for scale in (1.0, 2.0):
        window_rig.appearance_controller.set_scale(scale)
        assert misfits_of_windows(window_rig) == [], scale


@pytest.mark.usefixtures("mirrored")
def test_every_window_has_room_where_one_reads_from_the_right(window_rig: WindowRig) -> None:
    for scale in (1.0, 2.0):
        window_rig.appearance_controller.set_scale(scale)
        assert misfits_of_windows(window_rig) == [], scale


def steps(session: Session) -> Iterator[Session]:
    """A session at every step of every question."""
    while not session.is_finished:
        yield session
        session = session.answered(answer_for(session.current.question))
        yield session
        session = session.reasoned("")
        yield session
        session = session.moved_on()


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_every_question_of_the_shipped_bank_has_room(
    window_rig: WindowRig, width: int, height: int, scale: float
) -> None:
    resize(window_rig, width, height, scale)
    faults = []
    for session in steps(open_session(start(shipped()), shipped())):
        window_rig.show_step(session)
        clear_away()
        step = f"{session.current.question.id}, {session.step}"
        faults += [f"{step}, {fault}" for fault in misfits(window_rig.window)]
    assert faults == []


def test_what_does_not_fit_is_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(300, 300)
    narrow, button = Text("body", "Everything", parent=page), Button("Press", parent=page)
    outside, reading = Text("body", "Outside", parent=page), ReadingText("body", "Reading", page)
    reading.setText("Unbreakable words")
    stock, field = QPushButton("A stock button", page), SpinBox("Seconds", 0, 999, page)
    for part, rect in (
        (narrow, (0, 0, 30, 90)),
        (button, (20, 20, 30, 40)),
        (outside, (280, 280, 90, 30)),
        (reading, (150, 0, 50, 40)),
        (stock, (0, 200, 20, 30)),
        (field, (0, 250, 20, 50)),
    ):
        part.setGeometry(*rect)
    page.show()
    found = misfits(page)
    for fault in (
        *("cut_off: Text 'Everything'", "cut_off: Button", "cut_off: QPushButton", "cut_off: SpinBox"),
        *("cut_off: ReadingText", "overlapping: Text", "out_of_reach: Text", "torn: "),
    ):
        assert any(each.startswith(fault) for each in found), (fault, found)
