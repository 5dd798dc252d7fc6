"""The explanation of an answered choice."""

from itertools import zip_longest

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from quizapp.domain.bank import Vocabulary
from quizapp.domain.directions import isolated
from quizapp.domain.question import Choice
from quizapp.domain.scoring import Outcome
from quizapp.ui.question.explanation import ExplanationCard
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import BadgeKind
from quizapp.ui.widgets.reading import Paragraph
from quizapp.ui.wording import BADGES, LETTERS, Wording


class OptionsExplanation(ExplanationCard):
    """Explains an answered choice: one's own answer, the right one, and the others behind a button.

    Args:
        appearance: the appearance in force.
        wording: the sentences.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, wording: Wording, parent: QWidget | None = None) -> None:
        others = QCoreApplication.translate("OptionsExplanation", "The other options")
        super().__init__(appearance, others, parent)
        self._wording = wording
        self._row.show_verdict(None)
        self._add_folds()

    def show_explanation(
        self, choice: Choice, vocabulary: Vocabulary, order: tuple[int, ...], chosen: int, outcome: Outcome
    ) -> str:
        """Explain the outcome.

        Args:
            choice: the question.
            vocabulary: holds the claims it cites.
            order: the indices of the options as they stood.
            chosen: the index of the option chosen.
            outcome: what the answer came to.

        Returns:
            What screen readers say of it: the outcome, the option chosen, and what is said of that.
        """
        headline = self._wording.choice_headline(outcome.kind, LETTERS[order.index(choice.key)])
        return self._show(choice, vocabulary, order, chosen, BADGES[outcome.kind], headline)

    def show_open(self, choice: Choice, vocabulary: Vocabulary, order: tuple[int, ...]) -> str:
        """Explain a choice that was left open in a paper; returns what screen readers say of it."""
        headline = self._wording.left_open(LETTERS[order.index(choice.key)])
        return self._show(choice, vocabulary, order, None, BadgeKind.NOT_THIS, headline)

    def _show(
        self,
        choice: Choice,
        vocabulary: Vocabulary,
        order: tuple[int, ...],
        chosen: int | None,
        badge: BadgeKind,
        headline: str,
    ) -> str:
        self._row.show_outcome(badge, headline)
        told = {
            index: f"{LETTERS[place]}. {isolated(choice.options[index].text)}"
            for place, index in enumerate(order)
        }
        for row, shown in zip_longest(self._rows, self._told(choice, told, chosen)):
            row.setVisible(shown is not None)
            if shown is not None:
                row.show_row(*shown)
        others = [index for index in order if index not in (chosen, choice.key)]
        parts = [part for index in others for part in _option(told[index], choice.options[index].why)]
        self.folds.show_folds(choice, vocabulary, parts)
        label, text, option = self._told(choice, told, chosen)[0]
        said = self.tr("{label}: {option}.").format(label=label, option=option.removesuffix("."))
        return f"{headline} {said} {text}"

    def _told(self, choice: Choice, told: dict[int, str], chosen: int | None) -> list[tuple[str, str, str]]:
        """Label, words and option of each row."""
        rows = []
        if chosen is not None:
            rows.append((self.tr("Your answer"), choice.options[chosen].why, told[chosen]))
        if chosen != choice.key:
            rows.append((self.tr("The right answer"), choice.options[choice.key].why, told[choice.key]))
        return [*rows, (self.tr("Why"), choice.why, "")] if choice.why else rows


def _option(text: str, why: str) -> list[Paragraph]:
    """An option, and why it is right or wrong."""
    return [Paragraph(text, "body_strong", above=10), Paragraph(why, above=2)]
