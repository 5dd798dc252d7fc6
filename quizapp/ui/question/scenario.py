"""The scenario, and its deciding words revealed."""

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from quizapp.domain.question import Choice, Question, Reason, Side, Verdict
from quizapp.domain.quotes import spans
from quizapp.ui.question.highlight import HighlightedText, Mark
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.sheet import RING
from quizapp.ui.widgets.cards import Card
from quizapp.ui.widgets.reading import Paragraph
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import prompt_of

_PADDING, _WIDE_PADDING = (36, 14), (48, 20)  # px across and down


class ScenarioCard(Card):
    """Shows the stem of a question; the answer changes nothing in it but the marks.

    The text is one document for all steps of all questions: it can be selected, copied, and read by
    screen readers word by word.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=_PADDING)
        self.setProperty("group", True)
        self._use = "scenario"
        self._question: Question | None = None
        self._text = HighlightedText(appearance, "scenario", "")
        self._prompt = Text("prompt")
        self.body.addWidget(self._text)
        self.body.addWidget(self._prompt)
        self.body.addStretch(1)

    def set_wide(self, *, wide: bool) -> None:
        """Keep more room around the words."""
        across, down = _WIDE_PADDING if wide else _PADDING
        self.body.setContentsMargins(across - RING, down, across - RING, down)

    def set_use(self, use: str) -> None:
        """Have the stem in another size, one of `TYPE`; what is marked in it stays marked."""
        if use != self._use:
            self._use = use
            if self._question is not None:
                self._fill(self._question)

    def show_question(self, question: Question) -> None:
        """Show a new stem, nothing marked."""
        self._question = question
        self.show_facts(())
        self._fill(question)

    def _fill(self, question: Question) -> None:
        if isinstance(question, Choice):
            self._show_choice(question)
        else:
            self._text.setAccessibleName(self.tr("Scenario"))
            self._text.set_paragraphs([Paragraph(line, self._use) for line in question.scenario.split("\n")])
            self._prompt.setText(prompt_of(question))
        words = f"{self._text.text()}\n{self._prompt.text()}".strip()
        self.setAccessibleDescription(words)  # read out with the focus, in one go

    def read_out(self) -> None:
        """Have screen readers read the whole question: they do for what takes the focus, or says more."""
        if self.hasFocus():
            words = self.accessibleDescription()
            self.setAccessibleDescription("")
            self.setAccessibleDescription(words)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_prompt(self, *, shown: bool) -> None:
        """Show what is asked, or leave it out: it belongs to the first step alone."""
        self._prompt.setVisible(shown and bool(self._prompt.text()))

    def _show_choice(self, choice: Choice) -> None:
        self._prompt.setText("")
        numbered = (f"{number}. {text}" for number, text in enumerate(choice.statements, 1))
        self._text.setAccessibleName(self.tr("Question"))
        self._text.set_paragraphs(
            [
                *(Paragraph(line, self._use) for line in choice.prompt.split("\n")),
                *(Paragraph(each, "lead", above=0 if at else 8) for at, each in enumerate(numbered)),
            ]
        )

    def show_facts(self, facts: Sequence[tuple[Reason, Side | None]]) -> None:
        """Mark the words that show these facts, each for the label it decides for, or for none."""
        question = self._question
        if not isinstance(question, Verdict):
            self._text.show_marks(())
            return
        marks = [
            Mark(start, end, side)
            for reason, side in facts
            for quote in reason.quotes
            for start, end in spans(question.scenario, quote)[:1]
        ]
        self._text.show_marks(sorted(marks, key=attrgetter("start")), one_by_one=True)
