"""What a trainer has to know of a question before it is asked: what it comes to, and how long it is."""

from PySide6.QtCore import QObject

from quizapp.domain.mixing import twin_of
from quizapp.domain.question import Choice, Question, Side, Strength

LONGEST_ON_WALL = 90
"""Words above which a question takes more than one page on the wall."""


def asked_text(question: Question) -> str:
    """What is put to the room: the scenario, or the prompt of a choice with its statements."""
    if isinstance(question, Choice):
        return "\n".join((question.prompt, *question.statements))
    return question.scenario


def word_count(question: Question) -> int:
    """How many words the room reads: all that is asked, with the options of a choice."""
    if isinstance(question, Choice):
        texts = (question.prompt, *question.statements, *(option.text for option in question.options))
    else:
        texts = (question.scenario, question.prompt)
    return sum(len(text.split()) for text in texts)


class QuestionFacts(QObject):
    """The same in words."""

    def side(self, side: Side) -> str:
        """The name of a side."""
        return self.tr("Product") if side is Side.PRODUCT else self.tr("Service")

    def key(self, question: Question) -> str:
        """The right answer in a word: a side, or the letter of an option."""
        if isinstance(question, Choice):
            return self.tr("Option {letter}").format(letter="ABCDEF"[question.key])
        return self.side(question.answer)

    def kind(self, question: Question) -> str:
        """How firmly the key stands, or how many options there are."""
        if isinstance(question, Choice):
            return self.tr("{count} options").format(count=len(question.options))
        words = {
            Strength.CLEAR: self.tr("clear"),
            Strength.LEANING: self.tr("leaning"),
            Strength.ARGUABLE: self.tr("arguable"),
        }
        return words[question.strength]

    def length(self, question: Question) -> str:
        """How many words it has, and whether they are too many for one page on the wall."""
        words = word_count(question)
        if words > LONGEST_ON_WALL:
            return self.tr("{count} words: long for the wall").format(count=words)
        return self.tr("{count} words").format(count=words)

    def summary(self, question: Question) -> str:
        """All but the key, on one line."""
        facts = [self.kind(question), self.length(question)]
        if twin_of(question):
            facts.append(self.tr("has a twin"))
        return " · ".join(facts)
