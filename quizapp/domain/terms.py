"""Questions made of definitions: what a term means, and which term has a meaning.

They belong to a bank, are found through it by their ids, and stand in no list of its questions: they are
asked when they are due and nowhere else.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from heapq import heapify, heappop

from quizapp.domain.bank import Bank, Definition
from quizapp.domain.finding import folded_text
from quizapp.domain.question import MEANING_OF, TERM_FOR, Choice, Option

OPTIONS = 4
"""The options of such a question, where there are so many terms."""

_EXAMS = {"itil4": "ITIL 4", "v5": "ITIL (Version 5)"}
_WORD = re.compile(r"\w+")
_AROUND = (
    "()[]{}<>\"'“”„\u2018’«»\u2039\u203a,;:!?…./।。、"  # stands around words: other signs are a part of them
)
_LEAST_LETTERS = 4  # shorter words join sentences more often than they tell meanings apart
_STEM = 6  # letters in which two forms of a word agree: provides, provider, provision


@dataclass(frozen=True, slots=True)
class Term:
    """A term with the one wording of its meaning that is asked for.

    Attributes:
        id: that of its card.
        definition: the wording.
        exams: the exams it is worded for, as words; empty unless the term has other wordings that are asked.
        tells: the terms whose meanings the explanations of its questions name, its own among them, each as
            `name` has it.
    """

    id: str
    definition: Definition
    exams: str = ""
    tells: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """What names the term, however it is worded."""
        return _slug(self.definition.of)

    def is_for(self, exam: str) -> bool:
        """Whether this wording is asked of who revises for an exam; empty for whichever."""
        return not exam or not self.exams or exam in self.definition.exams


def term_questions(bank: Bank) -> tuple[Choice, ...]:
    """The questions that are made of a bank's definitions, term by term in its order."""
    return tuple(question for _, pair in questions_of(bank.vocabulary.definitions) for question in pair)


@lru_cache(maxsize=32)
def questions_of(definitions: tuple[Definition, ...]) -> tuple[tuple[Term, tuple[Choice, ...]], ...]:
    """Each term that is asked for, with its questions.

    They depend on the definitions alone, and not on their order. A single term is not asked for: there is
    nothing to choose from. A meaning that has the words of its term in it is not asked for the term.
    """
    terms = _terms(definitions)
    if len({folded_text(each.definition.of) for each in terms}) < 2:  # noqa: PLR2004 - see above
        return ()
    words = {each.id: _words(each.definition) for each in terms}
    return tuple(_with_questions(term, _rivals(term, terms, words)) for term in terms)


def _with_questions(term: Term, rivals: Sequence[Definition]) -> tuple[Term, tuple[Choice, ...]]:
    told = frozenset((term.name, *(_slug(each.of) for each in rivals)))
    return replace(term, tells=told), tuple(_asked(term, rivals))


def _terms(definitions: Sequence[Definition]) -> list[Term]:
    """The wordings that are asked: of each term those that exams have, else the first."""
    by_term: dict[str, list[Definition]] = {}
    for each in definitions:
        by_term.setdefault(_slug(each.of), []).append(each)
    terms = []
    for slug, wordings in by_term.items():
        wanted = {folded_text(each.text): each for each in reversed(wordings) if each.exams}
        chosen = sorted(wanted.values(), key=lambda each: sorted(each.exams)) or wordings[:1]
        if len(chosen) == 1:
            terms.append(Term(MEANING_OF + slug, chosen[0]))
            continue
        terms += [
            Term(f"{MEANING_OF}{slug}@{'+'.join(sorted(each.exams))}", each, _exams(each)) for each in chosen
        ]
    return terms


def _slug(term: str) -> str:
    """What names a term: its signs are a part of it, for "C++" is not "C#", nor are vowel signs letters."""
    return "-".join(folded_text(term).replace("-", " ").split())


def _exams(definition: Definition) -> str:
    return " and ".join(_EXAMS.get(exam, exam) for exam in sorted(definition.exams))


def _words(definition: Definition) -> frozenset[str]:
    """The words of term and meaning that tell it from others, by their stems."""
    found = _WORD.findall(folded_text(f"{definition.of} {definition.text}"))
    return frozenset(word[:_STEM] for word in found if len(word) >= _LEAST_LETTERS)


def _rivals(term: Term, terms: Sequence[Term], words: dict[str, frozenset[str]]) -> list[Definition]:
    """The other terms whose meanings are most like this one's, by the Jaccard index of their words.

    Another wording of the same term is none of them, nor is a term with the same meaning.
    """
    own, text = words[term.id], folded_text(term.definition.text)

    def likeness(other: Term) -> tuple[float, str]:
        shared = len(own & words[other.id])
        return -shared / (len(own) + len(words[other.id]) - shared or 1), other.id

    found: dict[str, Definition] = {}
    texts = {text}
    ranked = [(likeness(other), place) for place, other in enumerate(terms)]
    heapify(ranked)  # the first few are wanted, of a long glossary
    while ranked and len(found) < OPTIONS - 1:
        other = terms[heappop(ranked)[1]]
        name, meaning = _slug(other.definition.of), folded_text(other.definition.text)
        if name == _slug(term.definition.of) or name in found or meaning in texts:
            continue
        found[name] = other.definition
        texts.add(meaning)
    return list(found.values())


def _asked(term: Term, rivals: Sequence[Definition]) -> Iterator[Choice]:
    if not rivals:
        return
    definition = term.definition
    place = f"In {term.exams}, what" if term.exams else "What"
    every = sorted((definition, *rivals), key=lambda each: folded_text(each.text))
    meanings = tuple(
        Option(each.text, f"This is what “{each.of}” means{_credit(each)}.", correct=each is definition)
        for each in every
    )
    yield Choice(term.id, f"{place} does “{definition.of}” mean?", meanings, why=definition.note)
    if _tells_its_term(definition):
        return
    name = TERM_FOR + term.id.removeprefix(MEANING_OF)
    which = f"In {term.exams}, which" if term.exams else "Which"
    every = sorted(every, key=lambda each: folded_text(each.of))
    named = tuple(
        Option(each.of, f"“{each.of}” means{_credit(each)}: {each.text}", correct=each is definition)
        for each in every
    )
    yield Choice(name, f"{which} term has this meaning: “{definition.text}”", named, why=definition.note)


def _credit(definition: Definition) -> str:
    """Whose wording a meaning is, in brackets."""
    return f" ({definition.origin})" if definition.origin else ""


def _tells_its_term(definition: Definition) -> bool:
    """Whether every word of a term stands in its meaning, be it in another form; short ones have none."""
    told = {word.strip(_AROUND) for word in _slug(definition.text).split("-")}
    wanted = (word.strip(_AROUND) or word for word in _slug(definition.of).split("-"))
    return all(
        any(word.startswith(each[:_STEM]) for word in told) if len(each) >= _LEAST_LETTERS else each in told
        for each in wanted
    )
