"""What can be looked up: the questions of open banks, what a person did with them, and past sessions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from quizapp.domain.attempt import QuestionRef
from quizapp.domain.bank import Bank, Definition, Vocabulary
from quizapp.domain.finding import FoldedPieces, by_length, folded_text, near_words, words_in
from quizapp.domain.history import Past
from quizapp.domain.item_analysis import ItemAnalysis
from quizapp.domain.question import Choice, Question, Verdict
from quizapp.domain.session import refer

CHOICE = "choice"
"""What stands for choices where verdicts are told apart by their strength."""


class State(StrEnum):
    """What a person did with a question."""

    ANY = "any"
    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    MISSED = "missed"
    FLAGGED = "flagged"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Entry:
    """A question of an open bank.

    Attributes:
        ref: it, in its present wording.
        question: the question.
        vocabulary: what its bank draws on.
        stem: what is asked, folded for the search.
        text: all that is asked and explained and the bank's title, likewise.
    """

    ref: QuestionRef
    question: Question
    vocabulary: Vocabulary
    stem: str
    text: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a question.

    Attributes:
        past: how it was answered last; None where it was not, in its present wording.
        is_flagged: whether it is flagged.
        notes: how many notes there are on it.
        analysis: what first votes of rounds say about it; None where there are none.
    """

    past: Past | None = None
    is_flagged: bool = False
    notes: int = 0
    analysis: ItemAnalysis | None = None


NOTHING_KNOWN = Standing()

Key = tuple[str, str]
"""A question by the ids of its bank and its own."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; an empty text leaves a thing open.

    Attributes:
        words: all of them stand in the question or its explanation.
        topic: a topic it has.
        strength: a `Strength`, or `CHOICE`.
        state: what the person did with it.
        bank: the id of the bank it stands in.
    """

    words: str = ""
    topic: str = ""
    strength: str = ""
    state: State = State.ANY
    bank: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The questions that fit, and the words they were found by.

    Attributes:
        entries: those first in which the words stand in what is asked.
        instead: for each word that stands nowhere the one that was taken for it.
    """

    entries: tuple[Entry, ...]
    instead: Mapping[str, str]


@dataclass(frozen=True)
class Catalogue:
    """All questions of the open banks, made ready to be searched.

    Attributes:
        entries: the questions, bank by bank.
        pieces: all that stands between blanks in their texts, folded.
    """

    entries: tuple[Entry, ...] = ()
    pieces: frozenset[str] = frozenset()

    @cached_property
    def words(self) -> Mapping[int, frozenset[str]]:
        """The words of all texts by their length."""
        return by_length(self.pieces)

    def knows(self, word: str) -> bool:
        """Whether a folded word stands anywhere, be it as a part of another."""
        return any(word in piece for piece in self.pieces)


def catalogue_of(bank: Bank) -> Catalogue:
    """The questions of a bank, made ready to be searched."""
    pieces = FoldedPieces()
    entries = tuple(_entry(bank, question, pieces) for question in bank.questions)
    return Catalogue(entries, frozenset(pieces.values()))


def joined(catalogues: Iterable[Catalogue]) -> Catalogue:
    """The questions of several banks as one."""
    parts = tuple(catalogues)
    if len(parts) == 1:
        return parts[0]
    entries = tuple(entry for part in parts for entry in part.entries)
    return Catalogue(entries, frozenset().union(*(part.pieces for part in parts)))


def key_of(ref: QuestionRef) -> Key:
    """The ids of bank and question."""
    return ref.bank_id, ref.question_id


def found(catalogue: Catalogue, wanted: Wanted, standings: Mapping[Key, Standing]) -> Found:
    """The questions that fit. A word that stands nowhere is taken for one that differs by one slip."""
    words = words_in(wanted.words)
    instead: dict[str, str] = {}
    for word in words:
        if not catalogue.knows(word):
            near = sorted(near_words(word, catalogue.words), key=lambda each: (each[0] != word[0], each))
            if not near:
                return Found((), {})
            instead[word] = near[0]
    fitting = [entry for entry in catalogue.entries if _fits(entry, wanted, standings)]
    return Found(_with_words(fitting, [instead.get(word, word) for word in words]), instead)


def glossary(banks: Iterable[Bank]) -> tuple[Definition, ...]:
    """What the banks define, each wording once, by the alphabet of the terms."""
    every = dict.fromkeys(each for bank in banks for each in bank.vocabulary.definitions)
    return tuple(sorted(every, key=lambda each: folded_text(each.of)))


def matching_definitions(
    definitions: Iterable[Definition], words: str, exam: str = ""
) -> tuple[Definition, ...]:
    """The definitions in which all words stand, those whose term has them first; of one exam where named."""
    wanted, hits = words_in(words), []
    for each in definitions:
        term = folded_text(each.of)
        text = f"{term}\n{folded_text(each.text)}\n{folded_text(each.origin)}"
        if (not exam or exam in each.exams) and all(word in text for word in wanted):
            hits.append((not all(word in term for word in wanted), each))
    return tuple(each for _, each in sorted(hits, key=lambda hit: hit[0]))


def has_words(text: str, words: str) -> bool:
    """Whether all the words that are looked for stand in a text."""
    folded = folded_text(text)
    return all(word in folded for word in words_in(words))


def stem_of(question: Question) -> str:
    """What is asked, in one text."""
    if isinstance(question, Verdict):
        return question.scenario
    return "\n".join([question.prompt, *question.statements, *(option.text for option in question.options)])


def _entry(bank: Bank, question: Question, pieces: FoldedPieces) -> Entry:
    stem = pieces.fold(stem_of(question))
    told = pieces.fold("\n".join(_told(question)))
    return Entry(refer(bank, question), question, bank.vocabulary, stem, f"{stem}\n{told}")


def _told(question: Question) -> list[str]:
    """What is said of a question once it was answered, and by what else it is known."""
    texts = [question.id, question.why, *question.topics]
    if isinstance(question, Choice):
        return [*texts, *(option.why for option in question.options)]
    texts += [question.offer, question.flips, question.case_for_product, question.case_for_service]
    return [*texts, *(part for reason in question.reasons for part in (reason.text, reason.why))]


def _fits(entry: Entry, wanted: Wanted, standings: Mapping[Key, Standing]) -> bool:
    """Whether a question fits in all but the words."""
    question = entry.question
    if wanted.topic and wanted.topic not in question.topics:
        return False
    if wanted.bank and wanted.bank != entry.ref.bank_id:
        return False
    strength = CHOICE if isinstance(question, Choice) else question.strength
    if wanted.strength and wanted.strength != strength:
        return False
    return wanted.state is State.ANY or _is_in_state(
        standings.get(key_of(entry.ref), NOTHING_KNOWN), wanted.state
    )


def _is_in_state(standing: Standing, state: State) -> bool:
    match state:
        case State.ANSWERED:
            return standing.past is not None
        case State.UNANSWERED:
            return standing.past is None
        case State.MISSED:
            return standing.past is not None and standing.past.is_missed
        case State.FLAGGED:
            return standing.is_flagged
        case State.NOTED:
            return standing.notes > 0
        case _:
            return True


def _with_words(entries: Sequence[Entry], words: Sequence[str]) -> tuple[Entry, ...]:
    """The questions in which all words stand, those first that ask with them."""
    hits = asking = entries
    for word in sorted(words, key=len, reverse=True):  # the long ones leave least to the others
        hits = [entry for entry in hits if word in entry.text]
    asking = hits
    for word in words:
        asking = [entry for entry in asking if word in entry.stem]
    if len(asking) == len(hits):
        return tuple(hits)
    first = set(map(id, asking))
    return (*asking, *(entry for entry in hits if id(entry) not in first))
