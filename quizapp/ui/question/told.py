"""A question to be read with its answer and explanation, as nobody in particular has answered it."""

from collections.abc import Iterable, Iterator
from operator import attrgetter

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.bank import Vocabulary
from quizapp.domain.question import Choice, Question, Reason, Side, Strength, Verdict
from quizapp.domain.quotes import spans
from quizapp.ui.question.claims import ClaimBlock
from quizapp.ui.question.highlight import HighlightedText, Mark
from quizapp.ui.question.labels import MarkLabel
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.widgets.cards import Rule
from quizapp.ui.widgets.reading import Paragraph, ReadingText
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import LETTERS, Wording, prompt_of

_ABOVE = 12  # px at 100 % text above what a heading begins


class QuestionTold(QWidget):
    """Shows the answer, what is asked with its deciding words marked, and below it why.

    Args:
        appearance: the appearance in force.
        parent: the owner.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)
        self._side = MarkLabel(appearance, Side.PRODUCT, "", "body_strong")
        self._key = Text("body_strong")
        self._stem = HighlightedText(appearance, "choice", "")
        self._prompt = Text("label", tone="muted")
        self._why = ReadingText("body", self.tr("Explanation"))
        self._article = ClaimBlock()
        self._others = ReadingText("body", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        parts: tuple[QWidget, ...] = (self._side, self._key, self._stem, self._prompt, Rule())
        for part in (*parts, self._why, self._article, self._others):
            column.addWidget(part)

    def show_question(self, question: Question, vocabulary: Vocabulary) -> None:
        """Show a question with all that is to be said of it."""
        self._show_key(question)
        self._show_stem(question)
        if isinstance(question, Verdict):
            self._why.set_paragraphs(list(_verdict_parts(question, self._wording)))
            others = list(_facts(question.others)) if question.others else []
            title = self.tr("The other facts")
        else:
            self._why.set_paragraphs(list(_choice_parts(question)))
            others, title = [], ""
        self._article.show_claims_of(question, vocabulary)
        self._others.setAccessibleName(title)
        self._others.set_paragraphs([_heading(title), *others] if others else [])
        self._others.setVisible(bool(others))

    def _show_key(self, question: Question) -> None:
        """The right answer in a few words, with its mark where it is a side."""
        is_decided = isinstance(question, Verdict) and question.strength is not Strength.ARGUABLE
        self._side.setVisible(is_decided)
        self._key.setVisible(not is_decided)
        if isinstance(question, Choice):
            self._key.setText(self.tr("Right: {letter}").format(letter=LETTERS[question.key]))
        elif is_decided:
            is_clear = question.strength is Strength.CLEAR
            words = self.tr("Clearly {side}") if is_clear else self.tr("Leans to {side}")
            name = self._wording.side(question.answer)
            self._side.set_side(question.answer, words.format(side=name))
        else:
            self._key.setText(self.tr("Both can be argued"))

    def _show_stem(self, question: Question) -> None:
        """What is asked; in a scenario the words that decide it are marked."""
        self._stem.show_marks(())
        if isinstance(question, Choice):
            self._stem.setAccessibleName(self.tr("Question"))
            numbered = (f"{number}. {text}" for number, text in enumerate(question.statements, 1))
            lines = [Paragraph(line, "choice") for line in question.prompt.split("\n")]
            self._stem.set_paragraphs([*lines, *(Paragraph(each, "body", above=4) for each in numbered)])
            self._prompt.hide()
            return
        self._stem.setAccessibleName(self.tr("Scenario"))
        self._stem.set_paragraphs([Paragraph(line, "choice") for line in question.scenario.split("\n")])
        self._prompt.setText(prompt_of(question))
        self._prompt.show()
        marks = [
            Mark(start, end, reason.side)
            for reason in question.deciding
            for quote in reason.quotes
            for start, end in spans(question.scenario, quote)[:1]
        ]
        self._stem.show_marks(sorted(marks, key=attrgetter("start")))


def _heading(text: str, above: int = _ABOVE) -> Paragraph:
    return Paragraph(text, "label_strong", "muted", above)


def _verdict_parts(verdict: Verdict, wording: Wording) -> Iterator[Paragraph]:
    """Why the answer fits, or both cases; what decides it, and what would change it."""
    translate = QCoreApplication.translate
    if verdict.strength is Strength.ARGUABLE:
        for side in Side:
            case = translate("QuestionTold", "The case for {side}").format(side=wording.side(side))
            yield from _headed(case, verdict.case_for(side))
        yield from _headed(translate("QuestionTold", "Why both can be argued"), verdict.why)
    else:
        why = translate("QuestionTold", "Why {side} fits").format(side=wording.side(verdict.answer))
        yield from _headed(why, verdict.why)
    if verdict.deciding:
        yield _heading(translate("QuestionTold", "What decides it"))
        yield from _facts(verdict.deciding)
    yield from _headed(translate("QuestionTold", "What would change it"), verdict.flips)


def _choice_parts(choice: Choice) -> Iterator[Paragraph]:
    """Each option with the reason why it is right or not, and why in general."""
    for letter, option in zip(LETTERS, choice.options, strict=False):
        right = QCoreApplication.translate("QuestionTold", "{letter}. {option} (right)")
        told = right if option.correct else "{letter}. {option}"
        yield Paragraph(told.format(letter=letter, option=option.text), "body_strong", above=_ABOVE)
        yield Paragraph(option.why, above=2)
    yield from _headed(QCoreApplication.translate("QuestionTold", "Why"), choice.why)


def _headed(heading: str, text: str) -> Iterator[Paragraph]:
    """A text below its heading; nothing where there is none."""
    if text:
        yield _heading(heading)
        yield Paragraph(text, above=2)


def _facts(facts: Iterable[Reason]) -> Iterator[Paragraph]:
    """Facts, each with what is said of it."""
    for fact in facts:
        yield Paragraph(fact.text, "body_strong", above=4)
        yield Paragraph(fact.why, above=2)
