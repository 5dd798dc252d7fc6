"""What the controllers around a round do with requests: screens, names, closing, unreadable rounds."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain import round_events as events
from quizapp.domain.question import Reason, Side
from quizapp.domain.round import Phase
from quizapp.domain.round_plan import AfterLock, AnsweringMode, RoundPlan
from quizapp.domain.session import refer
from quizapp.ui.dialogs import Dialogs
from quizapp.ui.rounds.check_page import ONE_SCREEN
from quizapp.ui.rounds.console.commands import Command
from quizapp.ui.rounds.console.overlay import WallOverlay
from quizapp.ui.rounds.controller import RoundsController
from quizapp.ui.rounds.running import RoundRunner
from quizapp.ui.rounds.views import Export, PlanDraft, ScreenView
from quizapp.ui.style import scripts
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.buttons import Button
from tests.domain.examples import bank, verdict
from tests.quiz_rig import QuizRig
from tests.ui.presented import Presented
from tests.ui.rounds.console.consoles import command_button
from tests.ui.screen import press, seen, settle

BANK = bank(verdict(name="one"), verdict(name="two"))
REFS = tuple(refer(BANK, question) for question in BANK.questions)
TEAMS = RoundPlan("plan", "Monday", REFS, AnsweringMode.TEAMS, teams=2)
HANDS = RoundPlan("plan", "Monday", REFS, AnsweringMode.HANDS, headcount=12, seconds=30, is_hard=True)


class Yes(Dialogs):
    """A trainer who is asked, and says what the test wants."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.asked: list[str] = []
        self.says = True

    def confirm(self, title: str, sentence: str, verb: str, stay: str = "") -> bool:
        self.asked.append(f"{title} {sentence} {verb} {stay}")
        return self.says

    def save_file(self, suggested: str, kind: str = "", ending: str = "txt") -> Path | None:  # noqa: ARG002
        return None  # nobody chooses a file


class RoundsRig:
    """The controllers over a quiz of their own, with what they have shown."""

    def __init__(self, qtbot: QtBot, appearance: Appearance, folder: Path) -> None:
        self.quiz_rig = QuizRig(folder)
        self.quiz_rig.quiz.use_bank(BANK)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.dialogs = Yes(self.window)
        self.errors = Presented()
        self.controller = RoundsController(
            self.quiz_rig.quiz, appearance, self.dialogs, self.errors, self.window
        )
        self.shown: list[QWidget] = []
        self.controller.plans.page_shown.connect(self._show)
        self.controller.running.page_shown.connect(self._show)

    def _show(self, page: QWidget) -> None:
        self.shown.append(page)
        page.setParent(self.window)
        page.resize(1024, 600)
        page.show()
        self.window.resize(1024, 600)
        self.window.show()

    def do(self, *happened: events.Event) -> None:
        for event in happened:
            self.controller.running.apply(event)

    def close(self) -> None:
        self.controller.running.end()
        self.quiz_rig.quiz.close()
        self.quiz_rig.store.close()


@pytest.fixture
def rig(qtbot: QtBot, appearance: Appearance, tmp_path: Path) -> Iterator[RoundsRig]:
    rig = RoundsRig(qtbot, appearance, tmp_path)
    yield rig
    rig.close()


@pytest.mark.parametrize(("chosen", "screen"), [(ONE_SCREEN, ""), ("Beamer", "Beamer")])
def test_one_screen_can_be_chosen_though_there_are_two(
    rig: RoundsRig, monkeypatch: pytest.MonkeyPatch, chosen: str, screen: str
) -> None:
    wall, begun = rig.controller.running.wall, []
    monkeypatch.setattr(wall, "screens", lambda: (ScreenView("Beamer", 1280, 720),))
    monkeypatch.setattr(rig.controller.running, "run", lambda _, name: begun.append(name))
    rig.controller.plans.check(PlanDraft(TEAMS, {}))
    rig.controller.plans.check_page.screen_chosen.emit(chosen)
    wall.screens_changed.emit()
    rig.controller.plans.begin()
    assert begun == [screen]


def test_names_typed_for_a_plan_are_there_when_it_is_started_from_the_list(rig: RoundsRig) -> None:
    rig.controller.plans.plan_anew()
    rig.controller.plans.plan_page.save_requested.emit(PlanDraft(TEAMS, {"t1": "Auditors"}))
    rig.controller.page.start_requested.emit(TEAMS.id)
    rig.controller.plans.begin()
    record = rig.controller.running.record
    assert record is not None
    assert record.names == {"t1": "Auditors", "t2": "Team 2"}


def test_a_plan_that_is_started_is_in_the_list_afterwards(rig: RoundsRig) -> None:
    plans = rig.controller.plans
    plans.plan_anew()
    plans.plan_page.start_requested.emit(PlanDraft(TEAMS, {}))
    plans.check_page.left.emit()
    assert rig.quiz_rig.quiz.rounds.plans() == (TEAMS,)


def test_a_plan_that_was_changed_is_not_left_without_a_question(rig: RoundsRig) -> None:
    plans = rig.controller.plans
    left: list[str] = []
    plans.left.connect(left.append)
    plans.plan_anew()
    press(plans.plan_page, Qt.Key.Key_Escape)
    assert (left, rig.dialogs.asked) == ([""], [])
    plans.plan_anew()
    plans.plan_page.timing.warm_up.click()
    rig.dialogs.says = False
    press(plans.plan_page, Qt.Key.Key_Escape)
    assert not rig.controller.may_close()
    assert left == [""]
    assert all("not saved" in asked for asked in rig.dialogs.asked)
    rig.dialogs.says = True
    press(plans.plan_page, Qt.Key.Key_Escape)
    assert left == ["", ""]


def test_a_round_is_closed_from_the_list_only_when_the_trainer_agrees(rig: RoundsRig) -> None:
    other = rig.quiz_rig.quiz.rounds.begin(HANDS, BANK, {})
    record = rig.quiz_rig.quiz.rounds.begin(TEAMS, BANK, {})
    rig.dialogs.says = False
    rig.controller.page.close_requested.emit(record.id)
    assert rig.quiz_rig.quiz.rounds.unfinished() == (record, other)
    rig.dialogs.says = True
    rig.controller.page.close_requested.emit(record.id)
    assert rig.quiz_rig.quiz.rounds.unfinished() == (other,)
    assert all("End this round?" in asked for asked in rig.dialogs.asked)


def test_a_paused_round_can_be_closed_from_the_list(rig: RoundsRig) -> None:
    rounds = rig.quiz_rig.quiz.rounds
    record = rounds.apply(rounds.begin(TEAMS, BANK, {}), events.Pause())
    rig.controller.page.close_requested.emit(record.id)
    assert (rounds.unfinished(), rig.errors.sentences) == ((), [])


def test_an_unreadable_names_file_hides_no_rounds(rig: RoundsRig, tmp_path: Path) -> None:
    record = rig.quiz_rig.quiz.rounds.begin(TEAMS, BANK, {"t1": "Auditors"})
    file = tmp_path / "rounds" / f"{record.id}.names.json"
    file.unlink()
    file.mkdir()
    rig.controller.refresh()
    assert "Monday" in seen(rig.controller.page)


def test_a_round_that_cannot_be_read_is_spoken_of(rig: RoundsRig) -> None:
    record = rig.quiz_rig.quiz.rounds.begin(TEAMS, BANK, {})
    with rig.quiz_rig.store._access.writing() as connection:
        connection.execute(
            "INSERT INTO round_event (round, seq, data, at) "
            'SELECT number, 0, \'{"kind": "Tomorrow"}\', started_at FROM round WHERE id = ?',
            (record.id,),
        )
    rig.controller.refresh()
    said = "1 round cannot be read; the file was left as it is."
    assert said in seen(rig.controller.page)
    rig.controller.page.notice_closed.emit()
    assert said not in seen(rig.controller.page)


def test_any_round_left_in_the_middle_can_be_resumed_by_its_own_button(rig: RoundsRig) -> None:
    rounds = rig.quiz_rig.quiz.rounds
    older = rounds.apply(rounds.begin(replace(HANDS, title="Tuesday"), BANK, {}), events.Next())
    rounds.begin(TEAMS, BANK, {})
    rig.controller.refresh()
    page = rig.controller.page
    assert "Stopped at question 1 of 2." in seen(page)
    (resume,) = (
        button
        for button in page.findChildren(Button)
        if button.accessibleName() == "Resume the round" and "Tuesday" in button.accessibleDescription()
    )
    resume.click()
    assert rig.controller.running.record == older


def test_hands_that_are_typed_when_the_time_is_over_are_kept(rig: RoundsRig) -> None:
    controller = rig.controller.running
    controller.run(rig.quiz_rig.quiz.rounds.begin(HANDS, BANK, {}))
    rig.do(events.Next(), events.Next())
    for key in (Qt.Key.Key_7, Qt.Key.Key_Tab, Qt.Key.Key_5):
        press(rig.shown[-1], key)
    controller.clock.ran_out.emit()
    assert controller.record is not None
    assert controller.record.round.phase is Phase.LOCKED
    assert controller.record.round.item.ballots[0].counts == {"product": 7, "service": 5}


def test_hands_that_are_typed_are_kept_when_the_vote_is_locked_by_mouse(rig: RoundsRig) -> None:
    controller = rig.controller.running
    controller.run(rig.quiz_rig.quiz.rounds.begin(HANDS, BANK, {}))
    rig.do(events.Next(), events.Next())
    press(rig.shown[-1], Qt.Key.Key_9)
    command_button(controller.single_screen, Command.NEXT).click()
    assert controller.record is not None
    assert controller.record.round.phase is Phase.LOCKED
    assert controller.record.round.item.ballots[0].split == {"product": 9}


def test_sheets_of_paper_are_entered_on_one_screen_too(rig: RoundsRig) -> None:
    controller = rig.controller.running
    paper = RoundPlan("plan", "Monday", REFS, AnsweringMode.PAPER)
    controller.run(rig.quiz_rig.quiz.rounds.begin(paper, BANK, {}))
    rig.do(events.Next(), events.Next(), events.Join("p1"), events.Next())
    assert not controller.single_screen_entry.isVisible()
    press(controller.single_screen, Qt.Key.Key_H)
    assert controller.single_screen_entry.isVisible()
    press(controller.single_screen, Qt.Key.Key_P)
    assert controller.record is not None
    assert dict(controller.record.round.item.ballots[0].votes) == {"p1": "product"}


def test_leaving_says_what_stays(rig: RoundsRig) -> None:
    controller = rig.controller.running
    controller.run(rig.quiz_rig.quiz.rounds.begin(TEAMS, BANK, {}, is_rehearsal=True))
    rig.dialogs.says = False
    controller.leave()
    assert controller.is_running
    assert "nothing of it is saved" in rig.dialogs.asked[-1]
    assert not controller.may_close()


def test_a_round_of_hands_can_become_one_of_teams(rig: RoundsRig) -> None:
    controller = rig.controller.running
    controller.run(rig.quiz_rig.quiz.rounds.begin(HANDS, BANK, {}))
    rig.do(events.Next(), events.Next())
    controller.switch(AnsweringMode.TEAMS)
    press(rig.shown[-1], Qt.Key.Key_Plus)
    assert controller.record is not None
    assert [voter.id for voter in controller.record.round.present] == ["t1", "t2", "t3"]
    press(rig.shown[-1], Qt.Key.Key_3)
    press(rig.shown[-1], Qt.Key.Key_P)
    assert dict(controller.record.round.item.ballots[0].votes) == {"t3": "product"}


# -- what a key may set off, and what asks first ---------------------------------------------------------


def running(rig: RoundsRig, plan: RoundPlan = TEAMS, *, is_rehearsal: bool = False) -> RoundRunner:
    """A round on one screen."""
    rig.controller.running.run(rig.quiz_rig.quiz.rounds.begin(plan, BANK, {}, is_rehearsal=is_rehearsal))
    return rig.controller.running


def test_finishing_asks_first_and_is_taken_back_to_where_one_was(rig: RoundsRig) -> None:
    controller = running(rig)
    rig.do(events.Next(), events.Next())
    rig.dialogs.says = False
    press(controller.single_screen, Qt.Key.Key_E)
    assert rig.dialogs.asked[-1].startswith("Finish the round? Not asked yet: 1.")
    assert rig.dialogs.asked[-1].endswith("Stay in the round")
    assert controller.record is not None
    assert controller.record.round.phase is Phase.OPEN
    rig.dialogs.says = True
    press(controller.single_screen, Qt.Key.Key_E)
    assert controller.wrap_up_page.isVisible()
    press(controller.wrap_up_page, Qt.Key.Key_PageUp)
    assert controller.record.round.phase is Phase.OPEN
    assert controller.single_screen.isVisible()


def test_voiding_asks_and_taking_it_back_does_not(rig: RoundsRig) -> None:
    controller = running(rig)
    rig.do(events.Next())
    rig.dialogs.says = False
    press(controller.single_screen, Qt.Key.Key_V)
    assert controller.record is not None
    assert controller.record.round.item.ruling == ""
    rig.dialogs.says = True
    press(controller.single_screen, Qt.Key.Key_V)
    assert controller.record.round.item.ruling == "void"
    asked = len(rig.dialogs.asked)
    press(controller.single_screen, Qt.Key.Key_V)
    assert (controller.record.round.item.ruling, len(rig.dialogs.asked)) == ("", asked)


def test_votes_are_corrected_after_the_verdict_when_the_trainer_means_it(rig: RoundsRig) -> None:
    controller = running(rig)
    rig.do(events.Next(), events.Next(), events.Vote(0, 0, "t1", "product"), events.Next(), events.Reveal())
    rig.dialogs.says = False
    for key in (Qt.Key.Key_C, Qt.Key.Key_1, Qt.Key.Key_S):
        press(controller.single_screen, key)
    assert controller.record is not None
    assert dict(controller.record.round.item.ballots[0].votes) == {"t1": "product"}
    rig.dialogs.says = True
    for key in (Qt.Key.Key_C, Qt.Key.Key_1, Qt.Key.Key_S):
        press(controller.single_screen, key)
    assert dict(controller.record.round.item.ballots[0].votes) == {"t1": "service"}
    assert controller.record.round.item.corrected == 1
    assert controller.single_screen_entry.isVisible()
    press(controller.single_screen, Qt.Key.Key_Escape)
    assert not controller.single_screen_entry.isVisible()


def test_the_wall_is_black_until_the_same_key_or_the_next_step(rig: RoundsRig) -> None:
    controller = running(rig)

    def is_black() -> bool:
        settle()
        return controller.wall.picture().toImage().pixelColor(200, 100) == Qt.GlobalColor.black

    for key in (Qt.Key.Key_B, Qt.Key.Key_Period):
        press(controller.single_screen, key)
        assert is_black()
        assert "The wall is black" in seen(controller.single_screen)
        press(controller.single_screen, key)
        assert not is_black()
    press(controller.single_screen, Qt.Key.Key_B)
    assert controller.record is not None
    before = controller.record.round
    press(controller.single_screen, Qt.Key.Key_PageDown)
    assert not is_black()
    assert controller.record.round == before, "nobody has seen what the next step would replace"
    press(controller.single_screen, Qt.Key.Key_PageDown)
    assert controller.record.round != before


def test_with_one_screen_there_is_nothing_to_swap(rig: RoundsRig) -> None:
    controller = running(rig)
    press(controller.single_screen, Qt.Key.Key_M)
    assert "There is one screen: nothing to swap." in seen(controller.single_screen)


def test_a_rehearsal_says_so_on_wall_and_console(rig: RoundsRig) -> None:
    controller = running(rig, is_rehearsal=True)
    named = [each.accessibleName() for each in controller.wall.frame.findChildren(WallOverlay)]
    assert named == ["Rehearsal"]
    labels = [label.text() for label in controller.single_screen.findChildren(QLabel)]
    assert "Rehearsal" in labels
    controller.end()
    controller = running(rig)
    assert not any(each.isVisible() for each in controller.wall.frame.findChildren(WallOverlay))
    assert "Rehearsal" not in seen(controller.single_screen)


def test_help_shows_the_keys_of_the_moment_and_a_hard_timer_waits(
    qtbot: QtBot, rig: RoundsRig, monkeypatch: pytest.MonkeyPatch
) -> None:
    controller = running(rig, HANDS)
    now = [100.0]
    monkeypatch.setattr(controller.clock, "_monotonic", lambda: now[0])
    rig.do(events.Next(), events.Next())
    press(controller.single_screen, Qt.Key.Key_F1)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    shown = seen(dialog)
    assert "Lock the vote" in shown
    idle = ("Reveal", "Discuss", "Wall and console change screens", "turn the wall’s page", "peek")
    assert [words for words in idle if words in shown] == []
    assert "hands for each answer" in shown
    qtbot.wait(300)  # a tick
    now[0] += 60
    with qtbot.assertNotEmitted(controller.clock.ran_out, wait=300):
        pass
    dialog.close()
    settle()
    assert controller.clock.left == 30


def test_paused_is_not_said_any_longer_than_it_is_so(rig: RoundsRig) -> None:
    controller = running(rig)
    press(controller.single_screen, Qt.Key.Key_Pause)
    assert "Paused" in seen(controller.single_screen).splitlines()
    press(controller.single_screen, Qt.Key.Key_Space)
    assert "Paused" not in seen(controller.single_screen).splitlines()


def test_a_late_team_says_so_and_has_one_name(rig: RoundsRig) -> None:
    controller = running(rig)
    press(controller.single_screen, Qt.Key.Key_Plus)
    assert controller.record is not None
    assert controller.record.names["t3"] == "Team 3"
    assert "Team 3 takes part." in seen(controller.single_screen)


def test_leaving_a_round_says_that_it_can_be_resumed(rig: RoundsRig) -> None:
    controller = running(rig)
    rig.dialogs.says = False
    press(controller.single_screen, Qt.Key.Key_Escape)
    assert rig.dialogs.asked[-1].endswith("Leave; resume later Stay in the round")


def test_a_file_that_was_written_moves_nothing_under_the_pointer(
    rig: RoundsRig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds, page = rig.quiz_rig.quiz.rounds, rig.controller.page
    record = rounds.apply(rounds.begin(TEAMS, BANK, {}), events.Close())
    target = tmp_path / "out.csv"
    monkeypatch.setattr(rig.dialogs, "save_file", lambda *_: target)
    rig.controller.refresh()
    rig._show(page)
    settle()
    before = {button: button.mapTo(page, QPoint()) for button in page.findChildren(Button)}
    page.export_requested.emit((record.id, Export.SCORES_CSV))
    settle()
    assert target.exists()
    assert "out.csv was written." in seen(page)
    assert {button: button.mapTo(page, QPoint()) for button in page.findChildren(Button)} == before


def test_what_is_printed_with_boxes_says_so(
    rig: RoundsRig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds, page = rig.quiz_rig.quiz.rounds, rig.controller.page
    record = rounds.apply(rounds.begin(replace(TEAMS, title="पाठ"), BANK, {}), events.Close())
    monkeypatch.setattr(rig.dialogs, "save_file", lambda *_: tmp_path / "out")
    monkeypatch.setattr(scripts, "_can_show", lambda letter: letter < "\u0530")
    rig.controller.refresh()
    rig._show(page)
    page.export_requested.emit((record.id, Export.SCORES_CSV))
    assert "boxes" not in seen(page)
    page.export_requested.emit((record.id, Export.HANDOUT_PDF))
    assert "out was written. No font on this computer has the letters of Devanagari" in seen(page)


# -- every key at every moment --------------------------------------------------------------------------

CANARIES = tuple(f"Canary{n}reason" for n in range(3))
GUARDED = bank(
    *(
        verdict(Side.SERVICE, f"q{n}", reasons=(Reason(canary, canary, Side.SERVICE),))
        for n, canary in enumerate(CANARIES)
    )
)
PRESSED = [
    *(Qt.Key(ord(sign)) for sign in "ABCDEFGHKLMNPRSTUVWX0123456789"),
    *(Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace, Qt.Key.Key_Tab),
    *(
        Qt.Key.Key_Return,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Plus,
        Qt.Key.Key_F2,
        Qt.Key.Key_Down,
    ),
]


@pytest.mark.parametrize("mode", AnsweringMode)
@pytest.mark.parametrize("seed", range(3))
def test_no_key_at_any_moment_shows_a_room_what_has_no_verdict(
    rig: RoundsRig, mode: AnsweringMode, seed: int
) -> None:
    chance, controller = Random(f"{mode} {seed}"), rig.controller.running
    refs = tuple(refer(GUARDED, question) for question in GUARDED.questions)
    plan = RoundPlan("plan", "Monday", refs, mode, 12, 3, after_lock=chance.choice(list(AfterLock)))
    rig.quiz_rig.quiz.use_bank(GUARDED)
    controller.run(rig.quiz_rig.quiz.rounds.begin(plan, GUARDED, {}))
    rig.do(*[events.Next()] * 3, events.Reveal(), events.Next())
    assert CANARIES[0] in seen(rig.window), "what has its verdict is shown"
    for _ in range(150):
        record = controller.record
        if record is None:
            break  # the trainer has left
        rig.dialogs.says = chance.random() < 0.1
        onward = [Qt.Key.Key_R if record.round.phase is Phase.LOCKED else Qt.Key.Key_Space] * 12
        key = chance.choice([*PRESSED, *onward])
        for dialog in rig.window.findChildren(QDialog):
            dialog.close()
        press(rig.window, key)
        if controller.record is None:
            break
        covered = [
            canary
            for canary, item in zip(CANARIES, controller.record.round.items, strict=True)
            if not item.is_revealed
        ]
        shown = seen(rig.window)
        assert not [canary for canary in covered if canary in shown], (key, controller.record.round.phase)
