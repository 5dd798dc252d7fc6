"""What the flows around a round do with wishes: screens, names, closing, and rounds that cannot be read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.domain import round_events as events
from quizapp.domain.round import Phase
from quizapp.domain.round_plan import Answering, RoundPlan
from quizapp.domain.session import refer
from quizapp.ui.dialogs import Asking
from quizapp.ui.rounds.check_page import ONE_SCREEN
from quizapp.ui.rounds.console.commands import Act
from quizapp.ui.rounds.controller import RoundsFlow
from quizapp.ui.rounds.views import PlanDraft, ScreenView
from quizapp.ui.style.appearance import Look
from tests.desk import Desk
from tests.domain.examples import bank, verdict
from tests.ui.screen import press, seen

BANK = bank(verdict(name="one"), verdict(name="two"))
REFS = tuple(refer(BANK, question) for question in BANK.questions)
TEAMS = RoundPlan("plan", "Monday", REFS, Answering.TEAMS, teams=2)
HANDS = RoundPlan("plan", "Monday", REFS, Answering.HANDS, room=12, seconds=30, is_hard=True)


class Yes(Asking):
    """A trainer who is asked, and says what the test wants."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(look, window)
        self.asked: list[str] = []
        self.says = True

    def confirm(self, title: str, sentence: str, verb: str) -> bool:
        self.asked.append(f"{title} {sentence} {verb}")
        return self.says


class Rig:
    """The flows over a quiz of their own, with what they have shown."""

    def __init__(self, qtbot: QtBot, look: Look, folder: Path) -> None:
        self.desk = Desk(folder)
        self.desk.quiz.use_bank(BANK)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.asking = Yes(look, self.window)
        self.flow = RoundsFlow(self.desk.quiz, look, self.asking, self.window)
        self.shown: list[QWidget] = []
        self.troubles: list[str] = []
        self.flow.page_shown.connect(self._show)
        self.flow.troubled.connect(lambda trouble: self.troubles.append(str(trouble)))

    def _show(self, page: QWidget) -> None:
        self.shown.append(page)
        page.setParent(self.window)
        page.resize(1024, 600)
        page.show()
        self.window.resize(1024, 600)
        self.window.show()

    def do(self, *happened: events.Event) -> None:
        for event in happened:
            self.flow.running.act(event)

    def close(self) -> None:
        self.flow.running.end()
        self.desk.quiz.close()
        self.desk.store.close()


@pytest.fixture
def rig(qtbot: QtBot, look: Look, tmp_path: Path) -> Iterator[Rig]:
    rig = Rig(qtbot, look, tmp_path)
    yield rig
    rig.close()


@pytest.mark.parametrize(("chosen", "screen"), [(ONE_SCREEN, ""), ("Beamer", "Beamer")])
def test_one_screen_can_be_chosen_though_there_are_two(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, chosen: str, screen: str
) -> None:
    wall, begun = rig.flow.running.wall, []
    monkeypatch.setattr(wall, "screens", lambda: (ScreenView("Beamer", 1280, 720),))
    monkeypatch.setattr(rig.flow.running, "run", lambda _, name: begun.append(name))
    rig.flow.plans.check(PlanDraft(TEAMS, {}))
    rig.flow.plans.check_page.screen_chosen.emit(chosen)
    wall.screens_changed.emit()
    rig.flow.plans.begin()
    assert begun == [screen]


def test_names_typed_for_a_plan_are_there_when_it_is_started_from_the_list(rig: Rig) -> None:
    rig.flow.plans.plan_anew()
    rig.flow.plans.plan_page.save_requested.emit(PlanDraft(TEAMS, {"t1": "Auditors"}))
    rig.flow.page.start_requested.emit(TEAMS.id)
    rig.flow.plans.begin()
    record = rig.flow.running.record
    assert record is not None
    assert record.names == {"t1": "Auditors", "t2": "Team 2"}


def test_a_round_is_closed_from_the_list_only_when_the_trainer_agrees(rig: Rig) -> None:
    rig.desk.quiz.rounds.begin(TEAMS, BANK, {})
    rig.asking.says = False
    rig.flow.page.close_requested.emit()
    assert rig.desk.quiz.rounds.unfinished() is not None
    rig.asking.says = True
    rig.flow.page.close_requested.emit()
    assert rig.desk.quiz.rounds.unfinished() is None
    assert all("Close the round?" in asked for asked in rig.asking.asked)


def test_a_paused_round_can_be_closed_from_the_list(rig: Rig) -> None:
    rounds = rig.desk.quiz.rounds
    rounds.act(rounds.begin(TEAMS, BANK, {}), events.Pause())
    rig.flow.page.close_requested.emit()
    assert (rounds.unfinished(), rig.troubles) == (None, [])


def test_an_unreadable_names_file_hides_no_rounds(rig: Rig, tmp_path: Path) -> None:
    record = rig.desk.quiz.rounds.begin(TEAMS, BANK, {"t1": "Auditors"})
    file = tmp_path / "rounds" / f"{record.id}.names.json"
    file.unlink()
    file.mkdir()
    rig.flow.refresh()
    assert "Monday" in seen(rig.flow.page)


def test_a_round_that_cannot_be_read_is_spoken_of(rig: Rig) -> None:
    record = rig.desk.quiz.rounds.begin(TEAMS, BANK, {})
    with rig.desk.store._access.writing() as connection:
        connection.execute(
            "INSERT INTO round_event (round, seq, data, at) "
            'SELECT number, 0, \'{"kind": "Tomorrow"}\', started_at FROM round WHERE id = ?',
            (record.id,),
        )
    rig.flow.refresh()
    assert "cannot be read any more" in seen(rig.flow.page)


def test_hands_that_are_typed_when_the_time_is_over_are_kept(rig: Rig) -> None:
    flow = rig.flow.running
    flow.run(rig.desk.quiz.rounds.begin(HANDS, BANK, {}))
    rig.do(events.Next(), events.Next())
    for key in (Qt.Key.Key_7, Qt.Key.Key_Tab, Qt.Key.Key_5):
        press(rig.shown[-1], key)
    flow.clock.ran_out.emit()
    assert flow.record is not None
    assert flow.record.round.phase is Phase.LOCKED
    assert flow.record.round.item.ballots[0].counts == {"product": 7, "service": 5}


def test_hands_that_are_typed_are_kept_when_the_vote_is_locked_by_mouse(rig: Rig) -> None:
    flow = rig.flow.running
    flow.run(rig.desk.quiz.rounds.begin(HANDS, BANK, {}))
    rig.do(events.Next(), events.Next())
    press(rig.shown[-1], Qt.Key.Key_9)
    flow.pages.stage._acts[Act.NEXT].click()
    assert flow.record is not None
    assert flow.record.round.phase is Phase.LOCKED
    assert flow.record.round.item.ballots[0].split == {"product": 9}


def test_sheets_of_paper_are_entered_on_one_screen_too(rig: Rig) -> None:
    flow = rig.flow.running
    paper = RoundPlan("plan", "Monday", REFS, Answering.PAPER)
    flow.run(rig.desk.quiz.rounds.begin(paper, BANK, {}))
    rig.do(events.Next(), events.Next(), events.Join("p1"), events.Next())
    assert not flow.pages.stage_entry.isVisible()
    press(flow.pages.stage, Qt.Key.Key_H)
    assert flow.pages.stage_entry.isVisible()
    press(flow.pages.stage, Qt.Key.Key_P)
    assert flow.record is not None
    assert dict(flow.record.round.item.ballots[0].votes) == {"p1": "product"}


def test_leaving_says_what_stays(rig: Rig) -> None:
    flow = rig.flow.running
    flow.run(rig.desk.quiz.rounds.begin(TEAMS, BANK, {}, is_rehearsal=True))
    rig.asking.says = False
    flow.leave()
    assert flow.is_running
    assert "nothing of it is kept" in rig.asking.asked[-1]
    assert not flow.may_close()


def test_a_round_of_hands_can_become_one_of_teams(rig: Rig) -> None:
    flow = rig.flow.running
    flow.run(rig.desk.quiz.rounds.begin(HANDS, BANK, {}))
    rig.do(events.Next(), events.Next())
    flow.pages.way_requested.emit(Answering.TEAMS)
    press(rig.shown[-1], Qt.Key.Key_Plus)
    assert flow.record is not None
    assert [voter.id for voter in flow.record.round.present] == ["t1", "t2", "t3"]
    press(rig.shown[-1], Qt.Key.Key_3)
    assert dict(flow.record.round.item.ballots[0].votes) == {"t3": "product"}
