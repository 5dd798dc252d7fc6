"""A session's pages on a real quiz: undo, flag, copy, note, twins."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain.attempt import Step
from quizapp.domain.errors import QuizError
from quizapp.domain.history import NoteKind
from quizapp.domain.question import Choice, Question
from quizapp.domain.selection import Selection
from quizapp.domain.session import Session
from quizapp.domain.summary import summarise
from quizapp.ui.preferences import PreferencesFile
from quizapp.ui.session.bars import FlagButton
from quizapp.ui.session.controller import SessionController
from quizapp.ui.session.notes import QuestionNoteDialog
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.dialogs import NoteDialog
from tests.domain.examples import arguable, bank, choice, verdict
from tests.quiz_rig import QuizRig
from tests.ui.presented import Presented
from tests.ui.screen import press, seen, settle, to_front
from tests.ui.sessions import TWINS

THREE = bank(TWINS[0], choice(2), TWINS[1])


def reworded(question: Question) -> Question:
    if isinstance(question, Choice):
        return replace(question, prompt="Mended.")
    return replace(question, scenario="Mended.", reasons=())


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[QuizRig]:
    rig = QuizRig(tmp_path)
    rig.quiz.use_bank(THREE)
    yield rig
    rig.quiz.close()


@pytest.fixture
def errors() -> Presented:
    return Presented()


@pytest.fixture
def controller(qtbot: QtBot, appearance: Appearance, rig: QuizRig, errors: Presented) -> SessionController:
    """A session that has just begun, its page in front."""
    appearance.set_reduced_motion(True)
    controller = SessionController(rig.quiz, appearance, errors)
    for page in (controller.page, controller.summary):
        qtbot.addWidget(page)
        page.resize(1100, 720)
    controller.start(Selection(4711, 3))
    to_front(qtbot, controller.page)
    return controller


def now(controller: SessionController) -> Session:
    assert controller._session is not None
    return controller._session


def answer(controller: SessionController, *, reason: bool = True) -> None:
    """Answer the question on the page, through its keys."""
    press(controller.page, Qt.Key.Key_P if now(controller).current.reasons else Qt.Key.Key_A)
    if reason and now(controller).step is Step.REASON:
        press(controller.page, Qt.Key.Key_1)


def finish(controller: SessionController) -> None:
    while not now(controller).is_finished:
        answer(controller)
        press(controller.page, Qt.Key.Key_Return)


def test_undo_goes_back_step_by_step_and_stops_at_the_answer(controller: SessionController) -> None:
    answer(controller)
    steps = [now(controller).step]
    for _ in range(3):
        press(controller.page, Qt.Key.Key_U)
        steps.append(now(controller).step)
    reasons = [Step.REASON] if now(controller).current.reasons else []
    assert steps[: 2 + len(reasons)] == [Step.EXPLANATION, *reasons, Step.ANSWER]
    assert now(controller).position == 0


def test_what_is_answered_after_the_explanation_is_kept_as_such(
    controller: SessionController, rig: QuizRig
) -> None:
    answer(controller)
    press(controller.page, Qt.Key.Key_U)
    press(controller.page, Qt.Key.Key_U)
    answer(controller)
    reasoned = now(controller).current.reasons
    marked = [attempt.after_explanation for attempt in rig.kept()]
    assert marked == ([False, False, True, True] if reasoned else [False, True])
    assert "not in your statistics" in seen(controller.page)
    finish(controller)
    assert "One was answered again after its explanation" in seen(controller.summary)


def test_a_question_that_is_read_is_not_undone(controller: SessionController) -> None:
    answer(controller)
    press(controller.page, Qt.Key.Key_Return)
    press(controller.page, Qt.Key.Key_U)
    assert now(controller).position == 1


def test_looking_back_in_a_session_and_returning_takes_no_step(
    controller: SessionController, rig: QuizRig
) -> None:
    for _ in range(2):
        answer(controller)
        press(controller.page, Qt.Key.Key_Return)
    before, waiting, shown = now(controller), rig.kept(), seen(controller.page)
    for place, total in ((2, 3), (1, 3)):
        controller.page.previous_requested.emit()
        assert f"Question {place} of {total}" in seen(controller.page)
    controller.page.previous_requested.emit()  # there is none before the first
    assert "Question 1 of 3" in seen(controller.page)
    press(controller.page, Qt.Key.Key_U)
    press(controller.page, Qt.Key.Key_P)
    assert (now(controller), rig.kept()) == (before, waiting)
    press(controller.page, Qt.Key.Key_Return)
    assert seen(controller.page) == shown
    answer(controller)
    assert now(controller).outcome(2) is not None


def test_escape_leads_from_looking_back_to_the_question_that_waits(
    qtbot: QtBot, controller: SessionController
) -> None:
    answer(controller)
    press(controller.page, Qt.Key.Key_Return)
    answer(controller)
    shown = seen(controller.page)
    controller.page.previous_requested.emit()
    assert seen(controller.page) != shown
    with qtbot.assertNotEmitted(controller.left):
        press(controller.page, Qt.Key.Key_Escape)
    assert seen(controller.page) == shown
    with qtbot.waitSignal(controller.left):
        press(controller.page, Qt.Key.Key_Escape)


def test_looking_back_shows_no_twin_that_is_still_to_be_answered(controller: SessionController) -> None:
    while not now(controller).current.reasons:
        answer(controller)
        press(controller.page, Qt.Key.Key_Return)
    answer(controller)
    press(controller.page, Qt.Key.Key_Return)
    controller.page.previous_requested.emit()
    assert "Its twin" not in seen(controller.page)


def test_a_session_of_three_answers_goes_through_to_its_summary(
    controller: SessionController, rig: QuizRig
) -> None:
    rig.quiz.use_bank(bank(verdict(name="v"), arguable(name="a"), choice(2)))
    controller.start(Selection(4711, three_answers=True))
    to_front_again(controller.page)
    said = {}
    while not now(controller).is_finished:
        asked = now(controller).current
        press(controller.page, Qt.Key.Key_A if asked.order else Qt.Key.Key_E)
        assert now(controller).step is Step.EXPLANATION
        said[asked.question.id] = seen(controller.page)
        press(controller.page, Qt.Key.Key_Return)
    assert "Not quite: Service fits better here." in said["v"]
    assert "Yes: either can be argued." in said["a"]
    offered = {kept.question.question_id: kept.offered for kept in rig.kept()}
    assert offered["v"] == offered["a"] == ("product", "service", "either")
    assert "either can be argued" in seen(controller.summary)


def test_a_flag_is_kept_at_once_and_taken_away_again(controller: SessionController, rig: QuizRig) -> None:
    press(controller.page, Qt.Key.Key_F)
    assert rig.quiz.flags("demo") == {now(controller).current.question.id}
    assert "Flagged" in seen(controller.page)
    press(controller.page, Qt.Key.Key_F)
    assert rig.quiz.flags("demo") == frozenset()


def test_a_flag_set_while_looking_back_shows_on_the_summary(
    controller: SessionController, rig: QuizRig
) -> None:
    finish(controller)
    controller._look_back(0)
    to_front_again(controller.page)
    press(controller.page, Qt.Key.Key_F)
    controller._go_on()
    assert rig.quiz.flags("demo") == {now(controller).asked[0].question.id}
    assert "flagged" in seen(controller.summary)


def to_front_again(page: QWidget) -> None:
    page.show()
    page.activateWindow()


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_copying_gives_as_much_as_is_on_the_screen(controller: SessionController, steps: int) -> None:
    while not now(controller).current.reasons:
        answer(controller)
        press(controller.page, Qt.Key.Key_Return)
    if steps:
        answer(controller, reason=steps > 1)
    press(controller.page, Qt.Key.Key_C)
    text = QGuiApplication.clipboard().text()
    assert ("Answer: " in text, "What decides it here?" in text) == (steps == 2, steps == 1)
    assert f"Demo, question {now(controller).current.question.id}" in text
    assert "Copied." in seen(controller.page)


def write_note(controller: SessionController, text: str) -> NoteDialog:
    press(controller.page, Qt.Key.Key_N)
    dialog = controller.page.findChildren(NoteDialog)[0]
    assert not dialog.save.isEnabled()
    dialog.editor.setPlainText(text)
    dialog.save.click()
    return dialog


def test_a_note_is_kept_with_its_question(controller: SessionController, rig: QuizRig) -> None:
    write_note(controller, "  The quote is odd. ")
    assert [(note.question, note.text) for note in rig.quiz.notes()] == [
        (now(controller).current.ref, "The quote is odd.")
    ]
    assert "Noted. You find your notes in the Library." in seen(controller.page)


@pytest.mark.parametrize(
    ("pressed", "kind"),
    [
        ("", NoteKind.OWN),
        ("Note for yourself", NoteKind.OWN),
        ("Something is wrong with this question", NoteKind.FAULT),
    ],
)
def test_a_note_is_for_oneself_unless_it_is_said_to_be_on_what_is_wrong(
    controller: SessionController, rig: QuizRig, pressed: str, kind: NoteKind
) -> None:
    press(controller.page, Qt.Key.Key_N)
    (dialog,) = controller.page.findChildren(QuestionNoteDialog)
    for button in dialog.findChildren(QRadioButton):
        if button.accessibleName() == pressed:
            button.click()
    dialog.editor.setPlainText("Odd.")
    dialog.reject()
    settle()
    press(controller.page, Qt.Key.Key_N)
    (again,) = controller.page.findChildren(QuestionNoteDialog)
    again.save.click()
    assert [(note.text, note.kind) for note in rig.quiz.notes()] == [("Odd.", kind)]


def test_a_note_that_was_closed_by_a_slip_is_there_again(controller: SessionController) -> None:
    press(controller.page, Qt.Key.Key_N)
    (dialog,) = controller.page.findChildren(NoteDialog)
    dialog.editor.setPlainText("Half a thought")
    dialog.reject()
    settle()
    press(controller.page, Qt.Key.Key_N)
    (again,) = controller.page.findChildren(NoteDialog)
    assert again.note == "Half a thought"
    again.save.click()
    settle()
    press(controller.page, Qt.Key.Key_N)
    (fresh,) = controller.page.findChildren(NoteDialog)
    assert fresh.note == ""


def test_a_note_that_cannot_be_kept_stays_in_its_window(
    controller: SessionController, errors: Presented, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise QuizError("The disk is full.")

    monkeypatch.setattr(controller._quiz, "add_note", full)
    dialog = write_note(controller, "Odd.")
    assert errors.sentences == ["The disk is full."]
    assert dialog.isVisible()
    assert dialog.editor.toPlainText() == "Odd."


@pytest.mark.parametrize("broken", ["flags", "set_flag"])
def test_a_flag_that_cannot_be_kept_is_not_shown(
    controller: SessionController, errors: Presented, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise QuizError("The disk is full.")

    monkeypatch.setattr(controller._quiz, broken, full)
    press(controller.page, Qt.Key.Key_F)
    assert set(errors.sentences) == {"The disk is full."}
    assert not controller.page.findChildren(FlagButton)[0].isChecked()


def test_from_the_summary_the_missed_ones_are_looked_at_one_after_the_other(
    controller: SessionController,
) -> None:
    finish(controller)
    first, last = summarise(now(controller)).missed
    controller.summary.explanation_requested.emit(first)
    to_front_again(controller.page)
    lines = seen(controller.page).splitlines()
    assert f"Question {first + 1} of 3" in lines
    assert ("Next missed one" in lines, "Previous" in lines) == (True, False)
    press(controller.page, Qt.Key.Key_Return)
    lines = seen(controller.page).splitlines()
    assert f"Question {last + 1} of 3" in lines
    assert ("Back to the summary" in lines, "Previous" in lines) == (True, True)
    controller.page.previous_requested.emit()
    assert f"Question {first + 1} of 3" in seen(controller.page)
    press(controller.page, Qt.Key.Key_Return)
    press(controller.page, Qt.Key.Key_Return)
    assert controller._looked_at is None


def test_the_time_for_a_question_stands_still_while_another_is_looked_at(
    controller: SessionController, rig: QuizRig
) -> None:
    answer(controller)
    press(controller.page, Qt.Key.Key_Return)
    rig.seconds += 5
    controller.page.previous_requested.emit()
    rig.seconds += 100
    press(controller.page, Qt.Key.Key_Return)
    rig.seconds += 2
    answer(controller)
    position = now(controller).position
    first = next(kept for kept in rig.kept() if kept.position == position)
    assert first.seconds == 7


def test_from_one_twin_looked_at_to_the_other_and_back(controller: SessionController) -> None:
    finish(controller)
    positions = [position for position, asked in enumerate(now(controller).asked) if asked.reasons]
    controller._look_back(positions[0])
    assert "Its twin" in seen(controller.page)
    controller.page.twin_requested.emit()
    assert controller._looked_at == positions[1]
    controller.page.leave_requested.emit()
    assert controller._looked_at is None


def test_a_bank_read_again_changes_only_the_words_on_the_page(
    controller: SessionController, rig: QuizRig
) -> None:
    answer(controller)
    before = seen(controller.page)
    controller.refresh()
    assert seen(controller.page) == before
    press(controller.page, Qt.Key.Key_Return)
    old = now(controller).current
    mended = [reworded(each) if each.id == old.question.id else each for each in THREE.questions]
    rig.quiz.use_bank(bank(*mended))
    controller.refresh()
    assert now(controller).position == 1
    assert "Mended." in seen(controller.page)


def test_what_lies_open_below_explanations_is_remembered(
    qtbot: QtBot, appearance: Appearance, rig: QuizRig, tmp_path: Path
) -> None:
    preferences = PreferencesFile(tmp_path)
    for expected in ((), ("A",)):
        controller = SessionController(rig.quiz, appearance, Presented(), preferences=preferences)
        qtbot.addWidget(controller.page)
        assert preferences.now.open_folds == expected
        controller.page.folds_changed.emit(("A",))
    assert PreferencesFile(tmp_path).now.open_folds == ("A",)
