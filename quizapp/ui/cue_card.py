"""One cue: what it asks, how it looks on either side, a scenario for each, what the article argues."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.bank import Vocabulary
from quizapp.domain.lessons import Example, Lesson
from quizapp.domain.question import Side, Strength
from quizapp.ui.action_button import ActionButton
from quizapp.ui.article_block import ArticleBlock
from quizapp.ui.card import Card
from quizapp.ui.control_row import ControlRow
from quizapp.ui.look import Look
from quizapp.ui.mark_signs import MarkLabel
from quizapp.ui.marked_text import MarkedText
from quizapp.ui.text import Text
from quizapp.ui.two_columns import TwoColumns

_GUTTER, _ROW_GAP = 32, 16


class CueCard(Card):
    """Teaches one cue.

    Signals:
        practise_requested: ask what this cue decides; carries its id.
    """

    practise_requested = Signal(object)

    def __init__(
        self, look: Look, lesson: Lesson, vocabulary: Vocabulary, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent, padding=(22, 18))
        self._cue = cue = lesson.cue
        self.body.addWidget(Text(look, "prompt", cue.name))
        if cue.asks:
            self.body.addWidget(Text(look, "lead", cue.asks, "muted"))
        self.body.addSpacing(8)
        sides = TwoColumns(look, _GUTTER, _ROW_GAP)
        self.body.addLayout(sides)
        for side in Side:
            sides.addWidget(CueSide(look, side, cue.speaks(side), lesson.examples.get(side)))
        self.body.addSpacing(8)
        self.body.addWidget(ArticleBlock(look, cue.claims, vocabulary))
        if cue.origin:
            words = self.tr("Where it comes from: {origin}.").format(origin=cue.origin.rstrip("."))
            self.body.addWidget(Text(look, "label", words, "muted"))
        if lesson.examples:
            self.body.addLayout(self._practice(look))

    def _practice(self, look: Look) -> ControlRow:
        button = ActionButton(look, self.tr("Practise this cue"), "outline")
        button.setAccessibleName(f"{self.tr('Practise this cue')}: {self._cue.name}")
        button.clicked.connect(self._practise)
        row = ControlRow(look)
        row.addWidget(button)
        return row

    def _practise(self) -> None:
        self.practise_requested.emit(self._cue.id)


class CueSide(QWidget):
    """How a cue looks when it speaks for one side, and a scenario in which it does."""

    def __init__(
        self, look: Look, side: Side, speaks: str, example: Example | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(MarkLabel(look, side))
        column.addWidget(Text(look, "body_strong", speaks))
        column.addSpacing(4)
        if example is None:
            column.addWidget(Text(look, "label", self.tr("No scenario in this bank."), "muted"))
        else:
            quotes = [each.quote for each in example.evidence]
            column.addWidget(MarkedText(look, "body", example.verdict.scenario, quotes, side))
            column.addWidget(Text(look, "label", self._told(example), "muted"))
        column.addStretch(1)

    def _told(self, example: Example) -> str:
        """How firm the scenario's answer is, and whether reading it gives something away."""
        met = self.tr("You have met this one.") if example.is_met else self.tr("This one is in the bank.")
        match example.verdict.strength:
            case Strength.LEANING:
                return f"{met} {self.tr('Its answer only leans to this side.')}"
            case Strength.ARGUABLE:
                return f"{met} {self.tr('It is arguable: other words in it speak for the other side.')}"
            case _:
                return met
