"""One round through the whole program: planned, led by keys, left in the middle, gone on with, taken home."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.domain.question import Verdict
from quizapp.domain.round import Phase, Round
from quizapp.domain.round_plan import AnsweringMode, RoundPlan
from quizapp.domain.session import refer
from quizapp.ui.rounds.controller import RoundsController
from quizapp.ui.rounds.views import Export
from quizapp.ui.widgets.buttons import Button
from tests.program import Program
from tests.ui.screen import press, seen, to_front

pytestmark = pytest.mark.smoke

NAME = "Zephyrine"
Start = Callable[[], Program]


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Start]:
    """Starts the program over one data folder; each start ends the one before."""
    programs: list[Program] = []

    def begin() -> Program:
        end()
        program = Program(qapp, tmp_path / "data")
        programs.append(program)
        to_front(qtbot, program.window)
        qtbot.waitUntil(lambda: len(program.quiz.banks) == 2)
        return program

    def end() -> None:
        while programs:
            programs[-1].navigation.rounds.running.end()  # the trainer has agreed to close
            programs.pop().close()

    yield begin
    end()


def plan_of(program: Program, mode: AnsweringMode, *, headcount: int = 0, teams: int = 0) -> RoundPlan:
    bank = program.quiz.banks[0]
    refs = tuple(refer(bank, question) for question in bank.questions[:2])
    plan = RoundPlan("plan-of-the-story", "Monday", refs, mode, headcount, teams)
    program.quiz.rounds.save_plan(plan)
    return plan


def controller_of(program: Program) -> RoundsController:
    return program.navigation.rounds


def round_of(program: Program) -> Round:
    record = controller_of(program).running.record
    assert record is not None
    return record.round


def keys(program: Program, typed: str) -> None:
    """Type on whatever is in front: letters and digits as they are, a blank for Space."""
    for sign in typed:
        named = {" ": Qt.Key.Key_Space, "\t": Qt.Key.Key_Tab, "\n": Qt.Key.Key_Return}
        press(program.window, named.get(sign, Qt.Key(ord(sign.upper()))))


def into_the_lobby(program: Program) -> None:
    program.window.entry_requested.emit("rounds")
    controller_of(program).page.start_requested.emit("plan-of-the-story")
    press(program.window, Qt.Key.Key_Return)  # the check
    assert round_of(program).phase is Phase.LOBBY


def press_on(program: Program, name: str) -> None:
    """Press the button of this name that is in sight."""
    (button,) = (
        each
        for each in program.window.findChildren(Button)
        if each.isVisible() and each.accessibleName() == name
    )
    button.click()


def test_a_round_is_led_by_keys_left_and_gone_on_with(start: Start) -> None:
    program = start()
    plan_of(program, AnsweringMode.HANDS, headcount=12)
    into_the_lobby(program)
    keys(program, "  7\t5\n ")
    assert round_of(program).phase is Phase.LOCKED
    keys(program, "  ")
    assert round_of(program).phase is Phase.LOCKED, "Space only points where two things are natural"
    keys(program, "d 2\t9\n ")
    left = round_of(program)
    assert [dict(ballot.split) for ballot in left.item.ballots] == [
        {"product": 7, "service": 5},
        {"product": 2, "service": 9},
    ]
    again = start()
    again.window.entry_requested.emit("rounds")
    assert "question 1 of 2" in seen(again.window).lower()
    press_on(again, "Resume the round")
    assert round_of(again) == left
    keys(again, "r  n")
    assert round_of(again).phase is Phase.WRAP_UP


def test_before_the_verdict_nothing_in_the_window_tells_it(start: Start) -> None:
    program = start()
    plan = plan_of(program, AnsweringMode.TEAMS, teams=3)
    verdict = program.quiz.banks[0].question(plan.questions[0].question_id)
    assert isinstance(verdict, Verdict)
    into_the_lobby(program)
    for typed in (" ", " ", "1p2s3p", " ", "d", " ", "1p2s", " "):
        keys(program, typed)
        assert not {verdict.why, verdict.deciding[0].why} & set(seen(program.window).splitlines())
    keys(program, "r ")
    told = " ".join(seen(program.window).split())
    assert verdict.deciding[0].text in told
    assert verdict.deciding[0].why in told


def test_results_are_taken_home_and_names_deleted(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start()
    plan = plan_of(program, AnsweringMode.TEAMS, teams=2)
    controller = controller_of(program)
    record = program.quiz.rounds.begin(plan, program.quiz.banks[0], {"t1": NAME, "t2": "Blue"})
    controller.running.run(record)
    keys(program, "  1p2s r  n")
    monkeypatch.setattr(program.navigation.dialogs, "save_file", lambda name, *_: tmp_path / name)
    monkeypatch.setattr(program.navigation.dialogs, "confirm", lambda *_: True)
    for kind in Export:
        controller.running.wrap_up_page.export_requested.emit(kind)
    files = [path for path in tmp_path.iterdir() if path.is_file()]
    written = {path.suffix: path.read_bytes() for path in files if "statistics" not in path.name}
    assert set(written) == {".pdf", ".html", ".csv", ".xlsx", ".json"}
    [figures] = (path.read_text("utf-8-sig") for path in files if "statistics" in path.name)
    assert plan.questions[0].question_id in figures
    assert NAME.encode() not in written[".html"] + written[".pdf"]
    assert NAME.encode() in written[".csv"]
    controller.running.wrap_up_page.forget_requested.emit()
    folder = program.folder
    assert not [path for path in folder.rglob("*") if path.is_file() and NAME.encode() in path.read_bytes()]


def test_a_rehearsal_leaves_no_trace(start: Start) -> None:
    program = start()
    plan_of(program, AnsweringMode.BUZZ, teams=2)
    program.window.entry_requested.emit("rounds")
    controller_of(program).page.rehearse_requested.emit("plan-of-the-story")
    press(program.window, Qt.Key.Key_Return)
    keys(program, "  a2 ")
    assert round_of(program).ballot is not None
    controller_of(program).running.end()
    assert program.quiz.rounds.past() == ()
    assert program.quiz.rounds.unfinished() == ()


def test_trouble_with_the_file_keeps_a_class_at_its_round(start: Start) -> None:
    program = start()
    plan_of(program, AnsweringMode.HANDS, headcount=12)
    into_the_lobby(program)
    single_screen = controller_of(program).running.single_screen
    program.navigation.go_on_after_trouble(is_replaced=False)
    assert program.window.page is single_screen
    program.navigation.go_on_after_trouble(is_replaced=True)
    assert not controller_of(program).running.is_running
    assert program.window.page is not single_screen


def test_after_a_crash_the_start_page_offers_the_round(start: Start) -> None:
    program = start()
    plan_of(program, AnsweringMode.HANDS)
    into_the_lobby(program)
    keys(program, " ")
    crashed = round_of(program)
    again = start()
    assert "stopped at question 1 of" in seen(again.window)
    press_on(again, "Resume the round")
    assert round_of(again) == crashed


def test_what_the_wall_does_not_show_is_said_with_the_way_back(start: Start) -> None:
    program = start()
    plan_of(program, AnsweringMode.HANDS, headcount=12)
    into_the_lobby(program)
    keys(program, "  x")
    assert "Every answer to question 1 counts as right. X takes that back." in seen(program.window)
    keys(program, "x")
    assert "Taken back: only the key of question 1 counts as right." in seen(program.window)
    keys(program, "n")
    assert round_of(program).position == 1
    assert "Question 1 was left out. Page Up brings it back." in seen(program.window)
    press(program.window, Qt.Key.Key_PageUp)
    assert round_of(program).position == 0
    assert not round_of(program).item.is_revealed
