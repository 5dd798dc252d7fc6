"""Drawing questions for a round at random, by a seed."""

from collections.abc import Sequence
from random import Random

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.domain.pool import Person, pool
from quizapp.domain.question import Question
from quizapp.domain.selection import SEEDS, USUAL_LENGTH, Selection, Which, draw
from quizapp.ui.action_button import ActionButton
from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.layouts import let_wrap
from quizapp.ui.look import Look
from quizapp.ui.option_row import OptionRow
from quizapp.ui.painting import INSET
from quizapp.ui.rounds.plan_fields import CountField
from quizapp.ui.setting_row import SettingRow
from quizapp.ui.text import Text

MOST_QUESTIONS = 99


class DrawRow(SettingRow):
    """How many to draw, by which seed, and whether in pairs.

    Args:
        look: the look in force.
        chance: what seeds come from where none is typed in.
        parent: the owner.

    Signals:
        draw_requested: somebody wants questions drawn.
    """

    draw_requested = Signal()

    def __init__(self, look: Look, chance: Random, parent: QWidget | None = None) -> None:
        super().__init__(
            look,
            self.tr("Draw at random"),
            self.tr("From the questions listed. A seed draws the same ones again."),
            parent,
        )
        self._chance = chance
        self.count = CountField(look, self.tr("How many to draw"), MOST_QUESTIONS)
        self.seed = CountField(look, self.tr("Seed; may be left empty"), SEEDS.stop - 1)
        self.pairs = OptionRow(look)
        self.button = ActionButton(look, self.tr("Draw"), "outline")
        self._build()
        self.count.show_value(USUAL_LENGTH)
        self.button.clicked.connect(self.draw_requested)

    def _build(self) -> None:
        fields = QWidget()
        row = FlowLayout(fields, gap=8)
        let_wrap(fields)
        for words, field in ((self.tr("How many"), self.count), (self.tr("Seed"), self.seed)):
            row.addWidget(self._labelled(words, field))
        row.addWidget(self.button)
        note = self.tr("Two scenarios that differ in one fact; both are drawn.")
        self.pairs.show_option(self.tr("Contrast pairs only"), note)
        self.add(fields)
        self.controls.addWidget(self.pairs)

    def _labelled(self, words: str, field: CountField) -> QWidget:
        """A field with its name before it."""
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(Text(self._look, "label", words, "muted", inset=INSET))
        row.addWidget(field)
        return both

    def drawn(self, questions: Sequence[Question]) -> list[Question]:
        """Questions drawn from these; the seed stands in its field afterwards."""
        seed = self.seed.value or self._chance.choice(SEEDS)
        self.seed.show_value(seed)
        which = Which.PAIRS if self.pairs.isChecked() else Which.ALL
        selection = Selection(seed, self.count.value, which=which)
        return draw(pool(questions, selection, Person()), selection)
