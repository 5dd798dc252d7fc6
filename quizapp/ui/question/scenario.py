"""The scenario, and its deciding words revealed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from quizapp.domain.question import Choice, Question, Side, Verdict
from quizapp.domain.quotes import spans
from quizapp.ui.question.highlight import CueLegend, Highlight, HighlightedText, Mark
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.text import Paragraph, Text
from quizapp.ui.wording import shown_topic

Legend = list[tuple[int, Side, str]]


def deciding_words(verdict: Verdict) -> tuple[list[Highlight], Legend]:
    """The words of the facts that support a label, in reading order, and the legend of those facts."""
    found = sorted(
        (position[0], side, reason.text)
        for side in Side
        for reason in verdict.reasons_for(side)
        for quote in reason.quotes
        if (position := spans(verdict.scenario, quote))
    )
    numbers: dict[tuple[str, Side], int] = {}
    highlights = []
    for (start, end), side, text in found:
        number = numbers.setdefault((text, side), len(numbers) + 1)
        highlights.append(Highlight(start, end, side, number))
    return highlights, [(number, side, text) for (text, side), number in numbers.items()]


class ScenarioCard(Card):
    """Shows the stem of a question; the answer changes nothing in it but the marks.

    The text is one document for all steps of all questions: it can be selected, copied, and read by
    screen readers word by word.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(36, 20))
        self._topics = Text("caption", tone="muted")
        self._text = HighlightedText(appearance, "scenario", "")
        self._prompt = Text("prompt")
        self._prompt.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._legend = CueLegend(appearance)
        self._marks: Sequence[Mark] = ()
        self._below = QWidget()
        self._turn = QStackedLayout(self._below)  # as high as the higher of the two: nothing jumps
        for part in (self._topics, self._text, self._below):
            self.body.addWidget(part)
        for part in (self._prompt, self._legend):
            self._turn.addWidget(part)

    def show_question(self, question: Question) -> None:
        """Show a new stem, nothing marked."""
        self.reveal(shown=False)
        self._topics.setText(" · ".join(shown_topic(topic) for topic in question.topics))
        self._topics.setVisible(bool(question.topics))
        if isinstance(question, Choice):
            self._show_choice(question)
        else:
            self._show_verdict(question)
        self._below.setVisible(bool(self._marks or self._prompt.text()))

    def _show_verdict(self, verdict: Verdict) -> None:
        highlights, cues = deciding_words(verdict)
        self._marks = [Mark(each.start, each.end, each.side) for each in highlights]
        self._legend.set_entries([(side, name) for _, side, name in cues])
        self._prompt.setText(verdict.prompt)
        self._text.setAccessibleName(self.tr("Scenario"))
        self._text.setText(verdict.scenario)

    def _show_choice(self, choice: Choice) -> None:
        self._marks = ()
        self._legend.set_entries([])
        self._prompt.setText("")
        numbered = (f"{number}. {text}" for number, text in enumerate(choice.statements, 1))
        self._text.setAccessibleName(self.tr("Question"))
        self._text.set_paragraphs(
            [
                *(Paragraph(line, "scenario") for line in choice.prompt.split("\n")),
                *(Paragraph(each, "lead", above=0 if at else 8) for at, each in enumerate(numbered)),
            ]
        )

    def reveal(self, *, shown: bool, animate: bool = True) -> None:
        """Mark the deciding words, and put their legend where the prompt stood."""
        self._text.show_marks(self._marks if shown else (), one_by_one=animate)
        self._turn.setCurrentWidget(self._legend if shown and self._marks else self._prompt)
