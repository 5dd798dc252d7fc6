"""A session's pages on a real quiz: undo, flag, copy, note, twins."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.attempt import Step
from quizapp.domain.errors import QuizError
from quizapp.domain.question import Choice, Question
from quizapp.domain.selection import Selection
from quizapp.domain.session import Session
from quizapp.ui.session.controller import SessionFlow
from quizapp.ui.session.notes import NoteDialog
from quizapp.ui.style.appearance import Look
from quizapp.ui.widgets.buttons import FlagButton
from tests.desk import Desk
from tests.domain.examples import bank, choice
from tests.ui.screen import press, seen, settle, to_front
from tests.ui.sessions import TWINS

THREE = bank(TWINS[0], choice(2), TWINS[1])


def reworded(question: Question) -> Question:
    if isinstance(question, Choice):
        return replace(question, prompt="Mended.")
    return replace(question, scenario="Mended.", evidence=())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    desk.quiz.use_bank(THREE)
    yield desk
    desk.quiz.close()


@pytest.fixture
def flow(qtbot: QtBot, look: Look, desk: Desk) -> SessionFlow:
    """A session that has just begun, its page in front."""
    look.set_reduced_motion(True)
    flow = SessionFlow(desk.quiz, look)
    for page in (flow.page, flow.summary):
        qtbot.addWidget(page)
        page.resize(1100, 720)
    flow.start(Selection(4711, 3))
    to_front(qtbot, flow.page)
    return flow


def now(flow: SessionFlow) -> Session:
    assert flow._session is not None
    return flow._session


def answer(flow: SessionFlow, *, reason: bool = True) -> None:
    """Answer the question on the page, through its keys."""
    press(flow.page, Qt.Key.Key_P if now(flow).current.reasons else Qt.Key.Key_A)
    if reason and now(flow).step is Step.REASON:
        press(flow.page, Qt.Key.Key_1)


def finish(flow: SessionFlow) -> None:
    while not now(flow).is_finished:
        answer(flow)
        press(flow.page, Qt.Key.Key_Return)


def test_undo_goes_back_step_by_step_and_stops_at_the_answer(flow: SessionFlow) -> None:
    answer(flow)
    steps = [now(flow).step]
    for _ in range(3):
        press(flow.page, Qt.Key.Key_U)
        steps.append(now(flow).step)
    reasons = [Step.REASON] if now(flow).current.reasons else []
    assert steps[: 2 + len(reasons)] == [Step.EXPLANATION, *reasons, Step.ANSWER]
    assert now(flow).position == 0


def test_what_is_answered_after_the_explanation_is_kept_as_such(flow: SessionFlow, desk: Desk) -> None:
    answer(flow)
    press(flow.page, Qt.Key.Key_U)
    press(flow.page, Qt.Key.Key_U)
    answer(flow)
    reasoned = now(flow).current.reasons
    marked = [attempt.after_explanation for attempt in desk.kept()]
    assert marked == ([False, False, True, True] if reasoned else [False, True])
    assert "not in your statistics" in seen(flow.page)
    finish(flow)
    assert "One was answered again after its explanation" in seen(flow.summary)


def test_a_question_that_is_read_is_not_undone(flow: SessionFlow) -> None:
    answer(flow)
    press(flow.page, Qt.Key.Key_Return)
    press(flow.page, Qt.Key.Key_U)
    assert now(flow).position == 1


def test_a_flag_is_kept_at_once_and_taken_away_again(flow: SessionFlow, desk: Desk) -> None:
    press(flow.page, Qt.Key.Key_F)
    assert desk.quiz.flags("demo") == {now(flow).current.question.id}
    assert "Flagged" in seen(flow.page)
    press(flow.page, Qt.Key.Key_F)
    assert desk.quiz.flags("demo") == frozenset()


def test_a_flag_set_while_looking_back_shows_on_the_summary(flow: SessionFlow, desk: Desk) -> None:
    finish(flow)
    flow._look_back(0)
    to_front_again(flow.page)
    press(flow.page, Qt.Key.Key_F)
    flow._go_on()
    assert desk.quiz.flags("demo") == {now(flow).asked[0].question.id}
    assert "flagged" in seen(flow.summary)


def to_front_again(page: QWidget) -> None:
    page.show()
    page.activateWindow()


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_copying_gives_as_much_as_is_on_the_screen(flow: SessionFlow, steps: int) -> None:
    while not now(flow).current.reasons:
        answer(flow)
        press(flow.page, Qt.Key.Key_Return)
    if steps:
        answer(flow, reason=steps > 1)
    press(flow.page, Qt.Key.Key_C)
    text = QGuiApplication.clipboard().text()
    assert ("Answer: " in text, "What decides it?" in text) == (steps == 2, steps == 1)
    assert f"Demo, question {now(flow).current.question.id}" in text
    assert "Copied." in seen(flow.page)


def write_note(flow: SessionFlow, text: str) -> NoteDialog:
    press(flow.page, Qt.Key.Key_N)
    dialog = flow.page.findChildren(NoteDialog)[0]
    assert not dialog._save.isEnabled()
    dialog._editor.setPlainText(text)
    dialog._save.click()
    return dialog


def test_a_note_is_kept_with_its_question(flow: SessionFlow, desk: Desk) -> None:
    write_note(flow, "  The quote is odd. ")
    assert [(note.question, note.text) for note in desk.quiz.notes()] == [
        (now(flow).current.ref, "The quote is odd.")
    ]
    assert "Noted. You find your notes under Settings." in seen(flow.page)


def test_a_note_that_was_closed_by_a_slip_is_there_again(flow: SessionFlow) -> None:
    press(flow.page, Qt.Key.Key_N)
    (dialog,) = flow.page.findChildren(NoteDialog)
    dialog._editor.setPlainText("Half a thought")
    dialog.reject()
    settle()
    press(flow.page, Qt.Key.Key_N)
    (again,) = flow.page.findChildren(NoteDialog)
    assert again.draft() == "Half a thought"
    again._save.click()
    settle()
    press(flow.page, Qt.Key.Key_N)
    (fresh,) = flow.page.findChildren(NoteDialog)
    assert fresh.draft() == ""


def test_a_note_that_cannot_be_kept_stays_in_its_window(
    qtbot: QtBot, flow: SessionFlow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise QuizError("The disk is full.")

    monkeypatch.setattr(flow._quiz, "add_note", full)
    with qtbot.waitSignal(flow.troubled) as trouble:
        dialog = write_note(flow, "Odd.")
    assert [str(each) for each in trouble.args or []] == ["The disk is full."]
    assert dialog.isVisible()
    assert dialog._editor.toPlainText() == "Odd."


@pytest.mark.parametrize("broken", ["flags", "set_flag"])
def test_a_flag_that_cannot_be_kept_is_not_shown(
    qtbot: QtBot, flow: SessionFlow, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise QuizError("The disk is full.")

    monkeypatch.setattr(flow._quiz, broken, full)
    with qtbot.waitSignal(flow.troubled) as trouble:
        press(flow.page, Qt.Key.Key_F)
    assert [str(each) for each in trouble.args or []] == ["The disk is full."]
    assert not flow.page.findChildren(FlagButton)[0].isChecked()


def test_from_one_twin_looked_at_to_the_other_and_back(flow: SessionFlow) -> None:
    finish(flow)
    places = [place for place, asked in enumerate(now(flow).asked) if asked.reasons]
    flow._look_back(places[0])
    assert "Its twin" in seen(flow.page)
    flow.page.twin_requested.emit()
    assert flow._looked_at == places[1]
    flow.page.leave_requested.emit()
    assert flow._looked_at is None


def test_a_bank_read_again_changes_only_the_words_on_the_page(flow: SessionFlow, desk: Desk) -> None:
    answer(flow)
    before = seen(flow.page)
    flow.refresh()
    assert seen(flow.page) == before
    press(flow.page, Qt.Key.Key_Return)
    old = now(flow).current
    mended = [reworded(each) if each.id == old.question.id else each for each in THREE.questions]
    desk.quiz.use_bank(bank(*mended))
    flow.refresh()
    assert now(flow).position == 1
    assert "Mended." in seen(flow.page)
