"""What an explanation says: one headline and a few rows that answer the very answer that was given.

Every case is a row of one table (`explain`); the words around the author's texts are the screen's.
"""

from dataclasses import dataclass
from enum import StrEnum

from quizapp.domain.bank import Vocabulary
from quizapp.domain.question import EITHER, Reason, Side, Strength, Verdict
from quizapp.domain.reasons import deciding_fact


class Headline(StrEnum):
    """The sentence above an explanation. There is no bare "wrong": it names what fits better."""

    RIGHT = "right"
    RIGHT_REASON = "right-reason"
    OTHER_FACT = "other-fact"
    """The right label, and another fact decides it."""
    THIS_FACT = "this-fact"
    """The right label, and no fact was named."""
    OTHER_LABEL = "other-label"
    LEANS = "leans"
    """Of three answers "either" was given, and the verdict leans to one label."""
    SUPPORTED = "supported"
    """Arguable, and the reason chosen supports the label chosen."""
    SUPPORTS_OTHER = "supports-other"
    """Arguable, and the reason chosen supports the other label."""
    SUPPORTS_NEITHER = "supports-neither"
    NO_FACT = "no-fact"
    """Arguable, and no fact was named."""
    ARGUABLE = "arguable"
    """Arguable, asked without its reason step."""
    EITHER = "either"
    """Of three answers "either" was given, and either can be argued."""
    ONE_LABEL = "one-label"
    """Of three answers one label was given, and either can be argued."""


class RowKind(StrEnum):
    """What a row of an explanation is about."""

    YOUR_REASON = "your-reason"
    DECIDES = "decides"
    WHY = "why"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled row: a fact and what is to be said of it, or words alone.

    Attributes:
        kind: what it is about.
        text: the author's words.
        fact: the fact they speak of; None for words alone.
        decides: whether the fact decides though the label chosen is the other one.
    """

    kind: RowKind
    text: str
    fact: Reason | None = None
    decides: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is shown after an answer to a verdict.

    Attributes:
        headline: the sentence above it.
        rows: in the order they are read.
        cases: the labels whose cases are shown, first the one to be read first; empty for a decided one.
        others: the facts that no row shows, in the author's order.
        chosen: the fact that was chosen; None for "not sure" and where none was asked for.
    """

    headline: Headline
    rows: tuple[Row, ...]
    cases: tuple[Side, ...]
    others: tuple[Reason, ...]
    chosen: Reason | None

    def marked(self, verdict: Verdict) -> tuple[tuple[Reason, Side | None], ...]:
        """The facts whose words are marked in the scenario, each with the label it decides for, if any.

        Of a decided verdict those that its rows show; of an arguable one all that support a label.
        """
        shown = [row.fact for row in self.rows if row.fact is not None]
        if verdict.strength is Strength.ARGUABLE:
            shown = [*verdict.deciding, *(fact for fact in shown if fact not in verdict.deciding)]
        return tuple((fact, fact.side if fact in verdict.deciding else None) for fact in shown)


def explain(
    verdict: Verdict,
    vocabulary: Vocabulary,
    answer: str,
    chosen: Reason | None,
    offered: tuple[Reason, ...],
    *,
    of_three: bool = False,
) -> Explanation:
    """The explanation of an answered verdict.

    Args:
        verdict: the question.
        vocabulary: tells which kinds of reason never decide alone.
        answer: a side, or `EITHER`.
        chosen: the reason that was chosen; None for "not sure" and where none was asked for.
        offered: the reasons that stood to choose from; empty where the step was left out.
        of_three: whether "either" was one of the answers.
    """
    arguable = verdict.strength is Strength.ARGUABLE
    if arguable:
        headline, rows = _argued(answer, chosen, asked=bool(offered), of_three=of_three), _own(chosen)
        cases = tuple(Side) if answer not in tuple(Side) or not of_three else _own_first(Side(answer))
    else:
        headline = _decided(verdict, answer, chosen, asked=bool(offered))
        rows = _rows(verdict, answer, chosen, deciding_fact(verdict, vocabulary, offered))
        cases = ()
    shown = {row.fact for row in rows}
    others = tuple(reason for reason in verdict.reasons if reason not in shown)
    return Explanation(headline, tuple(rows), cases, others, chosen)


def _decided(verdict: Verdict, answer: str, chosen: Reason | None, *, asked: bool) -> Headline:
    if answer == EITHER:
        return Headline.LEANS if verdict.strength is Strength.LEANING else Headline.OTHER_LABEL
    if answer != verdict.answer:
        return Headline.OTHER_LABEL
    if not asked:
        return Headline.RIGHT
    if chosen is None:
        return Headline.THIS_FACT
    return Headline.RIGHT_REASON if chosen.side is verdict.answer else Headline.OTHER_FACT


def _argued(answer: str, chosen: Reason | None, *, asked: bool, of_three: bool) -> Headline:
    if of_three:
        return Headline.EITHER if answer == EITHER else Headline.ONE_LABEL
    if not asked:
        return Headline.ARGUABLE
    if chosen is None:
        return Headline.NO_FACT
    if chosen.side is None:
        return Headline.SUPPORTS_NEITHER
    return Headline.SUPPORTED if chosen.side == answer else Headline.SUPPORTS_OTHER


def _own(chosen: Reason | None, *, decides: bool = False) -> tuple[Row, ...]:
    return () if chosen is None else (Row(RowKind.YOUR_REASON, chosen.why, chosen, decides),)


def _rows(verdict: Verdict, answer: str, chosen: Reason | None, deciding: Reason | None) -> tuple[Row, ...]:
    """The rows of a clear or leaning verdict; one without words is left out."""
    changes = (Row(RowKind.CHANGES, verdict.flips),) if verdict.flips else ()
    if chosen is not None and chosen.side is verdict.answer:
        own = _own(chosen, decides=answer != verdict.answer)
        return (*own, Row(RowKind.WHY, verdict.why), *changes)
    kind = RowKind.DECIDES if deciding is not None else RowKind.WHY
    return (*_own(chosen), Row(kind, verdict.why, deciding), *changes)


def _own_first(side: Side) -> tuple[Side, ...]:
    return (side, side.other)
