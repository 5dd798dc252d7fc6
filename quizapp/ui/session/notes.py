"""The note dialog; a question as text."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QDialog, QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from quizapp.domain.attempt import Step
from quizapp.domain.bank import Vocabulary
from quizapp.domain.question import Choice, Question, Side, Strength, Verdict
from quizapp.domain.session import SessionItem
from quizapp.ui.style.appearance import Appearance
from quizapp.ui.style.painting import INSET
from quizapp.ui.widgets.buttons import ActionButton
from quizapp.ui.widgets.choices import LETTERS, NUMBERS
from quizapp.ui.widgets.fields import FieldBox
from quizapp.ui.widgets.layouts import FlowLayout
from quizapp.ui.widgets.text import Text
from quizapp.ui.wording import Block, Wording, claims, credit

_WIDTH, _HEIGHT, _MARGIN = 580, 380, 16


class NoteDialog(QDialog):
    """Asks what is wrong with a question.

    Args:
        appearance: the appearance in force.
        about: bank and question, as a person would name them to its author.
        parent: the window it belongs to.
        draft: what was written before and not saved.

    Signals:
        note_written: carries the text to be kept; whoever has kept it accepts the dialog.
    """

    note_written = Signal(object)

    def __init__(
        self, appearance: Appearance, about: str, parent: QWidget | None = None, draft: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something is wrong with this question"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question = Text(appearance, "section", self.tr("What is wrong with this question?"), inset=INSET)
        self._editor = QPlainTextEdit()
        self._editor.setFrameShape(QFrame.Shape.NoFrame)
        self._editor.setTabChangesFocus(True)
        self._field = FieldBox(appearance, self._editor, "body", (9, 9))
        self._editor.setAccessibleName(question.text())
        self._save = ActionButton(appearance, self.tr("Save the note"), key="Ctrl+Enter")
        cancel = ActionButton(appearance, self.tr("Cancel"), "quiet", key="Esc")
        buttons = FlowLayout(spread=True)  # each on a line of its own rather than its words on two
        buttons.addWidget(cancel)
        buttons.addWidget(self._save)
        layout = QVBoxLayout(self)
        margin = appearance.px(_MARGIN)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.addWidget(question)
        layout.addWidget(Text(appearance, "label", about, "muted", inset=INSET))
        layout.addWidget(self._field, 1)
        layout.addLayout(buttons)
        cancel.clicked.connect(self.reject)
        self._editor.setPlainText(draft)
        self._editor.moveCursor(QTextCursor.MoveOperation.End)
        self._prepare(appearance)

    def draft(self) -> str:
        """What is written so far."""
        return self._editor.toPlainText()

    def _prepare(self, appearance: Appearance) -> None:
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self._save.click)
        self._save.clicked.connect(self._keep)
        self._editor.textChanged.connect(self._update_save)
        self._update_save()
        self.resize(
            QSize(appearance.px(_WIDTH), appearance.px(_HEIGHT)).boundedTo(
                self.screen().availableSize() * 0.9
            )
        )
        self._editor.setFocus()

    def _update_save(self) -> None:
        """An empty note cannot be saved."""
        self._save.setEnabled(bool(self._editor.toPlainText().strip()))

    def _keep(self) -> None:
        self.note_written.emit(self._editor.toPlainText().strip())


class QuestionText(QObject):
    """Writes a question down as far as it has been shown; the same arguments give the same text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)

    def write(self, asked: SessionItem, bank_title: str, step: Step) -> str:
        """The question at a step, its parts a blank line apart; the last line says where it is from.

        Before the explanation stands, the text gives nothing away: what is asked and what is offered.
        """
        question, told = asked.question, step is Step.EXPLANATION
        if isinstance(question, Choice):
            stem = [question.prompt, _listed(NUMBERS, question.statements)]
            parts = [*stem, *(self._choice_told if told else self._options)(question, asked)]
        else:
            stem = [question.scenario, question.prompt]
            parts = [*stem, *(self._verdict_told(question, asked) if told else self._offered(asked, step))]
        origin = self.tr("{title}, question {id}").format(title=bank_title, id=question.id)
        return "\n\n".join(part for part in (*parts, origin) if part) + "\n"

    def _offered(self, asked: SessionItem, step: Step) -> list[str]:
        """The answers, and once they are asked for the reasons."""
        parts = ["\n".join(f"– {self._wording.side(side)}" for side in Side)]
        if step is Step.REASON:
            reasons = _listed(NUMBERS, (reason.text for reason in asked.reasons))
            parts.append(f"{self.tr('What decides it?')}\n{reasons}")
        return parts

    def _verdict_told(self, verdict: Verdict, asked: SessionItem) -> list[str]:
        """Answer, why, deciding words, claims, the other side and what would flip it."""
        vocabulary, wording = asked.vocabulary, self._wording
        words = Block(self.tr("What decides it"), self._deciding(verdict))
        argued = [words, self._claims(verdict, vocabulary)]
        if verdict.strength is Strength.ARGUABLE:
            cases = [wording.case(verdict, side) for side in Side]
            others = wording.other_facts(verdict)
            blocks = [*cases, wording.arguable_why(verdict), *argued, others, wording.settles(verdict)]
        else:
            others = wording.other_facts(verdict)
            blocks = [wording.why(verdict), *argued, others, wording.flips(verdict)]
        return [self._answer(verdict), *_headed(blocks)]

    def _answer(self, verdict: Verdict) -> str:
        side = self._wording.side(verdict.answer)
        if verdict.strength is Strength.ARGUABLE:
            return self.tr("Answer: both can be argued, leaning to {side}").format(side=side)
        strength = self._wording.strength(verdict.strength)
        return self.tr("Answer: {side} ({strength})").format(side=side, strength=strength)

    def _deciding(self, verdict: Verdict) -> str:
        """Each fact that supports a label, with that label."""
        return "\n".join(
            f"{reason.text} ({self._wording.side(side)})"
            for side in verdict.sides
            for reason in verdict.reasons_for(side)
        )

    def _claims(self, question: Question, vocabulary: Vocabulary) -> Block:
        texts = claims(question, vocabulary)
        if not texts:
            return Block("", "")
        words = self.tr("{credit} – in our words").format(credit=credit(vocabulary))
        return Block(self.tr("The article argues"), "\n".join([*texts, words]))

    @staticmethod
    def _options(choice: Choice, asked: SessionItem) -> list[str]:
        return [_listed(LETTERS, (choice.options[index].text for index in asked.order))]

    def _choice_told(self, choice: Choice, asked: SessionItem) -> list[str]:
        """The right option, then each with the reason why it is right or not."""
        key = choice.options[choice.key].text
        letter = LETTERS[asked.order.index(choice.key)]
        told = (f"{choice.options[index].text}\n   {choice.options[index].why}" for index in asked.order)
        answer = self.tr("Answer: {letter}. {option}").format(letter=letter, option=key)
        claimed = _headed([self._claims(choice, asked.vocabulary)])
        return [_listed(LETTERS, told), answer, choice.why, *claimed]


def _listed(signs: str, texts: Iterable[str]) -> str:
    """One text a line, each with its sign."""
    return "\n".join(f"{sign}. {text}" for sign, text in zip(signs, texts, strict=False))


def _headed(blocks: Iterable[Block]) -> list[str]:
    """Blocks as text; empty ones are left out."""
    return [f"{block.heading}\n{block.text}" for block in blocks if block.text]
