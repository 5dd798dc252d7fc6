"""The shares right by which the advice after a vote is given."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from quizapp.domain.round_plan import SEVERAL_ANSWERS, TWO_ANSWERS, Bands, RoundPlan
from quizapp.ui.action_button import ActionButton
from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.layouts import in_turn
from quizapp.ui.look import Look
from quizapp.ui.rounds.plan_fields import CountField
from quizapp.ui.setting_card import SettingCard
from quizapp.ui.text import Text


class BandFields(QWidget):
    """Two shares in per cent, the lower and the higher.

    Signals:
        changed: somebody typed.
    """

    changed = Signal()

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        low = self.tr("{name}: explain first below, per cent").format(name=name)
        high = self.tr("{name}: move on above, per cent").format(name=name)
        self.low, self.high = CountField(look, low, 100), CountField(look, high, 100)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.low)
        row.addWidget(Text(look, "label", self.tr("to"), "muted"))
        row.addWidget(self.high)
        row.addWidget(Text(look, "label", "%", "muted"))
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
        low, high = self.low.value, self.high.value
        return Bands(low / 100, high / 100) if 0 < low < high <= 100 else None  # noqa: PLR2004 - per cent


class BandsCard(SettingCard):
    """The shares right by which the advice after a vote is given.

    Signals:
        changed: something was typed.
    """

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        lead = self.tr(
            "Below the first share it says: explain first. Between the two: talk, then vote again. "
            "Above the second: move on. It is advice and never does anything by itself."
        )
        super().__init__(look, self.tr("Advice after a vote"), lead, parent)
        self.verdicts = BandFields(look, self.tr("Product or service"))
        self.choices = BandFields(look, self.tr("Several options"))
        self._usual = ActionButton(look, self.tr("Back to the usual shares"), "quiet")
        self._build()

    def _build(self) -> None:
        two = self.tr("Usually 57 to 80 %. With two answers, half are right by chance: our inference.")
        several = self.tr("Usually 35 to 70 % (Crouch and Mazur, 2001).")
        self.add_row(self.tr("Product or service"), two, self.verdicts)
        column = self.add_row(self.tr("Several options"), several, self.choices).controls
        line = FlowLayout()
        line.addWidget(self._usual)
        column.addLayout(line)
        in_turn([field.line for row in (self.verdicts, self.choices) for field in (row.low, row.high)])
        for row in (self.verdicts, self.choices):
            row.changed.connect(self._change)
        self._usual.clicked.connect(self._take_usual)

    def show_plan(self, plan: RoundPlan) -> None:
        """Show how a plan has it."""
        self.verdicts.show_bands(plan.verdict_bands)
        self.choices.show_bands(plan.choice_bands)
        self._follow()

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
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        usual = (self.verdicts.bands, self.choices.bands) == (TWO_ANSWERS, SEVERAL_ANSWERS)
        self._usual.setEnabled(not usual)
