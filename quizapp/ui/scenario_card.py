"""The card that never moves: topic, scenario, and below it the prompt or the legend of its cues."""

from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from quizapp.domain.bank import Vocabulary
from quizapp.domain.question import Choice, Question, Side, Verdict
from quizapp.domain.quotes import spans
from quizapp.ui.card import Card
from quizapp.ui.cue_legend import CueLegend
from quizapp.ui.look import Look
from quizapp.ui.scenario_text import Highlight, ScenarioText
from quizapp.ui.text import Text
from quizapp.ui.topics import shown_topic

Legend = list[tuple[int, Side, str]]


def deciding_words(verdict: Verdict, vocabulary: Vocabulary) -> tuple[list[Highlight], Legend]:
    """The deciding words in reading order, and the legend: one number for each cue and side."""
    placed = [(spans(verdict.scenario, evidence.quote), evidence) for evidence in verdict.evidence]
    found = sorted(((place[0], evidence) for place, evidence in placed if place), key=itemgetter(0))
    numbers: dict[tuple[str, Side], int] = {}
    highlights = []
    for (start, end), evidence in found:
        number = numbers.setdefault((evidence.cue, evidence.side), len(numbers) + 1)
        highlights.append(Highlight(start, end, evidence.side, number))
    names = {cue: entry.name for cue, entry in vocabulary.cues.items()}
    legend = [(number, side, names.get(cue, cue)) for (cue, side), number in numbers.items()]
    return highlights, legend


class ScenarioCard(Card):
    """Shows the stem of a question; the answer changes nothing in it but the marks."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._topics = Text(look, "caption", colour="muted")
        self._scenario = ScenarioText(look)
        self._statements = Text(look, "lead")
        self._prompt = Text(look, "prompt")
        self._prompt.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._legend = CueLegend(look)
        self._entries: Legend = []
        self._below = QWidget()
        self._turn = QStackedLayout(self._below)  # as high as the higher of the two: nothing jumps
        for part in (self._topics, self._scenario, self._statements, self._below):
            self.body.addWidget(part)
        for part in (self._prompt, self._legend):
            self._turn.addWidget(part)
        self.body.setSpacing(10)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_question(self, question: Question, vocabulary: Vocabulary) -> None:
        """Show a new stem, nothing marked."""
        self._topics.setText(" · ".join(shown_topic(topic) for topic in question.topics))
        self._topics.setVisible(bool(question.topics))
        if isinstance(question, Choice):
            self._show_choice(question)
        else:
            highlights, self._entries = deciding_words(question, vocabulary)
            self._scenario.set_scenario(question.scenario, highlights)
            self._prompt.setText(question.prompt)
            self._statements.hide()
        self._legend.set_entries(self._entries)
        self._below.setVisible(bool(self._entries or self._prompt.text()))
        self.reveal(shown=False, animate=False)

    def _show_choice(self, choice: Choice) -> None:
        self._entries = []
        self._scenario.set_scenario(choice.prompt, [])
        numbered = [f"{number}. {text}" for number, text in enumerate(choice.statements, 1)]
        self._statements.setText("\n".join(numbered))
        self._statements.setVisible(bool(numbered))
        self._prompt.setText("")

    def reveal(self, *, shown: bool, animate: bool = True) -> None:
        """Mark the deciding words, and put their legend where the prompt stood."""
        self._scenario.reveal(shown, animate)
        self._turn.setCurrentWidget(self._legend if shown and self._entries else self._prompt)
