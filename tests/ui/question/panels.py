"""The explanation of an answer on its panel, alone."""

from dataclasses import dataclass, replace

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from quizapp.domain.bank import Source, Vocabulary
from quizapp.domain.explanation import explain
from quizapp.domain.question import Reason, Side, Strength, Verdict
from quizapp.ui.question.explanation import ExplanationPanel, VerdictRow
from quizapp.ui.question.highlight import HighlightedText
from quizapp.ui.question.rows import FactRow, Fold
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.marks import BadgeKind
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import Wording
from tests.domain.examples import VOCABULARY
from tests.ui.screen import settle

CLAIMS = {"A1": "It is complicated.", "A2": "It goes on.", "A3": "No answer is clear."}
SOURCE = Source("Product or Service?", "Trevor Wilson", "ITSM Assist Limited")
TOLD = replace(VOCABULARY, claims=CLAIMS, source=SOURCE)

RUNS = Reason("The supplier runs it.", "Running goes on.", Side.SERVICE, "runs", ("runs it",))
OWNS = Reason("The firm owns it.", "Owning is having.", Side.PRODUCT, "owns", ("owns it",))
HEAVY = Reason("It weighs a ton.", "Weight tells nothing.", None, "price", ("a ton",))
BILLED = Reason("There is a bill.", "Both are billed.", None, "value")
RED = Reason("It is red.", "So is much else.")
OFFERED = (HEAVY, RUNS, BILLED)
BOTH = (OWNS, HEAVY, RUNS)

CLEAR = Verdict(
    "clear",
    "A supplier runs it, a ton of iron.",
    Side.SERVICE,
    "The whole case.",
    reasons=(RUNS, HEAVY, BILLED, RED),
    claims=("A1", "A2", "A3"),
    flips="The turn.",
)
LEANING = replace(CLEAR, strength=Strength.LEANING)
ARGUABLE = replace(
    CLEAR,
    scenario="The firm owns it, and a supplier runs it.",
    strength=Strength.ARGUABLE,
    why="Both hold.",
    reasons=(OWNS, RUNS, HEAVY, RED),
    case_for_product="They own it.",
    case_for_service="They run it.",
)


@dataclass
class Shown:
    """A panel, and what it said last."""

    panel: ExplanationPanel
    sentence: str = ""

    def answer(
        self,
        verdict: Verdict,
        answer: str,
        chosen: Reason | None = None,
        offered: tuple[Reason, ...] = (),
        *,
        of_three: bool = False,
        vocabulary: Vocabulary = TOLD,
    ) -> None:
        """Show the explanation of this answer."""
        told = explain(verdict, VOCABULARY, answer, chosen, offered, of_three=of_three)
        self.sentence = self.panel.show_explanation(verdict, vocabulary, told, answer, BadgeKind.RIGHT)
        settle()

    @property
    def headline(self) -> str:
        """The sentence above it all."""
        [row] = self.panel.findChildren(VerdictRow)
        return next(each.text() for each in row.findChildren(Text) if each.property("use") == "section")

    @property
    def rows(self) -> list[tuple[str, str]]:
        """Label and words of each row, as they are read."""
        return [
            (" ".join(words), document(row).toPlainText())
            for row in self.panel.findChildren(FactRow)
            if not row.isHidden()
            for words in [[label.text() for label in row.findChildren(QLabel) if not label.isHidden()]]
        ]

    @property
    def dressed(self) -> list[tuple[str, Side | None]]:
        """The facts that are marked in the rows, each with the label it decides for."""
        shown = [document(row) for row in self.panel.findChildren(FactRow) if not row.isHidden()]
        return [(each.text()[mark.start : mark.end], mark.side) for each in shown for mark in each.marks]

    def fold(self, name: str) -> Fold:
        """A button by its words."""
        return next(each for each in self.panel.findChildren(Fold) if each.accessibleName() == name)


def document(row: FactRow) -> HighlightedText:
    """The one document of a row."""
    [found] = row.findChildren(HighlightedText)
    return found


def open_panel(qtbot: QtBot, appearance: Appearance, width: int = 908) -> Shown:
    """A panel in the width it has in the usual window."""
    appearance.reduced_motion = True
    wording = Wording()
    panel = ExplanationPanel(appearance, wording)
    wording.setParent(panel)
    qtbot.addWidget(panel)
    panel.resize(width, 600)
    panel.show()
    return Shown(panel)
