"""The texts of a bank in a document of ours: escaped, in their own language and reading direction."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from quizapp.domain.bank import Bank, Vocabulary
from quizapp.domain.directions import isolated
from quizapp.domain.question import Question, Reason, Side, Verdict
from quizapp.domain.quotes import spans
from quizapp.exchange.markup import Markup, element, joined, lines_of, text
from quizapp.exchange.words import SIDES, SIGNS

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LINE = re.compile("[^\r\n\u2028\u2029]+")
_OURS = {"en", "en-GB"}


@dataclass(frozen=True, slots=True)
class Tag:
    """Words of a scenario: a half-open range, the fact that they show, its number, and what it supports."""

    start: int
    end: int
    reason: Reason
    number: int
    side: Side


@dataclass(frozen=True, slots=True)
class BankText:
    """Writes what a bank says; `language` is empty where it is that of the document."""

    language: str
    vocabulary: Vocabulary

    @classmethod
    def of(cls, bank: Bank) -> "BankText":
        """A writer for the texts of a bank."""
        language = language_of(bank)
        return cls("" if language in _OURS else language, bank.vocabulary)

    def inline(self, words: str) -> Markup:
        """Words inside a line, which cannot turn the reading direction of what stands around them."""
        return element("bdi", " ".join(lines_of(words)), lang=self.language)

    def paragraphs(self, words: str, kind: str = "") -> Markup:
        """A text, each line of it a paragraph."""
        return joined(*(self.paragraph(line, kind) for line in lines_of(words)))

    def paragraph(self, content: str, kind: str = "") -> Markup:
        """One paragraph."""
        return element("p", content, class_=kind, dir="auto", lang=self.language)

    def headed(self, heading: str, words: str) -> Markup:
        """A heading and a text; nothing where there is no text."""
        return joined(element("h3", heading), self.paragraphs(words)) if lines_of(words) else Markup()

    def claims(self, question: Question) -> Markup:
        """What the article argues, in our words and with credit; nothing where the question cites none."""
        claims = [self.vocabulary.claims[each] for each in question.claims if each in self.vocabulary.claims]
        if not claims:
            return Markup()
        credit = element("p", f"{self.credit} – in our words", class_="quiet", dir="auto")
        return joined(element("h3", "The article argues"), *map(self.paragraphs, claims), credit)

    @property
    def credit(self) -> str:
        """Author, title and publisher of the source."""
        source = self.vocabulary.source
        title = f"“{source.title}”" if source.title else ""
        return ", ".join(isolated(part) for part in (source.author, title, source.publisher) if part)

    def scenario(self, verdict: Verdict) -> Markup:
        """The scenario, in which the words of facts that support a label are marked and numbered."""
        tags = tags_of(verdict)
        lines = _LINE.finditer(verdict.scenario)
        marked = [_marked(verdict.scenario, line.start(), line.end(), tags) for line in lines]
        return joined(*(self.paragraph(line, "scenario") for line in marked if line.strip()))

    def facts(self, verdict: Verdict, reasons: Sequence[Reason], heading: str) -> Markup:
        """Some of the facts of a scenario, each with its number and what is to be said of it."""
        if not reasons:
            return Markup()
        numbers = numbers_of(verdict)
        return joined(element("h3", heading), *(self._fact(each, numbers.get(each)) for each in reasons))

    def _fact(self, reason: Reason, number: int | None) -> Markup:
        start = Markup()
        if reason.side is not None:
            start = joined(_sign(reason.side, number), "\u00a0")
        parts = (start, element("b", self.inline(reason.text)), " ", self.inline(reason.why))
        return self.paragraph(joined(*parts))


def language_of(bank: Bank) -> str:
    """The language of a bank as a language tag (RFC 5646); `und` where it has none that could be one."""
    return bank.language if _LANGUAGE.fullmatch(bank.language) else "und"


def numbers_of(verdict: Verdict) -> dict[Reason, int]:
    """The numbers of the facts that support a label, of those whose words stand in the scenario."""
    return {tag.reason: tag.number for tag in tags_of(verdict)}


def tags_of(verdict: Verdict) -> list[Tag]:
    """The words of the facts that support a label, in reading order; those not found are left out."""
    found = [
        (position[0], reason, side)
        for side in Side
        for reason in verdict.reasons_for(side)
        for quote in reason.quotes
        if (position := spans(verdict.scenario, quote))
    ]
    numbers: dict[Reason, int] = {}
    tags = []
    for (start, end), reason, side in sorted(found, key=itemgetter(0)):
        number = numbers.setdefault(reason, len(numbers) + 1)
        tags.append(Tag(start, end, reason, number, side))
    return tags


def sign(side: Side) -> Markup:
    """The mark of a side, ◆ or ●, in its colour."""
    return element("span", SIGNS[side], class_=f"{side.value}-sign")


def named(side: Side) -> Markup:
    """The mark and the name of a side."""
    return joined(sign(side), "\u00a0", SIDES[side])


def _marked(scenario: str, start: int, end: int, tags: Sequence[Tag]) -> Markup:
    """A part of a scenario, cut where marked words begin and end."""
    edges = (position for tag in tags for position in (tag.start, tag.end) if start < position < end)
    cuts = sorted({start, end, *edges})
    return joined(*(_piece(scenario, here, there, tags) for here, there in pairwise(cuts)))


def _piece(scenario: str, start: int, end: int, tags: Sequence[Tag]) -> Markup:
    """Words between two cuts: marked where a fact stands, after the numbers that begin there."""
    covering = [tag for tag in tags if tag.start <= start < tag.end]
    if not covering:
        return text(scenario[start:end])
    begun = (joined(_sign(tag.side, tag.number), "\u00a0") for tag in covering if tag.start == start)
    return joined(*begun, element("mark", scenario[start:end], class_=covering[0].side.value))


def _sign(side: Side, number: int | None) -> Markup:
    """The mark of a side with the number of a fact, if it has one."""
    return element("b", f"{SIGNS[side]}{number or ''}", class_=f"{side.value}-sign")
