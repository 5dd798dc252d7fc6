"""Programs that are started one after the other over one data folder, as people do over days."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.domain.session import Session
from tests.program import Program
from tests.ui.screen import to_front


def start(qtbot: QtBot, qapp: QApplication, folder: Path, programs: list[Program], banks: int = 1) -> Program:
    """Start the program, and wait until so many banks are open."""
    for program in programs:
        program.close()
    programs.clear()
    program = Program(qapp, folder)
    programs.append(program)
    to_front(qtbot, program.window)
    qtbot.waitUntil(
        lambda: program.quiz.bank is not None and len(program.quiz.banks) >= banks, timeout=30_000
    )
    return program


def session(program: Program) -> Session:
    """The session in front."""
    current = program.navigation.sessions._session
    assert current is not None
    return current
