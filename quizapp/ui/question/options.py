"""The explanation of an answered choice."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.bank import Vocabulary
from quizapp.domain.question import Choice
from quizapp.domain.scoring import Outcome
from quizapp.ui.question.explanation import ClaimBlock, VerdictRow
from quizapp.ui.session.rows import CAP, WORDS_AT, ChoiceRow
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import BadgeKind
from quizapp.ui.style.type import scaled
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.layouts import clear
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import BADGES, LETTERS, Wording


class OptionsExplanation(Card):
    """Explains an answered choice, option by option."""

    def __init__(self, appearance: Appearance, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(36, 18))
        self._appearance = appearance
        self._wording = wording
        self._row = VerdictRow(appearance)
        self._claims = ClaimBlock()
        self._options = QVBoxLayout()
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
        letter = LETTERS[order.index(choice.key)]
        headline = self._wording.choice_headline(outcome.kind, letter)
        self._row.show_outcome(BADGES[outcome.kind], headline, choice.why)
        self._row.show_verdict(None)
        clear(self._options)
        for index in sorted(order, key=lambda index: (index != choice.key, index != chosen)):
            self._add_option(LETTERS[order.index(index)], choice, index, chosen)
        self._claims.raise_()  # screen readers read in the order of stacking
        self._claims.show_claims_of(choice, vocabulary)
        return headline

    def _add_option(self, letter: str, choice: Choice, index: int, chosen: int) -> None:
        option = choice.options[index]
        row = ChoiceRow(self._appearance, letter, option.text, self)
        if option.correct:
            word = self.tr("Right, your answer") if index == chosen else self.tr("Right")
            row.show_outcome(BadgeKind.RIGHT, word)
        elif index == chosen:
            row.show_outcome(BadgeKind.NOT_THIS, self.tr("Your answer"))
        else:
            row.show_outcome()
        self._options.addWidget(row)
        why = Text("body", option.why, parent=self)
        why.setContentsMargins(WORDS_AT + scaled(CAP), 0, WORDS_AT, scaled(12))
        self._options.addWidget(why)
