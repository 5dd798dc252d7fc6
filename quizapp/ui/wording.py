"""Sentences about questions and sessions that screens share."""

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from quizapp.domain.attempt import DUE, PAPER, SessionRules
from quizapp.domain.bank import Bank, Vocabulary
from quizapp.domain.directions import isolated
from quizapp.domain.question import EITHER, Question, Side, Strength, Verdict
from quizapp.domain.scoring import Outcome, OutcomeKind
from quizapp.domain.selection import Which
from quizapp.ui.style.marks import BadgeKind

if TYPE_CHECKING:
    from quizapp.domain.explanation import Headline, RowKind
    from quizapp.ui.style.scripts import Script

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

    def marks(
        self,
        outcome: Outcome,
        *,
        reasoned: bool = True,
        again: bool = False,
        by_certainty: int | None = None,
    ) -> str:
        """What the answer earned, and why.

        Args:
            outcome: what the answer came to.
            reasoned: whether a reason was given, not "not sure".
            again: whether it was given after the explanation had been shown.
            by_certainty: its points for certainty; None where nobody asked, or it is not marked.
        """
        if again:
            return self.tr(
                "Saved. Answered again after the explanation: it counts here, not in your statistics."
            )
        sentences = {
            OutcomeKind.ARGUED: self.tr("Saved. {points}: the reason supports the answer."),
            OutcomeKind.NOT_ARGUED: self.tr("Saved. {points}: the reason does not support the answer.")
            if reasoned
            else self.tr("Saved. {points}: no reason was given."),
            OutcomeKind.SHOWN: self.tr("Saved. No point: arguable, and no reason was asked for."),
        }
        sentence = sentences.get(outcome.kind, self.tr("Saved. {points}."))
        return sentence.format(points=self._points(is_one=bool(outcome.marks), by_certainty=by_certainty))

    def _points(self, *, is_one: bool, by_certainty: int | None) -> str:
        """A point or none, and those for certainty beside it."""
        if by_certainty is None:
            return self.tr("1 point") if is_one else self.tr("0 points")
        both = self.tr("1 point, {certainty} for certainty")
        if not is_one:
            both = self.tr("No point, {certainty} for certainty")
        return both.format(certainty=str(by_certainty).replace("-", "\u2212"))

    def paper_marks(self, outcome: Outcome | None) -> str:
        """What an answer earned in a paper; None for one that was left open."""
        if outcome is None:
            return self.tr("Left open: 0 of 1 mark.")
        return self.tr("1 of 1 mark.") if outcome.marks else self.tr("0 of 1 mark.")

    def left_open(self, key: str) -> str:
        """The sentence above a question that was left open in a paper; `key` is the right answer."""
        return self.tr("Left open. The right answer is {key}.").format(key=key)

    def choice_headline(self, kind: OutcomeKind, key: str) -> str:
        """The sentence above an answered choice; `key` is the right option with its letter."""
        if kind is OutcomeKind.RIGHT:
            return self.tr("Right.")
        return self.tr("The right answer is {key}.").format(key=isolated(key))

    def key(self, question: Question) -> str:
        """What a verdict turned out to be, in one word; empty for a choice."""
        if not isinstance(question, Verdict):
            return ""
        return self.tr("Arguable") if question.strength is Strength.ARGUABLE else self.side(question.answer)

    def in_a_list(self, question: Question, answer: str, kind: OutcomeKind, *, reasoned: bool = True) -> str:
        """What the person said, beside the key and as short as a list wants it.

        Args:
            question: it was asked.
            answer: as it is stored: a side, `EITHER`, or the index of an option.
            kind: what can be said of the answer.
            reasoned: as for `marks`.
        """
        if not isinstance(question, Verdict):
            right, said = (question.options[index].text.rstrip(".") for index in (question.key, int(answer)))
            if right == said:
                return self.tr("You said “{answer}”").format(answer=isolated(said))
            return self.tr("Right: “{key}”. You said “{answer}”").format(
                key=isolated(right), answer=isolated(said)
            )
        if answer == EITHER:
            return self.tr("You said either can be argued")
        sentences = {
            OutcomeKind.ARGUED: self.tr("Your reason supports {answer}"),
            OutcomeKind.NOT_ARGUED: self.tr("Your reason does not support {answer}")
            if reasoned
            else self.tr("You said {answer}, without a reason"),
        }
        return sentences.get(kind, self.tr("You said {answer}")).format(answer=self.side(Side(answer)))

    def open_in_a_list(self, question: Question) -> str:
        """The same of a question that was left open in a paper."""
        if isinstance(question, Verdict):
            return self.tr("Left open. Right: {key}").format(key=self.key(question))
        key = question.options[question.key].text.rstrip(".")
        return self.tr("Left open. Right: “{key}”").format(key=isolated(key))

    # -- explanations --------------------------------------------------------------------------

    def explained(self, headline: "Headline", verdict: Verdict, answer: str) -> str:
        """The sentence above an explanation: never a bare "wrong".

        Args:
            headline: what is to be said.
            verdict: the question.
            answer: as it is stored: a side, or `EITHER`.
        """
        from quizapp.domain.explanation import Headline  # noqa: PLC0415 - Today explains nothing

        yours = Side(answer) if answer in tuple(Side) else verdict.answer
        sentences = {
            Headline.RIGHT: self.tr("Right."),
            Headline.RIGHT_REASON: self.tr("Right, and for the right reason."),
            Headline.OTHER_FACT: self.tr("Right answer. Another fact decides it."),
            Headline.THIS_FACT: self.tr("Right answer. This fact decides it."),
            Headline.OTHER_LABEL: self.tr("Not quite: {answer} fits better here."),
            Headline.LEANS: self.tr("Close: it leans to {answer}."),
            Headline.SUPPORTED: self.tr("Both can be argued, and your reason supports {yours}."),
            Headline.SUPPORTS_OTHER: self.tr("Both can be argued; your reason supports {other}."),
            Headline.SUPPORTS_NEITHER: self.tr("Both can be argued; this fact supports neither."),
            Headline.NO_FACT: self.tr("Both can be argued. Choose a fact to make the case."),
            Headline.ARGUABLE: self.tr("Both can be argued."),
            Headline.EITHER: self.tr("Yes: either can be argued."),
            Headline.ONE_LABEL: self.tr("It can be argued either way."),
        }
        return sentences[headline].format(
            answer=self.side(verdict.answer), yours=self.side(yours), other=self.side(yours.other)
        )

    def row_label(self, kind: "RowKind", verdict: Verdict) -> str:
        """What stands beside a row of an explanation."""
        from quizapp.domain.explanation import RowKind  # noqa: PLC0415 - as above

        labels = {
            RowKind.YOUR_REASON: self.tr("Your reason"),
            RowKind.DECIDES: self.tr("What decides it"),
            RowKind.WHY: self.tr("Why {side} fits").format(side=self.side(verdict.answer)),
            RowKind.CHANGES: self.tr("What would change it"),
        }
        return labels[kind]

    def decides_for_other(self, verdict: Verdict) -> str:
        """What is said to somebody who picked the fact that decides and the other label."""
        sentence = self.tr("You picked the fact that decides; it speaks for {side}.")
        return sentence.format(side=self.side(verdict.answer))


def prompt_of(verdict: Verdict) -> str:
    """What is asked about a scenario; the usual question in the person's language."""
    if verdict.own_prompt:
        return verdict.own_prompt
    offer = verdict.offer or QCoreApplication.translate("Wording", "the offer")
    return QCoreApplication.translate("Wording", "Which label fits {offer} better?").format(
        offer=isolated(offer)
    )


def claims(question: Question, vocabulary: Vocabulary) -> list[str]:
    """The texts of the claims a question cites."""
    return [vocabulary.claims[claim] for claim in question.claims if claim in vocabulary.claims]


def credit(vocabulary: Vocabulary) -> str:
    """Author, title and publisher of the source, as they stand under its claims."""
    source = vocabulary.source
    title = f"“{source.title}”" if source.title else ""
    return ", ".join(isolated(part) for part in (source.author, title, source.publisher) if part)


class FontWords(QObject):
    """Says of texts which of their letters no font here has; what was said of a bank is kept."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[Bank | None, str] = (None, "")

    def bank(self, bank: Bank) -> str:
        """Which letters of a bank would be boxes, and what to install; empty where there are none."""
        if self._told[0] is not bank:
            self._told = bank, self.missing(bank)
        return self._told[1]

    def missing(self, content: object) -> str:
        """The same of any texts, see `missing_scripts`."""
        from quizapp.ui.style.scripts import missing_scripts  # noqa: PLC0415 - the first picture comes first

        scripts = missing_scripts(content)
        if not scripts:
            return ""
        sentence = self.tr(
            "No font on this computer has the letters of {scripts}: boxes stand for them, on screen, wall "
            "and paper. Install {fonts} (in Debian and Ubuntu: {packages}), and start the program again."
        )
        return sentence.format(
            scripts=self._listed([self._script(script) for script in scripts]),
            fonts=self._listed(list(dict.fromkeys(script.font for script in scripts))),
            packages=", ".join(dict.fromkeys(script.package for script in scripts)),
        )

    def _script(self, script: "Script") -> str:
        from quizapp.ui.style.scripts import EMOJI, SIGNS  # noqa: PLC0415 - as above

        names = {EMOJI: self.tr("emoji"), SIGNS: self.tr("rare signs")}
        return names.get(script, script.name)

    def _listed(self, words: list[str]) -> str:
        if len(words) == 1:
            return words[0]
        return self.tr("{some} and {last}").format(some=", ".join(words[:-1]), last=words[-1])


def topics_of(bank: Bank) -> tuple[str, ...]:
    """The topics of a bank, those of most questions first."""
    counts = Counter(topic for question in bank.questions for topic in question.topics)
    return tuple(topic for topic, _ in counts.most_common())


def shown_topic(topic: str) -> str:
    """A topic with a capital at its beginning; one that has capitals stays as its author wrote it."""
    return isolated(topic[:1].upper() + topic[1:] if topic.islower() else topic)


_TOPICS = 2
"""Topics in the name of a session; the others are counted."""


class SessionNames(QObject):
    """Calls a session by what was chosen for it."""

    def name(self, rules: SessionRules, bank: Bank | None) -> str:
        """What a session asks; empty where all questions of its bank were meant.

        Args:
            rules: those of the session.
            bank: its bank; None while that is not open.
        """
        which = self._which(rules.which)
        if rules.cue:
            cue = bank.vocabulary.cues.get(rules.cue) if bank is not None else None
            which = isolated(cue.name) if cue is not None else self.tr("One kind of reason")
        return ": ".join(part for part in (which, self._topics(rules.topics)) if part)

    def _which(self, which: str) -> str:
        if which == PAPER:
            return self.tr("Paper")
        if which == DUE:
            return self.tr("Due and new questions")
        names = {
            Which.UNSEEN: self.tr("New questions"),
            Which.MISTAKES: self.tr("Missed questions"),
            Which.FLAGGED: self.tr("Flagged questions"),
            Which.WEAKEST_CUE: self.tr("Weakest kind of reason"),
            Which.PAIRS: self.tr("Twins"),
        }
        return names[Which(which)] if which in tuple(names) else ""

    def _topics(self, topics: tuple[str, ...]) -> str:
        named = [shown_topic(topic) for topic in topics[:_TOPICS]]
        if len(topics) < _TOPICS:
            return "".join(named)
        if len(topics) == _TOPICS:
            return self.tr("{one} and {other}").format(one=named[0], other=named[1])
        return self.tr("{topics} and {n} more").format(topics=", ".join(named), n=len(topics) - _TOPICS)
