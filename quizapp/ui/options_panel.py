"""A choice: its options to choose from, and afterwards why each is right or not."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.bank import Vocabulary
from quizapp.domain.question import Choice
from quizapp.domain.scoring import Outcome
from quizapp.ui.card import Card
from quizapp.ui.choice_row import ChoiceRow
from quizapp.ui.claim_block import ClaimBlock
from quizapp.ui.layouts import clear
from quizapp.ui.look import Look
from quizapp.ui.marks import SealKind
from quizapp.ui.row_panel import LETTERS, RowPanel
from quizapp.ui.rows import ReachingColumn
from quizapp.ui.text import Text
from quizapp.ui.verdict_row import VerdictRow
from quizapp.ui.wording import SEALS, Wording


class OptionsPanel(QWidget):
    """Asks for one of two to six options.

    Signals:
        option_chosen: carries the option's index in the order of the bank, as text.
    """

    option_chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order: tuple[int, ...] = ()
        self._rows = RowPanel(look, LETTERS)
        self._rows.setAccessibleName(self.tr("Your answer"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._rows)
        layout.addStretch(1)
        self._rows.chosen.connect(self._choose)

    def show_options(self, choice: Choice, order: tuple[int, ...]) -> None:
        """Offer the options in this order."""
        self._order = order
        self._rows.set_rows([choice.options[index].text for index in order])

    def take_focus(self) -> None:
        """Let the keyboard start at the first option."""
        self._rows.take_focus()

    def _choose(self, place: object) -> None:
        if isinstance(place, int):
            self.option_chosen.emit(str(self._order[place]))


class OptionsExplanation(Card):
    """Explains an answered choice, option by option."""

    def __init__(self, look: Look, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._look = look
        self._wording = wording
        self._row = VerdictRow(look)
        self._claims = ClaimBlock(look)
        self._options = ReachingColumn(look)
        self._options.setSpacing(0)  # each reason why stands close below its option
        self.body.setSpacing(10)
        self.body.addWidget(self._row)
        self.body.addLayout(self._options)
        self.body.addWidget(self._claims)
        self.body.addStretch(1)

    def show_explanation(
        self, choice: Choice, vocabulary: Vocabulary, order: tuple[int, ...], chosen: int, outcome: Outcome
    ) -> str:
        """Explain the outcome: the right option first, then the one chosen, then the others.

        Returns:
            The sentence to be announced to screen readers.
        """
        letter, text = LETTERS[order.index(choice.key)], choice.options[choice.key].text.removesuffix(".")
        headline = self._wording.choice_headline(outcome.kind, f"{letter}, “{text}”")
        self._row.show_outcome(SEALS[outcome.kind], headline, choice.why)
        self._row.show_verdict(None)
        clear(self._options)
        for index in sorted(order, key=lambda index: (index != choice.key, index != chosen)):
            self._add_option(LETTERS[order.index(index)], choice, index, chosen)
        self._claims.raise_()  # screen readers read in the order of stacking
        self._claims.show_claims_of(choice, vocabulary)
        return headline

    def _add_option(self, letter: str, choice: Choice, index: int, chosen: int) -> None:
        option = choice.options[index]
        row = ChoiceRow(self._look, letter, option.text, self)
        if option.correct:
            word = self.tr("Right, your answer") if index == chosen else self.tr("Right")
            row.tell(SealKind.RIGHT, word)
        elif index == chosen:
            row.tell(SealKind.NOT_THIS, self.tr("Your answer"))
        else:
            row.tell()
        self._options.addWidget(row)
        why = Text(self._look, "body", option.why, parent=self)
        why.setContentsMargins(self._look.px(64), 0, self._look.px(5), self._look.px(14))
        self._options.addWidget(why)
