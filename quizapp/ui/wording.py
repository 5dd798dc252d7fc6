"""Sentences and counts shared by screens."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QObject

from quizapp.domain.bank import Bank, Vocabulary
from quizapp.domain.question import Question, Reason, Side, Strength, Verdict
from quizapp.domain.scoring import Outcome, OutcomeKind
from quizapp.ui.style.marks import BadgeKind

BADGES = {
    OutcomeKind.RIGHT: BadgeKind.RIGHT,
    OutcomeKind.RIGHT_REASON: BadgeKind.RIGHT,
    OutcomeKind.OTHER_REASON: BadgeKind.OTHER_REASON,
    OutcomeKind.NOT_THIS: BadgeKind.NOT_THIS,
    OutcomeKind.ARGUED: BadgeKind.ARGUABLE,
    OutcomeKind.NOT_ARGUED: BadgeKind.ARGUABLE,
    OutcomeKind.SHOWN: BadgeKind.ARGUABLE,
    OutcomeKind.EITHER: BadgeKind.RIGHT,
    OutcomeKind.CLOSE: BadgeKind.NOT_THIS,
    OutcomeKind.ONE_SIDE: BadgeKind.ARGUABLE,
}


@dataclass(frozen=True, slots=True)
class VerdictResponse:
    """What the person said to a verdict: the side, and the reason (None for none)."""

    side: Side
    reason: Reason | None
    was_asked_why: bool


@dataclass(frozen=True, slots=True)
class Block:
    """One headed piece of an explanation; `names` are the lines of its text that name what follows them."""

    heading: str
    text: str
    names: frozenset[str] = frozenset()


LETTERS = "ABCDEF"
NUMBERS = "123456"
"""The keys of options and reasons, in their order."""


class Wording(QObject):
    """All sentences about outcomes, in one place, so that they sound alike."""

    def side(self, side: Side) -> str:
        """The name of a side."""
        return self.tr("Product") if side is Side.PRODUCT else self.tr("Service")

    def strength(self, strength: Strength) -> str:
        """The word for a strength, as it stands inside a sentence."""
        words = {
            Strength.CLEAR: self.tr("clear"),
            Strength.LEANING: self.tr("leaning"),
            Strength.ARGUABLE: self.tr("arguable"),
        }
        return words[strength]

    def headline(self, verdict: Verdict, kind: OutcomeKind, *, reasoned: bool = True) -> str:
        """The sentence of the verdict row: never a bare "wrong".

        Args:
            verdict: the question.
            kind: what can be said of the answer.
            reasoned: whether a reason was given, not "not sure".
        """
        answer = self.side(verdict.answer)
        leaning = verdict.strength is Strength.LEANING
        sentences = {
            OutcomeKind.RIGHT: self.tr("Right: {answer}"),
            OutcomeKind.RIGHT_REASON: self.tr("Right, and for the right reason"),
            OutcomeKind.OTHER_REASON: self.tr("{answer} is right. The reason is another")
            if reasoned
            else self.tr("{answer} is right. Here is what decides it"),
            OutcomeKind.NOT_THIS: self.tr("Not this one: it leans to {answer}")
            if leaning
            else self.tr("Not this one: {answer} is the clear answer"),
            OutcomeKind.ARGUED: self.tr("Both answers can be argued. Yours holds"),
            OutcomeKind.NOT_ARGUED: self.tr("Both answers can be argued. That reason does not carry yours")
            if reasoned
            else self.tr("Both answers can be argued. Yours needs a reason"),
            OutcomeKind.SHOWN: self.tr("Both answers can be argued"),
            OutcomeKind.EITHER: self.tr("Yes: either can be argued"),
            OutcomeKind.CLOSE: self.tr("Close: it leans to {answer}"),
            OutcomeKind.ONE_SIDE: self.tr("It can be argued either way"),
        }
        return sentences[kind].format(answer=answer)

    def said(self, said: VerdictResponse) -> str:
        """What the person said, repeated back."""
        side = self.side(said.side)
        if not said.was_asked_why:
            return self.tr("You said {side}.").format(side=side)
        if said.reason is None:
            return self.tr("You said {side}, and were not sure what decides it.").format(side=side)
        reason = self.tr("You said {side}. What decides it, you said: “{reason}”")
        return reason.format(side=side, reason=said.reason.text)

    def marks(self, outcome: Outcome, *, reasoned: bool = True, again: bool = False) -> str:
        """What the answer earned, and why.

        Args:
            outcome: what the answer came to.
            reasoned: as for `headline`.
            again: whether it was given after the explanation had been shown.
        """
        if again:
            return self.tr(
                "Saved. Answered again after the explanation: it counts here, not in your statistics."
            )
        sentences = {
            OutcomeKind.RIGHT: self.tr("Saved. 1 mark of 1."),
            OutcomeKind.RIGHT_REASON: self.tr("Saved. 1 mark of 1."),
            OutcomeKind.OTHER_REASON: self.tr("Saved. 1 mark of 1: the verdict earns it."),
            OutcomeKind.NOT_THIS: self.tr("Saved. 0 marks of 1."),
            OutcomeKind.ARGUED: self.tr("Saved. 1 mark of 1: the reason supports the answer."),
            OutcomeKind.NOT_ARGUED: self.tr("Saved. 0 marks of 1: the reason does not support the answer.")
            if reasoned
            else self.tr("Saved. 0 marks of 1: no reason was given."),
            OutcomeKind.SHOWN: self.tr("Saved. Not marked: arguable, and no reason was asked for."),
            OutcomeKind.EITHER: self.tr("Saved. 1 mark of 1."),
            OutcomeKind.CLOSE: self.tr("Saved. 0 marks of 1."),
            OutcomeKind.ONE_SIDE: self.tr("Saved. 0 marks of 1."),
        }
        return sentences[outcome.kind]

    def choice_headline(self, kind: OutcomeKind, key: str) -> str:
        """The sentence above an answered choice; `key` is the right option with its letter."""
        if kind is OutcomeKind.RIGHT:
            return self.tr("Right: {key}").format(key=key)
        return self.tr("Not this one: right is {key}").format(key=key)

    def key(self, question: Question) -> str:
        """What a verdict turned out to be, in one word; empty for a choice."""
        if not isinstance(question, Verdict):
            return ""
        return self.tr("Arguable") if question.strength is Strength.ARGUABLE else self.side(question.answer)

    def in_a_list(self, question: Question, answer: str, kind: OutcomeKind, *, reasoned: bool = True) -> str:
        """What the person said, beside the key and as short as a list wants it.

        Args:
            question: it was asked.
            answer: as it is stored: a side, or the index of an option.
            kind: what can be said of the answer.
            reasoned: as for `headline`.
        """
        if not isinstance(question, Verdict):
            right, said = (question.options[index].text for index in (question.key, int(answer)))
            told = self.tr("you said “{answer}”").format(answer=said)
            return told if right == said else self.tr("right: “{key}”; {told}").format(key=right, told=told)
        sentences = {
            OutcomeKind.ARGUED: self.tr("your reason carries {answer}"),
            OutcomeKind.NOT_ARGUED: self.tr("your reason does not carry {answer}")
            if reasoned
            else self.tr("you said {answer}, without a reason"),
        }
        return sentences.get(kind, self.tr("you said {answer}")).format(answer=self.side(Side(answer)))

    # -- an explanation's story ----------------------------------------------------------------

    def story(
        self, verdict: Verdict, said: VerdictResponse, kind: OutcomeKind
    ) -> tuple[list[Block], list[Block]]:
        """The blocks of a clear or leaning verdict: the left column, and the right one below the claims.

        The order follows the outcome: right tells why first; another reason adds why that one does
        not decide; the other side hears first what was said of its own reason.
        """
        why, flips = self.why(verdict), self.flips(verdict)
        others, reason = self.other_facts(verdict, without=said.reason), self._own_reason(verdict, said)
        if kind is OutcomeKind.NOT_THIS:
            return self._non_empty([reason, why]), self._non_empty([flips, others])
        if kind is OutcomeKind.OTHER_REASON:
            return self._non_empty([why, reason]), self._non_empty([flips, others])
        return self._non_empty([why, flips]), self._non_empty([others])

    def why(self, verdict: Verdict) -> Block:
        """Why a clear or leaning verdict is what it is."""
        return Block(self.tr("Why {side}").format(side=self.side(verdict.answer)), verdict.why)

    def flips(self, verdict: Verdict) -> Block:
        """What would flip a clear or leaning verdict."""
        return Block(self.tr("What would flip it"), verdict.flips)

    def settles(self, verdict: Verdict) -> Block:
        """What would settle an arguable verdict."""
        return Block(self.tr("What would settle it"), verdict.flips)

    def arguable_why(self, verdict: Verdict) -> Block:
        """Why an arguable verdict is arguable, and to which side its author leans."""
        heading = self.tr("Why it is arguable, leaning to {side}").format(side=self.side(verdict.answer))
        return Block(heading, verdict.why)

    def case(self, verdict: Verdict, side: Side) -> Block:
        """The best case for one side of an arguable verdict."""
        return Block(self.tr("The case for {side}").format(side=self.side(side)), verdict.case_for(side))

    def other_facts(self, verdict: Verdict, without: Reason | None = None) -> Block:
        """The facts that do not decide a verdict, each with what is to be said of it."""
        facts = [reason for reason in verdict.others if reason != without]
        heading = self.tr("The other facts")
        if verdict.strength is Strength.ARGUABLE:
            heading = self.tr("What decides nothing here")
        return Block(heading, _told(facts), frozenset(reason.text for reason in facts))

    @staticmethod
    def _non_empty(blocks: list[Block]) -> list[Block]:
        return [block for block in blocks if block.text]

    def _own_reason(self, verdict: Verdict, said: VerdictResponse) -> Block:
        """What is to be said of the reason chosen; without one, what decides it."""
        if said.reason is None:
            facts = verdict.reasons_for(verdict.answer)
            return Block(self.tr("What decides it"), _told(facts), frozenset(each.text for each in facts))
        heading = self.tr("Why your reason does not decide")
        if said.reason.side is verdict.answer:
            heading = self.tr("Your reason decides it")
        return Block(heading, said.reason.why)


def _told(facts: Iterable[Reason]) -> str:
    """Facts, each with what is to be said of it, one a paragraph."""
    return "\n\n".join(f"{reason.text}\n{reason.why}" for reason in facts)


def claims(question: Question, vocabulary: Vocabulary) -> list[str]:
    """The texts of the claims a question cites."""
    return [vocabulary.claims[claim] for claim in question.claims if claim in vocabulary.claims]


def credit(vocabulary: Vocabulary) -> str:
    """Author, title and publisher of the source, as they stand under its claims."""
    source = vocabulary.source
    title = f"“{source.title}”" if source.title else ""
    return ", ".join(part for part in (source.author, title, source.publisher) if part)


MINUTES_A_QUESTION = 0.8


class Counting(QObject):
    """Counts in words. Each count is a sentence of its own, so that it can be translated."""

    def questions(self, count: int) -> str:
        """`1 question`, `12 questions`."""
        return self.tr("1 question") if count == 1 else self.tr("{count} questions").format(count=count)

    def problems(self, count: int) -> str:
        """`1 problem to mend`, `3 problems to mend`."""
        if count == 1:
            return self.tr("1 problem to mend")
        return self.tr("{count} problems to mend").format(count=count)

    def duration(self, questions: int) -> str:
        """How long so many questions take: `about eight minutes`."""
        return self.minutes(max(1, round(questions * MINUTES_A_QUESTION)))

    def minutes(self, count: int) -> str:
        """`about eight minutes`."""
        if count == 1:
            return self.tr("about one minute")
        return self.tr("about {count} minutes").format(count=self.word(count))

    def word(self, count: int) -> str:
        """A number up to ten as a word, a larger one in figures."""
        words = (
            self.tr("no"), self.tr("one"), self.tr("two"), self.tr("three"), self.tr("four"), self.tr("five"),
            self.tr("six"), self.tr("seven"), self.tr("eight"), self.tr("nine"), self.tr("ten"),
        )  # fmt: skip
        return words[count] if 0 <= count < len(words) else str(count)

    def capital(self, count: int) -> str:
        """The same at the beginning of a sentence."""
        return self.word(count)[:1].upper() + self.word(count)[1:]

    def questions_in_words(self, count: int) -> str:
        """`Ten questions`, `One question`."""
        if count == 1:
            return self.tr("One question")
        return self.tr("{count} questions").format(count=self.capital(count))


def local_date(at: datetime) -> QDate:
    """The day of a moment where the person is."""
    day = at.astimezone().date()
    return QDate(day.year, day.month, day.day)


def long_date(at: datetime) -> str:
    """That day in the words of the person's language."""
    return QLocale().toString(local_date(at), QLocale.FormatType.LongFormat)


def topics_of(bank: Bank) -> tuple[str, ...]:
    """The topics of a bank, those of most questions first."""
    counts = Counter(topic for question in bank.questions for topic in question.topics)
    return tuple(topic for topic, _ in counts.most_common())


def shown_topic(topic: str) -> str:
    """A topic with a capital at its beginning; one that has capitals stays as its author wrote it."""
    return topic[:1].upper() + topic[1:] if topic.islower() else topic
