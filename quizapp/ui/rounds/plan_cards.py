"""What a round is like: how the room answers, its time, and its scores."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.domain.round_plan import (
    MOST_PEOPLE,
    MOST_TEAMS,
    Answering,
    RoundPlan,
    ScoreShowing,
)
from quizapp.ui.chip_group import ChipGroup
from quizapp.ui.look import Look
from quizapp.ui.option_row import OptionRow
from quizapp.ui.painting import INSET
from quizapp.ui.rounds.plan_fields import CountField
from quizapp.ui.rounds.roster_editor import RosterEditor
from quizapp.ui.rounds.round_words import RoundWords
from quizapp.ui.setting_card import SettingCard
from quizapp.ui.text import Text

LEAST_TEAMS = 2
USUAL_TEAMS, USUAL_SECONDS = 4, 60
LEAST_SECONDS, MOST_SECONDS = 5, 600
_WITH_TEAMS = frozenset({Answering.TEAMS, Answering.BUZZ})


class AnsweringCard(SettingCard):
    """How the room answers, and who is in it.

    Signals:
        changed: something else was chosen or typed.
    """

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("How the room answers"), parent=parent)
        self._words = RoundWords(self)
        self.ways = ChipGroup(look, self.tr("How the room answers"), one_of=True)
        self._meaning = Text(look, "label", colour="muted", inset=INSET)
        self.people = CountField(look, self.tr("People in the room"), MOST_PEOPLE)
        self.teams = ChipGroup(look, self.tr("How many teams"), one_of=True)
        self.roster = RosterEditor(look)
        self._counts = range(LEAST_TEAMS, MOST_TEAMS + 1)
        self._build()
        for signal in (self.ways.changed, self.teams.changed, self.people.changed, self.roster.changed):
            signal.connect(self._change)

    def _build(self) -> None:
        self.ways.show_chips([self._words.way(way) for way in Answering])
        counts = [str(count) for count in self._counts]
        self.teams.show_chips(counts, [self.tr("{count} teams").format(count=count) for count in counts])
        self.add_row(self.tr("Way"), self.tr("It can change in the middle."), self.ways, self._meaning)
        room = self.tr("Then the round knows who did not vote. Empty: nobody counted.")
        self._room_row = self.add_row(self.tr("People in the room"), room, self.people)
        self._teams_row = self.add_row(self.tr("Teams"), "", self.teams)
        note = self.tr("Kept apart from the answers, and deleted 30 days after the round.")
        self._names_row = self.add_row(self.tr("Names"), note, self.roster)

    def show_plan(self, plan: RoundPlan, names: Mapping[str, str]) -> None:
        """Show how a plan has it."""
        self.ways.choose([list(Answering).index(plan.answering)])
        self.people.show_value(plan.room)
        teams = plan.teams if plan.teams in self._counts else USUAL_TEAMS
        self.teams.choose([self._counts.index(teams)])
        self.roster.show_names(teams, names)
        self._follow()

    @property
    def way(self) -> Answering:
        """How the room answers."""
        return list(Answering)[self.ways.chosen[0]]

    def filled(self, plan: RoundPlan) -> RoundPlan:
        """The plan with what is chosen here."""
        teams = self._counts[self.teams.chosen[0]] if self.way in _WITH_TEAMS else 0
        room = self.people.value if self.way is Answering.HANDS else 0
        return replace(plan, answering=self.way, room=min(room, MOST_PEOPLE), teams=teams)

    @property
    def names(self) -> dict[str, str]:
        """What the teams are called, by their ids; nothing where no teams answer."""
        return self.roster.names if self.way in _WITH_TEAMS else {}

    @property
    def fault(self) -> str:
        """What is to be mended, as a sentence; empty where nothing is."""
        return self.roster.fault if self.way in _WITH_TEAMS else ""

    def _change(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        """Show what belongs to the way that is chosen."""
        self._meaning.setText(self._words.way_meant(self.way))
        self.roster.show_count(self._counts[self.teams.chosen[0]])
        self._room_row.setVisible(self.way is Answering.HANDS)
        for row in (self._teams_row, self._names_row):
            row.setVisible(self.way in _WITH_TEAMS)


class TimingCard(SettingCard):
    """The time for a vote, a question that is worth nothing, and the scores.

    Signals:
        changed: something else was chosen or typed.
    """

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Time and scores"), parent=parent)
        self.timer = ChipGroup(look, self.tr("Timer"), one_of=True)
        self.seconds = CountField(look, self.tr("Seconds for a vote"), MOST_SECONDS)
        self.scores = ChipGroup(look, self.tr("Scores on the wall"), one_of=True)
        self.warm_up = OptionRow(look)
        self._build()
        for signal in (self.timer.changed, self.seconds.changed, self.scores.changed, self.warm_up.clicked):
            signal.connect(self._change)

    def _build(self) -> None:
        self.timer.show_chips(
            (self.tr("Off"), self.tr("Soft"), self.tr("Hard")),
            (
                self.tr("No timer"),
                self.tr("Soft timer: it only shows the time"),
                self.tr("Hard timer: it locks the vote"),
            ),
        )
        self.scores.show_chips((self.tr("Off"), self.tr("At the end"), self.tr("After each question")))
        self.add_row(self.tr("Timer"), self.tr("Soft only shows the time. Hard locks the vote."), self.timer)
        self._seconds_row = self.add_row(self.tr("Seconds"), self.tr("T gives ten more."), self.seconds)
        self.add_row(self.tr("Scores on the wall"), self.tr("Never for speed. Hands have none."), self.scores)
        note = self.tr("Everybody finds out how to vote.")
        self.warm_up.show_option(self.tr("The first question is a warm-up, worth nothing"), note)
        self.add_option(self.warm_up)

    def show_plan(self, plan: RoundPlan) -> None:
        """Show how a plan has it."""
        self.timer.choose([(2 if plan.is_hard else 1) if plan.seconds else 0])
        self.seconds.show_value(plan.seconds or USUAL_SECONDS)
        self.scores.choose([list(ScoreShowing).index(plan.scores)])
        self.warm_up.setChecked(plan.warm_up)
        self._follow()

    @property
    def _is_timed(self) -> bool:
        return self.timer.chosen != (0,)

    def filled(self, plan: RoundPlan) -> RoundPlan:
        """The plan with what is chosen here."""
        return replace(
            plan,
            seconds=self.seconds.value if self._is_timed else 0,
            is_hard=self.timer.chosen == (2,),
            scores=list(ScoreShowing)[self.scores.chosen[0]],
            warm_up=self.warm_up.isChecked(),
        )

    @property
    def fault(self) -> str:
        """What is to be mended, as a sentence; empty where nothing is."""
        if not self._is_timed or LEAST_SECONDS <= self.seconds.value <= MOST_SECONDS:
            return ""
        return self.tr("A vote takes {least} to {most} seconds.").format(
            least=LEAST_SECONDS, most=MOST_SECONDS
        )

    def _change(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        self._seconds_row.setVisible(self._is_timed)
