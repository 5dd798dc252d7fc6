"""The score, never without its doubt, and on request the formulas with the person's own numbers."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.domain.summary import Score
from quizapp.ui.action_button import ActionButton
from quizapp.ui.card import Card
from quizapp.ui.control_row import ControlRow
from quizapp.ui.counting import Counting
from quizapp.ui.interval_band import IntervalBand
from quizapp.ui.look import Look
from quizapp.ui.text import Text


class ScoreCard(Card):
    """Marks, interval, luck line, and "why this score"."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(22, 18))
        self._counting = Counting(self)
        self._number = Text(look, "hero_number")
        self._of = Text(look, "section", colour="muted")
        self._band = IntervalBand(look)
        self._doubt = Text(look, "body")
        self._why = ActionButton(
            look, self.tr("Why this score"), "outline", icon="chevron-down", icon_after=True
        )
        self._formula = Text(look, "label")
        self._again = Text(look, "label", colour="muted")
        numbers = QHBoxLayout()
        numbers.setSpacing(12)
        numbers.addWidget(self._number, 0, Qt.AlignmentFlag.AlignBottom)
        numbers.addWidget(self._of, 1, Qt.AlignmentFlag.AlignBottom)
        self.body.setSpacing(4)
        self.body.addWidget(Text(look, "caption", self.tr("Score"), "muted"))
        self.body.addLayout(numbers)
        self.body.addWidget(self._band)
        self.body.addWidget(self._doubt)
        self.body.addWidget(self._again)
        row = ControlRow(look)
        row.addWidget(self._why)
        self.body.addLayout(row)
        self.body.addWidget(self._formula)
        self.body.addStretch(1)
        self._show_formula(shown=False)
        self._why.clicked.connect(self._toggle)

    @property
    def last_control(self) -> QWidget:
        """The control after which Tab leaves the card."""
        return self._why

    def show_score(self, score: Score, again: int = 0) -> None:
        """Show a score; with nothing marked there is none.

        Args:
            score: of all questions of the session.
            again: how many of them were answered again after their explanation.
        """
        self._again.setText(self._again_of(again) if again else "")
        self._again.setVisible(again > 0)
        marked = score.marked > 0
        self._number.setText(str(score.earned) if marked else "–")
        self._of.setText(self.tr("of {marked} right").format(marked=score.marked) if marked else "")
        self._band.setVisible(marked)
        self._why.setVisible(marked)
        self._show_formula(shown=False)
        if not marked:
            self._doubt.setText(self.tr("Nothing in this set was marked."))
            return
        self._band.show_interval(score.low, score.high, score.earned / score.marked, score.luck_share)
        self._doubt.setText(self._doubt_of(score))
        self._formula.setText(self._formula_of(score))

    def _doubt_of(self, score: Score) -> str:
        level = self.tr("Somewhere between {low:.0%} and {high:.0%} is your likely level (95 % interval).")
        level = level.format(low=score.low, high=score.high).replace("%", " %").replace("  %", " %")
        return f"{level} {self._luck_of(score)}"

    def _again_of(self, count: int) -> str:
        if count == 1:
            return self.tr(
                "One was answered again after its explanation: it counts here, not in your statistics."
            )
        return self.tr(
            "{count} were answered again after their explanation: they count here, not in your statistics."
        ).format(count=self._counting.capital(count))

    def _luck_of(self, score: Score) -> str:
        """Whether the score could be luck, in words anybody can check."""
        if score.earned == 0:
            return self.tr("Guessing alone does at least as well every time.")
        percent = f"{100 * score.luck:.1f} %" if score.luck >= 0.001 else self.tr("less than 0.1 %")  # noqa: PLR2004
        once = self.tr("Guessing alone reaches {earned} or more with a chance of {percent}").format(
            earned=score.earned, percent=percent
        )
        if score.luck > 0.05:  # noqa: PLR2004 - the usual one in twenty
            return self.tr("{once}, so this set cannot tell it from luck yet.").format(once=once)
        return self.tr("{once}, so this is hardly luck.").format(once=once)

    def _formula_of(self, score: Score) -> str:
        share, n = score.earned / score.marked, score.marked
        counted = Counter(round(chance, 4) for chance in score.chances)
        chances = ", ".join(
            f"{count} × {chance:g}" for chance, count in sorted(counted.items(), reverse=True)
        )
        return "\n\n".join(
            (
                self.tr("Score: {earned} marks ÷ {n} marked questions = {share:.2f}.").format(
                    earned=score.earned, n=n, share=share
                ),
                self.tr(
                    "Interval (Wilson, z = 1.96): (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n), "
                    "with p = {share:.2f} and n = {n}: {low:.3f} to {high:.3f}."
                ).format(share=share, n=n, low=score.low, high=score.high),
                self.tr(
                    "Luck (Poisson-binomial): each question has its own chance of being guessed: {chances}. "
                    "On average guessing earns {mean:.1f}; P(at least {earned}) = {luck:.4f}."
                ).format(chances=chances, mean=sum(score.chances), earned=score.earned, luck=score.luck),
                self.tr("No pass mark: a set this short, with two answers to choose from, cannot carry one."),
            )
        )

    def _toggle(self) -> None:
        self._show_formula(shown=not self._formula.isVisible())

    def _show_formula(self, *, shown: bool) -> None:
        self._formula.setVisible(shown)
        self._why.set_icon("chevron-up" if shown else "chevron-down", after=True)
        self._why.setAccessibleDescription(
            self.tr("Hides the formulas") if shown else self.tr("Shows the formulas")
        )
