"""What pages say before the first bank is read, and after."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.quiz import Quiz
from quizapp.storage.answers.errors import UnreadableStoreError
from tests.program import Program
from tests.ui.screen import seen, settle, to_front


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    program = Program(qapp, tmp_path)
    qtbot.addWidget(program.window)
    yield program
    program.close()


@pytest.mark.parametrize("page", ["learn", "practice", "papers", "progress", "library", "banks", "settings"])
def test_a_page_follows_its_data_from_reading_to_ready(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, program: Program, page: str
) -> None:
    monkeypatch.setattr(program, "_begin", lambda: None)
    program.window.painted.disconnect()
    to_front(qtbot, program.window)
    program.window.entry_requested.emit(page)
    settle()
    assert "Reading the banks …" in seen(program.window)
    assert "No bank is open" not in seen(program.window)
    program.navigation.begin([])
    qtbot.waitUntil(lambda: not program.navigation.banks.is_reading)
    settle()
    words = seen(program.window)
    assert "Reading the bank" not in words
    assert "Product or Service?" in words


def test_the_bank_chosen_on_practice_is_in_use_on_today_and_at_the_next_start(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, program: Program
) -> None:
    to_front(qtbot, program.window)
    qtbot.waitUntil(lambda: not program.navigation.banks.is_reading)
    other = next(bank for bank in program.quiz.banks if bank is not program.quiz.bank)
    program.window.entry_requested.emit("practice")
    program.navigation.controller("practice").page.bank_requested.emit(other.id)  # type: ignore[union-attr]
    assert program.quiz.bank is other
    program.navigation.show_today()
    assert other.title in seen(program.navigation.today.page)
    program.window.close()
    later = Program(qapp, tmp_path)
    to_front(qtbot, later.window)
    qtbot.waitUntil(lambda: not later.navigation.banks.is_reading)
    assert later.quiz.bank is not None
    assert later.quiz.bank.id == other.id
    later.close()


def test_today_no_longer_says_where_sessions_come_from_once_they_come_from_elsewhere(
    qtbot: QtBot, tmp_path: Path, program: Program
) -> None:
    to_front(qtbot, program.window)
    qtbot.waitUntil(lambda: not program.navigation.banks.is_reading)
    used = program.quiz.bank
    assert used is not None
    mine = tmp_path / "mine.yaml"
    question = "{id: q, scenario: It runs., answer: service, why: So.}"
    mine.write_text(f"bank: {{id: mine, title: Mine}}\nquestions: [{question}]\n", encoding="utf-8")
    program.navigation.banks.open(mine)
    qtbot.waitUntil(lambda: "and the next sessions come from it" in seen(program.navigation.today.page))
    program.navigation.banks.use(used.id)
    assert "next sessions" not in seen(program.navigation.today.page)
    program.navigation.today.note("Something else happened.")
    program.navigation.banks.close("mine")
    assert "Something else happened." in seen(program.navigation.today.page)


def test_today_says_nothing_of_answers_that_cannot_be_read(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, program: Program
) -> None:
    to_front(qtbot, program.window)
    qtbot.waitUntil(lambda: not program.navigation.banks.is_reading)
    today, told = program.navigation.today, list[object]()
    assert "all new" in seen(today.page)
    trouble = UnreadableStoreError(tmp_path)

    def fail(_quiz: Quiz) -> None:
        raise trouble

    monkeypatch.setattr(Quiz, "unfinished", fail)
    monkeypatch.setattr(program.navigation.errors, "show", told.append)
    program.navigation.show_today()
    assert "all new" not in seen(today.page)
    assert told == [trouble]
