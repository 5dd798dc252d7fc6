"""The texts of a bank in a document of ours: escaped, in their own language and reading direction."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from quizapp.domain.bank import Bank, Vocabulary
from quizapp.domain.question import Question, Side, Verdict
from quizapp.domain.quotes import spans
from quizapp.exchange.markup import Markup, element, joined, lines_of, text
from quizapp.exchange.words import SIDES, SIGNS

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LINE = re.compile("[^\r\n\u2028\u2029]+")
_OURS = {"en", "en-GB"}


@dataclass(frozen=True, slots=True)
class Tag:
    """Deciding words: a half-open range of a scenario, the side they speak for, and their cue's number."""

    start: int
    end: int
    side: Side
    number: int
    cue: str


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
        return ", ".join(part for part in (source.author, title, source.publisher) if part)

    def tempting(self, verdict: Verdict, heading: str) -> Markup:
        """What tempts to the other answer, each with its name."""
        known = self.vocabulary.misconceptions
        told = []
        for each in verdict.tempting:
            name = known[each.misconception].name if each.misconception in known else ""
            start = joined(element("b", self.inline(name)), ". ") if name else Markup()
            told.append(self.paragraph(joined(start, self.inline(each.why))))
        return joined(element("h3", heading), *told) if told else Markup()

    def scenario(self, verdict: Verdict) -> Markup:
        """The scenario with its deciding words marked and numbered, and what the numbers stand for."""
        tags = deciding(verdict, self.vocabulary)
        lines = _LINE.finditer(verdict.scenario)
        marked = [_marked(verdict.scenario, line.start(), line.end(), tags) for line in lines]
        told = joined(*(self.paragraph(line, "scenario") for line in marked if line.strip()))
        legend = {each.number: joined(_tag(each), "\u00a0", self.inline(each.cue)) for each in tags}
        if not legend:
            return told
        entries = [joined(entry, ". ") for entry in legend.values()]
        return joined(told, element("p", "What decides: ", *entries, class_="quiet"))


def language_of(bank: Bank) -> str:
    """The language of a bank as a language tag (RFC 5646); `und` where it has none that could be one."""
    return bank.language if _LANGUAGE.fullmatch(bank.language) else "und"


def deciding(verdict: Verdict, vocabulary: Vocabulary) -> list[Tag]:
    """The deciding words in reading order, one number for each cue and side; those not found are left out."""
    found = [
        (position[0], evidence)
        for evidence in verdict.evidence
        if (position := spans(verdict.scenario, evidence.quote))
    ]
    numbers: dict[tuple[str, Side], int] = {}
    tags = []
    for (start, end), evidence in sorted(found, key=itemgetter(0)):
        number = numbers.setdefault((evidence.cue, evidence.side), len(numbers) + 1)
        known = vocabulary.cues.get(evidence.cue)
        tags.append(Tag(start, end, evidence.side, number, known.name if known else evidence.cue))
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
    """Words between two cuts: marked where a cue speaks, after the numbers that begin there."""
    covering = [tag for tag in tags if tag.start <= start < tag.end]
    if not covering:
        return text(scenario[start:end])
    begun = (joined(_tag(tag), "\u00a0") for tag in covering if tag.start == start)
    return joined(*begun, element("mark", scenario[start:end], class_=covering[0].side.value))


def _tag(tag: Tag) -> Markup:
    return element("b", f"{SIGNS[tag.side]}{tag.number}", class_=f"{tag.side.value}-sign")
