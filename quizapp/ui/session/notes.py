"""The note dialog; a question as text."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLayout, QRadioButton, QWidget

from quizapp.domain.attempt import Step
from quizapp.domain.bank import Vocabulary
from quizapp.domain.certainty import Certainty
from quizapp.domain.directions import isolated
from quizapp.domain.history import NoteKind
from quizapp.domain.question import Choice, Question, Reason, Side, Strength, Verdict
from quizapp.domain.session import SessionItem
from quizapp.ui.question.certainty import CertaintyWords
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.choices import RadioRow
from quizapp.ui.widgets.dialogs import NoteDialog
from quizapp.ui.widgets.layouts import set_tab_order
from quizapp.ui.wording import LETTERS, NUMBERS, Wording, claims, credit, prompt_of

_BELOW_ABOUT = 2
"""Where the kinds of notes stand in the dialog: below its heading and what the note is about."""


@dataclass(frozen=True, slots=True)
class Block:
    """One headed piece of a question as text."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A note that was written and not saved."""

    text: str = ""
    kind: NoteKind = NoteKind.OWN


class QuestionNoteDialog(NoteDialog):
    """Takes a note on a question: for oneself, or on what is wrong with it.

    Args:
        about: bank and question, as a person would name them to its author.
        parent: the window it belongs to.
        draft: what was written before and not saved.
    """

    def __init__(self, about: str, parent: QWidget | None = None, draft: Draft | None = None) -> None:
        draft = draft or Draft()
        super().__init__(self.tr("A note on this question"), self.tr("Your note"), about, parent, draft.text)
        kinds = (
            (NoteKind.OWN.value, self.tr("Note for yourself")),
            (NoteKind.FAULT.value, self.tr("Something is wrong with this question")),
        )
        self.kinds = RadioRow(self.tr("What the note is for"), kinds)
        self.kinds.show_value(draft.kind.value)
        self.column.insertWidget(_BELOW_ABOUT, self.kinds)
        self.column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # Qt's least is for one column
        after = (self.editor, *self.findChildren(Button))
        for part in after:
            part.raise_()  # screen readers read in the order of stacking
        set_tab_order([*self.kinds.findChildren(QRadioButton), *after])
        self.editor.setFocus()

    @property
    def draft(self) -> Draft:
        """What is written so far, and what it is for."""
        return Draft(self.note, NoteKind(self.kinds.value))


class QuestionText(QObject):
    """Writes a question down as far as it has been shown; the same arguments give the same text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording, self._certainty_words = Wording(self), CertaintyWords(self)

    def write(self, asked: SessionItem, bank_title: str, step: Step) -> str:
        """The question at a step, its parts a blank line apart; the last line says where it is from.

        Before the explanation stands, the text gives nothing away: what is asked and what is offered.
        """
        question, told = asked.question, step is Step.EXPLANATION
        if isinstance(question, Choice):
            stem = [question.prompt, _listed(NUMBERS, question.statements)]
            parts = [*stem, *(self._choice_told if told else self._options)(question, asked)]
            parts += self._certainty(step)
        else:
            stem = [question.scenario, prompt_of(question)]
            parts = [*stem, *(self._verdict_told(question, asked) if told else self._offered(asked, step))]
        origin = self.tr("{title}, question {id}").format(title=isolated(bank_title), id=question.id)
        return "\n\n".join(part for part in (*parts, origin) if part) + "\n"

    def _offered(self, asked: SessionItem, step: Step) -> list[str]:
        """The answers, and once they are asked for the reasons."""
        parts = ["\n".join(f"– {self._wording.side(side)}" for side in Side), *self._certainty(step)]
        if step is Step.REASON:
            reasons = _listed(NUMBERS, (reason.text for reason in asked.reasons))
            parts.append(f"{self.tr('What decides it here?')}\n{reasons}")
        return parts

    def _certainty(self, step: Step) -> list[str]:
        """How sure one is, while that is asked."""
        levels = _listed(NUMBERS, (self._certainty_words.level(level) for level in Certainty))
        return [f"{self.tr('How sure are you?')}\n{levels}"] if step is Step.CERTAINTY else []

    def _verdict_told(self, verdict: Verdict, asked: SessionItem) -> list[str]:
        """Answer, why, deciding facts, claims, the other facts and what would change it."""
        words = Block(self.tr("What decides it"), self._deciding(verdict))
        others = Block(self.tr("The other facts"), _told(verdict.others))
        changes = Block(self.tr("What would change it"), verdict.flips)
        argued = [words, self._claims(verdict, asked.vocabulary)]
        if verdict.strength is Strength.ARGUABLE:
            cases = [self._case(verdict, side) for side in Side]
            blocks = [*cases, Block(self.tr("Why both can be argued"), verdict.why), *argued, others, changes]
        else:
            why = self.tr("Why {side} fits").format(side=self._wording.side(verdict.answer))
            blocks = [Block(why, verdict.why), *argued, others, changes]
        return [self._answer(verdict), *_headed(blocks)]

    def _case(self, verdict: Verdict, side: Side) -> Block:
        heading = self.tr("The case for {side}").format(side=self._wording.side(side))
        return Block(heading, verdict.case_for(side))

    def _answer(self, verdict: Verdict) -> str:
        side = self._wording.side(verdict.answer)
        if verdict.strength is Strength.ARGUABLE:
            return self.tr("Answer: both can be argued, leaning to {side}").format(side=side)
        strength = self._wording.strength(verdict.strength)
        return self.tr("Answer: {side} ({strength})").format(side=side, strength=strength)

    def _deciding(self, verdict: Verdict) -> str:
        """Each fact that supports a label, with that label."""
        return "\n".join(
            f"{isolated(reason.text)} ({self._wording.side(side)})"
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
        answer = self.tr("Answer: {letter}. {option}").format(letter=letter, option=isolated(key))
        claimed = _headed([self._claims(choice, asked.vocabulary)])
        return [_listed(LETTERS, told), answer, choice.why, *claimed]


def _listed(signs: str, texts: Iterable[str]) -> str:
    """One text a line, each with its sign."""
    return "\n".join(f"{sign}. {text}" for sign, text in zip(signs, texts, strict=False))


def _headed(blocks: Iterable[Block]) -> list[str]:
    """Blocks as text; empty ones are left out."""
    return [f"{block.heading}\n{block.text}" for block in blocks if block.text]


def _told(facts: Iterable[Reason]) -> str:
    """Facts, each with what is to be said of it, one a paragraph."""
    return "\n\n".join(f"{fact.text}\n{fact.why}" for fact in facts)
