"""The cards of a plan beside its questions: answering, teams, timing, and the shares for the advice."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.domain.directions import alike, isolated
from quizapp.domain.round_plan import (
    MOST_PEOPLE,
    MOST_TEAMS,
    SEVERAL_ANSWERS,
    TWO_ANSWERS,
    AfterLock,
    AnsweringMode,
    Bands,
    RoundPlan,
    ScoreShowing,
)
from quizapp.ui.rounds.wording import RoundWords
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.cards import SettingCard
from quizapp.ui.widgets.choices import ChipGroup, Option, OptionList, OptionRow
from quizapp.ui.widgets.fields import CountField, OptionalCountField, TextField
from quizapp.ui.widgets.layouts import ColumnsLayout, FlowLayout, enable_height_for_width, set_tab_order
from quizapp.ui.widgets.text import Text

LONGEST_NAME, LONGEST_TYPED = 40, 200
"""The letters of a team's name, and those that a field takes: it never swallows one without saying so."""

LEAST_TEAMS = 2
USUAL_TEAMS, USUAL_SECONDS = 4, 60
LEAST_SECONDS, MOST_SECONDS = 5, 600
_WITH_TEAMS = frozenset({AnsweringMode.TEAMS, AnsweringMode.BUZZ})
_COLUMN = 200  # px at 100 % text: the least width of a team's field


class RosterEditor(QWidget):
    """A field for each team; one that is left empty gives the team its number.

    Signals:
        changed: a name was typed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Names of the teams"))
        self._count = 0
        self.fields: list[TextField] = []
        self._cells: list[QWidget] = []
        grid = ColumnsLayout(3, _COLUMN, self)
        enable_height_for_width(self)
        for number in range(1, MOST_TEAMS + 1):
            cell = self._make_cell(number)
            self._cells.append(cell)
            grid.addWidget(cell)
        set_tab_order(self.fields)
        self.show_names(0, {})

    def _make_cell(self, number: int) -> QWidget:
        """A field with the team's number above it."""
        name = self.usual_name(number)
        field = TextField(self.tr("Name of {team}").format(team=name), LONGEST_TYPED)
        field.setPlaceholderText(name)
        field.changed.connect(self.changed)
        self.fields.append(field)
        cell = QWidget(self)
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text("caption", name, "muted"))
        column.addWidget(field)
        enable_height_for_width(cell)
        return cell

    def usual_name(self, number: int) -> str:
        """What a team is called that nobody has named."""
        return self.tr("Team {number}").format(number=number)

    def show_names(self, count: int, names: Mapping[str, str]) -> None:
        """Show so many teams with these names; usual names are not spelt out."""
        self.show_count(count)
        for number, field in enumerate(self.fields, 1):
            name = names.get(f"t{number}", "")
            field.show_text("" if name == self.usual_name(number) else name)

    def show_count(self, count: int) -> None:
        """Show so many teams; what was typed for the others is kept."""
        self._count = count
        for number, cell in enumerate(self._cells, 1):
            cell.setVisible(number <= count)

    @property
    def names(self) -> dict[str, str]:
        """What the teams are called, by their ids."""
        typed = enumerate(self.fields[: self._count], 1)
        return {f"t{number}": field.words or self.usual_name(number) for number, field in typed}

    @property
    def fault(self) -> str:
        """What is wrong with the names, as a sentence; empty where nothing is."""
        seen: set[str] = set()
        for name in self.names.values():
            if len(name) > LONGEST_NAME:
                return self.tr("A team’s name has at most {most} letters: {name}").format(
                    most=LONGEST_NAME, name=isolated(name)
                )
            if alike(name) in seen:
                return self.tr("Two teams are called {name}.").format(name=isolated(name))
            seen.add(alike(name))
        return ""


class AnsweringCard(SettingCard):
    """How the room answers, and who is in it.

    Signals:
        changed: something else was chosen or typed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        lead = self.tr("It can change in the middle.")
        super().__init__(self.tr("How the room answers"), lead, parent)
        self._words = RoundWords(self)
        self._modes = list(AnsweringMode)
        self.modes = OptionList(self.tr("How the room answers"))
        self.people = OptionalCountField(self.tr("People in the room"), MOST_PEOPLE)
        self.teams = ChipGroup(self.tr("How many teams"), one_of=True)
        self.roster = RosterEditor()
        self._counts = range(LEAST_TEAMS, MOST_TEAMS + 1)
        self._build()
        for signal in (self.modes.chosen, self.teams.changed, self.people.changed, self.roster.changed):
            signal.connect(self._change)

    def _build(self) -> None:
        self._show_mode(AnsweringMode.HANDS)
        self.add_wide(self.modes)
        counts = [str(count) for count in self._counts]
        self.teams.show_chips(counts, [self.tr("{count} teams").format(count=count) for count in counts])
        headcount = self.tr("Then the round knows how many did not vote. Empty: nobody counted.")
        self._headcount_row = self.add_row(self.tr("People in the room"), headcount, self.people)
        self._teams_row = self.add_row(self.tr("Teams"), "", self.teams)
        note = self.tr("Saved apart from the answers, and deleted 30 days after the round.")
        self._names_row = self.add_row(self.tr("Names"), note, self.roster)

    def _show_mode(self, mode: AnsweringMode) -> None:
        """Offer the modes, one of them chosen."""
        options = [Option(self._words.mode(each), self._words.mode_meaning(each)) for each in self._modes]
        self.modes.show_options(options, self._modes.index(mode))

    def show_plan(self, plan: RoundPlan, names: Mapping[str, str]) -> None:
        """Show how a plan has it."""
        self._show_mode(plan.answering)
        self.people.show_value(plan.headcount)
        teams = plan.teams if plan.teams in self._counts else USUAL_TEAMS
        self.teams.choose([self._counts.index(teams)])
        self.roster.show_names(teams, names)
        self._update_rows()

    @property
    def mode(self) -> AnsweringMode:
        """How the room answers."""
        rows = zip(self._modes, self.modes.rows, strict=True)
        return next(mode for mode, row in rows if row.isChecked())

    def filled(self, plan: RoundPlan) -> RoundPlan:
        """The plan with what is chosen here."""
        teams = self._counts[self.teams.chosen[0]] if self.mode in _WITH_TEAMS else 0
        headcount = self.people.value() if self.mode is AnsweringMode.HANDS else 0
        return replace(plan, answering=self.mode, headcount=min(headcount, MOST_PEOPLE), teams=teams)

    @property
    def names(self) -> dict[str, str]:
        """What the teams are called, by their ids; nothing where no teams answer."""
        return self.roster.names if self.mode in _WITH_TEAMS else {}

    @property
    def fault(self) -> str:
        """What is to be mended, as a sentence; empty where nothing is."""
        return self.roster.fault if self.mode in _WITH_TEAMS else ""

    def _change(self) -> None:
        self._update_rows()
        self.changed.emit()

    def _update_rows(self) -> None:
        """Show what belongs to the mode that is chosen."""
        self.roster.show_count(self._counts[self.teams.chosen[0]])
        self._headcount_row.setVisible(self.mode is AnsweringMode.HANDS)
        for row in (self._teams_row, self._names_row):
            row.setVisible(self.mode in _WITH_TEAMS)


class TimingCard(SettingCard):
    """The time for a vote, what follows it, a question that is worth nothing, and the scores.

    Signals:
        changed: something else was chosen or typed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Time and scores"), parent=parent)
        self._after = list(AfterLock)
        self.timer = ChipGroup(self.tr("Timer"), one_of=True)
        self.seconds = CountField(self.tr("Seconds for a vote"), MOST_SECONDS)
        self.after_lock = ChipGroup(self.tr("After the lock"), one_of=True)
        self.scores = ChipGroup(self.tr("Scores on the wall"), one_of=True)
        self.warm_up = OptionRow()
        self._build()
        groups = (self.timer, self.after_lock, self.scores)
        for signal in (*(group.changed for group in groups), self.seconds.changed, self.warm_up.clicked):
            signal.connect(self._change)

    def _build(self) -> None:
        self.timer.show_chips(
            (self.tr("Off"), self.tr("Show time only"), self.tr("Lock when time is up")),
            (
                self.tr("No timer"),
                self.tr("Timer: show time only"),
                self.tr("Timer: lock the vote when time is up"),
            ),
        )
        self.after_lock.show_chips(
            (
                self.tr("Ask me"),
                self.tr("Discuss when the advice is to talk"),
                self.tr("Reveal"),
            )
        )
        self.scores.show_chips((self.tr("Off"), self.tr("At the end"), self.tr("After each question")))
        self.add_row(self.tr("Timer"), self.tr("Only show it, or lock the vote when it is up."), self.timer)
        self._seconds_row = self.add_row(self.tr("Seconds"), self.tr("T gives ten more."), self.seconds)
        after = self.tr("What Space, or Page Down on a remote, does once a vote is locked.")
        self.add_row(self.tr("After the lock"), after, self.after_lock)
        self.add_row(
            self.tr("Scores on the wall"), self.tr("No points for speed. Not with hands."), self.scores
        )
        note = self.tr("Everybody finds out how to vote.")
        self.warm_up.show_option(self.tr("The first question is a warm-up – no points"), note)
        self.add_option(self.warm_up)

    def show_plan(self, plan: RoundPlan) -> None:
        """Show how a plan has it."""
        self.timer.choose([(2 if plan.is_hard else 1) if plan.seconds else 0])
        self.seconds.show_value(plan.seconds or USUAL_SECONDS)
        self.after_lock.choose([self._after.index(plan.after_lock)])
        self.scores.choose([list(ScoreShowing).index(plan.scores)])
        self.warm_up.setChecked(plan.warm_up)
        self._update_rows()

    @property
    def _is_timed(self) -> bool:
        return self.timer.chosen != (0,)

    def filled(self, plan: RoundPlan) -> RoundPlan:
        """The plan with what is chosen here."""
        return replace(
            plan,
            seconds=self.seconds.value() if self._is_timed else 0,
            is_hard=self.timer.chosen == (2,),
            after_lock=self._after[self.after_lock.chosen[0]],
            scores=list(ScoreShowing)[self.scores.chosen[0]],
            warm_up=self.warm_up.isChecked(),
        )

    @property
    def fault(self) -> str:
        """What is to be mended, as a sentence; empty where nothing is."""
        if not self._is_timed or LEAST_SECONDS <= self.seconds.value() <= MOST_SECONDS:
            return ""
        return self.tr("A vote takes {least} to {most} seconds.").format(
            least=LEAST_SECONDS, most=MOST_SECONDS
        )

    def _change(self) -> None:
        self._update_rows()
        self.changed.emit()

    def _update_rows(self) -> None:
        self._seconds_row.setVisible(self._is_timed)


class BandFields(QWidget):
    """Two shares in per cent, the lower and the higher.

    Signals:
        changed: somebody typed.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        low = self.tr("{name}: explain first below, per cent").format(name=name)
        high = self.tr("{name}: move on above, per cent").format(name=name)
        self.low, self.high = CountField(low, 100), CountField(high, 100)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.low)
        row.addWidget(Text("label", self.tr("to"), "muted"))
        row.addWidget(self.high)
        row.addWidget(Text("label", "%", "muted"))
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for field in (self.low, self.high):
            field.changed.connect(self.changed)

    def show_bands(self, bands: Bands) -> None:
        """Show these."""
        self.low.show_value(round(100 * bands.low))
        self.high.show_value(round(100 * bands.high))

    @property
    def bands(self) -> Bands | None:
        """What is typed; None where it makes no sense."""
        low, high = self.low.value(), self.high.value()
        return Bands(low / 100, high / 100) if 0 < low < high <= 100 else None  # noqa: PLR2004 - per cent


class BandsCard(SettingCard):
    """The shares right by which the advice after a vote is given.

    Signals:
        changed: something was typed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        lead = self.tr(
            "Below the first share it says: explain first. Between the two: talk, then vote again. "
            "Above the second: move on. It is advice and never does anything by itself."
        )
        super().__init__(self.tr("Advice after a vote"), lead, parent)
        self.verdicts = BandFields(self.tr("Product or service"))
        self.choices = BandFields(self.tr("Several options"))
        self.usual = Button(self.tr("Back to the usual shares"), "outline", small=True)
        self._build()

    def _build(self) -> None:
        two = self.tr("Usually 57 to 80 %. With two answers, half are right by chance (our own estimate).")
        several = self.tr("Usually 35 to 70 % (Crouch and Mazur, 2001).")
        self.add_row(self.tr("Product or service"), two, self.verdicts)
        self.add_row(self.tr("Several options"), several, self.choices)
        line = FlowLayout()
        line.addWidget(self.usual)
        self.body.addLayout(line)
        set_tab_order([field for row in (self.verdicts, self.choices) for field in (row.low, row.high)])
        for row in (self.verdicts, self.choices):
            row.changed.connect(self._change)
        self.usual.clicked.connect(self._take_usual)

    def show_plan(self, plan: RoundPlan) -> None:
        """Show how a plan has it."""
        self.verdicts.show_bands(plan.verdict_bands)
        self.choices.show_bands(plan.choice_bands)
        self._update_usual()

    def filled(self, plan: RoundPlan) -> RoundPlan:
        """The plan with what is typed here, where it makes sense."""
        return replace(
            plan,
            verdict_bands=self.verdicts.bands or plan.verdict_bands,
            choice_bands=self.choices.bands or plan.choice_bands,
        )

    @property
    def fault(self) -> str:
        """What is to be mended, as a sentence; empty where nothing is."""
        if self.verdicts.bands and self.choices.bands:
            return ""
        return self.tr("Under Advice, the first share must be the smaller one.")

    def _take_usual(self) -> None:
        self.verdicts.show_bands(TWO_ANSWERS)
        self.choices.show_bands(SEVERAL_ANSWERS)
        self._change()

    def _change(self) -> None:
        self._update_usual()
        self.changed.emit()

    def _update_usual(self) -> None:
        usual = (self.verdicts.bands, self.choices.bands) == (TWO_ANSWERS, SEVERAL_ANSWERS)
        self.usual.setEnabled(not usual)
